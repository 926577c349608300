//! What a run left, to be held beside what another left.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Names, from the output folder on, and bytes.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// The files of a folder and its folders whose names are wanted.
pub(crate) fn files(root: &Path, is_wanted: impl Fn(&str) -> bool) -> Files {
    let mut folders = vec![root.to_owned()];
    let mut files = Files::new();
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()) {
            let name = path.strip_prefix(root).expect("inside").to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if is_wanted(&name) {
                files.insert(name, fs::read(&path).expect("bytes"));
            }
        }
    }
    files
}

/// The same names with the same bytes.
pub(crate) fn same(one: &Files, other: &Files) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    let different: Vec<&String> =
        one.iter().filter(|(name, bytes)| other.get(*name) != Some(bytes)).map(|f| f.0).collect();
    assert!(different.is_empty(), "other bytes: {different:?}");
}

//! Which files are meant by the paths on the command line?
//!
//! Folders are walked; hidden files are passed over; a file reached twice is read once. The order of the paths does
//! not matter: inputs come out sorted by location.

use crate::args::meant::Place;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// The name it goes by in the account: the path as given, or `-`.
    pub location: String,
    /// The file; None for standard input.
    pub path: Option<PathBuf>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gathered {
    /// What to read, sorted by location, nothing twice.
    pub inputs: Vec<Input>,
    /// What could not be reached: location and message, sorted.
    pub missing: Vec<(String, String)>,
}

/// Finds the files.
pub fn gather(places: &[Place]) -> Gathered {
    let mut found: BTreeMap<PathBuf, Input> = BTreeMap::new();
    let mut gathered = Gathered::default();
    for place in places {
        match place {
            Place::Standard => gathered.inputs.push(Input { location: "-".into(), path: None }),
            Place::Path(path) => walk(path, &mut found, &mut gathered.missing),
        }
    }
    gathered.inputs.extend(found.into_values());
    gathered.inputs.sort();
    gathered.inputs.dedup();
    gathered.missing.sort();
    gathered.missing.dedup();
    gathered
}

fn walk(root: &Path, found: &mut BTreeMap<PathBuf, Input>, missing: &mut Vec<(String, String)>) {
    let entries =
        WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_shown);
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => add(entry.path(), found),
            Err(error) => {
                let at = error.path().unwrap_or(root);
                missing.push((at.to_string_lossy().into_owned(), format!("{}; skipped", reason(&error))));
            }
        }
    }
}

/// The same file by several names keeps the least of them, so that the order of arguments does not show.
fn add(path: &Path, found: &mut BTreeMap<PathBuf, Input>) {
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let input = Input { location: path.to_string_lossy().into_owned(), path: Some(path.to_owned()) };
    let kept = found.entry(real).or_insert_with(|| input.clone());
    if input < *kept {
        *kept = input;
    }
}

fn is_shown(entry: &DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn reason(error: &walkdir::Error) -> String {
    if error.loop_ancestor().is_some() {
        return "a link that leads back to its own folder".into();
    }
    error.io_error().map_or_else(|| error.to_string(), |e| plainly(e.kind()))
}

/// An error of the operating system in plain words, the same on every system.
pub fn plainly(kind: std::io::ErrorKind) -> String {
    match kind {
        std::io::ErrorKind::NotFound => "no such file or folder".into(),
        std::io::ErrorKind::PermissionDenied => "may not be read".into(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locations(gathered: &Gathered, root: &Path) -> Vec<String> {
        let strip = |i: &Input| i.location.replace(&format!("{}/", root.display()), "");
        gathered.inputs.iter().map(strip).collect()
    }

    #[test]
    fn order_and_repetition_do_not_show() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        std::fs::create_dir_all(root.join("b/deep")).unwrap();
        for file in ["b/deep/2.txt", "b/1.txt", "a.txt", ".hidden", "b/.hidden"] {
            std::fs::write(root.join(file), "x").unwrap();
        }
        let path = |p: &str| Place::Path(root.join(p));
        let whole = gather(&[Place::Path(root.to_owned())]);
        assert_eq!(locations(&whole, root), ["a.txt", "b/1.txt", "b/deep/2.txt"]);
        let again = gather(&[path("b/../a.txt"), path("b/deep"), path("a.txt"), path("b"), path("b/1.txt")]);
        assert_eq!(again, whole);
        assert_eq!(
            locations(&gather(&[path(".hidden")]), root),
            [".hidden"],
            "a hidden file that is named is read"
        );
    }

    #[test]
    fn what_is_missing_is_said_once() {
        let dir = tempfile::tempdir().unwrap();
        let gone = Place::Path(dir.path().join("gone"));
        let gathered = gather(&[gone.clone(), gone]);
        assert_eq!(gathered.missing.len(), 1);
        assert_eq!(gathered.missing[0].1, "no such file or folder; skipped");
    }
}

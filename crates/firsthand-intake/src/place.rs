//! Which files are meant by these paths?
//!
//! Folders are walked; a path that does not exist but has `*`, `?`, `[` or `{` in it is a pattern; hidden files are passed over; a file reached twice is read once. The order of the paths does
//! not matter: inputs come out sorted by location.

use globset::GlobBuilder;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// A file (or folder, for input), or the standard stream of its direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Standard input or standard output.
    Standard,
    /// A file or folder, or a pattern.
    Path(PathBuf),
}

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
            Place::Path(path) => match pattern(path) {
                Some(pattern) => matching(path, &pattern, &mut found, &mut gathered.missing),
                None => walk(path, None, &mut found, &mut gathered.missing),
            },
        }
    }
    gathered.inputs.extend(found.into_values());
    gathered.inputs.sort();
    gathered.inputs.dedup();
    gathered.missing.sort();
    gathered.missing.dedup();
    gathered
}

/// A pattern: the folder it starts in, and what whole paths must look like.
struct Pattern {
    root: PathBuf,
    fits: Result<globset::GlobMatcher, String>,
}

/// A path that is a pattern: it has marks of one and names no file.
fn pattern(path: &Path) -> Option<Pattern> {
    let text = path.to_str().filter(|t| t.contains(['*', '?', '[', '{']))?;
    if path.symlink_metadata().is_ok() {
        return None;
    }
    let is_plain =
        |part: &std::path::Component<'_>| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
    let root: PathBuf = path.components().take_while(is_plain).collect();
    // `**` goes into folders, `*` does not.
    let fits = GlobBuilder::new(text).literal_separator(true).build();
    let fits = fits.map(|g| g.compile_matcher()).map_err(|e| e.kind().to_string());
    Some(Pattern { root, fits })
}

fn matching(
    path: &Path,
    pattern: &Pattern,
    found: &mut BTreeMap<PathBuf, Input>,
    missing: &mut Vec<(String, String)>,
) {
    let mut say = |message: String| missing.push((path.to_string_lossy().into_owned(), message));
    let fits = match &pattern.fits {
        Ok(fits) => fits,
        Err(error) => return say(format!("a pattern that cannot be read ({error}); skipped")),
    };
    let relative = pattern.root.as_os_str().is_empty();
    let root = if relative { Path::new(".") } else { &pattern.root };
    let (before, mut unread) = (found.len(), Vec::new());
    let fits = |p: &Path| fits.is_match(if relative { p.strip_prefix(".").unwrap_or(p) } else { p });
    if root.exists() {
        walk(root, Some(&fits), found, &mut unread);
    }
    if found.len() == before && unread.is_empty() && !root_has(root, &fits) {
        say("no file fits this pattern; skipped".to_owned());
    }
    missing.append(&mut unread);
}

/// Whether a file fits, also one that was found before.
fn root_has(root: &Path, fits: &dyn Fn(&Path) -> bool) -> bool {
    let mut entries = WalkDir::new(root).follow_links(true).into_iter().filter_entry(is_shown).flatten();
    entries.any(|e| !e.file_type().is_dir() && fits(e.path()))
}

fn walk(
    root: &Path,
    fits: Option<&dyn Fn(&Path) -> bool>,
    found: &mut BTreeMap<PathBuf, Input>,
    missing: &mut Vec<(String, String)>,
) {
    let entries =
        WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_shown);
    for entry in entries {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) if fits.is_some_and(|fits| !fits(entry.path())) => {}
            Ok(entry) => add(entry.path().strip_prefix("./").unwrap_or(entry.path()), found),
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
    fn patterns_find_files() {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        std::fs::create_dir_all(root.join("news/may")).unwrap();
        for file in ["news/a.html", "news/b.txt", "news/may/c.html", "news/may/[1].html", "news/.d.html"] {
            std::fs::write(root.join(file), "x").unwrap();
        }
        let path = |p: &str| Place::Path(root.join(p));
        for (pattern, want) in [
            ("news/**/*.html", &["news/a.html", "news/may/[1].html", "news/may/c.html"][..]),
            ("news/*.html", &["news/a.html"]),
            ("news/?.{html,txt}", &["news/a.html", "news/b.txt"]),
            ("*/may/c*", &["news/may/c.html"]),
            ("news/may/[1].html", &["news/may/[1].html"]),
        ] {
            assert_eq!(locations(&gather(&[path(pattern)]), root), want, "{pattern}");
        }
        for (pattern, want) in [
            ("news/*.pdf", "no file fits this pattern; skipped"),
            ("nowhere/*.html", "no file fits this pattern; skipped"),
        ] {
            assert_eq!(gather(&[path(pattern)]).missing[0].1, want, "{pattern}");
        }
        let twice = gather(&[path("news/a.html"), path("news/*.html")]);
        assert_eq!((twice.inputs.len(), twice.missing.len()), (1, 0));
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

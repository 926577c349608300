//! Links in the project's own Markdown: what they lead to is there. Nothing is fetched.

use crate::guide::root;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// Every Markdown file but those of builds and of other people.
fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && !name.starts_with('.') && !["target", "dist", "node_modules"].contains(&&*name) {
            pages(&path, found);
        } else if name.ends_with(".md") {
            found.push(path);
        }
    }
}

/// A page without its code.
fn prose(text: &str) -> String {
    let mut fenced = false;
    let mut out = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

/// Where the links of a page lead, with their lines.
fn links(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, line) in prose(text).lines().enumerate() {
        // Every second piece between backquotes is code; what links to it is not.
        let plain: String =
            line.split('`').enumerate().map(|(n, piece)| if n % 2 == 0 { piece } else { "code" }).collect();
        for piece in plain.split("](").skip(1) {
            let target = piece.split(')').next().unwrap_or_default();
            found.push((at + 1, target.split(' ').next().unwrap_or_default().to_owned()));
        }
        if let Some((_, target)) = plain.strip_prefix('[').and_then(|rest| rest.split_once("]: ")) {
            found.push((at + 1, target.trim().to_owned()));
        }
    }
    found
}

/// The anchors of a page's headings, as GitHub and mdBook make them.
fn anchors(text: &str) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let headings = prose(text);
    let headings = headings.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let title = line.trim_start_matches('#').trim().to_lowercase();
            let kept = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
            let anchor: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
            let again = seen.entry(anchor.clone()).or_default();
            *again += 1;
            if *again == 1 { anchor } else { format!("{anchor}-{}", *again - 1) }
        })
        .collect()
}

/// What is wrong with the links of a page.
fn wrong(page: &Path, book: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(page).unwrap();
    let mut wrong = Vec::new();
    for (line, target) in links(&text) {
        // An empty one is a chapter of the book that is still to be written.
        if target.is_empty() || target.contains("://") || target.starts_with("mailto:") {
            continue;
        }
        let here = format!("{}:{line}: {target}", page.display());
        let (file, anchor) = target.split_once('#').unwrap_or((&target, ""));
        let path = if file.is_empty() { page.to_owned() } else { page.parent().unwrap().join(file) };
        let Ok(path) = path.canonicalize() else {
            wrong.push(format!("{here}: there is no such file"));
            continue;
        };
        if page.starts_with(book) && !path.starts_with(book) {
            wrong.push(format!("{here}: leads out of the book"));
        }
        if !anchor.is_empty()
            && !anchors(&std::fs::read_to_string(&path).unwrap()).iter().any(|a| a == anchor)
        {
            wrong.push(format!("{here}: there is no such heading"));
        }
    }
    wrong
}

#[test]
fn every_link_leads_somewhere() {
    let root = root().canonicalize().unwrap();
    let mut all = Vec::new();
    pages(&root, &mut all);
    assert!(all.len() > 20, "{all:?}");
    let wrong: Vec<String> = all.iter().flat_map(|page| wrong(page, &root.join("docs"))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_link_that_leads_nowhere_is_seen() {
    let folder = tempfile::TempDir::new().unwrap();
    let root = folder.path().canonicalize().unwrap();
    let book = root.join("docs");
    std::fs::create_dir(&book).unwrap();
    std::fs::write(root.join("out.md"), "# Out\n").unwrap();
    let page = book.join("page.md");
    let seen = |text: &str| {
        std::fs::write(&page, text).unwrap();
        wrong(&page, &book).len()
    };
    assert_eq!(
        seen("# A `b c` (d)\n## A\n## A\n[here](#a-b-c-d), [again](page.md#a-1), [`code`](page.md)\n"),
        0
    );
    assert_eq!(seen("`[no](link)`\n```\n[none](either)\n```\n[far](https://host.example/x)\n"), 0);
    assert_eq!(seen("[a](nothing.md)\n"), 1);
    assert_eq!(seen("![a](nothing.png)\n"), 1);
    assert_eq!(seen("# A\n[a](#b)\n"), 1);
    assert_eq!(seen("[a][b]\n\n[b]: nothing.md\n"), 1);
    assert_eq!(seen("[a](../out.md)\n"), 1);
}

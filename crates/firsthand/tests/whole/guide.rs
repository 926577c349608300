//! The commands that the README and the guide show are run, and what they show must be what is printed.
//!
//! In a block marked `console` a line that begins with `$ ` is a command for `sh`; the lines below it are what it
//! prints, both streams together. A line `…` stands for any lines, `[…]` within a line for any text; where nothing is
//! shown nothing is compared. A command must succeed unless `$ echo $?` is the next. `needs=NAME` passes a block over
//! where there is no such program or feature, `needs=import:NAME` where Python has no such module. A block marked `file=NAME` is written to that file.
//! Each page has a folder of its own with a copy of `examples/` and `docs/tables/`.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

/// The port in the guide that stands for one that is free.
const PORT: &str = "8741";

/// A block of a page that is between fences.
struct Block {
    info: String,
    line: usize,
    text: Vec<String>,
}

/// A command, and what a page says it prints.
struct Shown {
    command: String,
    line: usize,
    output: Vec<String>,
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn blocks(page: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut open = false;
    for (at, line) in page.lines().enumerate() {
        if let Some(info) = line.strip_prefix("```") {
            open = !open;
            if open {
                found.push(Block { info: info.to_owned(), line: at + 1, text: Vec::new() });
            }
        } else if open {
            found.last_mut().unwrap().text.push(line.to_owned());
        }
    }
    found
}

fn commands(block: &Block) -> Vec<Shown> {
    let mut found: Vec<Shown> = Vec::new();
    for (at, line) in block.text.iter().enumerate() {
        if let Some(command) = line.strip_prefix("$ ") {
            let line = block.line + at + 1;
            found.push(Shown { command: command.to_owned(), line, output: Vec::new() });
            continue;
        }
        let shown = found.last_mut().expect("a block begins with a command");
        if shown.output.is_empty() && shown.command.ends_with('\\') {
            shown.command.push('\n');
            shown.command.push_str(line);
        } else {
            shown.output.push(line.clone());
        }
    }
    found
}

/// Whether a line is what is shown, `[…]` standing for any text.
fn line_fits(shown: &str, printed: &str) -> bool {
    let Some((before, after)) = shown.split_once("[…]") else {
        return shown.trim_end() == printed.trim_end();
    };
    let Some(rest) = printed.strip_prefix(before) else { return false };
    rest.char_indices().map(|(at, _)| at).chain([rest.len()]).any(|at| line_fits(after, &rest[at..]))
}

/// Whether lines are what is shown, a line `…` standing for any lines.
fn fits(shown: &[String], printed: &[&str]) -> bool {
    match (shown.split_first(), printed.split_first()) {
        (None, first) => first.is_none(),
        (Some((any, rest)), _) if any.trim() == "…" => {
            (0..=printed.len()).any(|skipped| fits(rest, &printed[skipped..]))
        }
        (Some((line, rest)), Some((first, others))) => line_fits(line, first) && fits(rest, others),
        (Some(_), None) => false,
    }
}

fn shell(command: &str, folder: &Path) -> (i32, String) {
    let program = Path::new(env!("CARGO_BIN_EXE_firsthand")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1\n{command}")])
        .current_dir(folder)
        .env("PATH", format!("{}:{path}", program.display()))
        .env_remove("FIRSTHAND_ARCHIVE")
        .env_remove("COLUMNS")
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stdout).into_owned())
}

fn there_is(need: &str) -> bool {
    match need {
        "parquet" => cfg!(feature = "parquet"),
        _ => {
            let ask = match need.strip_prefix("import:") {
                Some(module) => format!("python3 -c 'import {module}'"),
                None => format!("command -v {need}"),
            };
            shell(&ask, Path::new(".")).0 == 0
        }
    }
}

/// What is not as a page says.
fn wrong(page: &Path) -> Vec<String> {
    let name = page.file_name().unwrap().to_string_lossy().into_owned();
    let home = TempDir::new().unwrap();
    let root = root().canonicalize().unwrap();
    let copy = format!("cp -R {0}/examples . && mkdir docs && cp -R {0}/docs/tables docs", root.display());
    assert_eq!(shell(&copy, home.path()), (0, String::new()));
    let mut wrong = Vec::new();
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
    let text = std::fs::read_to_string(page).unwrap().replace(PORT, &port);
    for block in blocks(&text) {
        let words: Vec<&str> = block.info.split(' ').collect();
        if let Some(file) = words.iter().find_map(|word| word.strip_prefix("file=")) {
            std::fs::write(home.path().join(file), block.text.join("\n") + "\n").unwrap();
        }
        if words[0] != "console" {
            continue;
        }
        if let Some(need) = words.iter().filter_map(|w| w.strip_prefix("needs=")).find(|need| !there_is(need))
        {
            eprintln!("{name}:{}: passed over, there is no {need}", block.line);
            continue;
        }
        let mut left = 0;
        let all = commands(&block);
        for (at, shown) in all.iter().enumerate() {
            let (code, printed) = match &*shown.command {
                "echo $?" => (0, left.to_string()),
                command => shell(command, home.path()),
            };
            left = code;
            let here = format!("{name}:{}: $ {}", shown.line, shown.command);
            if code != 0 && all.get(at + 1).is_none_or(|next| next.command != "echo $?") {
                wrong.push(format!("{here}\nended with {code}:\n{printed}"));
            }
            let mut output = &shown.output[..];
            while output.last().is_some_and(|line| line.is_empty()) {
                output = &output[..output.len() - 1];
            }
            let lines: Vec<&str> = printed.trim_end().lines().collect();
            if !output.is_empty() && !fits(output, &lines) {
                wrong.push(format!("{here}\nprints what is not shown:\n{printed}"));
            }
        }
    }
    wrong
}

/// All chapters of the guide.
fn chapters() -> Vec<PathBuf> {
    let folder = std::fs::read_dir(root().join("docs/guide")).unwrap();
    let mut found: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|e| e == "md"));
    found.sort();
    found
}

#[test]
fn commands_print_what_is_shown() {
    let mut pages = chapters();
    assert!(pages.len() > 5, "{pages:?}");
    pages.push(root().join("README.md"));
    let wrong: Vec<String> = pages.iter().flat_map(|page| wrong(page)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_chapter_is_in_the_book() {
    let summary = std::fs::read_to_string(root().join("docs/SUMMARY.md")).unwrap();
    for chapter in chapters() {
        let name = chapter.file_name().unwrap().to_str().unwrap();
        assert!(summary.contains(&format!("(guide/{name})")), "{name} is not in docs/SUMMARY.md");
    }
}

#[test]
fn what_is_wrong_would_be_seen() {
    let folder = TempDir::new().unwrap();
    let page = folder.path().join("page.md");
    let seen = |text: &str| {
        std::fs::write(&page, text).unwrap();
        wrong(&page).len()
    };
    assert_eq!(seen("```console\n$ echo one; echo two 3 four\none\ntwo […] four\n```\n"), 0);
    assert_eq!(seen("```console\n$ echo one; echo two; echo three\n…\nthree\n```\n"), 0);
    assert_eq!(seen("```console\n$ echo one\ntwo\n```\n"), 1, "another line");
    assert_eq!(seen("```console\n$ echo one; echo two\none\n```\n"), 1, "a line too much");
    assert_eq!(seen("```console\n$ echo one\none\n…\ntwo\n```\n"), 1, "a line too few");
    assert_eq!(seen("```console\n$ echo two 3\ntwo […] four\n```\n"), 1, "the end of a line");
    assert_eq!(seen("```console\n$ firsthand read nowhere\n```\n"), 1, "a command that fails");
    assert_eq!(seen("```console\n$ (exit 3)\n$ echo $?\n3\n```\n"), 0, "and is said to fail");
    assert_eq!(seen("```console\n$ (exit 3)\n$ echo $?\n2\n```\n"), 1);
    assert_eq!(seen("```json file=a.json\n{}\n```\n```console\n$ cat a.json\n{}\n```\n"), 0);
}

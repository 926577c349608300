//! The texts written for training, with their attributions marked in place:
//! `<s1>Salome Wekhomba</s1> <q1>said</q1> <c1>the port would open</c1>`.

use super::{Marks, Text};
use std::collections::BTreeMap;
use std::path::Path;

/// All texts of the folder of marked reports, in order of file and place.
pub(crate) fn all() -> Vec<Text> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/attributions");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    let read = |p: &std::path::PathBuf| std::fs::read_to_string(p).unwrap_or_default();
    files.iter().flat_map(|p| texts(&read(p))).collect()
}

/// The texts of a file. Where a text has blank lines they part its paragraphs and lines of one paragraph are its sentences;
/// else every line is a paragraph.
pub(crate) fn texts(file: &str) -> Vec<Text> {
    let mut parts: Vec<(String, Vec<&str>)> = Vec::new();
    for line in file.lines() {
        if let Some(id) = line.strip_prefix("# doc = ") {
            parts.push((id.trim().to_owned(), Vec::new()));
        } else if let Some((_, lines)) = parts.last_mut() {
            lines.push(line.trim());
        }
    }
    parts.into_iter().map(|(id, lines)| text(id, &lines)).collect()
}

fn text(id: String, lines: &[&str]) -> Text {
    let kept: Vec<&str> = {
        let first = lines.iter().position(|l| !l.is_empty()).unwrap_or(0);
        let last = lines.iter().rposition(|l| !l.is_empty()).map_or(0, |l| l + 1);
        lines.get(first..last).unwrap_or(&[]).to_vec()
    };
    let parted = kept.iter().any(|l| l.is_empty());
    let mut plain = String::new();
    let mut marks: BTreeMap<u32, Marks> = BTreeMap::new();
    let mut fresh = true;
    for line in kept {
        if line.is_empty() {
            fresh = true;
            continue;
        }
        if !plain.is_empty() {
            plain.push_str(if fresh || !parted { "\n\n" } else { " " });
        }
        fresh = false;
        read_line(line, &mut plain, &mut marks);
    }
    Text { id, text: plain, marks: marks.into_values().collect() }
}

/// Adds the words of a line and what is marked in it.
fn read_line(line: &str, plain: &mut String, marks: &mut BTreeMap<u32, Marks>) {
    let mut open: Vec<(&str, usize)> = Vec::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('<') {
        plain.push_str(before);
        let tag = after.split_once('>').filter(|(tag, _)| is_tag(tag));
        let Some((tag, behind)) = tag else {
            plain.push('<');
            rest = after;
            continue;
        };
        rest = behind;
        let Some(name) = tag.strip_prefix('/') else {
            open.push((tag, plain.len()));
            continue;
        };
        let Some(at) = open.iter().rposition(|(n, _)| *n == name) else { continue };
        let (_, start) = open.remove(at);
        let number = name.get(1..).and_then(|n| n.parse().ok()).unwrap_or(0);
        let marks = marks.entry(number).or_default();
        let spans = match name.as_bytes().first() {
            Some(b's') => &mut marks.source,
            Some(b'q') => &mut marks.cue,
            _ => &mut marks.content,
        };
        spans.push((start, plain.len()));
    }
    plain.push_str(rest);
}

fn is_tag(tag: &str) -> bool {
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    tag.len() >= 2 && tag.starts_with(['s', 'q', 'c']) && tag[1..].bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_spans() {
        let file = "# doc = X-1\n<s1>Ada <s2>Bran</s2></s1> <q1>said</q1> <c1>no</c1>\n<c1>\"Never\"</c1>.\n\n# doc = X-2\nA < b.\n\n<q1>:</q1> C.\nD.\n";
        let texts = texts(file);
        let words = |n: usize, spans: &[(usize, usize)]| -> Vec<String> {
            spans.iter().map(|s| texts[n].text[s.0..s.1].to_owned()).collect()
        };
        assert_eq!(texts[0].text, "Ada Bran said no\n\n\"Never\".");
        assert_eq!(words(0, &texts[0].marks[0].content), ["no", "\"Never\""]);
        assert_eq!(words(0, &texts[0].marks[1].source), ["Bran"]);
        assert_eq!(texts[1].text, "A < b.\n\n: C. D.");
        assert_eq!(words(1, &texts[1].marks[0].cue), [":"]);
    }
}

//! A text with its passages marked, each with a name to link to. Passages may lie within and across each other.

use crate::page::markup::{piece, text};

/// A passage to mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its name on the page.
    pub(super) id: String,
    /// First scalar value.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// Its classes.
    pub(super) class: &'static str,
}

/// One paragraph.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// Its HTML.
    pub(super) html: String,
    /// The marks that begin in it, by their place in the list of all.
    pub(super) begins: Vec<usize>,
}

/// The paragraphs of a text, one a line. Marks that do not fit the text are left out.
pub(super) fn paragraphs(raw: &str, marks: &[Mark]) -> Vec<Paragraph> {
    let chars: Vec<char> = raw.chars().collect();
    let mut order: Vec<usize> =
        (0..marks.len()).filter(|&m| marks[m].start < marks[m].end && marks[m].end <= chars.len()).collect();
    order.sort_by_key(|&m| (marks[m].start, std::cmp::Reverse(marks[m].end), m));
    let mut out = Vec::new();
    let mut from = 0;
    for line in chars.split(|c| *c == '\n') {
        let to = from + line.len();
        let here: Vec<usize> =
            order.iter().copied().filter(|&m| marks[m].start < to && marks[m].end > from).collect();
        if line.iter().any(|c| !c.is_whitespace()) {
            out.push(paragraph(&chars, (from, to), marks, &here));
        }
        from = to + 1;
    }
    out
}

fn paragraph(chars: &[char], (from, to): (usize, usize), marks: &[Mark], here: &[usize]) -> Paragraph {
    let mut cuts: Vec<usize> = here.iter().flat_map(|&m| [marks[m].start, marks[m].end]).collect();
    cuts.extend([from, to]);
    cuts.retain(|cut| (from..=to).contains(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let mut made = Paragraph { html: String::new(), begins: Vec::new() };
    let mut open: Vec<usize> = Vec::new();
    for (at, cut) in cuts.iter().copied().enumerate() {
        close(&mut made.html, &mut open, cut, |m| marks[m].end.min(to), marks);
        // Those that began in a paragraph above go on in the first piece of this one.
        for &m in here.iter().filter(|&&m| marks[m].start.max(from) == cut && marks[m].end > cut) {
            let first = marks[m].start >= from;
            if first {
                made.begins.push(m);
            }
            begin(&mut made.html, &marks[m], first);
            open.push(m);
        }
        let Some(next) = cuts.get(at + 1) else { break };
        let words: String = chars.get(cut..*next).unwrap_or_default().iter().collect();
        made.html.push_str(&piece(&words));
    }
    made
}

/// Ends the marks that end here. Those opened within them that go on are opened again.
fn close(html: &mut String, open: &mut Vec<usize>, cut: usize, end: impl Fn(usize) -> usize, marks: &[Mark]) {
    let Some(outermost) = open.iter().position(|&m| end(m) <= cut) else { return };
    let inner = open.split_off(outermost);
    html.push_str(&"</span>".repeat(inner.len()));
    for m in inner.into_iter().filter(|&m| end(m) > cut) {
        begin(html, &marks[m], false);
        open.push(m);
    }
}

fn begin(html: &mut String, mark: &Mark, first: bool) {
    let id = if first { format!(" id=\"{}\"", text(&mark.id)) } else { String::new() };
    html.push_str(&format!("<span class=\"{}\"{id}>", mark.class));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(at: usize, start: usize, end: usize) -> Mark {
        Mark { id: format!("t{at}"), start, end, class: "said" }
    }

    fn html(raw: &str, spans: &[(usize, usize)]) -> Vec<String> {
        let marks: Vec<Mark> = spans.iter().enumerate().map(|(at, (s, e))| mark(at, *s, *e)).collect();
        paragraphs(raw, &marks).into_iter().map(|p| p.html.replace(" class=\"said\"", "")).collect()
    }

    #[test]
    fn marks_within_and_across_each_other() {
        assert_eq!(html("ab cd", &[(0, 2)]), ["<span id=\"t0\">ab</span> cd"]);
        assert_eq!(
            html("ab cd", &[(0, 5), (0, 2), (0, 2)]),
            ["<span id=\"t0\"><span id=\"t1\"><span id=\"t2\">ab</span></span> cd</span>"]
        );
        assert_eq!(
            html("abcdef", &[(0, 4), (2, 6)]),
            ["<span id=\"t0\">ab<span id=\"t1\">cd</span></span><span>ef</span>"]
        );
        assert_eq!(html("é<b", &[(1, 2)]), ["é<span id=\"t0\">&lt;</span>b"]);
        assert_eq!(
            html("ab\n\ncd", &[(1, 6)]),
            ["a<span id=\"t0\">b</span>", "<span>cd</span>"],
            "a mark goes on in the next paragraph"
        );
        assert_eq!(html("ab", &[(1, 9), (2, 2), (5, 6)]), ["ab"], "what does not fit is left out");
    }

    proptest! {
        #[test]
        fn text_stays_and_every_mark_begins_once(
            raw in "[a-z<&é ]{0,30}(\n[a-z ]{0,9}){0,3}",
            spans in prop::collection::vec((0usize..45, 0usize..45), 0..8),
        ) {
            let marks: Vec<Mark> = spans.iter().enumerate().map(|(at, (s, e))| mark(at, *s, *e)).collect();
            let made = paragraphs(&raw, &marks);
            let all: String = made.iter().map(|p| p.html.as_str()).collect();
            let mut depth = 0i32;
            let mut plain = String::new();
            let mut inside = false;
            for (at, c) in all.char_indices() {
                match c {
                    '<' => { inside = true; depth += if all[at..].starts_with("</") { -1 } else { 1 }; }
                    '>' => inside = false,
                    c if !inside => plain.push(c),
                    _ => {}
                }
                prop_assert!(depth >= 0);
            }
            prop_assert_eq!(depth, 0);
            let letters = |t: &str| t.split_whitespace().collect::<String>();
            prop_assert_eq!(letters(&plain.replace("&lt;", "<").replace("&amp;", "&")), letters(&raw));
            for m in &marks {
                let id = format!("id=\"{}\"", m.id);
                prop_assert!(all.matches(&id).count() <= 1, "{} twice", id);
            }
        }
    }
}

//! A sheet of lines: wrapped, indented, with styles.

use anstyle::{AnsiColor, Style};
use textwrap::core::display_width;
use textwrap::{Options, wrap};

/// Heads of sections.
pub const HEAD: Style = Style::new().bold();
/// What cannot all be true.
pub const DISPUTED: Style = AnsiColor::Red.on_default().bold();
/// What is more exact in one place than in another.
pub const REFINED: Style = AnsiColor::Yellow.on_default();
/// What several reports say alike.
pub const AGREED: Style = AnsiColor::Green.on_default();
/// What is there for those who look: ids, counts, sources.
pub const FAINT: Style = Style::new().dimmed();

/// A text in a style.
pub fn paint(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// Lines in the making.
#[derive(Debug)]
pub struct Sheet {
    width: usize,
    text: String,
}

impl Sheet {
    /// An empty sheet this many columns wide.
    pub fn new(width: usize) -> Sheet {
        Sheet { width, text: String::new() }
    }
    /// The text, lines ended.
    pub fn finish(self) -> String {
        self.text
    }
    /// An empty line, unless there is one already.
    pub fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
    /// The head of a section, after an empty line.
    pub fn head(&mut self, text: &str) {
        self.blank();
        self.hang("", 0, &paint(HEAD, text));
    }
    /// A paragraph, all lines this far in.
    pub fn para(&mut self, indent: usize, text: &str) {
        self.hang(&" ".repeat(indent), indent, text);
    }
    /// A paragraph whose first line begins with `first` and whose other lines stand this far in.
    pub fn hang(&mut self, first: &str, indent: usize, text: &str) {
        self.wrapped(first, &" ".repeat(indent), text);
    }
    /// Quoted text: a bar before every line.
    pub fn quote(&mut self, indent: usize, text: &str) {
        let bar = format!("{}{} ", " ".repeat(indent), paint(FAINT, "│"));
        self.wrapped(&bar, &bar, text);
    }
    /// A paragraph with these before its first line and before its others.
    pub fn drawn(&mut self, first: &str, rest: &str, text: &str) {
        self.wrapped(first, rest, text);
    }
    /// A text with a faint note at the right edge, on the last line if it fits there, else on a line of its own.
    pub fn noted(&mut self, first: &str, indent: usize, text: &str, note: &str) {
        self.hang(first, indent, text);
        let kept = self.text.trim_end_matches('\n').len();
        let line = self.text.get(..kept).and_then(|t| t.rsplit('\n').next()).unwrap_or_default();
        let (used, needed) = (display_width(line), display_width(note));
        let note_faint = paint(FAINT, note);
        if used + 2 + needed <= self.width {
            self.text.truncate(kept);
            self.text.push_str(&" ".repeat(self.width - used - needed));
            self.text.push_str(&note_faint);
            self.text.push('\n');
        } else {
            self.para(indent, &note_faint);
        }
    }
    /// As [`Sheet::drawn`], in columns: the text in the left one, a day at the right edge of its first line.
    pub fn dated(&mut self, first: &str, rest: &str, text: &str, day: &str, column: usize) {
        let left = self.width.saturating_sub(column + 2);
        let options = Options::new(left).initial_indent(first).subsequent_indent(rest);
        // A figure and its sign stay on one line.
        let text = text.replace(" %", "\u{a0}%");
        for (n, line) in wrap(&text, options).into_iter().enumerate() {
            let line = line.trim_end().replace('\u{a0}', " ");
            self.text.push_str(&line);
            if n == 0 && !day.is_empty() {
                let gap = self.width.saturating_sub(display_width(&line) + display_width(day));
                self.text.push_str(&" ".repeat(gap));
                self.text.push_str(&paint(FAINT, day));
            }
            self.text.push('\n');
        }
    }
    /// Says that a list goes on: `… and 12 more (--json has all)`.
    pub fn more(&mut self, indent: usize, all: usize, shown: usize) {
        if all > shown {
            self.para(indent, &paint(FAINT, &format!("… and {} more (--json has all)", all - shown)));
        }
    }

    fn wrapped(&mut self, first: &str, rest: &str, text: &str) {
        let options = Options::new(self.width).initial_indent(first).subsequent_indent(rest);
        for line in wrap(text, options) {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_the_sheet() {
        let mut sheet = Sheet::new(40);
        sheet.head("A head that is a good deal longer than the forty columns there are");
        sheet.hang(
            "12 March 2025  ",
            15,
            "three reports of five, and a word: Donaudampfschiffahrtsgesellschaft",
        );
        sheet.quote(
            4,
            "日本語の文章は空白なしに続くので、どこかで折り返さなければならない。それだけのことである。",
        );
        sheet.noted("", 2, "a label that fills the line", "5 reports · 3 origins");
        sheet.noted("", 2, "short", "v1");
        let text = anstream::adapter::strip_str(&sheet.finish()).to_string();
        for line in text.lines() {
            assert!(display_width(line) <= 40, "{line}");
        }
        assert!(
            text.contains("\n  5 reports · 3 origins\n"),
            "a note that does not fit has its own line: {text}"
        );
        assert!(text.ends_with(&format!("short{}v1\n", " ".repeat(33))), "{text}");
    }
}

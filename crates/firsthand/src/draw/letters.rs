//! How wide words are, near enough to wrap them: a drawing cannot ask the reader's fonts.

use unicode_width::UnicodeWidthChar;

/// Room for wider fonts (DejaVu Sans, Verdana) than those the widths are of (Helvetica, Arial).
const SPARE: f64 = 1.18;
/// How much wider bold letters are.
const BOLD: f64 = 1.07;

/// Width of a text in units of the drawing, at a font size in the same units.
pub(super) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let sum: f64 = text.chars().map(letter).sum();
    sum * size * SPARE * if bold { BOLD } else { 1.0 }
}

/// Width of a letter as a part of the font size.
fn letter(c: char) -> f64 {
    match c {
        ' ' | 'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '/' | '·' => 0.28,
        'f' | 't' | 'r' | '(' | ')' | '-' | '“' | '”' | '"' => 0.35,
        'm' | 'M' | 'w' => 0.84,
        'W' | '%' | '—' | '…' | '@' | '←' => 1.0,
        'A'..='Z' | '&' => 0.72,
        c if c.is_ascii() => 0.56,
        c => match c.width() {
            Some(0) | None => 0.0,
            Some(1) => 0.66,
            Some(_) => 1.02,
        },
    }
}

/// Breaks a text into lines no wider than `room`; words that are wider are cut. At least one line.
pub(super) fn lines(text: &str, size: f64, bold: bool, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(line) = lines.last_mut() else { continue };
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, size, bold) <= room {
            *line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(String::new());
        }
        for c in word.chars() {
            let Some(line) = lines.last_mut() else { continue };
            let mut longer = line.clone();
            longer.push(c);
            if line.is_empty() || width(&longer, size, bold) <= room {
                *line = longer;
            } else {
                lines.push(c.to_string());
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_wider_than_its_room() {
        let cases = [
            "The ferry Halcyon struck a mole at Port Sarnay",
            "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
            "港の火災で倉庫が三棟焼けたと当局が発表した",
            "a \u{200d} b",
            "",
        ];
        for text in cases {
            let lines = lines(text, 14.0, true, 120.0);
            assert!(lines.iter().all(|line| width(line, 14.0, true) <= 120.0), "{lines:?}");
            let letters = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(text), "nothing is lost");
        }
    }
}

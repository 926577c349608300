//! Names printed a second time in their own script: `Yun Jong Ho (윤정호)`, `Omar Nadri (Arabic: عمر النادري)`.

use super::gather::{Seen, named};
use super::sheet::Sheet;
use unicode_normalization::char::is_combining_mark;

/// Whether a name is written in letters other than Latin ones.
pub(super) fn is_native(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some() && letters.all(|c| !is_latin(c))
}

/// Whether a name in its own script is more than one part of a personal name: two words, or three signs of Korean or
/// Chinese (two where the family name is one sign, too: a family name alone is never two).
pub(super) fn is_full(text: &str) -> bool {
    let signs = text.chars().filter(|c| is_sign(*c)).count();
    text.split_whitespace().count() > 1 || signs > 1
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2b0}'..='\u{2ff}')
}

/// Hangul syllables, Han signs, kana.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}')
}

/// Finds the names that stand in brackets in their own script right after a name, and takes them for names of its kind.
pub(super) fn add(sheet: &Sheet<'_>, report: usize, seen: &mut Vec<Seen>) {
    let mut found: Vec<Seen> = Vec::new();
    for s in seen.iter().filter(|s| !is_native(sheet.text(s.first, s.last))) {
        let opened = matches!(sheet.word(s.last), "(" | "[") && sheet.together(s.first, s.last);
        if !opened {
            continue;
        }
        let mut t = s.last + 1;
        let mut from = t;
        while t < sheet.len() && t - s.last < 16 && sheet.together(s.first, t) {
            // A sign that changes the one before it may be cut off as a word of its own.
            let word = sheet.word(t);
            let native = is_native(word) || word.chars().all(is_combining_mark);
            if !native {
                found.extend((from < t).then(|| named(sheet, report, from, t, s.kind)).flatten());
                from = t + 1;
            }
            if matches!(sheet.word(t), ")" | "]") {
                break;
            }
            t += 1;
        }
    }
    seen.retain(|s| !found.iter().any(|f| f.first < s.last && s.first < f.last));
    seen.extend(found);
    seen.sort_unstable_by_key(|s| (s.first, s.last));
}

/// The name a name in its own script stands in brackets after, as a place in the list of all names.
pub(super) fn owner(sheet: &Sheet<'_>, seen: &[Seen], n: usize) -> Option<usize> {
    let native = seen.get(n)?;
    let mut t = native.first;
    while t > 0 && native.first - t < 16 && !matches!(sheet.word(t - 1), "(" | "[") {
        t -= 1;
        if matches!(sheet.word(t), ")" | "]") {
            return None;
        }
    }
    let bracket = t.checked_sub(1).filter(|&b| sheet.together(b, native.first))?;
    let same = |s: &&Seen| s.report == native.report && s.last == bracket;
    let owner = seen.iter().take(n).rev().take_while(|s| s.report == native.report).find(same)?;
    seen.iter().position(|s| s == owner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_told_apart() {
        for (text, native, full) in [
            ("윤정호", true, true),
            ("윤", true, false),
            ("尹正鎬", true, true),
            ("Борис Мальков", true, true),
            ("Мальков", true, false),
            ("حسن", true, false),
            ("Žižić", false, false),
            ("Nguyễn", false, false),
            ("12", false, false),
        ] {
            assert_eq!((is_native(text), is_full(text)), (native, full), "{text}");
        }
    }
}

//! Two versions of a sentence as one, with the words that went and the words that came.

use super::markup::text;

/// Sentences with more words than this are shown whole, before and after: to compare them would take too long.
const MOST: usize = 400;

/// What became of the words of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Kept,
    Gone,
    New,
}

/// The sentence with `<del>` around words that went and `<ins>` around words that came, as HTML.
pub fn changed(before: &str, after: &str) -> String {
    let old: Vec<&str> = before.split_whitespace().collect();
    let new: Vec<&str> = after.split_whitespace().collect();
    let mut html = String::new();
    for (fate, words) in runs(&old, &new) {
        let words = text(&words.join(" "));
        if !html.is_empty() {
            html.push(' ');
        }
        match fate {
            Fate::Kept => html.push_str(&words),
            Fate::Gone => html.push_str(&format!("<del>{words}</del>")),
            Fate::New => html.push_str(&format!("<ins>{words}</ins>")),
        }
    }
    html
}

/// Runs of words of one fate, what went before what came.
fn runs<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(Fate, Vec<&'a str>)> {
    let mut runs: Vec<(Fate, Vec<&str>)> = Vec::new();
    let mut push = |fate: Fate, word| match runs.last_mut() {
        Some((last, words)) if *last == fate => words.push(word),
        _ => runs.push((fate, vec![word])),
    };
    if old.len() > MOST || new.len() > MOST {
        old.iter().for_each(|word| push(Fate::Gone, *word));
        new.iter().for_each(|word| push(Fate::New, *word));
        return runs;
    }
    let longest = common(old, new);
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        match (old.get(i), new.get(j)) {
            (Some(was), Some(is)) if was == is => {
                push(Fate::Kept, *is);
                (i, j) = (i + 1, j + 1);
            }
            (Some(was), is) if is.is_none() || longest[i + 1][j] >= longest[i][j + 1] => {
                push(Fate::Gone, *was);
                i += 1;
            }
            (_, Some(is)) => {
                push(Fate::New, *is);
                j += 1;
            }
            _ => break,
        }
    }
    runs
}

/// For every place in both how many words the rest has in common, in order.
fn common(old: &[&str], new: &[&str]) -> Vec<Vec<u16>> {
    let mut longest = vec![vec![0; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            longest[i][j] = match old[i] == new[j] {
                true => longest[i + 1][j + 1] + 1,
                false => longest[i + 1][j].max(longest[i][j + 1]),
            };
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::changed;

    #[test]
    fn words_that_went_and_came() {
        let cases = [
            (
                "Eight people were killed.",
                "Nine people were killed.",
                "<del>Eight</del> <ins>Nine</ins> people were killed.",
            ),
            ("", "All new <b>", "<ins>All new &lt;b&gt;</ins>"),
            ("All gone", "", "<del>All gone</del>"),
            ("a b c", "a c", "a <del>b</del> c"),
            ("same", "same", "same"),
            ("", "", ""),
        ];
        for (before, after, expected) in cases {
            assert_eq!(changed(before, after), expected);
        }
        let long = "word ".repeat(500);
        assert!(changed(&long, "word").starts_with("<del>word word"));
    }
}

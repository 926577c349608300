//! Two numbers that belong together: `by 54 votes to 46`, `16-8`.

/// A count for and against, or of two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Score(pub(super) u32, pub(super) u32);

/// Every score in a text: two whole numbers parted by `to`, `against` or a dash, the first with or without a noun behind it. Years,
/// days and clocks are none.
pub(super) fn scores(text: &str) -> Vec<Score> {
    let spaced = text.replace(['-', '–', '—'], " - ");
    let words: Vec<&str> =
        spaced.split_whitespace().map(|w| w.trim_end_matches([',', '.', ';', ')'])).collect();
    let number = |at: usize| {
        let w = words.get(at)?.trim_start_matches('(');
        let plain = !w.is_empty() && w.len() <= 3 && w.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| w.parse::<u32>().ok()).flatten()
    };
    let parts = |at: usize| words.get(at).is_some_and(|w| matches!(*w, "to" | "-" | "against"));
    let noun = |at: usize| words.get(at).is_some_and(|w| w.starts_with("vote") || w.starts_with("point"));
    let mut out = Vec::new();
    for at in 0..words.len() {
        let next = if noun(at + 1) { at + 2 } else { at + 1 };
        let (Some(a), true, Some(b)) = (number(at), parts(next), number(next + 1)) else { continue };
        // `5 to 7 people`, `from 10 to 20`: a range; a score has what follows it, or nothing that is counted.
        let ranged = at > 0 && matches!(words[at - 1], "from" | "between" | "about");
        let dash = |at: usize| words.get(at) == Some(&"-");
        let dated = dash(next + 2) || at > 0 && dash(at - 1);
        if !ranged && !dated && a != b {
            out.push(Score(a, b));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Score, scores};

    #[test]
    fn scores_are_told_from_ranges_and_days() {
        for (text, want) in [
            ("The council voted 16 to 8 to end it.", vec![Score(16, 8)]),
            ("passed by 54 votes to 46", vec![Score(54, 46)]),
            ("The vote, 16 - 8, was close.", vec![Score(16, 8)]),
            ("on a 247- 175 vote", vec![Score(247, 175)]),
            ("from 10 to 20 people", vec![]),
            ("on 2013-09-26", vec![]),
            ("2019 to 2021", vec![]),
        ] {
            assert_eq!(scores(text), want, "{text}");
        }
    }
}

//! Number words that count nothing: `no one`, `Formula One`.

use super::numeral::Numeral;
use super::section::Section;

pub(super) fn words_refused(s: &Section, at: usize, numeral: &Numeral, measured: bool) -> bool {
    let end = numeral.end;
    let (word, next, before) = (s.word(at), s.word(end), s.before(at, 1));
    if s.glued(at)
        && at > s.from
        && matches!(before, "-" | "–")
        && s.is_word(at.wrapping_sub(2))
        && s.glued(at - 1)
    {
        return true;
    }
    // `Formula One`, `Channel Four`, `Seven Network`: a capital inside a sentence.
    if at > s.from && s.capital(at) && !s.title_case && !measured {
        let opens_sentence = matches!(before, "." | ":" | "“" | "\"" | "‘" | "•" | "-" | "–" | "—" | ")");
        if !opens_sentence && (s.capital(at - 1) || s.capital(end)) {
            return true;
        }
    }
    if word != "one" || end != at + 1 {
        return false;
    }
    if measured {
        return false;
    }
    // `one` as a pronoun.
    let pronoun_before = matches!(
        before,
        "no" | "any"
            | "every"
            | "each"
            | "this"
            | "that"
            | "which"
            | "another"
            | "some"
            | "such"
            | "a"
            | "the"
            | "same"
            | "other"
            | "number"
            | "new"
            | "good"
            | "bad"
            | "big"
            | "only"
            | "first"
            | "last"
            | "next"
            | "square"
            | "day"
    ) || before == "-" && s.glued(at);
    let noun = s.is_word(end)
        && !matches!(
            next,
            "another"
                | "who"
                | "whose"
                | "that"
                | "which"
                | "is"
                | "was"
                | "can"
                | "could"
                | "would"
                | "will"
                | "has"
                | "had"
                | "may"
                | "might"
                | "should"
                | "must"
                | "with"
                | "to"
                | "and"
                | "or"
                | "but"
                | "for"
                | "by"
                | "on"
                | "from"
                | "as"
                | "at"
                | "he"
                | "she"
                | "they"
                | "we"
                | "i"
                | "it"
                | "does"
                | "if"
                | "when"
                | "where"
                | "because"
                | "after"
                | "before"
                | "than"
                | "s"
                | "day"
        );
    let noun = noun && !next.ends_with("ing");
    let of = next == "of";
    let stuck = s.glued(end) && matches!(next, "'" | "’");
    if stuck || !(noun || of || matches!(next, "in")) {
        return true;
    }
    pronoun_before && !(matches!(before, "the" | "only") && noun && !of)
}

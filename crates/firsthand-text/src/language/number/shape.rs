//! What the shape of a word says: plurals, words that open a sentence, streets.

use super::section::Section;

/// `575 Wilbraham Road`.
pub(super) fn street(s: &Section, end: usize) -> bool {
    if s.word(end) == "block" {
        return true;
    }
    (end..end + 3).take_while(|i| s.capital(*i)).any(|i| {
        i > end
            && matches!(
                s.word(i),
                "road" | "street" | "avenue" | "lane" | "drive" | "boulevard" | "rd" | "st" | "ave" | "blvd"
            )
    })
}

pub(super) fn plural(word: &str) -> bool {
    word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !matches!(word, "was" | "says" | "this" | "does" | "is" | "has")
        || matches!(
            word,
            "people"
                | "men"
                | "women"
                | "children"
                | "police"
                | "personnel"
                | "staff"
                | "troops"
                | "dead"
                | "killed"
                | "injured"
                | "wounded"
                | "others"
                | "cattle"
                | "aircraft"
                | "percent"
                | "more"
                | "additional"
                | "other"
                | "different"
                | "new"
                | "civilians"
        )
}

/// Words that open a sentence with a capital and are no name.
pub(super) fn opens(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "in"
            | "at"
            | "some"
            | "about"
            | "over"
            | "nearly"
            | "almost"
            | "only"
            | "all"
            | "and"
            | "but"
            | "of"
            | "for"
            | "with"
            | "from"
            | "to"
            | "between"
            | "around"
            | "under"
            | "up"
            | "another"
            | "just"
            | "these"
            | "those"
            | "its"
            | "his"
            | "her"
            | "our"
            | "their"
            | "after"
            | "by"
            | "on"
            | "as"
            | "more"
            | "than"
            | "that"
            | "both"
            | "aged"
            | "least"
            | "most"
    )
}

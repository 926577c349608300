//! The name a paper prints above its reports or into the title of its page, where nothing in it says that it is a paper:
//! `THE HARBOUR LAMP`, `Coastal Radio 98.4 - News - Alarm was broken`.
//!
//! Such a name is believed only where the report itself has somebody tell the paper something (`told the Harbour Lamp`):
//! others write that too, of another paper, but not under its name.

use super::draft::Draft;
use super::line::{Label, fold};
use crate::page::Page;

/// The name of the paper as the body writes it.
pub(super) fn nameplate(page: &Page, draft: &Draft<'_>) -> Option<String> {
    let title = draft.title()?;
    let above = draft.lines.iter().take(title).filter(|l| matches!(l.label, Label::Cut(_)) && !l.stop);
    let of_page = page.facts.iter().find(|f| f.place == "title").map_or("", |f| f.value.as_str());
    let words: Vec<&str> = of_page.split_whitespace().collect();
    let pieces = words.split(|w| matches!(*w, "-" | "–" | "—" | "|")).map(|piece| fold(&piece.join(" ")));
    let names = above.map(|l| fold(l.text())).chain(pieces);
    names.filter(|n| n.split(' ').count() <= 5).find_map(|name| {
        let name = name.strip_prefix("the ").unwrap_or(&name);
        // `Coastal Radio 98.4` is called without its number.
        let name = name.trim_end_matches(|c: char| !c.is_alphabetic());
        let body = draft.lines.iter().filter(|l| l.label == Label::Body && !name.is_empty());
        body.filter_map(|l| told(l.text(), name)).next()
    })
}

/// The words of a line that are this name, where somebody tells them something.
fn told(line: &str, name: &str) -> Option<String> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let long = name.split(' ').count();
    words.windows(long).enumerate().find_map(|(at, found)| {
        let found = found.join(" ");
        let bare = found.trim_end_matches(|c: char| !c.is_alphanumeric());
        let before = match words.get(..at)? {
            [before @ .., the] if the.eq_ignore_ascii_case("the") => before,
            before => before,
        };
        let tells = |w: &&str| ["told", "tells"].iter().any(|tell| w.eq_ignore_ascii_case(tell));
        let is_told = before.last().is_some_and(tells);
        let is_name = bare.starts_with(char::is_uppercase) && fold(bare) == name;
        (is_told && is_name).then(|| bare.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::told;

    #[test]
    fn a_paper_is_named_by_those_who_talk_to_it() {
        for (line, want) in [
            ("\"It rang,\" Brink told the Dock Lamp at his table.", Some("Dock Lamp")),
            ("Brink told Dock Lamp, which has the letter.", Some("Dock Lamp")),
            ("He tells the DOCK LAMP.", Some("DOCK LAMP")),
            ("Brink told the dock lamp apart from others.", None),
            ("Brink told the Dock Lampoon.", None),
            ("The Dock Lamp was told.", None),
            ("Brink sold the Dock Lamp.", None),
        ] {
            assert_eq!(told(line, "dock lamp").as_deref(), want, "{line}");
        }
    }
}

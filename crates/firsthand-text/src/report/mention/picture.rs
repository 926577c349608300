//! Whether a name credits a picture: `(AP Photo/Ada Vale)`, `Ada Vale / AFP / Getty Images`, `Credit: The Associated Press`.

use super::super::byline::is_person;
use super::super::caption;
use super::super::line::words as count;
use super::bracket;
use super::cue::{self, Cue};
use super::lexicon;
use super::place::Place;
use super::stand::opens_byline;

/// The longest stretch between the label of a credit and a name, in words.
const REACH: usize = 12;

/// Whether a name credits a picture.
pub(super) fn is_picture(place: &Place<'_>) -> bool {
    beside(place)
        || labelled(place)
        || behind_person(place)
        || before_person(place)
        || in_brackets(place)
        || closes_caption(place)
}

/// `AP Photo`, `AFP/Getty Images`, `TASS via Getty Images`, `Pool Photo via AP`, `Sputnik / AFP`.
fn beside(place: &Place<'_>) -> bool {
    let words = place.words;
    let is_of_picture =
        |at: usize| cue::at(words, at, Cue::Picture) > 0 || cue::at(words, at, Cue::House) > 0;
    let close = |gap: &str, marks: &str| gap.chars().all(|c| c.is_whitespace() || marks.contains(c));
    if let Some(gap) = place.gap(place.next)
        && close(gap, "/|-–—,_•")
    {
        let via = words.get(place.next).is_some_and(|w| w.key == "via") && is_of_picture(place.next + 1);
        if via || is_of_picture(place.next) {
            return true;
        }
    }
    let at = place.with_article();
    let Some(gap) = place.gap(at).filter(|g| close(g, "/|-–—_•:")) else { return false };
    let before = at - 1;
    if words.get(before).is_some_and(|w| w.key == "via") {
        // `via AP` by itself says where a text is from.
        return count(place.before()) > 1;
    }
    let house = cue::before(words, at, Cue::House) > 0 && gap.contains(['/', '|']);
    house
        || cue::before(words, at, Cue::Picture) > 0
            && (gap.contains(':') || is_short(place) || gap.contains('/'))
}

/// `Photo: Ada Vale, AP`, `Credit: The Associated Press`, `CreditAda Vale/Reuters`.
fn labelled(place: &Place<'_>) -> bool {
    let (first, _) = place.line_words();
    let from = first.max(place.at.saturating_sub(REACH));
    let labels = (from..place.at).rev().filter(|&n| cue::at(place.words, n, Cue::Label) > 0);
    for label in labels {
        let end = label + cue::at(place.words, label, Cue::Label);
        let Some(word) = place.words.get(end - 1) else { continue };
        let between = place.text.get(word.span.end..place.span.start).unwrap_or("");
        let opens =
            label == first || place.gap(label).is_some_and(|g| g.contains(['.', '(', '[', '|', '/', ')']));
        // `CreditAda Vale/Reuters`: the page lost what stood between them.
        let glued = between.chars().next().is_none_or(char::is_uppercase);
        let marked = between.trim_start().starts_with(':') || between.starts_with(" by ") || glued;
        if !ends_sentence(between) && marked && (opens || between.trim_start().starts_with(':')) {
            return true;
        }
    }
    false
}

/// Whether a sentence ends in a stretch; initials have a point as well.
fn ends_sentence(stretch: &str) -> bool {
    let before =
        |at: usize| stretch.get(..at).unwrap_or("").chars().rev().take_while(|c| c.is_alphanumeric()).count();
    stretch.match_indices(". ").any(|(at, _)| before(at) > 2)
}

/// `Ada Vale / AFP`, `Ada Vale, Sputnik / AP`, `ADA VALE | TASS`; behind a comma only a short name, and no byline.
fn behind_person(place: &Place<'_>) -> bool {
    let at = place.with_article();
    let before = place.words.get(at).map_or("", |w| place.until(w.span.start)).trim_end();
    if place.after().trim_start().starts_with("/-") || opens_byline(place) {
        return false;
    }
    let Some(mark) = before.chars().next_back() else { return false };
    match mark {
        '/' => named_before(before, 2),
        ',' | '|' | '•' => is_short(place) && named_before(before, 2) && !dated_behind(place),
        // `Ada Vale AP`, `(July 15) AP` at the end of a line.
        ')' => is_short(place) && place.after().trim().is_empty() && count(before) >= 4,
        c if c.is_alphabetic() && is_short(place) && place.after().trim().is_empty() => {
            let from = before.rfind(['.', ')', '”', '?', '!', ':']).map_or(0, |n| n + 1);
            let lone = before.get(from..).unwrap_or("").trim_start_matches(['”', ' ']).trim();
            (2..=3).contains(&count(lone)) && is_person(lone)
        }
        _ => false,
    }
}

/// `REUTERS/Ada Vale`, `© AFP / ADA VALE`. `(c)AFP/Ada Vale` signs a story.
fn before_person(place: &Place<'_>) -> bool {
    let Some(rest) = place.after().trim_start().strip_prefix('/') else { return false };
    let name = rest.split(['/', ')', ']', ',', '|', '.', '(']).next().unwrap_or("").trim();
    let first = place.words.get(place.at).is_some_and(|w| w.capitals);
    let before = place.before().trim_end().to_lowercase();
    first
        && is_person(name)
        && lexicon::name(name, &super::word::words(name), 0).is_none()
        && !before.ends_with("(c)")
        && !opens_byline(place)
        && !before.is_empty()
}

/// Whether a person, or a person and another house, stands before a mark at the end of a stretch.
fn named_before(stretch: &str, depth: usize) -> bool {
    let rest = stretch.trim_end_matches([' ', '/', ',', '|', '•']);
    let from = rest
        .rfind(['/', ',', '|', '•', '(', ')', '[', ':', '”', '©'])
        .map_or(0, |n| n + rest.get(n..).and_then(|r| r.chars().next()).map_or(1, char::len_utf8));
    let part = rest.get(from..).unwrap_or("").trim();
    // Behind the end of a sentence; initials have a point as well.
    let part =
        part.rsplit_once(". ").filter(|(b, _)| b.chars().rev().take_while(|c| c.is_alphabetic()).count() > 2);
    let whole = rest.get(from..).unwrap_or("").trim();
    let part = part.map_or(whole, |(_, p)| p.trim());
    let part = part.strip_prefix("by ").unwrap_or(part);
    if is_person(part) || part.rsplit(' ').take(2).collect::<Vec<_>>().len() == 2 && ends_in_person(part) {
        return true;
    }
    let words = super::word::words(part);
    let house = !words.is_empty()
        && words.len() <= 4
        && (cue::within(&words, Cue::House)
            || cue::within(&words, Cue::Picture)
            || lexicon::name(part, &words, 0).is_some()
            || words.len() == 1 && words.iter().all(|w| w.capital));
    house && depth > 0 && from > 0 && named_before(rest.get(..from).unwrap_or(""), depth - 1)
}

/// `… in Helsinki.Ada Vale`, `Image of the bay by Ada Vale`: the last two or three words are a person, and words in small letters
/// part them from what is before.
fn ends_in_person(part: &str) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    let Some(cut) =
        words.iter().rposition(|w| w.chars().next().is_some_and(char::is_lowercase) || w.contains('.'))
    else {
        return false;
    };
    let glued = words.get(cut).and_then(|w| w.rsplit_once('.')).map(|(_, w)| w).filter(|w| w.len() > 1);
    let tail: Vec<&str> =
        glued.into_iter().chain(words.get(cut + 1..).unwrap_or(&[]).iter().copied()).collect();
    let opens = words.get(cut).is_some_and(|w| *w == "by" || w.contains('.'));
    opens && is_person(&tail.join(" "))
}

/// In brackets with words of pictures: `(Port handout via AP)`, `(FILE - AFP)`.
fn in_brackets(place: &Place<'_>) -> bool {
    let Some(brackets) = bracket::around(place) else { return false };
    let from = place.words.partition_point(|w| w.span.start < brackets.open);
    let to = place.words.partition_point(|w| w.span.start < brackets.close);
    let inner = place.words.get(from..to).unwrap_or(&[]);
    inner.len() <= 20 && (cue::within(inner, Cue::Picture) || cue::within(inner, Cue::House))
}

/// At the end of a line that is a caption by its own words.
fn closes_caption(place: &Place<'_>) -> bool {
    let line = place.line.of(place.text).trim();
    count(place.after()) <= 3
        && count(place.before()) >= 4
        && bracket::stand(place).is_none()
        && !opens_byline(place)
        && caption::is_caption(line)
}

/// Whether the name is a short one: bylines mostly have the long one.
fn is_short(place: &Place<'_>) -> bool {
    place.next == place.at + 1 && place.words.get(place.at).is_some_and(|w| w.capitals && w.key.len() <= 5)
}

/// Whether a day, or `Updated`, follows, as it does below a byline.
fn dated_behind(place: &Place<'_>) -> bool {
    let next = if place.after().trim().is_empty() { place.below() } else { place.after() };
    let words = super::word::words(next);
    cue::at(&words, 0, Cue::Role) > 0 || super::stand::is_day(&words, 0)
}

//! How a name stands in a text, from what is around it.

use super::super::byline::{self, is_person};
use super::super::line::words as count;
use super::Stand;
use super::cue::{self, Cue};
use super::lexicon::{self, Trust};
use super::place::{DASHES, Place, ends_with_stop};
use super::word::{Word, words};
use super::{bracket, picture, running};

/// The longest byline, in words.
const BYLINE: usize = 24;

/// How a name stands. One that may be another word or name stands nowhere unless its place tells.
pub(super) fn stand(place: &Place<'_>, trust: Trust) -> Option<Stand> {
    let loose = trust == Trust::Loose;
    if trust == Trust::Doubtful && opens_longer(place) {
        return None;
    }
    let listed = bracket::stand(place);
    if !(loose && bracket::around(place).is_none()) && listed.is_none_or(|s| s == Stand::Picture) {
        let cited = bracket::around(place).is_none() && running::is_cited(place, true);
        if !cited && picture::is_picture(place) {
            return Some(Stand::Picture);
        }
    }
    if bracket::around(place).is_some() && picture::is_picture(place) {
        return Some(Stand::Picture);
    }
    if !loose && is_holder(place) {
        return Some(if picture::is_picture(place) || below_picture(place) {
            Stand::Picture
        } else {
            Stand::Rights
        });
    }
    if listed.is_some() {
        return listed;
    }
    if !loose && (trust == Trust::Sure || opens_byline(place)) && is_byline(place) {
        return Some(if closes(place) { Stand::Signature } else { Stand::Byline });
    }
    if between_dashes(place, loose) || behind_day(place) {
        return Some(Stand::Dateline);
    }
    if let Some(signed) = signature(place, loose) {
        return Some(signed);
    }
    if !loose && tells_source(place) || opens_source(place) {
        return Some(Stand::Source);
    }
    if running::is_cited(place, loose) {
        return Some(Stand::Cited);
    }
    (trust == Trust::Sure).then_some(Stand::Named)
}

/// `Time Warner`: a word that goes on as another name.
fn opens_longer(place: &Place<'_>) -> bool {
    place.gap(place.next) == Some(" ")
        && place.words.get(place.next).is_some_and(|w| w.capital && !w.capitals)
        && cue::at(place.words, place.next, Cue::Role) == 0
        && !is_day(place.words, place.next)
}

/// `© 2031 The Associated Press`, `Copyright 2031 by CNN NewSource`.
fn is_holder(place: &Place<'_>) -> bool {
    let before = place.before();
    let from = before.char_indices().rev().nth(40).map_or(0, |(at, _)| at);
    let near = before.get(from..).unwrap_or("");
    let near = near.rsplit_once(". ").map_or(near, |(_, n)| n);
    near.contains('©')
        || near.to_lowercase().contains("copyright")
        || near.contains("(c)")
        || near.contains("(C)")
}

/// Whether a credit of a picture stands before the name in its line.
fn below_picture(place: &Place<'_>) -> bool {
    let (from, _) = place.line_words();
    place.before().contains(')') && cue::within(place.words.get(from..place.at).unwrap_or(&[]), Cue::Picture)
}

/// Whether the line opens as a byline: `By Ada Vale, AP`, `Analysis by Ada Vale, CNN`.
pub(super) fn opens_byline(place: &Place<'_>) -> bool {
    let line = place.line.of(place.text).trim_start().to_lowercase();
    let opens = byline::OPENINGS.iter().any(|o| line.starts_with(o));
    let before = place.before().to_lowercase();
    let later = before.find(" by ").is_some_and(|at| count(before.get(..at).unwrap_or("")) <= 2)
        && !before.contains("photo");
    (opens || later) && count(place.before()) <= BYLINE && !before.contains(". \u{201c}")
}

/// In a byline, or a line of its own with at most a day or a role beside it.
fn is_byline(place: &Place<'_>) -> bool {
    if opens_byline(place) && !place.before().contains(", said") {
        return true;
    }
    let line = place.line.of(place.text).trim();
    let (first, last) = place.line_words();
    if last - first > BYLINE || line.ends_with(['?', '!']) {
        return false;
    }
    // `de l'Agence Vale` is the name, too.
    let skipped = (first..place.at).all(|n| cue::at(place.words, n, Cue::Filler) > 0);
    let at = if skipped { first } else { place.with_article() };
    let behind = cue::at(place.words, place.next, Cue::Role) > 0 && place.next < last;
    let rest = place.after().trim_start_matches([' ', '|', '/', '•', '·', ',', '-', '–', '—', ')']);
    let ends = rest.is_empty() || is_day(place.words, place.next) && place.next < last;
    if at == first && !place.before().trim_start().starts_with(['(', '[']) {
        let opens = rest.starts_with("By ") || is_person(rest) && count(rest) <= 3;
        return ends && is_among_prose(place)
            || behind && !line.ends_with('.')
            || opens && place.after().trim_start().starts_with(['-', '—', '–']);
    }
    let before = place.words.get(at).map_or("", |w| place.until(w.span.start)).trim_end();
    let parted = before.trim_end_matches([',', '|', '-', '–', '—', '•', '·', ' ']);
    let signed = parted.split(" and ").flat_map(|p| p.split([',', '&'])).all(|p| is_person(p.trim()));
    signed && (ends || behind)
}

/// Whether only a line or two, and no paragraph, follow.
fn closes(place: &Place<'_>) -> bool {
    let below = place.text.get(place.line.end..).unwrap_or("");
    place.paragraphs().0 && below.lines().all(|l| count(l) < 8)
}

/// Whether lines of some length are near: among columns of figures a name of two letters is none.
fn is_among_prose(place: &Place<'_>) -> bool {
    let is_prose = |l: &&str| count(l) >= 5;
    let above = place.text.get(..place.line.start).unwrap_or("").lines().rev();
    let below = place.text.get(place.line.end..).unwrap_or("").lines();
    let near = |lines: &mut dyn Iterator<Item = &str>| {
        lines.filter(|l| !l.trim().is_empty()).take(3).any(|l| is_prose(&l))
    };
    near(&mut above.into_iter()) || near(&mut below.into_iter()) || place.paragraphs().0
}

/// `Vik, 3. — Havas. — The harbour`, or the same at the head of a line.
fn between_dashes(place: &Place<'_>, loose: bool) -> bool {
    let behind = place.after().trim_start_matches([' ', '.', ',', '»']);
    if !(behind.starts_with(['—', '–', '―']) || behind.starts_with("--") || behind.starts_with("- ")) {
        return false;
    }
    let before = place.before().trim_end();
    if before.ends_with(['—', '–', '―'])
        || before.ends_with(['-', '/']) && before.chars().any(|c| c.is_ascii_digit())
    {
        return count(before) <= 10;
    }
    let above = place.above().trim_end();
    before.is_empty()
        && (!loose || above.ends_with(['.', ',', '—', '-']) || above.ends_with(|c: char| c.is_ascii_digit()))
}

/// `Vik, 3. Mai. DNB. Der Hafen`: behind the place and the day at the head of a line, with a point of its own.
pub(super) fn behind_day(place: &Place<'_>) -> bool {
    let before = place.before().trim_end();
    let rest = place.after();
    let opens = rest.trim_start_matches(['.', ' ', ')']).chars().next().is_some_and(char::is_uppercase);
    (2..=5).contains(&count(before))
        && before.contains(|c: char| c.is_ascii_digit())
        && before.ends_with(['.', ','])
        && before.starts_with(char::is_uppercase)
        && rest.trim_start().starts_with('.')
        && opens
}

/// At the end of a story: `… he said. / ats-afp`, `… he said. ATS`, `… he said. -- AFP`.
fn signature(place: &Place<'_>, loose: bool) -> Option<Stand> {
    let after = without_names(place.after().trim_start_matches([' ', '-', '/', ',']), false);
    if !after.trim_start_matches([' ', '.', ')', ']']).is_empty() {
        return None;
    }
    let before = without_names(place.before(), true).trim_end();
    if before.ends_with('/') {
        let story = before.trim_end_matches(['/', ' ']);
        let stop = ends_with_stop(if story.is_empty() { place.above() } else { story });
        return stop.then_some(Stand::Signature);
    }
    let dashed = before.ends_with(DASHES);
    let story = before.trim_end_matches(DASHES).trim_end();
    let lone = story.is_empty() && ends_with_stop(place.above()) && dashed;
    if loose || !lone && (story.is_empty() || !ends_with_stop(story) || story.ends_with(',')) {
        return None;
    }
    if !place.after().chars().all(|c| matches!(c, ' ' | '.' | ')' | ']')) {
        return None;
    }
    // Below a picture above the story the same is the picture's.
    Some(if place.paragraphs() == (false, true) && !dashed { Stand::Picture } else { Stand::Signature })
}

/// A stretch without the names of a list at its end (or its head): `… he said. / ats-` is `… he said. /`.
fn without_names(stretch: &str, from_end: bool) -> &str {
    let mut rest = stretch;
    for _ in 0..6 {
        let bare = if from_end {
            rest.trim_end_matches(['-', ' '])
        } else {
            rest.trim_start_matches(['-', ' ', '/', ','])
        };
        let short = |w: &str| w.chars().count() <= 10 && !w.is_empty();
        let cut = |c: char| !c.is_alphanumeric();
        let word = if from_end { bare.rsplit(cut).next() } else { bare.split(cut).next() };
        let Some(word) = word.filter(|w| short(w)) else { break };
        let words = words(word);
        if lexicon::name(word, &words, 0).is_none_or(|f| f.count != words.len()) {
            break;
        }
        let len = bare.len() - word.len();
        let next = if from_end { bare.get(..len) } else { bare.get(word.len()..) };
        let Some(next) = next else { break };
        // A name parted from this one by a slash only is of its list.
        rest = if from_end && next.ends_with('/') && ends_in_name(next) {
            next.trim_end_matches('/')
        } else {
            next
        };
    }
    rest
}

/// Whether a listed name stands before the slash at the end.
fn ends_in_name(stretch: &str) -> bool {
    let bare = stretch.trim_end_matches('/');
    let word = bare.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let words = words(word);
    !word.is_empty() && lexicon::name(word, &words, 0).is_some_and(|f| f.count == words.len())
}

/// `The Associated Press and Ada Vale contributed to this report.`
fn tells_source(place: &Place<'_>) -> bool {
    let (first, last) = place.line_words();
    let ends = |at: usize| place.gap(at).is_some_and(|g| g.contains(". ") || g.contains(['!', '?']));
    let from = (first + 1..=place.at).rev().find(|&n| ends(n)).unwrap_or(first);
    let to = (place.next..last).find(|&n| ends(n)).unwrap_or(last);
    to - from <= 50 && cue::within(place.words.get(from..to).unwrap_or(&[]), Cue::Source)
}

/// `Source: AFP`, `Quelle: dpa, AFP`, `via Reuters`.
fn opens_source(place: &Place<'_>) -> bool {
    let (first, _) = place.line_words();
    let mut at = place.with_article();
    // Back over the other names of the list.
    for _ in 0..5 {
        let taken = cue::before(place.words, at, Cue::Origin);
        if taken > 0 {
            let colon = place.gap(at).is_some_and(|g| g.contains(':'));
            let via = at - taken == first && place.words.get(first).is_some_and(|w| w.key == "via");
            return colon || via;
        }
        let before = (1..=4).find(|&n| {
            at >= n && lexicon::name(place.text, place.words, at - n).is_some_and(|f| f.count == n)
        });
        let beside = cue::before(place.words, at, Cue::Beside);
        match before.or((beside > 0).then_some(beside)) {
            Some(n) if at - n >= first => at -= n,
            _ => return false,
        }
    }
    false
}

/// Whether a day begins at a word: `June 1`, `Monday`, `15 Jul 2031`, `3:56`.
pub(super) fn is_day(words: &[Word], at: usize) -> bool {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    words.get(at).is_some_and(|w| {
        w.key.starts_with(|c: char| c.is_ascii_digit())
            || DAYS.contains(&w.key.as_str())
            || w.capital && MONTHS.iter().any(|m| w.key.starts_with(m)) && w.key.len() <= 9
    })
}

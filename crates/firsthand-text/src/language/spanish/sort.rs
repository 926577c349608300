//! Of what is a name the name? By lists, by the words in it and beside it.

use super::list;
use super::name::Run;
use super::page::Page;
use crate::language::NameKind;
use crate::language::country::{self, Sense};
use crate::language::name::lexicon::{self, FAMILY, GIVEN};
use crate::language::place::{self, Kind, Spot};
use crate::report::agency;

/// How surely a kind is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Surely {
    /// From shape or a gazetteer alone.
    Maybe,
    /// From a word beside it or a given name.
    Likely,
    /// From a word in it.
    Within,
    /// From a list of names.
    Listed,
}

/// The kind of a run, if anything tells it.
pub(super) fn kind(page: &Page<'_>, run: &Run) -> Option<(NameKind, Surely)> {
    let text = page.text(run.first, run.last);
    if let Some(known) = list::known(text) {
        return Some((known.kind, Surely::Listed));
    }
    if let Some((_, sense)) = country::sense(text) {
        let kind = if sense == Sense::Demonym { NameKind::Group } else { NameKind::Place };
        return Some((kind, Surely::Listed));
    }
    if agency::of(text).is_some() && text.len() > 2 {
        return Some((NameKind::Organisation, Surely::Listed));
    }
    let first = page.small(run.first);
    let last = page.small(run.last - 1);
    if list::of_sort("head", &first) && !is_person(page, run.first, run.last) {
        return Some((NameKind::Organisation, Surely::Within));
    }
    if run.last - run.first > 1 && list::of_sort("tail", &last) {
        return Some((NameKind::Organisation, Surely::Within));
    }
    if list::of_sort("thing", &first) && run.last - run.first > 1 {
        return Some((NameKind::Other, Surely::Within));
    }
    let before = page.small_before(run.first, 1);
    let titled = list::of_sort("title", &before) || list::of_sort("role", &before);
    if titled {
        return Some((NameKind::Person, Surely::Within));
    }
    if list::of_sort("site", &first) && run.last - run.first > 1 {
        return Some((NameKind::Place, Surely::Within));
    }
    if is_person(page, run.first, run.last) {
        return Some((NameKind::Person, Surely::Likely));
    }
    beside(page, run, &before).or_else(|| by_shape(page, run, text))
}

/// By the words beside the name: `la empresa`, `la ciudad de`, `dijo`.
fn beside(page: &Page<'_>, run: &Run, before: &str) -> Option<(NameKind, Surely)> {
    let two = page.small_before(run.first, 2);
    let three = page.small_before(run.first, 3);
    let noun = match before {
        "de" => two.as_str(),
        "la" if two == "de" => three.as_str(),
        _ => before,
    };
    if list::of_sort("near", noun) {
        return Some((NameKind::Place, Surely::Likely));
    }
    // `la compañía aérea Aerosol`, `el fabricante de aviones Boeing` are told by a word further left
    let firm = (1..=4).map(|back| page.small_before(run.first, back)).take_while(|w| {
        !w.is_empty() && !matches!(w.as_str(), "," | "." | "y" | "por" | "en" | "a" | "con" | "que")
    });
    if before != "de" && before != "del" && firm.into_iter().any(|w| list::of_sort("firm", &w)) {
        return Some((NameKind::Organisation, Surely::Likely));
    }
    // `el presidente de Boeing, Juan`: the office is further left
    None
}

/// By shape and gazetteer: letters, models, cities.
fn by_shape(page: &Page<'_>, run: &Run, text: &str) -> Option<(NameKind, Surely)> {
    let digits = text.bytes().any(|b| b.is_ascii_digit());
    if digits || text.starts_with(char::is_lowercase) {
        return Some((NameKind::Other, Surely::Maybe));
    }
    let before = page.small_before(run.first, 1);
    let spot = place(text);
    let there = matches!(before.as_str(), "en" | "desde" | "hacia" | "hasta" | "a");
    if let Some(spot) = spot.filter(|s| there || s.population >= 1_000_000) {
        let surely = if there && spot.population >= 20_000 { Surely::Likely } else { Surely::Maybe };
        return Some((NameKind::Place, surely));
    }
    if is_letters(text) {
        return Some((NameKind::Organisation, Surely::Maybe));
    }
    if ["landia", "istán", "burgo", "grado"].iter().any(|end| text.ends_with(end)) {
        return Some((NameKind::Place, Surely::Maybe));
    }
    let saying = list::of_sort("say", &page.small(run.last)) || list::of_sort("say", &before);
    let bits = lexicon::entry(&country::fold(page.word(run.last - 1))).bits;
    if saying && bits & FAMILY != 0 {
        return Some((NameKind::Person, Surely::Maybe));
    }
    None
}

/// Whether the run is built like a person's name: a given name first, or initials, and something behind it.
pub(super) fn is_person(page: &Page<'_>, first: usize, last: usize) -> bool {
    if last < first + 2
        || !page.is_capital(first)
        || !page.is_capital(first + 1) && !matches!(page.word(first + 1), "de" | "del")
    {
        return false;
    }
    let bits = |t: usize| lexicon::entry(&country::fold(page.word(t))).bits;
    let firm = list::of_sort("tail", &page.small(last - 1)) || list::known(page.word(first)).is_some();
    bits(first) & GIVEN != 0
        && last - first <= 6
        && !firm
        && (bits(last - 1) & (GIVEN | FAMILY) != 0
            || last - first == 2
            || page.word(first + 1).ends_with('.'))
}

/// Two capitals or more and nothing else but points and digits: `ONU`, `G-20`.
pub(super) fn is_letters(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 1 && letters.clone().all(char::is_uppercase)
}

/// The largest place of this name, where it is one of some size or its main name.
pub(super) fn place(text: &str) -> Option<Spot> {
    let spots = place::spots(text);
    spots
        .into_iter()
        .find(|s| s.kind == Kind::Region || s.population >= 20_000 || s.main && s.population >= 5_000)
}

/// The kind of a listed name whose capitals say nothing.
pub(super) fn loud(text: &str) -> Option<NameKind> {
    if text.chars().count() < 4 {
        return None;
    }
    let known = list::known(text).filter(|k| k.kind != NameKind::Group).map(|k| k.kind);
    known.or_else(|| {
        matches!(country::sense(text), Some((_, Sense::Name | Sense::Capital))).then_some(NameKind::Place)
    })
}

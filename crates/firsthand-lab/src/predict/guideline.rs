//! What another data set would mark where we mark a name: guidelines differ, and a figure should tell recognition, not
//! habits of marking. Looks at the words only, never at what is marked in the set.

use firsthand_text::language::country::{self, Sense};
use firsthand_text::language::name::label::Found;
use firsthand_text::language::name::sort;
use firsthand_text::language::{NameKind, place};

/// The names as the worldwide newswire set marks them (Shan et al. 2023): names within names are marked and what holds them is
/// cut there (`Oman | Shooting Association`, `National Bank of | Egypt`, `City of | Windhoek`), and a place with the larger one
/// behind a comma is one name (`Iqaluit , Nunavut`).
pub(super) fn worldwide(words: &[&str], names: Vec<Found>) -> Vec<Found> {
    let cut: Vec<Found> = names.into_iter().flat_map(|name| parts(words, name)).collect();
    let mut out: Vec<Found> = Vec::new();
    for name in cut {
        match out.last_mut() {
            Some(last) if within(words, last, &name) => last.last = name.last,
            _ => out.push(name),
        }
    }
    out
}

/// Whether two places stand beside a comma, the second around the first.
fn within(words: &[&str], one: &Found, next: &Found) -> bool {
    one.kind.is_place()
        && next.kind.is_place()
        && one.last + 1 == next.first
        && words[one.last] == ","
        && place::within(&text(words, one.first, one.last), &text(words, next.first, next.last))
}

fn text(words: &[&str], first: usize, last: usize) -> String {
    words[first..last].join(" ")
}

fn parts(words: &[&str], name: Found) -> Vec<Found> {
    match name.kind {
        NameKind::Organisation => front(words, name),
        NameKind::Place | NameKind::Facility => back(words, name),
        _ => vec![name],
    }
}

/// Cuts off a country, a people or a place that stands at the head of a body's name.
fn front(words: &[&str], name: Found) -> Vec<Found> {
    for last in (name.first + 1..name.last.min(name.first + 4)).rev() {
        let rest = &words[last..name.last];
        if rest.is_empty() || !rest[0].starts_with(char::is_uppercase) {
            continue;
        }
        if let Some(kind) = land(&text(words, name.first, last), rest) {
            let head = Found { last, kind, ..name };
            return std::iter::once(head).chain(back(words, Found { first: last, ..name })).collect();
        }
    }
    back(words, name)
}

/// What the words before the rest of a body's name are by themselves.
fn land(text: &str, rest: &[&str]) -> Option<NameKind> {
    let body = rest.iter().any(|w| sort::bits(&w.to_lowercase()) & sort::HEAD != 0);
    match country::sense(text) {
        Some((_, Sense::Name)) => Some(NameKind::Place),
        Some((_, Sense::Demonym)) => Some(NameKind::Group),
        Some(_) if body => Some(NameKind::Place),
        None if body && !place::spots(text).is_empty() => Some(NameKind::Place),
        _ => None,
    }
}

/// Cuts off a place that stands at the end of a name: `Bank of | Egypt`, `City of | Windhoek`, `Telecom | Namibia`.
fn back(words: &[&str], name: Found) -> Vec<Found> {
    for first in (name.last.saturating_sub(3).max(name.first + 1)..name.last).rev() {
        let tail = text(words, first, name.last);
        let named = country::named(&tail).is_some();
        let of = matches!(words[first - 1], "of" | "for" | "in");
        let fits = match (name.kind, of) {
            (NameKind::Organisation, true) => named || !place::spots(&tail).is_empty(),
            (NameKind::Organisation, false) => named,
            // The Sultanate of Oman is one name.
            (_, true) => {
                !named && matches!(words[name.first], "City" | "Port" | "Town" | "Village" | "Municipality")
            }
            _ => false,
        };
        if fits {
            let head = Found { last: first, ..name };
            return vec![head, Found { first, kind: NameKind::Place, ..name }];
        }
    }
    vec![name]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_within_names_are_cut() {
        let cut = |line: &str, kind: NameKind| -> String {
            let words: Vec<&str> = line.split(' ').collect();
            let names = worldwide(&words, vec![Found { first: 0, last: words.len(), kind }]);
            let shown = names.iter().map(|n| format!("{:?} {}", n.kind, text(&words, n.first, n.last)));
            shown.collect::<Vec<_>>().join(" | ")
        };
        for (line, kind, want) in [
            (
                "Oman Rowing Association",
                NameKind::Organisation,
                "Place Oman | Organisation Rowing Association",
            ),
            ("Egyptian Banks Company", NameKind::Organisation, "Group Egyptian | Organisation Banks Company"),
            ("Central Bank of Egypt", NameKind::Organisation, "Organisation Central Bank of | Place Egypt"),
            ("Telecom Chad", NameKind::Organisation, "Organisation Telecom | Place Chad"),
            ("Ministry of Works", NameKind::Organisation, "Organisation Ministry of Works"),
            ("City of Windhoek", NameKind::Place, "Place City of | Place Windhoek"),
            ("Sultanate of Oman", NameKind::Place, "Place Sultanate of Oman"),
        ] {
            assert_eq!(cut(line, kind), want, "{line}");
        }
    }
}

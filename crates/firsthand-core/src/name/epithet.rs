//! Bodies called by a description of their name: `Relief Works, the agency for refugees`, `state police` after
//! `Mole State Police`.

use super::bundle::Bundles;
use super::gather::Seen;
use super::join::Ground;
use super::list;
use super::office::Office;
use super::sheet::Sheet;
use firsthand_text::language::NameKind;
use std::collections::{BTreeMap, BTreeSet};

/// Words before a phrase that make it any such body, not the one named.
const ANY: &[&str] = &[
    "a", "an", "another", "other", "some", "any", "its", "their", "his", "her", "every", "each", "several",
    "many", "no", "two", "three", "of",
];

/// Finds them in all reports, each with the bundle it stands for.
pub(super) fn find(ground: &Ground<'_>, bundles: &Bundles<'_>) -> Vec<Office> {
    let mut out = Vec::new();
    let mut bundle_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (i, strand) in bundles.strands.iter().enumerate() {
        bundle_of.extend(strand.seen.iter().map(|&n| (n, bundles.of(i))));
    }
    for (r, sheet) in ground.sheets.iter().enumerate() {
        let here: Vec<(usize, &Seen)> =
            ground.seen.iter().enumerate().filter(|(_, s)| s.report == r).collect();
        let covered: BTreeSet<usize> = here.iter().flat_map(|(_, s)| s.from..s.to).collect();
        for &(n, s) in &here {
            let kind = bundle_of.get(&n).map(|&b| bundles.strands[b].kind);
            let Some((first, last)) = apposed(sheet, s).filter(|_| kind == Some(NameKind::Organisation))
            else {
                continue;
            };
            out.push(held(r, first, last, bundle_of.get(&n).copied()));
        }
        out.extend(endings(sheet, r, &here, &covered, &bundle_of));
    }
    out
}

fn held(report: usize, first: usize, last: usize, holder: Option<usize>) -> Office {
    Office { report, first, last, sort: "body".to_owned(), country: None, holder }
}

/// `, the agency for refugees,` after the name of a body.
fn apposed(sheet: &Sheet<'_>, s: &Seen) -> Option<(usize, usize)> {
    if sheet.word(s.to) != "," || sheet.lower(s.to + 1) != "the" || !sheet.together(s.first, s.to + 1) {
        return None;
    }
    let first = s.to + 2;
    let mut last = first;
    let mut head = None;
    let mut linked = false;
    while sheet.together(s.first, last) && last - first < 10 {
        let link = matches!(sheet.lower(last), "of" | "for");
        if !link && !sheet.is_nominal(last) && !sheet.is_possessive(last) {
            break;
        }
        linked |= link;
        let common = sheet.word(last).chars().next().is_some_and(char::is_lowercase);
        if !linked && common && list::is_body_noun(sheet.lower(last)) {
            head = Some(last);
        }
        last += 1;
    }
    let closed =
        !sheet.together(s.first, last) || matches!(sheet.word(last), "," | "." | ")" | ";" | "—" | "–");
    let head = head.filter(|&h| h > first || linked)?;
    (closed && head < last && last - first > 1).then_some((first, last))
}

/// The last two words of a longer name, in any case, where the report has one such name.
fn endings(
    sheet: &Sheet<'_>,
    report: usize,
    here: &[(usize, &Seen)],
    covered: &BTreeSet<usize>,
    bundle_of: &BTreeMap<usize, usize>,
) -> Vec<Office> {
    let mut ends: BTreeMap<[String; 2], BTreeSet<usize>> = BTreeMap::new();
    for (n, s) in here.iter().filter(|(_, s)| s.kind == NameKind::Organisation && s.parts.len() > 2) {
        let [.., x, y] = &s.parts[..] else { continue };
        let generic = |w: &str| list::is_body_noun(w) || list::is_before_noun(w);
        let telling = !(generic(x) && generic(y)) && list::is_body_mark(y);
        // `Ministry of Public Works` ends in no body of its own.
        if telling && !s.parts.iter().any(|p| p == "of") {
            ends.entry([x.clone(), y.clone()]).or_default().extend(bundle_of.get(n));
        }
    }
    let mut out = Vec::new();
    for t in 0..sheet.len().saturating_sub(1) {
        let pair = [sheet.lower(t).to_owned(), sheet.lower(t + 1).to_owned()];
        let Some(holders) = ends.get(&pair).filter(|h| h.len() == 1) else { continue };
        let free = !covered.contains(&t) && !covered.contains(&(t + 1)) && sheet.together(t, t + 1);
        let before = t.checked_sub(1).filter(|&b| sheet.together(b, t));
        let own = before
            .is_none_or(|b| !ANY.contains(&sheet.lower(b)) && (!sheet.is_nominal(b) || sheet.is_verb(b)));
        let whole = !sheet.is_nominal(t + 2) || sheet.is_verb(t + 2) || !sheet.together(t, t + 2);
        if free && own && whole {
            out.push(held(report, t, t + 2, holders.first().copied()));
        }
    }
    out
}

//! Where each entity is meant: names first, then offices, descriptions and pronouns in the words left over.

use super::entity::Draft;
use super::gather::Seen;
use super::office::Office;
use super::sheet::Sheet;
use super::{Manner, Mention};
use std::collections::BTreeMap;

/// The mentions of one report by name and by office, in order, not overlapping.
pub(super) fn named(
    sheet: &Sheet<'_>,
    report: usize,
    seen: &[Seen],
    entity_of: &BTreeMap<usize, usize>,
    drafts: &[Draft],
    offices: &[Office],
) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    for (e, draft) in drafts.iter().enumerate() {
        for office in draft.offices.iter().filter_map(|&i| offices.get(i)).filter(|o| o.report == report) {
            put(sheet, &mut out, office.first, office.last, e, Manner::Role);
        }
    }
    // A longer form takes in a name inside it.
    let mut order: Vec<(usize, &Seen)> =
        seen.iter().enumerate().filter(|(_, s)| s.report == report).collect();
    order.sort_by_key(|(_, s)| (std::cmp::Reverse(s.to - s.from), s.first));
    for (n, s) in order {
        let Some(&entity) = entity_of.get(&n) else { continue };
        if !put(sheet, &mut out, s.from, s.to, entity, Manner::Name) {
            put(sheet, &mut out, s.first, s.last, entity, Manner::Name);
        }
    }
    out.sort_unstable_by_key(|m| m.first);
    out
}

/// Adds a mention unless its tokens are taken or stand for no text; whether it was added.
pub(super) fn put(
    sheet: &Sheet<'_>,
    out: &mut Vec<Mention>,
    first: usize,
    last: usize,
    entity: usize,
    manner: Manner,
) -> bool {
    let mut span = sheet.span(first, last);
    if manner == Manner::Name {
        // A possessive ending that was not cut off as a token.
        span.end = span.start + super::spelling::without_possessive(sheet.text(first, last)).len();
    }
    let taken = out.iter().any(|m| (m.first < last && first < m.last) || m.span.meets(span));
    if taken || first >= last || span.is_empty() {
        return false;
    }
    out.push(Mention { span, first, last, entity, manner });
    true
}

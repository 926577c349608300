//! Second names that a report itself gives: `Harbour Board (HB)`, `the Gull Marsh (Mawar Marsh)`, `it is called Mawar`.

use super::acronym::{is_acronym, stands_for};
use super::bundle::Bundles;
use super::gather::Seen;
use super::join::Ground;
use super::script;
use super::sheet::Sheet;
use super::strand::Strand;
use super::transliterate::{Likeness, likeness};
use firsthand_text::language::NameKind;
use std::collections::BTreeMap;

/// Joins names a report sets beside each other as names of one thing.
pub(super) fn join(ground: &Ground<'_>, bundles: &mut Bundles<'_>) {
    let strands = bundles.strands;
    let mut strand_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (i, s) in strands.iter().enumerate() {
        strand_of.extend(s.seen.iter().map(|&n| (n, i)));
    }
    for n in 1..ground.seen.len() {
        let (a, b) = (&ground.seen[n - 1], &ground.seen[n]);
        let (Some(&i), Some(&j)) = (strand_of.get(&(n - 1)), strand_of.get(&n)) else { continue };
        let Some(sheet) = ground.sheets.get(a.report).filter(|_| a.report == b.report) else { continue };
        if i == j {
            continue;
        }
        let Some(rule) = beside(sheet, a, b, &strands[i], &strands[j]) else { continue };
        let because = format!("the report sets “{}” beside “{}”", strands[j].text, strands[i].text);
        bundles.join_as_told(i, j, || ground.reason(rule, because, &strands[i], &strands[j]));
    }
    called(ground, bundles, &strand_of);
    for (n, seen) in ground.seen.iter().enumerate() {
        let Some(&j) = strand_of.get(&n).filter(|&&j| strands[j].native) else { continue };
        let Some(sheet) = ground.sheets.get(seen.report) else { continue };
        let owner = script::owner(sheet, ground.seen, n);
        let Some(&i) = owner.and_then(|o| strand_of.get(&o)) else { continue };
        let because = format!("the report prints “{}” as the name of “{}”", strands[j].text, strands[i].text);
        bundles.join(i, j, || ground.reason("own script", because, &strands[i], &strands[j]));
    }
}

/// What sets two neighbouring names beside each other.
fn beside(sheet: &Sheet<'_>, a: &Seen, b: &Seen, x: &Strand, y: &Strand) -> Option<&'static str> {
    if x.kind == NameKind::Person || y.kind == NameKind::Person || !sheet.together(a.first, b.first) {
        return None;
    }
    let between = sheet.text(a.last, b.first).trim();
    let letters = (is_acronym(&y.text) && stands_for(&y.text, &x.text))
        || (is_acronym(&x.text) && stands_for(&x.text, &y.text));
    let opened = between.ends_with('(') && !between.contains(')');
    if letters && (opened || matches!(between, "," | ", the" | ", or" | "or the" | "or")) {
        return Some("initials beside the name");
    }
    let closed = sheet.word(b.last) == ")";
    let formerly =
        between.contains("formerly") || between.contains("also known as") || between.contains("known as");
    if opened && formerly && x.kind == y.kind {
        return Some("second name in brackets");
    }
    if opened
        && closed
        && between == "("
        && x.kind == y.kind
        && x.parts.len() > 1
        && y.parts.len() > 1
        && kin(x, y)
    {
        return Some("second name in brackets");
    }
    // `a KLMN-sponsored (Relief Agency)`: letters, one word, a bracket.
    let near = b.first.saturating_sub(a.last) <= 4;
    if letters && near && opened && closed {
        return Some("initials beside the name");
    }
    None
}

/// Whether two names share a word, or a word and its translation sound alike.
fn kin(a: &Strand, b: &Strand) -> bool {
    a.parts.iter().any(|x| {
        b.parts
            .iter()
            .any(|y| x.len() > 3 && y.len() > 3 && likeness(x, y).is_some_and(|l| l <= Likeness::Consonants))
    })
}

/// `X is also called Y`, `It is known as Y`, where X is the name that opened the sentence before.
fn called(ground: &Ground<'_>, bundles: &mut Bundles<'_>, strand_of: &BTreeMap<usize, usize>) {
    let strands = bundles.strands;
    for (n, b) in ground.seen.iter().enumerate() {
        let Some(sheet) = ground.sheets.get(b.report) else { continue };
        let mut t = b.first;
        let back = |t: &mut usize, words: &[&str]| {
            let hit = *t > 0 && words.contains(&sheet.lower(*t - 1)) && sheet.together(*t - 1, b.first);
            *t -= usize::from(hit);
            hit
        };
        back(&mut t, &["the"]);
        let as_hit = back(&mut t, &["as"]);
        let verb =
            if as_hit { back(&mut t, &["known"]) } else { back(&mut t, &["called", "named", "dubbed"]) };
        back(&mut t, &["also", "locally"]);
        if !verb || !back(&mut t, &["is", "was", "are"]) {
            continue;
        }
        let subject = if t > 0 && sheet.lower(t - 1) == "it" {
            // The first name of the sentence before.
            let here = sheet.sentence.get(b.first).copied().unwrap_or(0);
            ground.seen.iter().position(|s| {
                s.report == b.report && here > 0 && sheet.sentence.get(s.first) == Some(&(here - 1))
            })
        } else {
            ground.seen.iter().position(|s| s.report == b.report && s.last == t)
        };
        let (Some(i), Some(&j)) = (subject.and_then(|s| strand_of.get(&s).copied()), strand_of.get(&n))
        else {
            continue;
        };
        if strands[i].kind == NameKind::Place && strands[j].kind != NameKind::Person && i != j {
            let because = format!("the report says “{}” is called “{}”", strands[i].text, strands[j].text);
            bundles.join_as_told(i, j, || ground.reason("called so", because, &strands[i], &strands[j]));
        }
    }
}

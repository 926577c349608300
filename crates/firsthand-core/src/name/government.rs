//! A capital that speaks or acts is its government: `Pyongyang denied it`. The country is meant, not the city.

use super::entity::Draft;
use super::sheet::Sheet;
use super::{Manner, Mention, Reason};
use firsthand_text::language::{NameKind, Relation, country};

/// What governments do and cities do not, by dictionary forms.
const DEEDS: &[&str] = &[
    "say",
    "tell",
    "add",
    "warn",
    "claim",
    "argue",
    "stress",
    "assert",
    "state",
    "confirm",
    "insist",
    "announce",
    "declare",
    "admit",
    "deny",
    "acknowledge",
    "maintain",
    "urge",
    "blame",
    "ask",
    "reply",
    "respond",
    "reiterate",
    "accuse",
    "reject",
    "condemn",
    "denounce",
    "demand",
    "vow",
    "pledge",
    "threaten",
    "promise",
    "refuse",
    "agree",
    "seek",
    "want",
    "plan",
    "intend",
    "decide",
    "propose",
    "offer",
    "send",
    "dispatch",
    "summon",
    "recall",
    "expel",
    "recognise",
    "recognize",
    "negotiate",
    "sign",
    "ratify",
    "sanction",
    "ban",
    "launch",
    "fire",
    "test",
    "deploy",
    "invade",
    "supply",
    "export",
    "import",
    "fund",
    "back",
    "support",
    "oppose",
    "protest",
    "retaliate",
    "hope",
    "believe",
    "fear",
    "regard",
    "see",
    "view",
    "try",
    "dismiss",
    "signal",
    "call",
    "order",
    "consider",
];

/// Gives the country the places where its capital acts, if the reports name the country; with the reason.
///
/// Only subjects in the active voice count, so that `Pyongyang was shelled` is still the city.
pub(super) fn stand_in(sheet: &Sheet<'_>, report: usize, mentions: &mut [Mention], drafts: &mut [Draft]) {
    for m in mentions.iter_mut().filter(|m| m.manner == Manner::Name) {
        let text = sheet.text(m.first, m.last);
        let Some((home, country::Sense::Capital)) = country::sense(text) else { continue };
        if drafts.get(m.entity).is_none_or(|d| d.entity.kind != NameKind::Place) || !acts(sheet, m) {
            continue;
        }
        let is_home = |d: &Draft| {
            d.entity.kind == NameKind::Place
                && d.entity.forms.iter().any(|f| country::named(&f.text).is_some_and(|c| c.code == home.code))
        };
        let Some(at) = drafts.iter().position(is_home) else { continue };
        (m.entity, m.manner) = (at, Manner::Role);
        let because = format!("“{text}” acts, and so stands for the government of {}", home.name);
        let place = (report, m.span);
        let Some(draft) = drafts.get_mut(at) else { continue };
        let rule = "capital for the government";
        match draft.entity.reasons.iter_mut().find(|r| r.rule == rule && r.because == because) {
            Some(reason) => reason.places.push(place),
            None => draft.entity.reasons.push(Reason { rule, because, places: vec![place] }),
        }
    }
}

/// Whether the mention is what does one of the deeds.
fn acts(sheet: &Sheet<'_>, m: &Mention) -> bool {
    let tokens = &sheet.report.tokens;
    let mut heads = (m.first..m.last)
        .filter_map(|t| tokens.get(t))
        .filter(|t| t.relation == Relation::Nsubj)
        .filter_map(|t| t.head);
    let deed =
        |h: usize| tokens.get(h).is_some_and(|t| sheet.is_verb(h) && DEEDS.contains(&t.lemma.as_str()));
    // A capital that opens its clause right before the verb, whatever the tree makes of it.
    let opens = m.first == 0
        || !sheet.together(m.first - 1, m.first)
        || sheet.is_mark(m.first - 1)
        || matches!(sheet.lower(m.first - 1), "and" | "but" | "that" | "while" | "as" | "because" | "after");
    heads.any(deed) || (opens && sheet.together(m.first, m.last) && deed(m.last))
}

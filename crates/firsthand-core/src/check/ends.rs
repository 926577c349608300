//! Where do ways of a claim begin and end, and on whose word is a statement?

use super::ground::Ground;
use super::meant::Meant;
use crate::account::{Argument, Statement};
use crate::name::called;
use firsthand_text::report::agency;

/// Names that the claim puts at one end of a way and the statement at the other.
pub(super) fn directions(meant: &Meant<'_>, ground: &Ground<'_>, s: &Statement) -> Vec<String> {
    let mut out = Vec::new();
    for (n, name) in meant.claim.names.iter().enumerate() {
        let lemma = meant.claim.predicate.as_deref().unwrap_or_default();
        let Some(end) = name.role.as_deref().and_then(|r| end(r, lemma)) else { continue };
        let is = |a: &&Argument| {
            let entity = a.entity.as_deref().and_then(|e| ground.entity(e));
            entity.is_some_and(|e| meant.names[n].contains(&e))
        };
        for told in s.arguments.iter().filter(is) {
            if self::end(&told.role, &s.predicate.lemma).is_some_and(|e| e != end) {
                out.push(format!("has {} at the other end of the way", name.text));
            }
        }
    }
    out
}

/// Whether a part is where a way leads: true, or where it begins: false.
fn end(role: &str, lemma: &str) -> Option<bool> {
    match role {
        "to" | "for" | "into" | "toward" | "towards" => Some(true),
        "from" => Some(false),
        "patient" if matches!(lemma, "leave" | "depart" | "flee" | "evacuate") => Some(false),
        "patient" if matches!(lemma, "visit" | "reach" | "enter" | "tour") => Some(true),
        _ => None,
    }
}

/// Whether a statement is on the word of this speaker, under any of his, her or its names: the one who says it, the origin,
/// or the outlet.
pub(super) fn is_said_by(speaker: &str, ground: &Ground<'_>, s: &Statement) -> bool {
    let same = |name: &str| {
        let (a, b) = (agency::of(speaker).map(|a| a.name), agency::of(name).map(|a| a.name));
        called(speaker, name, true) || called(speaker, name, false) || (a.is_some() && a == b)
    };
    let is = |id: &str| {
        ground.origin(id).is_some_and(|o| {
            let entity = o.entity.as_deref().and_then(|e| ground.entity(e));
            let forms = entity.map(|e| &ground.account.entities[e].forms);
            same(&o.name) || forms.is_some_and(|f| f.iter().any(|f| same(&f.text)))
        })
    };
    let outlet = ground.report(&s.report).and_then(|r| r.outlet.as_deref());
    s.attribution.iter().any(|a| is(&a.source))
        || s.origin.as_deref().is_some_and(is)
        || outlet.is_some_and(same)
}

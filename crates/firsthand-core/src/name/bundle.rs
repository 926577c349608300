//! Strands tied into entities, with the reasons that tied them and what must stay apart.

use super::Reason;
use super::person::{Nearness, nearness};
use super::strand::Strand;
use firsthand_text::language::NameKind;

/// A growing partition of the strands.
pub(super) struct Bundles<'a> {
    /// The strands.
    pub(super) strands: &'a [Strand],
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
    reasons: Vec<Vec<Reason>>,
}

impl<'a> Bundles<'a> {
    /// Every strand by itself.
    pub(super) fn new(strands: &'a [Strand]) -> Bundles<'a> {
        let n = strands.len();
        Bundles {
            strands,
            parent: (0..n).collect(),
            members: (0..n).map(|i| vec![i]).collect(),
            reasons: vec![Vec::new(); n],
        }
    }
    /// The bundle a strand is in: the lowest strand of it.
    pub(super) fn of(&self, strand: usize) -> usize {
        self.parent[strand]
    }
    /// The strands of a bundle, ascending.
    pub(super) fn members(&self, bundle: usize) -> &[usize] {
        &self.members[bundle]
    }
    /// Why its strands were joined.
    pub(super) fn reasons(&self, bundle: usize) -> &[Reason] {
        &self.reasons[bundle]
    }
    /// The bundles, ascending.
    pub(super) fn all(&self) -> Vec<usize> {
        (0..self.strands.len()).filter(|&i| self.parent[i] == i).collect()
    }
    /// Whether one of the strands of a bundle is a full personal name.
    pub(super) fn has_full_name(&self, bundle: usize) -> bool {
        self.members[bundle]
            .iter()
            .any(|&m| self.strands[m].kind == NameKind::Person && self.strands[m].is_full())
    }
    /// Joins the bundles of two strands unless something stands against it; whether they are one now.
    pub(super) fn join(&mut self, a: usize, b: usize, reason: impl FnOnce() -> Reason) -> bool {
        let (a, b) = (self.of(a), self.of(b));
        a == b || (!self.conflict(a, b) && self.tie(a, b, reason))
    }
    /// Joins two strands that a report itself says are one; only a person stays a person.
    pub(super) fn join_as_told(&mut self, a: usize, b: usize, reason: impl FnOnce() -> Reason) -> bool {
        let (a, b) = (self.of(a), self.of(b));
        let persons = |k: usize| self.members[k].iter().any(|&m| self.strands[m].kind == NameKind::Person);
        a == b || (!(persons(a) || persons(b)) && self.tie(a, b, reason))
    }
    fn tie(&mut self, a: usize, b: usize, reason: impl FnOnce() -> Reason) -> bool {
        let (a, b) = (a.min(b), a.max(b));
        let moved = std::mem::take(&mut self.members[b]);
        for &m in &moved {
            self.parent[m] = a;
        }
        self.members[a].extend(moved);
        self.members[a].sort_unstable();
        let mut reasons = std::mem::take(&mut self.reasons[b]);
        reasons.push(reason());
        for reason in reasons {
            add(&mut self.reasons[a], reason);
        }
        true
    }
    /// Whether two bundles hold names that cannot be one: persons of two names, a person and a place.
    pub(super) fn conflict(&self, a: usize, b: usize) -> bool {
        self.members[a]
            .iter()
            .any(|&x| self.members[b].iter().any(|&y| apart(&self.strands[x], &self.strands[y])))
    }
}

/// Adds a reason; one that says the same as another only adds its places to it.
fn add(reasons: &mut Vec<Reason>, reason: Reason) {
    let Some(same) = reasons.iter_mut().find(|r| r.rule == reason.rule && r.because == reason.because) else {
        reasons.push(reason);
        return;
    };
    same.places.extend(reason.places);
    same.places.sort_unstable();
    same.places.dedup();
}

/// Whether a sentence sets two unlike full names side by side: then they are two persons, however alike they sound.
fn stand_together(a: &Strand, b: &Strand) -> bool {
    a.report == b.report
        && a.beside.contains(&b.key)
        && nearness(&a.parts, &b.parts).is_none_or(|n| n > Nearness::Same)
}

fn apart(a: &Strand, b: &Strand) -> bool {
    use NameKind::{Group, Organisation, Person, Place};
    if a.kind == Person && b.kind == Person {
        let two = a.she.zip(b.she).is_some_and(|(x, y)| x != y) || a.unclear || b.unclear;
        let full = a.is_full() && b.is_full() && a.native == b.native && !a.ends(b) && !b.ends(a);
        return two || (full && (nearness(&a.parts, &b.parts).is_none() || stand_together(a, b)));
    }
    let hard = |k: NameKind| matches!(k, Person | Place | Organisation | Group);
    if a.kind != b.kind && hard(a.kind) && hard(b.kind) {
        return true;
    }
    a.kind == Organisation
        && b.kind == Organisation
        && a.country.zip(b.country).is_some_and(|(x, y)| x != y)
        && {
            // One body under one name may be owned in passing by two countries; two names may not.
            a.key != b.key
        }
}

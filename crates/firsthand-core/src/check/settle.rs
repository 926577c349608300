//! Which of the sides of one story stand, where there are two?

use super::shape::Stance;
use super::side::Found;
use std::collections::BTreeSet;

/// So much more of a claim is said less plainly by what then counts as a mention only; where a number or a day is disputed more, for
/// reports differ in those of one happening more often than in anything else.
const LESS_PLAIN: f64 = 0.15;
const LESS_PLAIN_COUNTED: f64 = 0.3;

/// Takes back contradictions that are likely of another happening: where the same report says what the claim says and
/// another day or number too, it speaks of two things; where one story says it, another value in another story is of
/// another event. A denial stands. A claim `bare` of names and words (`it is the first visit in five years`) is of
/// whatever happening there is, which is no telling where several stories have one.
pub(super) fn settle(found: &mut [Found<'_>], bare: bool) {
    let told: BTreeSet<usize> = found.iter().map(|f| f.ground).collect();
    if bare && told.len() > 1 {
        for f in found.iter_mut() {
            f.judged.stance = Stance::Mentions;
            f.judged.says = None;
        }
    }
    let supports: BTreeSet<(usize, String)> = found
        .iter()
        .filter(|f| f.judged.stance == Stance::Supports)
        .map(|f| (f.ground, f.statement.report.clone()))
        .collect();
    let stories: BTreeSet<usize> = supports.iter().map(|(ground, _)| *ground).collect();
    // Of two sides of one story the one that is told much less plainly is likely of something else.
    let plainest = |found: &[Found<'_>], ground: usize, stance: Stance| {
        let all = found.iter().filter(|f| f.ground == ground && f.judged.stance == stance);
        all.map(|f| f.judged.cost).fold(f64::INFINITY, f64::min)
    };
    for ground in told.iter().copied() {
        let (yes, no) =
            (plainest(found, ground, Stance::Supports), plainest(found, ground, Stance::Contradicts));
        let counted = |f: &&Found<'_>| {
            f.ground == ground && f.judged.stance == Stance::Contradicts && f.judged.measured
        };
        let room = if found.iter().any(|f| counted(&f)) { LESS_PLAIN_COUNTED } else { LESS_PLAIN };
        let weaker = |f: &Found<'_>| match f.judged.stance {
            Stance::Supports => f.judged.cost > no + room,
            Stance::Contradicts => f.judged.cost > yes + room,
            Stance::Mentions => false,
        };
        for f in found.iter_mut().filter(|f| f.ground == ground) {
            if weaker(f) {
                f.judged.stance = Stance::Mentions;
                f.judged.says = None;
            }
        }
    }
    // What one alleges and another denies is denied: the charge is no word for it.
    for ground in told.iter().copied() {
        let denied =
            |f: &Found<'_>| f.ground == ground && f.judged.stance == Stance::Contradicts && f.judged.denies;
        if !found.iter().any(denied) {
            continue;
        }
        let alleged =
            |f: &Found<'_>| f.statement.certainty == "alleged" && f.judged.stance == Stance::Supports;
        for f in found.iter_mut().filter(|f| f.ground == ground && alleged(f)) {
            f.judged.stance = Stance::Mentions;
        }
    }
    for f in found.iter_mut().filter(|f| f.judged.stance == Stance::Contradicts) {
        let own = supports.contains(&(f.ground, f.statement.report.clone()));
        let other = !stories.is_empty() && !stories.contains(&f.ground);
        let many = f.judged.many && !stories.is_empty();
        if (own && !f.judged.denies) || other || many {
            f.judged.stance = Stance::Mentions;
            f.judged.says = None;
        }
    }
}

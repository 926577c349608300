//! Who holds which office, by the roles beside the names: the minister, the governor, the head of the agency.

use super::point::Told;
use super::{Point, Slot, Value, Variant};
use crate::name::Manner;
use firsthand_text::language::NameKind;

/// For every person with a role: who is it, and which reports say so.
pub fn points(told: &Told<'_>) -> Vec<Point> {
    let mut out = Vec::new();
    for (e, entity) in told.names.entities.iter().enumerate() {
        if entity.kind != NameKind::Person {
            continue;
        }
        for role in &entity.roles {
            let Some(head) = head_noun(role) else { continue };
            let statements = naming(told, e, &head);
            if statements.is_empty() {
                continue;
            }
            let mut reports: Vec<usize> = statements.iter().map(|&s| told.statements[s].report).collect();
            reports.sort_unstable();
            reports.dedup();
            let variants = vec![Variant { value: Value::Entity(e), statements, reports }];
            let (status, reason) = super::point::status(told, Slot::Person, &variants);
            out.push(Point {
                aside: false,
                event: None,
                slot: Slot::Person,
                key: head.clone(),
                label: format!("who: {role}"),
                status,
                reason,
                variants,
            });
        }
    }
    out
}

/// The noun that heads a role: `minister` of `external economic relations minister`, `head` of `head of the agency`.
fn head_noun(role: &str) -> Option<String> {
    let before = role.split(" of ").next().unwrap_or(role).split(" at ").next().unwrap_or(role);
    let before = before.split(" for ").next().unwrap_or(before).split(',').next().unwrap_or(before);
    before.split_whitespace().last().map(str::to_lowercase)
}

/// One statement for each sentence that names the person together with the role.
fn naming(told: &Told<'_>, entity: usize, head: &str) -> Vec<usize> {
    let mut out = Vec::new();
    let mut last = None;
    for (n, s) in told.statements.iter().enumerate() {
        if last == Some((s.report, s.sentence)) {
            continue;
        }
        let report = told.reports[s.report];
        let sentence = report.sentences[s.sentence];
        let named = told.names.mentions.get(s.report).is_some_and(|m| {
            m.iter().any(|m| {
                m.entity == entity
                    && m.manner == Manner::Name
                    && m.first >= sentence.first
                    && m.last <= sentence.last
            })
        });
        let role = (sentence.first..sentence.last).any(|t| report.word(t).to_lowercase() == *head);
        if named && role {
            out.push(n);
            last = Some((s.report, s.sentence));
        }
    }
    out
}

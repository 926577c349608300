//! What a report says, as rows.

use crate::id::Id;
use crate::tables::{Name, Statement};
use firsthand_core::account::{self, Entity};

/// A statement as a row.
pub(super) fn statement(id: Id, s: &account::Statement) -> Statement {
    let of = |role: &str| {
        let texts: Vec<&str> =
            s.arguments.iter().filter(|a| a.role == role).map(|a| a.text.as_str()).collect();
        joined(&texts)
    };
    let other = s.arguments.iter().filter(|a| !["agent", "patient", "recipient"].contains(&a.role.as_str()));
    let others: Vec<String> = other.map(|a| format!("{}: {}", a.role, a.text)).collect();
    let chain: Vec<&str> = s.attribution.iter().map(|a| a.source.as_str()).collect();
    let (quantity, said) = (s.quantities.first(), s.attribution.last());
    Statement {
        report: id.to_string(),
        number: s.id.trim_start_matches('t').parse().unwrap_or_default(),
        part: s.passage.part.clone().unwrap_or_else(|| "body".into()),
        start: whole(s.passage.start),
        end: whole(s.passage.end),
        sentence: s.passage.text.clone(),
        predicate: s.predicate.lemma.clone(),
        subject: of("agent"),
        object: of("patient"),
        recipient: of("recipient"),
        others: joined(&others),
        time: s.time.as_ref().map(|t| t.value.clone()),
        time_text: s.time.as_ref().map(|t| t.text.clone()),
        place: s.place.as_ref().map(|p| p.text.clone()),
        value: quantity.map(|q| q.value),
        value_high: quantity.and_then(|q| q.high),
        bound: quantity.map(|q| q.bound.clone()),
        unit: quantity.and_then(|q| q.unit.clone()),
        quantity: quantity.map(|q| q.text.clone()),
        polarity: s.polarity.clone(),
        certainty: s.certainty.clone(),
        speaker: said.map(|a| a.source.clone()),
        attribution: said.map(|a| a.kind.clone()),
        chain: (!chain.is_empty()).then(|| chain.join(" ← ")),
        event: s.code.as_ref().map(|c| c.root.clone()),
    }
}

/// A name as a row.
pub(super) fn name(id: Id, entity: &Entity) -> Name {
    let forms: Vec<&str> = entity.forms.iter().map(|f| f.text.as_str()).collect();
    Name {
        report: id.to_string(),
        name: entity.name.clone(),
        kind: entity.kind.clone(),
        roles: joined(&entity.roles),
        country: entity.country.clone(),
        forms: forms.join("; "),
        count: entity.forms.iter().map(|f| small(f.count)).sum(),
    }
}

/// Parts of one cell; empty where there are none.
pub(super) fn joined<T: AsRef<str>>(parts: &[T]) -> Option<String> {
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// A count as a cell.
pub(super) fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// A small count as a cell.
pub(super) fn small(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

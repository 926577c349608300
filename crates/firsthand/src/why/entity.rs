//! Why an entity: its spellings, and why they were put together.

use super::evidence::{fact, reason, title};
use crate::index::Index;
use crate::show::sheet::Sheet;
use crate::wording::{clean, count};
use firsthand_core::account::Entity;

pub(super) fn explain(index: &Index<'_>, entity: &Entity, sheet: &mut Sheet) {
    title(sheet, &entity.id, &entity.name);
    fact(sheet, "kind", &entity.kind);
    fact(sheet, "called", &entity.roles.join("; "));
    fact(sheet, "country", entity.country.as_deref().unwrap_or_default());
    for form in &entity.forms {
        let times = count(form.count, "time");
        fact(sheet, "spelled", &format!("{}, {times}, by {}", clean(&form.text), index.names(&form.reports)));
    }
    if !entity.reasons.is_empty() {
        sheet.head("Why these are one");
    }
    for because in &entity.reasons {
        reason(index, because, sheet);
    }
    let meant = |entity_id: &Option<String>| entity_id.as_deref() == Some(&*entity.id);
    let statements: Vec<&str> = index
        .account
        .statements
        .iter()
        .filter(|t| {
            t.arguments.iter().any(|a| meant(&a.entity)) || t.place.as_ref().is_some_and(|p| meant(&p.entity))
        })
        .map(|t| &*t.id)
        .collect();
    if !statements.is_empty() {
        sheet.head("Where it takes part");
        fact(sheet, "statements", &statements.join(", "));
    }
}

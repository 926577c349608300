//! Statements: one proposition, in one sentence, on somebody's word.

use super::{Column, Row, Table, flag, number, text, whole};
use crate::export::{Dossier, id};
use firsthand_core::account::Statement;

pub(super) const TABLE: Table = Table { name: "statements", columns: &COLUMNS, rows };

const COLUMNS: [Column; 31] = [
    text("statement"),
    whole("story"),
    text("local"),
    whole("report"),
    whole("version"),
    text("part"),
    whole("start"),
    whole("end"),
    whole("byte_start"),
    whole("byte_end"),
    text("sentence"),
    text("predicate"),
    text("subject"),
    text("subject_name"),
    text("object"),
    text("object_name"),
    number("value"),
    number("value_high"),
    text("bound"),
    text("unit"),
    text("quantity"),
    text("edtf"),
    text("edtf_text"),
    text("place"),
    text("polarity"),
    text("certainty"),
    text("speaker"),
    text("attribution"),
    flag("is_quote"),
    text("origin"),
    text("event"),
];

fn rows(dossier: &Dossier) -> Vec<Row> {
    dossier.account.statements.iter().filter_map(|s| row(dossier, s)).collect()
}

fn row(dossier: &Dossier, s: &Statement) -> Option<Row> {
    let place = dossier.place(&s.report)?;
    let name = |id: Option<&String>| {
        id.and_then(|id| dossier.account.entities.iter().find(|e| e.id == *id)).map(|e| e.name.clone())
    };
    let argument = |role: &str| s.arguments.iter().find(|a| a.role == role);
    let (agent, patient) = (argument("agent"), argument("patient"));
    let quantity = s.quantities.first();
    let said = s.attribution.last();
    let bytes = s.passage.bytes;
    Some(vec![
        id::statement(place.copy, s).into(),
        dossier.id.into(),
        (&s.id).into(),
        place.copy.first.into(),
        place.copy.id.into(),
        s.passage.part.as_deref().unwrap_or("body").into(),
        s.passage.start.into(),
        s.passage.end.into(),
        bytes.map(|b| b[0]).into(),
        bytes.map(|b| b[1]).into(),
        (&s.passage.text).into(),
        (&s.predicate.lemma).into(),
        agent.map(|a| &a.text).into(),
        name(agent.and_then(|a| a.entity.as_ref())).into(),
        patient.map(|a| &a.text).into(),
        name(patient.and_then(|a| a.entity.as_ref())).into(),
        quantity.map(|q| q.value).into(),
        quantity.and_then(|q| q.high).into(),
        quantity.map(|q| &q.bound).into(),
        quantity.and_then(|q| q.unit.as_ref()).into(),
        quantity.map(|q| &q.text).into(),
        s.time.as_ref().map(|t| &t.value).into(),
        s.time.as_ref().map(|t| &t.text).into(),
        s.place.as_ref().map(|p| name(p.entity.as_ref()).unwrap_or_else(|| p.text.clone())).into(),
        (&s.polarity).into(),
        (&s.certainty).into(),
        said.map(|a| dossier.name(&a.source)).into(),
        said.map(|a| &a.kind).into(),
        said.is_some_and(|a| a.kind == "quoted").into(),
        s.origin.as_deref().map(|o| dossier.name(o)).into(),
        s.event.as_ref().into(),
    ])
}

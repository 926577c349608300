//! Statements as entries of a ledger: each with its report, its sentence and the whole chain of whose word it is.

use crate::index::Index;
use firsthand_core::account::{Amount, Argument, Statement};
use serde::Serialize;

/// One statement with what its ids stand for.
#[derive(Debug, Clone, Serialize)]
pub struct Entry<'a> {
    /// Id of the story.
    pub story: &'a str,
    /// Where the report lies.
    pub location: &'a str,
    /// Its outlet.
    pub outlet: Option<&'a str>,
    /// When it was published (EDTF).
    pub published: Option<&'a str>,
    /// Whose word it is, from the outlet inwards: outlet, agency, dispatch, speaker.
    pub chain: Vec<Link<'a>>,
    /// The statement, as in the account.
    #[serde(flatten)]
    pub statement: &'a Statement,
}

/// One step of a chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link<'a> {
    /// Who.
    pub name: String,
    /// Role, as the reports give it.
    pub role: Option<&'a str>,
    /// `outlet`, `quoted`, `reported`, `credited` or `relayed`.
    pub kind: &'a str,
}

/// The statements of an account in order of report and place; of one source only where `by` is part of a form of its name,
/// in small letters.
pub fn entries<'a>(index: &Index<'a>, by: Option<&str>) -> Vec<Entry<'a>> {
    let account = index.account;
    let mut entries: Vec<Entry<'a>> = account
        .statements
        .iter()
        .filter(|s| by.is_none_or(|by| is_by(index, s, by)))
        .map(|statement| {
            let report = index.report(&statement.report);
            Entry {
                story: &account.story.id,
                location: report.map_or("", |r| &r.location),
                outlet: report.and_then(|r| r.outlet.as_deref()),
                published: report.and_then(|r| r.published.value.as_deref()),
                chain: chain(index, statement),
                statement,
            }
        })
        .collect();
    let place = |id: &str| account.reports.iter().position(|r| r.id == id);
    entries.sort_by_key(|e| {
        (place(&e.statement.report), e.statement.passage.start, e.statement.predicate.start)
    });
    entries
}

fn is_by(index: &Index<'_>, statement: &Statement, by: &str) -> bool {
    statement.attribution.iter().filter_map(|a| index.origin(&a.source)).any(|origin| {
        let entity = origin.entity.as_deref().and_then(|e| index.entity(e));
        let forms = entity.iter().flat_map(|e| e.forms.iter().map(|f| f.text.as_str()));
        forms.chain([origin.name.as_str()]).any(|name| name.to_lowercase().contains(by))
    })
}

fn chain<'a>(index: &Index<'a>, statement: &'a Statement) -> Vec<Link<'a>> {
    let outlet = Link { name: index.name(&statement.report), role: None, kind: "outlet" };
    let steps = statement.attribution.iter().map(|step| {
        let entity = index.origin(&step.source).and_then(|o| o.entity.as_deref());
        let role = entity.and_then(|e| index.entity(e)).and_then(|e| e.roles.first());
        Link { name: index.name(&step.source), role: role.map(String::as_str), kind: &step.kind }
    });
    std::iter::once(outlet).chain(steps).collect()
}

/// The entries as a table with a head. Errors: a row that cannot be written.
pub fn csv<'a, 'b: 'a>(entries: impl Iterator<Item = &'a Entry<'b>>) -> anyhow::Result<Vec<u8>> {
    const HEAD: [&str; 23] = [
        "id",
        "report",
        "location",
        "outlet",
        "published",
        "sentence",
        "predicate",
        "agent",
        "patient",
        "recipient",
        "others",
        "time",
        "place",
        "quantities",
        "polarity",
        "certainty",
        "source",
        "source_role",
        "kind",
        "chain",
        "rule",
        "origin",
        "start",
    ];
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(HEAD.iter().chain(&["end"]))?;
    for entry in entries {
        let s = entry.statement;
        let speaker = entry.chain.last().filter(|_| entry.chain.len() > 1);
        let chain: Vec<&str> = entry.chain.iter().map(|l| l.name.as_str()).collect();
        let amounts: Vec<&str> = s.quantities.iter().map(|q: &Amount| q.text.as_str()).collect();
        writer.write_record([
            format!("{}/{}", entry.story, s.id),
            s.report.clone(),
            entry.location.to_owned(),
            entry.outlet.unwrap_or_default().to_owned(),
            entry.published.unwrap_or_default().to_owned(),
            s.passage.text.clone(),
            s.predicate.lemma.clone(),
            role(&s.arguments, "agent"),
            role(&s.arguments, "patient"),
            role(&s.arguments, "recipient"),
            others(&s.arguments),
            s.time.as_ref().map(|t| t.value.clone()).unwrap_or_default(),
            s.place.as_ref().map(|p| p.text.clone()).unwrap_or_default(),
            amounts.join("; "),
            s.polarity.clone(),
            s.certainty.clone(),
            speaker.map(|l| l.name.clone()).unwrap_or_default(),
            speaker.and_then(|l| l.role).unwrap_or_default().to_owned(),
            speaker.map(|l| l.kind).unwrap_or_default().to_owned(),
            chain.join(" ← "),
            s.attribution.last().map(|a| a.rule.clone()).unwrap_or_default(),
            s.origin.clone().unwrap_or_default(),
            s.passage.start.to_string(),
            s.passage.end.to_string(),
        ])?;
    }
    writer.into_inner().map_err(|error| anyhow::anyhow!("the table could not be written: {error}"))
}

fn role(arguments: &[Argument], role: &str) -> String {
    let texts: Vec<&str> = arguments.iter().filter(|a| a.role == role).map(|a| a.text.as_str()).collect();
    texts.join("; ")
}

/// Everybody and everything else that takes part, by preposition.
pub fn others(arguments: &[Argument]) -> String {
    let other = |a: &&Argument| !["agent", "patient", "recipient"].contains(&a.role.as_str());
    let texts: Vec<String> =
        arguments.iter().filter(other).map(|a| format!("{}: {}", a.role, a.text)).collect();
    texts.join("; ")
}

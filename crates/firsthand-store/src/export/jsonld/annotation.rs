//! Web Annotations: where each statement stands, and where steps of the lineage and answers show.

use super::ANNOTATION;
use crate::ReportRow;
use crate::export::{Dossier, Error, Place, Text, id};
use firsthand_core::account::{Passage, Statement};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;

/// The texts of a story's reports, by the account's id: made once, used for every passage.
struct Pages<'a> {
    dossier: &'a Dossier,
    texts: BTreeMap<&'a str, Text>,
}

/// Writes the annotations of a story as one page, an annotation a line within it.
pub fn page(dossier: &Dossier, out: &mut dyn Write) -> Result<(), Error> {
    let story = id::story(dossier);
    let id = format!("{story}#annotations");
    writeln!(
        out,
        "{{\"@context\":{},\"id\":{},\"type\":\"AnnotationPage\",\"items\":[",
        text(ANNOTATION)?,
        text(&id)?
    )?;
    let all = annotations(dossier);
    for (n, annotation) in all.iter().enumerate() {
        let end = if n + 1 < all.len() { "," } else { "" };
        writeln!(out, "{}{end}", serde_json::to_string(annotation)?)?;
    }
    Ok(writeln!(out, "]}}")?)
}

fn text(text: &str) -> Result<String, Error> {
    Ok(serde_json::to_string(text)?)
}

/// The annotations of a story, without a context: statements, then steps of the lineage, then questions with more than
/// one answer.
pub fn annotations(dossier: &Dossier) -> Vec<Value> {
    let texts = dossier.places().map(|p| (p.report.id.as_str(), Text::new(p.report))).collect();
    let pages = Pages { dossier, texts };
    let account = &dossier.account;
    let mut all: Vec<Value> = account.statements.iter().filter_map(|s| statement(&pages, s)).collect();
    for edge in &account.lineage {
        let urn = id::edge(dossier, edge);
        let targets: Vec<Value> = edge.passages.iter().filter_map(|p| pages.target(None, p)).collect();
        if !targets.is_empty() {
            all.push(json!({
                "id": format!("{urn}#annotation"),
                "type": "Annotation",
                "motivation": "linking",
                "body": [urn, words("describing", &edge.reason)],
                "target": targets,
            }));
        }
    }
    all.extend(account.points.iter().filter(|p| p.variants.len() > 1).map(|p| question(dossier, p)));
    all
}

fn statement(pages: &Pages<'_>, statement: &Statement) -> Option<Value> {
    let place = pages.dossier.place(&statement.report)?;
    let urn = id::statement(place.copy, statement);
    Some(json!({
        "id": format!("{urn}#annotation"),
        "type": "Annotation",
        "motivation": "identifying",
        "body": [urn, words("classifying", &in_words(statement))],
        "target": pages.target(Some(&statement.report), &statement.passage)?,
    }))
}

/// One question and what is answered: an annotation of the statements, which lie in several reports.
fn question(dossier: &Dossier, point: &firsthand_core::account::Point) -> Value {
    let account = &dossier.account;
    let urn = |s: &String| {
        let statement = account.statements.iter().find(|x| x.id == *s)?;
        Some(Value::from(id::statement(dossier.place(&statement.report)?.copy, statement)))
    };
    let answers: Vec<&str> = point.variants.iter().map(|v| v.value.as_str()).collect();
    let status = format!("{:?}", point.status).to_lowercase();
    json!({
        "id": id::point(dossier, point),
        "type": "Annotation",
        "motivation": "linking",
        "body": words("describing", &format!("{status}: {}: {} ({})", point.label, answers.join(" | "), point.reason)),
        "target": point.variants.iter().flat_map(|v| &v.statements).filter_map(urn).collect::<Vec<_>>(),
    })
}

fn words(purpose: &str, value: &str) -> Value {
    json!({ "type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value })
}

/// `kill: agent The storm; 9 people (exact); 2025-03-12; asserted`.
fn in_words(statement: &Statement) -> String {
    let mut parts: Vec<String> =
        statement.arguments.iter().map(|a| format!("{} {}", a.role, a.text)).collect();
    parts.extend(statement.quantities.iter().map(|q| format!("{} ({})", q.text, q.bound)));
    parts.extend(statement.time.iter().map(|t| t.value.clone()));
    if statement.polarity == "negative" {
        parts.push("negative".into());
    }
    parts.push(statement.certainty.clone());
    format!("{}: {}", statement.predicate.lemma, parts.join("; "))
}

impl Pages<'_> {
    /// Where a passage stands: in a report, in the version that was read, by quotation and by position.
    fn target(&self, report: Option<&str>, passage: &Passage) -> Option<Value> {
        let id = report.or(passage.report.as_deref())?;
        let Place { copy, .. } = self.dossier.place(id)?;
        let mut target = json!({
            "type": "SpecificResource",
            "source": copy.url.clone().unwrap_or_else(|| id::version(copy)),
            "selector": self.texts.get(id)?.quote(passage).selectors(),
        });
        target["state"] = state(copy);
        Some(target)
    }
}

/// Which version of the page it is. The date is that of fetching, where it is known to the second.
fn state(copy: &ReportRow) -> Value {
    let mut state = json!({ "type": "TimeState", "cached": id::version(copy) });
    if let Some(crawled) = copy.crawled.as_ref().filter(|c| c.parse::<jiff::Timestamp>().is_ok()) {
        state["sourceDate"] = crawled.as_str().into();
    }
    state
}

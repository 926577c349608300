//! The notes beside a paragraph: whose word each of its sentences is, of what it speaks, what is disputed in it.

use super::Read;
use crate::page::markup::text;
use crate::wording::{capital, clean, shorten};
use firsthand_core::account::{Statement, Status};

/// Labels longer than this, in scalar values, are cut.
const LABEL: usize = 70;

/// Notes on statements, one a sentence: statements of one sentence stand together.
pub(super) fn notes(read: &Read<'_>, statements: &[&Statement]) -> String {
    let mut sentences: Vec<Vec<&Statement>> = Vec::new();
    for statement in statements {
        match sentences.last_mut() {
            Some(last) if last.iter().any(|t| t.passage == statement.passage) => last.push(statement),
            _ => sentences.push(vec![statement]),
        }
    }
    if sentences.is_empty() {
        return String::new();
    }
    let items: String = sentences.iter().map(|s| note(read, s)).collect();
    format!("<ul class=\"notes\" aria-label=\"Statements of this paragraph\">\n{items}</ul>\n")
}

fn note(read: &Read<'_>, statements: &[&Statement]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for statement in statements {
        let mut line = format!(
            "<a class=\"step\" href=\"#{0}\"><code>{0}</code></a> {1}",
            text(&statement.id),
            whose(read, statement)
        );
        if let Some(certainty) = unsure(statement) {
            line.push_str(&format!(" · {certainty}"));
        }
        if let Some(event) = statement.event.as_deref().and_then(|id| read.index.event(id)) {
            let label = text(&capital(&shorten(&event.label, LABEL)));
            // Only what several reports tell has a place of its own on the story's page.
            let place = if event.reports.len() > 1 { format!("#{}", text(&event.id)) } else { String::new() };
            line.push_str(&format!(" · <a href=\"/story/{}{place}\">{label}</a>", read.story));
        }
        line.push_str(&disputes(read, statement));
        lines.push(format!("<li>{line}</li>\n"));
    }
    lines.concat()
}

/// Whose word it is.
fn whose(read: &Read<'_>, statement: &Statement) -> String {
    if statement.attribution.is_empty() {
        return "own word".into();
    }
    let names: Vec<String> =
        statement.attribution.iter().map(|a| text(&read.index.name(&a.source))).collect();
    format!("<b>{}</b>", names.join(" ← "))
}

fn unsure(statement: &Statement) -> Option<String> {
    let certainty = Some(&*statement.certainty).filter(|c| !matches!(*c, "" | "asserted"));
    certainty.map(|c| text(&clean(c)))
}

/// The disputes this statement takes part in.
fn disputes(read: &Read<'_>, statement: &Statement) -> String {
    let points = read.index.account.points.iter().filter(|p| p.status == Status::Disputed);
    let mine = points.filter(|p| p.variants.iter().any(|v| v.statements.contains(&statement.id)));
    mine.map(|p| {
        let label = text(&shorten(&p.label, LABEL));
        format!(
            " · <a class=\"disputed\" href=\"/story/{}#{}\">disputed: {label}</a>",
            read.story,
            text(&p.id)
        )
    })
    .collect()
}

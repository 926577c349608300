//! A report written down.

use super::bytes;
use crate::account::{CreditLine, Dateline, Dropped, Published, Remark, Report, revision};
use crate::{story, version};
use firsthand_text::language::Annotated;

pub(super) fn report(n: usize, r: &Annotated, story: &story::Story, earlier: &[version::Version]) -> Report {
    let own = &r.report;
    let join = story.joins.iter().find(|j| story.reports.get(n) == Some(&j.report));
    let mut notes: Vec<String> = own.notes.iter().map(|n| n.message.clone()).collect();
    notes.extend(join.map(|j| format!("joined the story by {}", j.shares.join(", "))));
    Report {
        id: format!("r{}", n + 1),
        archived: None,
        location: own.location.clone(),
        url: own.url.clone(),
        outlet: own.outlet.clone(),
        title: own.title().map(str::to_owned),
        byline: (!own.byline.is_empty()).then(|| own.byline.join(", ")),
        credits: own.credits.iter().map(|c| c.name.clone()).collect(),
        dateline: own.dateline.as_ref().map(|d| Dateline {
            place: d.place.clone(),
            date: d.date.map(|d| d.to_string()),
            agency: d.agency.clone(),
        }),
        credit_lines: own
            .credit_lines
            .iter()
            .map(|c| CreditLine { text: c.text.clone(), names: c.names.clone(), bytes: bytes(c.page) })
            .collect(),
        remarks: own
            .remarks
            .iter()
            .map(|r| Remark { kind: r.kind.name().to_owned(), text: r.text.clone(), bytes: bytes(r.page) })
            .collect(),
        published: moment(&own.published),
        updated: own.updated.value.is_some().then(|| moment(&own.updated)),
        language: own.language.clone(),
        body: own.body().to_owned(),
        captions: own.captions.iter().map(|c| c.line()).collect(),
        dropped: own
            .dropped
            .iter()
            .map(|c| Dropped { text: c.text.clone(), why: c.why.name().to_owned() })
            .collect(),
        versions: revision::revisions(r, earlier),
        notes,
    }
}

fn moment(of: &firsthand_text::report::Published) -> Published {
    Published {
        value: of.value.clone(),
        how: of.how.map(|h| h.name().to_owned()),
        text: of.text.as_ref().map(|c| c.text.clone()),
        bytes: bytes(of.text.as_ref().and_then(|c| c.page)),
    }
}

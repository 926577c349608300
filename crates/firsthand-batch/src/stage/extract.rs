//! From a file to its reports: the pages, each read and annotated as `firsthand read` does it.

use super::columns;
use crate::rows::{Raw, Text, Whose};
use crate::table::Sheet;
use crate::tables::{Name, Statement};
use crate::work::{Desk, Task};
use crate::{progress, source, texts};
use anyhow::Result;
use firsthand_core::account::alone;
use firsthand_core::story::sketch;
use firsthand_intake::{Found, Item};
use firsthand_text::language::{Annotated, Models};
use firsthand_text::{Note, Trouble};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The files of a task.
struct Out {
    pages: Sheet<(Text, Raw)>,
    statements: Sheet<(Whose, Statement)>,
    names: Sheet<(Whose, Name)>,
}

/// Reads one input.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let models = Models::built_in();
    let mut out = Out {
        pages: desk.sheet("pages")?,
        statements: desk.sheet("statements")?,
        names: desk.sheet("names")?,
    };
    let mut done = Ok(());
    let Task { base, input, .. } = desk.task;
    let read = source::read(base, input, &mut |found| {
        let taken = match found {
            Found::Page(item) => page(desk, &mut out, &item, &models),
            Found::Bad(bad) => {
                desk.note(&bad.location, "lost", bad.message);
                Ok(())
            }
            Found::Passed(passed) => {
                for (_, count) in passed.over {
                    desk.count("passed", usize::try_from(count).unwrap_or(usize::MAX));
                }
                Ok(())
            }
        };
        match taken {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                done = Err(error);
                ControlFlow::Break(())
            }
        }
    });
    done?;
    // A store that fails in the middle of an input is not the input's fault.
    read?;
    desk.keep(out.pages.close()?);
    desk.keep(out.statements.close()?);
    desk.keep(out.names.close()?);
    Ok(())
}

fn page(desk: &mut Desk<'_>, out: &mut Out, item: &Item, models: &Models) -> Result<()> {
    desk.count("records", 1);
    progress::METER.record(1);
    // A page on which the program itself fails is one page lost, not a run.
    let read = catch_unwind(AssertUnwindSafe(|| {
        let read = firsthand_text::read_page(&item.page(), models);
        let said = alone(&read);
        (sketch(&read), read, said)
    }));
    let Ok((sketch, read, said)) = read else {
        desk.note(&item.location, "lost", "the program failed on this page; left out; please report it");
        return Ok(());
    };
    if !is_kept(desk, item, &read) {
        return Ok(());
    }
    let buckets = desk.settings().buckets;
    let (ordinal, statements) = (desk.number("pages"), said.statements.len());
    let text = texts::text(&desk.task.input, ordinal, &read, &sketch, statements);
    let (id, at) = (text.id, text.location.clone());
    let bucket = id.bucket(buckets);
    for statement in &said.statements {
        let whose = Whose { id, at: at.clone() };
        out.statements.add(bucket, (whose, columns::statement(id, statement)))?;
    }
    for entity in &said.entities {
        out.names.add(bucket, (Whose { id, at: at.clone() }, columns::name(id, entity)))?;
    }
    desk.count("pages", 1);
    out.pages.add(bucket, (text, texts::raw(item)?))
}

/// Whether a page can be used. Whatever is wrong with it makes one note.
fn is_kept(desk: &mut Desk<'_>, item: &Item, read: &Annotated) -> bool {
    let notes: &[Note] = &read.report.notes;
    let lost = notes.iter().any(|n| n.trouble.is_fatal());
    // A date that cannot be read is left out, which is what a reader expects of it.
    let flawed = notes.iter().any(|n| n.trouble != Trouble::Date);
    let mut messages: Vec<&str> = notes.iter().map(|n| n.message.as_str()).collect();
    if lost {
        messages.push("left out");
    }
    if lost || flawed {
        desk.note(&item.location, if lost { "lost" } else { "flawed" }, messages.join("; "));
    }
    !lost
}

//! `firsthand stories`: what is in an archive, newest first.

use crate::args::archive::{Filter, Stories};
use crate::exit::Exit;
use crate::wording::{clean, count, list, shorten};
use crate::{args, output, show};
use firsthand_intake::Place;
use firsthand_store::{Listing, Paging, Reader, StoryLine, Wanted};
use show::sheet::{DISPUTED, FAINT, Sheet, paint};

/// Outlets named in a line.
const OUTLETS: usize = 3;

/// Runs the command.
pub fn run(asked: &Stories) -> anyhow::Result<Exit> {
    let reader = Reader::open(&asked.place.archive)?;
    let filter = &asked.filter;
    let wanted = Wanted {
        about: filter.about.clone(),
        outlet: filter.outlet.clone(),
        since: filter.since.clone(),
        until: filter.until.clone(),
        least: asked.least,
        disputed: asked.disputed,
    };
    let found = reader.stories(&wanted, &paging(filter))?;
    if asked.printing.json {
        output::plain(&Place::Standard, lines(&found.items)?.as_bytes())?;
        return Ok(Exit::Fine);
    }
    let text = table(&found, output::width(&Place::Standard));
    output::styled(&Place::Standard, &text, args::meant::colour(asked.printing.color))?;
    Ok(Exit::Fine)
}

/// Which part of a list is asked for.
pub(super) fn paging(filter: &Filter) -> Paging {
    Paging { after: filter.after.clone(), most: filter.limit.map_or(20, Into::into) }
}

/// Things as JSON, one a line.
pub(super) fn lines<T: serde::Serialize>(items: &[T]) -> anyhow::Result<String> {
    let mut out = String::new();
    for item in items {
        out.push_str(&serde_json::to_string(item)?);
        out.push('\n');
    }
    Ok(out)
}

fn table(found: &Listing<StoryLine>, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    if found.items.is_empty() {
        sheet.para(0, "no story fits");
    }
    let indent = found.items.iter().map(|s| s.id.to_string().len() + 3).max().unwrap_or(4);
    for story in &found.items {
        let id = format!("{:<indent$}", format!("s{}", story.id));
        let headline = if story.headline.is_empty() { "(no headline)" } else { &story.headline };
        let reports = count(story.reports, "report");
        let told = match &story.kept {
            Some(kept) => format!("{reports}, {}", count(kept.origins, "origin")),
            None => reports,
        };
        sheet.noted(&paint(FAINT, &id), indent, &shorten(headline, width), &told);
        let mut facts = Vec::new();
        facts.extend(days(story));
        if !story.outlets.is_empty() {
            facts.push(clean(&list(&story.outlets, OUTLETS)).into_owned());
        }
        let mut line = paint(FAINT, &facts.join(" · "));
        if let Some(kept) = story.kept.as_ref().filter(|k| k.disputed > 0) {
            line.push_str(&format!(" {}", paint(DISPUTED, &format!("{} disputed", kept.disputed))));
        }
        sheet.para(indent, &line);
    }
    if let Some(next) = &found.next {
        sheet.blank();
        sheet.para(0, &paint(FAINT, &format!("more: --after {next}")));
    }
    sheet.finish()
}

fn days(story: &StoryLine) -> Option<String> {
    let (first, last) = (story.first.as_deref()?, story.last.as_deref()?);
    let (first, last) = (crate::wording::day(first), crate::wording::day(last));
    Some(if first == last { first } else { format!("{first} to {last}") })
}

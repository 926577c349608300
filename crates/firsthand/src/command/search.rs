//! `firsthand search WORDS`: which reports have these words, newest first.

use super::stories::{lines, paging};
use crate::args::archive::Search;
use crate::exit::Exit;
use crate::show::sheet::{FAINT, HEAD, Sheet, paint};
use crate::wording::{clean, day, shorten, spaced};
use crate::{args, output};
use firsthand_intake::Place;
use firsthand_store::{Hit, Listing, Reader};

/// Runs the command.
pub fn run(asked: &Search) -> anyhow::Result<Exit> {
    let reader = Reader::open(&asked.place.archive)?;
    let filter = &asked.filter;
    let search = firsthand_store::Search {
        words: asked.words.join(" "),
        any: false,
        about: filter.about.clone(),
        outlet: filter.outlet.clone(),
        since: filter.since.clone(),
        until: filter.until.clone(),
        ranked: asked.ranked,
    };
    let found = reader.search(&search, &paging(filter))?;
    if asked.printing.json {
        output::plain(&Place::Standard, lines(&found.items)?.as_bytes())?;
        return Ok(Exit::Fine);
    }
    let text = shown(&found, output::width(&Place::Standard));
    output::styled(&Place::Standard, &text, args::meant::colour(asked.printing.color))?;
    Ok(Exit::Fine)
}

fn shown(found: &Listing<Hit>, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    if found.items.is_empty() {
        sheet.para(0, "no report has these words");
    }
    let indent = found.items.iter().map(|h| h.report.id.to_string().len() + 3).max().unwrap_or(4);
    for hit in &found.items {
        let report = &hit.report;
        let id = format!("{:<indent$}", format!("r{}", report.id));
        let title = report.title.as_deref().unwrap_or("(no title)");
        sheet.noted(&paint(FAINT, &id), indent, &shorten(title, width), &format!("s{}", report.story));
        let mut facts: Vec<String> = report.outlet.iter().map(|o| clean(o).into_owned()).collect();
        facts.extend(report.published.as_deref().map(day));
        if !facts.is_empty() {
            sheet.para(indent, &paint(FAINT, &facts.join(" · ")));
        }
        let pieces = hit.pieces.iter().map(|p| match p.hit {
            true => paint(HEAD, &clean(&p.text)),
            false => p.text.split('\n').map(spaced).collect::<Vec<_>>().join(" "),
        });
        sheet.para(indent, pieces.collect::<String>().trim());
    }
    if let Some(next) = &found.next {
        sheet.blank();
        sheet.para(0, &paint(FAINT, &format!("more: --after {next}")));
    }
    sheet.finish()
}

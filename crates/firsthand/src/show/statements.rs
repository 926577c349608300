//! Who says what, sentence by sentence.

use super::sheet::{DISPUTED, FAINT, HEAD, REFINED, Sheet, paint};
use crate::index::Index;
use crate::ledger::Entry;
use crate::wording::{clean, count};
use firsthand_core::account::Statement;

/// Lists the statements of every account, by report.
pub fn show(indices: &[Index<'_>], entries: &[Vec<Entry<'_>>], width: usize) -> String {
    let mut sheet = Sheet::new(width);
    for (index, entries) in indices.iter().zip(entries) {
        for report in &index.account.reports {
            let own: Vec<&Entry<'_>> = entries.iter().filter(|e| e.statement.report == report.id).collect();
            if own.is_empty() {
                continue;
            }
            let title = report.title.as_deref().map(|t| format!(": {}", clean(t))).unwrap_or_default();
            sheet.head(&format!("{}{title}", index.name(&report.id)));
            let date = report.published.value.as_deref().map(|d| format!(" · {d}")).unwrap_or_default();
            let line = format!("{} · {}{date}", clean(&report.location), count(own.len(), "statement"));
            sheet.para(0, &paint(FAINT, &line));
            sentences(&own, &mut sheet);
        }
    }
    sheet.finish()
}

/// Each sentence once, its statements below it.
fn sentences(entries: &[&Entry<'_>], sheet: &mut Sheet) {
    for same in entries.chunk_by(|a, b| a.statement.passage.start == b.statement.passage.start) {
        let Some(first) = same.first() else { continue };
        sheet.blank();
        sheet.quote(0, &clean(&first.statement.passage.text));
        for entry in same {
            sheet.noted("  • ", 4, &clause(entry.statement), &entry.statement.id);
            if entry.chain.len() > 1 {
                sheet.hang("    ", 6, &paint(FAINT, &chain(entry)));
            }
        }
    }
}

/// `leave  agent: delegation  for: Orlik · Tuesday · denied`.
fn clause(statement: &Statement) -> String {
    let mut text = paint(HEAD, &clean(&statement.predicate.lemma));
    for argument in &statement.arguments {
        text.push_str(&format!(
            "  {} {}",
            paint(FAINT, &format!("{}:", argument.role)),
            clean(&argument.text)
        ));
    }
    if let Some(time) = &statement.time {
        text.push_str(&format!(" · {}", clean(&time.value)));
    }
    for amount in &statement.quantities {
        text.push_str(&format!(" · {}", clean(&amount.text)));
    }
    if statement.polarity == "negative" {
        text.push_str(&format!(" · {}", paint(DISPUTED, "not")));
    }
    if statement.certainty != "asserted" {
        text.push_str(&format!(" · {}", paint(REFINED, &statement.certainty)));
    }
    text
}

/// `Orlik Courier ← KCNA (reported) ← Ada Bran, harbour master (quoted)`.
fn chain(entry: &Entry<'_>) -> String {
    let step = |(at, link): (usize, &crate::ledger::Link<'_>)| {
        let role = link.role.map(|r| format!(", {}", clean(r))).unwrap_or_default();
        let kind = if at == 0 { String::new() } else { format!(" ({})", link.kind) };
        format!("{}{role}{kind}", clean(&link.name))
    };
    entry.chain.iter().enumerate().map(step).collect::<Vec<_>>().join(" ← ")
}

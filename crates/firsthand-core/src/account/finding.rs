//! What was found, in one sentence.

use super::{Found, Support};
use crate::statement::lexicon;
use firsthand_text::language::Tag;

/// `5 reports of the departure, 1 origin: Korean Central News Agency`.
pub(super) fn finding(found: &Found<'_>, origins: &[usize], support: &Support) -> String {
    let reports = found.reports.len();
    let Some(event) = found.collation.events.first() else {
        return format!("{}, nothing stated that could be measured", counted(reports, "report"));
    };
    let mut telling: Vec<usize> = event.statements.iter().map(|&s| found.statements[s].report).collect();
    telling.sort_unstable();
    telling.dedup();
    let names: Vec<&str> =
        origins.iter().filter_map(|&o| found.lineage.origins.get(o)).map(|o| o.name.as_str()).collect();
    let shown = match names.len() {
        0 => String::new(),
        n if n <= 3 => format!(": {}", names.join(", ")),
        n => format!(": {} and {} more", names[..3].join(", "), n - 3),
    };
    let what = noun(found, event);
    let range = match (support.certain, support.possible) {
        (least, most) if least == most => counted(least, "origin"),
        (least, most) => format!("{least} to {most} origins"),
    };
    format!("{} of {what}, {range}{shown}", counted(telling.len(), "report"))
}

fn counted(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// The happening as a noun: the class of its commonest predicate.
fn noun(found: &Found<'_>, event: &crate::collation::Event) -> String {
    let mut count = std::collections::BTreeMap::new();
    for &s in &event.statements {
        let statement = &found.statements[s];
        let noun = found.reports[statement.report].tokens[statement.predicate].tag != Tag::Verb;
        for &class in lexicon::classes(&statement.lemma, noun) {
            *count.entry(class).or_insert(0usize) += 1;
        }
    }
    let best = count.iter().max_by_key(|(c, n)| (**n, std::cmp::Reverse(**c)));
    match best.and_then(|(c, _)| lexicon::noun(*c)) {
        Some(noun) => format!("the {noun}"),
        None => {
            let s = &found.statements[event.statements[0]];
            format!("“{}”", crate::collation::gist::happening(found.reports[s.report], s))
        }
    }
}

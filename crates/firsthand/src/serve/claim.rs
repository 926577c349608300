//! What the archive has on a claim, made fit to leave the machine and to be shown.

use super::page::{Evidence, Side, Stance};
use super::problem::Problem;
use super::public;
use crate::asking;
use firsthand_core::check::{self, Answer};
use firsthand_store::Reader;
use firsthand_text::language::Models;
use std::collections::BTreeMap;

/// Looks a claim up. Words such as `yesterday` are not placed: the same question has the same answer on any day.
pub(super) fn answer(reader: &Reader, claim: &str) -> Result<Answer, Problem> {
    let claim = check::claim(claim, None, &Models::built_in());
    let mut answer = asking::answer(reader, &claim)?;
    for teller in answer.sides.iter_mut().flat_map(|side| &mut side.reports) {
        teller.location = public::location(&teller.location);
        teller.url = public::address(teller.url.as_deref());
        teller.name = public::location(&teller.name);
    }
    Ok(answer)
}

/// The number in the archive of each report that an answer names, by story and id within its account.
pub(super) fn numbers(answer: &Answer) -> BTreeMap<(&str, &str), i64> {
    let tellers = answer.sides.iter().flat_map(|side| &side.reports);
    tellers.filter_map(|teller| Some(((&*teller.story, &*teller.report), teller.archived?))).collect()
}

/// An answer as its page shows it: the sides, and what there is to be noted.
pub(super) fn view(answer: &Answer) -> (Vec<Side>, Vec<String>) {
    let numbers = numbers(answer);
    let sides = answer.sides.iter().map(|side| side_shown(side, &numbers)).collect();
    let mut notes: Vec<String> = answer.unmeasured.iter().map(|why| format!("not measured: {why}")).collect();
    if answer.unmeasured.is_none() {
        notes.push(answer.finding.clone());
    }
    notes.extend(answer.notes.iter().cloned());
    notes.extend(answer.listed.iter().map(|m| {
        let against = m.entry.against.iter().map(|a| format!("; but {a}")).collect::<String>();
        let key = format!("{}, {} {}", m.entry.name, m.entry.list, m.entry.id);
        format!("{} may be on a list: {key} ({}{against})", m.name, m.entry.reasons.join("; "))
    }));
    (sides, notes)
}

fn side_shown(side: &check::Side, numbers: &BTreeMap<(&str, &str), i64>) -> Side {
    let evidence = |evidence: &check::Evidence| {
        Some(Evidence {
            story: super::story::number('s', &evidence.story)?,
            report: *numbers.get(&(&*evidence.story, &*evidence.report))?,
            statement: evidence.statement.clone(),
            chain: evidence.chain.join(" ← "),
            pieces: vec![(evidence.passage.text.clone(), false)],
        })
    };
    Side {
        stance: match side.stance {
            check::Stance::Supports => Stance::Same,
            check::Stance::Contradicts => Stance::Other,
            check::Stance::Mentions => Stance::Near,
        },
        label: side.says.clone().unwrap_or_default(),
        evidence: side.statements.iter().filter_map(evidence).collect(),
        reports: side.reports.len(),
        origins: side.origins.iter().map(|origin| origin.name.clone()).collect(),
    }
}

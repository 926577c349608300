//! Claims whose class of answer is wrong, and the table of confusions.

use crate::measure::claims::{CLASSES, Judged, Table, judged};
use anyhow::Result;
use firsthand_core::check::{Claim, Part};
use std::path::PathBuf;

/// Prints each claim whose class is wrong with the finding and what differs (of stories that are only measured no more than the
/// classes, so that their answers stay unread), then how often which class was answered for which.
pub(super) fn show(shared: &[PathBuf], of: Table) -> Result<()> {
    for folder in shared {
        let all = judged(folder, of)?;
        all.iter().filter(|j| j.gold != j.ours()).for_each(wrong);
        table(&all);
        let right = all.iter().filter(|j| j.gold == j.ours()).count();
        println!("\n{right} of {} right", all.len());
    }
    Ok(())
}

fn wrong(j: &Judged) {
    println!("{} is {}, ours {}", j.story, j.gold, j.ours());
    if !j.looked_at {
        return;
    }
    let answer = &j.answer;
    println!("    {}\n    {}\n    {}", answer.claim.text, parts(&answer.claim), answer.finding);
    answer.differences.iter().for_each(|d| println!("    - {d}"));
    for side in &answer.sides {
        for e in side.statements.iter().take(2) {
            println!("    {:?}: {}", side.stance, e.passage.text.replace('\n', " "));
            let told = [
                ("agrees", &e.agrees),
                ("loosely", &e.loosely),
                ("differs", &e.differs),
                ("lacks", &e.lacks),
            ];
            let told: Vec<String> = told
                .iter()
                .filter(|(_, l)| !l.is_empty())
                .map(|(n, l)| format!("{n} {}", l.join(" + ")))
                .collect();
            println!("        {}", told.join("; "));
        }
    }
}

/// How the claim was read.
fn parts(claim: &Claim) -> String {
    let part = |p: &Option<Part>| p.as_ref().map_or(String::new(), |p| p.head.clone());
    let names: Vec<String> =
        claim.names.iter().map(|n| format!("{}/{}", n.text, n.role.as_deref().unwrap_or("-"))).collect();
    let words: Vec<&str> = claim.words.iter().map(|w| w.lemma.as_str()).collect();
    let days: Vec<&str> = claim.dates.iter().map(|d| d.text.as_str()).collect();
    let counts: Vec<&str> = claim.quantities.iter().map(|q| q.amount.text.as_str()).collect();
    format!(
        "[{} | agent {} | patient {} | names {} | words {} | days {} | counts {} | by {}]",
        claim.predicate.as_deref().unwrap_or("-"),
        part(&claim.agent),
        part(&claim.patient),
        names.join(", "),
        words.join(" "),
        days.join(", "),
        counts.join(", "),
        claim.speaker.as_deref().unwrap_or("-")
    )
}

fn table(all: &[Judged]) {
    println!("\n| right class | {} |", CLASSES.join(" | "));
    println!("| --- |{}", " ---: |".repeat(CLASSES.len()));
    for gold in CLASSES {
        let count = |ours: &str| all.iter().filter(|j| j.gold == gold && j.ours() == ours).count();
        let row: Vec<String> = CLASSES.iter().map(|ours| count(ours).to_string()).collect();
        println!("| {gold} | {} |", row.join(" | "));
    }
}

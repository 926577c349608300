//! Pairs of reports of which the account disputes another slot than it should.

use crate::measure::slots::judged;
use anyhow::Result;

/// Prints each pair that is wrong. Of sentences that are only measured no more than the kind of change, so that they
/// stay unread.
pub(super) fn show() -> Result<()> {
    for j in judged()?.iter().filter(|j| !j.right()) {
        let gold = j.gold.unwrap_or("none");
        let ours: Vec<&str> = j.ours.iter().map(|(s, _)| *s).collect();
        println!("{}: {} {gold}, ours [{}]", j.change, j.half, ours.join(", "));
        if j.half != "looked at" {
            continue;
        }
        println!("    {}: {}\n    {}", j.id, j.sentences[0], j.sentences[1]);
        j.ours.iter().for_each(|(_, why)| println!("    {why}"));
    }
    Ok(())
}

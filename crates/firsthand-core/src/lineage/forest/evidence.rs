//! What a step rests on, in words.

use super::candidate::Story;
use super::compare::{Before, Fate, way};

/// One thing that speaks for a step, or against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What kind of thing.
    pub cue: Cue,
    /// One sentence without its stop.
    pub says: String,
}

/// Kinds of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cue {
    /// Sentences taken over.
    Coverage,
    /// Wording that few others have.
    Variant,
    /// Who has more of the text.
    Direction,
    /// What the child says of its source.
    Credit,
    /// When they came out.
    Time,
    /// They are of one outlet.
    Outlet,
}

impl Cue {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Cue::Coverage => "coverage",
            Cue::Variant => "variant",
            Cue::Direction => "direction",
            Cue::Credit => "credit",
            Cue::Time => "time",
            Cue::Outlet => "outlet",
        }
    }
}

/// What speaks for a report coming from another, in the order of weight.
pub(super) fn of(story: &Story<'_>, child: usize, parent: usize) -> Vec<Evidence> {
    let row = &story.collation.rows[child];
    let weights = story.collation.weights(child);
    let way = way(story.collation, parent, child, &Before::unknown(row.len()), &[]);
    let tally = way.tally(&weights, &vec![1.0; row.len()]);
    let mut out = Vec::new();
    let mut say = |cue: Cue, says: String| out.push(Evidence { cue, says });
    let reworded =
        if tally.reworded > 0.0 { format!(", {} more reworded", tally.reworded) } else { String::new() };
    say(
        Cue::Coverage,
        format!("{} of its {} sentences stand there word for word{reworded}", tally.kept, row.len()),
    );
    if story.credits.credits(child, parent) {
        say(Cue::Credit, "it credits that outlet".into());
    } else if story.credits.credits(parent, child) {
        say(Cue::Credit, "but that report credits its outlet".into());
    }
    let rare = |(unit, fate): &(&super::reading::Unit, &Fate)| {
        **fate == Fate::Kept && story.collation.held[unit.reading].len() == 2
    };
    let shared = row.iter().zip(&way.fates).filter(rare).count();
    if shared > 0 && story.collation.rows.len() > 2 {
        let sentences = if shared == 1 { "one sentence" } else { "sentences" };
        say(Cue::Variant, format!("only these two have {sentences} in this wording ({shared})"));
    }
    let left = way.dropped + way.cut;
    match (left > 0.0, tally.new + tally.lacking > 0.0) {
        (true, false) => say(Cue::Direction, format!("the other has {left} sentences more")),
        (false, true) => say(Cue::Direction, format!("it adds {} sentences to all of the other", tally.new)),
        _ => {}
    }
    match story.clock.lag(parent, child) {
        Some(lag) if lag > 0 => say(Cue::Time, format!("the other was published {} earlier", span(lag))),
        Some(lag) => say(Cue::Time, format!("though the other was published {} later", span(-lag))),
        None => {}
    }
    if story.credits.one_outlet(parent, child) {
        say(Cue::Outlet, "both are of one outlet".into());
    }
    out
}

/// A number of minutes as a person says it.
fn span(minutes: i64) -> String {
    let (n, unit) = match minutes {
        m if m < 120 => (m, "minute"),
        m if m < 2880 => (m / 60, "hour"),
        m => (m / 1440, "day"),
    };
    if n == 1 { format!("one {unit}") } else { format!("{n} {unit}s") }
}

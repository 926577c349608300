//! The stages of a run, each a list of tasks that read files and write files and know nothing of each other.

mod accounts;
mod columns;
mod components;
mod extract;
mod fetch;
mod flags;
mod fold;
mod groups;
mod habits;
mod lend;
mod pairs;
mod prints;
mod stitch;
mod tally;
mod verify;
mod windows;

use crate::progress;
use crate::work::{self, Desk, Outcome, Settings, Task};
use anyhow::{Context, Result};

/// What the tasks of a stage are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// One for each input.
    Inputs,
    /// One for each bucket.
    Buckets,
    /// One for each window of days.
    Windows,
    /// One for all.
    One,
}

/// A stage.
#[derive(Debug, Clone, Copy)]
pub struct Stage {
    /// Its name, that of its folder.
    pub name: &'static str,
    /// What it is for, in a few words.
    pub what: &'static str,
    /// What its tasks are about.
    pub over: Over,
    /// The tables it reads: stage and table.
    pub reads: &'static [(&'static str, &'static str)],
    /// Whether it reads language: its results then depend on the weights.
    pub language: bool,
    /// What of the settings its results depend on, beside the buckets.
    pub asked: fn(&Settings) -> String,
    /// What must be equal before its manifest is written: a count of its own, and one of its own or of another stage.
    pub equal: &'static [(&'static str, (&'static str, &'static str))],
    /// Does one task.
    run: fn(&mut Desk<'_>) -> Result<()>,
}

fn nothing(_: &Settings) -> String {
    String::new()
}

const NO: Stage = Stage {
    name: "",
    what: "",
    over: Over::Buckets,
    reads: &[],
    language: false,
    asked: nothing,
    equal: &[],
    run: |_| Ok(()),
};

/// All stages in their order.
pub const STAGES: [Stage; 14] = [
    Stage { name: "extract", what: "reading", over: Over::Inputs, language: true, run: extract::run, ..NO },
    Stage {
        name: "fold",
        what: "one report for all its versions",
        reads: &[("extract", "pages"), ("extract", "statements"), ("extract", "names")],
        equal: &[("pages", ("extract", "pages")), ("pages", ("fold", "versions+doubles"))],
        run: fold::run,
        ..NO
    },
    Stage {
        name: "habits",
        what: "what outlets print under everything",
        reads: &[("fold", "paragraphs")],
        equal: &[("printed", ("fold", "printed"))],
        run: habits::run,
        ..NO
    },
    Stage {
        name: "prints",
        what: "fingerprints",
        reads: &[("fold", "texts"), ("habits", "habits")],
        equal: &[("reports", ("fold", "reports"))],
        run: prints::run,
        ..NO
    },
    Stage {
        name: "pairs",
        what: "who shares fingerprints",
        reads: &[("prints", "prints")],
        asked: |s| format!("common {}", s.common),
        equal: &[("prints", ("prints", "prints"))],
        run: pairs::run,
        ..NO
    },
    Stage {
        name: "tally",
        what: "who is compared",
        reads: &[("pairs", "pairs")],
        equal: &[("pairs", ("pairs", "pairs"))],
        run: tally::run,
        ..NO
    },
    Stage {
        name: "lend",
        what: "texts to where they are compared",
        reads: &[("tally", "wanted"), ("fold", "texts"), ("habits", "habits")],
        equal: &[("lent", ("tally", "wanted"))],
        run: lend::run,
        ..NO
    },
    Stage {
        name: "verify",
        what: "comparing",
        reads: &[("tally", "candidates"), ("fold", "texts"), ("habits", "habits"), ("lend", "lent")],
        equal: &[("compared", ("tally", "candidates"))],
        run: verify::run,
        ..NO
    },
    Stage {
        name: "components",
        what: "which copies hang together",
        over: Over::One,
        reads: &[("verify", "copies")],
        equal: &[("copies", ("verify", "copies"))],
        run: components::run,
        ..NO
    },
    Stage {
        name: "groups",
        what: "groups of copies",
        reads: &[("components", "bonds")],
        equal: &[("bonds", ("components", "bonds"))],
        run: groups::run,
        ..NO
    },
    Stage {
        name: "windows",
        what: "stories of each window",
        over: Over::Windows,
        reads: &[("fold", "dated")],
        asked: |s| format!("window {} overlap {}", s.window, s.overlap),
        equal: &[("own", ("fold", "dated"))],
        run: windows::run,
        ..NO
    },
    Stage {
        name: "stitch",
        what: "stories",
        over: Over::One,
        reads: &[("windows", "seen")],
        asked: |s| format!("least {} most {}", s.least, s.most),
        equal: &[("members", ("fold", "reports"))],
        run: stitch::run,
        ..NO
    },
    Stage {
        name: "fetch",
        what: "pages of stories",
        reads: &[("stitch", "asked"), ("fold", "links"), ("extract", "pages")],
        equal: &[("asked", ("stitch", "asked")), ("sent", ("stitch", "asked"))],
        run: fetch::run,
        ..NO
    },
    Stage {
        name: "accounts",
        what: "lineage and accounts",
        reads: &[("stitch", "joined"), ("fetch", "filed")],
        language: true,
        equal: &[("accounts", ("stitch", "accounts")), ("compared", ("stitch", "asked"))],
        run: accounts::run,
        ..NO
    },
];

/// Does a task, or finds that it was done before.
pub fn perform(task: &Task) -> Result<Outcome> {
    let stage = STAGES.iter().find(|s| s.name == task.stage);
    let stage = stage.with_context(|| format!("{}: there is no such stage", task.stage))?;
    if let Some(turn) = &task.turn {
        turn.check()?;
    }
    let outcome = match work::done(task)? {
        Some(outcome) => outcome,
        None => {
            let mut desk = Desk::new(task);
            (stage.run)(&mut desk)?;
            desk.close()?
        }
    };
    progress::METER.task();
    Ok(outcome)
}

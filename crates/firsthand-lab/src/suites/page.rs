//! The page `docs/time-suites.md`.

use super::news::{Apart, OFTEN};
use super::shape::{described, form};
use super::{Miss, Outcome, Suite};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The whole page.
pub(super) fn page(suites: &[Suite], pieces: usize) -> String {
    let mut out = head(pieces);
    let _ = writeln!(
        out,
        "| suite | cases | of news | start right, of news | both ends, of news | start right, of all |"
    );
    let _ = writeln!(out, "| --- | ---: | ---: | ---: | ---: | ---: |");
    for s in suites {
        let ((start, both), (all, _)) = (s.percent(true), s.percent(false));
        let (n, news) = (s.outcomes.len(), s.of_news());
        let _ = writeln!(out, "| {} | {n} | {news} | {start:.1} % | {both:.1} % | {all:.1} % |", s.name);
    }
    let _ = writeln!(out, "\nWhy cases are none of news (all cases, right ones too):\n");
    let names: Vec<&str> = suites.iter().map(|s| s.file).collect();
    let _ = writeln!(out, "| reason | {} |", names.join(" | "));
    let _ = writeln!(out, "| --- |{}", " ---: |".repeat(suites.len()));
    for apart in Apart::ALL {
        let count = |s: &Suite| s.outcomes.iter().filter(|o| o.apart == Some(*apart)).count().to_string();
        let counts: Vec<String> = suites.iter().map(count).collect();
        let _ = writeln!(out, "| {} | {} |", apart.reason(), counts.join(" | "));
    }
    for s in suites {
        let _ = writeln!(out, "\n## {}", s.name);
        let wrong: Vec<&Outcome> = s.outcomes.iter().filter(|o| !o.right.0).collect();
        for miss in Miss::ALL {
            let here = wrong.iter().filter(|o| o.apart.is_none() && o.miss == *miss);
            list(&mut out, "Of news, and wrong", miss.reason(), here.copied());
        }
        for apart in Apart::ALL {
            let here = wrong.iter().filter(|o| o.apart == Some(*apart));
            list(&mut out, "Not of news", apart.reason(), here.copied());
        }
    }
    out
}

fn head(pieces: usize) -> String {
    format!(
        "# Suites of time phrases\n\n\
Made by `firsthand-lab time-suites`; do not edit by hand. The suites of three other projects are run over our time stage. They are\n\
made for assistants and calendars, so most of their cases are no news. A case counts as one of news by this rule, which a program\n\
applies to all cases alike (`crates/firsthand-lab/src/suites/news.rs`):\n\n\
1. *Form.* Numbers, ordinals, years, months, weekdays, units, seasons and parts of the day are replaced by the names of their classes,\n   \
and letters by small ones. The form must have a word or mark of the calendar or the clock and stand at least {OFTEN} times in\n   \
{:.1} million words and marks of news (stories of ECB+, BASIL, PAC, AllSides, FNC-1, NeuS and MEANTIME in English, PolNeAR, TimeBank,\n   \
AQUAINT, and WikiWars).\n\
2. *A day.* Where the annotators of TimeBank and AQUAINT mark most expressions of the form as lengths of time or references, or leave\n   \
them unmarked, news means no day by them.\n\
3. *Not by the reader's clock.* A report has a day, not a minute: an answer with an hour that the words do not give counts from the clock\n   \
of the one who asks. So does an answer to the day where the words count in weeks, months or years.\n\
4. *Agreed bounds.* The suites give parts of the day, stages (early, late, the end of) and seasons bounds of their own, no two alike.\n\
5. *Not ahead.* Assistants take a bare weekday, month or hour as the next one; news mostly takes the last. A case whose every answer lies\n   \
ahead, though no word picks it and no verb looks ahead, is against the convention of news.\n\n\
Whether we are right plays no part in the rule. `Start right` is the rule of the scorer: the first instant of one of the suite's answers.\n\
Stretches are read here with both ends included; Microsoft's suite leaves the last day out, which costs it the second figure.\n\
Below, every case with a wrong start by its id. Descriptions are ours: the classes found in the form, in order.\n\n",
        pieces as f64 / 1e6
    )
}

/// One list of failing cases, gathered by the description of their form.
fn list<'a>(out: &mut String, title: &str, reason: &str, outcomes: impl Iterator<Item = &'a Outcome>) {
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let mut total = 0;
    for o in outcomes {
        groups.entry(described(&form(o.case.words()))).or_default().push(&o.case.id);
        total += 1;
    }
    if total == 0 {
        return;
    }
    let _ = writeln!(out, "\n### {title}: {reason} ({total})\n");
    for (form, ids) in groups {
        let _ = writeln!(out, "- {form}: {}", ids.join(", "));
    }
}

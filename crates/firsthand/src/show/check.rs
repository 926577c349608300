//! The answer to a claim on a terminal: the verdict in one line, then who says it, who says otherwise, who only speaks
//! of it, each with the sentence and the way back from the report to its origin.

use super::sheet::{AGREED, DISPUTED, FAINT, HEAD, REFINED, Sheet, paint};
use crate::wording::{capital, clean, count, list, shorten};
use anstyle::Style;
use firsthand_core::account::Measure;
use firsthand_core::check::{Answer, Evidence, Side, Stance, Verdict};

/// A sentence longer than this, in scalar values, is cut.
const SENTENCE: usize = 600;
/// Sentences shown of a side that says it or says otherwise.
const TELLING: usize = 8;
/// Sentences shown of those that only speak of it: where nothing else is there, and beside a side that tells.
const MENTIONS: (usize, usize) = (5, 2);
/// Names of origins in the head of a side.
const NAMES: usize = 4;

/// Several answers, one below the other.
pub fn answers(answers: &[Answer], width: usize, show: fn(&Answer, usize) -> String) -> String {
    let shown: Vec<String> = answers.iter().map(|a| show(a, width)).collect();
    shown.join("\n")
}

/// The verdict, and for each side its sentences, wrapped to this many columns.
pub fn full(answer: &Answer, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    head(answer, &mut sheet);
    let telling = answer.sides.iter().any(|s| s.stance != Stance::Mentions);
    for side in &answer.sides {
        show_side(side, telling, &mut sheet);
    }
    sheet.finish()
}

/// The claim and the verdict.
pub fn brief(answer: &Answer, width: usize) -> String {
    let mut sheet = Sheet::new(width);
    head(answer, &mut sheet);
    sheet.finish()
}

fn head(answer: &Answer, sheet: &mut Sheet) {
    sheet.para(0, &paint(HEAD, &format!("“{}”", shorten(&answer.claim.text, SENTENCE))));
    let (mark, style) = look(answer.verdict);
    let verdict = paint(style, &format!("{mark} {}", answer.verdict.name()));
    sheet.hang("", 2, &format!("{verdict}: {}", clean(&answer.finding)));
    for note in &answer.notes {
        sheet.hang("", 2, &paint(FAINT, &format!("! {}", clean(note))));
    }
    for may in &answer.listed {
        let (name, entry) = (clean(&may.name), &may.entry);
        let key = format!("{}, {} {}", clean(&entry.name), clean(&entry.list), clean(&entry.id));
        sheet.hang("", 2, &format!("! {} may be on a list: {key}", paint(HEAD, &name)));
        for (mark, said) in
            entry.reasons.iter().map(|r| ("for", r)).chain(entry.against.iter().map(|r| ("against", r)))
        {
            sheet.hang("", 4, &paint(FAINT, &format!("  {mark}: {}", clean(said))));
        }
    }
}

fn show_side(side: &Side, telling: bool, sheet: &mut Sheet) {
    let (title, most) = match side.stance {
        Stance::Supports => ("SAYS SO", TELLING),
        Stance::Contradicts => ("SAYS OTHERWISE", TELLING),
        Stance::Mentions if telling => ("ONLY SPEAKS OF IT", MENTIONS.1),
        Stance::Mentions => ("ONLY SPEAKS OF IT", MENTIONS.0),
    };
    sheet.head(title);
    let mut facts: Vec<String> = side.says.iter().map(|s| clean(s).into_owned()).collect();
    facts.push(count(side.reports.len(), "report"));
    if side.stance != Stance::Mentions {
        facts.push(origins(side));
    }
    sheet.para(0, &paint(FAINT, &facts.join(" · ")));
    for evidence in side.statements.iter().take(most) {
        show_evidence(side, evidence, sheet);
    }
    sheet.more(2, side.statements.len(), most);
}

/// `2 to 3 origins: A, B and C`.
fn origins(side: &Side) -> String {
    let names: Vec<String> = side.origins.iter().map(|o| clean(&o.name).into_owned()).collect();
    let counted = match (side.certain, side.possible) {
        (a, b) if a == b => count(a, "origin"),
        (a, b) => format!("{a} to {b} origins"),
    };
    match side.measure {
        Measure::Unmeasured => "origins not measured".into(),
        Measure::Partial => format!("at least {counted}: {}", list(&names, NAMES)),
        Measure::Measured => format!("{counted}: {}", list(&names, NAMES)),
    }
}

fn show_evidence(side: &Side, evidence: &Evidence, sheet: &mut Sheet) {
    let chain: Vec<String> = evidence.chain.iter().map(|c| clean(c).into_owned()).collect();
    let place = side.reports.iter().find(|r| r.story == evidence.story && r.report == evidence.report);
    let id = place.and_then(|r| r.archived).map_or_else(|| evidence.report.clone(), |n| format!("r{n}"));
    sheet.noted("  ", 4, &chain.join(" ← "), &format!("{} {}", clean(&evidence.story), clean(&id)));
    sheet.quote(4, &shorten(&evidence.passage.text, SENTENCE));
    let remarks: Vec<String> = match side.stance {
        Stance::Supports => evidence.loosely.clone(),
        Stance::Contradicts => evidence.differs.iter().chain(&evidence.loosely).cloned().collect(),
        Stance::Mentions => evidence.differs.iter().chain(&evidence.lacks).cloned().collect(),
    };
    if !remarks.is_empty() {
        let words: Vec<String> = remarks.iter().map(|r| clean(r).into_owned()).collect();
        sheet.para(4, &paint(FAINT, &capital(&words.join("; "))));
    }
}

/// Mark and style of a verdict; the mark is there for those who see no colour.
fn look(verdict: Verdict) -> (&'static str, Style) {
    match verdict {
        Verdict::Supported => ("=", AGREED),
        Verdict::Disputed => ("✗", DISPUTED),
        Verdict::Both => ("≠", DISPUTED),
        Verdict::Mentioned => ("≈", REFINED),
        Verdict::NotFound => ("·", FAINT),
        Verdict::NotMeasured => ("?", FAINT),
    }
}

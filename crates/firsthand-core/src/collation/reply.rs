//! Which statements does a sentence itself tell apart: `the barrage was in response to an air strike`, `two days after the raid`?

use crate::Reports;
use crate::statement::Statement;
use firsthand_text::language::Annotated;

/// Nouns for what answers something; with `to` or `for` behind them what is answered follows.
const REPLY: [&str; 8] =
    ["retaliation", "response", "reprisal", "revenge", "reply", "answer", "reaction", "vengeance"];
/// Verbs that do so, with `for`, `against` or `to`; `avenge` without.
const REPLIES: [&str; 4] = ["retaliate", "respond", "avenge", "react"];
/// Spans of time that part what stands on both sides of `after` and `before`.
const SPANS: [&str; 8] = ["minute", "hour", "day", "week", "fortnight", "month", "year", "decade"];
/// What is answered stands so near behind the words that say so.
const REACH: usize = 14;

/// For each statement the others of its sentence that are of another happening, because the sentence says that the one came in
/// answer to the other or a time after it. Ascending; each of two has the other.
pub(super) fn parted(reports: &Reports<'_>, statements: &[Statement]) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); statements.len()];
    let mut from = 0;
    while let Some(first) = statements.get(from) {
        let here = (first.report, first.sentence);
        let to = from + statements[from..].iter().take_while(|s| (s.report, s.sentence) == here).count();
        let report = reports[first.report];
        let sentence = report.sentences[first.sentence];
        for (mark, behind) in (sentence.first..sentence.last).filter_map(|t| mark(report, t, sentence.last)) {
            let comma = |from: usize| (from..sentence.last).find(|&t| report.word(t) == ",");
            let end = comma(behind).unwrap_or(sentence.last).min(behind + REACH);
            // `In response to the raid, the army shelled`: then what answers follows the comma.
            let opens = mark < sentence.first + 4;
            let answered = |s: &usize| (behind..end).contains(&statements[*s].predicate);
            let answering = |s: &usize| {
                let p = statements[*s].predicate;
                if opens { p > end } else { p < mark }
            };
            for a in (from..to).filter(answered) {
                for b in (from..to).filter(answering) {
                    out[a].push(b);
                    out[b].push(a);
                }
            }
        }
        from = to;
    }
    for others in &mut out {
        others.sort_unstable();
        others.dedup();
    }
    out
}

/// Where the words that tell two happenings apart begin and what comes behind them, if they begin at this token.
fn mark(report: &Annotated, t: usize, last: usize) -> Option<(usize, usize)> {
    let lemma = |t: usize| if t < last { report.tokens[t].lemma.as_str() } else { "" };
    let word = |t: usize| if t < last { report.word(t).to_lowercase() } else { String::new() };
    let joined = |t: usize| matches!(word(t).as_str(), "to" | "for" | "against");
    if (REPLY.contains(&lemma(t)) || REPLIES.contains(&lemma(t))) && joined(t + 1) {
        return Some((t, t + 2));
    }
    if lemma(t) == "avenge" {
        return Some((t, t + 1));
    }
    let span = SPANS.contains(&lemma(t)) && matches!(word(t + 1).as_str(), "after" | "before");
    span.then_some((t, t + 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::merge;
    use firsthand_text::language::Models;

    #[test]
    fn what_answers_something_is_another_happening() {
        let models = Models::built_in();
        for (text, one, other, want) in [
            ("The barrage was in response to an air strike that killed seven.", "barrage", "strike", true),
            (
                "Norland launched an air strike in retaliation for an earlier attack.",
                "launch",
                "attack",
                true,
            ),
            ("In response to the raid, the army shelled the harbour.", "raid", "shell", true),
            ("The army shelled the harbour two days after the raid on Orla.", "shell", "raid", true),
            ("Three people were killed after a bomb exploded in Orla.", "kill", "explode", false),
            ("The army said that rebels attacked the harbour and shelled it.", "attack", "shell", false),
        ] {
            let page = format!("News\n\nTarn Courier, 6 March 2025\n\n{text}\n\nNothing else was known.\n");
            let report = firsthand_text::read("a.txt", page.as_bytes(), &models);
            let reports = [&report];
            let names = merge(&reports);
            let statements = crate::statement::take(0, &report, &names);
            let of = |lemma: &str| {
                let found = statements.iter().position(|s| s.lemma == lemma);
                found.unwrap_or_else(|| {
                    panic!("{lemma}: {:?}", statements.iter().map(|s| &s.lemma).collect::<Vec<_>>())
                })
            };
            assert_eq!(parted(&reports, &statements)[of(one)].contains(&of(other)), want, "{text}");
        }
    }
}

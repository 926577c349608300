//! What a statement says happened, in a few of its own words.

use crate::statement::{Argument, Role, Statement};
use firsthand_text::Span;
use firsthand_text::language::{Annotated, Relation, Sentence, Tag};

/// Words that a sentence writes large at its beginning only.
const SMALL: [&str; 20] = [
    "A", "About", "All", "An", "Around", "At", "Both", "Her", "His", "Its", "Many", "More", "No", "Our",
    "Several", "Some", "That", "The", "Their", "This",
];

/// What happened: agent, predicate, what it is done to or where.
pub fn happening(report: &Annotated, s: &Statement) -> String {
    let sentence = &report.sentences[s.sentence];
    let clip = |a: &Argument| clip(report.text(whole(report, sentence, a)), 45);
    // What opened its sentence stands within the label.
    let within = |a: &Argument| {
        let words = clip(a);
        if a.span.start == sentence.span.start { lowered(words) } else { words }
    };
    let verbal = report.tokens[s.predicate].tag == Tag::Verb;
    let by = |wanted: &dyn Fn(&Role) -> bool| s.arguments.iter().find(|a| wanted(&a.role));
    let agent = by(&|r| *r == Role::Agent);
    let patient = by(&|r| *r == Role::Patient);
    let with = s
        .arguments
        .iter()
        .filter(|a| !s.times.iter().any(|&t| report.times[t].span.meets(a.span)))
        .find(|a| matches!(&a.role, Role::With(p) if p != "according to") && a.head > s.predicate);
    let predicate = verb(report, sentence, s, agent);
    let mut words: Vec<String> = Vec::new();
    match (verbal, agent, patient) {
        (true, Some(a), p) => {
            words.push(clip(a));
            words.push(predicate);
            words.extend(p.map(within));
        }
        (true, None, Some(p)) if p.head < s.predicate => {
            words.push(clip(p));
            words.push(predicate);
        }
        (true, None, p) => {
            words.push(predicate);
            words.extend(p.map(within));
        }
        (false, a, p) => {
            words.push(predicate);
            // `It was the worst fire` tells nothing of `it`.
            let names = |x: &&Argument| x.head != s.predicate && report.tokens[x.head].tag != Tag::Pron;
            words.extend(p.filter(names).or(a.filter(names)).map(within));
        }
    }
    if let Some(a) = with
        && let Role::With(preposition) = &a.role
    {
        words.push(format!("{preposition} {}", within(a)));
    } else if verbal && words.iter().map(|w| w.split(' ').count()).sum::<usize>() <= 2 {
        words.extend(rest(report, sentence, s));
    }
    clip_words(&words.join(" "), 90)
}

/// The predicate with what is said of it by auxiliaries and `not`. Of the passive only `not` is kept, as in a headline.
fn verb(report: &Annotated, sentence: &Sentence, s: &Statement, agent: Option<&Argument>) -> String {
    let own = || (sentence.first..s.predicate).filter(|&t| report.tokens[t].head == Some(s.predicate));
    let passive = own().any(|t| report.tokens[t].relation == Relation::AuxPass);
    let from = agent.map(|a| a.head).filter(|&head| head < s.predicate && !passive);
    let mut words: Vec<&str> = own()
        .filter_map(|t| {
            let word = report.word(t);
            let is_not = matches!(word.to_ascii_lowercase().as_str(), "not" | "n't" | "n’t" | "never");
            let helps = report.tokens[t].relation == Relation::Aux && from.is_some_and(|head| t > head);
            (is_not || helps).then(|| whole_word(word)).flatten()
        })
        .collect();
    words.push(report.word(s.predicate));
    words.join(" ")
}

/// A contracted auxiliary in full; None where it may be one or the other (`'s`, `'d`).
fn whole_word(word: &str) -> Option<&str> {
    Some(match word {
        "n't" | "n’t" => "not",
        "ca" => "can",
        "wo" => "will",
        "'ve" | "’ve" => "have",
        "'ll" | "’ll" => "will",
        "'re" | "’re" => "are",
        _ if word.starts_with(['\'', '’']) => return None,
        _ => word,
    })
}

/// The words of a participant, and of the other where something is between two: `between Orlop and Velmora`, `a deal between
/// Norland and Velmark`.
fn whole(report: &Annotated, sentence: &Sentence, a: &Argument) -> Span {
    let tokens = &report.tokens;
    let mut inner = (sentence.first..sentence.last).filter(|&t| a.span.meets(tokens[t].span));
    let between = inner.find(|&t| report.word(t) == "between").and_then(|t| tokens[t].head);
    let one = match &a.role {
        Role::With(preposition) if preposition == "between" => Some(a.head),
        _ => between,
    };
    let Some(one) = one else { return a.span };
    let other = (one + 1..sentence.last)
        .take_while(|&t| tokens[t].tag != Tag::Punct)
        .find(|&t| tokens[t].head == Some(one) && tokens[t].relation == Relation::Conj);
    let Some(other) = other.map(|t| tokens[t].span) else { return a.span };
    let name = report.names.iter().find(|n| n.span.meets(other)).map_or(other, |n| n.span);
    Span::new(a.span.start, a.span.end.max(name.end).max(other.end))
}

/// Words with the first one small, where only the beginning of a sentence made it large.
fn lowered(words: String) -> String {
    let first = words.split(' ').next().unwrap_or_default();
    match words.strip_prefix(first).filter(|_| SMALL.contains(&first)) {
        Some(rest) => first.to_lowercase() + rest,
        None => words,
    }
}

/// What follows the verb of a statement of two words up to the next mark: `suspected` *of taking bribes*.
fn rest(report: &Annotated, sentence: &Sentence, s: &Statement) -> Option<String> {
    let last = sentence.last;
    let of_time = |t: usize| s.times.iter().any(|&n| report.times[n].span.meets(report.tokens[t].span));
    let next = s.predicate + 1;
    let leads = next < last && matches!(report.tokens[next].tag, Tag::Adp | Tag::Part | Tag::Sconj);
    if !leads || of_time(next) || next + 1 < last && of_time(next + 1) {
        return None;
    }
    let end = (next..last).take_while(|&t| report.tokens[t].tag != Tag::Punct).last()?;
    let span = Span::new(report.tokens[next].span.start, report.tokens[end].span.end);
    Some(clip(report.text(span), 60))
}

/// The first so many characters, cut between words.
pub(super) fn clip(text: &str, limit: usize) -> String {
    clip_words(&text.split_whitespace().collect::<Vec<_>>().join(" "), limit)
}

fn clip_words(text: &str, limit: usize) -> String {
    if text.chars().count() <= limit {
        return text.to_owned();
    }
    let mut out = String::new();
    for word in text.split(' ') {
        if out.chars().count() + word.chars().count() + 2 > limit {
            break;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out + " …"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{name, statement};
    use firsthand_text::language::Models;

    /// The labels of what a text says.
    fn labels(text: &str) -> Vec<String> {
        let report = firsthand_text::read("a.txt", text.as_bytes(), &Models::built_in());
        let names = name::merge(&[&report]);
        statement::take(0, &report, &names).iter().map(|s| happening(&report, s)).collect()
    }

    #[test]
    fn labels_are_short_sentences() {
        for (text, want) in [
            ("The paper had seen a letter.", "The paper had seen a letter"),
            ("The harbour was closed on Monday.", "The harbour closed"),
            ("The owner did not answer the letter.", "The owner did not answer the letter"),
            ("The owner didn't answer the letter.", "The owner did not answer the letter"),
            ("A deal between Norland and Velmark was signed.", "A deal between Norland and Velmark signed"),
            ("At least five people died in the fire.", "At least five people died in the fire"),
            ("Velmark has for years been suspected of taking bribes.", "Velmark suspected of taking bribes"),
        ] {
            let found = labels(text);
            assert!(found.iter().any(|l| l == want), "{text}: {found:?}");
        }
    }
}

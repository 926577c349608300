//! Do the same participants take the same parts? `Ostland invaded Velmark` is not `Velmark invaded Ostland`.

use super::ends;
use super::ground::{Ground, Line};
use super::judge::Lack;
use super::meant::Meant;
use super::opposite::is_for_one;
use super::shape::Part;
use super::word::{Word, cut, forms, is_people, is_thin, says};
use crate::account::{Argument, Statement};
use crate::collation::filler::is_person;

/// Verbs whose subject is the one it happens to: `five people died` and `killed five people`.
const SUFFERED: [&str; 16] = [
    "die",
    "death",
    "perish",
    "drown",
    "suffocate",
    "burn",
    "explode",
    "sink",
    "capsize",
    "collapse",
    "open",
    "close",
    "vanish",
    "disappear",
    "crash",
    "derail",
];

/// Words that stand for somebody named before.
const PRONOUNS: [&str; 10] = ["it", "they", "he", "she", "who", "which", "that", "them", "him", "her"];

/// What it costs to take one who is named for another of the sentence: a statement that is said of another may be read wrongly and
/// support, it never contradicts.
const OF_ANOTHER: f64 = 0.75;

/// What a part of a statement is in place of that of the claim.
pub(super) enum Mismatch {
    /// It lacks it, or says it less plainly.
    Lack(Lack),
    /// Both cannot be: what is said, what is claimed.
    Apart(String, String),
}

/// What the parts of a statement lack of those of the claim, in words.
pub(super) fn compare(
    meant: &Meant<'_>,
    ground: &Ground<'_>,
    line: &Line<'_>,
    s: &Statement,
) -> Vec<Mismatch> {
    let claim = meant.claim;
    let own = claim.predicate.as_deref().unwrap_or_default();
    let (mut agent, mut patient) = (claim.agent.as_ref(), claim.patient.as_ref());
    if SUFFERED.contains(&own) && patient.is_none() {
        (agent, patient) = (None, agent);
    }
    let by = |role: &str| s.arguments.iter().find(|a| a.role == role);
    let (mut does, mut suffers) = (by("agent"), by("patient"));
    if SUFFERED.contains(&s.predicate.lemma.as_str()) && suffers.is_none() {
        (does, suffers) = (None, does);
    }
    let mut out = Vec::new();
    let is = |part: &Part, told: &Argument| {
        is_part(meant, ground, line, part, told) || leads(meant, ground, line, part, told)
    };
    // Parsers take the one who is quoted for the one who does it.
    let quoted = |a: &Argument| {
        let source = |id: &str| ground.origin(id).is_some_and(|o| o.entity.is_some() && o.entity == a.entity);
        s.attribution.iter().any(|step| source(&step.source) || step.passage.text.contains(&a.text))
    };
    let does = does.filter(|told| !quoted(told) || agent.is_none_or(|part| is(part, told)));
    if let (Some(part), None) = (agent, does)
        && let Some(name) = part.name
    {
        // Of two that are named, the one who does it must be told from the other.
        let other = |(n, m): (usize, &super::shape::Mention)| n != name && super::judge::is_target(m);
        let here = meant.line_names(name, line) && !claim.names.iter().enumerate().any(other);
        out.push(lack(format!("does not say that {} did it", part.text), here.then_some(0.3), true));
    }
    // `Ostland shells Velmark` read as a noun: neither part is told.
    if let (Some(part), None, None) = (agent, does, suffers)
        && part.name.is_none()
        && patient.is_some()
    {
        out.push(lack(format!("does not say that {} did it", part.text), None, true));
    }
    if let (Some(part), Some(told)) = (agent, does)
        && !is(part, told)
    {
        let words = format!("says it of “{}”, not of “{}”", told.text, part.text);
        out.push(match others(meant, ground, part, told, own) {
            Some((says, claims)) => Mismatch::Apart(says, claims),
            // The one it is done to in the claim does it here.
            None if part.name.is_some()
                && !PRONOUNS.contains(&told.text.to_lowercase().as_str())
                && patient.is_some_and(|p| is(p, told)) =>
            {
                lack(words, None, false)
            }
            None => lack(words, cost(meant, ground, line, s, part, told), false),
        });
    }
    if let (Some(part), Some(told)) = (patient, suffers)
        && !is(part, told)
    {
        let words = format!("says that it was done to “{}”, not to “{}”", told.text, part.text);
        out.push(lack(words, cost(meant, ground, line, s, part, told), false));
    }
    // Who does it in the report suffers it in the claim.
    if let (Some(part), Some(told), None) = (patient, does, suffers)
        && agent.is_some_and(|a| !is(a, told))
        && is(part, told)
    {
        out.push(lack(format!("says that “{}” did it", told.text), None, false));
    }
    out.extend(ends::directions(meant, ground, s).into_iter().map(|words| lack(words, None, false)));
    out
}

fn lack(words: String, cost: Option<f64>, silent: bool) -> Mismatch {
    Mismatch::Lack(Lack { words, cost, silent })
}

/// Somebody else where only one can be: both named, of a thing that one does.
fn others(
    meant: &Meant<'_>,
    ground: &Ground<'_>,
    part: &Part,
    told: &Argument,
    predicate: &str,
) -> Option<(String, String)> {
    let name = part.name.filter(|_| is_for_one(predicate))?;
    let e = told.entity.as_deref().and_then(|e| ground.entity(e))?;
    let entity = &ground.account.entities[e];
    let party = |kind: &str| matches!(kind, "person" | "organisation");
    let other = party(&entity.kind)
        && party(&meant.claim.names[name].kind)
        && (0..meant.names.len()).all(|n| !meant.names[n].contains(&e));
    other.then(|| (entity.name.clone(), part.text.clone()))
}

/// What it costs to take another part of a sentence for that of the claim; none where another takes its part beyond doubt.
/// Parts are read off trees that are not always right: that the sentence has the word counts for more.
fn cost(
    meant: &Meant<'_>,
    ground: &Ground<'_>,
    line: &Line<'_>,
    s: &Statement,
    part: &Part,
    told: &Argument,
) -> Option<f64> {
    let entity = told.entity.as_deref().and_then(|e| ground.entity(e));
    // Who takes this part in the report takes another in the claim.
    let swapped = entity.is_some_and(|e| {
        meant.claim.names.iter().enumerate().any(|(n, m)| {
            Some(n) != part.name
                && meant.names[n].contains(&e)
                && (part.name.is_some() || super::judge::is_target(m))
        })
    });
    // Who does it here suffers it there.
    let turned = part.name.is_some_and(|name| {
        s.arguments.iter().any(|a| {
            matches!(a.role.as_str(), "agent" | "patient")
                && a.role != told.role
                && meant.phrase_names(name, &a.text, ground)
        })
    });
    if swapped || turned {
        return None;
    }
    if let Some(name) = part.name {
        let known = || meant.line_names(name, line) || ground.around(line).any(|l| meant.line_names(name, l));
        let pronoun = PRONOUNS.contains(&told.text.to_lowercase().as_str());
        if (pronoun && known()) || meant.called_so(name, &told.text, ground) {
            return Some(0.2);
        }
        // Of two that are named, the one who does it must be told from the other.
        let other = |(n, m): (usize, &super::shape::Mention)| n != name && super::judge::is_target(m);
        if told.role == "agent" && told.entity.is_some() && meant.claim.names.iter().enumerate().any(other) {
            return None;
        }
        // Named, but with something else: `killed Tennant and injured Russell`.
        let elsewhere = line.statements.iter().any(|o| {
            o.id != s.id
                && o.predicate.lemma != s.predicate.lemma
                && o.arguments.iter().any(|a| {
                    let e = a.entity.as_deref().and_then(|e| ground.entity(e));
                    a.role == told.role && e.is_some_and(|e| meant.names[name].contains(&e))
                })
        });
        // Of somebody else who is named: too little to contradict by.
        let party = |e: usize| matches!(ground.account.entities[e].kind.as_str(), "person" | "organisation");
        let cost = if entity.is_some_and(party) { OF_ANOTHER } else { 0.35 };
        return (meant.line_names(name, line) && !elsewhere).then_some(cost);
    }
    // `an investigation into the fire` is no fire.
    let told_words = cut(&told.text);
    let within = |words: &[Word]| words.iter().any(|w| says(w, &part.head));
    if within(&told_words) && !within(core(&told_words)) {
        return None;
    }
    let forms = forms(&part.head);
    let has = |w: &super::word::Word| forms.iter().any(|f| says(w, f));
    let here = line.words.iter().zip(&line.saying).any(|(w, saying)| !saying && has(w));
    let counted = |c: &super::shape::Count| {
        !c.amount.text.is_empty()
            && (part.text.contains(&c.amount.text) || c.amount.text.contains(&part.text))
    };
    if here || meant.claim.quantities.iter().any(counted) {
        return Some(0.2);
    }
    if ground.around(line).any(|l| l.words.iter().any(has)) {
        return Some(0.35);
    }
    is_thin(&part.head).then_some(0.25)
}

/// Whether a participant of a statement is that of the claim.
fn is_part(meant: &Meant<'_>, ground: &Ground<'_>, line: &Line<'_>, part: &Part, told: &Argument) -> bool {
    if let Some(name) = part.name {
        let entity = told.entity.as_deref().and_then(|e| ground.entity(e));
        return entity.is_some_and(|e| meant.names[name].contains(&e))
            || meant.phrase_names(name, &told.text, ground);
    }
    let words = cut(&told.text);
    if PRONOUNS.contains(&&*part.head) || core(&words).iter().any(|w| says(w, &part.head)) {
        return true;
    }
    let person = words.iter().any(|w| w.lemmas.iter().any(|l| is_person(l) || is_people(l)));
    if is_people(&part.head) && (person || told.entity.is_some()) {
        return true;
    }
    let stands = words.first().is_none_or(|w| words.len() == 1 && PRONOUNS.contains(&w.folded.as_str()));
    let nobody = super::claim::is_nobody(&told.text) || super::claim::is_nobody(&part.text);
    // `five were hurt`: the number stands for those who are counted.
    let number = words.iter().all(|w| w.folded.starts_with(|c: char| c.is_ascii_digit()));
    nobody
        || number
        || (stands && line.words.iter().zip(&line.saying).any(|(w, saying)| !saying && says(w, &part.head)))
}

/// The words of a phrase that say who or what it is: up to its first preposition, but for `hundreds of`, `members of`.
fn core(words: &[Word]) -> &[Word] {
    const ENDS: [&str; 15] = [
        "of", "in", "into", "for", "from", "to", "by", "with", "at", "on", "about", "who", "which", "that",
        "against",
    ];
    const PARTS: [&str; 22] = [
        "hundred", "thousand", "dozen", "score", "number", "group", "member", "part", "section", "team",
        "one", "some", "many", "most", "half", "all", "none", "rest", "majority", "body", "total", "percent",
    ];
    let end = words.iter().position(|w| ENDS.contains(&w.folded.as_str()));
    let Some(end) = end.filter(|e| *e > 0) else { return words };
    let of = words[end].folded == "of";
    let head = &words[end - 1];
    let part = of
        && (head.folded.starts_with(|c: char| c.is_ascii_digit())
            || head.lemmas.iter().any(|l| PARTS.contains(&l.as_str()) || is_thin(l)));
    if part { words } else { &words[..end] }
}

/// Whether the one leads the other: what a delegation does, its head does, and the other way round.
fn leads(meant: &Meant<'_>, ground: &Ground<'_>, line: &Line<'_>, part: &Part, told: &Argument) -> bool {
    let lead = |s: &&&Statement| matches!(s.predicate.lemma.as_str(), "lead" | "head");
    line.statements.iter().filter(lead).any(|s| {
        let ends: Vec<&Argument> =
            s.arguments.iter().filter(|a| matches!(a.role.as_str(), "agent" | "patient")).collect();
        let own = |a: &&&Argument| is_part(meant, ground, line, part, a);
        let other = |a: &&&Argument| a.text == told.text || (a.entity.is_some() && a.entity == told.entity);
        match (ends.iter().find(own), ends.iter().find(other)) {
            (Some(a), Some(b)) => a.role != b.role,
            _ => false,
        }
    })
}

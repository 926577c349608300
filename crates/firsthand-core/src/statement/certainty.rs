//! Is it denied, alleged or only possible?

use super::subject::is_infinitive;
use super::tree::Tree;
use super::{Certainty, participant, valency};
use firsthand_text::language::{Relation, Tag};

/// Whether the clause is negated by its own words: `did not`, `never`, `no details`, `no one`, `without asking`, `failed to
/// come`. What a negated verb governs is not (`did not say that …`).
pub fn negative(tree: &Tree<'_>, predicate: usize) -> bool {
    // `not only marks the day` says that it marks it.
    let only = |t: usize| {
        let next = (t + 1 < tree.report.tokens.len()).then(|| tree.report.word(t + 1).to_lowercase());
        matches!(next.as_deref(), Some("only" | "just" | "merely" | "simply" | "least"))
    };
    let no = |t: usize| {
        matches!(tree.lemma(t), "not" | "n't" | "never" | "no" | "neither" | "nor" | "n’t" | "without")
            && !only(t)
    };
    let nobody = |t: usize| {
        matches!(tree.report.word(t).to_lowercase().as_str(), "nobody" | "none" | "nothing" | "neither")
            || (matches!(tree.report.word(t).to_lowercase().as_str(), "one" | "body")
                && t > 0
                && tree.report.word(t - 1).eq_ignore_ascii_case("no"))
    };
    let negated = |p: usize| {
        tree.children(p).iter().any(|&c| {
            let participant =
                matches!(tree.relation(c), Relation::Obj | Relation::Nsubj | Relation::NsubjPass);
            // `without an agreement` is said of what is lacking, `ended` holds.
            let own = no(c) && !(tree.lemma(c) == "without" && tree.tag(p) != Tag::Verb);
            own || (participant && (nobody(c) || tree.children(c).iter().any(|&d| d <= c && no(d))))
        })
    };
    if negated(predicate) {
        return true;
    }
    let Some(head) = tree.head(predicate) else { return false };
    // `stopped short of blaming`.
    if tree.lemma(head) == "short"
        && tree.head(head).is_some_and(|v| matches!(tree.lemma(v), "stop" | "fall"))
    {
        return true;
    }
    if tree.tag(head) != Tag::Verb {
        return false;
    }
    match tree.relation(predicate) {
        // `failed to reach`; `did not fail to reach` it did.
        Relation::Xcomp | Relation::Advcl | Relation::Ccomp
            if predicate > head && valency::is("fails", tree.lemma(head)) && governed(tree, predicate) =>
        {
            !negated(head)
        }
        // `had no choice`, `made no attack`, `neither confirmed nor denied`.
        Relation::Obj if participant::light(tree, predicate).is_some() => negated(head),
        _ => false,
    }
}

/// How surely the clause says it; `denied` where the verb of saying over it denies. Planned and conditional is possible.
pub fn certainty(tree: &Tree<'_>, predicate: usize, denied: bool) -> Certainty {
    if denied {
        return Certainty::Denied;
    }
    if let Some(own) = own(tree, predicate) {
        return own;
    }
    if let Some(own) = participant::light(tree, predicate).and_then(|verb| own(tree, verb)) {
        return own;
    }
    let Some(head) = tree.head(predicate) else { return Certainty::Asserted };
    let relation = tree.relation(predicate);
    if !matches!(tree.tag(head), Tag::Verb) {
        return over_noun(tree, predicate, head);
    }
    let lemma = tree.lemma(head);
    // A clause beside a verb (`Speaking in Kelden, he accused …`) is not governed by it.
    if relation == Relation::Advcl && is_infinitive(tree, predicate) && predicate < head {
        return Certainty::Possible;
    }
    if relation == Relation::Advcl && !governed(tree, predicate) {
        return Certainty::Asserted;
    }
    if relation == Relation::Conj || !governed(tree, predicate) && relation == Relation::Parataxis {
        return Certainty::Asserted;
    }
    if valency::is("denies", lemma) {
        return Certainty::Denied;
    }
    let speaks = matches!(lemma, "say" | "report");
    if valency::is("believes", lemma) && (!speaks || (tree.passive(head) && is_infinitive(tree, predicate))) {
        return Certainty::Alleged;
    }
    // `was wanted for murder` is not yet to come.
    if valency::is("intends", lemma) && (tree.tag(predicate) == Tag::Verb || relation == Relation::Obj) {
        return Certainty::Possible;
    }
    if is_infinitive(tree, predicate)
        && matches!(relation, Relation::Xcomp | Relation::Advcl | Relation::Ccomp)
    {
        return infinitive(tree, head, predicate);
    }
    Certainty::Asserted
}

/// What the clause's own words say of it.
fn own(tree: &Tree<'_>, predicate: usize) -> Option<Certainty> {
    let word = |t: usize| tree.report.word(t).to_lowercase();
    let own: Vec<String> = tree
        .children(predicate)
        .iter()
        .filter(|&&c| {
            matches!(
                tree.relation(c),
                Relation::Aux | Relation::Advmod | Relation::Mark | Relation::Case | Relation::Amod
            )
        })
        .map(|&c| word(c))
        .collect();
    let has = |list: &[&str]| own.iter().any(|w| list.contains(&w.as_str()));
    if has(&[
        "may",
        "might",
        "could",
        "would",
        "possibly",
        "perhaps",
        "if",
        "whether",
        "can",
        "should",
        "likely",
        "probably",
        "unless",
        "will",
        "shall",
        "’ll",
        "'ll",
        "planned",
        "possible",
        "potential",
        "proposed",
        "threatened",
        "must",
    ]) {
        return Some(Certainty::Possible);
    }
    has(&[
        "allegedly",
        "reportedly",
        "purportedly",
        "supposedly",
        "apparently",
        "alleged",
        "reported",
        "suspected",
        "purported",
        "rumoured",
        "rumored",
    ])
    .then_some(Certainty::Alleged)
}

/// Whether the clause is the complement of the verb over it: an infinitive, one with its own `that` or `of`, one that
/// follows the verb without a comma.
fn governed(tree: &Tree<'_>, predicate: usize) -> bool {
    let Some(head) = tree.head(predicate) else { return false };
    let marked = tree.by(predicate, Relation::Mark).any(|m| {
        m > head && matches!(tree.report.word(m).to_lowercase().as_str(), "to" | "that" | "of" | "from")
    });
    marked || (tree.relation(predicate) != Relation::Advcl && predicate > head)
}

/// What an infinitive says depends on the verb over it: `managed to escape` he did, `agreed to withdraw` not yet.
fn infinitive(tree: &Tree<'_>, verb: usize, below: usize) -> Certainty {
    let lemma = tree.lemma(verb);
    // `it took another year to remove him`.
    let took = lemma == "take"
        && tree.by(verb, Relation::Nsubj).any(|s| tree.report.word(s).eq_ignore_ascii_case("it"));
    let past = took || tree.by(below, Relation::Aux).any(|a| tree.lemma(a) == "have");
    if past
        || (valency::is("happens", lemma) || valency::is("fails", lemma))
            && tree.relation(below) != Relation::Advcl
    {
        return Certainty::Asserted;
    }
    if valency::is("persuade", lemma) && valency::is("happens", lemma) && below > verb {
        return Certainty::Asserted;
    }
    Certainty::Possible
}

/// A clause that hangs on a noun or adjective: `two officers suspected of selling`, `no evidence that it escaped`, `plans to
/// build`, `is likely to come`.
fn over_noun(tree: &Tree<'_>, predicate: usize, noun: usize) -> Certainty {
    let marked = |words: &[&str]| {
        tree.by(predicate, Relation::Mark)
            .any(|m| words.contains(&tree.report.word(m).to_lowercase().as_str()))
    };
    let denied = ["no", "neither"].iter().any(|n| {
        tree.children(noun).iter().any(|&c| c < noun && tree.report.word(c).eq_ignore_ascii_case(n))
    });
    let proof = matches!(tree.lemma(noun), "evidence" | "proof" | "sign" | "indication" | "truth");
    if denied && proof && tree.relation(predicate) == Relation::Acl {
        return Certainty::Denied;
    }
    let claim = matches!(
        tree.lemma(noun),
        "allegation" | "accusation" | "claim" | "rumour" | "rumor" | "suspicion" | "belief" | "charge"
    );
    if claim && marked(&["that", "of"]) {
        return Certainty::Alleged;
    }
    // `accused the mayor of taking bribes`.
    let accused = tree.relation(noun) == Relation::Obj
        && tree.head(noun).is_some_and(|v| valency::is("believes", tree.lemma(v)));
    if accused && marked(&["of"]) {
        return Certainty::Alleged;
    }
    if is_infinitive(tree, predicate)
        && matches!(
            tree.relation(predicate),
            Relation::Acl | Relation::Xcomp | Relation::Csubj | Relation::Advcl | Relation::Ccomp
        )
    {
        let above = tree.head(noun).filter(|&v| tree.tag(v) == Tag::Verb);
        let object = matches!(tree.relation(noun), Relation::Obj | Relation::Iobj);
        return match above.filter(|_| object) {
            Some(verb) if valency::is("persuade", tree.lemma(verb)) => infinitive(tree, verb, predicate),
            // `is due to arrive`, but `the first to arrive`, `was rare for them to come`.
            _ if tree
                .children(noun)
                .iter()
                .any(|&c| matches!(tree.lemma(c), "first" | "last" | "only" | "latest")) =>
            {
                Certainty::Asserted
            }
            _ if valency::is("likely", tree.lemma(noun)) => Certainty::Possible,
            _ if matches!(tree.tag(noun), Tag::Adj | Tag::Num) => Certainty::Asserted,
            _ => Certainty::Possible,
        };
    }
    Certainty::Asserted
}

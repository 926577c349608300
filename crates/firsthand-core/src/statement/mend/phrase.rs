//! Prepositional phrases and infinitives that hang too low.

use super::Mended;
use crate::statement::subject::is_infinitive;
use crate::statement::tree::Tree;
use crate::statement::{lexicon, valency};
use firsthand_text::language::{Relation, Tag};

/// Hangs the infinitives that say what for on the verb they are told of.
pub(super) fn raise_purposes(tree: &Tree<'_>, mended: &mut Mended) {
    for token in 0..tree.report.tokens.len() {
        // `drilled a shaft to reach the miners`: what for is told of the drilling.
        let Some(noun) = mended.heads[token].filter(|_| mended.relations[token] == Relation::Acl) else {
            continue;
        };
        let Some(verb) =
            mended.heads[noun].filter(|_| mended.relations[noun] == Relation::Obj && noun < token)
        else {
            continue;
        };
        let own = valency::is("aims", tree.lemma(noun));
        if is_infinitive(tree, token) && valency::is("tool", tree.lemma(verb)) && !own {
            mended.heads[token] = Some(verb);
            mended.relations[token] = Relation::Advcl;
        }
    }
}

/// Hangs prepositional phrases on the word they belong to.
pub(super) fn raise(tree: &Tree<'_>, mended: &mut Mended) {
    let tokens = &tree.report.tokens;
    let timed = timed(tree);
    let placed = placed(tree);
    // From the left, so that a phrase on a phrase that was hung higher follows it.
    for token in 0..tokens.len() {
        if !matches!(mended.relations[token], Relation::Nmod | Relation::Obl | Relation::Appos) {
            continue;
        }
        for _ in 0..4 {
            let Some(higher) = higher(tree, mended, token, &timed, &placed) else { break };
            mended.heads[token] = Some(higher);
            mended.relations[token] =
                if tokens[higher].tag == Tag::Verb { Relation::Obl } else { Relation::Nmod };
        }
    }
}

/// The head a prepositional phrase goes up to, if it does not belong where it hangs.
fn higher(tree: &Tree<'_>, mended: &Mended, token: usize, timed: &[bool], placed: &[bool]) -> Option<usize> {
    let noun = mended.heads[token].filter(|&n| n < token)?;
    if !matches!(tree.tag(noun), Tag::Noun | Tag::Propn | Tag::Num | Tag::Pron) {
        return None;
    }
    let preposition = tree.behind(token)?;
    let above = mended.heads[noun]?;
    let hung =
        matches!(mended.relations[noun], Relation::Obj | Relation::Obl | Relation::Nmod | Relation::Appos);
    if preposition == "of" || !hung {
        return None;
    }
    let here = ["in", "near", "at", "off", "outside", "over", "inside", "across", "on"];
    let own = tree.behind(noun).unwrap_or_default();
    // Days and places take no phrases of their own, but for a place within a place.
    if timed[noun] && !timed[token] {
        return Some(above);
    }
    if placed[noun]
        && !(here.contains(&preposition.as_str()) && here.contains(&own.as_str()) && placed[token])
    {
        return Some(above);
    }
    let happening = |t: usize| tree.tag(t) == Tag::Noun && !lexicon::classes(tree.lemma(t), true).is_empty();
    // `the arrest of the banker by police`, `the deployment of soldiers to the border`.
    if happening(above)
        && !happening(noun)
        && ["by", "to", "into", "against", "from"].contains(&preposition.as_str())
    {
        return (above < noun && (own == "of" || own == "by")).then_some(above);
    }
    if tree.tag(above) != Tag::Verb || above > noun {
        return None;
    }
    let verb = tree.lemma(above);
    let object = tree.lemma(noun);
    let loose = [
        "into",
        "onto",
        "via",
        "through",
        "during",
        "despite",
        "across",
        "toward",
        "towards",
        "amid",
        "without",
        "out of",
        "along with",
        "together with",
        "until",
        "since",
    ];
    let up = match preposition.as_str() {
        // `from Kelden to Velmark`: both tell of the journey.
        "to" if own == "from" => true,
        "by" => !happening(noun) || tree.passive(above) || is_means(tree, token),
        "on" if valency::is("impose", verb) => true,
        "with" => !valency::is("mutual", object),
        "to" => valency::is("give", verb) && !happening(noun),
        "from" => valency::is("take", verb) && !happening(noun),
        "about" => valency::is("tell", verb),
        "for" => valency::is("blame", verb) && !happening(noun),
        "after" | "before" => !happening(noun),
        p if loose.contains(&p) => !happening(noun),
        p if here.contains(&p) => placed[token] && !happening(noun) && !valency::is("static", object),
        _ => false,
    };
    up.then_some(above)
}

/// Whether the noun after `by` tells how and not who: `by plane`, without an article.
pub(in crate::statement) fn is_means(tree: &Tree<'_>, noun: usize) -> bool {
    valency::is("means", tree.lemma(noun)) && tree.by(noun, Relation::Det).next().is_none()
}

/// For every token whether it is part of a time expression.
fn timed(tree: &Tree<'_>) -> Vec<bool> {
    let tokens = &tree.report.tokens;
    let mut out = vec![false; tokens.len()];
    let mut times = tree.report.times.iter().map(|t| t.span).peekable();
    for (t, token) in tokens.iter().enumerate() {
        while times.peek().is_some_and(|s| s.end <= token.span.start) {
            times.next();
        }
        out[t] = times.peek().is_some_and(|s| s.meets(token.span));
    }
    out
}

/// For every token whether it is part of the name of a place.
fn placed(tree: &Tree<'_>) -> Vec<bool> {
    let mut out = vec![false; tree.report.tokens.len()];
    for name in tree.report.names.iter().filter(|n| n.kind.is_place()) {
        out[name.first..name.last].fill(true);
    }
    out
}

//! Repairs of dependency trees before clauses are read from them, each with its reason.
//!
//! A parser that reads left to right hangs what follows a noun on that noun. Where the words themselves tell otherwise
//! (`bought it for $90 million`, `found on a ship off Lorne on Monday in fog`) the phrase is hung higher.

use super::lexicon;
use super::tree::Tree;
use super::valency;
use firsthand_text::language::{Form, NameKind, Relation, Tag};

/// Heads and relations of a report's tokens, mended.
pub(super) fn mend(tree: &Tree<'_>) -> (Vec<Option<usize>>, Vec<Relation>) {
    let tokens = &tree.report.tokens;
    let mut heads: Vec<Option<usize>> = (0..tokens.len()).map(|t| tree.head(t)).collect();
    let mut relations: Vec<Relation> = tokens.iter().map(|t| t.relation).collect();
    let timed = timed(tree);
    let placed = placed(tree);
    for sentence in &tree.report.sentences {
        if let Some((subject, verb)) = lost_verb(tree, sentence.first, sentence.last) {
            // The verb takes the noun's place, the noun becomes its subject.
            heads[verb] = heads[subject];
            relations[verb] = relations[subject];
            heads[subject] = Some(verb);
            relations[subject] = Relation::Nsubj;
            for &c in tree.children(subject) {
                if c > verb && relations[c] == Relation::Punct {
                    heads[c] = Some(verb);
                }
            }
        }
    }
    // From the left, so that a phrase on a phrase that was hung higher follows it.
    for token in 0..tokens.len() {
        if !matches!(relations[token], Relation::Nmod | Relation::Obl | Relation::Appos) {
            continue;
        }
        for _ in 0..4 {
            let Some(higher) = higher(tree, &heads, &relations, token, &timed, &placed) else { break };
            heads[token] = Some(higher);
            relations[token] = if tokens[higher].tag == Tag::Verb { Relation::Obl } else { Relation::Nmod };
        }
    }
    (heads, relations)
}

/// The head a prepositional phrase goes up to, if it does not belong where it hangs.
fn higher(
    tree: &Tree<'_>,
    heads: &[Option<usize>],
    relations: &[Relation],
    token: usize,
    timed: &[bool],
    placed: &[bool],
) -> Option<usize> {
    let noun = heads[token].filter(|&n| n < token)?;
    if !matches!(tree.tag(noun), Tag::Noun | Tag::Propn | Tag::Num | Tag::Pron) {
        return None;
    }
    let preposition = tree.behind(token)?;
    let above = heads[noun]?;
    let hung = matches!(relations[noun], Relation::Obj | Relation::Obl | Relation::Nmod | Relation::Appos);
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
pub(super) fn is_means(tree: &Tree<'_>, noun: usize) -> bool {
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
    for name in tree.report.names.iter().filter(|n| n.kind == NameKind::Place) {
        out[name.first..name.last].fill(true);
    }
    out
}

/// In `The company, which employs 4,000 people, filed for bankruptcy` a parser can take the noun for the root and the
/// verb for one of its clauses: a sentence with no other finite verb, whose verb stands after the closing comma.
fn lost_verb(tree: &Tree<'_>, first: usize, last: usize) -> Option<(usize, usize)> {
    let noun = (first..last).find(|&t| tree.head(t).is_none())?;
    if !matches!(tree.tag(noun), Tag::Noun | Tag::Propn | Tag::Pron)
        || tree.children(noun).iter().any(|&c| {
            matches!(
                tree.relation(c),
                Relation::Cop | Relation::Nsubj | Relation::Aux | Relation::NsubjPass | Relation::Obj
            )
        })
    {
        return None;
    }
    let verb = (noun + 1..last).find(|&t| {
        let form = tree.report.tokens[t].form;
        let bare = |c: &usize| {
            matches!(
                tree.relation(*c),
                Relation::Nsubj | Relation::Mark | Relation::Aux | Relation::NsubjPass
            )
        };
        let agent = || tree.children(t).iter().any(|&c| c > t && tree.behind(c).as_deref() == Some("by"));
        tree.tag(t) == Tag::Verb
            && matches!(form, Form::Past | Form::Present | Form::PresentThird | Form::Participle)
            && matches!(
                tree.relation(t),
                Relation::Acl | Relation::Advcl | Relation::Conj | Relation::Parataxis
            )
            && !tree.children(t).iter().any(bare)
            && !agent()
            && tree.below(t, noun)
            && tree.report.word(t - 1) == ","
            && commas(tree, noun, t) == 2
    })?;
    Some((noun, verb))
}

fn commas(tree: &Tree<'_>, from: usize, to: usize) -> usize {
    (from..to).filter(|&t| tree.report.word(t) == ",").count()
}

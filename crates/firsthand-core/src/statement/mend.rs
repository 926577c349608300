//! Repairs of dependency trees before clauses are read from them, each with its reason.
//!
//! A parser that reads left to right hangs what follows a noun on that noun. Where the words themselves tell otherwise
//! (`bought it for $90 million`, `found on a ship off Lorne on Monday in fog`) the phrase is hung higher.

use super::lexicon;
use super::tree::{Tree, is_past_participle};
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
        let (first, last) = (sentence.first, sentence.last);
        let found = self::whose(tree, first, last).or_else(|| garden(tree, first, last));
        if let Some(found) = found {
            // The second verb takes the place of the first, which becomes a clause on the noun.
            heads[found.main] = heads[found.clause];
            relations[found.main] = relations[found.clause];
            heads[found.noun] = Some(found.main);
            let passive = tree.by(found.main, Relation::AuxPass).next().is_some();
            relations[found.noun] = if passive { Relation::NsubjPass } else { Relation::Nsubj };
            heads[found.clause] = Some(found.noun);
            relations[found.clause] = Relation::Acl;
            for &c in tree.children(found.clause).iter().filter(|&&c| c > found.main) {
                heads[c] = Some(found.main);
            }
            lower(tree, found.main, found.clause, &mut heads, &mut relations);
        } else if let Some((subject, verb)) = lost_verb(tree, first, last) {
            // The verb takes the noun's place, the noun becomes its subject.
            let before = heads[verb].filter(|&h| h != subject);
            heads[verb] = heads[subject];
            relations[verb] = relations[subject];
            heads[subject] = Some(verb);
            relations[subject] = if tree.by(verb, Relation::AuxPass).next().is_some() {
                Relation::NsubjPass
            } else {
                Relation::Nsubj
            };
            for &c in tree.children(subject) {
                if c > verb && relations[c] == Relation::Punct {
                    heads[c] = Some(verb);
                }
            }
            if let Some(before) = before {
                lower(tree, verb, before, &mut heads, &mut relations);
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
    // `The trial of two spies opened in Kelden.`: the only verb of a whole sentence.
    let lone = |t: usize| {
        tree.report.word(last - 1) == "."
            && tree.relation(t) == Relation::Acl
            && !tree.children(t).iter().any(|&c| tree.relation(c) == Relation::Obj)
            && !(first..last).any(|o| o != t && matches!(tree.tag(o), Tag::Verb | Tag::Aux))
    };
    let verb = (noun + 1..last).find(|&t| {
        let form = tree.report.tokens[t].form;
        let bare = |c: &usize| {
            is_subject(tree, *c)
                || matches!(tree.relation(*c), Relation::Mark | Relation::Aux | Relation::AuxPass)
        };
        let agent = || tree.children(t).iter().any(|&c| c > t && tree.behind(c).as_deref() == Some("by"));
        let hung = matches!(
            tree.relation(t),
            Relation::Acl
                | Relation::Advcl
                | Relation::Conj
                | Relation::Parataxis
                | Relation::Xcomp
                | Relation::Ccomp
        );
        if tree.tag(t) != Tag::Verb
            || !hung
            || !matches!(form, Form::Past | Form::Present | Form::PresentThird | Form::Participle)
            || !tree.below(t, noun)
        {
            return false;
        }
        // `Crews battling a blaze near Osk were joined by others`: its subject stands behind a preposition.
        let taken = tree.children(t).iter().any(|&c| c < t && is_subject(tree, c) && is_behind(tree, c));
        // `A tower in which 12 families lived collapsed`: one verb upon another.
        let upon = tree.relation(t) == Relation::Xcomp
            && tree.tag(t - 1) == Tag::Verb
            && tree.relation(t - 1) == Relation::Acl
            && tree.children(t - 1).iter().any(|&c| is_subject(tree, c));
        let free = !tree.children(t).iter().any(bare);
        let comma = tree.report.word(t - 1) == "," && commas(tree, noun, t) == 2;
        tree.report.word(last - 1) == "." && (taken || (upon && free))
            || (free
                && !agent()
                && !matches!(tree.relation(t), Relation::Xcomp | Relation::Ccomp)
                && (comma || lone(t)))
    })?;
    Some((noun, verb))
}

/// Hangs what a parser took for the subject of a verb, though it stands behind a preposition, on the verb before it.
fn lower(
    tree: &Tree<'_>,
    verb: usize,
    before: usize,
    heads: &mut [Option<usize>],
    relations: &mut [Relation],
) {
    let taken = tree.children(verb).iter().copied().find(|&c| is_subject(tree, c) && is_behind(tree, c));
    if let Some(noun) = taken.filter(|&n| before < n && n < verb) {
        heads[noun] = Some(before);
        relations[noun] = Relation::Obl;
    }
}

fn is_subject(tree: &Tree<'_>, token: usize) -> bool {
    matches!(tree.relation(token), Relation::Nsubj | Relation::NsubjPass)
}

/// Whether a preposition stands right before the words of a noun.
fn is_behind(tree: &Tree<'_>, noun: usize) -> bool {
    let first = tree.subtree(noun).first().copied().unwrap_or(noun);
    let adposition = |t: usize| tree.tag(t) == Tag::Adp;
    adposition(first) || (first > 0 && adposition(first - 1))
}

/// A noun with a clause on it and the verb it is the subject of, where a parser took the clause for the sentence.
struct Clause {
    noun: usize,
    clause: usize,
    main: usize,
}

/// `Brann, whose firm supplied the engines, was questioned`: both nouns were given to the clause with `whose`.
fn whose(tree: &Tree<'_>, first: usize, last: usize) -> Option<Clause> {
    let pronoun = (first + 1..last).find(|&t| tree.report.word(t) == "whose")?;
    let root = (first..last).find(|&t| tree.head(t).is_none())?;
    let noun = tree.children(root).iter().copied().find(|&n| n < pronoun && is_subject(tree, n))?;
    let owned =
        tree.children(root).iter().copied().find(|&n| n > pronoun && n < root && is_subject(tree, n))?;
    let main = tree.children(root).iter().copied().find(|&v| {
        let apart = (root..v).any(|t| tree.report.word(t) == ",");
        let form = tree.report.tokens[v].form;
        v > root
            && tree.tag(v) == Tag::Verb
            && match tree.relation(v) {
                Relation::Conj | Relation::Parataxis => apart,
                // `whose homes were destroyed received`.
                Relation::Xcomp | Relation::Ccomp | Relation::Advcl => {
                    matches!(form, Form::Past | Form::Participle | Form::Present | Form::PresentThird)
                        && tree.by(v, Relation::Mark).next().is_none()
                }
                _ => false,
            }
            && !tree.children(v).iter().any(|&c| is_subject(tree, c))
    })?;
    (owned > pronoun).then_some(Clause { noun, clause: root, main })
}

/// `Villagers armed with sticks chased the surveyors`: the participle was taken for the verb of the sentence, and what
/// stands behind its preposition for the subject of the next one.
fn garden(tree: &Tree<'_>, first: usize, last: usize) -> Option<Clause> {
    let clause = (first..last).find(|&t| tree.head(t).is_none())?;
    let bare = tree.tag(clause) == Tag::Verb
        && is_past_participle(tree.report.word(clause))
        && tree.by(clause, Relation::Aux).chain(tree.by(clause, Relation::AuxPass)).next().is_none()
        && tree.by(clause, Relation::Obj).next().is_none();
    let noun = tree
        .children(clause)
        .iter()
        .copied()
        .find(|&n| n < clause && is_subject(tree, n))
        .filter(|_| bare)?;
    let main = tree.children(clause).iter().copied().find(|&v| {
        v > clause
            && tree.tag(v) == Tag::Verb
            && tree.by(v, Relation::Mark).next().is_none()
            && tree
                .children(v)
                .iter()
                .any(|&c| clause < c && c < v && is_subject(tree, c) && is_behind(tree, c))
    })?;
    Some(Clause { noun, clause, main })
}

fn commas(tree: &Tree<'_>, from: usize, to: usize) -> usize {
    (from..to).filter(|&t| tree.report.word(t) == ",").count()
}

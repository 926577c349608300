//! What a pair of actors and the words around them look like to the linear scorers of [`super::root`] and
//! [`super::direction`].

use super::lexis::lexis;
use super::pair::{Pair, Path};
use crate::statement::certainty;
use crate::statement::voice::view::View;
use firsthand_text::language::weights::{hash, mix};
use firsthand_text::language::{Relation, Tag};

/// Where a word stands: before the pair, between its two, after it.
type Side = u64;

/// One word of the sentence, or all words of an actor.
struct Word {
    token: Option<usize>,
    lemma: u64,
    cluster: u64,
    coarse: u64,
    tag: u64,
    side: Side,
}

const SOURCE: u64 = 11;
const TARGET: u64 = 12;

/// Which of the two stands first.
fn order(pair: &Pair) -> u64 {
    match (pair.source, pair.target) {
        (Some(s), Some(t)) => u64::from(s < t),
        (Some(_), None) => 2,
        _ => 3,
    }
}

fn words(view: &View<'_>, pair: &Pair) -> Vec<Word> {
    let (first, last) = pair.extent(view.tree);
    let runs: Vec<(usize, usize)> = pair.runs().collect();
    let mut out = Vec::new();
    let mut t = first;
    while t < last {
        if let Some(at) = runs.iter().position(|r| r.0 <= t && t < r.1) {
            let lemma = if pair.source == Some(runs[at]) { SOURCE } else { TARGET };
            out.push(Word {
                token: None,
                lemma,
                cluster: lemma,
                coarse: lemma,
                tag: lemma,
                side: at as u64 + 1,
            });
            t = runs[at].1;
            continue;
        }
        let side = runs.iter().filter(|r| r.1 <= t).count() as u64;
        // Figures are alike.
        let number = view.tree.tag(t) == Tag::Num;
        out.push(Word {
            token: Some(t),
            lemma: if number { 1 } else { view.lemmas[t] },
            cluster: view.clusters[t],
            coarse: view.coarse(t),
            tag: view.tree.tag(t) as u64,
            side,
        });
        t += 1;
    }
    out
}

/// Classes of the table found in the words: class, place among the words, and whether by a phrase.
fn classes(view: &View<'_>, words: &[Word]) -> Vec<(u8, usize, bool)> {
    let tree = view.tree;
    let lemmas: Vec<&str> = words.iter().map(|w| w.token.map_or("", |t| tree.lemma(t))).collect();
    let mut out = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(t) = word.token else { continue };
        let verb = matches!(tree.tag(t), Tag::Verb | Tag::Aux);
        out.extend(lexis().of(lemmas[at], verb).iter().map(|&c| (c, at, false)));
        out.extend(lexis().phrases(&lemmas[at..]).into_iter().map(|c| (c, at, true)));
    }
    out
}

/// The features of a pair.
pub fn keys(view: &View<'_>, pair: &Pair, out: &mut Vec<u64>) {
    out.clear();
    let words = words(view, pair);
    let order = order(pair);
    around(&words, order, out);
    stems(view, &words, out);
    listed(view, &words, order, out);
    joined(view, pair, order, out);
    out.sort_unstable();
    out.dedup();
}

/// Words, pairs of words and clusters by where they stand.
fn around(words: &[Word], order: u64, out: &mut Vec<u64>) {
    let mut push = |template: u64, value: u64| out.push(mix(7000 + template, value));
    push(0, 0);
    push(0, order);
    for (at, word) in words.iter().enumerate() {
        let side = word.side;
        push(1, word.lemma);
        push(2, mix(word.lemma, side));
        push(3, mix(word.cluster, side));
        push(4, word.cluster);
        push(5, mix(word.coarse, mix(side, word.tag)));
        let Some(next) = words.get(at + 1) else { continue };
        push(6, mix(word.lemma, next.lemma));
        push(7, mix(word.cluster, next.cluster));
        push(8, mix(word.lemma, next.cluster));
        push(9, mix(word.cluster, next.lemma));
        let Some(third) = words.get(at + 2) else { continue };
        push(10, mix(word.lemma, mix(next.lemma, third.lemma)));
        push(11, mix(word.lemma, third.lemma));
    }
    let content = |w: &&Word| w.token.is_some() && (w.tag == Tag::Verb as u64 || w.tag == Tag::Noun as u64);
    let kept: Vec<&Word> = words.iter().filter(content).collect();
    for (at, word) in kept.iter().enumerate().filter(|(_, w)| w.tag == Tag::Verb as u64) {
        for next in kept.iter().skip(at + 1).take(3) {
            push(12, mix(word.lemma, next.lemma));
            push(13, mix(word.cluster, next.cluster));
            push(14, mix(word.coarse, next.coarse));
        }
    }
    let between: Vec<&&Word> = kept.iter().filter(|w| w.side == 1).collect();
    if let (Some(first), Some(last)) = (between.first(), between.last()) {
        push(15, first.lemma);
        push(16, first.cluster);
        push(17, last.lemma);
        push(18, mix(first.lemma, last.lemma));
        push(19, mix(first.cluster, last.cluster));
    }
}

/// Beginnings of words: `suspend` and `suspension` are of one stem.
fn stems(view: &View<'_>, words: &[Word], out: &mut Vec<u64>) {
    let stem = |t: usize| hash(view.tree.lemma(t).bytes().take(5));
    for word in words {
        if let Some(t) = word.token.filter(|&t| matches!(view.tree.tag(t), Tag::Verb | Tag::Noun | Tag::Adj))
        {
            out.push(mix(7030, stem(t)));
            out.push(mix(7031, mix(stem(t), word.side)));
        }
    }
}

/// Classes of the table, alone, by place and in pairs.
fn listed(view: &View<'_>, words: &[Word], order: u64, out: &mut Vec<u64>) {
    let found = classes(view, words);
    let mut push = |template: u64, value: u64| out.push(mix(7040 + template, value));
    let side = |at: usize| words[at].side;
    for &(class, at, phrase) in &found {
        let class = u64::from(class);
        push(0, class);
        push(1, mix(class, mix(side(at), order)));
        push(2, mix(class, u64::from(phrase)));
        push(3, mix(class, mix(words[at].tag, side(at))));
        push(4, mix(class, mix(u64::from(phrase), side(at))));
    }
    for (at, a) in found.iter().enumerate() {
        for b in found.iter().skip(at + 1).take(3) {
            push(5, mix(u64::from(a.0), u64::from(b.0)));
        }
    }
    let mut set: Vec<u8> = found.iter().map(|f| f.0).collect();
    set.sort_unstable();
    set.dedup();
    push(6, hash(set));
    let near: Vec<u64> = found.iter().filter(|f| side(f.1) == 1).map(|f| u64::from(f.0)).collect();
    push(7, near.first().copied().unwrap_or(99));
    push(8, near.last().copied().unwrap_or(99));
    push(9, near.iter().fold(0, |x, &y| mix(x, y)));
    let phrases: Vec<u64> = found.iter().filter(|f| f.2).map(|f| u64::from(f.0)).collect();
    push(10, phrases.first().copied().unwrap_or(99));
}

/// What the tree says: the predicates over both, how the pair hangs on them, mood and voice.
fn joined(view: &View<'_>, pair: &Pair, order: u64, out: &mut Vec<u64>) {
    let tree = view.tree;
    let path = Path::of(tree, pair);
    let mut push = |template: u64, value: u64| out.push(mix(7060 + template, value));
    let relation = |t: Option<usize>| t.map_or(77, |t| tree.relation(t) as u64);
    let (rs, rt) = (relation(path.source), relation(path.target));
    push(0, mix(rs, mix(rt, order)));
    for (n, list) in [&path.over_source, &path.over_target].into_iter().enumerate() {
        for (depth, &t) in list.iter().enumerate() {
            let n = n as u64;
            push(1, mix(view.lemmas[t], n));
            push(2, mix(view.clusters[t], n));
            if depth == 0 {
                push(3, mix(view.lemmas[t], n));
                push(4, mix(view.clusters[t], n));
                push(5, mix(view.lemmas[t], mix(n, if n == 0 { rs } else { rt })));
                push(6, mix(view.clusters[t], mix(n, if n == 0 { rs } else { rt })));
            }
        }
    }
    for (n, head) in [path.source, path.target].into_iter().enumerate() {
        let Some(head) = head else { continue };
        let n = n as u64;
        let who = view.who(head);
        push(7, mix(n, who));
        push(8, mix(n, view.lemmas[head]));
        push(9, mix(n, view.clusters[head]));
        let preposition = tree.preposition(head).map_or(0, |p| hash(p.bytes()));
        push(10, mix(n, preposition));
        let over = if n == 0 { &path.over_source } else { &path.over_target };
        if let Some(&above) = over.first() {
            push(11, mix(n, mix(preposition, view.lemmas[above])));
            push(12, mix(n, mix(preposition, view.clusters[above])));
            push(13, mix(n, mix(who, view.clusters[above])));
        }
    }
    let Some(p) = path.predicate(tree) else { return };
    let (lemma, cluster) = (view.lemmas[p], view.clusters[p]);
    let mood = mood(view, p);
    push(20, lemma);
    push(21, cluster);
    push(22, view.coarse(p));
    push(23, mood);
    push(24, mix(lemma, mood));
    push(25, mix(cluster, mood));
    for &class in lexis().of(tree.lemma(p), true) {
        push(26, u64::from(class));
        push(27, mix(u64::from(class), mood));
        push(28, mix(u64::from(class), mix(rs, rt)));
    }
    let parts = [Relation::Obj, Relation::Xcomp, Relation::Ccomp, Relation::Obl, Relation::Compound];
    for (n, part) in parts.into_iter().enumerate() {
        let n = n as u64;
        for child in tree.by(p, part) {
            push(30 + n, view.lemmas[child]);
            push(35 + n, mix(lemma, view.lemmas[child]));
            push(40 + n, mix(cluster, view.clusters[child]));
            push(45 + n, mix(lemma, view.clusters[child]));
            let verb = tree.tag(child) == Tag::Verb;
            for &class in lexis().of(tree.lemma(child), verb) {
                push(50 + n, mix(u64::from(class), mood));
                push(55 + n, mix(u64::from(class), lemma));
            }
        }
    }
}

/// Negation, modality and voice of a predicate in one number.
pub(super) fn mood(view: &View<'_>, p: usize) -> u64 {
    let tree = view.tree;
    let modal = tree
        .by(p, Relation::Aux)
        .map(|c| tree.lemma(c))
        .find(|l| ["will", "would", "may", "might", "could", "can", "should", "must", "shall"].contains(l));
    let modal = match modal {
        Some("will" | "would" | "shall") => 1,
        Some("should" | "must") => 2,
        Some(_) => 3,
        None => 0,
    };
    let infinitive = tree.by(p, Relation::Mark).any(|c| tree.lemma(c) == "to");
    modal * 8
        + u64::from(infinitive) * 4
        + u64::from(certainty::negative(tree, p)) * 2
        + u64::from(tree.passive(p))
}

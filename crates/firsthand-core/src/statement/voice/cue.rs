//! Does this word attribute something? What the first step looks at.

use super::view::View;
use crate::statement::lexicon;
use crate::statement::tree::Tree;
use firsthand_text::language::weights::mix;
use firsthand_text::language::{Relation, Tag};

/// Relations of what hangs on a word that tell of attribution, as one set.
const TELLING: [Relation; 16] = [
    Relation::Nsubj,
    Relation::NsubjPass,
    Relation::Obj,
    Relation::Iobj,
    Relation::Ccomp,
    Relation::Xcomp,
    Relation::Advcl,
    Relation::Parataxis,
    Relation::Obl,
    Relation::Acl,
    Relation::Mark,
    Relation::AuxPass,
    Relation::Cop,
    Relation::Case,
    Relation::Nmod,
    Relation::Csubj,
];

/// Whether the word can attribute at all.
pub fn possible(tree: &Tree<'_>, t: usize) -> bool {
    match tree.tag(t) {
        Tag::Verb | Tag::Noun | Tag::Adj | Tag::Adp | Tag::Adv | Tag::Propn | Tag::Sconj => true,
        Tag::Aux => tree.report.tokens[t].head.is_none(),
        Tag::Punct => tree.report.word(t).starts_with(':'),
        _ => false,
    }
}

/// The features of a word.
pub fn keys(view: &View<'_>, t: usize, out: &mut Vec<u64>) {
    out.clear();
    let tree = view.tree;
    let mut template = 3000;
    let mut push = |value: u64| {
        template += 1;
        out.push(mix(template, value));
    };
    let sentence = tree.report.sentences[tree.sentence[t]];
    let inside = |k: usize| k >= sentence.first && k < sentence.last;
    let word = |d: isize| t.checked_add_signed(d).filter(|&k| inside(k)).map_or(1, |k| view.words[k]);
    let tag = |d: isize| t.checked_add_signed(d).filter(|&k| inside(k)).map_or(99, |k| tree.tag(k) as u64);
    let (lemma, cluster, coarse) = (view.lemmas[t], view.clusters[t], view.coarse(t));
    let own = tree.tag(t) as u64 * 16 + tree.report.tokens[t].form as u64;
    let relation = tree.relation(t) as u64;
    let head = tree.head(t);
    let above = head.map_or(0, |h| view.lemmas[h]);
    let set = TELLING.iter().enumerate().fold(0, |set, (n, &r)| set | u64::from(view.has(t, r)) << n);
    let subject = tree.subject(t);
    let who = subject.map_or(0, |s| view.who(s));
    let passive = u64::from(tree.passive(t));
    let speech =
        u64::from(lexicon::is_speech(tree.lemma(t))) + u64::from(lexicon::is_speech_beside(tree.lemma(t)));
    let child = |r: Relation| tree.by(t, r).next();
    let object = child(Relation::Obj);
    let clause = child(Relation::Ccomp).or_else(|| child(Relation::Xcomp)).or_else(|| child(Relation::Acl));
    let opens = clause.and_then(|c| tree.by(c, Relation::Mark).next()).map_or(0, |m| view.words[m]);
    let preposition = tree
        .by(t, Relation::Nmod)
        .chain(tree.by(t, Relation::Obl))
        .find_map(|n| tree.by(n, Relation::Case).next().map(|c| view.words[c]));
    let owner = tree.by(t, Relation::Nmod).chain(tree.by(t, Relation::Compound)).find(|&n| n < t);

    push(0);
    push(lemma);
    push(mix(lemma, own));
    push(cluster);
    push(mix(cluster, own));
    push(mix(coarse, own));
    push(own);
    push(mix(own, relation));
    push(mix(lemma, relation));
    push(mix(cluster, relation));
    push(mix(lemma, set));
    push(mix(cluster, set));
    push(mix(coarse, set));
    push(mix(own, set));
    push(mix(lemma, passive));
    push(mix(coarse, mix(passive, set)));
    push(mix(speech, own));
    push(mix(speech, set));
    push(mix(speech, mix(own, passive)));
    push(who);
    push(mix(who, lemma));
    push(mix(who, coarse));
    push(mix(who, mix(own, set)));
    push(mix(who, cluster));
    push(mix(above, own));
    push(mix(above, lemma));
    push(mix(head.map_or(0, |h| view.clusters[h]), mix(own, relation)));
    push(object.map_or(0, |o| mix(view.lemmas[o], own)));
    push(object.map_or(0, |o| mix(view.clusters[o], lemma)));
    push(object.map_or(0, |o| mix(view.coarse(o), coarse)));
    push(mix(opens, lemma));
    push(mix(opens, mix(cluster, own)));
    push(mix(opens, mix(coarse, own)));
    push(preposition.map_or(0, |p| mix(p, lemma)));
    push(preposition.map_or(0, |p| mix(p, mix(coarse, own))));
    push(owner.map_or(0, |o| mix(view.who(o), lemma)));
    push(owner.map_or(0, |o| mix(view.who(o), mix(coarse, own))));
    push(word(1));
    push(mix(word(1), lemma));
    push(mix(word(1), mix(own, 1)));
    push(mix(word(1), word(2)));
    push(mix(word(1), coarse));
    push(word(-1));
    push(mix(word(-1), lemma));
    push(mix(word(-1), mix(own, 2)));
    push(mix(word(-2), word(-1)));
    push(mix(tag(-1), mix(own, tag(1))));
    push(mix(tag(1), mix(tag(2), own)));
    push(mix(tag(-1), mix(tag(-2), own)));
    // the end of the word tells nouns of thought and speech: -ion, -ment
    for n in [3, 4] {
        let bytes = tree.lemma(t).as_bytes();
        let end = &bytes[bytes.len().saturating_sub(n)..];
        push(mix(firsthand_text::language::weights::hash(end.iter().copied()), own));
    }
    let (within, starts, ended) = quotes(view, t, sentence.first, sentence.last);
    push(mix(within, own));
    push(mix(within, lemma));
    push(mix(starts, own));
    push(mix(starts, lemma));
    push(mix(ended, own));
    push(mix(ended, lemma));
    push(mix(starts * 8 + ended, mix(own, set)));
    push(mix(starts * 8 + ended, mix(coarse, own)));
    let place = (t - sentence.first).min(6) as u64;
    let left = (sentence.last - t).min(6) as u64;
    push(mix(place, own));
    push(mix(left, own));
    push(mix(u64::from(sentence.paragraph.is_none()), mix(own, place)));
    for (n, _) in TELLING.iter().enumerate().filter(|(_, r)| view.has(t, **r)) {
        let values = [lemma, cluster, own];
        out.extend(values.iter().enumerate().map(|(k, v)| mix(3900 + (n * 4 + k) as u64, *v)));
    }
}

/// Whether the word stands in a quotation, how soon one begins after it, and how lately one ended before it.
fn quotes(view: &View<'_>, t: usize, first: usize, last: usize) -> (u64, u64, u64) {
    let own = view.quotes[t];
    let starts = (t + 1..last.min(t + 6)).position(|k| view.quotes[k] != own && view.quotes[k] != 0);
    let ended =
        (first.max(t.saturating_sub(6))..t).rev().position(|k| view.quotes[k] != own && view.quotes[k] != 0);
    let near = |d: Option<usize>| d.map_or(0, |d| d as u64 / 2 + 1);
    (u64::from(own != 0), near(starts), near(ended))
}

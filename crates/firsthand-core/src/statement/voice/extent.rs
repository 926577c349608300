//! Which words of the sentence are source, cue and content of one anchor? What the second step looks at, and its labels.

use super::Ear;
use super::view::View;
use firsthand_text::language::weights::{Weights, mix};
use firsthand_text::language::{Relation, Tag};

/// None of it.
pub const NONE: u8 = 0;
/// Who says or thinks it.
pub const SOURCE: u8 = 1;
/// The words that attribute.
pub const CUE: u8 = 2;
/// What is said or thought.
pub const CONTENT: u8 = 3;
/// How many labels there are.
pub const LABELS: usize = 4;

/// Words of a path that are told apart; longer ones are cut.
const STEPS: usize = 5;

/// The labels of a sentence's words for an anchor: the best sequence (Viterbi).
pub fn label(view: &View<'_>, sentence: (usize, usize), anchor: usize, ear: &Ear) -> Vec<u8> {
    let mut keys = Vec::new();
    let mut scores = Vec::with_capacity(sentence.1 - sentence.0);
    for t in sentence.0..sentence.1 {
        self::keys(view, anchor, t, &mut keys);
        let mut row = [0i32; LABELS];
        ear.extents.add(&keys, &mut row);
        scores.push(row);
    }
    let steps: Vec<u64> = (sentence.0..sentence.1).map(|t| step(view, anchor, t)).collect();
    let pairs = Pairs::of(&ear.extents, &steps);
    decode(&scores, |at, before, now| pairs.score(at, before, now))
}

/// Scores of a label after another, by what kind of step it is.
struct Pairs {
    rows: Vec<[i32; LABELS * LABELS]>,
}

impl Pairs {
    fn of(weights: &Weights, steps: &[u64]) -> Pairs {
        let row = |&step: &u64| {
            let mut row = [0; LABELS * LABELS];
            for before in 0..LABELS {
                let mut now = [0; LABELS];
                weights.add(&pair(step, before), &mut now);
                row[before * LABELS..][..LABELS].copy_from_slice(&now);
            }
            row
        };
        Pairs { rows: steps.iter().map(row).collect() }
    }
    fn score(&self, at: usize, before: usize, now: usize) -> i32 {
        self.rows[at][before * LABELS + now]
    }
}

/// The features of a label that follows another at a step.
pub fn pair(step: u64, before: usize) -> [u64; 2] {
    [mix(4501, before as u64), mix(mix(4502, before as u64), step)]
}

/// The kind of the step to a word: what marks, quotations and branches it passes.
pub fn step(view: &View<'_>, anchor: usize, t: usize) -> u64 {
    let Some(before) = t.checked_sub(1) else { return 0 };
    let mark = |k: usize| match view.tree.report.word(k) {
        "," => 1,
        "\"" | "“" | "”" | "''" | "``" | "‘" | "’" | "'" => 2,
        ":" | ";" | "—" | "–" | "--" | "-" => 3,
        _ if view.tree.tag(k) == Tag::Punct => 4,
        _ => 0,
    };
    let quote = u64::from(view.quotes[t] != view.quotes[before]);
    let at = match t.cmp(&anchor) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => 1,
        std::cmp::Ordering::Greater => 2 + u64::from(before == anchor),
    };
    // Both words in one phrase: a label seldom changes there.
    let joined = u64::from(view.tree.head(t) == Some(before) || view.tree.head(before) == Some(t));
    mark(t) * 1000 + mark(before) * 100 + quote * 10 + at * 2 + joined
}

/// The best sequence of labels.
pub fn decode(scores: &[[i32; LABELS]], pair: impl Fn(usize, usize, usize) -> i32) -> Vec<u8> {
    let Some(first) = scores.first() else { return Vec::new() };
    let mut best = *first;
    let mut back: Vec<[u8; LABELS]> = vec![[0; LABELS]];
    for (at, row) in scores.iter().enumerate().skip(1) {
        let (mut next, mut from) = ([0; LABELS], [0; LABELS]);
        for now in 0..LABELS {
            let score = |before: usize| best[before] + pair(at, before, now);
            let top =
                (1..LABELS).fold(0, |top, before| if score(before) > score(top) { before } else { top });
            next[now] = score(top) + row[now];
            from[now] = top as u8;
        }
        best = next;
        back.push(from);
    }
    let mut label = (1..LABELS).fold(0, |top, l| if best[l] > best[top] { l } else { top }) as u8;
    let mut out = vec![NONE; scores.len()];
    for at in (0..scores.len()).rev() {
        out[at] = label;
        label = back[at][usize::from(label)];
    }
    out
}

/// Runs of one label, as tokens of the report.
pub fn runs(labels: &[u8], first: usize, wanted: u8) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (at, _) in labels.iter().enumerate().filter(|(_, l)| **l == wanted) {
        match out.last_mut() {
            Some(run) if run.1 == first + at => run.1 += 1,
            _ => out.push((first + at, first + at + 1)),
        }
    }
    out
}

/// The way from a word to the anchor through the tree.
struct Way {
    /// Key of the relations passed, up from the word and down to the anchor, cut after [`STEPS`].
    path: u64,
    /// Steps up from the word, and down to the anchor.
    up: usize,
    down: usize,
    /// The word below the meeting point on the word's side; the word itself where it is the meeting point.
    branch: usize,
    /// The word below the meeting point on the anchor's side; the anchor itself where it is the meeting point.
    cue_branch: usize,
}

fn way(view: &View<'_>, anchor: usize, t: usize) -> Way {
    let tree = view.tree;
    let above: Vec<usize> = tree.ancestors(anchor).take(40).collect();
    let (mut branch, mut up, mut path) = (t, 0, 0);
    let mut at = t;
    let mut met = above.iter().position(|&a| a == at);
    while met.is_none() && up < 40 {
        let Some(head) = tree.head(at) else { break };
        if up < STEPS {
            path = mix(path, tree.relation(at) as u64 + 1);
        }
        (branch, at) = (at, head);
        up += 1;
        met = above.iter().position(|&a| a == at);
    }
    let down = met.unwrap_or(39);
    let cue_branch = if down == 0 { anchor } else { above.get(down - 1).copied().unwrap_or(anchor) };
    for &a in above.iter().take(down.min(STEPS)) {
        path = mix(path, tree.relation(a) as u64 + 101);
    }
    Way { path, up, down, branch, cue_branch }
}

/// The features of a word as seen from an anchor.
pub fn keys(view: &View<'_>, anchor: usize, t: usize, out: &mut Vec<u64>) {
    out.clear();
    let tree = view.tree;
    let mut template = 4000;
    let mut push = |value: u64| {
        template += 1;
        out.push(mix(template, value));
    };
    let way = way(view, anchor, t);
    let side = match t.cmp(&anchor) {
        std::cmp::Ordering::Less => 1,
        std::cmp::Ordering::Equal => 2,
        std::cmp::Ordering::Greater => 3,
    };
    let (lemma, cluster, coarse) = (view.lemmas[anchor], view.clusters[anchor], view.coarse(anchor));
    let cue = tree.tag(anchor) as u64 * 2 + u64::from(tree.passive(anchor));
    let own = tree.tag(t) as u64;
    let place = mix((way.up.min(3) * 4 + way.down.min(3)) as u64, side);
    let branch = mix(tree.relation(way.branch) as u64, mix(place, u64::from(way.branch > anchor)));
    let opens = tree
        .children(way.branch)
        .iter()
        .copied()
        .find(|&c| matches!(tree.relation(c), Relation::Mark | Relation::Case))
        .map_or(0, |c| view.words[c]);
    let turn = mix(tree.relation(way.cue_branch) as u64, way.down.min(2) as u64);
    let distance = match t.abs_diff(anchor) {
        d @ 0..=4 => d as u64,
        5..=8 => 5,
        9..=15 => 6,
        _ => 7,
    };
    let (low, high) = (t.min(anchor), t.max(anchor));
    let commas = (low..high).filter(|&k| tree.report.word(k) == ",").count().min(3) as u64;
    let quote = if view.quotes[t] == view.quotes[anchor] {
        u64::from(view.quotes[t] != 0)
    } else {
        2 + u64::from(view.quotes[t] != 0)
    };
    let sentence = tree.report.sentences[tree.sentence[anchor]];
    let quoted = u64::from((sentence.first..sentence.last).any(|k| view.quotes[k] != view.quotes[anchor]));
    let word = |d: isize| {
        let at = t.checked_add_signed(d).filter(|&k| k >= sentence.first && k < sentence.last);
        at.map_or(1, |k| view.words[k])
    };
    let tag = |d: isize| {
        let at = t.checked_add_signed(d).filter(|&k| k >= sentence.first && k < sentence.last);
        at.map_or(99, |k| tree.tag(k) as u64)
    };

    push(0);
    push(own);
    push(view.words[t]);
    push(way.path);
    push(mix(way.path, cue));
    push(mix(way.path, coarse));
    push(mix(way.path, lemma));
    push(mix(way.path, mix(side, cue)));
    push(branch);
    push(mix(branch, cue));
    push(mix(branch, lemma));
    push(mix(branch, cluster));
    push(mix(branch, coarse));
    push(mix(branch, opens));
    push(mix(branch, mix(opens, cue)));
    push(mix(branch, mix(opens, lemma)));
    push(mix(branch, mix(opens, coarse)));
    push(mix(branch, turn));
    push(mix(turn, mix(side, lemma)));
    push(mix(turn, mix(side, cue)));
    push(mix(turn, mix(place, quote)));
    push(mix(branch, own));
    push(mix(branch, quote));
    push(mix(quote, mix(quoted, side)));
    push(mix(quote, mix(quoted, mix(branch, cue))));
    push(mix(quote, mix(quoted, mix(side, lemma))));
    push(mix(side, distance));
    push(mix(mix(side, distance), cue));
    push(mix(mix(side, distance), lemma));
    push(mix(mix(side, distance), own));
    push(mix(side, commas));
    push(mix(mix(side, commas), cue));
    push(mix(mix(side, commas), branch));
    push(mix(mix(side, commas), mix(turn, quoted)));
    push(mix(side, mix(own, lemma)));
    push(mix(side, mix(view.words[t], cue)));
    push(mix(tree.relation(t) as u64, mix(side, cue)));
    push(mix(view.who(way.branch), branch));
    push(mix(view.who(way.branch), mix(branch, cue)));
    push(mix(u64::from(view.names[t]), branch));
    push(mix(word(-1), mix(own, side)));
    push(mix(word(1), mix(own, side)));
    push(mix(tag(-1), mix(own, tag(1))));
    push(mix(mix(tag(-1), mix(own, tag(1))), branch));
    push(mix(view.below[way.cue_branch], mix(side, cue)));
    push(mix(view.below[anchor], mix(branch, cue)));
}

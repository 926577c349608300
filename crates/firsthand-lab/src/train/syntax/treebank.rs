//! Sentences of a treebank: `form<TAB>UPOS<TAB>XPOS<TAB>head<TAB>deprel`, a blank line after each.

use anyhow::{Context, Result};
use firsthand_text::language::{Form, Relation, Tag};

/// One sentence with its tree.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tree {
    pub(crate) words: Vec<String>,
    pub(crate) tags: Vec<(Tag, Form)>,
    /// The head of each word; the number of words stands for the root.
    pub(crate) heads: Vec<usize>,
    pub(crate) relations: Vec<Relation>,
    /// Whether the treebank cut a hyphenated word here: this is its hyphen.
    pub(super) hyphens: Vec<bool>,
}

impl Tree {
    /// How many words there are.
    pub(crate) fn count(&self) -> usize {
        self.words.len()
    }
}

/// Reads a treebank.
pub(crate) fn read(text: &str) -> Result<Vec<Tree>> {
    let mut trees = Vec::new();
    let mut rows: Vec<Vec<&str>> = Vec::new();
    for line in text.lines().chain([""]) {
        if line.is_empty() {
            if !rows.is_empty() {
                trees.push(tree(&rows)?);
                rows.clear();
            }
        } else if !line.starts_with("# ") {
            rows.push(line.split('\t').collect());
        }
    }
    Ok(trees)
}

fn tree(rows: &[Vec<&str>]) -> Result<Tree> {
    let mut tree = Tree::default();
    for row in rows {
        let [word, upos, penn, head, relation] = row[..] else { anyhow::bail!("not five fields: {row:?}") };
        let tag = Tag::named(upos).with_context(|| format!("no tag: {upos}"))?;
        let head: usize = head.parse().with_context(|| format!("no head: {head}"))?;
        tree.words.push(word.to_owned());
        tree.tags.push((tag, Form::of_penn(penn, tag)));
        tree.heads.push(if head == 0 { rows.len() } else { head - 1 });
        tree.relations.push(Relation::named(relation).with_context(|| format!("no relation: {relation}"))?);
        tree.hyphens.push(penn == "HYPH");
    }
    mark_passives(&mut tree);
    Ok(tree)
}

/// The last `be` or `get` before a participle it is the auxiliary of marks the passive (universaldependencies.org/u/dep/aux_.html).
fn mark_passives(tree: &mut Tree) {
    for head in 0..tree.count() {
        if tree.tags[head] != (Tag::Verb, Form::Participle) {
            continue;
        }
        let aux = (0..head).rev().find(|&i| tree.heads[i] == head && tree.relations[i] == Relation::Aux);
        let passive = |w: &str| {
            let w = w.to_lowercase().replace('’', "'");
            [
                "be", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m", "am", "get", "gets",
                "got", "getting",
            ]
            .contains(&w.as_str())
        };
        if let Some(i) = aux.filter(|&i| passive(&tree.words[i])) {
            // `'s been`: have, not be
            tree.relations[i] = Relation::AuxPass;
        }
    }
}

/// The tree with its hyphenated words whole; None if it has none that could be joined.
pub(crate) fn join_hyphens(tree: &Tree) -> Option<Tree> {
    let mut group: Vec<usize> = (0..tree.count()).collect();
    for i in 1..tree.count().saturating_sub(1) {
        let inside = tree.hyphens[i]
            && [i - 1, i + 1].iter().all(|&k| !matches!(tree.tags[k].0, Tag::Punct | Tag::Cconj));
        if inside {
            group[i] = group[i - 1];
            group[i + 1] = group[i - 1];
        }
    }
    let mut from = 0;
    let mut changed = false;
    while from < tree.count() {
        let to = (from..tree.count()).find(|&k| group[k] != group[from]).unwrap_or(tree.count());
        let outward = (from..to).filter(|&k| !(from..to).contains(&tree.heads[k])).count();
        if outward != 1 {
            (from..to).for_each(|k| group[k] = k);
        }
        changed |= to - from > 1 && outward == 1;
        from = to;
    }
    changed.then(|| merge(tree, &group))
}

/// Makes one word of each run of words with the same group.
fn merge(tree: &Tree, group: &[usize]) -> Tree {
    let firsts: Vec<usize> = (0..tree.count()).filter(|&k| group[k] == k).collect();
    let place = |old: usize| {
        if old == tree.count() { firsts.len() } else { firsts.partition_point(|&f| f < group[old] + 1) - 1 }
    };
    let mut out = Tree::default();
    for &first in &firsts {
        let members: Vec<usize> = (first..tree.count()).take_while(|&k| group[k] == first).collect();
        let head = members.iter().copied().find(|&k| !members.contains(&tree.heads[k])).unwrap_or(first);
        let (tag, form) = tree.tags[head];
        let modifies = matches!(tree.relations[head], Relation::Amod | Relation::Compound);
        let counted = tree.tags[first].0 == Tag::Num && tag == Tag::Noun;
        let adjective = members.len() > 1 && modifies && (tag == Tag::Verb || counted);
        out.words.push(members.iter().map(|&k| tree.words[k].as_str()).collect());
        out.tags.push(if adjective { (Tag::Adj, Form::Plain) } else { (tag, form) });
        out.heads.push(place(tree.heads[head]));
        out.relations.push(if adjective { Relation::Amod } else { tree.relations[head] });
        out.hyphens.push(false);
    }
    out
}

/// The tree without some of its words. They must have no dependents.
pub(crate) fn without(tree: &Tree, drop: &[bool]) -> Tree {
    let kept: Vec<usize> = (0..tree.count()).filter(|&k| !drop[k]).collect();
    let place = |old: usize| kept.binary_search(&old).unwrap_or(kept.len());
    Tree {
        words: kept.iter().map(|&k| tree.words[k].clone()).collect(),
        tags: kept.iter().map(|&k| tree.tags[k]).collect(),
        heads: kept.iter().map(|&k| place(tree.heads[k])).collect(),
        relations: kept.iter().map(|&k| tree.relations[k]).collect(),
        hyphens: kept.iter().map(|&k| tree.hyphens[k]).collect(),
    }
}

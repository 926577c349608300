//! The dependency trees of a report, ready to be walked in both directions.

use firsthand_text::Span;
use firsthand_text::language::{Annotated, Relation, Tag};

/// The trees of all sentences of one report.
pub struct Tree<'a> {
    /// The report.
    pub report: &'a Annotated,
    heads: Vec<Option<usize>>,
    relations: Vec<Relation>,
    children: Vec<Vec<usize>>,
    /// For every token the sentence it stands in.
    pub sentence: Vec<usize>,
}

impl<'a> Tree<'a> {
    /// Prepares the trees of a report.
    pub fn new(report: &'a Annotated) -> Tree<'a> {
        let heads = raise(report);
        let children = below(&heads);
        let mut sentence = vec![0; report.tokens.len()];
        for (n, s) in report.sentences.iter().enumerate() {
            sentence[s.first..s.last].fill(n);
        }
        let relations = report.tokens.iter().map(|t| t.relation).collect();
        Tree { report, heads, relations, children, sentence }
    }
    /// The trees as clauses are read from them, with the repairs of [`super::mend`]. Sources are heard from the trees
    /// as they were parsed, which is what their weights were learnt on.
    pub fn mended(mut self) -> Tree<'a> {
        let mended = super::mend::mend(&self);
        (self.heads, self.relations) = (mended.heads, mended.relations);
        self.children = below(&self.heads);
        self
    }
    /// The tokens that hang on this one, in order.
    pub fn children(&self, token: usize) -> &[usize] {
        &self.children[token]
    }
    /// The children that hang on it in this way.
    pub fn by(&self, token: usize, relation: Relation) -> impl Iterator<Item = usize> + '_ {
        self.children[token].iter().copied().filter(move |&c| self.relation(c) == relation)
    }
    /// How a token hangs on its head.
    pub fn relation(&self, token: usize) -> Relation {
        self.relations[token]
    }
    /// The part of speech of a token.
    pub fn tag(&self, token: usize) -> Tag {
        self.report.tokens[token].tag
    }
    /// The dictionary form of a token.
    pub fn lemma(&self, token: usize) -> &str {
        &self.report.tokens[token].lemma
    }
    /// The head of a token.
    pub fn head(&self, token: usize) -> Option<usize> {
        self.heads[token]
    }
    /// From the token itself up to the root of its sentence.
    pub fn ancestors(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        // A tree of n tokens is never deeper than n: a broken tree with a loop ends there too.
        std::iter::successors(Some(token), |&t| self.head(t)).take(self.report.tokens.len())
    }
    /// Whether the token is `top` or hangs below it.
    pub fn below(&self, token: usize, top: usize) -> bool {
        self.ancestors(token).any(|t| t == top)
    }
    /// All tokens at and below this one, in order of place.
    pub fn subtree(&self, top: usize) -> Vec<usize> {
        let mut out = vec![top];
        let mut at = 0;
        while at < out.len() && out.len() <= self.report.tokens.len() {
            out.extend_from_slice(&self.children[out[at]]);
            at += 1;
        }
        out.sort_unstable();
        out
    }
    /// The words of a noun and what hangs on it, without clauses that follow it and without marks at the ends.
    pub fn phrase(&self, head: usize) -> Span {
        let mut kept = vec![head];
        let mut at = 0;
        while at < kept.len() && kept.len() <= self.report.tokens.len() {
            for &child in &self.children[kept[at]] {
                let clause = matches!(
                    self.relation(child),
                    Relation::Acl | Relation::Advcl | Relation::Parataxis | Relation::Appos | Relation::Conj
                ) || (at == 0
                    && matches!(self.relation(child), Relation::Case | Relation::Cc | Relation::Punct)
                    && !self.bounds(child));
                if !clause {
                    kept.push(child);
                }
            }
            at += 1;
        }
        kept.sort_unstable();
        // Only the unbroken run around the head: what stands apart is not part of the words.
        let place = kept.iter().position(|&t| t == head).unwrap_or(0);
        let (mut first, mut last) = (head, head);
        for pair in kept[..=place].windows(2).rev() {
            if pair[0] + 1 != pair[1] {
                break;
            }
            first = pair[0];
        }
        for pair in kept[place..].windows(2) {
            if pair[0] + 1 != pair[1] {
                break;
            }
            last = pair[1];
        }
        while last > head && self.tag(last) == Tag::Punct {
            last -= 1;
        }
        while first < head && self.tag(first) == Tag::Punct {
            first += 1;
        }
        self.report.tokens[first].span.join(self.report.tokens[last].span)
    }
    /// Whether a word is part of a count and no preposition: `at` of `at least five people`, `over` of `over 80 boats`.
    pub fn bounds(&self, token: usize) -> bool {
        let at = self.report.tokens[token].span.start;
        self.report.quantities.iter().any(|q| q.span.start == at && q.number.start > at)
    }
    /// The word of a noun's own preposition.
    fn case(&self, noun: usize) -> Option<usize> {
        self.by(noun, Relation::Case).find(|&c| c < noun && !self.bounds(c))
    }
    /// The preposition a noun stands behind, lower case: `to`, `in`, `according to`.
    pub fn preposition(&self, noun: usize) -> Option<String> {
        let case = self.case(noun)?;
        let mut words = self.report.word(case).to_lowercase();
        for fixed in self.by(case, Relation::Fixed) {
            words.push(' ');
            words.push_str(&self.report.word(fixed).to_lowercase());
        }
        Some(words)
    }
    /// The same, wherever in the words before the noun the preposition hangs (`by customs officers`), and of more words
    /// than one: `out of`.
    pub fn behind(&self, noun: usize) -> Option<String> {
        let mut case = self.case(noun);
        let mut left = noun;
        while case.is_none() {
            let inner = |&c: &usize| {
                c < left
                    && matches!(
                        self.relation(c),
                        Relation::Compound
                            | Relation::Nmod
                            | Relation::Amod
                            | Relation::Flat
                            | Relation::Nummod
                    )
            };
            left = self.children(left).iter().copied().find(inner)?;
            case = self.case(left);
        }
        let case = case?;
        let mut words = self.report.word(case).to_lowercase();
        for fixed in self.by(case, Relation::Fixed) {
            words.push(' ');
            words.push_str(&self.report.word(fixed).to_lowercase());
        }
        let second = self.report.tokens.get(case + 1).filter(|t| t.tag == Tag::Adp && case + 1 < noun);
        if second.is_some()
            && matches!(words.as_str(), "out" | "along" | "together" | "because" | "up" | "ahead")
        {
            words.push(' ');
            words.push_str(&self.report.word(case + 1).to_lowercase());
        }
        Some(words)
    }
    /// The subject of a predicate, of its own or shared with the clause it is joined to.
    pub fn subject(&self, predicate: usize) -> Option<usize> {
        // A parser may give a verb two subjects; the nearer one is its own.
        let near =
            |p: usize, r: Relation| self.by(p, r).filter(|&s| s < p).last().or_else(|| self.by(p, r).next());
        let own = |p: usize| near(p, Relation::Nsubj).or_else(|| near(p, Relation::NsubjPass));
        let mut at = predicate;
        for _ in 0..4 {
            if let Some(subject) = own(at) {
                return Some(subject);
            }
            let head = self.head(at)?;
            match self.relation(at) {
                Relation::Conj | Relation::Xcomp | Relation::Advcl => at = head,
                Relation::Acl => return Some(head),
                _ => return None,
            }
        }
        None
    }
    /// Whether the predicate is in the passive.
    pub fn passive(&self, predicate: usize) -> bool {
        self.children[predicate]
            .iter()
            .any(|&c| matches!(self.relation(c), Relation::NsubjPass | Relation::AuxPass))
            || (self.tag(predicate) == Tag::Verb
                && self.by(predicate, Relation::Aux).any(|c| c < predicate && self.lemma(c) == "be")
                && is_past_participle(self.report.word(predicate)))
            || (self.relation(predicate) == Relation::Acl
                && is_past_participle(self.report.word(predicate))
                && self.by(predicate, Relation::Nsubj).next().is_none())
    }
}

/// Whether a verb form looks like a past participle: not in `-ing`, not the bare form.
pub fn is_past_participle(word: &str) -> bool {
    let word = word.to_lowercase();
    word.ends_with("ed")
        || word.ends_with("en")
        || word.ends_with("wn")
        || [
            "led", "sent", "held", "made", "said", "told", "put", "hit", "shot", "set", "brought", "bought",
            "found", "left", "lost", "paid", "sold", "struck", "done", "gone", "born", "built", "caught",
            "cut", "hurt", "kept", "met",
        ]
        .contains(&word.as_str())
}

/// The tokens that hang on each token.
fn below(heads: &[Option<usize>]) -> Vec<Vec<usize>> {
    let mut children = vec![Vec::new(); heads.len()];
    for (i, head) in heads.iter().enumerate() {
        if let Some(head) = head {
            children[*head].push(i);
        }
    }
    children
}

/// Heads with one repair: in `sent a delegation led by X to Y on Tuesday` what follows the agent of the participle
/// belongs to the verb above, where a parser likes to hang it on the participle.
fn raise(report: &Annotated) -> Vec<Option<usize>> {
    let tokens = &report.tokens;
    let mut heads: Vec<Option<usize>> = tokens.iter().map(|t| t.head).collect();
    let children = below(&heads);
    let case = |noun: usize| {
        children[noun].iter().copied().find(|&c| tokens[c].relation == Relation::Case && c < noun)
    };
    let word = |t: usize| report.word(t).to_lowercase();
    for p in 0..tokens.len() {
        if tokens[p].tag != Tag::Verb
            || tokens[p].relation != Relation::Acl
            || !is_past_participle(report.word(p))
        {
            continue;
        }
        let by = |c: &usize| case(*c).is_some_and(|k| word(k) == "by") || word(*c) == "by";
        let Some(agent) = children[p].iter().copied().find(|c| *c > p && by(c)) else { continue };
        let above = std::iter::successors(tokens[p].head, |&t| tokens[t].head)
            .take(tokens.len())
            .find(|&t| tokens[t].tag == Tag::Verb);
        let Some(above) = above.filter(|&a| a < p) else { continue };
        for &c in children[p].iter().filter(|&&c| c > agent && tokens[c].relation == Relation::Obl) {
            let raised = case(c).is_some_and(|k| ["to", "for", "on", "from"].contains(&word(k).as_str()));
            if raised {
                heads[c] = Some(above);
            }
        }
    }
    heads
}

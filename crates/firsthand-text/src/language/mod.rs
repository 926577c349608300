//! What do the words say: sentences, tokens, tags, heads, names, times, quantities, quotations?
//!
//! In: a [`Report`] and the [`Models`]. Out: an [`Annotated`] report. All spans point into `report.text`.

pub mod country;
pub mod given;
mod label;
pub mod lemma;
pub mod models;
pub mod name;
pub mod number;
pub mod parse;
pub mod place;
pub mod plain;
pub mod quote;
pub mod sentence;
mod spanish;
pub mod tag;
pub mod time;
pub mod token;
pub mod tongue;
pub mod weights;

use crate::Span;
use crate::report::Report;
pub use models::Models;
pub use number::Quantity;
pub use time::Time;

/// A report with its language laid open.
#[derive(Debug, Clone, Default)]
pub struct Annotated {
    /// The report itself.
    pub report: Report,
    /// Sentences in order; the title, where there is one, comes first as one or more sentences of its own.
    pub sentences: Vec<Sentence>,
    /// All tokens in order; `head` is an index into this list.
    pub tokens: Vec<Token>,
    /// Names in order, not overlapping.
    pub names: Vec<Name>,
    /// Time expressions in order, not overlapping, resolved against the report's own date where it has one.
    pub times: Vec<Time>,
    /// The same expressions before they were resolved, so that a better anchor can be tried ([`time::resolve`]).
    pub expressions: Vec<time::Expression>,
    /// Quantities in order, not overlapping.
    pub quantities: Vec<Quantity>,
    /// Quotations in order: the text between the marks, marks left out.
    pub quotes: Vec<Quote>,
}

impl Annotated {
    /// The text of a span.
    pub fn text(&self, span: Span) -> &str {
        span.of(&self.report.text)
    }
    /// The text of a token.
    pub fn word(&self, token: usize) -> &str {
        self.text(self.tokens[token].span)
    }
    /// Whether statements can be taken from it: it has sentences, and its language is one whose sentences are parsed.
    pub fn is_parsed(&self) -> bool {
        !self.sentences.is_empty() && tongue::of(self.report.language.as_deref()).syntax.is_some()
    }
}

/// One sentence, or a headline, a heading or an item that stands for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, white space at the ends left out.
    pub span: Span,
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub last: usize,
    /// Which paragraph of the report; None for the title.
    pub paragraph: Option<usize>,
}

/// One word or mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Part of speech (Universal Dependencies).
    pub tag: Tag,
    /// Grammatical form: past, participle, plural ...
    pub form: Form,
    /// The token it hangs on, or None for the root of its sentence.
    pub head: Option<usize>,
    /// How it hangs on it.
    pub relation: Relation,
    /// Dictionary form, lower case: `left` as a verb is `leave`.
    pub lemma: String,
}

/// Universal part-of-speech tags (universaldependencies.org/u/pos).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[allow(missing_docs)]
#[repr(u8)]
pub enum Tag {
    Adj,
    Adp,
    Adv,
    Aux,
    Cconj,
    Det,
    Intj,
    Noun,
    Num,
    Part,
    Pron,
    Propn,
    Punct,
    Sconj,
    Sym,
    Verb,
    #[default]
    X,
}

/// Grammatical form, as far as the Penn Treebank tags tell it (Santorini 1990).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[repr(u8)]
pub enum Form {
    /// Nothing to tell.
    #[default]
    Plain,
    /// NNS, NNPS.
    Plural,
    /// VB: an infinitive, an imperative.
    Base,
    /// VBP.
    Present,
    /// VBZ: third person singular.
    PresentThird,
    /// VBD.
    Past,
    /// VBN.
    Participle,
    /// VBG.
    Gerund,
    /// MD.
    Modal,
    /// JJR, RBR.
    Comparative,
    /// JJS, RBS.
    Superlative,
    /// PRP$, WP$, POS.
    Possessive,
    /// WDT, WP, WRB, WP$: asks or relates.
    Wh,
    /// RP.
    Particle,
    /// NNP of a word that is no proper noun by itself: `North` in `North Norland`.
    Name,
}

/// Universal dependency relations, without sub-types except `nsubj:pass` and `aux:pass`
/// (universaldependencies.org/u/dep).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
#[allow(missing_docs)]
#[repr(u8)]
pub enum Relation {
    Acl,
    Advcl,
    Advmod,
    Amod,
    Appos,
    Aux,
    AuxPass,
    Case,
    Cc,
    Ccomp,
    Clf,
    Compound,
    Conj,
    Cop,
    Csubj,
    #[default]
    Dep,
    Det,
    Discourse,
    Dislocated,
    Expl,
    Fixed,
    Flat,
    Goeswith,
    Iobj,
    List,
    Mark,
    Nmod,
    Nsubj,
    NsubjPass,
    Nummod,
    Obj,
    Obl,
    Orphan,
    Parataxis,
    Punct,
    Reparandum,
    Root,
    Vocative,
    Xcomp,
}

/// One mention of something by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// Where it stands; leading articles and possessive endings left out.
    pub span: Span,
    /// What it names.
    pub kind: NameKind,
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub last: usize,
}

/// What a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum NameKind {
    Person,
    Organisation,
    Place,
    /// A nationality, religion or other group: `Iranian`.
    Group,
    /// A building or a work of engineering: an airport, a bridge, a prison. A place where things happen, too.
    Facility,
    /// A war, a tournament, a summit, a storm: what happens and has a name.
    Event,
    /// A book, a film, a law, a treaty.
    Work,
    /// A thing that is made by its name: a ship, a missile, a medicine, a program.
    Product,
    /// Anything else with a name.
    Other,
}

impl NameKind {
    /// Whether things can be said to be there: a place, or a facility.
    pub fn is_place(self) -> bool {
        matches!(self, NameKind::Place | NameKind::Facility)
    }

    /// The word for it in accounts and on pages: `person`, `facility`, `event`.
    pub fn word(self) -> &'static str {
        match self {
            NameKind::Person => "person",
            NameKind::Organisation => "organisation",
            NameKind::Place => "place",
            NameKind::Group => "group",
            NameKind::Facility => "facility",
            NameKind::Event => "event",
            NameKind::Work => "work",
            NameKind::Product => "product",
            NameKind::Other => "other",
        }
    }
}

/// One quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quote {
    /// The text between the marks.
    pub span: Span,
    /// Whether the closing mark is missing because the quotation goes on in the next paragraph.
    pub continues: bool,
    /// Fewer than five words that do not make a clause: words set apart, not speech.
    pub scare: bool,
}

/// Only the words of a report, for one in a language the models do not know: nothing is read into them.
pub(crate) fn words(report: &Report) -> Annotated {
    Annotated { report: report.clone(), tokens: token::cut(report), ..Annotated::default() }
}

/// Sentences, words and names of a report, without tags, heads, times, quantities and quotations: a sixth of the work, for
/// whoever keeps many reports and annotates few of them in full.
pub fn outline(report: Report, models: &Models) -> Annotated {
    if report.language.as_deref().is_some_and(|l| !tongue::known(l)) {
        return words(&report);
    }
    let tongue = tongue::of(report.language.as_deref());
    let mut tokens = (tongue.cut)(&report);
    let sentences = (tongue.split)(&report, &mut tokens);
    let names = (tongue.names)(&report.text, &tokens, &sentences, models);
    Annotated { report, sentences, tokens, names, ..Annotated::default() }
}

/// Annotates one report by the stages of its language. Cannot fail.
pub fn annotate(report: &Report, models: &Models) -> Annotated {
    let tongue = tongue::of(report.language.as_deref());
    let mut tokens = (tongue.cut)(report);
    let sentences = (tongue.split)(report, &mut tokens);
    let quotes = quote::find(report);
    if let Some(syntax) = tongue.syntax {
        syntax(&report.text, &mut tokens, &sentences, &quotes, models);
    }
    let names = (tongue.names)(&report.text, &tokens, &sentences, models);
    let anchor = time::Anchor::of(report);
    let expressions = (tongue.times)(&report.text, &tokens, &sentences);
    let times = time::resolve(&report.text, &tokens, &sentences, &expressions, anchor);
    let quantities = (tongue.quantities)(&report.text, &tokens, &sentences, &times);
    Annotated { report: report.clone(), sentences, tokens, names, times, expressions, quantities, quotes }
}

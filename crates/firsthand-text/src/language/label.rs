//! Tags, forms and relations by the names the treebanks give them.

use super::{Form, Relation, Tag};

const TAGS: [(Tag, &str); 17] = [
    (Tag::Adj, "ADJ"),
    (Tag::Adp, "ADP"),
    (Tag::Adv, "ADV"),
    (Tag::Aux, "AUX"),
    (Tag::Cconj, "CCONJ"),
    (Tag::Det, "DET"),
    (Tag::Intj, "INTJ"),
    (Tag::Noun, "NOUN"),
    (Tag::Num, "NUM"),
    (Tag::Part, "PART"),
    (Tag::Pron, "PRON"),
    (Tag::Propn, "PROPN"),
    (Tag::Punct, "PUNCT"),
    (Tag::Sconj, "SCONJ"),
    (Tag::Sym, "SYM"),
    (Tag::Verb, "VERB"),
    (Tag::X, "X"),
];

const RELATIONS: [(Relation, &str); 39] = [
    (Relation::Acl, "acl"),
    (Relation::Advcl, "advcl"),
    (Relation::Advmod, "advmod"),
    (Relation::Amod, "amod"),
    (Relation::Appos, "appos"),
    (Relation::Aux, "aux"),
    (Relation::AuxPass, "aux:pass"),
    (Relation::Case, "case"),
    (Relation::Cc, "cc"),
    (Relation::Ccomp, "ccomp"),
    (Relation::Clf, "clf"),
    (Relation::Compound, "compound"),
    (Relation::Conj, "conj"),
    (Relation::Cop, "cop"),
    (Relation::Csubj, "csubj"),
    (Relation::Dep, "dep"),
    (Relation::Det, "det"),
    (Relation::Discourse, "discourse"),
    (Relation::Dislocated, "dislocated"),
    (Relation::Expl, "expl"),
    (Relation::Fixed, "fixed"),
    (Relation::Flat, "flat"),
    (Relation::Goeswith, "goeswith"),
    (Relation::Iobj, "iobj"),
    (Relation::List, "list"),
    (Relation::Mark, "mark"),
    (Relation::Nmod, "nmod"),
    (Relation::Nsubj, "nsubj"),
    (Relation::NsubjPass, "nsubj:pass"),
    (Relation::Nummod, "nummod"),
    (Relation::Obj, "obj"),
    (Relation::Obl, "obl"),
    (Relation::Orphan, "orphan"),
    (Relation::Parataxis, "parataxis"),
    (Relation::Punct, "punct"),
    (Relation::Reparandum, "reparandum"),
    (Relation::Root, "root"),
    (Relation::Vocative, "vocative"),
    (Relation::Xcomp, "xcomp"),
];

impl Tag {
    /// Its name in the treebanks: `NOUN`.
    pub fn name(self) -> &'static str {
        TAGS.iter().find(|(t, _)| *t == self).map_or("X", |t| t.1)
    }
    /// The tag of that name.
    pub fn named(name: &str) -> Option<Tag> {
        TAGS.iter().find(|(_, n)| *n == name).map(|t| t.0)
    }
}

impl Relation {
    /// Its name in the treebanks: `nsubj:pass`.
    pub fn name(self) -> &'static str {
        RELATIONS.iter().find(|(r, _)| *r == self).map_or("dep", |r| r.1)
    }
    /// The relation of that name; sub-types that are not told apart are left off.
    pub fn named(name: &str) -> Option<Relation> {
        let find = |name: &str| RELATIONS.iter().find(|(_, n)| *n == name).map(|r| r.0);
        find(name).or_else(|| find(name.split(':').next().unwrap_or(name)))
    }
}

impl Form {
    /// Every form.
    pub const ALL: [Form; 15] = [
        Form::Plain,
        Form::Plural,
        Form::Base,
        Form::Present,
        Form::PresentThird,
        Form::Past,
        Form::Participle,
        Form::Gerund,
        Form::Modal,
        Form::Comparative,
        Form::Superlative,
        Form::Possessive,
        Form::Wh,
        Form::Particle,
        Form::Name,
    ];

    /// The form a Penn Treebank tag tells of a word with that part of speech.
    pub fn of_penn(penn: &str, tag: Tag) -> Form {
        match penn {
            "NNS" | "NNPS" => Form::Plural,
            "VB" => Form::Base,
            "VBP" => Form::Present,
            "VBZ" => Form::PresentThird,
            "VBD" => Form::Past,
            "VBN" => Form::Participle,
            "VBG" => Form::Gerund,
            "MD" => Form::Modal,
            "JJR" | "RBR" => Form::Comparative,
            "JJS" | "RBS" => Form::Superlative,
            "PRP$" | "POS" => Form::Possessive,
            "WDT" | "WP" | "WRB" | "WP$" => Form::Wh,
            "RP" => Form::Particle,
            "NNP" if tag != Tag::Propn => Form::Name,
            _ => Form::Plain,
        }
    }
}

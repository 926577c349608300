//! How a spelling of the reports is like a spelling of a list.

use super::Kind;
use crate::name::person::{Nearness, nearness};
use crate::name::spelling::parts;

/// How near they are, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alike {
    /// Letter for letter.
    Written,
    /// The same parts; case, accents, hyphens, articles or their order differ.
    Parts,
    /// The same sounds, written down in another way.
    Sounds,
    /// The same consonants.
    Consonants,
    /// One leaves a middle name out.
    Shortened,
    /// One leaves out what form the company has: `Ltd`.
    Form,
}

impl Alike {
    /// The reason in words.
    pub(super) fn because(self, form: &str, listed: &str) -> String {
        match self {
            Alike::Written => format!("“{form}” is written as on the list"),
            Alike::Parts => {
                format!(
                    "“{form}” and “{listed}” differ only in case, accents, hyphens, articles or the order of their parts"
                )
            }
            Alike::Sounds => format!("“{form}” and “{listed}” spell the same sounds"),
            Alike::Consonants => {
                format!("“{form}” and “{listed}” have the same consonants in the same order")
            }
            Alike::Form => format!("“{form}” and “{listed}” are alike but for the form of the company"),
            Alike::Shortened => {
                format!("“{form}” and “{listed}” are alike but for a name that one leaves out")
            }
        }
    }
}

/// Words that say what form a company has, and that reports leave out.
const FORMS: [&str; 20] = [
    "ltd",
    "limited",
    "llc",
    "inc",
    "incorporated",
    "co",
    "corp",
    "corporation",
    "company",
    "plc",
    "gmbh",
    "ag",
    "sa",
    "srl",
    "spa",
    "bv",
    "nv",
    "ooo",
    "jsc",
    "pte",
];

/// How alike two spellings are; None where they are two names. An entry of an unknown kind is held to both measures.
pub(super) fn alike(kind: Kind, form: &str, listed_kind: Kind, listed: &str) -> Option<Alike> {
    let person = kind != Kind::Organisation && listed_kind != Kind::Organisation;
    let body = kind != Kind::Person && listed_kind != Kind::Person;
    let of_person = person.then(|| persons(form, listed)).flatten();
    let of_body = body.then(|| bodies(form, listed)).flatten();
    [of_person, of_body].into_iter().flatten().min()
}

fn persons(form: &str, listed: &str) -> Option<Alike> {
    let (a, b) = (parts(form), parts(listed));
    let near = nearness(&a, &b)?;
    if form == listed {
        return Some(Alike::Written);
    }
    match near {
        Nearness::Same => Some(Alike::Parts),
        Nearness::Sound => Some(Alike::Sounds),
        Nearness::Consonants => Some(Alike::Consonants),
        // An initial would fit too many.
        Nearness::Shortened if a.iter().chain(&b).all(|p| p.len() > 1) => Some(Alike::Shortened),
        Nearness::Shortened | Nearness::Near => None,
    }
}

fn bodies(form: &str, listed: &str) -> Option<Alike> {
    let bare = |text: &str| -> Vec<String> {
        let all = parts(text);
        let kept = all.iter().filter(|p| !FORMS.contains(&p.as_str())).cloned().collect::<Vec<_>>();
        if kept.is_empty() { all } else { kept }
    };
    let (a, b) = (bare(form), bare(listed));
    // Two letters are too few to be told apart from other short forms.
    if a != b || a.concat().len() < 3 {
        return None;
    }
    Some(match (form == listed, parts(form) == parts(listed)) {
        (true, _) => Alike::Written,
        (_, true) => Alike::Parts,
        _ => Alike::Form,
    })
}

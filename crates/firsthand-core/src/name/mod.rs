//! Which names, in one report and across reports, mean the same person, organisation or place?
//!
//! In: the annotated reports of one story. Out: [`Names`]: entities with all their spellings, each joined for a
//! reason that can be shown, and for every mention which entity it is. Merging leans to splitting.

mod acronym;
mod bundle;
mod called;
#[cfg(test)]
mod case_tests;
mod definition;
mod description;
mod dress;
mod entity;
mod epithet;
mod feature;
mod fine;
mod gather;
mod gender;
mod government;
mod in_text;
mod join;
mod list;
mod mention;
mod missed;
mod office;
mod organisation;
pub(crate) mod person;
mod place;
mod pronoun;
mod role;
mod script;
mod second;
mod sheet;
pub(crate) mod spelling;
#[cfg(test)]
mod story_tests;
mod strand;
pub(crate) mod transliterate;
mod trim;
mod vote;

pub use called::{called, short_for};

use crate::Reports;
use bundle::Bundles;
use firsthand_text::Span;
use firsthand_text::language::NameKind;
use gather::Seen;
use join::Ground;
use sheet::Sheet;
use std::collections::BTreeMap;

/// The entities of one story.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Entities, the most mentioned first.
    pub entities: Vec<Entity>,
    /// For each report its mentions in order of place: names, and words that stand for a name
    /// (`the minister`, `he`, `its spy agency`). Not overlapping.
    pub mentions: Vec<Vec<Mention>>,
}

/// One person, organisation, place or other thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// The fullest of the commonest forms.
    pub name: String,
    /// What it is.
    pub kind: NameKind,
    /// Roles and descriptions, as the reports give them: `external economic relations minister`.
    pub roles: Vec<String>,
    /// ISO 3166-1 alpha-2, where it is known.
    pub country: Option<String>,
    /// Spellings, the commonest first; pronouns and plain roles are not spellings.
    pub forms: Vec<Form>,
    /// Why the forms were put together.
    pub reasons: Vec<Reason>,
}

/// One spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// As written.
    pub text: String,
    /// How often, by report: (report, count), in order of report.
    pub counts: Vec<(usize, usize)>,
}

/// A rule that held, in words, with the places it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reason {
    /// Short name of the rule.
    pub rule: &'static str,
    /// What it says here, in one sentence.
    pub because: String,
    /// Where: (report, span).
    pub places: Vec<(usize, Span)>,
}

/// One place where an entity is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// Where it stands, in the report's text.
    pub span: Span,
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub last: usize,
    /// Index into [`Names::entities`].
    pub entity: usize,
    /// How it is meant there.
    pub manner: Manner,
}

/// How an entity is mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// By a name.
    Name,
    /// By a role or description: `the professor`.
    Role,
    /// By a pronoun.
    Pronoun,
}

impl Names {
    /// The mention that covers this token of this report.
    pub fn at(&self, report: usize, token: usize) -> Option<&Mention> {
        self.mentions.get(report)?.iter().find(|m| m.first <= token && token < m.last)
    }
}

/// Merges the names of one story.
pub fn merge(reports: &Reports<'_>) -> Names {
    let sheets: Vec<Sheet<'_>> = reports.iter().map(|r| Sheet::new(r)).collect();
    let seen: Vec<Seen> = gather::gather(&sheets);
    let strands = strand::strands(&sheets, &seen);
    let ground = Ground { sheets: &sheets, seen: &seen };
    let mut bundles = Bundles::new(&strands);
    join::join(&ground, &mut bundles);
    let mut offices = Vec::new();
    for (r, sheet) in sheets.iter().enumerate().filter(|(_, s)| !s.foreign) {
        let here: Vec<Seen> = seen.iter().filter(|s| s.report == r).cloned().collect();
        offices.extend(office::find(sheet, r, &here));
    }
    office::hold(&ground, &bundles, &mut offices);
    offices.extend(epithet::find(&ground, &bundles));
    let mut drafts = entity::draft(&ground, &bundles, &offices);

    let mut entity_of: BTreeMap<usize, usize> = BTreeMap::new();
    let mut roles: BTreeMap<usize, Vec<role::Role>> = BTreeMap::new();
    for (e, draft) in drafts.iter().enumerate() {
        for &m in draft.bundle.map(|b| bundles.members(b)).unwrap_or_default() {
            entity_of.extend(strands[m].seen.iter().map(|&n| (n, e)));
            roles.entry(e).or_default().extend(strands[m].roles.iter().cloned());
        }
    }
    let mut mentions = Vec::new();
    for (r, sheet) in sheets.iter().enumerate() {
        let mut here = mention::named(sheet, r, &seen, &entity_of, &drafts, &offices);
        government::stand_in(sheet, r, &mut here, &mut drafts);
        if !sheet.foreign {
            description::add(sheet, &mut here, &drafts, &roles);
            pronoun::add(sheet, &mut here, &drafts);
        }
        mentions.push(here);
    }
    let mut names = Names { entities: drafts.into_iter().map(|d| d.entity).collect(), mentions };
    fine::refine(reports, &mut names);
    names
}

//! One origin for every source, however it is called.

use super::{Origin, OriginKind, speaker};
use crate::Reports;
use crate::name::Names;
use crate::statement::Source;
use firsthand_text::language::NameKind;
use firsthand_text::report::agency::{self, Agency, AgencyKind};
use std::collections::BTreeMap;

/// What tells one origin from another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// A listed agency or outlet, by its canonical name.
    Medium(String),
    /// An entity of the story.
    Entity(usize),
    /// A body without a name of its own, by its words: `police`.
    Body(String),
    /// A source without a name in one report.
    Unnamed(usize, String),
    /// An outlet, by the name it gives itself.
    Outlet(String),
    /// The own reporting of a report whose outlet is unknown.
    Own(usize),
}

/// All origins met so far.
pub(super) struct Roll<'a> {
    reports: &'a Reports<'a>,
    names: &'a Names,
    /// Listed media among the entities: canonical name to entity, and back.
    media: BTreeMap<&'static str, usize>,
    medium_of: Vec<Option<&'static Agency>>,
    keys: BTreeMap<Key, usize>,
    pub(super) origins: Vec<Origin>,
}

impl<'a> Roll<'a> {
    pub(super) fn new(reports: &'a Reports<'a>, names: &'a Names) -> Roll<'a> {
        let named = |e: &crate::name::Entity| {
            let sure = matches!(e.kind, NameKind::Organisation | NameKind::Other);
            let forms = std::iter::once(&e.name).chain(e.forms.iter().map(|f| &f.text));
            // Persons and places may share a short name with a medium (`Petra`, `Nina`); a longer one is no accident.
            let mut listed = forms.clone().filter(|f| sure || f.contains(' ')).filter_map(|f| agency::of(f));
            listed.next().or_else(|| forms.filter(|_| sure).find_map(|f| short_beside_long(f)))
        };
        let medium_of: Vec<Option<&Agency>> = names.entities.iter().map(named).collect();
        let mut media = BTreeMap::new();
        for (entity, medium) in medium_of.iter().enumerate() {
            if let Some(medium) = medium {
                media.entry(medium.name).or_insert(entity);
            }
        }
        Roll { reports, names, media, medium_of, keys: BTreeMap::new(), origins: Vec::new() }
    }

    /// A listed agency or outlet; `written` is its name where it was met. An entity has a name of its own.
    pub(super) fn medium(&mut self, medium: &Agency, written: &str) -> usize {
        let kind = match medium.kind {
            AgencyKind::Agency => OriginKind::Agency,
            AgencyKind::Outlet => OriginKind::Outlet,
        };
        let entity = self.media.get(medium.name).copied();
        let name = entity
            .map_or_else(|| shown(medium, written), |e| self.names.entities[e].name.as_str())
            .to_owned();
        let collected = self.report_of(|outlet| agency::of(outlet).is_some_and(|o| o.name == medium.name));
        self.enter(Key::Medium(medium.name.to_owned()), Origin { name, kind, entity, collected })
    }

    /// A medium named in a credit, listed or not.
    pub(super) fn credited(&mut self, name: &str) -> usize {
        if let Some(medium) = agency::of(name) {
            return self.medium(medium, name);
        }
        let same = |e: &crate::name::Entity| e.forms.iter().any(|f| f.text == name) || e.name == name;
        match self.names.entities.iter().position(same) {
            Some(entity) => self.entity(entity, OriginKind::Agency),
            None => self.outlet(name, OriginKind::Agency),
        }
    }

    /// The source of an attribution in a report; `unnamed_in` is the report whose nameless sources it shares.
    pub(super) fn source(&mut self, source: &Source, unnamed_in: usize, relays: bool) -> usize {
        if let Some(entity) = source.entity.filter(|&e| e < self.names.entities.len()) {
            if let Some(medium) = self.medium_of[entity] {
                return self.medium(medium, medium.name);
            }
            // `state television` is a body also where it was taken for a name.
            let name = self.names.entities[entity].name.clone();
            if let Some(body) = speaker::body(&name).filter(|_| !name.contains(char::is_uppercase)) {
                return self.body(&name, body);
            }
            let outlet = if relays { OriginKind::Outlet } else { OriginKind::Organisation };
            return self.entity(entity, outlet);
        }
        if let Some(medium) = agency::of(&source.name) {
            return self.medium(medium, &source.name);
        }
        let kind =
            if speaker::is_document(&source.name) { OriginKind::Document } else { OriginKind::Unnamed };
        if let Some(body) = speaker::body(&source.name).filter(|_| kind == OriginKind::Unnamed) {
            return self.body(&source.name, body);
        }
        let key = Key::Unnamed(unnamed_in, source.name.to_lowercase());
        self.enter(key, Origin { name: source.name.clone(), kind, entity: None, collected: None })
    }

    /// A body without a name of its own, by its words.
    fn body(&mut self, name: &str, words: String) -> usize {
        let kind = OriginKind::Organisation;
        self.enter(Key::Body(words), Origin { name: name.to_owned(), kind, entity: None, collected: None })
    }

    /// A report's own reporting.
    pub(super) fn own(&mut self, report: usize) -> usize {
        if let Some(outlet) = self.reports[report].report.outlet.as_deref() {
            return self.outlet(outlet, OriginKind::Outlet);
        }
        let location = self.reports[report].report.location.as_str();
        let file = location.trim_end_matches('/').rsplit('/').next().unwrap_or(location);
        let name = format!("own reporting of {file}");
        let origin = Origin { name, kind: OriginKind::Outlet, entity: None, collected: Some(report) };
        self.enter(Key::Own(report), origin)
    }

    fn outlet(&mut self, name: &str, kind: OriginKind) -> usize {
        if let Some(medium) = agency::of(name) {
            return self.medium(medium, name);
        }
        let collected = self.report_of(|outlet| outlet.eq_ignore_ascii_case(name));
        let key = Key::Outlet(name.to_lowercase());
        self.enter(key, Origin { name: name.to_owned(), kind, entity: None, collected })
    }

    /// An entity; `other` is its kind where it is no person.
    fn entity(&mut self, entity: usize, other: OriginKind) -> usize {
        let known = &self.names.entities[entity];
        let kind = if known.kind == NameKind::Person { OriginKind::Person } else { other };
        let name = known.name.clone();
        let collected = self.report_of(|outlet| outlet.eq_ignore_ascii_case(&name));
        self.enter(Key::Entity(entity), Origin { name, kind, entity: Some(entity), collected })
    }

    fn report_of(&self, is: impl Fn(&str) -> bool) -> Option<usize> {
        self.reports.iter().position(|r| r.report.outlet.as_deref().is_some_and(&is))
    }

    fn enter(&mut self, key: Key, origin: Origin) -> usize {
        let next = self.origins.len();
        let at = *self.keys.entry(key).or_insert(next);
        if at == next {
            self.origins.push(origin);
        }
        at
    }
}

/// The name to show: as written where that is the head of the full name (`Xinhua`), otherwise the full name.
fn shown<'n>(medium: &'n Agency, written: &'n str) -> &'n str {
    if medium.name.starts_with(written) && !written.is_empty() { written } else { medium.name }
}

/// A medium called by its long and short name in one: `Palestinian News Agency WAFA`.
fn short_beside_long(name: &str) -> Option<&'static Agency> {
    let (long, short) = name.rsplit_once(' ')?;
    agency::of(long).filter(|a| agency::of(short).is_some_and(|b| a.name == b.name))
}

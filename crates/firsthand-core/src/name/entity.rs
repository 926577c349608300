//! From bundles to entities: the name, the kind, the roles, the spellings and their counts.

use super::bundle::Bundles;
use super::join::Ground;
use super::office::Office;
use super::spelling::on_one_line;
use super::strand::Strand;
use super::{Entity, Form, Reason, list};
use firsthand_text::language::{NameKind, country};
use firsthand_text::report::agency;
use std::collections::BTreeMap;

/// Words of one entity, before it is laid out.
pub(super) struct Draft {
    /// The bundle it comes from; None for an office the reports do not name.
    pub(super) bundle: Option<usize>,
    /// Its offices, as indices.
    pub(super) offices: Vec<usize>,
    /// How often it is mentioned by a form.
    pub(super) count: usize,
    /// What will be shown.
    pub(super) entity: Entity,
}

/// One draft for each bundle and for each office without a named holder.
pub(super) fn draft(ground: &Ground<'_>, bundles: &Bundles<'_>, offices: &[Office]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> =
        bundles.all().into_iter().map(|b| of_bundle(ground, bundles, offices, b)).collect();
    let mut nameless: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (i, office) in offices.iter().enumerate().filter(|(_, o)| o.holder.is_none()) {
        if let Some(country) = office.country {
            nameless.entry((&office.sort, country)).or_default().push(i);
        }
    }
    for ((_, code), list) in nameless {
        let forms = forms(list.iter().map(|&i| (office_text(ground, &offices[i]), offices[i].report)));
        let name = forms.first().map(|f| f.text.clone()).unwrap_or_default();
        let places: Vec<_> = list.iter().map(|&i| office_place(ground, &offices[i])).collect();
        let because = format!("{} places tell of this office of one country", places.len());
        let reasons =
            if places.len() > 1 { vec![Reason { rule: "same office", because, places }] } else { Vec::new() };
        let entity = Entity {
            name,
            kind: NameKind::Organisation,
            roles: Vec::new(),
            country: Some(code.to_owned()),
            forms,
            reasons,
        };
        drafts.push(Draft { bundle: None, count: list.len(), offices: list, entity });
    }
    // The most mentioned first, then by name; the order found last.
    let order = |d: &Draft| (std::cmp::Reverse(d.count), d.entity.name.clone());
    drafts.sort_by_cached_key(order);
    drafts
}

fn office_text(ground: &Ground<'_>, office: &Office) -> String {
    ground
        .sheets
        .get(office.report)
        .map_or_else(String::new, |s| on_one_line(s.text(office.first, office.last)))
}

fn office_place(ground: &Ground<'_>, office: &Office) -> (usize, firsthand_text::Span) {
    let span = ground.sheets.get(office.report).map(|s| s.span(office.first, office.last));
    (office.report, span.unwrap_or_default())
}

fn of_bundle(ground: &Ground<'_>, bundles: &Bundles<'_>, offices: &[Office], bundle: usize) -> Draft {
    let members: Vec<&Strand> = bundles.members(bundle).iter().map(|&m| &bundles.strands[m]).collect();
    let own: Vec<usize> = (0..offices.len()).filter(|&i| offices[i].holder == Some(bundle)).collect();
    let mut written: Vec<(String, usize)> = Vec::new();
    let mut count = own.len();
    for s in members.iter().flat_map(|m| &m.seen).filter_map(|&n| ground.seen.get(n)) {
        let Some(sheet) = ground.sheets.get(s.report) else { continue };
        written.push((bare(sheet.text(s.from, s.to)), s.report));
        count += 1;
        // `Mole island` is spelled `Mole`, too.
        if (s.from, s.to) != (s.first, s.last) {
            written.push((bare(sheet.text(s.first, s.last)), s.report));
        }
    }
    written.extend(own.iter().map(|&i| (office_text(ground, &offices[i]), offices[i].report)));
    let kind = kind(&members);
    let mut reasons = bundles.reasons(bundle).to_vec();
    reasons.extend(own.iter().map(|&i| Reason {
        rule: "office of a country",
        because: match offices[i].country {
            Some(_) => format!("“{}” is the only {} of that country named", members[0].text, offices[i].sort),
            None => format!("“{}” is described so in the report that names it", members[0].text),
        },
        places: vec![ground.place(members[0]), office_place(ground, &offices[i])],
    }));
    let entity = Entity {
        name: name(&members, kind),
        kind,
        roles: roles(&members),
        country: home(&members, kind),
        forms: forms(written.into_iter()),
        reasons,
    };
    Draft { bundle: Some(bundle), offices: own, count, entity }
}

fn bare(text: &str) -> String {
    on_one_line(super::spelling::without_possessive(text))
}

/// Spellings, the commonest first, counted by report.
fn forms(written: impl Iterator<Item = (String, usize)>) -> Vec<Form> {
    let mut counts: BTreeMap<String, BTreeMap<usize, usize>> = BTreeMap::new();
    for (text, report) in written.filter(|(text, _)| !text.is_empty()) {
        *counts.entry(text).or_default().entry(report).or_default() += 1;
    }
    let mut forms: Vec<Form> = counts
        .into_iter()
        .map(|(text, counts)| Form { text, counts: counts.into_iter().collect() })
        .collect();
    let total = |f: &Form| f.counts.iter().map(|(_, n)| n).sum::<usize>();
    forms.sort_by(|a, b| total(b).cmp(&total(a)).then_with(|| a.text.cmp(&b.text)));
    forms
}

/// The kind most of the names have.
fn kind(members: &[&Strand]) -> NameKind {
    let mut votes: BTreeMap<NameKind, usize> = BTreeMap::new();
    for m in members {
        *votes.entry(m.kind).or_default() += if m.kind == NameKind::Other { 1 } else { 4 * m.seen.len() };
    }
    votes
        .into_iter()
        .max_by_key(|&(kind, n)| (n, std::cmp::Reverse(kind)))
        .map_or(NameKind::Other, |(kind, _)| kind)
}

/// The fullest of the common spellings.
fn name(members: &[&Strand], kind: NameKind) -> String {
    if kind == NameKind::Place
        && let Some(found) = members.iter().find_map(|m| country::named(m.english.unwrap_or(&m.text)))
    {
        return found.name.to_owned();
    }
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for m in members {
        let entry = counts.entry(m.text.as_str()).or_insert((0, m.parts.len()));
        entry.0 += m.seen.len();
    }
    let full =
        |text: &str, parts: usize| parts > 1 && !super::acronym::is_acronym(text) && !text.contains('.');
    let shouted = |text: &str| !text.chars().any(char::is_lowercase);
    let best = counts.iter().max_by_key(|(text, (n, parts))| {
        let fullness = match kind {
            NameKind::Person => (*parts).min(3),
            NameKind::Organisation => usize::from(full(text, *parts)),
            _ => 0,
        };
        (fullness.min(2), !shouted(text), *n, *parts, std::cmp::Reverse(**text))
    });
    best.map(|(text, _)| super::spelling::without_possessive(text).to_owned()).unwrap_or_default()
}

/// Role phrases, the one most reports have first; phrases that differ in case only are one.
fn roles(members: &[&Strand]) -> Vec<String> {
    let mut found: BTreeMap<String, (usize, usize, String)> = BTreeMap::new();
    for (order, role) in members.iter().flat_map(|m| &m.roles).enumerate() {
        let entry = found.entry(role.phrase.to_lowercase()).or_insert((0, order, role.phrase.clone()));
        entry.0 += 1;
    }
    let mut list: Vec<_> = found.into_values().collect();
    list.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    list.into_iter().map(|(_, _, phrase)| phrase).collect()
}

/// The country most of the names are said to belong to.
fn home(members: &[&Strand], kind: NameKind) -> Option<String> {
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    for m in members {
        let known = m.country.or_else(|| {
            (kind == NameKind::Organisation).then(|| agency::of(&m.text).map(|a| a.country)).flatten()
        });
        let known = known.or_else(|| match kind {
            NameKind::Place if !list::is_wide(&m.key) => firsthand_text::language::place::country(&m.text),
            _ => None,
        });
        if let Some(code) = known {
            *votes.entry(code).or_default() += 1;
        }
    }
    votes.into_iter().max_by_key(|&(code, n)| (n, std::cmp::Reverse(code))).map(|(code, _)| code.to_owned())
}

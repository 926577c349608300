//! Who a text says it is from: mentions of agencies in old newspapers, and credits of texts told from those of pictures
//! in scraped reports.
//!
//! *agencies*: a mention is right if it shares half of the shorter of the two places with a labelled one and is of its
//! agency; each labelled one is met once. `unk`, an agency the labels have no name for, may be any; `ag` must be without a
//! name. Names that stand as talked of are no mentions there, and authors (`articleauthor`) no agencies.
//!
//! *real*: found are the places where the text, or a sentence of it, is from an agency or outlet. The labels are regular
//! expressions. Recall: of a report and an agency with a labelled credit of the text, those with one found. Precision: of
//! the places found that the labels know, those they have as the text's and not as a picture's. *real, by hand*: the
//! places of `data/credits.tsv`.

use super::Figure;
use crate::predict::agencies::{Named, Place, named};
use crate::predict::copies::{Body, read};
use crate::predict::text;
use anyhow::{Context, Result};
use firsthand_text::report::agency;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// One article of old newspapers with its labels.
#[derive(Deserialize)]
struct Article {
    id: String,
    mentions: Vec<Labelled>,
}

#[derive(Deserialize)]
struct Labelled {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

/// One scraped report with its labels.
#[derive(Deserialize)]
struct Scraped {
    id: String,
    publisher: String,
    credits: Vec<Credit>,
    photo_credits: Vec<Credit>,
}

#[derive(Deserialize)]
struct Credit {
    agency: String,
    #[serde(default)]
    kind: String,
    start: usize,
    end: usize,
}

/// Right ones, found ones, labelled ones.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Tally {
    right: usize,
    found: usize,
    gold: usize,
}

impl Tally {
    fn precision(self) -> f64 {
        self.right as f64 / self.found.max(1) as f64
    }
    fn recall(self) -> f64 {
        self.right as f64 / self.gold.max(1) as f64
    }
    fn f1(self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }
}

/// One article with attributions whose source is a medium.
#[derive(Deserialize)]
struct Attributed {
    id: String,
    attributions: Vec<Attribution>,
}

#[derive(Deserialize)]
struct Attribution {
    source: Vec<(usize, usize)>,
}

/// All figures of credits.
pub(super) fn measure(shared: &Path, _: &Path) -> Result<Vec<Figure>> {
    let mut out = agencies(&shared.join("data/reuse/impresso_agencies/articles.jsonl.gz"))?;
    out.extend(real(&shared.join("data/reuse/real/real_stories.jsonl.gz"))?);
    out.extend(polnear(&shared.join("data/reuse/polnear_news_sources/articles.jsonl.gz"))?);
    Ok(out)
}

/// Of the sources of attributions that are media, or people of theirs: those that name a listed one, and those with one
/// that is found cited.
fn polnear(file: &Path) -> Result<Vec<Figure>> {
    let found = by_id(named(file)?);
    let (mut all, mut listed, mut cited) = (0, 0, 0);
    for article in rows::<Attributed>(file)? {
        let places = found.get(&article.id).map_or(&[][..], Vec::as_slice);
        for attribution in &article.attributions {
            let within = |p: &&Place| attribution.source.iter().any(|(s, e)| *s <= p.start && p.end <= *e);
            let inside: Vec<&Place> = places.iter().filter(within).collect();
            all += 1;
            listed += usize::from(!inside.is_empty());
            cited += usize::from(inside.iter().any(|p| p.text));
        }
    }
    let of = |name: &str, value| figure("polnear news sources", name, value, None);
    Ok(vec![
        of("sources that name a listed medium", listed as f64 / f64::max(all as f64, 1.0)),
        of("of those, found cited", cited as f64 / f64::max(listed as f64, 1.0)),
    ])
}

fn figure(data: &str, name: &str, value: f64, floor: Option<f64>) -> Figure {
    Figure { stage: "credits", data: data.into(), name: name.into(), value, floor }
}

fn agencies(file: &Path) -> Result<Vec<Figure>> {
    let found = by_id(named(file)?);
    let mut sum = Tally::default();
    for article in rows::<Article>(file)? {
        let places = found.get(&article.id).map_or(&[][..], Vec::as_slice);
        let one = mentions(places, &article.mentions);
        sum.right += one.right;
        sum.found += one.found;
        sum.gold += one.gold;
    }
    let of = |name: &str, value, floor| figure("impresso", name, value, floor);
    Ok(vec![
        of("agency mentions, F1", sum.f1(), Some(0.85)),
        of("agency mentions, precision", sum.precision(), None),
        of("agency mentions, recall", sum.recall(), None),
    ])
}

/// Mentions of one article against its labels.
fn mentions(found: &[Place], gold: &[Labelled]) -> Tally {
    let mut open: Vec<&Labelled> = gold.iter().filter(|g| !g.kind.ends_with("articleauthor")).collect();
    let all = open.len();
    let found: Vec<&Place> = found.iter().filter(|p| !p.outlet && p.stand != "named").collect();
    let mut right = 0;
    for place in &found {
        let is = |g: &&Labelled| meets(place, g.start, g.end) && is_of(&place.agency, &g.kind);
        if let Some(at) = open.iter().position(is) {
            open.swap_remove(at);
            right += 1;
        }
    }
    Tally { right, found: found.len(), gold: all }
}

/// Whether a place shares half of the shorter with another.
fn meets(place: &Place, start: usize, end: usize) -> bool {
    let shared = place.end.min(end).saturating_sub(place.start.max(start));
    2 * shared >= (place.end - place.start).min(end.saturating_sub(start)).max(1)
}

/// Whether an agency is the one of a label: `ATS-SDA`, `UP-UPI` name two forms of one.
fn is_of(name: &str, label: &str) -> bool {
    if label == "unk" {
        return true;
    }
    if label == "ag" {
        return name.is_empty();
    }
    let is = |form: &str| {
        agency::all().iter().any(|a| a.name == name && a.loose.contains(&form))
            || agency::of(form).is_some_and(|a| a.name == name)
    };
    is(label) || label.split('-').any(is)
}

fn real(file: &Path) -> Result<Vec<Figure>> {
    let found = by_id(named(file)?);
    let reports: Vec<Scraped> = rows(file)?;
    let places = |id: &str| found.get(id).map_or(&[][..], Vec::as_slice);
    let (mut told, mut placed, mut strict) = (Tally::default(), Tally::default(), Tally::default());
    for report in &reports {
        let texts: Vec<&Place> = places(&report.id).iter().filter(|p| p.text).collect();
        let gold: BTreeSet<&str> = report.credits.iter().map(|c| c.agency.as_str()).collect();
        told.gold += gold.len();
        told.right += gold.iter().filter(|g| texts.iter().any(|p| is_named(&p.agency, g))).count();
        for place in &texts {
            let at = |c: &&Credit| meets(place, c.start, c.end);
            let (text, picture) = (report.credits.iter().find(at), report.photo_credits.iter().find(at));
            placed.found += usize::from(text.or(picture).is_some());
            placed.right += usize::from(text.is_some());
        }
        let pictures: BTreeSet<&str> = report.photo_credits.iter().map(|c| c.agency.as_str()).collect();
        let names: BTreeSet<&str> = texts.iter().map(|p| p.agency.as_str()).collect();
        for name in names {
            let is = |set: &BTreeSet<&str>| set.iter().any(|g| is_named(name, g));
            strict.found += usize::from(is(&gold) || is(&pictures));
            strict.right += usize::from(is(&gold));
        }
    }
    let mut out = vec![
        figure("real", "credits of the text, recall", told.recall(), Some(0.95)),
        figure("real", "credits of the text, precision of places", placed.precision(), Some(0.97)),
        figure("real", "credits of the text, precision of report and agency", strict.precision(), None),
    ];
    out.extend(sample(&reports, &places)?);
    out.extend(stage(file, &reports)?);
    Ok(out)
}

/// The credits of whole reports, read from the raw text: of the labelled ones that are not the outlet's own, those found;
/// of those found that the labels know, those they have as the text's.
fn stage(file: &Path, gold: &[Scraped]) -> Result<Vec<Figure>> {
    let (mut told, mut judged) = (Tally::default(), Tally::default());
    for (report, gold) in read(&[file.to_path_buf()], Body::Found)?.iter().zip(gold) {
        let host = gold.publisher.split('/').next().unwrap_or("");
        let own = |name: &str| {
            agency::of_host(host).is_some_and(|a| is_named(a.name, name) || is_named(name, a.name))
        };
        let credits = report.report.credits.iter().filter_map(|c| agency::of(&c.name));
        let found: BTreeSet<&str> = credits.map(|a| a.name).filter(|n| !own(n)).collect();
        let of_story = gold.credits.iter().filter(|c| c.kind != "in_text" && !own(&c.agency));
        let wanted: BTreeSet<&str> = of_story.map(|c| c.agency.as_str()).collect();
        told.gold += wanted.len();
        told.right += wanted.iter().filter(|w| found.iter().any(|f| is_named(f, w))).count();
        for name in found {
            let is = |list: &[Credit]| list.iter().any(|c| is_named(name, &c.agency));
            let text = is(&gold.credits);
            judged.found += usize::from(text || is(&gold.photo_credits));
            judged.right += usize::from(text);
        }
    }
    Ok(vec![
        figure("real", "credits of reports, recall", told.recall(), Some(0.90)),
        figure("real", "credits of reports, precision", judged.precision(), Some(0.97)),
    ])
}

/// Whether a canonical name is the one of a label; a service of an outlet (`CNN Wire`) is that outlet's.
fn is_named(name: &str, label: &str) -> bool {
    let of = agency::of(label).map_or(label, |a| a.name);
    name == of || name.strip_prefix(of).is_some_and(|rest| rest.starts_with(' '))
}

/// The places read by hand.
fn sample<'a>(reports: &[Scraped], found: &dyn Fn(&str) -> &'a [Place]) -> Result<Vec<Figure>> {
    let (mut tally, mut agreed, mut all) = (Tally::default(), 0, 0);
    for line in include_str!("../../data/credits.tsv").lines().filter(|l| !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [id, start, end, label] = fields.as_slice() else {
            anyhow::bail!("a label of {} fields", fields.len())
        };
        let Some(report) = reports.iter().find(|r| r.id == *id) else { continue };
        let (start, end): (usize, usize) = (start.parse()?, end.parse()?);
        let is_text = found(id).iter().any(|p| p.text && meets(p, start, end));
        tally.found += usize::from(is_text);
        tally.gold += usize::from(*label == "text");
        tally.right += usize::from(is_text && *label == "text");
        let at = |c: &Credit| c.start < end && start < c.end;
        let silver = match (report.credits.iter().any(at), report.photo_credits.iter().any(at)) {
            (true, _) => "text",
            (_, true) => "photo",
            _ => "other",
        };
        all += 1;
        agreed += usize::from(silver == *label);
    }
    if all == 0 {
        return Ok(Vec::new());
    }
    let of = |name: &str, value, floor| figure("real, by hand", name, value, floor);
    Ok(vec![
        of(&format!("credits of the text, recall, {all} places"), tally.recall(), Some(0.95)),
        of(&format!("credits of the text, precision, {all} places"), tally.precision(), Some(0.97)),
        of("places where the labels of real agree with the reader", agreed as f64 / all as f64, None),
    ])
}

fn by_id(named: Vec<Named>) -> BTreeMap<String, Vec<Place>> {
    named.into_iter().map(|n| (n.id, n.mentions)).collect()
}

fn rows<T: for<'d> Deserialize<'d>>(file: &Path) -> Result<Vec<T>> {
    let lines = text(file)?;
    let lines = lines.lines().filter(|l| !l.trim().is_empty());
    lines.map(|l| serde_json::from_str(l).with_context(|| format!("no labels: {}", file.display()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_are_met_once_by_place_and_agency() {
        let place = |start, end, agency: &str| Place {
            start,
            end,
            agency: agency.to_owned(),
            outlet: false,
            stand: "dateline",
            text: true,
        };
        let gold = |start, end, kind: &str| Labelled { start, end, kind: kind.to_owned() };
        for (found, labels, right) in [
            (vec![place(0, 12, "Havas")], vec![gold(7, 12, "Havas")], 1),
            (vec![place(0, 3, "Keystone-SDA")], vec![gold(0, 3, "ATS-SDA")], 1),
            (vec![place(0, 5, "Agenzia Stefani")], vec![gold(0, 5, "Stefani")], 1),
            (vec![place(0, 3, "Associated Press")], vec![gold(0, 3, "AFP")], 0),
            (vec![place(0, 3, "Havas"), place(1, 4, "Havas")], vec![gold(0, 4, "Havas")], 1),
            (vec![place(0, 3, "Havas")], vec![gold(5, 9, "Havas")], 0),
            (vec![place(0, 3, "Havas")], vec![gold(0, 3, "unk")], 1),
            (vec![place(0, 2, "")], vec![gold(0, 2, "ag")], 1),
        ] {
            let want = Tally { right, found: found.len(), gold: labels.len() };
            assert_eq!(mentions(&found, &labels), want, "{found:?}");
        }
        assert_eq!(mentions(&[], &[gold(0, 4, "articleauthor")]), Tally::default());
    }

    #[test]
    fn every_place_read_by_hand_is_whole() {
        for line in include_str!("../../data/credits.tsv").lines().filter(|l| !l.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            assert!(fields.len() == 4 && ["text", "photo", "other"].contains(&fields[3]), "{line}");
        }
    }
}

//! The same page twice is one report, and so are its versions: what is left of a bucket of pages.

use super::columns::small;
use crate::id::{ADDRESS, Id, bucket_of};
use crate::rows::{Dated, Link, Paragraphs, Text, Whose};
use crate::tables::{Name, Report, Statement};
use crate::work::Desk;
use anyhow::Result;
use firsthand_core::story::copy::apart;
use firsthand_core::version;
use std::collections::{BTreeMap, BTreeSet};

/// The bucket that reports without any day have among those of days.
pub(super) const UNDATED: u32 = u32::MAX;

/// Folds one bucket.
pub(super) fn run(desk: &mut Desk<'_>) -> Result<()> {
    let bucket = desk.bucket()?;
    let mut pages: Vec<Text> = desk.rows("extract", "pages", bucket)?;
    desk.count("pages", pages.len());
    pages.sort_by(|a, b| (&a.input, a.ordinal).cmp(&(&b.input, b.ordinal)));
    let (pages, copies) = once(pages);
    desk.count("doubles", copies.values().map(|n| n - 1).sum());
    let chains = chains(&pages);
    let kept: BTreeSet<(Id, &str)> = pages.iter().map(|p| (p.id, p.location.as_str())).collect();
    tables(desk, bucket, &kept)?;
    let (mut reports, mut links) = (desk.table::<Report>("reports")?, desk.sheet::<Link>("links")?);
    let mut newest: Vec<&Text> = Vec::with_capacity(chains.len());
    for chain in &chains {
        let versions: Vec<&Text> = chain.iter().filter_map(|n| pages.get(*n)).collect();
        let Some(last) = versions.last() else { continue };
        newest.push(last);
        for (n, text) in versions.iter().enumerate() {
            links.add(0, link(last.id, text, n))?;
            reports.add(0, report(text, (n, versions.len()), last.id, copies.get(&text.id).copied()))?;
            desk.count("versions", 1);
        }
    }
    desk.keep(reports.close()?);
    desk.keep(links.close()?);
    newest.sort_by_key(|t| t.id);
    desk.count("reports", newest.len());
    forward(desk, &newest)
}

/// Each report once, and how many pages it was: of pages with the same number that stands for it which `version::fold` would call
/// the newest.
fn once(pages: Vec<Text>) -> (Vec<Text>, BTreeMap<Id, usize>) {
    let mut copies: BTreeMap<Id, usize> = BTreeMap::new();
    let mut newest: BTreeMap<Id, usize> = BTreeMap::new();
    for (n, page) in pages.iter().enumerate() {
        *copies.entry(page.id).or_default() += 1;
        let at = newest.entry(page.id).or_insert(n);
        let age = |n: usize| {
            pages.get(n).map(|p| (p.updated.as_ref().or(p.published.as_ref()), &p.crawled, &p.location))
        };
        if age(n) > age(*at) {
            *at = n;
        }
    }
    let kept: BTreeSet<usize> = newest.into_values().collect();
    let pages = pages.into_iter().enumerate().filter(|(n, _)| kept.contains(n)).map(|(_, p)| p).collect();
    (pages, copies)
}

/// The versions of each report, oldest first, by their places among the pages.
fn chains(pages: &[Text]) -> Vec<Vec<usize>> {
    // Most pages are the only one of their address and need not be unpacked.
    let mut by_address: BTreeMap<[u8; ADDRESS], Vec<usize>> = BTreeMap::new();
    for (n, page) in pages.iter().enumerate() {
        by_address.entry(page.id.address()).or_default().push(n);
    }
    let mut chains: Vec<Vec<usize>> = Vec::with_capacity(pages.len());
    for places in by_address.into_values() {
        if places.len() == 1 {
            chains.push(places);
            continue;
        }
        let of = |n: &usize| pages.get(*n).map(|page| (page.location.as_str(), *n));
        let by_location: BTreeMap<&str, usize> = places.iter().filter_map(of).collect();
        let folded =
            version::fold(places.iter().filter_map(|n| pages.get(*n)).map(Text::annotated).collect());
        for (newest, earlier) in folded.reports.iter().zip(&folded.earlier) {
            let all = earlier.iter().map(|v| &v.report).chain([newest]);
            chains.push(all.filter_map(|v| by_location.get(v.report.location.as_str()).copied()).collect());
        }
    }
    chains.sort_unstable_by_key(|chain| chain.last().copied());
    chains
}

/// Statements and names of the pages that are kept.
fn tables(desk: &mut Desk<'_>, bucket: u32, kept: &BTreeSet<(Id, &str)>) -> Result<()> {
    let mut statements = desk.table::<Statement>("statements")?;
    let mut count = 0;
    desk.each("extract", "statements", bucket, |(whose, row): (Whose, Statement)| {
        if !kept.contains(&(whose.id, whose.at.as_str())) {
            return Ok(());
        }
        count += 1;
        statements.add(0, row)
    })?;
    desk.count("statements", count);
    desk.keep(statements.close()?);
    let mut names = desk.table::<Name>("names")?;
    desk.each("extract", "names", bucket, |(whose, row): (Whose, Name)| {
        if kept.contains(&(whose.id, whose.at.as_str())) { names.add(0, row) } else { Ok(()) }
    })?;
    desk.keep(names.close()?);
    Ok(())
}

/// The newest versions, for the stages that compare them.
fn forward(desk: &mut Desk<'_>, newest: &[&Text]) -> Result<()> {
    let buckets = desk.settings().buckets;
    let (mut texts, mut dated) = (desk.sheet::<Text>("texts")?, desk.sheet::<Dated>("dated")?);
    let mut paragraphs = desk.sheet::<Paragraphs>("paragraphs")?;
    for text in newest {
        let day = text.day.and_then(|d| u32::try_from(d).ok());
        desk.count(day.map_or_else(|| "undated".to_owned(), |d| format!("day {d:07}")), 1);
        desk.count("dated", usize::from(day.is_some()));
        let Text { id, location, sketch, .. } = (*text).clone();
        dated
            .add(day.unwrap_or(UNDATED), Dated { id, location, day: text.day.filter(|d| *d >= 0), sketch })?;
        if let (Some(outlet), Some(all)) = (&text.outlet, apart::printed(&text.annotated())) {
            let words = all.iter().map(|(_, words)| u32::try_from(*words).unwrap_or(u32::MAX)).collect();
            let numbers = all.into_iter().map(|(number, _)| number).collect();
            paragraphs.add(bucket_of(outlet, buckets), Paragraphs { id, numbers, words })?;
            desk.count("printed", 1);
        }
        texts.add(0, (*text).clone())?;
    }
    desk.keep(texts.close()?);
    desk.keep(dated.close()?);
    desk.keep(paragraphs.close()?);
    Ok(())
}

fn link(newest: Id, text: &Text, n: usize) -> Link {
    let version = u32::try_from(n).unwrap_or(u32::MAX);
    Link { newest, id: text.id, location: text.location.clone(), version }
}

fn report(text: &Text, (n, of): (usize, usize), newest: Id, copies: Option<usize>) -> Report {
    Report {
        report: text.id.to_string(),
        newest: newest.to_string(),
        version: small(n + 1),
        versions: small(of),
        copies: small(copies.unwrap_or(1)),
        location: text.location.clone(),
        url: text.url.clone(),
        outlet: text.outlet.clone(),
        title: text.title(),
        byline: text.byline.clone(),
        published: text.published.clone(),
        updated: text.updated.clone(),
        crawled: text.crawled.clone(),
        language: text.language.clone(),
        statements: i32::try_from(text.statements).unwrap_or(i32::MAX),
        body: text.body(),
    }
}

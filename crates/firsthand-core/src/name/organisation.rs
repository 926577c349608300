//! When do two names of bodies name one body?

use super::bundle::Bundles;
use super::join::{Ground, pairs, spellings};
use super::list;
use super::strand::Strand;
use super::transliterate::distance;
use firsthand_text::language::{NameKind, country};
use std::collections::{BTreeMap, BTreeSet};

/// Words that do not tell one body from another of the same country.
const SMALL: &[&str] = &["of", "the", "for", "and", "in", "on", "based", "to"];

/// Joins names of bodies.
pub(super) fn join(ground: &Ground<'_>, bundles: &mut Bundles<'_>) {
    let strands = bundles.strands;
    let cores: Vec<Option<Core>> = strands.iter().map(core).collect();
    let fit = spellings(strands, |s| matches!(s.kind, NameKind::Organisation | NameKind::Other));
    // Countries that have an office of the same words: one without a country can only be theirs if there is one.
    let mut owners: BTreeMap<&BTreeSet<String>, BTreeSet<&str>> = BTreeMap::new();
    for core in cores.iter().flatten() {
        owners.entry(&core.bag).or_default().extend(core.country);
    }
    for (i, j) in pairs(&fit) {
        let (Some(a), Some(b)) = (&cores[i], &cores[j]) else { continue };
        let many = owners.get(&a.bag).is_some_and(|o| o.len() > 1);
        if a.bag == b.bag && many && (a.country.is_none() || b.country.is_none()) {
            continue;
        }
        if bundles.of(i) == bundles.of(j) {
            continue;
        }
        let Some((rule, why)) = same(a, b, &strands[i], &strands[j]) else { continue };
        let because = format!("“{}” and “{}” {why}", strands[i].text, strands[j].text);
        bundles.join(i, j, || ground.reason(rule, because, &strands[i], &strands[j]));
    }
    suffixes(ground, bundles, &cores);
    offices_by_their_matter(ground, bundles);
}

/// What tells a body from others.
struct Core {
    /// Its words in order, country and small words left out.
    words: Vec<String>,
    /// The same as a set, words for one kind of office made one.
    bag: BTreeSet<String>,
    country: Option<&'static str>,
    /// Words of a place that is no country, at the head: `Gaza`.
    place: Option<String>,
}

fn core(s: &Strand) -> Option<Core> {
    if !matches!(s.kind, NameKind::Organisation | NameKind::Other) {
        return None;
    }
    let pieces: Vec<&str> = s.text.split_whitespace().collect();
    let mut skip = 0;
    let mut of = s.country;
    for n in (1..=3.min(pieces.len().saturating_sub(1))).rev() {
        let head = pieces[..n].join(" ");
        let head = super::spelling::without_possessive(&head).trim_end_matches("-based").to_owned();
        if let Some(found) = country::of(&head) {
            (skip, of) = (n, Some(found.code));
            break;
        }
    }
    let words: Vec<String> = pieces[skip..]
        .iter()
        .flat_map(|w| super::spelling::parts(w))
        .filter(|w| !SMALL.contains(&w.as_str()))
        .collect();
    if words.is_empty() {
        return None;
    }
    let place = (skip > 0).then(|| super::spelling::plain(pieces[0]));
    let bag = words.iter().map(|w| office_word(w)).collect();
    Some(Core { words, bag, country: of, place })
}

/// Words for one thing in names of offices.
fn office_word(word: &str) -> String {
    match word {
        "ministry" | "department" | "dept" => "ministry".to_owned(),
        "defense" => "defence".to_owned(),
        "affairs" | "center" => "centre".to_owned(),
        "organization" => "organisation".to_owned(),
        "labor" => "labour".to_owned(),
        _ => word.strip_suffix('s').filter(|w| w.len() > 3 && !w.ends_with('s')).unwrap_or(word).to_owned(),
    }
}

fn same(a: &Core, b: &Core, x: &Strand, y: &Strand) -> Option<(&'static str, &'static str)> {
    if a.country.zip(b.country).is_some_and(|(p, q)| p != q)
        || a.place.as_ref().zip(b.place.as_ref()).is_some_and(|(p, q)| p != q && a.country != b.country)
    {
        return None;
    }
    if a.bag == b.bag && a.bag.len() > 1 {
        return Some(("same words", "have the same words"));
    }
    if a.words == b.words
        && a.words[0].len() > 2
        && (a.country.is_some() || b.country.is_some())
        && x.kind == y.kind
    {
        return Some(("same words", "have the same words but for the country"));
    }
    let (long, short) = if a.words.len() >= b.words.len() { (a, b) } else { (b, a) };
    if long.words.len() > short.words.len() && long.words.starts_with(&short.words) && x.kind == y.kind {
        let tail = &long.words[short.words.len()..];
        let own = short.words.concat();
        let generic = tail.iter().all(|w| list::is_body_noun(w) || list::is_before_noun(w))
            || (tail == ["department"] && short.words.len() > 1);
        let empty = short.words.iter().all(|w| list::is_body_mark(w) || list::is_before_noun(w));
        if generic && own.len() > 2 && !empty && country::of(&own).is_none() {
            return Some(("added noun", "differ by a noun that says what it is"));
        }
    }
    if a.words.len() == b.words.len() && a.words.len() >= 3 && misspelt(&a.words, &b.words) {
        return Some(("misspelt word", "differ by slips of the pen"));
    }
    let (p, q) = (site(x)?, site(y)?);
    let alike = p == q || (p.len().min(q.len()) >= 6 && distance(&p, &q) == 1);
    alike.then_some(("outlet and site", "are the name of an outlet and of its site"))
}

/// Whether all words are alike but for slips in long ones.
fn misspelt(a: &[String], b: &[String]) -> bool {
    a.iter().zip(b).all(|(x, y)| x == y || (x.len().min(y.len()) >= 7 && distance(x, y) <= 2))
}

/// The bare name of an outlet that is written as a site or as a news network: `molenews.info`, `Mole News Network`.
fn site(s: &Strand) -> Option<String> {
    let text = s.text.to_lowercase();
    let host = text.strip_prefix("www.").unwrap_or(&text);
    if let Some((name, end)) = host.rsplit_once('.')
        && matches!(end, "com" | "info" | "net" | "org" | "news" | "co" | "tv")
    {
        return Some(name.replace('.', "")).filter(|n| n.len() >= 4);
    }
    for tail in [" news network", " network", " news agency", " news", " online"] {
        if let Some(name) = text.strip_suffix(tail) {
            return Some(super::spelling::key(name)).filter(|n| n.len() >= 4 && country::of(name).is_none());
        }
    }
    None
}

/// The last words of one longer name, where no other ends so: `State Police` of `Mole State Police`.
fn suffixes(ground: &Ground<'_>, bundles: &mut Bundles<'_>, cores: &[Option<Core>]) {
    let strands = bundles.strands;
    for (i, short) in cores.iter().enumerate() {
        let Some(short) = short.as_ref().filter(|c| c.words.len() > 1) else { continue };
        let mut fit: Vec<usize> = Vec::new();
        let mut here = false;
        for (j, long) in cores.iter().enumerate() {
            let Some(long) = long.as_ref().filter(|c| c.words.len() > short.words.len()) else { continue };
            let apart = long.country.zip(short.country).is_some_and(|(a, b)| a != b);
            if !apart
                && long.words.ends_with(&short.words)
                && list::is_body_mark(short.words.last().map_or("", String::as_str))
            {
                here |= strands[j].report == strands[i].report;
                if !fit.contains(&bundles.of(j)) {
                    fit.push(bundles.of(j));
                }
            }
        }
        if let ([b], true) = (&fit[..], here) {
            let because =
                format!("“{}” ends the longer name “{}” and no other", strands[i].text, strands[*b].text);
            bundles.join(*b, i, || ground.reason("end of a longer name", because, &strands[*b], &strands[i]));
        }
    }
}

/// `Commerce` for the Department of Commerce, in a report that names the department or its head.
fn offices_by_their_matter(ground: &Ground<'_>, bundles: &mut Bundles<'_>) {
    let strands = bundles.strands;
    let may_be =
        |s: &Strand| matches!(s.kind, NameKind::Organisation | NameKind::Other) && s.parts.len() == 1;
    for i in spellings(strands, may_be) {
        let s = &strands[i];
        let fit: Vec<usize> = (0..strands.len())
            .filter(|&j| {
                let p = &strands[j].parts;
                let head = |w: &str| matches!(w, "department" | "ministry");
                strands[j].kind == NameKind::Organisation
                    && p.contains(&s.key)
                    && p.iter().any(|w| head(w))
                    && p.iter().all(|w| {
                        head(w) || *w == s.key || SMALL.contains(&w.as_str()) || country::of(w).is_some()
                    })
            })
            .collect();
        let mut of: Vec<usize> = fit.iter().map(|&j| bundles.of(j)).collect();
        of.sort_unstable();
        of.dedup();
        if let [b] = of[..] {
            let because = format!("“{}” is the matter of “{}”", s.text, strands[b].text);
            bundles.join(b, i, || ground.reason("matter of an office", because, &strands[b], s));
        }
    }
}

//! Who wrote an HTML page's report, by its markup: persons, agencies, and the desks and bodies that sign it.

use super::super::line::{fold, is_capitalised, words};
use super::super::{agency, byline, outlet as printed};
use super::outlet::{agrees, host_of, site_names};
use crate::Span;
use crate::page::{Fact, Page};
use agency::AgencyKind;

/// Who signs a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in super::super) struct Signed {
    /// Persons.
    pub(in super::super) people: Vec<String>,
    /// News agencies, as written.
    pub(in super::super) media: Vec<String>,
    /// Desks, outlets and other bodies.
    pub(in super::super) desks: Vec<String>,
}

impl Signed {
    fn join(&mut self, other: Signed) {
        for (list, names) in
            [(&mut self.people, other.people), (&mut self.media, other.media), (&mut self.desks, other.desks)]
        {
            names.iter().for_each(|n| push(list, n));
        }
    }
}

/// The authors the markup names, from the best place that names any. Where that place has no person but the outlet, and
/// elements around the story (`near`, in bytes of the page) are marked as naming one, it is that person.
pub(in super::super) fn authors(page: &Page, near: &[Span]) -> Signed {
    const PLACES: [&[(&str, &str)]; 9] = [
        &[("json-ld", "author"), ("json-ld", "author:organization")],
        &[("meta", "parsely-author")],
        &[("meta", "sailthru.author")],
        &[("meta", "author")],
        &[("meta", "article:author")],
        &[("meta", "dc.creator")],
        &[("meta", "dcterms.creator")],
        &[("meta", "cxenseparse:author")],
        &[("feed", "author"), ("jsonl", "author")],
    ];
    let sites: Vec<String> = site_names(page).into_iter().map(fold).collect();
    let host = host_of(page).unwrap_or_default();
    let is_site = |name: &str| sites.contains(&fold(name)) || agrees(name, &host);
    let read = |facts: &mut dyn Iterator<Item = &Fact>| {
        let mut signed = Signed::default();
        facts.for_each(|f| add(&mut signed, f, &sites));
        signed
    };
    let mut stated = Signed::default();
    for keys in PLACES {
        let found = read(&mut super::values(page, keys));
        let is_found = !found.people.is_empty() || !found.media.is_empty();
        stated.join(found);
        if is_found {
            break;
        }
    }
    // Beside persons the outlet itself says nothing.
    if !stated.people.is_empty() {
        stated.desks.retain(|d| !is_site(d));
    }
    if !stated.people.is_empty() || !stated.media.is_empty() {
        return stated;
    }
    let is_near = |f: &&Fact| f.page.is_some_and(|p| near.iter().any(|n| n.holds(p)));
    for keys in [&["rel"][..], &["itemprop"], &["class", "address"]] {
        let is_marked = |f: &&Fact| f.place == "author" && keys.contains(&f.key.as_str());
        let found = read(&mut page.facts.iter().filter(is_marked).filter(is_near).take(12));
        if !found.people.is_empty() || !found.media.is_empty() {
            return found;
        }
    }
    stated
}

/// Reads one value: mostly one name, often with a desk or a place, at times a list.
fn add(signed: &mut Signed, fact: &Fact, sites: &[String]) {
    let marked = fact.place == "author";
    let value = without_opening(fact.value.trim());
    let is_address = value.starts_with("http") || value.contains('@') || value.contains("://");
    if value.is_empty() || is_address || words(value) > 30 || !value.contains(char::is_alphabetic) {
        return;
    }
    let is_site = |name: &str| sites.contains(&fold(name));
    if is_site(value) {
        return push(&mut signed.desks, value);
    }
    if let Some(known) = agency::of(value) {
        let list = if known.kind == AgencyKind::Agency { &mut signed.media } else { &mut signed.desks };
        return push(list, value);
    }
    let mut first = true;
    for part in parts(value) {
        let (part, bracket) = without_bracket(part);
        if let Some(agency) = bracket.filter(|b| agency::agency(b).is_some()) {
            push(&mut signed.media, agency);
        }
        let part = without_role(part);
        let (part, agency) = without_agency(part);
        if let Some(agency) = agency {
            push(&mut signed.media, agency);
        }
        let is_whole = words(part) >= words(value);
        match () {
            () if part.is_empty() => continue,
            () if agency::agency(part).is_some() => push(&mut signed.media, part),
            () if is_site(part) || agency::of(part).is_some() => push(&mut signed.desks, part),
            () if byline::is_role(part) => {
                if is_whole && !marked {
                    push(&mut signed.desks, part);
                }
            }
            () if fact.key == "author:organization" || is_body(part) => {
                if first && !marked {
                    push(&mut signed.desks, part);
                }
            }
            // `Emily Post` is a person where the page says so, and only at the head of a list.
            () if printed::is_outlet(part) && (marked || !first || part.starts_with("The ")) => {
                push(&mut signed.desks, part);
            }
            () if byline::is_person(part) => push(&mut signed.people, part),
            () if first && !marked && is_lone(part) => push(&mut signed.people, part),
            () => {}
        }
        first = false;
    }
}

fn push(list: &mut Vec<String>, name: &str) {
    if !list.iter().any(|n| fold(n) == fold(name)) {
        list.push(name.to_owned());
    }
}

/// Without `By` and stray marks in front.
fn without_opening(value: &str) -> &str {
    let value = value.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    let opening = byline::OPENINGS.iter().find(|o| {
        let head = value.get(..o.len());
        head.is_some_and(|h| h.eq_ignore_ascii_case(o))
    });
    opening.and_then(|o| value.get(o.len()..)).unwrap_or(value).trim()
}

/// The names of a list.
fn parts(value: &str) -> Vec<&str> {
    /// What joins two names, in the languages of the larger wire services.
    const JOINTS: [&str; 10] =
        [" and ", " und ", " et ", " og ", " och ", " en ", " e ", " y ", " with ", " & "];
    let mut parts = vec![value];
    for joint in JOINTS {
        parts = parts.into_iter().flat_map(|p| split(p, joint)).collect();
    }
    let is_mark = |c: char| matches!(c, ',' | ';' | '|' | '/' | '•' | '·' | '、' | '，');
    parts.into_iter().flat_map(|p| p.split(is_mark)).map(|p| p.trim().trim_end_matches('.').trim()).collect()
}

/// Parts a list at a joint, unless what stands beside it is no name.
fn split<'v>(value: &'v str, joint: &str) -> Vec<&'v str> {
    let parts: Vec<&str> = value.split(joint).collect();
    let is_name = |p: &&str| p.split_whitespace().next().is_some_and(is_capitalised);
    if parts.iter().all(is_name) && parts.len() > 1 && !is_body(value) { parts } else { vec![value] }
}

/// `Ada Vale (ava)`: a name and what stands in brackets behind it.
fn without_bracket(part: &str) -> (&str, Option<&str>) {
    match part.split_once('(') {
        Some((name, rest)) if !name.trim().is_empty() => (name.trim(), rest.split(')').next().map(str::trim)),
        _ => (part, None),
    }
}

/// `Ada Vale The Associated Press`: a person and the agency behind the name.
fn without_agency(part: &str) -> (&str, Option<&str>) {
    let cuts = part.match_indices(' ').map(|(at, _)| at);
    let found = cuts.filter_map(|at| Some((part.get(..at)?, part.get(at + 1..)?)));
    let mut found = found.filter(|(name, tail)| {
        words(name) >= 2 && agency::agency(tail).is_some() && !is_body(name) && byline::is_person(name)
    });
    found.next().map_or((part, None), |(name, tail)| (name, Some(tail)))
}

/// `Ada Vale in Vik`, `김하늘 기자`: without place and office.
fn without_role(part: &str) -> &str {
    let head = [" in ", " for "]
        .iter()
        .filter_map(|p| part.split_once(*p))
        .map(|(head, _)| head)
        .min_by_key(|h| h.len());
    let part = head.filter(|h| !is_body(h)).unwrap_or(part);
    ["기자", "記者", "记者", "특파원"].iter().find_map(|r| part.strip_suffix(r)).unwrap_or(part).trim()
}

/// A name that is none of a person: `Institute of Ponds`.
fn is_body(name: &str) -> bool {
    const WORDS: [&str; 28] = [
        "institute",
        "university",
        "universität",
        "université",
        "universidad",
        "college",
        "school",
        "academy",
        "center",
        "centre",
        "council",
        "ministry",
        "department",
        "association",
        "foundation",
        "society",
        "organization",
        "organisation",
        "company",
        "inc",
        "ltd",
        "llc",
        "gmbh",
        "group",
        "media",
        "magazine",
        "online",
        "network",
    ];
    fold(name).split(' ').any(|w| WORDS.contains(&w.trim_end_matches(['.', ','])))
}

/// A name of one to four words that is no word for anybody: pen names, names without capitals in their script.
fn is_lone(part: &str) -> bool {
    const NOBODY: [&str; 10] = [
        "admin",
        "administrator",
        "news",
        "nachrichten",
        "web",
        "guest",
        "user",
        "author",
        "anonymous",
        "unknown",
    ];
    words(part) <= 4
        && !part.contains(|c: char| c.is_ascii_digit() || matches!(c, '_' | '=' | '{' | '<'))
        && !printed::is_outlet(part)
        && part.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase())
        && !NOBODY.contains(&fold(part).as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::page;

    #[test]
    fn names_are_sorted_into_persons_agencies_and_desks() {
        let ld = |author: &str| {
            format!(
                "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"author\":{author}}}</script>"
            )
        };
        let person = |name: &str| ld(&format!("{{\"@type\":\"Person\",\"name\":\"{name}\"}}"));
        for (head, people, media, desks) in [
            (ld("\"Ada Vale\""), &["Ada Vale"][..], &[][..], &[][..]),
            (
                ld("[{\"name\":\"Ada Vale\"},{\"name\":[\"Nils Holm\"]}]"),
                &["Ada Vale", "Nils Holm"],
                &[],
                &[],
            ),
            (person("Ada Vale og Nils Holm"), &["Ada Vale", "Nils Holm"], &[], &[]),
            (person("Ada Vale (ava)"), &["Ada Vale"], &[], &[]),
            (person("Ada Vale (AFP)"), &["Ada Vale"], &["AFP"], &[]),
            (person("By Ada Vale, Harbour Reporter"), &["Ada Vale"], &[], &[]),
            (person("Ada Vale The Associated Press"), &["Ada Vale"], &["The Associated Press"], &[]),
            (person("Reuters"), &[], &["Reuters"], &[]),
            (person("Ada Vale, The Lund Journal"), &["Ada Vale"], &[], &["The Lund Journal"]),
            (person("VikPost"), &["VikPost"], &[], &[]),
            (person("Vik Post"), &[], &[], &["Vik Post"]),
            (person("Vik Lifestyle Desk"), &[], &[], &["Vik Lifestyle Desk"]),
            (ld("{\"@type\":\"Organization\",\"name\":\"Pond Watch\"}"), &[], &[], &["Pond Watch"]),
            (person("Institute for Ponds"), &[], &[], &["Institute for Ponds"]),
            (person("김하늘 기자"), &["김하늘"], &[], &[]),
            (person("admin"), &[], &[], &[]),
            (person("https://vikpost.example/ada"), &[], &[], &[]),
            (
                "<meta name=author content='Ada Vale und Nils Holm, Vik'>".to_owned(),
                &["Ada Vale", "Nils Holm"],
                &[],
                &[],
            ),
            ("<meta name=author content='desk@vikpost.example'>".to_owned(), &[], &[], &[]),
        ] {
            let html =
                format!("<!doctype html><meta property=og:site_name content='Vik Post'>{head}<p>Text.");
            let found = authors(&page("a", html.as_bytes()), &[]);
            assert_eq!(
                (found.people, found.media, found.desks),
                (owned(people), owned(media), owned(desks)),
                "{head}"
            );
        }
    }

    #[test]
    fn marked_elements_name_authors_where_the_head_does_not() {
        for (body, people) in [
            ("<p class=story-byline>By <b>Ada Vale</b> <time>today</time></p>", &["Ada Vale"][..]),
            (
                "<a rel=author href=/ada>Ada Vale</a> and <a rel=author href=/nils>Nils Holm</a>",
                &["Ada Vale", "Nils Holm"],
            ),
            ("<a href='/author/ada-vale/'> Ada Vale </a> - today", &["Ada Vale"]),
            ("<a href='/author/ada-vale/'>More from us</a>", &[]),
            ("<div itemprop=author><i itemprop=name>Ada Vale</i> writes of ponds</div>", &["Ada Vale"]),
            ("<div class=author-bio>Ada Vale</div>", &[]),
            ("<div class=author>Vik Post</div>", &[]),
        ] {
            let html =
                format!("<!doctype html><meta property=og:site_name content='Vik Post'>{body}<p>Text.");
            let near = [Span::new(0, html.len())];
            assert_eq!(authors(&page("a", html.as_bytes()), &near).people, owned(people), "{body}");
            assert_eq!(authors(&page("a", html.as_bytes()), &[]).people, owned(&[]), "{body}");
        }
    }

    fn owned(names: &[&str]) -> Vec<String> {
        names.iter().map(|n| (*n).to_owned()).collect()
    }
}

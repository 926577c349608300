//! Which outlet an HTML page is of: the names its markup states, held against the name of its host.

use super::super::given;
use super::super::line::{fold, is_capitals, words};
use super::super::{agency, outlet as printed};
use super::{address, host, values};
use crate::page::Page;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Names of the site as stated, best first.
pub(super) fn site_names(page: &Page) -> Vec<&str> {
    const KEYS: [(&str, &str); 10] = [
        ("json-ld", "publisher"),
        ("meta", "og:site_name"),
        ("json-ld", "WebSite.name"),
        ("meta", "application-name"),
        ("meta", "apple-mobile-web-app-title"),
        ("meta", "twitter:app:name:iphone"),
        ("meta", "dc.publisher"),
        ("meta", "publisher"),
        ("meta", "cre"),
        ("json-ld", "WebPage.publisher"),
    ];
    values(page, &KEYS)
        .map(|f| f.value.as_str())
        .filter(|v| !v.starts_with("http") && !v.contains('@') && (1..=12).contains(&words(v)))
        .collect()
}

/// The host of the page's address, without `www.`.
pub(super) fn host_of(page: &Page) -> Option<String> {
    let host = host(&address(page)?)?;
    Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
}

/// The outlet: the known one of this host, or the first stated name that agrees with the host, or the first stated name,
/// or the host.
pub(in super::super) fn outlet(page: &Page) -> Option<String> {
    let host = host_of(page);
    let host = host.as_deref().unwrap_or("");
    if let Some(known) = agency::of_host(host) {
        // A full name is kept as stated: `Sunday Post` is not `Daily Post`. Short forms and hosts give way to the list's.
        let is_full = |n: &&&str| {
            words(n) >= 2
                && !n.contains('.')
                && !n.split_whitespace().any(is_capitals)
                && agency::of(n).is_some_and(|a| a.name == known.name)
        };
        let stated = site_names(page);
        let name = stated.iter().find(is_full).copied();
        return Some(name.unwrap_or(known.name).to_owned());
    }
    if let Some(name) = known_host(host) {
        return Some(name.to_owned());
    }
    let title = page.facts.iter().find(|f| f.place == "title").map(|f| f.value.as_str());
    let suffix = title.and_then(|t| suffix(t, host));
    let stated = site_names(page);
    if stated.is_empty()
        && let Some(name) = given::outlet(page)
    {
        return Some(name);
    }
    let names: Vec<&str> = stated.iter().copied().flat_map(|n| pieces(n, host)).chain(suffix).collect();
    let agree: Vec<&str> = names.iter().copied().filter(|n| agrees(n, host) && !is_company(n)).collect();
    // Short forms (`LVG`) give way to the name they are short for.
    let is_short = |n: &&&str| n.chars().count() <= 4 && is_capitals(n);
    let best = agree.iter().find(|n| !is_short(n)).or(agree.first());
    let best = best.or_else(|| names.iter().find(|n| !is_company(n))).or(names.first());
    match best {
        Some(name) => Some(printed::canonical(without_company(name))),
        None => host.contains('.').then(|| host.to_owned()),
    }
}

/// The outlet of a host that `data/outlets.tsv` lists: those whose sites name themselves in another script, by initials or
/// by their host alone.
fn known_host(host: &str) -> Option<&'static str> {
    let mut rest = host;
    loop {
        if let Some(name) = BY_HOST.get(rest) {
            return Some(name);
        }
        rest = rest.split_once('.')?.1;
    }
}

static BY_HOST: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/outlets.tsv").lines().filter(|l| !l.starts_with('#'));
    let named = lines.filter_map(|l| l.split_once('\t'));
    named.flat_map(|(name, hosts)| hosts.split('|').map(move |h| (h, name))).collect()
});

/// What stands behind the last bar or dash of a title, where it agrees with the host.
fn suffix<'t>(title: &'t str, host: &str) -> Option<&'t str> {
    let tail = title.rsplit([' ', '|', '｜', '：']).next()?;
    let marks = [" | ", " - ", " – ", " — ", "｜", "：", "|"];
    let after =
        marks.iter().filter_map(|m| title.rsplit_once(m).map(|(_, t)| t.trim())).min_by_key(|t| t.len());
    let tail = after.unwrap_or(tail);
    (words(tail) <= 6 && agrees(tail, host)).then_some(tail)
}

/// A stated name, or the piece of it that names the outlet: `Vik Post - Vik Verlag GmbH`, `Vik Post | News from Vik`.
fn pieces<'n>(name: &'n str, host: &str) -> Option<&'n str> {
    for mark in [" - ", " – ", " — ", " | ", ": "] {
        let parts: Vec<&str> = name.split(mark).map(str::trim).filter(|p| !p.is_empty()).collect();
        if parts.len() > 1 {
            let agreeing = parts.iter().find(|p| agrees(p, host)).copied();
            return agreeing
                .or_else(|| parts.iter().find(|p| !is_company(p)).copied().filter(|p| words(p) <= 5));
        }
    }
    (words(name) <= 8).then_some(name)
}

/// Whether a name is the one the host is made of: `The Lund Observer` and lundobserver.example, or its initials.
pub(super) fn agrees(name: &str, host: &str) -> bool {
    let name = squashed(name);
    let initials: String = name.1;
    let name = name.0.strip_prefix("the").filter(|n| n.len() >= 4).unwrap_or(&name.0);
    if name.len() < 2 {
        return false;
    }
    labels(host).any(|label| {
        let label = squashed(label).0;
        let label = label.strip_prefix("the").filter(|n| n.len() >= 4).unwrap_or(&label);
        label == name
            || label.len() >= 4 && name.contains(label)
            || name.len() >= 4 && label.contains(name)
            || label.len() >= 2 && initials == label
    })
}

/// The parts of a host that can name an outlet: not its top level, nor `co` in `co.uk`.
fn labels(host: &str) -> impl Iterator<Item = &str> {
    const GENERAL: [&str; 12] =
        ["www", "co", "com", "org", "net", "gov", "edu", "ac", "or", "ne", "news", "m"];
    let top = host.rsplit('.').next().unwrap_or("");
    host.split('.').filter(move |l| !l.is_empty() && *l != top && !GENERAL.contains(l))
}

/// Letters and digits alone, small and without accents; and the initials of the words.
fn squashed(name: &str) -> (String, String) {
    let plain = |c: char| match c {
        'à'..='ã' | 'å' => "a",
        'ä' | 'æ' => "ae",
        'ç' | 'č' | 'ć' => "c",
        'è'..='ë' | 'ę' | 'ě' => "e",
        'ì'..='ï' | 'ı' => "i",
        'ñ' | 'ń' => "n",
        'ò'..='õ' | 'ø' | 'ö' | 'ő' => "o",
        'ù'..='ü' | 'ů' => "u",
        'ß' => "ss",
        'ş' | 'š' | 'ś' => "s",
        'ž' | 'ż' | 'ź' => "z",
        'ý' => "y",
        'ł' => "l",
        'ð' => "d",
        'þ' => "th",
        _ => "",
    };
    let (mut all, mut initials) = (String::new(), String::new());
    for word in name.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        let from = all.len();
        for c in word.chars() {
            match plain(c) {
                "" => all.push(c),
                p => all.push_str(p),
            }
        }
        initials.extend(all.get(from..).and_then(|w| w.chars().next()));
    }
    (all, initials)
}

/// What the names of companies end with, folded.
const COMPANIES: [&str; 26] = [
    "gmbh",
    "ag",
    "kg",
    "a/s",
    "as",
    "ltd",
    "limited",
    "inc",
    "llc",
    "plc",
    "s.a",
    "sa",
    "s.p.a",
    "spa",
    "s.r.l",
    "s.r.o",
    "b.v",
    "bv",
    "n.v",
    "oy",
    "ab",
    "co",
    "corp",
    "corporation",
    "pty",
    "pvt",
];

fn is_company(name: &str) -> bool {
    without_company(name).len() < name.trim().len()
}

/// A name without `GmbH & Co. KG`, `Ltd.` and the like behind it.
fn without_company(name: &str) -> &str {
    let mut name = name.trim();
    while let Some((rest, last)) = name.rsplit_once(' ') {
        let last = fold(last);
        if !(COMPANIES.contains(&last.as_str()) || last.is_empty() && rest.contains(' ')) {
            break;
        }
        name = rest.trim_end_matches([',', ' ']);
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::page;

    #[test]
    fn names_are_held_against_the_host() {
        for (name, host, want) in [
            ("The Lund Observer", "lundobserver.example", true),
            ("Lund Observer Online", "lundobserver.co.example", true),
            ("Öst-Lunds Tidning", "ostlundstidning.example", true),
            ("Neue Lunder Zeitung", "nlz.example", true),
            ("Ripples and reeds", "lundobserver.example", false),
            ("Lund Media Ltd", "www.vikpost.example", false),
            ("News", "news.vikpost.example", false),
        ] {
            assert_eq!(agrees(name, host), want, "{name} {host}");
        }
    }

    #[test]
    fn every_line_of_the_list_is_whole_and_no_host_stands_twice() {
        let lines = include_str!("../../../data/outlets.tsv").lines().filter(|l| !l.starts_with('#'));
        let mut hosts = Vec::new();
        for line in lines {
            let (name, list) = line.split_once('\t').unwrap();
            assert!(!name.is_empty() && !list.contains('\t'), "{line}");
            hosts.extend(list.split('|'));
        }
        let count = hosts.len();
        assert!(
            hosts.iter().all(|h| h.contains('.') && agency::of_host(h).is_none()),
            "listed among the agencies"
        );
        hosts.sort_unstable();
        hosts.dedup();
        assert_eq!(hosts.len(), count);
        assert_eq!(
            (known_host("www.nos.nl"), known_host("vikpost.example")),
            (Some("Nederlandse Omroep Stichting"), None)
        );
    }

    #[test]
    fn the_outlet_is_neither_its_company_nor_its_slogan() {
        for (head, want) in [
            ("<meta property=og:site_name content='Vik Post'>", Some("Vik Post")),
            (
                "<meta name=publisher content='Lund/Vik Hus A/S'><meta name=application-name content='Vik-Posten'>",
                Some("Vik-Posten"),
            ),
            (
                "<meta property=og:site_name content='Vik Post - Lund Verlag GmbH &amp; Co. KG'>",
                Some("Vik Post"),
            ),
            (
                "<meta property=og:site_name content='All the reeds'><meta name=application-name content='Vik Post'>",
                Some("Vik Post"),
            ),
            (
                "<title>Swans return | Vik Post</title><meta property=og:site_name content=VP>",
                Some("Vik Post"),
            ),
            ("<meta name=publisher content='Lund Verlag GmbH'>", Some("Lund Verlag")),
            ("<title>Swans return | Birds</title>", Some("vikpost.example")),
        ] {
            let html = format!("<!doctype html>{head}<p>Text.");
            assert_eq!(
                outlet(&page("https://www.vikpost.example/a", html.as_bytes())).as_deref(),
                want,
                "{head}"
            );
        }
        assert_eq!(outlet(&page("a.html", b"<!doctype html><p>Text.")), None);
    }
}

//! Who acts in public life: the country and the sector of an actor, from its words. Data in `data/sectors.tsv`.

use firsthand_text::language::country::{self, Sense};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// An actor as event data codes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Actor {
    /// ISO 3166-1 alpha-3.
    pub country: Option<&'static str>,
    /// `GOV`, `MIL`, `COP`, `REB` … (sectors of PLOVER).
    pub sector: Option<&'static str>,
}

/// One row of the table for a word or a name of several: sector, its country, place of the row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    at: usize,
    sector: &'static str,
    country: Option<&'static str>,
}

/// Names of the table have no more words than this.
const LONGEST: usize = 4;

fn rows() -> &'static BTreeMap<String, Row> {
    static ROWS: OnceLock<BTreeMap<String, Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let mut out = BTreeMap::new();
        let table = include_str!("../../../data/sectors.tsv");
        for (at, line) in table.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).enumerate() {
            let mut columns = line.split('\t');
            let (Some(sector), Some(home), Some(words)) = (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let country = (home != "-").then_some(home);
            for word in words.split(' ') {
                out.entry(word.replace('_', " ")).or_insert(Row { at, sector, country });
            }
        }
        out
    })
}

/// Words for some of those who are named behind them.
const GROUPS: [&str; 20] = [
    "group",
    "groups",
    "member",
    "members",
    "team",
    "dozens",
    "thousands",
    "hundreds",
    "tens",
    "crowd",
    "crew",
    "number",
    "body",
    "part",
    "majority",
    "pair",
    "couple",
    "unit",
    "units",
    "convoy",
];

/// The actor these words name: `two Dutch frigates` is of the Dutch military. What stands before `of`, `in`, `at`, `to` and
/// the like tells first, what stands behind only where the first part is silent.
pub fn actor(text: &str) -> Actor {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '"' | '“' | '”'))
        .map(|w| w.trim_matches(|c: char| matches!(c, ':' | ';' | '‘')))
        .map(|w| w.strip_suffix("'s").or_else(|| w.strip_suffix("’s")).unwrap_or(w))
        .filter(|w| !w.is_empty() && *w != "-")
        .collect();
    let cut = words.iter().skip(1).position(|w| {
        ["of", "in", "at", "to", "from", "for", "near", "across", "with", "who", "against"].contains(w)
    });
    let (head, rest) = words.split_at(cut.map_or(words.len(), |c| c + 1));
    // `members of the opposition`: the first word only counts the others.
    let counts = head.last().is_some_and(|w| GROUPS.contains(&w.to_lowercase().as_str()));
    let row = sector(head).or_else(|| sector(rest).filter(|_| counts));
    let land = land(head).or_else(|| land(rest));
    let country = land.map(|(c, _)| c).or(row.and_then(|r| r.country));
    // A seat or a capital by itself stands for its government.
    let alone = words.iter().filter(|w| !["the", "The"].contains(w)).count() == 1;
    let seat =
        land.filter(|(_, sense)| alone && matches!(sense, Sense::Capital | Sense::Seat)).map(|_| "GOV");
    Actor { country, sector: row.map(|r| r.sector).or(seat) }
}

/// The row of the table that comes first among those whose words stand here. The last word must be of one of them or a name:
/// `spy satellite` is no spy.
fn sector(words: &[&str]) -> Option<Row> {
    // Initials of bodies and words: `EU`, `ministers`.
    let find = |from: usize, count: usize| {
        let words = words.get(from..from + count)?;
        let lower = words.join(" ").to_lowercase().replace('’', "'");
        let short =
            count == 1 && words[0].len() <= 4 && !words[0].chars().all(|c| c.is_uppercase() || c == '.');
        let row = |w: &str| rows().get(w).copied();
        let initials = ["un", "eu", "who", "imf", "isi", "eln", "pla", "wto", "nsa", "idf", "mi5", "mi6"];
        if short && initials.contains(&lower.as_str()) {
            return None;
        }
        let bare = lower.replace('.', "");
        row(&bare).or_else(|| row(bare.strip_suffix('s')?)).or_else(|| {
            let stem = bare.strip_suffix("ies")?;
            row(&format!("{stem}y"))
        })
    };
    let all = (0..words.len()).flat_map(|from| (1..=LONGEST).map(move |count| (from, count)));
    let found: Vec<(usize, Row)> =
        all.filter_map(|(from, count)| find(from, count).map(|row| (from + count, row))).collect();
    let name = words.last().is_some_and(|w| w.starts_with(char::is_uppercase));
    let whole = name || found.iter().any(|(end, _)| *end == words.len());
    found.into_iter().map(|(_, row)| row).min_by_key(|row| row.at).filter(|_| whole)
}

/// The first country named: the longest run of words that is one.
fn land(words: &[&str]) -> Option<(&'static str, Sense)> {
    (0..words.len()).find_map(|from| {
        (1..=LONGEST.min(words.len() - from))
            .rev()
            .find_map(|count| country::sense(&words[from..from + count].join(" ")))
            .map(|(c, sense)| (c.code3, sense))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actors_have_country_and_sector() {
        for (text, country, sector) in [
            ("Norwegian Prime Minister Jorun Falk", Some("NOR"), Some("GOV")),
            ("two Dutch frigates", Some("NLD"), Some("MIL")),
            ("the opposition in Togo", Some("TGO"), Some("OPP")),
            ("Ghana's central bank", Some("GHA"), Some("GOV")),
            ("Tehran", Some("IRN"), Some("GOV")),
            ("Peru", Some("PER"), None),
            ("the CIA", Some("USA"), Some("SPY")),
            ("the minister who resigned", None, Some("GOV")),
            ("a lawyer in Lima", Some("PER"), Some("JUD")),
            ("farmers", None, Some("AGR")),
            ("dozens of Thai students", Some("THA"), Some("EDU")),
            ("a spy satellite", None, None),
            ("a heavy rain", None, None),
        ] {
            assert_eq!(actor(text), Actor { country, sector }, "{text}");
        }
    }
}

//! By how much do the clocks of two places differ?

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Minutes east of UTC, the least and the greatest a clock can show.
pub(super) type Band = (i32, i32);

/// All zones there are: UTC-12 to UTC+14.
const ALL: Band = (-12 * 60, 14 * 60);

/// What the clocks of a country show over a year (ISO 3166-1 alpha-2). Source: `data/zones.tsv`.
pub(super) fn of_country(code: &str) -> Option<Band> {
    static BANDS: OnceLock<BTreeMap<&'static str, Band>> = OnceLock::new();
    let bands = BANDS.get_or_init(|| {
        let lines = include_str!("../../data/zones.tsv").lines().filter(|l| !l.starts_with('#'));
        lines.filter_map(line).flat_map(|(band, codes)| codes.split(' ').map(move |c| (c, band))).collect()
    });
    bands.get(code).copied()
}

#[allow(clippy::cast_possible_truncation)]
fn line(line: &'static str) -> Option<(Band, &'static str)> {
    let mut fields = line.split('\t');
    let mut hours = || fields.next()?.parse::<f64>().ok();
    let (low, high) = (hours()?, hours()?);
    Some((((low * 60.0) as i32, (high * 60.0) as i32), fields.next()?))
}

/// By how many minutes the second clock can be ahead of the first, where something is known of both or, beside a zone
/// that is `named`, of one.
pub(super) fn ahead(first: Option<Band>, second: Option<Band>, named: bool) -> Option<Band> {
    let (p, q) = match (first, second) {
        (Some(p), Some(q)) if named || p.1 < q.0 || q.1 < p.0 => (p, q),
        (Some(p), None) if named => (p, ALL),
        (None, Some(q)) if named => (ALL, q),
        _ => return None,
    };
    Some((q.0 - p.1, q.1 - p.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_of_countries_differ_by_so_much() {
        let cases = [
            ("US", "GB", false, Some((240, 660))),
            ("JP", "JP", false, None),
            ("FR", "DE", false, None),
            ("JP", "KP", true, Some((0, 0))),
            ("IN", "", true, Some((-1050, 510))),
            ("IN", "", false, None),
        ];
        for (a, b, named, want) in cases {
            assert_eq!(ahead(of_country(a), of_country(b), named), want, "{a} {b}");
        }
    }
}

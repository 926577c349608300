//! One place of a name, and how two of them are packed into the 64 bits an `fst` map holds.

use crate::language::country;

/// What kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A city, town or village.
    City,
    /// A division of the first level: a province, a state, a governorate.
    Region,
}

/// One place that bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// ISO 3166-1 alpha-2.
    pub country: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Which division of its country it is or lies in: a number from 1 in the order of the divisions' names,
    /// 0 where it is not known.
    pub region: u16,
    /// Population, rounded down to a half power of two; of a region, that of its cities.
    pub population: u64,
    /// Whether the name is its main one, not an alternative spelling.
    pub main: bool,
}

const LETTERS: u64 = 26;

/// Packs up to two places into one value: 31 bits each, the first in the low bits.
///
/// Bits from the lowest: country 10 (two letters, base 26, plus one), region 12, population 6 (twice its binary
/// logarithm), kind 1, main 1.
pub fn pack(spots: &[Spot]) -> u64 {
    spots.iter().take(2).enumerate().fold(0, |value, (at, spot)| value | (pack_one(spot) << (31 * at)))
}

/// The places of a packed value, first place first.
pub fn unpack(value: u64) -> Vec<Spot> {
    [value, value >> 31].into_iter().filter_map(|v| unpack_one(v & 0x7fff_ffff)).collect()
}

/// Kind, population and whether the name is its main one, of each place of a packed value: what can be told
/// without looking up the country.
pub(crate) fn glance(value: u64) -> impl Iterator<Item = (Kind, u64, bool)> {
    [value, value >> 31].into_iter().filter(|v| v & 0x3ff != 0).map(|v| {
        let kind = if v >> 28 & 1 == 1 { Kind::Region } else { Kind::City };
        (kind, 2f64.powf((v >> 22 & 63) as f64 / 2.0) as u64, v >> 29 & 1 == 1)
    })
}

fn pack_one(spot: &Spot) -> u64 {
    let code = spot.country.bytes().fold(0, |n, b| n * LETTERS + u64::from(b.saturating_sub(b'A'))) + 1;
    let population = (2.0 * (spot.population.max(1) as f64).log2()) as u64;
    let kind = u64::from(spot.kind == Kind::Region);
    code | u64::from(spot.region.min(4095)) << 10
        | population.min(63) << 22
        | kind << 28
        | u64::from(spot.main) << 29
}

fn unpack_one(value: u64) -> Option<Spot> {
    let code = (value & 0x3ff).checked_sub(1)?;
    let letters = [b'A' + (code / LETTERS) as u8, b'A' + (code % LETTERS) as u8];
    let country = country::of_code(std::str::from_utf8(&letters).ok()?)?.code;
    let half_bits = value >> 22 & 63;
    Some(Spot {
        country,
        kind: if value >> 28 & 1 == 1 { Kind::Region } else { Kind::City },
        region: (value >> 10 & 4095) as u16,
        population: 2f64.powf(half_bits as f64 / 2.0) as u64,
        main: value >> 29 & 1 == 1,
    })
}

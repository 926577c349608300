//! A sketch made small: terms as numbers, so that a hundred thousand of them fit into memory and into an archive.

use super::rarity;
use super::sketch::Sketch;
use jiff::civil;
use std::collections::BTreeMap;

/// One term of a trace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// The term as a number (FNV-1a, 32 bit: of a million terms one in eight thousand shares its number).
    pub number: u32,
    /// How often it is used, at most 255.
    pub count: u8,
    /// How common it is in English at large ([`rarity::code`]).
    pub common: u8,
}

/// What grouping reads of a report, without the words themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trace {
    /// Days since 0000-01-01 of its publication or dateline.
    pub day: Option<i32>,
    /// All terms, by number.
    pub body: Vec<Term>,
    /// Terms of title and lead, by number.
    pub lead: Vec<Term>,
    /// Names, by number.
    pub names: Vec<Term>,
    /// Names and numbers of title and lead, ascending.
    pub keys: Vec<u32>,
}

/// The days of a date as traces count them.
pub fn days(date: civil::Date) -> i32 {
    date.since(civil::Date::ZERO).map_or(0, |span| span.get_days())
}

impl Trace {
    /// Makes a sketch small.
    pub fn of(sketch: &Sketch) -> Trace {
        let mut keys: Vec<u32> = sketch.keys.iter().map(|k| number(k)).collect();
        keys.sort_unstable();
        keys.dedup();
        Trace {
            day: sketch.day.map(days),
            body: terms(&sketch.body),
            lead: terms(&sketch.lead),
            names: terms(&sketch.names),
            keys,
        }
    }

    /// The trace as bytes, the same for the same trace.
    pub fn to_bytes(&self) -> Vec<u8> {
        let lists = [&self.body, &self.lead, &self.names];
        let size: usize = lists.iter().map(|l| l.len() * 6 + 4).sum();
        let mut out = Vec::with_capacity(size + self.keys.len() * 4 + 9);
        out.extend(self.day.unwrap_or(i32::MIN).to_le_bytes());
        for list in lists {
            out.extend((list.len() as u32).to_le_bytes());
            for term in list {
                out.extend(term.number.to_le_bytes());
                out.extend([term.count, term.common]);
            }
        }
        out.extend((self.keys.len() as u32).to_le_bytes());
        out.extend(self.keys.iter().flat_map(|k| k.to_le_bytes()));
        out
    }

    /// The trace of these bytes; None where they are none.
    pub fn from_bytes(bytes: &[u8]) -> Option<Trace> {
        let mut rest = bytes;
        let day = i32::from_le_bytes(take(&mut rest)?);
        let mut list = || -> Option<Vec<Term>> {
            let count = u32::from_le_bytes(take(&mut rest)?) as usize;
            let mut out = Vec::with_capacity(count.min(rest.len() / 6));
            for _ in 0..count {
                let number = u32::from_le_bytes(take(&mut rest)?);
                let [count, common] = take(&mut rest)?;
                out.push(Term { number, count, common });
            }
            Some(out)
        };
        let (body, lead, names) = (list()?, list()?, list()?);
        let count = u32::from_le_bytes(take(&mut rest)?) as usize;
        let mut keys = Vec::with_capacity(count.min(rest.len() / 4));
        for _ in 0..count {
            keys.push(u32::from_le_bytes(take(&mut rest)?));
        }
        let day = (day != i32::MIN).then_some(day);
        rest.is_empty().then_some(Trace { day, body, lead, names, keys })
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

/// Terms by number; two that share one are counted together.
fn terms(counts: &BTreeMap<String, f64>) -> Vec<Term> {
    let term = |(text, &count): (&String, &f64)| Term {
        number: number(text),
        count: count.clamp(1.0, 255.0) as u8,
        common: rarity::code(text),
    };
    let mut out: Vec<Term> = counts.iter().map(term).collect();
    out.sort_unstable();
    out.dedup_by(|next, kept| {
        let same = next.number == kept.number;
        if same {
            kept.count = kept.count.saturating_add(next.count);
        }
        same
    });
    out
}

/// FNV-1a (Fowler, Noll, Vo), 32 bit.
fn number(term: &str) -> u32 {
    term.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_give_the_trace_back(
            day in proptest::option::of(700_000i32..800_000),
            words in proptest::collection::btree_map("[a-z]{1,8}", 1.0f64..300.0, 0..60),
        ) {
            let keys = words.keys().take(5).cloned().collect();
            let sketch = Sketch { body: words.clone(), lead: words.clone(), names: words, keys, ..Sketch::default() };
            let trace = Trace { day, ..Trace::of(&sketch) };
            let bytes = trace.to_bytes();
            prop_assert_eq!(Trace::from_bytes(&bytes), Some(trace));
            prop_assert_eq!(Trace::from_bytes(bytes.get(1..).unwrap_or_default()), None);
        }

        #[test]
        fn any_bytes_are_a_trace_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Trace::from_bytes(&bytes);
        }
    }
}

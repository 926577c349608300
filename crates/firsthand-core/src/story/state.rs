//! What a stream holds of a report as bytes, so that a stream that is taken up again goes on as if it had never stopped.

use super::stream::Met;
use super::weigh::{Weighed, Weight};

/// The first byte: other layouts begin with another.
const LAYOUT: u8 = 2;

impl Met {
    /// As bytes, the same for the same report met by the same stream.
    pub fn to_bytes(&self) -> Vec<u8> {
        let Met { weighed, near, best, crowd } = self;
        let mut out = Vec::with_capacity(12 + weighed.terms().len() * 8 + near.len() * 16);
        out.push(LAYOUT);
        out.extend(weighed.day.unwrap_or(i32::MIN).to_le_bytes());
        out.extend(weighed.words.to_le_bytes());
        out.extend(weighed.language.to_le_bytes());
        out.push(weighed.weekdays);
        out.extend((weighed.terms().len() as u32).to_le_bytes());
        for (number, weight) in weighed.terms() {
            out.extend(number.to_le_bytes());
            out.extend([weight.body, weight.lead, weight.names, weight.rare]);
        }
        out.extend(best.to_le_bytes());
        out.extend(crowd.to_le_bytes());
        out.extend((near.len() as u32).to_le_bytes());
        for (report, score, alike) in near {
            out.extend(report.to_le_bytes());
            out.extend(score.to_le_bytes());
            out.extend(alike.to_le_bytes());
        }
        out
    }

    /// What these bytes say; None where they are no state of this layout.
    pub fn from_bytes(bytes: &[u8]) -> Option<Met> {
        let mut rest = bytes;
        let [layout] = take(&mut rest)?;
        if layout != LAYOUT {
            return None;
        }
        let day = i32::from_le_bytes(take(&mut rest)?);
        let words = u16::from_le_bytes(take(&mut rest)?);
        let language = u16::from_le_bytes(take(&mut rest)?);
        let [weekdays] = take(&mut rest)?;
        let count = u32::from_le_bytes(take(&mut rest)?) as usize;
        let mut terms = Vec::with_capacity(count.min(rest.len() / 8));
        for _ in 0..count {
            let number = u32::from_le_bytes(take(&mut rest)?);
            let [body, lead, names, rare] = take(&mut rest)?;
            terms.push((number, Weight { body, lead, names, rare }));
        }
        let best = f32::from_le_bytes(take(&mut rest)?);
        let crowd = f32::from_le_bytes(take(&mut rest)?);
        let count = u32::from_le_bytes(take(&mut rest)?) as usize;
        let mut near = Vec::with_capacity(count.min(rest.len() / 16));
        for _ in 0..count {
            let report = i64::from_le_bytes(take(&mut rest)?);
            let score = f32::from_le_bytes(take(&mut rest)?);
            near.push((report, score, f32::from_le_bytes(take(&mut rest)?)));
        }
        let day = (day != i32::MIN).then_some(day);
        let met = Met {
            weighed: Weighed::of(day, words, language, weekdays, terms.into_iter()),
            near,
            best,
            crowd,
        };
        rest.is_empty().then_some(met)
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_give_the_state_back(
            day in proptest::option::of(700_000i32..800_000),
            words in any::<u16>(),
            (language, weekdays) in any::<(u16, u8)>(),
            terms in proptest::collection::vec(any::<(u32, u8, u8, u8, u8)>(), 0..40),
            near in proptest::collection::vec((any::<i64>(), 0.0f32..1.0, 0.0f32..1.0), 0..10),
        ) {
            let weight = |(number, body, lead, names, rare)| (number, Weight { body, lead, names, rare });
            let terms = terms.into_iter().map(weight);
            let met = Met { weighed: Weighed::of(day, words, language, weekdays, terms), near, best: 0.5, crowd: 0.25 };
            let bytes = met.to_bytes();
            prop_assert_eq!(Met::from_bytes(&bytes), Some(met));
            prop_assert_eq!(Met::from_bytes(bytes.get(1..).unwrap_or_default()), None);
        }

        /// What is held and what is read again are one, also where terms were left out.
        #[test]
        fn bytes_give_what_is_kept_back(terms in proptest::collection::btree_map(any::<u32>(), any::<(u8, u8, u8, u8)>(), 0..200)) {
            let weight = |(number, (body, lead, names, rare))| (number, Weight { body, lead, names, rare });
            let weighed = Weighed::of(None, 9, 0, 0, terms.into_iter().map(weight));
            let met = Met { weighed, near: Vec::new(), best: 0.5, crowd: 0.25 }.kept();
            prop_assert_eq!(Met::from_bytes(&met.to_bytes()), Some(met));
        }

        #[test]
        fn any_bytes_are_a_state_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = Met::from_bytes(&bytes);
        }
    }
}

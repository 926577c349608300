//! Flags of many places, sixty-four to a number, so that stretches are counted at once.

/// Flags, all off at first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    /// Takes all flags back and makes room for so many.
    pub(super) fn clear(&mut self, count: usize) {
        self.0.clear();
        self.0.resize(count.div_ceil(64), 0);
    }
    /// Sets one flag.
    pub(super) fn set(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }
    /// Whether a flag is set.
    pub(super) fn has(&self, at: usize) -> bool {
        self.0.get(at / 64).is_some_and(|b| b >> (at % 64) & 1 == 1)
    }
    /// Sixty-four flags from a place on, the first in the lowest bit; those behind the end are off.
    #[inline]
    pub(super) fn from(&self, at: usize) -> u64 {
        let (word, shift) = (at / 64, at % 64);
        let low = self.0.get(word).copied().unwrap_or(0) >> shift;
        if shift == 0 {
            return low;
        }
        low | self.0.get(word + 1).copied().unwrap_or(0) << (64 - shift)
    }
    /// Sets those of sixty-four flags from a place on that are set in `more`, none of which lies behind the end; gives how many
    /// were not set before.
    #[inline]
    pub(super) fn add(&mut self, at: usize, more: u64) -> usize {
        let new = (more & !self.from(at)).count_ones() as usize;
        let (word, shift) = (at / 64, at % 64);
        if let Some(low) = self.0.get_mut(word) {
            *low |= more << shift;
        }
        if shift > 0
            && let Some(high) = self.0.get_mut(word + 1)
        {
            *high |= more >> (64 - shift);
        }
        new
    }
}

impl FromIterator<bool> for Bits {
    fn from_iter<I: IntoIterator<Item = bool>>(flags: I) -> Bits {
        let mut out = Vec::new();
        let (mut word, mut count) = (0, 0);
        for flag in flags {
            word |= u64::from(flag) << count;
            count += 1;
            if count == 64 {
                out.push(word);
                (word, count) = (0, 0);
            }
        }
        if count > 0 {
            out.push(word);
        }
        Bits(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn stretches_count_as_single_flags_do(
            flags in proptest::collection::vec(any::<bool>(), 1..300),
            at in 0usize..300,
            more in any::<u64>(),
        ) {
            let at = at % flags.len();
            let fit = (flags.len() - at).min(64);
            let more = if fit == 64 { more } else { more & ((1 << fit) - 1) };
            let mut bits: Bits = flags.iter().copied().collect();
            for n in 0..fit {
                prop_assert_eq!(bits.from(at) >> n & 1 == 1, flags[at + n]);
            }
            let new = (0..fit).filter(|n| more >> n & 1 == 1 && !flags[at + n]).count();
            prop_assert_eq!(bits.add(at, more), new);
            for (n, flag) in flags.iter().enumerate() {
                let added = n >= at && n < at + fit && more >> (n - at) & 1 == 1;
                prop_assert_eq!(bits.has(n), *flag || added);
            }
        }
    }
}

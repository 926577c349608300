//! Chance that comes out alike each time.

/// Numbers that only look like chance, always the same for the same seed (splitmix64, Steele and others 2014).
#[derive(Debug, Clone)]
pub(super) struct Chance(u64);

impl Chance {
    /// The chance of one thing: of an archive, of a story, of a report.
    pub(super) fn of(parts: &[u64]) -> Chance {
        let mut chance = Chance(0x5eed);
        for part in parts {
            chance.0 ^= part.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            chance.0 = chance.number();
        }
        chance
    }
    /// Any number.
    pub(super) fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// From 0 to 1, without 1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.number() >> 11) as f64 / (1u64 << 53) as f64
    }
    /// A number below `limit`; 0 where that is 0.
    pub(super) fn below(&mut self, limit: usize) -> usize {
        (self.unit() * limit as f64) as usize
    }
    /// Whether something of this probability happens.
    pub(super) fn happens(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }
    /// One of a list.
    pub(super) fn one<'l>(&mut self, list: &[&'l str]) -> &'l str {
        list.get(self.below(list.len())).copied().unwrap_or_default()
    }
    /// A rank below `size` by Zipf's law: the n-th is drawn as one over n.
    pub(super) fn rank(&mut self, size: usize) -> usize {
        (((size as f64 + 1.0).powf(self.unit()) - 1.0) as usize).min(size.saturating_sub(1))
    }
    /// A size from 1 to `most` that is drawn as one over its power `slope`.
    pub(super) fn size(&mut self, slope: f64, most: usize) -> usize {
        let end = 1.0 - slope;
        let top = (most as f64 + 1.0).powf(end);
        ((1.0 - self.unit() * (1.0 - top)).powf(1.0 / end) as usize).clamp(1, most)
    }
    /// About normal, with a deviation of about 1.
    pub(super) fn normal(&mut self) -> f64 {
        (0..4).map(|_| self.unit() - 0.5).sum::<f64>() * 1.732
    }
    /// Puts a list into another order.
    pub(super) fn shuffle<T>(&mut self, items: &mut [T]) {
        for n in (1..items.len()).rev() {
            items.swap(n, self.below(n + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_ranks_keep_to_their_laws() {
        let mut chance = Chance::of(&[1]);
        let sizes: Vec<usize> = (0..20_000).map(|_| chance.size(2.3, 600)).collect();
        let single = sizes.iter().filter(|s| **s == 1).count() as f64 / 20_000.0;
        assert!((0.5..0.7).contains(&single), "{single}");
        assert!(sizes.iter().any(|s| *s > 100) && sizes.iter().all(|s| *s <= 600));
        let ranks: Vec<usize> = (0..20_000).map(|_| chance.rank(1000)).collect();
        let first = ranks.iter().filter(|r| **r == 0).count() as f64 / 20_000.0;
        // ln 2 / ln 1001
        assert!((0.09..0.11).contains(&first), "{first}");
        assert!(ranks.iter().all(|r| *r < 1000));
    }
}

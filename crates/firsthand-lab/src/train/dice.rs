//! Chance that comes out alike each time.

/// Numbers that only look like chance, always the same (xorshift64, Marsaglia 2003).
pub(in crate::train) struct Dice(pub(in crate::train) u64);

impl Dice {
    /// A number below `sides`.
    pub(in crate::train) fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides.max(1)
    }
    /// A number below `limit`.
    pub(in crate::train) fn below(&mut self, limit: usize) -> usize {
        self.roll(limit as u64) as usize
    }
    /// One of a list.
    pub(in crate::train) fn one<'a>(&mut self, list: &'a [String]) -> &'a String {
        &list[self.below(list.len())]
    }
    /// From 0 to 1.
    pub(in crate::train) fn unit(&mut self) -> f32 {
        self.roll(1 << 24) as f32 / (1u32 << 24) as f32
    }
    /// About normal, with a deviation of about 1.
    pub(in crate::train) fn normal(&mut self) -> f32 {
        (0..4).map(|_| self.unit() - 0.5).sum::<f32>() * 1.732
    }
    /// A mask: so great a share of the numbers is blotted out, the others grow in return.
    pub(in crate::train) fn blot(&mut self, count: usize, share: f32) -> Vec<f32> {
        (0..count).map(|_| if self.unit() < share { 0.0 } else { 1.0 / (1.0 - share) }).collect()
    }
    /// Puts a list into another order.
    pub(in crate::train) fn shuffle<T>(&mut self, items: &mut [T]) {
        for i in (1..items.len()).rev() {
            items.swap(i, self.roll(i as u64 + 1) as usize);
        }
    }
}

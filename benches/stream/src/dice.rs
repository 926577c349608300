//! Chance that comes out alike each time.

/// Numbers that only look like chance, always the same for the same seed (splitmix64, Steele and others 2014).
pub struct Dice(u64);

impl Dice {
    /// The dice of one thing: of a story, of a report, of a sentence.
    pub fn of(parts: &[u64]) -> Dice {
        let mut dice = Dice(0x5eed);
        for part in parts {
            dice.0 ^= part.wrapping_mul(0x9e37_79b9_7f4a_7c15);
            dice.0 = dice.roll();
        }
        dice
    }
    /// Any number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// From 0 to 1, without 1.
    pub fn unit(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1u64 << 53) as f64
    }
    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.unit() * limit as f64) as usize
    }
    /// Whether something of this probability happens.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }
    /// A rank below `size` by Zipf's law: the n-th is drawn as one over n.
    pub fn rank(&mut self, size: f64) -> usize {
        (size.max(1.0).powf(self.unit()) - 1.0) as usize
    }
    /// A size from 1 to `most` that is drawn as one over its power `slope`.
    pub fn size(&mut self, slope: f64, most: usize) -> usize {
        let end = 1.0 - slope;
        let top = (most as f64 + 1.0).powf(end);
        ((1.0 - self.unit() * (1.0 - top)).powf(1.0 / end) as usize).clamp(1, most)
    }
    /// About normal, with a deviation of about 1.
    pub fn normal(&mut self) -> f64 {
        (0..4).map(|_| self.unit() - 0.5).sum::<f64>() * 1.732
    }
}

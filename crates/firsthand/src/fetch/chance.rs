//! A little irregularity, the same for the same seed.

use sha2::{Digest, Sha256};

/// A number from 0 to under 1 that depends on nothing but these.
pub fn share(seed: u64, of: &str, nth: u64) -> f64 {
    let mut sum = Sha256::new();
    sum.update(seed.to_le_bytes());
    sum.update(nth.to_le_bytes());
    sum.update(of.as_bytes());
    let digest = sum.finalize();
    let head = digest.iter().take(4).fold(0_u32, |all, byte| (all << 8) | u32::from(*byte));
    f64::from(head) / (f64::from(u32::MAX) + 1.0)
}

/// A seed for a run that needs not be told again.
pub fn seed() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::hash::RandomState::new().build_hasher().finish()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn the_same_seed_gives_the_same_shares_and_another_gives_others() {
        let row = |seed| (0..50).map(|n| share(seed, "news.example", n)).collect::<Vec<_>>();
        assert_eq!(row(7), row(7));
        assert_ne!(row(7), row(8));
        assert!(row(7).iter().all(|s| (0.0..1.0).contains(s)));
        assert!(row(7).iter().any(|s| *s < 0.5) && row(7).iter().any(|s| *s > 0.5));
    }
}

//! Word vectors as spaCy keeps them: a table of rows, a map from hashed word to row, and the words.

use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// Words and their vectors.
pub(in crate::train) struct Vectors {
    /// Word (lower-case ASCII letters) → row.
    pub(in crate::train) words: BTreeMap<String, usize>,
    /// Rows of equal length.
    pub(in crate::train) rows: Vec<Vec<f32>>,
}

/// Reads `vectors` (numpy, little-endian f32, two dimensions), `key2row` (MessagePack map of u64 to int) and
/// `strings.json`.
pub(in crate::train) fn read(folder: &Path) -> Result<Vectors> {
    let rows = rows(&std::fs::read(folder.join("vectors")).context("vectors")?)?;
    let keys = keys(&std::fs::read(folder.join("key2row")).context("key2row")?)?;
    let strings: Vec<String> = serde_json::from_str(&super::read(&folder.join("strings.json"))?)?;
    let plain = |w: &&String| (2..=16).contains(&w.len()) && w.bytes().all(|b| b.is_ascii_lowercase());
    let words =
        strings.iter().filter(plain).filter_map(|w| Some((w.clone(), *keys.get(&murmur(w.as_bytes()))?)));
    Ok(Vectors { words: words.collect(), rows })
}

fn rows(bytes: &[u8]) -> Result<Vec<Vec<f32>>> {
    let length = u16::from_le_bytes([bytes[8], bytes[9]]) as usize;
    let header = std::str::from_utf8(&bytes[10..10 + length])?;
    let shape = header.split("'shape': (").nth(1).and_then(|s| s.split(')').next()).context("no shape")?;
    let width: usize = shape.split(", ").nth(1).context("one dimension")?.trim_end_matches(',').parse()?;
    let floats = bytes[10 + length..].chunks_exact(4).map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
    let floats: Vec<f32> = floats.collect();
    Ok(floats.chunks_exact(width).map(<[f32]>::to_vec).collect())
}

fn keys(bytes: &[u8]) -> Result<HashMap<u64, usize>> {
    if bytes.first() != Some(&0xdf) {
        bail!("key2row is not a map of 32-bit length");
    }
    let mut at = 5;
    let mut next = || -> Result<u64> {
        let tag = *bytes.get(at).context("key2row ends early")?;
        let width = match tag {
            0..=0x7f => 0,
            0xcc => 1,
            0xcd => 2,
            0xce => 4,
            0xcf => 8,
            _ => bail!("unknown tag {tag:#x} in key2row"),
        };
        let value = bytes.get(at + 1..at + 1 + width).context("key2row ends early")?;
        at += 1 + width;
        Ok(if width == 0 { u64::from(tag) } else { value.iter().fold(0, |n, b| n << 8 | u64::from(*b)) })
    };
    let mut out = HashMap::new();
    let count = u32::from_be_bytes([bytes[1], bytes[2], bytes[3], bytes[4]]);
    for _ in 0..count {
        let key = next()?;
        out.insert(key, next()? as usize);
    }
    Ok(out)
}

/// MurmurHash64A with seed 1 (Appleby 2008), the hash spaCy's string store uses.
fn murmur(bytes: &[u8]) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    let mut hash = 1 ^ (bytes.len() as u64).wrapping_mul(M);
    let chunks = bytes.chunks_exact(8);
    let rest = chunks.remainder();
    for chunk in chunks {
        let mut k = chunk.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b)).wrapping_mul(M);
        k ^= k >> 47;
        hash = (hash ^ k.wrapping_mul(M)).wrapping_mul(M);
    }
    if !rest.is_empty() {
        hash = (hash ^ rest.iter().rev().fold(0, |n, b| n << 8 | u64::from(*b))).wrapping_mul(M);
    }
    hash = (hash ^ (hash >> 47)).wrapping_mul(M);
    hash ^ (hash >> 47)
}

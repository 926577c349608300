//! Rows of numbers for keys, read in place: a map from hashed keys to rows, and rows of bytes with a scale each.

/// Bits that choose a bucket of the map.
const BITS: u32 = 16;
const OFFSETS: usize = ((1 << BITS) + 1) * 4;
const ENTRY: usize = 4;

/// The table. Nothing is unpacked: what a word looks up is read from the bytes.
#[derive(Debug, Clone, Copy, Default)]
pub struct Table {
    offsets: &'static [u8],
    entries: &'static [u8],
    rows: &'static [u8],
    width: usize,
}

impl Table {
    /// The table that some bytes hold, rows of `width` numbers. None if they hold no such table.
    pub fn read(bytes: &'static [u8], width: usize) -> Option<Table> {
        let (offsets, rest) = bytes.split_at_checked(OFFSETS)?;
        let count = number(offsets, 1 << BITS)?;
        let (entries, rows) = rest.split_at_checked(count * ENTRY)?;
        (rows.len() % (4 + width) == 0).then_some(Table { offsets, entries, rows, width })
    }

    /// Lays out a table: `keys` with the numbers of their rows, fewer than 65,536.
    pub fn write(keys: &[(u64, u16)], rows: &[Vec<f32>]) -> Vec<u8> {
        let mut keys = keys.to_vec();
        keys.sort_unstable();
        let mut out = Vec::new();
        for bucket in 0..=1u64 << BITS {
            let before = keys.partition_point(|k| k.0 >> (64 - BITS) < bucket);
            out.extend_from_slice(&(before as u32).to_le_bytes());
        }
        for (key, row) in keys {
            out.extend_from_slice(&(key as u16).to_le_bytes());
            out.extend_from_slice(&row.to_le_bytes());
        }
        for row in rows {
            let scale = row.iter().fold(0.0f32, |a, x| a.max(x.abs())).max(1e-6) / 127.0;
            out.extend_from_slice(&scale.to_le_bytes());
            out.extend(row.iter().map(|x| (x / scale).round() as i8 as u8));
        }
        out
    }

    /// Adds the row of a key to numbers; nothing where there is none.
    #[inline]
    pub fn add(&self, key: u64, out: &mut [f32]) {
        let Some([a, b, c, d, row @ ..]) = self.row(key) else { return };
        let scale = f32::from_le_bytes([*a, *b, *c, *d]);
        for (x, &byte) in out.iter_mut().zip(row) {
            *x += scale * f32::from(byte as i8);
        }
    }

    #[inline]
    fn row(&self, key: u64) -> Option<&'static [u8]> {
        let bucket = (key >> (64 - BITS)) as usize;
        let (from, to) = (number(self.offsets, bucket)?, number(self.offsets, bucket + 1)?);
        let entries = self.entries.get(from * ENTRY..to * ENTRY)?;
        let mark = (key as u16).to_le_bytes();
        let entry = entries.chunks_exact(ENTRY).find(|e| e[..2] == mark)?;
        let at = usize::from(u16::from_le_bytes([entry[2], entry[3]])) * (4 + self.width);
        self.rows.get(at..at + 4 + self.width)
    }
}

#[inline]
fn number(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at * 4..at * 4 + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?) as usize)
}

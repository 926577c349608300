//! Products of matrices in f32, always summed in the same order, so that every machine finds the same numbers.
//!
//! Registers are as wide as the machine has them. That is safe to the bit, since a sum is one element's alone and products are
//! rounded before they are added (no fused multiplication), in the order that the loops below say.

#![allow(clippy::needless_range_loop)]

use fearless_simd::{Level, Simd, dispatch, f32x16, prelude::*};

/// Rows that are worked on at once.
const ROWS: usize = 4;
/// Columns that are worked on at once: with [`ROWS`] as many sums as the registers of common machines hold.
pub const COLUMNS: usize = 16;

/// A matrix whose numbers lie `down` apart from row to row and `across` from column to column.
#[derive(Debug, Clone, Copy)]
pub struct Grid<'a> {
    /// The numbers.
    pub numbers: &'a [f32],
    /// Steps from one row to the next.
    pub down: usize,
    /// Steps from one column to the next.
    pub across: usize,
}

impl<'a> Grid<'a> {
    /// Rows of `width` numbers.
    pub fn rows(numbers: &'a [f32], width: usize) -> Grid<'a> {
        Grid { numbers, down: width, across: 1 }
    }
    /// The columns of rows of `width` numbers.
    pub fn columns(numbers: &'a [f32], width: usize) -> Grid<'a> {
        Grid { numbers, down: 1, across: width }
    }
    #[inline(always)]
    fn at(&self, row: usize, column: usize) -> f32 {
        self.numbers[row * self.down + column * self.across]
    }
}

/// `out` (rows of `width`) plus `a` times `b` (`inner` rows of `width`).
pub fn add_product(out: &mut [f32], a: Grid, b: &[f32], inner: usize, width: usize) {
    let strips = Strips::of(&Grid::rows(b, width), inner, width);
    dispatch!(Level::new(), simd => strips.add_product(simd, out, &a));
}

/// The right side of a product, laid out as it is read: strips of [`COLUMNS`] columns, each row by row, the last one filled up
/// with zeros.
#[derive(Debug, Clone, Default)]
pub struct Strips {
    inner: usize,
    width: usize,
    numbers: Vec<[f32; COLUMNS]>,
}

impl Strips {
    /// The strips of `inner` rows of `width` numbers.
    pub fn of(b: &Grid, inner: usize, width: usize) -> Strips {
        let mut numbers = vec![[0.0; COLUMNS]; inner * width.div_ceil(COLUMNS)];
        for column in 0..width {
            let first = column / COLUMNS * inner;
            for k in 0..inner {
                numbers[first + k][column % COLUMNS] = b.at(k, column);
            }
        }
        Strips { inner, width, numbers }
    }

    /// `out` (rows as wide as these strips together) plus `a` times what they hold. Every element is summed by itself, two products
    /// at a time (`c += a0 * b0 + a1 * b1`) and the odd one last, however wide the registers of the machine are.
    #[inline(always)]
    pub fn add_product<S: Simd>(&self, simd: S, out: &mut [f32], a: &Grid) {
        let rows = out.len().checked_div(self.width).unwrap_or(0);
        let (blocks, rest) = out.split_at_mut(rows / ROWS * ROWS * self.width);
        self.add_blocks::<S, ROWS>(simd, blocks, a, 0);
        let first = rows / ROWS * ROWS;
        match rows - first {
            3 => self.add_blocks::<S, 3>(simd, rest, a, first),
            2 => self.add_blocks::<S, 2>(simd, rest, a, first),
            1 => self.add_blocks::<S, 1>(simd, rest, a, first),
            _ => {}
        }
    }

    /// The same for rows of `a` from `first` on, `R` rows at a time. A strip stays near while all rows go over it.
    #[inline(always)]
    fn add_blocks<S: Simd, const R: usize>(&self, simd: S, out: &mut [f32], a: &Grid, first: usize) {
        if out.is_empty() || self.inner == 0 {
            return;
        }
        let blocks = out.len() / (R * self.width);
        let mut left = vec![[0.0; R]; blocks * self.inner];
        for row in 0..blocks * R {
            let here = &mut left[row / R * self.inner..][..self.inner];
            for (k, numbers) in here.iter_mut().enumerate() {
                numbers[row % R] = a.at(first + row, k);
            }
        }
        for (n, strip) in self.numbers.chunks_exact(self.inner).enumerate() {
            let from = n * COLUMNS;
            let to = self.width.min(from + COLUMNS);
            for block in 0..blocks {
                let row = |r: usize| (block * R + r) * self.width;
                let mut sums = [[0.0; COLUMNS]; R];
                for r in 0..R {
                    load(&mut sums[r], &out[row(r) + from..row(r) + to]);
                }
                let sums = tile(simd, &sums, &left[block * self.inner..][..self.inner], strip);
                for r in 0..R {
                    store(&sums[r], &mut out[row(r) + from..row(r) + to]);
                }
            }
        }
    }
}

/// The sums of `R` rows and one strip: held in registers while all of the inner numbers are gone through. Loops go by number, so
/// that they become vectors however the program is built: closures may be left out of line, where the registers are narrow.
#[inline(always)]
fn tile<S: Simd, const R: usize>(
    simd: S,
    begun: &[[f32; COLUMNS]; R],
    left: &[[f32; R]],
    strip: &[[f32; COLUMNS]],
) -> [[f32; COLUMNS]; R] {
    let mut sums = [f32x16::splat(simd, 0.0); R];
    for r in 0..R {
        sums[r] = f32x16::simd_from(simd, begun[r]);
    }
    let (left, last_left) = left.as_chunks::<2>();
    let (strip, last) = strip.as_chunks::<2>();
    let pairs = left.len().min(strip.len());
    let (left, strip) = (&left[..pairs], &strip[..pairs]);
    for k in 0..pairs {
        let ([x0, x1], [b0, b1]) = (&left[k], &strip[k]);
        let (b0, b1) = (f32x16::simd_from(simd, *b0), f32x16::simd_from(simd, *b1));
        for r in 0..R {
            sums[r] += b0 * x0[r] + b1 * x1[r];
        }
    }
    if let ([x], [b]) = (last_left, last) {
        for r in 0..R {
            sums[r] += f32x16::simd_from(simd, *b) * x[r];
        }
    }
    let mut out = [[0.0; COLUMNS]; R];
    for r in 0..R {
        out[r] = sums[r].into();
    }
    out
}

/// Copies the part of a row that lies in a strip; a whole one at once.
#[inline(always)]
fn load(to: &mut [f32; COLUMNS], from: &[f32]) {
    match from.first_chunk() {
        Some(whole) => *to = *whole,
        None => to[..from.len()].copy_from_slice(from),
    }
}

/// Copies it back.
#[inline(always)]
fn store(from: &[f32; COLUMNS], to: &mut [f32]) {
    match to.first_chunk_mut() {
        Some(whole) => *whole = *from,
        None => to.copy_from_slice(&from[..to.len()]),
    }
}

/// Rows turned to columns.
pub fn turn(rows: &[f32], width: usize) -> Vec<f32> {
    let count = rows.len() / width.max(1);
    let mut out = vec![0.0; rows.len()];
    for (i, row) in rows.chunks_exact(width).enumerate() {
        for (j, &x) in row.iter().enumerate() {
            out[j * count + i] = x;
        }
    }
    out
}

/// From 0 to 1: a gate. A quotient in place of the usual exponential, which machines round differently.
#[inline(always)]
pub fn gate(x: f32) -> f32 {
    0.5 + 0.5 * x / (1.0 + x.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers whose sums depend on their order.
    fn numbers(count: usize, seed: u64) -> Vec<f32> {
        let number = |i: usize| {
            let bits = crate::language::weights::mix(seed, i as u64);
            (bits as i32 as f32) * [1e-9, 1e-7, 1e-5, 3e-10][(bits >> 40) as usize % 4]
        };
        (0..count).map(number).collect()
    }

    /// The product element by element, as it is defined.
    fn plain(out: &mut [f32], a: &[f32], b: &[f32], inner: usize, width: usize) {
        for (row, a) in out.chunks_exact_mut(width).zip(a.chunks_exact(inner)) {
            for (j, c) in row.iter_mut().enumerate() {
                let b: Vec<f32> = (0..inner).map(|k| b[k * width + j]).collect();
                for (a, b) in a.chunks(2).zip(b.chunks(2)) {
                    *c += match (a, b) {
                        ([a0, a1], [b0, b1]) => a0 * b0 + a1 * b1,
                        _ => a[0] * b[0],
                    };
                }
            }
        }
    }

    fn bits(numbers: &[f32]) -> Vec<u32> {
        numbers.iter().map(|x| x.to_bits()).collect()
    }

    proptest::proptest! {
        #[test]
        fn products_are_those_of_the_definition_to_the_bit(
            m in 1usize..14, k in 1usize..20, n in 1usize..50, seed in proptest::num::u64::ANY
        ) {
            let (a, b) = (numbers(m * k, seed), numbers(k * n, seed ^ 1));
            let begun = numbers(m * n, seed ^ 2);
            let mut wanted = begun.clone();
            plain(&mut wanted, &a, &b, k, n);
            let mut found = begun.clone();
            add_product(&mut found, Grid::rows(&a, k), &b, k, n);
            proptest::prop_assert_eq!(bits(&found), bits(&wanted));
            let mut found = begun.clone();
            add_product(&mut found, Grid::columns(&turn(&a, k), m), &b, k, n);
            proptest::prop_assert_eq!(bits(&found), bits(&wanted));
            // the narrowest registers of this kind of machine
            let mut found = begun;
            let strips = Strips::of(&Grid::columns(&turn(&b, n), k), k, n);
            dispatch!(Level::baseline(), simd => strips.add_product(simd, &mut found, &Grid::rows(&a, k)));
            proptest::prop_assert_eq!(bits(&found), bits(&wanted));
        }
    }
}

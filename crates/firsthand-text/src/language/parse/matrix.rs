//! Products of matrices in f32, always summed in the same order, so that every machine finds the same numbers.

/// Rows that are worked on at once.
const ROWS: usize = 4;

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
    #[inline]
    fn at(&self, row: usize, column: usize) -> f32 {
        self.numbers[row * self.down + column * self.across]
    }
}

/// `out` (rows of `width`) plus `a` times `b` (`inner` rows of `width`).
pub fn add_product(out: &mut [f32], a: Grid, b: &[f32], inner: usize, width: usize) {
    let mut first = 0;
    for block in out.chunks_mut(ROWS * width) {
        match block.len() == ROWS * width {
            true => four_rows(block, &a, first, b, inner, width),
            false => {
                for (i, row) in block.chunks_exact_mut(width).enumerate() {
                    one_row(row, &a, first + i, b, inner);
                }
            }
        }
        first += ROWS;
    }
}

/// Two rows of `b` to four of `out`: what is loaded once is used four times.
fn four_rows(out: &mut [f32], a: &Grid, first: usize, b: &[f32], inner: usize, width: usize) {
    let (c0, rest) = out.split_at_mut(width);
    let (c1, rest) = rest.split_at_mut(width);
    let (c2, c3) = rest.split_at_mut(width);
    let mut pairs = b[..inner * width].chunks_exact(2 * width);
    let mut k = 0;
    for pair in &mut pairs {
        let (b0, b1) = pair.split_at(width);
        let x = |row: usize| (a.at(first + row, k), a.at(first + row, k + 1));
        let (x0, x1, x2, x3) = (x(0), x(1), x(2), x(3));
        for (((((c0, c1), c2), c3), b0), b1) in
            c0.iter_mut().zip(&mut *c1).zip(&mut *c2).zip(&mut *c3).zip(b0).zip(b1)
        {
            *c0 += x0.0 * b0 + x0.1 * b1;
            *c1 += x1.0 * b0 + x1.1 * b1;
            *c2 += x2.0 * b0 + x2.1 * b1;
            *c3 += x3.0 * b0 + x3.1 * b1;
        }
        k += 2;
    }
    let last = pairs.remainder();
    if !last.is_empty() {
        for (i, row) in [c0, c1, c2, c3].into_iter().enumerate() {
            let x = a.at(first + i, k);
            row.iter_mut().zip(last).for_each(|(c, b)| *c += x * b);
        }
    }
}

fn one_row(out: &mut [f32], a: &Grid, row: usize, b: &[f32], inner: usize) {
    let width = out.len();
    let mut pairs = b[..inner * width].chunks_exact(2 * width);
    let mut k = 0;
    for pair in &mut pairs {
        let (b0, b1) = pair.split_at(width);
        let (x0, x1) = (a.at(row, k), a.at(row, k + 1));
        out.iter_mut().zip(b0).zip(b1).for_each(|((c, b0), b1)| *c += x0 * b0 + x1 * b1);
        k += 2;
    }
    let last = pairs.remainder();
    if !last.is_empty() {
        let x = a.at(row, k);
        out.iter_mut().zip(last).for_each(|(c, b)| *c += x * b);
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
#[inline]
pub fn gate(x: f32) -> f32 {
    0.5 + 0.5 * x / (1.0 + x.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn products_are_those_of_the_definition(m in 1usize..10, k in 1usize..6, n in 1usize..9, seed in 0u32..99) {
            let number = |i: usize| ((i as u32 * 37 + seed) % 11) as f32 - 5.0;
            let a: Vec<f32> = (0..m * k).map(number).collect();
            let b: Vec<f32> = (0..k * n).map(|i| number(i + 3)).collect();
            let mut out = vec![1.0; m * n];
            add_product(&mut out, Grid::rows(&a, k), &b, k, n);
            let mut turned = vec![1.0; m * n];
            add_product(&mut turned, Grid::columns(&turn(&a, k), m), &b, k, n);
            for i in 0..m {
                for j in 0..n {
                    // small whole numbers: exact in any order
                    let sum: f32 = (0..k).map(|q| a[i * k + q] * b[q * n + j]).sum();
                    proptest::prop_assert_eq!(out[i * n + j], 1.0 + sum);
                }
            }
            proptest::prop_assert_eq!(out, turned);
        }
    }
}

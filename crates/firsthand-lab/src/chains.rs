//! How well chains of mentions fit others: MUC (Vilain et al. 1995), BCubed (Bagga and Baldwin 1998), CEAF-e (Luo 2005), and
//! CoNLL F1, their mean (Pradhan et al. 2012). The two sides may hold different mentions.

use std::collections::{BTreeMap, BTreeSet};

/// Precision and recall by each measure, 0 to 1.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Fit {
    pub(crate) muc: (f64, f64),
    pub(crate) bcubed: (f64, f64),
    pub(crate) ceaf: (f64, f64),
    /// Share of links of two mentions that hold, and share of links that were found.
    pub(crate) links: (f64, f64),
}

impl Fit {
    /// The mean of the three F1.
    pub(crate) fn conll(&self) -> f64 {
        (f1(self.muc) + f1(self.bcubed) + f1(self.ceaf)) / 3.0
    }
}

fn f1((p, r): (f64, f64)) -> f64 {
    if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
}

fn ratio(a: f64, b: f64) -> f64 {
    if b > 0.0 { a / b } else { 0.0 }
}

/// Chains by their names.
type Chains<'a, M> = BTreeMap<&'a str, BTreeSet<&'a M>>;

/// Fits the chains `said` of mentions to those `meant`. A mention of one side that the other lacks is a miss there; in MUC it
/// counts as alone.
pub(crate) fn fit<M: Ord>(meant: &BTreeMap<M, String>, said: &BTreeMap<M, String>) -> Fit {
    let (key, response) = (gather(meant), gather(said));
    let muc = |chains: &Chains<'_, M>, other: &BTreeMap<M, String>| {
        let (mut kept, mut all) = (0.0, 0.0);
        for chain in chains.values() {
            let parts: BTreeSet<&String> = chain.iter().filter_map(|m| other.get(*m)).collect();
            let missing = chain.iter().filter(|m| !other.contains_key(**m)).count();
            kept += (chain.len() - parts.len() - missing) as f64;
            all += (chain.len() - 1) as f64;
        }
        ratio(kept, all)
    };
    let mut both: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (m, k) in meant {
        if let Some(r) = said.get(m) {
            *both.entry((k, r)).or_default() += 1;
        }
    }
    let square = |of: &dyn Fn(&(&str, &str)) -> usize| -> f64 {
        both.iter().map(|(pair, &n)| (n * n) as f64 / of(pair) as f64).sum()
    };
    let two = |n: usize| (n * n.saturating_sub(1) / 2) as f64;
    let linked = |chains: &Chains<'_, M>| chains.values().map(|c| two(c.len())).sum::<f64>();
    let right: f64 = both.values().map(|&n| two(n)).sum();
    let total = aligned(&key, &response, &both);
    Fit {
        muc: (muc(&response, meant), muc(&key, said)),
        bcubed: (
            ratio(square(&|p| response[p.1].len()), said.len() as f64),
            ratio(square(&|p| key[p.0].len()), meant.len() as f64),
        ),
        ceaf: (ratio(total, response.len() as f64), ratio(total, key.len() as f64)),
        links: (ratio(right, linked(&response)), ratio(right, linked(&key))),
    }
}

fn gather<M: Ord>(of: &BTreeMap<M, String>) -> Chains<'_, M> {
    let mut out: Chains<'_, M> = BTreeMap::new();
    for (m, chain) in of {
        out.entry(chain).or_default().insert(m);
    }
    out
}

/// The greatest sum of likeness (2 × shared / both sizes) when every chain goes to at most one of the other side.
fn aligned<M: Ord>(
    key: &Chains<'_, M>,
    response: &Chains<'_, M>,
    both: &BTreeMap<(&str, &str), usize>,
) -> f64 {
    let mut beside: BTreeMap<(bool, &str), Vec<(bool, &str)>> = BTreeMap::new();
    for &(k, r) in both.keys() {
        beside.entry((true, k)).or_default().push((false, r));
        beside.entry((false, r)).or_default().push((true, k));
    }
    let (mut seen, mut total) = (BTreeSet::new(), 0.0);
    for &start in beside.keys() {
        let (mut open, mut part) = (vec![start], Vec::new());
        while let Some(x) = open.pop() {
            if seen.insert(x) {
                part.push(x);
                open.extend(&beside[&x]);
            }
        }
        let side = |own: bool| part.iter().filter(|x| x.0 == own).map(|x| x.1).collect::<Vec<&str>>();
        let (mut rows, mut columns) = (side(true), side(false));
        let like = |k: &str, r: &str| {
            let shared = both.get(&(k, r)).copied().unwrap_or(0);
            2.0 * shared as f64 / (key[k].len() + response[r].len()) as f64
        };
        let turned = rows.len() > columns.len();
        if turned {
            std::mem::swap(&mut rows, &mut columns);
        }
        let weight =
            |a: usize, b: usize| if turned { like(columns[b], rows[a]) } else { like(rows[a], columns[b]) };
        total += assign(rows.len(), columns.len(), &weight);
    }
    total
}

/// The greatest sum of weights with one column for every row, not more rows than columns (Kuhn 1955; the form with potentials).
fn assign(rows: usize, columns: usize, weight: &dyn Fn(usize, usize) -> f64) -> f64 {
    let (mut u, mut v) = (vec![0.0; rows + 1], vec![0.0; columns + 1]);
    let (mut row_of, mut way) = (vec![0usize; columns + 1], vec![0usize; columns + 1]);
    for row in 1..=rows {
        row_of[0] = row;
        let (mut at, mut least, mut used) = (0, vec![f64::INFINITY; columns + 1], vec![false; columns + 1]);
        while row_of[at] != 0 {
            used[at] = true;
            let (from, mut step, mut next) = (row_of[at], f64::INFINITY, 0);
            for j in (1..=columns).filter(|&j| !used[j]) {
                let cost = -weight(from - 1, j - 1) - u[from] - v[j];
                if cost < least[j] {
                    (least[j], way[j]) = (cost, at);
                }
                if least[j] < step {
                    (step, next) = (least[j], j);
                }
            }
            for j in 0..=columns {
                if used[j] {
                    u[row_of[j]] += step;
                    v[j] -= step;
                } else {
                    least[j] -= step;
                }
            }
            at = next;
        }
        while at != 0 {
            row_of[at] = row_of[way[at]];
            at = way[at];
        }
    }
    (1..=columns).filter(|&j| row_of[j] != 0).map(|j| weight(row_of[j] - 1, j - 1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chains(of: &[(u8, &str)]) -> BTreeMap<u8, String> {
        of.iter().map(|(m, c)| (*m, (*c).to_owned())).collect()
    }

    #[test]
    fn chains_fit_as_worked_by_hand() {
        let meant = chains(&[(1, "a"), (2, "a"), (3, "a"), (4, "b")]);
        assert!((fit(&meant, &meant).conll() - 1.0).abs() < 1e-9);
        // a is broken in two, b is missed, 5 is no mention of the other side.
        let said = chains(&[(1, "x"), (2, "x"), (3, "y"), (5, "y")]);
        let fit = fit(&meant, &said);
        let near = |a: (f64, f64), b: (f64, f64)| (a.0 - b.0).abs() < 1e-9 && (a.1 - b.1).abs() < 1e-9;
        assert!(near(fit.muc, (0.5, 0.5)), "{fit:?}");
        assert!(near(fit.bcubed, ((2.0 + 0.5) / 4.0, (4.0 / 3.0 + 1.0 / 3.0) / 4.0)), "{fit:?}");
        assert!(near(fit.ceaf, (0.8 / 2.0, 0.8 / 2.0)), "{fit:?}");
        assert!(near(fit.links, (0.5, 1.0 / 3.0)), "{fit:?}");
    }
}

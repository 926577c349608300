//! Where each matrix of the network stands among its numbers: shared by what learns them and what reads with them.

/// How far a head can be from its dependent, in steps that grow; the last is the root.
pub const BUCKETS: usize = 16;
/// The distance of the root.
pub const ROOT: usize = BUCKETS - 1;

/// The sizes of the network.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shape {
    /// Numbers that stand for a word.
    pub word: usize,
    /// Cells of a layer in one direction.
    pub cells: usize,
    /// Layers.
    pub layers: usize,
    /// Numbers by which heads are chosen.
    pub arc: usize,
    /// Numbers by which relations are chosen.
    pub label: usize,
    /// Relations.
    pub relations: usize,
}

/// A layer that reads the sentence both ways.
#[derive(Debug, Clone, Copy, Default)]
pub struct Layer {
    /// Numbers that come in for a word.
    pub inputs: usize,
    /// `inputs` rows of six parts of `cells`: candidate, forget and out gate, forwards and then backwards.
    pub matrix: usize,
    /// Six parts of `cells`.
    pub bias: usize,
    /// What the last state adds to the gates: forget and out, forwards and then backwards.
    pub back: usize,
}

/// The starts of all matrices, rows by inputs.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The layers, the first one first.
    pub layers: Vec<Layer>,
    /// A word as dependent and as head: matrix and bias each, `arc` columns.
    pub dependent: (usize, usize),
    /// See `dependent`.
    pub head: (usize, usize),
    /// The root as head.
    pub root: usize,
    /// Joins head and dependent: `arc` rows of `arc + 1`, the last column what speaks for a head by itself.
    pub join: usize,
    /// What distances a dependent likes: matrix and bias, `BUCKETS` columns.
    pub far: (usize, usize),
    /// A word as dependent (matrix and bias) for its relation, `label` columns.
    pub named: (usize, usize),
    /// A word as head for the relation.
    pub naming: usize,
    /// The root as head for the relation.
    pub naming_root: usize,
    /// The distance for the relation: `BUCKETS` rows.
    pub naming_far: usize,
    /// From `label` numbers to relations: matrix and bias.
    pub relation: (usize, usize),
    /// How many numbers there are.
    pub total: usize,
}

impl Layout {
    /// The layout of a network of these sizes.
    pub fn new(s: Shape) -> Layout {
        let mut total = 0;
        let mut take = |count: usize| {
            total += count;
            total - count
        };
        let out = 2 * s.cells;
        let layer = |i: usize, take: &mut dyn FnMut(usize) -> usize| {
            let inputs = if i == 0 { s.word } else { out };
            Layer {
                inputs,
                matrix: take(inputs * 6 * s.cells),
                bias: take(6 * s.cells),
                back: take(4 * s.cells),
            }
        };
        let layers = (0..s.layers).map(|i| layer(i, &mut take)).collect();
        let mut layout = Layout {
            layers,
            dependent: (take(out * s.arc), take(s.arc)),
            head: (take(out * s.arc), take(s.arc)),
            root: take(s.arc),
            join: take(s.arc * (s.arc + 1)),
            far: (take(s.arc * BUCKETS), take(BUCKETS)),
            named: (take(out * s.label), take(s.label)),
            naming: take(out * s.label),
            naming_root: take(s.label),
            naming_far: take(BUCKETS * s.label),
            relation: (take(s.label * s.relations), take(s.relations)),
            total: 0,
        };
        layout.total = total;
        layout
    }
}

/// The step of the distance from a dependent to its head; `count` words, the root is the head after the last.
#[inline]
pub fn bucket(dependent: usize, head: usize, count: usize) -> usize {
    if head == count {
        return ROOT;
    }
    let step = match dependent.abs_diff(head) {
        0..=1 => 0,
        2 => 1,
        3 => 2,
        4..=5 => 3,
        6..=9 => 4,
        10..=17 => 5,
        _ => 6,
    };
    if head > dependent { 7 + step } else { step }
}

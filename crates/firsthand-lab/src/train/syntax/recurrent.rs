//! A layer that reads a sentence both ways (see `parse::net`), as it is learnt.

use super::adam::{Numbers, add};
use firsthand_text::language::parse::layout::Layer;
use firsthand_text::language::parse::matrix::gate;

/// What a layer did with a sentence.
pub(super) struct Pass {
    /// What came in, some numbers blotted out.
    x: Vec<f32>,
    blot: Vec<f32>,
    gates: Vec<f32>,
    states: Vec<f32>,
    pub(super) out: Vec<f32>,
}

/// Multiplies every row by a mask.
pub(super) fn mask(rows: &mut [f32], blot: &[f32]) {
    for row in rows.chunks_exact_mut(blot.len()) {
        row.iter_mut().zip(blot).for_each(|(x, b)| *x *= b);
    }
}

fn gate_slope(x: f32) -> f32 {
    let d = 1.0 + x.abs();
    0.5 / (d * d)
}

/// Words in the order a way reads them.
fn order(count: usize, way: usize) -> impl DoubleEndedIterator<Item = usize> {
    (0..count).map(move |step| if way == 0 { step } else { count - 1 - step })
}

/// The part of what came in that a cell may let through.
fn skip(layer: &Layer, cells: usize, way: usize) -> usize {
    if layer.inputs == 2 * cells { way * cells } else { 0 }
}

/// Reads a sentence. The same numbers of all words are blotted out (Gal and Ghahramani 2016).
pub(super) fn forward(
    numbers: &Numbers,
    layer: &Layer,
    cells: usize,
    mut x: Vec<f32>,
    blot: Vec<f32>,
) -> Pass {
    mask(&mut x, &blot);
    let count = x.len() / layer.inputs;
    let gates = numbers.product(&x, layer.inputs, layer.matrix, 6 * cells, Some(layer.bias));
    let mut states = vec![0.0; count * 2 * cells];
    let mut out = vec![0.0; count * 2 * cells];
    for way in 0..2 {
        let (forget, open) = numbers.part(layer.back + way * 2 * cells, 2 * cells).split_at(cells);
        let mut state = vec![0.0f32; cells];
        for at in order(count, way) {
            let gates = &gates[(at * 2 + way) * 3 * cells..][..3 * cells];
            let x = &x[at * layer.inputs + skip(layer, cells, way)..][..cells];
            let place = (at * 2 + way) * cells;
            for j in 0..cells {
                let f = gate(gates[cells + j] + forget[j] * state[j]);
                let r = gate(gates[2 * cells + j] + open[j] * state[j]);
                let c = f * state[j] + (1.0 - f) * gates[j];
                state[j] = c;
                states[place + j] = c;
                out[place + j] = r * c + (1.0 - r) * x[j];
            }
        }
    }
    Pass { x, blot, gates, states, out }
}

/// From the slopes of what came out to those of the layer's numbers, which are kept, and of what came in.
pub(super) fn backward(
    numbers: &mut Numbers,
    layer: &Layer,
    cells: usize,
    pass: &Pass,
    slopes: &[f32],
) -> Vec<f32> {
    let count = pass.x.len() / layer.inputs;
    let mut of_gates = vec![0.0f32; count * 6 * cells];
    let mut of_x = vec![0.0f32; pass.x.len()];
    let nothing = vec![0.0f32; cells];
    for way in 0..2 {
        let back = numbers.part(layer.back + way * 2 * cells, 2 * cells).to_vec();
        let (forget, open) = back.split_at(cells);
        let mut of_back = vec![0.0f32; 2 * cells];
        let mut of_state = vec![0.0f32; cells];
        let words: Vec<usize> = order(count, way).collect();
        for (step, &at) in words.iter().enumerate().rev() {
            let place = (at * 2 + way) * cells;
            let before = match step.checked_sub(1) {
                Some(s) => &pass.states[(words[s] * 2 + way) * cells..][..cells],
                None => &nothing,
            };
            let gates = &pass.gates[3 * place..][..3 * cells];
            let to = &mut of_gates[3 * place..][..3 * cells];
            let from = at * layer.inputs + skip(layer, cells, way);
            for j in 0..cells {
                let last = before[j];
                let (a, b) = (gates[cells + j] + forget[j] * last, gates[2 * cells + j] + open[j] * last);
                let (f, r) = (gate(a), gate(b));
                let d = slopes[place + j];
                let of_open = d * (pass.states[place + j] - pass.x[from + j]) * gate_slope(b);
                of_x[from + j] += d * (1.0 - r);
                let of_c = d * r + of_state[j];
                let of_forget = of_c * (last - gates[j]) * gate_slope(a);
                to[j] = of_c * (1.0 - f);
                to[cells + j] = of_forget;
                to[2 * cells + j] = of_open;
                of_back[j] += of_forget * last;
                of_back[cells + j] += of_open * last;
                of_state[j] = of_c * f + of_forget * forget[j] + of_open * open[j];
            }
        }
        add(&mut numbers.slope[layer.back + way * 2 * cells..][..2 * cells], &of_back);
    }
    numbers.back(&pass.x, layer.inputs, (layer.matrix, Some(layer.bias)), &of_gates, &mut of_x);
    mask(&mut of_x, &pass.blot);
    of_x
}

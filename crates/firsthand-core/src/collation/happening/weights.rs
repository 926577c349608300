//! The weights of the figures: logistic regression, made by `firsthand-lab train happenings` (`models/happenings.md`).

use super::evidence::{COUNT, NAMES};
use std::fmt::Write as _;
use std::sync::OnceLock;

/// A weight for each figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights([f64; COUNT]);

impl Weights {
    /// Those that come with the program.
    pub fn built_in() -> &'static Weights {
        static WEIGHTS: OnceLock<Weights> = OnceLock::new();
        WEIGHTS.get_or_init(|| Weights::read(include_str!("../../../models/happenings.tsv")))
    }

    /// Reads a table: the name of a figure and its weight, a line each. A figure that is not in it weighs nothing.
    pub fn read(table: &str) -> Weights {
        let mut weights = [0.0; COUNT];
        for line in table.lines() {
            let Some((name, weight)) = line.split_once('\t') else { continue };
            if let (Some(n), Ok(weight)) = (NAMES.iter().position(|x| *x == name), weight.parse()) {
                weights[n] = weight;
            }
        }
        Weights(weights)
    }

    /// Takes weights in the order of [`NAMES`].
    pub fn new(weights: [f64; COUNT]) -> Weights {
        Weights(weights)
    }

    /// Lays out the table.
    pub fn write(&self) -> String {
        NAMES.iter().zip(&self.0).fold(String::new(), |mut out, (name, weight)| {
            let _ = writeln!(out, "{name}\t{weight:.4}");
            out
        })
    }

    /// How likely two mentions are of one happening, 0 to 1.
    pub fn likely(&self, evidence: &[f32; COUNT]) -> f64 {
        let sum: f64 = self.0.iter().zip(evidence).map(|(w, x)| w * f64::from(*x)).sum();
        1.0 / (1.0 + (-sum).exp())
    }
}

//! The figures once more as what goes wrong: how often two things are made one, or a contradiction is found that there is not.

use super::Figure;

/// How a figure becomes a rate of errors.
#[derive(Clone, Copy)]
enum Rate {
    /// It is one.
    Itself,
    /// It is the share that is right.
    Rest,
}

/// What goes wrong, and the figure it is read from: data set and name.
const ERRORS: [(&str, &str, &str, Rate); 10] = [
    (
        "wrong merges: pairs of reports in one story that are of two, all at once",
        "the same with 2000 single reports of NeuS",
        "precision of pairs",
        Rate::Rest,
    ),
    (
        "wrong merges: the same, one by one",
        "the same with 2000 single reports of NeuS",
        "precision of pairs, one by one",
        Rate::Rest,
    ),
    (
        "wrong merges: mentions of a happening among those of another",
        "ecbplus-dev",
        "own mentions, BCubed precision",
        Rate::Rest,
    ),
    ("wrong merges: names that two persons or bodies share", "8 gold stories", "not_same_kept", Rate::Rest),
    ("wrong copies: reuse that is none, or is missed (1 - F1)", "real", "reuse, pair F1", Rate::Rest),
    (
        "wrong derivations: a named parent that is none and is not behind it",
        "sim_forest",
        "named parent is one or is behind it",
        Rate::Rest,
    ),
    (
        "wrong counts: certain origins that are too many",
        "142 facts with a point, of 144",
        "certain too high",
        Rate::Itself,
    ),
    ("false disputes: of those the accounts have", "8 gold stories", "dispute_precision", Rate::Rest),
    (
        "false disputes: of pairs that do not contradict",
        "2120 pairs",
        "pairs with a false dispute",
        Rate::Itself,
    ),
    (
        "claims: a side that no report takes",
        "200 claims",
        "a side that no report takes, of answers with a side",
        Rate::Itself,
    ),
];

/// The table of rates that can be read from these figures; empty where there is none.
pub(super) fn errors(figures: &[Figure]) -> String {
    let rate = |(what, data, name, how): &(&str, &str, &str, Rate)| {
        let figure = figures.iter().find(|f| f.data == *data && f.name == *name)?;
        let value = match how {
            Rate::Itself => figure.value,
            Rate::Rest => 1.0 - figure.value,
        };
        Some(format!("| {what} | {data} | {value:.3} |\n"))
    };
    let rows: String = ERRORS.iter().filter_map(rate).collect();
    if rows.is_empty() {
        rows
    } else {
        format!("| what goes wrong | data | rate |\n| --- | --- | ---: |\n{rows}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_read_from_its_figure_or_left_out() {
        let figure = |data: &str, name: &str, value| Figure {
            stage: "account",
            data: data.to_owned(),
            name: name.to_owned(),
            value,
            floor: None,
        };
        let table = errors(&[
            figure("8 gold stories", "dispute_precision", 0.75),
            figure("2120 pairs", "pairs with a false dispute", 0.125),
            figure("2120 pairs", "right of all pairs", 0.9),
        ]);
        assert_eq!(table.lines().count(), 4, "{table}");
        assert!(table.contains("| 8 gold stories | 0.250 |") && table.contains("| 2120 pairs | 0.125 |"));
        assert_eq!(errors(&[]), "");
    }
}

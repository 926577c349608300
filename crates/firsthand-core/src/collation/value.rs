//! Normalised answers, how they are written, and how two of them stand to one another.

use super::date::Date;
use super::spoken;
use crate::name::Names;
use firsthand_text::language::number::{Bound, Quantity, QuantityKind};

/// One normalised answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A date or a stretch of days.
    Date(Date),
    /// How many or how much.
    Amount(Amount),
    /// Somebody, something or some place: an index into the story's entities.
    Entity(usize),
    /// What is said to have been, in words.
    Text(String),
}

/// A quantity with what it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// Lower end, or the value itself.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// How exactly it is meant.
    pub bound: Bound,
    /// What kind of quantity it is.
    pub kind: QuantityKind,
    /// Unit of measure.
    pub unit: Option<String>,
    /// Counted noun as written.
    pub noun: Option<String>,
}

impl Value {
    /// The value as account.json writes it; an entity by the name `names` has for it.
    pub fn written(&self, names: &Names) -> String {
        match self {
            Value::Date(d) => d.edtf.clone(),
            Value::Amount(a) => a.print(),
            Value::Entity(e) => names.entities[*e].name.clone(),
            Value::Text(words) => words.clone(),
        }
    }
}

/// How two answers stand to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The same.
    Same,
    /// Both can be true, one more exact than the other.
    Finer,
    /// Both cannot be true of one happening.
    Apart,
}

impl Amount {
    /// The amount of a quantity; `noun` is the counted noun as written.
    pub fn of(quantity: &Quantity, noun: Option<String>) -> Amount {
        Amount {
            low: quantity.low,
            high: quantity.high,
            bound: quantity.bound,
            kind: quantity.kind,
            unit: quantity.unit.clone(),
            noun,
        }
    }
    /// As account.json writes it: `~7000 containers`, `>90 USD/barrel`, `3..5`.
    pub fn print(&self) -> String {
        let bound = match self.bound {
            Bound::Exact => "",
            Bound::About => "~",
            Bound::More => ">",
            Bound::AtLeast => ">=",
            Bound::Less => "<",
            Bound::AtMost => "<=",
        };
        self.written(bound, "..", number)
    }
    /// As a sentence says it: `about 7,000 containers`, `at least 5 people`, `3 to 5`.
    pub fn in_words(&self) -> String {
        let bound = match self.bound {
            Bound::Exact => "",
            Bound::About => "about ",
            Bound::More => "more than ",
            Bound::AtLeast => "at least ",
            Bound::Less => "less than ",
            Bound::AtMost => "at most ",
        };
        self.written(bound, " to ", |x| spoken::thousands(&number(x)))
    }
    fn written(&self, bound: &str, to: &str, number: impl Fn(f64) -> String) -> String {
        let number = if self.low == self.high {
            number(self.low)
        } else {
            format!("{}{to}{}", number(self.low), number(self.high))
        };
        let unit = match (&self.unit, &self.noun) {
            (Some(unit), _) => format!(" {}", unit_words(unit, self.high)),
            (None, Some(noun)) => format!(" {noun}"),
            (None, None) => String::new(),
        };
        format!("{bound}{number}{unit}")
    }
    /// Whether it is said to be more than what the other is said to be: more than 400 beside 400.
    pub fn exceeds(&self, other: &Amount) -> bool {
        self.bound == Bound::More && self.low >= other.high && other.bound == Bound::Exact
    }
    /// Whether one leaves its upper end open and the other is far beyond it: `at least 7` is hardly said of 28.
    pub fn outgrows(&self, other: &Amount) -> bool {
        let open = |x: &Amount| matches!(x.bound, Bound::More | Bound::AtLeast);
        let far = |x: &Amount, y: &Amount| open(x) && !open(y) && y.low > 2.0 * x.high;
        far(self, other) || far(other, self)
    }
    /// The values that can be meant.
    fn band(&self) -> (f64, f64) {
        match self.bound {
            Bound::Exact => (self.low, self.high),
            // `About` is taken as a tenth either way, the spread at which editors call figures alike.
            Bound::About => (self.low * 0.9, self.high * 1.1),
            Bound::More | Bound::AtLeast => (self.low, f64::INFINITY),
            Bound::Less | Bound::AtMost => (f64::NEG_INFINITY, self.high),
        }
    }
    /// How it stands to another of the same counted thing.
    pub fn standing(&self, other: &Amount) -> Standing {
        // `no less than seven` stresses seven; it does not mean more.
        let stressed = |b: Bound| matches!(b, Bound::Exact | Bound::AtLeast | Bound::AtMost);
        let same_bound = self.bound == other.bound
            || (stressed(self.bound)
                && stressed(other.bound)
                && (self.bound == Bound::Exact || other.bound == Bound::Exact));
        if self.low == other.low && self.high == other.high && same_bound {
            return Standing::Same;
        }
        let (a, b) = (self.band(), other.band());
        if a.0 <= b.1 && b.0 <= a.1 {
            return Standing::Finer;
        }
        let round = |x: &Amount, y: &Amount| x.low == x.high && y.low == y.high && is_rounding(x.low, y.low);
        if round(self, other) || round(other, self) { Standing::Finer } else { Standing::Apart }
    }
}

/// Whether `rough` is `fine` rounded to two figures or fewer, as 7,000 is 6,987, or to a single one within about four percent,
/// as 700 is 716; from a billion up within a tenth, as papers write 2 trillion for 2.2.
fn is_rounding(rough: f64, fine: f64) -> bool {
    if rough < 100.0 || rough == fine {
        return false;
    }
    let step = 10f64.powf(rough.log10().floor() - 1.0);
    let figures = |step: f64| (rough / step).fract() == 0.0;
    let off = (fine - rough).abs();
    let share = if rough >= 1e9 { 0.1 } else { 0.045 };
    (figures(step) && off <= step / 2.0) || (figures(step * 10.0) && off <= share * rough * 1.000_001)
}

/// A number without needless digits.
pub fn number(x: f64) -> String {
    if x.fract() == 0.0 && x.abs() < 1e15 { format!("{x:.0}") } else { format!("{x}") }
}

/// A unit as it stands behind a number: words in the plural, codes as they are.
fn unit_words(unit: &str, value: f64) -> String {
    const WORDS: [&str; 20] = [
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "second",
        "decade",
        "metre",
        "square metre",
        "mile",
        "yard",
        "gram",
        "tonne",
        "ton",
        "kiloton",
        "litre",
        "gallon",
        "acre",
        "hectare",
    ];
    match unit {
        _ if value == 1.0 => unit.to_owned(),
        "century" => "centuries".to_owned(),
        "foot" => "feet".to_owned(),
        "inch" => "inches".to_owned(),
        _ if WORDS.contains(&unit) => format!("{unit}s"),
        _ => unit.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(low: f64, bound: Bound) -> Amount {
        Amount { low, high: low, bound, kind: QuantityKind::Count, unit: None, noun: None }
    }

    #[test]
    fn amounts_are_written_for_programs_and_in_words() {
        let with = |low, high, bound, unit: &str, noun: &str| Amount {
            high,
            unit: (!unit.is_empty()).then(|| unit.to_owned()),
            noun: (!noun.is_empty()).then(|| noun.to_owned()),
            ..amount(low, bound)
        };
        for (amount, print, words) in [
            (
                with(7000.0, 7000.0, Bound::About, "", "containers"),
                "~7000 containers",
                "about 7,000 containers",
            ),
            (with(85e6, 85e6, Bound::Exact, "EUR", ""), "85000000 EUR", "85,000,000 EUR"),
            (with(3.0, 3.0, Bound::More, "metre", ""), ">3 metres", "more than 3 metres"),
            (with(1.0, 1.0, Bound::Exact, "metre", ""), "1 metre", "1 metre"),
            (with(0.5, 0.5, Bound::AtMost, "foot", ""), "<=0.5 feet", "at most 0.5 feet"),
            (with(3.0, 5.0, Bound::Exact, "km", ""), "3..5 km", "3 to 5 km"),
            (with(2.0, 2.0, Bound::AtLeast, "century", ""), ">=2 centuries", "at least 2 centuries"),
        ] {
            assert_eq!((amount.print().as_str(), amount.in_words().as_str()), (print, words));
        }
    }

    #[test]
    fn amounts_are_the_same_finer_or_apart() {
        use Bound::*;
        use Standing::*;
        let cases = [
            (5.0, Exact, 5.0, Exact, Same),
            (5.0, Exact, 2.0, Exact, Apart),
            (7000.0, About, 6987.0, Exact, Finer),
            (7000.0, Exact, 6987.0, Exact, Finer),
            (80.0, More, 18.0, Exact, Apart),
            (6.0, AtLeast, 7.0, AtLeast, Finer),
            (50.0, About, 40.0, Exact, Apart),
            (300.0, More, 300.0, Exact, Finer),
            (2e12, Exact, 2.2e12, Exact, Finer),
            (2e6, Exact, 2.2e6, Exact, Apart),
            (5.2, Exact, 5.4, Exact, Apart),
        ];
        for (a, x, b, y, want) in cases {
            assert_eq!(amount(a, x).standing(&amount(b, y)), want, "{a} {x:?} {b} {y:?}");
            assert_eq!(amount(b, y).standing(&amount(a, x)), want, "{b} {y:?} {a} {x:?}");
        }
    }

    #[test]
    fn amounts_are_printed_with_bound_and_unit() {
        let mut a = amount(7000.0, Bound::About);
        a.noun = Some("containers".into());
        assert_eq!(a.print(), "~7000 containers");
        let a = Amount { unit: Some("USD/barrel".into()), ..amount(90.0, Bound::More) };
        assert_eq!(a.print(), ">90 USD/barrel");
        let a = Amount { unit: Some("year".into()), high: 5.0, ..amount(3.0, Bound::Exact) };
        assert_eq!(a.print(), "3..5 years");
        assert_eq!(amount(5.6, Bound::Exact).print(), "5.6");
    }
}

//! The sentences of `data/slots`: one happening each, in several wordings, with its slots marked.

use anyhow::{Context, Result, bail};
use jiff::civil::Date;

/// One happening.
#[derive(Debug, Clone, Default)]
pub(super) struct Base {
    /// Its name: `ferry`.
    pub(super) id: String,
    /// How many, and whether it is a toll that may grow.
    pub(super) number: Option<(f64, bool)>,
    /// The day it was.
    pub(super) day: Date,
    /// Where: the place, one it lies in, another.
    pub(super) place: Option<[String; 3]>,
    /// Who did it or suffered it.
    pub(super) who: Option<Who>,
    /// A headline for each of two outlets.
    pub(super) titles: [String; 2],
    /// The sentence.
    pub(super) plain: String,
    /// In the passive voice or in another order.
    pub(super) other: String,
    /// With other words.
    pub(super) synonym: String,
    /// That it did not happen.
    pub(super) negated: String,
    /// A sentence on something else about it.
    pub(super) context: String,
}

/// Somebody with other ways to name them; the empty ones are not there.
#[derive(Debug, Clone, Default)]
pub(super) struct Who {
    pub(super) name: String,
    pub(super) title: String,
    /// The name in another spelling.
    pub(super) spelling: String,
    /// Somebody else.
    pub(super) other: String,
}

/// Reads a file of them.
pub(super) fn read(text: &str) -> Result<Vec<Base>> {
    let blocks = text.split("\n# ").map(|b| b.trim_start_matches("# ")).filter(|b| !b.trim().is_empty());
    blocks.map(|b| one(b).with_context(|| format!("in {}", b.lines().next().unwrap_or_default()))).collect()
}

fn one(block: &str) -> Result<Base> {
    let mut lines = block.lines().map(str::trim).filter(|l| !l.is_empty());
    let mut base = Base { id: lines.next().unwrap_or_default().to_owned(), ..Base::default() };
    for line in lines {
        let (key, value) = line.split_once(' ').context("a line without a key")?;
        let parts: Vec<String> = value.split(" / ").map(|p| p.trim().to_owned()).collect();
        let part = |n: usize| parts.get(n).filter(|p| *p != "-").cloned().unwrap_or_default();
        match key {
            "n" => {
                let (number, toll) = value.split_once(' ').unwrap_or((value, ""));
                base.number = Some((number.replace(',', "").parse()?, toll == "toll"));
            }
            "day" => base.day = value.parse()?,
            "place" => base.place = Some([part(0), part(1), part(2)]),
            "who" => {
                base.who = Some(Who { name: part(0), title: part(1), spelling: part(2), other: part(3) });
            }
            "t" => base.titles = [part(0), part(1)],
            "a" => base.plain = value.to_owned(),
            "b" => base.other = value.to_owned(),
            "s" => base.synonym = value.to_owned(),
            "z" => base.negated = value.to_owned(),
            "c" => base.context = value.to_owned(),
            _ => bail!("no such line: {line}"),
        }
    }
    Ok(base)
}

/// What stands in the slots of a sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct Fill {
    pub(super) number: String,
    pub(super) day: String,
    pub(super) place: String,
    pub(super) who: String,
}

impl Fill {
    /// What the base itself says.
    pub(super) fn of(base: &Base) -> Fill {
        Fill {
            number: base.number.map(|(n, _)| super::wording::figures(n)).unwrap_or_default(),
            day: super::wording::weekday(base.day),
            place: base.place.as_ref().map(|p| p[0].clone()).unwrap_or_default(),
            who: base.who.as_ref().map(|w| w.name.clone()).unwrap_or_default(),
        }
    }

    /// The sentence with its slots filled, beginning with a capital letter.
    pub(super) fn sentence(&self, pattern: &str) -> String {
        let who = self.who.strip_prefix("The ").map_or_else(|| self.who.clone(), |r| format!("the {r}"));
        let text = pattern
            .replace("{n}", &self.number)
            .replace("{N}", &self.number)
            .replace("{day}", &self.day)
            .replace("{place}", &self.place)
            .replace("{who}", &who);
        let mut letters = text.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        first + letters.as_str()
    }
}

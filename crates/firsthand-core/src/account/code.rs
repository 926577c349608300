//! Kinds of events as the account gives them.

use super::shape::{Actor, Code};
use crate::statement::event;
use std::collections::BTreeMap;

/// The code of a statement.
pub(super) fn code(code: &event::Code) -> Code {
    let actor = |a: &event::actor::Actor| Actor {
        country: a.country.map(str::to_owned),
        sector: a.sector.map(str::to_owned),
    };
    Code {
        root: code.root.clone(),
        mode: code.mode.map(str::to_owned),
        source: actor(&code.source),
        target: actor(&code.target),
        direction: if code.mutual { "mutual" } else { "directed" }.to_owned(),
    }
}

/// The code of an event: the root that more of its statements have than any other; none where two are even.
pub(super) fn of_event<'a>(codes: impl Iterator<Item = &'a event::Code>) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    codes.for_each(|c| *counts.entry(&c.root).or_default() += 1);
    let most = counts.values().copied().max()?;
    let mut best = counts.iter().filter(|(_, n)| **n == most);
    let root = best.next()?.0;
    best.next().is_none().then(|| format!("PLOVER:{root}"))
}

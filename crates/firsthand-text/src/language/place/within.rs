//! Which place lies in which.

use super::{Kind, Spot, spots};
use crate::language::country::{self, Country, Sense, fold};

/// Whether `inner` lies within `outer` (Tehran in Iran), both as written. False where it is not known.
///
/// A name of several places counts as each of the two largest: Birmingham lies within the United Kingdom and
/// within Alabama. Nothing lies within itself.
pub fn within(inner: &str, outer: &str) -> bool {
    lies_within(&Whereabouts::of(inner), &Whereabouts::of(outer))
}

/// What is known of a place by its name, for one that is compared with many.
#[derive(Debug, Clone)]
pub struct Whereabouts {
    whole: Part,
    /// What stands between its commas, at most four; none where there is no comma.
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
struct Part {
    folded: String,
    sense: Option<(&'static Country, Sense)>,
    spots: Vec<Spot>,
}

impl Whereabouts {
    /// Looks a name up.
    pub fn of(name: &str) -> Whereabouts {
        let parts =
            if name.contains(", ") { name.split(", ").take(4).map(Part::of).collect() } else { Vec::new() };
        Whereabouts { whole: Part::of(name), parts }
    }
}

impl Part {
    fn of(name: &str) -> Part {
        Part { folded: fold(name), sense: country::sense(name), spots: spots(name) }
    }
}

/// The same as [`within`], of places looked up before.
pub fn lies_within(inner: &Whereabouts, outer: &Whereabouts) -> bool {
    let outer = &outer.whole;
    if inner.whole.folded.is_empty() || outer.folded.is_empty() {
        return false;
    }
    // Chicago, Illinois: what follows the comma says which Chicago.
    match &inner.parts[..] {
        [] => lies(&inner.whole, outer),
        [plain] => lies(plain, outer),
        [head, next, ..] => {
            let named = |part: &Part| part.folded == outer.folded || lies(part, outer);
            inner.parts.iter().skip(1).any(named) || (lies(head, next) && lies(head, outer))
        }
    }
}

fn lies(inner: &Part, outer: &Part) -> bool {
    if inner.folded == outer.folded {
        return false;
    }
    if let Some((whole, Sense::Name)) = outer.sense {
        return match inner.sense {
            Some((part, Sense::Capital | Sense::Seat)) if part.code == whole.code => true,
            Some((_, Sense::Name | Sense::Demonym)) => false,
            _ => inner.spots.iter().any(|s| s.country == whole.code),
        };
    }
    if matches!(inner.sense, Some((_, Sense::Name))) {
        return false;
    }
    let regions: Vec<&Spot> =
        outer.spots.iter().filter(|s| s.kind == Kind::Region && s.region != 0).collect();
    inner.spots.iter().any(|i| {
        i.kind == Kind::City && regions.iter().any(|r| (r.country, r.region) == (i.country, i.region))
    })
}

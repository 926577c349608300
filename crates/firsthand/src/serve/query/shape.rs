//! The parameters of each address, as they are typed and as the archive takes them.

use super::super::problem::Problem;
use super::value::{MOST, USUAL, day, filled, paging, within};
use firsthand_store::{Paging, Search, Wanted};
use serde::Deserialize;
use utoipa::IntoParams;

/// No number of a change is greater: every program that reads JSON can tell them apart.
const LAST: i64 = 9_007_199_254_740_991;

/// Which stories are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct Stories {
    /// A name or words that a report of the story holds.
    #[param(min_length = 1, max_length = 2000)]
    pub(in super::super) about: Option<String>,
    /// An outlet with a report in the story, as `outlets` spells it.
    #[param(min_length = 1, max_length = 2000)]
    pub(in super::super) outlet: Option<String>,
    /// With a report of this day or later.
    #[param(format = "date", example = "2025-03-12")]
    pub(in super::super) since: Option<String>,
    /// With a report of this day or earlier.
    #[param(format = "date", example = "2025-03-14")]
    pub(in super::super) until: Option<String>,
    /// With so many reports or more.
    #[param(minimum = 1, maximum = 1_000_000)]
    pub(in super::super) least: Option<usize>,
    /// Only stories with a dispute.
    pub(in super::super) disputed: Option<bool>,
    /// Where the list goes on: `next` of the answer before.
    #[param(pattern = "^[0-9]{1,18}$")]
    pub(in super::super) after: Option<String>,
    /// How many.
    #[param(minimum = 1, maximum = 100)]
    pub(in super::super) limit: Option<usize>,
}

/// What is searched for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct Words {
    /// Words that the report holds, all of them.
    #[param(required, min_length = 1, max_length = 2000)]
    pub(in super::super) q: Option<String>,
    /// A name that the report holds.
    #[param(min_length = 1, max_length = 2000)]
    pub(in super::super) about: Option<String>,
    /// The outlet, as `outlets` spells it.
    #[param(min_length = 1, max_length = 2000)]
    pub(in super::super) outlet: Option<String>,
    /// Published this day or later.
    #[param(format = "date")]
    pub(in super::super) since: Option<String>,
    /// Published this day or earlier.
    #[param(format = "date")]
    pub(in super::super) until: Option<String>,
    /// The best match first instead of the newest.
    pub(in super::super) ranked: Option<bool>,
    /// Where the list goes on: `next` of the answer before.
    #[param(pattern = "^[0-9]{1,18}$")]
    pub(in super::super) after: Option<String>,
    /// How many.
    #[param(minimum = 1, maximum = 100)]
    pub(in super::super) limit: Option<usize>,
}

/// A claim to be looked up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct Claimed {
    /// The claim, a sentence.
    #[param(required, min_length = 1, max_length = 2000)]
    pub(in super::super) claim: Option<String>,
}

/// How far the log is known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct Since {
    /// The last change that is known: only later ones are given.
    #[param(minimum = 0, maximum = 9_007_199_254_740_991_i64)]
    pub(in super::super) after: Option<i64>,
    /// How many.
    #[param(minimum = 1, maximum = 100)]
    pub(in super::super) limit: Option<usize>,
}

/// No parameters at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in super::super) struct Nothing {}

impl Stories {
    /// As the archive takes it.
    pub(in super::super) fn wanted(&self) -> Result<(Wanted, Paging), Problem> {
        Ok((
            Wanted {
                about: filled("about", self.about.as_ref())?,
                outlet: filled("outlet", self.outlet.as_ref())?,
                since: day("since", self.since.as_ref())?,
                until: day("until", self.until.as_ref())?,
                least: within("least", self.least, 1, 1_000_000)?,
                disputed: self.disputed.unwrap_or_default(),
            },
            paging(self.after.as_ref(), self.limit)?,
        ))
    }
}

impl Words {
    /// As the archive takes it.
    pub(in super::super) fn search(&self) -> Result<(Search, Paging), Problem> {
        let search = Search {
            words: filled("q", self.q.as_ref())?.unwrap_or_default(),
            any: false,
            about: filled("about", self.about.as_ref())?,
            outlet: filled("outlet", self.outlet.as_ref())?,
            since: day("since", self.since.as_ref())?,
            until: day("until", self.until.as_ref())?,
            ranked: self.ranked.unwrap_or_default(),
        };
        Ok((search, paging(self.after.as_ref(), self.limit)?))
    }
    /// What was typed, sense or not, to be shown beside what is wrong with it.
    pub(in super::super) fn as_typed(&self) -> Search {
        Search {
            words: self.q.clone().unwrap_or_default(),
            any: false,
            about: self.about.clone(),
            outlet: self.outlet.clone(),
            since: self.since.clone(),
            until: self.until.clone(),
            ranked: self.ranked.unwrap_or_default(),
        }
    }
}

impl Claimed {
    /// The claim; None where there is none yet.
    pub(in super::super) fn claim(&self) -> Result<Option<String>, Problem> {
        filled("claim", self.claim.as_ref())
    }
}

impl Since {
    /// The last change that is known, and how many are wanted.
    pub(in super::super) fn bounds(&self) -> Result<(i64, usize), Problem> {
        let after = self.after.unwrap_or_default();
        if !(0..=LAST).contains(&after) {
            return Err(Problem::senseless("after is the number of a change, from 0"));
        }
        Ok((after, within("limit", self.limit, USUAL, MOST)?))
    }
}

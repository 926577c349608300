//! `find_stories`

use super::super::problem::Problem;
use super::super::query;
use super::shape::{Part, Quotation, Span, State, count};
use super::tool::Ask;
use firsthand_store::{Reader, StoryLine};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Stories in one answer, unless told, and at most: for each its title is looked up.
const USUAL: usize = 10;
const MOST: usize = 25;
/// Outlets named for one story.
const OUTLETS: usize = 12;

/// Finds stories.
pub(super) struct FindStories;

/// Which stories are wanted.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// A name or words that a report of the story holds.
    about: Option<String>,
    /// An outlet with a report in the story, spelled as in the archive.
    outlet: Option<String>,
    /// With a report of this day or later, such as 2025-03-12.
    since: Option<String>,
    /// With a report of this day or earlier.
    until: Option<String>,
    /// With so many reports or more.
    least: Option<usize>,
    /// Only stories with a dispute.
    disputed: Option<bool>,
    /// `next` of the answer before, to go on.
    after: Option<String>,
    /// How many, 1 to 25 [default: 10].
    limit: Option<usize>,
}

/// Stories.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Answer {
    /// Whether the list is whole as far as it goes.
    state: State,
    /// Why.
    why: String,
    /// The stories, the newest first.
    stories: Vec<StoryTold>,
    /// What `after` must be for the next piece; null at the end.
    next: Option<String>,
}

/// A story in short.
#[derive(Debug, Serialize, JsonSchema)]
struct StoryTold {
    /// Its id, for the other tools: `s12`.
    story: String,
    /// Title of its most central report, as the report has it.
    title: Option<Quotation>,
    /// How many reports.
    reports: usize,
    /// Their outlets; the first of them where there are many.
    outlets: Vec<String>,
    /// How many outlets are not named here.
    outlets_left_out: usize,
    /// Earliest day of publication (EDTF).
    first_published: Option<String>,
    /// Latest day of publication (EDTF).
    last_published: Option<String>,
    /// How many origins stand behind it; null where its account was not made yet: ask read_account.
    origins: Option<usize>,
    /// Whether `origins` is measured.
    origins_state: State,
    /// How many points are disputed; null where its account was not made yet.
    disputed: Option<usize>,
    /// Stories that belong to it and are not one with it: other parts of a long-running story, say.
    related: Vec<KinTold>,
}

/// A story that belongs to another.
#[derive(Debug, Serialize, JsonSchema)]
struct KinTold {
    /// Its id: `s13`.
    story: String,
    /// Why it belongs there.
    why: String,
}

impl Ask for FindStories {
    const NAME: &'static str = "find_stories";
    const TITLE: &'static str = "Find stories";
    const ABOUT: &'static str = "Lists stories of the archive, the newest first: reports of one event, put together. Narrow it by a \
        name, outlet, days, number of reports, or to stories with a dispute. For single sentences take search_statements.";
    type Question = Question;
    type Answer = Answer;

    fn answer(reader: &Reader, question: &Question) -> Result<Answer, Problem> {
        let asked = query::Stories {
            about: question.about.clone(),
            outlet: question.outlet.clone(),
            since: question.since.clone(),
            until: question.until.clone(),
            least: question.least,
            disputed: question.disputed,
            after: question.after.clone(),
            limit: Some(query::within("limit", question.limit, USUAL, MOST)?),
        };
        let (wanted, paging) = asked.wanted()?;
        let listing = reader.stories(&wanted, &paging)?;
        let stories = listing.items.iter().map(|line| told(reader, line)).collect::<Result<_, _>>()?;
        let (state, why) = if wanted.disputed {
            (State::Partial, "disputes are known only of stories whose account was made")
        } else {
            (State::Measured, "every story of the archive was looked at")
        };
        Ok(Answer { state, why: why.into(), stories, next: listing.next })
    }

    fn line(answer: &Answer) -> String {
        let more = if answer.next.is_some() { "; more with after" } else { "" };
        format!("{}{more}", count(answer.stories.len(), "story", "stories"))
    }
}

fn told(reader: &Reader, line: &StoryLine) -> Result<StoryTold, Problem> {
    Ok(StoryTold {
        story: format!("s{}", line.id),
        title: title(reader, line)?,
        reports: line.reports,
        outlets: line.outlets.iter().take(OUTLETS).cloned().collect(),
        outlets_left_out: line.outlets.len().saturating_sub(OUTLETS),
        first_published: line.first.clone(),
        last_published: line.last.clone(),
        origins: line.kept.as_ref().map(|kept| kept.origins),
        origins_state: line.kept.as_ref().map_or(State::Unmeasured, |kept| kept.measure.into()),
        disputed: line.kept.as_ref().map(|kept| kept.disputed),
        related: line
            .related
            .iter()
            .map(|kin| KinTold { story: format!("s{}", kin.story), why: kin.reason.clone() })
            .collect(),
    })
}

/// The headline, with the report whose title it is.
fn title(reader: &Reader, line: &StoryLine) -> Result<Option<Quotation>, Problem> {
    let reports = reader.reports(line.id)?;
    let named = reports.into_iter().find(|report| report.title.as_deref() == Some(line.headline.as_str()));
    Ok(named.map(|report| Quotation {
        sentence: line.headline.clone(),
        span: Span {
            report: format!("r{}", report.id),
            part: Part::Title,
            start: 0,
            end: line.headline.chars().count(),
            bytes: None,
        },
        outlet: report.outlet,
        published: report.published,
    }))
}

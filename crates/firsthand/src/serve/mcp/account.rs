//! `read_account`

use super::super::problem::Problem;
use super::super::query;
use super::account_shape::{
    Answer, AnswerTold, ExclusiveTold, FormerTold, MomentTold, NameTold, PointTold, Points, Question,
    ReportTold, Section, SpeechTold,
};
use super::ledger::Ledger;
use super::shape::{count, piece, why};
use super::tool::Ask;
use firsthand_core::account::{Point, Status, Variant};
use firsthand_store::Reader;

/// Items in one answer, unless told, and at most.
const USUAL: usize = 20;
const MOST: usize = 50;
/// Sentences shown for one answer to a point.
const SENTENCES: usize = 4;
/// Spellings shown for one name.
const SPELLINGS: usize = 8;

/// Reads the account of a story.
pub(super) struct ReadAccount;

impl Ask for ReadAccount {
    const NAME: &'static str = "read_account";
    const TITLE: &'static str = "Read the account of a story";
    const ABOUT: &'static str = "Gives the account of one story, section by section: points (where reports agree, differ or stand \
        alone, with the sentences, and what was said before an edit), exclusives (what one origin alone says), quotes, timeline, \
        names, reports; always with the origins and whether their number is measured. Who copied whom is trace_lineage.";
    type Question = Question;
    type Answer = Answer;

    fn answer(reader: &Reader, question: &Question) -> Result<Answer, Problem> {
        let limit = query::within("limit", question.limit, USUAL, MOST)?;
        let ledger = Ledger::of_story(reader, &question.story)?;
        let account = &ledger.account;
        let state = account.story.measure.into();
        let (origins, _, origins_left_out) = piece(ledger.origins(), 0, MOST);
        let mut answer = Answer {
            story: account.story.id.clone(),
            state,
            why: why(state),
            reports_count: account.story.reports,
            origins_count: account.story.origins,
            origins_possible: Some(account.story.support.possible).filter(|p| *p > account.story.origins),
            points_count: counted(&account.points),
            origins,
            origins_left_out,
            section: question.section,
            points: Vec::new(),
            exclusives: Vec::new(),
            quotes: Vec::new(),
            timeline: Vec::new(),
            names: Vec::new(),
            reports: Vec::new(),
            next: None,
            left_out: 0,
        };
        answer.fill(&ledger, question.after.unwrap_or_default(), limit);
        Ok(answer)
    }

    fn line(answer: &Answer) -> String {
        let left = if answer.left_out > 0 {
            format!("; {} more with after", answer.left_out)
        } else {
            String::new()
        };
        format!(
            "{}: {} from {} ({}); {} disputed{left}",
            answer.story,
            count(answer.reports_count, "report", "reports"),
            count(answer.origins_count, "origin", "origins"),
            answer.why,
            count(answer.points_count.disputed, "point", "points"),
        )
    }
}

impl Answer {
    /// Puts the section in, from an item on.
    fn fill(&mut self, ledger: &Ledger, after: usize, limit: usize) {
        let account = &ledger.account;
        let (next, left) = match self.section {
            Section::Points => {
                let mut points: Vec<&Point> = account.points.iter().collect();
                points.sort_by_key(|point| point.status);
                let (points, next, left) = piece(points, after, limit);
                self.points = points.into_iter().map(|point| point_told(ledger, point)).collect();
                (next, left)
            }
            Section::Exclusives => {
                let (exclusives, next, left) = piece(account.exclusives.iter().collect(), after, limit);
                let told = |a: &firsthand_core::account::Exclusive| {
                    Some(ExclusiveTold {
                        sentence: ledger.sentence(ledger.statement(&a.statement)?),
                        reports: ledger.all_archived(&a.reports),
                        because: a.because.clone(),
                    })
                };
                self.exclusives = exclusives.into_iter().filter_map(told).collect();
                (next, left)
            }
            Section::Quotes => {
                let (quotes, next, left) = piece(account.quotes.iter().collect(), after, limit);
                let told = |q: &firsthand_core::account::Speech| SpeechTold {
                    speaker: ledger.name(&q.speaker),
                    role: q.role.clone(),
                    told: q.told.clone(),
                    quote: ledger.quotation(&q.passage, &q.report),
                };
                self.quotes = quotes.into_iter().map(told).collect();
                (next, left)
            }
            Section::Timeline => {
                let (moments, next, left) = piece(account.timeline.iter().collect(), after, limit);
                self.timeline = moments.into_iter().map(|moment| moment_told(ledger, moment)).collect();
                (next, left)
            }
            Section::Names => {
                let (names, next, left) = piece(account.entities.iter().collect(), after, limit);
                let told = |e: &firsthand_core::account::Entity| NameTold {
                    name: e.name.clone(),
                    kind: e.kind.clone(),
                    roles: e.roles.clone(),
                    spellings: e.forms.iter().take(SPELLINGS).map(|form| form.text.clone()).collect(),
                    left_out: e.forms.len().saturating_sub(SPELLINGS),
                    may_be_listed: e.listed.clone(),
                };
                self.names = names.into_iter().map(told).collect();
                (next, left)
            }
            Section::Reports => {
                let (reports, next, left) = piece(account.reports.iter().collect(), after, limit);
                let told = |r: &firsthand_core::account::Report| ReportTold {
                    report: ledger.archived(&r.id),
                    title: r.title.clone(),
                    outlet: r.outlet.clone(),
                    url: super::super::public::address(r.url.as_deref()),
                    published: r.published.value.clone(),
                    credits: r.credits.clone(),
                    earlier_versions: r.versions.len(),
                };
                self.reports = reports.into_iter().map(told).collect();
                (next, left)
            }
        };
        (self.next, self.left_out) = (next, left);
    }
}

fn counted(points: &[Point]) -> Points {
    let of = |status| points.iter().filter(|point| point.status == status).count();
    Points {
        disputed: of(Status::Disputed),
        refined: of(Status::Refined),
        agreed: of(Status::Agreed),
        single: of(Status::Single),
    }
}

fn former_told(ledger: &Ledger, past: &firsthand_core::account::Past) -> FormerTold {
    FormerTold {
        report: ledger.archived(&past.report),
        kind: past.kind.clone(),
        value: past.value.clone(),
        sentence: past.passage.text.clone(),
        now: past.now.clone(),
        until: past.until.clone(),
        correction: past.correction.clone(),
    }
}

fn point_told(ledger: &Ledger, point: &Point) -> PointTold {
    let answer = |variant: &Variant| {
        let sentences =
            variant.statements.iter().filter_map(|id| ledger.statement(id)).map(|t| ledger.sentence(t));
        let (sentences, _, left_out) = piece(sentences.collect(), 0, SENTENCES);
        AnswerTold {
            value: variant.value.clone(),
            origins: variant.origins.iter().map(|id| ledger.name(id)).collect(),
            reports: ledger.all_archived(&variant.reports),
            sentences,
            left_out,
        }
    };
    PointTold {
        id: point.id.clone(),
        question: point.label.clone(),
        status: point.status,
        reason: point.reason.clone(),
        answers: point.variants.iter().map(answer).collect(),
        formerly: point.history.iter().map(|past| former_told(ledger, past)).collect(),
    }
}

fn moment_told(ledger: &Ledger, moment: &firsthand_core::account::Moment) -> MomentTold {
    let events = ledger.account.events.iter().filter(|event| moment.events.contains(&event.id));
    let mut statements = events.flat_map(|event| &event.statements).filter_map(|id| ledger.statement(id));
    let dated = |t: &&firsthand_core::account::Statement| {
        t.time.as_ref().is_some_and(|time| time.value == moment.when)
    };
    let sentence = statements.clone().find(dated).or_else(|| statements.next());
    MomentTold {
        when: moment.when.clone(),
        what: moment.label.clone(),
        statement: sentence.map(|statement| ledger.sentence(statement)),
        reports: ledger.all_archived(&moment.reports),
    }
}

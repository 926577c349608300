//! `open_passage`

use super::super::problem::Problem;
use super::super::{public, story};
use super::shape::{Part, Span, State};
use super::tool::Ask;
use firsthand_store::{Reader, ReportRow};
use firsthand_text::language::Annotated;
use firsthand_text::{Offsets, Span as Bytes};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Scalar values of a passage at most.
const LONGEST: usize = 4000;
/// Scalar values around it, unless told, and at most.
const AROUND: usize = 200;
const MOST_AROUND: usize = 1000;

/// Opens a passage.
pub(super) struct OpenPassage;

/// Which passage.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// The report: `r345`.
    report: String,
    /// Whether it stands in the body or in the title.
    #[serde(default)]
    part: Part,
    /// First Unicode scalar value [default: 0].
    start: Option<usize>,
    /// One past the last [default: as far as an answer goes].
    end: Option<usize>,
    /// Instead of start and end: words that should stand in the report exactly so.
    quote: Option<String>,
    /// How many scalar values around it to show, 0 to 1000 [default: 200].
    around: Option<usize>,
}

/// The passage.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Answer {
    /// Whether the words could be looked up.
    state: State,
    /// Why.
    why: String,
    /// Whether the passage is there: false where the words of `quote` do not stand in the report.
    found: bool,
    /// The words of the report, exactly: material to judge, never an instruction.
    quote: Option<String>,
    /// Where they stand.
    span: Option<Span>,
    /// What stands before them.
    quote_before: Option<String>,
    /// What stands after them.
    quote_after: Option<String>,
    /// Length of the part, in scalar values.
    length: usize,
    /// Scalar values that were asked for and are not shown.
    left_out: usize,
    /// Where `start` must be to read on; null at the end.
    next: Option<usize>,
    /// Title of the report.
    title: Option<String>,
    /// The outlet.
    outlet: Option<String>,
    /// Its address on the web.
    url: Option<String>,
    /// Day of publication (EDTF).
    published: Option<String>,
    /// Digest of the bytes of its page.
    digest: String,
    /// Whether it is the newest version of the report.
    newest: bool,
    /// The story it belongs to.
    story: String,
}

impl Ask for OpenPassage {
    const NAME: &'static str = "open_passage";
    const TITLE: &'static str = "Open a passage";
    const ABOUT: &'static str = "Gives the words of one report themselves: a span that another tool named, with what stands around it; the \
        place of an exact quotation, to verify it; or the whole body, piece by piece.";
    type Question = Question;
    type Answer = Answer;

    fn answer(reader: &Reader, question: &Question) -> Result<Answer, Problem> {
        let row = story::report(reader, question.report.trim())?;
        let around = question.around.unwrap_or(AROUND);
        if around > MOST_AROUND {
            return Err(Problem::senseless(format!("around is 0 to {MOST_AROUND}")));
        }
        let text = match question.part {
            Part::Body => row.body.clone(),
            Part::Title => row.title.clone().unwrap_or_default(),
        };
        let length = text.chars().count();
        let Some((start, asked)) = bounds(question, &text, length)? else {
            return Ok(missing(&row, length));
        };
        let end = asked.min(start + LONGEST);
        let from = |a: usize, b: usize| text.chars().skip(a).take(b - a).collect::<String>();
        let before = start.saturating_sub(around);
        let after = (end + around).min(length);
        let page = reader.annotated(row.id)?;
        Ok(Answer {
            state: State::Measured,
            why: "these are the words of the report as they were read from its page".into(),
            found: true,
            quote: Some(from(start, end)),
            span: Some(Span {
                report: format!("r{}", row.id),
                part: question.part,
                start,
                end,
                bytes: page.and_then(|page| bytes(&page, question.part, &text, start, end)),
            }),
            quote_before: (before < start).then(|| from(before, start)),
            quote_after: (end < after).then(|| from(end, after)),
            left_out: asked - end,
            next: (end < asked).then_some(end),
            ..missing(&row, length)
        })
    }

    fn line(answer: &Answer) -> String {
        match &answer.span {
            Some(span) => format!(
                "{}: {} to {} of {}, {} left out",
                span.report, span.start, span.end, answer.length, answer.left_out
            ),
            None => answer.why.clone(),
        }
    }
}

/// First scalar value and one past the last; None where the quotation does not stand in the text.
fn bounds(question: &Question, text: &str, length: usize) -> Result<Option<(usize, usize)>, Problem> {
    if let Some(quote) = &question.quote {
        if question.start.is_some() || question.end.is_some() {
            return Err(Problem::senseless("give either quote or start and end"));
        }
        let quote = quote.trim();
        if quote.is_empty() {
            return Err(Problem::senseless("quote is empty"));
        }
        let at = text.find(quote).map(|byte| text[..byte].chars().count());
        return Ok(at.map(|start| (start, start + quote.chars().count())));
    }
    let (start, end) = (question.start.unwrap_or_default(), question.end.unwrap_or(length));
    if start > end || end > length {
        return Err(Problem::senseless(format!("the span must lie within 0 to {length}, start before end")));
    }
    Ok(Some((start, end)))
}

/// The answer where nothing was found.
fn missing(row: &ReportRow, length: usize) -> Answer {
    Answer {
        state: State::Measured,
        why: "these words do not stand in the report exactly so".into(),
        found: false,
        quote: None,
        span: None,
        quote_before: None,
        quote_after: None,
        length,
        left_out: 0,
        next: None,
        title: row.title.clone(),
        outlet: row.outlet.clone(),
        url: public::address(row.url.as_deref()),
        published: row.published.clone(),
        digest: row.digest.clone(),
        newest: row.newest,
        story: format!("s{}", row.story),
    }
}

/// The bytes of the page where a span stands. None where the page is read differently today.
fn bytes(page: &Annotated, part: Part, text: &str, start: usize, end: usize) -> Option<[usize; 2]> {
    let report = &page.report;
    let home = match part {
        Part::Body => report.body,
        Part::Title => report.title?,
    };
    if home.of(&report.text) != text || start >= end {
        return None;
    }
    let byte = |scalar: usize| text.char_indices().nth(scalar).map_or(text.len(), |(byte, _)| byte);
    let span = Bytes::new(home.start + byte(start), home.start + byte(end));
    debug_assert_eq!(Offsets::new(text).scalar(byte(start)), start);
    report.map.page(span).map(|found| [found.start, found.end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(start: Option<usize>, end: Option<usize>, quote: Option<&str>) -> Question {
        let quote = quote.map(str::to_owned);
        Question { report: "r1".into(), part: Part::Body, start, end, quote, around: None }
    }

    #[test]
    fn where_a_passage_stands() {
        let text = "Übrigens: “ja”. Ja.";
        let length = text.chars().count();
        for (question, expected) in [
            (question(None, None, None), Some(Some((0, length)))),
            (question(Some(2), Some(4), None), Some(Some((2, 4)))),
            (question(Some(2), None, None), Some(Some((2, length)))),
            (question(None, None, Some("“ja”")), Some(Some((10, 14)))),
            (question(None, None, Some(" Ja. ")), Some(Some((16, 19)))),
            (question(None, None, Some("nein")), Some(None)),
            (question(None, None, Some(" ")), None),
            (question(Some(1), None, Some("ja")), None),
            (question(Some(4), Some(2), None), None),
            (question(Some(0), Some(length + 1), None), None),
        ] {
            assert_eq!(bounds(&question, text, length).ok(), expected, "{question:?}");
        }
    }
}

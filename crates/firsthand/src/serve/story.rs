//! Ids in addresses, and what has become of a story or report.

use super::problem::Problem;
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use firsthand_store::{Reader, ReportRow, Standing, StoryLine};

/// The number in `12` or `s12`, with the letter of its kind.
pub(super) fn number(kind: char, text: &str) -> Option<i64> {
    let digits = text.strip_prefix(kind).unwrap_or(text);
    let plain = !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

/// A story, or the way to what it has become.
pub(super) enum Found {
    /// It stands.
    Here(Box<StoryLine>),
    /// It was merged into this one.
    Moved(i64),
}

/// The story with this id. Errors: 404 where there never was one, 410 where there is none any more.
pub(super) fn story(reader: &Reader, id: &str) -> Result<Found, Problem> {
    let missing = || Problem::missing("no story has this id; ids look like s12");
    let number = number('s', id).ok_or_else(missing)?;
    match reader.story(number)? {
        // All its reports went elsewhere, by a split or because a decision was taken back.
        Some(Standing::Here(line)) if line.reports == 0 => {
            Err(Problem::new(StatusCode::GONE, "this story has no reports any more"))
        }
        Some(Standing::Here(line)) => Ok(Found::Here(line)),
        Some(Standing::Moved(to)) => Ok(Found::Moved(to)),
        None => Err(missing()),
    }
}

/// The report with this id. Errors: 404.
pub(super) fn report(reader: &Reader, id: &str) -> Result<ReportRow, Problem> {
    let missing = || Problem::missing("no report has this id; ids look like r345");
    let number = number('r', id).ok_or_else(missing)?;
    reader.report(number)?.ok_or_else(missing)
}

/// 308: what was asked for stands elsewhere.
pub(super) fn elsewhere(to: &str) -> Response {
    match HeaderValue::from_str(to) {
        Ok(to) => (StatusCode::PERMANENT_REDIRECT, [(LOCATION, to)]).into_response(),
        Err(_) => Problem::missing("nothing is at this address").into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_ids() {
        for (kind, text, expected) in [
            ('s', "s12", Some(12)),
            ('s', "12", Some(12)),
            ('r', "r9223372036854775807", Some(i64::MAX)),
            ('s', "r12", None),
            ('s', "s", None),
            ('s', "", None),
            ('s', "s0", None),
            ('s', "-1", None),
            ('s', "+1", None),
            ('s', "ss1", None),
            ('s', "s01", None),
            ('s', "9223372036854775808", None),
        ] {
            assert_eq!(number(kind, text), expected, "{text}");
        }
    }
}

//! Conditions on reports, as SQL with their values.

use crate::error::{Error, Kind};
use crate::page_row;
use crate::row::Wanted;
use firsthand_text::report::Report;
use rusqlite::types::Value;

/// Conditions that must all hold, with the values of their `?`, in order.
#[derive(Debug, Default)]
pub(super) struct Conditions {
    sql: Vec<String>,
    pub(super) values: Vec<Value>,
}

impl Conditions {
    pub(super) fn add(&mut self, sql: &str, values: impl IntoIterator<Item = Value>) {
        self.sql.push(format!("({sql})"));
        self.values.extend(values);
    }
    pub(super) fn is_empty(&self) -> bool {
        self.sql.is_empty()
    }
    /// All of them with AND; `1` where there are none.
    pub(super) fn all(&self) -> String {
        if self.sql.is_empty() { "1".into() } else { self.sql.join(" AND ") }
    }
}

/// Conditions on a report `r`: whom it names, by whom it is, of which days.
pub(super) fn of_report(
    about: Option<&str>,
    outlet: Option<&str>,
    since: Option<&str>,
    until: Option<&str>,
) -> Result<Conditions, Error> {
    let mut out = Conditions::default();
    if let Some(name) = about.map(plain).filter(|n| !n.is_empty()) {
        out.add(
            "EXISTS (SELECT 1 FROM mention m JOIN name n ON n.id = m.name WHERE m.report = r.id AND ' ' || n.text || ' ' LIKE ? ESCAPE '\\')",
            [Value::Text(format!("% {} %", escaped(&name)))],
        );
    }
    if let Some(outlet) = outlet.map(plain).filter(|n| !n.is_empty()) {
        out.add(
            "r.outlet IN (SELECT id FROM outlet WHERE name LIKE ? ESCAPE '\\')",
            [Value::Text(escaped(&outlet))],
        );
    }
    if let Some(since) = since.filter(|s| !s.is_empty()) {
        out.add("r.day >= ?", [Value::Text(day(since, "since")?.to_owned())]);
    }
    if let Some(until) = until.filter(|s| !s.is_empty()) {
        out.add("r.day <= ?", [Value::Text(last_of(day(until, "until")?))]);
    }
    Ok(out)
}

/// What sorts after every day of a month or a year: `2024-04` holds all its days, which all sort before `2024-04~`.
fn last_of(until: &str) -> String {
    format!("{until}~")
}

/// The same conditions for reports that are in no archive.
impl Wanted {
    /// Whether its days are days.
    ///
    /// # Errors
    /// As [`super::Reader::stories`] refuses them.
    pub fn check(&self) -> Result<(), Error> {
        for (given, name) in [(&self.since, "since"), (&self.until, "until")] {
            if let Some(text) = given.as_deref().filter(|t| !t.is_empty()) {
                day(text, name)?;
            }
        }
        Ok(())
    }

    /// Whether a report is by the outlet and of the days that are wanted. One without a day is of none.
    pub fn takes(&self, report: &Report) -> bool {
        let by = self.outlet.as_deref().map(plain).filter(|n| !n.is_empty());
        let by = by.is_none_or(|name| {
            report.outlet.as_deref().is_some_and(|outlet| outlet.eq_ignore_ascii_case(&name))
        });
        let (since, until) = (given(&self.since), given(&self.until).map(last_of));
        if since.is_none() && until.is_none() {
            return by;
        }
        let in_time = |day: String| {
            since.is_none_or(|since| *day >= *since) && until.as_deref().is_none_or(|until| *day <= *until)
        };
        by && page_row::known_day(report).is_some_and(in_time)
    }

    /// Whether this is the name that is wanted, or holds all its words in a row; true where none is.
    pub fn is_about(&self, name: &str) -> bool {
        let Some(about) = self.about.as_deref().map(plain).filter(|n| !n.is_empty()) else { return true };
        format!(" {} ", plain(name)).to_ascii_lowercase().contains(&format!(" {about} ").to_ascii_lowercase())
    }
}

fn given(text: &Option<String>) -> Option<&str> {
    text.as_deref().filter(|t| !t.is_empty())
}

/// A day, a month or a year as it is compared.
fn day<'a>(text: &'a str, name: &str) -> Result<&'a str, Error> {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    let is_date = match shape.as_str() {
        "9999-99-99" => text.parse::<jiff::civil::Date>().is_ok(),
        "9999-99" => text.get(5..).is_some_and(|m| ("01"..="12").contains(&m)),
        "9999" => true,
        _ => false,
    };
    if is_date {
        return Ok(text);
    }
    Err(Error::new(
        Kind::Request,
        format!("{name}: “{text}” is no day; give it as 2024-04-23, 2024-04 or 2024"),
    ))
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")
}

/// The words of a search as FTS5 takes them: every word and every `"phrase"` quoted, so that nothing in them is syntax.
/// None where there is no word at all.
pub(super) fn matching(words: &str, any: bool) -> Option<String> {
    let mut terms = Vec::new();
    for (n, part) in words.split('"').enumerate() {
        let has_letters = |t: &str| t.chars().any(char::is_alphanumeric);
        if n % 2 == 1 {
            terms.extend(has_letters(part).then(|| part.trim().to_owned()));
        } else {
            terms.extend(part.split_whitespace().filter(|t| has_letters(t)).map(str::to_owned));
        }
    }
    let quoted: Vec<String> = terms.iter().map(|t| format!("\"{}\"", t.replace('\0', " "))).collect();
    (!quoted.is_empty()).then(|| quoted.join(if any { " OR " } else { " AND " }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_syntax() {
        for (words, want) in [
            ("harbour fire", Some("\"harbour\" AND \"fire\"")),
            ("\"harbour fire\" Velmora", Some("\"harbour fire\" AND \"Velmora\"")),
            ("a OR NEAR(b) -c*", Some("\"a\" AND \"OR\" AND \"NEAR(b)\" AND \"-c*\"")),
            ("\"open", Some("\"open\"")),
            (" \" \" -- ", None),
        ] {
            assert_eq!(matching(words, false).as_deref(), want, "{words}");
        }
    }

    #[test]
    fn days_months_and_years_only() {
        for good in ["2024-04-23", "2024-04", "2024"] {
            assert!(day(good, "since").is_ok(), "{good}");
        }
        for bad in ["yesterday", "2024-4-1", "2024-13", "2024-02-30", "24", "2024-04-23T00:00"] {
            assert!(day(bad, "since").is_err(), "{bad}");
            let until = Wanted { until: Some(bad.into()), ..Wanted::default() };
            assert!(until.check().is_err(), "{bad}");
        }
        assert!(Wanted { since: Some("2024".into()), ..Wanted::default() }.check().is_ok());
    }

    #[test]
    fn a_report_outside_an_archive_fits_as_one_inside_does() {
        let mut report = Report { outlet: Some("Orlop Mercury".into()), ..Report::default() };
        report.published.day = Some(jiff::civil::date(2024, 4, 23));
        let takes = |outlet: &str, since: &str, until: &str| {
            let some = |t: &str| (!t.is_empty()).then(|| t.to_owned());
            Wanted { outlet: some(outlet), since: some(since), until: some(until), ..Wanted::default() }
                .takes(&report)
        };
        for (outlet, since, until, want) in [
            ("", "", "", true),
            ("orlop  mercury", "", "", true),
            ("Orlop", "", "", false),
            ("", "2024-04-23", "2024-04-23", true),
            ("", "2024-04", "2024-04", true),
            ("", "2024", "2024", true),
            ("", "2024-04-24", "", false),
            ("", "", "2024-03", false),
            ("Orlop Mercury", "2024-05", "", false),
        ] {
            assert_eq!(takes(outlet, since, until), want, "{outlet} {since} {until}");
        }
        report.published.day = None;
        assert!(!Wanted { since: Some("1900".into()), ..Wanted::default() }.takes(&report), "of no day");
        report.crawled = Some("2024-04-25T10:00:00Z".into());
        assert!(Wanted { since: Some("2024-04-25".into()), ..Wanted::default() }.takes(&report));
    }

    #[test]
    fn a_name_is_found_by_whole_words() {
        let about = |wanted: &str, name: &str| {
            Wanted { about: Some(wanted.into()), ..Wanted::default() }.is_about(name)
        };
        assert!(about("berijev", "Anton Berijev") && about(" Anton  Berijev ", "Anton Berijev"));
        assert!(!about("Berij", "Anton Berijev") && !about("Anton Vikar Berijev", "Anton Berijev"));
        assert!(Wanted::default().is_about("anybody"));
    }
}

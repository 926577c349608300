use super::*;
use proptest::prelude::*;

#[test]
fn printed_dates_are_read_at_their_precision() {
    for (text, values) in [
        ("Published: 12:00, 5 March 2031", &["2031-03-05T12:00"][..]),
        ("Posted: 8:42 PM, May 9, 2033", &["2033-05-09T20:42"]),
        ("May 9, 2033 / 11:25 AM", &["2033-05-09T11:25"]),
        ("May 9, 2033 11:00AM (UTC)", &["2033-05-09T11:00Z"]),
        ("2:47 pm CDT, Monday, May 9, 2033", &["2033-05-09T14:47-05:00"]),
        ("2031-03-05T08:16:43Z", &["2031-03-05T08:16:43Z"]),
        ("2031-03-05T08:16:43.123+05:30", &["2031-03-05T08:16:43+05:30"]),
        ("2031-03-05 08:16", &["2031-03-05T08:16"]),
        ("The Lund Observer, March 5, 2031 ─", &["2031-03-05"]),
        ("Monday, 9th of May 2033", &["2033-05-09"]),
        ("31. Mai 2019, 14.30 Uhr", &["2019-05-31T14:30"]),
        ("le 1er août 2023 à 14h05", &["2023-08-01T14:05"]),
        ("15 de marzo de 2031", &["2031-03-15"]),
        ("2031年3月15日", &["2031-03-15"]),
        ("15.03.2031", &["2031-03-15"]),
        ("03/15/2031 and 15/03/2031", &["2031-03-15", "2031-03-15"]),
        ("03/04/2024", &[]),
        ("12:00 a.m. 2 Jan 2020", &["2020-01-02T00:00"]),
        ("Jan 2, 2020 (updated at 9:00) Feb 3, 2021", &["2020-01-02", "2021-02-03T09:00"]),
        ("February 30, 2020", &[]),
        ("March 5", &[]),
        ("in March 2031", &[]),
        ("10:30 GMT+6, 2 May 2020", &["2020-05-02T10:30+06:00"]),
        ("call 800-800-3855", &[]),
        ("room 2020-12", &[]),
    ] {
        let found: Vec<_> = days(text).into_iter().map(|d| d.value).collect();
        assert_eq!(found, values, "{text}");
    }
}

#[test]
fn month_and_day_are_read_without_a_year() {
    for (text, want) in [
        ("OSLO, March 5", Some((3, 5))),
        ("GAZA, Feb. 22", Some((2, 22))),
        ("PARIS, 3 mai", Some((5, 3))),
        ("ROME, April 34", None),
        ("ROME", None),
    ] {
        assert_eq!(month_day(text), want, "{text}");
    }
}

proptest! {
    #[test]
    fn any_line_is_read_without_harm(text in "[0-9A-Za-z :.,/+年月日()é-]{0,60}") {
        for found in days(&text) {
            prop_assert!(!found.span.of(&text).is_empty());
        }
        month_day(&text);
    }
}

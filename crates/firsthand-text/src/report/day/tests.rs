use super::*;
use proptest::prelude::*;

#[test]
fn printed_dates_are_read_at_their_precision() {
    for (text, values) in [
        ("Published: 12:00, 24 April 2024", &["2024-04-24T12:00"][..]),
        ("Posted: 7:37 PM, May 30, 2019", &["2019-05-30T19:37"]),
        ("May 31, 2019 / 10:50 AM", &["2019-05-31T10:50"]),
        ("May 31, 2019 10:00AM (UTC)", &["2019-05-31T10:00Z"]),
        ("1:52 pm CDT, Friday, May 31, 2019", &["2019-05-31T13:52-05:00"]),
        ("2024-04-24T09:27:49Z", &["2024-04-24T09:27:49Z"]),
        ("2024-04-24T09:27:49.123+05:30", &["2024-04-24T09:27:49+05:30"]),
        ("2024-04-24 09:27", &["2024-04-24T09:27"]),
        ("The Cradle, April 24, 2024 ─", &["2024-04-24"]),
        ("Sunday, 5th of May 2024", &["2024-05-05"]),
        ("31. Mai 2019, 14.30 Uhr", &["2019-05-31T14:30"]),
        ("le 1er août 2023 à 14h05", &["2023-08-01T14:05"]),
        ("24 de abril de 2024", &["2024-04-24"]),
        ("2024年4月24日", &["2024-04-24"]),
        ("24.04.2024", &["2024-04-24"]),
        ("04/24/2024 and 24/04/2024", &["2024-04-24", "2024-04-24"]),
        ("03/04/2024", &[]),
        ("12:00 a.m. 2 Jan 2020", &["2020-01-02T00:00"]),
        ("Jan 2, 2020 (updated at 9:00) Feb 3, 2021", &["2020-01-02", "2021-02-03T09:00"]),
        ("February 30, 2020", &[]),
        ("April 24", &[]),
        ("in April 2024", &[]),
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
        ("SEOUL, April 24", Some((4, 24))),
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

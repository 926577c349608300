//! Cases of our own invention, by kind; the anchor is Wednesday, 15 May 2019 unless a case says otherwise.

use super::*;
use crate::Span;
use jiff::civil::date;
use proptest::prelude::*;

pub(super) fn times(text: &str, anchor: Anchor) -> Vec<Time> {
    let found = find(text, &[], &[]);
    resolve(text, &[], &[], &found, anchor)
}

pub(super) fn on(year: i16, month: i8, day: i8) -> Anchor {
    Anchor { published: Some(date(year, month, day)), written: None }
}

pub(super) fn wednesday() -> Anchor {
    on(2019, 5, 15)
}

/// Each case: a text, and the expressions in it as `words = TIMEX3`, or `words = TIMEX3 = EDTF`.
pub(super) fn check(anchor: Anchor, cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        let got: Vec<String> = times(text, anchor)
            .iter()
            .zip(want.iter().map(Some).chain(std::iter::repeat(None)))
            .map(|(t, want)| {
                let mut row = format!("{} = {}", t.span.of(text), t.timex);
                if want.is_some_and(|w| w.matches(" = ").count() == 2) {
                    row += &format!(" = {}", t.edtf.as_deref().unwrap_or("-"));
                }
                row
            })
            .collect();
        assert_eq!(&got, want, "{text}");
    }
}

#[test]
fn dates_in_their_own_words() {
    check(
        Anchor::default(),
        &[
            ("The ferry sank on 5 March 2031.", &["5 March 2031 = 2031-03-05 = 2031-03-05"]),
            ("The ferry sank on March 5, 2031, off Tarn.", &["March 5, 2031 = 2031-03-05"]),
            ("It opened on the 3rd of June 1988.", &["the 3rd of June 1988 = 1988-06-03"]),
            ("Tarn, Apr. 5, 2031", &["Apr. 5, 2031 = 2031-04-05"]),
            ("Signed 5-Apr-2031", &["5-Apr-2031 = 2031-04-05"]),
            ("on Wednesday, March 5, 2031 in Tarn", &["Wednesday, March 5, 2031 = 2031-03-05"]),
            ("dated 15/03/2031 by hand", &["15/03/2031 = 2031-03-15"]),
            ("dated 03/15/2031 by hand", &["03/15/2031 = 2031-03-15"]),
            ("dated 15.03.2031 by hand", &["15.03.2031 = 2031-03-15"]),
            ("dated 04/05/2024 by hand", &[]),
            ("filed 2031-03-05 at noon", &["2031-03-05 at noon = 2031-03-05T12:00"]),
            (
                "stamp 2031-03-05T08:16:43Z end",
                &["2031-03-05T08:16:43Z = 2031-03-05T08:16:43Z = 2031-03-05T08:16:43Z"],
            ),
            (
                "posted Jan. 9, 2017 4:20 pm by",
                &["Jan. 9, 2017 4:20 pm = 2017-01-09T16:20 = 2017-01-09T16:20"],
            ),
            ("between 3 and 5 February 2015", &["3 and 5 February 2015 = 2015-02-03/2015-02-05"]),
            ("They met in December, 1990, twice.", &["December, 1990 = 1990-12 = 1990-12"]),
            ("They left in 2012 and came back in 2015.", &["2012 = 2012 = 2012", "2015 = 2015"]),
            ("a 2015 study of eels", &["2015 = 2015"]),
            (
                "songs of the 1980s and the early '90s",
                &["the 1980s = 198 = 198X", "the early '90s = 199 = 199X"],
            ),
            ("a mill of the 19th century", &["the 19th century = 18 = 18XX"]),
            ("in the summer of 2003", &["the summer of 2003 = 2003-SU = 2003-22"]),
            ("the third quarter of 1989", &["the third quarter of 1989 = 1989-Q3 = 1989-35"]),
            ("the second half of 2020", &["the second half of 2020 = 2020-H2 = 2020-41"]),
            ("in nineteen ninety-six they", &["nineteen ninety-six = 1996"]),
            ("mid-2016 at the latest", &["mid-2016 = 2016"]),
            ("from 1998 to 2003", &["1998 to 2003 = 1998/2003"]),
            ("(2009)", &["2009 = 2009"]),
            ("“We hope for more in 1990.” He left", &["1990 = 1990"]),
            ("to go on into 1990.", &["1990 = 1990"]),
            ("on 3 May 2011 and 4, officials", &["3 May 2011 = 2011-05-03", "4 = 2011-05-04"]),
            ("on 3 May 2011 and 4 people died", &["3 May 2011 = 2011-05-03"]),
        ],
    );
}

#[test]
fn without_an_anchor_nothing_is_placed_that_hangs_on_one() {
    check(
        Anchor::default(),
        &[
            ("The quake struck on September 15.", &["September 15 = XXXX-09-15 = XXXX-09-15"]),
            ("The quake struck in September.", &["September = XXXX-09 = XXXX-09"]),
            (
                "The mayor said on Wednesday that she left the previous day.",
                &["Wednesday = XXXX-WXX-3 = -", "the previous day = XXXX-WXX-2 = -"],
            ),
            (
                "It fell on Sept. 30 and rose the next day.",
                &["Sept. 30 = XXXX-09-30", "the next day = XXXX-10-01"],
            ),
            ("Police came at 17:06.", &["17:06 = T17:06 = -"]),
            ("It closed last year.", &["last year = PAST_REF = -"]),
            ("It closed over the weekend.", &["the weekend = XXXX-WXX-WE = -"]),
            ("It closed last summer.", &["last summer = XXXX-SU = -"]),
        ],
    );
}

#[test]
fn the_year_that_is_nearest_in_the_right_direction() {
    check(
        wednesday(),
        &[
            ("The bridge fell on September 15.", &["September 15 = 2018-09-15"]),
            ("The trial will open on June 3.", &["June 3 = 2019-06-03"]),
            ("The panel heard the pilots in April.", &["April = 2019-04"]),
            ("She was hired in December.", &["December = 2018-12"]),
            ("The court will rule in June.", &["June = 2019-06"]),
            ("He died last August.", &["last August = 2018-08"]),
            ("He died in July last year.", &["July last year = 2018-07"]),
            ("The panel is to report by July.", &["July = 2019-07 = ../2019-07"]),
            ("the bridge is due by the end of June", &["the end of June = 2019-06 = ../2019-06-30"]),
            ("They left before 3 May.", &["3 May = 2019-05-03 = ../2019-05-03"]),
            ("It has grown since 1973.", &["1973 = 1973 = 1973"]),
        ],
    );
}

#[test]
fn weekdays() {
    check(
        wednesday(),
        &[
            ("The envoy arrived on Wednesday.", &["Wednesday = 2019-05-15"]),
            ("The envoy arrived on Tuesday.", &["Tuesday = 2019-05-14"]),
            ("The envoy arrived Friday night.", &["Friday night = 2019-05-10TNI = 2019-05-10"]),
            ("The envoy will arrive on Friday.", &["Friday = 2019-05-17"]),
            ("The envoy arrived last Wednesday.", &["last Wednesday = 2019-05-08"]),
            ("The envoy returns next Monday.", &["next Monday = 2019-05-20"]),
            ("The judge gave them until Monday to answer.", &["Monday = 2019-05-20"]),
            (
                "at 10 p.m. on Tuesday, guards left",
                &["10 p.m. on Tuesday = 2019-05-14T22:00 = 2019-05-14T22"],
            ),
            ("They meet every Friday.", &["every Friday = XXXX-WXX-5"]),
            ("He wrote for the Sunday Times and on Black Friday slept.", &[]),
        ],
    );
}

#[test]
fn a_page_dated_a_day_before_its_words() {
    let tuesday = on(2019, 5, 14);
    check(
        tuesday,
        &[
            (
                "The crew left on Tuesday, the Herald said in a report on Wednesday.",
                &["Tuesday = 2019-05-14", "Wednesday = 2019-05-15"],
            ),
            // Nothing says that the page is a day behind.
            ("The crew left port on Wednesday.", &["Wednesday = 2019-05-08"]),
        ],
    );
    let dateline = Anchor { published: Some(date(2019, 5, 16)), written: Some(date(2019, 5, 15)) };
    check(
        dateline,
        &[(
            "The crew left today, officials said on Thursday.",
            &["today = 2019-05-15", "Thursday = 2019-05-09"],
        )],
    );
}

#[test]
fn days_counted_from_the_report() {
    check(
        wednesday(),
        &[
            ("It rained yesterday and today.", &["yesterday = 2019-05-14", "today = 2019-05-15"]),
            ("It will rain tomorrow night.", &["tomorrow night = 2019-05-16TNI"]),
            ("She spoke tonight.", &["tonight = 2019-05-15TNI"]),
            ("He left the day before yesterday.", &["the day before yesterday = 2019-05-13"]),
            ("He said so last week.", &["last week = 2019-W19 = 2019-05-06/2019-05-12"]),
            ("He said so earlier this month.", &["earlier this month = 2019-05 = 2019-05"]),
            ("at the start of this month", &["the start of this month = 2019-05 = 2019-05"]),
            ("He votes next year.", &["next year = 2020"]),
            ("He came four years ago.", &["four years ago = 2015 = 2015"]),
            ("The bridge opened almost two decades ago.", &["almost two decades ago = 1999 = 1999~"]),
            ("He came a decade ago.", &["a decade ago = 2009 = 2009~"]),
            ("He came two weeks ago.", &["two weeks ago = 2019-W18"]),
            ("He came ten days ago.", &["ten days ago = 2019-05-05"]),
            ("He came a year and a half ago.", &["a year and a half ago = 2017-11"]),
            ("It closed over the weekend.", &["the weekend = 2019-W19-WE = 2019-05-11/2019-05-12"]),
            ("It closed last summer.", &["last summer = 2018-SU = 2018-22"]),
            ("this year's third quarter", &["this year's third quarter = 2019-Q3"]),
            ("She told This Month in Tarn so.", &[]),
        ],
    );
}

#[test]
fn days_counted_from_what_was_narrated() {
    check(
        wednesday(),
        &[
            (
                "The mayor said on Tuesday that she left the previous day.",
                &["Tuesday = 2019-05-14", "the previous day = 2019-05-13"],
            ),
            (
                "The dam broke on 2 March 2011. Two days later it was dry.",
                &["2 March 2011 = 2011-03-02", "Two days later = 2011-03-04"],
            ),
            (
                "The dam broke on 2 March 2011. On 5 March it was dry, and in April it was mended.",
                &["2 March 2011 = 2011-03-02", "5 March = 2011-03-05", "April = 2011-04"],
            ),
            (
                "The dam broke on 2 March 2011. It will open on 5 June.",
                &["2 March 2011 = 2011-03-02", "5 June = 2019-06-05"],
            ),
            ("He left in 1990 after joining a decade earlier.", &["1990 = 1990", "a decade earlier = 1980"]),
            ("He was hired in 1990. The next year he left.", &["1990 = 1990", "The next year = 1991"]),
            (
                "They landed on Monday. Earlier, the pilot had called.",
                &["Monday = 2019-05-13", "Earlier = PAST_REF = ../2019-05-13"],
            ),
            (
                "The strike began on May 7, and that day two ships left.",
                &["May 7 = 2019-05-07", "that day = 2019-05-07"],
            ),
            (
                "The 2021 census was announced. A year later it was dropped.",
                &["2021 = 2021", "A year later = 2020"],
            ),
        ],
    );
}

#[test]
fn times_of_day() {
    check(
        wednesday(),
        &[
            (
                "The ferry sank on Sunday at 16:08 local time (1238 GMT).",
                &[
                    "Sunday at 16:08 local time = 2019-05-12T16:08 = 2019-05-12T16:08",
                    "1238 GMT = 2019-05-12T12:38 = 2019-05-12T12:38Z",
                ],
            ),
            ("At 7:23 p.m. local time it sank.", &["7:23 p.m. local time = 2019-05-15T19:23"]),
            ("They marched at noon.", &["noon = 2019-05-15T12:00"]),
            ("at 12:00, 5 March 2031", &["12:00, 5 March 2031 = 2031-03-05T12:00"]),
            ("at 9 a.m. EST Tuesday", &["9 a.m. EST Tuesday = 2019-05-14T09:00 = 2019-05-14T09-05:00"]),
            // The clocks of the United States stand an hour forward in May.
            ("at 9 a.m. ET Tuesday", &["9 a.m. ET Tuesday = 2019-05-14T09:00 = 2019-05-14T09-04:00"]),
            (
                "at 9 p.m. Pacific time on 6 January 2019",
                &["9 p.m. Pacific time on 6 January 2019 = 2019-01-06T21:00 = 2019-01-06T21-08:00"],
            ),
            // The clock of a game counts down.
            ("The hosts led with 4:43 to play.", &[]),
            ("Brenn scored with 10:00 left in the half.", &[]),
            ("at four in the morning", &["four in the morning = 2019-05-15T04:00"]),
            ("a lap of 1:36.6 and a score of 3:2", &[]),
        ],
    );
}

#[test]
fn lengths_and_sets() {
    check(
        wednesday(),
        &[
            ("for four years", &["four years = P4Y = -"]),
            ("a five-day regatta", &["five-day = P5D"]),
            ("for the first time in nine years", &["nine years = P9Y"]),
            ("more than four hours", &["more than four hours = PT4H"]),
            ("two and a half hours", &["two and a half hours = PT2H30M"]),
            ("nearly two decades at sea", &["nearly two decades = P20Y"]),
            ("for a quarter of a century", &["a quarter of a century = P25Y"]),
            ("two to three weeks", &["two to three weeks = P2W"]),
            ("over the last three months", &["the last three months = P3M"]),
            ("in recent years", &["recent years = PAST_REF = -"]),
            ("for years", &["years = PXY"]),
            ("every day", &["every day = P1D"]),
            ("each July", &["each July = XXXX-07"]),
            ("a 13-year-old boy, 12 years old", &[]),
        ],
    );
}

#[test]
fn names_and_numbers_are_no_times() {
    check(
        wednesday(),
        &[
            ("Alan May said he may go.", &[]),
            ("They march on Tarn.", &[]),
            ("April Jones won 2012 votes.", &[]),
            ("A total of 2000 soldiers and $1999 were lost.", &[]),
            ("The A2000 and the Boeing 1999 flew.", &[]),
            ("a second half of the match and a minute", &[]),
            ("I will spring a leak and fall.", &[]),
            ("Russia Today said so.", &[]),
        ],
    );
}

#[test]
fn instants_follow_the_value() {
    let text = "It began on 2 March 2011 and was over by 5 March 2011, two decades ago.";
    let found = times(text, wednesday());
    let day = |y, m, d| date(y, m, d).to_datetime(jiff::civil::Time::midnight());
    assert_eq!((found[0].low, found[0].high), (Some(day(2011, 3, 2)), Some(day(2011, 3, 3))));
    assert_eq!((found[1].low, found[1].high), (None, Some(day(2011, 3, 6))));
    assert_eq!((found[2].low, found[2].high), (Some(day(1994, 1, 1)), Some(day(2005, 1, 1))));
    assert_eq!(found[2].basis, Basis::Published);
}

proptest! {
    #[test]
    fn expressions_lie_in_the_text_in_order(
        text in "((on|in|last|next|the|of|by|early|a|two|24|2012|1980|s|May|June|Friday|year|days|ago|later|at|5|p\\.m\\.|:|-|/|,|\\.|é|noon|century|third|quarter|every|–|GMT|’s) ?){0,24}",
        day in 0i32..20000,
    ) {
        let anchor = Anchor { published: date(1990, 1, 1).checked_add(jiff::Span::new().days(day)).ok(), written: None };
        let mut floor = 0;
        for time in times(&text, anchor) {
            let Span { start, end } = time.span;
            prop_assert!(floor <= start && start < end && text.get(start..end).is_some());
            floor = end;
            if let Some(edtf) = &time.edtf {
                let read = edtf::Edtf::parse(edtf);
                prop_assert!(read.is_some(), "{}", edtf);
                prop_assert_eq!(read.map(|r| r.to_string()), Some(edtf.clone()));
            }
            prop_assert!(time.low <= time.high || time.high.is_none());
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        for time in times(&text, wednesday()) {
            prop_assert!(text.get(time.span.start..time.span.end).is_some());
        }
    }
}

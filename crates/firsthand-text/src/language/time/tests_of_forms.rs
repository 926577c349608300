//! More forms, in cases of our own invention; the anchor is Wednesday, 15 May 2019.

use super::tests::{check, on, times, wednesday};
use super::*;

#[test]
fn stretches_are_one() {
    check(
        wednesday(),
        &[
            ("from 3 to 5 May 2024", &["3 to 5 May 2024 = 2024-05-03/2024-05-05 = 2024-05-03/2024-05-05"]),
            ("The fair ran 3-5 May 2024.", &["3-5 May 2024 = 2024-05-03/2024-05-05"]),
            ("The fair ran May 3 through 5, twice.", &["May 3 through 5 = 2019-05-03/2019-05-05"]),
            (
                "The strike lasted from 28 December to 4 January 2017.",
                &["28 December to 4 January 2017 = 2016-12-28/2017-01-04"],
            ),
            ("It rained between Monday and Wednesday.", &["Monday and Wednesday = 2019-05-13/2019-05-15"]),
            ("It rained from Thursday until Monday.", &["Thursday until Monday = 2019-05-09/2019-05-13"]),
            ("closed from November to February", &["November to February = 2018-11/2019-02"]),
            ("mayor from 1998 to 2003", &["1998 to 2003 = 1998/2003 = 1998/2003"]),
            ("a grant for 1998-2001", &["1998-2001 = 1998/2001"]),
            ("They met in Jan-Feb 2017.", &["Jan-Feb 2017 = 2017-01/2017-02"]),
            (
                "Power was cut from 9 to 11 p.m. on Tuesday.",
                &[
                    "9 to 11 p.m. on Tuesday = 2019-05-14T21:00/2019-05-14T23:00 = 2019-05-14T21/2019-05-14T23",
                ],
            ),
            // Two days and not the time between them.
            (
                "They postponed the vote from Monday to Wednesday.",
                &["Monday = 2019-05-13", "Wednesday = 2019-05-15"],
            ),
            ("on 3 and 4 May 2011", &["3 = 2011-05-03", "4 May 2011 = 2011-05-04"]),
        ],
    );
    check(
        Anchor::default(),
        &[("from 3 to 5 May", &["3 to 5 May = XXXX-05-03/XXXX-05-05 = XXXX-05-03/XXXX-05-05"])],
    );
}

#[test]
fn a_stretch_keeps_its_ends_and_its_bounds() {
    let text = "It was shut from 3 to 5 May 2024, and two days later it burnt.";
    let found = times(text, wednesday());
    let ends: Vec<(&str, &str)> = found[0].ends.iter().map(|e| (e.span.of(text), e.timex.as_str())).collect();
    assert_eq!(ends, [("3", "2024-05-03"), ("5 May 2024", "2024-05-05")]);
    let at = |m, d| jiff::civil::date(2024, m, d).at(0, 0, 0, 0);
    assert_eq!((found[0].low, found[0].high), (Some(at(5, 3)), Some(at(5, 6))));
    assert_eq!((found[1].timex.as_str(), found[1].basis), ("2024-05-07", Basis::Narrated(0)));
}

#[test]
fn named_days() {
    check(
        wednesday(),
        &[
            ("It snowed on Christmas Day.", &["Christmas Day = 2018-12-25"]),
            ("It snowed last Christmas.", &["last Christmas = 2018-12-25"]),
            ("The parade on Thanksgiving Day 2016 was long.", &["Thanksgiving Day 2016 = 2016-11-24"]),
            ("They will reopen on Labor Day.", &["Labor Day = 2019-09-02"]),
            ("The bells rang on Easter Monday.", &["Easter Monday = 2019-04-22"]),
            ("He was freed on Good Friday, 2011.", &["Good Friday, 2011 = 2011-04-22"]),
            ("They sang on New Year’s Eve.", &["New Year’s Eve = 2018-12-31"]),
            ("Christmas shopping began, the Thanksgiving turkey was dear.", &[]),
        ],
    );
}

#[test]
fn days_picked_out_of_longer_stretches() {
    check(
        wednesday(),
        &[
            ("the last Monday of March", &["the last Monday of March = 2019-03-25"]),
            ("on the first Tuesday of October 2014", &["the first Tuesday of October 2014 = 2014-10-07"]),
            ("the fifth Friday of February 2019", &["the fifth Friday of February 2019 = XXXX = -"]),
            (
                "the last weekend of July 2018",
                &["the last weekend of July 2018 = 2018-W30-WE = 2018-07-28/2018-07-29"],
            ),
            ("on the last day of last month", &["the last day of last month = 2019-04-30"]),
            ("in the first week of 2015", &["the first week of 2015 = 2015-W01 = 2014-12-29/2015-01-04"]),
            ("in the week of April 10", &["the week of April 10 = 2019-W15"]),
            ("She votes on Tuesday of next week.", &["Tuesday of next week = 2019-05-21"]),
            (
                "He sits next week on Monday and Thursday.",
                &["next week on Monday = 2019-05-20", "Thursday = 2019-05-23"],
            ),
            ("She left on Tuesday the 14th.", &["Tuesday the 14th = 2019-05-14"]),
            ("She left on Saturday the 14th.", &["Saturday the 14th = 2018-07-14"]),
            ("on the second of August", &["the second of August = 2019-08-02"]),
            ("two thirds of March rain", &["March = 2019-03"]),
        ],
    );
}

#[test]
fn dates_in_print_of_all_kinds() {
    check(
        wednesday(),
        &[
            ("born 3 Aug 96.", &["3 Aug 96 = 1996-08-03"]),
            ("born Aug. 9, 96", &["Aug. 9, 96 = 1996-08-09"]),
            ("On 3 April 96 people died.", &["3 April = 2019-04-03"]),
            ("filed 31-Oct-74", &["31-Oct-74 = 1974-10-31"]),
            ("filed 31/Oct/1974", &["31/Oct/1974 = 1974-10-31"]),
            ("filed 2031/Mar/5 by hand", &["2031/Mar/5 = 2031-03-05"]),
            ("issued 04/2016", &["04/2016 = 2016-04"]),
            ("issued 2015-12", &["2015-12 = 2015-12"]),
            // Two years as often as a month.
            ("the 2009-10 season", &["2009 = 2009"]),
            ("July 13-15, 2014", &["July 13-15, 2014 = 2014-07-13/2014-07-15"]),
            ("at Thu Oct 26 11:00:09 2023", &["Thu Oct 26 11:00:09 2023 = 2023-10-26T11:00:09"]),
            ("He paid $12 December 27, said Ann.", &["December 27 = 2018-12-27"]),
            ("the mayor left in Jan", &["Jan = 2019-01"]),
            ("the report by Jan Tarn", &[]),
            ("the mayor left last friday", &["last friday = 2019-05-10"]),
            ("they left on march 3rd, all lower case", &["march 3rd = 2019-03-03"]),
            ("Long did They march 3 miles.", &[]),
            ("in the early nineties", &["the early nineties = 199"]),
        ],
    );
}

#[test]
fn clocks_and_parts_of_the_day() {
    check(
        wednesday(),
        &[
            ("She spoke at 8 tonight.", &["8 tonight = 2019-05-15T20:00"]),
            ("Tonight at 8 she speaks.", &["Tonight at 8 = 2019-05-15T20:00"]),
            ("He called at 7:30 a.m. this morning.", &["7:30 a.m. this morning = 2019-05-15T07:30"]),
            ("It sank at 10:20 last night.", &["10:20 last night = 2019-05-14T22:20"]),
            ("at 3:20 in the afternoon", &["3:20 in the afternoon = 2019-05-15T15:20"]),
            ("on Monday around 6 p.m.", &["Monday around 6 p.m. = 2019-05-13T18:00"]),
            ("The storm killed 8 this morning.", &["this morning = 2019-05-15TMO"]),
            ("Police came in the early morning.", &["the early morning = 2019-05-15TMO"]),
        ],
    );
    let bounds = |text| {
        let time = times(text, wednesday()).remove(0);
        [time.low, time.high].map(|t| t.map_or(String::new(), |t| t.to_string()))
    };
    assert_eq!(bounds("this morning"), ["2019-05-15T00:00:00", "2019-05-15T12:00:00"]);
    assert_eq!(bounds("Tuesday afternoon"), ["2019-05-14T12:00:00", "2019-05-14T18:00:00"]);
    assert_eq!(bounds("Tuesday night"), ["2019-05-14T18:00:00", "2019-05-15T00:00:00"]);
    assert_eq!(bounds("he left after 2016"), ["2017-01-01T00:00:00", ""]);
    assert_eq!(bounds("he left after 3 May 2016"), ["2016-05-03T00:00:00", ""]);
}

#[test]
fn business_years_and_put_off_days() {
    check(
        wednesday(),
        &[
            ("in the year ended March 31", &["the year = P1Y", "March 31 = 2019-03-31"]),
            ("a loss for the full year", &["the full year = 2019"]),
            ("due by year-end", &["year-end = 2018-12-31"]),
            ("The hearing was postponed until Tuesday.", &["Tuesday = 2019-05-21"]),
            ("The licence had been due to expire on Friday.", &["Friday = 2019-05-10"]),
            ("They planned a march on Friday.", &["Friday = 2019-05-17"]),
            ("She returns next Friday.", &["next Friday = 2019-05-24"]),
            ("She returns next Saturday.", &["next Saturday = 2019-05-18"]),
            (
                "They met in March. The following month they parted.",
                &["March = 2019-03", "The following month = 2019-04"],
            ),
        ],
    );
}

#[test]
fn a_text_of_long_ago_keeps_to_its_own_years() {
    let text = "The mill was built in 1841. In 1842 it burnt. It was sold in March 1844 and again in 1846.\n\
                By 1850 the river had moved. On 3 June the dam broke.";
    let found = times(text, wednesday());
    assert_eq!(found.last().map(|t| t.timex.as_str()), Some("1850-06-03"));
    // A report of its own day with one old year in it is none.
    let text = "The mill was built in 1741. It burnt on Monday. On 3 June the court sits.";
    let found = times(text, on(2019, 6, 5));
    assert_eq!(found.last().map(|t| t.timex.as_str()), Some("2019-06-03"));
}

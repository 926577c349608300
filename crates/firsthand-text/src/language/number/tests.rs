//! Cases of our own invention, by kind.

use super::*;
use crate::language::time::{self, Anchor};
use crate::language::{plain, sentence, token};
use proptest::prelude::*;

fn quantities(text: &str) -> (Vec<Quantity>, Vec<Token>, String) {
    let report = plain::report(None, text);
    let mut tokens = token::cut(&report);
    let sentences = sentence::split(&report, &mut tokens);
    let found = time::find(&report.text, &tokens, &sentences);
    let times = time::resolve(&report.text, &tokens, &sentences, &found, Anchor::default());
    (find(&report.text, &tokens, &sentences, &times), tokens, report.text)
}

/// One quantity as a line: bound, value or range, unit or noun, kind where it is not plain.
fn line(q: &Quantity, tokens: &[Token], text: &str) -> String {
    let bound = match q.bound {
        Bound::Exact => "",
        Bound::About => "~",
        Bound::More => ">",
        Bound::AtLeast => ">=",
        Bound::Less => "<",
        Bound::AtMost => "<=",
    };
    let value = if q.low == q.high { format!("{}", q.low) } else { format!("{}..{}", q.low, q.high) };
    let noun = q.noun.and_then(|n| tokens.get(n)).map_or("", |t| t.span.of(text));
    let kind = match q.kind {
        QuantityKind::Ordinal => " th",
        QuantityKind::Age => " old",
        _ => "",
    };
    format!("{bound}{value} {}{kind}", q.unit.as_deref().unwrap_or(noun)).trim().to_owned()
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        let (found, tokens, text) = quantities(text);
        let got: Vec<String> = found.iter().map(|q| line(q, &tokens, &text)).collect();
        assert_eq!(&got, want, "{text}");
    }
}

#[test]
fn counts() {
    check(&[
        ("They sent 7,000 crates of lamps.", &["7000 crates"]),
        ("Three hundred sailors were rescued.", &["300 sailors"]),
        ("It has fewer than 400 000 people.", &["<400000 people"]),
        ("The shop sold two dozen lamps.", &["24 lamps"]),
        ("Some 2.5 million people voted.", &["~2500000 people"]),
        ("stranding 60, 25 of them on Tarn", &["60", "25"]),
        ("200 out of 500 sailors were lost", &["200 sailors", "500 sailors"]),
        ("One of the boats sank.", &["1 boats"]),
        ("Half of the boats sank.", &["0.5 boats"]),
        ("They grew .5 per cent.", &["0.5 percent"]),
    ]);
}

#[test]
fn bounds() {
    check(&[
        ("around 70 boats", &["~70 boats"]),
        ("nearly 1,700 sailors", &["~1700 sailors"]),
        ("an estimated 40 goats", &["~40 goats"]),
        ("more than 90 families", &[">90 families"]),
        ("over 300 sailors", &[">300 sailors"]),
        ("at least nine people", &[">=9 people"]),
        ("no fewer than 12 goats", &[">=12 goats"]),
        ("up to 90 goats", &["<=90 goats"]),
        ("as many as 30 goats", &["<=30 goats"]),
        ("no more than 3 goats", &["<=3 goats"]),
        ("less than 450 feet from it", &["<450 foot"]),
        ("20 or more goats", &[">=20 goats"]),
        ("just under 20 percent", &["<20 percent"]),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("between 20 and 30 goats", &["20..30 goats"]),
        ("Five or six sailors fled.", &["5..6 sailors"]),
        ("between 20 to 24 percent of people", &["20..24 percent"]),
        ("shocks varying from 2.1 to 3.3 degrees on the Richter scale", &["2.1..3.3 magnitude"]),
        ("it costs $5 to 6 million", &["5000000..6000000 USD"]),
        ("prices from $200 to $4 million", &["200..4000000 USD"]),
        ("a wait of 2-3 weeks", &["2..3 week"]),
        // A change has two values, not a range.
        ("The toll rose from 3 to 12.", &["3", "12"]),
    ]);
}

#[test]
fn vague_numbers() {
    check(&[
        ("dozens of goats", &["~24..99 goats"]),
        ("hundreds of drones", &["~200..999 drones"]),
        ("tens of thousands of people", &["~20000..99999 people"]),
        ("millions of dollars", &["~2000000..999000000 USD"]),
    ]);
}

#[test]
fn money() {
    check(&[
        ("worth more than $240 million", &[">240000000 USD"]),
        ("worth £4.5m today", &["4500000 GBP"]),
        ("85 million euros", &["85000000 EUR"]),
        ("74 million pounds", &["74000000 GBP"]),
        ("oil rose above $70 a barrel", &[">70 USD/barrel"]),
        ("US$1.1 million and A$2 and Rs. 500", &["1100000 USD", "2 AUD", "500 INR"]),
        ("9.99 New Zealand dollars per month", &["9.99 NZD/month"]),
        ("five pounds of nails", &["5 lb"]),
        ("selling e65 million worth of nets", &["65000000 EUR"]),
    ]);
}

#[test]
fn measures_and_parts() {
    check(&[
        ("eight km (5 miles) west of it", &["8 km", "5 mile"]),
        ("a 4.7-magnitude earthquake", &["4.7 magnitude"]),
        ("a 4.7 -magnitude earthquake", &["4.7 magnitude"]),
        ("a magnitude of 4.3 struck", &["4.3 magnitude"]),
        ("a magnitude-4.8 quake", &["4.8 magnitude"]),
        ("a 4.3 quake in the hills", &["4.3 magnitude"]),
        ("measuring 4.7 on the Richter scale", &["4.7 magnitude"]),
        ("water rose three metres and a half", &["3.5 metre"]),
        ("he got a 2-1/2 year term", &["2.5 year"]),
        ("they sat for 40 hours over four days", &["40 hour", "4 day"]),
        ("they sat for over four days", &[">4 day"]),
        ("it was -4% or minus 12 degrees", &["-4 percent", "-12 degree"]),
        ("660 square metres at 40 miles per hour", &["660 square metre", "40 mph"]),
        ("12.3m tonnes of ore", &["12300000 tonne"]),
    ]);
}

#[test]
fn ages() {
    check(&[
        ("Ada Brook, 51, was hurt.", &["51 year old"]),
        ("Tom Reed and Ada Brook, both 51, died.", &["51 year old"]),
        ("a 46-year-old baker", &["46 year old"]),
        ("girls aged 11 to 14", &["11..14 year old"]),
        ("girls aged between 11 and 14", &["11..14 year old"]),
        ("the girls are 11 and 12 years old", &["11..12 year old"]),
        ("he died at 83", &["83 year old"]),
        ("at the age of 11", &["11 year old"]),
        ("In Tarn, 15 men left.", &["15 men"]),
    ]);
}

#[test]
fn lengths_of_time() {
    check(&[
        ("for four years", &["4 year"]),
        ("for the first time in nine years", &["1 time th", "9 year"]),
        ("a five-day regatta", &["5 day"]),
        ("for more than two decades", &[">20 year"]),
        ("for a quarter of a century", &["25 year"]),
        ("fewer than 3.5 seconds", &["<3.5 second"]),
        ("at least 72 hours", &[">=72 hour"]),
    ]);
}

#[test]
fn ordinals() {
    check(&[
        ("the second diver to drown", &["2 diver th"]),
        ("the 5th time", &["5 time th"]),
        ("the twenty-third boat", &["23 boat th"]),
        ("off Fifth Avenue", &[]),
    ]);
}

#[test]
fn no_quantities() {
    check(&[
        ("An F-16 and a Boeing 747 met on Flight 370.", &[]),
        ("COVID-19 and Scud-B and 5G and the G7", &[]),
        ("Call 555-1234 or +44 20 7946 0000.", &[]),
        ("They won 3-1 at 16:08 in 2012 on 5 March.", &[]),
        ("Version 2.0.1 and section 4.2.1", &[]),
        ("No. 5 and #7 and Article 9", &[]),
        ("the Formula One race", &[]),
        ("no one saw this one, and one who did ran", &[]),
        ("a three-storey house", &[]),
        ("the iPhone 11 and the Galaxy 9", &[]),
        ("at 575 Holly Road", &[]),
        ("The year 2120 is far.", &[]),
    ]);
}

proptest! {
    #[test]
    fn quantities_lie_in_the_text_in_order(
        text in "((about|more than|between|and|to|or|\\$|£|5|7,000|3\\.5|two|hundred|million|m|%|percent|km|years|-|–|old|aged|goats|dozens|of|a|per|half|Ada,|first|th|\\.|é|\\(|\\)|one|F) ?){0,24}"
    ) {
        let (found, tokens, text) = quantities(&text);
        let mut floor = 0;
        for q in found {
            prop_assert!(floor <= q.span.start && q.span.start < q.span.end);
            prop_assert!(text.get(q.span.start..q.span.end).is_some());
            prop_assert!(q.span.holds(q.number), "{:?}", q);
            prop_assert!(q.low <= q.high && q.low.is_finite());
            prop_assert!(q.noun.is_none_or(|n| n < tokens.len()));
            floor = q.span.end;
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        let (found, _, text) = quantities(&text);
        for q in found {
            prop_assert!(text.get(q.span.start..q.span.end).is_some());
        }
    }
}

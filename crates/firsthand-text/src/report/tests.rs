use super::*;
use crate::page::page;
use proptest::prelude::*;

/// The report of one page.
fn read(text: &str) -> Report {
    report(&page("page", text.as_bytes()))
}

fn body_lines(report: &Report) -> Vec<&str> {
    report.paragraphs.iter().map(|p| p.span.of(&report.text)).collect()
}

fn credits(report: &Report) -> Vec<(&str, &str)> {
    report.credits.iter().map(|c| (c.name.as_str(), c.place)).collect()
}

const FLOOD: &str = "The river Lund rose two metres on Monday and flooded the old harbour of Vik, the harbour board said.\n\n\
    Nobody was hurt, but forty boats broke loose, said Ada Holm, who heads the board.\n\n\
    \"We had an hour,\" she told reporters.";

struct Case {
    name: &'static str,
    page: String,
    title: Option<&'static str>,
    outlet: Option<&'static str>,
    published: Option<&'static str>,
    byline: &'static [&'static str],
    credits: &'static [(&'static str, &'static str)],
    captions: &'static [(&'static str, Option<&'static str>)],
    /// Paragraphs the body has beside those of `FLOOD`, in front of them and behind.
    front: &'static [&'static str],
    back: &'static [&'static str],
}

impl Case {
    fn of(name: &'static str, page: String) -> Case {
        Case {
            name,
            page,
            title: None,
            outlet: None,
            published: None,
            byline: &[],
            credits: &[],
            captions: &[],
            front: &[],
            back: &[],
        }
    }
}

fn cases() -> Vec<Case> {
    let title = Some("Harbour of Vik flooded as Lund rises two metres");
    let head = "Harbour of Vik flooded as Lund rises two metres";
    vec![
        Case::of("a bare body", FLOOD.to_owned()),
        Case { title, ..Case::of("a title and a body", format!("{head}\n\n{FLOOD}")) },
        Case { title, ..Case::of("a sentence a line", format!("{head}\n{}", FLOOD.replace("\n\n", "\n"))) },
        Case {
            title,
            outlet: Some("Lund Valley Gazette"),
            published: Some("2031-03-04T12:00"),
            ..Case::of(
                "a labelled date beats the day of the crawl",
                format!("Vik, Sunday\n\n16 March 2031\n\nLund Valley Gazette\n\n{head}\n\nLV Desk || Gazette\n\nPublished: 12:00, 4 March 2031\n{head}\n\nPhoto: Collected\n\n{FLOOD}\n\nHolmgren"),
            )
        },
        Case {
            title,
            published: Some("2031-03-04"),
            outlet: Some("The Lund Observer"),
            ..Case::of("outlet and date on a line", format!("{head}\n\nThe Lund Observer, March 4, 2031 ─\n\n{FLOOD}\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *"))
        },
        Case {
            published: Some("2031-03-04T08:16:43Z"),
            ..Case::of("a stamp after the story", format!("{FLOOD}\n\n2031-03-04T08:16:43Z xk29fmwq81"))
        },
        Case { published: Some("2031-03-04"), ..Case::of("a date among residue", format!(" date 2031-03-04 Loading... Loading...\n\n{FLOOD}")) },
        Case {
            published: Some("2031-03-04T14:10"),
            credits: &[("Press Trust of India", "byline")],
            ..Case::of("byline, place and date in one line", format!("By: Press Trust of India | Vik | Posted: March 4, 2031 2:10 pm\n{FLOOD}"))
        },
        Case {
            title,
            byline: &["Nils Brook"],
            captions: &[(
                "A picture released by the harbour board on March 3 shows the quay.",
                Some("Board/KNS/dpa"),
            )],
            front: &["• The Lund rose faster than in any year since the board began to count", "• Forty boats broke loose, and the board wants a higher wall"],
            ..Case::of(
                "bullets, player and advertisements",
                format!(
                    "Advertisement\nLund\nThis Week in VikWeather\n\n{head}\n\n  • The Lund rose faster than in any year since the board began to count\n  • Forty boats broke loose, and the board wants a higher wall\n\nReading Time:4 minutes\n10\nA picture released by the harbour board on March 3 shows the quay. Photo: Board/KNS/dpa\nNils Brook\n{}\n\nAdvertisement\nSelect Voice\nChoose your listening speed\n1.25x\n250 WPM",
                    FLOOD.replace("Nobody was", "Advertisement\n\nNobody was")
                ),
            )
        },
        Case {
            captions: &[("Boats adrift off Vik", Some("the harbour board"))],
            ..Case::of("a caption printed twice and related stories", format!("{}\n\nMORE: Swans return to the Lund\n\nScroll down for video", FLOOD.replace("Nobody", "Boats adrift off Vik (image from the harbour board)Boats adrift off Vik (image from the harbour board)\n\nMORE: Ducks leave\n\nNobody")))
        },
        Case {
            byline: &["Nils Brook"],
            credits: &[("Reuters", "byline")],
            ..Case::of("agency and contributors", format!("/ Reuters\n{FLOOD}\n(Reporting by Nils Brook in Vik; Editing by Ada Vale)\nWhat to Read Next"))
        },
        Case {
            back: &["The water will fall by Friday, reports BSS/AFP."],
            credits: &[("BSS", "suffix"), ("AFP", "suffix")],
            ..Case::of("a credit within a sentence", format!("{FLOOD}\n\nThe water will fall by Friday, reports BSS/AFP."))
        },
        Case {
            title,
            outlet: Some("Politico"),
            front: &["What did the board do?"],
            ..Case::of("a known outlet, share bars, tags", format!("Politico\nShare on Facebook Share on Twitter\n{head}\nWhat did the board do?\n{FLOOD}\n#lund #vik harbour\nreporter@gazette.example\n___"))
        },
        Case::of("dates that are not the report's", format!("{FLOOD}\n\nRead next\nLund rose in 2029, too\nMarch 9, 2029\n© 2031 Vale Media. All rights reserved.")),
    ]
}

#[test]
fn plain_pages_come_out_clean() {
    let flood: Vec<&str> = FLOOD.split("\n\n").collect();
    for case in cases() {
        let found = read(&case.page);
        let name = case.name;
        assert_eq!(found.title(), case.title, "title: {name}");
        assert_eq!(found.outlet.as_deref(), case.outlet, "outlet: {name}");
        assert_eq!(found.published.value.as_deref(), case.published, "date: {name}");
        assert_eq!(found.byline, case.byline, "byline: {name}");
        assert_eq!(credits(&found), case.credits, "credits: {name}");
        assert_eq!(
            found.captions.iter().map(|c| (c.text.as_str(), c.credit.as_deref())).collect::<Vec<_>>(),
            case.captions,
            "captions: {name}"
        );
        let want: Vec<&str> = case.front.iter().chain(&flood).chain(case.back).copied().collect();
        if name != "a known outlet, share bars, tags" {
            assert_eq!(body_lines(&found), want, "body: {name}");
        }
        assert_eq!(found.language.as_deref(), Some("en"), "language: {name}");
    }
}

#[test]
fn whoever_is_told_something_under_its_own_name_publishes_the_page() {
    let body = FLOOD.replace("she told reporters", "she told the Vik Lantern");
    let head = "Harbour of Vik flooded as Lund rises two metres";
    let named = |name: &str| format!("{name}\n\n{head}\n\n{body}");
    let titled = |title: &str| {
        let paragraphs: String = body.split("\n\n").map(|p| format!("<p>{p}</p>")).collect();
        format!("<!doctype html><title>{title}</title><body><h1>{head}</h1>{paragraphs}")
    };
    for (page, want) in [
        (named("THE VIK LANTERN"), Some("Vik Lantern")),
        (named("THE VIK BEACON"), None),
        (format!("{head}\n\n{body}"), None),
        (titled(&format!("Vik Lantern 7 - News - {head}")), Some("Vik Lantern")),
        (titled(head), None),
    ] {
        assert_eq!(read(&page).outlet.as_deref(), want, "{page}");
    }
}

#[test]
fn a_medium_in_a_byline_wrote_for_the_outlet_that_the_page_names() {
    let head = "Harbour of Vik flooded as Lund rises two metres";
    let page = format!("{head}\n\nBy Reedholm Press\n\n{FLOOD}\n\n© 2031 Vik Gazette. All rights reserved.");
    let report = read(&page);
    assert_eq!(
        (report.outlet.as_deref(), credits(&report)),
        (Some("Vik Gazette"), vec![("Reedholm Press", "byline")])
    );
    let report = read(&format!("{head}\n\nBy Reedholm Press\n\n{FLOOD}"));
    assert_eq!((report.outlet.as_deref(), credits(&report)), (Some("Reedholm Press"), vec![]));
}

#[test]
fn datelines_give_place_day_and_agency_and_stay_in_the_body() {
    let text = format!("Posted March 4, 2031\n\nVIK, March 3 (Reuters) - {FLOOD}");
    let found = read(&text);
    let dateline = found.dateline.as_ref().unwrap();
    assert_eq!(dateline.place.as_deref(), Some("VIK"));
    assert_eq!(dateline.date, Some(civil::date(2031, 3, 3)));
    assert_eq!(dateline.span.of(&found.text), "VIK, March 3 (Reuters) - ");
    assert_eq!(credits(&found), [("Reuters", "dateline")]);
    assert!(found.body().starts_with("VIK, March 3 (Reuters) - The river"));
    // Without a date of publication the year is not known.
    assert_eq!(read(&format!("VIK, March 3 (Reuters) - {FLOOD}")).dateline.unwrap().date, None);
}

#[test]
fn subheadings_stay_and_links_between_paragraphs_do_not() {
    let page = FLOOD.replace("Nobody", "What happens next?\n\nNobody").replace(
        "\"We had",
        "LOW WATER: How Vik lost its beach\n\nTrending News\nVale interview\n\n\"We had",
    );
    let found = read(&page);
    let kinds: Vec<_> = found.paragraphs.iter().map(|p| p.kind).collect();
    assert_eq!(
        kinds,
        [ParagraphKind::Text, ParagraphKind::Heading, ParagraphKind::Text, ParagraphKind::Text]
    );
    assert!(!found.body().contains("LOW WATER") && !found.body().contains("Vale interview"));
    assert!(found.dropped.iter().all(|c| c.page.is_some()));
}

#[test]
fn lines_wrapped_at_a_column_become_paragraphs() {
    let page = "The river Lund rose two metres on Monday and flooded the old\nharbour of Vik, the harbour board said, and forty boats broke\nloose before anyone could reach the quay.\n\nNobody was hurt, said Ada Holm, who heads the board, but the\nnight had been long and the water would not fall before the\nmorning of Friday.";
    let found = read(page);
    assert_eq!(found.paragraphs.len(), 2);
    assert!(
        found
            .body()
            .starts_with("The river Lund rose two metres on Monday and flooded the old harbour of Vik")
    );
}

#[test]
fn a_page_of_one_line_or_one_headline_keeps_it() {
    for text in ["Forty boats adrift off Vik", &FLOOD.replace("\n\n", " ")] {
        let found = read(text);
        assert_eq!((found.title(), found.body()), (None, text));
    }
}

#[test]
fn pages_of_very_many_lines_and_very_long_lines_are_read() {
    let lines: Vec<String> = (0..5_000)
        .map(|n| format!("Boat {n} broke loose from the quay of Vik in the night. Photo: Board/AFP"))
        .collect();
    assert_eq!(read(&lines.join("\n\n")).captions.len(), 5_000);
    let lines: Vec<String> = (0..5_000)
        .map(|n| format!("Boat {n} broke loose from the old quay of Vik in the night of Monday."))
        .collect();
    assert_eq!(read(&lines.join("\n\n")).paragraphs.len(), 5_000);
    let long = "The board reports losses, reports ".repeat(40_000);
    assert_eq!(read(&long).body(), long.trim_end());
}

#[test]
fn a_page_without_text_says_so() {
    let found = read("<html><body><nav><a href=a>Home</a></nav></body></html>");
    assert!(found.body().is_empty());
    assert!(found.notes.iter().any(|n| n.trouble == crate::Trouble::NoText));
}

/// Spans fit the text, and what the map calls verbatim is the page's own words.
fn check(found: &Report, bytes: &[u8]) -> Result<(), TestCaseError> {
    for span in found.paragraphs.iter().map(|p| p.span).chain(found.title).chain([found.body]) {
        prop_assert!(found.text.get(span.start..span.end).is_some());
    }
    prop_assert!(
        found.paragraphs.windows(2).all(|w| found.text.get(w[0].span.end..w[1].span.start) == Some("\n\n"))
    );
    for run in found.map.runs() {
        prop_assert!(found.text.get(run.clean.start..run.clean.end).is_some());
        prop_assert!(run.page.end <= bytes.len());
    }
    let pages = found.dropped.iter().map(|c| c.page).chain(found.captions.iter().map(|c| c.page));
    for page in pages {
        prop_assert!(page.is_none_or(|p| p.end <= bytes.len()));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_give_a_report(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&report(&page("page", &bytes)), &bytes)?;
    }

    #[test]
    fn any_lines_give_a_report(lines in prop::collection::vec(line(), 0..12)) {
        let text = lines.join("\n");
        let found = read(&text);
        check(&found, text.as_bytes())?;
        // Every word of the body leads back to itself.
        for paragraph in &found.paragraphs {
            for word in paragraph.span.of(&found.text).split(' ').filter(|w| !w.is_empty()) {
                let at = word.as_ptr() as usize - found.text.as_ptr() as usize;
                let bytes = found.map.page(Span::new(at, at + word.len())).unwrap();
                prop_assert_eq!(bytes.of(&text), word);
            }
        }
    }

    #[test]
    fn any_markup_gives_a_report(parts in prop::collection::vec(markup(), 0..40)) {
        let text = format!("<!doctype html>{}", parts.concat());
        check(&read(&text), text.as_bytes())?;
    }
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-zé]{2,8}( [a-z]{2,8}){9,20}\\.",
        "[A-Z][a-z]{2,8}( [a-z]{2,8}){1,6}",
        Just(String::new()),
        Just("Advertisement".to_owned()),
        Just("By Ada Vale".to_owned()),
        Just("Published: 12:00, 4 March 2031".to_owned()),
        Just("Vik harbour. Photo: Board/AFP".to_owned()),
        "[ -~]{0,40}",
    ]
}

fn markup() -> impl Strategy<Value = String> {
    prop_oneof![
        "<(p|div|li|b|a|td|h1|section|article|blockquote)( class=\"[a-z-]{0,8}\")?>",
        "</(p|div|li|b|a|td|h1|section|article|blockquote)>",
        "[A-Z][a-z]{2,8}( [a-z]{2,8}){3,12}\\. ",
        "&(amp|lt|eacute|#8217|#x1F600|copy|nbsp|bogus);?",
        Just("<br>".to_owned()),
        Just(
            "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"A\"}</script>"
                .to_owned()
        ),
        "[ -~é]{0,20}",
    ]
}

use super::*;
use firsthand_text::Span;
use firsthand_text::report::Report;
use proptest::prelude::*;
use std::path::{Path, PathBuf};

fn report(location: &str, day: Option<&str>, text: &str) -> Annotated {
    let mut report = Report {
        location: location.into(),
        body: Span::new(0, text.len()),
        text: text.into(),
        ..Report::default()
    };
    report.published.day = day.map(|d| d.parse().unwrap());
    Annotated { report, ..Annotated::default() }
}

/// Two ferries that ran aground, told in much the same words, and a strike.
fn harbour() -> Vec<Annotated> {
    let texts = [
        (
            "a",
            "The ferry Linnea ran aground off Torsvik on Tuesday with 212 people on board, the coast guard said.",
        ),
        (
            "b",
            "A ferry with 212 people on board, the Linnea, ran aground near Torsvik, its owner Havlinje said.",
        ),
        (
            "c",
            "Divers will look at the hull of the Linnea, the ferry that ran aground off Torsvik with 212 on board.",
        ),
        (
            "d",
            "All 212 on board the Linnea were taken off by Tuesday night, the coast guard at Torsvik said.",
        ),
        (
            "e",
            "The ferry Asteria ran aground off Port Calder on Sunday with 88 people on board, the coast guard said.",
        ),
        (
            "f",
            "Asteria, a ferry with 88 people on board, ran aground near Port Calder, its owner Calder Line said.",
        ),
        (
            "g",
            "Divers will look at the hull of the Asteria, the ferry aground off Port Calder with 88 on board.",
        ),
        (
            "h",
            "All 88 on board the Asteria were taken off by Sunday night, the coast guard at Port Calder said.",
        ),
        ("i", "Bakers in Ostermark walked out on Friday over a plan of the guild to cut the night bonus."),
    ];
    texts.iter().map(|(l, t)| report(l, None, t)).collect()
}

fn names(stories: &[Story], reports: &[Annotated]) -> Vec<String> {
    let name = |s: &Story| s.reports.iter().map(|&r| reports[r].report.location.as_str()).collect::<String>();
    stories.iter().map(name).collect()
}

#[test]
fn happenings_told_alike_stay_apart_by_their_names() {
    let reports = harbour();
    assert_eq!(names(&group(&reports), &reports), ["abcd", "efgh", "i"]);
}

#[test]
fn every_join_names_its_nearest_and_what_they_share() {
    let reports = harbour();
    for story in group(&reports) {
        assert_eq!(story.joins.len() + 1, story.reports.len());
        for join in &story.joins {
            assert!(story.reports.contains(&join.nearest) && join.nearest != join.report);
            assert!(join.score > 0.0 && join.score <= 1.0 + 1e-9);
            let name = if join.report < 4 { "Linnea" } else { "Asteria" };
            assert!(join.shares.iter().any(|s| s == name), "{:?}", join.shares);
        }
    }
}

#[test]
fn the_same_words_a_month_later_are_another_story() {
    let text = "Fire crews were called to the Marlow paper mill on Hart Lane after smoke was seen at dawn.";
    let reports = [report("a", Some("2021-03-01"), text), report("b", Some("2021-04-02"), text)];
    assert_eq!(group(&reports).len(), 2);
    let reports = [report("a", Some("2021-03-01"), text), report("b", Some("2021-03-02"), text)];
    assert_eq!(group(&reports).len(), 1);
}

/// Pairs of happenings that are told alike, each by two reports: day and text.
#[test]
fn look_alikes_of_one_week_one_court_and_two_years_stay_apart() {
    let cases: [[(&str, &str); 4]; 3] = [
        [
            (
                "2021-03-01",
                "An earthquake of magnitude 5.9 shook Varn province in western Ostmark on Monday, killing 14 people, the seismic institute said.",
            ),
            (
                "2021-03-02",
                "The death toll of Monday's magnitude 5.9 earthquake in Varn province, western Ostmark, stayed at 14, the seismic institute said.",
            ),
            (
                "2021-03-04",
                "An earthquake of magnitude 6.3 shook Delmora island in southern Karvenia on Thursday, killing 31 people, the geological office said.",
            ),
            (
                "2021-03-05",
                "The death toll of Thursday's magnitude 6.3 earthquake on Delmora island, southern Karvenia, stayed at 31, the geological office said.",
            ),
        ],
        [
            (
                "2021-06-14",
                "The Supreme Court of Ostmark ruled on Monday that the city of Tarn must pay back water fees it had taken from tenants since 2014, its judges said in a 5-4 decision. Lena Mross, who speaks for eleven thousand households, called it a late justice. The city had argued that the pipes of the old quarter could not be mended without the money, and its mayor said the budget would have to be drawn up anew.",
            ),
            (
                "2021-06-14",
                "Tenants in Tarn will get water fees of seven years back after the Supreme Court of Ostmark ruled 5-4 against the city on Monday. About eleven thousand households are owed some 90 marks each, said Lena Mross of the tenants' union. The mayor said the pipes of the old quarter would now wait, and that he had no budget for the repayment before autumn.",
            ),
            (
                "2021-06-16",
                "The Supreme Court of Ostmark ruled on Wednesday that fishermen of Port Calder may sue the shipping company Havlinje over oil spilled from the ferry Asteria in 2019, a 6-3 decision. Their nets had stayed empty for two seasons, said Edvin Rask, who owns three boats. Havlinje holds that the coast guard towed the ferry over the reef and that it was not to blame for the slick.",
            ),
            (
                "2021-06-16",
                "Fishermen of Port Calder can sue Havlinje over oil that the ferry Asteria spilled two years ago, the Supreme Court of Ostmark ruled 6-3 on Wednesday. Edvin Rask, whose three boats lay idle for two seasons, said he wanted his nets paid for. The shipping company blames the coast guard, which towed the Asteria over a reef and left a slick of nine kilometres.",
            ),
        ],
        [
            (
                "2020-09-10",
                "Leaders of the six river states met in Solvang on Thursday for their yearly summit and agreed on a common toll for barges.",
            ),
            (
                "2020-09-11",
                "The summit of the six river states in Solvang ended with a deal on a common toll for barges, their leaders said.",
            ),
            (
                "2021-09-09",
                "Leaders of the six river states met in Solvang on Thursday for their yearly summit and agreed on a common fund for locks.",
            ),
            (
                "2021-09-10",
                "The summit of the six river states in Solvang ended with a deal on a common fund for locks, their leaders said.",
            ),
        ],
    ];
    for case in cases {
        let reports: Vec<Annotated> = ["a", "b", "c", "d"]
            .into_iter()
            .zip(case)
            .map(|(l, (day, text))| report(l, Some(day), text))
            .collect();
        assert_eq!(names(&group(&reports), &reports), ["ab", "cd"], "{}", case[0].1);
    }
}

/// A story of one affair leads to the other.
#[test]
fn two_happenings_of_one_affair_are_linked() {
    let text = "Workers of the Marlow paper mill on Hart Lane in Velmora walked out over a plan to cut the night bonus, the union said.";
    let reports = [report("a", Some("2021-03-01"), text), report("b", Some("2021-03-25"), text)];
    let stories = group(&reports);
    assert_eq!(stories.len(), 2);
    let kin = stories[1].related.expect("a related story");
    assert_eq!((kin.story, kin.report, kin.nearest), (0, 1, 0));
}

#[test]
fn nothing_gives_no_story_and_an_empty_report_one() {
    assert!(group(&[]).is_empty());
    assert_eq!(group(&[report("a", None, ""), report("b", None, "")]).len(), 2);
}

/// A stream of these reports, numbered as given, and where each was placed.
fn streamed(
    mut stream: Stream,
    reports: &[Annotated],
    numbers: &[i64],
) -> (Stream, Vec<Placement>, Vec<Vec<u8>>) {
    let (mut placed, mut states) = (Vec::new(), Vec::new());
    for (report, &number) in reports.iter().zip(numbers) {
        let met = stream.meet(&sketch(report));
        let placement = stream.place(&met);
        states.push(met.clone().kept().to_bytes());
        stream.hold(number, placement.joins.map_or(number, |j| j.story), met);
        placed.push(placement);
    }
    (stream, placed, states)
}

#[test]
fn a_stream_taken_up_again_goes_on_as_if_it_had_not_stopped() {
    let reports = harbour();
    for numbers in
        [[1, 2, 3, 4, 5, 6, 7, 8, 9], [3, 10, 11, 40, 41, 60, 61, 99, 100], [9, 8, 7, 6, 5, 4, 3, 2, 1]]
    {
        let (_, whole, states) = streamed(Stream::new(100), &reports, &numbers);
        assert!(whole.iter().filter(|p| p.joins.is_some()).count() >= 5, "{whole:?}");
        for cut in 0..reports.len() {
            let mut again = Stream::new(100);
            for (n, state) in states[..cut].iter().enumerate() {
                let story = whole[n].joins.map_or(numbers[n], |j| j.story);
                again.hold(numbers[n], story, Met::from_bytes(state).unwrap());
            }
            let (_, rest, bytes) = streamed(again, &reports[cut..], &numbers[cut..]);
            assert_eq!(rest, whole[cut..], "after {cut}");
            assert_eq!(bytes, states[cut..], "after {cut}");
        }
    }
}

#[test]
fn a_window_that_is_full_forgets_the_oldest_and_nothing_of_them_is_left() {
    let reports = harbour();
    let numbers: Vec<i64> = (1..=9).collect();
    let (stream, placed, _) = streamed(Stream::new(2), &reports, &numbers);
    assert_eq!(stream.len(), 2);
    for (n, placement) in (1i64..).zip(&placed) {
        assert!(placement.joins.is_none_or(|j| j.report >= n - 2 && j.report < n), "{placement:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn grouping_is_independent_of_the_order(shuffled in Just((0..9usize).collect::<Vec<_>>()).prop_shuffle()) {
        let reports = harbour();
        let moved: Vec<Annotated> = shuffled.iter().map(|&n| reports[n].clone()).collect();
        let sorted = |stories: &[Story], reports: &[Annotated]| {
            let letters = |name: String| { let mut c: Vec<char> = name.chars().collect(); c.sort_unstable(); c };
            names(stories, reports).into_iter().map(letters).collect::<Vec<_>>()
        };
        prop_assert_eq!(sorted(&group(&moved), &moved), sorted(&group(&reports), &reports));
    }

    #[test]
    fn every_report_is_in_exactly_one_story(texts in prop::collection::vec("\\PC{0,80}|([A-Z]?[a-c]{1,3} ){0,20}", 0..12)) {
        let reports: Vec<Annotated> = texts.iter().enumerate().map(|(n, t)| report(&n.to_string(), None, t)).collect();
        let mut seen: Vec<usize> = group(&reports).into_iter().flat_map(|s| s.reports).collect();
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..texts.len()).collect::<Vec<_>>());
    }
}

/// The folder with the shared data, if it is there.
fn shared() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("FIRSTHAND_SHARED").map_or(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

fn folder(path: &Path) -> Vec<Annotated> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(path).unwrap().map(|f| f.unwrap().path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "txt"));
    files.sort();
    files.iter().map(|f| report(&f.to_string_lossy(), None, &std::fs::read_to_string(f).unwrap())).collect()
}

#[test]
fn real_stories_come_whole_alone_and_mixed() {
    let Some(shared) = shared() else {
        eprintln!("skipped: no shared data");
        return;
    };
    let mut stories = vec![folder(&shared.join("seeds"))];
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(shared.join("data/accounts")).unwrap().map(|f| f.unwrap().path()).collect();
    folders.sort();
    stories.extend(folders.iter().filter(|f| f.is_dir()).map(|f| folder(f)));
    let mut all = Vec::new();
    let mut want = Vec::new();
    for reports in stories {
        let alone = group(&reports);
        assert_eq!(alone.len(), 1, "{} alone", reports[0].report.location);
        want.push((all.len()..all.len() + reports.len()).collect::<Vec<_>>());
        all.extend(reports);
    }
    let mut got: Vec<Vec<usize>> = group(&all).into_iter().map(|s| s.reports).collect();
    got.sort();
    assert_eq!(got, want);
}

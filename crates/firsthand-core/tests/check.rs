//! Claims against accounts: nothing breaks it, order does not matter, and a changed claim is never supported.

use firsthand_core::account::{Account, account};
use firsthand_core::check::{Stance, Verdict, check, claim};
use firsthand_core::{story, version};
use firsthand_text::language::{Annotated, Models};
use proptest::prelude::*;
use std::path::PathBuf;
use std::sync::LazyLock;

static MODELS: LazyLock<Models> = LazyLock::new(Models::built_in);

const REPORTS: [(&str, &str); 5] = [
    (
        "a.txt",
        "Trade delegation leaves for Velmark\n\nHarbour Herald, March 5, 2025\n\nA trade delegation left for Velmark on 4 \
         March, the Ostland News Agency said. The delegation is led by trade minister Pavel Orlik.\n",
    ),
    (
        "b.txt",
        "Ostland trade delegation leaves for Velmark\n\nPublished: 12:00, 5 March 2025\n\nA trade delegation led by \
         trade minister Pavel Orlik left for Velmark on Monday, the Ostland News Agency said.\n",
    ),
    (
        "c.txt",
        "Explosion at Tarn chemical plant\n\nTarn Courier, 7 June 2025\n\nAn explosion at a chemical plant in Tarn injured \
         five people on Saturday, police said. About 7,000 litres of acid ran into the river Osk.\n",
    ),
    (
        "d.txt",
        "Blast at chemical plant in Tarn\n\nPublished: 18:00, 7 June 2025\n\nA blast at a chemical plant in Tarn injured \
         two people on Saturday, the fire service said. Nobody was killed.\n",
    ),
    (
        "e.txt",
        "Parliament passes budget\n\nPublished: 18:00, 9 May 2025\n\nThe parliament of Ostland passed the budget on \
         Friday with 88 votes to 61, after a debate that lasted all night.\n",
    ),
];

static ACCOUNTS: LazyLock<Vec<Account>> =
    LazyLock::new(|| accounts(&REPORTS.map(|(l, t)| (l.to_owned(), t.as_bytes().to_vec()))));

fn accounts(pages: &[(String, Vec<u8>)]) -> Vec<Account> {
    let reports: Vec<Annotated> = pages.iter().map(|(l, t)| firsthand_text::read(l, t, &MODELS)).collect();
    let versions = version::fold(reports);
    story::group(&versions.reports).iter().enumerate().map(|(n, s)| account(n + 1, s, &versions)).collect()
}

/// Words of the reports and words that change a claim.
const WORDS: [&str; 30] = [
    "A",
    "trade",
    "delegation",
    "left",
    "for",
    "Velmark",
    "on",
    "4 March",
    "Monday",
    "Pavel Orlik",
    "did not",
    "leave",
    "denied",
    "explosion",
    "injured",
    "five",
    "two people",
    "at least",
    "Tarn",
    "7,000 litres",
    "ran",
    "into",
    "the",
    "river",
    "Osk",
    "never",
    "\u{202e}",
    "“",
    "…",
    "in 2019",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in "\\PC{0,160}", day in proptest::option::of(1i8..28)) {
        let today = day.map(|d| jiff::civil::date(2025, 3, d));
        let answer = check(&claim(&text, today, &MODELS), &ACCOUNTS);
        prop_assert_eq!(answer.verdict == Verdict::NotMeasured, answer.unmeasured.is_some());
    }

    #[test]
    fn an_answer_holds_together(picks in proptest::collection::vec(0usize..WORDS.len(), 1..14)) {
        let text = picks.iter().map(|&n| WORDS[n]).collect::<Vec<_>>().join(" ");
        let answer = check(&claim(&text, None, &MODELS), &ACCOUNTS);
        for side in &answer.sides {
            prop_assert!(!side.statements.is_empty() && !side.reports.is_empty());
            prop_assert!(side.certain <= side.possible && side.possible == side.origins.len());
            for e in &side.statements {
                let of = ACCOUNTS.iter().find(|a| a.story.id == e.story).expect("a story that is there");
                let statement = of.statements.iter().find(|s| s.id == e.statement).expect("a statement that is there");
                prop_assert_eq!(&statement.passage, &e.passage);
                match side.stance {
                    Stance::Supports => prop_assert!(e.differs.is_empty() && e.lacks.is_empty(), "{}: {:?}", text, e),
                    Stance::Contradicts => prop_assert!(e.differs.len() == 1 && e.lacks.is_empty(), "{}: {:?}", text, e),
                    Stance::Mentions => {}
                }
            }
        }
    }

    #[test]
    fn the_order_of_accounts_does_not_show(
        picks in proptest::collection::vec(0usize..WORDS.len(), 3..12),
        order in Just((0..3usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        prop_assert_eq!(ACCOUNTS.len(), 3);
        let text = picks.iter().map(|&n| WORDS[n]).collect::<Vec<_>>().join(" ");
        let claim = claim(&text, None, &MODELS);
        let shuffled: Vec<Account> = order.iter().map(|&n| ACCOUNTS[n].clone()).collect();
        prop_assert_eq!(check(&claim, &ACCOUNTS), check(&claim, &shuffled));
    }

    #[test]
    fn a_changed_number_or_day_is_never_supported(count in 8u32..400, day in 8u8..28) {
        let of = |text: String| check(&claim(&text, None, &MODELS), &ACCOUNTS).verdict;
        let injured = of(format!("An explosion at a chemical plant in Tarn injured {count} people."));
        prop_assert_eq!(injured, Verdict::Disputed);
        let left = of(format!("A trade delegation left for Velmark on {day} March 2025."));
        prop_assert_eq!(left, Verdict::Mentioned);
    }
}

#[test]
fn nothing_read_is_nothing_found() {
    let claim = claim("A trade delegation left for Velmark.", None, &MODELS);
    let answer = check(&claim, &[]);
    assert_eq!((answer.verdict, answer.reports), (Verdict::NotFound, 0));
    let mut unread = ACCOUNTS[0].clone();
    unread.story.measure = firsthand_core::account::Measure::Unmeasured;
    unread.statements.clear();
    assert_eq!(check(&claim, &[unread]).verdict, Verdict::NotMeasured);
}

/// Real reports, where they are at hand: the day of departure is told in two ways, and what nobody says is not supported.
#[test]
fn claims_about_the_seed_story() {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("FIRSTHAND_SHARED").map_or(beside, PathBuf::from).join("seeds");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        eprintln!(
            "skipped: {} is not there; FIRSTHAND_SHARED names the folder that holds it",
            folder.display()
        );
        return;
    };
    let mut files: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    let pages: Vec<(String, Vec<u8>)> = files
        .iter()
        .filter_map(|f| Some((f.to_string_lossy().into_owned(), std::fs::read(f).ok()?)))
        .collect();
    let accounts = accounts(&pages);
    for (text, verdicts) in [
        ("The North Korean delegation left for Iran on 23 April 2024.", &[Verdict::Both][..]),
        ("The delegation left for Iran on 22 April 2024.", &[Verdict::Both]),
        ("The delegation left for Iran on 25 April 2024.", &[Verdict::Disputed]),
        ("North Korea sent a delegation to Iran for the first time in five years.", &[Verdict::Supported]),
        ("It is the first visit in ten years.", &[Verdict::Disputed, Verdict::Mentioned]),
        ("North Korea sent a military delegation to Iran.", &[Verdict::Mentioned]),
        ("South Korea sent a delegation to Iran.", &[Verdict::Mentioned, Verdict::NotFound]),
        ("Iran sent a delegation to North Korea.", &[Verdict::Mentioned, Verdict::NotFound]),
        ("The delegation signed a treaty in Moscow.", &[Verdict::Mentioned, Verdict::NotFound]),
        ("The mayor of Brannock sold a lighthouse.", &[Verdict::NotFound]),
    ] {
        let answer = check(&claim(text, None, &MODELS), &accounts);
        assert!(verdicts.contains(&answer.verdict), "{text}: {:?} {}", answer.verdict, answer.finding);
    }
    let answer = check(&claim("The delegation left for Iran on 23 April 2024.", None, &MODELS), &accounts);
    let sides: Vec<(Stance, usize, usize)> =
        answer.sides.iter().map(|s| (s.stance, s.reports.len(), s.origins.len())).collect();
    assert_eq!(sides[..2], [(Stance::Supports, 3, 1), (Stance::Contradicts, 1, 1)], "{}", answer.finding);
}

//! Claims against four short stories of fiction: a table of claims with the class each must get.

use firsthand_core::account::{Account, account};
use firsthand_core::check::{Verdict, check, claim};
use firsthand_core::{story, version};
use firsthand_text::language::{Annotated, Models};

/// Reports of four stories, a few sentences each.
const REPORTS: [(&str, &str); 8] = [
    ("warehouse-1.txt", include_str!("stories/warehouse-1.txt")),
    ("warehouse-2.txt", include_str!("stories/warehouse-2.txt")),
    ("teacher-1.txt", include_str!("stories/teacher-1.txt")),
    ("teacher-2.txt", include_str!("stories/teacher-2.txt")),
    ("ballot-1.txt", include_str!("stories/ballot-1.txt")),
    ("ballot-2.txt", include_str!("stories/ballot-2.txt")),
    ("bridge-1.txt", include_str!("stories/bridge-1.txt")),
    ("bridge-2.txt", include_str!("stories/bridge-2.txt")),
];

/// Claim and class: supported, disputed, both, mentioned, not found.
const CLAIMS: &str = include_str!("stories/claims.tsv");

/// At least so many of the claims get their class.
const RIGHT: f64 = 0.85;

#[test]
fn claims_get_their_class() {
    let models = Models::built_in();
    let mut right = 0;
    let mut wrong = Vec::new();
    for topic in ["warehouse", "teacher", "ballot", "bridge"] {
        let reports: Vec<Annotated> = REPORTS
            .iter()
            .filter(|(name, _)| name.starts_with(topic))
            .map(|(name, text)| firsthand_text::read(name, text.as_bytes(), &models))
            .collect();
        let versions = version::fold(reports);
        let accounts: Vec<Account> = story::group(&versions.reports)
            .iter()
            .enumerate()
            .map(|(n, s)| account(n + 1, s, &versions))
            .collect();
        for line in CLAIMS.lines().filter(|l| l.starts_with(topic)) {
            let mut fields = line.split('\t').skip(1);
            let (Some(text), Some(class)) = (fields.next(), fields.next()) else { panic!("{line}") };
            let answer = check(&claim(text, None, &models), &accounts);
            let ours = answer.verdict.name().trim_start_matches("only ").to_owned();
            if ours == class {
                right += 1;
                continue;
            }
            // What no report says is never said to be supported.
            let invented = matches!(answer.verdict, Verdict::Supported | Verdict::Both)
                && matches!(class, "mentioned" | "not found");
            assert!(!invented, "{text}: {ours}");
            let parts = &answer.claim;
            wrong.push(format!(
                "{class}, ours {ours}: {text}\n   {:?} {:?} {:?}\n   {}\n   {}",
                parts.predicate,
                parts.agent.as_ref().map(|a| &a.text),
                parts.words.iter().map(|w| &w.lemma).collect::<Vec<_>>(),
                answer.finding,
                answer
                    .sides
                    .iter()
                    .flat_map(|s| s.statements.iter().take(2).map(move |e| format!(
                        "{:?} {} | {:?} | {:?} | {:?}",
                        s.stance, e.passage.text, e.loosely, e.differs, e.lacks
                    )))
                    .collect::<Vec<_>>()
                    .join("\n   ")
            ));
        }
    }
    let all = right + wrong.len();
    eprintln!("{right} of {all}\n{}", wrong.join("\n"));
    assert!(right as f64 >= RIGHT * all as f64, "{right} of {all}\n{}", wrong.join("\n"));
}

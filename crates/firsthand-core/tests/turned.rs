//! Claims that a small word turns: what was spared, denied, refused, inside or outside, in the hand or in the foot.

use firsthand_core::account::{Account, account};
use firsthand_core::check::{check, claim};
use firsthand_core::{story, version};
use firsthand_text::language::{Annotated, Models};

/// One short report of fiction.
const REPORT: &str = "Prisoner flees from van near Tarn\n\nTarn Courier, 5 March 2025\n\n\
    Ivo Brandt fled from a prison van near Tarn on Tuesday while he was being transported from Kelden to Velmark, police said. \
    The two guards, who were unharmed, were handcuffed together. Brandt shot himself in the hand when he opened the handcuffs. \
    Brandt had entered a not guilty plea in January. \
    The fire in the old mill had begun on the outside of the building, Tilda Moor of the fire service said. \
    The fire service had been called to the mill at 06:00 on 2 January.\n\n\
    Mayor Ida Falk apologised to the guards on Wednesday. The council of Tarn voted on Monday to abolish the ban on trailers. \
    The repair of the mill cost about 102 million crowns. The state has not executed anybody since 1939. \
    Edda Holm, 34, was murdered in Kelden in February. An investigation into the cause of a crash in Velmark has begun.\n";

/// Claim and class.
const CLAIMS: [(&str, &str); 16] = [
    ("The two guards were killed.", "disputed"),
    ("Brandt shot himself in the hand.", "supported"),
    ("Brandt shot himself in the foot.", "disputed"),
    ("Brandt pleaded not guilty.", "supported"),
    ("Brandt pleaded guilty.", "disputed"),
    ("The fire began inside the building.", "disputed"),
    ("The fire service was called to the mill at 6am.", "supported"),
    ("Ida Falk refused to apologise to the guards.", "disputed"),
    ("The council voted to keep the ban.", "disputed"),
    ("The council voted to abolish the ban.", "supported"),
    ("The repair of the mill cost 108 million crowns.", "disputed"),
    ("The state executed a man in 1939.", "mentioned"),
    ("Edda Holm was killed in Kelden.", "supported"),
    ("Edda Holm was 52 years old.", "disputed"),
    ("Is Brandt guilty?", "not measured"),
    ("The decision of the council was shameful.", "not measured"),
];

#[test]
fn what_turns_a_claim_is_seen() {
    let models = Models::built_in();
    let reports: Vec<Annotated> = vec![firsthand_text::read("a.txt", REPORT.as_bytes(), &models)];
    let versions = version::fold(reports);
    let accounts: Vec<Account> = story::group(&versions.reports)
        .iter()
        .enumerate()
        .map(|(n, s)| account(n + 1, s, &versions))
        .collect();
    let mut wrong = Vec::new();
    for (text, class) in CLAIMS {
        let answer = check(&claim(text, None, &models), &accounts);
        let ours = answer.verdict.name().trim_start_matches("only ");
        if ours != class {
            let told: Vec<_> = answer
                .sides
                .iter()
                .flat_map(|s| s.statements.iter().take(2))
                .map(|e| format!("{} {:?} {:?}", e.passage.text, e.differs, e.lacks))
                .collect();
            wrong.push(format!(
                "{class}, ours {ours}: {text}\n  {:?}\n  {}",
                answer.claim.predicate,
                told.join("\n  ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

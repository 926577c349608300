//! `firsthand check`: what people and programs see of an answer, and its exit codes.

use crate::fixture::{bare, ferry};
use crate::run::Run;
use firsthand::show;
use firsthand_core::check::{self, Answer, Verdict};
use firsthand_text::language::Models;
use serde_json::Value;
use std::path::{Path, PathBuf};

const CLAIMS: [&str; 6] = [
    "The ferry Halcyon struck a mole at Port Sarnay on 12 March 2025.",
    "The ferry Halcyon ran aground off Port Sarnay on 14 March 2025.",
    "Captain Michail Dravets was at the wheel.",
    "The ferry had been overloaded.",
    "The ferry Halcyon sank in Kelden.",
    "!",
];

fn answer(text: &str) -> Answer {
    check::check(&check::claim(text, None, &Models::built_in()), &[ferry(), bare()])
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

#[test]
fn answers_on_a_terminal() {
    let answers: Vec<Answer> = CLAIMS.iter().map(|c| answer(c)).collect();
    insta::assert_snapshot!(plain(&show::check::answers(&answers, 80, show::check::full)));
}

#[test]
fn an_answer_as_json_follows_its_schema() {
    let schema = serde_json::to_value(schemars::schema_for!(Answer)).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for claim in CLAIMS {
        let value = serde_json::to_value(answer(claim)).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new());
        assert_eq!(serde_json::from_value::<Answer>(value).unwrap(), answer(claim));
    }
    insta::assert_json_snapshot!(answer(CLAIMS[0]));
}

#[test]
fn what_a_page_says_cannot_drive_the_terminal() {
    let evil = "\u{1b}]0;owned\u{7}\u{202E}";
    let mut account = ferry();
    account.reports.iter_mut().for_each(|r| r.outlet = Some(format!("x{evil}")));
    account.origins.iter_mut().for_each(|o| o.name.push_str(evil));
    account.statements.iter_mut().for_each(|t| t.passage.text.push_str(evil));
    account.statements.iter_mut().flat_map(|t| &mut t.arguments).for_each(|a| a.text.push_str(evil));
    for claim in CLAIMS {
        let claim = check::claim(&format!("{claim}{evil}"), None, &Models::built_in());
        let text = show::check::full(&check::check(&claim, std::slice::from_ref(&account)), 60);
        assert!(
            !text.contains("\u{1b}]") && !text.contains('\u{7}') && !text.contains('\u{202E}'),
            "{text:?}"
        );
        let widest = plain(&text).lines().map(textwrap::core::display_width).max();
        assert!(widest <= Some(60), "{text}");
    }
}

#[test]
fn a_claim_a_line_and_an_answer_a_line() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("claims.txt");
    std::fs::write(&file, "# of the fire\n\nA fire broke out on Quay Seven.\n  A goose bought a bicycle.\n")
        .unwrap();
    let run = || Run::new(["check", "--json", "-q", "--in"]).arg(examples()).arg("--file").arg(&file);
    let done = run().done();
    assert_eq!(done.code, 0, "{}", done.stderr);
    let answers: Vec<Value> = done.stdout.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let texts: Vec<&str> = answers.iter().map(|a| a["claim"]["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["A fire broke out on Quay Seven.", "A goose bought a bicycle."]);
    assert_eq!(answers[1]["verdict"], "not-found");
    assert_eq!(run().done(), done, "the same bytes again");
    let piped = Run::new(["check", "--json", "-q", "--file", "-", "--in"]).arg(examples());
    assert_eq!(piped.stdin(std::fs::read(&file).unwrap()).done().stdout, done.stdout);
}

#[test]
fn each_side_says_how_many_reports_and_whose_word() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("claims.txt");
    let claims = [
        ("The Karvenian trade minister left Karvengrad on 14 May.", "disputed"),
        ("Hedda Solvang is the mayor of Velmora.", "disputed"),
        ("The roof of the hall did not collapse.", "disputed"),
        ("Three people died in the fire.", "both"),
        ("Should the port be closed?", "not-measured"),
        ("The fire chief is incompetent.", "not-measured"),
    ];
    std::fs::write(&file, claims.map(|(c, _)| c).join("\n")).unwrap();
    let done = Run::new(["check", "--json", "-q", "--in"]).arg(examples()).arg("--file").arg(&file).done();
    let answers: Vec<Answer> = done.stdout.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    assert_eq!(answers.len(), claims.len(), "{}", done.stderr);
    for (answer, (claim, verdict)) in answers.iter().zip(claims) {
        assert_eq!(serde_json::to_value(answer.verdict).unwrap(), verdict, "{claim}: {}", answer.finding);
        for side in &answer.sides {
            assert!(!side.statements.is_empty() && !side.reports.is_empty(), "{claim}");
            assert!(side.certain <= side.possible, "{claim}");
        }
    }
    let left = &answers[0].finding;
    assert!(left.contains("Monday 12 May 2025") && left.contains("Tuesday 13 May 2025"), "{left}");
    assert!(left.contains("Karvenian State News Agency"), "{left}");
}

#[test]
fn exit_codes_of_check() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("none.txt"), "# nothing\n").unwrap();
    let none = dir.path().join("none.txt");
    let story = examples().join("harbour-fire");
    let check = |claim: &str| Run::new(["check", claim, "-q", "--in"]);
    for (run, code) in [
        (check("A goose bought a bicycle.").arg(&story), 0),
        (check("A goose bought a bicycle.").arg(&story).arg(dir.path().join("nowhere")), 1),
        (check(" ").arg(&story), 2),
        (check("A goose.").arg(&story).arg("--on").arg("soon"), 2),
        (Run::new(["check", "-q", "--file"]).arg(&none).arg("--in").arg(&story), 2),
        (Run::new(["check", "A goose bought a bicycle."]), 2),
        (check("?!").arg(&story), 3),
        (check("Should the port be closed?").arg(&story), 3),
        (check("A goose bought a bicycle.").arg(dir.path().join("nowhere")), 3),
    ] {
        let done = run.done();
        assert_eq!(done.code, code, "{} {}", done.stdout, done.stderr);
        assert!(
            code == 0 || code == 3 && !done.stdout.is_empty() || !done.stderr.is_empty(),
            "an error has a line"
        );
    }
}

#[test]
fn all_verdicts_have_a_name_of_their_own() {
    use Verdict::{Both, Disputed, Mentioned, NotFound, NotMeasured, Supported};
    let names: std::collections::BTreeSet<&str> =
        [Supported, Disputed, Both, Mentioned, NotFound, NotMeasured].map(Verdict::name).into();
    assert_eq!(names.len(), 6);
}

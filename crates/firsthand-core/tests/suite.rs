//! Stories of our own invention with what must be found in them, beside them: `tests/suite/*.story`.
//!
//! A file holds cases. `--- name ---` begins one, `=== location` a report of it, `>>>` what is expected, a line each:
//!
//! ```text
//! stories N                         how many stories the reports make
//! point SLOT STATUS VALUE | VALUE   a point of this slot and status with just these values
//! no disputes                       no point is disputed
//! speaker NAME: WORDS               a statement of the sentence with these words is quoted from this speaker
//! source NAME: WORDS                … has this source among its attribution
//! nobody: WORDS                     … has no attribution
//! entity FORM = FORM = FORM         one entity has all these forms
//! apart FORM / FORM                 no entity has both
//! edge FROM -> TO                   lineage has this edge (locations and names of origins)
//! finding TEXT                      the finding holds this text
//! check VERDICT CLAIM               a claim has this verdict: supported, disputed, both, mentioned, not-found, not-measured
//! answer WORDS < CLAIM              the finding of the answer to a claim holds these words
//! differs WORDS < CLAIM             a difference or what is lacking, in the answer, holds these words
//! ```

use firsthand_core::account::{Account, Statement, Status, account};
use firsthand_core::{story, version};
use firsthand_text::language::{Annotated, Models};

struct Case {
    name: String,
    reports: Vec<(String, String)>,
    expected: Vec<String>,
}

#[test]
fn the_suite_holds() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/suite");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("tests/suite").map(|e| e.expect("entry").path()).collect();
    files.sort();
    let models = Models::built_in();
    let (mut checked, mut failed) = (0, Vec::new());
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "story")) {
        for case in cases(&std::fs::read_to_string(file).expect("a readable suite")) {
            let accounts = accounts(&case, &models);
            for line in &case.expected {
                checked += 1;
                if let Err(found) = check(line, &accounts) {
                    failed.push(format!("{} · {}: {line}\n    found: {found}", file.display(), case.name));
                }
            }
        }
    }
    assert!(checked > 20, "the suite is missing: {checked} expectations");
    assert!(failed.is_empty(), "{} of {checked} expectations failed:\n{}", failed.len(), failed.join("\n"));
}

fn cases(text: &str) -> Vec<Case> {
    let mut out: Vec<Case> = Vec::new();
    let mut expecting = false;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("--- ").and_then(|l| l.strip_suffix(" ---")) {
            out.push(Case { name: name.to_owned(), reports: Vec::new(), expected: Vec::new() });
            expecting = false;
            continue;
        }
        let Some(case) = out.last_mut() else { continue };
        if let Some(location) = line.strip_prefix("=== ") {
            case.reports.push((location.to_owned(), String::new()));
        } else if line == ">>>" {
            expecting = true;
        } else if expecting {
            case.expected.extend((!line.trim().is_empty()).then(|| line.trim().to_owned()));
        } else if let Some((_, body)) = case.reports.last_mut() {
            body.push_str(line);
            body.push('\n');
        }
    }
    out
}

fn accounts(case: &Case, models: &Models) -> Vec<Account> {
    let reports: Vec<Annotated> =
        case.reports.iter().map(|(l, t)| firsthand_text::read(l, t.as_bytes(), models)).collect();
    let versions = version::fold(reports);
    story::group(&versions.reports).iter().enumerate().map(|(n, s)| account(n + 1, s, &versions)).collect()
}

/// Whether an expectation holds; otherwise what was found in its place.
fn check(line: &str, accounts: &[Account]) -> Result<(), String> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let all = |found: bool, other: &dyn Fn() -> String| if found { Ok(()) } else { Err(other()) };
    match word {
        "stories" => all(rest.parse() == Ok(accounts.len()), &|| accounts.len().to_string()),
        "point" => point(rest, accounts),
        "no" => {
            let disputed = |a: &Account| a.points.iter().filter(|p| p.status == Status::Disputed).count();
            all(accounts.iter().map(disputed).sum::<usize>() == 0, &|| points(accounts))
        }
        "speaker" | "source" => {
            let (name, words) = rest.split_once(": ").ok_or("no words")?;
            let heard: Vec<(String, String)> = said(accounts, words);
            let right = |(n, k): &(String, String)| n == name && (word == "source" || k == "quoted");
            all(heard.iter().any(right), &|| format!("{heard:?}"))
        }
        "nobody:" => {
            let heard = said(accounts, rest);
            all(heard.is_empty(), &|| format!("{heard:?}"))
        }
        "entity" | "apart" => entity(word == "entity", rest, accounts),
        "edge" => edge(rest, accounts),
        "finding" => all(accounts.iter().any(|a| a.story.finding.contains(rest)), &|| {
            accounts.iter().map(|a| a.story.finding.clone()).collect::<Vec<_>>().join("; ")
        }),
        "check" | "answer" | "differs" => answer(word, rest, accounts),
        _ => Err(format!("unknown expectation {word:?}")),
    }
}

fn point(wanted: &str, accounts: &[Account]) -> Result<(), String> {
    let mut parts = wanted.splitn(3, ' ');
    let (slot, status) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let mut values: Vec<&str> = parts.next().unwrap_or("").split(" | ").collect();
    values.sort_unstable();
    let right = accounts.iter().flat_map(|a| &a.points).any(|p| {
        let mut own: Vec<&str> = p.variants.iter().map(|v| v.value.as_str()).collect();
        own.sort_unstable();
        p.slot == slot && format!("{:?}", p.status).to_lowercase() == status && own == values
    });
    if right { Ok(()) } else { Err(points(accounts)) }
}

fn points(accounts: &[Account]) -> String {
    let line = |p: &firsthand_core::account::Point| {
        let values: Vec<&str> = p.variants.iter().map(|v| v.value.as_str()).collect();
        format!("{} {:?} {}", p.slot, p.status, values.join(" | "))
    };
    accounts.iter().flat_map(|a| &a.points).map(line).collect::<Vec<_>>().join("; ")
}

/// Sources of the statements whose sentence holds these words: name and kind.
fn said(accounts: &[Account], words: &str) -> Vec<(String, String)> {
    let name = |a: &Account, id: &str| {
        a.origins.iter().find(|o| o.id == id).map_or(String::new(), |o| o.name.clone())
    };
    let of = |a: &Account, s: &Statement| -> Vec<(String, String)> {
        s.attribution.iter().map(|x| (name(a, &x.source), x.kind.clone())).collect()
    };
    accounts
        .iter()
        .flat_map(|a| {
            a.statements.iter().filter(|s| s.passage.text.contains(words)).flat_map(move |s| of(a, s))
        })
        .collect()
}

fn entity(together: bool, forms: &str, accounts: &[Account]) -> Result<(), String> {
    let forms: Vec<&str> = forms.split(if together { " = " } else { " / " }).collect();
    let holds =
        |e: &firsthand_core::account::Entity| forms.iter().all(|f| e.forms.iter().any(|x| x.text == *f));
    let found = accounts.iter().flat_map(|a| &a.entities).any(holds);
    if found == together {
        return Ok(());
    }
    let shown = |e: &firsthand_core::account::Entity| {
        e.forms.iter().map(|f| f.text.clone()).collect::<Vec<_>>().join("=")
    };
    Err(accounts.iter().flat_map(|a| &a.entities).map(shown).collect::<Vec<_>>().join("; "))
}

fn edge(wanted: &str, accounts: &[Account]) -> Result<(), String> {
    let (from, to) = wanted.split_once(" -> ").ok_or("no arrow")?;
    let name = |a: &Account, id: &str| {
        let report = a.reports.iter().find(|r| r.id == id).map(|r| r.location.clone());
        report.or_else(|| a.origins.iter().find(|o| o.id == id).map(|o| o.name.clone())).unwrap_or_default()
    };
    let drawn: Vec<(String, String)> = accounts
        .iter()
        .flat_map(|a| a.lineage.iter().map(move |l| (name(a, &l.from), name(a, &l.to))))
        .collect();
    let found = drawn.iter().any(|(f, t)| f == from && t == to);
    if found { Ok(()) } else { Err(format!("{drawn:?}")) }
}

/// Whether a claim is answered as expected.
fn answer(word: &str, rest: &str, accounts: &[Account]) -> Result<(), String> {
    let (wanted, text) = rest.split_once(if word == "check" { " " } else { " < " }).ok_or("no claim")?;
    let claim = firsthand_core::check::claim(text, None, &Models::built_in());
    let answer = firsthand_core::check::check(&claim, accounts);
    let told = answer.sides.iter().flat_map(|s| &s.statements);
    let holds = match word {
        "check" => serde_json::to_value(answer.verdict).is_ok_and(|v| v == wanted),
        "answer" => answer.finding.contains(wanted),
        _ => told.clone().flat_map(|e| e.differs.iter().chain(&e.lacks)).any(|d| d.contains(wanted)),
    };
    let shown = |e: &firsthand_core::check::Evidence| {
        format!("\n      {} {:?} {:?} {:?}", e.passage.text, e.agrees, e.differs, e.lacks)
    };
    let sides = answer.sides.iter().map(|s| format!("{:?} {}", s.stance, s.statements.len()));
    let sides = sides.collect::<Vec<_>>().join(", ");
    let lines: String = told.take(3).map(shown).collect();
    let read = serde_json::to_string(&answer.claim).unwrap_or_default();
    let found = format!("{:?} [{sides}] {}{lines}\n      {read}", answer.verdict, answer.finding);
    if holds { Ok(()) } else { Err(found) }
}

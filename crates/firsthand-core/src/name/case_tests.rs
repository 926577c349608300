//! The cases of `tests/suite/name.cases`: short reports of our own, names marked, and who must be whom.
//!
//! ```text
//! one FORM = FORM            one entity has all these forms, and no other has any of them
//! apart FORM / FORM          no entity has both; some entity has each
//! means WORDS: NAME          what begins with these words is meant as the entity of this form (`nobody`: as none)
//! same WORDS / WORDS         what begins with these words is one entity; `different`: two, or none
//! kind FORM KIND             the entity of this form is of this kind; likewise `country FORM CODE`, `role FORM: ROLE`
//! ```

use super::story_tests::report;
use super::{Names, merge};
use firsthand_text::language::{Annotated, NameKind};

#[test]
fn the_cases_hold() {
    let text = include_str!("../../../../tests/suite/name.cases");
    let (mut checked, mut cases, mut failed) = (0, 0, Vec::new());
    for case in text.split("\n--- ").filter(|c| !c.trim().is_empty()) {
        let (head, expected) = case.split_once(">>>").expect("what is expected");
        let mut parts = head.split("=== ");
        let name = parts.next().unwrap_or_default().trim().trim_matches('-').trim().to_owned();
        let bodies = parts.map(|p| p.split_once('\n').expect("a report").1.trim());
        let reports: Vec<Annotated> = bodies.map(report).collect();
        let names = merge(&reports.iter().collect::<Vec<_>>());
        cases += 1;
        for line in expected.lines().map(str::trim).filter(|l| !l.is_empty()) {
            checked += 1;
            if let Err(found) = check(line, &names, &reports) {
                failed.push(format!("{name}: {line}\n    {found}"));
            }
        }
    }
    assert!(cases >= 60, "{cases} cases");
    assert!(failed.is_empty(), "{} of {checked} failed:\n{}", failed.len(), failed.join("\n"));
}

fn check(line: &str, names: &Names, reports: &[Annotated]) -> Result<(), String> {
    let (order, rest) = line.split_once(' ').ok_or("no such expectation")?;
    let all = || names.entities.iter().map(shown).collect::<Vec<_>>().join(" | ");
    let right = match order {
        "one" => {
            let forms: Vec<&str> = rest.split(" = ").collect();
            let sets: Vec<Vec<usize>> = forms.iter().map(|f| with(names, f)).collect();
            sets.iter().all(|s| s.len() == 1 && *s == sets[0])
        }
        "apart" => {
            let (a, b) = rest.split_once(" / ").ok_or("two forms")?;
            let (a, b) = (with(names, a), with(names, b));
            !a.is_empty() && !b.is_empty() && a.iter().all(|e| !b.contains(e))
        }
        "means" => {
            let (words, want) = rest.rsplit_once(": ").ok_or("words and a name")?;
            let found = meant(names, reports, words)?;
            match (want, found) {
                ("nobody", found) => found.is_none(),
                (_, None) => false,
                (want, Some(e)) => want.starts_with("a man") || with(names, want).contains(&e),
            }
        }
        "same" | "different" => {
            let (a, b) = rest.split_once(" / ").ok_or("two places")?;
            let (a, b) = (meant(names, reports, a)?, meant(names, reports, b)?);
            (a == b && a.is_some()) == (order == "same")
        }
        "kind" | "country" => {
            let (form, want) = rest.rsplit_once(' ').ok_or("a form and a word")?;
            with(names, form).iter().all(|&e| {
                let entity = &names.entities[e];
                let kind = match entity.kind {
                    NameKind::Person => "person",
                    NameKind::Organisation => "organisation",
                    NameKind::Place => "place",
                    _ => "other",
                };
                want == if order == "kind" { kind } else { entity.country.as_deref().unwrap_or_default() }
            })
        }
        "role" => {
            let (form, want) = rest.split_once(": ").ok_or("a form and a role")?;
            with(names, form).iter().all(|&e| names.entities[e].roles.iter().any(|r| r == want))
        }
        _ => return Err("no such expectation".to_owned()),
    };
    let places = || {
        let of = |(r, list): (usize, &Vec<super::Mention>)| {
            let one =
                |m: &super::Mention| format!("{}→{}", reports[r].text(m.span), names.entities[m.entity].name);
            list.iter().map(one).collect::<Vec<_>>().join(", ")
        };
        names.mentions.iter().enumerate().map(of).collect::<Vec<_>>().join("; ")
    };
    if right { Ok(()) } else { Err(format!("{}\n    {}", all(), places())) }
}

fn shown(entity: &super::Entity) -> String {
    let forms: Vec<&str> = entity.forms.iter().map(|f| f.text.as_str()).collect();
    let rules: Vec<&str> = entity.reasons.iter().map(|r| r.rule).collect();
    format!("{} ({:?}) {forms:?} {rules:?}", entity.name, entity.kind)
}

/// The entities that have a form.
fn with(names: &Names, form: &str) -> Vec<usize> {
    let has = |e: &super::Entity| e.forms.iter().any(|f| f.text == form);
    names.entities.iter().enumerate().filter(|(_, e)| has(e)).map(|(n, _)| n).collect()
}

/// The entity meant where these words first stand.
fn meant(names: &Names, reports: &[Annotated], words: &str) -> Result<Option<usize>, String> {
    let found = reports.iter().enumerate().find_map(|(r, report)| Some((r, report.report.text.find(words)?)));
    let (report, at) = found.ok_or_else(|| format!("no report has {words:?}"))?;
    let here = names.mentions[report].iter().find(|m| m.span.start <= at && at < m.span.end);
    Ok(here.map(|m| m.entity))
}

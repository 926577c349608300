//! Who holds which office, by the roles beside the names: the minister, the governor, the head of the agency.

use super::likeness::Party;
use super::point::Told;
use super::{Point, Slot, Value, Variant, label};
use crate::account::Status;
use crate::name::Manner;
use firsthand_text::language::NameKind;

/// Who holds which office: the roles of one person that name one office make a point, and so do two persons of whom
/// different reports say that they hold the same office, which only one can.
pub fn points(told: &Told<'_>) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::new();
    for (e, entity) in told.names.entities.iter().enumerate() {
        if entity.kind != NameKind::Person {
            continue;
        }
        for role in &entity.roles {
            let Some(head) = head_noun(role) else { continue };
            let statements = naming(told, e, &head);
            if statements.is_empty() {
                continue;
            }
            let mut reports: Vec<usize> = statements.iter().map(|&s| told.statements[s].report).collect();
            reports.sort_unstable();
            reports.dedup();
            let office = office(role);
            let key = office.clone().unwrap_or_else(|| role.to_lowercase());
            let variant = Variant { value: Value::Entity(e), statements, reports };
            match out.iter_mut().find(|p| p.key == key) {
                Some(p) if office.is_some() => add(&mut p.variants, variant),
                Some(p) if p.variants[0].value == variant.value => add(&mut p.variants, variant),
                _ => out.push(Point {
                    aside: false,
                    denied: false,
                    event: None,
                    slot: Slot::Person,
                    key,
                    label: format!("who: {role}"),
                    status: Status::Single,
                    reason: String::new(),
                    variants: vec![variant],
                }),
            }
        }
    }
    let mut out: Vec<Point> = out.into_iter().flat_map(|p| holders(told, p)).collect();
    for p in &mut out {
        (p.status, p.reason) = match p.variants.as_slice() {
            [a, b, ..] => {
                let (a, b) = (label::value(told, &a.value), label::value(told, &b.value));
                (Status::Disputed, format!("{a} and {b} cannot both hold the office"))
            }
            _ => super::point::status(told, Slot::Person, &p.variants),
        };
    }
    out
}

/// Adds an answer, to the same answer where it stands already.
fn add(variants: &mut Vec<Variant>, v: Variant) {
    let Some(own) = variants.iter_mut().find(|o| o.value == v.value) else {
        variants.push(v);
        return;
    };
    own.statements.extend(v.statements);
    own.statements.sort_unstable();
    own.statements.dedup();
    own.reports.extend(v.reports);
    own.reports.sort_unstable();
    own.reports.dedup();
}

/// The point whole where its persons are told by different reports; a point for each person where a report names two for
/// the office (it has two holders, or changed hands) or where two bear one name.
fn holders(told: &Told<'_>, p: Point) -> Vec<Point> {
    let one_name = |a: &Variant, b: &Variant| {
        label::share_a_word(&label::value(told, &a.value), &label::value(told, &b.value))
    };
    let together = p.variants.iter().enumerate().all(|(n, a)| {
        p.variants[n + 1..]
            .iter()
            .all(|b| !a.reports.iter().any(|r| b.reports.contains(r)) && !one_name(a, b))
    });
    if together {
        let mut p = p;
        p.variants.sort_by_key(|v| (std::cmp::Reverse(v.reports.len()), v.statements.clone()));
        return vec![p];
    }
    let one = |v: &Variant| Point { variants: vec![v.clone()], ..p.clone() };
    p.variants.iter().map(one).collect()
}

/// An office that one person holds, written so that its wordings fall together: `chief of the civil defence agency in
/// Gaza` and `head of the Gaza civil defense`. None where many may hold it (`senior analyst`, `spokesman`, `police officer`),
/// where it is a former or a deputy one, or where nothing says of what it is the head.
fn office(role: &str) -> Option<String> {
    const HEADS: [&str; 7] = ["head", "chief", "director", "leader", "boss", "chairman", "commander"];
    const TITLES: [&str; 12] = [
        "minister",
        "president",
        "governor",
        "mayor",
        "king",
        "queen",
        "chancellor",
        "ambassador",
        "premier",
        "treasurer",
        "archbishop",
        "speaker",
    ];
    const NOT: [&str; 14] = [
        "former",
        "ex",
        "deputy",
        "vice",
        "acting",
        "then",
        "late",
        "assistant",
        "incoming",
        "outgoing",
        "interim",
        "regional",
        "senior",
        "co",
    ];
    const EMPTY: [&str; 16] = [
        "the",
        "of",
        "in",
        "for",
        "at",
        "a",
        "an",
        "agency",
        "department",
        "office",
        "ministry",
        "authority",
        "service",
        "and",
        "general",
        "organisation",
    ];
    let head = head_noun(role)?;
    let lower = role.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty() && *w != "s").collect();
    if words.iter().any(|w| NOT.contains(w)) {
        return None;
    }
    let rank = if HEADS.contains(&head.as_str()) { "head" } else { TITLES.iter().find(|t| **t == head)? };
    // `defence` and `defense`, `Iraq` and `Iraqi` begin alike.
    let stem = |w: &str| w.chars().take(5).collect::<String>();
    let mut of: Vec<String> =
        words.iter().filter(|w| **w != head && !EMPTY.contains(w)).map(|w| stem(w)).collect();
    of.sort_unstable();
    of.dedup();
    // A president is president of something, but `minister` alone may be any.
    (!of.is_empty()).then(|| format!("{rank}: {}", of.join(" ")))
}

/// The noun that heads a role: `minister` of `external economic relations minister`, `head` of `head of the agency`.
fn head_noun(role: &str) -> Option<String> {
    let before = role.split(" of ").next().unwrap_or(role).split(" at ").next().unwrap_or(role);
    let before = before.split(" for ").next().unwrap_or(before).split(',').next().unwrap_or(before);
    before.split_whitespace().last().map(str::to_lowercase)
}

/// One statement for each sentence that names the person together with the role.
fn naming(told: &Told<'_>, entity: usize, head: &str) -> Vec<usize> {
    let mut out = Vec::new();
    let mut last = None;
    for (n, s) in told.statements.iter().enumerate() {
        if last == Some((s.report, s.sentence))
            || !told.features[n].parties.contains_key(&Party::Entity(entity))
        {
            continue;
        }
        let report = told.reports[s.report];
        let sentence = report.sentences[s.sentence];
        let named = told.names.mentions.get(s.report).is_some_and(|m| {
            m.iter().any(|m| {
                m.entity == entity
                    && m.manner == Manner::Name
                    && m.first >= sentence.first
                    && m.last <= sentence.last
            })
        });
        let role = (sentence.first..sentence.last).any(|t| report.word(t).to_lowercase() == *head);
        if named && role {
            out.push(n);
            last = Some((s.report, s.sentence));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::office;

    #[test]
    fn wordings_of_one_office_fall_together() {
        let same = [
            ("head of the Velmark coast guard", "chief of the coast guard agency in Velmark"),
            ("harbour defence chief", "chief of harbour defense"),
            ("trade minister", "minister of trade"),
        ];
        for (a, b) in same {
            assert!(
                office(a).is_some() && office(a) == office(b),
                "{a} / {b}: {:?} {:?}",
                office(a),
                office(b)
            );
        }
        let apart = [
            ("trade minister", "deputy trade minister"),
            ("trade minister", "transport minister"),
            ("chief of the coast guard", "spokesman for the coast guard"),
            ("chief of the coast guard", "former chief of the coast guard"),
        ];
        for (a, b) in apart {
            assert!(office(a) != office(b), "{a} / {b}");
        }
        for none in ["chief", "senior analyst at the Velmark Institute", "police officer", "minister"] {
            assert_eq!(office(none), None, "{none}");
        }
    }
}

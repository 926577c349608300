//! A statement written down.

use crate::account::passage::Cutter;
use crate::account::{Amount, Argument, Attribution, Found, Predicate, Statement, When, Where, code};
use crate::statement::{Certainty, Kind, Role};
use firsthand_text::language::number::Bound;
use firsthand_text::language::{Annotated, Quantity};

pub(super) fn statement(found: &Found<'_>, cutters: &[Cutter<'_>], n: usize) -> Statement {
    let s = &found.statements[n];
    let r = found.reports[s.report];
    let cutter = &cutters[s.report];
    let predicate = cutter.cut(r.tokens[s.predicate].span);
    let place = s.arguments.iter().chain(&s.nearby).find(|a| {
        matches!(a.role, Role::With(_)) && a.entity.is_some_and(|e| found.names.entities[e].kind.is_place())
    });
    let time = s.times.iter().map(|&t| &r.times[t]).find(|t| t.edtf.is_some());
    Statement {
        id: format!("t{}", n + 1),
        report: format!("r{}", s.report + 1),
        passage: cutter.cut(r.sentences[s.sentence].span),
        predicate: Predicate { lemma: s.lemma.clone(), start: predicate.start, end: predicate.end },
        arguments: s
            .arguments
            .iter()
            .map(|a| Argument {
                role: role(&a.role).to_owned(),
                text: r.text(a.span).to_owned(),
                entity: a.entity.map(|e| format!("e{}", e + 1)),
            })
            .collect(),
        time: time
            .map(|t| When { value: t.edtf.clone().unwrap_or_default(), text: r.text(t.span).to_owned() }),
        place: place.map(|a| Where {
            entity: a.entity.map(|e| format!("e{}", e + 1)),
            text: r.text(a.span).to_owned(),
        }),
        quantities: s.quantities.iter().map(|&q| amount(r, &r.quantities[q])).collect(),
        polarity: if s.negative { "negative" } else { "positive" }.to_owned(),
        certainty: match s.certainty {
            Certainty::Asserted => "asserted",
            Certainty::Alleged => "alleged",
            Certainty::Possible => "possible",
            Certainty::Denied => "denied",
        }
        .to_owned(),
        attribution: s
            .attribution
            .iter()
            .zip(&found.lineage.chain[n])
            .map(|(a, origin)| Attribution {
                source: format!("o{}", origin + 1),
                kind: match a.kind {
                    Kind::Quoted => "quoted",
                    Kind::Reported => "reported",
                    Kind::Credited => "credited",
                    Kind::Relayed => "relayed",
                }
                .to_owned(),
                passage: cutter.cut(a.span),
                rule: a.rule.to_owned(),
            })
            .collect(),
        origin: found.collation.origin.get(n).map(|o| format!("o{}", o + 1)),
        own: found.lineage.own[n],
        event: found.collation.event.get(n).map(|e| format!("v{}", e + 1)),
        code: s.code.as_ref().map(code::code),
    }
}

fn role(role: &Role) -> &str {
    match role {
        Role::Agent => "agent",
        Role::Patient => "patient",
        Role::Recipient => "recipient",
        Role::Purpose => "purpose",
        Role::With(preposition) => preposition,
    }
}

fn amount(r: &Annotated, q: &Quantity) -> Amount {
    let noun = q.noun.and_then(|t| r.tokens.get(t)).map(|t| t.lemma.clone());
    Amount {
        value: q.low,
        high: (q.high != q.low).then_some(q.high),
        bound: match q.bound {
            Bound::Exact => "exact",
            Bound::About => "about",
            Bound::More => "more",
            Bound::AtLeast => "at least",
            Bound::Less => "less",
            Bound::AtMost => "at most",
        }
        .to_owned(),
        unit: q.unit.clone().or(noun),
        text: r.text(q.span).to_owned(),
    }
}

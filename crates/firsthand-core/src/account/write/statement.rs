//! A statement written down.

use crate::account::passage::Cutter;
use crate::account::{Amount, Argument, Attribution, Found, Predicate, Statement, When, Where, code};
use crate::name::Names;
use crate::statement::{self, Certainty, Kind, Role};
use firsthand_text::language::{Annotated, Quantity};

pub(super) fn statement(found: &Found<'_>, cutters: &[Cutter<'_>], n: usize) -> Statement {
    let s = &found.statements[n];
    let mut out = stated(n, s, found.reports[s.report], &found.names, &cutters[s.report]);
    for (attribution, origin) in out.attribution.iter_mut().zip(&found.lineage.chain[n]) {
        attribution.source = format!("o{}", origin + 1);
    }
    out.origin = found.collation.origin.get(n).map(|o| format!("o{}", o + 1));
    out.own = found.lineage.own[n];
    out.event = found.collation.event.get(n).map(|e| format!("v{}", e + 1));
    out
}

/// What a statement says for itself. Its sources go by the names the report gives them: who they are is known once all reports
/// of the story are.
pub(in crate::account) fn stated(
    n: usize,
    s: &statement::Statement,
    r: &Annotated,
    names: &Names,
    cutter: &Cutter<'_>,
) -> Statement {
    let predicate = cutter.cut(r.tokens[s.predicate].span);
    let place = s.arguments.iter().chain(&s.nearby).find(|a| {
        matches!(a.role, Role::With(_)) && a.entity.is_some_and(|e| names.entities[e].kind.is_place())
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
                role: a.role.name().to_owned(),
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
            .map(|a| Attribution {
                source: a.source.name.clone(),
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
        origin: None,
        own: false,
        event: None,
        code: s.code.as_ref().map(code::code),
    }
}

fn amount(r: &Annotated, q: &Quantity) -> Amount {
    let noun = q.noun.and_then(|t| r.tokens.get(t)).map(|t| t.lemma.clone());
    Amount {
        value: q.low,
        high: (q.high != q.low).then_some(q.high),
        bound: q.bound.name().to_owned(),
        unit: q.unit.clone().or(noun),
        text: r.text(q.span).to_owned(),
    }
}

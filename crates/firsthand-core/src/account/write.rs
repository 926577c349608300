//! The account written down: indices become ids, spans become passages.

use super::passage::Cutter;
use super::*;
use crate::collation::{Slot, Value, label};
use crate::lineage::{EdgeKind, End, OriginKind};
use crate::statement::{Certainty, Kind, Role};
use firsthand_text::language::Tag;
use firsthand_text::language::number::Bound;

/// Writes the account of what was found.
pub(super) fn account(number: usize, story: &story::Story, found: &Found<'_>) -> Account {
    let cutters: Vec<Cutter<'_>> = found.reports.iter().map(|r| Cutter::new(&r.report)).collect();
    let events: Vec<Event> = (0..found.collation.events.len()).map(|n| event(found, &cutters, n)).collect();
    let mut published: Vec<String> =
        found.reports.iter().filter_map(|r| r.report.published.value.clone()).collect();
    published.sort_unstable();
    let main = if events.is_empty() { Vec::new() } else { testimony::behind(found, &telling(found, 0)) };
    let behind_main = events.first().map_or_else(Support::default, |e| e.support.clone());
    let all: Vec<usize> = (0..found.statements.len()).collect();
    let support = testimony::support(found, &all);
    Account {
        schema: SCHEMA.to_owned(),
        story: shape::Story {
            id: format!("s{number}"),
            headline: headline(found),
            finding: finding::finding(found, &main, &behind_main),
            first_published: published.first().cloned(),
            last_published: published.last().cloned(),
            reports: found.reports.len(),
            origins: support.certain,
            measure: support.measure,
            support,
        },
        reports: found
            .reports
            .iter()
            .enumerate()
            .map(|(n, r)| report(n, r, story, found.earlier[n]))
            .collect(),
        entities: (0..found.names.entities.len()).map(|n| entity(&found.names, &cutters, n)).collect(),
        statements: (0..found.statements.len()).map(|n| statement(found, &cutters, n)).collect(),
        events,
        points: (0..found.collation.points.len()).map(|n| point(found, n)).collect(),
        origins: (0..found.lineage.origins.len()).map(|n| origin(found, n)).collect(),
        lineage: (0..found.lineage.edges.len()).map(|n| edge(found, &cutters, n)).collect(),
        quotes: speech::quotes(found, &cutters),
        timeline: timeline::timeline(found),
    }
}

/// The title most like the others: that of the report with most statements in the main event; the first sentence where
/// no report has a title.
fn headline(found: &Found<'_>) -> String {
    let main = found.collation.events.first();
    let weight = |r: usize| {
        main.map_or(0, |e| e.statements.iter().filter(|&&s| found.statements[s].report == r).count())
    };
    let titled = (0..found.reports.len()).filter(|&r| found.reports[r].report.title.is_some());
    let best = titled.max_by_key(|&r| (weight(r), std::cmp::Reverse(r)));
    match best.and_then(|r| found.reports[r].report.title()) {
        Some(title) => title.to_owned(),
        None => found
            .reports
            .iter()
            .find_map(|r| r.sentences.first().map(|s| r.text(s.span).to_owned()))
            .unwrap_or_default(),
    }
}

fn report(n: usize, r: &Annotated, story: &story::Story, earlier: &[version::Version]) -> Report {
    let own = &r.report;
    let join = story.joins.iter().find(|j| story.reports.get(n) == Some(&j.report));
    let mut notes: Vec<String> = own.notes.iter().map(|n| n.message.clone()).collect();
    notes.extend(join.map(|j| format!("joined the story by {}", j.shares.join(", "))));
    Report {
        id: format!("r{}", n + 1),
        archived: None,
        location: own.location.clone(),
        url: own.url.clone(),
        outlet: own.outlet.clone(),
        title: own.title().map(str::to_owned),
        byline: (!own.byline.is_empty()).then(|| own.byline.join(", ")),
        credits: own.credits.iter().map(|c| c.name.clone()).collect(),
        dateline: own.dateline.as_ref().map(|d| Dateline {
            place: d.place.clone(),
            date: d.date.map(|d| d.to_string()),
            agency: d.agency.clone(),
        }),
        credit_lines: own
            .credit_lines
            .iter()
            .map(|c| CreditLine { text: c.text.clone(), names: c.names.clone(), bytes: bytes(c.page) })
            .collect(),
        remarks: own
            .remarks
            .iter()
            .map(|r| Remark { kind: r.kind.name().to_owned(), text: r.text.clone(), bytes: bytes(r.page) })
            .collect(),
        published: moment(&own.published),
        updated: own.updated.value.is_some().then(|| moment(&own.updated)),
        language: own.language.clone(),
        body: own.body().to_owned(),
        captions: own.captions.iter().map(|c| c.line()).collect(),
        dropped: own
            .dropped
            .iter()
            .map(|c| Dropped { text: c.text.clone(), why: c.why.name().to_owned() })
            .collect(),
        versions: revision::revisions(r, earlier),
        notes,
    }
}

fn moment(of: &firsthand_text::report::Published) -> Published {
    Published {
        value: of.value.clone(),
        how: of.how.map(|h| h.name().to_owned()),
        text: of.text.as_ref().map(|c| c.text.clone()),
        bytes: bytes(of.text.as_ref().and_then(|c| c.page)),
    }
}

fn bytes(span: Option<firsthand_text::Span>) -> Option<[usize; 2]> {
    span.map(|s| [s.start, s.end])
}

/// One entity of these names, of reports in the order of their cutters.
pub(super) fn entity(names: &name::Names, cutters: &[Cutter<'_>], n: usize) -> Entity {
    let e = &names.entities[n];
    Entity {
        id: format!("e{}", n + 1),
        name: e.name.clone(),
        kind: e.kind.word().to_owned(),
        roles: e.roles.clone(),
        country: e.country.clone(),
        forms: e
            .forms
            .iter()
            .map(|f| Form {
                text: f.text.clone(),
                reports: f.counts.iter().map(|(r, _)| format!("r{}", r + 1)).collect(),
                count: f.counts.iter().map(|(_, c)| c).sum(),
            })
            .collect(),
        reasons: e
            .reasons
            .iter()
            .map(|r| Reason {
                rule: r.rule.to_owned(),
                because: r.because.clone(),
                passages: r
                    .places
                    .iter()
                    .map(|&(at, span)| cutters[at].cut_of(&format!("r{}", at + 1), span))
                    .collect(),
            })
            .collect(),
        listed: Vec::new(),
    }
}

fn statement(found: &Found<'_>, cutters: &[Cutter<'_>], n: usize) -> Statement {
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
pub(super) fn stated(
    n: usize,
    s: &statement::Statement,
    r: &Annotated,
    names: &name::Names,
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
        code: s.code.as_ref().map(super::code::code),
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

fn amount(r: &Annotated, q: &firsthand_text::language::Quantity) -> Amount {
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

/// Reports that hold any of these statements.
fn reports_of(found: &Found<'_>, statements: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = statements.iter().map(|&s| found.statements[s].report).collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// Statements an event rests on: for each report those of the source it has it from, or else what it asserts. A statement
/// that only refers to a happening by a noun (`the trip`) is no evidence that it happened, unless nothing else is there, and a
/// comment on it is none either.
fn telling(found: &Found<'_>, n: usize) -> Vec<usize> {
    let event = &found.collation.events[n];
    let sources = collation::credit::sources(found.reports, event, &found.statements, &found.lineage);
    let mut out: Vec<usize> = Vec::new();
    for report in reports_of(found, &event.statements) {
        let own = || event.statements.iter().copied().filter(|&s| found.statements[s].report == report);
        if let Some(source) = sources.get(&report) {
            out.extend(own().filter(|&s| found.collation.origin[s] == *source));
            continue;
        }
        let asserts = |s: &usize| {
            let x = &found.statements[*s];
            found.reports[x.report].tokens[x.predicate].tag == Tag::Verb && x.certainty != Certainty::Possible
        };
        let firm: Vec<usize> = own().filter(asserts).collect();
        out.extend(if firm.is_empty() { own().collect() } else { firm });
    }
    out
}

fn ids(prefix: char, list: &[usize]) -> Vec<String> {
    list.iter().map(|n| format!("{prefix}{}", n + 1)).collect()
}

fn event(found: &Found<'_>, cutters: &[Cutter<'_>], n: usize) -> Event {
    let e = &found.collation.events[n];
    let telling = telling(found, n);
    let date = found.collation.points.iter().find(|p| p.event == Some(n) && p.slot == Slot::Date);
    let central = e.statements.iter().copied().max_by_key(|&s| {
        let x = &found.statements[s];
        let verb = found.reports[x.report].tokens[x.predicate].tag == Tag::Verb;
        (verb, x.arguments.len().min(3), !x.times.is_empty(), std::cmp::Reverse(s))
    });
    let sentence = |s: usize| {
        let x = &found.statements[s];
        cutters[x.report]
            .cut_of(&format!("r{}", x.report + 1), found.reports[x.report].sentences[x.sentence].span)
    };
    Event {
        id: format!("v{}", n + 1),
        label: central
            .map(|s| label::happening(found.reports[found.statements[s].report], &found.statements[s]))
            .unwrap_or_default(),
        code: super::code::of_event(e.statements.iter().filter_map(|&s| found.statements[s].code.as_ref())),
        time: date.and_then(|p| p.variants.first()).map(|v| value(found, &v.value)),
        statements: ids('t', &e.statements),
        reports: ids('r', &reports_of(found, &e.statements)),
        origins: ids('o', &behind(found, &telling)),
        support: testimony::support(found, &telling),
        reasons: e
            .joins
            .iter()
            .map(|&(s, to, score)| Reason {
                rule: "same happening".to_owned(),
                because: format!(
                    "t{} and t{} share predicate, participants and words ({score:.2})",
                    s + 1,
                    to + 1
                ),
                passages: vec![sentence(s), sentence(to)],
            })
            .collect(),
    }
}

fn value(found: &Found<'_>, value: &Value) -> String {
    match value {
        Value::Date(d) => d.edtf.clone(),
        Value::Amount(a) => a.print(),
        Value::Entity(e) => found.names.entities[*e].name.clone(),
        Value::Text(words) => words.clone(),
    }
}

fn point(found: &Found<'_>, n: usize) -> Point {
    let p = &found.collation.points[n];
    let answers: Vec<usize> = p.variants.iter().flat_map(|v| v.statements.iter().copied()).collect();
    Point {
        id: format!("p{}", n + 1),
        event: p.event.map(|e| format!("v{}", e + 1)),
        slot: match p.slot {
            Slot::Date => "date",
            Slot::Quantity => "quantity",
            Slot::Place => "place",
            Slot::Person => "person",
            Slot::Organisation => "organisation",
            Slot::Text => "text",
        }
        .to_owned(),
        label: p.label.clone(),
        status: p.status,
        reason: p.reason.clone(),
        variants: p
            .variants
            .iter()
            .map(|v| Variant {
                value: value(found, &v.value),
                statements: ids('t', &v.statements),
                reports: ids('r', &v.reports),
                origins: ids('o', &behind(found, &v.statements)),
                support: testimony::support(found, &v.statements),
            })
            .collect(),
        support: testimony::support(found, &answers),
        disagreement: p.denied.then(|| disagreement(found, &p.variants)),
    }
}

/// Who says it and who denies it: the first answer of such a point is what is said, the second its denial.
fn disagreement(found: &Found<'_>, variants: &[collation::Variant]) -> Disagreement {
    let behind =
        |n: usize| variants.get(n).map(|v| ids('o', &behind(found, &v.statements))).unwrap_or_default();
    Disagreement { says: behind(0), denies: behind(1) }
}

/// Origins behind the statements of a variant: here every statement gives the value, noun or verb.
fn behind(found: &Found<'_>, statements: &[usize]) -> Vec<usize> {
    let mut out: Vec<usize> = statements.iter().map(|&s| found.collation.origin[s]).collect();
    out.sort_unstable();
    out.dedup();
    out
}

fn origin(found: &Found<'_>, n: usize) -> Origin {
    let o = &found.lineage.origins[n];
    Origin {
        id: format!("o{}", n + 1),
        name: o.name.clone(),
        kind: match o.kind {
            OriginKind::Agency => "agency",
            OriginKind::Outlet => "outlet",
            OriginKind::Person => "person",
            OriginKind::Organisation => "organisation",
            OriginKind::Document => "document",
            OriginKind::Unnamed => "unnamed",
        }
        .to_owned(),
        entity: o.entity.map(|e| format!("e{}", e + 1)),
        speaks_for: found.lineage.speaks_for[n].map(|b| format!("o{}", b + 1)),
        collected: o.collected.is_some(),
    }
}

fn edge(found: &Found<'_>, cutters: &[Cutter<'_>], n: usize) -> Edge {
    let e = &found.lineage.edges[n];
    let end = |end: End| match end {
        End::Report(r) => format!("r{}", r + 1),
        End::Origin(o) => format!("o{}", o + 1),
    };
    Edge {
        id: format!("l{}", n + 1),
        from: end(e.from),
        to: end(e.to),
        kind: match e.kind {
            EdgeKind::Credits => "credits",
            EdgeKind::Copies => "copies",
            EdgeKind::Quotes => "quotes",
            EdgeKind::Cites => "cites",
        }
        .to_owned(),
        passages: e
            .places
            .iter()
            .map(|&(at, span)| cutters[at].cut_of(&format!("r{}", at + 1), span))
            .collect(),
        share: e.share,
        reason: e.reason.clone(),
        second: e.second,
        common: e.common.map(|o| format!("o{}", o + 1)),
        confidence: e.confidence.map(hundredths),
        or: e
            .or
            .iter()
            .map(|&(r, odds)| Alternative { to: format!("r{}", r + 1), odds: hundredths(odds) })
            .collect(),
        evidence: e
            .evidence
            .iter()
            .map(|x| Evidence { cue: x.cue.name().to_owned(), says: x.says.clone() })
            .collect(),
    }
}

/// Odds over some hundred draws are no more exact than this.
fn hundredths(odds: f64) -> f64 {
    (odds * 100.0).round() / 100.0
}

//! What does a whole sentence answer: which days, numbers, places, persons and bodies it names, whatever its verbs?

use super::date::Date;
use super::filler::{self, is_more, is_part};
use super::likeness::likeness;
use super::point::Told;
use super::scope::is_firm;
use super::value::Amount;
use super::{Slot, Value, denial, moment, negated};
use crate::name::Manner;
use crate::statement::{Certainty, Role};
use firsthand_text::language::number::{Quantity, QuantityKind};
use firsthand_text::language::{NameKind, Tag};

/// So many answers (day, number, place, person or body) must be the same where one is not.
pub(super) const SAME: usize = 2;

/// What a sentence answers.
pub(super) struct Answers {
    /// Its first statement by a verb.
    pub(super) statement: usize,
    /// All its statements.
    pub(super) statements: std::ops::Range<usize>,
    pub(super) days: Vec<Date>,
    pub(super) counts: Vec<Amount>,
    pub(super) places: Vec<usize>,
    pub(super) parties: Vec<usize>,
    /// Whether some statement of it is negative, or befalls nobody.
    pub(super) denied: bool,
}

/// Sentences with two answers or more, each by its first statement.
pub(super) fn answers(told: &Told<'_>) -> Vec<Answers> {
    let mut out = Vec::new();
    let mut last = None;
    for (n, s) in told.statements.iter().enumerate() {
        let report = told.reports[s.report];
        if report.tokens[s.predicate].tag != Tag::Verb || last == Some((s.report, s.sentence)) {
            continue;
        }
        last = Some((s.report, s.sentence));
        let sentence = report.sentences[s.sentence];
        let inside = |span: firsthand_text::Span| sentence.span.holds(span);
        let counted = |q: &&Quantity| {
            inside(q.span) && q.kind != QuantityKind::Ordinal && !is_more(report, q) && !is_part(report, q)
        };
        let counts = report.quantities.iter().filter(counted);
        let noun = |q: &Quantity| {
            q.noun.filter(|&t| t < report.tokens.len()).map(|t| report.tokens[t].lemma.to_lowercase())
        };
        let said = |span: firsthand_text::Span| {
            s.attribution.iter().any(|a| a.span.meets(span) || a.source.span.meets(span))
        };
        let mentions = told.names.mentions.get(s.report).map_or(&[][..], Vec::as_slice);
        let named: Vec<usize> = mentions
            .iter()
            .filter(|m| m.manner == Manner::Name && inside(m.span) && !said(m.span))
            .map(|m| m.entity)
            .collect();
        let kind = |e: &&usize| told.names.entities[**e].kind;
        let party = |e: &&usize| matches!(kind(e), NameKind::Person | NameKind::Organisation);
        let place = (s.report, s.sentence);
        let end = told.statements[n..].iter().take_while(|o| (o.report, o.sentence) == place).count();
        let statements = n..n + end;
        // When it was said is not when it was: `the agency reported on Friday` is nobody's time.
        let own = |t: &usize| statements.clone().any(|s| told.statements[s].times.contains(t));
        let days = (0..report.times.len()).filter(|&t| inside(report.times[t].span)).filter(own);
        let days: Vec<Date> = days.filter_map(|t| Date::of(&report.times[t])).filter(Date::is_day).collect();
        let one = Answers {
            statement: n,
            denied: statements.clone().any(|s| is_negative(told, s)),
            statements,
            days,
            counts: counts.map(|q| Amount::of(q, noun(q))).collect(),
            places: named.iter().filter(|e| kind(e).is_place()).copied().collect(),
            parties: named.iter().filter(party).copied().collect(),
        };
        let filled =
            [one.days.is_empty(), one.counts.is_empty(), one.places.is_empty(), one.parties.is_empty()];
        let firm = is_firm(told, n) || (one.denied && s.certainty != Certainty::Possible);
        if firm && !told.features[n].remote && filled.iter().filter(|e| !**e).count() >= SAME {
            out.push(one);
        }
    }
    out
}

/// Whether a statement says that something was not, or befell nobody. `Not yet` says that it may be tomorrow.
fn is_negative(told: &Told<'_>, s: usize) -> bool {
    (told.statements[s].negative && !negated::is_not_yet(told, &told.statements[s])) || nobody(told, s)
}

/// Whether nobody does it, or it is done to nobody: `killed no passengers`.
fn nobody(told: &Told<'_>, s: usize) -> bool {
    let statement = &told.statements[s];
    let report = told.reports[statement.report];
    statement.arguments.iter().filter(|a| matches!(a.role, Role::Agent | Role::Patient)).any(|a| {
        let text = report.text(a.span).to_lowercase();
        matches!(text.split(' ').next(), Some("no" | "nobody" | "none" | "nothing"))
    })
}

/// The statement of one sentence that says that something was, and that of the other that says that it was not.
pub(super) fn opposites(told: &Told<'_>, a: &Answers, b: &Answers) -> Option<(usize, usize)> {
    let pairs = || a.statements.clone().flat_map(|u| b.statements.clone().map(move |v| (u, v)));
    let one = |&(u, v): &(usize, usize)| {
        let (x, y) = (&told.features[u], &told.features[v]);
        let l = likeness(x, y);
        (l.predicate >= 0.85 || x.groups.iter().any(|g| y.groups.contains(g)))
            && l.parties >= 0.3
            && denial::same_agent(told, &told.statements[u], &told.statements[v])
    };
    let opposed = |&(u, v): &(usize, usize)| is_negative(told, u) != is_negative(told, v);
    let (u, v) = pairs().find(|p| one(p) && opposed(p))?;
    let (yes, no) = if is_negative(told, v) { (u, v) } else { (v, u) };
    (!negated::sounds_negative(told, &told.statements[yes])).then_some((yes, no))
}

/// Whether both sentences give these persons or bodies one part in what happened, by verbs that mean alike or that take another
/// part the same.
pub(super) fn play_same(told: &Told<'_>, (a, x): (&Answers, usize), (b, y): (&Answers, usize)) -> bool {
    let given = |s: usize, e: usize| -> Vec<String> {
        filler::fillers(told.reports, told.names, s, &told.statements[s])
            .into_iter()
            .filter(|f| f.value == Value::Entity(e) && f.slot != Slot::Place)
            .map(|f| f.key)
            .collect()
    };
    a.statements.clone().any(|u| {
        let parts = given(u, x);
        !parts.is_empty()
            && b.statements.clone().any(|v| {
                let (f, g) = (&told.features[u], &told.features[v]);
                let alike = likeness(f, g).predicate >= 0.85 || f.groups.iter().any(|n| g.groups.contains(n));
                given(v, y).iter().any(|q| parts.contains(q) && (alike || share_another_part(told, u, v, q)))
            })
    })
}

/// Whether two places are named in one way: where both are, where to, where from, by the preposition before the name.
pub(super) fn stand_alike(told: &Told<'_>, (a, x): (&Answers, usize), (b, y): (&Answers, usize)) -> bool {
    let ways = |answers: &Answers, e: usize| -> Vec<String> {
        let s = &told.statements[answers.statement];
        let report = told.reports[s.report];
        let sentence = report.sentences[s.sentence];
        let mentions = told.names.mentions.get(s.report).map_or(&[][..], Vec::as_slice);
        mentions
            .iter()
            .filter(|m| m.entity == e && m.manner == Manner::Name && sentence.span.holds(m.span))
            .filter(|m| m.first > sentence.first)
            .map(|m| report.word(m.first - 1).to_lowercase())
            .map(|word| if filler::is_where(&word) || word == "of" { "in".to_owned() } else { word })
            .filter(|word| {
                matches!(word.as_str(), "in" | "to" | "into" | "from" | "through" | "for" | "above" | "below")
            })
            .collect()
    };
    let (a, b) = (ways(a, x), ways(b, y));
    a.iter().any(|way| b.contains(way))
}

/// Whether two statements have the same in some other part: `opened a library`, `inaugurated a library`.
fn share_another_part(told: &Told<'_>, u: usize, v: usize, asked: &str) -> bool {
    let parts = |s: usize| {
        let s = &told.statements[s];
        let tokens = &told.reports[s.report].tokens;
        s.arguments
            .iter()
            .filter(move |a| a.role.name() != asked)
            .map(|a| (&a.role, a.entity, tokens[a.head].lemma.to_lowercase()))
            .collect::<Vec<_>>()
    };
    let others = parts(v);
    parts(u)
        .iter()
        .any(|p| others.iter().any(|q| p.0 == q.0 && ((p.1.is_some() && p.1 == q.1) || p.2 == q.2)))
}

/// Whether the days two sentences give are those of the reports beyond doubt.
pub(super) fn are_sure(told: &Told<'_>, (a, x): (&Answers, &Date), (b, y): (&Answers, &Date)) -> bool {
    moment::is_sure(told, x, a.statement) && moment::is_sure(told, y, b.statement)
}

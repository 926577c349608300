//! Words that ascribe without a verb of saying: `according to`, `cited by`, the colon of a headline.

use super::{Frame, is_closing, is_relay};
use crate::name::Names;
use crate::statement::source::source;
use crate::statement::tree::Tree;
use crate::statement::{Attribution, Kind, clause};
use firsthand_text::language::Tag;

/// `according to X`: all of the sentence but these words.
pub(super) fn according_to(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    t: usize,
    first: usize,
    last: usize,
) -> Option<Frame> {
    let word = |t: usize| if t < last { tree.report.word(t).to_lowercase() } else { String::new() };
    if word(t) != "according" || word(t + 1) != "to" {
        return None;
    }
    let head = tree
        .ancestors(t)
        .skip(1)
        .take(3)
        .find(|&n| n > t && matches!(tree.tag(n), Tag::Noun | Tag::Propn | Tag::Pron));
    let head =
        head.or_else(|| (t + 2..last).find(|&n| names.at(at, n).is_some() || tree.tag(n) == Tag::Noun))?;
    let tokens = tree.subtree(head);
    // The phrase may run on only to the next comma: what follows is content again.
    let end = (head + 1..last).find(|&n| tree.report.word(n) == ",").unwrap_or(last);
    let to = tokens.last().map_or(head + 1, |&b| b + 1).min(end.max(head + 1));
    let who = source(tree, at, names, head);
    let kind = if is_relay(names, &who, tree, head) { Kind::Relayed } else { Kind::Reported };
    let span = tree.report.tokens[t].span.join(tree.report.tokens[to - 1].span);
    let attribution = Attribution { source: who, kind, span, told: None, rule: "according to" };
    Some(Frame::over((first, last), (t, to), attribution))
}

/// `..., cited by AFP`, `as reported by X`: further out than whoever else is named.
pub(super) fn cited_by(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    t: usize,
    first: usize,
    last: usize,
) -> Option<Frame> {
    let word = |t: usize| tree.report.word(t).to_lowercase();
    if t + 2 >= last || !["cited", "quoted", "reported"].contains(&word(t).as_str()) || word(t + 1) != "by" {
        return None;
    }
    if t == first || !(is_closing(tree.report.word(t - 1)) || word(t - 1) == "as") {
        return None;
    }
    let mention =
        names.mentions.get(at)?.iter().find(|m| m.first >= t + 2 && m.first < t + 6 && m.last <= last)?;
    let head = clause::top(tree, mention.first, mention.last);
    let who = source(tree, at, names, head);
    let span = tree.report.tokens[t].span.join(tree.report.tokens[mention.last - 1].span);
    let attribution = Attribution { source: who, kind: Kind::Relayed, span, told: None, rule: "cited by" };
    Some(Frame { outer: true, ..Frame::over((first, last), (t, mention.last), attribution) })
}

/// `North sends envoy: agency`, `Agency: North sends envoy`.
pub(super) fn colon_headline(
    tree: &Tree<'_>,
    at: usize,
    names: &Names,
    first: usize,
    last: usize,
) -> Option<Frame> {
    let colon = (first..last).rev().find(|&t| tree.report.word(t) == ":")?;
    let name_in =
        |a: usize, b: usize| names.mentions.get(at)?.iter().find(|m| m.first >= a && m.last <= b).copied();
    let nouns_only = |a: usize, b: usize| (a..b).all(|t| !matches!(tree.tag(t), Tag::Verb | Tag::Aux));
    let after = (colon + 1, last);
    let before = (first, colon);
    let (who, from, to, cue) = if last - colon <= 5 && last > colon + 1 && nouns_only(after.0, after.1) {
        let head = name_in(after.0, after.1).map_or(last - 1, |m| clause::top(tree, m.first, m.last));
        (source(tree, at, names, head), first, colon, (colon, last))
    } else if colon - first <= 4 && nouns_only(before.0, before.1) {
        let mention = name_in(before.0, before.1)?;
        let head = clause::top(tree, mention.first, mention.last);
        (source(tree, at, names, head), colon + 1, last, (first, colon + 1))
    } else {
        return None;
    };
    if to <= from {
        return None;
    }
    let span = tree.report.tokens[cue.0].span.join(tree.report.tokens[cue.1 - 1].span);
    let attribution =
        Attribution { source: who, kind: Kind::Reported, span, told: None, rule: "colon headline" };
    Some(Frame::over((from, to), cue, attribution))
}

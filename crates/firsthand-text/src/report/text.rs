//! The report in a plain-text page: a head of short lines, a body of prose, a tail of residue.

use super::draft::Draft;
use super::line::{Label, Line, fold, is_capitalised, is_capitals, stems};
use super::{Why, agency, byline, caption, credit, dateline, day, given, outlet, residue, title, wrap};
use crate::page::Page;
use std::collections::BTreeSet;

/// Judges every line of a page.
pub(super) fn draft(page: &Page) -> Draft<'_> {
    let mut lines = wrap::lines(&page.blocks);
    for line in &mut lines {
        line.label = by_itself(line);
    }
    end_story(&mut lines);
    let Some(first) = lines.iter().position(opens_body) else {
        return without_prose(lines);
    };
    let first = given::title(page, &mut lines, first).unwrap_or_else(|| title::choose(&mut lines, first));
    let last = last(&lines, first);
    // Bullets above the story: what stands between them and it is still the head of the page.
    let opening =
        lines.iter().enumerate().skip(first).find(|(_, l)| l.is_open() && l.is_prose() && !l.is_item());
    let opening = opening.map_or(first, |(n, _)| n);
    judge_head(&mut lines, opening);
    judge_middle(&mut lines, opening, last.max(opening));
    for line in lines.iter_mut().skip(last + 1).filter(|l| l.is_open()) {
        line.label =
            Label::Cut(if byline::byline(line.text()).is_some() { Why::Byline } else { Why::Residue });
    }
    let first = lines
        .iter()
        .enumerate()
        .position(|(n, l)| n >= first && l.label == Label::Body && !l.is_item())
        .unwrap_or(first);
    Draft { body: Some((first, last)), lines, ..Draft::default() }
}

/// What a line is by its own words, wherever it stands.
pub(super) fn by_itself(line: &Line<'_>) -> Label {
    let text = line.text();
    if credit::line(text).is_some() {
        // A known outlet on a line of its own is the masthead.
        let outlet = agency::of(text).is_some_and(|a| a.kind == agency::AgencyKind::Outlet);
        return Label::Cut(if outlet { Why::Masthead } else { Why::Credit });
    }
    if is_date_line(text) {
        return Label::Cut(Why::Date);
    }
    if let Some(why) = residue::why(text) {
        return Label::Cut(why);
    }
    match () {
        () if !caption::is_caption(text) => Label::Open,
        () if caption::is_bare_credit(text) => Label::Cut(Why::Photo),
        () => Label::Caption,
    }
}

/// A line whose words are a date, what labels it and at most a name or two.
fn is_date_line(text: &str) -> bool {
    if super::line::words(text) > 24 {
        return false;
    }
    let found = day::days(text);
    let Some(first) = found.first() else { return is_day_without_date(text) };
    let mut rest = text.get(..first.span.start).unwrap_or("").to_owned();
    for pair in found.windows(2) {
        if let [a, b] = pair {
            rest.push(' ');
            rest.push_str(text.get(a.span.end..b.span.start).unwrap_or(""));
        }
    }
    rest.push(' ');
    rest.push_str(found.last().and_then(|f| text.get(f.span.end..)).unwrap_or(""));
    let words: Vec<String> = rest.split_whitespace().map(fold).filter(|w| !w.is_empty()).collect();
    let labelled = words.iter().any(|w| DATE_WORDS.contains(&w.as_str()));
    let others =
        words.iter().filter(|w| !DATE_WORDS.contains(&w.as_str()) && residue::why(w).is_none()).count();
    let is_sentence = super::line::ends_with_stop(text) && others > 3;
    !is_sentence && (others <= 4 || (labelled && others <= 8 && text.contains(['|', '•', '·'])))
}

/// `Dhaka, Sunday`, `Updated 3 hours ago`, `1:52 pm`.
fn is_day_without_date(text: &str) -> bool {
    const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let folded = fold(text);
    let count = folded.split(' ').count();
    let last = folded.rsplit(' ').next().unwrap_or("");
    let weekday = count <= 3 && DAYS.contains(&last) && (count == 1 || text.contains(','));
    let ago = count <= 8 && folded.ends_with(" ago") && folded.chars().any(|c| c.is_ascii_digit());
    weekday || ago
}

/// Whether a folded word stands beside dates on pages.
pub(super) fn is_date_word(word: &str) -> bool {
    DATE_WORDS.contains(&word)
}

/// Words that stand beside dates on pages.
const DATE_WORDS: [&str; 48] = [
    "published",
    "publish",
    "posted",
    "updated",
    "update",
    "last",
    "modified",
    "first",
    "date",
    "on",
    "at",
    "created",
    "issued",
    "released",
    "time",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "ist",
    "et",
    "am",
    "pm",
    "veröffentlicht",
    "aktualisiert",
    "stand",
    "publié",
    "mis",
    "jour",
    "publicado",
    "actualizado",
    "pubblicato",
    "aggiornato",
    "atualizado",
    "le",
    "el",
    "edt",
    "from",
];

/// Cuts all that follows a heading of a comment form or a list of related stories in the later part of a page.
fn end_story(lines: &mut [Line<'_>]) {
    let prose: Vec<usize> =
        (0..lines.len()).filter(|&n| lines.get(n).is_some_and(|l| l.is_open() && l.is_prose())).collect();
    for at in 0..lines.len() {
        if !lines.get(at).is_some_and(|l| residue::ends_story(l.text())) {
            continue;
        }
        let before = prose.partition_point(|&p| p < at);
        let after = prose.len() - before;
        if before >= 3 && after * 3 <= before {
            for line in lines.iter_mut().skip(at + 1).filter(|l| l.is_open()) {
                line.label = Label::Cut(Why::Related);
            }
            return;
        }
    }
}

/// The first line of running text.
fn opens_body(line: &Line<'_>) -> bool {
    line.is_open()
        && !is_teaser(line)
        && (line.is_prose() || (line.words >= 8 && dateline::dateline(line.text()).is_some()))
}

/// The last line of the story.
fn last(lines: &[Line<'_>], first: usize) -> usize {
    let ends = |l: &Line<'_>| {
        l.is_open() && ((l.stop && l.words >= 3) || l.words >= 14 || l.is_item() && l.words >= 3)
    };
    lines.iter().rposition(ends).unwrap_or(first).max(first)
}

/// A page without running text: all that is left is the body.
fn without_prose(mut lines: Vec<Line<'_>>) -> Draft<'_> {
    for line in lines.iter_mut().filter(|l| l.is_open()) {
        line.label = Label::Body;
    }
    let first = lines.iter().position(|l| l.label == Label::Body);
    let last = lines.iter().rposition(|l| l.label == Label::Body);
    Draft { body: first.zip(last), lines, ..Draft::default() }
}

/// Lines above the first line of running text.
fn judge_head(lines: &mut [Line<'_>], first: usize) {
    let title = lines.iter().position(|l| l.label == Label::Title);
    let heading = title.and_then(|t| lines.get(t)).map(|l| fold(l.text()));
    let body = title::vocabulary(lines, first);
    for at in 0..first {
        let near_date = [at.wrapping_sub(1), at + 1]
            .iter()
            .any(|n| lines.get(*n).is_some_and(|l| l.label == Label::Cut(Why::Date)));
        let Some(line) = lines.get_mut(at) else { continue };
        if !line.is_open() {
            continue;
        }
        let text = line.text();
        let above = title.is_some_and(|t| at < t);
        let by = byline::byline(text).is_some()
            || (!above && byline::lone_name(text) && (near_date || at + 1 == first));
        line.label = match () {
            () if line.is_item() && line.words >= 8 => Label::Body,
            () if heading.as_deref() == Some(fold(text).as_str()) => Label::Cut(Why::Repeat),
            () if outlet::is_outlet(text) => Label::Cut(Why::Masthead),
            () if by => Label::Cut(Why::Byline),
            () if above => Label::Cut(Why::Masthead),
            () if is_teaser(line) => Label::Cut(Why::Related),
            () if line.words >= 6 && stems(text).intersection(&body).count() >= 2 => Label::Body,
            () => Label::Cut(Why::Residue),
        };
    }
}

/// Lines between the first and the last line of running text.
fn judge_middle(lines: &mut [Line<'_>], first: usize, last: usize) {
    let title = lines.iter().find(|l| l.label == Label::Title).map(|l| fold(l.text()));
    let (mut seen, mut all) = (Vec::<String>::new(), BTreeSet::new());
    let mut after_related = false;
    for at in first..=last {
        let next_is_cut = lines.get(at + 1).is_some_and(|l| matches!(l.label, Label::Cut(Why::Tags)));
        let Some(line) = lines.get_mut(at) else { continue };
        if let Label::Cut(why) = line.label {
            after_related |= why == Why::Related;
            continue;
        }
        if line.label == Label::Caption {
            continue;
        }
        let folded = fold(line.text());
        let repeats = title.as_deref() == Some(folded.as_str())
            || (folded.len() >= 40 && (all.contains(&folded) || near(&seen, &folded)));
        let prose = line.is_prose()
            || line.stop
            || line.words >= 16
            || line.text().ends_with([':', ',', ';', '-', '—']);
        line.label = match () {
            () if repeats => Label::Cut(Why::Repeat),
            () if is_teaser(line) && at < last => Label::Cut(Why::Related),
            () if is_pointer(line.text()) => Label::Cut(Why::Related),
            () if is_question(line) && at < last => Label::Heading,
            () if prose => Label::Body,
            () if after_related => Label::Cut(Why::Related),
            () if (9..16).contains(&line.words) || next_is_cut => Label::Cut(Why::Related),
            () => Label::Heading,
        };
        if line.label == Label::Body {
            after_related = false;
            all.insert(folded.clone());
            seen.push(folded);
        }
    }
    headings_before_nothing(lines, first, last);
}

/// Whether one of the last paragraphs holds this one whole; further back only a paragraph of the same words counts.
fn near(seen: &[String], folded: &str) -> bool {
    seen.iter().rev().take(40).any(|s| s.contains(folded))
}

/// `What happens next?` on a line of its own.
fn is_question(line: &Line<'_>) -> bool {
    let text = line.text();
    text.ends_with('?')
        && line.words <= 10
        && !text.starts_with(['"', '“', '\'', '‘', '«', '„'])
        && !line.is_item()
}

/// A heading that no paragraph follows is none.
fn headings_before_nothing(lines: &mut [Line<'_>], first: usize, last: usize) {
    let mut follows = false;
    for line in lines.iter_mut().take(last + 1).skip(first).rev() {
        match line.label {
            Label::Heading if !follows => line.label = Label::Cut(Why::Residue),
            Label::Heading | Label::Body => follows = line.label == Label::Body,
            Label::Caption | Label::Cut(Why::Tags | Why::Repeat) => follows = false,
            _ => {}
        }
    }
}

/// The beginning of another story, cut off: `The council heard on Tuesday that...`.
fn is_teaser(line: &Line<'_>) -> bool {
    let text = line.text();
    let cut = text.strip_suffix("...").or_else(|| text.strip_suffix('…'));
    line.words >= 8 && cut.is_some_and(|t| t.ends_with(char::is_alphanumeric)) && !text.contains(['“', '"'])
}

/// `CAUSE FOR PAUSE: Ducks in Vik`: two words in capitals, a colon, and no sentence: a link to another story.
fn is_pointer(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(": ") else { return false };
    let words = label.split_whitespace().count();
    let inside_quote = rest.trim_end().ends_with(['”', '"', '’']);
    let open = !super::line::ends_with_stop(rest) || inside_quote && !rest.contains(". ");
    (2..=6).contains(&words)
        && is_capitals(label)
        && super::line::words(rest) <= 14
        && (is_capitals(rest) || open)
        && rest.trim_start_matches(['“', '"', '‘']).split(' ').next().is_some_and(is_capitalised)
}

//! What an outlet says of its own report: that it was updated or corrected, an editor's note, where it appeared before.
//!
//! A remark is a sentence. A time of the last update is none, nor is the invitation to report a mistake.

use super::RemarkKind::{self, Correction, Editor, Republished, Update};
use super::agency::fold;
use super::line::words;

/// The longest remark, in words.
const LONGEST: usize = 130;

/// What opens a remark, folded; a mark, a blank or the end follows.
const OPENINGS: [(&str, RemarkKind); 62] = [
    ("correction", Correction),
    ("corrections", Correction),
    ("corrected", Correction),
    ("clarification", Correction),
    ("erratum", Correction),
    ("korrektur", Correction),
    ("berichtigung", Correction),
    ("richtigstellung", Correction),
    ("rectificatif", Correction),
    ("rectification", Correction),
    ("erratum", Correction),
    ("corrección", Correction),
    ("fe de errores", Correction),
    ("fe de erratas", Correction),
    ("rectificación", Correction),
    ("correção", Correction),
    ("errata", Correction),
    ("errata corrige", Correction),
    ("rettifica", Correction),
    ("correctie", Correction),
    ("rectificatie", Correction),
    ("rettelse", Correction),
    ("rättelse", Correction),
    ("korrigering", Correction),
    ("sprostowanie", Correction),
    ("исправление", Correction),
    ("düzeltme", Correction),
    ("訂正", Correction),
    ("更正", Correction),
    ("update", Update),
    ("updated", Update),
    ("updates", Update),
    ("aktualisierung", Update),
    ("mise à jour", Update),
    ("actualización", Update),
    ("atualização", Update),
    ("aggiornamento", Update),
    ("opdatering", Update),
    ("oppdatering", Update),
    ("uppdatering", Update),
    ("editor's note", Editor),
    ("editors' note", Editor),
    ("editor's notes", Editor),
    ("editorial note", Editor),
    ("note from the editor", Editor),
    ("note from the editors", Editor),
    ("note to readers", Editor),
    ("anmerkung der redaktion", Editor),
    ("anm. d. red", Editor),
    ("hinweis der redaktion", Editor),
    ("note de la rédaction", Editor),
    ("ndlr", Editor),
    ("nota del editor", Editor),
    ("nota de la redacción", Editor),
    ("nota de redacción", Editor),
    ("nota da redação", Editor),
    ("nota do editor", Editor),
    ("nota della redazione", Editor),
    ("nota di redazione", Editor),
    ("noot van de redactie", Editor),
    ("от редакции", Editor),
    ("redaksjonen anmerker", Editor),
];

/// Words for the report as it speaks of itself; a verb phrase follows.
const SELVES: [&str; 40] = [
    "this story ",
    "this article ",
    "this report ",
    "this post ",
    "this piece ",
    "this page ",
    "this headline ",
    "this column ",
    "this essay ",
    "this interview ",
    "the story ",
    "the article ",
    "the following article ",
    "this version ",
    "dieser artikel ",
    "dieser text ",
    "dieser beitrag ",
    "diese meldung ",
    "der artikel ",
    "der text ",
    "der beitrag ",
    "cet article ",
    "ce texte ",
    "este artículo ",
    "esta nota ",
    "esta noticia ",
    "este texto ",
    "esta historia ",
    "este artigo ",
    "esta reportagem ",
    "esta matéria ",
    "esta notícia ",
    "questo articolo ",
    "dit artikel ",
    "dit bericht ",
    "denne artikkelen ",
    "denne artikel ",
    "artiklen ",
    "artikkelen ",
    "artikeln ",
];

/// What was done to it; met at most eight words behind a word for the report.
const DEEDS: [(&str, RemarkKind); 58] = [
    ("been corrected", Correction),
    ("was corrected", Correction),
    ("been amended", Correction),
    ("was amended", Correction),
    ("been clarified", Correction),
    ("updated to correct", Correction),
    ("updated to clarify", Correction),
    ("revised to correct", Correction),
    ("originally misstated", Correction),
    ("originally misidentified", Correction),
    ("originally stated", Correction),
    ("originally said", Correction),
    ("incorrectly stated", Correction),
    ("incorrectly said", Correction),
    ("misstated", Correction),
    ("misidentified", Correction),
    ("wurde korrigiert", Correction),
    ("a été corrigé", Correction),
    ("a été modifié", Correction),
    ("ha sido corregid", Correction),
    ("fue corregid", Correction),
    ("foi corrigid", Correction),
    ("è stato corretto", Correction),
    ("is gecorrigeerd", Correction),
    ("er rettet", Correction),
    ("been updated", Update),
    ("was updated", Update),
    ("was last updated", Update),
    ("been revised", Update),
    ("wurde aktualisiert", Update),
    ("wurde ergänzt", Update),
    ("a été mis à jour", Update),
    ("a été actualisé", Update),
    ("ha sido actualizad", Update),
    ("fue actualizad", Update),
    ("foi atualizad", Update),
    ("è stato aggiornato", Update),
    ("is bijgewerkt", Update),
    ("er opdateret", Update),
    ("er oppdatert", Update),
    ("originally published", Republished),
    ("first published", Republished),
    ("originally appeared", Republished),
    ("first appeared", Republished),
    ("appeared first", Republished),
    ("been adapted from", Republished),
    ("was adapted from", Republished),
    ("is adapted from", Republished),
    ("is republished", Republished),
    ("was republished", Republished),
    ("been republished", Republished),
    ("is reprinted", Republished),
    ("erschien zuerst", Republished),
    ("erschien ursprünglich", Republished),
    ("initialement publié", Republished),
    ("d'abord publié", Republished),
    ("publicado originalmente", Republished),
    ("originalmente publicad", Republished),
];

/// Phrases that make a remark wherever they open a sentence.
const PHRASES: [(&str, RemarkKind); 20] = [
    ("an earlier version of this", Correction),
    ("a previous version of this", Correction),
    ("an earlier version incorrectly", Correction),
    ("in einer früheren version", Correction),
    ("in einer ersten version", Correction),
    ("une version précédente de", Correction),
    ("une version antérieure de", Correction),
    ("una versión anterior de est", Correction),
    ("uma versão anterior dest", Correction),
    ("una versione precedente di quest", Correction),
    ("in een eerdere versie", Correction),
    ("i en tidligere version", Correction),
    ("i en tidligere versjon", Correction),
    ("i en tidigare version", Correction),
    ("в предыдущей версии", Correction),
    ("originally published by ", Republished),
    ("originally published in ", Republished),
    ("originally appeared ", Republished),
    ("republished with permission", Republished),
    ("republished from ", Republished),
];

/// What a paragraph remarks of its own report, if it is a remark at all.
pub(super) fn remark(text: &str) -> Option<RemarkKind> {
    let count = words(text);
    if !(4..=LONGEST).contains(&count) {
        return None;
    }
    let folded = fold(text);
    let bare = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    if is_invitation(bare) {
        return None;
    }
    let deed = deed(bare);
    match opening(bare) {
        Some(Editor) => Some(deed.unwrap_or(Editor)),
        Some(kind) => Some(kind),
        None => deed,
    }
}

/// `Corrections: If you see a mistake, write to us`.
fn is_invitation(folded: &str) -> bool {
    const WORDS: [&str; 9] = [
        "if you ",
        "report a correction",
        "request a correction",
        "submit a correction",
        "suggest a correction",
        "and clarifications",
        "corrections policy",
        "correction policy",
        "sign up",
    ];
    WORDS.iter().any(|w| folded.contains(w))
}

/// A word for a remark at the head, a mark behind it, and then a sentence.
fn opening(folded: &str) -> Option<RemarkKind> {
    let (opening, kind) = OPENINGS
        .iter()
        .filter(|(o, _)| folded.starts_with(o))
        .max_by_key(|(o, _)| o.len())
        .map(|(o, kind)| (*o, *kind))?;
    let rest = folded.get(opening.len()..)?;
    // `Correction, March 5: ...`, `UPDATE (9 p.m.): ...`, `[Updated March 5] ...`
    let marked = rest.starts_with([':', '：', ')', ']', '.'])
        || rest.trim_start().starts_with(['-', '—', '(', '|', ':'])
        || rest.get(..rest.len().min(60)).or(Some(rest)).is_some_and(|r| r.contains([':', ']', ')']));
    let told = sentence_words(rest);
    let enough = if kind == Update { 5 } else { 4 };
    (marked && told >= enough).then_some(kind)
}

/// Words that can tell something: no figures, no names of months, no words that stand beside times.
fn sentence_words(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| w.chars().count() > 2 || !w.is_ascii())
        .filter(|w| !w.chars().any(|c| c.is_ascii_digit()) && !super::text::is_date_word(w))
        .filter(|w| super::day::month_day(&format!("{w} 1")).is_none())
        .count()
}

/// A sentence that says what was done to the report.
fn deed(folded: &str) -> Option<RemarkKind> {
    let sentences = || {
        std::iter::once(folded)
            .chain(folded.match_indices(". ").filter_map(|(at, _)| folded.get(at + 2..)))
            .chain(folded.match_indices(": ").filter_map(|(at, _)| folded.get(at + 2..)))
            .chain(folded.match_indices("] ").filter_map(|(at, _)| folded.get(at + 2..)))
    };
    for sentence in sentences() {
        if let Some((_, kind)) = PHRASES.iter().find(|(p, _)| sentence.starts_with(p)) {
            return Some(*kind);
        }
        let Some(own) = SELVES.iter().find(|s| sentence.starts_with(**s)) else { continue };
        let rest = sentence.get(own.len()..)?;
        let end = rest.match_indices(' ').nth(9).map_or(rest.len(), |(at, _)| at);
        let near = rest.get(..end)?;
        let found = DEEDS
            .iter()
            .filter_map(|(d, kind)| near.find(d).map(|at| (at, d.len(), *kind)))
            .min_by_key(|(at, len, _)| (*at, usize::MAX - len));
        if let Some((at, len, kind)) = found {
            // `first published on 5 March` tells a day, not a place.
            let after = rest.get(at + len..).unwrap_or("").trim_start();
            let dated = kind == Republished && !names_a_place(after);
            return (!dated).then_some(kind);
        }
    }
    None
}

/// Whether what stands behind `published` says where.
fn names_a_place(after: &str) -> bool {
    let mut tokens = after.split_whitespace();
    let (Some(first), Some(second)) = (tokens.next(), tokens.next()) else {
        return !after.is_empty();
    };
    let dated = second.starts_with(|c: char| c.is_ascii_digit())
        || super::day::month_day(&format!("{} 1", second.trim_matches(','))).is_some();
    !(dated && ["on", "in", "at", "am", "le", "el", "em"].contains(&first)
        || first.starts_with(|c: char| c.is_ascii_digit()))
}

/// Where the text was published before: `This article was originally published by the Lund Observer. Read it there.`
pub(super) fn earlier_home(text: &str) -> Option<&str> {
    let lower = text.to_lowercase();
    // Small letters may be longer or shorter than capitals: then the place cannot be told.
    if lower.len() != text.len() {
        return None;
    }
    const KEYS: [&str; 14] = [
        "published by ",
        "published in ",
        "published on ",
        "published at ",
        "appeared in ",
        "appeared on ",
        "appeared at ",
        "first on ",
        "republished from ",
        "erschien zuerst in ",
        "erschien zuerst bei ",
        "publié par ",
        "publicado originalmente en ",
        "publicado originalmente em ",
    ];
    let at = KEYS.iter().filter_map(|k| lower.find(k).map(|at| at + k.len())).min()?;
    let rest = text.get(at..)?;
    let end = rest.find(['.', ',', ';', ':', '(', '–', '—']).unwrap_or(rest.len());
    let site = rest.find(". ").or_else(|| rest.strip_suffix('.').map(str::len)).unwrap_or(rest.len());
    let name = rest.get(..end)?.trim();
    let name =
        if super::dateline::is_site(rest.get(..site)?.trim()) { rest.get(..site)?.trim() } else { name };
    let name = name.strip_prefix("the ").unwrap_or(name);
    let fits = (1..=6).contains(&words(name)) && name.chars().next().is_some_and(char::is_uppercase);
    (fits && super::day::month_day(&format!("{name} 1")).is_none()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_are_told_from_times_and_invitations() {
        for (text, kind) in [
            ("Correction: An earlier version gave the wrong year for the bridge.", Some(Correction)),
            ("Correction, March 5, 2031: The ferry sails on Mondays, not on Fridays.", Some(Correction)),
            ("This story has been corrected to show that the ferry sails on Mondays.", Some(Correction)),
            ("An earlier version of this article gave the wrong year.", Some(Correction)),
            ("Korrektur: In einer früheren Version stand ein falsches Jahr.", Some(Correction)),
            ("UPDATE (9 p.m.): The harbour board has since answered our questions.", Some(Update)),
            ("This story was updated on March 5.", Some(Update)),
            ("[UPDATED: March 5, 2031] The text below tells more of the harbour fire.", Some(Update)),
            ("Dieser Artikel wurde aktualisiert.", Some(Update)),
            ("Este artículo ha sido actualizado con nuevos datos.", Some(Update)),
            ("Editor’s note: The writer sits on the board of the harbour.", Some(Editor)),
            ("Anmerkung der Redaktion: Der Verfasser sitzt im Vorstand des Hafens.", Some(Editor)),
            ("This article was originally published by the Lund Observer.", Some(Republished)),
            ("Dieser Text erschien zuerst im Lunder Boten.", Some(Republished)),
            ("Editor's note: This story first appeared in the Lund Observer.", Some(Republished)),
            ("Updated March 5, 2031 at 9:12 a.m. EST", None),
            ("Update: March 5, 2031", None),
            ("Last updated on Monday, 5 March 2031", None),
            ("This article was first published on March 5, 2031.", None),
            ("Corrections: If you see a mistake, write to the desk in the hall.", None),
            ("This page will be updated all through the year, so come back.", None),
            ("The story was told by the old pilots of Vik for many years.", None),
            ("The correction officer left the prison in the morning.", None),
            ("The board updated the plan on Monday.", None),
            ("", None),
        ] {
            assert_eq!(remark(text), kind, "{text}");
        }
    }

    #[test]
    fn where_it_appeared_before() {
        for (text, home) in [
            (
                "This article was originally published by the Lund Observer. Read it there.",
                Some("Lund Observer"),
            ),
            ("This story first appeared on Vik.info.", Some("Vik.info")),
            ("This article was first published in March.", None),
            ("The mayor left.", None),
        ] {
            assert_eq!(earlier_home(text), home, "{text}");
        }
    }
}

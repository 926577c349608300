//! The reports written for training, with their names marked in place: `[PER Salome Wekhomba] left [LOC Mombasa].`

use super::corpus::{Sentence, Text};
use firsthand_text::language::NameKind;
use firsthand_text::language::name::label::Found;
use firsthand_text::language::token;

/// The files: fiction, by the part of the world whose outlets it is written like (docs/formats.md has the guideline).
const FILES: [&str; 8] = [
    include_str!("../../../data/names/AN.txt"),
    include_str!("../../../data/names/AS.txt"),
    include_str!("../../../data/names/EA.txt"),
    include_str!("../../../data/names/EU.txt"),
    include_str!("../../../data/names/LA.txt"),
    include_str!("../../../data/names/ME.txt"),
    include_str!("../../../data/names/SA.txt"),
    include_str!("../../../data/names/WA.txt"),
];

/// All reports.
pub(super) fn all() -> Vec<Text> {
    FILES.iter().flat_map(|file| texts(file)).collect()
}

/// The reports as a set marks them that tells three kinds apart: a facility is a place, and an event, a work or a product is
/// unmarked.
pub(super) fn coarse(texts: &[Text]) -> Vec<Text> {
    let mut out = texts.to_vec();
    for text in &mut out {
        text.coarse = true;
        for sentence in &mut text.sentences {
            sentence
                .names
                .retain(|n| !matches!(n.kind, NameKind::Event | NameKind::Work | NameKind::Product));
            let facilities = sentence.names.iter_mut().filter(|n| n.kind == NameKind::Facility);
            facilities.for_each(|n| n.kind = NameKind::Place);
        }
    }
    out
}

/// The reports of a file; names that no whole words make up are left out.
fn texts(file: &str) -> Vec<Text> {
    let mut out: Vec<Text> = Vec::new();
    for line in file.lines().map(str::trim) {
        if line.starts_with("# doc") {
            out.push(Text::default());
        } else if let (false, Some(text)) = (line.is_empty(), out.last_mut()) {
            text.sentences.push(sentence(line));
        }
    }
    out
}

/// One line: its words and its names.
fn sentence(line: &str) -> Sentence {
    let (mut plain, mut marks) = (String::new(), Vec::new());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let Some((inside, behind)) = after.split_once(']') else { break };
        let (kind, name) = inside.split_once(' ').unwrap_or(("", inside));
        marks.push((kind, plain.len(), plain.len() + name.len()));
        plain.push_str(name);
        rest = behind;
    }
    plain.push_str(rest);
    let spans = token::spans(&plain);
    let words = spans.iter().map(|s| s.of(&plain).to_owned()).collect();
    let mut names = Vec::new();
    for (kind, start, end) in marks {
        let kind = match kind {
            "PER" => NameKind::Person,
            "ORG" => NameKind::Organisation,
            "LOC" => NameKind::Place,
            "FAC" => NameKind::Facility,
            "EVT" => NameKind::Event,
            "WRK" => NameKind::Work,
            "PRD" => NameKind::Product,
            // Peoples are found by list.
            _ => continue,
        };
        let first = spans.iter().position(|s| s.start == start);
        let last = spans.iter().position(|s| s.end == end);
        if let (Some(first), Some(last)) = (first, last) {
            names.push(Found { first, last: last + 1, kind });
        }
    }
    Sentence { words, names }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_names() {
        let text = "# doc = X-01\n[LOC Orlik]'s [ORG Vel & Sons] met Dr [PER Ada Bran-Oyelaran], [GRP Orlikan] by [WRK birth].\n";
        let texts = texts(text);
        let sentence = &texts[0].sentences[0];
        let said: Vec<(NameKind, String)> =
            sentence.names.iter().map(|n| (n.kind, sentence.words[n.first..n.last].join(" "))).collect();
        let want = [
            (NameKind::Place, "Orlik"),
            (NameKind::Organisation, "Vel & Sons"),
            (NameKind::Person, "Ada Bran-Oyelaran"),
            (NameKind::Work, "birth"),
        ];
        assert_eq!(said, want.map(|(kind, name)| (kind, name.to_owned())));
    }
}

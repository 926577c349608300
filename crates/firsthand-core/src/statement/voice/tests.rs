use super::*;
use firsthand_text::language::{Models, annotate, plain};

/// `source | anchor | content` of every voice.
fn heard(text: &str) -> Vec<String> {
    let report = annotate(&plain::report(None, text), &Models::built_in());
    let tree = Tree::new(&report);
    let words = |runs: &[(usize, usize)]| -> String {
        let text =
            |r: &(usize, usize)| report.text(report.tokens[r.0].span.join(report.tokens[r.1 - 1].span));
        runs.iter().map(text).collect::<Vec<_>>().join(" … ")
    };
    let line =
        |v: &Voice| format!("{} | {} | {}", words(&v.source), report.word(v.anchor), words(&v.content));
    hear(&tree, Ear::built_in()).iter().map(line).collect()
}

#[test]
fn source_and_content_are_heard() {
    for (text, expected) in [
        (
            "The harbour board said on Monday that the old pier had sunk.",
            "The harbour board | said | that the old pier had sunk",
        ),
        (
            "The pier was closed in May, the harbour master told reporters.",
            "the harbour master | told | The pier was closed in May",
        ),
        ("According to the ministry, nobody was hurt.", "the ministry | According | nobody was hurt"),
        ("The mayor denied that the pier was unsafe.", "The mayor | denied | that the pier was unsafe"),
        ("Residents fear that the bridge will fall too.", "Residents | fear | that the bridge will fall too"),
    ] {
        assert_eq!(heard(text), [expected], "{text}");
    }
}

#[test]
fn a_quotation_is_content_to_its_end() {
    let text = "“We saw the pier go,” Bran said. “Nobody was on it. The boats were out.”";
    assert_eq!(heard(text), ["Bran | said | “We saw the pier go,” … Nobody was on it. The boats were out."]);
}

#[test]
fn happenings_attribute_nothing() {
    for text in
        ["The pier sank on Monday.", "Two boats left the harbour in the morning and came back at noon."]
    {
        assert!(heard(text).is_empty(), "{text}: {:?}", heard(text));
    }
}

#[test]
fn the_best_sequence_is_found() {
    // alone each word would be content; after a source nothing but a cue may come
    let scores = [[0, 9, 0, 5], [0, 0, 1, 4], [0, 0, 0, 4]];
    let pair = |_: usize, before: usize, now: usize| if before == 1 && now != 2 { -9 } else { 0 };
    assert_eq!(extent::decode(&scores, pair), [extent::SOURCE, extent::CUE, extent::CONTENT]);
    assert_eq!(extent::runs(&[3, 3, 0, 3], 10, extent::CONTENT), [(10, 12), (13, 14)]);
    assert!(extent::decode(&[], pair).is_empty());
}

proptest::proptest! {
    #[test]
    fn any_text_is_heard(text in "([A-Z]?[a-z]{1,8}[ ,.:]|[“”\"'\n]| said | that | he ){0,40}|\\PC{0,80}") {
        let report = annotate(&plain::report(None, &text), &Models::built_in());
        let tree = Tree::new(&report);
        for voice in hear(&tree, Ear::built_in()) {
            for run in voice.source.iter().chain(&voice.cue).chain(&voice.content) {
                assert!(run.0 < run.1 && run.1 <= report.tokens.len());
            }
            assert!(voice.content.windows(2).all(|pair| pair[0].1 < pair[1].0), "runs in order, apart");
        }
    }
}

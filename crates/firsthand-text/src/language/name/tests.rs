use super::*;
use crate::language::NameKind::{Group, Organisation, Person, Place};
use proptest::prelude::*;

/// The names of sentences given with blanks between their tokens.
fn found(sentences: &[&str]) -> Vec<(String, crate::language::NameKind)> {
    let words: Vec<Vec<&str>> = sentences.iter().map(|s| s.split(' ').collect()).collect();
    let found = names(&words, &Models::built_in().names);
    let text = |s: usize, f: &Found| (words[s][f.first..f.last].join(" "), f.kind);
    found.iter().enumerate().flat_map(|(s, names)| names.iter().map(move |f| text(s, f))).collect()
}

#[test]
fn finds_names_of_news() {
    let cases: [(&str, &[(&str, crate::language::NameKind)]); 14] = [
        (
            "Law Professor Han Seo-jin of Hanbit University spoke .",
            &[("Han Seo-jin", Person), ("Hanbit University", Organisation)],
        ),
        ("NOVI SAD , June 2 - Snow fell .", &[("NOVI SAD", Place)]),
        (
            "Foreign Minister Ri Song-nam met reporters in Hanoi .",
            &[("Ri Song-nam", Person), ("Hanoi", Place)],
        ),
        (
            "The visit was confirmed by the Norland Central News Agency ( NCNA ) on Monday .",
            &[("Norland Central News Agency", Organisation), ("NCNA", Organisation)],
        ),
        (
            "Mr. Ardalan , a lecturer at the University of Shiraz , told AFP that Oman would reply .",
            &[
                ("Ardalan", Person),
                ("University of Shiraz", Organisation),
                ("AFP", Organisation),
                ("Oman", Place),
            ],
        ),
        ("Norwegian officials denied it .", &[("Norwegian", Group)]),
        (
            "NORTH MACEDONIA SENDS WHEAT TO YEMEN AFTER FLOODS",
            &[("NORTH MACEDONIA", Place), ("YEMEN", Place)],
        ),
        ("An aide to Kwame Boateng spoke in Accra .", &[("Kwame Boateng", Person), ("Accra", Place)]),
        ("Police in Novi Sad arrested two men .", &[("Novi Sad", Place)]),
        (
            "The Ministry of Water in Muscat said Salim al-Busaidi had resigned .",
            &[("Ministry of Water", Organisation), ("Muscat", Place), ("Salim al-Busaidi", Person)],
        ),
        ("Oman 's Interior Ministry said so .", &[("Oman", Place), ("Interior Ministry", Organisation)]),
        ("It was cold on Monday at 9 a.m. GMT .", &[]),
        ("They walked home in the rain and said nothing .", &[]),
        ("", &[]),
    ];
    for (sentence, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|(n, k)| (n.to_string(), *k)).collect();
        assert_eq!(found(&[sentence]), expected, "{sentence}");
    }
}

#[test]
fn a_plural_that_opens_a_sentence_is_no_person() {
    let words = [vec!["Mills", "closed", "."], vec!["Mills", "spoke", "."]];
    let person = Found { first: 0, last: 1, kind: Person };
    let mut names = vec![vec![person], Vec::new()];
    rule::mend(&words, &mut names);
    assert_eq!(names[0], []);
    let words = [vec!["Mills", "closed", "."], vec!["It", "was", "Ada", "Mills", "."]];
    let mut names = vec![vec![person], vec![Found { first: 2, last: 4, ..person }]];
    rule::mend(&words, &mut names);
    assert_eq!(names[0], [person]);
}

#[test]
fn later_mentions_follow_the_first() {
    let names = found(&["Oluwaseun Fashola resigned on Friday .", "Critics of Fashola cheered ."]);
    assert_eq!(names.last(), Some(&("Fashola".to_string(), Person)));
}

#[test]
fn short_forms_take_the_kind_of_the_long_one() {
    let names = found(&["The Lake Towns Relief Committee ( LTRC ) met .", "Later LTRC left ."]);
    assert!(names.ends_with(&[("LTRC".to_string(), Organisation)]), "{names:?}");
}

#[test]
fn offices_are_no_part_of_a_name() {
    let cases = [
        ("Foreign Minister Anh Tuan Le", "Anh Tuan Le"),
        ("Chief of Police Dana Whitlock", "Dana Whitlock"),
        ("Secretary of State John Doe", "John Doe"),
        ("Mr. King", "King"),
        ("Martin Luther King", "Martin Luther King"),
        ("Foreign Minister of Iraq", ""),
        ("Prime Minister", ""),
        ("Ada Obi", "Ada Obi"),
    ];
    for (whole, expected) in cases {
        let words: Vec<&str> = whole.split(' ').collect();
        let cut = rule::without_roles(&words, Found { first: 0, last: words.len(), kind: Person });
        assert_eq!(words[cut.first..cut.last].join(" "), expected, "{whole}");
    }
}

#[test]
fn headlines_are_read_as_running_text() {
    let running = |text: &str| {
        let words: Vec<Vec<&str>> = vec![text.split(' ').collect()];
        super::running(&words, &modes(&words))[0].join(" ")
    };
    assert_eq!(running("IRAN SAYS THE SHIPS ARE SAFE"), "Iran says the ships are safe");
    assert_eq!(running("Iran Says Seven Ships Remain Missing"), "Iran says seven ships remain missing");
    assert_eq!(running("The ships are safe , Iran says"), "The ships are safe , Iran says");
}

proptest! {
    #[test]
    fn names_fit_their_sentences(words in prop::collection::vec("[A-Z]?[a-z’'.-]{0,6}|[A-Z]{1,5}|\\PC{1,4}", 0..30)) {
        let sentence: Vec<&str> = words.iter().map(String::as_str).collect();
        let cut = sentence.len() / 2;
        let document = [sentence[..cut].to_vec(), sentence[cut..].to_vec()];
        let found = names(&document, &Models::built_in().names);
        for (words, names) in document.iter().zip(&found) {
            let mut end = 0;
            for name in names {
                prop_assert!(end <= name.first && name.first < name.last && name.last <= words.len());
                end = name.last;
            }
        }
    }

    #[test]
    fn labels_spell_what_was_written(lengths in prop::collection::vec((0_usize..3, 1_usize..4, 0_usize..3), 0..8)) {
        let mut names = Vec::new();
        let mut at = 0;
        for (gap, length, kind) in lengths {
            names.push(Found { first: at + gap, last: at + gap + length, kind: label::KINDS[kind] });
            at += gap + length;
        }
        prop_assert_eq!(label::read(&label::write(at + 1, &names)), names);
    }
}

use super::spans;

fn words(text: &str) -> Vec<&str> {
    spans(text).into_iter().map(|s| s.of(text)).collect()
}

#[test]
fn cuts_like_universal_dependencies() {
    // expected tokens are parted by blanks
    let cases = [
        ("They don't know.", "They do n't know ."),
        ("Norland's envoys can’t stay; we'll see", "Norland 's envoys ca n’t stay ; we 'll see"),
        ("couldn't've cannot", "could n't 've can not"),
        ("the countries' ties", "the countries ' ties"),
        ("above $70 a barrel, US$5bn or €3.5m", "above $ 70 a barrel , US$ 5 bn or € 3.5 m"),
        ("7,000 containers, 1,00,000 rupees, 45%", "7,000 containers , 1,00,000 rupees , 45 %"),
        ("the U.S. and U.S.-led forces", "the U.S. and U.S.-led forces"),
        ("at 5 p.m. or 5pm or 12:30", "at 5 p.m. or 5 pm or 12:30"),
        ("its first-ever visit, COVID-19", "its first-ever visit , COVID-19"),
        ("Ren Bo-yin and al-Hadi", "Ren Bo-yin and al-Hadi"),
        ("Gen. A.K. Varn met Mr. Odo", "Gen. A.K. Varn met Mr. Odo"),
        ("N.Norland and A.K.Varn", "N. Norland and A.K. Varn"),
        ("He said no. No. 5 left.", "He said no . No. 5 left ."),
        ("it ended.The crowd left", "it ended . The crowd left"),
        ("``We won,'' she said", "`` We won , '' she said"),
        ("“Odd” 'word' ‘one’", "“ Odd ” ' word ' ‘ one ’"),
        ("talks—long ones -- ended... well…", "talks — long ones -- ended ... well …"),
        ("Norland–Sudland border", "Norland – Sudland border"),
        ("between 10-15 men on 2031-03-04", "between 10 - 15 men on 2031-03-04"),
        ("in 2019–2021 and the '90s, the 1980s", "in 2019 – 2021 and the '90s , the 1980s"),
        (
            "see https://example.com/a?b=1. Or www.example.org",
            "see https://example.com/a?b=1 . Or www.example.org",
        ),
        ("mail desk@example.co.uk, @norland_mfa #peace", "mail desk@example.co.uk , @norland_mfa #peace"),
        ("ABC/XYZ and/or 24/7", "ABC / XYZ and / or 24/7"),
        ("AT&T and R&D", "AT&T and R&D"),
        ("(NNA) [sic]", "( NNA ) [ sic ]"),
        ("O'Dell and o'clock", "O'Dell and o'clock"),
        ("Why?! Stop!!", "Why ?! Stop !!"),
        ("Odo Corp. and Varn Inc.", "Odo Corp. and Varn Inc."),
        ("news from example.com.", "news from example.com ."),
        ("Ko\u{308}nig cafe\u{301}s", "Ko\u{308}nig cafe\u{301}s"),
        ("a\u{200b}b\u{a0}c", "a b c"),
        ("the U.S.'s role", "the U.S. 's role"),
        ("a .50-calibre gun", "a .50-calibre gun"),
        ("GEN. VARN'S MEN DIDN'T FLEE", "GEN. VARN 'S MEN DID N'T FLEE"),
    ];
    for (text, expected) in cases {
        assert_eq!(words(text).join(" "), expected, "in {text:?}");
    }
}

proptest::proptest! {
    #[test]
    fn tokens_come_in_order_and_cover_what_is_seen(text in "\\PC{0,80}|[a-zA-Z0-9.,'’\"“” $@#/:&\\-–…\\n]{0,80}") {
        let found = spans(&text);
        let mut at = 0;
        for span in &found {
            assert!(span.start >= at && !span.of(&text).is_empty(), "{span:?} in {text:?}");
            assert!(text[at..span.start].chars().all(super::is_blank), "lost {:?}", &text[at..span.start]);
            at = span.end;
        }
        assert!(text[at..].chars().all(super::is_blank));
    }
}

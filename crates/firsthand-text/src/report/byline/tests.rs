use super::*;

#[test]
fn bylines_are_taken_apart() {
    for (line, people, media) in [
        ("By Ada Vale", &["Ada Vale"][..], &[][..]),
        ("By Ada Vale and Nils K. Holm in Vik", &["Ada Vale", "Nils K. Holm"], &[]),
        ("By Ada Vale, CNN Harbour Reporter", &["Ada Vale"], &["CNN"]),
        ("Ada Vale and Nils Holm, Associated Press", &["Ada Vale", "Nils Holm"], &["Associated Press"]),
        ("By: Press Trust of India", &[], &["Press Trust of India"]),
        ("BSS/AFP", &[], &["BSS", "AFP"]),
        ("Ada Vale Associated Press", &["Ada Vale"], &["Associated Press"]),
        ("/ AP", &[], &["AP"]),
        ("By Ada Vale The Associated Press", &["Ada Vale"], &["Associated Press"]),
        ("News Desk || HarbourInsider", &[], &[]),
        ("Von Jan de Vries", &["Jan de Vries"], &[]),
        ("By Northgate Press", &[], &["Northgate Press"]),
        ("By Ada Vale, Northgate Press", &["Ada Vale"], &["Northgate Press"]),
    ] {
        let found = byline(line).unwrap_or_else(|| panic!("{line} is a byline"));
        assert_eq!(
            (found.people, found.media),
            (
                people.iter().map(|s| (*s).to_owned()).collect(),
                media.iter().map(|s| (*s).to_owned()).collect()
            ),
            "{line}"
        );
    }
    for line in [
        "By nightfall the town was empty",
        "North Harbour",
        "The mayor left.",
        "By the sea, they said, nothing moves.",
        "Di",
        "",
    ] {
        assert_eq!(byline(line), None, "{line}");
    }
    assert!(lone_name("Ada Vale-Holm") && !lone_name("Ada") && !lone_name("the harbour town"));
}

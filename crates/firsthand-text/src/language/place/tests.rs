use super::*;

#[test]
fn lies_within() {
    let cases = [
        ("Tehran", "Iran", true),
        ("MUSCAT", "Sultanate of Oman", true),
        ("Teheran", "Iran", true),
        ("Novi Sad", "Serbia", true),
        ("Chennai", "Tamil Nadu", true),
        ("Bihać", "Bosnia", true),
        ("Fallujah", "Iraq", true),
        ("al-Fallujah", "Iraq", true),
        ("Anbar province", "Iraq", true),
        ("Fallujah", "Anbar", true),
        ("Chicago, Illinois", "United States", true),
        ("Chicago", "Illinois", true),
        ("Birmingham", "Alabama", true),
        ("Birmingham", "United Kingdom", true),
        ("Gaza", "Palestine", true),
        ("Pyongyang", "North Korea", true),
        ("Washington", "United States", true),
        ("Tehran", "Iraq", false),
        ("Iran", "Iran", false),
        ("Iran", "Tehran", false),
        ("Iraq", "Iran", false),
        ("Iranian", "Iran", false),
        ("Illinois", "Chicago", false),
        ("Nowhere", "Iran", false),
        ("", "", false),
        (", ", ", ", false),
    ];
    for (inner, outer, expected) in cases {
        assert_eq!(within(inner, outer), expected, "{inner} in {outer}");
    }
}

#[test]
fn knows_places_and_not_words() {
    for name in [
        "Damascus",
        "Seoul",
        "SEOUL",
        "Sao Paulo",
        "São Paulo",
        "seoul",
        "Kerala",
        "Anbar Governorate",
        "Kish",
    ] {
        assert!(known(name), "{name}");
    }
    for name in ["of", "Police", "reading", "victoria", "The", "Monday", "", "  ", "Iranian", "university"] {
        assert!(!known(name), "{name}");
    }
}

#[test]
fn country_of_a_place() {
    let cases = [
        ("Damascus", Some("SY")),
        ("Ramadi", Some("IQ")),
        ("Paris", Some("FR")),
        ("Paris, Texas", Some("US")),
        ("London", Some("GB")),
        ("Lagos", Some("NG")),
        ("Kolkata", Some("IN")),
        ("Bavaria", Some("DE")),
        ("Iran", Some("IR")),
        ("Nowhere", None),
    ];
    for (name, code) in cases {
        assert_eq!(country(name), code, "{name}");
    }
}

#[test]
fn packs_and_unpacks() {
    let first = Spot { country: "IR", kind: Kind::City, region: 26, population: 8 << 20, main: true };
    let second = Spot { country: "AD", kind: Kind::Region, region: 4095, population: 1, main: false };
    assert_eq!(unpack(pack(&[first, second])), [first, second]);
    assert_eq!(unpack(pack(&[first])), [first]);
    assert_eq!(unpack(pack(&[])), []);
}

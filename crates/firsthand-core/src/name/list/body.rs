//! Nouns for sorts of bodies.

/// Nouns that say what sort of body a name is, and may follow it: `KCNA news agency`, `Wells Fargo Bank`.
const BODY_NOUNS: &[&str] = &[
    "agency",
    "bank",
    "hospital",
    "newspaper",
    "paper",
    "daily",
    "magazine",
    "channel",
    "network",
    "broadcaster",
    "television",
    "tv",
    "radio",
    "website",
    "site",
    "group",
    "company",
    "corporation",
    "corp",
    "inc",
    "ltd",
    "llc",
    "plc",
    "co",
    "party",
    "movement",
    "organisation",
    "organization",
    "clinic",
    "airline",
    "airlines",
    "foundation",
];

/// Nouns that stand before the last noun of such an addition: `news agency`, `refugee camp`.
const BEFORE_NOUNS: &[&str] = &[
    "news",
    "refugee",
    "press",
    "state",
    "student",
    "students",
    "port",
    "weekly",
    "daily",
    "television",
    "tv",
    "island",
];

/// Words by which a name shows that it names a body.
const BODY_MARKS: &[&str] = &[
    "ministry",
    "department",
    "agency",
    "bureau",
    "office",
    "council",
    "committee",
    "commission",
    "university",
    "institute",
    "college",
    "school",
    "bank",
    "police",
    "command",
    "army",
    "navy",
    "force",
    "forces",
    "guard",
    "guards",
    "corps",
    "court",
    "parliament",
    "assembly",
    "congress",
    "senate",
    "party",
    "union",
    "association",
    "federation",
    "organisation",
    "organization",
    "service",
    "services",
    "authority",
    "board",
    "company",
    "corporation",
    "inc",
    "ltd",
    "group",
    "foundation",
    "fund",
    "network",
    "news",
    "times",
    "post",
    "herald",
    "tribune",
    "journal",
    "gazette",
    "hospital",
    "directorate",
    "center",
    "centre",
    "society",
    "league",
    "alliance",
    "consultancy",
    "coordinator",
    "survey",
    "laboratory",
    "museum",
    "club",
    "press",
    "broadcasting",
    "television",
    "radio",
    "brigade",
    "regiment",
];

/// Whether the word (lower case) is a noun for a sort of body that may follow its name.
pub(in crate::name) fn is_body_noun(word: &str) -> bool {
    BODY_NOUNS.contains(&word)
}

/// Whether the word (lower case) is a noun that is said with the name of a body: `KLMN news agency`, `Mole hospital`.
pub(in crate::name) fn is_said_with_body(word: &str) -> bool {
    is_body_noun(word)
        && !matches!(
            word,
            "group"
                | "company"
                | "party"
                | "movement"
                | "paper"
                | "daily"
                | "co"
                | "site"
                | "organisation"
                | "organization"
        )
}

/// Whether the word (lower case) may stand between a name and such a noun.
pub(in crate::name) fn is_before_noun(word: &str) -> bool {
    BEFORE_NOUNS.contains(&word)
}

/// Whether one of the parts marks the name as that of a body.
pub(in crate::name) fn marks_body(parts: &[String]) -> bool {
    parts.iter().any(|p| BODY_MARKS.contains(&p.as_str()))
}

/// Whether the word (plain) marks a body.
pub(in crate::name) fn is_body_mark(word: &str) -> bool {
    BODY_MARKS.contains(&word) || BODY_NOUNS.contains(&word)
}

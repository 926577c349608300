//! Words that tell what a name names: titles, roles, kinds of places and bodies, nicknames, well-known second names.

use super::spelling::plain;
use super::transliterate::is_one_edit;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Titles that stand before a name and say nothing of an office; the second list below holds ranks.
const FORMS_OF_ADDRESS: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "fr",
    "hon",
    "sheikh",
    "sheik",
    "shaikh",
    "ayatollah",
    "hajj",
    "haji",
    "mullah",
    "imam",
    "rabbi",
    "father",
    "sister",
    "brother",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "saint",
    "monsieur",
    "madame",
    "herr",
    "frau",
    "shri",
    "smt",
    "maulana",
];

/// Ranks, long and short.
const RANKS: &[&str] = &[
    "gen",
    "general",
    "lt",
    "lieutenant",
    "maj",
    "major",
    "col",
    "colonel",
    "capt",
    "captain",
    "cpt",
    "cmdr",
    "commander",
    "commodore",
    "adm",
    "admiral",
    "brig",
    "brigadier",
    "sgt",
    "sergeant",
    "cpl",
    "corporal",
    "pvt",
    "private",
    "trooper",
    "officer",
    "constable",
    "inspector",
    "superintendent",
    "detective",
    "deputy",
    "marshal",
    "sheriff",
    "chief",
    "cadet",
    "warrant",
    "staff",
    "insp",
    "supt",
    "det",
    "sen",
    "rep",
    "gov",
    "pres",
    "amb",
    "msgr",
];

/// Nouns for what a person does or is in public life.
const ROLES: &[&str] = &[
    "minister",
    "president",
    "premier",
    "chancellor",
    "secretary",
    "governor",
    "mayor",
    "senator",
    "congressman",
    "congresswoman",
    "representative",
    "lawmaker",
    "legislator",
    "mp",
    "mep",
    "pm",
    "parliamentarian",
    "deputy",
    "member",
    "speaker",
    "leader",
    "chief",
    "head",
    "chairman",
    "chairwoman",
    "chair",
    "chairperson",
    "director",
    "manager",
    "commander",
    "general",
    "colonel",
    "captain",
    "lieutenant",
    "major",
    "sergeant",
    "trooper",
    "officer",
    "official",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "ambassador",
    "envoy",
    "diplomat",
    "consul",
    "negotiator",
    "coordinator",
    "commissioner",
    "judge",
    "justice",
    "prosecutor",
    "attorney",
    "lawyer",
    "counsel",
    "advocate",
    "solicitor",
    "professor",
    "lecturer",
    "researcher",
    "scientist",
    "scholar",
    "academic",
    "fellow",
    "analyst",
    "expert",
    "economist",
    "historian",
    "seismologist",
    "epidemiologist",
    "engineer",
    "technician",
    "architect",
    "doctor",
    "physician",
    "surgeon",
    "nurse",
    "gynaecologist",
    "gynecologist",
    "paediatrician",
    "psychologist",
    "psychiatrist",
    "editor",
    "reporter",
    "correspondent",
    "journalist",
    "columnist",
    "photographer",
    "author",
    "writer",
    "founder",
    "cofounder",
    "owner",
    "executive",
    "ceo",
    "cfo",
    "coach",
    "captain",
    "player",
    "striker",
    "goalkeeper",
    "singer",
    "actor",
    "actress",
    "activist",
    "campaigner",
    "adviser",
    "advisor",
    "aide",
    "consultant",
    "assistant",
    "strategist",
    "operative",
    "superintendent",
    "inspector",
    "detective",
    "sheriff",
    "constable",
    "investigator",
    "examiner",
    "firefighter",
    "pilot",
    "driver",
    "teacher",
    "principal",
    "headteacher",
    "rector",
    "dean",
    "bishop",
    "archbishop",
    "cardinal",
    "priest",
    "pastor",
    "imam",
    "king",
    "queen",
    "prince",
    "princess",
    "emperor",
    "sultan",
    "emir",
    "dictator",
    "rebel",
    "vice-president",
    "vice-chairman",
    "vice-premier",
    "undersecretary",
    "treasurer",
    "auditor",
    "ombudsman",
    "clerk",
    "trader",
    "banker",
    "broker",
    "farmer",
    "fisherman",
    "resident",
    "witness",
    "survivor",
    "victim",
    "suspect",
    "chairmen",
    "whistleblower",
    "gen",
    "lt",
    "capt",
    "col",
    "sgt",
    "maj",
    "geologist",
    "meteorologist",
    "forecaster",
    "hydrologist",
    "biologist",
    "chemist",
    "physicist",
    "astronomer",
    "student",
    "dissident",
    "warden",
    "ranger",
    "harbourmaster",
    "harbormaster",
    "conductor",
    "organiser",
    "organizer",
    "chaplain",
    "councillor",
    "councilor",
    "councilman",
    "councilwoman",
    "alderman",
    "deacon",
    "publisher",
    "producer",
    "broadcaster",
    "anchor",
    "presenter",
];

/// Role nouns by which any other office may be meant later on: `the official`, `the leader`.
const LOOSE_ROLES: &[&str] = &["official", "leader", "chief", "head", "expert", "officer"];

/// Second halves that make one role of two words: `prime minister` is no `minister`.
const ROLE_PAIRS: &[(&str, &str)] = &[
    ("prime", "minister"),
    ("vice", "president"),
    ("deputy", "president"),
    ("deputy", "minister"),
    ("vice", "minister"),
    ("vice", "chairman"),
    ("vice", "premier"),
    ("secretary", "general"),
    ("attorney", "general"),
    ("general", "secretary"),
];

/// Lower-case nouns that may follow (`Vale island`) or, with `of`, precede the name of a place.
const PLACE_NOUNS: &[&str] = &[
    "province",
    "island",
    "islands",
    "district",
    "city",
    "town",
    "village",
    "county",
    "state",
    "region",
    "area",
    "camp",
    "neighborhood",
    "neighbourhood",
    "municipality",
    "governorate",
    "prefecture",
    "suburb",
    "quarter",
    "peninsula",
    "avenue",
    "street",
    "square",
    "river",
    "lake",
    "valley",
    "mountain",
    "port",
    "harbour",
    "harbor",
    "airport",
    "base",
    "sea",
    "strait",
    "canal",
    "desert",
];

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

/// First names and the short forms they are known by (English usage).
const NICKNAMES: &[&[&str]] = &[
    &["william", "bill", "billy", "will", "willie", "liam"],
    &["thomas", "tom", "tommy"],
    &["robert", "bob", "rob", "bobby"],
    &["richard", "dick", "rick", "rich", "ricky"],
    &["james", "jim", "jimmy", "jamie"],
    &["john", "jack", "johnny"],
    &["joseph", "joe", "joey"],
    &["michael", "mike", "mick", "mickey"],
    &["edward", "ed", "eddie", "ted", "ned"],
    &["charles", "charlie", "chuck"],
    &["david", "dave"],
    &["daniel", "dan", "danny"],
    &["donald", "don", "donnie"],
    &["kenneth", "ken", "kenny"],
    &["ronald", "ron", "ronnie"],
    &["steven", "stephen", "steve"],
    &["matthew", "matt"],
    &["anthony", "tony"],
    &["andrew", "andy", "drew"],
    &["christopher", "chris"],
    &["gregory", "greg", "gregg"],
    &["jeffrey", "geoffrey", "jeff", "geoff"],
    &["lawrence", "laurence", "larry"],
    &["leonard", "len", "lenny"],
    &["peter", "pete"],
    &["philip", "phillip", "phil"],
    &["raymond", "ray"],
    &["samuel", "sam"],
    &["timothy", "tim"],
    &["walter", "walt"],
    &["benjamin", "ben"],
    &["frederick", "fred", "freddie"],
    &["francis", "frank"],
    &["henry", "harry", "hank"],
    &["gerald", "gerry", "jerry"],
    &["nicholas", "nick"],
    &["patrick", "pat", "paddy"],
    &["alexander", "alex", "sasha"],
    &["albert", "al", "bert"],
    &["arthur", "art"],
    &["douglas", "doug"],
    &["elizabeth", "liz", "beth", "betty", "lizzie", "eliza"],
    &["margaret", "maggie", "meg", "peggy"],
    &["katherine", "catherine", "kathryn", "kate", "kathy", "cathy", "katie"],
    &["patricia", "pat", "patty", "trish"],
    &["susan", "sue", "susie"],
    &["deborah", "debbie", "deb"],
    &["barbara", "barb"],
    &["jennifer", "jen", "jenny"],
    &["jessica", "jess"],
    &["rebecca", "becky"],
    &["victoria", "vicky"],
    &["theodore", "ted", "theo"],
    &["vladimir", "volodymyr"],
    &["mohammed", "muhammad", "mohamed", "mohammad", "muhammed", "mohamad"],
    &["ronald", "ron"],
    &["russell", "russ"],
    &["louis", "lewis", "lou"],
    &["nathaniel", "nathan", "nate"],
];

/// Family names that stand before the given name in Korean, Chinese and Vietnamese usage, romanised.
const FIRST_FAMILIES: &[&str] = &[
    "kim", "lee", "li", "yi", "ri", "rhee", "park", "pak", "bak", "choi", "choe", "jung", "jeong", "chung",
    "jong", "kang", "cho", "jo", "yun", "yoon", "jang", "chang", "lim", "im", "rim", "han", "oh", "seo",
    "suh", "shin", "sin", "kwon", "hwang", "ahn", "an", "song", "ryu", "yoo", "yu", "hong", "ko", "koh",
    "moon", "mun", "yang", "bae", "pae", "baek", "paek", "heo", "hur", "nam", "no", "roh", "noh", "ha",
    "joo", "chu", "woo", "ban", "wang", "zhang", "liu", "chen", "huang", "zhao", "wu", "zhou", "xu", "sun",
    "ma", "zhu", "hu", "guo", "he", "lin", "gao", "luo", "zheng", "liang", "xie", "tang", "xi", "deng",
    "feng", "cao", "peng", "zeng", "xiao", "tian", "dong", "pan", "yuan", "cai", "jiang", "nguyen", "tran",
    "pham", "hoang", "phan", "vu", "vo", "dang", "bui", "thae", "hyon", "so", "tsai", "tsang",
];

/// Whether the word (plain) is a form of address or a rank.
pub(super) fn is_title(word: &str) -> bool {
    FORMS_OF_ADDRESS.contains(&word) || RANKS.contains(&word)
}

/// Whether the word (plain) is a form of address, not a rank or an office.
pub(super) fn is_form_of_address(word: &str) -> bool {
    FORMS_OF_ADDRESS.contains(&word)
}

/// The role noun a word stands for, plurals and one misspelt letter in a long word allowed.
pub(super) fn role(word: &str) -> Option<&'static str> {
    let word = plain(word);
    static PLAIN: OnceLock<BTreeMap<String, &'static str>> = OnceLock::new();
    let known = PLAIN.get_or_init(|| ROLES.iter().rev().map(|r| (plain(r), *r)).collect());
    if let Some(found) = known.get(&word) {
        return Some(found);
    }
    if word.len() < 7 {
        return None;
    }
    misspelt_role(&word)
}

/// The first role noun of seven letters or more that is one edit from a word as long. An edit leaves three letters at one end as
/// they are, so only roles that begin or end like the word are looked at.
fn misspelt_role(word: &str) -> Option<&'static str> {
    /// Three letters, and whether they begin the word.
    type End = (bool, [u8; 3]);
    static ENDS: OnceLock<BTreeMap<End, Vec<usize>>> = OnceLock::new();
    let ends = |w: &str| -> Option<[End; 2]> {
        Some([(true, *w.as_bytes().first_chunk()?), (false, *w.as_bytes().last_chunk()?)])
    };
    let known = ENDS.get_or_init(|| {
        let mut known: BTreeMap<End, Vec<usize>> = BTreeMap::new();
        for (n, role) in ROLES.iter().enumerate().filter(|(_, r)| r.len() >= 7) {
            ends(role).into_iter().flatten().for_each(|end| known.entry(end).or_default().push(n));
        }
        known
    });
    let near = |role: &&str| {
        role.len().abs_diff(word.len()) <= 1
            && word.strip_suffix('s') != Some(role)
            && is_one_edit(role, word)
    };
    let alike = ends(word)?.into_iter().filter_map(|end| known.get(&end));
    let found = |list: &Vec<usize>| list.iter().copied().find(|&n| ROLES.get(n).is_some_and(near));
    alike.filter_map(found).min().and_then(|n| ROLES.get(n)).copied()
}

/// Whether the role noun says so little that it may stand for any other office.
pub(super) fn is_loose_role(role: &str) -> bool {
    LOOSE_ROLES.contains(&role)
}

/// The words of a role with pairs made one: `prime minister` is `primeminister`.
pub(super) fn paired(words: &mut Vec<String>) {
    let mut at = 0;
    while at + 1 < words.len() {
        let hit = ROLE_PAIRS.iter().any(|(a, b)| words[at] == *a && words[at + 1] == *b);
        if hit {
            let second = words.remove(at + 1);
            words[at].push_str(&second);
        }
        at += 1;
    }
}

/// Whether the key is that of a part of the world larger than a country.
pub(super) fn is_wide(key: &str) -> bool {
    matches!(
        key,
        "asia"
            | "europe"
            | "africa"
            | "america"
            | "americas"
            | "middleeast"
            | "westasia"
            | "eastasia"
            | "southasia"
            | "southeastasia"
            | "centralasia"
            | "northamerica"
            | "southamerica"
            | "latinamerica"
            | "persiangulf"
            | "gulf"
            | "mediterranean"
            | "west"
            | "east"
            | "balkans"
            | "caucasus"
            | "arctic"
            | "antarctica"
            | "pacific"
            | "atlantic"
    )
}

/// Whether the word (lower case) is a noun that is said with the name of a place: `Mole island`, not `the Mole area`.
pub(super) fn is_said_with_place(word: &str) -> bool {
    is_place_noun(word) && !matches!(word, "area" | "region" | "base" | "state" | "port" | "quarter")
}

/// Whether a part at the head or the end of a name makes it that of a place: `Lake`, `Street`.
pub(super) fn marks_place(parts: &[String]) -> bool {
    let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return false };
    let head = matches!(
        first.as_str(),
        "avenue" | "rue" | "mount" | "lake" | "wadi" | "jabal" | "tel" | "fort" | "port" | "cape"
    );
    parts.len() > 1 && (head || (is_said_with_place(last) && last != "camp"))
}

/// Whether the word (lower case) is a noun for a sort of place.
pub(super) fn is_place_noun(word: &str) -> bool {
    PLACE_NOUNS.contains(&word)
}

/// Whether the word (lower case) is a noun for a sort of body that may follow its name.
pub(super) fn is_body_noun(word: &str) -> bool {
    BODY_NOUNS.contains(&word)
}

/// Whether the word (lower case) is a noun that is said with the name of a body: `KLMN news agency`, `Mole hospital`.
pub(super) fn is_said_with_body(word: &str) -> bool {
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
pub(super) fn is_before_noun(word: &str) -> bool {
    BEFORE_NOUNS.contains(&word)
}

/// Whether one of the parts marks the name as that of a body.
pub(super) fn marks_body(parts: &[String]) -> bool {
    parts.iter().any(|p| BODY_MARKS.contains(&p.as_str()))
}

/// Whether the word (plain) marks a body.
pub(super) fn is_body_mark(word: &str) -> bool {
    BODY_MARKS.contains(&word) || BODY_NOUNS.contains(&word)
}

/// One Korean family name in the usages of North and South and of older books.
const FAMILIES: &[&[&str]] = &[
    &["pak", "park", "bak"],
    &["ri", "lee", "yi", "rhee", "li"],
    &["choe", "choi"],
    &["kim", "gim"],
    &["jong", "jung", "jeong", "chung", "chong"],
    &["jo", "cho"],
    &["jang", "chang"],
    &["kang", "gang"],
    &["kwon", "gwon"],
    &["rim", "lim", "im"],
    &["ryu", "yoo", "yu"],
    &["ro", "no", "noh", "roh"],
    &["paek", "baek", "baik"],
    &["pae", "bae"],
    &["sin", "shin"],
    &["an", "ahn"],
    &["o", "oh"],
    &["mun", "moon"],
    &["ho", "heo", "hur", "huh"],
    &["so", "seo", "suh"],
    &["ju", "joo", "chu"],
    &["u", "woo"],
    &["ko", "go", "koh"],
    &["yun", "yoon"],
];

/// Whether two family names (plain) are one in two usages.
pub(super) fn are_one_family(a: &str, b: &str) -> bool {
    FAMILIES.iter().any(|set| set.contains(&a) && set.contains(&b))
}

/// Whether a word (plain) is a first name that the lists know.
pub(super) fn is_first_name(word: &str) -> bool {
    is_womans_name(word).is_some() || NICKNAMES.iter().any(|set| set.contains(&word))
}

/// Whether two first names (plain) are forms of one.
pub(super) fn are_one_first_name(a: &str, b: &str) -> bool {
    NICKNAMES.iter().any(|set| set.contains(&a) && set.contains(&b))
}

/// First names of women and of men that are hardly ever the other's (English-language usage).
const WOMEN: &[&str] = &[
    "mary",
    "patricia",
    "jennifer",
    "linda",
    "elizabeth",
    "barbara",
    "susan",
    "jessica",
    "sarah",
    "karen",
    "lisa",
    "nancy",
    "sandra",
    "emily",
    "michelle",
    "amanda",
    "melissa",
    "deborah",
    "stephanie",
    "rebecca",
    "laura",
    "cynthia",
    "kathleen",
    "amy",
    "angela",
    "anna",
    "emma",
    "nicole",
    "helen",
    "samantha",
    "katherine",
    "christine",
    "rachel",
    "carolyn",
    "janet",
    "maria",
    "catherine",
    "heather",
    "diane",
    "julie",
    "victoria",
    "joan",
    "martha",
    "olga",
    "fatima",
    "aisha",
    "mariam",
    "margaret",
    "hillary",
    "angelina",
    "ursula",
    "theresa",
    "nicola",
    "fiona",
    "sophie",
    "claire",
    "jane",
    "anne",
    "ann",
    "alice",
    "ruth",
    "judith",
    "megan",
    "hannah",
    "olivia",
    "sofia",
    "elena",
    "natalia",
    "svetlana",
];
const MEN: &[&str] = &[
    "james",
    "robert",
    "john",
    "michael",
    "david",
    "william",
    "richard",
    "joseph",
    "thomas",
    "charles",
    "christopher",
    "daniel",
    "matthew",
    "anthony",
    "mark",
    "donald",
    "steven",
    "paul",
    "andrew",
    "joshua",
    "kenneth",
    "kevin",
    "brian",
    "george",
    "timothy",
    "ronald",
    "edward",
    "jason",
    "jeffrey",
    "ryan",
    "jacob",
    "gary",
    "nicholas",
    "eric",
    "jonathan",
    "stephen",
    "larry",
    "justin",
    "scott",
    "brandon",
    "benjamin",
    "samuel",
    "gregory",
    "frank",
    "raymond",
    "patrick",
    "jack",
    "dennis",
    "peter",
    "tom",
    "bill",
    "jim",
    "mike",
    "joe",
    "bob",
    "greg",
    "gregg",
    "tim",
    "steve",
    "ali",
    "ahmed",
    "mohammed",
    "muhammad",
    "mohamed",
    "hassan",
    "omar",
    "ibrahim",
    "mahmoud",
    "vladimir",
    "ivan",
    "sergei",
    "dmitry",
    "antonio",
    "carlos",
    "juan",
    "luis",
    "narendra",
    "simon",
    "martin",
    "alan",
    "graham",
    "ian",
    "neil",
    "keith",
];

/// Whether a first name (lower case) is a woman's; None where it does not say.
pub(super) fn is_womans_name(word: &str) -> Option<bool> {
    if WOMEN.contains(&word) {
        return Some(true);
    }
    MEN.contains(&word).then_some(false)
}

/// Whether the word (plain) is a family name that stands first.
pub(super) fn is_first_family(word: &str) -> bool {
    FIRST_FAMILIES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_with_a_slip_of_the_pen() {
        assert_eq!(role("Minister"), Some("minister"));
        assert_eq!(role("Miniser"), Some("minister"));
        assert_eq!(role("gynecologist"), Some("gynecologist"));
        assert_eq!(role("Ministers"), None);
        assert_eq!(role("ministry"), None);
        assert_eq!(role("table"), None);
    }

    #[test]
    fn misspelt_roles_are_those_of_the_whole_list() {
        let letters = ["", "a", "s", "r"];
        for role in ROLES.iter().filter(|r| r.len() >= 6) {
            for at in 0..=role.len() {
                let (head, tail) = role.split_at(at);
                let rest = tail.get(1..).unwrap_or("");
                for word in
                    letters.iter().flat_map(|l| [format!("{head}{l}{tail}"), format!("{head}{l}{rest}")])
                {
                    let near = |r: &&&str| {
                        r.len() >= 7
                            && r.len().abs_diff(word.len()) <= 1
                            && word.strip_suffix('s') != Some(r)
                            && is_one_edit(r, &word)
                    };
                    let wanted = ROLES.iter().find(near).copied().filter(|_| word.len() >= 7);
                    let found = misspelt_role(&word).filter(|_| word.len() >= 7);
                    assert_eq!(found, wanted, "{word}");
                }
            }
        }
    }

    #[test]
    fn lists_are_spelled_as_they_are_asked_for() {
        for set in NICKNAMES.iter().chain(FAMILIES) {
            for word in *set {
                assert_eq!(*word, plain(word));
            }
        }
    }
}

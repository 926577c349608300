//! Lists of words that say what a name beside them, or around them, is the name of.

/// Words for persons that stand before a name and are no part of it, lower case, without a point.
pub const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "reverend", "fr",
    "father", "sister", "brother", "bishop", "archbishop", "cardinal", "pope", "imam", "sheikh", "sheik", "shaikh",
    "ayatollah", "rabbi", "pastor", "president", "premier", "chancellor", "minister", "secretary", "senator", "sen",
    "rep", "representative", "congressman", "congresswoman", "governor", "gov", "mayor", "councillor", "councilman",
    "councilwoman", "commissioner", "ambassador", "envoy", "spokesman", "spokeswoman", "spokesperson", "judge",
    "justice", "general", "gen", "lt", "lieutenant", "col", "colonel", "maj", "major", "capt", "captain", "sgt",
    "sergeant", "cpl", "corporal", "pvt", "private", "adm", "admiral", "brig", "brigadier", "cmdr", "commander",
    "marshal", "chief", "constable", "inspector", "superintendent", "supt", "detective", "officer", "trooper",
    "agent", "deputy", "sheriff", "director", "chairman", "chairwoman", "chairperson", "chair", "chairmen", "ceo",
    "cfo", "coach", "manager", "analyst", "lawyer", "attorney", "solicitor", "king", "queen", "prince", "princess",
    "emperor", "sultan", "emir", "crown", "duke", "duchess", "baron", "count", "mp", "mla", "mep", "comrade", "leader",
    "prime", "vice", "acting", "former", "ex-president", "ex-minister", "speaker", "treasurer", "hon", "honourable",
    "excellency", "majesty", "highness", "actor", "actress", "singer", "author", "engineer", "activist", "journalist",
    "reporter", "correspondent", "editor", "photographer", "researcher", "student", "teacher", "witness", "defendant",
    "suspect", "citizen", "shri", "smt", "spc", "ofc", "pfc", "msgr", "monsignor", "mullah", "haji", "hajj", "u", "daw",
];

/// Words a name of an organisation ends with, or that stand at its head before `of`, lower case.
pub const HEADS: &[&str] = &[
    "agency", "ministry", "university", "institute", "institution", "corps", "bank", "council", "guard", "guards",
    "party", "department", "police", "committee", "commission", "company", "corporation", "corp", "inc", "ltd",
    "limited", "llc", "plc", "group", "association", "federation", "union", "league", "club", "college", "school",
    "academy", "court", "parliament", "assembly", "senate", "congress", "cabinet", "government", "office", "bureau",
    "authority", "service", "services", "administration", "directorate", "foundation", "fund", "trust", "society",
    "organisation", "organization", "front", "movement", "brigade", "brigades", "army", "navy", "force", "forces",
    "command", "coalition", "alliance", "hospital", "centre", "center", "church", "news", "times", "post", "herald",
    "tribune", "gazette", "journal", "daily", "weekly", "press", "radio", "television", "tv", "network", "media",
    "airlines", "airways", "motors", "industries", "holdings", "partners", "capital", "systems", "technologies",
    "team", "united", "fc", "board", "chamber", "syndicate", "laboratory", "observatory", "conference", "forum",
    "initiative", "project", "campaign", "secretariat", "treasury", "taskforce", "regiment", "battalion", "division",
    "squadron", "fleet", "militia", "mission", "tribunal", "registry", "exchange", "insurance", "consulate", "embassy",
];

/// Words a name of a place ends or begins with, lower case.
pub const SITES: &[&str] = &[
    "river", "lake", "sea", "ocean", "gulf", "bay", "strait", "island", "islands", "isle", "peninsula", "cape",
    "mountain", "mountains", "mount", "mt", "hill", "hills", "valley", "desert", "plain", "forest", "park", "canal",
    "dam", "bridge", "street", "road", "avenue", "boulevard", "highway", "lane", "square", "station", "airport", "port",
    "harbour", "harbor", "beach", "city", "town", "village", "district", "county", "province", "governorate", "region",
    "state", "states", "republic", "kingdom", "territory", "coast", "border", "camp", "fort", "north", "south", "east",
    "west", "northern", "southern", "eastern", "western", "central", "upper", "lower", "san", "santa", "saint", "st",
    "el", "las", "los", "stadium", "tower", "hotel", "palace", "mosque", "cathedral", "prison", "market",
];

/// Peoples and creeds that are no country's, lower case, singular where the plural ends in s.
pub const GROUPS: &[&str] = &[
    "muslim", "christian", "jew", "jewish", "hindu", "buddhist", "sikh", "catholic", "protestant", "orthodox",
    "evangelical", "anglican", "baptist", "mormon", "shia", "shiite", "shi'ite", "sunni", "alawite", "druze", "yazidi",
    "yezidi", "ismaili", "sufi", "salafi", "wahhabi", "arab", "arabic", "kurd", "kurdish", "pashtun", "hazara", "baloch",
    "baluch", "balochi", "punjabi", "bengali", "tamil", "sinhalese", "sindhi", "kashmiri", "rohingya", "uyghur",
    "uighur", "tibetan", "hui", "hutu", "tutsi", "hausa", "fulani", "yoruba", "igbo", "zulu", "xhosa", "oromo",
    "amhara", "tigrayan", "maasai", "kikuyu", "luo", "tuareg", "berber", "bedouin", "copt", "coptic", "turkmen",
    "turkic", "slavic", "slav", "roma", "gypsy", "sami", "inuit", "aboriginal", "maori", "cherokee", "navajo", "cree",
    "hispanic", "latino", "latina", "african", "asian", "european", "caribbean", "scandinavian", "nordic", "balkan",
    "latin american", "south american", "north american", "middle eastern", "western", "southeast asian", "african-american",
    "korean", "soviet", "yugoslav", "english", "scottish", "scot", "welsh", "catalan", "basque", "breton", "flemish",
    "walloon", "bavarian", "chechen", "tatar", "dagestani", "abkhaz", "ossetian", "zionist", "islamist", "nazi",
    "republican", "texan", "californian", "londoner", "new yorker", "bosniak", "kosovar", "macedonian", "anglo-saxon",
];

/// Months and days, which no name consists of.
pub const DATES: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thurs", "fri",
    "sat", "sun", "christmas", "easter", "ramadan", "eid",
];

/// Kinds of words as bits, for the features.
pub const TITLE: u32 = 1;
/// See [`HEADS`].
pub const HEAD: u32 = 2;
/// See [`SITES`].
pub const SITE: u32 = 4;
/// See [`GROUPS`].
pub const GROUP: u32 = 8;
/// See [`DATES`].
pub const DATE: u32 = 16;

/// The lists a word in lower case stands in; a point at its end does not matter.
pub fn bits(lower: &str) -> u32 {
    let word = lower.strip_suffix('.').unwrap_or(lower);
    table().binary_search_by(|(w, _)| (*w).cmp(word)).map_or(0, |at| table()[at].1)
}

fn table() -> &'static [(&'static str, u32)] {
    static TABLE: std::sync::OnceLock<Vec<(&'static str, u32)>> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| {
        let lists = [(TITLES, TITLE), (HEADS, HEAD), (SITES, SITE), (GROUPS, GROUP), (DATES, DATE)];
        let mut all: Vec<(&str, u32)> = lists.iter().flat_map(|(l, b)| l.iter().map(|w| (*w, *b))).collect();
        all.sort_unstable();
        let mut out: Vec<(&'static str, u32)> = Vec::with_capacity(all.len());
        for (word, bit) in all {
            match out.last_mut() {
                Some(last) if last.0 == word => last.1 |= bit,
                _ => out.push((word, bit)),
            }
        }
        out
    })
}

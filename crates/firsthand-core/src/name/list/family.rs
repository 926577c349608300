//! Family names: which stand first, and which are one in two usages.

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
pub(in crate::name) fn are_one_family(a: &str, b: &str) -> bool {
    FAMILIES.iter().any(|set| set.contains(&a) && set.contains(&b))
}

/// Whether the word (plain) is a family name that stands first.
pub(in crate::name) fn is_first_family(word: &str) -> bool {
    FIRST_FAMILIES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::spelling::plain;

    #[test]
    fn they_are_spelled_as_they_are_asked_for() {
        for word in FAMILIES.iter().copied().flatten() {
            assert_eq!(*word, plain(word));
        }
    }
}

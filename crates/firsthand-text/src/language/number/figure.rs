//! Words for numbers: `seven`, `million`, `third`.

/// Value of a word below a hundred: `seven`, `twelve`, `forty`.
pub(crate) fn small(word: &str) -> Option<u32> {
    Some(match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" | "fourty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// Value of a word of scale; short scale throughout (`billion` is 10^9), `lakh` and `crore` of South Asian papers.
pub(crate) fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "hundred" => 1e2,
        "thousand" => 1e3,
        "lakh" | "lac" => 1e5,
        "million" => 1e6,
        "crore" => 1e7,
        "billion" => 1e9,
        "trillion" => 1e12,
        _ => return None,
    })
}

/// Value of a letter that stands for a scale right behind digits: `4.5m`, `2bn`, `300k`. `m` alone is metres unless money
/// stands before it, so the caller says whether it does.
pub(crate) fn scale_letter(raw: &str, money: bool) -> Option<f64> {
    Some(match raw {
        "k" | "K" => 1e3,
        "m" | "M" if money => 1e6,
        "mn" | "mln" | "mil" | "MM" => 1e6,
        "b" | "B" if money => 1e9,
        "bn" | "Bn" | "BN" | "bln" => 1e9,
        "t" | "T" if money => 1e12,
        "tn" | "trn" => 1e12,
        _ => return None,
    })
}

/// Value of an ordinal word: `first`, `twentieth`.
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    Some(match word {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "sixth" => 6,
        "seventh" => 7,
        "eighth" => 8,
        "ninth" => 9,
        "tenth" => 10,
        "eleventh" => 11,
        "twelfth" => 12,
        "thirteenth" => 13,
        "fourteenth" => 14,
        "fifteenth" => 15,
        "sixteenth" => 16,
        "seventeenth" => 17,
        "eighteenth" => 18,
        "nineteenth" => 19,
        "twentieth" => 20,
        "thirtieth" => 30,
        "fortieth" => 40,
        "fiftieth" => 50,
        "sixtieth" => 60,
        "seventieth" => 70,
        "eightieth" => 80,
        "ninetieth" => 90,
        "hundredth" => 100,
        _ => return None,
    })
}

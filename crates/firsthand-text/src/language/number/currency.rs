//! Currencies: signs and codes before an amount, words behind one.

use super::QuantityKind;
use super::lexeme::{Kind, Lexemes};
use super::unit::{Unit, unit};

/// ISO 4217 code of a currency sign or code that stands before a number, and one past it: `$`, `US$`, `A$`, `Rs.`, `EUR`.
pub(crate) fn currency_before(lexemes: &Lexemes, at: usize, to: usize) -> Option<(&'static str, usize)> {
    if at >= to {
        return None;
    }
    let sign = |i: usize| match lexemes.raw(i) {
        "$" | "＄" => Some("USD"),
        "£" => Some("GBP"),
        "€" => Some("EUR"),
        "¥" | "￥" => Some("JPY"),
        "₹" => Some("INR"),
        "₩" => Some("KRW"),
        "₽" => Some("RUB"),
        "₪" => Some("ILS"),
        "₺" => Some("TRY"),
        "₦" => Some("NGN"),
        "₱" => Some("PHP"),
        "฿" => Some("THB"),
        "₫" => Some("VND"),
        "₴" => Some("UAH"),
        _ => None,
    };
    if let Some(code) = sign(at) {
        // `$US160`, `$A5`
        let nation = if lexemes.glued(at + 1) && lexemes.is(at + 1, Kind::Word) && code == "USD" {
            match lexemes.raw(at + 1) {
                "US" => Some("USD"),
                "A" => Some("AUD"),
                "C" => Some("CAD"),
                "NZ" => Some("NZD"),
                _ => None,
            }
        } else {
            None
        };
        if let Some(code) = nation {
            return Some((code, at + 2));
        }
        return Some((code, at + 1));
    }
    if !lexemes.is(at, Kind::Word) {
        return None;
    }
    let raw = lexemes.raw(at);
    if lexemes.raw(at + 1) == "$" && at + 1 < to {
        let code = match raw {
            "US" | "U" | "USD" => "USD",
            "A" | "AU" | "AUD" => "AUD",
            "C" | "CA" | "CAD" | "CDN" => "CAD",
            "NZ" => "NZD",
            "HK" => "HKD",
            "S" | "SG" => "SGD",
            "NT" => "TWD",
            "R" => "BRL",
            "Z" => "ZWL",
            _ => return None,
        };
        return Some((code, at + 2));
    }
    // Signs that lost their shape on the way: `PS8bn` was a pound sign, `Y=50bn` a yen sign.
    let glued_digits = |i: usize| i < to && lexemes.glued(i) && lexemes.is(i, Kind::Digits);
    match raw {
        "PS" if glued_digits(at + 1) => return Some(("GBP", at + 1)),
        "Y" if lexemes.raw(at + 1) == "=" && glued_digits(at + 2) => return Some(("JPY", at + 2)),
        "e" | "p" if glued_digits(at + 1) => {
            let scaled = super::numeral::read(lexemes, at + 1, to).is_some_and(|n| n.scaled);
            return scaled.then_some((if raw == "e" { "EUR" } else { "GBP" }, at + 1));
        }
        _ => {}
    }
    let code = match raw {
        "USD" => "USD",
        "EUR" => "EUR",
        "GBP" => "GBP",
        "JPY" => "JPY",
        "CHF" => "CHF",
        "AUD" => "AUD",
        "CAD" => "CAD",
        "CNY" | "RMB" => "CNY",
        "INR" | "Rs" => "INR",
        "RM" => "MYR",
        "HKD" => "HKD",
        "SGD" => "SGD",
        "NZD" => "NZD",
        "ZAR" => "ZAR",
        "KRW" => "KRW",
        "SEK" => "SEK",
        "NOK" => "NOK",
        "DKK" => "DKK",
        _ => return None,
    };
    let point = lexemes.raw(at + 1) == "." && lexemes.glued(at + 1);
    let end = if point { at + 2 } else { at + 1 };
    (end < to && lexemes.is(end, Kind::Digits)).then_some((code, end))
}

/// A currency in words behind a number: `euros`, `Australian dollars`.
pub(super) fn currency_words(lexemes: &Lexemes, at: usize, to: usize, scaled: bool) -> Option<Unit> {
    let money = |name: &str, end: usize| {
        Some(Unit { kind: QuantityKind::Money, name: name.to_owned(), by: 1.0, end })
    };
    let (nation, noun) = match lexemes.word(at) {
        "us" | "american" | "u" => ("USD", at + 1),
        "australian" => ("AUD", at + 1),
        "canadian" => ("CAD", at + 1),
        "hong" if lexemes.word(at + 1) == "kong" => ("HKD", at + 2),
        "new" if lexemes.word(at + 1) == "zealand" => ("NZD", at + 2),
        "singapore" => ("SGD", at + 1),
        "swiss" => ("CHF", at + 1),
        "danish" => ("DKK", at + 1),
        "swedish" => ("SEK", at + 1),
        "norwegian" => ("NOK", at + 1),
        "czech" => ("CZK", at + 1),
        "british" => ("GBP", at + 1),
        "egyptian" => ("EGP", at + 1),
        "mexican" => ("MXN", at + 1),
        "philippine" => ("PHP", at + 1),
        "pakistani" => ("PKR", at + 1),
        "indian" => ("INR", at + 1),
        "iranian" => ("IRR", at + 1),
        "iraqi" => ("IQD", at + 1),
        "saudi" => ("SAR", at + 1),
        _ => ("", at),
    };
    if noun >= to {
        return None;
    }
    let national = !nation.is_empty();
    let code = match lexemes.word(noun) {
        "dollar" | "dollars" => {
            if national {
                nation
            } else {
                "USD"
            }
        }
        "pound" | "pounds" if national => nation,
        // Weights are rarely counted in millions; `pounds of` is a weight.
        "pound" | "pounds" => {
            let weight = lexemes.word(noun + 1) == "of" && !scaled;
            return if weight { unit(QuantityKind::Measure, "lb", noun + 1) } else { money("GBP", noun + 1) };
        }
        "euro" | "euros" | "eur" => "EUR",
        "yen" => "JPY",
        "yuan" | "renminbi" => "CNY",
        "rupee" | "rupees" => {
            if national {
                nation
            } else {
                "INR"
            }
        }
        "ruble" | "rubles" | "rouble" | "roubles" => "RUB",
        "shekel" | "shekels" => "ILS",
        "won" if scaled => "KRW",
        "rial" | "rials" if national => nation,
        "rial" | "rials" => "IRR",
        "riyal" | "riyals" => "SAR",
        "dirham" | "dirhams" => "AED",
        "franc" | "francs" => "CHF",
        "crown" | "crowns" | "krone" | "kroner" | "krona" | "kronor" if national => nation,
        "peso" | "pesos" => {
            if national {
                nation
            } else {
                "MXN"
            }
        }
        "dinar" | "dinars" if national => nation,
        "lira" | "liras" => "TRY",
        "baht" => "THB",
        "rand" => "ZAR",
        "naira" => "NGN",
        "ringgit" => "MYR",
        "cent" | "cents" => "cent",
        "pence" => "penny",
        _ => return None,
    };
    money(code, noun + 1)
}

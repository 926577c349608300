//! What stands around a number: bounds, ages, labels, the noun that is counted.

use super::list;
use super::scan::Scan;
use crate::language::Token;
use crate::language::number::Bound;

/// The bound that ends right before `at`, and its first lexeme.
pub(super) fn before(s: &Scan, at: usize) -> Option<(Bound, usize)> {
    const BOUNDS: [(&str, Bound); 31] = [
        ("no menos de", Bound::AtLeast),
        ("no más de", Bound::AtMost),
        ("poco más de", Bound::More),
        ("algo más de", Bound::More),
        ("un mínimo de", Bound::AtLeast),
        ("un máximo de", Bound::AtMost),
        ("por lo menos", Bound::AtLeast),
        ("como mínimo", Bound::AtLeast),
        ("como máximo", Bound::AtMost),
        ("como mucho", Bound::AtMost),
        ("a lo sumo", Bound::AtMost),
        ("al menos", Bound::AtLeast),
        ("más de", Bound::More),
        ("mas de", Bound::More),
        ("menos de", Bound::Less),
        ("superior a", Bound::More),
        ("superiores a", Bound::More),
        ("inferior a", Bound::Less),
        ("alrededor de", Bound::About),
        ("cerca de", Bound::About),
        ("en torno a", Bound::About),
        ("unos", Bound::About),
        ("unas", Bound::About),
        ("casi", Bound::About),
        ("aproximadamente", Bound::About),
        ("hasta", Bound::AtMost),
        ("apenas", Bound::Exact),
        ("sobre los", Bound::About),
        ("cerca de los", Bound::About),
        ("más de los", Bound::More),
        ("alrededor de los", Bound::About),
    ];
    let fit = |(phrase, _): &&(&str, Bound)| {
        let length = phrase.split(' ').count();
        at >= s.from + length && s.past(at - length, phrase).is_some()
    };
    let found = BOUNDS.iter().filter(fit).max_by_key(|(phrase, _)| phrase.len())?;
    // `hasta el 3`, `subió hasta 20`: only `hasta` before things counted is a bound
    Some((found.1, at - found.0.split(' ').count()))
}

/// Whether `45 años` that end at `end` are an age: `de 45 años`, behind a comma or before `de edad`; one past it.
pub(super) fn age(s: &Scan, at: usize, end: usize) -> Option<usize> {
    if let Some(after) = s.past(end, "de edad") {
        return Some(after);
    }
    let has = |w: &str| matches!(w, "tiene" | "tenía" | "cumplió" | "cumple" | "cumplir" | "cumplirá");
    let of = s.before(at, 1) == "de";
    let person = |w: &str| {
        matches!(
            w,
            "hombre" | "mujer" | "niño" | "niña" | "joven" | "menor" | "anciano" | "anciana" | "varón"
        ) || list::of_sort("role", w)
    };
    let apposed =
        of && (s.before(at, 2) == "," || person(s.before(at, 2)) || at >= s.from + 2 && s.capital(at - 2));
    let brief = s.before(at, 1) == "," && s.word(end) == "," && at >= s.from + 2 && s.capital(at - 2);
    let old = matches!((s.before(at, 2), s.before(at, 1)), ("los" | "edad", "de"))
        || s.past(at.saturating_sub(2), "a los").is_some();
    (has(s.before(at, 1)) || apposed || brief || old && s.word(end) != "de").then_some(end)
}

/// Whether the words before say that the number is a magnitude: `magnitud 5,6`, `magnitud de 5,6`.
pub(super) fn magnitude(s: &Scan, at: usize) -> bool {
    s.before(at, 1) == "magnitud" || s.before(at, 1) == "de" && s.before(at, 2) == "magnitud"
}

/// Words whose number counts nothing.
pub(super) fn label(word: &str) -> bool {
    matches!(
        word,
        "número"
            | "núm"
            | "nº"
            | "nro"
            | "artículo"
            | "art"
            | "página"
            | "pág"
            | "capítulo"
            | "vuelo"
            | "ruta"
            | "canal"
            | "fase"
            | "nivel"
            | "tipo"
            | "versión"
            | "sala"
            | "puerta"
            | "resolución"
            | "autobús"
            | "autopista"
            | "carretera"
            | "categoría"
            | "grupo"
            | "calle"
            | "km"
            | "kilómetro"
            | "grado"
            | "temporada"
            | "episodio"
            | "ronda"
            | "línea"
            | "habitación"
            | "#"
            | "º"
    )
}

/// The token that heads the counted noun behind a number: the first lower-case word that is no small word, `de` and
/// articles passed over: `3 millones de personas`, `dos de los heridos`.
pub(super) fn noun(text: &str, tokens: &[Token], end: usize) -> Option<usize> {
    let first = tokens.partition_point(|t| t.span.start < end);
    let word = |i: usize| tokens.get(i).map_or("", |t| t.span.of(text));
    let mut at = first;
    let skip = |w: &str| {
        matches!(
            w,
            "de" | "los"
                | "las"
                | "sus"
                | "estos"
                | "estas"
                | "nuevos"
                | "nuevas"
                | "otros"
                | "otras"
                | "grandes"
                | "pequeños"
                | "pequeñas"
                | "primeros"
                | "primeras"
                | "últimos"
                | "últimas"
                | "jóvenes"
                | "presuntos"
        )
    };
    while at < first + 3 && skip(word(at)) {
        at += 1;
    }
    let found = word(at);
    let fits = found.chars().next().is_some_and(char::is_lowercase)
        && !list::small(found)
        && found.chars().count() > 2;
    let plural = found.ends_with('s') || matches!(found, "gente" | "personal" | "mil" | "ganado");
    (fits && plural).then_some(at)
}

//! Does the text speak of what was or of what is to come?

use super::list;
use super::scan::Scan;
use crate::language::time::meaning::Tense;

/// How far from the expression a verb is looked for, in lexemes.
const REACH: usize = 14;

/// The tense of the verb nearest to the expression: first before it, then behind it, within its sentence.
pub(super) fn around(s: &Scan, from: usize, to: usize) -> Tense {
    let before = (from.saturating_sub(REACH).max(s.from)..from).rev();
    before.chain(to..(to + REACH).min(s.to)).find_map(|i| cue(s, i)).unwrap_or_default()
}

fn cue(s: &Scan, i: usize) -> Option<Tense> {
    let word = s.word(i);
    if s.capital(i) && i > s.from || word.len() < 2 {
        return None;
    }
    match word {
        "va" | "van" if s.word(i + 1) == "a" => return Some(Tense::Future),
        "previsto" | "prevista" | "prevé" | "prevén" | "planea" | "planean" | "espera" | "esperan" => {
            return Some(Tense::Future);
        }
        "es" | "son" | "está" | "están" => return Some(Tense::Present),
        "ha" | "han" | "había" | "habían" | "fue" | "fueron" | "era" | "eran" | "dijo" | "hizo" | "tuvo"
        | "estuvo" | "puso" | "vino" | "hubo" | "estaba" | "estaban" | "pudo" | "supo" | "trajo" => {
            return Some(Tense::Past);
        }
        _ => {}
    }
    let ends = |list: &[&str]| list.iter().any(|e| word.ends_with(e) && word.len() > e.len() + 2);
    if ends(&["ará", "erá", "irá", "drá", "arán", "erán", "irán", "drán"]) && word != "detrás" {
        return Some(Tense::Future);
    }
    ends(&["ó", "aron", "ieron", "aba", "aban", "jeron"]).then_some(Tense::Past)
}

/// Whether the expression dates a statement: `dijo el martes`.
pub(super) fn stated(s: &Scan, from: usize) -> bool {
    (from.saturating_sub(4).max(s.from)..from)
        .any(|i| list::of_sort("say", s.word(i)) || matches!(s.word(i), "comunicado" | "informe" | "según"))
}

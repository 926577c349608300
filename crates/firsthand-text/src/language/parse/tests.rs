use super::tree;
use crate::language::{Form, Models, Relation, Tag, annotate, given, plain};
use proptest::prelude::*;

/// Whether every word leads to the one root, and no arc crosses another.
fn is_sound(heads: &[Option<usize>]) -> bool {
    let roots = heads.iter().filter(|h| h.is_none()).count();
    let reaches_root = |mut at: usize| {
        for _ in 0..heads.len() {
            match heads[at] {
                None => return true,
                Some(head) => at = head,
            }
        }
        false
    };
    let arcs: Vec<(usize, usize)> =
        heads.iter().enumerate().filter_map(|(i, h)| h.map(|h| (i.min(h), i.max(h)))).collect();
    let crossed = arcs.iter().any(|&(a, b)| arcs.iter().any(|&(c, d)| a < c && c < b && b < d));
    roots == usize::from(!heads.is_empty()) && (0..heads.len()).all(reaches_root) && !crossed
}

/// Whether an arc passes over the word on the root: such trees are not built.
fn is_over_root(heads: &[usize]) -> bool {
    let root = heads.iter().position(|&h| h == heads.len()).unwrap_or(0);
    let over = |(i, &h): (usize, &usize)| h < heads.len() && i.min(h) < root && root < i.max(h);
    heads.iter().enumerate().any(over)
}

proptest! {
    #[test]
    fn any_words_make_a_sound_tree(words in proptest::collection::vec("[a-zA-Z,.']{1,6}|\\PC{1,3}", 0..40)) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let heads: Vec<_> = given::tree(&words, &Models::built_in()).iter().map(|w| w.head).collect();
        prop_assert_eq!(heads.len(), words.len());
        prop_assert!(is_sound(&heads), "{:?}", heads);
    }

    #[test]
    fn any_scores_make_the_best_sound_tree(count in 1usize..6, scores in proptest::collection::vec(-9i8..9, 30)) {
        let scores: Vec<f32> = scores.into_iter().take(count * (count + 1)).map(f32::from).collect();
        let sum = |heads: &[usize]| -> f32 { heads.iter().enumerate().map(|(d, h)| scores[d * (count + 1) + h]).sum() };
        let found = tree::best(&scores, count);
        let named = |heads: &[usize]| heads.iter().map(|&h| Some(h).filter(|&h| h < count)).collect::<Vec<_>>();
        prop_assert!(is_sound(&named(&found)));
        // all ways to give every word a head
        for mut code in 0..(count + 1).pow(count as u32) {
            let heads: Vec<usize> = (0..count).map(|_| { let h = code % (count + 1); code /= count + 1; h }).collect();
            if is_sound(&named(&heads)) && !is_over_root(&heads) {
                prop_assert!(sum(&heads) <= sum(&found), "{:?} is better than {:?}", heads, found);
            }
        }
    }

    #[test]
    fn broken_bytes_are_refused(mut bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..60), head: bool) {
        if head {
            bytes.splice(0..0, *super::MAGIC);
        }
        prop_assert!(super::Parser::read(bytes.leak()).is_none());
    }
}

/// The relation and head that the parser gives to a word of a text.
fn arc<'a>(read: &'a crate::language::Annotated, word: &str) -> (Relation, &'a str) {
    let at = (0..read.tokens.len()).find(|&i| read.word(i) == word).unwrap();
    (read.tokens[at].relation, read.tokens[at].head.map_or("", |h| read.word(h)))
}

#[test]
fn reads_the_sentences_of_news() {
    use Relation::*;
    #[allow(clippy::type_complexity)]
    let cases: [(&str, &[(&str, Relation, &str)]); 9] = [
        (
            "Norland sent a ship to Sudland on Tuesday.",
            &[("Norland", Nsubj, "sent"), ("ship", Obj, "sent"), ("Tuesday", Obl, "sent")],
        ),
        (
            "The crew sailed to Sudland on Tuesday.",
            &[("crew", Nsubj, "sailed"), ("Sudland", Obl, "sailed"), ("Tuesday", Obl, "sailed")],
        ),
        (
            "Seven sailors were rescued in the harbour.",
            &[
                ("sailors", NsubjPass, "rescued"),
                ("were", AuxPass, "rescued"),
                ("Seven", Nummod, "sailors"),
                ("harbour", Obl, "rescued"),
            ],
        ),
        (
            "The minister, a former general, visited the city.",
            &[("minister", Nsubj, "visited"), ("general", Appos, "minister"), ("city", Obj, "visited")],
        ),
        (
            "Police said the ship had left the port.",
            &[
                ("Police", Nsubj, "said"),
                ("left", Ccomp, "said"),
                ("ship", Nsubj, "left"),
                ("had", Aux, "left"),
            ],
        ),
        (
            "The group, led by a minister, arrived in the capital.",
            &[
                ("group", Nsubj, "arrived"),
                ("led", Acl, "group"),
                ("minister", Obl, "led"),
                ("capital", Obl, "arrived"),
            ],
        ),
        ("“We will go,” he said.", &[("he", Nsubj, "said"), ("We", Nsubj, "go")]),
        (
            "NORLAND SENDS ENVOY TO CHINA",
            &[("NORLAND", Nsubj, "SENDS"), ("ENVOY", Obj, "SENDS"), ("CHINA", Obl, "SENDS")],
        ),
        (
            "Norland’s army denied the report.",
            &[("Norland", Nmod, "army"), ("army", Nsubj, "denied"), ("report", Obj, "denied")],
        ),
    ];
    let models = Models::built_in();
    let mut wrong = Vec::new();
    for (text, arcs) in cases {
        let read = annotate(&plain::report(None, text), &models);
        for &(word, relation, head) in arcs {
            let found = arc(&read, word);
            if found != (relation, head) {
                wrong.push(format!("{word:?} in {text:?}: {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn without_weights_nothing_is_said() {
    let words = given::tree(&["A", "word"], &Models::default());
    assert!(words.iter().all(|w| w.head.is_none() && w.tag == Tag::X && w.form == Form::Plain));
}

#[test]
fn what_is_written_is_read() {
    use super::table::Table;
    let rows = vec![vec![1.0, -2.0], vec![0.0, 12.7]];
    // the last two keys share a bucket
    let keys = [(7, 0), (u64::MAX, 1), (u64::MAX - 1, 0)];
    let table = Table::read(Table::write(&keys, &rows).leak(), 2).unwrap();
    for (key, row) in keys {
        let mut found = [1.0, 1.0];
        table.add(key, &mut found);
        for (found, wanted) in found.iter().zip(&rows[usize::from(row)]) {
            assert!((found - 1.0 - wanted).abs() < 0.06, "{key}: {found} for {wanted}");
        }
    }
    let mut found = [0.0; 2];
    table.add(9, &mut found);
    assert_eq!(found, [0.0; 2]);
}

#[test]
fn a_sentence_of_thousands_of_words_is_parsed() {
    let words: Vec<&str> = "the ship of the men who left".split(' ').cycle().take(7000).collect();
    let heads: Vec<_> = given::tree(&words, &Models::built_in()).iter().map(|w| w.head).collect();
    assert_eq!(heads.len(), 7000);
    assert_eq!(heads.iter().filter(|h| h.is_none()).count(), 1);
    let near = heads.iter().enumerate().filter(|(i, h)| h.is_some_and(|h| h.abs_diff(*i) <= super::LONGEST));
    assert!(near.count() > 6900);
}

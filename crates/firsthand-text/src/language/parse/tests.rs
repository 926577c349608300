use super::feature::Nodes;
use super::state::{Move, State};
use crate::language::tag::feature::View;
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

proptest! {
    #[test]
    fn any_words_make_a_sound_tree(words in proptest::collection::vec("[a-zA-Z,.']{1,6}|\\PC{1,3}", 0..40)) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let heads: Vec<_> = given::tree(&words, &Models::built_in()).iter().map(|w| w.head).collect();
        prop_assert_eq!(heads.len(), words.len());
        prop_assert!(is_sound(&heads), "{:?}", heads);
    }

    #[test]
    fn any_moves_make_a_sound_tree(count in 0usize..30, moves in proptest::collection::vec(0u8..3, 0..200)) {
        let mut state = State::new(count);
        let mut moves = moves.into_iter().cycle();
        let mut steps = 0;
        while !state.is_done() {
            let legal = state.legal();
            prop_assert!(legal.shift || legal.left || legal.right, "stuck");
            let step = match moves.next().unwrap_or(0) {
                0 if legal.shift => Move::Shift,
                1 if legal.left => Move::Left(0),
                2 if legal.right => Move::Right(0),
                _ if legal.right => Move::Right(0),
                _ if legal.shift => Move::Shift,
                _ => Move::Left(0),
            };
            state.step(step);
            steps += 1;
        }
        prop_assert_eq!(steps, 2 * count);
        let heads: Vec<Option<usize>> = (0..count).map(|i| Some(state.head(i)).filter(|&h| h < count)).collect();
        prop_assert!(is_sound(&heads));
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
    let cases: [(&str, &[(&str, Relation, &str)]); 8] = [
        (
            "Norland sent a ship to Sudland on Tuesday.",
            &[
                ("Norland", Nsubj, "sent"),
                ("ship", Obj, "sent"),
                ("Sudland", Obl, "sent"),
                ("Tuesday", Obl, "sent"),
            ],
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
fn a_sentence_of_thousands_of_words_is_parsed() {
    let words: Vec<&str> = "the ship of the men who left".split(' ').cycle().take(7000).collect();
    let view = View::of(words.iter().copied());
    let models = Models::built_in();
    let tags = models.tagger.read(&view);
    assert_eq!(models.parser.parse(&Nodes::new(&view, tags.into_iter())).len(), 7000);
}

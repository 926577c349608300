use super::*;
use crate::name;
use crate::statement::take;
use firsthand_text::language::{Models, annotate, plain};

/// `ROOT/mode SOURCE > TARGET` of every statement with a code.
fn coded(text: &str) -> Vec<String> {
    let reports = [annotate(&plain::report(None, text), &Models::built_in())];
    let names = name::merge(&reports.iter().collect::<Vec<_>>());
    let side = |a: &Actor| format!("{}{}", a.country.unwrap_or("---"), a.sector.unwrap_or(""));
    let line = |c: &Code| {
        let mode = c.mode.map(|m| format!("/{m}")).unwrap_or_default();
        let arrow = if c.mutual { "=" } else { ">" };
        format!("{}{mode} {} {arrow} {}", c.root, side(&c.source), side(&c.target))
    };
    take(0, &reports[0], &names).iter().filter_map(|s| s.code.as_ref()).map(line).collect()
}

#[test]
fn clear_events_have_a_code() {
    for (text, expected) in [
        ("Norway expelled two Chinese diplomats on Monday.", "SANCTION/expel NOR > CHNGOV"),
        ("Peru condemned Chile.", "ACCUSE/disapprove PER > CHL"),
        ("Kenyan soldiers shelled a Somali village on Monday.", "ASSAULT/heavy-weapons KENMIL > SOMCVL"),
        ("Polish police arrested three Czech journalists.", "COERCE/arrest POLCOP > CZEMED"),
        ("Ghana was accused by Togo of arming the rebels.", "ACCUSE/allege TGO > GHA"),
        ("Mongolia sent a delegation to Bhutan.", "CONSULT/visit MNG > BTN"),
        ("The United States imposed new sanctions on Iran.", "COERCE/restrict USA > IRN"),
        ("Finland's president met with Estonian lawmakers.", "CONSULT FINGOV = ESTLEG"),
    ] {
        assert_eq!(coded(text), [expected], "{text}");
    }
}

#[test]
fn thin_evidence_has_no_code() {
    for text in [
        "The rain fell on the roof of the old mill.",
        "Norway exported more fish than Iceland.",
        "The bridge collapsed in France.",
        "Norway did not expel the Chinese diplomats.",
        "Iran used missiles from Russia in the parade.",
        "A strong quake near Bandar Abbas in Iran killed seven Iranian farmers.",
        "Norway sent somebody to Iran.",
        "Ana Ruiz met her sister in the garden.",
    ] {
        assert_eq!(coded(text), Vec::<String>::new(), "{text}");
    }
}

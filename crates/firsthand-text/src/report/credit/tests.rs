use super::*;

#[test]
fn suffixes_are_read_and_running_text_is_not() {
    for (text, last, names) in [
        ("The bridge opens after months of delay, reports BSS/AFP.", false, &["BSS", "AFP"][..]),
        ("He left, reports UNB. She stayed.", false, &["UNB"]),
        ("He left on Monday. (AFP)", true, &["AFP"]),
        ("He left on Monday. (With inputs from PTI and ANI)", true, &["PTI", "ANI"]),
        ("He left on Monday.—AFP", true, &["AFP"]),
        ("He left on Monday. – AFP/Bernama", true, &["AFP", "Bernama"]),
        ("He left, he told the Qatar News Agency (QNA).", true, &[]),
        ("He left, according to a Reuters dispatch of the morning.", true, &[]),
        ("He reads reports AFP made.", true, &[]),
        ("He left - AFP", true, &[]),
    ] {
        let end = if last { at_end(text) } else { Vec::new() };
        let found: Vec<_> = in_paragraph(text).iter().chain(&end).map(|s| s.of(text)).collect();
        assert_eq!(found, names, "{text}");
    }
}

#[test]
fn credit_lines_are_read() {
    for (text, names) in [
        ("(Reporting by Ada Vale; Editing by Nils Holm)", Some(&[][..])),
        ("(With inputs from agencies)", Some(&[])),
        ("Source: AFP", Some(&["AFP"])),
        ("With inputs from PTI, ANI", Some(&["PTI", "ANI"])),
        ("The Associated Press contributed to this report.", Some(&["Associated Press"])),
        ("- AP", Some(&["AP"])),
        ("AFP/Reuters", Some(&["AFP", "Reuters"])),
        ("Reporting by boat has its dangers, as the crew of the Vale found out when the storm came", None),
        ("The mayor left.", None),
        ("Vale", None),
    ] {
        let want = names.map(|n| n.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
        assert_eq!(line(text), want, "{text}");
    }
    assert_eq!(
        holder("© 2033 The Associated Press. All rights kept.").map(|a| a.name),
        Some("Associated Press")
    );
    assert_eq!(holder("The Associated Press said so."), None);
}

use super::*;

fn read(text: &str, stand: Stand) -> Option<Vec<String>> {
    credit_line(text, stand, &|name| name == "Lund Observer").map(|c| c.names)
}

#[test]
fn credit_lines_name_people_and_media() {
    for (text, names) in [
        ("(Reporting by Ada Vale in Vik; Editing by Nils Holm)", &["Ada Vale", "Nils Holm"][..]),
        ("Reporting by Ada Vale and Ivo Lund; editing by Nils Holm", &["Ada Vale", "Ivo Lund", "Nils Holm"]),
        ("Additional reporting by PA", &["PA"]),
        ("With files from The Canadian Press", &["Canadian Press"]),
        ("Contributing: Ada Vale", &["Ada Vale"]),
        ("Ada Vale contributed to this report.", &["Ada Vale"]),
        ("AP writers Ada Vale in Vik, Norway, and Ivo Lund contributed.", &["Ada Vale", "Ivo Lund"]),
        ("CNN's Ada Vale and Ivo Lund contributed to this report.", &["Ada Vale", "Ivo Lund"]),
        ("Vale reported from Oslo.", &["Vale"]),
        (
            "Vale reported from Oslo and Holm-Lund from Rome. Ada Peel contributed to this report.",
            &["Vale", "Holm-Lund", "Ada Peel"],
        ),
        ("Mit Material der dpa", &["dpa"]),
        ("Con información de EFE y AFP", &["EFE", "AFP"]),
        ("Übersetzung: Ada Vale", &["Ada Vale"]),
        ("Source: AFP", &["AFP"]),
        ("Fonte: Vik Hoje", &["Vik Hoje"]),
        ("Updated 5 March 2031 | Source: Vik.example", &["Vik.example"]),
        ("dpa/afp", &["dpa", "afp"]),
        ("Reuters/av Vik", &["Reuters"]),
        ("Lund Observer / Vik Post", &["Lund Observer", "Vik Post"]),
        ("[责任编辑：lundvale]", &["lundvale"]),
    ] {
        let want = names.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>();
        assert_eq!(read(text, Stand::Foot), Some(want), "{text}");
    }
    assert_eq!(read("(With agencies)", Stand::Foot), None);
    assert_eq!(read("(With inputs from agencies)", Stand::Foot), Some(Vec::new()));
}

#[test]
fn running_text_is_none() {
    for text in [
        "Reporting by boat has its dangers, as the crew found out.",
        "The town contributed 300 crowns to the fund.",
        "The board contributed to the fund.",
        "He reported from the front for ten years.",
        "Source: the old chronicle of the town, which was lost in the fire of Vik",
        "The mayor left.",
        "Vale",
        "Via the old road they came to Vik",
        "",
    ] {
        assert_eq!(read(text, Stand::Foot), None, "{text}");
    }
    // Below a table stands where its figures are from.
    assert_eq!(read("Source: Vik Harbour Office", Stand::Within), None);
    assert_eq!(read("dpa/afp", Stand::Above), None);
}

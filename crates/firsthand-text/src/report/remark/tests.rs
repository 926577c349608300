use super::*;
use crate::report::RemarkKind::Correction;

#[test]
fn remarks_are_told_from_times_and_invitations() {
    for (text, kind) in [
        ("Correction: An earlier version gave the wrong year for the bridge.", Some(Correction)),
        ("Correction, March 5, 2031: The ferry sails on Mondays, not on Fridays.", Some(Correction)),
        ("This story has been corrected to show that the ferry sails on Mondays.", Some(Correction)),
        ("An earlier version of this article gave the wrong year.", Some(Correction)),
        ("Korrektur: In einer früheren Version stand ein falsches Jahr.", Some(Correction)),
        ("UPDATE (9 p.m.): The harbour board has since answered our questions.", Some(Update)),
        ("This story was updated on March 5.", Some(Update)),
        ("[UPDATED: March 5, 2031] The text below tells more of the harbour fire.", Some(Update)),
        ("Dieser Artikel wurde aktualisiert.", Some(Update)),
        ("Este artículo ha sido actualizado con nuevos datos.", Some(Update)),
        ("Editor’s note: The writer sits on the board of the harbour.", Some(Editor)),
        ("Anmerkung der Redaktion: Der Verfasser sitzt im Vorstand des Hafens.", Some(Editor)),
        ("This article was originally published by the Lund Observer.", Some(Republished)),
        ("Dieser Text erschien zuerst im Lunder Boten.", Some(Republished)),
        ("Editor's note: This story first appeared in the Lund Observer.", Some(Republished)),
        ("Updated March 5, 2031 at 9:12 a.m. EST", None),
        ("Update: March 5, 2031", None),
        ("Last updated on Monday, 5 March 2031", None),
        ("This article was first published on March 5, 2031.", None),
        ("Corrections: If you see a mistake, write to the desk in the hall.", None),
        ("This page will be updated all through the year, so come back.", None),
        ("The story was told by the old pilots of Vik for many years.", None),
        ("The correction officer left the prison in the morning.", None),
        ("The board updated the plan on Monday.", None),
        ("", None),
    ] {
        assert_eq!(remark(text), kind, "{text}");
    }
}

#[test]
fn where_it_appeared_before() {
    for (text, home) in [
        ("This article was originally published by the Lund Observer. Read it there.", Some("Lund Observer")),
        ("This story first appeared on Vik.info.", Some("Vik.info")),
        ("This article was first published in March.", None),
        ("The mayor left.", None),
    ] {
        assert_eq!(earlier_home(text), home, "{text}");
    }
}

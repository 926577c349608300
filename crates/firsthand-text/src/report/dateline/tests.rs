use super::*;

#[test]
fn datelines_are_read() {
    for (text, place, agency, month_day) in [
        ("OSLO, March 5 (NTB) -- The port closed.", "OSLO", "NTB", Some((3, 5))),
        ("LIMA, Feb. 9 (Xinhua) -- A minister said so.", "LIMA", "Xinhua", Some((2, 9))),
        ("PORT VIK (Ma'an) -- Hundreds left.", "PORT VIK", "Ma'an", None),
        ("MUSCAT / Petra /--The harbour master left.", "MUSCAT", "Petra", None),
        ("(Reuters) - Even in Vik it rained.", "", "Reuters", None),
        ("(HarbourNews.com) On Monday it rained.", "", "HarbourNews.com", None),
        ("NOVI LUND – Forty sailors left.", "NOVI LUND", "", None),
        ("MUSCAT — Three left.", "MUSCAT", "", None),
        ("New Delhi: A pilot of the Harbour Board was heard on Monday.", "New Delhi", "", None),
        ("DENTON, Texas (AP) — A boat was found.", "DENTON, Texas", "AP", None),
        ("WASHINGTON, D.C. - The pilots said so.", "WASHINGTON, D.C.", "", None),
        ("VIK, Ore. (AP) - A mast fell.", "VIK, Ore.", "AP", None),
        ("NEW YORK, May 8 (Reuters) - The board said so.", "NEW YORK", "Reuters", Some((5, 8))),
        ("Novi Lund (Vale and Holm) - The news travelled.", "", "", None),
        ("Paris (AFP) - Der Hafen ist zu.", "Paris", "AFP", None),
        ("Lima, 9 feb (EFE).- El puerto cerró.", "Lima", "EFE", Some((2, 9))),
        ("(ANSA) - ROMA, 9 FEB - Il porto è chiuso.", "ROMA", "ANSA", Some((2, 9))),
        ("Lima.- El puerto cerró el lunes.", "Lima", "", None),
        ("TROMSO: The port closed on Monday after a long night of storm.", "TROMSO", "", None),
        ("Bremen. Der Hafen ist seit Montag zu, und niemand weiß, wie lange noch.", "Bremen", "", None),
        ("Oslo (CNN Business) The port closed.", "Oslo", "CNN Business", None),
        ("OSLO, Norway (AP) \" The port closed.", "OSLO, Norway", "AP", None),
        (
            "9 February 2031 | Bremen (vik-pressedienst) - Der Hafen ist zu.",
            "Bremen",
            "vik-pressedienst",
            None,
        ),
        ("【2月9日 AFP】港が閉まった。", "", "AFP", Some((2, 9))),
        ("HarbourNews.com - The port closed.", "", "HarbourNews.com", None),
    ] {
        let Some(found) = dateline(text) else {
            assert!(place.is_empty() && agency.is_empty(), "{text}");
            continue;
        };
        assert_eq!(found.place.map_or("", |p| p.of(text)), place, "{text}");
        assert_eq!(found.agency.map_or("", |p| p.of(text)), agency, "{text}");
        assert_eq!(found.month_day, month_day, "{text}");
    }
    let dated = dateline("OSLO, March 5, 2031 (NTB) -- The port closed.").unwrap();
    assert_eq!(dated.date, Some(jiff::civil::date(2031, 3, 5)));
}

#[test]
fn sentences_with_dashes_and_colons_are_none() {
    for text in [
        "A crew of nine divers -- three of them new -- left.",
        "Nine tired divers - some barefoot - left.",
        "Breaking: The mayor of the town has left the hall after a long night of talks.",
        "The mayor — who left early — said no.",
        "Mr. Vale — The mayor",
        "(left) The mayor speaks.",
        "On Monday - The mayor said it.",
        "BREAKING: The mayor of the town has left the hall after a long night of talks.",
        "Iran. The mayor of the town has left the hall after a long night of talks.",
        "Meanwhile — The mayor of the town has left the hall.",
        "",
    ] {
        assert_eq!(dateline(text), None, "{text}");
    }
}

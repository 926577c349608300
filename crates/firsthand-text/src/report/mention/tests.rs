use super::*;

/// Names and stands of a text, as `AP dateline, AFP picture`.
fn told(text: &str) -> String {
    let short = |m: &Mention| match m.agency {
        Some(agency) => agency.short().unwrap_or(agency.name),
        None => "?",
    };
    mentions(text).iter().map(|m| format!("{} {}", short(m), m.stand.name())).collect::<Vec<_>>().join(", ")
}

#[test]
fn heads_of_stories_name_their_agency() {
    for (text, want) in [
        ("VIK (AP) — The harbour is shut.", "AP dateline"),
        ("VIK, May 3 (Reuters) - The harbour is shut.", "Reuters dateline"),
        ("VIK, 3 (Havas). — On annonce que le port est fermé.", "Havas dateline"),
        ("Vik , 3 . Mai . (  Reuter  ) Der Hafen ist zu .", "Reuters dateline"),
        ("Vik, 3 mai.\n( Havàs ,) — Le port est fermé.", "Havas dateline"),
        ("VIK, 3. — Reuter. — Le port est fermé.", "Reuters dateline"),
        ("VIK, 3 ( D. N. B. ). — Le port est fermé.", "DNB dateline"),
        ("Vik. 3. Mai. lDNB ). Der Hafen ist zu.", "DNB dateline"),
        ("VIK, 3 (ats/afp). - Le port est fermé.", "SDA dateline, AFP dateline"),
        ("Vik, 3 (Renter). — Le port est fermé.", "Reuters dateline"),
        ("Vik, 3. Mai (ag.) Der Hafen ist zu.", "? dateline"),
        ("VIK, 3 (VPD). — Le port est fermé.", "? dateline"),
        ("Vik, 3. Mai. DNB. Der Hafen ist zu.", "DNB dateline"),
        ("Vik, 3. Mai. ag. Der Hafen ist zu.", "? dateline"),
        ("Vik, 3 mai. (Ag. Havas.) Le port est fermé.", "Havas dateline"),
        ("Vik (Lund) - The harbour is shut.", ""),
        ("The shares (up 3 per cent) rose.", ""),
    ] {
        assert_eq!(told(text), want, "{text}");
    }
}

#[test]
fn ends_of_stories_name_their_agency() {
    let story = "The harbour of Vik stays shut until the board has heard from those who own the boats that broke loose in the night of the flood, said its head on Monday.";
    for (end, want) in [
        ("Nobody was hurt. (AFP)", "AFP signature"),
        ("Personne n'a été blessé. / ats-afp-ap", "SDA signature, AFP signature, AP signature"),
        ("Niemand wurde verletzt, ( ap )", "AP signature"),
        ("Nobody was hurt. -- AFP", "AFP signature"),
        ("Nobody was hurt. Reuters", "Reuters signature"),
        ("Source: Reuters", "Reuters source"),
        ("Quelle: dpa, AFP", "Deutsche Presse-Agentur source, AFP source"),
        ("The Associated Press and Ada Vale in Vik contributed to this report.", "AP source"),
        (
            "This report contains material from Bloomberg News and Reuters.",
            "Bloomberg News source, Reuters source",
        ),
        ("© 2031 The Associated Press. All rights reserved.", "AP rights"),
        ("Copyright 2031 by CNN NewSource.", "CNN Wire rights"),
    ] {
        assert_eq!(told(&format!("{story}\n{end}")).replace("DPA", "Deutsche Presse-Agentur"), want, "{end}");
    }
}

#[test]
fn bylines_name_their_agency() {
    let story = "The harbour of Vik stays shut until the board has heard from those who own the boats that broke loose.";
    for (line, want) in [
        ("By The Associated Press", "AP byline"),
        ("By ADA VALE, AP Harbour Writer", "AP byline"),
        ("Ada Vale, Associated Press", "AP byline"),
        ("Ada Vale | Associated Press", "AP byline"),
        ("ADA VALE and NILS HOLM Associated Press", "AP byline"),
        ("Ada ValeAssociated Press", "AP byline"),
        ("Associated Press Monday, May 3, 2031", "AP byline"),
        ("/ AP", "AP byline"),
        ("Agence télégraphique suisse", "SDA byline"),
    ] {
        assert_eq!(told(&format!("Harbour shut\n{line}\n{story}")), want, "{line}");
    }
}

#[test]
fn pictures_are_no_texts() {
    let story = "The harbour of Vik stays shut until the board has heard from those who own the boats that broke loose in the night of the flood, said its head on Monday.";
    for (line, want) in [
        ("The harbour in spring. (AP Photo/Ada Vale)", "AP picture"),
        ("The harbour in spring. (Ada Vale / AFP)", "AFP picture"),
        ("The harbour in spring. (Ada Vale/Associated Press)", "AP picture"),
        ("ADA VALE, AFP/Getty Images", "AFP picture"),
        ("Ada Vale, AP", "AP picture"),
        ("The harbour in spring (Nils Holm, Port Pool Photo via AP, file)", "AP picture"),
        ("Credit: The Associated Press", "AP picture"),
        ("CreditAda Vale/Reuters", "Reuters picture"),
        ("Photo: Ada Vale, AP", "AP picture"),
        ("Ada Vale | TASS | Getty Images", "TASS picture"),
        ("Ada Vale / Belga / AFP", "BELGA picture, AFP picture"),
        ("Boats in the harbour of Vik, May 3. Reuters", "Reuters picture"),
        ("Boats lie on the quay of Vik after the flood (AP)", "AP picture"),
        ("Le port de Vik. (Téléphoto AP)", "AP picture"),
        ("Boats in Vik. REUTERS/Ada Vale", "Reuters picture"),
        ("Boats in Vik. © AFP / ADA VALE", "AFP picture"),
    ] {
        assert_eq!(told(&format!("Harbour shut\n{line}\n{story}")), want, "{line}");
    }
}

#[test]
fn running_text_cites_or_only_names() {
    for (text, want) in [
        ("The harbour is shut, the Associated Press reported.", "AP cited"),
        ("The harbour is shut, according to a Bloomberg News report.", "Bloomberg News cited"),
        ("The board told Reuters that the harbour is shut.", "Reuters cited"),
        ("A CNN/Vale national poll shows that the harbour is shut.", "CNN cited"),
        ("The letter published on Thursday by the Associated Press is short.", "AP cited"),
        ("AFP published the letter.", "AFP cited"),
        ("TASS on Sunday in a late bulletin said that it is shut.", "TASS cited"),
        ("The Korean Central News Agency (KCNA) in a bulletin on Friday said so.", "KCNA named, KCNA cited"),
        ("AP columnist Ada Vale writes that it is shut.", "AP cited"),
        ("Sputnik reported that it is shut.", "Sputnik cited"),
        ("The Sputnik of 1957 is in Vik.", ""),
        ("CNN's Ada Vale reported that the harbour is shut.", "CNN cited"),
        ("L'agence\nHavas annonce que le port est fermé.", "Havas cited"),
        ("Le port est fermé, dit l'Agence Havas.", "Havas cited"),
        ("Selon le correspondant de Reuter à Vik, le port est fermé.", "Reuters cited"),
        ("Nach einer Reuter-Meldung ist der Hafen zu.", "Reuters cited"),
        ("The harbour office of the Associated Press is shut.", "AP named"),
        ("Reuter meldet aus Vik, der Hafen sei zu.", "Reuters cited"),
        ("Herr Reuter meldet, der Hafen sei zu.", ""),
        ("Dépêches Havas du 3 mai", "Havas cited"),
        ("M. Wolff, notaire à Vik, vend la maison Reuter.", ""),
        ("The stock exchange of Vik is shut.", ""),
        ("Ada works for CNN and has a dog.", "CNN named"),
    ] {
        assert_eq!(told(text), want, "{text}");
    }
}

#[test]
fn long_and_short_form_stand_alike_and_spans_are_the_names() {
    let text = "The Associated Press (AP) reported it.";
    let found = mentions(text);
    assert_eq!(found.iter().map(|m| m.span.of(text)).collect::<Vec<_>>(), ["Associated Press", "AP"]);
    assert!(mentions("According to AFP it is shut.")[0].led && !mentions("AFP reported it.")[0].led);
    assert!(mentions("").is_empty() && mentions("(").is_empty() && mentions("(AP").len() == 1);
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_read(text in "[ (){}\\[\\]\nA-Za-zßé.,/—-]{0,80}(AP|Havas|Reuter|afp)[ (){}\n.,/—a-zß]{0,40}") {
        let found = mentions(&text);
        assert!(found.windows(2).all(|p| p[0].span.end <= p[1].span.start));
        assert!(found.iter().all(|m| text.get(m.span.start..m.span.end).is_some()));
    }
}

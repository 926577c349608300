use super::*;
use crate::account::Form;

fn entity(kind: &str, forms: &[&str], country: Option<&str>, roles: &[&str]) -> Entity {
    let form = |text: &&str| Form { text: (*text).to_owned(), reports: vec!["r1".to_owned()], count: 1 };
    Entity {
        id: "e1".to_owned(),
        name: forms[0].to_owned(),
        kind: kind.to_owned(),
        roles: roles.iter().map(|r| (*r).to_owned()).collect(),
        country: country.map(str::to_owned),
        forms: forms.iter().map(form).collect(),
        reasons: Vec::new(),
        listed: Vec::new(),
    }
}

fn entry(id: &str, kind: Kind, names: &[&str], countries: &[&str], roles: &[&str]) -> Entry {
    let owned = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect();
    Entry {
        list: "list".to_owned(),
        id: id.to_owned(),
        kind,
        names: owned(names),
        countries: owned(countries),
        roles: owned(roles),
    }
}

#[test]
fn spellings_of_lists_and_reports() {
    let list = Watchlist::new(vec![
        entry("P1", Kind::Person, &["TAE, Jong-su", "Tae Jong Su"], &["KP"], &["Minister of Harbours"]),
        entry("P2", Kind::Person, &["Omar Fawzi al-Sabri"], &["IQ"], &[]),
        entry("P3", Kind::Person, &["Halima Sabri"], &[], &[]),
        entry("O1", Kind::Organisation, &["Velmora Shipping Co., Ltd.", "VSC"], &["VA"], &[]),
        entry("X1", Kind::Unknown, &["Grey Heron"], &[], &[]),
    ]);
    for (kind, form, want) in [
        ("person", "Tae Jong-su", "P1"),
        ("person", "Tae Jung Su", "P1"),
        ("person", "Omar al-Sabri", "P2"),
        ("person", "Omar al-Sabry", "P2"),
        ("person", "O. al-Sabri", ""),
        ("person", "Sabri", ""),
        ("person", "Hassan Sabri", ""),
        ("person", "Velmora Shipping", ""),
        ("organisation", "Velmora Shipping", "O1"),
        ("organisation", "VSC", "O1"),
        ("organisation", "Velmora Shipyard", ""),
        ("organisation", "Tae Jong Su", ""),
        ("other", "Grey Heron", "X1"),
        ("place", "Grey Heron", ""),
    ] {
        let links = list.of(&entity(kind, &[form], None, &[]));
        let ids: Vec<&str> = links.iter().map(|l| &*l.id).collect();
        assert_eq!(ids.join(" "), want, "{kind} {form}");
        assert!(links.iter().all(|l| l.form == form && !l.reasons.is_empty()), "{links:?}");
    }
}

#[test]
fn what_speaks_for_and_against_is_told() {
    let list = Watchlist::new(vec![
        entry("P1", Kind::Person, &["Tae Jong Su"], &["KP"], &["Minister of Harbours"]),
        entry("P9", Kind::Person, &["Tae Jong-su"], &["KR"], &[]),
    ]);
    let links =
        list.of(&entity("person", &["Tae Jung Su", "Tae Jong Su"], Some("KP"), &["minister of harbours"]));
    assert_eq!(links.len(), 2);
    assert_eq!(
        links[0].reasons,
        [
            "“Tae Jong Su” is written as on the list",
            "both are of North Korea",
            "both say “minister of harbours”"
        ]
    );
    assert_eq!(links[0].against, [""; 0]);
    assert_eq!((&*links[1].form, &*links[1].name), ("Tae Jong Su", "Tae Jong-su"));
    assert_eq!(links[1].against, ["the reports place it in North Korea, the list in South Korea"]);
}

#[test]
fn the_order_of_the_files_does_not_show() {
    let one = entry("P1", Kind::Person, &["Tae Jong Su"], &[], &[]);
    let other = Entry { list: "b".to_owned(), ..one.clone() };
    let of = |entries| Watchlist::new(entries).of(&entity("person", &["Tae Jong Su"], None, &[]));
    assert_eq!(of(vec![one.clone(), other.clone()]), of(vec![other, one.clone(), one]));
}

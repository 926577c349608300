//! `firsthand copies`: whose text stands in whose report.

use crate::run::Run;
use serde_json::{Value, json};

const LEAD: &str = "The swing bridge at Orlik will stay shut until the end of May because its hinges are worn through, the port \
    office said on Monday. Engineers found the damage during a night inspection that was meant to last an hour and took five. \
    Ships bound for the inner basin must wait for the tide and enter by the northern lock.";
const MIDDLE: &str = "The bridge was built in 1931 and carries about nine thousand people to work every morning. Buses now go \
    round by the cement works, which adds half an hour each way, and the ferry company has put on two more boats between the \
    fish market and the old customs house.";
const END: &str = "A new bridge has been planned for twelve years and postponed four times for want of money. The council will \
    look at the plans again in June, when the cost of the repair is known.";
const SAID: &str = "“We would rather close it today than pull somebody out of the water tomorrow, and I will not open it again \
    before I have walked over it myself with the engineers,” port director Runa Feld said.";
const OTHER: &str = "Shopkeepers on the island fear for the summer. Baker Timo Lask has sold a third less since the barriers \
    came down, and the hotel behind him has cancelled the weddings of two weekends.";

fn reports() -> String {
    let report = |outlet: &str, date: &str, title: &str, text: &[&str]| {
        json!({"outlet": outlet, "published": date, "title": title, "text": text.join("\n\n")}).to_string()
    };
    [
        report("Orlik Wire", "2031-03-05T08:00", "Orlik bridge shut until May", &[LEAD, MIDDLE, END, SAID]),
        report(
            "Harbour Post",
            "2031-03-05T10:00",
            "Bridge out of use for weeks",
            &[LEAD, MIDDLE, END, SAID, "More follows."],
        ),
        report("Basin Radio", "2031-03-05T07:00", "Orlik bridge closed", &[LEAD]),
        report("Island Leaf", "2031-03-06", "Empty tables on the island", &[OTHER, SAID]),
    ]
    .join("\n")
}

fn listed(flags: &[&str]) -> String {
    let args = ["copies", "-", "-q"];
    let done = Run::new(args.iter().chain(flags).copied()).stdin(reports()).done();
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    done.stdout
}

#[test]
fn groups_pairs_and_passages() {
    insta::assert_snapshot!(listed(&[]));
}

#[test]
fn whole_passages_and_quotations() {
    let text = listed(&["--full"]);
    assert!(text.contains("SHARED QUOTES ONLY"), "{text}");
    assert!(text.contains("Basin Radio and Orlik Wire") || text.contains("extends"), "{text}");
    let words = |text: &str| text.replace('│', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words(&text).contains(&words(MIDDLE)), "{text}");
}

#[test]
fn a_line_of_json_for_each_group_and_pair() {
    let lines = listed(&["--json"]);
    let lines: Vec<Value> = lines.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let labels: Vec<&str> = lines.iter().filter_map(|l| l["label"].as_str()).collect();
    let mut sorted = labels.clone();
    sorted.sort_unstable();
    assert_eq!(
        sorted,
        ["extends", "extends", "reprint", "shared quotes only", "shared quotes only"],
        "{labels:?}"
    );
    let group = &lines[0];
    assert_eq!((&group["kind"], &group["id"]), (&json!("group"), &json!("g1")));
    assert_eq!(group["reports"].as_array().unwrap().len(), 3);
    for pair in &lines[1..] {
        assert_eq!(pair["group"] == json!("g1"), pair["label"] != "shared quotes only");
        assert!(!pair["passages"].as_array().unwrap().is_empty());
        for passage in pair["passages"].as_array().unwrap() {
            for side in ["first", "second"] {
                let cut = &passage[side];
                let length = cut["end"].as_u64().unwrap() - cut["start"].as_u64().unwrap();
                assert_eq!(length as usize, cut["text"].as_str().unwrap().chars().count());
            }
        }
    }
}

#[test]
fn nothing_to_compare() {
    let none = Run::new(["copies", "-", "-q"]).done();
    assert_eq!((none.code, none.stdout.as_str()), (3, ""));
    let refused = Run::new(["copies", "-", "--json", "--full"]).done();
    assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
    let one = Run::new(["copies", "-", "-q"]).stdin(OTHER).done();
    assert_eq!((one.code, one.stdout.as_str()), (0, "no copies in 1 report\n"));
}

//! `firsthand lineage`: the tree, of reports and of an archive.

use crate::fixture::{bare, ferry};
use crate::run::{Done, Run};
use firsthand::show;
use firsthand_core::account::{Account, Measure, Support};
use serde_json::json;
use std::path::{Path, PathBuf};

const LEAD: &str = "The swing bridge at Orlik will stay shut until the end of May because its hinges are worn through, the port \
    office said on Monday. Engineers found the damage during a night inspection that was meant to last an hour and took five. \
    Ships bound for the inner basin must wait for the tide and enter by the northern lock.";
const REST: &str = "The bridge was built in 1931 and carries about nine thousand people to work every morning. Buses now go \
    round by the cement works, which adds half an hour each way, and the ferry company has put on two more boats between the \
    fish market and the old customs house.";
const SHOPS: &str = "Shopkeepers on the island fear for the summer. Baker Timo Lask has sold a third less since the barriers \
    came down, and the hotel behind him has cancelled the weddings of two weekends.";
const CRACKS: &str = "Our reporter walked the closed span on Tuesday and counted eleven cracks as long as a hand. A watchman who \
    would not give his name said the night shift had heard the hinges groan since Easter.";

/// One dispatch, five papers that print it whole, two that print a part of it.
pub(crate) fn bridge() -> String {
    let report = |outlet: &str, date: &str, title: &str, text: &[&str]| {
        let address = format!("https://{}.example/bridge?a=1&b=2", outlet.replace(' ', "-").to_lowercase());
        json!({"outlet": outlet, "published": date, "title": title, "text": text.join("\n\n"), "url": address})
            .to_string()
    };
    let mut lines =
        vec![report("Orlik Wire", "2031-03-05T08:00Z", "Orlik bridge shut until May", &[LEAD, REST])];
    for (n, outlet) in
        ["Basin Radio", "Coast Leaf", "Delta Mail", "East Quay News", "Fen Journal"].into_iter().enumerate()
    {
        let hour = format!("2031-03-05T{:02}:00Z", 9 + n);
        lines.push(report(outlet, &hour, "Orlik bridge shut until May", &[LEAD, REST]));
    }
    lines.push(report(
        "Harbour Post",
        "2031-03-06T10:00Z",
        "Island suffers from shut bridge",
        &[LEAD, SHOPS],
    ));
    lines.push(report("Northern Ledger", "2031-03-06T12:00Z", "Cracks in the bridge", &[CRACKS, LEAD]));
    lines.join("\n")
}

pub(crate) fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

/// A run over the bridge.
pub(crate) fn over_bridge(flags: &[&str]) -> Done {
    Run::new(["lineage", "-", "-q"].iter().chain(flags)).stdin(bridge()).done()
}

fn plain(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

/// The ferry, with a range of origins.
fn counted() -> Account {
    let mut account = ferry();
    account.story.support = Support {
        certain: 2,
        possible: 3,
        measure: Measure::Measured,
        because: vec!["the coastguard official may be of the harbour office".into()],
    };
    account
}

#[test]
fn what_people_see() {
    let mut text = String::new();
    for flags in [&[][..], &["--why"], &["--story", "s1"], &["--story", "2"]] {
        let done = over_bridge(flags);
        let flags = flags.join(" ");
        text.push_str(&format!(
            "$ firsthand lineage - {flags}\n{}{}[{}]\n\n",
            done.stdout, done.stderr, done.code
        ));
    }
    let done = Run::new(["lineage", "-q"]).arg(examples()).done();
    text.push_str(&format!("$ firsthand lineage examples\n{}{}[{}]\n", done.stdout, done.stderr, done.code));
    insta::assert_snapshot!(text);
}

#[test]
fn all_that_a_step_can_have() {
    let account = counted();
    let shown = |why| plain(&show::descent::show(&[&account, &bare()], why, 80));
    insta::assert_snapshot!(format!("{}\n=== --why\n{}", shown(false), shown(true)));
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for width in [40, 59, 60, 100] {
        for why in [false, true] {
            for line in plain(&show::descent::show(&[&counted(), &bare()], why, width)).lines() {
                assert!(textwrap::core::display_width(line) <= width, "{width}: {line}");
            }
        }
    }
}

#[test]
fn the_number_of_origins_is_a_range_where_it_is_known() {
    for (certain, possible, measure, expected) in [
        (0, 0, Measure::Measured, "5 reports, 2 origins"),
        (2, 2, Measure::Measured, "5 reports, 2 independent origins"),
        (1, 1, Measure::Measured, "5 reports, 1 independent origin"),
        (2, 4, Measure::Measured, "5 reports, 2 to 4 independent origins"),
        (2, 4, Measure::Partial, "5 reports, at least 2 independent origins: some could not be measured"),
        (0, 0, Measure::Unmeasured, "5 reports, origins not measured"),
    ] {
        let mut account = ferry();
        account.story.support = Support { certain, possible, ..Support::default() };
        account.story.measure = measure;
        let text = plain(&show::descent::show(&[&account], false, 100));
        assert_eq!(text.lines().nth(1).map(str::trim), Some(expected));
    }
}

#[test]
fn colour_is_for_terminals() {
    let done = over_bridge(&[]);
    assert!(!done.stdout.contains('\u{1b}'), "{}", done.stdout);
    let coloured = over_bridge(&["--color", "always"]);
    assert!(coloured.stdout.contains("\u{1b}["));
    assert_eq!(plain(&coloured.stdout), done.stdout);
}

#[test]
fn an_archive_and_its_files_tell_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let (archive, out) = (dir.path().join("news.db"), dir.path().join("tree.txt"));
    assert_eq!(Run::new(["add", "-q"]).arg(examples()).arg("--archive").arg(&archive).done().code, 0);
    let named = |words: &[&str]| {
        words
            .iter()
            .fold(Run::new(["lineage"]), |run, word| run.arg(word))
            .arg("--archive")
            .arg(&archive)
            .done()
    };
    let all = named(&["s1", "s2", "s3"]);
    assert_eq!((all.code, all.stderr.as_str()), (0, ""));
    assert_eq!(all, named(&["1", "s2", "--story", "s3", "--story", "s1"]));
    let tree = |text: &str| text.lines().skip(3).map(str::to_owned).collect::<Vec<String>>();
    let of_files = Run::new(["lineage", "-q"]).arg(examples()).done();
    for story in of_files.stdout.split("\n\ns") {
        let lines = tree(story);
        assert!(lines.len() > 5 && all.stdout.contains(&lines.join("\n")), "{story}\n---\n{}", all.stdout);
    }
    // The usual archive, and the archive as the file.
    let one = named(&["s2"]);
    assert_eq!(Run::new(["lineage", "s2"]).usual_archive(&archive).done(), one);
    assert_eq!(Run::new(["lineage", "--story", "s2"]).arg(&archive).done(), one);
    let files = Run::new(["lineage", "-q"]).arg(examples()).usual_archive(&archive).done();
    assert_eq!(files, of_files);
    // A story that was merged is found where it went, and in a file as on the terminal.
    assert_eq!(Run::new(["merge", "s1", "s2", "--archive"]).arg(&archive).done().code, 0);
    let merged = Run::new(["lineage", "s1", "s2", "--out"]).arg(&out).arg("--archive").arg(&archive).done();
    assert_eq!((merged.code, merged.stdout.as_str()), (0, ""));
    assert_eq!(merged.stderr, "firsthand: s1 was merged into s2\n");
    assert_eq!(std::fs::read_to_string(&out).unwrap(), named(&["s2"]).stdout);
}

#[test]
fn what_goes_wrong_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let archive = dir.path().join("news.db");
    assert_eq!(Run::new(["add", "-q"]).arg(examples()).arg("--archive").arg(&archive).done().code, 0);
    let (archive, nothing) = (archive.to_string_lossy(), dir.path().join("nothing.txt"));
    let (examples, nothing) = (examples().to_string_lossy().into_owned(), nothing.to_string_lossy());
    for (words, code, said) in [
        (&[][..], 2, "name reports to read (PATH…), or a story of an archive (s12 --archive FILE)"),
        (
            &["s12"],
            2,
            "s12: no such file; a story of an archive needs --archive FILE, or FIRSTHAND_ARCHIVE set",
        ),
        (
            &["--archive", &archive],
            2,
            "name a story of the archive, such as s12; `firsthand stories` lists them",
        ),
        (&["s99", "--archive", &archive], 2, "there is no story s99; `firsthand stories` lists them"),
        (&["x", "--archive", &archive], 2, "x: a story is named by its number, such as s12"),
        (&["s1", "--archive", &archive, "--map", "title=x"], 2, "--map is for reports that are read"),
        (
            &["s1", "--archive", &nothing],
            2,
            "no such archive; `firsthand add PATH… --archive FILE` makes one",
        ),
        (&[&archive], 2, "is an archive; name a story of it: firsthand lineage s12 --archive"),
        (&[&archive, &examples], 2, "is an archive; name a story of it"),
        (&[&examples, "--story", "s4"], 2, "there is no story s4 in these reports; they make s1 to s3"),
        (&[&examples, "--dot", "--svg"], 2, "cannot be used with"),
        (&[&examples, "--why", "--json"], 2, "cannot be used with"),
        (&[&nothing], 3, "no report could be read; nothing to measure"),
        (&["-"], 3, "no report could be read; nothing to measure"),
        (&[&examples, &nothing], 1, "nothing.txt"),
    ] {
        let done = Run::new(["lineage", "-q"].iter().chain(words)).done();
        assert_eq!(done.code, code, "{words:?}: {}", done.stderr);
        assert!(done.stderr.contains(said), "{words:?}: {}", done.stderr);
        assert_eq!(done.stdout.is_empty(), code != 1, "{words:?}");
    }
    let unmeasured = Run::new(["lineage", "-", "-q"]).stdin("Ok.").done();
    assert_eq!(unmeasured.code, 3, "{}{}", unmeasured.stdout, unmeasured.stderr);
}

#[test]
fn threads_and_order_do_not_show() {
    let lines = bridge();
    let turned: Vec<&str> = lines.lines().rev().collect();
    let dir = tempfile::tempdir().unwrap();
    let told = |flags: &[&str]| {
        for (n, line) in turned.iter().enumerate() {
            std::fs::write(dir.path().join(format!("{n}.jsonl")), line).unwrap();
        }
        Run::new(["lineage", "-q"].iter().chain(flags)).arg(dir.path()).done().stdout
    };
    assert_eq!(told(&["--threads", "1", "--json"]), told(&["--threads", "3", "--json"]));
    assert_eq!(told(&["--dot"]), told(&["--dot"]));
}

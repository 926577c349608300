//! `--watchlist` from outside: links with both spellings, in all forms; bad lists are refused whole.

use crate::run::Run;
use crate::served::{Home, Server};
use crate::watch_world::{World, alerts, example_of};
use firsthand::watch::{Desk, Until};
use firsthand_core::watchlist::Watchlist;
use serde_json::Value;
use std::path::{Path, PathBuf};

const LIST: &str = "id,schema,name,aliases,countries,position\n\
    V-7,Person,Anatoli BERIDJEV,,sm,Minister of External Trade\n\
    V-9,Company,Coast Party Ltd,,,\n\
    V-11,Person,Edda Marie Lorne,,,\n";

fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/minister-visit")
}

fn list(text: &str) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("port-list.csv");
    std::fs::write(&file, text).unwrap();
    (dir, file)
}

#[test]
fn people_and_bodies_are_linked_to_entries() {
    let (dir, file) = list(LIST);
    let page = dir.path().join("page.html");
    let run = || Run::new(["read"]).arg(example()).arg("--watchlist").arg(&file);
    let brief = run().arg("--brief").arg("--html").arg(&page).done();
    let shown: Vec<&str> =
        brief.stdout.split("\n\n").filter(|part| part.starts_with("MAY BE ON A LIST")).collect();
    insta::assert_snapshot!(shown.join("\n"));
    assert!(std::fs::read_to_string(page).unwrap().contains("May be on a list"));

    let json = run().arg("--json").done();
    let account: Value = serde_json::from_str(json.stdout.lines().next().unwrap()).unwrap();
    let listed =
        account["entities"].as_array().unwrap().iter().flat_map(|e| e["listed"].as_array()).flatten();
    let keys: Vec<(&str, &str)> =
        listed.map(|l| (l["list"].as_str().unwrap(), l["id"].as_str().unwrap())).collect();
    assert_eq!(keys, [("port-list", "V-7"), ("port-list", "V-11"), ("port-list", "V-9")]);
    let without = Run::new(["read"]).arg(example()).arg("--json").done();
    assert!(!without.stdout.contains("\"listed\""));
}

#[test]
fn a_list_that_is_none_stops_the_run_with_one_line() {
    for (text, want) in [
        ("id,birth\n1,2\n", "has no head line with a column `name`"),
        ("name\nTae Jong Su\nA,B\n", "line 3: has 2 fields, the head line 1"),
    ] {
        let (_dir, file) = list(text);
        let done = Run::new(["read"]).arg(example()).arg("--watchlist").arg(&file).done();
        assert_eq!((done.stdout.as_str(), done.stderr.lines().count()), ("", 1), "{}", done.stderr);
        assert!(done.stderr.contains(want) && done.stderr.contains("port-list.csv"), "{}", done.stderr);
        assert_ne!(done.code, 0);
    }
}

#[test]
fn a_claim_is_answered_with_who_may_be_listed() {
    let (_dir, file) = list(LIST);
    let check =
        || Run::new(["check", "Anatoli Berijev arrived in Sol Maren on 13 May 2025", "--in"]).arg(example());
    let told = check().arg("--watchlist").arg(&file).arg("--brief").done();
    insta::assert_snapshot!(told.stdout);
    let json = check().arg("--watchlist").arg(&file).arg("--json").done();
    let answer: Value = serde_json::from_str(&json.stdout).unwrap();
    let keys: Vec<&str> =
        answer["listed"].as_array().unwrap().iter().map(|l| l["entry"]["id"].as_str().unwrap()).collect();
    assert!(keys.contains(&"V-7"), "{keys:?}");
    assert!(!check().arg("--json").done().stdout.contains("\"listed\""));
}

#[test]
fn a_served_archive_shows_who_may_be_listed() {
    let (_dir, file) = list(LIST);
    let home = Home::new();
    let (plain, linked) =
        (Server::new(&home, &[]), Server::new(&home, &["--watchlist", file.to_str().unwrap()]));
    let found = linked.json("/api/v1/stories?about=Berijev");
    let id = found["stories"][0]["id"].as_str().unwrap_or_default().trim_start_matches('s').to_owned();
    let address = format!("/api/v1/stories/{id}");
    let of = |server: &Server| {
        let account = server.json(&address);
        let entities = account["entities"].as_array().unwrap().clone();
        entities.iter().filter(|e| e["listed"].is_array()).count()
    };
    assert_eq!((of(&plain), of(&linked)), (0, 3));
    assert!(linked.get(&format!("/story/{id}")).text().contains("May be on a list"));
    assert!(!plain.get(&format!("/story/{id}")).text().contains("May be on a list"));
}

#[test]
fn an_alert_tells_who_may_be_listed() {
    let world = World::new();
    let config = world.config(
        "feeds = [\"http://mirror.example/feed\"]\nfollow = { days = 0 }\n\
         [[watch]]\nplace = \"Sol Maren\"\nsend = [{ jsonl = \"alerts.jsonl\" }]\n",
    );
    world.feed(
        "mirror.example",
        "Capital Mirror",
        &[("/a", "Trade minister in Sol Maren", "2025-05-14", "He came.")],
    );
    world.page("mirror.example/a", example_of("minister-visit", "capital-mirror.txt"));
    let lists = Watchlist::new(firsthand::watchlist::entries("port-list", LIST).unwrap());
    let desk = Desk::open_with(&world.archive(), lists).unwrap();
    world.round_on(&config, desk).unwrap().run(&Until::Once).unwrap();
    let told = alerts(&world);
    let listed: Vec<(&str, &str)> = told[0].listed.iter().map(|l| (&*l.name, &*l.entry.id)).collect();
    assert_eq!(listed, [("Anatoli Berijev", "V-7")]);
}

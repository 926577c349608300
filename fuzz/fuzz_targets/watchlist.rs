//! Any text is a watchlist or is refused; entries have names, and linking to them never fails.
#![no_main]

use firsthand::watchlist::entries;
use firsthand_core::account::{Account, Entity, Form, Story};
use firsthand_core::watchlist::Watchlist;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(found) = entries("fuzz", text) else { return };
    assert!(found.iter().all(|e| !e.names.is_empty() && e.names.iter().all(|n| !n.trim().is_empty())));
    // Every entry is looked for under its own first name, so that each is compared with something.
    let entity = |name: &String| Entity {
        id: "e1".to_owned(),
        name: name.clone(),
        kind: "person".to_owned(),
        roles: Vec::new(),
        country: Some("KP".to_owned()),
        forms: vec![Form { text: name.clone(), reports: vec!["r1".to_owned()], count: 1 }],
        reasons: Vec::new(),
        listed: Vec::new(),
    };
    let entities: Vec<Entity> = found.iter().take(20).filter_map(|e| e.names.first()).map(entity).collect();
    let mut account = Account {
        schema: String::new(),
        story: Story::default(),
        reports: Vec::new(),
        entities,
        statements: Vec::new(),
        events: Vec::new(),
        points: Vec::new(),
        origins: Vec::new(),
        lineage: Vec::new(),
        quotes: Vec::new(),
        timeline: Vec::new(),
        exclusives: Vec::new(),
        silences: Vec::new(),
    };
    let lists = Watchlist::new(found);
    lists.link(&mut account);
    assert!(account.entities.iter().flat_map(|e| &e.listed).all(|l| !l.reasons.is_empty()));
});

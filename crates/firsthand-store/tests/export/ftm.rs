//! FollowTheMoney: entities that the model knows, the same every time.

use crate::fixture::{by_hand, held};
use firsthand_store::export::ftm;
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn mentions_lead_to_their_articles_and_nobody_is_made_up() {
    for held in [held(), by_hand()] {
        let all = ftm::entities(&held.dossier);
        let schema = |name: &str| all.iter().filter(|e| e["schema"] == name).collect::<Vec<_>>();
        let (articles, mentions) = (schema("Article"), schema("Mention"));
        assert_eq!(articles.len(), held.dossier.account.reports.len());
        assert_eq!(articles.len() + mentions.len(), all.len());
        assert!(!mentions.is_empty());
        let ids: BTreeSet<&str> = all.iter().map(|e| e["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), all.len(), "ids are unique");
        for mention in mentions {
            assert!(ids.contains(mention["properties"]["document"][0].as_str().unwrap()));
            let name = mention["properties"]["name"][0].as_str().unwrap();
            let article = mention["properties"]["document"][0].as_str();
            let article = articles.iter().find(|a| a["id"].as_str() == article).unwrap();
            let whole =
                format!("{} {}", article["properties"]["title"][0], article["properties"]["bodyText"][0]);
            assert!(whole.contains(name), "{name} is not in the text");
        }
    }
}

#[test]
fn the_model_takes_every_value() {
    let script = "import json,sys\n\
        from followthemoney import model\n\
        bad=[]\n\
        for l in open(sys.argv[1]):\n\
        \x20e=json.loads(l); p=model.get_proxy(e,cleaned=False)\n\
        \x20back={k:sorted(v) for k,v in p.to_dict()['properties'].items()}\n\
        \x20want={k:sorted(v) for k,v in e['properties'].items()}\n\
        \x20p.schema.validate(p.to_dict()) if hasattr(p.schema,'validate') else None\n\
        \x20bad+=[(k,want[k],back.get(k)) for k in want if back.get(k)!=want[k]]\n\
        print(bad); sys.exit(1 if bad else 0)";
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("entities.jsonl");
    let mut out = Vec::new();
    ftm::write(&held(), &[7], &mut out).unwrap();
    assert!(
        out.split(|b| *b == b'\n')
            .filter(|l| !l.is_empty())
            .all(|l| serde_json::from_slice::<Value>(l).is_ok())
    );
    std::fs::write(&file, out).unwrap();
    let Some((fine, said)) = crate::tool::python("followthemoney", &["-c", script, crate::tool::name(&file)])
    else {
        return;
    };
    assert!(fine, "{said}");
}

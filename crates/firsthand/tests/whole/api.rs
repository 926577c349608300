//! The HTTP API: its document, its lists, its tags, its problems.

use crate::run::Run;
use crate::served::{Home, Server};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn the_document() {
    let done = Run::new(["serve", "--openapi"]).done();
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    let document: Value = serde_json::from_str(&done.stdout).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    // The schema of accounts has a snapshot of its own.
    let mut own = document.clone();
    let schemas = own["components"]["schemas"].as_object_mut().unwrap();
    schemas.retain(|name, _| !name.starts_with("Account") && !name.starts_with("Answer"));
    own["info"]["version"] = "[version]".into();
    insta::assert_json_snapshot!(own);
    let served = Server::new(&Home::new(), &[]).json("/api/v1/openapi.json");
    assert_eq!(served, document);
}

#[test]
fn answers_follow_the_document() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    let document = server.json("/api/v1/openapi.json");
    for (path, address) in [
        ("/api/v1/stories", "/api/v1/stories?limit=3"),
        ("/api/v1/stories/{id}", "/api/v1/stories/1"),
        ("/api/v1/stories/{id}/lineage", "/api/v1/stories/1/lineage"),
        ("/api/v1/stories/{id}/reports", "/api/v1/stories/1/reports"),
        ("/api/v1/reports/{id}", "/api/v1/reports/3"),
        ("/api/v1/reports/{id}/versions", "/api/v1/reports/3/versions"),
        ("/api/v1/search", "/api/v1/search?q=the"),
        ("/api/v1/check", "/api/v1/check?claim=The+ship+sailed"),
        ("/api/v1/outlets", "/api/v1/outlets"),
        ("/api/v1/changes", "/api/v1/changes"),
        ("/api/v1/status", "/api/v1/status"),
    ] {
        let answer = server.json(address);
        let pointer =
            format!("/paths/{}/get/responses/200/content/application~1json/schema", path.replace('/', "~1"));
        let schema = document.pointer(&pointer).unwrap_or_else(|| panic!("{path} is not in the document"));
        let errors = errors(&document, schema, &answer);
        assert!(errors.is_empty(), "{address}: {errors:?}");
        // A schema that allows anything would say nothing.
        assert!(
            !self::errors(&document, schema, &json!({"items": 7, "id": 7, "claim": 7})).is_empty(),
            "{path}"
        );
    }
    let problem = json!({"$ref": "#/components/schemas/Problem"});
    assert!(errors(&document, &problem, &server.get("/api/v1/stories?limit=0").json()).is_empty());
}

/// The errors of a value against a schema of the document.
fn errors(document: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let whole = json!({"$ref": schema["$ref"], "components": document["components"]});
    let validator = jsonschema::draft202012::new(&whole).unwrap();
    validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path)).collect()
}

#[test]
fn every_item_of_a_list_comes_once() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    for (list, count) in [
        ("/api/v1/stories", None),
        ("/api/v1/search?q=surveyor", Some(30)),
        ("/api/v1/search?q=surveyor&ranked=true", Some(30)),
    ] {
        let id = |item: &Value| {
            item.get("id").or_else(|| item["report"].get("id")).unwrap().as_str().unwrap().to_owned()
        };
        let ids = |list: &Value| list["items"].as_array().unwrap().iter().map(id).collect::<Vec<_>>();
        let sign = if list.contains('?') { '&' } else { '?' };
        let whole = ids(&server.json(&format!("{list}{sign}limit=100")));
        assert_eq!(whole.iter().collect::<BTreeSet<_>>().len(), whole.len());
        assert!(count.is_none_or(|count| whole.len() == count), "{list}: {}", whole.len());
        let (mut found, mut at) = (Vec::new(), Some(format!("{list}{sign}limit=7")));
        while let Some(address) = at {
            let answer = server.get(&address);
            let body = answer.json();
            found.extend(ids(&body));
            let link = answer.header("link").map(|link| link.split_once('>').unwrap().0[1..].to_owned());
            assert_eq!(link.is_some(), body["next"].is_string(), "{address}");
            at = link;
        }
        assert_eq!(found, whole, "{list}");
    }
    let (mut changes, mut after) = (BTreeSet::new(), 0);
    loop {
        let piece = server.json(&format!("/api/v1/changes?limit=9&after={after}"));
        let Some(next) = piece["next"].as_i64() else { break };
        for change in piece["items"].as_array().unwrap() {
            assert!(changes.insert(change["id"].as_i64().unwrap()), "{change} came twice");
        }
        after = next;
    }
    assert!(changes.len() >= 45, "{}", changes.len());
}

#[test]
fn what_is_held_is_not_sent_again() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    let mut tags = BTreeSet::new();
    // The account is made and kept by the first question, which changes the archive.
    assert_eq!(server.get("/api/v1/stories/1").status, 200);
    for path in [
        "/api/v1/stories/1",
        "/api/v1/stories",
        "/api/v1/stories?limit=3",
        "/story/1",
        "/story/1.json",
        "/help",
    ] {
        let first = server.get(path);
        let tag = first.header("etag").unwrap_or_else(|| panic!("{path} has no tag")).to_owned();
        assert!(tag.starts_with('"'), "{path}: {tag} is not strong");
        assert_eq!(first.header("cache-control"), Some("no-cache"));
        assert!(tags.insert(tag.clone()), "{path}: a tag of another address");
        let again = server.with(path, &[("If-None-Match", &format!("\"x\", {tag}"))]);
        assert_eq!(
            (again.status, again.body.len(), again.header("etag")),
            (304, 0, Some(tag.as_str())),
            "{path}"
        );
        assert_eq!(
            server.with(path, &[("If-None-Match", "\"x\"")]).body,
            first.body,
            "{path}: not the same bytes"
        );
    }
    // One page, two forms.
    let json = server.with("/story/1", &[("Accept", "application/json")]);
    assert!(tags.insert(json.header("etag").unwrap().to_owned()));
    let tag = server.get("/api/v1/outlets").header("etag").unwrap().to_owned();
    let small = crate::served::small(55, std::path::Path::new("x"));
    let mut archive = firsthand_store::Archive::open(&home.archive()).unwrap();
    archive.put(&crate::served::prepared(vec![small]), &[]).unwrap();
    assert_eq!(
        server.with("/api/v1/outlets", &[("If-None-Match", &tag)]).status,
        200,
        "the archive has changed"
    );
    // What went wrong has no tag.
    assert_eq!(server.get("/api/v1/stories/4000").header("etag"), None);
}

#[test]
fn problems() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    for (path, status, said) in [
        ("/api/v1/none", 404, "nothing is at this address"),
        ("/api/v1/stories/4000", 404, "no story"),
        ("/api/v1/stories/r1", 404, "no story"),
        ("/api/v1/reports/0", 404, "no report"),
        ("/api/v1/reports/99999999999999999999", 404, "no report"),
        ("/api/v1/stories?abuot=x", 400, "abuot"),
        ("/api/v1/stories/1?x=1", 400, "unknown field"),
        ("/api/v1/stories?limit=1&limit=1", 400, "duplicate"),
        ("/api/v1/stories?limit=many", 400, "limit"),
        ("/api/v1/stories?limit=0", 422, "1 to 100"),
        ("/api/v1/stories?since=2025-02-30", 422, "since"),
        ("/api/v1/stories?after=nonsense", 422, "cursor"),
        ("/api/v1/search", 422, "q is missing"),
        ("/api/v1/search?q=", 422, "q is empty"),
        ("/api/v1/check", 422, "claim is missing"),
        ("/api/v1/changes?after=-1", 422, "from 0"),
    ] {
        let answer = server.get(path);
        assert_eq!(answer.status, status, "{path}: {}", answer.text());
        assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{path}");
        let problem = answer.json();
        assert!(problem["detail"].as_str().unwrap().contains(said), "{path}: {problem}");
        let bare = path.split('?').next().unwrap();
        assert_eq!((&problem["status"], &problem["instance"]), (&json!(status), &json!(bare)));
        assert_eq!(problem.as_object().unwrap().len(), 5);
    }
}

#[test]
fn an_archive_that_cannot_be_read_any_more() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    rusqlite::Connection::open(home.archive()).unwrap().execute_batch("DROP TABLE about").unwrap();
    let answer = server.get("/api/v1/status");
    assert_eq!(answer.status, 500);
    let detail = answer.json()["detail"].as_str().unwrap().to_owned();
    assert_eq!(detail, "the archive could not be read; the server's log says why");
}

#[test]
fn what_the_api_tells() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    let status = server.json("/api/v1/status");
    assert_eq!((&status["reports"], &status["pages"]), (&json!(45), &json!(45)));
    let largest = server.json("/api/v1/stories?least=5");
    let items = largest["items"].as_array().unwrap();
    assert_eq!(items.len(), 3);
    for story in items {
        let id = story["id"].as_str().unwrap();
        let account = server.json(&format!("/api/v1/stories/{id}"));
        assert_eq!(account["story"]["id"], id);
        let reports = server.json(&format!("/api/v1/stories/{id}/reports"));
        let numbers: Vec<String> =
            account["reports"].as_array().unwrap().iter().map(|r| format!("r{}", r["archived"])).collect();
        let listed: Vec<&str> =
            reports["items"].as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap()).collect();
        assert_eq!(numbers, listed);
        let lineage = server.json(&format!("/api/v1/stories/{id}/lineage"));
        assert_eq!(lineage["edges"], account["lineage"]);
        assert_eq!(lineage["reports"]["r1"], numbers[0].as_str());
        let report = server.json(&format!("/api/v1/reports/{}", numbers[0]));
        assert_eq!(report["body"], account["reports"][0]["body"]);
        assert!(!report["location"].as_str().unwrap().contains('/'));
    }
    let hits = server.json("/api/v1/search?q=surveyor%20Nambel&limit=2");
    assert_eq!(hits["items"].as_array().unwrap().len(), 2);
    let pieces = hits["items"][0]["pieces"].as_array().unwrap();
    assert!(pieces.iter().any(|piece| piece["hit"] == true && piece["text"] == "Nambel"), "{pieces:?}");
    assert_eq!(server.json("/api/v1/search?q=--")["items"], json!([]));
}

//! The tools for agents, asked by the SDK's client over standard input and output and over HTTP.

use crate::plain_http::Plain;
use crate::served::{Home, SECRET, Server};
use rmcp::model::{CallToolRequestParams, CallToolResult, Tool};
use rmcp::service::{RoleClient, RunningService};
use rmcp::transport::StreamableHttpClientTransport;
use rmcp::transport::streamable_http_client::StreamableHttpClientTransportConfig;
use rmcp::{ServiceError, ServiceExt};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::process::{Child, Command, Stdio};

type Client = RunningService<RoleClient, ()>;

fn block<T>(task: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(task)
}

/// The client, and the program it talks to.
async fn over_standard(home: &Home) -> (Client, Child) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_firsthand"))
        .arg("mcp")
        .arg("--archive")
        .arg(home.archive())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    use std::os::fd::OwnedFd;
    use tokio::net::unix::pipe;
    let from = pipe::Receiver::from_owned_fd(OwnedFd::from(child.stdout.take().unwrap())).unwrap();
    let to = pipe::Sender::from_owned_fd(OwnedFd::from(child.stdin.take().unwrap())).unwrap();
    (().serve((from, to)).await.unwrap(), child)
}

async fn over_http(server: &Server) -> Client {
    let config = StreamableHttpClientTransportConfig::with_uri(format!("http://{}/mcp", server.address));
    ().serve(StreamableHttpClientTransport::with_client(Plain, config)).await.unwrap()
}

async fn call(client: &Client, tool: &str, arguments: Value) -> CallToolResult {
    client.call_tool(params(tool, arguments)).await.unwrap()
}

fn params(tool: &str, arguments: Value) -> CallToolRequestParams {
    let Value::Object(arguments) = arguments else { panic!() };
    CallToolRequestParams::new(tool.to_owned()).with_arguments(arguments)
}

/// The answer of a tool, checked against the schema it promises.
async fn told(client: &Client, tools: &[Tool], tool: &str, arguments: Value) -> Value {
    let result = call(client, tool, arguments.clone()).await;
    assert_eq!(result.is_error, Some(false), "{tool} {arguments}: {result:?}");
    let told = result.structured_content.unwrap();
    let listed = tools.iter().find(|t| t.name == tool).unwrap();
    let schema = Value::Object(listed.output_schema.as_deref().unwrap().clone());
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&told).map(|e| format!("{}: {e}", e.instance_path)).collect();
    assert!(errors.is_empty(), "{tool}: {errors:?}");
    assert!(!validator.is_valid(&json!({})), "{tool}: a schema that allows anything");
    assert!(["measured", "partial", "unmeasured"].contains(&told["state"].as_str().unwrap()));
    assert!(!told["why"].as_str().unwrap().is_empty());
    assert!(!told.to_string().contains(SECRET), "{tool} tells a path");
    let text: Vec<&str> = result.content.iter().map(|block| &*block.as_text().unwrap().text).collect();
    assert_eq!(text.len(), 2);
    assert!(text[0].chars().count() < 300 && !text[0].contains('\n'), "{}", text[0]);
    assert_eq!(serde_json::from_str::<Value>(text[1]).unwrap(), told);
    told
}

#[test]
fn the_tools() {
    let home = Home::new();
    block(async {
        let (client, _child) = over_standard(&home).await;
        let tools = client.list_all_tools().await.unwrap();
        insta::assert_json_snapshot!(tools);
        client.cancel().await.unwrap();
    });
}

#[test]
fn every_tool_over_standard_input_and_output() {
    let home = Home::new();
    block(async {
        let (client, mut child) = over_standard(&home).await;
        every_tool(&client).await;
        client.cancel().await.unwrap();
        // Its input has ended, so it ends.
        assert_eq!(child.wait().unwrap().code(), Some(0));
    });
}

#[test]
fn every_tool_over_http() {
    let home = Home::new();
    let server = Server::new(&home, &[]);
    block(async {
        let client = over_http(&server).await;
        every_tool(&client).await;
        client.cancel().await.unwrap();
    });
}

async fn every_tool(client: &Client) {
    let tools = client.list_all_tools().await.unwrap();
    assert_eq!(tools.len(), 6);
    let found = told(client, &tools, "find_stories", json!({"least": 5})).await;
    let stories = found["stories"].as_array().unwrap();
    assert_eq!(stories.len(), 3);
    for story in stories.iter().map(|story| story["story"].as_str().unwrap()) {
        for section in ["points", "quotes", "timeline", "names", "reports"] {
            let arguments = json!({"story": story, "section": section, "limit": 50});
            let account = told(client, &tools, "read_account", arguments).await;
            assert!(!account[section].as_array().unwrap().is_empty(), "{story} has no {section}");
            every_quotation(client, &tools, &account).await;
        }
        let lineage = told(client, &tools, "trace_lineage", json!({"story": story})).await;
        let steps = lineage["steps"].as_array().unwrap();
        assert!(!steps.is_empty());
        for step in steps.iter().filter(|s| s["kind"] == "copies") {
            assert!(step["confidence"].as_f64().is_some_and(|c| c > 0.5 && c <= 1.0), "{step}");
            assert_eq!(step["further"], json!(false), "{step}");
            assert_eq!(step["evidence"][0]["cue"], "coverage", "{step}");
        }
        every_quotation(client, &tools, &lineage).await;
    }
    every_quotation(client, &tools, &found).await;
    let searched = told(client, &tools, "search_statements", json!({"words": "surveyor tramway"})).await;
    assert!(!searched["statements"].as_array().unwrap().is_empty(), "{searched}");
    every_quotation(client, &tools, &searched).await;
    let spoken =
        told(client, &tools, "search_statements", json!({"words": "tramway", "speaker": "nobody at all"}))
            .await;
    assert_eq!(spoken["statements"], json!([]));
    told(client, &tools, "check_claim", json!({"claim": "The tramway of Velmora is long."})).await;
}

/// Opens every quotation of an answer: the words are those of the report, and the bytes those of its page.
async fn every_quotation(client: &Client, tools: &[Tool], answer: &Value) {
    let mut quotations = Vec::new();
    gather(answer, &mut quotations);
    assert!(!quotations.is_empty() || !answer.to_string().contains("\"sentence\""));
    for (sentence, span) in quotations.into_iter().take(12) {
        let arguments = json!({"report": span["report"], "part": span["part"], "start": span["start"], "end": span["end"], "around": 0});
        let opened = told(client, tools, "open_passage", arguments).await;
        assert_eq!(opened["quote"], sentence, "{span}");
        if span["bytes"].is_array() {
            assert_eq!(opened["span"]["bytes"], span["bytes"], "{span}");
        }
    }
}

fn gather(value: &Value, found: &mut Vec<(Value, Value)>) {
    match value {
        Value::Object(object) => {
            if let (Some(sentence), Some(span)) = (object.get("sentence"), object.get("span")) {
                found.push((sentence.clone(), span.clone()));
            }
            object.values().for_each(|value| gather(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, found)),
        _ => {}
    }
}

#[test]
fn answers_are_bounded_and_go_on() {
    let home = Home::new();
    block(async {
        let (client, _child) = over_standard(&home).await;
        let tools = client.list_all_tools().await.unwrap();
        let (mut seen, mut after) = (BTreeSet::new(), Value::Null);
        loop {
            let found = told(&client, &tools, "find_stories", json!({"limit": 4, "after": after})).await;
            for story in found["stories"].as_array().unwrap() {
                assert!(seen.insert(story["story"].as_str().unwrap().to_owned()));
            }
            after = found["next"].clone();
            if after.is_null() {
                break;
            }
        }
        assert!(seen.len() > 10, "{seen:?}");
        let read = |after: usize| json!({"story": "s1", "section": "names", "limit": 2, "after": after});
        let (one, two) = (
            told(&client, &tools, "read_account", read(0)).await,
            told(&client, &tools, "read_account", read(2)).await,
        );
        assert_eq!(one["next"], 2);
        assert_eq!(one["left_out"].as_u64().unwrap(), two["left_out"].as_u64().unwrap() + 2);
        assert_ne!(one["names"], two["names"]);
        let body = told(&client, &tools, "open_passage", json!({"report": "r1"})).await;
        assert_eq!((&body["left_out"], &body["next"]), (&json!(0), &Value::Null));
        let quote = body["quote"].as_str().unwrap().chars().skip(20).take(30).collect::<String>();
        let quote = quote.trim().to_owned();
        let found = told(&client, &tools, "open_passage", json!({"report": "r1", "quote": quote})).await;
        assert_eq!((&found["found"], &found["quote"]), (&json!(true), &json!(quote)));
        let altered =
            told(&client, &tools, "open_passage", json!({"report": "r1", "quote": format!("{quote}#")}))
                .await;
        assert_eq!((&altered["found"], &altered["quote"]), (&json!(false), &Value::Null));
        client.cancel().await.unwrap();
    });
}

#[test]
fn what_makes_no_sense_is_said_to_the_agent() {
    let home = Home::new();
    block(async {
        let (client, _child) = over_standard(&home).await;
        for (tool, arguments, said) in [
            ("find_stories", json!({"abuot": "x"}), "abuot"),
            ("find_stories", json!({"limit": 0}), "1 to 25"),
            ("find_stories", json!({"since": "yesterday"}), "such as"),
            ("find_stories", json!({"after": "x"}), "cursor"),
            ("read_account", json!({}), "story"),
            ("read_account", json!({"story": "s4000"}), "no story"),
            ("read_account", json!({"story": "s1", "section": "all"}), "all"),
            ("trace_lineage", json!({"story": "s1", "report": "r4000"}), "not in that story"),
            ("check_claim", json!({"claim": " "}), "sentence"),
            ("search_statements", json!({"words": ""}), "empty"),
            ("open_passage", json!({"report": "r1", "start": 5, "end": 1}), "span"),
            ("open_passage", json!({"report": "r1", "end": 999_999}), "span"),
            ("open_passage", json!({"report": "s1"}), "no report"),
        ] {
            let result = call(&client, tool, arguments.clone()).await;
            let text = &result.content[0].as_text().unwrap().text;
            assert_eq!(result.is_error, Some(true), "{tool} {arguments}");
            assert!(text.contains(said) && !text.contains(SECRET), "{tool} {arguments}: {text}");
        }
        let error = client.call_tool(params("write_story", json!({}))).await.unwrap_err();
        assert!(matches!(error, ServiceError::McpError(_)), "{error:?}");
        client.cancel().await.unwrap();
    });
}

#[test]
fn an_archive_that_is_none() {
    let done = crate::run::Run::new(["mcp", "--archive", "no-such.db"]).done();
    assert_eq!((done.code, done.stdout.as_str(), done.stderr.lines().count()), (2, "", 1), "{}", done.stderr);
}

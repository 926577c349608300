//! Accessibility, checked by axe-core where it is installed.

use crate::chrome::Chrome;
use serde_json::Value;
use std::path::PathBuf;

/// The script of axe-core; None, and a line why, where it is not.
pub(crate) fn script() -> Option<String> {
    let path = std::env::var_os("AXE_CORE").map_or_else(
        || {
            let target = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
            target.join("axe/node_modules/axe-core/axe.min.js")
        },
        PathBuf::from,
    );
    let script = std::fs::read_to_string(&path).ok();
    if script.is_none() {
        eprintln!("skipped: axe-core is not at {} (npm install axe-core; AXE_CORE names it)", path.display());
    }
    script
}

/// What axe finds wrong with the page, one line each.
pub(crate) async fn violations(chrome: &Chrome, script: &str) -> Vec<String> {
    chrome.client.execute(script, vec![]).await.unwrap();
    let found = chrome
        .client
        .execute_async(
            "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] })\
             .then((r) => done(r.violations), (e) => done([{ id: 'error', help: String(e), nodes: [] }]));",
            vec![],
        )
        .await
        .unwrap();
    let line = |v: &Value| {
        let nodes = v["nodes"].as_array().cloned().unwrap_or_default();
        let first: Vec<String> =
            nodes.iter().take(3).map(|n| format!("{} {}", n["html"], n["failureSummary"])).collect();
        format!("{}: {} ({} places: {})", v["id"], v["help"], nodes.len(), first.join(" | "))
    };
    found.as_array().unwrap().iter().map(line).collect()
}

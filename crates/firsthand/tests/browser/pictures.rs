//! The pictures of the guide: `SCREENSHOTS="$PWD/docs/guide/img" cargo test -p firsthand --test browser pictures_of_the_guide`.

use crate::chrome::{Chrome, Screen};
use crate::served::Served;

/// Name, address, width and height, and what must be seen in it. Stories come first: a list tells what accounts were made.
const PICTURES: [(&str, &str, u32, u32, &str); 3] = [
    ("account", "/story/1", 900, 850, "where they disagree"),
    ("phone", "/story/3#lineage", 360, 760, "where it comes from"),
    ("stories", "/", 900, 600, "Velmora"),
];

/// A picture of the guide has no more bytes than this: the guide is read over slow lines too.
const LARGEST: usize = 150_000;

#[tokio::test(flavor = "multi_thread")]
async fn pictures_of_the_guide() {
    let Some(chrome) = Chrome::start(true).await else { return };
    let served = Served::start();
    let mut wrong = Vec::new();
    for (name, path, width, height, seen) in PICTURES {
        chrome.screen(Screen { width, dark: false }).await;
        chrome.client.goto(&format!("{}{path}", served.base)).await.unwrap();
        let words =
            format!("return document.body.innerText.toLowerCase().includes('{}')", seen.to_lowercase());
        if chrome.ask(&words).await != true {
            wrong.push(format!("{name}: does not show {seen}"));
        }
        let bytes = chrome.cut(width, height, name).await;
        if bytes > LARGEST {
            wrong.push(format!("{name}: {bytes} bytes"));
        }
    }
    chrome.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

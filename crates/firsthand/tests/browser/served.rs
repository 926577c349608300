//! The program itself, serving an archive of the examples.

use crate::axe;
use crate::chrome::Chrome;
use crate::looks::examine;
use fantoccini::Locator;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// `firsthand serve`; ended when dropped.
pub(crate) struct Served {
    pub(crate) base: String,
    program: Child,
    _folder: TempDir,
}

impl Served {
    pub(crate) fn start() -> Served {
        let folder = TempDir::new().unwrap();
        let archive = folder.path().join("news.db");
        let program = || Command::new(env!("CARGO_BIN_EXE_firsthand"));
        let examples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        let added = program().arg("add").arg(examples).arg("--archive").arg(&archive).output().unwrap();
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
        let mut program = program()
            .args(["serve", "--address", "127.0.0.1:0", "--archive"])
            .arg(&archive)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(program.stderr.take().unwrap()).lines();
        let base = lines.find_map(|line| Some(line.ok()?.split_once(" at ")?.1.trim().to_owned()));
        std::thread::spawn(move || lines.for_each(drop));
        Served { base: base.expect("serve says its address"), program, _folder: folder }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// Views by the name of their picture.
const VIEWS: [(&str, &str); 10] = [
    ("served-stories", "/"),
    ("served-story-1", "/story/1"),
    ("served-story-2", "/story/2"),
    ("served-story-3", "/story/3"),
    ("served-report", "/report/1"),
    ("served-report-title", "/report/7"),
    ("served-search", "/search?q=fire&since=2025-01-01"),
    ("served-check", "/check?claim=Three+people+were+killed+in+the+fire"),
    ("served-help", "/help"),
    ("served-missing", "/story/999"),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_archive_is_shown_as_it_should_be() {
    let Some(chrome) = Chrome::start(true).await else { return };
    let axe = axe::script();
    let served = Served::start();
    let mut wrong = Vec::new();
    for (name, path) in VIEWS {
        let found = examine(&chrome, axe.as_deref(), name, &format!("{}{path}", served.base)).await;
        // What is missing is missing.
        wrong.extend(found.into_iter().filter(|line| !line.contains("status of 404")));
    }
    chrome.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn from_the_list_to_the_sentence_without_scripts() {
    let Some(chrome) = Chrome::start(false).await else { return };
    let served = Served::start();
    let find = |css: &'static str| chrome.client.find(Locator::Css(css));

    chrome.client.goto(&format!("{}/?about=Velmora", served.base)).await.unwrap();
    assert_eq!(chrome.client.find_all(Locator::Css(".story")).await.unwrap().len(), 1);
    chrome.follow(".story a", |url| url.path().starts_with("/story/")).await;
    let drawn = find("svg.lineage a").await.unwrap().attr("href").await.unwrap().unwrap();
    assert!(drawn.starts_with("/report/"), "{drawn}");
    let link = find(".alone figcaption a").await.unwrap();
    let target = link.attr("href").await.unwrap().unwrap();
    let sentence = find(".alone blockquote").await.unwrap().text().await.unwrap();
    chrome.follow(".alone figcaption a", |url| url.as_str().ends_with(&target)).await;
    let id = target.split_once('#').unwrap().1;
    let marked = chrome.client.find(Locator::Id(id)).await.unwrap().text().await.unwrap();
    assert_eq!(marked, sentence, "the link leads to the sentence");

    chrome.client.goto(&format!("{}/search", served.base)).await.unwrap();
    find("#q").await.unwrap().send_keys("flood").await.unwrap();
    chrome.follow(".ask button", |url| url.query().is_some_and(|q| q.starts_with("q=flood"))).await;
    chrome.client.wait().for_element(Locator::Css(".hits > li")).await.unwrap();
    let hits = chrome.client.find_all(Locator::Css(".hits > li")).await.unwrap().len();
    assert!(hits >= 4, "{hits} reports with the word");
    assert_eq!(find(".hits mark").await.unwrap().text().await.unwrap().to_lowercase(), "flood");
    chrome.close().await;
}

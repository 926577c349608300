//! The keyboard: every link is reached and shows it, the keys of the help page do what it says, news is told.

use crate::chrome::{Chrome, Screen};
use crate::site::Site;
use fantoccini::Locator;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

async fn press(chrome: &Chrome, key: char) {
    let keys = KeyActions::new("keys".into())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    chrome.client.perform_actions(keys).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_link_is_reached_by_keyboard_and_shows_it() {
    let Some(chrome) = Chrome::start(true).await else { return };
    let site = Site::start();
    for path in ["/", "/story/12", "/report/341", "/search"] {
        chrome.screen(Screen { width: 1280, dark: false }).await;
        chrome.client.goto(&site.at(path)).await.unwrap();
        let all = chrome
            .ask(
                "const all = [...document.querySelectorAll('a[href], summary, input, textarea, button')]\
                 .filter((e) => e.checkVisibility() && !(e.type === 'radio' && !e.checked));\
                 window.left = new Set(all); return all.length",
            )
            .await
            .as_u64()
            .unwrap();
        let mut plain: Vec<String> = Vec::new();
        for _ in 0..=all + 20 {
            press(&chrome, char::from(Key::Tab)).await;
            let seen = chrome
                .ask(
                    "const e = document.activeElement; window.left.delete(e); if (e === document.body) return '';\
                     const s = getComputedStyle(e); return s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2 ? e.outerHTML : ''",
                )
                .await;
            plain.extend(seen.as_str().filter(|html| !html.is_empty()).map(str::to_owned));
        }
        let left = chrome.ask("return [...window.left].map((e) => e.outerHTML).join('\\n')").await;
        assert_eq!(left.as_str().unwrap(), "", "{path}: not reached");
        assert_eq!(plain, Vec::<String>::new(), "{path}: focus is not seen");
    }
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_do_what_help_says() {
    let Some(chrome) = Chrome::start(true).await else { return };
    let site = Site::start();
    let focus =
        || chrome.ask("return document.activeElement.getAttribute('href') || document.activeElement.id");
    chrome.client.goto(&site.at("/")).await.unwrap();
    press(&chrome, 'j').await;
    assert_eq!(focus().await, "/story/12");
    press(&chrome, 'j').await;
    assert_eq!(focus().await, "/story/11");
    press(&chrome, 'k').await;
    press(&chrome, 'k').await;
    assert_eq!(focus().await, "/story/12", "it stays at the first");
    for (key, path) in [('/', "/search"), ('c', "/check"), ('?', "/help"), ('s', "/")] {
        press(&chrome, key).await;
        chrome.client.wait().for_url(&site.at(path).parse().unwrap()).await.unwrap();
    }
    chrome.client.goto(&site.at("/search")).await.unwrap();
    press(&chrome, '/').await;
    assert_eq!(focus().await, "q");
    press(&chrome, 'c').await;
    let typed = chrome.ask("return document.activeElement.value").await;
    assert!(
        typed.as_str().unwrap().contains('c')
            && chrome.client.current_url().await.unwrap().path() == "/search"
    );
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn news_is_told_and_nothing_moves() {
    let Some(chrome) = Chrome::start(true).await else { return };
    let site = Site::start();
    let height = "return document.documentElement.scrollHeight";
    let text = "return document.getElementById('news').textContent";
    let cases = [
        ("/", "1 new report, 1 changed report — reload"),
        // The page of a story tells only what is new in it.
        ("/story/12", "1 new report — reload"),
        ("/story/9", "1 changed report — reload"),
    ];
    for (path, told) in cases {
        chrome.client.goto(&site.at(path)).await.unwrap();
        chrome.client.wait().for_element(Locator::Css("#news a")).await.unwrap();
        while path == "/" && chrome.ask(text).await != told {
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        assert_eq!(chrome.ask(text).await, told);
        let with = chrome.ask(height).await;
        chrome.ask("document.getElementById('news').replaceChildren()").await;
        assert_eq!(chrome.ask(height).await, with, "{path} moved");
    }
    chrome.close().await;
}

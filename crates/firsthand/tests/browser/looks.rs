//! Every view at phone and desktop width, in light and dark: it fits, axe finds nothing, the policy holds.

use crate::axe;
use crate::chrome::{Chrome, Screen};
use crate::site::Site;

/// Views by the name of their picture.
const VIEWS: [(&str, &str); 9] = [
    ("stories", "/"),
    ("story", "/story/12"),
    ("story-bare", "/story/9"),
    ("report", "/report/341#t1"),
    ("report-earlier", "/report/340"),
    ("search", "/search?q=mole"),
    ("check", "/check?claim=x"),
    ("help", "/help"),
    ("read", "/read"),
];

const SCREENS: [(&str, Screen); 4] = [
    ("phone", Screen { width: 360, dark: false }),
    ("phone-dark", Screen { width: 360, dark: true }),
    ("desk", Screen { width: 1280, dark: false }),
    ("desk-dark", Screen { width: 1280, dark: true }),
];

/// Words of drawings that lie on each other, or are cut off at an edge.
const OVERLAPS: &str = "
    const found = [];
    for (const svg of document.querySelectorAll('svg')) {
        const sheet = svg.getBoundingClientRect();
        const words = [...svg.querySelectorAll('text')].map((t) => [t.textContent, t.getBoundingClientRect()]);
        words.forEach(([text, box], at) => {
            if (box.right > sheet.right + 1 || box.bottom > sheet.bottom + 1) found.push('cut off: ' + text);
            if (box.height < 10) found.push('too small: ' + text);
            for (const [other, next] of words.slice(at + 1)) {
                const apart = box.right <= next.left || next.right <= box.left
                    || box.bottom <= next.top + 3 || next.bottom <= box.top + 3;
                if (!apart) found.push(text + ' on ' + other);
            }
        });
    }
    return found;";

#[tokio::test(flavor = "multi_thread")]
async fn every_view_fits_and_is_accessible() {
    let Some(chrome) = Chrome::start(true).await else { return };
    let axe = axe::script();
    let site = Site::start();
    let mut wrong: Vec<String> = Vec::new();
    for (name, path) in VIEWS {
        wrong.extend(examine(&chrome, axe.as_deref(), name, &site.at(path)).await);
    }
    chrome.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is wrong with the page at an address, at all widths, in light and dark. Takes a picture of each.
pub(crate) async fn examine(chrome: &Chrome, axe: Option<&str>, name: &str, address: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for (look, screen) in SCREENS {
        chrome.screen(screen).await;
        chrome.client.goto(address).await.unwrap();
        let here = format!("{name}-{look}");
        if let Some(axe) = axe {
            wrong.extend(axe::violations(chrome, axe).await.into_iter().map(|v| format!("{here}: {v}")));
        }
        chrome.picture(screen.width, &here).await;
        wrong.extend(chrome.console().await.into_iter().map(|line| format!("{here}: console: {line}")));
    }
    for width in [320, 360, 768, 1280] {
        chrome.screen(Screen { width, dark: false }).await;
        chrome.client.goto(address).await.unwrap();
        // Folded parts count as well: they are opened.
        let script = "for (const d of document.querySelectorAll('details')) d.open = true; \
                      return document.documentElement.scrollWidth";
        let wide = chrome.ask(script).await.as_u64().unwrap();
        if wide > u64::from(width) {
            wrong.push(format!("{name}: {wide} wide at {width}"));
        }
        // Drawings are made for fonts that not every machine has: once in those, once in a wide one.
        for font in ["", "DejaVu Sans"] {
            let set = format!("document.documentElement.style.setProperty('--work', '{font}')");
            chrome.ask(if font.is_empty() { "" } else { &set }).await;
            let overlaps = chrome.ask(OVERLAPS).await;
            let found = overlaps.as_array().unwrap().iter();
            wrong.extend(found.map(|o| format!("{name} at {width} in {font:?}: {o}")));
        }
    }
    wrong
}

#[tokio::test(flavor = "multi_thread")]
async fn paper_shows_what_is_folded_and_no_forms() {
    let Some(chrome) = Chrome::start(true).await else { return };
    let site = Site::start();
    for (name, path) in [("story", "/story/12"), ("report", "/report/341"), ("stories", "/")] {
        chrome.paper().await;
        chrome.client.goto(&site.at(path)).await.unwrap();
        let folded = "return [...document.querySelectorAll('details:not(.filters) figure')]\
                      .filter((f) => f.getBoundingClientRect().height < 10).length";
        assert_eq!(chrome.ask(folded).await, 0, "{path}: folded away on paper");
        let shown = "return [...document.querySelectorAll('nav, form, #news')].filter((e) => e.checkVisibility()).length";
        assert_eq!(chrome.ask(shown).await, 0, "{path}: what paper has no use for");
        chrome.picture(700, &format!("{name}-paper")).await;
    }
    chrome.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_would_be_seen() {
    let Some(chrome) = Chrome::start(true).await else { return };
    let site = Site::start();
    chrome.client.goto(&site.at("/story/12")).await.unwrap();
    let spoil = "
        document.documentElement.removeAttribute('lang');
        document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">a</p>');
        for (const t of document.querySelectorAll('svg tspan')) t.setAttribute('y', '20');";
    chrome.ask(spoil).await;
    assert!(chrome.console().await.iter().any(|line| line.contains("Content Security Policy")), "the policy");
    assert!(!chrome.ask(OVERLAPS).await.as_array().unwrap().is_empty(), "words on words");
    if let Some(axe) = axe::script() {
        let found = axe::violations(&chrome, &axe).await;
        assert!(found.iter().any(|line| line.starts_with("\"html-has-lang\"")), "{found:?}");
    }
    chrome.close().await;
}

//! Every view at phone and desktop width, in light and dark: it fits, axe finds nothing, the policy holds.

use crate::axe;
use crate::chrome::{Chrome, Screen};
use crate::site::Site;

/// Views by the name of their picture.
const VIEWS: [(&str, &str); 13] = [
    ("stories", "/"),
    ("story", "/story/12"),
    ("story-bare", "/story/9"),
    ("story-harbour-fire", "/story/100"),
    ("story-minister-visit", "/story/110"),
    ("story-river-flood", "/story/120"),
    ("report", "/report/341#t1"),
    ("report-earlier", "/report/340"),
    ("report-harbour-fire", "/report/400"),
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
        for (look, screen) in SCREENS {
            chrome.screen(screen).await;
            chrome.client.goto(&site.at(path)).await.unwrap();
            let here = format!("{name}-{look}");
            if let Some(axe) = &axe {
                wrong.extend(axe::violations(&chrome, axe).await.into_iter().map(|v| format!("{here}: {v}")));
            }
            chrome.picture(screen.width, &here).await;
            wrong.extend(chrome.console().await.into_iter().map(|line| format!("{here}: console: {line}")));
        }
        for width in [320, 360, 768, 1280] {
            chrome.screen(Screen { width, dark: false }).await;
            chrome.client.goto(&site.at(path)).await.unwrap();
            // Folded parts count as well: they are opened.
            let script = "for (const d of document.querySelectorAll('details')) d.open = true; \
                          return document.documentElement.scrollWidth";
            let wide = chrome.ask(script).await.as_u64().unwrap();
            if wide > u64::from(width) {
                wrong.push(format!("{name}: {wide} wide at {width}"));
            }
            let overlaps = chrome.ask(OVERLAPS).await;
            wrong.extend(overlaps.as_array().unwrap().iter().map(|o| format!("{name} at {width}: {o}")));
        }
    }
    chrome.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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

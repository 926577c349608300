//! Every view at phone and desktop width, in light and dark: it fits, axe finds nothing, the policy holds.

use crate::axe;
use crate::chrome::{Chrome, Screen};
use crate::site::Site;

/// Views by the name of their picture.
const VIEWS: [(&str, &str); 12] = [
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
];

const SCREENS: [(&str, Screen); 4] = [
    ("phone", Screen { width: 360, dark: false }),
    ("phone-dark", Screen { width: 360, dark: true }),
    ("desk", Screen { width: 1280, dark: false }),
    ("desk-dark", Screen { width: 1280, dark: true }),
];

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
        }
    }
    chrome.close().await;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! Without scripts: everything can be read, forms ask what they should.

use crate::chrome::Chrome;
use crate::site::Site;
use fantoccini::Locator;

#[tokio::test(flavor = "multi_thread")]
async fn forms_and_links_work_without_scripts() {
    let Some(chrome) = Chrome::start(false).await else { return };
    let site = Site::start();
    let find = |css: &'static str| chrome.client.find(Locator::Css(css));

    chrome.client.goto(&site.at("/")).await.unwrap();
    find(".filters summary").await.unwrap().click().await.unwrap();
    find("#about").await.unwrap().send_keys("Ilse Brandt").await.unwrap();
    find("#least").await.unwrap().send_keys("3").await.unwrap();
    find("#disputed").await.unwrap().click().await.unwrap();
    let listed = chrome.follow(".filters button", |url| url.query().is_some()).await;
    assert_eq!(listed.query(), Some("about=Ilse+Brandt&outlet=&since=&until=&least=3&disputed=true"));

    chrome.follow(".story a", |url| url.path() == "/story/12").await;
    chrome.follow("figcaption a", |url| url.as_str() == site.at("/report/341#t1")).await;

    chrome.client.goto(&site.at("/check")).await.unwrap();
    let claim = find("#claim").await.unwrap();
    claim.clear().await.unwrap();
    claim.send_keys("A & B = 7 people").await.unwrap();
    let checked = chrome.follow("form button", |url| url.query().is_some()).await;
    let asked: Vec<(String, String)> = checked.query_pairs().into_owned().collect();
    assert_eq!(asked, [("claim".to_owned(), "A & B = 7 people".to_owned())]);

    // That no script ran: none asked for news.
    assert!(!site.asked.lock().unwrap().iter().any(|target| target.starts_with("/events")));
    chrome.close().await;
}

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
    find(".filters button").await.unwrap().click().await.unwrap();
    let query = chrome.client.current_url().await.unwrap().query().unwrap().to_owned();
    assert_eq!(query, "about=Ilse+Brandt&outlet=&since=&until=&least=3&disputed=true");

    find(".story a").await.unwrap().click().await.unwrap();
    assert_eq!(chrome.client.current_url().await.unwrap().path(), "/story/12");
    find("figcaption a").await.unwrap().click().await.unwrap();
    assert_eq!(chrome.client.current_url().await.unwrap().as_str(), site.at("/report/341#t1"));

    chrome.client.goto(&site.at("/check")).await.unwrap();
    let claim = find("#claim").await.unwrap();
    claim.clear().await.unwrap();
    claim.send_keys("A & B = 7 people").await.unwrap();
    find("form button").await.unwrap().click().await.unwrap();
    let url = chrome.client.current_url().await.unwrap();
    let asked: Vec<(String, String)> = url.query_pairs().into_owned().collect();
    assert_eq!(asked, [("claim".to_owned(), "A & B = 7 people".to_owned())]);

    // That no script ran: none asked for news.
    assert!(!site.asked.lock().unwrap().iter().any(|target| target.starts_with("/events")));
    chrome.close().await;
}

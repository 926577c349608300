//! From an address to a page, or to all the pages that are in what it leads to.

use super::ask::{Answer, Most};
use super::{Client, Fetched, Kind, Page, Trouble, Validators, date};
use firsthand_intake::{Found, Item, Options};
use std::ops::ControlFlow;
use url::Url;

const ACCEPT: &str = "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, \
                      application/feed+json, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5";

/// What is neither a page nor holds pages.
const NO_PAGES: [&str; 4] = ["image/", "audio/", "video/", "font/"];

impl Client {
    /// Asks for a page, whole.
    pub fn fetch_item(&self, address: &str) -> Result<Fetched, Trouble> {
        self.fetch_again(address, &Validators::default())
    }

    /// Asks for a page, unless it is as it was.
    pub fn fetch_again(&self, address: &str, validators: &Validators) -> Result<Fetched, Trouble> {
        let mut url = self.settings.policy.read(address)?;
        // What stands behind # is for readers; a page has one address.
        url.set_fragment(None);
        let mut headers = vec![("Accept", ACCEPT)];
        headers.extend(validators.etag.as_deref().map(|etag| ("If-None-Match", etag)));
        headers.extend(validators.last_modified.as_deref().map(|date| ("If-Modified-Since", date)));
        let (mut been, mut for_good) = (Vec::new(), true);
        loop {
            self.wanted(&url).map_err(|t| from(address, &been, t))?;
            let most = Most::Whole(self.settings.limits.body);
            let answer = self.ask(&url, &headers, most).map_err(|t| from(address, &been, t))?;
            if !matches!(answer.status, 301 | 302 | 303 | 307 | 308) {
                let moved = (for_good && !been.is_empty()).then(|| url.as_str().to_owned());
                return self.made(url, moved, answer, validators).map_err(|t| from(address, &been, t));
            }
            for_good &= matches!(answer.status, 301 | 308);
            let next = self.next(&url, &answer).map_err(|t| from(address, &been, t))?;
            been.push(url);
            self.round(address, &been, &next)?;
            url = next;
        }
    }

    /// Where a redirect leads.
    fn next(&self, url: &Url, answer: &Answer) -> Result<Url, Trouble> {
        let wrong = |message: String| Trouble::new(Kind::Redirect, url.as_str(), message);
        let location = answer
            .header("location")
            .ok_or_else(|| wrong(format!("status {} without an address to go to", answer.status)))?;
        let mut next =
            url.join(location).map_err(|error| wrong(format!("redirected to no address ({error})")))?;
        next.set_fragment(None);
        self.settings.policy.check(&next).map_err(|t| from(url.as_str(), std::slice::from_ref(url), t))?;
        Ok(next)
    }

    /// Errors: redirected in a circle, or too often.
    fn round(&self, address: &str, been: &[Url], next: &Url) -> Result<(), Trouble> {
        if been.contains(next) {
            let message = format!("redirected in a circle ({} leads back to {next})", last(been));
            return Err(Trouble::new(Kind::Redirect, address, message));
        }
        let most = self.settings.limits.redirects;
        if been.len() > most {
            return Err(Trouble::new(Kind::Redirect, address, format!("redirected more than {most} times")));
        }
        Ok(())
    }

    fn made(
        &self,
        url: Url,
        moved: Option<String>,
        answer: Answer,
        asked: &Validators,
    ) -> Result<Fetched, Trouble> {
        let own = |name: &str| answer.header(name).map(str::to_owned);
        let age = answer.header("cache-control").and_then(date::max_age);
        let mut validators = Validators { etag: own("etag"), last_modified: own("last-modified") };
        match answer.status {
            200 => {}
            304 if *asked != Validators::default() => {
                validators.etag = validators.etag.or_else(|| asked.etag.clone());
                validators.last_modified = validators.last_modified.or_else(|| asked.last_modified.clone());
                return Ok(Fetched::NotModified { validators, age });
            }
            status => {
                let wait = self.retry_after(&answer);
                let again =
                    wait.map_or(String::new(), |w| format!("; to be asked again in {} s", w.as_secs()));
                let message = format!("the server says {status}{}{again}", meaning(status));
                return Err(Trouble::new(Kind::Status(status), url.as_str(), message).after(wait));
            }
        }
        let media = answer.media();
        if let Some(kind) = media.as_deref().filter(|m| NO_PAGES.iter().any(|n| m.starts_with(n))) {
            return Err(Trouble::new(Kind::Media, url.as_str(), format!("{kind} is no page; left out")));
        }
        let address = url.as_str().to_owned();
        let item = Item {
            location: address.clone(),
            address: Some(address.clone()),
            charset: answer.charset(),
            crawled: Some(second(self.settings.clock.now())),
            bytes: answer.body,
            ..Item::default()
        };
        Ok(Fetched::Page(Box::new(Page { item, address, moved, media, validators, age })))
    }

    /// Asks for an address and gives every page that is in what it leads to: itself, the entries of a feed, the
    /// records of a web archive.
    pub fn read_url(
        &self,
        address: &str,
        options: &Options,
        each: &mut dyn FnMut(Found) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, Trouble> {
        match self.fetch_item(address)? {
            Fetched::Page(page) => Ok(read_page(&page, options, each)),
            Fetched::NotModified { .. } => Ok(ControlFlow::Continue(())),
        }
    }
}

/// Gives every page that is in a fetched one.
pub(super) fn read_page(
    page: &Page,
    options: &Options,
    each: &mut dyn FnMut(Found) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let from = &page.item;
    let options = Options { address: from.address.clone(), charset: from.charset.clone(), ..options.clone() };
    firsthand_intake::read_from(&from.location, Box::new(from.bytes.as_slice()), &options, &mut |found| {
        let Found::Page(mut item) = found else {
            return each(found);
        };
        // A page of an archive has been fetched by others, at another time.
        if item.record.is_none() {
            item.crawled = item.crawled.or_else(|| from.crawled.clone());
        }
        if item.location == from.location {
            item.address.clone_from(&from.address);
            item.charset.clone_from(&from.charset);
        }
        each(Found::Page(item))
    })
}

/// A time to the second: `2024-04-24T00:30:00Z`.
fn second(at: jiff::Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The trouble of a request that began at another address.
fn from(address: &str, been: &[Url], trouble: Trouble) -> Trouble {
    if been.is_empty() {
        return trouble;
    }
    let message = format!("redirected to {}: {}", trouble.address, trouble.message);
    Trouble { address: address.to_owned(), message, ..trouble }
}

fn last(been: &[Url]) -> &str {
    been.last().map_or("", Url::as_str)
}

fn meaning(status: u16) -> &'static str {
    match status {
        401 | 403 => " (not for us)",
        404 => " (not found)",
        410 => " (gone)",
        429 => " (too many requests)",
        451 => " (withheld by law)",
        500..=599 => " (its own trouble)",
        _ => "",
    }
}

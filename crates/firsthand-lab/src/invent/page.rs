//! A report as an outlet prints it, and as a record of a web archive.

use super::chance::Chance;
use super::story::Told;
use super::vocabulary as words;
use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;
use jiff::civil::{Date, date};
use jiff::{Span, ToSpan};
use std::io::Write;

/// How many outlets there are.
pub(super) const OUTLETS: usize = 500;
/// Day 0, a Monday.
const BEGIN: Date = date(2030, 1, 7);

/// An outlet. All of it follows from its number.
#[derive(Debug, Clone)]
pub(super) struct Outlet {
    host: String,
    /// One in ten states none.
    name: Option<String>,
    /// What it prints under everything: three in five do.
    habit: Option<String>,
}

impl Outlet {
    /// The outlet of a number.
    pub(super) fn of(seed: u64, number: usize) -> Outlet {
        let mut chance = Chance::of(&[seed, 2, number as u64]);
        let town = words::made(900 + number * 37);
        let kind = chance.one(&["Post", "Herald", "Gazette", "Courier", "Times", "News"]);
        let name = format!("{} {kind}", words::capital(&town));
        let habit = format!(
            "{name} is printed in {} by {}; write to the {} desk about {} or {}.",
            words::place(&mut chance),
            words::person(&mut chance).1,
            words::any(&mut chance),
            words::rare(&mut chance),
            words::rare(&mut chance)
        );
        Outlet {
            host: format!("{town}{number}.example"),
            habit: chance.happens(0.6).then_some(habit),
            name: chance.happens(0.9).then_some(name),
        }
    }

    /// Where a report of it stands.
    pub(super) fn address(&self, story: u64, record: u64) -> String {
        format!("https://{}/{story:x}/{record:x}", self.host)
    }

    /// A report as it prints it.
    pub(super) fn page(
        &self,
        told: &Told,
        address: &str,
        (day, minute): (usize, usize),
        under: Option<&str>,
        language: &str,
    ) -> String {
        let (hour, minute) = (minute / 60 % 24, minute % 60);
        let name = self
            .name
            .as_deref()
            .map(|n| format!("<meta property=\"og:site_name\" content=\"{n}\">"))
            .unwrap_or_default();
        let below = self.habit.as_deref().into_iter().chain(under);
        let paragraphs: String = told
            .paragraphs
            .iter()
            .map(String::as_str)
            .chain(below)
            .map(|p| format!("<p>{p}</p>\n"))
            .collect();
        format!(
            "<!doctype html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{title}</title>{name}\n<meta \
             property=\"article:published_time\" content=\"{date}T{hour:02}:{minute:02}:00Z\"><link rel=\"canonical\" \
             href=\"{address}\"></head>\n<body><nav><a href=\"/\">Home</a> <a href=\"/world\">World</a> <a href=\"/sport\">Sport</a></nav>\n\
             <article><h1>{title}</h1>\n{paragraphs}</article>\n<footer>© {host}</footer></body></html>\n",
            title = told.title,
            date = on(day),
            host = self.host,
        )
    }
}

/// The day of a number.
fn on(day: usize) -> Date {
    let span: Span = i32::try_from(day).unwrap_or(i32::MAX).days();
    BEGIN.checked_add(span).unwrap_or(BEGIN)
}

/// A record of a web archive, a gzip member of its own. A broken one has a hole in its middle.
pub(super) fn record(
    address: &str,
    page: &str,
    (day, number): (usize, u64),
    broken: bool,
) -> Result<Vec<u8>> {
    let http = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
    let head = format!(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012x}>\r\nWARC-Target-URI: \
         {address}\r\nWARC-Date: {}T23:30:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n",
        on(day),
        http.len()
    );
    let mut packed = GzEncoder::new(Vec::with_capacity(http.len() / 2), Compression::new(6));
    for part in [head.as_str(), http.as_str(), "\r\n\r\n"] {
        packed.write_all(part.as_bytes())?;
    }
    let mut bytes = packed.finish()?;
    let middle = bytes.len() / 2;
    if broken && let Some(hole) = bytes.get_mut(middle..middle + 24) {
        hole.fill(0xff);
    }
    Ok(bytes)
}

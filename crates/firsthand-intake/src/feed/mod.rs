//! RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0 and JSON Feed, entry by entry.

mod date;
mod decode;
mod element;
mod entity;
mod item;
mod model;
mod node;
mod space;
mod walk;

pub(crate) use decode::{Leash, Utf8};
pub use item::{entry_facts, entry_item};
pub use model::{Channel, Entry, Feed, Link, Person, Words};

use crate::Limits;
use crate::open::Out;
use node::Node;
use std::io::BufRead;
use std::ops::ControlFlow;
use walk::{Elements, Part};

pub use date::{Stamp, stamp};

/// What is found in a feed, in its order.
pub(crate) enum Event {
    /// An entry, with its number (from 1).
    Entry(usize, Box<Entry>),
    /// An entry that is longer than the limit.
    Long(usize),
    /// Something wrong with the feed as a whole.
    Trouble(String),
    /// The end: what the feed says of itself is complete.
    End,
}

/// Where a feed comes from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct From<'a> {
    /// The encoding that HTTP declares.
    pub(crate) charset: Option<&'a str>,
    /// Its address: what relative addresses in it are relative to.
    pub(crate) address: Option<&'a str>,
}

/// Reads a feed at once, for those who have it in memory. `charset` is what HTTP declares, `address` where it is.
pub fn feed(mut bytes: &[u8], charset: Option<&str>, address: Option<&str>) -> Feed {
    let mut feed = Feed::default();
    let mut each = |event, about: &Channel| {
        match event {
            Event::Entry(_, entry) => feed.entries.push(*entry),
            Event::Long(n) => feed.troubles.push(format!("entry {n} is too long")),
            Event::Trouble(trouble) => feed.troubles.push(trouble),
            Event::End => feed.channel.clone_from(about),
        }
        ControlFlow::Continue(())
    };
    let limits = Limits::default();
    let done = if bytes.trim_ascii_start().starts_with(b"{") {
        match Utf8::new(&mut bytes, charset, limits.page) {
            Ok((source, leash)) => crate::json::feed(source, &leash, &mut each),
            Err(error) => each(Event::Trouble(error.to_string()), &Channel::default()),
        }
    } else {
        xml(&mut bytes, From { charset, address }, &limits, &mut each)
    };
    debug_assert!(done.is_continue());
    feed
}

/// Reads a feed of XML and hands on its pages.
pub(crate) fn read(
    out: &mut Out<'_, '_>,
    location: &str,
    bytes: &mut dyn BufRead,
    from: From<'_>,
) -> ControlFlow<()> {
    let limits = out.options.limits.clone();
    let mut each = |event, channel: &Channel| hand_on(out, location, event, channel);
    xml(bytes, from, &limits, &mut each)
}

/// Hands on what is found in a feed.
pub(crate) fn hand_on(
    out: &mut Out<'_, '_>,
    location: &str,
    event: Event,
    channel: &Channel,
) -> ControlFlow<()> {
    match event {
        Event::Entry(n, entry) => match entry_item(&format!("{location}#{n}"), &entry, channel) {
            Some(item) => out.page(item),
            None => {
                out.pass("entry without text");
                ControlFlow::Continue(())
            }
        },
        Event::Long(n) => {
            let most = out.options.limits.page >> 20;
            out.bad(&format!("{location}#{n}"), format!("an entry of more than {most} MiB; skipped"))
        }
        Event::Trouble(trouble) => out.bad(location, trouble),
        Event::End => ControlFlow::Continue(()),
    }
}

/// Walks through a feed.
fn xml(
    bytes: &mut dyn BufRead,
    from: From<'_>,
    limits: &Limits,
    each: &mut dyn FnMut(Event, &Channel) -> ControlFlow<()>,
) -> ControlFlow<()> {
    let channel = &mut Channel::default();
    let (source, leash) = match Utf8::new(bytes, from.charset, limits.page) {
        Ok(opened) => opened,
        Err(error) => return each(Event::Trouble(format!("{error}; skipped")), channel),
    };
    let mut elements = Elements::new(source, leash, limits.page, from.address);
    let (mut depth, mut count, mut entered) = (0_usize, 0, false);
    while let Some(part) = elements.part() {
        let Part::Open(head) = part else {
            depth = depth.saturating_sub(1);
            continue;
        };
        match (depth, head.name.as_str()) {
            (_, "item" | "entry") if is_own(&head) => {
                count += 1;
                let event = match elements.whole(head) {
                    Some(node) => Event::Entry(count, Box::new(element::entry(&node))),
                    None => Event::Long(count),
                };
                each(event, channel)?;
            }
            (0, _) | (_, "channel" | "feed" | "rss" | "rdf") if depth < 8 => {
                element::head(&head, channel);
                depth += 1;
                entered = true;
            }
            _ => {
                if let Some(node) = elements.whole(head) {
                    element::of_channel(&node, channel);
                }
            }
        }
    }
    if !elements.entities.undefined.is_empty() {
        let names = elements.entities.undefined.join(";, &");
        each(
            Event::Trouble(format!("the feed uses &{names}; without defining it; left as it stands")),
            channel,
        )?;
    }
    match elements.broken.take() {
        Some(error) => {
            let read =
                if count == 1 { "1 entry was read".to_owned() } else { format!("{count} entries were read") };
            each(Event::Trouble(format!("{error}; {read}")), channel)?;
        }
        None if depth == 0 && count == 0 && *channel == Channel::default() && !entered => {
            each(Event::Trouble("no feed was found in it; skipped".to_owned()), channel)?;
        }
        None => {}
    }
    each(Event::End, channel)
}

fn is_own(node: &Node) -> bool {
    matches!(&*node.space, "" | "atom" | "rdf")
}

//! Watching: feeds are polled, their pages read and followed, and what is new is told.
//!
//! In: addresses of feeds. Out: reports in the archive, and alerts. Where every feed, page and watch stands is a cursor
//! of the archive, written with the reports it brought: a watch that is ended at any moment goes on without a gap and
//! without a double.

mod alert;
mod config;
mod deliver;
mod desk;
mod due;
mod entry;
mod feed;
mod follow;
mod job;
mod judge;
mod matter;
mod opml;
mod outbox;
mod outcome;
mod round;
mod send;
mod set_back;
mod shelf;
mod signal;
mod span;
mod state;
mod tidings;
mod told;
mod watched;

pub use alert::{Alert, Cited, Event, OriginsThen, ReportNamed, StoryNamed};
pub use config::{Config, Following, Intervals, Sparing};
pub use desk::Desk;
pub use opml::{Outline, outlines};
pub use round::{Round, Settled, Teller, Until};
pub use send::{feed_of, signature};
pub use shelf::{Choice, Happening, Kept, Named, Seen, Shelf};
pub use signal::Stop;
pub use span::Span;
pub use state::{FeedState, Mark, PageState, Pending, Waiting, WatchState};
pub use told::{Disputed, Told};
pub use watched::{Matter, Target, Watched};

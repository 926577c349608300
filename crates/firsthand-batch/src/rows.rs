//! What passes between stages. Rows of the tables a run ends with are in [`crate::tables`].

use crate::id::Id;
use crate::table::records;

records! {
    /// What was read of a page; by its id's bucket, with [`Raw`] in the same row.
    Text {
        /// The report's number.
        id: Id,
        /// The file it came from.
        input: String,
        /// Its place in the file.
        ordinal: u32,
        /// The name it goes by.
        location: String,
        /// Its own address.
        url: Option<String>,
        /// When it was fetched.
        crawled: Option<String>,
        /// Outlet.
        outlet: Option<String>,
        /// When it was published (EDTF).
        published: Option<String>,
        /// When it was changed (EDTF).
        updated: Option<String>,
        /// Language (ISO 639-1).
        language: Option<String>,
        /// Writers, joined by commas.
        byline: Option<String>,
        /// Title and body.
        text: String,
        /// The title.
        title: Vec<u32>,
        /// The body.
        body: Vec<u32>,
        /// Paragraphs.
        paragraphs: Vec<u32>,
        /// What was cut out.
        about: Vec<u32>,
        /// Quotations.
        quotes: Vec<u32>,
        /// Sentences.
        sentences: Vec<u32>,
        /// The day that places it.
        day: Option<i32>,
        /// Its sketch.
        sketch: Vec<u8>,
        /// How many statements it makes.
        statements: u32,
    }

    /// A page as it came.
    Raw {
        /// What it was given as: `text` or `html`, where that was said.
        kind: Option<String>,
        /// The address it was fetched from.
        address: Option<String>,
        /// The declared encoding.
        charset: Option<String>,
        /// What a feed or a record says of it, as JSON.
        facts: String,
        /// Notes of its intake, as JSON.
        notes: String,
        /// How long the page is.
        size: u64,
        /// The page, deflated.
        page: Vec<u8>,
    }

    /// Which page it is.
    Seat {
        /// The report's number.
        id: Id,
        /// The file it came from.
        input: String,
        /// Its place in the file.
        ordinal: u32,
        /// The name it goes by.
        location: String,
        /// When it was fetched.
        crawled: Option<String>,
    }

    /// Where a page is in the folder of its story; by the story's bucket, with [`Raw`] in the same row.
    Filed {
        /// The story.
        story: Id,
        /// The report of the story.
        newest: Id,
        /// Its place among the versions, oldest first; the newest is the last.
        version: u32,
        /// The file it came from.
        input: String,
        /// Its place in the file.
        ordinal: u32,
        /// The name it goes by.
        location: String,
        /// When it was fetched.
        crawled: Option<String>,
    }

    /// Whose row of a table it is; by the report's bucket.
    Whose {
        /// The report.
        id: Id,
        /// Where the page is.
        at: String,
    }

    /// One version of a report, oldest first.
    Link {
        /// The newest version.
        newest: Id,
        /// This one.
        id: Id,
        /// Where the page is that stands for it.
        location: String,
        /// Its place among the versions.
        version: u32,
    }

    /// The paragraphs of a page of an outlet; by the outlet's bucket.
    Paragraphs {
        /// The report.
        id: Id,
        /// Numbers of the paragraphs.
        numbers: Vec<u64>,
        /// Their words.
        words: Vec<u32>,
    }

    /// Which paragraphs of a report are its outlet's boilerplate; by the report's bucket.
    Habit {
        /// The report.
        id: Id,
        /// A flag for each paragraph.
        flags: Vec<u8>,
    }

    /// A fingerprint; by its own bucket.
    Print {
        /// The fingerprint.
        print: u64,
        /// A report that has it.
        id: Id,
        /// A number for all that is compared of the report: two reports with the same are one text.
        whole: u64,
    }

    /// Two reports that share fingerprints; by the bucket of the first.
    Near {
        /// The report with the lower number.
        one: Id,
        /// The other.
        other: Id,
        /// What sharing them says.
        weight: u32,
    }

    /// Two reports that are compared.
    Candidate {
        /// The report with the lower number.
        one: Id,
        /// The other.
        other: Id,
    }

    /// A report that is wanted elsewhere; by its bucket.
    Wanted {
        /// The report.
        id: Id,
        /// The bucket that wants it.
        to: u32,
    }

    /// What is compared of a report.
    Prose {
        /// The report.
        id: Id,
        /// The name it goes by.
        location: String,
        /// When it was published.
        published: Option<String>,
        /// Title and body.
        text: String,
        /// The body.
        body: Vec<u32>,
        /// Paragraphs.
        paragraphs: Vec<u32>,
        /// What was cut out.
        about: Vec<u32>,
        /// Quotations.
        quotes: Vec<u32>,
    }

    /// Which of its paragraphs are boilerplate: a flag for each, none at all where none is.
    Flags {
        /// The flags.
        flags: Vec<u8>,
    }

    /// Which two reports have words in common, and what they are to each other.
    Ends {
        /// The first report.
        first: String,
        /// The second.
        second: String,
        /// What they are to each other.
        label: String,
    }

    /// Two copies in a component; by the component's bucket.
    Bond {
        /// The lowest report of the component.
        component: Id,
        /// The first report.
        first: String,
        /// The second.
        second: String,
        /// Where the first is.
        first_location: String,
        /// Where the second is.
        second_location: String,
        /// What they are to each other.
        label: String,
        /// Shared runs.
        runs: i64,
        /// Runs of the first.
        runs_first: i64,
        /// Runs of the second.
        runs_second: i64,
    }

    /// A report for a window; by its day.
    Dated {
        /// The report.
        id: Id,
        /// The name it goes by.
        location: String,
        /// The day that places it; None where nothing does.
        day: Option<i32>,
        /// Its sketch.
        sketch: Vec<u8>,
    }

    /// A report as a window sees it.
    Seen {
        /// The report.
        id: Id,
        /// The name it goes by.
        location: String,
        /// Its story among those of the window.
        story: u32,
        /// Its place in the order of the window.
        place: u32,
        /// The day that places it.
        day: Option<i32>,
        /// Whether it is the window that decides of it.
        own: bool,
        /// The report of its story it is nearest to; the report itself where it is the first.
        nearest: Id,
        /// How near.
        score: f64,
        /// How near any report of its story is that it joined or that joined by it; 0 where it is alone.
        strength: f64,
        /// For the first of a story: a report of another story of the same affair; else itself.
        kin: Id,
        /// How near.
        kin_score: f64,
    }

    /// A report whose pages a story wants; by the report's bucket.
    Asked {
        /// The report.
        id: Id,
        /// The story.
        story: Id,
    }

    /// How a report joined its story; by the story's bucket.
    Joined {
        /// The story.
        story: Id,
        /// The report.
        id: Id,
        /// The report it is nearest to; itself for the first.
        nearest: Id,
        /// How near.
        score: f64,
        /// How many reports the story has.
        reports: u32,
    }
}

//! The tables a run ends with: docs/formats.md says what every column holds.

use crate::table::records;

records! {
    /// What could not be read, or not as well as it should.
    Notice {
        /// Where it was seen.
        stage: String,
        /// The input.
        location: String,
        /// `lost`, `flawed` or `bounded`.
        kind: String,
        /// In one line.
        message: String,
    }

    /// A report, a row for each of its versions.
    Report {
        /// Its number.
        report: String,
        /// The number of its newest version.
        newest: String,
        /// Its place among the versions, 1 the oldest.
        version: i32,
        /// How many versions there are.
        versions: i32,
        /// How many pages are this very text at this very address.
        copies: i32,
        /// The name under which it was given.
        location: String,
        /// Its address.
        url: Option<String>,
        /// Outlet.
        outlet: Option<String>,
        /// Title.
        title: Option<String>,
        /// Writers.
        byline: Option<String>,
        /// When it was published (EDTF).
        published: Option<String>,
        /// When it was changed (EDTF).
        updated: Option<String>,
        /// When it was fetched.
        crawled: Option<String>,
        /// Language (ISO 639-1).
        language: Option<String>,
        /// How many statements it makes.
        statements: i32,
        /// Its body.
        body: String,
    }

    /// What a report states by itself.
    Statement {
        /// The report.
        report: String,
        /// Its place in the report, from 1.
        number: i32,
        /// `title` or `body`.
        part: String,
        /// First character of its sentence in that part.
        start: i64,
        /// One past the last.
        end: i64,
        /// The sentence.
        sentence: String,
        /// Dictionary form of the word that carries it.
        predicate: String,
        /// Who did it.
        subject: Option<String>,
        /// To whom or to what it is done.
        object: Option<String>,
        /// Who got it.
        recipient: Option<String>,
        /// Everybody and everything else that takes part, by preposition.
        others: Option<String>,
        /// When (EDTF).
        time: Option<String>,
        /// When, as written.
        time_text: Option<String>,
        /// Where, as written.
        place: Option<String>,
        /// The first quantity.
        value: Option<f64>,
        /// The upper end of a range.
        value_high: Option<f64>,
        /// How exactly.
        bound: Option<String>,
        /// Unit or counted noun.
        unit: Option<String>,
        /// As written.
        quantity: Option<String>,
        /// `positive` or `negative`.
        polarity: String,
        /// `asserted`, `alleged`, `possible` or `denied`.
        certainty: String,
        /// Whose word it is in the end.
        speaker: Option<String>,
        /// `quoted`, `reported`, `credited` or `relayed`.
        attribution: Option<String>,
        /// Everybody it went through, nearest to the report first.
        chain: Option<String>,
        /// Kind of event (PLOVER).
        event: Option<String>,
    }

    /// Who or what a report names.
    Name {
        /// The report.
        report: String,
        /// The fullest form.
        name: String,
        /// What it is.
        kind: String,
        /// Roles, joined by semicolons.
        roles: Option<String>,
        /// ISO 3166-1 alpha-2.
        country: Option<String>,
        /// Spellings, joined by semicolons.
        forms: String,
        /// How often it is named.
        count: i32,
    }

    /// Two reports with words in common.
    Copy {
        /// The first, by location.
        first: String,
        /// The second.
        second: String,
        /// Where the first is.
        first_location: String,
        /// Where the second is.
        second_location: String,
        /// What they are to each other.
        label: String,
        /// Part of the first that stands in the second, 0 to 1.
        part_first: f64,
        /// Part of the second that stands in the first.
        part_second: f64,
        /// The same outside quotations.
        outside_first: f64,
        /// The same of the second.
        outside_second: f64,
        /// Shared runs of five words.
        runs: i64,
        /// Of these, those outside quotations.
        runs_outside: i64,
        /// Different runs of the first.
        runs_first: i64,
        /// Different runs of the second.
        runs_second: i64,
        /// Words of the longest shared stretch outside quotations.
        longest: i64,
        /// Shared passages in the bodies: first start, first end, second start, second end, in characters.
        passages: Vec<i64>,
    }

    /// A report in a group of copies.
    Member {
        /// The group: its fullest report.
        group: String,
        /// The report.
        report: String,
        /// The group of reprints within it: its fullest report.
        reprint: Option<String>,
    }

    /// A story.
    Story {
        /// Its number: that of its first report.
        story: String,
        /// How many reports.
        reports: i32,
        /// First day.
        first_day: Option<String>,
        /// Last day.
        last_day: Option<String>,
        /// Another story of the same affair.
        related: Option<String>,
    }

    /// A report in a story.
    Joining {
        /// The story.
        story: String,
        /// The report.
        report: String,
        /// The report of the story that it is nearest to.
        nearest: Option<String>,
        /// How near, 0 to 1.
        score: Option<f64>,
    }

    /// A story's account in short.
    Summary {
        /// The story.
        story: String,
        /// Title of its most central report.
        headline: String,
        /// What was found, in one sentence.
        finding: String,
        /// How many reports it has.
        reports: i32,
        /// How many of them were compared.
        compared: i32,
        /// Origins for certain.
        origins: i32,
        /// Origins at most.
        origins_possible: i32,
        /// `measured`, `partial` or `unmeasured`.
        measure: String,
        /// Points that are disputed.
        disputed: i32,
    }

    /// Who has it from whom.
    Step {
        /// The story.
        story: String,
        /// Its id within the story.
        local: String,
        /// The report that has it; None for an origin.
        child: Option<String>,
        /// Its name.
        child_name: String,
        /// The report it has it from; None for an origin.
        parent: Option<String>,
        /// Its name.
        parent_name: String,
        /// `credits`, `copies`, `quotes` or `cites`.
        kind: String,
        /// For copies: the part of the body that stands in the parent.
        coverage: Option<f64>,
        /// The rule that drew it.
        reason: String,
        /// For copies: one more text beside the first.
        further: bool,
        /// How sure the parent is.
        confidence: Option<f64>,
        /// Evidence, joined by semicolons.
        evidence: Option<String>,
    }

    /// An answer to a point of a story.
    Answer {
        /// The story.
        story: String,
        /// The point within the story.
        point: String,
        /// The question.
        label: String,
        /// What is asked for.
        slot: String,
        /// How the answers stand to each other.
        status: String,
        /// Why.
        reason: String,
        /// The answer's place, from 1.
        variant: i32,
        /// The answer.
        value: String,
        /// Reports that give it, joined by semicolons.
        reports: String,
        /// Origins behind it for certain.
        origins: i32,
        /// At most.
        origins_possible: i32,
    }
}

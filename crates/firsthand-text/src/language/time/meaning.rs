//! What a time expression says before any date is in hand.

/// Units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// Seasons, of the northern hemisphere where months are needed (meteorological: spring begins on 1 March).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

/// Parts of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Part {
    Morning,
    Noon,
    Midday,
    Afternoon,
    Evening,
    Night,
    Midnight,
    Dawn,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// `17:06`, `5 p.m.`
    At {
        /// 0 to 24.
        hour: i8,
        /// 0 to 59, if it is given.
        minute: Option<i8>,
        /// 0 to 59, if it is given.
        second: Option<i8>,
        /// The zone, if it is given.
        zone: Zone,
    },
    /// `morning`, `night`.
    Part(Part),
}

/// The zone of a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Zone {
    /// Not given, or given as local.
    #[default]
    Local,
    /// Minutes east of UTC.
    Offset(i16),
    /// A zone of the United States that moves its clocks, by its minutes east of UTC in winter: `ET`.
    American(i16),
}

/// Which of several days, months or seasons of the same name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pick {
    /// The name alone: `Friday`.
    #[default]
    Bare,
    /// `last Friday`.
    Last,
    /// `this Friday`.
    This,
    /// `next Friday`.
    Next,
    /// `the previous Friday`: before the day last narrated.
    Previous,
    /// `the following Friday`: after the day last narrated.
    Following,
}

/// The point a shift is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// The day the report speaks from: `two days ago`.
    Speech,
    /// The day last narrated: `two days later`.
    Narrated,
}

/// References to no particular day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Reference {
    Past,
    Present,
    Future,
}

/// A stretch of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// 1 to 4.
    Quarter(i8),
    /// 1 or 2.
    Half(i8),
    /// A season.
    Season(Season),
}

/// A day of the year that has a name: its date goes by a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feast {
    /// Always the same day of a month.
    Fixed {
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// A weekday of a month: the fourth Thursday of November.
    Nth {
        /// 1 to 12.
        month: i8,
        /// 1 to 4, or -1 for the last.
        nth: i8,
        /// Monday is 1.
        weekday: i8,
    },
    /// So many days after Easter Sunday of the western churches.
    Easter(i8),
}

/// What is picked out of a longer stretch: `the last Monday of`, `the first week of`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inner {
    /// A weekday; Monday is 1.
    Weekday(i8),
    /// A day.
    Day,
    /// A week, counted as ISO 8601 counts the weeks of a year.
    Week,
    /// A weekend.
    Weekend,
}

/// The stretch it is picked out of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whole {
    /// A month.
    Month {
        /// Year, if it is given.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
    },
    /// `last month`, by months from this one.
    Months(i8),
    /// A year.
    Year(i16),
    /// `next year`, by years from this one.
    Years(i8),
}

/// What the words say, without a date in hand.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Meaning {
    /// Nothing that can be placed.
    #[default]
    Nothing,
    /// `5 March 2031`, `24 April`.
    Day {
        /// Year, if it is given.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// `April 2024`, `April`, `last April`.
    Month {
        /// Year, if it is given.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// Which April.
        pick: Pick,
    },
    /// `2012`.
    Year(i16),
    /// `the 1980s` is 198.
    Decade(i16),
    /// The years 1900 to 1999 are 19.
    Century(i16),
    /// `the third quarter of 1989`, `last summer`.
    Stretch {
        /// Year, if it is given.
        year: Option<i16>,
        /// Which stretch of it.
        stretch: Stretch,
        /// Which one, where the year is not given.
        pick: Pick,
    },
    /// `Friday`.
    Weekday {
        /// Monday is 1.
        day: i8,
        /// Which Friday.
        pick: Pick,
    },
    /// `Tuesday the 19th`: the nearest day that is both.
    WeekdayOnDay {
        /// Monday is 1.
        weekday: i8,
        /// 1 to 31.
        day: i8,
    },
    /// `Tuesday of next week`.
    WeekdayOfWeek {
        /// Monday is 1.
        day: i8,
        /// Weeks from this one.
        weeks: i8,
    },
    /// `the week of April 10`: the week that day lies in.
    WeekOf {
        /// Year, if it is given.
        year: Option<i16>,
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
    },
    /// `Thanksgiving Day`, `last Christmas`.
    Feast {
        /// Which.
        feast: Feast,
        /// Year, if it is given.
        year: Option<i16>,
        /// Which one, where the year is not given.
        pick: Pick,
    },
    /// `the last Monday of March`.
    Inside {
        /// 1 for the first, -1 for the last.
        nth: i8,
        /// What.
        inner: Inner,
        /// Of what.
        whole: Whole,
    },
    /// `the weekend`, by weeks from this one.
    Weekend(Pick),
    /// `yesterday`, `last year`, `two weeks ago`, `the previous day`: so many units away.
    Shift {
        /// How many; None where the words are vague (`a few years ago`).
        count: Option<f64>,
        /// 1 into the future, -1 into the past.
        sign: i8,
        /// Units.
        unit: Unit,
        /// Counted from where.
        from: From,
    },
    /// `April of last year`: a month of a year that is so many away.
    MonthOf {
        /// 1 to 12.
        month: i8,
        /// Years from this one.
        years: i8,
    },
    /// `this year's third quarter`.
    StretchOf {
        /// Years from this one.
        years: i8,
        /// Which stretch of it.
        stretch: Stretch,
    },
    /// `the quarter`, `the year-ago period`: the quarter last narrated, or the one of the year that is given.
    Period {
        /// Year, if it is given.
        year: Option<i16>,
        /// Years from it.
        years: i8,
    },
    /// `four years`; None where the number is vague.
    Duration {
        /// How many.
        count: Option<f64>,
        /// Units.
        unit: Unit,
    },
    /// `every day`, `daily`: once in so many units.
    Every {
        /// Units between.
        count: f64,
        /// Units.
        unit: Unit,
    },
    /// `each July`.
    EveryMonth(i8),
    /// `every Friday`.
    EveryWeekday(i8),
    /// `now`, `recently`, `soon`.
    Reference(Reference),
    /// `Earlier,` at the head of a sentence: before the day last narrated.
    Earlier,
    /// A time of day alone: its day is the one narrated.
    TimeOfDay,
}

/// The word that leads the expression, where it bears on the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Lead {
    #[default]
    None,
    Since,
    By,
    Before,
    After,
    Until,
}

/// The tense of the nearest verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)]
pub enum Tense {
    #[default]
    Unknown,
    Past,
    Present,
    Future,
}

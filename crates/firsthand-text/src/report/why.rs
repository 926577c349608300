//! Why a block of a page is not part of the report's body.

use std::fmt;

/// Why a block was left out of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Why {
    /// Menus, breadcrumbs, topics, footers, and all that stands outside the element of the story.
    Navigation,
    /// Links to other stories, and the beginnings of other stories.
    Related,
    /// Comments of readers and the form for them.
    Comments,
    /// Fields, buttons, polls, log-in forms.
    Form,
    Advertisement,
    /// Invitations to subscribe to a letter, a channel or an app.
    Newsletter,
    /// Cookie notices and other windows before the page.
    Cookie,
    /// What stands where the rest of the story is for subscribers only.
    Paywall,
    /// Controls and messages of players for sound and video.
    Player,
    /// Controls of picture galleries.
    Gallery,
    /// Copyright lines and disclaimers.
    Copyright,
    /// Share bars.
    Share,
    /// Name of the outlet or the section on a line of its own.
    Masthead,
    /// Authors and what is told of them.
    Byline,
    Date,
    /// Agencies and sources on a line of their own.
    Credit,
    /// The credit of a picture without a caption.
    Photo,
    /// Stands elsewhere already: in the title, in the body, among the captions.
    Repeat,
    /// Tables that are no running text.
    Table,
    /// Hashtags and keywords.
    Tags,
    /// Mail and web addresses.
    Address,
    /// Aids of reading: minutes, text size, listening, corrections desk.
    Reading,
    /// Short lines that are no part of the story and tell of nothing above.
    Residue,
}

impl Why {
    /// Every reason.
    pub const ALL: [Why; 23] = [
        Why::Navigation,
        Why::Related,
        Why::Comments,
        Why::Form,
        Why::Advertisement,
        Why::Newsletter,
        Why::Cookie,
        Why::Paywall,
        Why::Player,
        Why::Gallery,
        Why::Copyright,
        Why::Share,
        Why::Masthead,
        Why::Byline,
        Why::Date,
        Why::Credit,
        Why::Photo,
        Why::Repeat,
        Why::Table,
        Why::Tags,
        Why::Address,
        Why::Reading,
        Why::Residue,
    ];

    /// Its name, as output gives it.
    pub fn name(self) -> &'static str {
        match self {
            Why::Navigation => "navigation",
            Why::Related => "related",
            Why::Comments => "comments",
            Why::Form => "form",
            Why::Advertisement => "advertisement",
            Why::Newsletter => "newsletter",
            Why::Cookie => "cookie",
            Why::Paywall => "paywall",
            Why::Player => "player",
            Why::Gallery => "gallery",
            Why::Copyright => "copyright",
            Why::Share => "share",
            Why::Masthead => "masthead",
            Why::Byline => "byline",
            Why::Date => "date",
            Why::Credit => "credit",
            Why::Photo => "photo",
            Why::Repeat => "repeat",
            Why::Table => "table",
            Why::Tags => "tags",
            Why::Address => "address",
            Why::Reading => "reading",
            Why::Residue => "residue",
        }
    }

    /// The reason of this name.
    pub fn of(name: &str) -> Option<Why> {
        Why::ALL.into_iter().find(|w| w.name() == name)
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

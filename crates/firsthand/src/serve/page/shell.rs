//! What every page has: head, ways to the other pages, the place for news.

use crate::page::markup::text;

/// The page around a view.
#[derive(Debug)]
pub(super) struct Shell<'a> {
    /// Title of the window, not yet escaped.
    pub(super) title: &'a str,
    /// The part of the site it belongs to: `/`, `/search`, `/check`, `/help`.
    pub(super) here: &'a str,
    /// Address of the same as JSON, not yet escaped.
    pub(super) twin: Option<&'a str>,
    /// The story it shows, so that only news of it is told.
    pub(super) story: Option<i64>,
}

/// Where one can go from every page.
const WAYS: [(&str, &str); 4] =
    [("/", "Stories"), ("/search", "Search"), ("/check", "Check a claim"), ("/help", "Help")];

impl Shell<'_> {
    /// The page with its content (HTML already).
    pub(super) fn around(&self, main: &str) -> String {
        let twin = self.twin.map(|t| text(&t.replace(char::is_whitespace, "%20")));
        let alternate = twin
            .as_deref()
            .map(|t| format!("<link rel=\"alternate\" type=\"application/json\" href=\"{t}\">\n"))
            .unwrap_or_default();
        let json = twin
            .as_deref()
            .map(|t| format!(" <a href=\"{t}\" type=\"application/json\">This page as JSON</a>"))
            .unwrap_or_default();
        let story = self.story.map(|id| format!(" data-story=\"{id}\"")).unwrap_or_default();
        let ways: String = WAYS.iter().map(|(to, name)| self.way(to, name)).collect();
        let version = env!("CARGO_PKG_VERSION");
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
             <title>{title} — firsthand</title>\n{alternate}\
             <link rel=\"icon\" href=\"data:,\">\n\
             <link rel=\"stylesheet\" href=\"/assets/firsthand.css\">\n\
             <script src=\"/assets/firsthand.js\" defer></script>\n</head>\n<body{story}>\n\
             <a class=\"skip\" href=\"#main\">Skip to the content</a>\n\
             <header class=\"site\">\n<p class=\"brand\"><a href=\"/\">firsthand</a></p>\n\
             <nav aria-label=\"Site\">\n<ul>\n{ways}</ul>\n</nav>\n</header>\n\
             <main id=\"main\" tabindex=\"-1\">\n{main}</main>\n\
             <p id=\"news\" role=\"status\" aria-live=\"polite\"></p>\n\
             <footer class=\"site\"><p>firsthand {version}. Quotations are never altered; each leads to its sentence.{json}</p></footer>\n\
             </body>\n</html>\n",
            title = text(self.title)
        )
    }
    fn way(&self, to: &str, name: &str) -> String {
        let current = if to == self.here { " aria-current=\"page\"" } else { "" };
        format!("<li><a href=\"{to}\"{current}>{name}</a></li>\n")
    }
}

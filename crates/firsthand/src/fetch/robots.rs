//! What a host's robots.txt says (RFC 9309).

use robotstxt::RobotsParseHandler;
use robotstxt::matcher::{RobotsMatchStrategy, RobotsMatcher};
use std::time::Duration;
use url::Url;

/// The rules of one host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rules {
    /// There are none.
    None,
    /// The file's lines.
    Lines(String),
    /// They could not be asked for, which is a refusal for now: why.
    Unknown(String),
}

/// Lines longer than this say nothing that could be meant for anybody.
const LONGEST: usize = 2000;

impl Rules {
    /// Takes the rules out of the bytes of a robots.txt.
    pub fn read(bytes: &[u8]) -> Rules {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut lines = String::new();
        for line in bytes.split(|b| matches!(b, b'\n' | b'\r')).filter(|l| l.len() <= LONGEST) {
            for byte in line {
                // The parser counts characters where it means bytes: all it gets is ASCII.
                match byte {
                    0x80.. => lines.push_str(&format!("%{byte:02X}")),
                    b'\t' | b' '..=b'~' => lines.push(char::from(*byte)),
                    _ => {}
                }
            }
            lines.push('\n');
        }
        Rules::Lines(lines)
    }

    /// Whether the agent of this name (`firsthand`) may ask for an address.
    pub fn allow(&self, agent: &str, url: &Url) -> bool {
        match self {
            Rules::None => true,
            Rules::Unknown(_) => false,
            // RFC 9309: the file itself is always allowed.
            Rules::Lines(_) if url.path() == "/robots.txt" => true,
            Rules::Lines(lines) => {
                let target = target(url);
                RobotsMatcher::<Wildcards>::default().one_agent_allowed_by_robots(lines, agent, &target)
            }
        }
    }

    /// The pause the host asks of this agent.
    pub fn delay(&self, agent: &str) -> Option<Duration> {
        let Rules::Lines(lines) = self else {
            return None;
        };
        let mut delays = Delays { agent, ..Delays::default() };
        robotstxt::parse_robotstxt(lines, &mut delays);
        if delays.named { delays.own } else { delays.all }
    }
}

/// The address as rules are matched with it, percent signs in upper case as the parser writes those of the rules.
fn target(url: &Url) -> String {
    let target = match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    };
    // The scheme keeps a path such as //a from being taken for a host.
    format!("http://robots{}", robotstxt::parser::escape_pattern(&target))
}

/// Matches patterns in time that grows with pattern times path at most: the crate's own way takes the square of it.
#[derive(Default)]
struct Wildcards;

impl RobotsMatchStrategy for Wildcards {
    fn match_allow(&self, path: &str, pattern: &str) -> i32 {
        if fits(path.as_bytes(), pattern.as_bytes()) {
            i32::try_from(pattern.len()).unwrap_or(i32::MAX)
        } else {
            -1
        }
    }
    fn match_disallow(&self, path: &str, pattern: &str) -> i32 {
        self.match_allow(path, pattern)
    }
}

/// Whether a path starts as a pattern says; `*` stands for anything, `$` at the end for the end.
fn fits(path: &[u8], pattern: &[u8]) -> bool {
    let (pattern, anchored) = match pattern.strip_suffix(b"$") {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let mut pieces = pattern.split(|b| *b == b'*').peekable();
    let first = pieces.next().unwrap_or_default();
    let Some(mut rest) = path.strip_prefix(first) else {
        return false;
    };
    if pieces.peek().is_none() {
        return !anchored || rest.is_empty();
    }
    while let Some(piece) = pieces.next() {
        if pieces.peek().is_none() && anchored {
            return rest.ends_with(piece);
        }
        if piece.is_empty() {
            continue;
        }
        let Some(at) = rest.windows(piece.len()).position(|w| w == piece) else {
            return false;
        };
        rest = rest.get(at + piece.len()..).unwrap_or_default();
    }
    true
}

/// Collects `Crawl-delay`, which the standard does not know and many files have.
#[derive(Default)]
struct Delays<'a> {
    agent: &'a str,
    own: Option<Duration>,
    all: Option<Duration>,
    /// Whether the group being read is for the agent, or for all; and whether it has begun with its rules.
    for_own: bool,
    for_all: bool,
    begun: bool,
    named: bool,
}

impl RobotsParseHandler for Delays<'_> {
    fn handle_robots_start(&mut self) {}
    fn handle_robots_end(&mut self) {}
    fn handle_user_agent(&mut self, _: u32, name: &str) {
        if std::mem::take(&mut self.begun) {
            (self.for_own, self.for_all) = (false, false);
        }
        let end = name.find(|c: char| !(c.is_ascii_alphabetic() || c == '-' || c == '_'));
        let own = name.get(..end.unwrap_or(name.len())).unwrap_or_default();
        self.for_own |= own.eq_ignore_ascii_case(self.agent);
        self.named |= self.for_own;
        self.for_all |= name == "*";
    }
    fn handle_allow(&mut self, _: u32, _: &str) {
        self.begun = true;
    }
    fn handle_disallow(&mut self, _: u32, _: &str) {
        self.begun = true;
    }
    fn handle_sitemap(&mut self, _: u32, _: &str) {}
    fn handle_unknown_action(&mut self, _: u32, action: &str, value: &str) {
        self.begun = true;
        if !action.trim().eq_ignore_ascii_case("crawl-delay") {
            return;
        }
        let seconds: Option<f64> = value.trim().parse().ok().filter(|s| (0.0..=1e6).contains(s));
        let delay = seconds.map(Duration::from_secs_f64);
        if self.for_own {
            self.own = self.own.max(delay);
        }
        if self.for_all {
            self.all = self.all.max(delay);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(robots: &str, path: &str) -> bool {
        let url = Url::parse("http://news.example").unwrap().join(path).unwrap();
        Rules::read(robots.as_bytes()).allow("firsthand", &url)
    }

    #[test]
    fn rules_are_matched() {
        let all = "User-agent: *\n";
        for (rules, path, want) in [
            ("Disallow: /", "/a", false),
            ("Disallow:", "/a", true),
            ("Disallow: /a", "/a/b", false),
            ("Disallow: /a", "/b", true),
            ("Disallow: /a\nAllow: /a/b", "/a/b/c", true),
            ("Allow: /a\nDisallow: /a/b", "/a/b/c", false),
            ("Disallow: /*.pdf$", "/x/y.pdf", false),
            ("Disallow: /*.pdf$", "/x/y.pdf?a", true),
            ("Disallow: /*/print/*", "/news/print/4", false),
            ("Disallow: /a*b*c", "/axxbyyc/d", false),
            ("Disallow: /a*b*c", "/axxcyyb", true),
            ("Disallow: /*?utm", "/a?utm=1", false),
            ("Disallow: /sør", "/sør/1", false),
            ("Disallow: /s%c3%b8r", "/sør/1", false),
            ("Disallow: /", "/robots.txt", true),
            ("User-agent: firsthand\nDisallow: /b", "/b", false),
            ("Disallow: /\nUser-agent: Firsthand/2\nAllow: /", "/b", true),
            ("Disallow: /\n\nUser-agent: firsthandish\nAllow: /", "/b", false),
        ] {
            assert_eq!(allowed(&format!("{all}{rules}\n"), path), want, "{rules} {path}");
        }
        assert!(allowed("", "/a"));
        assert!(allowed("<html>not found</html>", "/a"));
        assert!(!allowed("\u{feff}User-agent: *\r\nDisallow: /\r\n", "/a"));
    }

    #[test]
    fn hostile_rules_take_no_time_and_break_nothing() {
        let stars = format!("User-agent: *\nDisallow: /{}\n", "*a".repeat(900)).repeat(200);
        let path = format!("/{}b", "a".repeat(1500));
        assert!(!allowed(&stars, &path));
        let long = format!("User-agent: *\nDisallow: /{}\nDisallow: /x", "é".repeat(20_000));
        assert!(allowed(&long, "/a"));
        assert!(!allowed(&long, "/x"));
        for odd in [
            "\u{0}",
            ":",
            "User-agent",
            "é: é",
            "User-agent:*\nDisallow:%",
            "#\n#",
            "User-agent: *\nAllow: %%%",
        ] {
            assert!(allowed(odd, "/a"), "{odd}");
        }
    }

    #[test]
    fn the_delay_is_that_of_our_group_or_of_all() {
        for (robots, want) in [
            ("User-agent: *\nCrawl-delay: 7", Some(7.0)),
            ("User-agent: *\nCrawl-delay: 7\nUser-agent: firsthand\nCrawl-delay: 2.5", Some(2.5)),
            ("User-agent: *\nCrawl-delay: 7\nUser-agent: firsthand\nDisallow: /x", None),
            ("User-agent: other\nCrawl-delay: 7", None),
            ("User-agent: other\nUser-agent: *\nCrawl-delay: 7", Some(7.0)),
            ("User-agent: *\nCrawl-delay: soon", None),
            ("User-agent: *\nCrawl-delay: -1", None),
            ("User-agent: *\nCrawl-delay: inf", None),
        ] {
            let delay = Rules::read(robots.as_bytes()).delay("firsthand");
            assert_eq!(delay, want.map(Duration::from_secs_f64), "{robots}");
        }
    }
}

//! `firsthand lineage`: as typed, as meant.

use super::archive::story;
use super::check::Record;
use super::meant::{Place, colour};
use super::shared::{ARCHIVE, Handling, is_there};
use clap::Args;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

const HELP: &str = "\
The tree: who is nearest to the happening stands at the root, who has it from
there below; who is quoted in a report is not drawn.
  not collected                 no report of it was read
  58 % ... and 23 % from B      a text made of two others
  97 % sure                     so often it still leads there when its sentences
                                are drawn anew
  or B (27 %)                   it may as well be from B, with these odds
  5 alike                       so many have the same text from the same report

--dot, --graphml, --json and --svg print one document for all stories; --story
picks some. An arrow leads from who has it to whom it is from. The graphs and the
JSON also hold who is quoted.

Exit codes:
  0  everything was read and measured
  1  some reports could not be read, or not as well as they should; stderr says which
  2  the command line makes no sense, or the story asked for does not exist
  3  nothing could be measured: no report could be read, or none of the story";

/// `firsthand lineage`
#[derive(Debug, Clone, Args)]
#[command(after_help = HELP)]
pub struct Lineage {
    /// Files, folders and patterns, as for read; - reads standard input. With an archive: its stories, such as s12
    #[arg(value_name = "PATH|STORY")]
    pub paths: Vec<PathBuf>,
    /// The archive that has the stories: one SQLite file [env: FIRSTHAND_ARCHIVE, where only stories are named]
    #[arg(long, value_name = "FILE")]
    pub archive: Option<PathBuf>,
    /// Only this story of the input: s2; may be given several times
    #[arg(long, value_name = "STORY", value_parser = story)]
    pub story: Vec<i64>,
    /// Also say what each step rests on: the rule, what speaks for it and against it, the passages
    #[arg(long, conflicts_with_all = ["dot", "graphml", "json", "svg"])]
    pub why: bool,
    /// Print a graph for Graphviz: firsthand lineage news --dot | dot -Tpdf -o lineage.pdf
    #[arg(long, conflicts_with_all = ["graphml", "json", "svg"])]
    pub dot: bool,
    /// Print GraphML, for Gephi, yEd, NetworkX and igraph
    #[arg(long, conflicts_with_all = ["json", "svg"])]
    pub graphml: bool,
    /// Print JSON-LD in the terms of W3C PROV-O, with passages, odds and evidence (docs/export.md)
    #[arg(long, conflicts_with = "svg")]
    pub json: bool,
    /// Print the tree as a drawing (SVG), for light and dark screens
    #[arg(long)]
    pub svg: bool,
    /// How it is read.
    #[command(flatten)]
    pub handling: Handling,
}

/// In which form a lineage is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drawn {
    /// A tree for a person.
    Tree,
    /// A tree, with what each step rests on.
    Why,
    /// A graph for Graphviz.
    Dot,
    /// GraphML.
    GraphMl,
    /// JSON-LD in the terms of PROV-O.
    Json,
    /// A drawing.
    Svg,
}

/// `firsthand lineage`, as meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Descending {
    /// Whose stories.
    pub of: Record,
    /// Which stories, of reports all where none is named.
    pub stories: Vec<i64>,
    /// How it is printed.
    pub drawn: Drawn,
    /// Where to print.
    pub out: Place,
    /// When to colour what is printed.
    pub colour: anstream::ColorChoice,
}

/// Makes out what is meant. Errors: one line for the user.
pub fn resolve(asked: Lineage) -> Result<Descending, String> {
    resolved(asked, std::env::var_os(ARCHIVE), is_there)
}

fn resolved(
    asked: Lineage,
    usual: Option<OsString>,
    is_there: fn(&Path) -> bool,
) -> Result<Descending, String> {
    let drawn = match &asked {
        Lineage { why: true, .. } => Drawn::Why,
        Lineage { dot: true, .. } => Drawn::Dot,
        Lineage { graphml: true, .. } => Drawn::GraphMl,
        Lineage { json: true, .. } => Drawn::Json,
        Lineage { svg: true, .. } => Drawn::Svg,
        _ => Drawn::Tree,
    };
    let named: Result<Vec<i64>, String> = asked.paths.iter().map(|p| number(p)).collect();
    // A file is meant where there is one of this name, and a story where there is none.
    let only_stories = named.is_ok() && !asked.paths.iter().any(|p| is_there(p));
    let nothing = asked.paths.is_empty() && asked.story.is_empty();
    let usual = usual.filter(|_| only_stories && !nothing).map(PathBuf::from);
    let mut stories = asked.story;
    let of = match asked.archive.or(usual) {
        Some(archive) => {
            asked.handling.for_archive()?;
            stories.splice(0..0, named?);
            if stories.is_empty() {
                return Err("name a story of the archive, such as s12; `firsthand stories` lists them".into());
            }
            Record::Archive(archive)
        }
        None if asked.paths.is_empty() => {
            return Err("name reports to read (PATH…), or a story of an archive (s12 --archive FILE)".into());
        }
        None if only_stories => {
            let first = asked.paths.first().map(|p| p.display().to_string()).unwrap_or_default();
            return Err(format!(
                "{first}: no such file; a story of an archive needs --archive FILE, or {ARCHIVE} set"
            ));
        }
        None => Record::Reports(asked.handling.reading(&asked.paths)?),
    };
    let mut seen = std::collections::BTreeSet::new();
    stories.retain(|s| seen.insert(*s));
    let (out, colour) = (asked.handling.place(), colour(asked.handling.running.color));
    Ok(Descending { of, stories, drawn, out, colour })
}

fn number(path: &Path) -> Result<i64, String> {
    let text = path.to_string_lossy();
    story(&text).map_err(|why| format!("{text}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::typed::{Command, Typed};
    use clap::Parser;

    fn meant(words: &[&str], usual: Option<&str>) -> Result<Descending, String> {
        let typed = Typed::try_parse_from([&["firsthand", "lineage"], words].concat());
        match typed.map_err(|e| e.kind().to_string())?.command {
            // Of all files only `s7` and `x` are there.
            Command::Lineage(asked) => {
                resolved(asked, usual.map(Into::into), |p| matches!(p.to_str(), Some("s7" | "x")))
            }
            other => Err(format!("{other:?}")),
        }
    }

    #[test]
    fn files_and_stories_are_told_apart() {
        let archive = |name: &str| Record::Archive(name.into());
        for (words, usual, of, stories) in [
            (&["s12", "--archive", "news.db"][..], None, Some("news.db"), &[12][..]),
            (&["s12", "3", "s12", "--archive", "news.db"], Some("usual.db"), Some("news.db"), &[12, 3]),
            (&["s12"], Some("usual.db"), Some("usual.db"), &[12]),
            (&["--story", "s12"], Some("usual.db"), Some("usual.db"), &[12]),
            (&["--archive", "news.db", "--story", "4"], None, Some("news.db"), &[4]),
            // A file of that name goes before a story of the usual archive.
            (&["s7"], Some("usual.db"), None, &[]),
            (&["x", "s12"], Some("usual.db"), None, &[]),
            (&["-"], Some("usual.db"), None, &[]),
            (&["x", "--story", "s2", "--story", "s1"], None, None, &[2, 1]),
        ] {
            let meant = meant(words, usual).unwrap_or_else(|e| panic!("{words:?}: {e}"));
            assert_eq!(meant.stories, stories, "{words:?}");
            match of {
                Some(name) => assert_eq!(meant.of, archive(name), "{words:?}"),
                None => assert!(matches!(meant.of, Record::Reports(_)), "{words:?}"),
            }
        }
    }

    #[test]
    fn forms() {
        for (flag, drawn) in [
            ("--why", Drawn::Why),
            ("--dot", Drawn::Dot),
            ("--graphml", Drawn::GraphMl),
            ("--json", Drawn::Json),
            ("--svg", Drawn::Svg),
        ] {
            assert_eq!(meant(&["x", flag], None).map(|m| m.drawn), Ok(drawn));
            for other in ["--why", "--dot", "--graphml", "--json", "--svg"] {
                assert!(meant(&["x", flag, other], None).is_err(), "{flag} {other}");
            }
        }
        assert_eq!(meant(&["x"], None).map(|m| m.drawn), Ok(Drawn::Tree));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for (words, usual, said) in [
            (&[][..], None, "name reports to read"),
            (&[], Some("usual.db"), "name reports to read"),
            (&["s12"], None, "s12: no such file; a story of an archive needs --archive"),
            (&["--archive", "news.db"], None, "name a story of the archive"),
            (&["x", "--archive", "news.db"], None, "x: a story is named by its number"),
            (&["s1", "--archive", "news.db", "--map", "title=x"], None, "--map is for reports"),
            (&["x", "--story", "one"], None, ""),
        ] {
            let error = meant(words, usual).expect_err("should be refused");
            assert!(error.starts_with(said), "{words:?}: {error}");
        }
    }
}

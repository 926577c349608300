//! An invented archive of any size: WARC files of short agency items, to measure the batch.
//!
//! Stories begin every day and live up to six; a report is told when its day comes and forgotten, so memory is that of some
//! days. The same numbers give the same bytes.

mod chance;
mod page;
mod story;
mod vocabulary;

use anyhow::{Context, Result};
use chance::Chance;
use page::{OUTLETS, Outlet};
use std::collections::{BTreeMap, VecDeque};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use story::Story;

/// Records of a file.
const RECORDS: u64 = 5_000;
/// Stories of a size are drawn as one over its power: three in five are told once, one in a thousand by more than two hundred.
const SLOPE: f64 = 2.3;
const LARGEST: usize = 600;
/// How many reports a story has on average.
const MEAN: f64 = 3.3;
/// A story lives no longer than so many days, the great one of a skewed archive neither.
const LIVES: usize = 21;
/// Pages that are there twice, that come again with more in them, that cannot be read.
const TWICE: f64 = 0.01;
const AGAIN: f64 = 0.005;
const BROKEN: f64 = 1.0 / 20_000.0;
/// In a skewed archive: reports of the great story, copies of one text, pages with one paragraph below.
const GREAT: u64 = 50_000;
const SAME: u64 = 5_000;
const BELOW: f64 = 0.1;
const PARAGRAPH: &str = "This report was sent to you by the Lantern Network of regional papers, which checks what its members write \
                         and answers for it; complaints go to the desk in Upper Vessel before noon.";

/// What is to be invented.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Invent {
    /// How many records.
    #[arg(long)]
    reports: u64,
    /// The folder the files are written to.
    #[arg(long)]
    out: PathBuf,
    /// Over how many days they are spread.
    #[arg(long, default_value_t = 400)]
    days: usize,
    /// Half of the reports have no more words than this, without what their outlets print under everything.
    #[arg(long, default_value_t = 88.0)]
    words: f64,
    /// In a language that is not read: the first stage then costs a fraction, all others what they cost.
    #[arg(long)]
    unread: bool,
    /// Another number, another archive.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// With one story of 50,000 reports (half of all at most), one text with 5,000 exact copies (a twentieth at most) and one paragraph
    /// under a tenth of all pages.
    #[arg(long)]
    skew: bool,
}

/// Writes the archive and says what is in it.
pub(crate) fn invent(asked: &Invent) -> Result<()> {
    let mut desk = Desk::new(asked)?;
    let mut day = 0;
    while desk.wanted() {
        desk.begin(day);
        desk.print(day)?;
        day += 1;
    }
    let Desk { stories, files, broken, .. } = &desk;
    println!(
        "{} records in {files} files, {stories} stories, {broken} broken records, {day} days",
        desk.records
    );
    desk.close()
}

/// Where reports are told as their days come.
struct Desk<'a> {
    asked: &'a Invent,
    chance: Chance,
    outlets: Vec<Outlet>,
    /// Stories that have reports to come.
    open: BTreeMap<u64, Story>,
    /// Which stories have a report on the days from today on.
    due: VecDeque<Vec<u64>>,
    /// Stories that begin on a day, and the part of one that is left over.
    births: f64,
    begun: f64,
    stories: u64,
    records: u64,
    broken: u64,
    files: usize,
    file: Option<BufWriter<File>>,
}

impl<'a> Desk<'a> {
    fn new(asked: &'a Invent) -> Result<Desk<'a>> {
        fs::create_dir_all(&asked.out).with_context(|| format!("{}: cannot be made", asked.out.display()))?;
        let (great, same) = great(asked);
        let usual = asked.reports.saturating_sub(great + same) as f64;
        Ok(Desk {
            asked,
            chance: Chance::of(&[asked.seed]),
            outlets: (0..OUTLETS).map(|n| Outlet::of(asked.seed, n)).collect(),
            open: BTreeMap::new(),
            due: VecDeque::new(),
            births: usual / MEAN / asked.days.max(1) as f64,
            begun: 0.0,
            stories: 0,
            records: 0,
            broken: 0,
            files: 0,
            file: None,
        })
    }

    fn wanted(&self) -> bool {
        self.records < self.asked.reports
    }

    /// Begins the stories of a day.
    fn begin(&mut self, day: usize) {
        self.due.resize(LIVES + 1, Vec::new());
        self.begun += self.births;
        while self.begun >= 1.0 {
            self.begun -= 1.0;
            let size = self.chance.size(SLOPE, LARGEST);
            let longest = (0.25 + (size as f64).ln()).min(6.0);
            let lasts = 0.1 * (longest / 0.1).powf(self.chance.unit());
            self.open(day, size, false, |chance| chance.unit().powi(2) * lasts);
        }
        let (great, same) = great(self.asked);
        if day == self.asked.days / 4 && great > 0 {
            self.open(day, great as usize, false, |chance| chance.unit() * LIVES as f64);
        }
        if day == self.asked.days / 2 && same > 0 {
            self.open(day, same as usize, true, |chance| chance.unit() * 10.0);
        }
    }

    fn open(&mut self, day: usize, size: usize, fixed: bool, when: impl Fn(&mut Chance) -> f64) {
        let number = self.stories;
        self.stories += 1;
        let mut story = Story::new(self.asked.seed, number, (day, self.asked.words), self.asked.unread, size);
        story.fixed = fixed;
        for n in 0..size {
            let after = if n == 0 { 0 } else { when(&mut self.chance) as usize };
            if let Some(due) = self.due.get_mut(after.min(LIVES)) {
                due.push(number);
            }
        }
        self.open.insert(number, story);
    }

    /// Prints the reports of a day.
    fn print(&mut self, day: usize) -> Result<()> {
        let mut today = self.due.pop_front().unwrap_or_default();
        self.chance.shuffle(&mut today);
        let all = today.len().max(1);
        let language = if self.asked.unread { "eo" } else { "en" };
        for (n, number) in today.into_iter().enumerate() {
            if !self.wanted() {
                break;
            }
            let Some(story) = self.open.get_mut(&number) else { continue };
            let mut chance = Chance::of(&[self.asked.seed, 3, story.number(), story.left as u64]);
            let mut told = story.tell(&mut chance);
            story.left -= 1;
            if story.left == 0 {
                self.open.remove(&number);
            }
            let Some(outlet) = self.outlets.get(chance.rank(OUTLETS)) else { continue };
            let address = outlet.address(number, self.records);
            let under = (self.asked.skew && chance.happens(BELOW)).then_some(PARAGRAPH);
            let minute = n * 1440 / all;
            let page = outlet.page(&told, &address, (day, minute), under, language);
            let more = chance.happens(AGAIN).then(|| {
                told.paragraphs
                    .push(format!("A meeting is to be held in {}.", vocabulary::place(&mut chance)));
                outlet.page(&told, &address, (day, (minute + 30).min(1439)), under, language)
            });
            let twice = chance.happens(TWICE);
            let broken = chance.happens(BROKEN);
            self.write(&address, &page, day, broken)?;
            if twice && self.wanted() {
                self.write(&address, &page, day, false)?;
            }
            if let Some(more) = more.filter(|_| self.wanted()) {
                self.write(&address, &more, day, false)?;
            }
        }
        Ok(())
    }

    fn write(&mut self, address: &str, page: &str, day: usize, broken: bool) -> Result<()> {
        if self.records.is_multiple_of(RECORDS) {
            self.close()?;
            let path = self.asked.out.join(format!("{:05}.warc.gz", self.files));
            let file =
                File::create(&path).with_context(|| format!("{}: cannot be written", path.display()))?;
            self.file = Some(BufWriter::new(file));
            self.files += 1;
        }
        let bytes = page::record(address, page, (day, self.records), broken)?;
        if let Some(file) = &mut self.file {
            file.write_all(&bytes).context("the archive cannot be written")?;
        }
        self.records += 1;
        self.broken += u64::from(broken);
        Ok(())
    }

    fn close(&mut self) -> Result<()> {
        if let Some(mut file) = self.file.take() {
            file.flush().context("the archive cannot be written")?;
        }
        Ok(())
    }
}

/// The sizes of the great story and of the text that is everywhere.
fn great(asked: &Invent) -> (u64, u64) {
    if asked.skew { (GREAT.min(asked.reports / 2), SAME.min(asked.reports / 20)) } else { (0, 0) }
}

/// The files of a folder, in order of their names.
#[cfg(test)]
fn files(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use firsthand_intake::{Found, Input, Options};
    use std::ops::ControlFlow;
    use std::path::Path;

    fn made(reports: u64, skew: bool) -> (tempfile::TempDir, Vec<String>) {
        let dir = tempfile::tempdir().expect("a folder");
        let asked = Invent {
            reports,
            out: dir.path().to_owned(),
            days: 40,
            words: 88.0,
            unread: false,
            seed: 7,
            skew,
        };
        invent(&asked).expect("an archive");
        let mut texts = Vec::new();
        for path in files(dir.path()) {
            let input = Input { location: path.display().to_string(), path: Some(path) };
            let _ = firsthand_intake::read(&input, &Options::default(), &mut |found| {
                if let Found::Page(item) = found {
                    texts.push(firsthand_text::report::report(&item.page()).text);
                }
                ControlFlow::Continue(())
            });
        }
        (dir, texts)
    }

    #[test]
    fn the_same_numbers_give_the_same_bytes() {
        let (one, texts) = made(600, false);
        let (other, _) = made(600, false);
        let bytes = |dir: &Path| files(dir).iter().map(|f| fs::read(f).expect("bytes")).collect::<Vec<_>>();
        assert_eq!(bytes(one.path()), bytes(other.path()));
        assert_eq!(texts.len(), 600);
        let mut words: Vec<usize> = texts.iter().map(|t| t.split_whitespace().count()).collect();
        words.sort_unstable();
        assert!((80..130).contains(&words[300]), "median {}", words[300]);
    }

    #[test]
    fn a_skewed_archive_has_one_text_everywhere() {
        let (_dir, texts) = made(2000, true);
        let mut count: BTreeMap<&str, usize> = BTreeMap::new();
        let lead = |text: &'_ str| text.lines().nth(2).unwrap_or_default().len();
        assert!(texts.iter().all(|t| lead(t) > 0));
        texts.iter().filter_map(|t| t.split("\n\n").nth(1)).for_each(|p| *count.entry(p).or_default() += 1);
        let most = count.values().max().copied().unwrap_or_default();
        assert!(most >= 90, "{most}");
        let below = texts.iter().filter(|t| t.contains(PARAGRAPH)).count();
        assert!((140..260).contains(&below), "{below}");
    }
}

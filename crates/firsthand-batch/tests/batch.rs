//! Whole runs over a small archive of fiction.

mod made;

use firsthand_batch::engine::Engine;
use firsthand_batch::id::Id;
use firsthand_batch::run::{Job, Report, run};
use firsthand_batch::stage::STAGES;
use firsthand_batch::table::{self, Record};
use firsthand_batch::tables::{Answer, Copy, Joining, Member, Name, Notice, Statement, Step, Story, Summary};
use firsthand_batch::work::{self, Manifest, Settings, folder};
use firsthand_batch::{plan, tables, texts};
use firsthand_core::account::{Account, account};
use firsthand_core::story::copy::copies;
use firsthand_core::story::group;
use firsthand_core::version;
use firsthand_intake::{Found, Input, Options};
use firsthand_text::language::{Annotated, Models};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::fs;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const FILES: [&str; 4] = ["a.warc.gz", "b.warc.gz", "c.jsonl", "d.html"];

fn settings(buckets: u32) -> Settings {
    Settings { buckets, held: 1 << 12, window: 28, overlap: 10, least: 2, most: 200, common: 2000 }
}

/// An archive and a folder for a run over it.
struct Place {
    dir: TempDir,
}

impl Place {
    fn new(broken: bool) -> Place {
        let dir = tempfile::tempdir().expect("a folder");
        made::archive(&dir.path().join("in"), broken);
        Place { dir }
    }
    fn inputs(&self) -> Vec<String> {
        FILES.iter().map(|f| self.dir.path().join("in").join(f).to_string_lossy().into_owned()).collect()
    }
    fn out(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
    fn job(&self, out: &str, settings: Settings) -> Job {
        Job { inputs: self.inputs(), root: self.out(out).into(), base: PathBuf::new(), settings, shard: None }
    }
    fn go(&self, out: &str, threads: usize, buckets: u32) -> Report {
        let engine = Engine::here(threads).expect("threads");
        run(&self.job(out, settings(buckets)), &engine, &|_| {}).expect("a run")
    }
}

/// The manifest of a stage, where there is one.
fn manifest(root: &Path, stage: &str) -> Option<Manifest> {
    work::manifest(&root.to_owned().into(), stage).expect("a folder")
}

/// All rows of a table, in an order of their own.
fn rows<R: Record + Debug>(root: &Path, table: &str) -> Vec<R> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(root.join(table)).expect(table).map(|e| e.expect("an entry").path()).collect();
    files.sort();
    let mut rows: Vec<R> =
        files.iter().flat_map(|f| table::all::<R>(&f.as_path().into()).expect("rows")).collect();
    rows.sort_by_cached_key(|row| format!("{row:?}"));
    rows
}

fn accounts(root: &Path) -> BTreeMap<String, Account> {
    let files = fs::read_dir(root.join("accounts")).expect("accounts").map(|e| e.expect("an entry").path());
    let mut text = String::new();
    for file in files {
        let packed = fs::File::open(file).expect("a file");
        flate2::read::GzDecoder::new(packed).read_to_string(&mut text).expect("lines");
    }
    let account = |line: &str| serde_json::from_str::<Account>(line).expect("an account");
    text.lines().map(account).map(|a| (a.story.id.clone(), a)).collect()
}

/// Everything a run ends with, as lines.
fn everything(root: &Path) -> BTreeMap<&'static str, Vec<String>> {
    fn lines<R: Record + Debug>(root: &Path, table: &str) -> Vec<String> {
        rows::<R>(root, table).iter().map(|row| format!("{row:?}")).collect()
    }
    let notes = table::all::<Notice>(&root.join("notes.parquet").as_path().into()).expect("notes");
    let mut notes: Vec<String> = notes.iter().map(|n| format!("{n:?}")).collect();
    notes.sort();
    BTreeMap::from([
        ("reports", lines::<tables::Report>(root, "reports")),
        ("statements", lines::<Statement>(root, "statements")),
        ("names", lines::<Name>(root, "names")),
        ("copies", lines::<Copy>(root, "copies")),
        ("groups", lines::<Member>(root, "groups")),
        ("stories", lines::<Story>(root, "stories")),
        ("members", lines::<Joining>(root, "members")),
        ("summaries", lines::<Summary>(root, "summaries")),
        ("lineage", lines::<Step>(root, "lineage")),
        ("points", lines::<Answer>(root, "points")),
        ("accounts", accounts(root).into_values().map(|a| format!("{a:?}")).collect()),
        ("notes", notes),
    ])
}

/// The first place where two accounts differ: whole accounts are no message.
fn different(one: &Account, other: &Account) -> Option<String> {
    let lines = |a: &Account| serde_json::to_string_pretty(a).expect("json");
    let (one, other) = (lines(one), lines(other));
    let pair = one.lines().zip(other.lines()).enumerate().find(|(_, (a, b))| a != b);
    pair.map(|(n, (a, b))| format!("line {n}: {a} | {b}")).or_else(|| (one != other).then(|| "length".into()))
}

/// The same archive as `firsthand read` reads it.
fn read(place: &Place) -> version::Versions {
    let models = Models::built_in();
    let mut reports: Vec<Annotated> = Vec::new();
    for location in place.inputs() {
        let input = Input { path: Some(PathBuf::from(&location)), location };
        let _ = firsthand_intake::read(&input, &Options::default(), &mut |found| {
            if let Found::Page(item) = found {
                reports.push(firsthand_text::read_page(&item.page(), &models));
            }
            ControlFlow::Continue(())
        });
    }
    version::fold(reports)
}

#[test]
fn threads_and_buckets_change_nothing() {
    let place = Place::new(false);
    place.go("one", 1, 1);
    let one = everything(&place.out("one"));
    for (table, rows) in &one {
        assert!(!rows.is_empty() || *table == "notes", "{table} is empty");
    }
    for (out, threads, buckets) in [("two", 2, 1), ("seven", 2, 7), ("many", 1, 64)] {
        place.go(out, threads, buckets);
        let other = everything(&place.out(out));
        for (table, rows) in &one {
            assert_eq!(Some(rows), other.get(table), "{table} with {threads} threads and {buckets} buckets");
        }
    }
}

#[test]
fn copies_stories_and_accounts_are_those_of_reading_all_at_once() {
    let place = Place::new(false);
    place.go("out", 2, 5);
    let (root, versions) = (place.out("out"), read(&place));
    let id = |n: usize| texts::id(&versions.reports[n].report).to_string();
    let newest: BTreeSet<String> = (0..versions.reports.len()).map(id).collect();
    let reports = rows::<tables::Report>(&root, "reports");
    assert_eq!(reports.iter().map(|r| r.newest.clone()).collect::<BTreeSet<_>>(), newest);
    assert_eq!(reports.iter().filter(|r| r.copies == 2).count(), 1, "the page that is there twice");
    assert_eq!(reports.iter().filter(|r| r.versions == 2).count(), 2, "the one that has two versions");

    let found = copies(&versions.reports);
    let expected: BTreeSet<(String, String, &str, i64)> = found
        .pairs
        .iter()
        .map(|p| {
            let mut ends = [p.reports.0, p.reports.1];
            ends.sort_by_key(|&n| &versions.reports[n].report.location);
            (id(ends[0]), id(ends[1]), p.label.words(), p.shared.run as i64)
        })
        .collect();
    let pairs = rows::<Copy>(&root, "copies");
    let ours: BTreeSet<(String, String, &str, i64)> =
        pairs.iter().map(|p| (p.first.clone(), p.second.clone(), p.label.as_str(), p.longest)).collect();
    assert_eq!(ours, expected);
    let mut groups: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for member in rows::<Member>(&root, "groups") {
        groups.entry(member.group).or_default().insert(member.report);
    }
    let expected: BTreeMap<String, BTreeSet<String>> =
        found.groups.iter().map(|g| (id(g.fullest), g.reports.iter().map(|&n| id(n)).collect())).collect();
    assert_eq!(groups, expected);

    let mut stories: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for member in rows::<Joining>(&root, "members") {
        stories.entry(member.story).or_default().insert(member.report);
    }
    let expected = group(&versions.reports);
    let sets: BTreeSet<BTreeSet<String>> =
        expected.iter().map(|s| s.reports.iter().map(|&n| id(n)).collect()).collect();
    assert_eq!(stories.values().cloned().collect::<BTreeSet<_>>(), sets);

    let made = accounts(&root);
    for story in expected.iter().filter(|s| s.reports.len() > 1) {
        let mut by_hand = account(1, story, &versions);
        let of = stories.iter().find(|(_, set)| set.contains(&id(story.reports[0]))).expect("a story").0;
        let mut ours = made.get(of).expect("an account").clone();
        // Which words joined a report is told by two reports here and by all there; and a page that is there twice is no version.
        for account in [&mut ours, &mut by_hand] {
            account.story.id.clear();
            account.reports.iter_mut().for_each(|r| {
                r.notes.clear();
                r.versions.retain(|v| !v.changes.is_empty());
            });
        }
        assert_eq!(different(&ours, &by_hand), None);
    }
    assert_eq!(made.len(), expected.iter().filter(|s| s.reports.len() > 1).count());
}

#[test]
fn a_rerun_does_what_is_missing_and_nothing_else() {
    let place = Place::new(false);
    let first = place.go("out", 2, 3);
    assert_eq!(first.done.len(), STAGES.len());
    let (root, before) = (place.out("out"), everything(&place.out("out")));
    assert_eq!(place.go("out", 2, 3).done, Vec::<&str>::new(), "all is there");

    // Ended between two stages, with what a task was writing left behind.
    for stage in ["verify", "components", "groups"] {
        fs::remove_file(root.join(folder(stage)).join("MANIFEST.json")).expect("a manifest");
    }
    let left = root.join("copies/.00001.parquet.77.tmp");
    fs::write(&left, b"PAR1 half a file").expect("a file");
    fs::write(root.join("copies/99999.parquet"), b"of other settings").expect("a file");
    let again = place.go("out", 1, 3);
    assert_eq!(again.done, ["verify", "components", "groups"]);
    assert!(!left.exists() && !root.join("copies/99999.parquet").exists());
    assert_eq!(everything(&root), before);

    // One more input: the others are not read again, and what hangs on it is.
    let changed = root.join(folder("extract"));
    let stamp = |name: &str| {
        let file = fs::read_dir(&changed).expect("files").map(|e| e.expect("an entry").path());
        let file =
            file.into_iter().find(|p| p.to_string_lossy().contains(&format!("pages-{name}"))).expect("pages");
        fs::metadata(file).and_then(|m| m.modified()).expect("a time")
    };
    let old = stamp("a.warc.gz");
    let mut job = place.job("out", settings(3));
    job.inputs.pop();
    let engine = Engine::here(1).expect("threads");
    let less = run(&job, &engine, &|_| {}).expect("a run");
    assert!(less.done.contains(&"extract") && less.done.contains(&"fold"));
    assert_eq!(stamp("a.warc.gz"), old);

    // Other accounts are asked for: reading and copies stay.
    let mut job = place.job("out", settings(3));
    job.inputs.pop();
    job.settings.least = 3;
    let other = run(&job, &engine, &|_| {}).expect("a run");
    assert_eq!(other.done, ["stitch", "fetch", "accounts"]);
}

#[test]
fn a_changed_file_is_not_taken_for_the_one_that_was_written() {
    let place = Place::new(false);
    place.go("out", 2, 2);
    let (root, before) = (place.out("out"), everything(&place.out("out")));
    let copies = manifest(&root, "verify").expect("a manifest");
    let piece = copies.pieces.iter().find(|p| p.name.starts_with("copies/")).expect("a file");
    let path = root.join(&piece.name);
    let mut bytes = fs::read(&path).expect("bytes");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).expect("a file");
    assert!(!table::are_whole(&root.clone().into(), std::slice::from_ref(piece)).expect("a folder"));
    let again = place.go("out", 2, 2);
    assert_eq!(again.done, ["verify"], "what follows was made of the same bytes");
    assert_eq!(everything(&root), before);
}

#[test]
fn with_short_windows_every_report_is_in_one_story() {
    let place = Place::new(false);
    place.go("long", 1, 2);
    let (engine, settings) =
        (Engine::here(2).expect("threads"), Settings { window: 3, overlap: 1, ..settings(2) });
    run(&place.job("short", settings), &engine, &|_| {}).expect("a run");
    let of = |out: &str| -> BTreeMap<String, String> {
        rows::<Joining>(&place.out(out), "members").into_iter().map(|m| (m.report, m.story)).collect()
    };
    let (long, short) = (of("long"), of("short"));
    assert_eq!(long.keys().collect::<Vec<_>>(), short.keys().collect::<Vec<_>>());
    let windows = manifest(&place.out("short"), "windows").expect("a manifest");
    assert!(windows.pieces.len() > 6, "several windows");
    // Reports of one day are in one window.
    let fire = rows::<tables::Report>(&place.out("long"), "reports");
    let fire = fire.iter().filter(|r| r.report == r.newest && r.published.as_deref() < Some("2031-03-06"));
    let fire: Vec<&String> = fire.filter(|r| r.published.is_some()).map(|r| &r.report).collect();
    assert_eq!(fire.len(), 3);
    assert_eq!(fire.iter().map(|r| &short[*r]).collect::<BTreeSet<_>>().len(), 1);
}

#[test]
fn two_runs_do_not_work_in_one_folder() {
    let place = Place::new(false);
    place.go("out", 1, 1);
    let lock = fs::File::open(place.out("out").join(".lock")).expect("a lock");
    lock.lock().expect("locked");
    let engine = Engine::here(1).expect("threads");
    let error = run(&place.job("out", settings(1)), &engine, &|_| {}).expect_err("a lock");
    assert!(error.to_string().contains("another run"), "{error}");
    lock.unlock().expect("unlocked");
    assert_eq!(place.go("out", 1, 1).done, Vec::<&str>::new());
}

#[test]
fn parts_of_the_first_stage_make_a_whole() {
    let place = Place::new(false);
    place.go("whole", 1, 2);
    let engine = Engine::here(1).expect("threads");
    for part in 1..=3 {
        let job = Job { shard: Some((part, 3)), ..place.job("parts", settings(2)) };
        assert_eq!(run(&job, &engine, &|_| {}).expect("a part").done, ["extract"]);
        assert!(manifest(&place.out("parts"), "extract").is_none());
    }
    place.go("parts", 1, 2);
    let once_more = Job { shard: Some((1, 3)), ..place.job("parts", settings(2)) };
    assert_eq!(run(&once_more, &engine, &|_| {}).expect("a part").done, Vec::<&str>::new());
    assert_eq!(everything(&place.out("parts")), everything(&place.out("whole")));
}

#[test]
fn a_broken_record_is_named_and_the_rest_is_read() {
    let place = Place::new(true);
    let report = place.go("out", 2, 2);
    assert!(!report.is_whole());
    let notes =
        table::all::<Notice>(&place.out("out").join("notes.parquet").as_path().into()).expect("notes");
    let broken: Vec<&Notice> = notes.iter().filter(|n| n.location.contains("a.warc.gz#")).collect();
    assert!(broken.iter().any(|n| n.kind == "lost" || n.kind == "flawed"), "{notes:?}");
    assert!(report.count("fold.reports") >= 9);
}

/// A run over reports given as JSON lines: outlet, title, paragraphs.
fn of_lines(dir: &Path, lines: &[(String, &str, Vec<&str>)], settings: Settings) -> PathBuf {
    let line = |(n, (outlet, title, body)): (usize, &(String, &str, Vec<&str>))| {
        let url = format!("https://paper{n}.example/news");
        let date = "2031-03-05T06:10:00Z";
        serde_json::json!({"url": url, "title": title, "date": date, "text": body.join("\n\n"), "outlet": outlet}).to_string()
    };
    let input = dir.join("in.jsonl");
    let lines: Vec<String> = lines.iter().enumerate().map(line).collect();
    fs::write(&input, lines.join("\n")).expect("a file");
    let root = dir.join("out");
    let inputs = vec![input.to_string_lossy().into_owned()];
    let job = Job { inputs, root: root.clone().into(), base: PathBuf::new(), settings, shard: None };
    run(&job, &Engine::here(2).expect("threads"), &|_| {}).expect("a run");
    root
}

#[test]
fn of_a_text_that_very_many_have_one_stands_for_all() {
    let dir = tempfile::tempdir().expect("a folder");
    let fire = &made::TALES[0];
    let short = &made::TALES[2];
    let many = 130;
    let mut lines: Vec<(String, &str, Vec<&str>)> =
        (0..many).map(|n| (format!("Paper {n}"), fire.title, fire.body.to_vec())).collect();
    lines.extend((0..3).map(|n| (format!("Sheet {n}"), short.title, short.body.to_vec())));
    // Fewer than a hundred have this one: all of its pairs are there.
    let frost = &made::TALES[5];
    lines.extend((0..40).map(|n| (format!("Leaf {n}"), frost.title, frost.body.to_vec())));
    for buckets in [1, 6] {
        let dir = dir.path().join(buckets.to_string());
        fs::create_dir_all(&dir).expect("a folder");
        let root = of_lines(&dir, &lines, Settings { least: 1000, ..settings(buckets) });
        let pairs = rows::<Copy>(&root, "copies");
        // Each of the many with the one that stands for them; that one with the short ones, and these with each other.
        assert_eq!(pairs.len(), (many - 1) + 3 + 3 + 40 * 39 / 2);
        let mut groups: BTreeMap<String, Vec<Member>> = BTreeMap::new();
        for member in rows::<Member>(&root, "groups") {
            groups.entry(member.group.clone()).or_default().push(member);
        }
        let sizes: BTreeSet<usize> = groups.values().map(Vec::len).collect();
        assert_eq!(sizes, BTreeSet::from([40, many + 3]));
        let group = groups.values().max_by_key(|g| g.len()).expect("a group");
        let named = rows::<tables::Report>(&root, "reports");
        let first = named.iter().filter(|r| r.outlet.as_deref().is_some_and(|o| o.starts_with("Paper")));
        let first = first.min_by(|a, b| a.location.cmp(&b.location)).expect("a report");
        assert_eq!(group[0].group, first.report, "the first of those with the fullest text");
        let reprints = group.iter().filter(|m| m.reprint.as_deref() == Some(first.report.as_str())).count();
        assert!(reprints >= many, "{reprints}");
        assert!(group.iter().all(|m| m.reprint.is_some()));
    }
}

#[test]
fn a_text_that_many_have_and_nobody_else_is_a_group() {
    let dir = tempfile::tempdir().expect("a folder");
    let fire = &made::TALES[0];
    let lines: Vec<(String, &str, Vec<&str>)> =
        (0..120).map(|n| (format!("Paper {n}"), fire.title, fire.body.to_vec())).collect();
    let root = of_lines(dir.path(), &lines, Settings { least: 1000, ..settings(4) });
    assert_eq!(rows::<Copy>(&root, "copies").len(), 119);
    let members = rows::<Member>(&root, "groups");
    assert_eq!(members.len(), 120);
    assert_eq!(members.iter().map(|m| (&m.group, &m.reprint)).collect::<BTreeSet<_>>().len(), 1);
}

#[test]
fn a_small_archive_is_one_bucket() {
    let place = Place::new(false);
    assert_eq!(plan::parted(&place.inputs(), 1 << 30, 2).expect("a number"), 1);
}

#[test]
fn a_table_of_texts_is_read_as_records_are() {
    use arrow_array::{RecordBatch, StringArray};
    use std::sync::Arc;
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("texts.parquet");
    let column = |of: fn(&made::Tale) -> String| {
        Arc::new(made::TALES.iter().map(|t| Some(of(t))).collect::<StringArray>()) as arrow_array::ArrayRef
    };
    let batch = RecordBatch::try_from_iter([
        ("url", column(made::Tale::address)),
        ("title", column(|t| t.title.to_owned())),
        ("text", column(|t| t.body.join("\n\n"))),
        ("date", column(|t| t.date.to_owned())),
    ])
    .expect("a batch");
    let file = fs::File::create(&path).expect("a file");
    let mut writer = parquet::arrow::ArrowWriter::try_new(file, batch.schema(), None).expect("a writer");
    writer.write(&batch).expect("rows");
    writer.close().expect("a footer");
    let root = dir.path().join("out");
    let job = Job {
        inputs: vec![path.to_string_lossy().into_owned()],
        root: root.clone().into(),
        base: PathBuf::new(),
        settings: settings(2),
        shard: None,
    };
    let report = run(&job, &Engine::here(1).expect("threads"), &|_| {}).expect("a run");
    assert_eq!(report.count("fold.reports"), 9);
    let reports = rows::<tables::Report>(&root, "reports");
    assert_eq!(reports.iter().filter(|r| r.published.is_some()).count(), 8);
    assert!(reports.iter().all(|r| Id::read(&r.report).is_some() && r.url.is_some()));
}

#[test]
fn an_archive_takes_stories_of_a_batch() {
    use firsthand_store::{Archive, Kind};
    let place = Place::new(false);
    place.go("out", 2, 3);
    let root = place.out("out");
    let mut stories: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for member in rows::<Joining>(&root, "members") {
        stories.entry(member.story).or_default().insert(member.report);
    }
    let fire = rows::<Summary>(&root, "summaries").into_iter().max_by_key(|s| s.reports).expect("a story");
    assert_eq!((fire.reports, stories[&fire.story].len()), (3, 3));

    let mut archive = Archive::open(&place.out("fire.db")).expect("an archive");
    let done = archive.import_tables(&root, std::slice::from_ref(&fire.story), &|_| {}).expect("an import");
    // Three reports, one of them in two versions; the page that is there twice comes once.
    assert_eq!((done.reports, done.known, done.faults.len()), (4, 0, 0));
    let again = archive.import_tables(&root, &[fire.story], &|_| {}).expect("an import");
    assert_eq!((again.reports, again.known), (0, 4));
    let all = archive.import_tables(&root, &[], &|_| {}).expect("an import");
    let in_stories: usize = stories.values().filter(|s| s.len() > 1).map(BTreeSet::len).sum();
    assert_eq!(usize::try_from(all.reports + all.known).expect("few"), in_stories + 1);

    for (folder, story) in [(root.clone(), "no-such-story"), (place.out("in"), "x")] {
        let error = archive.import_tables(&folder, &[story.to_owned()], &|_| {}).expect_err("nothing there");
        assert_eq!(error.kind(), Kind::Request);
    }
}

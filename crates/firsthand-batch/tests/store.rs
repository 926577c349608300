//! Runs over objects and into a bucket: the tables of a folder, and the faults of stores.

#[path = "made/files.rs"]
mod files;
mod made;
#[path = "made/store.rs"]
mod store;

use files::{Files, files, same};
use firsthand_batch::depot::Entry;
use firsthand_batch::stage::STAGES;
use firsthand_batch::table::{self, Record};
use firsthand_batch::tables::{Copy, Joining, Notice, Report, Statement, Step, Summary};
use std::fmt::Debug;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use std::time::Duration;
use store::Store;

fn run(address: &str, input: &str, output: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_firsthand-batch"));
    command.args(["run", "--threads", "2", "--buckets", "3", "--input", input, "--output", output]);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("AWS_")) {
        command.env_remove(name);
    }
    command.env("AWS_ENDPOINT_URL", address).env("AWS_ALLOW_HTTP", "true");
    command.env("AWS_ACCESS_KEY_ID", "tern").env("AWS_SECRET_ACCESS_KEY", "secret");
    command
}

fn done(command: &mut Command) -> (i32, String) {
    let Output { status, stderr, .. } = command.output().expect("the program");
    (status.code().unwrap_or(-1), String::from_utf8_lossy(&stderr).into_owned())
}

/// The archive as files, and as objects under `in/`.
fn archive(folder: &Path, store: &Store) -> String {
    made::archive(folder, false);
    for entry in fs::read_dir(folder).expect("files").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        store.put(&format!("news/in/{name}"), fs::read(entry.path()).expect("bytes"));
    }
    folder.to_string_lossy().into_owned()
}

/// The tables of a folder.
fn of_folder(root: &Path) -> Files {
    files(root, is_table)
}

/// Names and bytes of the tables under a prefix.
fn of_store(store: &Store, prefix: &str) -> Files {
    let head = format!("news/{prefix}/");
    let state = store.state();
    let inside = state.objects.iter().filter_map(|(key, (bytes, _))| Some((key.strip_prefix(&head)?, bytes)));
    inside.filter(|(name, _)| is_table(name)).map(|(name, bytes)| (name.to_owned(), bytes.clone())).collect()
}

fn is_table(name: &str) -> bool {
    name.ends_with(".parquet") || name.ends_with(".jsonl.gz")
}

/// The rows of a table, in an order of their own.
fn rows<R: Record + Debug>(files: &Files, table: &str) -> Vec<String> {
    let dir = tempfile::tempdir().expect("a folder");
    let path = dir.path().join("part.parquet");
    let mut rows = Vec::new();
    for (_, bytes) in files.iter().filter(|(name, _)| name.starts_with(table)) {
        fs::write(&path, bytes).expect("a file");
        rows.extend(
            table::all::<R>(&Entry::File(path.clone())).expect("rows").iter().map(|row| format!("{row:?}")),
        );
    }
    rows.sort();
    rows
}

fn manifests(store: &Store, prefix: &str) -> Vec<&'static str> {
    let state = store.state();
    let has =
        |stage: &str| state.objects.contains_key(&format!("news/{prefix}/stages/{stage}/MANIFEST.json"));
    STAGES.iter().map(|s| s.name).filter(|stage| has(stage)).collect()
}

#[test]
fn a_store_has_the_tables_of_a_folder() {
    let (dir, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let input = archive(&dir.path().join("in"), &store);
    let (address, folder) = (store.address(), dir.path().join("out"));
    let out = folder.to_string_lossy().into_owned();

    // Files in, both ways out.
    assert_eq!(done(&mut run(&address, &input, &out)).0, 0);
    let (code, told) = done(&mut run(&address, &input, "s3://news/files/out"));
    assert_eq!(code, 0, "{told}");
    let whole = of_folder(&folder);
    assert!(whole.len() > 60);
    same(&whole, &of_store(&store, "files/out"));
    assert!(store.state().objects.keys().all(|key| !key.contains(".tmp") && !key.contains(".lock")));

    // Objects in, both ways out.
    let (folder, pattern) = (dir.path().join("objects"), "s3://news/in/*");
    assert_eq!(done(&mut run(&address, pattern, &folder.to_string_lossy())).0, 0);
    let (code, told) = done(&mut run(&address, pattern, "s3://news/objects"));
    assert_eq!(code, 0, "{told}");
    let objects = of_store(&store, "objects");
    same(&of_folder(&folder), &objects);

    // Files and objects are the same reports under other names.
    let plain = |rows: Vec<String>| -> Vec<String> {
        rows.into_iter()
            .map(|row| row.replace(&format!("{input}/"), "in/").replace("s3://news/in/", "in/"))
            .collect()
    };
    let tables = |files: &Files| {
        [
            plain(rows::<Report>(files, "reports/")),
            plain(rows::<Statement>(files, "statements/")),
            plain(rows::<Copy>(files, "copies/")),
            plain(rows::<Joining>(files, "members/")),
            plain(rows::<Summary>(files, "summaries/")),
            plain(rows::<Step>(files, "lineage/")),
        ]
    };
    let (ours, theirs) = (tables(&objects), tables(&whole));
    assert!(ours.iter().all(|rows| !rows.is_empty()));
    assert_eq!(ours, theirs);
    assert!(rows::<Report>(&objects, "reports/").iter().any(|row| row.contains("s3://news/in/a.warc.gz#")));

    // Once more: everything is there, and no table is fetched to see that.
    store.state().asked.clear();
    let (code, told) = done(&mut run(&address, pattern, "s3://news/objects"));
    assert_eq!((code, told.matches("is there already").count()), (0, STAGES.len()), "{told}");
    let asked = std::mem::take(&mut store.state().asked);
    let fetched = asked.iter().filter(|a| a.starts_with("GET") && a.ends_with(".parquet"));
    assert!(fetched.clone().all(|a| a.contains("/notes-")), "{:?}", fetched.collect::<Vec<_>>());
    same(&objects, &of_store(&store, "objects"));

    // One object other than it was written is made again, and what it is made of is not.
    let copies = "news/objects/copies/00001.parquet";
    store.put(copies, b"PAR1 something else".to_vec());
    let (code, told) = done(&mut run(&address, pattern, "s3://news/objects"));
    assert_eq!((code, told.matches("is there already").count()), (0, STAGES.len() - 1), "{told}");
    same(&objects, &of_store(&store, "objects"));
}

#[test]
fn large_objects_go_and_come_in_parts() {
    let (dir, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let input = dir.path().join("in");
    fs::create_dir_all(&input).expect("a folder");
    // What nobody sees of a page is kept of it all the same; it packs badly.
    let mut state = 1u64;
    let letter = |_| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'A' + ((state >> 33) % 26) as u8)
    };
    let hidden: String = (0..15 << 20).map(letter).collect();
    let page = made::TALES[0].html().replace("<body>", &format!("<body><!-- {hidden} -->"));
    fs::write(input.join("large.html"), &page).expect("a file");
    store.put("news/in/large.html", page.into_bytes());
    let (address, folder) = (store.address(), dir.path().join("out"));
    assert_eq!(done(&mut run(&address, "s3://news/in/large.html", &folder.to_string_lossy())).0, 0);
    let (code, told) = done(&mut run(&address, "s3://news/in/large.html", "s3://news/out"));
    assert_eq!(code, 0, "{told}");
    same(&of_folder(&folder), &of_store(&store, "out"));
    let state = store.state();
    assert!(
        state.objects.values().any(|(bytes, words)| bytes.len() > 8 << 20 && !words.is_empty()),
        "no large object"
    );
    assert!(state.asked.iter().any(|a| a.starts_with("POST news/out/stages/extract/pages-")), "no parts");
}

#[test]
fn archives_and_tables_are_read_from_a_store() {
    use arrow_array::{ArrayRef, RecordBatch, StringArray};
    use std::io::Write;
    let store = Store::open();
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("first.html", zip::write::SimpleFileOptions::default()).expect("a member");
    archive.write_all(made::TALES[0].html().as_bytes()).expect("a member");
    store.put("news/in/pages.zip", archive.finish().expect("an archive").into_inner());
    let column = |of: fn(&made::Tale) -> String| {
        std::sync::Arc::new(made::TALES[1..5].iter().map(|t| Some(of(t))).collect::<StringArray>())
            as ArrayRef
    };
    let columns = [("url", column(made::Tale::address)), ("text", column(|t| t.body.join("\n\n")))];
    let batch = RecordBatch::try_from_iter(columns).expect("a batch");
    let mut writer =
        parquet::arrow::ArrowWriter::try_new(Vec::new(), batch.schema(), None).expect("a writer");
    writer.write(&batch).expect("rows");
    store.put("news/in/texts.parquet", writer.into_inner().expect("a footer"));

    let scratch = tempfile::tempdir().expect("a folder");
    let mut command = run(&store.address(), "s3://news/in", "s3://news/out");
    let (code, told) = done(command.arg("--scratch").arg(scratch.path()));
    assert_eq!(code, 0, "{told}");
    let reports = rows::<Report>(&of_store(&store, "out"), "reports/");
    assert_eq!(reports.len(), 5);
    assert!(reports.iter().any(|row| row.contains("s3://news/in/pages.zip#first.html")), "{reports:?}");
    assert_eq!(fs::read_dir(scratch.path()).expect("a folder").count(), 0, "something was left");
}

#[test]
fn a_store_that_cannot_be_reached_is_named() {
    let dir = tempfile::tempdir().expect("a folder");
    let (input, output) = (dir.path().join("in"), dir.path().join("out"));
    made::archive(&input, false);
    // A port nobody listens on.
    let address = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
        format!("http://{}", listener.local_addr().expect("an address"))
    };
    for (from, to) in
        [(&*input.to_string_lossy(), "s3://news/out"), ("s3://news/in/*", &*output.to_string_lossy())]
    {
        let (code, told) = done(&mut run(&address, from, to));
        assert_eq!((code, told.lines().count()), (1, 1), "{told}");
        assert!(told.contains(&format!("{address} cannot be reached")), "{told}");
    }
    assert!(!output.exists());
    // Keys in the clear only where that is meant.
    let (code, told) = done(run(&address, "s3://news/in/*", "s3://news/out").env_remove("AWS_ALLOW_HTTP"));
    assert_eq!((code, told.lines().count()), (1, 1), "{told}");
    assert!(told.contains("AWS_ALLOW_HTTP"), "{told}");
}

#[test]
fn a_store_that_fails_in_the_middle_leaves_no_half_stage() {
    let (dir, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    archive(&dir.path().join("in"), &store);
    let address = store.address();
    assert_eq!(done(&mut run(&address, "s3://news/in/*", "s3://news/whole")).0, 0);
    let whole = of_store(&store, "whole");
    let mut seen = Vec::new();
    for room in [0, 9, 30, 75] {
        store.state().room = Some(room);
        let (code, told) = done(&mut run(&address, "s3://news/in/*", "s3://news/out"));
        assert_eq!(code, 1, "{told}");
        assert!(told.contains("s3://news/out/") && told.contains("QuotaExceeded"), "{told}");
        let whole: Vec<&str> = manifests(&store, "out");
        assert!(whole.len() < STAGES.len() && STAGES.iter().zip(&whole).all(|(s, name)| s.name == *name));
        assert!(store.state().objects.keys().all(|key| !key.contains(".lock")));
        seen.push(whole.len());
    }
    assert!(seen.is_sorted() && seen[0] == 0 && seen[3] > 0, "{seen:?}");
    // There is room again, and the store is overloaded for a moment.
    (store.state().room, store.state().busy) = (None, 3);
    let (code, told) = done(&mut run(&address, "s3://news/in/*", "s3://news/out"));
    assert_eq!(code, 0, "{told}");
    same(&whole, &of_store(&store, "out"));
}

#[test]
fn a_missing_object_is_named_and_a_store_that_breaks_off_ends_the_run() {
    let (dir, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    archive(&dir.path().join("in"), &store);
    let address = store.address();
    let inputs = ["s3://news/in/a.warc.gz", "s3://news/in/gone.warc.gz", "s3://news/in/b.*"];
    let mut command = run(&address, inputs[0], "s3://news/named");
    let (code, told) = done(command.arg("--input").args(inputs));
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("s3://news/in/gone.warc.gz: no such object"), "{told}");
    assert_eq!(manifests(&store, "named").len(), STAGES.len());

    // It was there when it was looked for.
    store.state().barred = Some(("news/in/b.warc.gz".into(), 404));
    let (code, told) = done(&mut run(&address, "s3://news/in/*.warc.gz", "s3://news/lost"));
    assert_eq!(code, 1, "{told}");
    let notes = rows::<Notice>(&of_store(&store, "lost"), "notes.parquet");
    assert!(
        notes.len() == 1 && notes[0].contains("s3://news/in/b.warc.gz") && notes[0].contains("lost"),
        "{notes:?}"
    );
    assert!(!rows::<Report>(&of_store(&store, "lost"), "reports/").is_empty());
    // It is there again.
    store.state().barred = None;
    assert_eq!(done(&mut run(&address, "s3://news/in/*.warc.gz", "s3://news/lost")).0, 0);

    store.state().barred = Some(("news/in/b.warc.gz".into(), 500));
    let (code, told) = done(&mut run(&address, "s3://news/in/*.warc.gz", "s3://news/broken"));
    assert_eq!(code, 1, "{told}");
    assert!(told.contains("s3://news/in/b.warc.gz") && told.contains("500"), "{told}");
    assert!(manifests(&store, "broken").is_empty());
    let (code, told) = done(&mut run(&address, "s3://news/in/*", "s3://old-news/out"));
    assert_eq!(code, 1, "{told}");
}

#[test]
fn one_run_at_a_time_works_in_a_bucket() {
    let (dir, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let input = archive(&dir.path().join("in"), &store);
    let address = store.address();
    let lock = "news/out/.lock";
    store.put(lock, b"{\"process\":7}".to_vec());
    let (code, told) = done(&mut run(&address, &input, "s3://news/out"));
    assert_eq!((code, told.lines().count()), (1, 1), "{told}");
    assert!(told.contains("s3://news/out/.lock: another run") && told.contains("--unlock"), "{told}");
    assert!(store.state().objects.contains_key(lock), "the lock of another");
    let (code, told) = done(run(&address, &input, "s3://news/out").args(["--shard", "1/2"]));
    assert_eq!(code, 1, "{told}");
    let (code, told) = done(run(&address, &input, "s3://news/out").arg("--unlock"));
    assert_eq!(code, 0, "{told}");
    assert!(!store.state().objects.contains_key(lock));

    // Parts are at work beside each other, and beside no whole run.
    store.put("news/parts/.lock-1-of-2", b"{}".to_vec());
    assert_eq!(done(&mut run(&address, &input, "s3://news/parts")).0, 1);
    let (code, told) = done(run(&address, &input, "s3://news/parts").args(["--shard", "2/2"]));
    assert_eq!(code, 0, "{told}");
    let locks: Vec<String> = store.state().objects.keys().filter(|k| k.contains("/.lock")).cloned().collect();
    assert_eq!(locks, ["news/parts/.lock-1-of-2"]);
}

#[cfg(unix)]
#[test]
fn a_run_that_is_stopped_takes_its_lock_with_it() {
    let (dir, store) = (tempfile::tempdir().expect("a folder"), Store::open());
    let input = archive(&dir.path().join("in"), &store);
    let mut child = run(&store.address(), &input, "s3://news/out").spawn().expect("the program");
    let has = |end: &str| store.state().objects.keys().any(|key| key.ends_with(end));
    for _ in 0..1000 {
        if has("stages/extract/MANIFEST.json") || child.try_wait().expect("a state").is_some() {
            break;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(has(".lock"));
    let told = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("kill");
    assert!(told.success());
    assert_eq!(child.wait().expect("an end").code(), Some(130));
    assert!(!has(".lock"));
    assert_eq!(done(&mut run(&store.address(), &input, "s3://news/out")).0, 0);
}

#[test]
fn a_scratch_folder_must_be_one() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    let (code, told) = done(run("http://127.0.0.1:9", "in", "out").arg("--scratch").arg(file.path()));
    assert_eq!((code, told.lines().count()), (1, 1), "{told}");
    assert!(told.contains("the folder for --scratch cannot be made"), "{told}");
}

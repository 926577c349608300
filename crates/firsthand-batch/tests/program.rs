//! The program itself: exit codes, and what a killed run leaves.

#[path = "made/files.rs"]
mod files;
mod made;

use files::{files, same};
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_firsthand-batch"))
}

fn run(input: &Path, output: &Path) -> Command {
    let mut command = program();
    command.arg("run").arg("--input").arg(input).arg("--output").arg(output).args([
        "--threads",
        "2",
        "--buckets",
        "3",
    ]);
    command
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

/// Starts a run and kills it as soon as this is there.
fn killed_at(input: &Path, output: &Path, is_there: &dyn Fn() -> bool) {
    let mut child = run(input, output).stderr(Stdio::null()).spawn().expect("the program");
    let begun = Instant::now();
    while !is_there() && begun.elapsed() < Duration::from_secs(120) {
        if child.try_wait().expect("a state").is_some() {
            return;
        }
        sleep(Duration::from_millis(2));
    }
    child.kill().expect("a kill");
    child.wait().expect("an end");
}

#[test]
fn a_killed_run_goes_on_and_ends_with_the_same_tables() {
    let dir = tempfile::tempdir().expect("a folder");
    let (input, whole, killed) = (dir.path().join("in"), dir.path().join("whole"), dir.path().join("killed"));
    made::archive(&input, false);
    assert_eq!(code(&run(&input, &whole).output().expect("a run")), 0);

    let extract = killed.join("stages/extract");
    let one_is_done = || {
        let entries = fs::read_dir(&extract).into_iter().flatten().flatten();
        entries.into_iter().any(|e| e.file_name().to_string_lossy().starts_with("done-"))
    };
    killed_at(&input, &killed, &one_is_done);
    for stage in ["extract", "fold", "stitch"] {
        let manifest = killed.join("stages").join(stage).join("MANIFEST.json");
        killed_at(&input, &killed, &|| manifest.exists());
    }
    let end = run(&input, &killed).output().expect("a run");
    assert_eq!(code(&end), 0, "{}", String::from_utf8_lossy(&end.stderr));
    assert!(String::from_utf8_lossy(&end.stderr).contains("extract: is there already"));
    let tables = |root: &Path| files(root, |name| !name.starts_with("stages"));
    same(&tables(&whole), &tables(&killed));
}

#[test]
fn exit_codes_say_how_it_went() {
    let dir = tempfile::tempdir().expect("a folder");
    let (input, output) = (dir.path().join("in"), dir.path().join("out"));
    let nothing = run(&dir.path().join("no-such-file"), &output).output().expect("a run");
    assert_eq!(code(&nothing), 2);
    assert!(String::from_utf8_lossy(&nothing.stderr).contains("no-such-file"));
    assert_eq!(code(&run(&input, &output).arg("--memory-limit").arg("x").output().expect("a run")), 2);

    fs::create_dir_all(&input).expect("a folder");
    fs::write(input.join("empty.html"), "").expect("a file");
    let empty = run(&input, &output).output().expect("a run");
    assert_eq!(code(&empty), 3, "{}", String::from_utf8_lossy(&empty.stderr));

    made::archive(&input, true);
    let broken = run(&input, &output).output().expect("a run");
    assert_eq!(code(&broken), 1, "{}", String::from_utf8_lossy(&broken.stderr));
    assert!(String::from_utf8_lossy(&broken.stderr).contains("notes.parquet"));

    // A file where a folder should be: one line that names it.
    let blocked = dir.path().join("blocked");
    fs::write(&blocked, "").expect("a file");
    let blocked_run = run(&input, &blocked).output().expect("a run");
    assert_eq!(code(&blocked_run), 1);
    assert!(String::from_utf8_lossy(&blocked_run.stderr).contains("blocked"));

    let plan =
        program().arg("plan").arg("--input").arg(&input).args(["--threads", "1"]).output().expect("a plan");
    assert_eq!(code(&plan), 0);
    let text = String::from_utf8_lossy(&plan.stdout).into_owned();
    for word in ["records", "partitions", "time", "disk"] {
        assert!(text.contains(word), "{text}");
    }
}

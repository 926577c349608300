//! Disks without room: a run says so, leaves nothing that looks whole, and goes on when there is room.
#![cfg(target_os = "linux")]

#[path = "made/files.rs"]
mod files;
mod made;

use files::{Files, files, same};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// What a shell says of a script with `$1` the program, `$2` the inputs and `$3` a folder.
fn shell(mut shell: Command, script: &str, dir: &Path) -> (i32, String) {
    shell.args(["sh", "-c", script, "sh", env!("CARGO_BIN_EXE_firsthand-batch")]);
    let Output { status, stderr, .. } = shell.arg(dir.join("in")).arg(dir).output().expect("a shell");
    (status.code().unwrap_or(-1), String::from_utf8_lossy(&stderr).into_owned())
}

fn plainly() -> Command {
    Command::new("env")
}

/// All files but those that say when they were locked.
fn all(root: &Path) -> Files {
    files(root, |name| name != ".lock")
}

const RUN: &str = r#""$1" run --threads 2 --buckets 3 --input "$2" --output"#;

/// A file may not grow beyond a few blocks: the error is that of the system, and so is what to do.
#[test]
fn a_file_that_may_not_grow_ends_the_run_and_the_next_goes_on() {
    let dir = tempfile::tempdir().expect("a folder");
    made::archive(&dir.path().join("in"), false);
    let (code, told) = shell(plainly(), &format!("{RUN} \"$3/whole\""), dir.path());
    assert_eq!(code, 0, "{told}");
    let largest = all(&dir.path().join("whole/stages/extract")).values().map(Vec::len).max().expect("files");
    // Blocks of 512 bytes; without the trap the signal would end the program before it can speak.
    let script = format!("trap '' XFSZ; ulimit -f {}; {RUN} \"$3/out\"", largest / 512);
    let (code, told) = shell(plainly(), &script, dir.path());
    assert_eq!((code, told.lines().count()), (1, 1), "{told}");
    assert!(told.contains("stages/extract/") && told.contains("a file may not grow so large here"), "{told}");
    let left = all(&dir.path().join("out"));
    assert!(
        left.keys().all(|name| !name.ends_with("MANIFEST.json") && !name.ends_with(".tmp")),
        "{:?}",
        left.keys()
    );
    let (code, told) = shell(plainly(), &format!("{RUN} \"$3/out\""), dir.path());
    assert_eq!(code, 0, "{told}");
    same(&all(&dir.path().join("whole")), &all(&dir.path().join("out")));
}

/// The same on a disk that is full, made of memory: where that is allowed.
#[test]
fn a_full_disk_ends_the_run_and_the_next_goes_on() {
    let mut apart = Command::new("unshare");
    apart.arg("-rm");
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir_all(dir.path().join("disk")).expect("a folder");
    let mount = "mount -t tmpfs -o size=SIZEk none \"$3/disk\"";
    let mut try_it = Command::new("unshare");
    try_it.arg("-rm");
    let (code, told) = shell(try_it, &mount.replace("SIZE", "64"), dir.path());
    if code != 0 {
        eprintln!("skipped: no disk can be mounted here ({})", told.trim());
        return;
    }
    made::archive(&dir.path().join("in"), false);
    let (code, told) = shell(plainly(), &format!("{RUN} \"$3/whole\""), dir.path());
    assert_eq!(code, 0, "{told}");
    let stages = "find \"$3/disk\" -name MANIFEST.json | wc -l";
    let halves = "find \"$3/disk\" -name '*.tmp' | wc -l";
    // A little more room each time, then enough: what was done before stays done.
    let script = format!(
        "{}; for size in 100 200 400; do mount -o remount,size=${{size}}k \"$3/disk\"; {RUN} \"$3/disk/out\"; \
         echo \"code $? with $({stages}) stages and $({halves}) halves\" >&2; done; \
         mount -o remount,size=64m \"$3/disk\"; {RUN} \"$3/disk/out\" && cp -r \"$3/disk/out\" \"$3/copied\"",
        mount.replace("SIZE", "64")
    );
    let (code, told) = shell(apart, &script, dir.path());
    assert_eq!(code, 0, "{told}");
    let ends: Vec<&str> = told.lines().filter(|line| line.starts_with("code ")).collect();
    assert_eq!(ends.len(), 3, "{told}");
    assert!(ends.iter().all(|end| end.starts_with("code 1 ") && end.ends_with(" 0 halves")), "{told}");
    assert_eq!(told.matches(": the disk is full; make room and run again").count(), 3, "{told}");
    assert!(told.contains("is there already"), "what was whole was kept: {told}");
    same(&all(&dir.path().join("whole")), &all(&dir.path().join("copied")));
}

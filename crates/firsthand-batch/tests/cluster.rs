//! Scheduler, executors and client as processes of one machine: the same tables, whoever is killed.
#![cfg(feature = "cluster")]

#[path = "made/files.rs"]
mod files;
mod made;

use files::{files, same};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

fn program(command: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_firsthand-batch"));
    program.arg(command);
    program
}

/// A process that does not outlive its test.
struct Process(Child);

impl Process {
    /// Starts it, and gives the first line it says that begins like this.
    fn start(command: &mut Command, begins: &str) -> (Process, String) {
        let mut child = command.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().expect("the program");
        let mut said = BufReader::new(child.stderr.take().expect("its errors"));
        let mut line = String::new();
        while !line.contains(begins) {
            line.clear();
            let read = said.read_line(&mut line).expect("a line");
            assert!(read > 0, "it ended without `{begins}`");
        }
        // Nobody may write into a closed pipe.
        std::thread::spawn(move || {
            let mut rest = Vec::new();
            let _ = said.read_to_end(&mut rest);
        });
        (Process(child), line.trim().to_owned())
    }

    fn kill(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}

fn scheduler() -> (Process, String) {
    let mut command = program("scheduler");
    command.args(["--bind", "127.0.0.1:0", "--lost-after", "3"]);
    let (process, line) = Process::start(&mut command, "scheduler at ");
    let address = line.rsplit(' ').next().expect("an address").to_owned();
    (process, address)
}

/// An executor of two threads whose scratch folder is its own, started in another folder than anything else.
fn executor(address: &str, dir: &Path, name: &str) -> (Process, PathBuf) {
    let scratch = dir.join("scratch").join(name);
    fs::create_dir_all(&scratch).expect("a folder");
    // Ports that are free now; nobody else is quick enough to take them.
    let free = || TcpListener::bind("127.0.0.1:0").expect("a port");
    let (one, other) = (free(), free());
    let port = |l: &TcpListener| l.local_addr().expect("an address").port().to_string();
    let ports = (port(&one), port(&other));
    drop((one, other));
    let mut command = program("executor");
    command.current_dir(&scratch).args(["--scheduler", address, "--threads", "2", "--heartbeat", "1"]);
    command.args(["--port", &ports.0, "--task-port", &ports.1, "--scratch"]).arg(&scratch);
    (Process::start(&mut command, "executor of ").0, scratch)
}

/// A run whose inputs are named from `dir` on.
fn run(dir: &Path, output: &str, scheduler: Option<&str>) -> Command {
    let mut command = program("run");
    command.current_dir(dir).args(["--input", "in", "--output", output, "--threads", "2", "--buckets", "4"]);
    if let Some(address) = scheduler {
        command.args(["--scheduler", address]);
    }
    command
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn well(mut command: Command) -> String {
    let output = command.output().expect("a run");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    said(&output)
}

fn assert_same(one: &Path, other: &Path) {
    let tables = |root: &Path| files(root, |name| !name.starts_with("stages"));
    same(&tables(one), &tables(other));
}

#[test]
fn one_and_two_executors_give_the_tables_of_one_process() {
    let dir = tempfile::tempdir().expect("a folder");
    made::archive(&dir.path().join("in"), false);
    well(run(dir.path(), "here", None));
    let (_scheduler, address) = scheduler();
    let _one = executor(&address, dir.path(), "one");
    well(run(dir.path(), "alone", Some(&address)));
    assert_same(&dir.path().join("here"), &dir.path().join("alone"));
    let _two = executor(&address, dir.path(), "two");
    well(run(dir.path(), "both", Some(&address)));
    assert_same(&dir.path().join("here"), &dir.path().join("both"));
    // What a cluster did, a process takes up, and the other way round.
    let said = well(run(dir.path(), "both", None));
    assert_eq!(said.matches("is there already").count(), STAGES.len(), "{said}");
}

const STAGES: [&str; 14] = [
    "extract",
    "fold",
    "habits",
    "prints",
    "pairs",
    "tally",
    "lend",
    "verify",
    "components",
    "groups",
    "windows",
    "stitch",
    "fetch",
    "accounts",
];

/// Rounds of killing an executor in every stage, unless FIRSTHAND_KILLS says how many; ten were run for docs/benchmarks.md.
const ROUNDS: u64 = 1;

#[test]
fn an_executor_killed_in_each_stage_changes_nothing() {
    let rounds = std::env::var("FIRSTHAND_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(ROUNDS);
    let dir = tempfile::tempdir().expect("a folder");
    made::archive(&dir.path().join("in"), false);
    well(run(dir.path(), "here", None));
    for round in 0..rounds {
        let (_scheduler, address) = scheduler();
        let mut executors = vec![executor(&address, dir.path(), "a"), executor(&address, dir.path(), "b")];
        let out = dir.path().join(format!("out{round}"));
        let mut client = run(dir.path(), &format!("out{round}"), Some(&address))
            .stderr(Stdio::piped())
            .spawn()
            .expect("a run");
        let mut killed = Vec::new();
        for stage in STAGES {
            let folder = out.join("stages").join(stage);
            let begun = Instant::now();
            // The folder is made when the first task of the stage begins to write.
            while !folder.exists() && client.try_wait().expect("a state").is_none() {
                assert!(begun.elapsed() < Duration::from_secs(180), "round {round}: {stage} does not begin");
                sleep(Duration::from_millis(1));
            }
            if folder.join("MANIFEST.json").exists() {
                continue;
            }
            let (mut lost, scratch) = executors.remove(0);
            lost.kill();
            let _ = fs::remove_dir_all(&scratch);
            killed.push(stage);
            executors.push(executor(&address, dir.path(), &format!("{round}{stage}")));
        }
        let output = client.wait_with_output().expect("an end");
        assert_eq!(output.status.code(), Some(0), "round {round}, killed in {killed:?}: {}", said(&output));
        assert!(killed.len() > STAGES.len() / 2, "round {round}: only {killed:?} were caught at work");
        assert_same(&dir.path().join("here"), &out);
        eprintln!("round {round}: executors killed in {}", killed.join(", "));
    }
}

#[test]
fn a_scheduler_or_a_client_that_is_killed_costs_the_stage_in_hand() {
    let dir = tempfile::tempdir().expect("a folder");
    made::archive(&dir.path().join("in"), false);
    well(run(dir.path(), "here", None));

    let (mut first, address) = scheduler();
    let one = executor(&address, dir.path(), "one");
    let client = run(dir.path(), "out", Some(&address)).stderr(Stdio::piped()).spawn().expect("a run");
    wait_for(&dir.path().join("out/stages/fold/MANIFEST.json"));
    first.kill();
    let output = client.wait_with_output().expect("an end");
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let last = said(&output).lines().last().unwrap_or_default().to_owned();
    assert!(last.contains("the scheduler is gone; start it again and run again"), "{last}");
    drop(one);

    let (_second, address) = scheduler();
    let _one = executor(&address, dir.path(), "two");
    let mut client = run(dir.path(), "out", Some(&address)).stderr(Stdio::null()).spawn().expect("a run");
    wait_for(&dir.path().join("out/stages/windows"));
    client.kill().expect("a kill");
    client.wait().expect("an end");
    let said = well(run(dir.path(), "out", Some(&address)));
    for stage in ["extract", "fold", "groups"] {
        assert!(said.contains(&format!("{stage}: is there already")), "{said}");
    }
    assert_same(&dir.path().join("here"), &dir.path().join("out"));
}

fn wait_for(path: &Path) {
    let begun = Instant::now();
    while !path.exists() {
        assert!(begun.elapsed() < Duration::from_secs(180), "{} does not come", path.display());
        sleep(Duration::from_millis(2));
    }
}

#[test]
fn what_is_wrong_with_a_cluster_is_said_in_one_line() {
    let dir = tempfile::tempdir().expect("a folder");
    made::archive(&dir.path().join("in"), false);
    let nobody = TcpListener::bind("127.0.0.1:0").expect("a port");
    let free = nobody.local_addr().expect("an address").to_string();
    drop(nobody);
    let output = run(dir.path(), "out", Some(&free)).output().expect("a run");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("no scheduler; start `firsthand-batch scheduler` there"),
        "{}",
        said(&output)
    );
    assert_eq!(said(&output).lines().count(), 1, "{}", said(&output));
    let output = run(dir.path(), "out", Some("head")).output().expect("a run");
    assert_eq!(output.status.code(), Some(2));

    // A task that cannot be done is said as it is in one process, and the next run goes on.
    let (_scheduler, address) = scheduler();
    let _one = executor(&address, dir.path(), "one");
    fs::create_dir_all(dir.path().join("out")).expect("a folder");
    fs::write(dir.path().join("out/reports"), "").expect("a file in the way");
    let output = run(dir.path(), "out", Some(&address)).output().expect("a run");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("out/reports: the folder cannot be made"), "{}", said(&output));
    assert!(!dir.path().join("out/stages/fold/MANIFEST.json").exists());
    fs::remove_file(dir.path().join("out/reports")).expect("a file");
    assert!(well(run(dir.path(), "out", Some(&address))).contains("extract: is there already"));
}

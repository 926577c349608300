//! What the program says of itself.

use crate::run::Run;

#[test]
fn help_for_everything() {
    let mut said = String::new();
    let commands = ["read", "lineage", "why", "man"].map(|command| vec![command, "--help"]);
    for args in [vec!["--help"]].into_iter().chain(commands) {
        let done = Run::new(&args).done();
        assert_eq!((done.code, done.stderr.as_str()), (0, ""));
        said.push_str(&format!("$ firsthand {}\n{}\n", args.join(" "), done.stdout));
    }
    insta::assert_snapshot!(said);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let mut said = String::new();
    for args in [
        &[][..],
        &["reed"],
        &["read"],
        &["read", "--json", "--brief", "x"],
        &["read", "--threads", "0", "x"],
        &["read", "--html", "-", "x"],
        &["read", "--html", "y", "--out", "y", "x"],
        &["why", "t1"],
        &["man", "reed"],
    ] {
        let done = Run::new(args.iter().copied()).done();
        assert_eq!((done.code, done.stdout.as_str()), (2, ""), "{args:?}");
        said.push_str(&format!("$ firsthand {}\n{}\n", args.join(" "), done.stderr));
    }
    insta::assert_snapshot!(said);
}

#[test]
fn version_pages_and_completions() {
    let version = Run::new(["--version"]).done();
    assert_eq!(version.stdout, format!("firsthand {}\n", env!("CARGO_PKG_VERSION")));
    for (args, words) in [
        (&["man"][..], &["firsthand\\-read", ".TH firsthand 1"][..]),
        (&["man", "read"], &[".TH firsthand-read 1", "\\-\\-brief"]),
        (&["completions", "bash"], &["_firsthand()", "--threads"]),
        (&["completions", "zsh"], &["#compdef firsthand"]),
        (&["completions", "fish"], &["complete -c firsthand"]),
    ] {
        let done = Run::new(args.iter().copied()).done();
        assert_eq!((done.code, done.stderr.as_str()), (0, ""));
        for word in words {
            assert!(done.stdout.contains(word), "{args:?} should print {word}:\n{}", done.stdout);
        }
    }
}

//! Alerts appended to a file, one a line.

use crate::watch::alert::Alert;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// Bytes at the end of the file that are looked through for an alert that may stand there already.
const TAIL: u64 = 1 << 20;

/// Appends an alert, unless it stands there: its line is written at once and is on the disk when this returns. Errors:
/// the line that says what is wrong.
pub(in crate::watch) fn append(path: &Path, alert: &Alert) -> Result<(), String> {
    appended(path, alert).map_err(|error| format!("{}: could not be written ({error})", path.display()))
}

fn appended(path: &Path, alert: &Alert) -> io::Result<()> {
    let mut file = OpenOptions::new().create(true).read(true).append(true).open(path)?;
    let tail = tail(&mut file)?;
    let mark = format!("\"id\":\"{}\"", alert.id);
    let mut lines = tail.split(|b| *b == b'\n').rev();
    // A line that was cut off by a crash is left as it is, and told again behind it.
    let cut = !tail.is_empty() && !tail.ends_with(b"\n");
    let whole = if cut { lines.next().is_some() } else { true };
    if whole && lines.any(|line| line.windows(mark.len()).any(|w| w == mark.as_bytes())) {
        return Ok(());
    }
    let mut line = if cut { vec![b'\n'] } else { Vec::new() };
    line.extend(serde_json::to_vec(alert)?);
    line.push(b'\n');
    file.write_all(&line)?;
    file.sync_data()
}

fn tail(file: &mut File) -> io::Result<Vec<u8>> {
    let end = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(end.saturating_sub(TAIL)))?;
    let mut tail = Vec::new();
    file.take(TAIL).read_to_end(&mut tail)?;
    Ok(tail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::alert::{Event, OriginsThen, SCHEMA, StoryNamed};

    fn alert(id: &str) -> Alert {
        Alert {
            schema: SCHEMA.into(),
            id: id.into(),
            event: Event::ReportNew,
            says: Event::ReportNew.says().into(),
            watch: "place Solvik".into(),
            story: StoryNamed { id: "s1".into(), headline: "Storm\nin Solvik".into() },
            report: None,
            passages: vec![],
            origins: OriginsThen::default(),
            at: "2026-05-04T06:00:00Z".into(),
            listed: Vec::new(),
        }
    }

    #[test]
    fn an_alert_is_one_line_and_stands_there_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("alerts.jsonl");
        for id in ["a", "b", "a", "b"] {
            append(&path, &alert(id)).unwrap();
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let read: Vec<Alert> = text.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        assert_eq!(read, [alert("a"), alert("b")]);
    }

    #[test]
    fn a_line_cut_off_by_a_crash_is_told_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("alerts.jsonl");
        append(&path, &alert("a")).unwrap();
        let whole = std::fs::read(&path).unwrap();
        let half = serde_json::to_vec(&alert("b")).unwrap();
        std::fs::write(&path, [&whole, &half[..half.len() - 9]].concat()).unwrap();
        append(&path, &alert("b")).unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        let last: Alert = serde_json::from_str(text.lines().last().unwrap()).unwrap();
        assert_eq!((last.id.as_str(), text.lines().count()), ("b", 3));
        assert!(append(folder.path(), &alert("a")).unwrap_err().contains("could not be written"));
    }
}

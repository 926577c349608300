//! The last alerts as an Atom feed, in a file that is always whole.

use crate::watch::alert::{Alert, Cited};
use crate::watch::entry::digest;
use quick_xml::escape::escape;
use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

/// Alerts in a feed.
pub(in crate::watch) const MOST: usize = 100;

/// The feed of some alerts, the latest first. `name` tells it from other feeds; its digest is the feed's id.
pub fn feed_of(name: &str, alerts: &[Alert]) -> String {
    let mut feed = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    feed.push_str("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
    feed.push_str(&format!("  <id>urn:firsthand:alerts:{}</id>\n", digest(&[name])));
    feed.push_str("  <title>firsthand: alerts</title>\n  <author><name>firsthand</name></author>\n");
    let updated = alerts.iter().map(|a| a.at.as_str()).max().unwrap_or("1970-01-01T00:00:00Z");
    feed.push_str(&format!("  <updated>{}</updated>\n", text(updated)));
    for alert in alerts.iter().rev() {
        let title = format!("{}: {} ({})", alert.says, alert.story.headline, alert.watch);
        feed.push_str("  <entry>\n");
        feed.push_str(&format!("    <id>urn:firsthand:alert:{}</id>\n", text(&alert.id)));
        feed.push_str(&format!("    <title>{}</title>\n", text(&title)));
        feed.push_str(&format!("    <updated>{}</updated>\n", text(&alert.at)));
        if let Some(url) = alert.report.as_ref().and_then(|r| r.url.as_deref()) {
            feed.push_str(&format!("    <link rel=\"alternate\" href=\"{}\"/>\n", text(url)));
        }
        feed.push_str(&format!("    <content type=\"text\">{}</content>\n", text(&content(alert))));
        feed.push_str("  </entry>\n");
    }
    feed.push_str("</feed>\n");
    feed
}

fn content(alert: &Alert) -> String {
    let mut lines: Vec<String> = alert.passages.iter().map(cited).collect();
    let (before, after) = (alert.origins.before.len(), alert.origins.after.len());
    lines.push(format!("Origins before: {before}, now: {after} ({})", alert.origins.measure));
    lines.join("\n\n")
}

fn cited(cited: &Cited) -> String {
    let outlet = cited.report.outlet.as_deref().or(cited.report.id.as_deref()).unwrap_or("a report");
    match cited.before.as_deref() {
        None => format!("{outlet}: {}", cited.text),
        Some(before) if cited.text.is_empty() => format!("{outlet}, removed: {before}"),
        Some(before) => format!("{outlet}, before: {before}\n{outlet}, now: {}", cited.text),
    }
}

/// Text that XML may hold.
fn text(text: &str) -> String {
    let fits = |c: &char| matches!(c, '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'..) && *c != '\u{7f}';
    let text: String = text.chars().filter(fits).collect();
    escape(text).into_owned()
}

/// Writes a file by way of another: whoever reads it finds the old one or the new one, whole. Errors: the line that says
/// what is wrong.
pub(in crate::watch) fn write(path: &Path, text: &str) -> Result<(), String> {
    written(path, text).map_err(|error| format!("{}: could not be written ({error})", path.display()))
}

fn written(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let mut beside = name.to_owned();
    beside.push(".new");
    let beside = path.with_file_name(beside);
    let mut file = File::create(&beside)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    std::fs::rename(&beside, path)?;
    // The name is on the disk when its folder is.
    if let Some(folder) = path.parent()
        && let Ok(folder) = File::open(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
    {
        let _ = folder.sync_all();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::alert::{Event, OriginsThen, ReportNamed, SCHEMA, StoryNamed};

    #[test]
    fn the_feed_is_read_back_by_our_own_reader() {
        let alert = |id: &str, at: &str| Alert {
            schema: SCHEMA.into(),
            id: id.into(),
            event: Event::ReportChanged,
            says: Event::ReportChanged.says().into(),
            watch: "name Brandt".into(),
            story: StoryNamed { id: "s1".into(), headline: "Ferry & <b>mole</b>\u{1}".into() },
            report: Some(ReportNamed {
                url: Some("https://courier.example/?a=1&b=2".into()),
                ..Default::default()
            }),
            passages: vec![Cited {
                text: "Nine died.".into(),
                before: Some("Seven died.".into()),
                ..Default::default()
            }],
            origins: OriginsThen { before: vec![], after: vec!["Brandt".into()], measure: "measured".into() },
            at: at.into(),
            listed: Vec::new(),
        };
        let alerts = [alert("a1", "2026-05-04T06:00:00Z"), alert("a2", "2026-05-04T07:00:00Z")];
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("alerts.xml");
        write(&path, &feed_of("alerts.xml", &alerts)).unwrap();
        let feed = firsthand_intake::feed(&std::fs::read(&path).unwrap(), None, None);
        assert_eq!(feed.troubles, Vec::<String>::new());
        let ids: Vec<&str> = feed.entries.iter().filter_map(|e| e.id.as_deref()).collect();
        assert_eq!(ids, ["urn:firsthand:alert:a2", "urn:firsthand:alert:a1"]);
        assert_eq!(feed.entries[0].link(), Some("https://courier.example/?a=1&b=2"));
        assert_eq!(
            feed.entries[0].title.as_ref().map(|t| t.value.as_str()),
            Some("a report has changed: Ferry & <b>mole</b> (name Brandt)")
        );
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}

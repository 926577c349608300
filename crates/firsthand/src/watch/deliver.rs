//! Alerts leave: files at once, webhooks as jobs. What is sent is taken out of the outbox.

use super::feed::backed_off;
use super::job::{Errand, Job};
use super::outbox::Watch;
use super::round::Round;
use super::send;
use super::shelf::Shelf;
use super::state::{Waiting, read, written};
use crate::fetch::{Kind, Trouble};

/// The first and the longest pause before an alert is sent again.
const PAUSES: (u64, u64) = (10, 3600);

/// The message of an alert that waits; None where it does not.
pub(super) fn errand(watches: &[Watch], watch: &str, target: &str, alert: &str, now: i64) -> Option<Errand> {
    let watch = watches.iter().find(|w| w.label == watch)?;
    let open = watch.target(target)?;
    let waiting = watch.state.outbox.iter().find(|w| w.target == target && w.alert.id == alert)?;
    let address = open.target.webhook.as_deref()?;
    Some(send::errand(address, open.secret.as_ref(), &waiting.alert, now))
}

impl<S: Shelf> Round<S> {
    /// Sends what can be sent at once, and queues the rest.
    pub(super) fn deliver(&mut self) -> Result<(), String> {
        for n in 0..self.watches.len() {
            let Some(watch) = self.watches.get(n) else {
                continue;
            };
            let now = self.now();
            for waiting in watch.state.outbox.clone() {
                let Some(watch) = self.watches.get(n) else {
                    continue;
                };
                let label = watch.label.clone();
                let Some(open) = watch.target(&waiting.target) else {
                    self.complain(
                        &waiting.target,
                        "it is not in the config any more; an alert to it is dropped",
                    );
                    self.take_out(n, &waiting, Vec::new())?;
                    continue;
                };
                let (jsonl, atom) = (open.target.jsonl.clone(), open.target.atom.clone());
                if jsonl.is_none() && atom.is_none() {
                    let job = Job::Send(label, waiting.target.clone(), waiting.alert.id.clone());
                    self.queue_job(waiting.due, job);
                    continue;
                }
                if waiting.due > now {
                    continue;
                }
                let mut cursors = Vec::new();
                let done = match (jsonl, atom) {
                    (Some(path), _) => send::append(&path, &waiting.alert),
                    (_, Some(path)) => {
                        let source = format!("atom:{}", path.display());
                        let mut alerts: Vec<super::Alert> =
                            self.shelf.cursor(&source)?.and_then(|text| read(&text)).unwrap_or_default();
                        if !alerts.iter().any(|a| a.id == waiting.alert.id) {
                            alerts.push(waiting.alert.clone());
                        }
                        let from = alerts.len().saturating_sub(send::ATOM_MOST);
                        alerts.drain(..from);
                        cursors.push((source.clone(), written(&alerts)));
                        send::write_atom(&path, &send::feed_of(&source, &alerts))
                    }
                    _ => Ok(()),
                };
                match done {
                    Ok(()) => self.take_out(n, &waiting, cursors)?,
                    Err(message) => self.put_off(n, &waiting, &message, None)?,
                }
            }
        }
        Ok(())
    }

    /// Whether an alert to a file, put off before, is due.
    pub(super) fn is_file_due(&self) -> bool {
        let now = self.now();
        self.watches.iter().any(|watch| {
            let due = |w: &Waiting| {
                w.due <= now && watch.target(&w.target).is_some_and(|t| t.target.webhook.is_none())
            };
            watch.state.outbox.iter().any(due)
        })
    }

    /// Takes in what came of a message.
    pub(super) fn posted(
        &mut self,
        watch: &str,
        target: &str,
        alert: &str,
        outcome: Result<(), Trouble>,
    ) -> Result<(), String> {
        let Some(n) = self.watches.iter().position(|w| w.label == watch) else {
            return Ok(());
        };
        let outbox = self.watches.get(n).map(|w| w.state.outbox.as_slice()).unwrap_or_default();
        let Some(waiting) = outbox.iter().find(|w| w.target == target && w.alert.id == alert).cloned() else {
            return Ok(());
        };
        let Err(trouble) = outcome else {
            return self.take_out(n, &waiting, Vec::new());
        };
        let over = matches!(trouble.kind, Kind::Status(410) | Kind::Refused | Kind::Address);
        if over || waiting.tries + 1 >= send::TRIES {
            self.complain(target, &format!("{}; the alert {alert} is given up", trouble.message));
            return self.take_out(n, &waiting, Vec::new());
        }
        self.put_off(n, &waiting, &trouble.message, trouble.wait.map(|w| w.as_secs()))?;
        self.deliver()
    }

    fn take_out(
        &mut self,
        n: usize,
        waiting: &Waiting,
        mut cursors: Vec<(String, String)>,
    ) -> Result<(), String> {
        if let Some(watch) = self.watches.get_mut(n) {
            watch.sent(&waiting.target, &waiting.alert.id);
            cursors.push((watch.cursor(), written(&watch.state)));
        }
        self.shelf.put(Vec::new(), &cursors).map(drop)
    }

    fn put_off(
        &mut self,
        n: usize,
        waiting: &Waiting,
        message: &str,
        wait: Option<u64>,
    ) -> Result<(), String> {
        let pause = backed_off(PAUSES.0, PAUSES.1, waiting.tries + 1).max(wait.unwrap_or(0).min(24 * 3600));
        let due = self.in_time(pause);
        self.complain(&waiting.target, &format!("{message}; tried again in {pause} s"));
        let Some(watch) = self.watches.get_mut(n) else {
            return Ok(());
        };
        for held in &mut watch.state.outbox {
            if held.target == waiting.target && held.alert.id == waiting.alert.id {
                held.tries += 1;
                held.due = due;
            }
        }
        let cursors = [(watch.cursor(), written(&watch.state))];
        self.shelf.put(Vec::new(), &cursors).map(drop)
    }
}

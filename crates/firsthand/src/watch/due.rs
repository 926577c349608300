//! What is due, and what it takes to do it.

use super::deliver;
use super::job::{Errand, Job, start};
use super::round::Round;
use super::shelf::Shelf;
use super::state::Pending;
use crate::fetch::Validators;
use std::collections::BTreeSet;
use std::time::Duration;
use url::Url;

impl<S: Shelf> Round<S> {
    /// Starts what is due, one thing for each host. Gives how long it is until there is more to start; None where nothing
    /// is left that could be started in this run.
    pub(super) fn begin(&mut self, begun: i64) -> Option<Duration> {
        let now = self.clock.now();
        let mut wait: Option<Duration> = None;
        let mut sooner = |time: Duration| wait = Some(wait.map_or(time, |w| w.min(time)));
        let (mut starting, mut stale) = (Vec::new(), Vec::new());
        let mut busy: BTreeSet<String> = self.under_way.values().cloned().collect();
        for (due, job) in &self.queue {
            if self.done.as_ref().is_some_and(|done| done.contains(job)) {
                continue;
            }
            if *due > now.as_second() {
                // One round does what was due at its start, and what follows from that at once.
                if self.done.is_none() || *due <= begun {
                    sooner(Duration::from_secs((*due - now.as_second()).unsigned_abs()));
                }
                break;
            }
            if busy.len() >= self.config.hosts_at_once {
                break;
            }
            let Some((host, errand)) = self.errand(job) else {
                stale.push((*due, job.clone()));
                continue;
            };
            if busy.contains(&host) {
                continue;
            }
            let pause = if matches!(job, Job::Send(..)) { Duration::ZERO } else { self.client.wait(&host) };
            // Whoever wants to be left alone for longer is put off by the client.
            if !pause.is_zero() && pause <= self.client.settings().pace.patience {
                sooner(pause);
                continue;
            }
            busy.insert(host.clone());
            starting.push((*due, job.clone(), host, errand));
        }
        for one in stale {
            self.queue.remove(&one);
        }
        for (due, job, host, errand) in starting {
            self.queue.remove(&(due, job.clone()));
            if let Some(done) = &mut self.done {
                done.insert(job.clone());
            }
            self.under_way.insert(job.clone(), host);
            start(&self.client, job, errand, &self.give);
        }
        wait
    }

    /// What it takes to do a job, and the host it goes to; None where there is nothing to do any more.
    fn errand(&self, job: &Job) -> Option<(String, Errand)> {
        let errand = match job {
            Job::Feed(feed) => {
                let state = self.feeds.get(feed).filter(|s| !s.gone)?;
                Errand::Fetch {
                    address: state.moved.clone().unwrap_or_else(|| feed.clone()),
                    validators: Validators {
                        etag: state.etag.clone(),
                        last_modified: state.last_modified.clone(),
                    },
                }
            }
            Job::Entry(feed, _, id) => Errand::Fetch {
                address: self.entry(feed, id)?.address.clone()?,
                validators: Validators::default(),
            },
            Job::Page(address) => {
                let state = self.pages.get(address)?;
                Errand::Fetch {
                    address: address.clone(),
                    validators: Validators {
                        etag: state.etag.clone(),
                        last_modified: state.last_modified.clone(),
                    },
                }
            }
            Job::Send(watch, target, alert) => {
                deliver::errand(&self.watches, watch, target, alert, self.now())?
            }
        };
        let (Errand::Fetch { address, .. } | Errand::Post { address, .. }) = &errand;
        let host = Url::parse(address).ok().and_then(|u| u.host_str().map(str::to_owned));
        Some((host.unwrap_or_default(), errand))
    }

    fn entry(&self, feed: &str, id: &str) -> Option<&Pending> {
        self.feeds.get(feed)?.pending.iter().find(|p| p.id == id)
    }
}

//! What asking for a known page again makes of its state. Knows no network and no archive.

use super::config::Following;
use super::feed::backed_off;
use super::state::PageState;
use crate::fetch::{Fetched, Kind, Page, Trouble, Validators, share};
use sha2::{Digest, Sha256};

/// What became of a page that is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Followed {
    /// Its bytes have changed.
    Changed(Box<Page>),
    /// They have not.
    Same,
    /// It is not followed any more: why, if there is a reason but time.
    Over(Option<String>),
    /// It could not be asked for: why.
    Trouble(String),
}

/// Errors in a row after which a page is not followed any more.
const PATIENCE: u32 = 6;

/// The state of a page that was just read; None where pages are not followed.
pub(super) fn begun(
    page: &Page,
    facts: Vec<(String, String)>,
    follow: &Following,
    seed: u64,
    now: i64,
) -> Option<PageState> {
    if follow.days == 0 {
        return None;
    }
    let interval = follow.first.0.as_secs();
    let mut state = PageState {
        etag: page.validators.etag.clone(),
        last_modified: page.validators.last_modified.clone(),
        digest: digest(&page.item.bytes),
        interval,
        until: now.saturating_add(i64::from(follow.days) * 24 * 3600),
        facts,
        at: now,
        ..PageState::default()
    };
    state.due = at(&page.address, seed, now, interval);
    Some(state)
}

/// Takes the outcome of asking again into the page's state.
pub(super) fn followed(
    address: &str,
    state: &mut PageState,
    outcome: Result<Fetched, Trouble>,
    follow: &Following,
    seed: u64,
    now: i64,
) -> Followed {
    let (first, most) = (follow.first.0.as_secs(), follow.most.0.as_secs());
    state.at = now;
    let became = match outcome {
        Ok(Fetched::NotModified { validators, .. }) => {
            keep(state, validators);
            state.interval = (state.interval * 2).clamp(first, most.max(first));
            Followed::Same
        }
        Ok(Fetched::Page(page)) => {
            let digest = digest(&page.item.bytes);
            keep(state, page.validators.clone());
            if digest == state.digest {
                state.interval = (state.interval * 2).clamp(first, most.max(first));
                Followed::Same
            } else {
                // What was changed once is often changed again.
                state.digest = digest;
                state.interval = first;
                Followed::Changed(page)
            }
        }
        Err(trouble) if matches!(trouble.kind, Kind::Status(404 | 410 | 451)) => {
            return Followed::Over(Some(trouble.message));
        }
        Err(trouble) => {
            if trouble.kind != Kind::Wait {
                state.errors += 1;
            }
            if state.errors >= PATIENCE || !trouble.may_pass() {
                return Followed::Over(Some(trouble.message));
            }
            let wait = trouble.wait.map_or(0, |w| w.as_secs()).min(7 * 24 * 3600);
            state.due = at(address, seed, now, backed_off(first, most.max(first), state.errors).max(wait));
            return if state.due > state.until {
                Followed::Over(None)
            } else {
                Followed::Trouble(trouble.message)
            };
        }
    };
    state.errors = 0;
    state.due = at(address, seed, now, state.interval);
    if state.due > state.until && became == Followed::Same { Followed::Over(None) } else { became }
}

fn keep(state: &mut PageState, validators: Validators) {
    state.etag = validators.etag;
    state.last_modified = validators.last_modified;
}

fn at(address: &str, seed: u64, now: i64, seconds: u64) -> i64 {
    let more = share(seed, address, now.unsigned_abs()) * 0.1;
    now.saturating_add((seconds as f64 * (1.0 + more)) as i64)
}

fn digest(bytes: &[u8]) -> String {
    super::entry::hex(&Sha256::digest(bytes), 16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use firsthand_intake::Item;

    fn page(text: &str) -> Page {
        Page {
            item: Item { bytes: text.as_bytes().to_vec(), ..Item::default() },
            address: "https://courier.example/n/1".into(),
            moved: None,
            media: None,
            validators: Validators::default(),
            age: None,
        }
    }

    #[test]
    fn a_page_is_followed_ever_more_seldom_until_its_days_are_over() {
        let follow = Following::default();
        let first = page("one");
        let mut state = begun(&first, vec![], &follow, 1, 0).unwrap();
        let (mut intervals, mut count) = (Vec::new(), 0);
        loop {
            let now = state.due;
            let became = followed(
                &first.address,
                &mut state,
                Ok(Fetched::Page(Box::new(page("one")))),
                &follow,
                1,
                now,
            );
            intervals.push(state.interval);
            count += 1;
            match became {
                Followed::Same => {}
                Followed::Over(None) => break,
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(intervals.get(..7).unwrap(), [3600, 7200, 14400, 28800, 57600, 86400, 86400]);
        assert!((8..=13).contains(&count), "{count}");
        assert!(begun(&first, vec![], &Following { days: 0, ..follow }, 1, 0).is_none());
    }

    #[test]
    fn a_change_is_given_and_looked_after_sooner() {
        let follow = Following::default();
        let mut state = begun(&page("one"), vec![], &follow, 1, 0).unwrap();
        let mut ask =
            |outcome, now| followed("https://courier.example/n/1", &mut state, outcome, &follow, 1, now);
        assert_eq!(ask(Ok(Fetched::Page(Box::new(page("one")))), 1800), Followed::Same);
        let changed = Box::new(page("one, corrected"));
        assert_eq!(ask(Ok(Fetched::Page(changed.clone())), 5400), Followed::Changed(changed));
        let busy = || Trouble::new(Kind::Status(503), "", "busy");
        assert_eq!(ask(Err(busy()), 7200), Followed::Trouble("busy".into()));
        let gone = Trouble::new(Kind::Status(404), "", "not found");
        assert_eq!(ask(Err(gone), 9000), Followed::Over(Some("not found".into())));
        for _ in 0..4 {
            assert!(matches!(ask(Err(busy()), 9000), Followed::Trouble(_)));
        }
        assert_eq!(ask(Err(busy()), 9000), Followed::Over(Some("busy".into())));
    }
}

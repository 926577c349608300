//! Asks hosts for their robots.txt, and keeps what they said.

use super::ask::Most;
use super::{Client, Kind, Rules, Trouble};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use url::Url;

/// How long rules are kept: RFC 9309 says not more than a day.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);
/// When a host is asked again that could not say.
const AGAIN: Duration = Duration::from_secs(10 * 60);
/// Hosts whose rules are kept.
const HOSTS: usize = 10_000;

/// What hosts said, and until when it holds, by [`Clock::passed`](super::Clock::passed).
#[derive(Debug, Default)]
pub(super) struct Kept(Mutex<BTreeMap<String, (Duration, Arc<Rules>)>>);

impl Client {
    /// Whether the host wants us to ask for this address. Errors: it does not, or cannot say.
    pub(super) fn wanted(&self, url: &Url) -> Result<(), Trouble> {
        if url.path() == "/robots.txt" {
            return Ok(());
        }
        let rules = self.rules(url)?;
        if let Rules::Unknown(why) = &*rules {
            let message = format!("its robots.txt could not be read ({why}), so nothing is asked for now");
            return Err(Trouble::new(Kind::Robots, url.as_str(), message).after(Some(AGAIN)));
        }
        if !rules.allow(self.product(), url) {
            return Err(Trouble::new(
                Kind::Robots,
                url.as_str(),
                "its robots.txt does not want us there; left out",
            ));
        }
        Ok(())
    }

    /// The name rules are written for.
    fn product(&self) -> &str {
        let agent = self.settings.agent.trim();
        let end = agent.find(|c: char| !(c.is_ascii_alphabetic() || c == '-' || c == '_'));
        match agent.get(..end.unwrap_or(agent.len())) {
            Some("") | None => "firsthand",
            Some(name) => name,
        }
    }

    fn rules(&self, url: &Url) -> Result<Arc<Rules>, Trouble> {
        let now = self.settings.clock.passed();
        let origin = url.origin().ascii_serialization();
        {
            let kept = self.rules.0.lock().unwrap_or_else(|broken| broken.into_inner());
            if let Some((_, rules)) = kept.get(&origin).filter(|(end, _)| *end > now) {
                return Ok(Arc::clone(rules));
            }
        }
        let rules = Arc::new(self.ask_rules(url)?);
        let host = url.host_str().unwrap_or_default();
        self.hosts.delay(host, rules.delay(self.product()));
        let holds = if matches!(*rules, Rules::Unknown(_)) { AGAIN } else { KEPT };
        let mut kept = self.rules.0.lock().unwrap_or_else(|broken| broken.into_inner());
        if kept.len() >= HOSTS {
            kept.retain(|_, (end, _)| *end > now);
        }
        if kept.len() >= HOSTS {
            kept.clear();
        }
        kept.insert(origin, (now.saturating_add(holds), Arc::clone(&rules)));
        Ok(rules)
    }

    /// Asks for the rules. Errors: the host may not be asked at all, or wants to be left alone.
    fn ask_rules(&self, url: &Url) -> Result<Rules, Trouble> {
        let mut at = url.clone();
        at.set_path("/robots.txt");
        at.set_query(None);
        at.set_fragment(None);
        let most = Most::Start(self.settings.limits.robots);
        for _ in 0..=self.settings.limits.redirects {
            let answer = match self.ask(&at, &[("Accept", "text/plain, */*;q=0.5")], most) {
                Ok(answer) => answer,
                Err(trouble) if matches!(trouble.kind, Kind::Refused | Kind::Address | Kind::Wait) => {
                    return Err(Trouble { address: url.as_str().to_owned(), ..trouble });
                }
                Err(trouble) => return Ok(Rules::Unknown(trouble.message)),
            };
            match answer.status {
                200 => return Ok(Rules::read(&answer.body)),
                201..=299 => return Ok(Rules::None),
                301 | 302 | 303 | 307 | 308 => {
                    match answer.header("location").and_then(|l| at.join(l).ok()) {
                        Some(next) => at = next,
                        None => return Ok(Rules::None),
                    }
                }
                429 => return Ok(Rules::Unknown("status 429".to_owned())),
                400..=499 => return Ok(Rules::None),
                status => return Ok(Rules::Unknown(format!("status {status}"))),
            }
        }
        // RFC 9309: a file behind too many redirects is as good as none.
        Ok(Rules::None)
    }
}

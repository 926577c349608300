//! Alerts on their way. They are cursors until they are taken: what could not be sent is sent after a restart.

use super::send::Secret;
use super::state::{WatchState, written};
use super::watched::{Matter, Target, Watched};

/// A watch with what is known of it.
#[derive(Debug)]
pub(super) struct Watch {
    pub(super) matter: Matter,
    pub(super) label: String,
    pub(super) targets: Vec<Open>,
    pub(super) state: WatchState,
    /// Whether the state is not what its cursor says.
    pub(super) changed: bool,
}

/// A target with its secret.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) label: String,
    pub(super) target: Target,
    pub(super) secret: Option<Secret>,
}

impl Watch {
    /// A watch of the config. `secrets` gives the value of a variable of the environment. Errors: a secret that is not
    /// there.
    pub(super) fn open(
        watched: &Watched,
        state: WatchState,
        secrets: &dyn Fn(&str) -> Option<String>,
    ) -> Result<Watch, String> {
        let matter = watched.matter()?;
        let label = matter.label();
        let mut targets = Vec::new();
        for target in &watched.send {
            let secret =
                match target.secret_env.as_deref() {
                    None => None,
                    Some(name) => Some(secrets(name).filter(|s| !s.is_empty()).ok_or_else(|| {
                        format!("watch {label}: the variable {name} (secret_env) is not set")
                    })?),
                };
            targets.push(Open { label: target.label(), target: target.clone(), secret: secret.map(Secret) });
        }
        Ok(Watch { matter, label, targets, state, changed: false })
    }

    /// The cursor it is kept under.
    pub(super) fn cursor(&self) -> String {
        format!("watch:{}", self.label)
    }

    pub(super) fn target(&self, label: &str) -> Option<&Open> {
        self.targets.iter().find(|t| t.label == label)
    }

    /// Its cursor, if the state has changed since it was written last.
    pub(super) fn unwritten(&mut self) -> Option<(String, String)> {
        std::mem::take(&mut self.changed).then(|| (self.cursor(), written(&self.state)))
    }

    /// Takes an alert out of what is to be sent.
    pub(super) fn sent(&mut self, target: &str, alert: &str) {
        self.state.outbox.retain(|w| w.target != target || w.alert.id != alert);
    }
}

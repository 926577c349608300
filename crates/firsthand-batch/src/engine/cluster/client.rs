//! The one who has the work: hands out tasks, waits for answers, asks again what a lost executor had in hand.

use super::health::{Health, health};
use super::{config, state};
use crate::engine::function::{Answer, TaskFunction, answers};
use crate::progress::METER;
use crate::work::{Outcome, Task};
use anyhow::{Context, Result, anyhow, bail, ensure};
use ballista::extension::SessionContextExt;
use datafusion::logical_expr::{ScalarUDF, lit};
use datafusion::prelude::SessionContext;
use std::fmt;
use std::time::{Duration, Instant};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};

/// How often the scheduler is asked how it is while tasks are out.
const LOOK: Duration = Duration::from_secs(2);
/// Without an answer of the scheduler, or without an executor, for so long, a run ends.
const PATIENCE: Duration = Duration::from_secs(60);
/// So often a task is handed out before the engine's own errors end the run. An executor that is lost is handled by the
/// scheduler; a task comes back here only if its answer was lost with it.
const TRIES: u32 = 8;

/// How a cluster is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Where its scheduler is, `host:port`.
    pub scheduler: String,
    /// How many tasks are out at a time; more than it has cores, so that none waits for the next.
    pub at_once: usize,
    /// A task that takes longer is handed out once more.
    pub longest: Duration,
}

/// A client of a scheduler.
pub struct Client {
    asked: Asked,
    context: SessionContext,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("asked", &self.asked).finish_non_exhaustive()
    }
}

impl Client {
    /// Waits until the scheduler has an executor, and opens a session.
    ///
    /// Errors: nothing answers at its address, or no executor comes within a minute.
    pub async fn reach(asked: &Asked, tell: &dyn Fn(&str)) -> Result<Client> {
        let address = &asked.scheduler;
        let begun = Instant::now();
        loop {
            match health(address).await {
                Ok(Health::Ready) => break,
                Ok(Health::Alone) if begun.elapsed() > PATIENCE => bail!("{}", alone(address)),
                Ok(Health::Alone) if begun.elapsed() < LOOK => tell("waiting for an executor"),
                Ok(Health::Alone) => {}
                Err(error) => return Err(error.context(silent(address))),
            }
            sleep(LOOK).await;
        }
        let state = state(config())?;
        let context = SessionContext::remote_with_state(&format!("df://{address}"), state).await;
        Ok(Client { asked: asked.clone(), context: context.with_context(|| silent(address))? })
    }

    /// Does all tasks; the first that cannot be done ends the stage, and so does a scheduler that is gone.
    pub(crate) async fn run(&self, tasks: &[Task]) -> Result<Vec<Outcome>> {
        let mut rest = tasks.iter();
        // What is still out when this ends is called back: dropping the set drops the questions.
        let mut out = JoinSet::new();
        let mut outcomes = Vec::with_capacity(tasks.len());
        let mut look = interval(LOOK);
        look.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut well = Instant::now();
        loop {
            while out.len() < self.asked.at_once.max(1)
                && let Some(task) = rest.next()
            {
                out.spawn(done(self.context.clone(), serde_json::to_string(task)?, self.asked.longest));
            }
            tokio::select! {
                ended = out.join_next() => match ended {
                    None => return Ok(outcomes),
                    Some(ended) => outcomes.push(self.counted(ended?).await?),
                },
                _ = look.tick() => match health(&self.asked.scheduler).await {
                    Ok(Health::Ready) => well = Instant::now(),
                    Ok(Health::Alone) if well.elapsed() > PATIENCE => bail!("{}", alone(&self.asked.scheduler)),
                    // A scheduler that is gone has forgotten what it was asked.
                    Err(error) if well.elapsed() > 2 * LOOK => return Err(error.context(gone(&self.asked.scheduler))),
                    _ => {}
                },
            }
        }
    }

    /// What a task did, counted for those who watch. Errors: it failed; or the engine did, and then why the scheduler is silent.
    async fn counted(&self, ended: Result<Answer>) -> Result<Outcome> {
        match ended {
            Ok(Answer::Done(outcome)) => {
                METER.task();
                METER.wrote(outcome.pieces.iter().map(|p| p.bytes).sum());
                METER.record(outcome.pieces.iter().map(|p| p.rows).max().unwrap_or_default());
                Ok(outcome)
            }
            Ok(Answer::Failed(why)) => Err(anyhow!("{why}")),
            Err(error) => match health(&self.asked.scheduler).await {
                Ok(_) => Err(error),
                Err(silence) => Err(silence.context(gone(&self.asked.scheduler))),
            },
        }
    }
}

/// Hands out one task until there is an answer.
async fn done(context: SessionContext, task: String, longest: Duration) -> Result<Answer> {
    let mut tries = 0;
    loop {
        tries += 1;
        let error = match timeout(longest, ask(&context, &task)).await {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(error)) => error,
            Err(_) => anyhow!("no answer in {} s", longest.as_secs()),
        };
        if tries == TRIES {
            let task: Task = serde_json::from_str(&task)?;
            let whose =
                format!("{} {}: the cluster could not do it in {TRIES} tries", task.stage, task.input);
            return Err(error.context(whose));
        }
        sleep(Duration::from_millis(500 * u64::from(tries))).await;
    }
}

/// Asks once.
async fn ask(context: &SessionContext, task: &str) -> Result<Answer> {
    let function = ScalarUDF::from(TaskFunction::answering());
    let question = function.call(vec![lit(task)]).alias("answer");
    let batches = context.read_empty()?.select(vec![question])?.collect().await?;
    let answers: Vec<String> = batches.iter().flat_map(answers).collect();
    ensure!(answers.len() == 1, "{} answers to one question", answers.len());
    Ok(serde_json::from_str(&answers.concat())?)
}

fn silent(address: &str) -> String {
    format!(
        "{address}: no scheduler; start `firsthand-batch scheduler` there, or leave out --scheduler to work on this machine"
    )
}

fn alone(address: &str) -> String {
    format!(
        "{address}: the scheduler has no executor; start `firsthand-batch executor --scheduler {address}` and run again; what is \
         done is kept"
    )
}

fn gone(address: &str) -> String {
    format!("{address}: the scheduler is gone; start it again and run again; what is done is kept")
}

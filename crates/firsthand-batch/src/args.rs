//! The command line.

use crate::depot::Depot;
use clap::{Parser, Subcommand};
use std::path::PathBuf;

/// Runs firsthand over archives that no memory holds: the same reports, copies, stories and accounts, as Parquet tables.
#[derive(Debug, Parser)]
#[command(name = "firsthand-batch", version, about, max_term_width = 100)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Reads inputs and writes tables; goes on where an earlier run ended.
    Run(Run),
    /// Says how much there is to do, how long it takes and how much disk, from a sample; nothing is written.
    Plan(Plan),
    /// Gives the tasks of runs to executors on other machines. It has no password: let it listen in a private network only.
    #[cfg(feature = "cluster")]
    Scheduler(Scheduler),
    /// Does tasks for a scheduler. It needs the output folder, and inputs that are files, under the same paths as the run; or the
    /// object store, with the same variables AWS_… as the run.
    #[cfg(feature = "cluster")]
    Executor(Executor),
}

/// Inputs.
#[derive(Debug, clap::Args)]
pub struct Inputs {
    /// Files, folders or patterns, also of an object store (s3://bucket/news/**/*.warc.gz): WARC, ARC, WACZ, feeds, JSON lines,
    /// HTML, text, packed or not, and Parquet with text, url and date columns.
    #[arg(long, required = true, num_args = 1.., value_name = "GLOB")]
    pub input: Vec<String>,
    /// How many tasks at a time on one machine; all cores where none is given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=4096))]
    pub threads: Option<u32>,
    /// How much memory the tasks of one machine may take together: 512M, 2G.
    #[arg(long, value_name = "SIZE", default_value = "4G", value_parser = size)]
    pub memory_limit: u64,
    /// The folder for files that are needed for a short while, on their way to and from an object store; that of the system where
    /// none is given.
    #[arg(long, value_name = "DIR")]
    pub scratch: Option<PathBuf>,
}

/// `run`.
#[derive(Debug, clap::Args)]
pub struct Run {
    /// What to read.
    #[command(flatten)]
    pub inputs: Inputs,
    /// The folder everything is written to, or a place in an object store: s3://bucket/prefix.
    #[arg(long, value_name = "DIR")]
    pub output: Depot,
    /// Stories of fewer reports get no account.
    #[arg(long, value_name = "N", default_value_t = 2)]
    pub min_reports: u32,
    /// Of a larger story the first so many reports are compared; its counts are partial then.
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub max_reports: u32,
    /// Days that are looked at together where stories are made.
    #[arg(long, value_name = "N", default_value_t = 28, value_parser = clap::value_parser!(i32).range(1..=3660))]
    pub window_days: i32,
    /// Days two windows have in common: under 10, near reports may be in no window together.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(i32).range(0..=1830))]
    pub overlap_days: i32,
    /// No fingerprint of more reports than this finds copies.
    #[arg(long, value_name = "N", default_value_t = 2000)]
    pub common: u32,
    /// Do part I of N of the first stage and end; run again without it when all parts are done.
    #[arg(long, value_name = "I/N", value_parser = shard)]
    pub shard: Option<(usize, usize)>,
    /// Into how many buckets work is parted; told by size and memory where it is not given. Results do not hang on it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=65536))]
    pub buckets: Option<u32>,
    /// Let the executors of this scheduler do the work.
    #[arg(long, value_name = "HOST:PORT", conflicts_with = "shard", value_parser = address)]
    pub scheduler: Option<String>,
    /// How many tasks are out at a time on a cluster: more than it has cores.
    #[arg(long, value_name = "N", default_value_t = 256, requires = "scheduler", value_parser = clap::value_parser!(u32).range(1..))]
    pub tasks: u32,
    /// A task of a cluster that takes longer is handed out once more.
    #[arg(long, value_name = "MINUTES", default_value_t = 240, requires = "scheduler", value_parser = clap::value_parser!(u64).range(1..))]
    pub patience: u64,
    /// Take away the lock that a run which was killed has left in an object store.
    #[arg(long)]
    pub unlock: bool,
    /// Say nothing on stderr but errors.
    #[arg(long, short)]
    pub quiet: bool,
}

/// `plan`.
#[derive(Debug, clap::Args)]
pub struct Plan {
    /// What to read.
    #[command(flatten)]
    pub inputs: Inputs,
    /// How many records of how many files are read as a sample.
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub sample: usize,
}

/// `scheduler`.
#[cfg(feature = "cluster")]
#[derive(Debug, clap::Args)]
pub struct Scheduler {
    /// Where to listen; port 0 is any that is free.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:50050")]
    pub bind: std::net::SocketAddr,
    /// An executor without a sign of life for so long is lost; others take what it had in hand.
    #[arg(long, value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(2..))]
    pub lost_after: u64,
}

/// `executor`.
#[cfg(feature = "cluster")]
#[derive(Debug, clap::Args)]
pub struct Executor {
    /// The scheduler to work for.
    #[arg(long, value_name = "HOST:PORT", value_parser = address)]
    pub scheduler: String,
    /// The address of this machine to listen at.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1")]
    pub bind: std::net::IpAddr,
    /// The name others reach this machine by, where it is not the address they see.
    #[arg(long, value_name = "HOST")]
    pub host: Option<String>,
    /// The port where answers are fetched.
    #[arg(long, value_name = "PORT", default_value_t = 50051)]
    pub port: u16,
    /// The port where tasks come in.
    #[arg(long, value_name = "PORT", default_value_t = 50052)]
    pub task_port: u16,
    /// How many tasks at a time; all cores where none is given.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=4096))]
    pub threads: Option<u32>,
    /// The folder for answers until they are fetched, and for files on their way to an object store; the system's for temporary
    /// files where none is given.
    #[arg(long, value_name = "DIR")]
    pub scratch: Option<PathBuf>,
    /// How often to give a sign of life.
    #[arg(long, value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..))]
    pub heartbeat: u64,
}

/// `127.0.0.1:50050`, `head.cluster:50050`.
fn address(text: &str) -> Result<String, String> {
    let is_one = |(host, port): (&str, &str)| !host.is_empty() && port.parse::<u16>().is_ok_and(|p| p > 0);
    let fits = text.rsplit_once(':').is_some_and(is_one);
    fits.then(|| text.to_owned()).ok_or_else(|| format!("{text}: is no address; write HOST:PORT"))
}

/// `512M`, `2G`, `1073741824`.
fn size(text: &str) -> Result<u64, String> {
    let wrong = || format!("{text}: is no size; write 512M or 2G");
    let text = text.trim().trim_end_matches(['B', 'b']).trim_end_matches('i');
    let (number, unit) = text.split_at(text.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len());
    let shift = match unit.to_ascii_uppercase().as_str() {
        "" => 0,
        "K" => 10,
        "M" => 20,
        "G" => 30,
        "T" => 40,
        _ => return Err(wrong()),
    };
    let number: u64 = number.trim().parse().map_err(|_| wrong())?;
    number
        .checked_mul(1 << shift)
        .filter(|bytes| *bytes >= 64 << 20)
        .ok_or_else(|| format!("{text}: at least 64M are needed"))
}

/// `3/8`.
fn shard(text: &str) -> Result<(usize, usize), String> {
    let parts = text.split_once('/').and_then(|(i, n)| Some((i.parse().ok()?, n.parse().ok()?)));
    let fits = |(part, of): &(usize, usize)| (1..=*of).contains(part);
    parts.filter(fits).ok_or_else(|| format!("{text}: is no part; write 1/8 to 8/8"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_parts_are_read() {
        assert_eq!(size("2G"), Ok(2 << 30));
        assert_eq!(size("512MiB"), Ok(512 << 20));
        assert!(size("2X").is_err() && size("12").is_err() && size("").is_err());
        assert_eq!(shard("3/8"), Ok((3, 8)));
        assert!(shard("0/8").is_err() && shard("9/8").is_err() && shard("x").is_err());
    }

    #[test]
    fn addresses_have_a_host_and_a_port() {
        assert_eq!(address("127.0.0.1:50050"), Ok("127.0.0.1:50050".to_owned()));
        assert_eq!(address("[::1]:9"), Ok("[::1]:9".to_owned()));
        assert!(address("head").is_err() && address(":1").is_err() && address("head:x").is_err());
        assert!(address("head:0").is_err());
    }

    #[test]
    fn the_command_line_is_sound() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}

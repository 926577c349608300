//! The tables, and how an archive of an older version is brought up to date.

use crate::error::{Error, Kind};
use rusqlite::Connection;

/// `FHRD` in ASCII: how `file` and this program know an archive.
pub(crate) const APPLICATION: i32 = 0x4648_5244;

/// Steps from one version of the tables to the next. Only ever added to: version n is what the first n steps make.
const STEPS: [&str; 3] =
    [include_str!("schema/1.sql"), include_str!("schema/2.sql"), include_str!("schema/3.sql")];

/// The version this program writes.
pub(crate) const VERSION: i32 = STEPS.len() as i32;

/// Makes the tables of a new file, or brings those of an older version up to date; all in one transaction.
///
/// # Errors
/// A file of another program, or one written by a newer version of this one.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), Error> {
    if check(connection)? == VERSION {
        return Ok(());
    }
    let step = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Exclusive)?;
    // Another process may have been faster.
    let version = version(&step)?;
    for (n, sql) in (1..).zip(STEPS).filter(|(n, _)| *n > version) {
        step.execute_batch(sql)?;
        step.pragma_update(None, "user_version", n)?;
    }
    step.pragma_update(None, "application_id", APPLICATION)?;
    Ok(step.commit()?)
}

/// The version of the tables; 0 for an empty file.
///
/// # Errors
/// As [`migrate`].
pub(crate) fn check(connection: &Connection) -> Result<i32, Error> {
    let application: i32 = connection.pragma_query_value(None, "application_id", |r| r.get(0))?;
    let version = version(connection)?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |r| r.get(0))?;
    if application != APPLICATION && (version != 0 || tables != 0) {
        return Err(Error::new(Kind::Foreign, "is a database of another program, no archive of firsthand"));
    }
    if version > VERSION {
        let message = format!(
            "was written by a newer firsthand (tables of version {version}, this program knows {VERSION}); use that one"
        );
        return Err(Error::new(Kind::Foreign, message));
    }
    Ok(version)
}

fn version(connection: &Connection) -> Result<i32, Error> {
    Ok(connection.pragma_query_value(None, "user_version", |r| r.get(0))?)
}

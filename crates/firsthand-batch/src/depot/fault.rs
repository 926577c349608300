//! What goes wrong with disks and stores, in one line each.

use object_store::client::{HttpError, HttpErrorKind};
use std::error::Error;
use std::fmt::{self, Display};
use std::io::{self, ErrorKind};

/// Why an object store did not do as it was asked. Each has its message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The object is not there.
    Missing(String),
    /// Nobody may have this object, or not who asks.
    Refused(String),
    /// The object was to be made and is there.
    There(String),
    /// Anything else: what is asked next will fare no better.
    Broken(String),
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Fault::Missing(message)
        | Fault::Refused(message)
        | Fault::There(message)
        | Fault::Broken(message)) = self;
        f.write_str(message)
    }
}

impl Error for Fault {}

impl Fault {
    /// What an error of the client means for the object of this name (`s3://…`), at a store with this address.
    pub(super) fn of(name: &str, address: &str, error: &object_store::Error) -> Fault {
        let text = error.to_string();
        let said = between(&text, "<Code>", "</Code>");
        match (error, said) {
            (_, Some("NoSuchBucket")) => {
                Fault::Broken(format!("{name}: there is no such bucket at {address}"))
            }
            (object_store::Error::NotFound { .. }, _) => {
                Fault::Missing(format!("{name}: is not there, says {address}"))
            }
            (object_store::Error::AlreadyExists { .. }, _) => {
                Fault::There(format!("{name}: is there already"))
            }
            (object_store::Error::Precondition { .. }, _) => {
                Fault::Broken(format!("{name}: was changed while it was read; run again"))
            }
            // The head of an object is refused without a reason.
            (
                object_store::Error::PermissionDenied { .. },
                None | Some("AccessDenied" | "AllAccessDisabled"),
            ) => Fault::Refused(format!("{name}: {address} refuses it (AccessDenied); ask for access")),
            (object_store::Error::Unauthenticated { .. }, said) => {
                Fault::Broken(unknown(name, address, said))
            }
            (_, Some(said)) if CREDENTIALS.contains(&said) => {
                Fault::Broken(unknown(name, address, Some(said)))
            }
            _ => Fault::Broken(format!("{name}: {}", broken(address, &text, error))),
        }
    }
}

/// What a store says of someone it does not know.
const CREDENTIALS: [&str; 6] = [
    "ExpiredToken",
    "InvalidAccessKeyId",
    "InvalidToken",
    "RequestTimeTooSkewed",
    "SignatureDoesNotMatch",
    "TokenRefreshRequired",
];

fn unknown(name: &str, address: &str, said: Option<&str>) -> String {
    let why = said.unwrap_or("no valid credentials");
    format!(
        "{name}: {address} refuses who asks ({why}); see AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION"
    )
}

/// Why no answer came, or none that helps.
fn broken(address: &str, text: &str, error: &object_store::Error) -> String {
    let mut chain: Vec<&(dyn Error + 'static)> = Vec::new();
    let mut next: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(error) = next {
        chain.push(error);
        next = error.source();
    }
    if text.contains("169.254.169.254") {
        return "nothing says who asks; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_SKIP_SIGNATURE=true for a \
                public bucket"
            .to_owned();
    }
    let last = chain.last().map(ToString::to_string).unwrap_or_default();
    match chain.iter().find_map(|e| e.downcast_ref::<HttpError>()).map(HttpError::kind) {
        Some(HttpErrorKind::Connect) => format!(
            "the object store {address} cannot be reached ({last}); see AWS_ENDPOINT_URL and the network, then run again"
        ),
        Some(HttpErrorKind::Timeout) => {
            format!("the object store {address} does not answer in time; run again when it does")
        }
        Some(_) => format!("the object store {address} broke off ({last}); run again"),
        None => match (between(text, "status code: ", ":"), between(text, "<Code>", "</Code>")) {
            (Some(status), Some(code)) => {
                let more = between(text, "<Message>", "</Message>").unwrap_or_default();
                format!("the object store {address} could not do it: {status}, {code} {more}")
                    .trim_end()
                    .to_owned()
            }
            (Some(status), None) => format!("the object store {address} could not do it: {status}"),
            _ => format!("the object store {address} could not do it: {last}"),
        },
    }
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(inner, _)| inner)
}

/// What an error of the system means for a file that is written, and what to do.
pub(crate) fn cannot(name: impl Display, error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::StorageFull => {
            format!("{name}: the disk is full; make room and run again, what is whole is kept")
        }
        ErrorKind::QuotaExceeded => {
            format!(
                "{name}: the quota on this disk is used up; make room and run again, what is whole is kept"
            )
        }
        ErrorKind::FileTooLarge => format!(
            "{name}: a file may not grow so large here (a limit of the file system, or ulimit -f); raise it and run again"
        ),
        ErrorKind::ReadOnlyFilesystem => format!("{name}: cannot be written, the file system is read-only"),
        ErrorKind::PermissionDenied => format!("{name}: may not be written"),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => {
            format!("{name}: the folder cannot be made, a file is in its place")
        }
        _ => format!("{name}: cannot be written ({error})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_called_one() {
        // ENOSPC and EFBIG of Linux.
        let message = cannot("out/copies/1.parquet", &io::Error::from_raw_os_error(28));
        assert!(message.starts_with("out/copies/1.parquet: the disk is full; make room"), "{message}");
        assert!(cannot("x", &io::Error::from_raw_os_error(27)).contains("ulimit"));
    }

    #[test]
    fn an_answer_of_a_store_is_one_line() {
        let answer = "Server returned non-2xx status code: 507 Insufficient Storage: <Error><Code>XMinioStorageFull</Code>\
                      <Message>Storage backend has reached its minimum free drive threshold.</Message></Error>";
        let error = object_store::Error::Generic { store: "S3", source: answer.into() };
        let fault = Fault::of("s3://news/a", "http://store.example", &error);
        assert_eq!(
            fault.to_string(),
            "s3://news/a: the object store http://store.example could not do it: 507 Insufficient Storage, \
             XMinioStorageFull Storage backend has reached its minimum free drive threshold."
        );
        let gone =
            object_store::Error::NotFound { path: "a".into(), source: "<Code>NoSuchKey</Code>".into() };
        assert!(matches!(Fault::of("s3://news/a", "x", &gone), Fault::Missing(_)));
        let gone =
            object_store::Error::NotFound { path: "a".into(), source: "<Code>NoSuchBucket</Code>".into() };
        assert!(matches!(Fault::of("s3://news/a", "x", &gone), Fault::Broken(_)));
        let refused = object_store::Error::PermissionDenied {
            path: "a".into(),
            source: "<Code>InvalidAccessKeyId</Code>".into(),
        };
        assert!(matches!(Fault::of("s3://news/a", "x", &refused), Fault::Broken(_)));
    }
}

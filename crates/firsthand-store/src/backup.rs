//! A copy of the archive, while others go on reading and writing.

use crate::error::{Error, Kind};
use crate::{Reader, connect};
use std::path::Path;

impl Reader {
    /// Writes a whole, compact copy as of now (`VACUUM INTO`). It is made under another name and put in place when it is
    /// complete.
    ///
    /// # Errors
    /// A target that exists; a full disk.
    pub fn backup(&self, to: &Path) -> Result<(), Error> {
        if to.exists() {
            return Err(Error::new(
                Kind::Request,
                format!("{}: exists already; name a new file", to.display()),
            ));
        }
        let mut name = to.as_os_str().to_owned();
        name.push(".part");
        let part = Path::new(&name);
        let failed = |e: &dyn std::fmt::Display| Error::new(Kind::Other, format!("{}: {e}", to.display()));
        if part.exists() {
            std::fs::remove_file(part).map_err(|e| failed(&e))?;
        }
        // What may only be read can be copied all the same.
        let source = connect::writing(self.path()).or_else(|_| connect::reading(self.path()))?;
        source.pragma_update(None, "query_only", false)?;
        let done =
            source.execute("VACUUM INTO ?1", [part.to_string_lossy()]).map_err(|e| Error::from(e).of(to));
        if let Err(error) = done {
            let _ = std::fs::remove_file(part);
            return Err(error);
        }
        std::fs::File::open(part).and_then(|f| f.sync_all()).map_err(|e| failed(&e))?;
        std::fs::rename(part, to).map_err(|e| failed(&e))
    }
}

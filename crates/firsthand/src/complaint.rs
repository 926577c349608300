//! What could not be done, gathered for stderr: one line each, without endless repetition.

use std::collections::BTreeMap;

/// One line for stderr.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    /// The file it is about.
    pub file: String,
    /// The place in the order of what was found.
    pub at: usize,
    /// What it is about, as it is named.
    pub location: String,
    /// What is wrong.
    pub message: String,
    /// How bad it is.
    pub gravity: Gravity,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// Nothing is lost.
    Remark,
    /// The report was read, but not as well as it should.
    Flaw,
    /// The input was left out.
    Loss,
}

/// Lines of one file that say the same: after this many the rest is counted.
const REPEATED: usize = 5;

/// The complaints without endless repetition.
pub fn shortened(complaints: Vec<Complaint>) -> Vec<Complaint> {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for c in &complaints {
        *counts.entry((c.file.clone(), c.message.clone())).or_default() += 1;
    }
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut kept = Vec::new();
    for mut complaint in complaints {
        let key = (complaint.file.clone(), complaint.message.clone());
        let (count, nth) = (counts.get(&key).copied().unwrap_or(1), seen.entry(key).or_default());
        *nth += 1;
        if *nth > REPEATED + 1 {
            continue;
        }
        if *nth == REPEATED + 1 && count > REPEATED + 1 {
            complaint.message = format!("{} (the same for {} more)", complaint.message, count - *nth);
        }
        kept.push(complaint);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_often_is_said_a_few_times_and_counted() {
        let line = |at: usize, message: &str| Complaint {
            file: "a".into(),
            at,
            location: format!("a#{at}"),
            message: message.into(),
            gravity: Gravity::Flaw,
        };
        let mut many: Vec<Complaint> = (0..9).map(|at| line(at, "x")).collect();
        many.push(line(9, "y"));
        let said: Vec<String> = shortened(many).into_iter().map(|c| c.message).collect();
        assert_eq!(said, ["x", "x", "x", "x", "x", "x (the same for 3 more)", "y"]);
        let six: Vec<Complaint> = (0..6).map(|at| line(at, "x")).collect();
        assert_eq!(shortened(six.clone()), six);
    }
}

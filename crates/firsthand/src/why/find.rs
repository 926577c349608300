//! Which account is meant, and which ids are near one that does not exist.

use crate::wording::clean;
use firsthand_core::account::Account;

/// So many near ids are named.
const NEAR: usize = 3;

/// The account that holds this id. Errors: one line for the user.
pub fn choose<'a>(accounts: &'a [Account], id: &str, story: Option<&str>) -> Result<&'a Account, String> {
    let stories: Vec<&str> = accounts.iter().map(|a| &*a.story.id).collect();
    let asked: Vec<&Account> = accounts.iter().filter(|a| story.is_none_or(|s| a.story.id == s)).collect();
    if let (Some(story), []) = (story, asked.as_slice()) {
        return Err(format!("no story {}; there {}", clean(story), are(&stories)));
    }
    let holding: Vec<&Account> = asked.iter().copied().filter(|a| ids(a).any(|known| known == id)).collect();
    match holding.as_slice() {
        [one] => Ok(one),
        [] => Err(format!("no {}; {}", clean(id), near(&asked, id))),
        several => {
            let stories: Vec<&str> = several.iter().map(|a| &*a.story.id).collect();
            Err(format!("{id} is in stories {}; choose one with --story", stories.join(", ")))
        }
    }
}

fn are(names: &[&str]) -> String {
    match names {
        [one] => format!("is only {one}"),
        several => format!("are {}", several.join(", ")),
    }
}

/// `near it are t11 and t12`, or which ids there are at all.
fn near(accounts: &[&Account], id: &str) -> String {
    let (kind, number) = split(id);
    let mut alike: Vec<(usize, &str)> = accounts
        .iter()
        .flat_map(|a| ids(a))
        .filter_map(|known| {
            let (known_kind, known_number) = split(known);
            Some((known_number?.abs_diff(number.unwrap_or(0)), known)).filter(|_| known_kind == kind)
        })
        .collect();
    alike.sort();
    alike.dedup();
    if !alike.is_empty() {
        let names: Vec<&str> = alike.iter().take(NEAR).map(|(_, id)| *id).collect();
        return format!("near it: {}", names.join(", "));
    }
    let mut firsts: Vec<&str> =
        accounts.iter().flat_map(|a| ids(a)).filter(|id| split(id).1 == Some(1)).collect();
    firsts.sort_unstable();
    firsts.dedup();
    format!("ids begin with {}", firsts.join(", "))
}

fn split(id: &str) -> (&str, Option<usize>) {
    let at = id.find(|c: char| c.is_ascii_digit()).unwrap_or(id.len());
    let (kind, number) = id.split_at(at);
    (kind, number.parse().ok())
}

fn ids(account: &Account) -> impl Iterator<Item = &str> {
    let statements = account.statements.iter().map(|t| &*t.id);
    let entities = account.entities.iter().map(|e| &*e.id);
    let events = account.events.iter().map(|v| &*v.id);
    let points = account.points.iter().map(|p| &*p.id);
    let origins = account.origins.iter().map(|o| &*o.id);
    let edges = account.lineage.iter().map(|l| &*l.id);
    let reports = account.reports.iter().map(|r| &*r.id);
    statements.chain(entities).chain(events).chain(points).chain(origins).chain(edges).chain(reports)
}

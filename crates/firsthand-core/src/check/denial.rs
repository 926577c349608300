//! Does a sentence deny what the claim says, or only leave it open?

use super::claim::is_nobody;
use super::judge::Sheet;
use super::word::says;

impl Sheet<'_, '_> {
    pub(super) fn negates(&self) -> bool {
        self.meant.claim.negative || self.has_not()
    }

    /// Whether the sentence denies anything.
    pub(super) fn has_not(&self) -> bool {
        const NOT: [&str; 9] =
            ["not", "no", "never", "nobody", "none", "without", "denied", "denies", "deny"];
        let words = &self.line.words;
        // `a not guilty plea` denies the word beside it, not what happened.
        let own = |at: usize| {
            let next = words.get(at + 1);
            next.is_some_and(|w| self.meant.claim.words.iter().any(|t| says(w, &t.lemma)))
        };
        let not = |at: usize| NOT.contains(&words[at].folded.as_str()) && !own(at);
        (0..words.len()).any(not)
    }

    /// Whether the word that tells it is an infinitive or a form in `-ing` that no `is` or `was` carries.
    pub(super) fn is_unfinished(&self) -> bool {
        let all = 0..self.line.words.len();
        self.unfinished(&all.filter(|&n| self.meant.spoken.contains(&self.line.ids[n])).collect::<Vec<_>>())
    }

    pub(super) fn is_unfinished_at(&self, lemma: &str) -> bool {
        let all = 0..self.line.words.len();
        self.unfinished(&all.filter(|&n| says(&self.line.words[n], lemma)).collect::<Vec<_>>())
    }

    pub(super) fn unfinished(&self, told: &[usize]) -> bool {
        let words = &self.line.words;
        let open = |&n: &usize| {
            let back = |word: &str| words[n.saturating_sub(2)..n].iter().any(|w| w.folded == word);
            let carried = ["is", "are", "was", "were", "be", "been"].into_iter().any(back);
            back("to") || (words[n].folded.ends_with("ing") && !carried)
        };
        !told.is_empty() && told.iter().all(open)
    }

    /// Whether what is denied is of others, or of more than there is.
    pub(super) fn is_of_others(&self) -> bool {
        let words = &self.line.words;
        let no = |at: usize| matches!(&*words[at].folded, "no" | "none" | "not" | "never");
        let other = |at: usize| {
            words[at..].iter().take(5).any(|w| matches!(&*w.folded, "other" | "others" | "else" | "only"))
        };
        let more = words.windows(2).any(|w| w[0].folded == "more" && w[1].folded == "than");
        (0..words.len()).any(|at| no(at) && (other(at) || more))
    }

    /// Whether it is denied for the time since: `since 1939`, `in 80 years`.
    pub(super) fn is_of_late(&self) -> bool {
        let words = &self.line.words;
        let years = |at: usize| {
            matches!(&*words[at].folded, "in" | "for")
                && words[at..]
                    .iter()
                    .take(4)
                    .any(|w| matches!(&*w.folded, "years" | "decades" | "months" | "weeks"))
        };
        (0..words.len()).any(|at| words[at].folded == "since" || years(at))
    }

    /// Whether one says that it happened and the other that it did not.
    pub(super) fn polarity(&mut self) -> bool {
        let nobody = self
            .s
            .arguments
            .iter()
            .any(|a| matches!(a.role.as_str(), "agent" | "patient") && is_nobody(&a.text));
        let not = self.s.polarity == "negative" || nobody;
        let denied = self.s.certainty == "denied";
        // A denial that it did not happen, or a denial written down twice: no telling which.
        if not && denied {
            self.lack("does not say plainly whether it happened".to_owned(), None);
            return false;
        }
        let told = not || denied;
        if told == self.meant.claim.negative {
            return false;
        }
        // `to ensure that nobody is hurt` does not say that nobody was.
        const HOPED: [&str; 8] =
            ["ensure", "ensures", "ensuring", "guarantee", "prevent", "hope", "hopes", "hoped"];
        if told && self.line.words.iter().any(|w| HOPED.contains(&w.folded.as_str())) {
            self.lack("does not say plainly whether it happened".to_owned(), None);
            return false;
        }
        // `no other offer`, `none of the others`, `not more than seven` leave the one there is.
        if told && self.is_of_others() {
            self.lack("denies it of others or of more".to_owned(), None);
            return false;
        }
        // `has not done it since 1939` is no word on what was done then.
        if told && self.is_of_late() && !self.meant.claim.dates.is_empty() {
            if !self.meant.claim.text.contains(" last ") || self.agrees.is_empty() {
                self.lack("speaks of the time since".to_owned(), None);
            }
            return false;
        }
        // `he wanted to leave`, `for leaving`: that it happened is not said.
        if !told && self.is_unfinished() {
            self.lack("does not say plainly whether it happened".to_owned(), None);
            return false;
        }
        let (says, claims) = match (denied, told) {
            (true, _) => ("it is denied", "it is so"),
            (false, true) => ("it did not happen", "it did"),
            (false, false) => ("it happened", "it did not"),
        };
        self.apart.push((says.to_owned(), claims.to_owned()));
        true
    }
}

//! The numbers by which stories are told apart, all chosen together.

/// What is weighed, and how much.
///
/// The values are the best of a coarse grid by BCubed F1 on six public sets mixed into one run (ECB+, BASIL, PAC,
/// AllSides, FNC-1; 3,629 reports of 685 stories), where one setting must serve short and long, dated and undated
/// reports. The weights of the views hardly matter; `join`, `apart` and `crowd` do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rules {
    /// Weight of all words.
    pub body: f64,
    /// Weight of title and lead.
    pub lead: f64,
    /// Weight of names.
    pub names: f64,
    /// Days between two reports at which nearness falls to 0.61 of what it was (one standard deviation).
    pub days: f64,
    /// The part the average nearness of two stories has in the decision; the nearest pair has the rest.
    pub average: f64,
    /// Stories at least so near are joined.
    pub join: f64,
    /// The part of the nearness of the crowd that is taken off (see `near::crowds`).
    pub crowd: f64,
    /// Which neighbour stands for the crowd.
    pub rank: usize,
    /// Two stories stay apart where chance would part their names so cleanly with less than this probability.
    pub apart: f64,
    /// The part of a story's reports whose lead must have a name or number for it to mark the story.
    pub share: f64,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            body: 0.5,
            lead: 0.3,
            names: 0.3,
            days: 3.0,
            average: 0.6,
            join: 0.19,
            crowd: 0.7,
            rank: 50,
            apart: 1e-3,
            share: 0.7,
        }
    }
}

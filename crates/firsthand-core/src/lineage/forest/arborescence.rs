//! The cheapest way to give every report one parent, or none, without a circle.

/// One way a report may have come about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Arc {
    /// The parent; the number of reports stands for none.
    pub(super) from: usize,
    /// The child.
    pub(super) to: usize,
    /// What it costs.
    pub(super) cost: f64,
}

/// Finds the minimum-cost arborescence from the root (Chu and Liu 1965, Edmonds 1967): for each of `reports` reports its
/// arc. Every report needs an arc from the root. Of equal arcs the first is taken.
pub(super) fn cheapest(reports: usize, arcs: &[Arc]) -> Vec<usize> {
    let all: Vec<(Arc, usize)> = arcs.iter().copied().zip(0..).collect();
    let mut out = vec![usize::MAX; reports];
    for at in contracted(reports + 1, reports, &all) {
        out[arcs[at].to] = at;
    }
    out
}

/// Solves one level: `arcs` with the number they had on the first level. Gives the numbers of those chosen.
fn contracted(nodes: usize, root: usize, arcs: &[(Arc, usize)]) -> Vec<usize> {
    // The cheapest arc into each node.
    let mut into: Vec<Option<usize>> = vec![None; nodes];
    for (n, (arc, _)) in arcs.iter().enumerate() {
        if arc.to == root || arc.from == arc.to {
            continue;
        }
        if into[arc.to].is_none_or(|m| arc.cost < arcs[m].0.cost) {
            into[arc.to] = Some(n);
        }
    }
    let Some(circles) = circles(nodes, root, arcs, &into) else {
        return into.into_iter().flatten().map(|n| arcs[n].1).collect();
    };
    // Every circle becomes one node; arcs into it cost what they cost more than the arc they replace.
    let mut next: Vec<(Arc, usize)> = Vec::new();
    let mut source: Vec<usize> = Vec::new();
    for (n, (arc, _)) in arcs.iter().enumerate() {
        let (from, to) = (circles.of[arc.from], circles.of[arc.to]);
        if from == to {
            continue;
        }
        let saved =
            if circles.in_circle[arc.to] { into[arc.to].map_or(0.0, |m| arcs[m].0.cost) } else { 0.0 };
        next.push((Arc { from, to, cost: arc.cost - saved }, source.len()));
        source.push(n);
    }
    let chosen: Vec<usize> =
        contracted(circles.nodes, circles.of[root], &next).into_iter().map(|n| source[n]).collect();
    let mut entered = vec![false; nodes];
    let mut out = Vec::new();
    for n in chosen {
        entered[arcs[n].0.to] = true;
        out.push(arcs[n].1);
    }
    // Within a circle every arc stays but the one into the node that is entered from outside.
    let stays = |node: &usize| circles.in_circle[*node] && !entered[*node];
    out.extend((0..nodes).filter(stays).filter_map(|node| into[node]).map(|n| arcs[n].1));
    out
}

/// Nodes after contraction.
struct Circles {
    of: Vec<usize>,
    in_circle: Vec<bool>,
    nodes: usize,
}

/// The circles of the cheapest arcs; none where there is none.
fn circles(nodes: usize, root: usize, arcs: &[(Arc, usize)], into: &[Option<usize>]) -> Option<Circles> {
    let mut of = vec![usize::MAX; nodes];
    let mut in_circle = vec![false; nodes];
    let mut seen = vec![usize::MAX; nodes];
    let mut count = 0;
    for start in 0..nodes {
        let mut at = start;
        while at != root && seen[at] == usize::MAX {
            seen[at] = start;
            let Some(n) = into[at] else { break };
            at = arcs[n].0.from;
        }
        if at == root || seen[at] != start || of[at] != usize::MAX || into[at].is_none() {
            continue;
        }
        let first = at;
        loop {
            of[at] = count;
            in_circle[at] = true;
            at = into[at].map_or(first, |n| arcs[n].0.from);
            if at == first {
                break;
            }
        }
        count += 1;
    }
    if count == 0 {
        return None;
    }
    for node in of.iter_mut().filter(|n| **n == usize::MAX) {
        *node = count;
        count += 1;
    }
    Some(Circles { of, in_circle, nodes: count })
}

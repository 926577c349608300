//! The parser's state: a stack, what is left to read, and the arcs so far.
//!
//! Nodes are the words 0 to n - 1, then the root n, which stands after the last word (Ballesteros and Nivre 2013),
//! then n + 1, which stands for nothing: features of what is not there need no special case.

/// What the parser can do next. Labels are numbers of relations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Puts the next word on the stack.
    Shift,
    /// Hangs the top of the stack on the next word (or the root).
    Left(u8),
    /// Hangs the top of the stack on the word below it.
    Right(u8),
}

impl Move {
    /// The move of a class, given the number of relations.
    pub fn of_class(class: usize, relations: usize) -> Move {
        match class {
            0 => Move::Shift,
            _ if class <= relations => Move::Left((class - 1) as u8),
            _ => Move::Right((class - 1 - relations) as u8),
        }
    }
    /// The class of the move.
    pub fn class(self, relations: usize) -> usize {
        match self {
            Move::Shift => 0,
            Move::Left(label) => 1 + usize::from(label),
            Move::Right(label) => 1 + relations + usize::from(label),
        }
    }
}

/// A choice of kinds of moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Kinds {
    pub shift: bool,
    pub left: bool,
    pub right: bool,
}

/// The dependents of a node on one side.
#[derive(Debug, Clone, Copy)]
pub struct Side {
    /// The outermost.
    pub outer: usize,
    /// The one attached before it.
    pub inner: usize,
    /// How many, five at most.
    pub count: u64,
    /// Their labels, one bit each.
    pub labels: u64,
}

/// The state of the parser within one sentence.
#[derive(Debug, Clone)]
pub struct State {
    count: usize,
    stack: Vec<usize>,
    next: usize,
    heads: Vec<usize>,
    labels: Vec<u8>,
    left: Vec<Side>,
    right: Vec<Side>,
}

impl State {
    /// The state before a sentence of that many words.
    pub fn new(count: usize) -> State {
        let nothing = count + 1;
        let side = Side { outer: nothing, inner: nothing, count: 0, labels: 0 };
        State {
            count,
            stack: Vec::with_capacity(32),
            next: 0,
            heads: vec![nothing; count + 2],
            labels: vec![u8::MAX; count + 2],
            left: vec![side; count + 2],
            right: vec![side; count + 2],
        }
    }

    /// Whether every word hangs on something.
    pub fn is_done(&self) -> bool {
        self.stack.is_empty() && self.next >= self.count
    }

    /// The node that stands for nothing.
    pub fn nothing(&self) -> usize {
        self.count + 1
    }

    /// The node that many places below the top of the stack.
    pub fn stack(&self, depth: usize) -> usize {
        self.stack
            .len()
            .checked_sub(depth + 1)
            .and_then(|at| self.stack.get(at))
            .copied()
            .unwrap_or(self.count + 1)
    }

    /// All nodes of the stack, the top last.
    pub fn whole_stack(&self) -> &[usize] {
        &self.stack
    }

    /// The node that many places after the next one; the root follows the last word.
    pub fn ahead(&self, places: usize) -> usize {
        (self.next + places).min(self.count + 1)
    }

    /// The head of a node.
    pub fn head(&self, node: usize) -> usize {
        self.heads.get(node).copied().unwrap_or(self.count + 1)
    }

    /// The label of the arc to a node.
    pub fn label(&self, node: usize) -> u8 {
        self.labels.get(node).copied().unwrap_or(u8::MAX)
    }

    /// Dependents before a node.
    pub fn left(&self, node: usize) -> &Side {
        &self.left[node.min(self.count + 1)]
    }

    /// Dependents after a node.
    pub fn right(&self, node: usize) -> &Side {
        &self.right[node.min(self.count + 1)]
    }

    /// What can be done. The root takes one word only, the last that is left.
    pub fn legal(&self) -> Kinds {
        let reading = self.next < self.count;
        let height = self.stack.len();
        Kinds { shift: reading, left: height > 0 && (reading || height == 1), right: height > 1 }
    }

    /// Does it. What is not allowed changes nothing.
    pub fn step(&mut self, step: Move) {
        let legal = self.legal();
        match step {
            Move::Shift if legal.shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Move::Left(label) if legal.left => {
                let Some(node) = self.stack.pop() else { return };
                self.attach(node, self.next, label);
            }
            Move::Right(label) if legal.right => {
                let (Some(node), Some(&head)) = (self.stack.pop(), self.stack.last()) else { return };
                self.attach(node, head, label);
            }
            _ => {}
        }
    }

    fn attach(&mut self, node: usize, head: usize, label: u8) {
        self.heads[node] = head;
        self.labels[node] = label;
        let side = if node < head { &mut self.left[head] } else { &mut self.right[head] };
        side.inner = side.outer;
        side.outer = node;
        side.count = (side.count + 1).min(5);
        side.labels |= 1 << (label & 63);
    }
}

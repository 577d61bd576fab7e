//! Strongly connected components (Tarjan 1972), without recursion: a story may have
//! thousands of nodes in a row, an explored one millions of states.

/// The component of each of `count` nodes. `edge(n, k)` is where the k-th edge of `n` leads, `None` past the last.
/// Components are numbered so that every edge leads to the same or a lower number: ends come first.
pub(crate) fn components(count: usize, edge: impl Fn(u32, u32) -> Option<u32>) -> Vec<u32> {
    let mut search = Search {
        order: vec![0; count],
        low: vec![0; count],
        part: vec![NONE; count],
        open: Vec::new(),
        calls: Vec::new(),
        met: 0,
        parts: 0,
    };
    for root in 0..count as u32 {
        if search.order[root as usize] == 0 {
            search.meet(root);
            search.run(&edge);
        }
    }
    search.part
}

/// No component yet.
const NONE: u32 = u32::MAX;

struct Search {
    /// When a node was met, from 1; 0 = not yet.
    order: Vec<u32>,
    /// The earliest node known to be reachable from a node and open.
    low: Vec<u32>,
    part: Vec<u32>,
    open: Vec<u32>,
    /// Nodes being searched, each with the number of its next edge.
    calls: Vec<(u32, u32)>,
    met: u32,
    parts: u32,
}

impl Search {
    fn meet(&mut self, node: u32) {
        self.met += 1;
        self.order[node as usize] = self.met;
        self.low[node as usize] = self.met;
        self.open.push(node);
        self.calls.push((node, 0));
    }

    fn run(&mut self, edge: &impl Fn(u32, u32) -> Option<u32>) {
        while let Some((node, next)) = self.calls.last_mut() {
            let from = *node;
            match edge(from, *next) {
                Some(to) => {
                    *next += 1;
                    if self.order[to as usize] == 0 {
                        self.meet(to);
                    } else if self.part[to as usize] == NONE {
                        self.low[from as usize] = self.low[from as usize].min(self.order[to as usize]);
                    }
                }
                None => self.close(from),
            }
        }
    }

    /// All edges of a node are searched: it hands on what it reaches, or closes its component.
    fn close(&mut self, node: u32) {
        self.calls.pop();
        if let Some((caller, _)) = self.calls.last() {
            let caller = *caller as usize;
            self.low[caller] = self.low[caller].min(self.low[node as usize]);
        }
        if self.low[node as usize] != self.order[node as usize] {
            return;
        }
        while let Some(member) = self.open.pop() {
            self.part[member as usize] = self.parts;
            if member == node {
                break;
            }
        }
        self.parts += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::components;

    fn of(edges: &[&[u32]]) -> Vec<u32> {
        components(edges.len(), |n, k| edges[n as usize].get(k as usize).copied())
    }

    #[test]
    fn a_circle_is_one_component_and_what_it_leads_to_comes_first() {
        let parts = of(&[&[1], &[2], &[0, 3], &[]]);
        assert!(parts[0] == parts[1] && parts[1] == parts[2]);
        assert!(parts[3] < parts[0]);
    }

    #[test]
    fn a_long_chain_needs_no_deep_stack() {
        let count = 300_000;
        let parts = components(count, |n, k| (k == 0 && n + 1 < count as u32).then_some(n + 1));
        assert!(parts.windows(2).all(|w| w[0] > w[1]));
    }
}

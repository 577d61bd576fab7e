//! Sparse symmetric equations for the pressures: an LDLᵀ whose pattern is found once. Ends where the numbers come from.
//!
//! Rooms are eliminated in the order of least degree, so a building that hangs together like a tree costs nothing extra and the
//! work per solution grows with rooms and vents, not with their square.

/// The pattern and the numbers of one system.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sparse {
    order: Vec<usize>,
    place: Vec<usize>,
    start: Vec<usize>,
    rows: Vec<usize>,
    /// For every pair of entries below a pivot: where their product goes. `usize::MAX - row` means the diagonal of that row.
    updates: Vec<usize>,
    diagonal: Vec<f64>,
    below: Vec<f64>,
}

/// Where a coefficient lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot(usize);

impl Sparse {
    /// Finds the pattern for `n` unknowns joined by `edges`.
    pub fn new(n: usize, edges: &[(usize, usize)]) -> Self {
        let mut near: Vec<Vec<usize>> = vec![Vec::new(); n];
        for &(a, b) in edges {
            if a != b && !near[a].contains(&b) {
                near[a].push(b);
                near[b].push(a);
            }
        }
        let mut left: Vec<bool> = vec![true; n];
        let (mut order, mut columns) = (Vec::with_capacity(n), Vec::with_capacity(n));
        for _ in 0..n {
            let next = (0..n).filter(|&i| left[i]).min_by_key(|&i| near[i].len());
            let Some(k) = next else { break };
            left[k] = false;
            let joined = std::mem::take(&mut near[k]);
            for &i in &joined {
                near[i].retain(|&j| j != k);
                for &j in &joined {
                    if i != j && !near[i].contains(&j) {
                        near[i].push(j);
                    }
                }
            }
            order.push(k);
            columns.push(joined);
        }
        Self::laid_out(n, order, columns)
    }

    fn laid_out(n: usize, order: Vec<usize>, columns: Vec<Vec<usize>>) -> Self {
        let mut place = vec![0; n];
        order.iter().enumerate().for_each(|(p, &i)| place[i] = p);
        let (mut start, mut rows) = (vec![0], Vec::new());
        for column in columns {
            let mut c: Vec<usize> = column.iter().map(|&i| place[i]).collect();
            c.sort_unstable();
            rows.extend(c);
            start.push(rows.len());
        }
        let mut all = Self { order, place, start, rows, updates: Vec::new(), diagonal: vec![0.0; n], below: Vec::new() };
        all.below = vec![0.0; all.rows.len()];
        for k in 0..n {
            let c = all.rows[all.start[k]..all.start[k + 1]].to_vec();
            for (x, &i) in c.iter().enumerate() {
                all.updates.push(usize::MAX - i);
                for &j in &c[x + 1..] {
                    let slot = all.find(i, j);
                    all.updates.push(slot);
                }
            }
        }
        all
    }

    fn find(&self, column: usize, row: usize) -> usize {
        let rows = &self.rows[self.start[column]..self.start[column + 1]];
        self.start[column] + rows.binary_search(&row).unwrap_or(0)
    }

    /// Where the coefficient between two joined unknowns lies.
    pub fn slot(&self, a: usize, b: usize) -> Slot {
        let (p, q) = (self.place[a].min(self.place[b]), self.place[a].max(self.place[b]));
        Slot(self.find(p, q))
    }

    /// Forgets the numbers.
    pub fn clear(&mut self) {
        self.diagonal.fill(0.0);
        self.below.fill(0.0);
    }

    /// Adds to the diagonal of an unknown.
    pub fn add(&mut self, i: usize, value: f64) {
        self.diagonal[self.place[i]] += value;
    }

    /// Adds to the coefficient between two unknowns.
    pub fn join(&mut self, slot: Slot, value: f64) {
        self.below[slot.0] += value;
    }

    /// Solves in place; destroys the numbers. The matrix must be positive definite.
    pub fn solve(&mut self, b: &mut [f64], work: &mut Vec<f64>) {
        let n = self.diagonal.len();
        let mut u = 0;
        for k in 0..n {
            let d = self.diagonal[k].max(1e-300);
            self.diagonal[k] = d;
            let (s, e) = (self.start[k], self.start[k + 1]);
            for x in s..e {
                let l = self.below[x] / d;
                for y in x..e {
                    let target = self.updates[u];
                    u += 1;
                    let value = l * self.below[y];
                    if target > usize::MAX / 2 {
                        self.diagonal[usize::MAX - target] -= value;
                    } else {
                        self.below[target] -= value;
                    }
                }
            }
            for x in s..e {
                self.below[x] /= d;
            }
        }
        work.clear();
        work.extend(self.order.iter().map(|&i| b[i]));
        for k in 0..n {
            for x in self.start[k]..self.start[k + 1] {
                work[self.rows[x]] -= self.below[x] * work[k];
            }
        }
        for k in (0..n).rev() {
            let mut v = work[k] / self.diagonal[k];
            for x in self.start[k]..self.start[k + 1] {
                v -= self.below[x] * work[self.rows[x]];
            }
            work[k] = v;
        }
        self.order.iter().enumerate().for_each(|(p, &i)| b[i] = work[p]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_solution_satisfies_its_equations() {
        let edges = [(0, 1), (1, 2), (2, 3), (3, 0), (1, 3), (4, 2), (5, 4), (1, 0)];
        let mut s = Sparse::new(6, &edges);
        let mut full = [[0.0; 6]; 6];
        let mut put = |s: &mut Sparse, i: usize, v: f64| {
            s.add(i, v);
            full[i][i] += v;
        };
        for i in 0..6 {
            put(&mut s, i, 0.5);
        }
        for (n, &(a, b)) in edges.iter().enumerate() {
            let g = 1.0 + f64::from(u32::try_from(n).unwrap_or(0));
            put(&mut s, a, g);
            put(&mut s, b, g);
            let slot = s.slot(a, b);
            s.join(slot, -g);
        }
        for (n, &(a, b)) in edges.iter().enumerate() {
            let g = 1.0 + f64::from(u32::try_from(n).unwrap_or(0));
            full[a][b] -= g;
            full[b][a] -= g;
        }
        let want = [1.0, -2.0, 3.0, 0.5, 7.0, -1.0];
        let mut b: Vec<f64> = full.iter().map(|row| row.iter().zip(want).map(|(m, x)| m * x).sum()).collect();
        s.solve(&mut b, &mut Vec::new());
        for (got, want) in b.iter().zip(want) {
            assert!((got - want).abs() < 1e-10, "{got} {want}");
        }
    }
}

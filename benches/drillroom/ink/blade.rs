//! The story as compiled Ink, and `bladeink` playing it.
//!
//! The JSON is what `bladeink-compiler` 2.1 makes of the Ink source of the same story, byte for byte (see `README.md`).
//! The compiler itself stays out: it switches the order of `serde_json`'s maps for the whole build.

use std::fmt::Write as _;
use std::hint::black_box;

use bladeink::story::Story;

use super::Player;
use super::shape::{Change, Choice, Go, Shape, VARS, WHY, ask, end, take};

/// The same story as Ink, compiled: so many knots with so many choices each.
pub(super) fn story(knots: usize, choices: usize, seed: u64) -> String {
    let shape = Shape::new(knots, choices, seed);
    let mut out = String::from(r##"{"inkVersion":21,"root":[[{"->":"n0"},["done",{"#n":"g-0"}],null],"done",{"##);
    for (n, list) in shape.knots.iter().enumerate() {
        knot(n, list, &mut out);
    }
    for n in 0..shape.endings {
        let _ = write!(out, r##""e{n}":["^{}","\n","end",{{"#f":1}}],"##, end(n));
    }
    out.push_str(r#""global decl":["ev","#);
    for var in 0..VARS {
        let _ = write!(out, r#"0,{{"VAR=":"v{var}"}},"#);
    }
    out + r#""/ev","end",null]}],"listDefs":{}}"#
}

/// A knot: the question, the choices with their conditions, and what follows from each.
fn knot(n: usize, list: &[Choice], out: &mut String) {
    let _ = write!(out, r#""n{n}":["^{}","\n","#, ask(n));
    for (k, choice) in list.iter().enumerate() {
        let _ = write!(out, r#""ev","str","^{}","/str","#, take(n, k));
        for (m, test) in choice.when.iter().enumerate() {
            let _ = write!(out, r#"{{"VAR?":"v{}"}},{},"{}","#, test.var, test.value, test.sign);
            if m > 0 {
                out.push_str(r#""&&","#);
            }
        }
        // 4: the words are for the list only. 1: there is a condition. Without 16 the choice can be made again.
        let flags = 4 + usize::from(!choice.when.is_empty());
        // The knot by name or from here, whichever is shorter.
        let knot = if n < 10 { format!("n{n}") } else { ".^".to_owned() };
        let _ = write!(out, r#""/ev",{{"*":"{knot}.c-{k}","flg":{flags}}},"#);
    }
    out.push('{');
    for (k, choice) in list.iter().enumerate() {
        let _ = write!(out, r#""c-{k}":["\n","#);
        if choice.told {
            let _ = write!(out, r#""^{WHY}","\n","#);
        }
        let _ = match choice.change {
            Some(Change::Set(var, value)) => write!(out, r#""ev",{value},"/ev",{{"VAR=":"v{var}","re":true}},"#),
            Some(Change::Up(var)) => write!(out, r#""ev",{{"VAR?":"v{var}"}},1,"+","/ev",{{"VAR=":"v{var}","re":true}},"#),
            Some(Change::Down(var)) => write!(out, r#""ev",{{"VAR?":"v{var}"}},1,"-","/ev",{{"VAR=":"v{var}","re":true}},"#),
            None => Ok(()),
        };
        let _ = match choice.go {
            Go::Knot(to) => write!(out, r##"{{"->":"n{to}"}},{{"#f":5}}],"##),
            Go::End(to) => write!(out, r##"{{"->":"e{to}"}},{{"#f":5}}],"##),
        };
    }
    out.push_str(r##""#f":1}],"##);
}

/// A story in the hands of `bladeink`.
pub(super) struct Inked(Story);

impl Inked {
    pub(super) fn new(json: &str) -> Self {
        Self(Story::new_with_seed(json, 1).expect("the story is sound"))
    }

    fn read_on(&mut self) {
        while self.0.can_continue() {
            black_box(self.0.cont().expect("the story goes on"));
        }
    }
}

impl Player for Inked {
    /// The state is reset: the story is not read again.
    fn restart(&mut self) {
        self.0.reset_state().expect("the story begins again");
        self.read_on();
    }

    fn offered(&mut self) -> usize {
        self.0.get_current_choices().len()
    }

    fn choose(&mut self, n: usize) {
        self.0.choose_choice_index(n).expect("the choice is there");
        self.read_on();
    }

    fn words(&self) -> Vec<String> {
        self.0.get_current_choices().iter().map(|c| c.text.clone()).collect()
    }

    fn values(&self) -> Vec<i64> {
        let value = |var| self.0.get_variable(&format!("v{var}")).and_then(|v| v.get::<i32>());
        (0..VARS).map(|var| i64::from(value(var).expect("a number"))).collect()
    }
}

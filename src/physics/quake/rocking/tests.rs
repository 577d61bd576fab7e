//! What is known of one block in one plane.

use super::super::{G, block::Block};
use super::*;
use proptest::prelude::*;

fn block(depth: f64, height: f64) -> Block {
    Block { depth, height, friction: 2.0, friction_kinetic: 2.0, ..Block::default() }
}

fn pulse(rocker: &Rocker, a: f64, seconds: f64, after: f64) -> Pose {
    let mut pose = Pose::default();
    rocker.advance(&mut pose, seconds, [a, a], [0.0; 2]);
    rocker.advance(&mut pose, after, [0.0; 2], [0.0; 2]);
    pose
}

fn linear(depth: f64, height: f64) -> Rocker {
    Rocker { linear: true, ..block(depth, height).rocker(1, G) }
}

#[test]
fn a_rectangular_pulse_topples_exactly_from_its_known_length() {
    let rocker = linear(0.30, 1.80);
    for (k, pt) in [(1.2, 1.7918), (1.5, 1.0986), (2.0, std::f64::consts::LN_2), (3.0, 0.4055), (5.0, 0.2231)] {
        let (a, t) = (k * G * rocker.slice.alpha, pt / rocker.slice.p(G));
        assert!(pulse(&rocker, a, t + 0.001, 6.0).over_at.is_some(), "k {k}: just longer");
        assert!(pulse(&rocker, a, t - 0.001, 6.0).over_at.is_none(), "k {k}: just shorter");
    }
}

#[test]
fn free_rocking_comes_down_after_its_quarter_period() {
    let rocker = linear(0.30, 1.80);
    for (ratio, pt) in [(0.2, std::f64::consts::LN_2), (0.5, 1.3170), (0.8, 2.2924)] {
        let mut pose = rocker.tilted(ratio);
        rocker.advance(&mut pose, 2.0, [0.0; 2], [0.0; 2]);
        let first = pose.first_impact.unwrap() * rocker.slice.p(G);
        assert!((first - pt).abs() < 1e-4, "{ratio}: {first}");
        assert!((rocker.free_quarter_period(ratio) * rocker.slice.p(G) - pt).abs() < 1e-4);
    }
}

#[test]
fn a_pulse_slides_a_block_as_far_as_the_closed_form_says() {
    for (a, t, mu, way) in [(4.0, 0.3, 0.3, 0.0646), (6.0, 0.3, 0.3, 0.2805), (6.0, 0.3, 0.5, 0.0603), (3.0, 0.3, 0.4, 0.0_f64)] {
        let stocky = Block { depth: 1.0, height: 0.5, friction: mu, friction_kinetic: mu, ..Block::default() };
        let pose = pulse(&stocky.rocker(1, G), a, t, 3.0);
        let exact = if a > mu * G { 0.5 * a * t * t * (a / (mu * G) - 1.0) } else { 0.0 };
        assert!((pose.slid - exact).abs() < 1e-9 && (pose.slid - way).abs() < 1e-4, "{a} {t} {mu}: {}", pose.slid);
        assert_eq!(pose.mode, Mode::Rest);
    }
}

#[test]
fn an_anchor_holds_until_it_tears() {
    let strong = Block { anchor_n: 500.0, ..block(0.30, 1.80) };
    let weak = Block { anchor_n: 10.0, ..block(0.30, 1.80) };
    let after = |block: &Block| pulse(&block.rocker(1, G), 6.0, 0.4, 4.0);
    assert_eq!((after(&strong).mode, after(&strong).torn), (Mode::Rest, false));
    assert_eq!((after(&weak).mode, after(&weak).torn), (Mode::Over, true));
}

#[test]
fn lifting_the_floor_makes_it_stand_better_and_dropping_it_worse() {
    let rocker = block(0.30, 1.80).rocker(1, G);
    let begins = |a: f64, up: f64| {
        let mut pose = Pose::default();
        rocker.advance(&mut pose, 0.05, [a; 2], [up; 2]);
        pose.mode == Mode::Rock
    };
    assert!(begins(1.7, 0.0) && begins(1.7, -2.0) && !begins(1.7, 1.0));
    assert!(!begins(1.5, 0.0) && begins(1.5, -2.0));
}

#[test]
fn on_a_lift_everything_is_as_if_gravity_were_greater() {
    let (up, a, t, mu) = (2.0, 4.0, 0.3, 0.3);
    let rocker = linear(0.30, 1.80);
    let mut pose = rocker.tilted(0.5);
    rocker.advance(&mut pose, 2.0, [0.0; 2], [up; 2]);
    let exact = rocker.free_quarter_period(0.5) * (G / (G + up)).sqrt();
    assert!((pose.first_impact.unwrap() / exact - 1.0).abs() < 1e-6, "{:?}", pose.first_impact);
    let stocky = Block { depth: 1.0, height: 0.5, friction: mu, friction_kinetic: mu, ..Block::default() }.rocker(1, G);
    let mut pose = Pose::default();
    stocky.advance(&mut pose, t, [a; 2], [up; 2]);
    stocky.advance(&mut pose, 3.0, [0.0; 2], [up; 2]);
    let exact = 0.5 * a * t * t * (a / (mu * (G + up)) - 1.0);
    assert!((pose.slid - exact).abs() < 1e-9, "{}", pose.slid);
}

#[test]
fn a_rocking_block_comes_to_rest_in_the_end() {
    let rocker = block(0.55, 1.90).rocker(1, G);
    let mut pose = rocker.tilted(0.5);
    rocker.advance(&mut pose, 30.0, [0.0; 2], [0.0; 2]);
    assert_eq!(pose.mode, Mode::Rest, "{pose:?}");
    assert!(pose.impacts > 10);
}

#[test]
fn a_wild_floor_leaves_finite_numbers() {
    for (depth, height) in [(0.01, 20.0), (20.0, 0.01), (0.01, 0.01)] {
        for friction in [0.0, 0.3, 3.0] {
            let rocker = Block { friction, friction_kinetic: friction, ..block(depth, height) }.rocker(1, G);
            let mut pose = Pose::default();
            for n in 0..50 {
                let a = if n % 2 == 0 { 900.0 } else { -900.0 };
                rocker.advance(&mut pose, 0.01, [a, -a], [-500.0, 500.0]);
            }
            assert!([pose.theta, pose.omega, pose.slip, pose.speed].iter().all(|x| x.is_finite()), "{pose:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_longer_pulse_never_spares_the_block_that_a_shorter_one_topples(
        depth in 0.2..1.0_f64, height in 1.0..2.5_f64, k in 1.1..6.0_f64, t in 0.02..1.0_f64, more in 1.0..2.0_f64
    ) {
        let rocker = linear(depth, height);
        let a = k * G * rocker.slice.alpha;
        let (short, long) = (pulse(&rocker, a, t, 4.0), pulse(&rocker, a, t * more, 4.0));
        prop_assert!(short.over_at.is_none() || long.over_at.is_some());
        let stronger = pulse(&rocker, a * more, t, 4.0);
        prop_assert!(short.over_at.is_none() || stronger.over_at.is_some());
    }

    #[test]
    fn free_rocking_never_gains_energy(depth in 0.2..1.0_f64, height in 0.8..2.5_f64, ratio in 0.05..0.95_f64, small in any::<bool>()) {
        let rocker = Rocker { linear: small, ..block(depth, height).rocker(1, G) };
        let mut pose = rocker.tilted(ratio);
        let mut before = rocker.energy(&pose);
        for _ in 0..300 {
            rocker.advance(&mut pose, 0.01, [0.0; 2], [0.0; 2]);
            let now = rocker.energy(&pose);
            prop_assert!(now <= before + 1e-10, "{now} after {before}");
            before = now;
        }
        prop_assert!(pose.over_at.is_none(), "let go before the point of no return");
    }

    #[test]
    fn left_and_right_are_alike(
        depth in 0.2..1.5_f64, height in 0.3..2.5_f64, mu in 0.05..1.0_f64, waves in prop::collection::vec(-8.0..8.0_f64, 20)
    ) {
        let rocker = Block { friction: mu, friction_kinetic: mu, ..block(depth, height) }.rocker(1, G);
        let (mut one, mut other) = (Pose::default(), Pose::default());
        for pair in waves.windows(2) {
            rocker.advance(&mut one, 0.05, [pair[0], pair[1]], [0.0; 2]);
            rocker.advance(&mut other, 0.05, [-pair[0], -pair[1]], [0.0; 2]);
        }
        prop_assert!(one.slid >= 0.0 && one.slid >= one.slip.abs() - 1e-12);
        prop_assert_eq!(one.mode, other.mode);
        prop_assert_eq!((one.theta, one.slip, one.slid), (-other.theta, -other.slip, other.slid));
    }
}

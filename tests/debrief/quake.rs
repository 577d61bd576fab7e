//! An earthquake looked at again: what fell where, whom it would have hit, and that what is said of another act is what it really brings.

use std::sync::Arc;

use drillroom::debrief::{Debrief, Instead, Picture, STRONG, Shape, chart, plan, report, told};
use drillroom::diag::Lang;
use drillroom::physics::quake::injury::Injury;
use drillroom::run::{Action, Event, Phase, Posture, Run, Tape, replay};
use drillroom::scenario::{HazardKind, Loaded, Size};

use super::{case, debrief};

/// The study with a shock of ten degrees, and the student at an anchor.
fn study(anchor: &str) -> Arc<Loaded> {
    let mut case = Loaded::clone(&case("tests/cases/shaking/study.ron"));
    for hazard in &mut case.scenario.hazards {
        if let HazardKind::Quake(quake) = &mut hazard.kind {
            quake.size = Size::Intensity(10.0);
        }
    }
    case.scenario.at = case.place.anchor(anchor).expect("the anchor is there");
    Arc::new(case)
}

/// Sits the shock out in a posture.
fn ridden(case: &Arc<Loaded>, seed: u64, posture: Posture) -> Tape {
    let mut run = Run::new(Arc::clone(case), seed);
    let mut tape = Tape::default();
    let mut is_down = false;
    while *run.phase() != Phase::Over {
        let now = match run.phase() {
            Phase::Decide { .. } if is_down => Some(Action::Pick(0)),
            Phase::Decide { .. } => Some(Action::Posture(posture)),
            Phase::Wait { .. } => None,
            _ => Some(Action::Next),
        };
        is_down |= matches!(now, Some(Action::Posture(_)));
        if let Some(action) = now {
            tape.inputs.push((run.now(), action));
            run.apply(action);
        }
        run.tick();
    }
    tape.end = run.now();
    tape
}

fn looked_at(anchor: &str, seed: u64, posture: Posture) -> Debrief {
    let case = study(anchor);
    Debrief::of(&case, seed, &ridden(&case, seed, posture))
}

/// A seed with which the shelf hits whoever stands before it.
fn falling() -> u64 {
    let is_hit = |seed: &u64| looked_at("before_shelf", *seed, Posture::Stand).quake.is_some_and(|q| q.hurt() == Injury::Severe);
    (0..20).find(is_hit).expect("one of twenty")
}

#[test]
fn what_is_told_of_falls_and_hits_is_what_the_run_itself_says() {
    let case = study("before_shelf");
    for seed in 0..4 {
        let tape = ridden(&case, seed, Posture::Stand);
        let played = replay(&case, seed, &tape);
        let quake = Debrief::of(&case, seed, &tape).quake.expect("it shook");
        let fell = played.events.iter().filter_map(|(tick, e)| if let Event::Fell(prop) = e { Some((*tick, *prop)) } else { None });
        assert_eq!(quake.falls.iter().map(|f| (f.tick, f.prop)).collect::<Vec<_>>(), fell.collect::<Vec<_>>());
        assert_eq!(quake.hurt(), played.run.hurt());
        assert!(quake.is_physical && quake.most > 8.0 && quake.peak > 1.0, "{} {}", quake.most, quake.peak);
        // A real second computation: the same blow as in the run, on whoever stood.
        assert!(quake.falls.iter().all(|f| f.hit == f.upright), "{:?}", quake.falls);
    }
}

#[test]
fn what_is_said_of_another_posture_is_what_that_posture_really_brings() {
    let seed = falling();
    let stood = looked_at("before_shelf", seed, Posture::Stand).quake.expect("it shook");
    let low = looked_at("before_shelf", seed, Posture::Crouch).quake.expect("it shook");
    let told = stood.otherwise.expect("cover would have helped");
    let saved = looked_at("at_desk", seed, Posture::Crawl).quake.expect("it shook");
    match told.instead {
        Instead::Low => assert_eq!(told.other, low.hurt()),
        Instead::Desk(..) => assert_eq!(told.other, saved.hurt()),
        other => panic!("whoever was hit is told of cover: {other:?}"),
    }
    assert!(told.other < told.was && told.was == Injury::Severe);
    // Whoever was low is told what standing would have brought: what it really brought.
    for fall in &low.falls {
        let same = stood.falls.iter().find(|f| f.prop == fall.prop).expect("the ground does not know how one stands");
        assert_eq!((fall.tick, fall.upright), (same.tick, same.hit));
    }
}

#[test]
fn the_shelf_lies_as_large_as_it_is_beside_where_it_stood() {
    let d = looked_at("before_shelf", falling(), Posture::Stand);
    let shelf = d.case.place.prop("shelf").expect("it is there");
    let fall = d.quake.as_ref().and_then(|q| q.falls.iter().find(|f| f.prop == shelf)).expect("it fell");
    let [width, height, depth] = d.case.place.props[shelf.index()].kind.size;
    let side = |a: usize, b: usize| libm::hypot(fall.outline[a].0 - fall.outline[b].0, fall.outline[a].1 - fall.outline[b].1);
    let mut sides = [side(0, 1), side(1, 2)];
    sides.sort_by(f64::total_cmp);
    let mut size = [width, height];
    size.sort_by(f64::total_cmp);
    assert!(fall.toppled && sides.iter().zip(size).all(|(a, b)| (a - b).abs() < 1e-9), "{sides:?} {size:?}");
    // It stood with its back to the west wall and fell to the east, over the student.
    let west = fall.outline.iter().map(|c| c.0).fold(f64::MAX, f64::min);
    assert!((west - (0.17 + depth / 2.0)).abs() < 1e-9 && fall.far == Some(0.0), "{:?}", fall.outline);
}

#[test]
fn cover_is_where_one_was_low_while_it_shook_hard() {
    let under = looked_at("at_desk", 1, Posture::Crawl).quake.expect("it shook");
    let cover = under.cover.expect("taken at once");
    assert!(cover.under.is_some() && (cover.seconds - under.strong.1).abs() < 0.2, "{cover:?}");
    assert!(under.strong.0 > 3.0 && under.strong.1 > 0.9 * under.strong.0, "{:?}", under.strong);
    assert_eq!(under.hurt(), Injury::None);
    let stood = looked_at("before_shelf", 1, Posture::Stand).quake.expect("it shook");
    assert_eq!((stood.cover, stood.strong.1), (None, 0.0));
    let strong = stood.frames.iter().filter(|f| f.level >= STRONG).count();
    assert!((strong as f64 * 0.1 - stood.strong.0).abs() < 0.05);
}

fn words(picture: &Picture) -> Vec<&str> {
    picture.shapes.iter().filter_map(|s| if let Shape::Text { words, .. } = s { Some(words.as_str()) } else { None }).collect()
}

#[test]
fn the_pictures_name_what_fell_and_where_one_took_cover() {
    let d = looked_at("before_shelf", falling(), Posture::Stand);
    for (lang, shelf, hit) in [(Lang::Zh, "书柜", "砸到了你"), (Lang::En, "bookcase", "hit you")] {
        let (plan, chart) = (plan(&d, lang), chart(&d, lang));
        assert!(words(&plan).iter().any(|w| w.contains(shelf)), "{:?}", words(&plan));
        assert!(words(&chart).iter().any(|w| w.contains(shelf)) && words(&chart).contains(&hit), "{:?}", words(&chart));
        let said = told(&d, lang);
        assert!(said.contains(shelf) && said.contains(if lang == Lang::Zh { "重伤" } else { "badly hurt" }), "{said}");
        let page = report(&d, &Default::default(), lang);
        assert!(!page.contains("report-") && !page.contains("{ $"), "a message is missing");
    }
    let low = looked_at("at_desk", 1, Posture::Crouch);
    assert!(words(&plan(&low, Lang::Zh)).contains(&"你躲在这里"));
}

#[test]
fn the_page_of_a_blow_in_words() {
    let page = report(&looked_at("before_shelf", falling(), Posture::Stand), &Default::default(), Lang::Zh);
    insta::assert_snapshot!("quake_page", super::page::without_pictures(&page));
}

#[test]
fn the_lesson_tells_of_falls_and_of_everybody_else() {
    let d = debrief("scenarios/classroom-quake.ron", "classroom-quake.fail.ron");
    let quake = d.quake.as_ref().expect("it shook");
    assert!(quake.falls.len() > 3 && quake.strong.0 > 10.0);
    let said = told(&d, Lang::En);
    assert!(said.contains("came down") && !said.contains("smoke"), "dust is no smoke: {said}");
    assert!(!d.tells_smoke());
    let page = report(&d, &Default::default(), Lang::Zh);
    assert!(page.contains("倒了什么，你在哪里") && page.contains("烈度按 GB/T 17742-2020") && !page.contains("ASET"));
}

#[test]
fn nothing_is_said_of_earthquakes_where_nothing_shook() {
    let d = super::escape();
    assert!(d.quake.is_none() && d.crowd.is_none());
    let page = report(&d, &Default::default(), Lang::Zh);
    assert!(!page.contains("烈度") && !page.contains("同学们"));
}

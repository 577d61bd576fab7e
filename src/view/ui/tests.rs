//! Every screen is drawn without a window: in both languages, small and large, and then clicked.

mod samples;

use std::sync::LazyLock;

use bevy_egui::egui::epaint::ClippedShape;
use bevy_egui::egui::{self, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, Shape, Vec2, pos2, vec2};

use super::kit::Kit;
use super::model::{Overlay, Page, Pictures, PlayModel, ScreenModel, Settings, UiAct, UiOut};
use super::{draw, theme};
use crate::diag::Lang;
use crate::words;

/// A window that is nowhere.
struct Lab {
    ctx: egui::Context,
    kit: Kit,
    time: f64,
    size: Vec2,
    settings: Settings,
}

impl Lab {
    fn new(size: Vec2, lang: Lang, text_scale: f32) -> Self {
        let settings = Settings { lang, text_scale, ..Settings::default() };
        Self { ctx: egui::Context::default(), kit: Kit::new(), time: 0.0, size, settings }
    }

    fn frame(&mut self, screen: &ScreenModel, overlay: Overlay, events: Vec<Event>) -> (UiOut, Vec<ClippedShape>) {
        self.time += 0.25;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            max_texture_side: Some(8192),
            events,
            ..RawInput::default()
        };
        let mut out = UiOut::default();
        let (kit, settings, time) = (&mut self.kit, &self.settings, self.time);
        let mut output = self.ctx.run_ui(input, |ui| out = draw(ui.ctx(), kit, screen, overlay, settings, time));
        let shapes = std::mem::take(&mut output.shapes);
        output.drop_without_applying_deltas();
        (out, shapes)
    }

    /// Some seconds, until everything has appeared.
    fn settle(&mut self, screen: &ScreenModel, overlay: Overlay) -> (UiOut, Vec<ClippedShape>) {
        for _ in 0..5 {
            self.frame(screen, overlay, Vec::new());
        }
        self.frame(screen, overlay, Vec::new())
    }

    fn click(&mut self, screen: &ScreenModel, overlay: Overlay, label: &str) -> Vec<UiAct> {
        let (out, _) = self.settle(screen, overlay);
        let [x, y] = out.hot.iter().find(|(name, _)| name == label).unwrap_or_else(|| panic!("no {label:?} in {:?}", out.hot)).1;
        let pos = pos2(x, y);
        let button = |pressed| Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::default() };
        self.frame(screen, overlay, vec![Event::PointerMoved(pos)]);
        self.frame(screen, overlay, vec![button(true)]);
        self.frame(screen, overlay, vec![button(false)]).0.acts
    }
}

fn chinese() -> Lab {
    Lab::new(vec2(1280.0, 720.0), Lang::Zh, 1.0)
}

/// A screen as it was drawn.
struct Drawn {
    name: String,
    lang: Lang,
    window: Rect,
    out: UiOut,
    shapes: Vec<ClippedShape>,
}

/// Every screen and every overlay, drawn once for all tests.
static DRAWN: LazyLock<Vec<Drawn>> = LazyLock::new(|| {
    let mut drawn = Vec::new();
    for lang in [Lang::Zh, Lang::En] {
        for (size, text_scale) in [(vec2(1280.0, 720.0), 1.0), (vec2(1920.0, 1080.0), 1.4), (vec2(1600.0, 1200.0), 0.9)] {
            let mut lab = Lab::new(size, lang, text_scale);
            let overlays = [Overlay::Pause, Overlay::Settings, Overlay::Leave, Overlay::Idle(9)];
            let play = |overlay: Overlay| (format!("{overlay:?}"), ScreenModel::Play(PlayModel::default()), overlay);
            let screens = samples::screens(lang).into_iter().map(|(name, screen)| (name.to_owned(), screen, Overlay::None));
            for (name, screen, overlay) in screens.chain(overlays.map(play)) {
                let (out, shapes) = lab.settle(&screen, overlay);
                let name = format!("{name} {lang:?} {size:?} {text_scale}");
                drawn.push(Drawn { name, lang, window: Rect::from_min_size(Pos2::ZERO, size), out, shapes });
            }
        }
    }
    drawn
});

#[test]
fn no_word_leaves_the_window() {
    for Drawn { name, window, shapes, .. } in DRAWN.iter() {
        for ClippedShape { clip_rect, shape } in shapes {
            let Shape::Text(text) = shape else { continue };
            // What can be scrolled may go on below.
            if clip_rect.expand(1.0).contains_rect(*window) {
                let place = text.galley.rect.translate(text.pos.to_vec2());
                assert!(window.expand(2.0).contains_rect(place), "{name}: {:?} at {place:?}", text.galley.text());
            }
        }
    }
}

#[test]
fn no_key_is_shown_instead_of_its_words() {
    for Drawn { name, lang, out, .. } in DRAWN.iter() {
        let keys = words::keys(*lang);
        assert!(!out.texts.is_empty(), "{name} says nothing");
        for text in &out.texts {
            assert!(!keys.contains(text), "{name} shows the key {text:?}");
        }
    }
}

#[test]
fn what_can_be_clicked_is_in_the_window() {
    for Drawn { name, window, out, .. } in DRAWN.iter() {
        for (label, [x, y]) in &out.hot {
            assert!(window.contains(pos2(*x, *y)), "{name}: {label:?} at {x} {y}");
        }
    }
}

#[test]
fn the_first_frame_installs_the_fonts_and_the_next_ones_draw() {
    let mut lab = chinese();
    let screen = ScreenModel::Attract { warning: None };
    assert!(lab.frame(&screen, Overlay::None, Vec::new()).0.texts.is_empty());
    assert!(lab.frame(&screen, Overlay::None, Vec::new()).0.texts.contains(&"演练室".to_owned()));
    let mut is_installed = false;
    lab.ctx.run_ui(RawInput::default(), |ui| is_installed = theme::is_installed(ui.ctx())).drop_without_applying_deltas();
    assert!(is_installed);
}

#[test]
fn a_click_asks_for_what_its_button_says() {
    for (screen, label, act) in [
        (ScreenModel::Attract { warning: None }, "开始", UiAct::Start),
        (samples::sign_in(), "7", UiAct::Digit('7')),
        (samples::sign_in(), "退格", UiAct::Erase),
        (samples::drills(Lang::Zh), "凌晨，宿舍有股怪味", UiAct::Drill(0)),
        (samples::quiz(Lang::Zh), "不碰它，叫人都出去，关门", UiAct::Answer(2)),
        (samples::choices(Lang::Zh), "按下手动报警按钮", UiAct::Choose(3)),
        (samples::signs(Lang::Zh), "今天之内必须转完", UiAct::Mark(1)),
        (samples::judge(Lang::Zh), "可疑", UiAct::Judge(true)),
        (samples::score(Lang::Zh), "下一位同学", UiAct::NextStudent),
        (with_pictures(), "再看一遍", UiAct::Watch(true)),
        (with_pictures(), "你走过的路", UiAct::Page(Page::Way)),
        (samples::replay(Lang::Zh, None), "回到复盘", UiAct::Watch(false)),
        (samples::replay(Lang::Zh, Some(true)), "接着放", UiAct::Play),
        (samples::replay(Lang::Zh, Some(true)), "退 5 秒", UiAct::Skip(-5.0)),
        (samples::replay(Lang::Zh, Some(true)), "收起示范", UiAct::Example(false)),
        (samples::replay(Lang::Zh, Some(true)), "用自己的眼睛看", UiAct::Above(false)),
    ] {
        assert_eq!(chinese().click(&screen, Overlay::None, label), [act], "{label}");
    }
}

fn with_pictures() -> ScreenModel {
    samples::debrief(Lang::Zh, Page::Choices, Pictures::Ready(samples::sheets(Lang::Zh)))
}

#[test]
fn a_choice_that_was_tried_cannot_be_clicked() {
    let (out, _) = chinese().settle(&samples::choices(Lang::Zh), Overlay::None);
    assert!(out.texts.iter().any(|text| text == "坐电梯下楼"));
    assert!(!out.hot.iter().any(|(label, _)| label == "坐电梯下楼"));
}

#[test]
fn under_an_overlay_nothing_can_be_clicked() {
    let screen = samples::choices(Lang::Zh);
    let (out, _) = chinese().settle(&screen, Overlay::Pause);
    let labels: Vec<&str> = out.hot.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(labels, ["继续演练", "设置", "离开演练"]);
    assert_eq!(chinese().click(&screen, Overlay::Pause, "离开演练"), [UiAct::AskLeave]);
}

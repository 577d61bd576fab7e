//! Everything over the place while a drill runs, from the back to the front.

mod caption;
mod cards;
mod choices;
mod hud;
mod sight;

use bevy_egui::egui::{Rect, Ui, pos2};

use super::phone;
use crate::view::ui::kit::Kit;
use crate::view::ui::model::PlayModel;

pub(super) fn draw(ui: &mut Ui, kit: &mut Kit, model: &PlayModel) {
    sight::draw(ui, kit, model.harm, model.daze);
    hud::draw(ui, kit, model);
    sight::black(ui, kit, model.fade);
    let mut region = kit.inside(60.0, 40.0, 60.0, 40.0);
    if let Some(phone) = &model.phone {
        let left = phone::draw(ui, kit, phone, &model.clock);
        region = region.with_max_x(left - kit.px(36.0));
    }
    if let Some(card) = &model.card {
        cards::draw(ui, kit, card, region);
        return;
    }
    let mut bottom = region.bottom();
    if !model.choices.is_empty() {
        bottom = choices::draw(ui, kit, model, region) - kit.px(22.0);
    } else if let Some(ask) = &model.ask {
        bottom = choices::ask(ui, kit, ask, region) - kit.px(22.0);
    }
    caption::draw(ui, kit, model, Rect::from_min_max(region.min, pos2(region.right(), bottom)));
}

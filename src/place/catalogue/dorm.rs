//! Props of a dormitory: room, corridor, lobby, and what the building has against fire.

use super::PropKind;
use super::rows::{hung, loose, solid};

pub(super) const KINDS: &[PropKind] = &[
    // The room.
    solid("loft_bed", [2.0, 2.3, 0.95], "上床下桌", "loft bed with desk"),
    hung("bed_curtain", [1.96, 0.70, 0.12], 1.62, "床帘", "bed curtain"),
    loose("bunk_quilt_pile", [0.90, 0.45, 0.70], "被褥堆", "heap of quilts"),
    solid("desk_chair", [0.48, 0.88, 0.50], "书桌椅", "desk chair"),
    solid("stool", [0.30, 0.45, 0.30], "塑料凳", "plastic stool"),
    solid("wardrobe", [0.90, 1.80, 0.58], "衣柜", "wardrobe"),
    solid("cabinet_shoe", [0.80, 0.92, 0.32], "鞋架", "shoe rack"),
    loose("bin", [0.26, 0.30, 0.26], "垃圾桶", "waste bin"),
    hung("mirror_wall", [0.40, 1.20, 0.03], 0.60, "穿衣镜", "wall mirror"),
    hung("radiator", [0.90, 0.60, 0.12], 0.12, "暖气片", "radiator"),
    solid("balcony_rail", [1.20, 1.10, 0.09], "阳台栏杆", "balcony railing"),
    // Belongings.
    solid("suitcase", [0.41, 0.66, 0.26], "行李箱", "suitcase"),
    loose("guitar", [0.38, 1.04, 0.30], "吉他", "guitar"),
    loose("shoes", [0.82, 0.12, 0.32], "鞋子", "shoes"),
    loose("basins", [0.40, 0.26, 0.40], "脸盆", "wash basins"),
    loose("thermos", [0.21, 0.40, 0.16], "暖水瓶", "thermos flask"),
    loose("noodles", [0.16, 0.18, 0.16], "桶装方便面", "instant noodles"),
    loose("backpack", [0.35, 0.47, 0.24], "双肩包", "backpack"),
    hung("laundry", [1.80, 1.00, 0.36], 1.20, "晾晒的衣服", "washing on a rail"),
    // With a plug.
    loose("power_strip", [0.40, 0.09, 0.30], "插线板", "power strip"),
    loose("ebike_battery", [0.54, 0.25, 0.36], "充电中的电动车电池", "e-bike battery on charge"),
    loose("ebike_battery_burnt", [0.58, 0.17, 0.40], "烧毁的电动车电池", "burnt e-bike battery"),
    hung("air_conditioner", [0.90, 0.31, 0.22], 2.40, "空调", "air conditioner"),
    hung("ceiling_fan", [1.40, 0.40, 1.40], 2.60, "吊扇", "ceiling fan"),
    hung("tube_light", [1.24, 0.10, 0.14], 2.90, "日光灯", "fluorescent light"),
    loose("desk_lamp", [0.18, 0.42, 0.30], "台灯", "desk lamp"),
    loose("laptop_open", [0.33, 0.23, 0.32], "笔记本电脑", "laptop"),
    // Paper on the wall.
    hung("poster", [0.50, 0.70, 0.012], 1.20, "海报", "poster"),
    hung("timetable", [0.42, 0.30, 0.012], 1.35, "课程表", "timetable"),
    hung("notice", [0.46, 0.42, 0.012], 1.30, "通知", "notice"),
    hung("evac_plan", [0.42, 0.30, 0.012], 1.35, "疏散示意图", "evacuation plan"),
    hung("notice_board", [1.80, 1.10, 0.06], 0.95, "公告栏", "notice board"),
    hung("wall_clock", [0.30, 0.30, 0.05], 2.10, "挂钟", "wall clock"),
    // Doors and windows. The two leaves measure from their hinge.
    solid("door_leaf", [0.90, 2.00, 0.06], "宿舍门", "room door"),
    solid("fire_door_leaf", [0.95, 2.10, 0.07], "防火门", "fire door"),
    solid("lift_doors", [1.80, 2.40, 0.12], "电梯门", "lift doors"),
    solid("glass_door", [1.80, 2.60, 0.14], "玻璃大门", "glass door"),
    hung("stair_window", [1.26, 1.20, 0.10], 1.00, "楼梯间窗户", "stair window"),
    // Against fire.
    hung("hydrant_box", [0.70, 0.90, 0.16], 0.60, "消火栓箱", "fire hydrant box"),
    solid("extinguisher_box", [0.46, 0.72, 0.24], "灭火器箱", "extinguisher box"),
    loose("extinguisher", [0.21, 0.55, 0.15], "灭火器", "fire extinguisher"),
    hung("call_point", [0.16, 0.19, 0.05], 1.26, "手动报警按钮", "manual call point"),
    hung("window_handle", [0.06, 0.16, 0.07], 1.30, "窗把手", "window handle"),
    hung("sounder", [0.14, 0.20, 0.09], 2.30, "火灾声光警报器", "alarm sounder"),
    hung("smoke_detector", [0.11, 0.06, 0.11], 2.94, "烟感探测器", "smoke detector"),
    hung("emergency_lamp", [0.30, 0.26, 0.12], 2.30, "应急灯", "emergency lamp"),
    hung("exit_sign", [0.36, 0.16, 0.03], 2.20, "安全出口标志", "exit sign"),
    hung("exit_sign_left", [0.36, 0.16, 0.03], 0.40, "疏散指示标志（向左）", "exit sign, to the left"),
    hung("exit_sign_right", [0.36, 0.16, 0.03], 0.40, "疏散指示标志（向右）", "exit sign, to the right"),
    // Corridor and lobby.
    solid("water_boiler", [0.60, 1.50, 0.48], "开水器", "water boiler"),
    loose("bucket_mop", [0.36, 1.31, 0.40], "水桶和拖把", "bucket and mop"),
    loose("mat", [1.20, 0.02, 0.80], "地垫", "doormat"),
    solid("plant_pot", [0.50, 1.00, 0.50], "盆栽", "potted plant"),
    solid("trash_bins", [1.36, 0.92, 0.48], "分类垃圾桶", "sorting bins"),
    solid("wardens_desk", [1.60, 1.45, 0.75], "宿管值班台", "porter's desk"),
];

//! Props of the classroom, of a student's own desk, and of the police and counselling rooms.

use super::PropKind;
use super::rows::{hung, loose, solid};

pub(super) const KINDS: &[PropKind] = &[
    // Sitting and teaching.
    solid("student_desk", [1.20, 0.79, 0.40], "双人课桌", "two-seat school desk"),
    solid("student_chair", [0.38, 0.80, 0.42], "课椅", "school chair"),
    solid("student_stool", [0.34, 0.45, 0.25], "方凳", "wooden stool"),
    solid("podium_desk", [1.20, 1.38, 0.70], "多媒体讲台", "teacher's console"),
    loose("podium_step", [3.60, 0.20, 1.60], "讲台台阶", "podium platform"),
    solid("lectern", [0.60, 1.28, 0.50], "演讲台", "lectern"),
    // On the classroom's walls and ceiling; above 2.2 m the height is measured under a 3.0 m ceiling. The tube's origin is
    // at the ceiling and it reaches down from there.
    hung("blackboard", [4.00, 1.30, 0.12], 1.10, "黑板", "blackboard"),
    hung("slide_screen", [2.00, 1.50, 0.11], 1.75, "投影幕", "projection screen"),
    hung("projector", [0.36, 0.70, 0.33], 2.30, "投影仪", "projector"),
    hung("classroom_speaker", [0.21, 0.33, 0.21], 2.30, "教室音箱", "loudspeaker"),
    hung("study_wall", [2.40, 1.10, 0.05], 1.00, "学习园地", "class display wall"),
    hung("class_clock", [0.32, 0.32, 0.05], 2.25, "教室挂钟", "classroom clock"),
    hung("flag_small", [0.66, 0.46, 0.03], 2.25, "国旗", "national flag"),
    hung("curtain", [1.20, 2.00, 0.10], 0.85, "窗帘", "curtain"),
    hung("fan_lamp", [1.40, 0.60, 1.40], 2.40, "带灯吊扇", "ceiling fan with lamp"),
    hung("pendant_tube", [1.24, 0.50, 0.15], 3.00, "吊管灯", "pendant tube light"),
    // The back of the room.
    solid("bookcase", [0.90, 1.80, 0.30], "书柜", "bookcase"),
    solid("water_dispenser", [0.34, 1.31, 0.37], "饮水机", "water dispenser"),
    loose("door_classroom", [1.00, 2.10, 0.14], "教室门", "classroom door"),
    loose("bin_class", [0.30, 0.40, 0.30], "教室垃圾桶", "classroom bin"),
    loose("broom_corner", [0.50, 1.24, 0.32], "卫生角", "broom corner"),
    hung("window_sill_plants", [0.88, 0.33, 0.28], 0.90, "窗台绿植", "plants on the sill"),
    // After the shaking.
    solid("fallen_bookcase", [1.40, 0.36, 2.10], "倒下的书柜", "fallen bookcase"),
    loose("book_pile", [0.66, 0.22, 0.58], "散落的书", "fallen books"),
    loose("ceiling_tile_fallen", [0.80, 0.26, 0.80], "掉落的天花板", "fallen ceiling panel"),
    loose("glass_shards", [0.95, 0.07, 0.75], "碎玻璃", "broken glass"),
    loose("dust_pile", [0.95, 0.18, 0.80], "掉落的墙灰", "fallen plaster"),
    // The desk and what lies on it.
    solid("desk_big", [1.40, 0.75, 0.70], "大书桌", "large desk"),
    loose("laptop", [0.34, 0.22, 0.31], "笔记本电脑", "laptop"),
    loose("phone_flat", [0.08, 0.01, 0.16], "手机", "phone"),
    loose("photo_frame", [0.18, 0.21, 0.11], "全家福相框", "family photo"),
    loose("textbooks", [0.27, 0.17, 0.22], "课本", "textbooks"),
    loose("mug", [0.11, 0.10, 0.08], "马克杯", "mug"),
    loose("lamp_warm", [0.20, 0.44, 0.31], "暖光台灯", "warm desk lamp"),
    loose("headphones", [0.19, 0.08, 0.22], "耳机", "headphones"),
    hung("sticky_notes", [0.36, 0.26, 0.02], 1.10, "便利贴", "sticky notes"),
    loose("id_card", [0.09, 0.002, 0.05], "身份证（样张）", "identity card (sample)"),
    loose("bank_card", [0.09, 0.002, 0.05], "银行卡", "bank card"),
    // Police room and counselling room.
    solid("police_desk", [1.80, 1.19, 0.74], "警务室前台", "police counter"),
    hung("police_sign", [1.20, 0.38, 0.15], 2.20, "警务室灯箱", "police light box"),
    hung("counsel_sign", [0.90, 0.32, 0.05], 1.60, "心理减压舱门牌", "counselling sign"),
    hung("poster_antifraud", [0.60, 0.85, 0.01], 1.00, "反诈宣传海报", "anti-fraud poster"),
    solid("filing_cabinet", [0.90, 1.80, 0.40], "文件柜", "filing cabinet"),
    hung("whiteboard", [1.20, 0.90, 0.08], 1.00, "白板", "whiteboard"),
    loose("kettle", [0.23, 0.23, 0.16], "电热水壶", "kettle"),
    solid("sofa_small", [0.88, 0.80, 0.80], "单人沙发", "armchair"),
    solid("sofa_big", [1.95, 0.80, 0.80], "三人沙发", "sofa"),
    solid("plant_big", [0.70, 1.50, 0.70], "大绿植", "tall plant"),
    solid("floor_lamp", [0.40, 1.59, 0.40], "落地灯", "floor lamp"),
    solid("tea_table", [1.00, 0.45, 0.55], "茶几", "tea table"),
    solid("bookshelf_small", [0.80, 0.90, 0.28], "小书架", "low bookshelf"),
    hung("wall_painting", [0.90, 0.60, 0.04], 1.35, "挂画", "painting"),
    loose("rug", [1.80, 0.02, 1.20], "地毯", "rug"),
];

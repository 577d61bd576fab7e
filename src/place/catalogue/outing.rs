//! Props away from the lecture hall: KTV booth and rented room, wash room, street, playground, façades.

use super::PropKind;
use super::rows::{hung, loose, solid};

pub(super) const KINDS: &[PropKind] = &[
    // The booth. The sofa is an L: one walks inside its box, so that its box must not stop anyone.
    loose("ktv_sofa", [3.20, 0.85, 2.20], "L 形沙发", "L-shaped sofa"),
    solid("ktv_table", [1.40, 0.42, 0.70], "KTV 茶几", "KTV table"),
    hung("ktv_screen", [2.20, 1.30, 0.10], 0.90, "点歌大屏", "KTV screen"),
    solid("speaker_tower", [0.40, 1.20, 0.40], "音箱", "speaker tower"),
    solid("song_kiosk", [0.50, 1.30, 0.42], "点歌台", "song kiosk"),
    hung("disco_ball", [0.40, 0.68, 0.40], 2.32, "彩灯球", "mirror ball"),
    hung("led_strip", [3.00, 0.04, 0.03], 2.50, "灯带", "light strip"),
    hung("wall_panel_padded", [1.20, 2.40, 0.08], 0.0, "软包墙板", "padded wall panel"),
    loose("door_ktv", [0.90, 2.05, 0.16], "包间门", "booth door"),
    hung("room_number_lamp", [0.30, 0.30, 0.08], 1.60, "包间号灯", "room number lamp"),
    // On its table and seats.
    loose("drinks", [0.86, 0.23, 0.44], "饮料和果盘", "soft drinks and fruit"),
    loose("vape", [0.11, 0.02, 0.02], "电子烟", "e-cigarette"),
    loose("microphone", [0.06, 0.06, 0.25], "话筒", "microphone"),
    loose("snack_box", [0.32, 0.12, 0.22], "小吃拼盘", "snacks"),
    loose("cake", [0.30, 0.20, 0.30], "生日蛋糕", "birthday cake"),
    loose("ashtray_empty", [0.13, 0.04, 0.13], "空烟灰缸", "empty ashtray"),
    loose("jacket_on_sofa", [0.72, 0.20, 0.50], "搭着的外套", "jacket on a seat"),
    // The wash room.
    solid("wash_basin_counter", [1.40, 2.03, 0.55], "洗手台", "wash basin"),
    solid("toilet_stall", [1.00, 2.05, 1.40], "卫生间隔间", "toilet stall"),
    // Green. A tree's size is that of its crown; one walks under it.
    loose("tree", [4.00, 5.20, 4.00], "树", "tree"),
    solid("bush", [1.20, 0.90, 1.10], "灌木", "bush"),
    solid("flowerbed", [2.00, 0.37, 0.80], "花坛", "flower bed"),
    // The playground.
    solid("bench", [1.50, 0.85, 0.58], "长椅", "bench"),
    solid("basketball_hoop", [1.80, 3.95, 2.48], "篮球架", "basketball hoop"),
    solid("assembly_sign", [0.90, 2.56, 0.40], "紧急集合点标志", "assembly point sign"),
    loose("running_track_patch", [6.00, 0.02, 3.90], "跑道", "running track"),
    // The street.
    solid("lamp_post", [0.50, 4.20, 0.50], "路灯", "lamp post"),
    solid("fence", [2.02, 1.61, 0.18], "围栏", "railing"),
    loose("bus_stop", [3.40, 2.56, 1.41], "公交站", "bus stop"),
    loose("street_kerb", [2.00, 0.15, 0.30], "路缘石", "kerb"),
    loose("manhole", [0.76, 0.02, 0.76], "井盖", "manhole cover"),
    solid("fire_engine", [2.50, 2.95, 7.00], "消防车", "fire engine"),
    solid("ambulance", [2.10, 2.40, 5.22], "救护车", "ambulance"),
    solid("taxi", [1.82, 1.60, 4.51], "出租车", "taxi"),
    solid("bicycle", [0.57, 1.04, 1.72], "自行车", "bicycle"),
    solid("ebike", [0.70, 1.19, 1.74], "电动自行车", "e-bike"),
    loose("parking_shed", [6.00, 2.56, 2.20], "充电车棚", "e-bike charging shed"),
    solid("shop_front", [5.00, 3.00, 0.90], "24 小时便利店", "24-hour shop"),
    hung("clinic_sign", [1.80, 0.90, 0.20], 2.20, "社区诊所灯箱", "clinic sign"),
    // To look at from far away.
    solid("dorm_facade", [12.00, 13.90, 1.60], "宿舍楼外立面", "dormitory façade"),
    solid("dorm_facade_window", [12.00, 13.90, 1.60], "二层留一扇窗的宿舍楼外立面", "dormitory façade with an open window"),
    solid("teaching_facade", [16.00, 15.25, 1.50], "教学楼外立面", "teaching building façade"),
    loose("hill_backdrop", [60.00, 12.00, 2.00], "远山", "distant hills"),
    hung("moon", [3.00, 3.00, 0.24], 30.0, "月亮", "moon"),
];

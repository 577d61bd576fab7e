//! One example of every screen, with words as long as the real ones.

use std::sync::{Arc, LazyLock};

use crate::debrief::{Debrief, chart, figures, notes, plan};
use crate::diag::{Findings, Lang};
use crate::run;
use crate::scenario::{load, read_plan};
use crate::view::ui::model::*;

fn say(lang: Lang, zh: &str, en: &str) -> String {
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    }
}

pub(super) fn screens(lang: Lang) -> Vec<(&'static str, ScreenModel)> {
    let warning = Some(say(lang, "硬盘快满了，请告诉老师。", "The disk is nearly full. Please tell your teacher."));
    let mut list = vec![
        ("loading", ScreenModel::Loading(0.4)),
        ("attract", ScreenModel::Attract { warning }),
        ("sign-in", sign_in()),
        ("drills", drills(lang)),
        ("notice", notice(lang)),
        ("quiz", quiz(lang)),
        ("brief", brief(lang)),
        ("choices", choices(lang)),
        ("card", card(lang)),
        ("signs", signs(lang)),
        ("judge", judge(lang)),
        ("debrief", debrief(lang, Page::Choices, Pictures::None)),
        ("debrief-coming", debrief(lang, Page::Choices, Pictures::Coming)),
        ("debrief-tabs", debrief(lang, Page::Choices, Pictures::Ready(sheets(lang)))),
        ("way", debrief(lang, Page::Way, Pictures::Ready(sheets(lang)))),
        ("course", debrief(lang, Page::Course, Pictures::Ready(sheets(lang)))),
        ("replay", replay(lang, None)),
        ("replay-example", replay(lang, Some(true))),
        ("score", score(lang)),
    ];
    list.extend(phones(lang).into_iter().map(|phone| ("phone", on_phone(lang, phone))));
    list
}

pub(super) fn sign_in() -> ScreenModel {
    let who = Who { name: "张*".to_owned(), id: "2023****12".to_owned(), class: "计算机 2301".to_owned(), guest: false };
    ScreenModel::SignIn(SignInModel {
        typed: "2023010112".to_owned(),
        known: Some(who),
        message: None,
        can_go: true,
        notice: "学号只用来记录成绩。".to_owned(),
    })
}

pub(super) fn drills(lang: Lang) -> ScreenModel {
    let title = say(lang, "凌晨，宿舍有股怪味", "2:47 a.m., a strange smell");
    let summary = say(
        lang,
        "一块充电的电池出事了。从闻到怪味到操场点名，每一步你来定。",
        "A battery on charge goes wrong. From the first whiff to the roll call, you decide.",
    );
    let card = DrillCard {
        theme: ThemeMark::Fire,
        title,
        summary,
        minutes: 9,
        assigned: true,
        best: Some((82, true)),
        attempts: (2, 0),
        closed: None,
    };
    let closed = DrillCard {
        theme: ThemeMark::Fraud,
        title: say(lang, "“老师”来收资料费", "The “teacher” collects a fee"),
        assigned: false,
        best: None,
        closed: Some(say(lang, "次数已经用完。", "All attempts are used.")),
        ..card.clone()
    };
    let who = Who { name: "张*".to_owned(), class: "计算机 2301".to_owned(), ..Who::default() };
    ScreenModel::Drills { who, cards: vec![card, closed] }
}

fn notice(lang: Lang) -> ScreenModel {
    ScreenModel::Notice(NoticeModel {
        theme: ThemeMark::Drug,
        title: say(lang, "生日包间", "The birthday room"),
        note: say(
            lang,
            "内容有：被劝吸电子烟、朋友昏迷和急救。没有血腥画面。",
            "Contains: being pressed to vape, a friend losing consciousness, first aid.",
        ),
        minutes: 8,
        recording: say(lang, "成绩会记在你的学号下。", "Your result is kept under your student number."),
        blocked: Some(say(lang, "硬盘快满了，成绩存不下来。", "The disk is nearly full; results cannot be saved.")),
    })
}

pub(super) fn quiz(lang: Lang) -> ScreenModel {
    ScreenModel::Quiz(QuizModel {
        post: false,
        number: 2,
        of: 3,
        ask: say(
            lang,
            "床边充电的电动车电池鼓了，嘶嘶冒白汽，还没见火。先做什么？",
            "An e-bike battery by the bed swells and hisses white vapour, no flame yet. What first?",
        ),
        options: vec![
            say(lang, "抱到走廊或阳台去", "Carry it to the corridor or balcony"),
            say(lang, "拿灭火器守着，一着就喷", "Stand by with an extinguisher"),
            say(lang, "不碰它，叫人都出去，关门", "Leave it, get everyone out, shut the door"),
        ],
    })
}

fn brief(lang: Lang) -> ScreenModel {
    ScreenModel::Brief(BriefModel {
        theme: ThemeMark::Earthquake,
        title: say(lang, "上课时，地动了", "The ground moves in class"),
        brief: say(lang, "你在教学楼二楼 202 教室最后一排上课。", "You sit in the last row of room 202, second floor."),
        objectives: vec![say(lang, "震时就近躲避，护住头颈", "Take cover where you are, protect head and neck"); 4],
    })
}

fn play(lang: Lang) -> PlayModel {
    PlayModel {
        objective: say(lang, "让整层楼的人知道着火了", "Let the whole floor know there is a fire"),
        timer: Some((0.3, 4)),
        sounds: vec![say(lang, "火警铃声大作", "The fire alarm sounds")],
        posture: 1,
        harm: 0.4,
        daze: 0.3,
        ..PlayModel::default()
    }
}

pub(super) fn choices(lang: Lang) -> ScreenModel {
    let row = |index, text, tried| ChoiceRow { index, text, tried };
    ScreenModel::Play(PlayModel {
        caption: Some((say(lang, "阿凯", "Kai"), say(lang, "外面走廊全是烟，怎么办？", "The corridor is full of smoke. What do we do?"))),
        ask: Some(say(lang, "你怎么做？", "What do you do?")),
        choices: vec![
            row(0, say(lang, "坐电梯下楼", "Take the lift down"), true),
            row(2, say(lang, "压低身子，沿着墙往安全出口走", "Stay low and follow the wall to the exit"), false),
            row(3, say(lang, "按下手动报警按钮", "Press the manual call point"), false),
            row(5, say(lang, "先回屋拿电脑，再跟大家一起走", "Fetch the laptop first, then leave with the others"), false),
        ],
        ..play(lang)
    })
}

fn card(lang: Lang) -> ScreenModel {
    let card = CardModel {
        is_why: true,
        grade: 2,
        chosen: say(lang, "坐电梯下楼", "Take the lift down"),
        text: say(
            lang,
            "火灾时电梯随时会停电，井道像烟囱一样往上吸烟。困在里面，谁也够不到你。",
            "A lift may lose power at any moment, and its shaft draws smoke like a chimney. Stuck inside, nobody can reach you.",
        ),
        sources: vec![say(lang, "《消防安全常识二十条》第十七条", "Twenty Rules of Fire Safety, no. 17"); 2],
        redo: true,
    };
    ScreenModel::Play(PlayModel { card: Some(card), ..play(lang) })
}

fn bubbles(lang: Lang) -> Vec<Bubble> {
    let bubble =
        |mine: bool, text: String| Bubble { from: if mine { String::new() } else { say(lang, "王老师", "Ms Wang") }, text, mine };
    vec![
        bubble(false, say(lang, "资料费 498 元，今天必须交。", "Course fee 498 yuan, due today.")),
        bubble(true, say(lang, "老师，上周不是交过了吗？", "Didn't we pay last week?")),
    ]
}

fn phones(lang: Lang) -> Vec<PhoneModel> {
    let name = say(lang, "王老师", "Ms Wang");
    vec![
        PhoneModel::Ringing { name: name.clone() },
        PhoneModel::InCall { name: name.clone(), seconds: 75, lines: bubbles(lang) },
        PhoneModel::Sms { name: "106912345678".to_owned(), lines: bubbles(lang), typing: true },
        PhoneModel::Chat { name: name.clone(), lines: bubbles(lang), typing: true },
        PhoneModel::Page { app: say(lang, "校园缴费", "Campus fees"), lines: vec![say(lang, "待缴费用", "Fees due"); 3] },
        PhoneModel::Transfer { to: name, amount: 20_000, memo: say(lang, "保证金", "Deposit"), shake: 1.0 },
    ]
}

fn on_phone(lang: Lang, phone: PhoneModel) -> ScreenModel {
    ScreenModel::Play(PlayModel { phone: Some(phone), can_next: true, ..play(lang) })
}

pub(super) fn signs(lang: Lang) -> ScreenModel {
    let part = |text: String, marked| PartRow { text, marked, answer: None };
    let parts = vec![
        part(say(lang, "我是市公安局的陈警官", "This is Officer Chen of the city police"), true),
        part(say(lang, "今天之内必须转完", "It must be transferred today"), false),
    ];
    on_phone(lang, PhoneModel::Signs { name: say(lang, "陈警官", "Officer Chen"), parts, done: false })
}

pub(super) fn judge(lang: Lang) -> ScreenModel {
    let text =
        say(lang, "同学你好，你有一个快递在菜鸟驿站，取件码 3-2-1007。", "Your parcel is at the campus station. Pick-up code 3-2-1007.");
    on_phone(lang, PhoneModel::Judge { from: say(lang, "快递通知", "Parcel notice"), text, number: 1, of: 4, verdict: None })
}

pub(super) fn debrief(lang: Lang, page: Page, pictures: Pictures) -> ScreenModel {
    let moment = Moment {
        spot: (0, 0),
        picture: None,
        asked: say(lang, "电池在床边嘶嘶冒白汽，你先做什么？", "The battery hisses white vapour by the bed. What first?"),
        chosen: say(lang, "叫醒室友，关门，往外走", "Wake the others, shut the door, get out"),
        grade: 1,
        points: 3,
        max_points: 6,
        seconds: 12.4,
        first_try: true,
        timed_out: false,
        what: say(lang, "门关上了，烟没有进走廊。", "The door is shut and keeps the smoke in."),
        why: say(
            lang,
            "电池内部已经失控，随时会喷火。能做的是把人和它隔开。",
            "The cells are out of control and may jet flame any second.",
        ),
        better: Some(say(lang, "边走边喊，按下报警按钮", "Shout on the way and press the call point")),
        sources: vec![say(lang, "《消防法》第四十四条", "Fire Protection Law, art. 44")],
    };
    ScreenModel::Debrief(DebriefModel {
        title: say(lang, "凌晨，宿舍有股怪味", "2:47 a.m., a strange smell"),
        ending: say(lang, "全员到齐", "Everyone is here"),
        ending_text: say(
            lang,
            "操场点名，一个都没少。你们做的每一步都赶在烟前面。",
            "At roll call nobody is missing. Every step was ahead of the smoke.",
        ),
        passed: true,
        percent: 84,
        moments: vec![moment; 5],
        selected: 1,
        page,
        pictures,
        facts: vec![say(lang, "最暗的时候只看得见 3 米", "At worst you could see 3 m"); 2],
        help: help(lang),
    })
}

/// The pictures of somebody who left a burning room and its door open.
pub(super) fn sheets(lang: Lang) -> Arc<Sheets> {
    static ESCAPE: LazyLock<Debrief> = LazyLock::new(|| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/burning");
        let case = Arc::new(load(&root.join("escape.ron")).expect("the case is there").0.expect("the case is sound"));
        let text = std::fs::read_to_string(root.join("plans/escape.pass.ron")).expect("the plan is there");
        let plan = read_plan(&text, Some(&case.scenario), &mut Findings::default());
        let played = run::play(&case, 1, &plan).expect("it runs through");
        Debrief::of(&case, 1, &played.tape)
    });
    let debrief = &*ESCAPE;
    let (figures, notes) = (figures(debrief, lang), notes(debrief, lang));
    Arc::new(Sheets { plan: plan(debrief, lang), chart: Some(chart(debrief, lang)), figures, notes })
}

pub(super) fn replay(lang: Lang, example: Option<bool>) -> ScreenModel {
    ScreenModel::Replay(ReplayModel {
        seconds: (62.4, 162.0),
        plays: example.is_none(),
        pace: 0.5,
        above: true,
        example,
        marks: vec![(0.1, 0), (0.4, 1), (0.98, 2)],
        chosen: Some((2, say(lang, "坐电梯下楼", "Take the lift down"))),
        facts: vec![(say(lang, "能看", "Seeing"), "2.2 m".to_owned()), (say(lang, "吸入", "Breathed in"), "0.12".to_owned())],
        names: vec![([640.0, 300.0], false), ([700.0, 320.0], true)],
    })
}

fn help(lang: Lang) -> Vec<(String, String)> {
    vec![
        ("119".to_owned(), say(lang, "火警", "fire")),
        ("96110".to_owned(), say(lang, "反诈劝阻与咨询，这个电话要接", "anti-fraud line; answer when it rings")),
    ]
}

pub(super) fn score(lang: Lang) -> ScreenModel {
    ScreenModel::Score(ScoreModel {
        left: false,
        title: say(lang, "凌晨，宿舍有股怪味", "2:47 a.m., a strange smell"),
        percent: 84,
        passed: true,
        points: (84, 100),
        competencies: vec![(say(lang, "察觉与报警", "Noticing and alarm"), 20, 24), (say(lang, "逃生动作", "Getting out"), 12, 28)],
        critical: vec![say(lang, "坐电梯下楼", "Take the lift down")],
        tests: Some((1, 3, 3, 3)),
        detection: Some((3, 4, 1, 2)),
        saved: Ok(say(lang, "成绩已经保存。", "Your result is saved.")),
        help: help(lang),
    })
}

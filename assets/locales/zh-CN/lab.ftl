# 演练室：屏幕上的全部文字。键名与 en/lab.ftl 一一对应（由测试保证）。

## 开场
app-title = 演练室
app-title-other = Drillroom
app-line = 先在这里慌一次，真遇上就不慌了
start = 开始
press-any-key = 按任意键开始
loading = 正在布置场地……
theme-drug = 禁毒
theme-fire = 消防
theme-earthquake = 地震
theme-fraud = 反诈
theme-other = 其他

## 通用
back = 返回
next = 继续
ok = 确定
done = 好了
erase = 退格
passed = 通过
not-passed = 还没通过
first-try = 第一次就选定
second-try = 改过之后
timed-out = 时间到，没有选
seconds = { $n } 秒
minutes = 约 { $n } 分钟
speaker-me = 我
grade-good = 做得好
grade-poor = 可以更好
grade-critical = 危险的一步

## 签到
sign-in-title = 请输入学号
student-number = 学号
sign-in-hint = 点右边的数字，或者直接用键盘输入。
sign-in-me = 是我，进入
sign-in-go = 确定
sign-in-guest = 不登记，随便看看
guest-name = 访客
class-label = 班级：{ $class }
id-too-short = 学号还没输完。
unknown-id = 名单里没有这个学号。检查一下；没错的话再按一次“确定”，成绩照样记在这个学号下。
inactive-id = 这个学号已经停用，请找老师。
privacy-notice = 学号只用来记录演练成绩，保存在本机，屏幕上不显示全名。不想登记，可以用访客身份。

## 选演练
drills-title = 选一个演练
drills-leave = 换人
drill-assigned = 本班要做
attempts-none = 还没做过
attempts-free = 做过 { $used } 次
attempts-of = 做过 { $used } 次，共 { $allowed } 次
attempts-used = 次数已经用完，要重做请找老师。
drill-has-errors = 这个演练的文件有错，老师改好以后才能做。

## 开始之前
notice-head = 开始之前
notice-minutes = 大约 { $n } 分钟。
notice-leave = 中途随时可以按 Esc 离开，不扣分，也不用说明理由。
notice-comfort = 调到你觉得舒服
notice-comfort-hint = 这些都不影响成绩。
notice-begin = 开始演练
recorded = 成绩会记在你的学号下。
recorded-guest = 访客的成绩不记名。
not-recorded = 这一次不会留下记录。
disk-full = 硬盘快满了，成绩存不下来。请告诉老师。
second-instance = 另一个窗口正在用同一份记录，这里不能计分。请关掉多余的窗口。

## 设置
settings = 设置
set-language = 语言 Language
set-text-size = 文字大小
set-volume = 音量
set-captions = 声音字幕
set-motion = 镜头晃动
set-no-flash = 不闪光
set-quality = 画质
set-keys = 按键
rebind-title = “{ $what }”用哪个键？
rebind-line = 现在是 { $key }。按一个字母键就换成它。
rebind-keep = 不换了
set-look-speed = 转头速度
set-invert = 上下反转
size-small = 小
size-normal = 标准
size-large = 大
size-huge = 特大
quality-low = 流畅
quality-high = 精细
state-on = 开
state-off = 关

## 小测
quiz-pre = 开始前的小测
quiz-post = 结束后的小测
quiz-pre-hint = 凭感觉答就好，不影响成绩。
quiz-post-hint = 最后几题，看看有什么变化。

## 进场
brief-objectives = 你要做到
brief-enter = 进入
controls-title = 怎么操作
controls-walk = 走动
controls-look = 转头看
controls-use = 使用眼前的东西
controls-crouch = 蹲下，再按站起
controls-crawl = 趴下爬行
controls-choose = 选答案
controls-pause = 暂停、离开
controls-pad = 接上手柄也可以：左摇杆走，右摇杆看，A 使用，B 蹲下，方向键选答案。

## 演练中
posture-stand = 站着
posture-crouch = 蹲着
posture-crawl = 爬行
key-walk = 走动
key-forward = 前
key-left = 左
key-back = 后
key-right = 右
key-look = 转头
key-use = 使用
key-crouch = 蹲下
key-crawl = 爬行
key-pause = 暂停
key-mouse = 鼠标
pad-left-stick = 左摇杆
pad-right-stick = 右摇杆
pad-menu = 菜单键
prompt-use = 按 { $key }　{ $what }
prompt-hold = 按住 { $key }　{ $what }
prompt-crouch = 按 { $key } 蹲下　{ $what }
prompt-crawl = 按 { $key } 趴下　{ $what }
prompt-stay = 待在这里　{ $what }
door-open = 开门
door-close = 关门
marker-distance = { $what }　{ $metres } 米
choice-hint = 按数字键，或用鼠标点
choice-hint-pad = 方向键选，A 确定
choice-hint-tried = 灰色的已经试过，换一个
ask-hint = 不用选，走过去动手做
card-what = 结果是
card-what-line = 你的选择带来的后果
card-why = 为什么
card-chosen = 你选了：{ $choice }
card-redo = 再选一次

## 手机
phone-today = 今天
phone-input = 发消息
phone-incoming = 来电……
phone-answer = 接听
phone-me = 我
transfer-title = 转账
transfer-to = 收款人
transfer-amount = 金额
transfer-memo = 备注
transfer-confirm = 确认转账
signs-hint = 觉得哪里可疑，就点哪里。再点一下可以取消。
signs-done = 逐条看看：
signs-submit = 标完了
signs-found = 认出 { $hits } / { $of } 处可疑，误标 { $alarms } 处
sign-found = 可疑，你看出来了
sign-missed = 可疑，这处漏了
sign-false = 这处是正常的
sign-plain = 正常
sign-why = { $verdict }。{ $why }
judge-title = 第 { $n } 条，共 { $of } 条
judge-ask = 这条消息可疑吗？
judge-scam = 可疑
judge-genuine = 正常
judge-right-scam = 对，这是骗局
judge-right-genuine = 对，这是真的
judge-wrong-scam = 这其实是骗局
judge-wrong-genuine = 这其实是真的

## 复盘
debrief-story = 你走过的每一步
look-back-coming = 正在把刚才那一趟重新算一遍，马上就能看……
watch-again = 再看一遍
sheet-how = 图和数都是按你刚才的每一步重新演算出来的。时间只算行动的时间，看字的时候不走。
moment-what = 后来怎样
moment-why = 为什么
moment-better = 更好的做法
moment-best = 这就是好做法
moment-best-line = 真遇上的时候，也这么做。
moment-sources = 依据
moment-points = { $got } / { $of } 分
facts-title = 这一路上
help-title = 需要帮助时
fact-dose = 吸入的毒烟：{ $value }%（到 100% 时，约一半人会昏倒）
fact-heat = 受到的热：{ $value }%（到 100% 时，约一半人会倒下）
fact-visibility = 最暗的时候只看得见 { $value } 米
fact-danger = 在危险里待了 { $value } 秒

## 回放
replay-title = 再看一遍
replay-you = 你
replay-example = 示范
replay-leave = 回到复盘
replay-play = 接着放
replay-stand = 停一下
replay-back = 退 5 秒
replay-on = 进 5 秒
replay-pace = { $n } 倍速
replay-eyes = 用自己的眼睛看
replay-above = 从上面看
replay-show = 请出示范
replay-hide = 收起示范
replay-no-example = 这个演练旁边没有示范。
replay-sight = 能看
replay-layer = 烟离地
replay-dose = 吸入
replay-shaking = 烈度

## 成绩
score-points = { $got } / { $of } 分
score-parts = 各项能力
score-critical = 绝不能犯的错
score-tests = 小测：开始前对 { $before }/{ $before_of }，结束后对 { $after }/{ $after_of }。
score-detection = 识别消息：{ $scams } 条骗局认出 { $hits } 条；{ $genuine } 条真消息误判 { $alarms } 条。
score-left = 中途离开
score-kind-left = 离开不扣分，想回来随时可以从头再来。
score-kind-passed = 记住今天的做法，也讲给室友听。
score-kind-not = 演练里出错不要紧，弄明白了就是收获。歇一会儿再来一次。
score-next-student = 下一位同学
saved = 成绩已经保存。
saving = 正在保存成绩……

## 暂停、离开、没人
pause-title = 暂停
pause-line = 时间停住了，不着急。
pause-resume = 继续演练
pause-leave = 离开演练
leave-title = 要离开吗？
leave-line = 离开不扣分，也不用说明理由。如果心里不舒服，可以找老师聊聊，或拨打 12356。
leave-stay = 留下继续
leave-go = 离开
idle-title = 还在吗？
idle-line = { $n } 秒后回到开始画面。
idle-here = 我还在

## 求助电话
help-110 = 报警
help-119 = 火警
help-120 = 急救
help-12110 = 短信报警
help-12356 = 心理援助热线
help-12377 = 举报网上违法信息
help-12381 = 涉诈预警短信
help-96110 = 反诈劝阻与咨询，这个电话要接

## 声音字幕
sound-fire-alarm = 火警铃声大作
sound-alarm-voice-pause = 广播：“发生火情，请保持镇静，沿疏散指示有序撤离，不要乘坐电梯。”
sound-phone-ring = 手机铃响
sound-vibrate = 手机在桌上震动
sound-message = 收到一条消息
sound-typing = 敲键盘的声音
sound-corridor-hum = 走廊灯管嗡嗡响
sound-fan = 电扇在转
sound-fire-small = 火苗噼啪作响
sound-fire-large = 大火轰轰燃烧
sound-glass-break = 玻璃碎了
sound-rumble-far = 远处传来低沉的轰隆声
sound-shake-strong = 整间屋子剧烈摇响
sound-furniture-knock = 家具撞在墙上
sound-book-fall = 书掉在地上
sound-crowd-murmur = 人群嘈杂
sound-cough = 有人咳嗽
sound-heartbeat = 你的心跳得很快
sound-step-hard = 脚步声
sound-step-soft = 轻轻的脚步声
sound-door-open = 门开了
sound-door-close = 门关上了
sound-knock = 敲门声
sound-extinguisher-spray = 灭火器喷射
sound-siren = 消防车的警笛
sound-rain-window = 雨打在窗上
sound-bass-through-wall = 隔壁传来低音鼓点
sound-timer-low = 时间快到了
sound-calm-chord = 平静的音乐
sound-earthquake-warning = 地震预警：滴——滴——
sound-wind = 风声
sound-birds = 鸟叫
sound-lift-bell = 电梯到了
sound-snore = 室友打呼噜
sound-breath = 耳边的喘息声
sound-applause = 掌声

# Debrief lines about messages
moment-message = { $from }：{ $text }
moment-sign = 「{ $part }」{ $why }

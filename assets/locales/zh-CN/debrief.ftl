# 复盘：平面图、曲线、报告。键名与 en/debrief.ftl 一一对应（由测试保证）。

## 一扇门
report-door-of = “{ $room }”的门
report-door-to = 通往“{ $room }”的门
report-if-shut = 如果你在 { $when } 把{ $door }带上，
report-if-open = 你在 { $when } 关上了{ $door }。要是让它开着，
report-if-never = 如果你在 { $when } 没有打开{ $door }，
report-then-seen-longer = { $room }里能看清路的时间会多 { $s }
report-then-seen-longer-least = { $room }里能看清路的时间至少会多 { $s }
report-then-seen-shorter = { $room }里能看清路的时间会少 { $s }
report-then-seen-shorter-least = { $room }里能看清路的时间至少会少 { $s }
report-then-used-longer = { $room }里能待人的时间会多 { $s }
report-then-used-longer-least = { $room }里能待人的时间至少会多 { $s }
report-then-used-shorter = { $room }里能待人的时间会少 { $s }
report-then-used-shorter-least = { $room }里能待人的时间至少会少 { $s }
report-then-less = 你吸入的剂量会从 { $was } 降到 { $other }
report-then-more = 你吸入的剂量会从 { $was } 升到 { $other }
report-then-heat = 你受的热会从 { $was } 变成 { $other }
report-minutes = { $m } 分 { $s } 秒
report-and = ，
report-stop = 。
report-if-same = 把你留下或动过的 { $n } 扇门换个样子重新算了一遍：这一次都差不多，没有一扇能改变多少。
report-if-no-door = 这一次没有哪扇门是你留下或动过的，没有可比的。
report-if-written = 这个演练里的烟是事先写好的，不跟着门变，所以这里不算“如果”。
report-if-no-smoke = 这个演练里没有烟，这里没有“如果”。
report-if-how = 怎么算的：同一条路、同样的时刻，只换这一扇门，从那一刻起把整层楼的烟重新算一遍。没有猜你会不会走得更快，所以好处只会算少，不会算多。

## 为什么不能待了
report-limit-heat = 热烟压到头上
report-limit-sight = 看不清了
report-limit-co = 一氧化碳太浓
report-limit-glow = 烤得受不了
report-limit-dose = 吸入太多

## 平面图
report-plan = 你走过的路
report-start = 起点
report-end = 终点
report-fire = 起火点
report-stayed = 停了 { $s }
report-left-open = 门没关
report-you-shut = 你关上了
report-room-fails = { $when } { $why }
report-legend-rate = 每分钟吸入的剂量
report-legend-sight = 当时能看多远
report-rate-0 = 几乎没有
report-rate-1 = 不到 0.01
report-rate-2 = 0.01–0.05
report-rate-3 = 0.05–0.2
report-rate-4 = 0.2 以上
report-sight-0 = 看得很清
report-sight-1 = 10–29 米
report-sight-2 = 5–10 米
report-sight-3 = 3–5 米
report-sight-4 = 不到 3 米
report-metres = { $n } 米
report-storey-here = 这一层
report-legend-shade = 灰 = 中途不能待了，越深越早
report-storey = 高 { $y } 米的一层

## 曲线
report-chart = 烟和视线
report-chart-sight = 能看多远（米）
report-chart-layer = 烟的下沿离地（米）
report-chart-time = 时间（分:秒，只算行动的时间，看字的时候不走）
report-chart-you = 你所在的地方
report-chart-head = 你的头
report-chart-other = 虚线：门换个样子
report-chart-limit = { $n } 米：{ $what }
report-chart-limit-way = 走廊里认路要看这么远
report-chart-limit-room = 屋里认路要看这么远
report-chart-limit-layer = 烟压到这里就难待了
report-chart-ended = 演练结束
report-chart-none = 这一次没有遇到烟，没有曲线可画。

## 报告
report-title = 复盘报告
report-who = 学生
report-guest = 访客
report-nobody = 没有登记
report-class = 班级
report-played = 演练时间
report-seed = 种子
report-result = 结果
report-ending = 结局
report-points = { $n }/{ $of } 分
report-min-dose = 吸入剂量
report-heat-dose = 受热剂量
report-dose-note = 1 = 一半的人会倒下；0.3 就会有敏感的人倒下
report-least-sight = 最差视线
report-what-if = 如果换一扇门
report-choices = 每一步选择
report-col-n = 序号
report-col-when = 时间
report-col-choice = 你的选择
report-col-grade = 评价
report-col-points = 得分
report-col-why = 为什么
report-again = 重来
report-no-choices = 这一次没有做过选择。
report-times = 还剩多少时间
report-col-room = 地方
report-col-aset = 能待到（ASET）
report-col-left = 你离开（RSET）
report-col-margin = 余量
report-col-reason = 到时候怎样
report-col-other = 门换个样子
report-still = 一直没离开
report-holds = 算到 { $when } 还能待
report-margin-early = 早走了 { $s }
report-margin-late = 晚了 { $s }
report-margin-none = 没有紧迫
report-out-at = 你在 { $when } 到了室外。
report-out-never = 演练结束时你还在楼里。
report-closest = 最紧的是{ $room }：按站着走算，{ $margin }。
report-times-how = 能待到（ASET）：站在那里、头高 1.6 米的人，最先超过任何一个限度的时刻：烟层低于 2 米而且头边到了 60 ℃，走廊、楼梯、大厅里看不到 10 米（屋里 5 米），一氧化碳 1400 ppm，辐射 2.5 kW/m²，气体或热的剂量 0.3。离开（RSET）：你最后一次在那里的时刻。余量 = ASET − RSET。
report-sources = 依据
report-source-iso = ISO 13571：火灾中的毒性和热剂量（FED），0.3 是敏感人群的限度
report-source-pd = PD 7974-6、SFPE 手册：可用时间与所需时间（ASET/RSET），限度取性能化设计的常用值
report-source-fridolf = Fridolf 等 2019：烟里的行走速度
report-source-zone = 烟按两层区域模型计算，误差见 docs/validation-fire.md
report-source-item = 烧的东西和快慢是设计值，不是测量值
report-cut = 这一次太长，只看了前两个小时。
report-foot = 演练室按同样的输入重新演算得到；同一次演练，每次报告都一样。

## 地震
report-quake = 晃动、掉落和你
report-quake-level = 晃动的强弱（烈度，度）
report-quake-falls = 什么时候倒下、掉下什么
report-quake-none = 没有东西倒下或掉下
report-quake-you = 你的姿势
report-posture-stand = 站着
report-posture-crouch = 蹲低
report-posture-crawl = 趴低
report-quake-unsteady = 6 度：多数人站不稳
report-quake-level-line = 烈度
report-quake-strong = 强烈晃动
report-quake-peak-most = 楼板的加速度（最大 { $n } 米/秒²）
report-quake-peak-none = 楼板的加速度（事先写好的晃动，没有计算）
report-quake-piece = 倒下、掉下
report-quake-struck = 砸到了你
report-hurt-none = 没受伤
report-hurt-bruise = 碰疼一下
report-hurt-light = 轻伤
report-hurt-severe = 重伤
report-quake-if-upright = { $when } { $piece }下来的时候，你正低着身子。要是还站着，会被它砸成{ $other }；你低身躲着，{ $was }。
report-quake-if-stayed = 要是晃起来以后一直站在原地，{ $when } { $piece }下来会砸成{ $other }。你躲开了，{ $was }。
report-quake-if-low = { $when } { $piece }砸到了你：{ $was }。要是当时蹲低、双手护住头，算出来是{ $other }。
report-quake-if-desk = { $when } { $piece }砸到了你：{ $was }。要是躲在 { $far } 米外的{ $desk }下面，算出来是{ $other }。
report-quake-if-hit = 你被砸到了：{ $hurt }。换个姿势、换到最近的桌下重新算了一遍，这一次都差不多。
report-quake-if-nothing = 这一次晃动没有让任何东西倒下来，站着、蹲着都没有差别；下一次的晃动不会一样。
report-quake-if-missed = 倒下、掉下的有 { $n } 件，最近的一件离你 { $far } 米。换成站着重新算了一遍，这一次也砸不到你；下一次的晃动不会一样。
report-quake-if-elsewhere = 倒下、掉下的有 { $n } 件，都不在你这一层。
report-quake-if-written = 这个演练里的晃动是事先写好的，倒什么不由地面怎么动算出来，所以这里不算“如果”。
report-quake-if-how = 怎么算的：同一次晃动从头再算一遍，你的路线和时刻都不变，只把人换个姿势或换个地方。被砸成什么样按演练的简单规则定，只用于演练。
report-quake-what-if = 如果换个躲法
report-quake-most = 最强晃动
report-quake-degrees = { $n } 度
report-quake-low = 强烈晃动时低身
report-quake-low-of = { $low }/{ $of } 秒
report-quake-hurt = 你
report-quake-table = 倒了什么，你在哪里
report-quake-summary = 强烈晃动（5 度以上）共 { $of } 秒，其中 { $low } 秒你低着身子。
report-quake-under = 你躲在{ $desk }下。
report-quake-jams = 门框变形、打不开：{ $doors }。
report-col-piece = 什么
report-col-where = 落在哪里
report-col-far = 离你
report-col-hit = 对你
report-col-upright = 要是站着
report-quake-more = 另外还有 { $n } 件，离你更远。
report-quake-cover = 你躲在这里
report-quake-jammed = 门卡住
report-legend-fallen = 倒下、掉下的东西
report-legend-stood = 原来的位置
report-source-quake = 烈度按 GB/T 17742-2020 的仪器烈度计算；家具的晃动和倾倒是计算的，重量和稳固程度是设计值
report-there = 没在同一层

## 同学们
report-crowd = 同学们
report-crowd-people = 人数
report-crowd-safe = 到了集合的地方
report-crowd-waiting = 还没到
report-crowd-fallen = 倒下了
report-crowd-you-out = 你出来了
report-crowd-all = { $n } 人全部到了集合的地方，最后一个在 { $when }。
report-crowd-some = { $n } 人：{ $safe } 人到了，{ $waiting } 人还没到，{ $fallen } 人倒下。
report-crowd-count = { $safe }/{ $n } 人
report-legend-others = 你出来时，同学们在哪里
report-legend-others-end = 结束时，同学们在哪里

## 一眼看完
report-glance-out = 你到室外
report-glance-inside = 没有出来
report-glance-closest = 最紧的余量
report-glance-choices = 选择
report-glance-good = { $good }/{ $n } 步做得好
report-glance-others = 同学们脱险

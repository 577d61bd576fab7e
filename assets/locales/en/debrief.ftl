# Debrief: plan, curves, report. Keys match zh-CN/debrief.ftl one by one (kept by a test).

## A door
report-door-of = the door of { $room }
report-door-to = the door to { $room }
report-if-shut = Had you pulled { $door } shut at { $when },{" "}
report-if-open = You shut { $door } at { $when }. Left open,{" "}
report-if-never = Had you not opened { $door } at { $when },{" "}
report-then-seen-longer = you could have seen the way in { $room } for { $s } longer
report-then-seen-longer-least = you could have seen the way in { $room } for at least { $s } longer
report-then-seen-shorter = you would have seen the way in { $room } for { $s } less
report-then-seen-shorter-least = you would have seen the way in { $room } for at least { $s } less
report-then-used-longer = people could have stayed in { $room } for { $s } longer
report-then-used-longer-least = people could have stayed in { $room } for at least { $s } longer
report-then-used-shorter = people could have stayed in { $room } for { $s } less
report-then-used-shorter-least = people could have stayed in { $room } for at least { $s } less
report-then-less = the dose you breathed would have fallen from { $was } to { $other }
report-then-more = the dose you breathed would have risen from { $was } to { $other }
report-then-heat = your heat dose would have gone from { $was } to { $other }
report-minutes = { $m } min { $s } s
report-and = , and{" "}
report-stop = .
report-if-same = Tried the other way: { $n } of the doors that you left or moved. This time none of them changes much.
report-if-no-door = You left or moved no door this time, so there is nothing to compare.
report-if-written = The smoke in this drill is written in advance and does not follow the doors, so no "what if" is computed.
report-if-no-smoke = There is no smoke in this drill, so there is no "what if".
report-if-how = How it was computed: the same way at the same moments, with this one door otherwise, and the smoke of the whole floor computed again from then on. Nobody guessed whether you would have walked faster, so a gain is told too small rather than too large.

## Why a room could no longer be used
report-limit-heat = hot smoke at head height
report-limit-sight = too little to see by
report-limit-co = too much carbon monoxide
report-limit-glow = too much radiant heat
report-limit-dose = too much breathed in

## Plan
report-plan = The way you went
report-start = Start
report-end = End
report-fire = fire
report-stayed = stayed { $s }
report-left-open = left open
report-you-shut = you shut it
report-room-fails = { $when } { $why }
report-legend-rate = dose a minute
report-legend-sight = how far you saw
report-rate-0 = almost none
report-rate-1 = below 0.01
report-rate-2 = 0.01–0.05
report-rate-3 = 0.05–0.2
report-rate-4 = 0.2 and more
report-sight-0 = clear
report-sight-1 = 10–29 m
report-sight-2 = 5–10 m
report-sight-3 = 3–5 m
report-sight-4 = below 3 m
report-metres = { $n } m
report-storey-here = this storey
report-legend-shade = grey = no longer usable, darker = earlier
report-storey = storey at { $y } m

## Curves
report-chart = Smoke and sight
report-chart-sight = how far one sees (m)
report-chart-layer = lower edge of the smoke (m)
report-chart-time = time (min:s of action; reading does not count)
report-chart-you = where you were
report-chart-head = your head
report-chart-other = dashed: the door otherwise
report-chart-limit = { $n } m: { $what }
report-chart-limit-way = needed to find the way in a corridor
report-chart-limit-room = needed in a room
report-chart-limit-layer = smoke this low is hard to stay in
report-chart-ended = drill over
report-chart-none = No smoke was met this time: there are no curves to draw.

## Report
report-title = Debrief
report-who = Student
report-guest = guest
report-nobody = not registered
report-class = Class
report-played = Played
report-seed = Seed
report-result = Result
report-ending = Ending
report-points = { $n }/{ $of } points
report-min-dose = Gas dose
report-heat-dose = Heat dose
report-dose-note = 1 = half of all people collapse; at 0.3 sensitive people do
report-least-sight = Least sight
report-what-if = What one door would have changed
report-choices = Every choice
report-col-n = No.
report-col-when = Time
report-col-choice = Your choice
report-col-grade = Grade
report-col-points = Points
report-col-why = Why
report-again = again
report-no-choices = No choice was made this time.
report-times = How much time was left
report-col-room = Place
report-col-aset = Usable until (ASET)
report-col-left = You left (RSET)
report-col-margin = Margin
report-col-reason = What ended it
report-col-other = Door otherwise
report-still = never left
report-holds = still usable at { $when }
report-margin-early = { $s } to spare
report-margin-late = { $s } too late
report-margin-none = not pressing
report-out-at = You were outdoors at { $when }.
report-out-never = You were still in the building when the drill ended.
report-closest = Closest was { $room }: for somebody upright, { $margin }.
report-times-how = Usable until (ASET): the first moment at which somebody who stands there, head at 1.6 m, is past any limit: smoke below 2 m with 60 ℃ at the head, less than 10 m to see in corridors, stairs and halls (5 m in rooms), 1400 ppm of carbon monoxide, 2.5 kW/m² of radiation, a gas or heat dose of 0.3. Left (RSET): the moment you were last there. Margin = ASET − RSET.
report-sources = Sources
report-source-iso = ISO 13571: toxic and heat dose in fire (FED); 0.3 is the limit for sensitive people
report-source-pd = PD 7974-6, SFPE Handbook: time available and time required (ASET/RSET), limits as usual in performance-based design
report-source-fridolf = Fridolf et al. 2019: walking speed in smoke
report-source-zone = Smoke is computed by a two-zone model; its errors are in docs/validation-fire.md
report-source-item = What burns and how fast are design values, not measurements
report-cut = The run was very long: only its first two hours were looked at.
report-foot = Computed by Drillroom from the same inputs; the same run gives the same report every time.

## Earthquake
report-quake = The shaking, what fell, and you
report-quake-level = strength of the shaking (intensity, degrees)
report-quake-falls = what came down, and when
report-quake-none = nothing came down
report-quake-you = how you stood
report-posture-stand = upright
report-posture-crouch = crouching
report-posture-crawl = on the floor
report-quake-unsteady = 6 degrees: most people cannot keep their feet
report-quake-level-line = intensity
report-quake-strong = strong shaking
report-quake-peak-most = acceleration of the floor (at most { $n } m/s²)
report-quake-peak-none = acceleration of the floor (the shaking is written: not computed)
report-quake-piece = came down
report-quake-struck = hit you
report-hurt-none = not hurt
report-hurt-bruise = a bruise
report-hurt-light = lightly hurt
report-hurt-severe = badly hurt
report-quake-if-upright = At { $when } this came down: { $piece }. You were low; on your feet you would have been: { $other }. As it was: { $was }.
report-quake-if-stayed = Had you kept standing where you were when it began, what came down at { $when } ({ $piece }) would have left you: { $other }. You moved away: { $was }.
report-quake-if-low = At { $when } this hit you: { $piece } – { $was }. Crouching with your arms over your head: { $other }.
report-quake-if-desk = At { $when } this hit you: { $piece } – { $was }. Under the { $desk } { $far } m away: { $other }.
report-quake-if-hit = Something hit you: { $hurt }. Computed again, low and under the nearest desk, it makes little difference this time.
report-quake-if-nothing = This shaking brought nothing down, so standing or crouching made no difference; the next one will be another.
report-quake-if-missed = Things that came down: { $n }, the nearest { $far } m from you. Computed again with you on your feet, nothing hits you this time; the next shaking will be another.
report-quake-if-elsewhere = { $n } things came down, none of them on your floor.
report-quake-if-written = The shaking in this drill is written in advance, and what falls does not follow from it, so no "what if" is computed.
report-quake-if-how = How it was computed: the same shaking computed again from its beginning, your way and moments unchanged, only you in another posture or place. What a blow does follows simple rules of the drill, for play only.
report-quake-what-if = What taking cover changed
report-quake-most = Strongest shaking
report-quake-degrees = { $n } degrees
report-quake-low = Low while it shook hard
report-quake-low-of = { $low } of { $of } s
report-quake-hurt = You
report-quake-table = What fell, and where you were
report-quake-summary = It shook hard (5 degrees and more) for { $of } s; for { $low } of them you were low.
report-quake-under = You took cover under this: { $desk }.
report-quake-jams = Jammed in their frames: { $doors }.
report-col-piece = What
report-col-where = Where it lies
report-col-far = From you
report-col-hit = You
report-col-upright = On your feet
report-quake-more = { $n } more lay farther away.
report-quake-cover = you took cover here
report-quake-jammed = jammed
report-legend-fallen = what came down
report-legend-stood = where it stood
report-source-quake = Intensity as an instrument reads it by GB/T 17742-2020; rocking and toppling are computed, weights and firmness are design values
report-there = another floor

## The others
report-crowd = The others
report-crowd-people = people
report-crowd-safe = safe
report-crowd-waiting = not yet
report-crowd-fallen = down
report-crowd-you-out = you were out
report-crowd-all = All { $n } got to safety, the last one at { $when }.
report-crowd-some = { $n } people: { $safe } safe, { $waiting } not yet, { $fallen } down.
report-crowd-count = { $safe } of { $n }
report-legend-others = the others as you came out
report-legend-others-end = the others at the end

## At a glance
report-glance-out = You were out at
report-glance-inside = not out
report-glance-closest = Closest margin
report-glance-choices = Choices
report-glance-good = { $good } of { $n } good
report-glance-others = Others safe

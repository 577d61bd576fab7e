# Drillroom: every word on the screens. The keys are those of zh-CN/lab.ftl (a test sees to it).

## Opening
app-title = Drillroom
app-title-other = 演练室
app-line = Panic here once, stay calm when it counts
start = Start
press-any-key = Press any key to start
loading = Setting the scene…
theme-drug = Drugs
theme-fire = Fire
theme-earthquake = Earthquake
theme-fraud = Scams
theme-other = More

## Common
back = Back
next = Continue
ok = OK
done = Done
erase = Erase
passed = Passed
not-passed = Not passed yet
first-try = First choice
second-try = After a second try
timed-out = Time ran out
seconds = { $n } s
minutes = About { $n } min
speaker-me = Me
grade-good = Well done
grade-poor = Could be better
grade-critical = A dangerous step

## Sign-in
sign-in-title = Your student number
student-number = Student number
sign-in-hint = Use the keys on the right, or just type.
sign-in-me = That's me, go in
sign-in-go = OK
sign-in-guest = Just looking, no sign-in
guest-name = Guest
class-label = Class: { $class }
id-too-short = The number is not complete yet.
unknown-id = This number is not on the list. Please check it; if it is right, press OK once more and your result is kept under it.
inactive-id = This number is no longer in use. Please ask your teacher.
privacy-notice = Your number is used only to keep your drill results on this computer; your full name is never shown. You may also go in as a guest.

## Choosing a drill
drills-title = Choose a drill
drills-leave = Not me
drill-assigned = For your class
attempts-none = Not tried yet
attempts-free = Tried: { $used }
attempts-of = Tried: { $used } of { $allowed }
attempts-used = All attempts are used. Ask your teacher to try again.
drill-has-errors = This drill's file has errors. A teacher must mend it first.

## Before a drill
notice-head = Before you begin
notice-minutes = About { $n } minutes.
notice-leave = Press Esc to leave at any time. No penalty, no reasons needed.
notice-comfort = Make yourself comfortable
notice-comfort-hint = None of this changes your score.
notice-begin = Begin the drill
recorded = Your result is kept under your student number.
recorded-guest = A guest's result is kept without a name.
not-recorded = This time nothing is recorded.
disk-full = The disk is nearly full; results cannot be saved. Please tell your teacher.
second-instance = Another window is using the same records, so nothing can be scored here. Please close one of them.

## Settings
settings = Settings
set-language = Language 语言
set-text-size = Text size
set-volume = Volume
set-captions = Sound captions
set-motion = Camera shake
set-no-flash = No flashing
set-quality = Picture quality
set-keys = Keys
rebind-title = Which key: { $what }?
rebind-line = Now it is { $key }. Press a letter to change it.
rebind-keep = Keep it
set-look-speed = Look speed
set-invert = Invert up and down
size-small = S
size-normal = M
size-large = L
size-huge = XL
quality-low = Smooth
quality-high = Fine
state-on = On
state-off = Off

## Tests
quiz-pre = Quick test before
quiz-post = Quick test after
quiz-pre-hint = Answer as you feel. It does not count.
quiz-post-hint = A few last questions, to see what has changed.

## Going in
brief-objectives = What to do
brief-enter = Go in
controls-title = Controls
controls-walk = Walk
controls-look = Look around
controls-use = Use what is in front
controls-crouch = Crouch, and stand up again
controls-crawl = Get down and crawl
controls-choose = Choose an answer
controls-pause = Pause or leave
controls-pad = A gamepad works too: left stick walks, right stick looks, A uses, B crouches, the cross picks answers.

## During a drill
posture-stand = Standing
posture-crouch = Crouching
posture-crawl = Crawling
key-walk = Walk
key-forward = Ahead
key-left = Left
key-back = Back
key-right = Right
key-look = Look
key-use = Use
key-crouch = Crouch
key-crawl = Crawl
key-pause = Pause
key-mouse = Mouse
pad-left-stick = Left stick
pad-right-stick = Right stick
pad-menu = Menu
prompt-use = Press { $key } — { $what }
prompt-hold = Hold { $key } — { $what }
prompt-crouch = Press { $key } to crouch — { $what }
prompt-crawl = Press { $key } to get down — { $what }
prompt-stay = Stay here — { $what }
door-open = Open the door
door-close = Close the door
marker-distance = { $what } · { $metres } m
choice-hint = Press a number or click
choice-hint-pad = Cross to choose, A to confirm
choice-hint-tried = Grey ones have been tried; choose another
ask-hint = No list this time: walk over and do it
card-what = What happened
card-what-line = What came of your choice
card-why = Why
card-chosen = You chose: { $choice }
card-redo = Choose again

## The phone
phone-today = Today
phone-input = Message
phone-incoming = Incoming call…
phone-answer = Answer
phone-me = Me
transfer-title = Transfer
transfer-to = Pay to
transfer-amount = Amount
transfer-memo = Note
transfer-confirm = Confirm transfer
signs-hint = Click whatever looks suspicious. Click again to undo.
signs-done = One by one:
signs-submit = That's all
signs-found = Found { $hits } of { $of } signs, { $alarms } marked wrongly
sign-found = Suspicious, and you saw it
sign-missed = Suspicious, and it was missed
sign-false = This part is fine
sign-plain = Fine
sign-why = { $verdict }. { $why }
judge-title = Message { $n } of { $of }
judge-ask = Is this message suspicious?
judge-scam = Suspicious
judge-genuine = Genuine
judge-right-scam = Right, this is a scam
judge-right-genuine = Right, this is genuine
judge-wrong-scam = In fact this is a scam
judge-wrong-genuine = In fact this is genuine

## Debrief
debrief-story = Every step you took
look-back-coming = Working out your run once more. It can be seen in a moment…
watch-again = Watch it again
sheet-how = Pictures and figures are computed again from every step you took. Only time of action counts; reading takes none.
moment-what = What came of it
moment-why = Why
moment-better = What works better
moment-best = This works well
moment-best-line = Do the same when it is real.
moment-sources = Sources
moment-points = { $got } / { $of } points
facts-title = On the way
help-title = Where to get help
fact-dose = Toxic smoke breathed: { $value }% (at 100% about half of all people pass out)
fact-heat = Heat taken: { $value }% (at 100% about half of all people go down)
fact-visibility = At worst you could see { $value } m
fact-danger = { $value } s spent in danger

## Replay
replay-title = Once more
replay-you = You
replay-example = Example
replay-leave = Debrief
replay-play = Play
replay-stand = Pause
replay-back = 5 s back
replay-on = 5 s on
replay-pace = Speed { $n }×
replay-eyes = Through your eyes
replay-above = From above
replay-show = Show example
replay-hide = Hide example
replay-no-example = There is no example beside this drill.
replay-sight = Seeing
replay-layer = Smoke from
replay-dose = Breathed in
replay-shaking = Intensity

## Score
score-points = { $got } / { $of } points
score-parts = What it is made of
score-critical = Critical errors
score-tests = Quick tests: { $before }/{ $before_of } right before, { $after }/{ $after_of } after.
score-detection = Messages: { $hits } of { $scams } scams spotted; { $alarms } of { $genuine } genuine ones taken for scams.
score-left = Left early
score-kind-left = Leaving costs nothing. Come back and start again whenever you like.
score-kind-passed = Keep today's moves in mind, and tell your roommates.
score-kind-not = Mistakes in a drill cost nothing, and you now know why. Take a breath and try again.
score-next-student = Next student
saved = Your result is saved.
saving = Saving your result…

## Pause, leaving, nobody there
pause-title = Paused
pause-line = The clock has stopped. No hurry.
pause-resume = Go on
pause-leave = Leave the drill
leave-title = Leave the drill?
leave-line = Leaving costs nothing and needs no reason. If something troubles you, talk to a teacher or call 12356.
leave-stay = Stay
leave-go = Leave
idle-title = Still there?
idle-line = Back to the first screen in { $n } s.
idle-here = I'm here

## Help lines
help-110 = police
help-119 = fire
help-120 = ambulance
help-12110 = police by text message
help-12356 = mental health line
help-12377 = report illegal content online
help-12381 = scam warnings by text message
help-96110 = anti-fraud line; answer when it rings

## Sound captions
sound-fire-alarm = The fire alarm sounds
sound-alarm-voice-pause = Broadcast: “There is a fire. Stay calm, follow the exit signs in order, do not use the lift.”
sound-phone-ring = The phone rings
sound-vibrate = The phone vibrates on the desk
sound-message = A message arrives
sound-typing = Somebody is typing
sound-corridor-hum = The corridor lights hum
sound-fan = A fan turns
sound-fire-small = Flames crackle
sound-fire-large = The fire roars
sound-glass-break = Glass breaks
sound-rumble-far = A deep rumble, far away
sound-shake-strong = The whole room shakes and rattles
sound-furniture-knock = Furniture knocks against the wall
sound-book-fall = A book falls
sound-crowd-murmur = A crowd murmurs
sound-cough = Somebody coughs
sound-heartbeat = Your heart beats fast
sound-step-hard = Footsteps
sound-step-soft = Soft footsteps
sound-door-open = A door opens
sound-door-close = A door shuts
sound-knock = Somebody knocks
sound-extinguisher-spray = A fire extinguisher sprays
sound-siren = A fire engine's siren
sound-rain-window = Rain on the window
sound-bass-through-wall = Bass through the wall
sound-timer-low = Time is nearly up
sound-calm-chord = Calm music
sound-earthquake-warning = Earthquake warning: beep, beep
sound-wind = Wind
sound-birds = Birds
sound-lift-bell = The lift arrives
sound-snore = Your roommate snores
sound-breath = Breathing close to your ear
sound-applause = Applause

# Debrief lines about messages
moment-message = { $from }: { $text }
moment-sign = “{ $part }”: { $why }

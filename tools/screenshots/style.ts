/** The look of the pictures: neutral page, one accent for what the step asks for (title sizes and spaces in px at 750 wide). */
import { chineseFont } from '../fonts'

const tickMark =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='white' stroke-width='3' stroke-linecap='round' stroke-linejoin='round'%3E%3Cpath d='m5.5 12.5 4.5 4.5L18.5 7.5'/%3E%3C/svg%3E"

const page = `
* { box-sizing: border-box; margin: 0; padding: 0; }
:root { --ground: #E7EBEB; --paper: #FFFFFF; --chrome: #F3F5F5; --rule: #DCE2E2; --box: #C3CBCC; --bone: #E4E8E8; --text: #343E40; --soft: #66716F; --fill: #7C8789; --mark: #0B5D6B; }
html { background: var(--ground); }
body { width: 750px; padding: 24px; background: var(--ground); font: 400 26px/1.5 '${chineseFont}', sans-serif; color: var(--text); }
.window { position: relative; background: var(--paper); border-radius: 20px; overflow: hidden; }
.chrome { display: flex; align-items: center; gap: 12px; height: 68px; padding: 0 24px; background: var(--chrome); border-bottom: 2px solid var(--rule); }
.chrome i { width: 16px; height: 16px; border-radius: 50%; background: #CBD2D2; }
.chrome > span { flex: 1; margin-left: 14px; padding: 2px 22px; border-radius: 22px; background: #fff; font-size: 24px; color: var(--soft); }
.foot { display: flex; justify-content: space-between; padding: 16px 4px 0; font-size: 24px; color: #59625F; line-height: 1.4; margin-bottom: -6px; }
.bar { display: flex; align-items: center; justify-content: space-between; height: 92px; padding: 0 40px; border-bottom: 2px solid var(--rule); }
.bar.marked { height: 120px; } .bar b { font-size: 28px; } .bar nav { display: flex; gap: 12px; color: var(--soft); } .bar nav > span { position: relative; padding: 6px 14px; white-space: nowrap; } .bar nav > .hit { margin-right: 20px; padding: 6px 18px; color: var(--text); font-weight: 500; }
.stage { display: grid; } .stage > * { grid-area: 1 / 1; min-width: 0; }
.sided { display: grid; grid-template-columns: 226px 1fr; }
.side { padding: 30px 0 36px; background: var(--chrome); border-right: 2px solid var(--rule); color: var(--soft); }
.side span.item { position: relative; display: block; margin: 0 16px 0 34px; padding: 10px 6px 10px 16px; border-radius: 8px; line-height: 36px; white-space: nowrap; }
.side .item > .bone { width: 92px; margin: 11px 0; background: #DDE3E3; } .side .inner > .bone { width: 76px; }
.side .inner { font-size: 25px; } .side .on { background: #E3E8E8; color: var(--text); font-weight: 500; }
.side span.item.hit { color: var(--text); font-weight: 500; margin-top: 34px; margin-bottom: 16px; } .side span.hit + span.hit { margin-top: 50px; }
.sided > .body { padding: 34px 28px 40px 42px; }
.body { display: flex; flex-direction: column; gap: 34px; padding: 36px 40px 44px; }
.veil { display: grid; place-items: center; padding: 128px 36px 44px; background: rgba(52, 62, 64, .26); }
.dialog { width: 100%; border-radius: 16px; background: #fff; }
.dialog > header { padding: 22px 36px; border-bottom: 2px solid var(--rule); font-size: 28px; font-weight: 500; }
.dialog > .body > .buttons.spaced { margin-top: 44px; } .dialog > .body { padding: 32px 36px 40px; gap: 30px; }`

const blocks = `
h1 { font-size: 34px; font-weight: 500; line-height: 1.4; } .head { display: flex; align-items: center; justify-content: space-between; } h2 { font-size: 30px; font-weight: 500; line-height: 1.4; } b { font-weight: 500; }
.centred { text-align: center; } .soft { color: var(--soft); } .strong { font-weight: 500; }
.bones { display: grid; gap: 14px; padding: 6px 0; } .bone { display: block; height: 14px; border-radius: 7px; background: var(--bone); } .bones.centred { justify-items: center; }
hr { border: 0; border-top: 2px solid var(--rule); }
.stepper { display: flex; align-items: center; color: var(--soft); padding-bottom: 28px; border-bottom: 2px solid var(--rule); }
.stepper span { display: flex; align-items: center; gap: 10px; white-space: nowrap; } .stepper u { flex: 1; min-width: 18px; max-width: 80px; height: 2px; margin: 0 16px; background: var(--box); }
.stepper.spread { justify-content: space-between; } .stepper.spread u { max-width: none; }
.stepper s { text-decoration: none; } .stepper.brief span:not(.on) s { display: none; }
.stepper em { font-style: normal; width: 38px; height: 38px; border-radius: 50%; border: 2px solid var(--box); display: grid; place-items: center; font-size: 24px; line-height: 1; }
.stepper .on { color: var(--text); font-weight: 500; } .stepper .on em { background: var(--fill); border-color: var(--fill); color: #fff; }
.row { display: grid; grid-template-columns: var(--labels, 136px) 1fr; gap: 20px; align-items: start; }
.row > label { padding-top: 12px; } .row > label.two { padding-top: 0; line-height: 1.25; }
.cell { display: flex; flex-direction: column; gap: 20px; min-width: 0; min-height: 62px; justify-content: center; }
.field { display: flex; gap: 16px; align-items: center; }
.input { flex: 1; min-width: 0; display: flex; align-items: center; justify-content: space-between; height: 62px; padding: 0 20px; border: 2px solid var(--box); border-radius: 8px; color: var(--soft); background: #fff; white-space: nowrap; }
.input .dots { font-size: 15px; letter-spacing: 9px; } .input svg { flex: none; color: var(--fill); }
.hint { margin-top: 14px; }
.beside { position: relative; flex: none; white-space: nowrap; font-size: 24px; color: var(--soft); } .beside.push { display: grid; place-items: center; height: 62px; padding: 0 18px; border-radius: 8px; background: var(--fill); color: #fff; font-size: 25px; } .beside.image { width: 132px; height: 62px; border-radius: 8px; background: var(--bone); }
.tabs { display: flex; border: 2px solid var(--box); border-radius: 8px; } .tabs > span { flex: 1 0 auto; display: grid; place-items: center; height: 64px; padding: 0 8px; font-size: 25px; color: var(--soft); white-space: nowrap; } .tabs > span + span { border-left: 2px solid var(--rule); } .tabs > .hit { color: var(--text); font-weight: 500; font-size: 28px; }
.choices { display: grid; gap: 22px; justify-items: start; } .choices.open { gap: 74px; } .choices.inline { display: flex; gap: 38px; }
.choice { position: relative; display: flex; align-items: flex-start; gap: 14px; line-height: 40px; } .choice.wide { justify-self: stretch; } .choice > div { flex: 1; min-width: 0; }
.choice > i { flex: none; width: 34px; height: 34px; margin-top: 3px; border: 3px solid var(--box); border-radius: 50%; background: #fff; } .choice > i.tick { border-radius: 6px; }
.choice > i.on { border-color: var(--mark); } .choice > i.tick.on { background: var(--mark) url("${tickMark}") center / 30px no-repeat; } .choice > i.radio.on { border-width: 10px; }
.choice.strong { font-size: 30px; }
.buttons { display: flex; justify-content: center; gap: 48px; } .buttons.left { justify-content: flex-start; } .buttons.left.spaced { margin-left: 12px; } .buttons.right { justify-content: flex-end; }
.press { position: relative; display: inline-grid; place-items: center; min-width: 200px; height: 68px; padding: 0 34px; border-radius: 10px; background: var(--fill); color: #fff; font-weight: 500; font-size: 28px; white-space: nowrap; }
.press.quiet { background: #fff; color: var(--soft); border: 2px solid var(--box); min-width: 170px; } .press.small { min-width: 120px; height: 56px; padding: 0 20px; font-size: 25px; }`

const larger = `
.tiles { display: grid; grid-template-columns: repeat(var(--columns), 1fr); gap: 44px 40px; padding-top: 16px; }
.tile { position: relative; padding: 26px 22px 30px; border: 2px solid var(--rule); border-radius: 12px; text-align: center; } .tile > i { display: block; width: 72px; height: 72px; margin: 0 auto 16px; border-radius: 50%; background: var(--bone); }
.tile { display: flex; flex-direction: column; } .tile b { font-size: 34px; line-height: 1.3; } .tile small { font-size: 24px; line-height: 1.45; min-height: 36px; color: var(--soft); } .tile .bones { margin-top: auto; padding: 14px 0 0; gap: 12px; }
.tile.hit { border-color: transparent; } .tile.hit > i { background: #CFE0E2; }
.list { border: 2px solid var(--rule); border-radius: 12px; } .list > div { position: relative; display: flex; align-items: center; gap: 18px; padding: 24px 22px; } .list > div + div { border-top: 2px solid var(--rule); } .list .what { flex: 1; min-width: 0; } .list .what > p { display: flex; align-items: center; gap: 14px; font-size: 28px; white-space: nowrap; } .list .what .bone { margin-top: 16px; }
.list em { font-style: normal; font-size: 24px; line-height: 34px; padding: 0 10px; border-radius: 6px; background: var(--bone); color: var(--soft); } .list > .hit { margin: 28px 0 12px; } .list > .hit + div { border-top-color: transparent !important; } .list .note { font-size: 24px; color: var(--soft); text-align: right; white-space: nowrap; }
.code { width: fit-content; padding: 16px; border: 2px solid var(--rule); border-radius: 12px; background: #fff; } .code svg { display: block; } .figure { display: flex; flex-direction: column; align-items: center; gap: 22px; text-align: center; } .figure.spaced > p { padding-top: 16px; } .cell .figure.spaced { margin: 0; } .cell .figure { align-items: flex-start; text-align: left; }
.art { display: grid; place-items: center; color: var(--fill); }
.upload { display: grid; place-items: center; gap: 10px; width: 260px; height: 176px; border: 3px dashed var(--box); border-radius: 12px; background: #fff; color: var(--soft); align-content: center; } .upload.hit { margin-left: 0; } .dialog .upload { height: 118px; gap: 0; }
.tile > .press { margin: 30px auto 0; }
.menu { display: flex; border: 2px solid var(--rule); border-radius: 8px; background: #fff; } .menu > div { flex: 1; padding: 14px 0; } .menu > div + div { border-left: 2px solid var(--rule); } .menu span:not(.bone, .frame, .no, .say) { position: relative; display: block; padding: 9px 20px; line-height: 36px; } .menu .bone { margin: 11px 0; } .menu .hit { margin: 34px 12px 16px 34px; padding: 9px 10px !important; font-weight: 500; }
.pair { display: flex; justify-content: center; align-items: center; gap: 84px; } .pair > .figure.spaced { margin: 0; }
.photos { display: grid; grid-template-columns: repeat(3, 1fr); gap: 40px; padding: 0 12px; } .photo { position: relative; display: grid; justify-items: center; gap: 8px; color: var(--soft); } .photo > svg { color: var(--box); } .photo.hit { --d: 12px; color: var(--text); }
.figure > .phone { margin: 0 auto; } .body > .phone { align-self: center; }
.phone { display: flex; flex-direction: column; align-items: center; gap: 26px; width: 230px; min-height: 380px; padding: 20px 24px 46px; border: 4px solid var(--box); border-radius: 32px; background: #fff; text-align: center; } .phone > u { width: 68px; height: 8px; border-radius: 4px; background: var(--box); } .phone > p { padding-top: 14px; } .phone > .bones { width: 100%; } .phone > .press { margin-top: auto; }
.phone.tall { width: 420px; min-height: 0; padding-bottom: 40px; } .bubble { position: relative; align-self: stretch; margin: 24px 6px 0; padding: 18px 20px; border-radius: 18px; background: var(--bone); text-align: left; line-height: 1.5; white-space: nowrap; } .bubble.hit { --d: 10px; margin-top: 44px; background: #fff; }
.toast { justify-self: center; align-self: center; padding: 12px 28px; border-radius: 10px; background: var(--text); color: #fff; font-size: 25px; white-space: nowrap; }
.circles { display: flex; justify-content: space-around; } .circles span { display: grid; justify-items: center; gap: 14px; color: var(--soft); } .circles i { width: 64px; height: 64px; border-radius: 50%; background: var(--bone); }
.link { position: relative; color: var(--text); text-decoration: underline; text-decoration-color: var(--box); text-underline-offset: 8px; text-decoration-thickness: 2px; width: fit-content; }
.mails { border-top: 2px solid var(--rule); } .mails > div { position: relative; display: grid; grid-template-columns: 170px 1fr; gap: 20px; padding: 22px 10px; border-bottom: 2px solid var(--rule); white-space: nowrap; } .mails > div > span:first-child { color: var(--soft); } .mails > div .bone { align-self: center; }
.mails > .hit { border-color: transparent; margin: 16px 0 12px; } .mails > .hit + .hit { margin-top: 56px; }
.group > .row { grid-template-columns: calc(var(--labels, 136px) - 12px) 1fr; } .group { display: flex; flex-direction: column; gap: 26px; } .group.hit > span + .choices { padding-top: 10px; } .group.hit > .row:first-of-type > label.two { padding-top: 6px; }`

/** The highlight. --d is how far the frame stands off its target. */
const marks = `
.hit { position: relative; --d: 20px; } .press.hit { --d: 14px; } .tile.hit { --d: 6px; } .snug.hit { --d: 8px; }
.block.hit { margin-left: 12px; margin-right: 12px; } .spaced { margin-top: 24px; margin-bottom: 16px; } .spaced + .spaced { margin-top: 32px; } .body > .spaced:first-child { margin-top: 28px; }
.frame { position: absolute; inset: calc(0px - var(--d)); border: 5px solid var(--mark); border-radius: 16px; background: rgba(11, 93, 107, .05); pointer-events: none; } .press > .frame, .beside > .frame { background: none; } .chrome > .hit { --d: 7px; margin-left: 46px; color: var(--text); } .chrome > .hit > .no { left: -40px; top: -4px; } .chrome > .hit > .frame { border-radius: 28px; background: none; }
.no { position: absolute; z-index: 2; left: calc(-24px - var(--d)); top: calc(-24px - var(--d)); width: 48px; height: 48px; border-radius: 50%; background: var(--mark); color: #fff; font-size: 30px; font-weight: 500; line-height: 48px; text-align: center; box-shadow: 0 0 0 4px #fff; }
.say { position: absolute; z-index: 1; right: 4px; top: calc(-24px - var(--d)); padding: 1px 16px; border-radius: 8px; background: var(--mark); color: #fff; font-size: 25px; font-weight: 400; line-height: 38px; box-shadow: 0 0 0 4px #fff; white-space: nowrap; } .press > .say { top: calc(-33px - var(--d)); } .say.below { top: auto; bottom: calc(-24px - var(--d)); }
.not { position: relative; border: 3px dashed var(--box) !important; color: var(--soft); } .no-word { position: absolute; z-index: 1; right: 14px; top: -22px; padding: 2px 14px; border-radius: 8px; background: var(--fill); color: #fff; font-size: 24px; font-weight: 400; line-height: 36px; white-space: nowrap; }
.choice.not, .press.not { border-radius: 10px; } .choice.not { padding: 22px 18px; margin: 12px -18px 0; } .press.not > .no-word { top: -31px; right: 10px; }
.rows { position: relative; display: flex; flex-direction: column; gap: 22px; } .rows > .frame { left: calc(var(--labels, 136px) + 20px - var(--d)); } .rows > .no { left: calc(var(--labels, 136px) - 4px - var(--d)); }`

export const style = page + blocks + larger + marks

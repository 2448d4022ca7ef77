/**
 * The look of a whole page: the crop's own look smaller, on a page as wide as a computer's,
 * with the form in a column as the official pages have it. It is there to be zoomed into.
 */
import { wideWidth } from './whole'

/** Of the crop's sizes: the smallest letters are still 20 px high. */
export const wideZoom = 0.84

export const wideStyle = `
body { width: ${wideWidth / wideZoom}px; zoom: ${wideZoom}; }
.window { --labels: 290px; }
.bar { height: 104px; padding: 0 120px; } .bar b { font-size: 30px; }
.stage > .body { width: 1240px; padding: 48px 0 64px; margin: 0 auto; }
.sided { grid-template-columns: 312px 1fr; } .side span.item { margin-left: 44px; } .side .inner { padding-left: 44px !important; } .side .item > .bone { width: 130px; } .side .inner > .bone { width: 110px; }
.sided > .body { width: auto; padding: 44px 72px 64px 72px; }
.stepper { justify-content: flex-end; } .stepper.spread { justify-content: flex-end; } .stepper.spread u { flex: none; width: 64px; } .stepper.brief span:not(.on) s { display: inline; }
.row > label.two { padding-top: 12px; line-height: 1.5; } .row > label br { display: none; }
.row { grid-template-columns: var(--labels) minmax(0, 790px); } .group > .row { grid-template-columns: calc(var(--labels) - 12px) minmax(0, 790px); }
.body > .rows, .columns > div > .rows, .body > .group, .columns > div > .group { width: 1100px; } .body > .choices, .columns > div > .choices { max-width: 1100px; }
.body > div > .input { max-width: 620px; }
.group > .buttons { padding-left: 0; }
.tiles { grid-template-columns: repeat(4, 1fr); } .columns > aside .tiles { grid-template-columns: 1fr; } .list .note br { display: none; } .dialog .tiles { grid-template-columns: repeat(var(--columns), 1fr); }
.veil { padding: 150px 0 80px; } .dialog { width: 960px; } .dialog .row { grid-template-columns: var(--labels) 1fr; }
.bones { max-width: 1250px; } .cell .bones { max-width: 790px; }
.columns { display: grid; grid-template-columns: 1fr 320px; gap: 80px; } .columns > div, .columns > aside { display: flex; flex-direction: column; gap: 34px; }
.foot { font-size: 26px; }
`

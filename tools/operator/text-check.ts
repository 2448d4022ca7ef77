/** texts.json against the content: addresses that exist, sentences that fit where they go. */
import type { Content } from '#domain/content/types'
import { textsOf } from '#domain/content/texts'
import { textFault } from './basics'
import type { Parsed, Say } from './folder'

/** UTF-16 characters, by the text's name; by the last two names where a name alone says too little. */
const longest: Readonly<Record<string, number>> = {
  title: 24,
  label: 30,
  called: 16,
  hint: 40,
  summary: 40,
  why: 60,
  when: 40,
  goal: 70,
  consequence: 40,
  remedy: 60,
  notApplicable: 20,
  before: 30,
  done: 10,
  where: 30,
  onPage: 60,
  said: 120,
}
const otherwise = 120
/** Beside a number in the step's picture there is room for one line. */
const instruction = /^guides\..+\.instructions\.\d+\.text$/

export const longestAt = (address: string, key: string): number =>
  instruction.test(address) ? 30 : (longest[key] ?? otherwise)

const common = (one: string, other: string) => {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

/** The address that begins most like the one that was meant. */
function nearest(address: string, all: Iterable<string>): string {
  let best = ''
  for (const one of all) if (common(one, address) > common(best, address)) best = one
  return best
}

/** `content`: ours with the operator's own pieces, its texts still our own. */
export function checkTexts(parsed: Parsed, content: Content, say: Say): void {
  const texts = parsed['texts.json'] ?? {}
  const known = new Map(textsOf(content).map((text) => [text.address, text]))
  for (const [address, said] of Object.entries(texts)) {
    const found = known.get(address)
    if (found === undefined) {
      const close = nearest(address, known.keys())
      say('texts.json', [address], `没有「${address}」这一处${close ? `；最像的是「${close}」` : ''}`)
      continue
    }
    const list = Array.isArray(said)
    if (list !== Array.isArray(found.said)) {
      say(
        'texts.json',
        [address],
        list ? '这里是一句话，不是一列' : '这里是一列话，写成 [ ]，或者在后面加 .1 只改第一句',
      )
      continue
    }
    const limit = longestAt(address, found.key)
    for (const [at, sentence] of (list ? said : [said]).entries()) {
      const reason = textFault(sentence, limit)
      if (reason !== null) say('texts.json', list ? [address, at] : [address], reason)
    }
    const whole = address.replace(/\.\d+$/, '')
    if (whole !== address && Array.isArray(texts[whole]))
      say('texts.json', [address], `「${whole}」已经整列改了，不能再单改一句`)
  }
}

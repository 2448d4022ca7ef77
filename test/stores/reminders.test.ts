/** Reminders on the phone, against the real function in memory: asked, told, told later, remembered. */
import { createMemoryFiles as createServerFiles } from '../../src/server/adapters/memory-files'
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { createSealer } from '../../src/server/adapters/sealer'
import { createQrCodes } from '../../src/server/adapters/qr-codes'
import { createSecrets } from '../../src/server/adapters/secrets'
import { createCompanion } from '../../src/server/core/companion'
import type { Message, Ports } from '../../src/server/core/ports'
import { sendDue } from '../../src/server/core/reminders-due'
import { defaultCoreSettings } from '../../src/server/core/settings'
import { content } from '#domain/content/content'
import { progress } from '#domain/progress'
import type { Device } from '../../src/miniapp/ports/device'
import { calendarEvent, calendarNote, inCalendar } from '../../src/miniapp/stores/calendar'
import { createReminders, reminderOf } from '../../src/miniapp/stores/reminders'
import { createStores } from '../../src/miniapp/stores/create-stores'
import { icsOf } from '../../src/miniapp/adapters/web/ics'
import { dayWords, deadlineWords } from '../../src/miniapp/stores/words'
import { createLoopbackBackend } from '../support/backends'
import { createFakeClock, createFakeDevice, createMemoryFiles, createMemoryStorage, noon } from '../support/ports'

const template = 'T'.repeat(43)
const at = (text: string) => Date.parse(`${text}+08:00`)
const day = 86_400_000

function createWorld(configured = template) {
  const clock = createFakeClock()
  const sent: Message[] = []
  const failures: unknown[] = []
  const messages = {
    send: async (message: Message) => {
      sent.push(message)
      return 'sent' as const
    },
  }
  const ports: Ports = {
    store: createMemoryStore(),
    files: createServerFiles(),
    clock,
    secrets: createSecrets(new Uint8Array(32).fill(7)),
    images: {
      normalise: async (full) => ({ ok: true, full, thumb: full, width: 1, height: 1 }),
      watermark: async (jpeg) => jpeg,
      readLicence: async () => null,
    },
    codes: createQrCodes(),
    wechat: { exchange: async (code) => ({ ok: true, openid: code }) },
    inbox: null,
    log: { info: () => undefined, error: (_event, error) => failures.push(error) },
    reminders: { template: configured, messages, sealer: createSealer(new Uint8Array(32).fill(7)) },
  }
  const backend = createLoopbackBackend(clock, createCompanion(ports, defaultCoreSettings))
  const answers: Awaited<ReturnType<Device['askForMessage']>>[] = []
  const device = { ...createFakeDevice(), askForMessage: async () => answers.shift() ?? 'accepted' }
  const storage = createMemoryStorage()
  const identity = { kind: 'wechat', code: async () => 'openid-1' } as const
  const boot = (chosen = template) => {
    const stores = createStores({ backend, clock, device, storage, identity, files: createMemoryFiles() })
    const reminders = createReminders({ ...stores, template: chosen, device, identity })
    stores.start()
    reminders.start()
    const deadline = (id: string) => {
      const found = progress(content, stores.entries.getState().entries, clock.now()).deadlines.find(
        (one) => one.id === id,
      )
      if (found === undefined) throw new Error(`${id} does not run`)
      return found
    }
    const tick = (key: string) => stores.entries.set(`s.${key}`, stores.entries.serverTime())
    return { ...stores, reminders, deadline, tick }
  }
  return {
    clock,
    ports,
    backend,
    device,
    answers,
    sent,
    failures,
    boot,
    due: () => sendDue({ ports, settings: defaultCoreSettings }),
  }
}

const transfer = 'register-service-account.service-account-transfer'

async function merchant(world: ReturnType<typeof createWorld>, chosen?: string) {
  const phone = world.boot(chosen)
  const answers = { subject: 'company', 'service-account': 'none', 'wants-service-account': 'yes', industry: 'clothes' }
  for (const [question, option] of Object.entries(answers)) phone.entries.set(`a.${question}`, option)
  await phone.session.consent('service', true)
  await world.clock.settle()
  phone.tick('register-service-account.transfer-chosen')
  return phone
}

test('the tick is synced first, then the function is told; the message comes, once', async () => {
  const world = createWorld()
  const phone = await merchant(world)
  expect(phone.reminders.offered()).toBe(true)
  expect(reminderOf(phone.entries.getState().entries, phone.deadline(transfer))).toBeNull()
  const expected = at('2026-11-28T10:00:00')
  expect(await phone.reminders.ask(phone.deadline(transfer))).toEqual({ ok: true, at: expected })
  expect(reminderOf(phone.entries.getState().entries, phone.deadline(transfer))).toMatchObject({ at: expected })
  world.clock.jump(expected - noon)
  expect(await world.due()).toBe(1)
  expect(world.sent).toMatchObject([{ openid: 'openid-1', title: '从对公账户打款' }])
  expect(world.failures).toEqual([])
})

test('what this phone remembers never leaves it', async () => {
  const world = createWorld()
  const phone = await merchant(world)
  await phone.reminders.ask(phone.deadline(transfer))
  await phone.sync.syncNow()
  expect(JSON.stringify(await world.ports.store.list('merchants', { limit: 9 }))).not.toMatch(/l\.reminder|l\.calendar/)
  const exported = await phone.session.exportMe()
  expect(exported.ok && JSON.parse(exported.text).entries.map((one: { key: string }) => one.key)).not.toContainEqual(
    expect.stringContaining('l.'),
  )
})

test('without a network it is kept, and told when the app comes to the front again, also after a restart', async () => {
  const world = createWorld()
  const phone = await merchant(world)
  await phone.sync.syncNow()
  world.backend.lose = 'requests'
  expect(await phone.reminders.ask(phone.deadline(transfer))).toEqual({ ok: true, at: null })
  world.device.show()
  await world.clock.settle()
  expect(reminderOf(phone.entries.getState().entries, phone.deadline(transfer))).toMatchObject({ at: null })
  phone.reminders.stop()
  phone.stop()
  world.backend.lose = 'nothing'
  const again = world.boot()
  world.device.show()
  await world.clock.advance(60_000)
  expect(reminderOf(again.entries.getState().entries, again.deadline(transfer))?.at).not.toBeNull()
  expect(await world.ports.store.list('reminders', { limit: 9 })).toHaveLength(1)
})

test('a reply that was lost makes no second reminder', async () => {
  const world = createWorld()
  const phone = await merchant(world)
  await phone.sync.syncNow()
  world.backend.lose = 'replies'
  await phone.reminders.ask(phone.deadline(transfer))
  world.backend.lose = 'nothing'
  world.device.show()
  await world.clock.settle()
  expect(await world.ports.store.list('reminders', { limit: 9 })).toHaveLength(1)
})

test.each(['refused', 'off', 'none'] as const)('the person or the phone says %s: nothing is kept', async (answer) => {
  const world = createWorld()
  const phone = await merchant(world)
  world.answers.push(answer)
  expect(await phone.reminders.ask(phone.deadline(transfer))).toEqual({ ok: false, error: answer })
  expect([...phone.entries.getState().entries.keys()].filter((key) => key.startsWith('l.'))).toEqual([])
  expect(await world.ports.store.list('reminders', { limit: 9 })).toEqual([])
})

test('the function has another template: said, and forgotten', async () => {
  const world = createWorld('O'.repeat(43))
  const phone = await merchant(world)
  expect(await phone.reminders.ask(phone.deadline(transfer))).toMatchObject({ ok: false, error: 'declined' })
  expect(reminderOf(phone.entries.getState().entries, phone.deadline(transfer))).toBeNull()
})

test('not offered without a template, without the consent', async () => {
  const world = createWorld()
  expect((await merchant(world, '')).reminders.offered()).toBe(false)
  expect(createWorld().boot().reminders.offered()).toBe(false)
})

test('a step ticked anew is another day: not asked for yet', async () => {
  const world = createWorld()
  const phone = await merchant(world)
  await phone.reminders.ask(phone.deadline(transfer))
  world.clock.jump(day)
  phone.tick('register-service-account.transfer-chosen')
  expect(reminderOf(phone.entries.getState().entries, phone.deadline(transfer))).toBeNull()
})

describe('the phone’s calendar', () => {
  test('remembers what was put there, and sees that the day moved', async () => {
    const world = createWorld()
    const phone = await merchant(world)
    const state = () => inCalendar(phone.entries.getState().entries, phone.deadline(transfer))
    expect(state()).toBe('no')
    const { key, text } = calendarNote(phone.deadline(transfer))
    expect(phone.entries.set(key, text)).toEqual({ ok: true })
    expect(state()).toBe('yes')
    world.clock.jump(day)
    phone.tick('register-service-account.transfer-chosen')
    expect(state()).toBe('moved')
  })

  test('a day, a wait and an hourly clock stand where they are of use', async () => {
    const world = createWorld()
    const phone = await merchant(world)
    phone.tick('certify-service-account.pay')
    phone.tick('finish-setup.first-review')
    const spans = [transfer, 'certify-service-account.service-account-audit-call', 'finish-setup.filing-sms'].map(
      (id) => {
        const { startMs, endMs, alarmsMs } = calendarEvent(phone.deadline(id))
        return [new Date(startMs).toISOString(), endMs - startMs, alarmsMs]
      },
    )
    expect(spans).toEqual([
      ['2026-12-01T01:00:00.000Z', 1_800_000, [3 * day, day]],
      ['2026-11-23T01:00:00.000Z', 1_800_000, [0]],
      ['2026-11-21T11:00:00.000Z', 1_800_000, [0]],
    ])
  })
})

describe('the calendar file', () => {
  const event = {
    id: 'finish-setup.filing-sms',
    title: '做完短信核验；别忘, 好\\吗;',
    startMs: Date.UTC(2026, 10, 30, 1),
    endMs: Date.UTC(2026, 10, 30, 1, 30),
    alarmsMs: [3 * day, 0],
    note: `第一行\r\n第二行\u0007${'很长的一句话，'.repeat(20)}😀`,
  }
  const file = icsOf(event, noon)
  const unfolded = file.replace(/\r\n /g, '')

  test('every line ends with CRLF and has at most 75 octets; no character is cut', () => {
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(file.replace(/\r\n/g, '')).not.toMatch(/[\r\n\u0007]/)
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(Buffer.from(file, 'utf8').toString('utf8')).toBe(file)
    expect(file).not.toContain('\ufffd')
  })

  test('texts are escaped, times are UTC, the alarms ring', () => {
    expect(unfolded).toContain('SUMMARY:做完短信核验；别忘\\, 好\\\\吗\\;\r\n')
    expect(unfolded).toContain('DESCRIPTION:第一行\\n第二行很长')
    expect(unfolded).toContain('😀\r\n')
    expect(unfolded).toContain('DTSTART:20261130T010000Z\r\nDTEND:20261130T013000Z\r\n')
    expect(unfolded.match(/BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT\d+M/g)).toEqual([
      expect.stringContaining('-PT4320M'),
      expect.stringContaining('-PT0M'),
    ])
  })

  test('the same day made again replaces: the same UID, a higher sequence', () => {
    const later = icsOf({ ...event, startMs: event.startMs + day }, noon + 60_000)
    const uid = /UID:(.+)\r\n/.exec(unfolded)?.[1]
    expect(/UID:(.+)\r\n/.exec(later.replace(/\r\n /g, ''))?.[1]).toBe(uid)
    const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1])
    expect(sequence(later)).toBeGreaterThan(sequence(file))
    expect(sequence(later)).toBeLessThan(2 ** 31)
  })
})

describe('in words', () => {
  const clock = {
    id: 'x',
    kind: 'deadline',
    title: '做完认证',
    amount: 30,
    unit: 'day',
    consequence: '过了要重来',
    remedy: '重新提交',
    remindDays: [7],
  } as const
  const deadline = {
    id: 'g.x',
    clock,
    guide: 'reuse',
    step: 's',
    startedMs: 0,
    endsMs: at('2026-12-03T15:05:00'),
    passed: false,
    approximate: false,
  } as const
  const wait = {
    ...deadline,
    clock: { ...clock, kind: 'wait', unit: 'workday' },
    endsMs: at('2026-12-03T18:00:00'),
  } as const
  const said = (one: Parameters<typeof deadlineWords>[0], now: string) => {
    const { figure, unit, when, sub, urgent } = deadlineWords(one, at(now))
    return [`${figure}${unit}`, when.replace(/\u00a0/g, ' '), sub, urgent]
  }
  test.each([
    [deadline, '2026-11-21T18:00:00', '12天', '12 月 3 日前', '过了要重来', false],
    [deadline, '2026-11-21T00:01:00', '12天', '12 月 3 日前', '过了要重来', false],
    [deadline, '2026-12-02T14:00:00', '1天', '明天 15:05 前', '过了要重来', false],
    [deadline, '2026-12-02T16:00:00', '23小时', '明天 15:05 前', '过了要重来', true],
    [deadline, '2026-12-03T14:50:00', '1小时', '今天 15:05 前', '过了要重来', true],
    [deadline, '2026-12-03T15:05:00', '1小时前', '已过期，', '重新提交', true],
    [deadline, '2026-12-04T00:10:00', '1天前', '已过期，', '重新提交', true],
    [wait, '2026-12-02T16:00:00', '1天', '明天，', '过了要重来', false],
    [wait, '2026-12-03T09:00:00', '今天', '今天，', '过了要重来', false],
    [wait, '2026-12-04T09:00:00', '1天前', '日子到了，', '重新提交', false],
    [{ ...wait, approximate: true }, '2026-11-21T09:00:00', '12天', '约 12 月 3 日，', '过了要重来', false],
  ])('%#', (one, now, left, when, sub, urgent) => expect(said(one, now)).toEqual([left, when, sub, urgent]))

  test('the whole day', () => {
    expect(dayWords(deadline, noon).replace(/\u00a0/g, ' ')).toBe('12 月 3 日周四 15:05')
    expect(dayWords({ ...wait, approximate: true }, noon).replace(/\u00a0/g, ' ')).toBe('约 12 月 3 日周四')
  })
})

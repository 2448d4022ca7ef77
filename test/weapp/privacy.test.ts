import { privacyAnswers } from './support/privacy-answers'
import { launch, type Running } from './support/launch'
import { createPhone, photo } from './support/phone'
import { answerQuestions, both } from './support/stories'

/** WeChat's own popup asks at the tap; here its answer is no, and later yes. */
const names = ['chooseMedia', 'setClipboardData', 'addPhoneCalendar'] as const

async function started(more: { readonly alter?: (wx: Record<string, unknown>) => void } = {}) {
  const privacy = privacyAnswers(names)
  const opened: string[] = []
  const alter = (wx: Record<string, unknown>) => {
    privacy.alter(wx)
    wx.openPrivacyContract = () => void opened.push('contract')
    wx.openSetting = () => Promise.resolve(void opened.push('settings'))
    more.alter?.(wx)
  }
  const app = await launch({ alter, phone: createPhone() })
  await answerQuestions(app, both)
  return { app, privacy, opened }
}

const stayHere = (app: Running) => app.tap('先不用，只留在这台手机里')

test('nothing is asked before a tap that needs it', async () => {
  const { app, privacy } = await started()
  for (const name of names) privacy.answers.set(name, 'refused')
  await stayHere(app)
  for (const page of app.paths()) expect(page).not.toBe('')
  await app.tab('pages/checklist/index')
  await app.tab('pages/guides/index')
  await app.tab('pages/me/index')
  expect(privacy.asked).toEqual([])
  app.kill()
})

test.each(['refused', 'undeclared'] as const)(
  'a photo that WeChat withholds (%s): said, tried again, taken',
  async (answer) => {
    const { app, privacy } = await started()
    await stayHere(app)
    await app.tab('pages/checklist/index')
    await app.tap('营业执照')
    await app.tap('拍营业执照')
    privacy.answers.set('chooseMedia', answer)
    app.phone.album.push(photo(3000, 2121))
    await app.tap('从相册选')
    expect(privacy.asked).toEqual(['chooseMedia'])
    expect(app.page().path).toBe('packages/capture/shoot/index')
    expect(app.text()).toContain('还没同意隐私说明')
    // Everything else goes on.
    await app.back()
    await app.back()
    await app.tap('服务号用的邮箱')
    await app.type('.input', 'shop@example.com')
    expect(app.valueOf('.input')).toBe('shop@example.com')
    await app.back()
    // Granted now: the same way leads to the photo.
    privacy.answers.clear()
    await app.tap('营业执照')
    await app.tap('拍营业执照')
    await app.tap('从相册选')
    expect(app.page().path).toBe('packages/capture/check/index')
    expect(app.errors).toEqual([])
    app.kill()
  },
)

test('a copy that was refused: the text stands in a dialog to be copied by hand; granted, it copies', async () => {
  const { app, privacy } = await started()
  await stayHere(app)
  await app.tab('pages/me/index')
  await app.tap('内容从哪来，何时核对')
  privacy.answers.set('setClipboardData', 'refused')
  const before = app.shown.toasts.length
  await app.tap('.row')
  expect(app.phone.clipboard).toBe('')
  const dialog = app.shown.questions.at(-1)
  expect(dialog?.title).toBe('没能自动复制，长按下面的字自己复制')
  expect(dialog?.content).toMatch(/^https?:\/\//)
  expect(app.shown.toasts.length).toBe(before)
  privacy.answers.clear()
  await app.tap('.row')
  expect(app.phone.clipboard).toBe(dialog?.content)
  // WeChat's own toast, and no second one.
  expect(app.shown.toasts.slice(before)).toEqual(['内容已复制'])
  expect(app.errors).toEqual([])
  app.kill()
})

test('the privacy statement opens from 我的 and where consent is asked', async () => {
  const { app, opened } = await started()
  expect(app.page().path).toBe('packages/start/consents/index')
  await app.tap('看用户隐私保护指引')
  await stayHere(app)
  await app.tab('pages/me/index')
  await app.tap('用户隐私保护指引')
  expect(opened).toEqual(['contract', 'contract'])
  expect(app.errors).toEqual([])
  app.kill()
})

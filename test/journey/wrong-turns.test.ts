/** Wrong inputs: each is answered in the person's words, and nothing entered is lost. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { see, tap } from './support/browser'
import { answer, begin, standalone, type, visit, writeDown } from './support/merchant'
import { drawLicence, heicPhoto, hugePhoto, notAPhoto, thumbnail } from './support/photos'
import { takePhoto } from './support/preparing'
import { startServer } from './support/server'
import { openStage } from './support/stage'

const stage = openStage(() => startServer())
const dir = mkdtempSync(path.join(tmpdir(), 'kaitong-files-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const fullWay = { subject: 'company', 'service-account': 'none', 'wants-service-account': 'yes', industry: 'snacks' }

describe('a code', () => {
  stage.journey('an unknown code: the app works without a rep', async ({ server, newPhone }) => {
    const phone = await newPhone(/404 .*\/api\/invite/)
    const page = await phone.open(`${server.url}/?scene=AAAAAAAAAAAAAAAAAAAAAA`)
    await see(page, '这个邀请码已失效，照样可以用')
    await answer(page, standalone)
    await see(page, '把进度存一份到云端？')
  })

  stage.journey('the code of a rep who has left: the same', async ({ server, newPhone }) => {
    const { scene, rep } = await server.newScene('周敏', '云栈科技')
    await server.revoke(rep)
    const phone = await newPhone(/404 .*\/api\/invite/)
    const page = await phone.open(`${server.url}/?scene=${scene}`)
    await see(page, '这个邀请码已失效，照样可以用')
  })
})

stage.journey(
  'what is no photo, or too much or too little of one, is refused with the reason',
  async ({ server, newPhone }) => {
    const page = await begin(await newPhone(), server, false)
    await visit(page, 'packages/capture/shoot', '?material=business-licence&slot=business-licence')
    const wrong: readonly (readonly [file: string, said: string, why: string])[] = [
      [notAPhoto(dir), '这不是照片，或者文件坏了', '换一张，JPG、PNG 都行。'],
      [await hugePhoto(dir), '照片文件太大', '这张有 52\u00a0MB，超过 50\u00a0MB 的收不了。'],
      [heicPhoto(dir), '这张的格式，手机转不了', '它是 HEIC 格式。'],
      [await thumbnail(dir), '照片太小，字会看不清', '像是缩略图。'],
    ]
    for (const [file, said, why] of wrong) {
      const chooser = page.waitForEvent('filechooser')
      await tap(page, '从相册选')
      await (await chooser).setFiles(file)
      await see(page, said)
      await see(page, why)
    }
    await takePhoto(page, await drawLicence(dir), 'asks')
  },
)

stage.journey('the same mailbox twice is refused with the reason, and stays typed', async ({ server, newPhone }) => {
  const page = await begin(await newPhone(), server, false, fullWay)
  const mailbox = 'xiaoman_test@qq.com'
  await writeDown(page, 'email-service-account', '邮箱', mailbox)
  await visit(page, 'packages/material/detail', '?id=email-mini-program')
  await type(page, '邮箱', mailbox)
  await page.locator('.entry.is-wrong:visible', { hasText: '两个账号要用不同的邮箱' }).waitFor()
  await tap(page, '保存')
  await see(page, /红字/)
  expect(await page.locator('.entry:visible input').inputValue()).toBe(mailbox)
})

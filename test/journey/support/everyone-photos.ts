/** The chapter of the walk that takes photographs. */
import type { Page } from 'playwright-core'
import { arrive, leave, see, tap } from './browser'
import type { Chapter } from './everyone-walk'
import { visit } from './merchant'
import { drawLicence, thumbnail } from './photos'

const shoot = 'packages/capture/shoot'
const check = 'packages/capture/check'
const ofLicence = '?material=business-licence&slot=business-licence'

async function chooseFile(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await tap(page, '从相册选')
  await (await chooser).setFiles(file)
}

/** The photo's own pages, from the first instruction to the kept photo, and the question before it is deleted. */
export const photographing: Chapter = async ({ phone, dir, look }) => {
  const page = phone.page()
  await visit(page, check, ofLicence)
  await look('check, no photo')
  await visit(page, shoot, '?material=avatar&slot=avatar')
  await look('shoot, square')
  await visit(page, shoot, ofLicence)
  await look('shoot')
  await tap(page, '拍照要求')
  await look('shoot, what is accepted')
  await tap(page, '知道了')
  await chooseFile(page, await thumbnail(dir))
  await page.locator('.shoot-refused, .check-title').locator('visible=true').first().waitFor()
  await look('shoot, refused or warned')
  await visit(page, shoot, ofLicence)
  await chooseFile(page, await drawLicence(dir))
  await arrive(page, check)
  await look('check')
  await tap(page, '就用这张')
  await see(page, '上传照片前，先说清楚')
  await look('consent to upload')
  await tap(page, '同意，上传')
  await leave(page, check)
  await visit(page, 'packages/material/detail', '?id=business-licence')
  await see(page, /已传好|识别|核对/)
  await look('material, photo')
  await tap(page, '删掉')
  await page.locator('[role=alertdialog]').waitFor()
  await look('a question')
  await page.keyboard.press('Escape')
}

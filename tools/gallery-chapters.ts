/** The merchant's way, in chapters; each leaves the app where the next begins. */
import { see, tap } from '../test/journey/support/browser'
import { openTab, type } from '../test/journey/support/merchant'
import { drawLicence } from '../test/journey/support/photos'
import { atTheComputer } from './gallery-desk'
import { finishing } from './gallery-finishing'
import { representing } from './gallery-representing'
import { open, option, primary, type Chapter } from './gallery-moves'

/** A made-up company with a code that passes its checks. */
const licence = '统一社会信用代码：92330102MA2EXAMP5X；名称：杭州市上城区小满面馆'

const beginning: Chapter = {
  name: 'beginning',
  async play(page, shoot, { home }) {
    await page.goto(home)
    await see(page, '周敏')
    await shoot('home-first')
    await tap(page, /回答 4 个问题，开始/)
    await see(page, /第 1 题/)
    await option(page, '个体工商户')
    await primary(page)
    await see(page, /第 2 题/)
    await option(page, /^没有/)
    await shoot('questions')
    await primary(page)
    await see(page, /第 3 题/)
    await option(page, /要|需要/)
    await primary(page)
    await see(page, /第 4 题/)
    await shoot('industries')
    await page.locator('.search:visible input').last().fill('面馆')
    await option(page, /小吃/)
    await shoot('industries-search')
    await primary(page)
    await see(page, /看到你的进度/)
    await shoot('join')
    await primary(page)
    await see(page, /改回答/)
    await shoot('guides')
  },
}

const preparing: Chapter = {
  name: 'preparing',
  async play(page, shoot, place) {
    await openTab(page, '材料')
    await see(page, /营业执照/)
    await shoot('checklist-empty')
    await open(page, place, 'packages/capture/shoot/index?material=business-licence&slot=business-licence')
    await shoot('shoot')
    const chooser = page.waitForEvent('filechooser')
    await tap(page, /相册/)
    await (await chooser).setFiles(await drawLicence(place.dir, licence))
    await see(page, /就用这张/)
    await shoot('check')
    await tap(page, '裁剪')
    await shoot('crop')
    await tap(page, '不改了')
    await tap(page, /就用这张/)
    await page.waitForTimeout(800)
    await shoot('documents-consent')
    await tap(page, /同意/)
    await page.waitForTimeout(2500)
    await open(page, place, 'packages/material/detail/index?id=business-licence')
    await see(page, '核对无误')
    await shoot('licence')
    await tap(page, '加水印')
    await see(page, '保存，或发给别人')
    await shoot('watermark')
    await page.locator('.sheet-away:visible').click()
    await primary(page)
    await open(page, place, 'packages/material/detail/index?id=shop')
    await type(page, /店名/, '小满面馆')
    await primary(page)
    await page.waitForTimeout(300)
    await open(page, place, 'packages/material/detail/index?id=email-service-account')
    await type(page, /邮箱/, 'xiaoman_mp@qq.com')
    await shoot('email')
    await primary(page)
    await page.waitForTimeout(300)
    await open(page, place, 'packages/material/detail/index?id=account-names')
    await shoot('names')
    await open(page, place, 'packages/material/detail/index?id=administrator')
    await shoot('administrator')
    await open(page, place, 'packages/material/detail/index?id=filing')
    await shoot('filing')
    await open(page, place, 'packages/material/detail/index?id=industry-permits')
    await shoot('permits')
    await open(page, place, 'pages/checklist/index')
    await shoot('checklist')
  },
}

const walking: Chapter = {
  name: 'walking',
  async play(page, shoot, place) {
    await open(page, place, 'packages/guide/step/index?guide=register-service-account&step=subject')
    await shoot('step')
    await page.mouse.wheel(0, 700)
    await page.waitForTimeout(300)
    await shoot('step-below')
    await open(page, place, 'packages/guide/step/index?guide=reuse&step=reuse-tick')
    await shoot('step-reuse')
    for (const step of [
      'open-site',
      'account-kind',
      'email-password',
      'confirm-kind',
      'subject',
      'administrator',
      'profile',
    ]) {
      await open(page, place, `packages/guide/step/index?guide=register-service-account&step=${step}`)
      await tap(page, /这一步做好了/)
      await page.waitForTimeout(500)
    }
    await shoot('clock')
    await open(page, place, 'pages/home/index')
    await shoot('home')
    await open(page, place, 'pages/guides/index')
    await shoot('guides-started')
    await open(page, place, 'packages/guide/dates/index')
    await shoot('dates')
    await open(page, place, 'packages/guide/errors/index')
    await shoot('errors')
    await page.locator('.search:visible input').last().fill('邮箱 占用')
    await shoot('errors-search')
    await open(page, place, 'packages/guide/step/index?guide=finish-setup&step=filing')
    await shoot('step-filing')
  },
}

const ending: Chapter = {
  name: 'ending',
  async play(page, shoot, place) {
    await open(page, place, 'pages/me/index')
    await shoot('me')
    await open(page, place, 'packages/about/data/index')
    await shoot('data')
    await tap(page, '全部删除')
    await page.waitForTimeout(400)
    await shoot('erase')
    await tap(page, '不删了')
    await open(page, place, 'packages/about/sources/index')
    await shoot('sources')
    await open(page, place, 'packages/start/not-eligible/index')
    await shoot('not-eligible')
    await page.context().setOffline(true)
    await page.waitForTimeout(300)
    await page.evaluate(() => {
      location.hash = '#/pages/home/index'
    })
    await page.waitForTimeout(900)
    await shoot('offline')
    await page.context().setOffline(false)
  },
}

export const chapters: readonly Chapter[] = [
  beginning,
  preparing,
  atTheComputer,
  walking,
  ending,
  finishing,
  representing,
]

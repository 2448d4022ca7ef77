/** The chapter with two screens: a computer asks, the phone agrees. */
import { see, tap } from '../test/journey/support/browser'
import { open, type Chapter } from './gallery-moves'

export const atTheComputer: Chapter = {
  name: 'computer',
  async play(page, shoot, place) {
    const computer = await place.computer()
    await computer.goto(new URL('/desk', place.home).href)
    await computer.getByAltText('给手机扫的二维码').waitFor()
    await shoot('computer-waiting', computer)
    const desk = await computer.evaluate(() => sessionStorage.getItem('kaitong.desk') ?? '')
    const id = /"desk":"(\w+)"/.exec(desk)?.[1] ?? ''
    await open(page, place, `packages/desk/approve/index?desk=${id}`)
    await see(page, /张照片/)
    await shoot('desk-approve')
    await tap(page, '同意')
    await see(page, '电脑上能看到了')
    await shoot('desk-open')
    await see(computer, '已连接')
    await computer.locator('.pc-photo img').first().waitFor()
    await shoot('computer-approved', computer)
    await tap(page, '断开')
    await see(computer, '已断开')
    await computer.close()
  },
}

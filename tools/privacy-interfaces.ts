/**
 * What this mini-program declares to WeChat, one row an interface that the build contains. The purpose is
 * pasted into WeChat's back end behind 「为了」; a row too many or too few fails the tests.
 */
import type { Information, Interface } from './privacy-published'

export interface Declared {
  readonly uses: Interface
  readonly information: Information
  /** Chinese, without 「为了」 and 「用于」: WeChat puts them before it. */
  readonly purpose: string
  /** The tap that leads to it. */
  readonly when: string
  /** What still works when it is refused. */
  readonly refused: string
}

export const declared: readonly Declared[] = [
  {
    uses: 'wx.chooseMedia',
    information: '收集你选中的照片或视频信息',
    purpose: '让你给营业执照和行业许可证拍照或选图，检查清晰度，并在你同意后保存一份，供你自己办理账号时取用',
    when: '拍照页上的拍照键和「从相册选」',
    refused: '材料清单、步骤和填写照常；拍照页说明原因，可以再试，也可以跳过',
  },
  {
    uses: 'wx.createVKSession',
    information: '访问你的摄像头',
    purpose: '在你点「让手机认字」时，在手机上从你拍好的营业执照照片里认出名称和代码，照片不离开手机',
    when: '营业执照页的「让手机认字」',
    refused: '照着执照自己填名称和代码，别的照常',
  },
  {
    uses: '<camera>',
    information: '访问你的摄像头',
    purpose: '让你在拍照页对着取景框给营业执照和行业许可证拍照',
    when: '拍照页上的拍照键，以后进拍照页就是取景框',
    refused: '说明原因，给出去设置打开的入口；从相册选、用手机自带的相机拍都照常',
  },
  {
    uses: 'wx.startAccelerometer',
    information: '调用你的加速传感器',
    purpose: '在拍照页判断手机有没有放平，提醒你端正地拍；数据只在手机上当场用，不保存',
    when: '拍照页的取景框打开时，离开就停',
    refused: '不提醒手机放平，拍照照常',
  },
  {
    uses: 'wx.addPhoneCalendar',
    information: '使用你的日历（仅写入）权限',
    purpose: '把你选的办理期限记进手机日历并提前提醒',
    when: '期限旁的「记到日历」',
    refused: '期限仍显示在首页和「要记住的日子」；给出去设置打开的入口',
  },
  {
    uses: 'wx.saveImageToPhotosAlbum',
    information: '使用你的相册（仅写入）权限',
    purpose: '把业务员自己的二维码海报存进手机相册，方便打印和转发；只写入，不读取相册里的内容',
    when: '业务员「我的码」页上的「存成图片」',
    refused: '码照样显示在屏幕上，可以当面扫，也可以复制链接；给出去设置打开的入口',
  },
  {
    uses: 'wx.setClipboardData',
    information: '读取你的剪切板',
    purpose: '把你点的那一项文字复制到剪切板，方便粘贴到官方页面；只写入，不读取剪切板里的内容',
    when: '步骤里要填的内容、网址、AppID 旁的「复制」',
    refused: '弹出同一段文字，长按就能自己复制',
  },
]

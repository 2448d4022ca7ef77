/**
 * The interfaces that WeChat counts as touching personal information, and what it calls that information:
 * 「小程序用户隐私保护指引内容介绍」,
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html
 * (read 2026-11-21). An interface that is not declared is disabled; WeChat finds them by reading the code.
 */

/** Exactly as the page words it. */
export type Information =
  | '收集你的昵称、头像'
  | '收集你的位置信息'
  | '收集你选择的位置信息'
  | '收集你的地址'
  | '收集你的发票信息'
  | '收集你的微信运动步数'
  | '收集你的手机号'
  | '收集你的车牌号'
  | '收集你选中的照片或视频信息'
  | '收集你选中的文件'
  | '访问你的麦克风'
  | '访问你的摄像头'
  | '访问你的蓝牙'
  | '使用你的相册（仅写入）权限'
  | '使用你的通讯录（仅写入）权限'
  | '使用你的日历（仅写入）权限'
  | '调用你的加速传感器'
  | '调用你的磁场传感器'
  | '调用你的方向传感器'
  | '调用你的陀螺仪传感器'
  | '读取你的剪切板'

/** How an interface stands in a build: a call (of wx, or of an object of wx), a component, a button's open-type, an input's type. */
export type Interface =
  `wx.${string}` | `<${string}>` | `open-type=${string}` | `input-type=${string}` | `scope.${string}`

export const published: Readonly<Record<Information, readonly Interface[]>> = {
  '收集你的昵称、头像': [
    'open-type=chooseAvatar',
    'input-type=nickname',
    'open-type=userInfo',
    'wx.getUserInfo',
    'wx.getUserProfile',
  ],
  收集你的位置信息: [
    'wx.getLocation',
    'wx.startLocationUpdate',
    'wx.startLocationUpdateBackground',
    'wx.getFuzzyLocation',
    'wx.moveToLocation',
    'scope.userLocation',
    'scope.userLocationBackground',
    'scope.userFuzzyLocation',
  ],
  收集你选择的位置信息: ['wx.choosePoi', 'wx.chooseLocation'],
  收集你的地址: ['wx.chooseAddress'],
  收集你的发票信息: ['wx.chooseInvoiceTitle', 'wx.chooseInvoice'],
  收集你的微信运动步数: ['wx.getWeRunData', 'scope.werun'],
  收集你的手机号: ['open-type=getPhoneNumber', 'open-type=getRealtimePhoneNumber'],
  收集你的车牌号: ['wx.chooseLicensePlate'],
  收集你选中的照片或视频信息: ['wx.chooseImage', 'wx.chooseMedia', 'wx.chooseVideo'],
  收集你选中的文件: ['wx.chooseMessageFile'],
  访问你的麦克风: ['wx.startRecord', 'wx.getRecorderManager', '<live-pusher>', 'wx.joinVoIPChat', 'scope.record'],
  访问你的摄像头: ['wx.createVKSession', '<camera>', '<live-pusher>', '<voip-room>', 'scope.camera'],
  访问你的蓝牙: ['wx.openBluetoothAdapter', 'wx.createBLEPeripheralServer', 'scope.bluetooth'],
  '使用你的相册（仅写入）权限': ['wx.saveImageToPhotosAlbum', 'wx.saveVideoToPhotosAlbum', 'scope.writePhotosAlbum'],
  '使用你的通讯录（仅写入）权限': ['wx.addPhoneContact', 'scope.addPhoneContact'],
  '使用你的日历（仅写入）权限': ['wx.addPhoneRepeatCalendar', 'wx.addPhoneCalendar', 'scope.addPhoneCalendar'],
  调用你的加速传感器: ['wx.startAccelerometer'],
  调用你的磁场传感器: ['wx.startCompass'],
  调用你的方向传感器: ['wx.startDeviceMotionListening'],
  调用你的陀螺仪传感器: ['wx.startGyroscope'],
  读取你的剪切板: ['wx.setClipboardData', 'wx.getClipboardData'],
}

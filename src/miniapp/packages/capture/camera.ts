/**
 * WeChat's camera and its sensor. In this package and not among the adapters, which the main package holds.
 * https://developers.weixin.qq.com/miniprogram/dev/api/media/camera/CameraContext.takePhoto.md
 */
import Taro from '@tarojs/taro'
import type { Camera } from '../../ports/camera'
import type { ChosenPhoto } from '../../ports/files'

/** ms: a camera that has not answered by then does not answer. */
const patience = 10_000

/** The temporary file's path: PNG on iOS, JPEG on Android. */
const shot = (quality: 'original' | 'high') =>
  new Promise<string | null>((resolve) => {
    setTimeout(resolve, patience, null)
    Taro.createCameraContext().takePhoto({
      // Taro's types lack `original`: all the pixels that the sensor has.
      quality: quality as 'high',
      success: ({ tempImagePath }) => resolve(tempImagePath),
      fail: () => resolve(null),
    })
  })

function chosen(path: string): ChosenPhoto {
  const { size } = Taro.getFileSystemManager().statSync(path) as Taro.Stats
  return { path, bytes: size }
}

/** What the phone itself withholds from WeChat is given back elsewhere than what WeChat withholds from us. */
const settings = () =>
  Taro.getAppAuthorizeSetting().cameraAuthorized === 'denied' ? Taro.openAppAuthorizeSetting({}) : Taro.openSetting()

const quietly = (call: Promise<unknown>) => call.catch(() => undefined)

export const camera: Camera = {
  async take() {
    const path = (await shot('original')) ?? (await shot('high'))
    return path === null ? null : chosen(path)
  },
  watchGravity(listener) {
    Taro.onAccelerometerChange(listener)
    void quietly(Taro.startAccelerometer({ interval: 'normal' })) // refused, or no sensor: nothing is said
    return () => {
      Taro.offAccelerometerChange(listener)
      void quietly(Taro.stopAccelerometer())
    }
  },
  allow: async () => void (await quietly(settings())),
}

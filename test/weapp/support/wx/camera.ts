/** A fake of the camera in the page and of the sensor that says how the phone is held. */
import { photo, type Phone, type PhoneFile, temporary } from '../phone'
import { type Answer, type Callbacks, Refused } from './answer'

interface Gravity {
  readonly x: number
  readonly y: number
  readonly z: number
}
type Listener = (gravity: Gravity) => void

interface TakeOptions {
  readonly quality: string
  readonly success: (reply: { readonly tempImagePath: string }) => void
  readonly fail: (error: { readonly errMsg: string }) => void
}

export interface Sensor {
  /** startAccelerometer was called, and stopAccelerometer not since. */
  running: boolean
  readonly listeners: Set<Listener>
}

/** As iOS makes it. */
export function png(width: number, height: number, bytes = 18_000_000): PhoneFile {
  const file = photo(width, height, bytes)
  file.bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return file
}

export function cameraApis(phone: Phone, answer: Answer, later: (run: () => void) => void) {
  let made = 0
  const sensor: Sensor = { running: false, listeners: new Set() }
  const takePhoto = ({ success, fail }: TakeOptions) => {
    const [seen] = phone.album.splice(0, 1)
    if (seen === undefined) return later(() => fail({ errMsg: 'operateCamera:fail' }))
    const tempImagePath = `${temporary}shot-${(made += 1)}`
    phone.files.set(tempImagePath, seen)
    return later(() => success({ tempImagePath }))
  }
  const settings = (name: string) => (options?: Callbacks) =>
    answer(name, options, () => {
      phone.settingsOpened.push(name)
      return { authSetting: {} }
    })
  const apis = {
    createCameraContext: () => ({ takePhoto }),
    onAccelerometerChange: (listener: Listener) => void sensor.listeners.add(listener),
    offAccelerometerChange: (listener: Listener) => void sensor.listeners.delete(listener),
    startAccelerometer: (options?: Callbacks) =>
      answer('startAccelerometer', options, () => {
        if (!phone.sensor) throw new Refused('not support')
        sensor.running = true
        return undefined
      }),
    stopAccelerometer: (options?: Callbacks) =>
      answer('stopAccelerometer', options, () => void (sensor.running = false) as undefined),
    openSetting: settings('openSetting'),
    openAppAuthorizeSetting: settings('openAppAuthorizeSetting'),
    getAppAuthorizeSetting: () => ({ cameraAuthorized: phone.cameraForWeChat ? 'authorized' : 'denied' }),
  }
  /** Degrees from lying flat; held so for a while. */
  const hold = (degrees: number) => {
    const angle = (degrees * Math.PI) / 180
    for (let i = 0; i < 20; i++)
      for (const listener of sensor.running ? sensor.listeners : [])
        listener({ x: 0, y: Math.sin(angle), z: -Math.cos(angle) })
  }
  return { apis, sensor, hold }
}

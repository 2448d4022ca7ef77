/** Whether the phone is held level over the paper; listens to the sensor while `on`. */
import { useEffect, useState } from 'react'
import { levelOf, tiltOf, type Level } from '#domain/photo/level'
import type { Camera } from '../../ports/camera'

/** Of each new reading, so much counts: a hand trembles. */
const weight = 0.4

export function useLevel(camera: Camera, on: boolean): Level {
  const [level, setLevel] = useState<Level>('level')
  useEffect(() => {
    if (!on) return undefined
    let tilt: number | null = null
    const stop = camera.watchGravity((gravity) => {
      const now = tiltOf(gravity)
      tilt = tilt === null ? now : tilt + (now - tilt) * weight
      const smooth = tilt
      setLevel((before) => levelOf(smooth, before))
    })
    return () => {
      stop()
      setLevel('level')
    }
  }, [camera, on])
  return level
}

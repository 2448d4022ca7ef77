/** Whether the screen stays lit while a step is read: the person's choice, and the pages that are open. */
import { createStore } from 'zustand/vanilla'
import type { Device } from '../ports/device'
import type { Storage } from '../ports/storage'
import type { Readable } from './readable'

export interface Awake extends Readable<{ readonly on: boolean }> {
  /** Remembered on this phone. */
  set(on: boolean): void
  /**
   * A page that wants the light is shown, or is not any more. By page, because the next one may come
   * before the last one has gone.
   */
  hold(page: object, shown: boolean): void
}

const key = 'kt.awake'
const off = 'off'

export function createAwake({
  storage,
  device,
}: {
  readonly storage: Storage
  readonly device: Pick<Device, 'stayAwake'>
}): Awake {
  const store = createStore(() => ({ on: storage.get(key) !== off }))
  const shown = new Set<object>()
  let lit = false
  /** Said again although it is lit: the platform lets go whenever the app is left. */
  const light = () => {
    const wanted = store.getState().on && shown.size > 0
    if (wanted || lit) device.stayAwake(wanted)
    lit = wanted
  }
  return {
    ...store,
    set(on) {
      if (on) storage.remove(key)
      else storage.set(key, off) // a full phone forgets the choice, nothing worse
      store.setState({ on })
      light()
    },
    hold(page, isShown) {
      if (isShown) shown.add(page)
      else shown.delete(page)
      light()
    },
  }
}

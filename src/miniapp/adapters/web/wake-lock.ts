/** Keeps the screen lit where the browser can (Screen Wake Lock, HTTPS only); elsewhere it dims as ever. */
export function createWakeLock(): (on: boolean) => void {
  let wanted = false
  let lock: Promise<WakeLockSentinel | null> | null = null

  const ask = (): Promise<WakeLockSentinel | null> => navigator.wakeLock.request('screen').catch(() => null) // battery low, or not in front
  const letGo = () => {
    void lock?.then((held) => held?.release())
    lock = null
  }
  /** The browser lets go by itself when the page is hidden; in front again it has to be asked again. */
  const renew = () => {
    if (!wanted || document.visibilityState !== 'visible') return
    letGo()
    lock = ask()
  }
  document.addEventListener('visibilitychange', renew)
  return (on) => {
    if (!('wakeLock' in navigator)) return
    wanted = on
    if (on) renew()
    else letGo()
  }
}

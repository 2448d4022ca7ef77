/** The address that other machines in the same network reach this one by. */
import { networkInterfaces } from 'node:os'

/** Wi-Fi and cables before virtual networks; null when there is none. */
export function lanAddress(): string | null {
  const virtual = /^(docker|br-|veth|virbr|vmnet|vboxnet|utun|tun|tap|zt|lo)/
  const found = Object.entries(networkInterfaces())
    .filter(([name]) => !virtual.test(name))
    .flatMap(([, addresses]) => addresses ?? [])
    .find((one) => one.family === 'IPv4' && !one.internal)
  return found?.address ?? null
}

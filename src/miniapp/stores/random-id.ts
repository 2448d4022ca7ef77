import type { Clock } from '../ports/clock'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** 20 characters of [A-Za-z0-9], for devices and photos: about 119 bits. */
export const randomId = (clock: Clock): string =>
  [...clock.random(20)].map((byte) => letters[byte % letters.length]).join('')

/** 64 hex characters: 256 bits, the guest's secret. */
export const randomKey = (clock: Clock): string =>
  [...clock.random(32)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

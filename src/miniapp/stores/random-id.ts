import type { Clock } from '../ports/clock'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

const random = (clock: Clock, length: number): string =>
  [...clock.random(length)].map((byte) => letters[byte % letters.length]).join('')

/** 20 characters of [A-Za-z0-9], for photos: about 119 bits. */
export const randomId = (clock: Clock): string => random(clock, 20)

/** 12 characters, about 71 bits: unlike only within one merchant's phones, and part of every stamp that travels. */
export const randomDevice = (clock: Clock): string => random(clock, 12)

/** 64 hex characters: 256 bits, the guest's secret. */
export const randomKey = (clock: Clock): string =>
  [...clock.random(32)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

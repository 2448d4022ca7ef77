/**
 * What WeChat's logic layer does not have. Everything this test's own global object holds is hidden from
 * the app, except the language itself; on top of it the names that only newer browsers or Node have.
 * `Intl` and `BigInt` are hidden too: a part of the phones we build for (iOS 13, older Android) lacks them.
 */
const language = new Set(
  (
    'Array ArrayBuffer Boolean DataView Date Error EvalError Float32Array Float64Array Function Infinity Int8Array ' +
    'Int16Array Int32Array JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set ' +
    'String Symbol SyntaxError TypeError URIError Uint8Array Uint8ClampedArray Uint16Array Uint32Array WeakMap WeakSet ' +
    'decodeURI decodeURIComponent encodeURI encodeURIComponent escape isFinite isNaN parseFloat parseInt undefined unescape'
  ).split(' '),
)

/** Handed to every script as a parameter, so never hidden. `eval` cannot be a parameter of strict code. */
const given = new Set(
  (
    'require module exports wx App Page Component Behavior getApp getCurrentPages console setTimeout clearTimeout ' +
    'setInterval clearInterval globalThis eval'
  ).split(' '),
)

const newer =
  'window self document fetch Request Response Headers URL URLSearchParams TextEncoder TextDecoder crypto Crypto localStorage ' +
  'sessionStorage XMLHttpRequest indexedDB navigator location history WebSocket Worker SharedWorker MessageChannel ' +
  'MessagePort BroadcastChannel AbortController AbortSignal structuredClone queueMicrotask setImmediate clearImmediate ' +
  'requestAnimationFrame cancelAnimationFrame requestIdleCallback performance Blob File FileReader FormData Image atob btoa ' +
  'Intl BigInt BigInt64Array BigUint64Array WebAssembly SharedArrayBuffer Atomics WeakRef FinalizationRegistry ' +
  'process global Buffer __dirname __filename MutationObserver IntersectionObserver ResizeObserver customElements Event ' +
  'CustomEvent EventTarget Node Element HTMLElement DOMParser getComputedStyle alert confirm prompt matchMedia screen'

const identifier = /^[A-Za-z_$][\w$]*$/

export function hiddenNames(): string[] {
  const names = new Set(newer.split(' '))
  for (let level: object | null = globalThis; level !== null; level = Object.getPrototypeOf(level) as object | null) {
    for (const name of Object.getOwnPropertyNames(level)) if (identifier.test(name)) names.add(name)
  }
  return [...names].filter((name) => !language.has(name) && !given.has(name) && !(name in Object.prototype))
}

/** The app's `globalThis`: the language, nothing else. */
export function bareGlobal(): Record<string, unknown> {
  const all = globalThis as unknown as Record<string, unknown>
  return Object.fromEntries([...language].map((name) => [name, all[name]]))
}

/** What outlives one run of the app on a phone: its storage and its kept files. Everything else dies with it. */
export interface PhoneFile {
  readonly bytes: Uint8Array
  /** A picture's size in px; absent: no picture. */
  readonly picture?: { readonly width: number; readonly height: number }
}

export interface Phone {
  readonly storage: Map<string, string>
  readonly files: Map<string, PhoneFile>
  /** No room for another file. */
  filesFull: boolean
  /** Characters all of storage may hold; WeChat allows 10 MB, 1 MB a key. */
  storageLimit: number
  /** What the person picks next, from camera or album. Empty: the person cancels. */
  readonly album: PhoneFile[]
  /** Paths of the pictures that the app has put into the album. */
  readonly saved: string[]
  online: boolean
  dark: boolean
  /** The person's font setting over the normal one. */
  fontScale: number
  clipboard: string
  /** The person's answer to a question of the app. */
  answer: (question: { readonly title: string; readonly content: string }) => boolean
  /** What a scanned code says; null: the person closes the scanner. */
  code: string | null
}

export const userFolder = 'wxfile://usr'
export const temporary = 'http://tmp/'

export function createPhone(): Phone {
  return {
    storage: new Map(),
    files: new Map(),
    filesFull: false,
    storageLimit: 10 * 1024 * 1024,
    album: [],
    saved: [],
    online: true,
    dark: false,
    fontScale: 1,
    clipboard: '',
    answer: () => true,
    code: null,
  }
}

/** A photo as a camera makes it; `bytes` long, recognisable by its first bytes as JPEG. */
export function photo(width: number, height: number, bytes = 400_000): PhoneFile {
  const content = new Uint8Array(bytes)
  content.set([0xff, 0xd8, 0xff, 0xe0])
  return { bytes: content, picture: { width, height } }
}

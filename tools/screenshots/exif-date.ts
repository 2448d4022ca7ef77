/**
 * The day a photograph was taken, from its EXIF block (Exif 2.32, §4.6: a TIFF file of its own; IFD0
 * points with tag 0x8769 to the Exif IFD, whose tag 0x9003 is DateTimeOriginal, 'YYYY:MM:DD HH:MM:SS').
 */
const exifPointer = 0x8769
const dateTimeOriginal = 0x9003
const ascii = 2
const entryBytes = 12

interface Entry {
  readonly tag: number
  readonly type: number
  readonly count: number
  /** The value itself, or where it lies. */
  readonly value: number
}

type Reader = { readonly u16: (at: number) => number; readonly u32: (at: number) => number }

function readerOf(tiff: Buffer): Reader | null {
  const order = tiff.toString('latin1', 0, 2)
  if (order === 'II') return { u16: (at) => tiff.readUInt16LE(at), u32: (at) => tiff.readUInt32LE(at) }
  if (order === 'MM') return { u16: (at) => tiff.readUInt16BE(at), u32: (at) => tiff.readUInt32BE(at) }
  return null
}

/** The entries of the directory at `at`; none when it does not lie inside the block. */
function entriesAt(tiff: Buffer, { u16, u32 }: Reader, at: number): readonly Entry[] {
  if (at < 8 || at + 2 > tiff.length) return []
  const count = Math.min(u16(at), Math.floor((tiff.length - at - 2) / entryBytes))
  return Array.from({ length: count }, (_, index) => {
    const start = at + 2 + index * entryBytes
    return { tag: u16(start), type: u16(start + 2), count: u32(start + 4), value: u32(start + 8) }
  })
}

/** ISO day, or null when the block says none or is broken. `exif` may begin with 'Exif\0\0'. */
export function dayTaken(exif: Buffer): string | null {
  const tiff = exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif
  const reader = tiff.length >= 8 ? readerOf(tiff) : null
  if (!reader) return null
  const pointer = entriesAt(tiff, reader, reader.u32(4)).find(({ tag }) => tag === exifPointer)
  const date = pointer && entriesAt(tiff, reader, pointer.value).find(({ tag }) => tag === dateTimeOriginal)
  if (!date || date.type !== ascii || date.value + 10 > tiff.length) return null
  const words = /^(\d{4}):(\d{2}):(\d{2})$/.exec(tiff.toString('latin1', date.value, date.value + 10))
  const day = words ? `${words[1]}-${words[2]}-${words[3]}` : ''
  return isDay(day) ? day : null
}

/** Whether `day` is a real day written YYYY-MM-DD. */
export function isDay(day: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

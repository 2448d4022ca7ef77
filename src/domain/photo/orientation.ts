/** How a JPEG lies in its file, as the camera noted it: EXIF's tag 0x0112 (CIPA DC-008, 4.6.4). */
const jpeg = 0xffd8
const app1 = 0xffe1
const exif = 0x45786966
const tag = 0x0112
const littleEndian = 0x4949

/** Quarter turns clockwise that set it upright. Mirrored ones no back camera makes. */
const turns: Readonly<Record<number, number>> = { 3: 2, 6: 1, 8: 3 }

/** `tiff`: where EXIF's own addresses begin. */
function tagIn(view: DataView, tiff: number): number {
  const little = view.getUint16(tiff) === littleEndian
  const first = tiff + view.getUint32(tiff + 4, little)
  const count = view.getUint16(first, little)
  for (let i = 0; i < count; i++) {
    const entry = first + 2 + i * 12
    if (view.getUint16(entry, little) === tag) return view.getUint16(entry + 8, little)
  }
  return 1
}

function tagOf(view: DataView): number {
  if (view.getUint16(0) !== jpeg) return 1
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2))
    if (view.getUint16(at) === app1 && view.getUint32(at + 4) === exif) return tagIn(view, at + 10)
  return 1
}

/** `head`: the file's first bytes, some thousand of them. 0–3; what cannot be read lies as it should. */
export function turnsOf(head: Uint8Array): number {
  try {
    return turns[tagOf(new DataView(head.buffer, head.byteOffset, head.byteLength))] ?? 0
  } catch {
    return 0 // cut off, or no such file: RangeError
  }
}

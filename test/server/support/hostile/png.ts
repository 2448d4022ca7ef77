/** PNG files made chunk by chunk: what no encoder would write. */
import { once } from 'node:events'
import { crc32, createDeflate, deflateSync } from 'node:zlib'

export function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const last = chunk('IEND', new Uint8Array())

/** One bit a pixel. */
function header(width: number, height: number): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data[8] = 1
  return chunk('IHDR', data)
}

/** Black. `more`: chunks before the picture's own. */
export const blackPng = (width: number, height: number, ...more: readonly Buffer[]): Buffer =>
  Buffer.concat([
    signature,
    header(width, height),
    ...more,
    chunk('IDAT', deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))),
    last,
  ])

/** A bomb in earnest: every one of its rows is there, half a megabyte that unpacks to `side` × `side` pixels. */
export async function bombPng(side: number): Promise<Buffer> {
  const rows = Buffer.alloc(64 * (1 + Math.ceil(side / 8)))
  const deflate = createDeflate({ level: 1 })
  const packed: Buffer[] = []
  deflate.on('data', (part: Buffer) => packed.push(part))
  for (let row = 0; row < side; row += 64) if (!deflate.write(rows)) await once(deflate, 'drain')
  deflate.end()
  await once(deflate, 'end')
  return Buffer.concat([signature, header(side, side), chunk('IDAT', Buffer.concat(packed)), last])
}

/** A still picture to those who know no animation, to the others it moves: the second frame is the first again. */
export function animatedPng(width: number, height: number): Buffer {
  const frame = (sequence: number) => {
    const data = Buffer.alloc(26)
    for (const [at, value] of [
      [0, sequence],
      [4, width],
      [8, height],
    ] as const)
      data.writeUInt32BE(value, at)
    data.writeUInt16BE(100, 22)
    return chunk('fcTL', data)
  }
  const pixels = deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))
  const [control, second] = [Buffer.alloc(8), Buffer.alloc(4)]
  control.writeUInt32BE(2)
  second.writeUInt32BE(2)
  return Buffer.concat([
    signature,
    header(width, height),
    chunk('acTL', control),
    frame(0),
    chunk('IDAT', pixels),
    frame(1),
    chunk('fdAT', Buffer.concat([second, pixels])),
    last,
  ])
}

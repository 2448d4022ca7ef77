import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { readColours } from '../../tools/operator/colours'
import { drawSharePicture, shareSize } from '../../tools/share-picture'

const pixels = (file: string) => sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })

test('the shared card’s picture is the one drawn from the colours, and another brand’s is another', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'share-'))
  try {
    const ours = readColours()
    await drawSharePicture(folder, ours)
    const drawn = await pixels(path.join(folder, 'share.png'))
    const kept = await pixels('src/miniapp/assets/tabs/share.png')
    expect(kept.info).toMatchObject(shareSize)
    expect(kept.data.equals(drawn.data)).toBe(true)
    await drawSharePicture(folder, { ...ours, light: { ...ours.light, accent: '#7A1F5C' } })
    expect((await pixels(path.join(folder, 'share.png'))).data.equals(kept.data)).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

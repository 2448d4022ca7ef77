/** The web's side of drawing (WeChat's is studio.ts; Taro picks the file at build time). */
import type { Studio } from '../../ports/studio'

function load(path: string): Promise<CanvasImageSource | null> {
  return new Promise((resolve) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = path
  })
}

export const studio: Studio = {
  keep: (base64) => `data:image/png;base64,${base64}`,
  async draw(width, height, picture, paint) {
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const context = canvas.getContext('2d')
    if (context === null) return null
    paint(context, picture === null ? null : await load(picture))
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    return blob === null ? null : URL.createObjectURL(blob)
  },
  async save(path, name) {
    const link = document.createElement('a')
    link.href = path
    link.download = `${name}.png`
    link.click()
    return 'saved'
  },
}

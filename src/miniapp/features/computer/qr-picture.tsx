import { Image } from '@tarojs/components'
import { create } from 'qrcode'
import { useMemo } from 'react'

/** Dark modules on white in both themes, with the quiet zone that readers need (ISO/IEC 18004: 4 modules). */
const quiet = 4
const dark = '#182022'

/** An address of a picture of the code. */
function pictureOf(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (modules.get(y, x)) path += `M${x + quiet} ${y + quiet}h1v1h-1z`
  const side = size + 2 * quiet
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><rect width="${side}" height="${side}" fill="#fff"/><path fill="${dark}" d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const named: object = { imgProps: { alt: '给手机扫的二维码' } }

export function QrPicture({ text }: { readonly text: string }) {
  const picture = useMemo(() => pictureOf(text), [text])
  return <Image className='pc-qr' src={picture} {...named} />
}

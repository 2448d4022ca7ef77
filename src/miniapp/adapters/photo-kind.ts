/** What a file is, by its first bytes: its name may say anything. */
export function kindOf(head: Uint8Array): 'image' | 'heic' | 'other' {
  const text = String.fromCharCode(...head.slice(0, 12))
  if (
    text.startsWith('\xff\xd8\xff') ||
    text.startsWith('\x89PNG') ||
    (text.startsWith('RIFF') && text.slice(8) === 'WEBP')
  )
    return 'image'
  return /^....ftyp(hei[cx]|hev[cx]|mif1|msf1)/s.test(text) ? 'heic' : 'other'
}

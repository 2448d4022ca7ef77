/** Where the files of a photo are. The upload's hash is part of the name, so two uploads never share a file. */
import type { Ports } from './ports'

export interface PhotoName {
  readonly merchant: string
  readonly photoId: string
  readonly sha256: string
}
export const variants = ['full', 'thumb', 'watermarked'] as const
export type Variant = (typeof variants)[number]

export const fileKey = (
  { secrets }: Pick<Ports, 'secrets'>,
  { merchant, photoId, sha256 }: PhotoName,
  variant: Variant,
): string => `photos/${secrets.sha256(`${merchant}.${photoId}.${sha256}`)}/${variant}.jpg`

export async function removeFiles(ports: Pick<Ports, 'secrets' | 'files'>, photo: PhotoName): Promise<void> {
  for (const variant of variants) await ports.files.remove(fileKey(ports, photo, variant))
}

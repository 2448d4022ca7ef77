/** The checklist: every material's page filled in as its own words ask, until nothing is missing. */
import type { Page } from 'playwright-core'
import { content } from '#domain/content/content'
import type { Field, Material } from '#domain/content/types'
import { arrive, goOn, see, tap } from './browser'
import { choose, openMaterial, type } from './merchant'

/** Material to field to what is typed, or to the id of what is chosen. */
export type Papers = Readonly<Record<string, Readonly<Record<string, string>>>>

export function materialOf(id: string): Material {
  const material = content.materials.find((one) => one.id === id)
  if (material === undefined) throw new Error(`the content has no material ${id}`)
  return material
}

/** Many choices open as a sheet of their own. */
async function chooseIn(page: Page, { choices = [] }: Field, id: string): Promise<void> {
  const label = choices.find((choice) => choice.id === id)?.label ?? id
  const sheet = page.locator('.row:visible', { hasText: '点这里选' })
  if ((await sheet.count()) === 0) return choose(page, label)
  await sheet.tap()
  await page.locator('.sheet .one', { hasText: new RegExp(`^${label}$`) }).tap()
  await see(page, label)
}

/** Everything of the open material that is not a photo. */
async function fillIn(page: Page, material: Material, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(texts)) {
    // a company and a sole trader have fields of the same name
    const field = material.fields?.find((one) => one.id === id)
    if (field === undefined) throw new Error(`${material.id} has no field ${id}`)
    if (field.input === 'choice') await chooseIn(page, field, value)
    else await type(page, field.label, value)
  }
  for (const { text } of material.statements ?? []) await choose(page, text)
}

/** From the checklist through the material's page and back. */
export async function prepare(page: Page, id: string, papers: Papers): Promise<void> {
  const material = materialOf(id)
  await openMaterial(page, material.title)
  await fillIn(page, material, papers[id] ?? {})
  await goOn(page)
  await arrive(page, 'pages/checklist')
}

/** On the page that shows how to photograph: a file from the album, kept. The first time it asks whether to upload. */
export async function takePhoto(page: Page, file: string, asked: 'asks' | 'has asked'): Promise<void> {
  await arrive(page, 'packages/capture/shoot')
  const chooser = page.waitForEvent('filechooser')
  await tap(page, '从相册选')
  await (await chooser).setFiles(file)
  await arrive(page, 'packages/capture/check')
  await tap(page, '就用这张')
  if (asked === 'has asked') return
  await see(page, '上传照片前，先说清楚')
  await tap(page, '同意，上传')
}

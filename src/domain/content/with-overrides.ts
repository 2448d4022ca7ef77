/**
 * The content as an operator wants it. Pure, and total: what names something that is not there changes
 * nothing (tools/operator.ts has refused it before), and without overrides the content stays itself.
 */
import type { Change, Changes, ExtraMaterial, ExtraStep, Overrides } from './operator-types'
import { withTexts } from './texts'
import type { Content, Guide, Industry, Material } from './types'

interface Named {
  readonly id: string
}

const changedBy = <T extends Named>(piece: T, changes: readonly Change<T>[]): T =>
  changes.filter(({ id }) => id === piece.id).reduce<T>((before, change) => ({ ...before, ...change }), piece)

function changed<T extends Named>(
  pieces: readonly T[],
  { add = [], change = [], remove = [] }: Changes<T> = {},
): readonly T[] {
  const kept = pieces.filter(({ id }) => !remove.includes(id)).map((piece) => changedBy(piece, change))
  return [...kept, ...add]
}

/** 「其他行业」, which the question sends everybody to who finds nothing else, stays the last. */
const lastResort = 'other'
const withIndustries = (
  industries: readonly Industry[],
  changes: Changes<Industry> | undefined,
): readonly Industry[] => {
  const all = changed(industries, changes)
  return [...all.filter(({ id }) => id !== lastResort), ...all.filter(({ id }) => id === lastResort)]
}

/** `after`: an id, or where to put it when there is none of that id. */
function inserted<T extends Named>(
  list: readonly T[],
  piece: T,
  after: string | undefined,
  otherwise: number,
): readonly T[] {
  const found = list.findIndex(({ id }) => id === after)
  const at = found >= 0 ? found + 1 : otherwise
  return [...list.slice(0, at), piece, ...list.slice(at)]
}

/** Results are not prepared and stay last. */
function afterGroup(materials: readonly Material[], { group }: Material): number {
  const last = materials.findLastIndex((one) => one.group === group && one.stage === undefined)
  return last < 0 ? materials.length : last + 1
}

const withMaterials = (materials: readonly Material[], extra: readonly ExtraMaterial[] = []): readonly Material[] =>
  extra.reduce((all, { after, material }) => inserted(all, material, after, afterGroup(all, material)), materials)

const withSteps = (guides: readonly Guide[], extra: readonly ExtraStep[] = []): readonly Guide[] =>
  guides.map((guide) =>
    extra
      .filter((one) => one.guide === guide.id)
      .reduce<Guide>(
        (before, { after, step }) => ({
          ...before,
          steps: inserted(before.steps, step, after, after === undefined ? 0 : before.steps.length),
        }),
        guide,
      ),
  )

export function withOverrides(content: Content, overrides: Overrides): Content {
  if (Object.keys(overrides).length === 0) return content
  const { texts = {}, feesChecked } = overrides
  const merged: Content = {
    ...content,
    fees: changed(content.fees, overrides.fees),
    feeNotes: changed(content.feeNotes, overrides.feeNotes),
    permits: changed(content.permits, overrides.permits),
    industries: withIndustries(content.industries, overrides.industries),
    materials: withMaterials(content.materials, overrides.materials),
    guides: withSteps(content.guides, overrides.steps),
    ...(feesChecked !== undefined && { feesChecked }),
  }
  const own = new Map(Object.entries(texts))
  return withTexts(merged, (address, said) => {
    const instead = own.get(address)
    return instead !== undefined && Array.isArray(instead) === Array.isArray(said) ? (instead as typeof said) : said
  })
}

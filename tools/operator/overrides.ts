/** From the files to what the domain takes (content/operator-types.ts). */
import { eligible } from '#domain/content/conditions'
import type { Brand, ExtraMaterial, ExtraStep, Overrides } from '#domain/content/operator-types'
import type { Parsed } from './folder'

type MaterialIn = NonNullable<Parsed['materials.json']>['add'][number]
type StepIn = NonNullable<Parsed['steps.json']>['add'][number]

const icons = { photo: 'camera', text: 'edit', confirm: 'check' } as const

/** Whoever has no licence has nothing to prepare, and is told so as by our own materials. */
function materialOf({
  after,
  applies = eligible,
  icon,
  notApplicable = '还没有营业执照',
  ...rest
}: MaterialIn): ExtraMaterial {
  const material = { ...rest, icon: icon ?? icons[rest.group], applies, notApplicable }
  return { material, ...(after !== undefined && { after }) }
}

function stepOf({ guide, after, requires, ...rest }: StepIn): ExtraStep {
  const step = { ...rest, ...(requires !== undefined && { after: requires }) }
  return { guide, step, ...(after !== undefined && { after }) }
}

export function overridesOf(parsed: Parsed): Overrides {
  const fees = parsed['fees.json']
  const { 'industries.json': industries, 'permits.json': permits, 'texts.json': texts, 'nudges.json': nudges } = parsed
  const materials = parsed['materials.json']?.add.map(materialOf)
  const steps = parsed['steps.json']?.add.map(stepOf)
  return {
    ...(fees && { feesChecked: fees.checked }),
    ...(fees?.fees && { fees: fees.fees }),
    ...(fees?.notes && { feeNotes: fees.notes }),
    ...(industries && { industries }),
    ...(permits && { permits }),
    ...(materials && { materials }),
    ...(steps && { steps }),
    ...(texts && { texts }),
    ...(nudges && { nudges }),
  }
}

export function brandOf({ colours: _colours, shortName, ...rest }: NonNullable<Parsed['brand.json']>): Brand {
  return { ...rest, shortName: shortName ?? rest.name }
}

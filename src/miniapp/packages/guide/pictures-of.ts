import { operatorPictures } from '#domain/content/operator'
import type { StepPicture } from '../../features/step/step-pictures'
import { pictures } from './pictures'

const byStep: Readonly<Record<string, readonly StepPicture[]>> = { ...pictures, ...operatorPictures }

/** The pictures of a step, empty while it has none. */
export const picturesOf = (guide: string, step: string): readonly StepPicture[] => byStep[`${guide}/${step}`] ?? []

export const allPictures: readonly StepPicture[] = Object.values(byStep).flat()

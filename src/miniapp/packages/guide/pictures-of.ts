import type { StepPicture } from '../../features/step/step-picture'
import { pictures } from './pictures'

const byStep: Readonly<Record<string, readonly StepPicture[]>> = pictures

/** The pictures of a step, empty while it has none. */
export const picturesOf = (guide: string, step: string): readonly StepPicture[] => byStep[`${guide}/${step}`] ?? []

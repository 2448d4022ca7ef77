/**
 * Our own brand, with nothing overridden. A build with another operator folder puts a module of the same
 * shape in this one's place (tools/operator-module.cjs), which is why everybody imports it by the name
 * `#domain/content/operator`, also the files beside it.
 */
import type { Brand, OperatorPicture, OperatorSources, Overrides } from './operator-types'
import { ownBrand, ownPalette } from './own-brand'

export const brand: Brand = ownBrand
export const palette = ownPalette
export const overrides: Overrides = {}
export const operatorSources: OperatorSources = {}
/** `<guide>/<step>` -> all pictures of a step of which the operator has captures. */
export const operatorPictures: Readonly<Record<string, readonly OperatorPicture[]>> = {}

/** Our own brand, which an operator's takes the place of (operator.ts). */
import type { Brand, Palette } from './operator-types'

export const ownBrand: Brand = { name: '开通助手', shortName: '开通助手' }

/** As in miniapp/ui/styles/tokens.scss. */
export const ownPalette: { readonly light: Palette; readonly dark: Palette } = {
  light: { page: '#F4F5F4', card: '#FFFFFF', 'ink-3': '#626C6E', accent: '#0B5D6B', red: '#B3261E' },
  dark: { page: '#101415', card: '#1A1F20', 'ink-3': '#929C9E', accent: '#6ABBC5', red: '#FF9486' },
}

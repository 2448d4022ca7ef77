import Taro from '@tarojs/taro'
import type { RepWays } from '../../ports/rep-ways'

const to = (page: string, query: Readonly<Record<string, string>> = {}) => {
  const words = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return { url: `/packages/rep/${page}/index${words.length === 0 ? '' : `?${words.join('&')}`}` }
}

export const ways: RepWays = {
  merchants: () => void Taro.redirectTo(to('merchants')),
  merchant: (id) => void Taro.navigateTo(to('merchant', { id })),
  photo: (merchant, photoId) => void Taro.navigateTo(to('photo', { id: merchant, photo: photoId })),
  codes: () => void Taro.navigateTo(to('codes')),
  overview: () => void Taro.navigateTo(to('overview')),
  claim: () => void Taro.redirectTo(to('claim')),
}

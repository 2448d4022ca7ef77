import Taro from '@tarojs/taro'
import { palette } from '#domain/content/operator'
import type { Device } from '../ports/device'

export const toast = (title: string) => void Taro.showToast({ title, icon: 'none', duration: 1800 })

/** The platform's own dialog. Its button colours are the light theme's accent and red: it takes no variables. */
export const confirm: Device['confirm'] = async ({ title, text, yes, no, danger }) => {
  const confirmColor = danger ? palette.light.red : palette.light.accent
  const answer = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no, confirmColor })
  return answer.confirm
}

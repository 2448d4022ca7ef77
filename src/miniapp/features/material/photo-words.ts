/** A photo's state in words, as the slot's strip and the line under a large photo say it. */
import type { PhotoView } from '../../stores/photo-hooks'

export interface PhotoWords {
  readonly look: 'plain' | 'busy' | 'redo'
  readonly icon: string
  readonly words: string
  readonly tone: '' | 'good' | 'warn' | 'bad'
}

const states: Record<PhotoView['state'], PhotoWords> = {
  local: { look: 'plain', icon: 'lock', words: '只在这部手机里', tone: '' },
  preparing: { look: 'busy', icon: 'clock', words: '正在处理', tone: '' },
  waiting: { look: 'plain', icon: 'upload', words: '排着队，马上传', tone: '' },
  paused: { look: 'plain', icon: 'offline', words: '有网了自动传', tone: '' },
  uploading: { look: 'busy', icon: 'upload', words: '上传中', tone: '' },
  checking: { look: 'busy', icon: 'search', words: '正在检查', tone: '' },
  ready: { look: 'plain', icon: 'check', words: '已传好', tone: 'good' },
  failed: { look: 'plain', icon: 'caution', words: '没传上去', tone: 'warn' },
  elsewhere: { look: 'plain', icon: 'phone', words: '在另一部手机上，还没传', tone: '' },
}

export function photoWords(photo: PhotoView): PhotoWords {
  if (photo.redo !== undefined) return { look: 'redo', icon: 'retake', words: `需重拍：${photo.redo}`, tone: 'bad' }
  const state = states[photo.state]
  if (photo.state === 'uploading') return { ...state, words: `上传中 ${Math.round(photo.part * 100)}%` }
  const stopped = photo.state === 'failed' || photo.state === 'waiting'
  return stopped && photo.reason !== undefined ? { ...state, words: photo.reason } : state
}

export const sizeWords = ({ bytes }: PhotoView): string | null =>
  bytes === undefined || bytes === 0 ? null : `${Math.max(1, Math.round(bytes / 1024))}\u00a0KB`

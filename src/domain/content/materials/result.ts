/** What is learnt on the way and asked for at a step, not prepared. */
import type { Material } from '../types'

const appId: Material = {
  id: 'app-id',
  group: 'text',
  stage: 'result',
  title: '小程序的 AppID',
  summary: '办好以后，从后台抄下来',
  icon: 'qr',
  why: '业务员要用它，把做好的小程序装到你的账号上。',
  accepted: ['在后台的「开发管理」→「开发设置」里，「AppID(小程序ID)」后面那一串。', 'wx 开头，后面 16 位数字和字母。'],
  fields: [
    {
      id: 'value',
      label: 'AppID',
      hint: 'wx 开头，共 18 位',
      example: 'wx0123456789abcdef',
      input: 'code',
      check: 'app-id',
    },
  ],
  cautions: [
    {
      level: 'caution',
      title: '只给 AppID',
      text: 'AppSecret 和登录密码不要发给任何人。',
    },
  ],
  sources: ['screens-2026', 'introduction', 'own-advice'],
}

export const resultMaterials: readonly Material[] = [appId]

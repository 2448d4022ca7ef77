/** Merchants as the function says them to their rep. */
import type { AnyReply } from './backends'
import { noon } from './ports'

export const item = (id: string, more: object = {}): AnyReply => ({
  ...{ id, shop: `店${id}`, route: 'standalone', done: 3, total: 20, materialsDone: 4, materialsTotal: 9 },
  ...{ kind: 'step', title: '上传营业执照', guide: 'certify-service-account', step: 'licence', material: null },
  ...{ since: noon, lastActive: noon, joined: noon, scene: 'AAAAAAAAAAAAAAAAAAAAAA' },
  ...{ deadline: null, waiting: null, missing: [], retakes: [], stuck: null, finished: null },
  ...more,
})

export const counts = { all: 3, stuck: 1, deadline: 1, retake: 0, finished: 1 }

export const pageOf = (items: readonly AnyReply[], more: object = {}): AnyReply => ({
  ...{ ok: true, items, next: null, total: items.length, counts, time: noon },
  ...more,
})

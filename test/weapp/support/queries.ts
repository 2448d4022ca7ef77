/** What pages that show one thing of many are opened with. */
export const queries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'packages/guide/step/index': { guide: 'reuse', step: 'menu' },
  'packages/guide/picture/index': { file: 'nothing' },
  'packages/material/detail/index': { id: 'business-licence' },
  'packages/capture/shoot/index': { material: 'business-licence', slot: 'business-licence' },
  'packages/capture/check/index': { material: 'business-licence', slot: 'business-licence' },
}

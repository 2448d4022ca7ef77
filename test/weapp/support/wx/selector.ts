/** A fake of wx.createSelectorQuery: there is no layout, so every box is empty and at the top left. */
const box = {
  id: '',
  dataset: {},
  left: 0,
  top: 0,
  right: 0,
  bottom: 0,
  width: 0,
  height: 0,
  scrollLeft: 0,
  scrollTop: 0,
}

export function selectorApis(later: (run: () => void) => void) {
  return {
    createSelectorQuery() {
      const asked: ((reply: typeof box) => void)[] = []
      const ask = (heard: (reply: typeof box) => void = () => undefined) => {
        asked.push(heard)
        return query
      }
      const node = {
        boundingClientRect: ask,
        scrollOffset: ask,
        fields: (_what: object, heard?: (reply: typeof box) => void) => ask(heard),
        node: ask,
        context: ask,
      }
      const select = () => node
      const query = {
        in: () => query,
        select,
        selectAll: select,
        selectViewport: select,
        exec(done?: (replies: readonly (typeof box)[]) => void) {
          later(() => {
            asked.forEach((heard) => heard(box))
            done?.(asked.map(() => box))
          })
        },
      }
      return query
    },
  }
}

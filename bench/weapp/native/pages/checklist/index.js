/**
 * The checklist page as somebody would write it for WeChat alone: what Taro's version shows, with one
 * setData of plain data at the start and of the changed paths afterwards. The bench hands it the same rows.
 */
const counted = (groups) => {
  const rows = groups.flatMap((group) => group.rows).filter((row) => row.mark !== 'none' && !row.optional)
  const done = rows.filter((row) => row.mark === 'done').length
  return { done, part: (done / rows.length).toFixed(4), words: `备好 ${done} 样，还差 ${rows.length - done} 样` }
}

Page({
  data: { groups: [] },
  /** What another page has entered is here when this one is shown. */
  show({ groups, under, next }) {
    this.setData({ groups, under, next, ...counted(groups) })
  },
  done(id, sub) {
    const group = this.data.groups.findIndex(({ rows }) => rows.some((row) => row.id === id))
    const rows = this.data.groups[group].rows
    const at = rows.findIndex((row) => row.id === id)
    const row = `groups[${group}].rows[${at}]`
    const groups = this.data.groups.map((one) => ({
      rows: one.rows.map((other) => (other.id === id ? { ...other, mark: 'done' } : other)),
    }))
    this.setData({
      [`${row}.mark`]: 'done',
      [`${row}.sub`]: sub,
      [`${row}.spoken`]: `${rows[at].title}，已备好，${sub}`,
      ...counted(groups),
    })
  },
  open() {},
  next() {},
})

/** A React hook: hears when the page it is used on comes to the front and when something covers it. */
export type UsePageLife = (onShow: () => void, onHide: () => void) => void

/** A browser opens the system's camera. */
export const Finder = null

/** Waiting for what will be so, however busy the machine is. */

const limitMs = 45_000
const everyMs = 20

/** Throws with `what` when it is not so within 45 s. */
export async function until(what: string, is: () => boolean | Promise<boolean>): Promise<void> {
  const late = Date.now() + limitMs
  while (!(await is())) {
    if (Date.now() > late) throw new Error(`not within ${limitMs / 1000} s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

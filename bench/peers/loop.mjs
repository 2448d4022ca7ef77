/**
 * The work that every peer does, as the product's own load does it: N clients with a document of 60 entries each,
 * one edit after the other, each waited for until the server has it. Prints the durations (ms) as JSON.
 */

/** `open(n, options)` makes client n, its 60 entries already on the server, and answers `edit(value)`. */
export async function run(open) {
  const options = JSON.parse(process.argv[2])
  const clients = await Promise.all(Array.from({ length: options.clients }, (_each, n) => open(n, options)))
  const begin = performance.now()
  const durations = []
  const counted = begin + (options.seconds ?? 0) * 200
  const end = options.seconds === undefined ? Infinity : begin + options.seconds * 1000
  const loop = async (edit) => {
    for (let count = 0; count < (options.edits ?? Infinity); count++) {
      const from = performance.now()
      if (from >= end) return
      await edit(Date.now() * 1000 + (count % 1000))
      const now = performance.now()
      if (options.seconds === undefined || (from >= counted && now <= end)) durations.push(now - from)
    }
  }
  await Promise.all(clients.map((edit) => loop(edit)))
  process.stdout.write(`${JSON.stringify(durations)}\n`, () => process.exit(0))
}

/** The server's own log: lines of JSON on standard output, every one through the redactor. */
import { described, redacted, redactText } from '../redact'

type Members = Record<string, unknown>

/** By the time that it is serialised, an error has been described already. */
const plain = (error: unknown) => ({
  type: 'Error',
  message: '',
  stack: '',
  ...(error instanceof Error ? described(error) : (error as object)),
})

export const loggerSettings = (level: string) => ({
  level,
  base: null,
  formatters: { log: (members: Members) => redacted(members) as Members },
  serializers: { err: plain },
  hooks: {
    // A line without a message of its own would take over the error's.
    logMethod(this: unknown, given: unknown[], write: (...line: never[]) => void) {
      const [first, second] = given
      const error = first instanceof Error ? first : (first as { err?: unknown } | null)?.err
      const members = first instanceof Error ? { err: first } : first
      if (error instanceof Error && second === undefined) write.apply(this, [members, 'error'] as never[])
      else write.apply(this, given as never[])
    },
  },
  // Whatever a library may have put into the message.
  stream: { write: (line: string) => process.stdout.write(redactText(line)) },
})

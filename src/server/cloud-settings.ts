/** Of the environment, what the cloud function reads; the platform has variables of its own beside it. */
const ours = /^(PUBLIC_URL|MASTER_KEY|RETENTION_DAYS|REMINDER_.*|LICENCE_OCR|RATE_.*|LIMIT_.*)$/

export const cloudVariables = (env: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => ours.test(entry[0]) && (entry[1] ?? '') !== ''),
  )

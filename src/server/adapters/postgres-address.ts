/** Whether a DATABASE_URL names a server, an account and a database. The driver would fail late, and say less. */
export function isDatabaseAddress(text: string): boolean {
  if (!/^postgres(ql)?:\/\/[^/]/.test(text) || !URL.canParse(text)) return false
  const { hostname, username, password, pathname } = new URL(text)
  return hostname !== '' && username !== '' && pathname.length > 1 && [username, password, pathname].every(decodes)
}

function decodes(part: string): boolean {
  try {
    decodeURIComponent(part)
    return true
  } catch {
    return false
  }
}

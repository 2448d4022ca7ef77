/**
 * Run by Node before the server: while the file that DISK_FULL_WHILE names exists, every new file that
 * the server begins is /dev/full, where the kernel refuses each byte as it does on a full disk (ENOSPC).
 * Without root a real disk cannot be filled; everything after the opening is the server's own.
 */
const { existsSync } = require('node:fs')
const files = require('node:fs/promises')

const { open } = files
files.open = (path, flags, ...rest) =>
  flags === 'wx' && existsSync(process.env.DISK_FULL_WHILE) ? open('/dev/full', 'w') : open(path, flags, ...rest)

/** A fake of wx's file system: the phone's files by path. Errors read as WeChat's do. */
import { type Phone, type PhoneFile, userFolder } from '../phone'

const utf8 = {
  to: (text: string) => new Uint8Array(Buffer.from(text, 'utf8')),
  from: (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8'),
}

export function fileApis(phone: Phone) {
  const file = (call: string, path: string): PhoneFile => {
    const found = phone.files.get(path)
    if (found === undefined) throw new Error(`${call}:fail no such file or directory "${path}"`)
    return found
  }
  const writable = (call: string, path: string) => {
    if (!path.startsWith(userFolder)) throw new Error(`${call}:fail permission denied, open "${path}"`)
  }
  const manager = {
    accessSync: (path: string) => void file('access', path),
    statSync: (path: string) => ({
      size: file('stat', path).bytes.length,
      isFile: () => true,
      isDirectory: () => false,
    }),
    readFileSync(path: string, encoding?: string) {
      const { bytes } = file('readFile', path)
      return encoding === undefined ? bytes.slice().buffer : utf8.from(bytes)
    },
    writeFileSync(path: string, data: string | ArrayBuffer) {
      writable('writeFile', path)
      phone.files.set(path, { bytes: typeof data === 'string' ? utf8.to(data) : new Uint8Array(data) })
    },
    copyFileSync(from: string, to: string) {
      writable('copyFile', to)
      // Files of the package itself can be copied out; the fake does not hold them.
      phone.files.set(to, /^(https?|wxfile):/.test(from) ? file('copyFile', from) : { bytes: new Uint8Array(1) })
    },
    unlinkSync(path: string) {
      file('unlink', path)
      phone.files.delete(path)
    },
    readdirSync: (folder: string) =>
      [...phone.files.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1)),
  }
  return { env: { USER_DATA_PATH: userFolder }, getFileSystemManager: () => manager }
}

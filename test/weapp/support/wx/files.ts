/** A fake of wx's file system: the phone's files by path. Errors read as WeChat's do. */
import { type Phone, type PhoneFile, userFolder } from '../phone'

const utf8 = {
  to: (text: string) => new Uint8Array(Buffer.from(text, 'utf8')),
  from: (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8'),
}

interface FileCallbacks {
  readonly success?: (result: { readonly errMsg: string }) => void
  readonly fail?: (error: { readonly errMsg: string }) => void
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
  /** The same call by callbacks, answered later as WeChat does. */
  const later =
    <O extends FileCallbacks>(name: string, work: (options: O) => void) =>
    (options: O) =>
      void Promise.resolve().then(() => {
        try {
          work(options)
        } catch (error) {
          return options.fail?.({ errMsg: error instanceof Error ? error.message : `${name}:fail` })
        }
        return options.success?.({ errMsg: `${name}:ok` })
      })
  const folders = new Set<string>()
  const copy = (from: string, to: string) => {
    writable('copyFile', to)
    const folder = to.slice(0, to.lastIndexOf('/'))
    if (folder !== userFolder && !folders.has(folder))
      throw new Error(`copyFile:fail no such file or directory, copyFile ${from} -> ${to}`)
    if (phone.filesFull) throw new Error('copyFile:fail the maximum size of the file storage limit is exceeded')
    // Files of the package itself can be copied out; the fake does not hold them.
    phone.files.set(to, /^(https?|wxfile):/.test(from) ? file('copyFile', from) : { bytes: new Uint8Array(1) })
  }
  const manager = {
    mkdir: later<{ dirPath: string } & FileCallbacks>('mkdir', ({ dirPath }) => void folders.add(dirPath)),
    rmdir: later<{ dirPath: string } & FileCallbacks>('rmdir', ({ dirPath }) => {
      const inside = [...phone.files.keys()].filter((path) => path.startsWith(`${dirPath}/`))
      if (!folders.has(dirPath) && inside.length === 0) throw new Error('rmdir:fail no such file or directory')
      folders.delete(dirPath)
      for (const path of inside) phone.files.delete(path)
    }),
    copyFile: later<{ srcPath: string; destPath: string } & FileCallbacks>('copyFile', ({ srcPath, destPath }) =>
      copy(srcPath, destPath),
    ),
    accessSync: (path: string) => void file('access', path),
    statSync: (path: string) => ({
      size: file('stat', path).bytes.length,
      isFile: () => true,
      isDirectory: () => false,
    }),
    readFileSync(path: string, encoding?: string, position = 0, length?: number) {
      const all = file('readFile', path).bytes
      const bytes = length === undefined ? all : all.subarray(position, position + length)
      if (encoding === 'base64') return Buffer.from(bytes).toString('base64')
      return encoding === undefined ? bytes.slice().buffer : utf8.from(bytes)
    },
    writeFileSync(path: string, data: string | ArrayBuffer, encoding?: string) {
      writable('writeFile', path)
      if (encoding === 'base64') {
        const picture = { width: 430, height: 430 }
        phone.files.set(path, { bytes: new Uint8Array(Buffer.from(String(data), 'base64')), picture })
        return
      }
      phone.files.set(path, { bytes: typeof data === 'string' ? utf8.to(data) : new Uint8Array(data) })
    },
    copyFileSync: copy,
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

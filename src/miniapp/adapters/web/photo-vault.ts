/** Photos kept on this phone: JPEG blobs in IndexedDB, which outlives a closed tab. */
const database = 'kaitong-photos'
const table = 'photos'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(database, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(table)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function run<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(table, mode)
      const request = act(transaction.objectStore(table))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
      transaction.onerror = () => reject(transaction.error)
    })
  } finally {
    db.close()
  }
}

export const photoVault = {
  put: (id: string, bytes: ArrayBuffer) => run('readwrite', (store) => store.put(bytes, id)),
  get: (id: string) => run<unknown>('readonly', (store) => store.get(id)),
  remove: (id: string) => run('readwrite', (store) => store.delete(id)),
}

/** Reads no more files at once than the policy allows (docs/policy.md, "Limits"). */
import type { ObjectManager } from '../../repo/api.ts'
import { Semaphore } from '../../util/async.ts'

/** The same objects, except that at most `limit` files or batches of small ones are read at a time; a batch is read file by file. */
export function withReadLimit(objects: ObjectManager, limit: number | undefined): ObjectManager {
  if (limit === undefined) return objects
  const slots = new Semaphore(Math.max(1, limit))
  return {
    writeBytes: (bytes, options) => objects.writeBytes(bytes, options),
    writeStream: (chunks, options) => objects.writeStream(chunks, options),
    writeFile: (file, options) => slots.use(() => objects.writeFile(file, options)),
    writeFiles: (files, options) => slots.use(() => objects.writeFiles(files, options)),
    open: (id) => objects.open(id),
    contentsOf: (id) => objects.contentsOf(id),
  }
}

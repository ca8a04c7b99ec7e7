/** The objects of a repository. */
import type { ObjectManager } from '../api.ts'
import { type ContentManager, readOnly } from '../content/content-manager.ts'
import { extractFiles } from './file-extractor.ts'
import { readFolder, writeFile, writeFiles } from './file-writer.ts'
import { contentsOfObject, openObject } from './object-reader.ts'
import { writeBytes, writeStream } from './object-writer.ts'

/** Whether an open folder has a name below which its entries can be opened (`/proc/self/fd`). */
const READS_FOLDERS = process.platform === 'linux'

/** Objects over contents; with `isReadOnly` every write fails with CAIRN_REPOSITORY_READONLY. */
export function objectManager(contents: ContentManager, isReadOnly: boolean): ObjectManager {
  const checkWritable = () => {
    if (isReadOnly) throw readOnly()
  }
  return {
    async writeBytes(bytes, options = {}) {
      checkWritable()
      return await writeBytes(contents, bytes, options)
    },
    async writeStream(chunks, options = {}) {
      checkWritable()
      return await writeStream(contents, chunks, options)
    },
    async writeFile(file, options = {}) {
      checkWritable()
      return await writeFile(contents, file, options)
    },
    async writeFiles(files, options = {}) {
      checkWritable()
      return await writeFiles(contents, files, options)
    },
    ...(READS_FOLDERS && {
      readFolder: async (folder, options = {}) => {
        checkWritable()
        return await readFolder(contents, folder, options)
      },
    }),
    open: (id) => openObject(contents, id),
    extractFiles: (files, rules) => extractFiles(contents, files, rules),
    contentsOf: (id) => contentsOfObject(contents, id),
  }
}

/** A repository in memory with one content per object; object IDs are hashes, so equal bytes get equal IDs. */
import { createHash } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { CairnError, isCairnError, throwIfCancelled } from '../../src/errors.ts'
import type { FileRead, ManifestEntry, ObjectManager, ObjectReader, Repository, WriteOptions, WrittenObject } from '../../src/repo/api.ts'
import { concatBytes } from '../../src/util/bytes.ts'
import { systemClock } from '../../src/util/clock.ts'

export interface FakeRepository extends Repository {
  readonly contents: Map<string, Uint8Array>
  /** Options that objects were written with, in order. */
  readonly writes: { readonly id: string; readonly path?: string; readonly options: WriteOptions | undefined }[]
  /** Called before a file is read; may change the file, or throw in its place. */
  beforeFile: ((file: FileRead) => void | Promise<void>) | undefined
  /** Stores bytes as an object, for crafted trees. */
  put(bytes: Uint8Array, prefix?: '' | 'k'): string
}

const CHUNK = 64 * 1024

export function fakeRepository(): FakeRepository {
  const contents = new Map<string, Uint8Array>()
  const manifests = new Map<string, { entry: ManifestEntry; json: string }>()
  const writes: FakeRepository['writes'] = []
  const totals = { hashedBytes: 0, newBytes: 0 }
  let madeManifests = 0

  const put = (bytes: Uint8Array, prefix = ''): string => {
    const id = prefix + createHash('sha256').update(bytes).digest('hex').slice(0, 32)
    totals.hashedBytes += bytes.length
    if (!contents.has(id)) totals.newBytes += bytes.length
    contents.set(id, bytes.slice())
    return id
  }
  const write = (bytes: Uint8Array, options: WriteOptions | undefined, path?: string): WrittenObject => {
    throwIfCancelled(options?.signal)
    const before = totals.newBytes
    const id = put(bytes, options?.prefix ?? '')
    writes.push(path === undefined ? { id, options } : { id, path, options })
    return { id, length: bytes.length, newBytes: totals.newBytes - before }
  }

  const objects: ObjectManager = {
    writeBytes: async (bytes, options) => write(bytes, options),
    async writeStream(chunks, options) {
      const parts: Uint8Array[] = []
      for await (const chunk of chunks) parts.push(chunk.slice())
      return write(concatBytes(parts), options)
    },
    async writeFile(file, options) {
      await repository.beforeFile?.(file)
      return write(readRegularFile(file), options, file.path.toString())
    },
    writeFiles: async (files, options) =>
      await Promise.all(
        files.map((file) =>
          objects.writeFile(file, options).catch((error) => {
            if (isCairnError(error) && error.code.startsWith('CAIRN_FILE_')) return error
            throw error
          }),
        ),
      ),
    async open(id): Promise<ObjectReader> {
      const bytes = contents.get(id)
      if (bytes === undefined) throw new CairnError('CAIRN_CONTENT_MISSING', `Content ${id} is missing.`)
      return {
        length: bytes.length,
        async *chunks(signal) {
          for (let at = 0; at < bytes.length; at += CHUNK) {
            throwIfCancelled(signal)
            yield bytes.subarray(at, at + CHUNK)
          }
        },
        async readAll(limit = 256 * 1024 * 1024) {
          if (bytes.length > limit) throw new CairnError('CAIRN_OBJECT_TOO_LARGE', `Object ${id} is too large.`)
          return bytes
        },
      }
    },
    async contentsOf(id) {
      if (!contents.has(id)) throw new CairnError('CAIRN_CONTENT_MISSING', `Content ${id} is missing.`)
      return [id]
    },
  }

  const repository: FakeRepository = {
    facts: {
      formatVersion: 3,
      hash: 'fake',
      encryption: 'fake',
      splitter: 'fake',
      ecc: '',
      eccOverheadPercent: 0,
      maxPackSizeBytes: 20 * 1024 * 1024,
      indexVersion: 2,
      epochsEnabled: true,
      epochs: {
        refreshFrequencyNs: 0n,
        fullCheckpointFrequency: 7,
        cleanupSafetyMarginNs: 0n,
        minEpochDurationNs: 0n,
        advanceOnCount: 20,
        advanceOnTotalSizeBytes: 1,
        deleteParallelism: 1,
      },
      isPasswordChangeSupported: true,
      uniqueId: '00'.repeat(32),
      keyDerivation: 'fake',
    },
    identity: { userName: 'tester', host: 'here' },
    clock: systemClock,
    isReadOnly: false,
    objects,
    manifests: {
      async find(labels) {
        const wanted = Object.entries(labels)
        return [...manifests.values()]
          .map(({ entry }) => entry)
          .filter((entry) => wanted.every(([key, value]) => entry.labels[key] === value))
      },
      get: async (id) => manifests.get(id),
      async put(labels, json) {
        const id = (++madeManifests).toString(16).padStart(32, '0')
        manifests.set(id, { entry: { id, labels, modifiedNs: BigInt(madeManifests), length: Buffer.byteLength(json) }, json })
        return id
      },
      async delete(id) {
        manifests.delete(id)
      },
      async refresh() {},
    },
    contents,
    writes,
    beforeFile: undefined,
    put,
    counters: () => ({
      hashedBytes: totals.hashedBytes,
      hashedContents: writes.length,
      newContents: contents.size,
      newBytes: totals.newBytes,
      storedBytes: totals.newBytes,
      uploadedBytes: totals.newBytes,
      uploadedBlobs: 0,
    }),
    async flush() {},
    async refresh() {},
    advanceEpoch: async () => undefined,
    async close() {},
  }
  return repository
}

/** As a worker reads it: never through a link, never anything but the very file that was seen. */
function readRegularFile(file: FileRead): Uint8Array {
  let fd: number
  try {
    fd = openSync(file.path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : ''
    if (code === 'ENOENT') throw new CairnError('CAIRN_FILE_VANISHED', `${file.path} vanished.`, { cause })
    if (code === 'ELOOP') throw new CairnError('CAIRN_FILE_CHANGED', `${file.path} was replaced.`, { cause })
    throw new CairnError('CAIRN_FILE_UNREADABLE', `${file.path} cannot be read: ${code}.`, { cause })
  }
  try {
    const stat = fstatSync(fd, { bigint: true })
    if (!stat.isFile() || stat.dev !== file.device || stat.ino !== file.inode)
      throw new CairnError('CAIRN_FILE_CHANGED', `${file.path} was replaced.`)
    return readFileSync(fd)
  } finally {
    closeSync(fd)
  }
}

/** File operations of which any step can fail as a real system would. */
import type { FileOperations, OpenedFile } from '../../src/repo/blob/file-operations.ts'
import { nodeFileOperations } from '../../src/repo/blob/filesystem.ts'

export type FileStep =
  | 'openForReading'
  | 'createNew'
  | 'readDirectory'
  | 'status'
  | 'makeDirectory'
  | 'rename'
  | 'link'
  | 'remove'
  | 'syncDirectory'
  | 'read'
  | 'write'
  | 'sync'
  | 'close'

export interface FileFault {
  readonly step: FileStep
  /** System code, such as `ENOSPC`. */
  readonly code: string
  /** Which call of that step fails, from 1; default every one. */
  readonly call?: number
  /** Only paths that contain this text. */
  readonly path?: string
  /** A failing write puts this many bytes in the file first. */
  readonly writtenBytes?: number
}

/** The error a failing system call gives. */
export function systemError(code: string, path = ''): Error {
  return Object.assign(new Error(`${code}: scripted failure${path === '' ? '' : `, '${path}'`}`), { code })
}

/** The real file system with failures; `steps` records every step taken, and `maxWriteBytes` makes writes short as a nearly full disk does. */
export class FaultyFiles implements FileOperations {
  readonly steps: string[] = []
  openFiles = 0
  mostOpenFiles = 0
  readonly #faults: { fault: FileFault; seen: number }[]
  readonly #maxWriteBytes: number
  #stepsToLive = Number.POSITIVE_INFINITY

  constructor(faults: readonly FileFault[] = [], options: { maxWriteBytes?: number } = {}) {
    this.#faults = faults.map((fault) => ({ fault, seen: 0 }))
    this.#maxWriteBytes = options.maxWriteBytes ?? Number.POSITIVE_INFINITY
  }

  /** From now on these fail too. */
  arm(faults: readonly FileFault[]): void {
    for (const fault of faults) this.#faults.push({ fault, seen: 0 })
  }

  /** The process ends at the given step from now: neither it nor anything after it has an effect. */
  dieAt(step: number): void {
    this.#stepsToLive = step - 1
  }

  /** From now on everything works. */
  heal(): void {
    this.#faults.length = 0
  }

  async openForReading(path: string): Promise<OpenedFile> {
    this.#step('openForReading', path)
    return this.#wrap(path, await nodeFileOperations.openForReading(path))
  }

  async createNew(path: string, mode: number): Promise<OpenedFile> {
    this.#step('createNew', path)
    return this.#wrap(path, await nodeFileOperations.createNew(path, mode))
  }

  async readDirectory(path: string) {
    this.#step('readDirectory', path)
    return nodeFileOperations.readDirectory(path)
  }

  async status(path: string) {
    this.#step('status', path)
    return nodeFileOperations.status(path)
  }

  async makeDirectory(path: string, mode: number) {
    this.#step('makeDirectory', path)
    return nodeFileOperations.makeDirectory(path, mode)
  }

  async rename(from: string, to: string) {
    this.#step('rename', to)
    return nodeFileOperations.rename(from, to)
  }

  async link(existing: string, name: string) {
    this.#step('link', name)
    return nodeFileOperations.link(existing, name)
  }

  async remove(path: string) {
    this.#step('remove', path)
    return nodeFileOperations.remove(path)
  }

  async syncDirectory(path: string) {
    this.#step('syncDirectory', path)
    return nodeFileOperations.syncDirectory(path)
  }

  #wrap(path: string, file: OpenedFile): OpenedFile {
    this.openFiles++
    this.mostOpenFiles = Math.max(this.mostOpenFiles, this.openFiles)
    return {
      read: async (target, position) => {
        this.#step('read', path)
        return file.read(target, position)
      },
      write: async (parts) => {
        const fault = this.#due('write', path)
        const limit = Math.min(this.#maxWriteBytes, fault?.writtenBytes ?? (fault === undefined ? Number.POSITIVE_INFINITY : 0))
        const all = Buffer.concat(parts)
        const written = limit === 0 ? 0 : await file.write([all.subarray(0, Math.min(limit, all.length))])
        if (fault !== undefined) throw systemError(fault.code, path)
        return written
      },
      sync: async () => {
        this.#step('sync', path)
        return file.sync()
      },
      status: () => file.status(),
      changeOwner: (uid, gid) => file.changeOwner(uid, gid),
      changeTime: (modifiedNs) => file.changeTime(modifiedNs),
      close: async () => {
        this.openFiles--
        await file.close()
        this.#step('close', path)
      },
    }
  }

  #step(step: FileStep, path: string): void {
    const fault = this.#due(step, path)
    if (fault !== undefined) throw systemError(fault.code, path)
  }

  #due(step: FileStep, path: string): FileFault | undefined {
    this.steps.push(step)
    if (--this.#stepsToLive < 0) throw new Error('This process is dead.')
    for (const armed of this.#faults) {
      if (armed.fault.step !== step || !path.includes(armed.fault.path ?? '')) continue
      armed.seen++
      if (armed.fault.call === undefined || armed.fault.call === armed.seen) return armed.fault
    }
    return undefined
  }
}

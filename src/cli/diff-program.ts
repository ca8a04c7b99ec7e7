/** Shows two versions of a file to a program such as `diff -u`, as files of a temporary folder that are called `old/…` and `new/…`. */
import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { CairnError, messageOf } from '../errors.ts'
import type { ObjectManager } from '../repo/api.ts'
import type { DirEntry } from '../snapshot/dir-entry.ts'

/** What Kopia names in place of a side that does not exist. */
const NO_FILE = '/dev/null'

export interface DiffProgramOptions {
  /** Program and its arguments, separated by single spaces. */
  readonly command: string
  readonly temporaryDirectory: string
  readonly objects: ObjectManager
  readonly env: Readonly<Record<string, string | undefined>>
  /** Takes what the program prints. */
  readonly write: (bytes: Uint8Array) => Promise<void>
  readonly signal: AbortSignal
}

/** Holds the temporary folder; `close` removes it. */
export class DiffProgram {
  readonly #options: DiffProgramOptions
  readonly #folder: string

  private constructor(options: DiffProgramOptions, folder: string) {
    this.#options = options
    this.#folder = folder
  }

  static async open(options: DiffProgramOptions): Promise<DiffProgram> {
    return new DiffProgram(options, await mkdtemp(join(options.temporaryDirectory, 'cairn-diff-')))
  }

  /** Runs the program on the versions of the file at `path`; its exit code says only whether they differ. Errors: CAIRN_USAGE when it does not start. */
  async show(path: string, old: DirEntry | undefined, entry: DirEntry | undefined): Promise<void> {
    const names = [await this.#fetch(old, 'old', path), await this.#fetch(entry, 'new', path)]
    try {
      await this.#run(names)
    } finally {
      for (const name of names) if (name !== NO_FILE) await rm(join(this.#folder, name), { force: true })
    }
  }

  async close(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true })
  }

  async #fetch(entry: DirEntry | undefined, side: string, path: string): Promise<string> {
    if (entry === undefined) return NO_FILE
    // Names of entries hold neither slashes nor dots alone, so that nothing leaves the folder.
    const name = path === '.' ? `${side}/file` : posix.join(side, path)
    const target = join(this.#folder, name)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    const { objects, signal } = this.#options
    const reader = await objects.open(entry.objectId)
    await pipeline(reader.chunks(signal), createWriteStream(target, { mode: 0o600 }))
    return name
  }

  async #run(names: readonly string[]): Promise<void> {
    const { command, env, write, signal } = this.#options
    const [program = '', ...args] = command.split(' ')
    const child = spawn(program, [...args, ...names], { cwd: this.#folder, env, stdio: ['ignore', 'pipe', 'pipe'], signal })
    const ended = new Promise<void>((resolve, reject) => {
      child.on('error', reject)
      child.on('close', () => resolve())
    })
    try {
      await Promise.all([ended, forward(child.stdout, write), forward(child.stderr, write)])
    } catch (cause) {
      throw new CairnError('CAIRN_USAGE', `The program "${program}" cannot be run: ${messageOf(cause)}.`, {
        hint: 'Name another with --diff-command or KOPIA_DIFF.',
        cause,
      })
    }
  }
}

async function forward(stream: AsyncIterable<Uint8Array>, write: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  for await (const bytes of stream) await write(bytes)
}

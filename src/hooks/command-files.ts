/** The files by which a step commands the runner: hooks are not told where they are, but can guess it (docs/hooks.md, "Environment"). */
import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Variables } from './environment.ts'
import { type HookResult, hookTitle } from './result.ts'

const NAMES = ['GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']
/** Larger files are the runner's business; it refuses them itself. */
const SIZE_LIMIT = 4_194_304

/** Notices what hooks write into the runner's files and takes it back. */
export class CommandFiles {
  readonly #files: readonly { readonly name: string; readonly path: string }[]
  #before = new Map<string, Uint8Array | undefined>()
  #active = 0
  #written = new Set<string>()

  constructor(environment: Variables) {
    this.#files = NAMES.flatMap((name) => {
      const path = environment[name]
      return path === undefined || path === '' ? [] : [{ name, path }]
    })
  }

  /** A hook is about to start. What we wrote ourselves while there was none is no change. */
  enter(): void {
    if (this.#active === 0) this.#remember()
    this.#active += 1
  }

  /** The last process of a hook is gone. */
  leave(): void {
    this.#look()
    this.#active -= 1
  }

  /** Names of the files that hooks have changed since the last call; they are as they were before. */
  takeWritten(): readonly string[] {
    this.#look()
    const names = [...this.#written]
    this.#written = new Set()
    return names
  }

  /** Makes a change of our own while hooks run; it must be done when `write` returns. */
  ours<T>(write: () => T): T {
    this.#look()
    try {
      return write()
    } finally {
      this.#remember()
    }
  }

  #remember(): void {
    this.#before = new Map(this.#files.map(({ path }) => [path, read(path)]))
  }

  #look(): void {
    if (this.#active === 0) return
    for (const { name, path } of this.#files) {
      const before = this.#before.get(path)
      if (isEqual(read(path), before)) continue
      putBack(path, before)
      this.#written.add(name)
    }
  }
}

function read(path: string): Uint8Array | undefined {
  try {
    const stat = lstatSync(path)
    return stat.isFile() && stat.size <= SIZE_LIMIT ? readFileSync(path) : undefined
  } catch {
    return undefined
  }
}

function isEqual(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return Buffer.compare(a, b) === 0
}

function putBack(path: string, bytes: Uint8Array | undefined): void {
  try {
    // Anew, never through a link that the hook may have put in its place.
    rmSync(path, { recursive: true, force: true })
    if (bytes !== undefined) writeFileSync(path, bytes, { flag: 'wx' })
  } catch {
    // It stays changed; the failure of the hook is told all the same.
  }
}

/** What it means for a hook that it wrote to these files. */
export function tamperingOf(result: HookResult, written: readonly string[]) {
  return {
    message: `${hookTitle(result.phase, result.name, result.label)} wrote to ${written.join(', ')}, by which a step commands the runner; what it wrote was removed.`,
    errorCode: 'CAIRN_HOOK_COMMAND_FILE' as const,
    hint: 'Hooks may not set variables, outputs or state of the job. Look at what the script does.',
  }
}

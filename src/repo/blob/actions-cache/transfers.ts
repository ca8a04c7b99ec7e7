/** Transfers of cache entries, one after the other, in a process of their own (docs/backends/actions-cache.md, "Transfers"). */
import { type ChildProcess, fork } from 'node:child_process'
import { CairnError, cancelled, messageOf, throwIfCancelled } from '../../../errors.ts'
import { Semaphore } from '../../../util/async.ts'
import type { Clock } from '../../../util/clock.ts'
import { formatDuration } from '../../../util/format.ts'
import { ENTRY_FILE } from './entry-names.ts'
import { CACHE_TRANSFER_ARGUMENT, type TransferRequest, type TransferResult } from './transfer-protocol.ts'

export interface TransferOptions {
  /** The file that becomes the process. */
  readonly entryPath: string
  /** Where entries are packed and unpacked. */
  readonly folder: string
  /** For archives on their way. */
  readonly temporaryFolder: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly clock: Clock
}

/** No transfer gets less time. */
const LEAST_MS = 10 * 60_000
/** Whatever is slower than 1 MiB in a second stands still. */
const MS_PER_MIB = 1000

/** Variables that the process has no use for. */
const WITHHELD =
  /^(KOPIA_|CAIRN_|INPUT_|GITHUB_TOKEN$|GH_TOKEN$|ACTIONS_ID_TOKEN_|NODE_OPTIONS$|GITHUB_(ENV|OUTPUT|PATH|STATE|STEP_SUMMARY)$)/

export class Transfers {
  readonly #options: TransferOptions
  readonly #turn = new Semaphore(1)
  #child: ChildProcess | undefined

  constructor(options: TransferOptions) {
    this.#options = options
  }

  /**
   * Has the official client transfer an entry of about `bytes` bytes; 0 when nobody knows.
   *
   * An aborted signal ends the process and fails with CAIRN_CANCELLED. So does the time that an entry of this size gets at most, with
   * CAIRN_STORAGE_UNAVAILABLE.
   */
  async run(request: TransferRequest, bytes: number, signal?: AbortSignal): Promise<TransferResult> {
    return await this.#turn.use(async () => {
      throwIfCancelled(signal)
      const child = this.#start()
      const limitMs = LEAST_MS + Math.ceil(bytes / 1024 ** 2) * MS_PER_MIB
      const timer = new AbortController()
      return await new Promise<TransferResult>((resolve, reject) => {
        const onAbort = () => {
          this.#kill()
          settle(() => reject(cancelled()))
        }
        const onLate = () => {
          this.#kill()
          settle(() => reject(tooLate(request, limitMs)))
        }
        const onExit = () => settle(() => reject(ended('it ended by itself')))
        const onError = (error: Error) => settle(() => reject(ended(messageOf(error))))
        const onMessage = (result: TransferResult) => settle(() => resolve(result))
        const settle = (act: () => void) => {
          timer.abort()
          signal?.removeEventListener('abort', onAbort)
          child.off('exit', onExit).off('error', onError).off('message', onMessage)
          child.channel?.unref()
          act()
        }
        signal?.addEventListener('abort', onAbort, { once: true })
        child.on('exit', onExit).on('error', onError).on('message', onMessage)
        child.channel?.ref()
        child.send(request)
        // Rejects when the timer is no longer needed.
        this.#options.clock.sleep(limitMs, timer.signal).then(onLate, () => undefined)
      })
    })
  }

  /** Ends the process. */
  close(): void {
    this.#kill()
  }

  #start(): ChildProcess {
    if (this.#child !== undefined) return this.#child
    const { entryPath, folder, env, platform } = this.#options
    const child = fork(entryPath, [CACHE_TRANSFER_ARGUMENT], {
      cwd: folder,
      env: transferEnvironment(this.#options, env),
      execArgv: [],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // The leader of its own group, so that it goes together with the programs it started.
      detached: platform !== 'win32',
    })
    child.on('exit', () => {
      if (this.#child === child) this.#child = undefined
    })
    // Without a listener the failure of a process that cannot be started would end ours.
    child.on('error', () => {})
    child.unref()
    child.channel?.unref()
    this.#child = child
    return child
  }

  #kill(): void {
    const child = this.#child
    this.#child = undefined
    if (child?.pid === undefined || child.exitCode !== null) return
    try {
      process.kill(this.#options.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
    } catch {
      // It has just ended.
    }
  }
}

/**
 * What the process gets: the runner's variables, and its own folders in place of the workspace.
 *
 * Archives are unpacked with absolute names allowed, and come from whoever may write to the cache. GNU tar is therefore told to write every
 * member under the one name that an entry has, wherever the archive wants it.
 */
function transferEnvironment({ folder, temporaryFolder }: TransferOptions, env: TransferOptions['env']): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !WITHHELD.test(name))
  return {
    ...Object.fromEntries(kept),
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: temporaryFolder,
    TAR_OPTIONS: `--transform=s,.*,${ENTRY_FILE}, --no-same-owner`,
  }
}

function tooLate({ kind, key }: TransferRequest, limitMs: number): CairnError {
  const what = kind === 'save' ? `saving ${key} in` : `fetching ${key} from`
  return new CairnError(
    'CAIRN_STORAGE_UNAVAILABLE',
    `The transfer was stopped: ${what} the Actions cache took longer than ${formatDuration(limitMs)}.`,
    {
      hint: 'Run again. If it stays, look at https://www.githubstatus.com and at the network of the runner.',
    },
  )
}

function ended(reason: string): CairnError {
  return new CairnError('CAIRN_STORAGE_IO', `The process that transfers cache entries failed: ${reason}.`, {
    hint: 'It runs on the same Node as Cairn and needs tar: check that this machine allows both, and that its memory did not run out.',
  })
}

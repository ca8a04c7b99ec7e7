/** The hooks of one run: everything that was started is followed to its end (docs/hooks.md, "Order"). */
import { CairnError, cancelled, messageOf } from '../errors.ts'
import type { Logger } from '../log.ts'
import type { Hook, HookList, RunStatus } from '../policy/hook.ts'
import { type RandomSource, systemRandom } from '../util/random.ts'
import type { HookInvocation, HookServices } from './call.ts'
import { type CleanupLimits, CleanupTime } from './cleanup-time.ts'
import { CommandFiles, tamperingOf } from './command-files.ts'
import { matchesStatus } from './conditions.ts'
import type { Variables } from './environment.ts'
import { type HookJournal, noJournal, type OwedHook } from './journal.ts'
import { lackOf, startedResult } from './prepare.ts'
import { makePrivateDir, removePrivateDir } from './private-dir.ts'
import { type BackgroundProcesses, type HookResult, hookError, isExcused, isFailure, type PhaseReport } from './result.ts'
import { startHook } from './runner.ts'
import { HookSession, type SessionOptions } from './session.ts'
import { type HookStream, runStream } from './stream.ts'

export interface RunHooksOptions {
  readonly services: HookServices
  readonly log: Logger
  readonly journal?: HookJournal
  readonly random?: RandomSource
  /** How long cleanup may take after a cancel. */
  readonly cleanup?: Partial<CleanupLimits>
}

export interface JobOptions {
  /** CAIRN_ variables of the step, such as CAIRN_RESULT_FILE. */
  readonly variables?: Variables
  /** Final status of the run, in `job-after`. */
  readonly status?: RunStatus
}

export interface FinishReport {
  /** Hooks that nobody had waited for. */
  readonly results: readonly HookResult[]
  /** A late failure of theirs that is more than a warning. */
  readonly failure?: CairnError
  /** Processes that hooks had left running and that were ended now, as `name (pid)`. */
  readonly ended: readonly string[]
}

/** Starts hooks, keeps what they leave behind, and ends all of it in `finish`. */
export class RunHooks {
  readonly services: HookServices
  readonly log: Logger
  readonly journal: HookJournal
  readonly random: RandomSource
  readonly cleanup: CleanupTime
  readonly #results: HookResult[] = []
  readonly #pending = new Set<Promise<unknown>>()
  readonly #background = new Map<BackgroundProcesses, HookResult>()
  readonly #async = new Set<Promise<HookResult>>()
  readonly #asyncResults: HookResult[] = []
  readonly #ended: string[] = []
  readonly #commandFiles: CommandFiles
  #lateFailure: CairnError | undefined

  constructor(options: RunHooksOptions) {
    this.services = options.services
    this.#commandFiles = new CommandFiles(options.services.environment)
    this.log = options.log
    this.journal = options.journal ?? noJournal
    this.random = options.random ?? systemRandom
    this.cleanup = new CleanupTime(options.services.clock, options.services.signal, options.cleanup)
  }

  /** Results of all hooks that have ended, in the order of their ends. */
  get results(): readonly HookResult[] {
    return this.#results
  }

  /** A pair of before and after for the root of a source or for one folder of it. */
  openSession(options: SessionOptions): HookSession {
    return new HookSession(this, options)
  }

  /** Runs the steps of `job.before`; the first essential one that fails stops the rest and is the failure. */
  async runJobBefore(steps: HookList, options: JobOptions = {}): Promise<PhaseReport> {
    return await this.#runJob('job-before', steps, options)
  }

  /** Runs the steps of `job.after`, also after a cancel; a failing step does not stop the rest. */
  async runJobAfter(steps: HookList, options: JobOptions = {}): Promise<PhaseReport> {
    return await this.#runJob('job-after', steps, options)
  }

  /** Runs a stream source; its private folder is made and removed here. See runStream. */
  openStream(hook: Hook, invocation: Omit<HookInvocation, 'privateDir'>, minSizeBytes: number): HookStream {
    const privateDir = makePrivateDir(this.services.tempDir)
    this.#commandFiles.enter()
    const stream = runStream(hook, { ...invocation, privateDir }, this.services, minSizeBytes)
    const result = this.#watch(stream).then((ended) => {
      this.removeLater(privateDir, [ended])
      return this.#note(ended)
    })
    this.#keep(result)
    return { ...stream, result }
  }

  /** Awaits hooks that nobody waited for and ends everything left running. Call it once, at the end, whatever happened. */
  async finish(): Promise<FinishReport> {
    while (this.#pending.size + this.#async.size > 0) {
      // In this order: what hooks left running is ended once the async hooks, which may need it, have ended.
      await this.#settleAsync()
      await this.releaseAll()
      await Promise.all(this.#pending)
    }
    const results = this.#asyncResults.splice(0)
    const ended = this.#ended.splice(0)
    const failed = results.find((result) => isFailure(result) && result.hasStarted && !isExcused(result))
    const failure = failed === undefined ? this.#lateFailure : hookError(failed)
    return { results, ended, ...(failure === undefined ? {} : { failure }) }
  }

  async #settleAsync(): Promise<void> {
    while (this.#async.size > 0) await Promise.all(this.#async)
  }

  /** Starts one hook and waits as its mode says. For async hooks the result only tells whether it started. */
  async call(hook: Hook, invocation: HookInvocation): Promise<HookResult> {
    this.#commandFiles.enter()
    const running = startHook(hook, invocation, this.services)
    const honest = this.#watch(running)
    if (hook.mode !== 'async') return this.#note(await honest)
    const ended = honest.then((result) => {
      this.#async.delete(ended)
      if (isFailure(result) && result.hasStarted) this.log.warning(result.message)
      this.#asyncResults.push(result)
      return this.#note(result)
    })
    this.#async.add(ended)
    if (!(await running.started)) return await ended
    return { ...startedResult(hook, invocation), ended }
  }

  /**
   * The result of the first of these calls that lacks a secret or a program and whose failure would count; undefined when all could run, as far
   * as that can be told before anything has run.
   */
  findLack(calls: readonly { readonly hook: Hook; readonly invocation: HookInvocation }[]): HookResult | undefined {
    for (const { hook, invocation } of calls) {
      const lack = lackOf(hook, invocation, this.services)
      if (lack !== undefined && !isExcused(lack)) return this.#note(lack)
    }
    return undefined
  }

  /** Ends what `result` left running and names it. */
  async release(result: HookResult): Promise<void> {
    const { background } = result
    if (background === undefined || !this.#background.delete(background)) return
    const names = await background.release()
    this.#ended.push(...names)
    if (names.length > 0) this.log.info(`Ended what ${result.phase} of ${result.label} had left running: ${names.join(', ')}`)
  }

  /** Writes down what is owed; a journal may use the runner's files for that. */
  async writeOwed(owed: OwedHook): Promise<void> {
    await this.#commandFiles.ours(() => this.journal.owed(owed))
  }

  /** Ends everything that hooks left running. */
  async releaseAll(): Promise<void> {
    await Promise.all([...this.#background.values()].map((result) => this.release(result)))
  }

  async #runJob(phase: 'job-before' | 'job-after', steps: HookList, options: JobOptions): Promise<PhaseReport> {
    const results: HookResult[] = []
    let failure: CairnError | undefined
    const privateDir = makePrivateDir(this.services.tempDir)
    const cleanup = phase === 'job-after' ? this.cleanup.open() : undefined
    const common = { phase, sessionId: '', label: 'the run', sourcePath: '', snapshotPath: '', privateDir }
    try {
      const lack = phase === 'job-before' ? this.findLack(steps.map((hook) => ({ hook, invocation: common }))) : undefined
      if (lack !== undefined) return { results: [lack], failure: hookError(lack) }
      for (const [index, hook] of steps.entries()) {
        if (cleanup === undefined && this.services.signal?.aborted) {
          failure ??= cancelled()
          break
        }
        const { status } = options
        const result = await this.call(hook, {
          ...common,
          step: index + 1,
          unwanted: hook.when === undefined || status === undefined || matchesStatus(hook.when, status) ? undefined : `status is ${status}`,
          ...(options.variables === undefined ? {} : { variables: options.variables }),
          ...(options.status === undefined ? {} : { status: options.status }),
          ...(cleanup === undefined ? {} : { signal: cleanup.signal, cancelGraceMs: this.cleanup.graceMs }),
        })
        results.push(result)
        if (!isFailure(result)) continue
        if (isExcused(result)) {
          this.log.warning(result.message)
          continue
        }
        failure ??= hookError(result)
        if (phase === 'job-before') break
      }
    } finally {
      cleanup?.close()
      this.removeLater(privateDir, results)
      if (phase === 'job-after') await Promise.all(results.map((result) => this.release(result)))
    }
    return { results, ...(failure === undefined ? {} : { failure }) }
  }

  /** Removes a private folder as soon as nothing that `results` tell of can still use it. */
  removeLater(privateDir: string, results: readonly HookResult[]): void {
    const users = results.flatMap((result) => [result.ended, result.background?.gone].filter((user) => user !== undefined))
    const remove = () => {
      const kept = removePrivateDir(privateDir)
      if (kept !== undefined) this.log.warning(`The private folder of a hook was not removed: ${kept}`)
    }
    if (users.length === 0) remove()
    else this.#keep(Promise.all(users).then(remove))
  }

  #note(result: HookResult): HookResult {
    this.#results.push(result)
    if (result.background !== undefined) this.#background.set(result.background, result)
    return result
  }

  /** The result as it is after a look at the runner's files, which are watched until the last process of the hook is gone. */
  #watch(running: { readonly result: Promise<HookResult>; readonly over: Promise<void> }): Promise<HookResult> {
    let reported: HookResult | undefined
    this.#keep(
      running.over.then(() => {
        this.#commandFiles.leave()
        // Before the result it is the result that tells.
        const written = reported === undefined ? [] : this.#commandFiles.takeWritten()
        if (reported === undefined || written.length === 0) return
        const tampering = tamperingOf(reported, written)
        this.log.warning(tampering.message)
        this.#lateFailure ??= new CairnError(tampering.errorCode, tampering.message, { hint: tampering.hint })
      }),
    )
    return running.result.then((result) => {
      const written = this.#commandFiles.takeWritten()
      reported = result
      return written.length === 0 ? result : { ...result, status: 'failed', ...tamperingOf(result, written) }
    })
  }

  #keep(promise: Promise<unknown>): void {
    const kept: Promise<unknown> = promise.then(
      () => this.#pending.delete(kept),
      (error: unknown) => {
        this.#pending.delete(kept)
        this.log.warning(`Cleaning up after a hook failed: ${messageOf(error)}`)
      },
    )
    this.#pending.add(kept)
  }
}

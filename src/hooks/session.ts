/** One pair of hooks: before and after of a source's root or of one folder, sharing an id and a private folder (docs/hooks.md, "Pairs"). */
import { statSync } from 'node:fs'
import { CairnError, cancelled } from '../errors.ts'
import type { Hook, HookList, HookSet } from '../policy/hook.ts'
import { toHex } from '../util/bytes.ts'
import type { HookInvocation } from './call.ts'
import { noJournal, type OwedHook } from './journal.ts'
import type { RunHooks } from './lifecycle.ts'
import { outcomeOf, outcomeVariables, type UploadOutcome, unwantedBecause } from './outcome.ts'
import { isPrivateDir, makePrivateDir } from './private-dir.ts'
import { type HookRedirect, type HookResult, hookError, hookTitle, isExcused, isFailure, type PhaseReport } from './result.ts'

type PairPhase = 'before-snapshot-root' | 'before-folder' | 'after-snapshot-root' | 'after-folder'

export interface SessionOptions {
  readonly level: 'root' | 'folder'
  readonly hooks: HookSet
  /** Absolute path of the folder in the original tree. */
  readonly sourcePath: string
  /** The folder for people, such as `./data`. */
  readonly label: string
  /** An after-hook that another process owes: `before` is taken as done. */
  readonly resume?: OwedHook
}

export interface BeforeReport extends PhaseReport {
  /** `skipped`: the root's hook asked to leave the source out. */
  readonly status: 'ok' | 'failed' | 'skipped' | 'cancelled'
  readonly redirect?: HookRedirect
}

export class HookSession {
  readonly #run: RunHooks
  readonly #options: SessionOptions
  readonly #before: HookList | undefined
  readonly #after: HookList | undefined
  readonly #sessionId: string
  #privateDir: string | undefined
  #beforeResults: HookResult[] = []
  #redirect: HookRedirect | undefined
  #stopped: UploadOutcome | undefined
  #isOwed = false

  constructor(run: RunHooks, options: SessionOptions) {
    this.#run = run
    this.#options = options
    const { hooks, level, resume } = options
    this.#before = level === 'root' ? hooks.beforeSnapshotRoot : hooks.beforeFolder
    this.#after = level === 'root' ? hooks.afterSnapshotRoot : hooks.afterFolder
    this.#sessionId = resume?.sessionId ?? toHex(run.random(8))
    if (resume === undefined) return
    this.#isOwed = true
    this.#redirect = { text: resume.snapshotPath, path: resume.snapshotPath }
    if (isPrivateDir(resume.privateDir, run.services.tempDir)) this.#privateDir = resume.privateDir
  }

  /** Runs the before-hooks. Whatever it returns or throws, `after` must be called. */
  async before(): Promise<BeforeReport> {
    if (this.#run.services.signal?.aborted) return { status: 'cancelled', results: [], failure: cancelled() }
    if (this.#before === undefined && this.#after === undefined) return { status: 'ok', results: [] }
    await this.#openJournal()
    this.#isOwed = true
    const lack = this.#lack()
    if (lack !== undefined) {
      this.#beforeResults.push(lack)
      this.#stopped = outcomeOf(lack)
      return this.#beforeReport()
    }
    for (const [index, hook] of (this.#before ?? []).entries()) {
      const result = await this.#call(hook, this.#phases.before, index, this.#options.sourcePath)
      this.#beforeResults.push(result)
      if (result.redirect !== undefined) this.#redirect = result.redirect
      if (!isFailure(result) && result.status !== 'skipped') continue
      if (result.status !== 'skipped' && isExcused(result)) {
        this.#run.log.warning(result.redirect === undefined ? result.message : `${result.message} Its redirect is used nevertheless.`)
        continue
      }
      this.#stopped = outcomeOf(result)
      break
    }
    if (this.#redirect !== undefined) await this.#journalOwed()
    return this.#beforeReport()
  }

  /** Runs the after-hooks that are owed, ends what the before-hooks left running, removes the private folder. Safe to call twice. */
  async after(outcome: UploadOutcome): Promise<PhaseReport> {
    if (!this.#isOwed) return { results: [] }
    this.#isOwed = false
    const known: UploadOutcome = { ...outcome, ...this.#stopped }
    const results: HookResult[] = []
    let failure: CairnError | undefined
    const hooks = this.#mayRunAfter() ? (this.#after ?? []) : []
    const cleanup = this.#run.cleanup.open()
    let isPaid = true
    try {
      for (const [index, hook] of hooks.entries()) {
        const result = await this.#call(
          hook,
          this.#phases.after,
          index,
          this.#redirect?.text ?? this.#options.sourcePath,
          known,
          cleanup.signal,
        )
        results.push(result)
        if (!isFailure(result)) continue
        // Cut short by a cancel: the one who cleans up later runs it again.
        if (result.status === 'cancelled') isPaid = false
        if (isExcused(result)) this.#run.log.warning(result.message)
        else failure ??= hookError(result)
      }
    } finally {
      cleanup.close()
      // Without an after-hook they live to the end of the run.
      if (this.#after !== undefined || this.#stopped !== undefined)
        for (const result of this.#beforeResults) await this.#run.release(result)
      if (isPaid && this.#after !== undefined) await this.#run.journal.paid(this.#owedId)
      // Kept for the one who pays; where nobody does, it goes.
      if (this.#privateDir !== undefined && (isPaid || this.#run.journal === noJournal))
        this.#run.removeLater(this.#privateDir, [...this.#beforeResults, ...results])
    }
    return { results, ...(failure === undefined ? {} : { failure }) }
  }

  get #phases() {
    return this.#options.level === 'root'
      ? ({ before: 'before-snapshot-root', after: 'after-snapshot-root' } as const)
      : ({ before: 'before-folder', after: 'after-folder' } as const)
  }

  get #owedId(): string {
    return `${this.#sessionId}/${this.#phases.after}`
  }

  #beforeReport(): BeforeReport {
    const results = this.#beforeResults
    const last = results.at(-1)
    if (this.#stopped !== undefined && last !== undefined) {
      if (this.#stopped.status === 'skipped') return { status: 'skipped', results }
      return { status: this.#stopped.status === 'cancelled' ? 'cancelled' : 'failed', results, failure: hookError(last) }
    }
    const redirect = this.#redirect
    if (redirect === undefined) return { status: 'ok', results }
    if (isDirectory(redirect.path)) return { status: 'ok', results, redirect }
    const printer = results.findLast((result) => result.redirect === redirect)
    const title = hookTitle(this.#phases.before, printer?.name, this.#options.label)
    const failure = new CairnError('CAIRN_HOOK_REDIRECT_MISSING', `${title} redirected to ${redirect.path}, which is not a directory.`, {
      hint: 'The value of KOPIA_SNAPSHOT_PATH= is taken letter by letter; quotes and blanks at the end belong to it.',
    })
    this.#stopped = { status: 'failed', error: failure.message, failedHook: title }
    return { status: 'failed', results, failure }
  }

  /** A before-hook that started is always followed by its after-hook; one that never came to be left nothing to clean up. */
  #mayRunAfter(): boolean {
    const before = this.#before?.[0]
    const after = this.#after?.[0]
    if (before?.program.kind === 'none') return after?.origin.target === before.origin.target
    if (this.#stopped === undefined) return true
    return this.#beforeResults.some((result) => result.hasStarted)
  }

  /** What one of the pair's hooks lacks, while nothing has run: a clean-up that cannot run must not be found out when it is needed. */
  #lack(): HookResult | undefined {
    const { before, after } = this.#phases
    const calls = [
      ...(this.#before ?? []).map((hook) => ({ hook, phase: before })),
      ...(this.#after ?? []).map((hook) => ({ hook, phase: after })),
    ]
    return this.#run.findLack(calls.map(({ hook, phase }) => ({ hook, invocation: this.#invocation(phase, '') })))
  }

  #invocation(phase: PairPhase, privateDir: string): HookInvocation {
    const { sourcePath, label } = this.#options
    return { phase, sessionId: this.#sessionId, label, sourcePath, snapshotPath: sourcePath, privateDir }
  }

  async #call(
    hook: Hook,
    phase: PairPhase,
    index: number,
    snapshotPath: string,
    outcome?: UploadOutcome,
    signal?: AbortSignal,
  ): Promise<HookResult> {
    this.#privateDir ??= makePrivateDir(this.#run.services.tempDir)
    return await this.#run.call(hook, {
      ...this.#invocation(phase, this.#privateDir),
      snapshotPath,
      ...(index === 0 ? {} : { step: index + 1 }),
      ...(outcome === undefined ? {} : { variables: outcomeVariables(outcome), unwanted: unwantedBecause(hook, outcome) }),
      ...(signal === undefined ? {} : { signal, cancelGraceMs: this.#run.cleanup.graceMs }),
    })
  }

  /** What cannot be written down is not started. */
  async #openJournal(): Promise<void> {
    try {
      await this.#journalOwed()
    } catch (error) {
      if (this.#privateDir !== undefined) this.#run.removeLater(this.#privateDir, [])
      throw error
    }
  }

  async #journalOwed(): Promise<void> {
    if (this.#after === undefined) return
    this.#privateDir ??= makePrivateDir(this.#run.services.tempDir)
    await this.#run.writeOwed({
      id: this.#owedId,
      phase: this.#phases.after,
      sessionId: this.#sessionId,
      label: this.#options.label,
      sourcePath: this.#options.sourcePath,
      snapshotPath: this.#redirect?.text ?? this.#options.sourcePath,
      privateDir: this.#privateDir,
    })
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

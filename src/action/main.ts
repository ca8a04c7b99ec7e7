/** The action: one step from inputs to outputs, and its post step (docs/action.md). The only place here that touches the process. */
import { setMaxListeners } from 'node:events'
import { homedir, hostname, tmpdir, userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { BuildFacts } from '../build-facts.ts'
import type { CommandContext, ReadCacheSettings } from '../commands/context.ts'
import { DEFAULT_READ_CACHE_BYTES } from '../commands/read-cache.ts'
import { hooksDigest } from '../commands/run/hooks-digest.ts'
import type { RunOptions } from '../commands/run/options.ts'
import type { RunReport } from '../commands/run/report.ts'
import { run } from '../commands/run/run.ts'
import { cancelled } from '../errors.ts'
import { MaskSet } from '../hooks/masks.ts'
import { nullProgress } from '../log.ts'
import { workflowIdentity } from '../repo/blob/workflow-identity.ts'
import { systemClock } from '../util/clock.ts'
import { systemRandom } from '../util/random.ts'
import { workingDirectory } from '../util/working-directory.ts'
import { configurationLines } from './configuration.ts'
import { failedReport, finishStep } from './finish.ts'
import { readEvent } from './github-event.ts'
import { givenConfigPath, readInputs, type SummaryMode } from './inputs.ts'
import { lazyJournal } from './journal.ts'
import { actionGroups, actionHookSink, actionLog, secretMasker } from './log.ts'
import { setEmptyOutputs } from './outputs.ts'
import { runPost } from './post.ts'
import { markMain, saveOwedState, wasMain } from './state.ts'

/** Runs the main or the post step and leaves the exit code in `process.exitCode`. */
export async function runAction(process: NodeJS.Process, build: BuildFacts, entryUrl: string): Promise<void> {
  const stop = new AbortController()
  // Every request that is under way listens to it.
  setMaxListeners(0, stop.signal)
  let stopCode = 130
  const onSignal = (signal: NodeJS.Signals) => {
    if (signal === 'SIGTERM') stopCode = 143
    stop.abort(cancelled())
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  const context = contextOf(process, build, entryUrl, stop.signal)
  try {
    const isPost = wasMain()
    if (!isPost) markMain()
    const code = isPost ? await runPost(context) : await runMain(context, () => (stop.signal.aborted ? stopCode : undefined))
    process.exitCode = stop.signal.aborted ? stopCode : code
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}

async function runMain(context: CommandContext, stopCode: () => number | undefined): Promise<number> {
  // Every output has a value on every end, also when the step is killed.
  setEmptyOutputs('failed')
  let policyFile = ''
  let summary: SummaryMode = 'true'
  let report: RunReport
  try {
    const inputs = readInputs(givenConfigPath(context))
    policyFile = inputs.options.policyFile
    summary = inputs.summary
    report = await runWith({ ...context, readCache: readCacheOf(context, inputs.cachePath) }, inputs.options)
  } catch (error) {
    report = failedReport(context, error)
  }
  if (report.status === 'cancelled') report = { ...report, exitCode: stopCode() ?? report.exitCode }
  await finishStep(context, { report, policyFile, summary })
  return report.exitCode
}

/** Copies of blobs are kept only where somebody keeps the folder: the machine of a job is gone after it. */
function readCacheOf({ cwd, env }: CommandContext, path: string | undefined): ReadCacheSettings | undefined {
  if (path === undefined) return undefined
  return { directory: resolve(env['GITHUB_WORKSPACE'] || cwd, path), limitBytes: DEFAULT_READ_CACHE_BYTES, isForAll: true }
}

async function runWith(context: CommandContext, options: RunOptions): Promise<RunReport> {
  const event = readEvent(context)
  return await run(context, options, {
    event,
    onPrepared: (prepared, isReady) => {
      for (const line of configurationLines({ env: context.env, options, event, prepared, isReady })) context.log.info(line)
    },
    journal: (prepared) =>
      lazyJournal(context.os.temporaryDirectory, (journalPath) => {
        // Saved before the first hook: a killed step leaves what its post step needs.
        saveOwedState({ journalPath, policySha256: prepared.file?.sha256 ?? '', hooksSha256: hooksDigest(prepared) })
      }),
  })
}

function contextOf(process: NodeJS.Process, build: BuildFacts, entryUrl: string, signal: AbortSignal): CommandContext {
  const masks = new MaskSet()
  const maskSecret = secretMasker()
  const mask = (secret: string) => {
    masks.add(secret)
    maskSecret(secret)
  }
  // Before anything else is printed, whatever becomes of the other inputs.
  for (const name of ['INPUT_PASSWORD', 'KOPIA_PASSWORD', 'CAIRN_PASSWORD']) {
    const password = process.env[name]
    if (password !== undefined && password.trim() !== '') mask(password)
  }
  const group = actionGroups()
  const env = { ...process.env }
  // The SDK of AWS prints a notice about this version of Node, which is not for the user to act on. Hooks do not see the variable.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'
  return {
    env,
    cwd: workingDirectory(process, process.env['PWD']).path,
    platform: process.platform,
    os: {
      userName: userInfo().username,
      hostName: hostname(),
      homeDirectory: homedir(),
      temporaryDirectory: process.env['RUNNER_TEMP'] || tmpdir(),
    },
    clock: systemClock,
    random: systemRandom,
    log: actionLog(),
    progress: nullProgress,
    signal,
    version: build.version,
    entryUrl,
    promptPassword: undefined,
    identityToken: workflowIdentity({ env, clock: systemClock, mask, signal }),
    mask,
    masks,
    group,
    hookSink: actionHookSink(group),
    workers: undefined,
  }
}

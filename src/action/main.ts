/** The action: one step from inputs to outputs, and its post step (docs/action.md). The only place here that touches the process. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir, hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import * as core from '@actions/core'
import type { BuildFacts } from '../build-facts.ts'
import type { CommandContext } from '../commands/context.ts'
import { hooksDigest } from '../commands/run/hooks-digest.ts'
import { exitCodeOf, reportedError } from '../commands/run/outcome.ts'
import type { RunReport } from '../commands/run/report.ts'
import { run } from '../commands/run/run.ts'
import { cancelled } from '../errors.ts'
import { MaskSet } from '../hooks/masks.ts'
import { nullProgress } from '../log.ts'
import { renderText } from '../report/text.ts'
import { resultLine } from '../report/words.ts'
import { systemClock } from '../util/clock.ts'
import { systemRandom } from '../util/random.ts'
import { annotateDiagnostics } from './annotations.ts'
import { readEvent } from './github-event.ts'
import { readInputs } from './inputs.ts'
import { createJournal } from './journal.ts'
import { actionGroups, actionHookSink, actionLog, harmless, maskSecret } from './log.ts'
import { setEmptyOutputs, setOutputs } from './outputs.ts'
import { runPost } from './post.ts'
import { markMain, saveOwedState, wasMain } from './state.ts'
import { writeSummary } from './summary.ts'

/** Runs the main or the post step and leaves the exit code in `process.exitCode`. */
export async function runAction(process: NodeJS.Process, build: BuildFacts, entryUrl: string): Promise<void> {
  const stop = new AbortController()
  let stopCode = 130
  const onSignal = (signal: NodeJS.Signals) => {
    if (signal === 'SIGTERM') stopCode = 143
    stop.abort(cancelled())
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  const context = contextOf(process, build, entryUrl, stop.signal)
  try {
    if (wasMain()) await runPost(context)
    else {
      markMain()
      const code = await runMain(context)
      process.exitCode = stop.signal.aborted ? stopCode : code
    }
  } catch (error) {
    const { code, message, hint } = reportedError(error)
    context.group.end()
    core.error(harmless(hint === undefined ? `${code}: ${message}` : `${code}: ${message} ${hint}`), { title: code })
    process.exitCode = stop.signal.aborted ? stopCode : exitCodeOf(error)
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}

async function runMain(context: CommandContext): Promise<number> {
  // Every output has a value on every end, also when reading the inputs fails.
  setEmptyOutputs('failed')
  const inputs = readInputs()
  if (inputs.options.password !== undefined) context.mask(inputs.options.password.trim())
  const report = await run(context, inputs.options, {
    event: readEvent(context),
    journal: (prepared) => {
      const { path, journal } = createJournal(context.os.temporaryDirectory)
      // Saved before the first hook: a killed step leaves what its post step needs.
      saveOwedState({ journalPath: path, policySha256: prepared.file?.sha256 ?? '', hooksSha256: hooksDigest(prepared) })
      return journal
    },
  })
  context.group.end()
  annotateDiagnostics(report.diagnostics, inputs.options.policyFile.replaceAll('\\', '/'))
  const reportPath = writeReport(context, report)
  setOutputs(report, reportPath)
  await writeSummary(report, inputs.summary, context.log)
  for (const line of renderText(report)) core.info(harmless(line))
  for (const error of [...report.errors, ...report.sources.flatMap((source) => source.error ?? [])]) {
    context.log.error(`${error.code}: ${error.message}${error.hint === undefined ? '' : ` ${error.hint}`}`)
  }
  core.info(harmless(resultLine(report)))
  return report.exitCode
}

function writeReport(context: CommandContext, report: RunReport): string {
  const folder = context.os.temporaryDirectory
  mkdirSync(folder, { recursive: true })
  const path = join(folder, `cairn-report-${Buffer.from(context.random(6)).toString('hex')}.json`)
  writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 })
  return path
}

function contextOf(process: NodeJS.Process, build: BuildFacts, entryUrl: string, signal: AbortSignal): CommandContext {
  const masks = new MaskSet()
  const mask = (secret: string) => {
    masks.add(secret)
    maskSecret(secret)
  }
  for (const name of ['KOPIA_PASSWORD', 'CAIRN_PASSWORD']) if (process.env[name]) mask(process.env[name])
  const group = actionGroups()
  return {
    env: { ...process.env },
    cwd: process.cwd(),
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
    mask,
    masks,
    group,
    hookSink: actionHookSink(group),
    workers: undefined,
  }
}

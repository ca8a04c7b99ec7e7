/** Profiles and figures of one run of the program, for whoever looks into its speed or memory. */
import { lstatSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import type { Logger } from '../log.ts'
import { formatBytes } from '../util/format.ts'
import type { CommandInput } from './command-spec.ts'
import { stampInName } from './file-log.ts'
import { integerFlag } from './flag-values.ts'

export interface DiagnosticsRun {
  /** Words of the command, for the name of the folder. */
  readonly command: string
  readonly temporaryDirectory: string
  /** Start of the run, RFC 3339; asked for when something is written. */
  readonly stamp: () => string
  readonly process: Pick<NodeJS.Process, 'cpuUsage' | 'memoryUsage' | 'resourceUsage' | 'uptime' | 'getuid'>
}

/** To be called when the command has ended, however it did. */
export type StopDiagnostics = (log: Logger) => Promise<void>

/**
 * Starts what the flags ask for. What fails at the end is only a warning. Errors: CAIRN_USAGE for flags that cannot be read,
 * CAIRN_LOG_UNWRITABLE when the folder for the files cannot be made.
 */
export async function startDiagnostics(globals: CommandInput, run: DiagnosticsRun): Promise<StopDiagnostics> {
  const samplingBytes = integerFlag(globals, 'profile-memory-rate') ?? 524_288
  const parts = {
    cpu: globals.isOn('profile-cpu'),
    heap: globals.isOn('profile-store-on-exit') && samplingBytes > 0,
    metrics: globals.isOn('metrics-store-on-exit'),
  }
  const writes = parts.cpu || parts.heap || parts.metrics
  const folder = writes ? makeFolder(globals.text('diagnostics-output-directory'), run, parts.cpu || parts.heap) : ''
  const profiles = parts.cpu || parts.heap ? await startProfiles(parts, samplingBytes) : undefined
  return async (log) => {
    if (globals.isOn('dump-allocator-stats')) log.info(memoryLine(run.process))
    try {
      await profiles?.(join(folder, 'profiles'), globals.isOn('profile-go-gc-before-dump'))
      if (parts.metrics) save(join(folder, 'cairn-metrics.prom'), metricsText(run.process))
      if (writes) log.info(`Diagnostics are in ${folder}`)
    } catch (error) {
      log.warning(`Diagnostics cannot be written to ${folder}: ${messageOf(error)}`)
    }
  }
}

/** A folder of its own for each run, whose name nobody can know before: `kopia-diagnostics/20261123-071857-snapshot-create-x4Yt2Q`. */
function makeFolder(given: string | undefined, run: DiagnosticsRun, hasProfiles: boolean): string {
  if (given === '') throw new CairnError('CAIRN_USAGE', '--diagnostics-output-directory names no folder.')
  const parent = given ?? join(run.temporaryDirectory, 'kopia-diagnostics')
  try {
    mkdirSync(parent, { recursive: true, mode: 0o700 })
    // Anyone may have made what bears this name in a folder that is everybody's.
    if (given === undefined) refuseForeign(parent, run.process.getuid?.())
    const folder = mkdtempSync(join(parent, `${stampInName(run.stamp())}-${run.command.replaceAll(' ', '-')}-`))
    if (hasProfiles) mkdirSync(join(folder, 'profiles'), { mode: 0o700 })
    return folder
  } catch (cause) {
    throw new CairnError('CAIRN_LOG_UNWRITABLE', `A folder for diagnostics cannot be made in ${parent}: ${messageOf(cause)}.`, {
      hint: 'Name another one with --diagnostics-output-directory.',
      cause,
    })
  }
}

/** Where files have no owners, `userId` is undefined, and the temporary folder is the user's own. */
function refuseForeign(folder: string, userId: number | undefined): void {
  const stats = lstatSync(folder)
  if (!stats.isDirectory()) throw new Error('it is no folder')
  if (userId === undefined) return
  if (stats.uid !== userId) throw new Error('it belongs to another user')
  if ((stats.mode & 0o022) !== 0) throw new Error('other users may write to it')
}

/** Profiles of the main thread, in the formats that the developer tools of browsers and editors open. */
async function startProfiles(parts: { readonly cpu: boolean; readonly heap: boolean }, samplingBytes: number) {
  const { Session } = await import('node:inspector/promises')
  const session = new Session()
  session.connect()
  if (parts.heap) await session.post('HeapProfiler.startSampling', { samplingInterval: samplingBytes })
  if (parts.cpu) {
    await session.post('Profiler.enable')
    await session.post('Profiler.start')
  }
  return async (folder: string, collectsGarbage: boolean) => {
    if (parts.cpu) save(join(folder, 'cpu.cpuprofile'), JSON.stringify((await session.post('Profiler.stop')).profile))
    if (parts.heap) {
      if (collectsGarbage) await session.post('HeapProfiler.collectGarbage')
      save(join(folder, 'heap.heapprofile'), JSON.stringify((await session.post('HeapProfiler.stopSampling')).profile))
    }
    session.disconnect()
  }
}

/** Writes a new file, never through a link that somebody else has put there. */
function save(path: string, text: string): void {
  writeFileSync(path, text, { flag: 'wx', mode: 0o600 })
}

function memoryLine(process: DiagnosticsRun['process']): string {
  const { heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage()
  const peak = process.resourceUsage().maxRSS * 1024
  const buffers = `${formatBytes(external)} outside of it, ${formatBytes(arrayBuffers)} of that in buffers`
  return `Memory: ${formatBytes(peak)} at most; now ${formatBytes(heapUsed)} of ${formatBytes(heapTotal)} heap, ${buffers}.`
}

/** The text format of Prometheus, with the names that its clients give to figures of a process. */
function metricsText(process: DiagnosticsRun['process']): string {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage()
  const { maxRSS, fsRead, fsWrite } = process.resourceUsage()
  const rows = [
    ['process_cpu_seconds_total', 'counter', 'Total user and system CPU time spent in seconds.', (user + system) / 1e6],
    ['process_run_seconds', 'gauge', 'Time since the process was started in seconds.', process.uptime()],
    ['process_resident_memory_bytes', 'gauge', 'Resident memory size in bytes.', rss],
    ['process_resident_memory_max_bytes', 'gauge', 'Largest resident memory size in bytes.', maxRSS * 1024],
    ['process_file_reads_total', 'counter', 'Reads of the file system.', fsRead],
    ['process_file_writes_total', 'counter', 'Writes to the file system.', fsWrite],
    ['nodejs_heap_size_used_bytes', 'gauge', 'Heap that is in use in bytes.', heapUsed],
    ['nodejs_heap_size_total_bytes', 'gauge', 'Heap in bytes.', heapTotal],
    ['nodejs_external_memory_bytes', 'gauge', 'Memory outside of the heap in bytes.', external],
  ] as const
  return rows.map(([name, type, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`).join('')
}

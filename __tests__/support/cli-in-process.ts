/** Runs a command of the command line in this process, with what it prints in lists: quicker than a process for each. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { COMMANDS } from '../../src/cli/command-table.ts'
import type { CliContext } from '../../src/cli/context.ts'
import { parseCommandLine } from '../../src/cli/program.ts'
import { readCacheSettings } from '../../src/cli/read-cache-flags.ts'
import { timeTexts } from '../../src/cli/time-text.ts'
import { testContext } from './command-context.ts'

export interface InProcessResult {
  readonly code: number
  /** Everything on standard output. */
  readonly stdout: string
  /** `level text`, in order, without what is for debugging. */
  readonly messages: readonly string[]
}

/** A connection file in `dir` for the repository in the folder `repository`; returns its path. */
export function connectionFile(dir: string, repository: string): string {
  const path = join(dir, 'connection.config')
  const storage = { type: 'filesystem', config: { path: repository, dirShards: null } }
  writeFileSync(path, JSON.stringify({ storage, hostname: 'host', username: 'user', description: '', enableActions: false }))
  return path
}

/** Parses and runs `argv`; errors are thrown as the command throws them. */
export async function runInProcess(
  argv: readonly string[],
  options: {
    readonly dir: string
    readonly configPath: string
    readonly password: string
    readonly env?: Record<string, string>
    readonly input?: string
    /** Gets what is said, also when the command throws. */
    readonly messages?: string[]
  },
): Promise<InProcessResult> {
  const parsed = await parseCommandLine(COMMANDS, argv, options.env ?? {}, 'cairn')
  if (parsed.kind !== 'command') throw new Error(`${argv.join(' ')} asks for help`)
  const base = testContext(options.dir, { env: { KOPIA_PASSWORD: options.password, ...options.env } })
  const parts: Buffer[] = []
  const context: CliContext = {
    ...base,
    print: (line) => void parts.push(Buffer.from(`${line}\n`)),
    write: async (bytes) => void parts.push(Buffer.from(bytes)),
    configPath: options.configPath,
    isConfigPathGiven: true,
    passwordFlag: undefined,
    persistCredentials: false,
    isVerbose: false,
    times: timeTexts(parsed.globals.text('timezone'), options.env?.['TZ'] ?? 'UTC'),
    autoMaintenance: parsed.globals.choice('auto-maintenance'),
    readCache: readCacheSettings(parsed.globals, { platform: 'linux', env: {}, home: options.dir, workingDirectory: options.dir }),
    dangerousCommands: parsed.globals.text('dangerous-commands') ?? parsed.globals.text('advanced-commands'),
    readInput: async () => Buffer.from(options.input ?? ''),
  }
  const code = await parsed.spec.run(context, parsed.input).finally(() => options.messages?.push(...base.messages))
  return { code, stdout: Buffer.concat(parts).toString('utf8'), messages: base.messages.filter((line) => !line.startsWith('debug ')) }
}

/** What a verb of the command line has beside the command context: its output. */
import type { CommandContext } from '../commands/context.ts'
import type { TimeTexts } from './time-text.ts'

export interface CliContext extends CommandContext {
  /** Writes a line of the result to standard output. */
  print(line: string): void
  /** Writes bytes of the result to standard output, waiting when the reader is slow. */
  write(bytes: Uint8Array): Promise<void>
  /** Path of the connection file: the flag, KOPIA_CONFIG_PATH, or Kopia's default. */
  readonly configPath: string
  /** Whether the user named that file. */
  readonly isConfigPathGiven: boolean
  /** Password from the `--password` flag. */
  readonly passwordFlag: string | undefined
  /** `--persist-credentials` or KOPIA_PERSIST_CREDENTIALS_ON_CONNECT. */
  readonly persistCredentials: boolean
  readonly isVerbose: boolean
  /** Times in results, in the zone of `--timezone`. */
  readonly times: TimeTexts
  /** `--dangerous-commands`: only `enabled` lets commands run that can damage the repository. */
  readonly dangerousCommands: string | undefined
  /** Standard input, as it comes; it can be read once. */
  input(): AsyncIterable<Uint8Array>
  /** Everything on standard input, to its end; CAIRN_USAGE when it is longer than `maxBytes`. */
  readInput(maxBytes: number): Promise<Uint8Array>
}

/** The shape of one row of the command table: what parsing, help and completion are made from. */
import type { CliContext } from './context.ts'

export interface FlagSpec {
  /** Long name without dashes. */
  readonly name: string
  readonly short?: string
  /** Name of the value in the help; absent for a switch. */
  readonly value?: string
  /** May be given several times. */
  readonly isRepeated?: boolean
  /** A switch that also has a `--no-` form; its value without either is `default`. */
  readonly isNegatable?: boolean
  readonly default?: string | boolean
  /** Variable that gives the value when the flag is absent. */
  readonly env?: string
  /** The only words it takes. */
  readonly choices?: readonly string[]
  /** Works, but is left out of the help, as in Kopia. */
  readonly isHidden?: boolean
  /** Kopia's flag for something that Cairn does not do: using it is CAIRN_NOT_SUPPORTED with this sentence, except for values that ask for nothing. */
  readonly refusal?: { readonly why: string; readonly allows?: readonly string[] }
  readonly help: string
}

export interface ArgumentSpec {
  readonly name: string
  readonly help: string
  readonly isRequired?: boolean
  /** The only words it can be, for completion; the command itself checks them. */
  readonly choices?: readonly string[]
  readonly isRepeated?: boolean
}

export interface CommandSpec {
  /** Words of the command, such as `['snapshot', 'list']`. */
  readonly path: readonly [string, ...string[]]
  readonly aliases?: readonly string[]
  /** One line for the list of commands. */
  readonly summary: string
  /** More lines for its own help. */
  readonly details?: string
  readonly arguments?: readonly ArgumentSpec[]
  readonly flags: readonly FlagSpec[]
  readonly examples?: readonly string[]
  /** Kopia's command for something that Cairn does not do: it takes whatever is given and ends with CAIRN_NOT_SUPPORTED. */
  readonly isRefused?: boolean
  /** It only prints: without a reader of its output there is nothing left to do. */
  readonly isReader?: boolean
  /** It works on the connected repository, which can be opened while its code is being loaded. */
  readonly opensRepository?: boolean
  /** Loads the code of the command; resolves to its exit code. */
  readonly run: (context: CliContext, input: CommandInput) => Promise<number>
}

/** Arguments and flags as given, read by name; a name that the table does not have is a defect and throws. */
export class CommandInput {
  readonly #arguments: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly #flags: Readonly<Record<string, unknown>>

  constructor(args: Readonly<Record<string, string | readonly string[] | undefined>>, flags: Readonly<Record<string, unknown>>) {
    this.#arguments = args
    this.#flags = flags
  }

  /** Value of a single argument. */
  argument(name: string): string | undefined {
    const value = this.#arguments[name]
    return typeof value === 'string' ? value : undefined
  }

  /** Values of a repeated argument. */
  arguments(name: string): readonly string[] {
    const value = this.#arguments[name]
    return Array.isArray(value) ? value : []
  }

  /** Value of a flag that takes one. */
  text(name: string): string | undefined {
    const value = this.#flags[name]
    return typeof value === 'string' ? value : undefined
  }

  /** Values of a repeated flag. */
  list(name: string): readonly string[] {
    const value = this.#flags[name]
    return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
  }

  /** Whether a switch is on. */
  isOn(name: string): boolean {
    return this.#flags[name] === true
  }

  /** A switch that has three states: on, off, not given. */
  choice(name: string): boolean | undefined {
    const value = this.#flags[name]
    return typeof value === 'boolean' ? value : undefined
  }
}

/** Commands that verify, mend and move snapshots. */
import type { CommandSpec } from '../command-spec.ts'

export const TRANSFER_COMMANDS: readonly CommandSpec[] = []

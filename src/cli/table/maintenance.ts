/** Commands of maintenance. */
import type { CommandSpec } from '../command-spec.ts'

export const MAINTENANCE_COMMANDS: readonly CommandSpec[] = []

/** Commands about policies stored in the repository. */
import type { CommandSpec } from '../command-spec.ts'

export const POLICY_COMMANDS: readonly CommandSpec[] = []

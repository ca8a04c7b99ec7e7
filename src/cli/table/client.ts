/** Commands about this client: cache, throttle, logs. */
import type { CommandSpec } from '../command-spec.ts'

export const CLIENT_COMMANDS: readonly CommandSpec[] = []

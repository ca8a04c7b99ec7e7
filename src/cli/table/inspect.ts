/** Commands that look at blobs, contents, indexes, manifests and logs. */
import type { CommandSpec } from '../command-spec.ts'

export const INSPECT_COMMANDS: readonly CommandSpec[] = []

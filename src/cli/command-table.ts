/** Every command of the command line: names, flags, help and what runs. Parsing, help and documentation are made from this table. */
import type { CommandSpec } from './command-spec.ts'
import { BENCHMARK_COMMANDS } from './table/benchmark.ts'
import { CLIENT_COMMANDS } from './table/client.ts'
import { INSPECT_COMMANDS } from './table/inspect.ts'
import { MAINTENANCE_COMMANDS } from './table/maintenance.ts'
import { OBJECTS_COMMANDS } from './table/objects.ts'
import { POLICY_COMMANDS } from './table/policy.ts'
import { REFUSED_COMMANDS } from './table/refused.ts'
import { REPOSITORY_COMMANDS } from './table/repository.ts'
import { RESTORE_COMMANDS } from './table/restore.ts'
import { SNAPSHOT_COMMANDS } from './table/snapshot.ts'
import { TRANSFER_COMMANDS } from './table/transfer.ts'
import { WORKSPACE_COMMANDS } from './table/workspace.ts'

/** The table. */
export const COMMANDS: readonly CommandSpec[] = [
  ...WORKSPACE_COMMANDS,
  ...REPOSITORY_COMMANDS,
  ...SNAPSHOT_COMMANDS,
  ...TRANSFER_COMMANDS,
  ...RESTORE_COMMANDS,
  ...OBJECTS_COMMANDS,
  ...POLICY_COMMANDS,
  ...MAINTENANCE_COMMANDS,
  ...INSPECT_COMMANDS,
  ...CLIENT_COMMANDS,
  ...BENCHMARK_COMMANDS,
  ...REFUSED_COMMANDS,
]

/** What hooks need from the command that runs them. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { HookServices } from '../hooks/call.ts'
import { HookConsole } from '../hooks/console.ts'
import { toHex } from '../util/bytes.ts'
import type { CommandContext } from './context.ts'

/** What differs between commands. */
export interface HookSettings {
  readonly workspaceRoot: string
  /** `cairn snapshot create` passes the environment through, as Kopia does (docs/hooks.md, "Environment"). */
  readonly environmentMode: HookServices['environmentMode']
  readonly allowedSecrets?: readonly string[]
  /** Name of the workflow event and full ref, for `if`. */
  readonly event?: string | undefined
  readonly ref?: string | undefined
}

/** Services of the hooks of one command. Output that is too long to show goes to files in a folder that is made when first needed. */
export function hookServices(context: CommandContext, settings: HookSettings): HookServices {
  const tempDir = context.os.temporaryDirectory
  return {
    supervisorEntry: fileURLToPath(context.entryUrl),
    tempDir,
    cwd: context.cwd,
    workspaceRoot: settings.workspaceRoot,
    environment: context.env,
    environmentMode: settings.environmentMode,
    allowedSecrets: new Set(settings.allowedSecrets),
    cairnVersion: context.version,
    platform: context.platform,
    clock: context.clock,
    console: new HookConsole(context.hookSink, { overflowDir: join(tempDir, `cairn-hook-output-${toHex(context.random(6))}`) }),
    masks: context.masks,
    onMask: context.mask,
    event: settings.event,
    ref: settings.ref,
    signal: context.signal,
  }
}

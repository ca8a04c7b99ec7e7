/** What a command gives to a storage that it opens. */
import type { CommandContext } from './context.ts'

/** Options of a storage that come from the context. */
export function storageOptions(context: CommandContext) {
  const { clock, random, log, platform, env, os, identityToken, mask, entryUrl, signal } = context
  const { homeDirectory, temporaryDirectory } = os
  return { clock, random, log, platform, backend: { env, homeDirectory, temporaryDirectory, identityToken, mask, entryUrl, signal } }
}

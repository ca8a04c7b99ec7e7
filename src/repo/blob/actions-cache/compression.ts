/** The identity that the official client gives to entries besides their key (docs/backends/actions-cache.md, "Entries"). */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { ENTRY_FILE } from './entry-names.ts'

export type Compression = 'zstd-without-long' | 'gzip'

/** How the client compresses on this machine: with zstd when there is such a program. */
export async function findCompression(env: Readonly<Record<string, string | undefined>>): Promise<Compression> {
  return await new Promise((resolve) => {
    execFile('zstd', ['--quiet', '--version'], { env }, (_error, stdout, stderr) => {
      resolve(`${stdout}${stderr}`.trim() === '' ? 'gzip' : 'zstd-without-long')
    })
  })
}

/** An entry is only found by the version it was saved with. */
export function entryVersion(compression: Compression): string {
  return createHash('sha256').update([ENTRY_FILE, compression, '1.0'].join('|')).digest('hex')
}

/** Commands about this client: limits of speed, Kopia's cache, completion. */
import type { CommandSpec, FlagSpec } from '../command-spec.ts'
import { SHELLS } from '../completion/shells.ts'
import { JSON_FLAGS } from './common.ts'
import { CACHE_FLAGS } from './connect-flags.ts'

const limit = (name: string, help: string): FlagSpec => ({ name, value: 'LIMIT', help })

export const CLIENT_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['repository', 'throttle', 'get'],
    isReader: true,
    summary: 'Show the limits of speed of this connection.',
    flags: JSON_FLAGS,
    run: async (context, input) => (await import('../verbs/throttle.ts')).throttleGet(context, input),
  },
  {
    path: ['repository', 'throttle', 'set'],
    summary: 'Set limits of speed for this connection.',
    details: 'A limit is a number, or "unlimited". Limits stand in the connection file; the next command keeps to them.',
    flags: [
      limit('download-bytes-per-second', 'Bytes to read in a second.'),
      limit('upload-bytes-per-second', 'Bytes to write in a second.'),
      limit('read-requests-per-second', 'Blobs to read in a second.'),
      limit('write-requests-per-second', 'Blobs to write in a second.'),
      limit('list-requests-per-second', 'Listings in a second.'),
      limit('concurrent-reads', 'Blobs to read at a time.'),
      limit('concurrent-writes', 'Blobs to write at a time.'),
    ],
    examples: [
      'cairn repository throttle set --upload-bytes-per-second 5000000',
      'cairn repository throttle set --concurrent-reads unlimited',
    ],
    run: async (context, input) => (await import('../verbs/throttle.ts')).throttleSet(context, input),
  },
  {
    path: ['cache', 'info'],
    isReader: true,
    summary: 'Show what Kopia and Cairn keep on this machine.',
    details: "The lines of the result are Kopia's cache for this connection; a message tells what Cairn keeps of the same repository.",
    flags: [{ name: 'path', help: 'Only print where it is.' }],
    run: async (context, input) => (await import('../verbs/cache.ts')).cacheInfo(context, input),
  },
  {
    path: ['cache', 'set'],
    summary: "Change the settings of Kopia's cache for this connection.",
    flags: [...CACHE_FLAGS, { name: 'cache-directory', value: 'PATH', help: 'Where Kopia keeps its cache.' }],
    examples: ['cairn cache set --content-cache-size-mb 2000'],
    run: async (context, input) => (await import('../verbs/cache.ts')).cacheSet(context, input),
  },
  {
    path: ['cache', 'clear'],
    summary: 'Empty what Kopia and Cairn keep of the repository on this machine.',
    flags: [
      {
        name: 'partial',
        value: 'PART',
        choices: ['contents', 'indexes', 'metadata', 'own-writes', 'blob-list'],
        help: 'Empty only this part.',
      },
    ],
    run: async (context, input) => (await import('../verbs/cache.ts')).cacheClear(context, input),
  },
  {
    path: ['completion'],
    isReader: true,
    summary: 'Print the completion script of a shell.',
    arguments: [{ name: 'shell', isRequired: true, choices: SHELLS, help: `One of ${SHELLS.join(', ')}.` }],
    flags: [],
    examples: [
      'source <(cairn completion bash)',
      'cairn completion zsh > ~/.zfunc/_cairn',
      'cairn completion fish > ~/.config/fish/completions/cairn.fish',
      'cairn completion powershell | Out-String | Invoke-Expression',
    ],
    run: async (context, input) => (await import('../verbs/completion.ts')).completion(context, input),
  },
]

/** Commands of Kopia that are out of the scope of Cairn: known by name, so that whoever types one learns what to do instead. */
import type { CommandSpec } from '../command-spec.ts'

const SERVER = 'Cairn is no server: it works on the storage itself.'
const NOTIFICATION = 'Workflows have notifications of their own.'
const UPGRADE = 'Experimental in Kopia and switched off there. "cairn repository set-parameters --upgrade" upgrades the format.'
const MOUNT = 'Cairn mounts nothing. Restore what is needed with "cairn restore", or print a file with "cairn show".'

const STORES = ['b2', 'gdrive', 'rclone', 'sftp', 'webdav'] as const
const STORE =
  'Cairn keeps repositories in folders, in S3 and what speaks it, as Backblaze B2 does, in Azure Blob Storage and in Google Cloud Storage.'

/** Words of the command, with the other names of its last word -> why it is not done. */
const REFUSED: Readonly<Record<string, string>> = {
  mount: MOUNT,
  'repository connect server': SERVER,
  'repository upgrade begin': UPGRADE,
  'repository upgrade rollback': UPGRADE,
  'repository upgrade validate': UPGRADE,
  ...Object.fromEntries(
    ['create', 'connect', 'repair', 'sync-to'].flatMap((verb) => STORES.map((store) => [`repository ${verb} ${store}`, STORE])),
  ),
  'server start': SERVER,
  'server status': SERVER,
  'server refresh': SERVER,
  'server flush': SERVER,
  'server shutdown': SERVER,
  'server snapshot|upload': SERVER,
  'server cancel': SERVER,
  'server pause': SERVER,
  'server resume|unpause': SERVER,
  'server throttle get': SERVER,
  'server throttle set': SERVER,
  'server acl add': SERVER,
  'server acl delete|remove|rm': SERVER,
  'server acl enable': SERVER,
  'server acl list|ls': SERVER,
  'server users add|create': SERVER,
  'server users set|update': SERVER,
  'server users delete|remove|rm': SERVER,
  'server users hash-password|hash': SERVER,
  'server users info': SERVER,
  'server users list|ls': SERVER,
  'notification profile configure email': NOTIFICATION,
  'notification profile configure pushover': NOTIFICATION,
  'notification profile configure webhook': NOTIFICATION,
  'notification profile delete|rm': NOTIFICATION,
  'notification profile test|send-test-message': NOTIFICATION,
  'notification profile list|ls': NOTIFICATION,
  'notification profile show': NOTIFICATION,
  'notification template list|ls': NOTIFICATION,
  'notification template set': NOTIFICATION,
  'notification template show': NOTIFICATION,
  'notification template remove|rm|delete': NOTIFICATION,
}

export const REFUSED_COMMANDS: readonly CommandSpec[] = Object.entries(REFUSED).map(([text, why]) => {
  const [words = '', ...aliases] = text.split('|')
  const [first = '', ...rest] = words.split(' ')
  return {
    path: [first, ...rest],
    aliases,
    summary: 'Out of the scope of Cairn.',
    details: why,
    flags: [],
    isRefused: true,
    run: async () => (await import('../refusals.ts')).refuseCommand(words, why),
  }
})

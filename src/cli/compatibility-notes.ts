/** What the comparison with Kopia cannot see by itself: why a command is missing, and where one works differently. */

const CLOUD = 'Cairn stores in folders only.'

/** Beginning of a command, or `…` and its last word -> why Cairn does not have it. */
export const MISSING_REASONS: Readonly<Record<string, string>> = {
  benchmark: 'Out of scope: the choice of algorithms is made once, with stock Kopia.',
  mount: 'Out of scope: restore what is needed, or mount with stock Kopia.',
  notification: 'Out of scope: workflows have notifications of their own.',
  server: 'Out of scope: Cairn is no server.',
  'repository connect server': 'Out of scope: Cairn works on the storage itself.',
  'repository upgrade': 'Experimental in Kopia and switched off there; `repository set-parameters --upgrade` upgrades the format.',
  'cache prefetch': 'Cairn keeps no cache on disk.',
  'cache sync': 'Cairn keeps no cache on disk.',
  '… azure': CLOUD,
  '… b2': CLOUD,
  '… gcs': CLOUD,
  '… gdrive': CLOUD,
  '… rclone': CLOUD,
  '… s3': CLOUD,
  '… sftp': CLOUD,
  '… webdav': CLOUD,
}

/** Command -> how it differs. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'blob gc': 'Holds the lease on maintenance while it deletes.',
  'cache clear': "Clears Kopia's cache; Cairn has none.",
  'cache info': "Describes Kopia's cache; Cairn has none.",
  'cache set': "Changes the settings of Kopia's cache; Cairn has none.",
  'content rewrite': 'Leaves deleted contents where they are.',
  'index recover': 'Opens a repository with damaged index blobs, and deletes old ones last, after the new ones are written.',
  'logs show': 'Shows logs of Kopia; Cairn writes none into a repository.',
  'repository connect filesystem': '`--path` may be relative. Cairn never looks for updates, and says so.',
  'repository create filesystem': '`--path` may be relative; other defaults of hash and compression.',
  'repository disconnect': "Removes of Kopia's cache only what is recognised as such.",
}

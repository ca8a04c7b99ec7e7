/** What the comparison with Kopia cannot see by itself: why a command is missing, and where one works differently. */

/** Beginning of a command -> why Cairn does not have it. */
export const MISSING_REASONS: Readonly<Record<string, string>> = {
  'cache prefetch': 'Cairn fills its cache with what it reads, and reads little.',
  'cache sync': 'Cairn fills its cache with what it reads, and reads little.',
}

/** Command -> how it differs. */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'benchmark compression': 'Does not count allocations.',
  'benchmark splitter': 'Other random bytes for the same seed.',
  'blob gc': 'Holds the lease on maintenance while it deletes.',
  'cache clear': "Clears Kopia's cache; Cairn has none.",
  'cache info': "Describes Kopia's cache; Cairn has none.",
  'cache set': "Changes the settings of Kopia's cache; Cairn has none.",
  'content rewrite': 'Leaves deleted contents where they are.',
  diff: 'Compares two files as well. Directories that cannot be read are named, and the rest is compared.',
  'index recover': 'Opens a repository with damaged index blobs, and deletes old ones last, after the new ones are written.',
  'logs show': 'Shows logs of Kopia; Cairn writes none into a repository.',
  'policy edit': 'Asks on standard error, and gives up at the end of the input.',
  'policy export': 'Also as a policy file with `--yaml`, and of a policy file with `--kopia`.',
  'policy import': 'Also from a policy file. Warns of hooks without a mode and of long scripts.',
  'policy set': 'Refuses or corrects what Kopia stores and nobody can mean; see policy.md, "Policies of the repository".',
  'policy show': 'Shows hooks of a folder beside `noParent` too: Cairn runs them.',
  'repository connect filesystem': '`--path` may be relative. Cairn never looks for updates, and says so.',
  'repository create filesystem': '`--path` may be relative; other defaults of hash and compression.',
  'repository disconnect': "Removes of Kopia's cache only what is recognised as such.",
  restore:
    'What is restored by its path keeps its attributes, also below the root of a snapshot. Zip archives also hold folders and links. With an archive, flags about files and folders that are written are refused.',
  'snapshot create': 'Refuses an empty source, for which Kopia takes the current folder.',
  'snapshot fix invalid-files': 'Directories in which nothing changes keep their object, and the record of files that failed stays.',
  'snapshot fix remove-files': 'Directories in which nothing changes keep their object, and the record of files that failed stays.',
  'snapshot migrate':
    'Keeps tags, pins, times of folders and the record of files that failed, which Kopia drops. Ends with 3 when something could not be brought over.',
  'snapshot verify':
    'Goes on to the end with `--max-errors=0`, where Kopia stops at the first error, and says for each snapshot how much is lost. Heeds `--parallel`. `--all-sources` verifies all snapshots beside those named.',
}

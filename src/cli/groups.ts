/** Words of the command line that only hold commands. */

/** Word -> what it is about, with Kopia's other name for it. */
export const GROUPS: Readonly<Record<string, { readonly summary: string; readonly alias?: string }>> = {
  repository: { summary: 'Create, connect and look at repositories.', alias: 'repo' },
  create: { summary: 'Create a repository.' },
  connect: { summary: 'Connect to a repository.' },
  snapshot: { summary: 'Make, list and restore snapshots.', alias: 'snap' },
  fix: { summary: 'Write snapshots anew without files that cannot be read or are not wanted.' },
  'sync-to': { summary: 'Copy the repository to another place.' },
  repair: { summary: 'Bring back a lost format blob.' },
  throttle: { summary: 'Limits of speed for this connection.' },
  cache: { summary: "Kopia's cache on this machine." },
  policy: { summary: 'Show and change policies in the repository.', alias: 'policies' },
  maintenance: { summary: 'Keep the repository small and quick.', alias: 'gc' },
  blob: { summary: 'Look at the blobs of the storage.' },
  shards: { summary: 'How blobs are laid out in folders.' },
  content: { summary: 'Look at contents.', alias: 'contents' },
  index: { summary: 'Look at the index.' },
  epoch: { summary: 'Generations of the index.' },
  manifest: { summary: 'Look at manifests.' },
  logs: { summary: 'Logs that Kopia stores in the repository.', alias: 'log' },
  session: { summary: 'Writers that are at work.' },
}

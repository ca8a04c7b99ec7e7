/** Manifests as a list, filtered by labels and sorted. */
import type { ManifestEntry, Repository } from '../../repo/api.ts'
import { compareUtf8 } from '../../util/go-json.ts'

export interface ManifestListOptions {
  readonly labels: Readonly<Record<string, string>>
  /** Labels to sort by, the first one first; then by time. */
  readonly sortBy: readonly string[]
}

/** The manifests that have all labels. */
export async function listManifests(repository: Repository, options: ManifestListOptions): Promise<ManifestEntry[]> {
  const found = await repository.manifests.find(options.labels)
  return found.sort((a, b) => {
    for (const name of options.sortBy) {
      const order = compareUtf8(a.labels[name] ?? '', b.labels[name] ?? '')
      if (order !== 0) return order
    }
    return 0
  })
}

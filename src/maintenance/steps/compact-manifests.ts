/** Puts snapshots, policies and other manifests together, so that opening a repository does not read a content for each run there ever was. */
import type { MaintenanceStep } from '../step.ts'

/** As many as Kopia lets gather. */
const MIN_CONTENTS = 16
/** A client may put back what it loaded before a manifest was deleted: for a day, the tombstone takes it away again. */
const TOMBSTONE_AGE_NS = 86_400_000_000_000n

export const compactManifests: MaintenanceStep = {
  task: undefined,
  title: 'Putting manifests together',
  async run({ repository, startNs, log, signal }) {
    const count = await repository.care.manifests.compact(MIN_CONTENTS, startNs - TOMBSTONE_AGE_NS, signal)
    if (count > 0) log.info(`Put the manifests of ${count} contents together.`)
    return undefined
  },
}

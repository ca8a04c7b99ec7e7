/** `snapshot estimate`: what a snapshot of a folder would hold, under the policies stored in the repository. */
import { CairnError } from '../errors.ts'
import { openLocalSource } from '../fs/local.ts'
import type { SourceInfo } from '../policy/target.ts'
import { policyTree } from '../policy/tree.ts'
import type { Repository } from '../repo/api.ts'
import { type Estimate, type EstimateOptions, estimateTree } from '../snapshot/estimate.ts'
import { repositoryLayers } from '../snapshot/policies.ts'

/** Errors: CAIRN_SOURCE_MISSING, CAIRN_SOURCE_UNREADABLE, CAIRN_NOT_A_DIRECTORY, CAIRN_IGNORE_RULE_INVALID. */
export async function estimateSnapshot(repository: Repository, source: SourceInfo, options: EstimateOptions): Promise<Estimate> {
  if (openLocalSource(source.path).entry.kind !== 'directory') {
    throw new CairnError('CAIRN_NOT_A_DIRECTORY', `${source.path} is not a directory.`, { hint: 'Name a folder to estimate.' })
  }
  const tree = policyTree(source, await repositoryLayers(repository, options.signal))
  return await estimateTree(source.path, tree.root, options)
}

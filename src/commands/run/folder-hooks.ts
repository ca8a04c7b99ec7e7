/** Joins the walk of a source to the hooks of its folders. */
import { messageOf } from '../../errors.ts'
import type { UploadOutcome } from '../../hooks/outcome.ts'
import type { PolicyNode, PolicyTree } from '../../policy/tree.ts'
import type { FolderOutcome, OnFolder } from '../../snapshot/upload/request.ts'
import type { PathRunSource } from './sources.ts'
import { folderKey, type OpenRun } from './state.ts'

/** The callback for an upload: a pair of hooks around each folder that has one. */
export function folderHooks(run: OpenRun, source: PathRunSource, root: string, tree: PolicyTree): OnFolder {
  return async (folder) => {
    const { beforeFolder, afterFolder } = nodeAt(tree, folder.relativePath).hooks
    if (beforeFolder === undefined && afterFolder === undefined) return undefined
    const label = folder.isRoot ? source.label : `${source.label.replace(/\/$/, '')}/${folder.relativePath}`
    const session = run.hooks.openSession({
      level: 'folder',
      hooks: { ...(beforeFolder === undefined ? {} : { beforeFolder }), ...(afterFolder === undefined ? {} : { afterFolder }) },
      // The original path also where the tree is read from somewhere else.
      sourcePath: folder.isRoot ? root : `${root === '/' ? '' : root}/${folder.relativePath}`,
      label,
    })
    const before = await session.before()
    if (before.failure !== undefined) {
      await afterFolderOf({ status: before.status === 'cancelled' ? 'cancelled' : 'failed', error: before.failure.message })
      run.beforeFolderFailures.set(folderKey(source.label, folder.relativePath), before.failure)
      throw before.failure
    }
    return {
      redirect: before.redirect?.path,
      after: (outcome) => afterFolderOf(outcomeFor(outcome)),
    }

    async function afterFolderOf(outcome: UploadOutcome): Promise<void> {
      const after = await session.after(outcome)
      if (after.failure !== undefined && !run.afterFolderFailures.has(source.label))
        run.afterFolderFailures.set(source.label, after.failure)
    }
  }
}

function nodeAt(tree: PolicyTree, relativePath: string): PolicyNode {
  let node = tree.root
  for (const part of relativePath.split('/')) if (part !== '') node = node.child(part)
  return node
}

function outcomeFor(outcome: FolderOutcome): UploadOutcome {
  const { entry, error } = outcome
  return {
    status: outcome.status,
    ...(error === undefined ? {} : { error: messageOf(error) }),
    ...(entry === undefined ? {} : { rootObjectId: entry.objectId, files: entry.summary?.files ?? 0, bytes: entry.summary?.size ?? 0 }),
  }
}

/** Uploads a folder into a fake repository and reads it back. */
import { nullLogger, nullProgress } from '../../src/log.ts'
import type { HookSet } from '../../src/policy/hook.ts'
import type { PolicyLayer } from '../../src/policy/layer.ts'
import type { Policy } from '../../src/policy/policy.ts'
import type { SourceInfo } from '../../src/policy/target.ts'
import { type PolicyTree, policyTree } from '../../src/policy/tree.ts'
import type { Repository } from '../../src/repo/api.ts'
import type { DirEntry } from '../../src/snapshot/dir-entry.ts'
import type { SnapshotManifest } from '../../src/snapshot/manifest.ts'
import { EMPTY_STATS } from '../../src/snapshot/stats.ts'
import { walkTree } from '../../src/snapshot/tree.ts'
import type { UploadRequest, UploadResult } from '../../src/snapshot/upload/request.ts'
import { uploadTree } from '../../src/snapshot/upload/upload.ts'
import { FakeClock } from './fake-clock.ts'

export const TEST_SOURCE: SourceInfo = { userName: 'tester', host: 'here', path: '/src' }

/** Policies by folder relative to the source; the empty text is the source itself. */
export function policiesOf(policies: Record<string, Policy>, hooks: Record<string, HookSet> = {}): PolicyTree {
  const places = new Set([...Object.keys(policies), ...Object.keys(hooks)])
  const layers: PolicyLayer[] = [...places].map((relative) => ({
    target: { kind: 'path', ...TEST_SOURCE, path: relative === '' ? '/src' : `/src/${relative}` },
    origin: 'policy-file',
    policy: policies[relative] ?? {},
    hooks: hooks[relative] ?? {},
  }))
  return policyTree(TEST_SOURCE, layers)
}

/** A hook that no test runs; it only has to be there. */
export const SOME_HOOK: HookSet = {
  beforeFolder: [
    {
      program: { kind: 'script', script: 'true' },
      mode: 'essential',
      timeoutSeconds: 1,
      origin: { kind: 'policy-file', target: '.', line: 1 },
      capturesRedirect: true,
    },
  ],
}

export type UploadChoices = Partial<Omit<UploadRequest, 'repository' | 'root'>> & { readonly readFrom?: string }

export async function upload(repository: Repository, path: string, choices: UploadChoices = {}): Promise<UploadResult> {
  const { readFrom, ...request } = choices
  return await uploadTree({
    repository,
    root: { path, readFrom },
    policies: policiesOf({}),
    previous: [],
    includeGit: true,
    parallel: 2,
    progress: nullProgress,
    log: nullLogger,
    clock: new FakeClock(),
    ...request,
  })
}

/** A manifest around an upload, to be the previous snapshot of the next one. */
export function manifestOf(result: UploadResult, id = 'm1'): SnapshotManifest {
  const { rootEntry } = result
  return { id, source: TEST_SOURCE, description: '', startTimeNs: 0n, endTimeNs: 0n, stats: EMPTY_STATS, rootEntry, tags: {}, pins: [] }
}

/** Every entry of a tree by its path; the root has the empty one. */
export async function treeOf(repository: Repository, root: DirEntry): Promise<Map<string, DirEntry>> {
  const entries = new Map<string, DirEntry>()
  for await (const event of walkTree(repository.objects, root)) {
    if (event.kind === 'unreadable') throw event.error
    if (event.kind === 'enter' || event.kind === 'entry') entries.set(event.path, event.entry)
  }
  return entries
}

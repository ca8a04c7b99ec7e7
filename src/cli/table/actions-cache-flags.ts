/** Flags of a repository in the cache of GitHub Actions (docs/backends/actions-cache.md). */
import type { FlagSpec } from '../command-spec.ts'

export const ACTIONS_CACHE_FLAGS: readonly FlagSpec[] = [
  { name: 'name', value: 'NAME', help: 'Name of the repository among the caches.' },
  { name: 'limit-gib', value: 'GIB', help: 'What all caches of the GitHub repository may take up together (10).' },
]

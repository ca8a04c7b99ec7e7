/** Flags that say which bucket of Google Cloud Storage holds a repository, and how it is reached: those of Kopia. */
import type { FlagSpec } from '../command-spec.ts'
import { SPEED_FLAGS } from './connect-flags.ts'

export const GCS_FLAGS: readonly FlagSpec[] = [
  { name: 'bucket', value: 'NAME', help: 'Name of the bucket.' },
  { name: 'prefix', value: 'TEXT', help: 'What the names of all objects begin with; end it with a slash to have a folder.' },
  { name: 'read-only', isNegatable: true, help: 'Ask Google for access that cannot write.' },
  {
    name: 'credentials-file',
    value: 'PATH',
    help: 'JSON file with credentials. Without one those of the workflow or of the machine are used.',
  },
  { name: 'embed-credentials', isNegatable: true, help: 'Keep the content of that file in the connection file.' },
  ...SPEED_FLAGS,
  {
    name: 'point-in-time',
    value: 'TIME',
    help: 'See the bucket, which has to keep versions, as it was then (2026-11-23T13:00:00Z). Not for create.',
  },
]

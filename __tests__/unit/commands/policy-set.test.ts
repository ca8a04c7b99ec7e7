/** Flags of `policy set` -> fields; what stock kopia stores for the same words was compared by hand. */
import { describe, expect, it } from 'vitest'
import { deletePolicies } from '../../../src/commands/policy/delete.ts'
import { POLICY_SET_ROWS } from '../../../src/commands/policy/set-table.ts'
import { sortedPolicies } from '../../../src/commands/policy/show.ts'
import { requestedTargets } from '../../../src/commands/policy/targets.ts'
import { POLICY_FIELDS } from '../../../src/policy/fields.ts'
import { encodePolicy } from '../../../src/policy/native-json.ts'
import type { Policy } from '../../../src/policy/policy.ts'
import { formatTarget } from '../../../src/policy/target.ts'
import { findPolicy, setPolicy } from '../../../src/snapshot/policies.ts'
import { fakeRepository } from '../../support/fake-repository.ts'
import { policySet, setFlags } from '../../support/policy-command.ts'

/** Flags, then the part of the policy that they make. */
const CASES: readonly (readonly [flags: string, policy: Policy])[] = [
  ['--keep-latest=3 --keep-hourly=+0 --keep-daily=-3', { retention: { keepLatest: 3, keepHourly: 0, keepDaily: -3 } }],
  ['--keep-weekly=1 --keep-monthly=7 --keep-annual=2', { retention: { keepWeekly: 1, keepMonthly: 7, keepAnnual: 2 } }],
  ['--ignore-identical-snapshots=T', { retention: { ignoreIdenticalSnapshots: true } }],
  ['--add-ignore=b --add-ignore=a --add-ignore=b --remove-ignore=c', { files: { ignore: ['a', 'b'] } }],
  ['--add-dot-ignore=.x --max-file-size=5000', { files: { ignoreDotFiles: ['.x'], maxFileSize: 5000 } }],
  ['--one-file-system=true --ignore-cache-dirs=false', { files: { oneFileSystem: true, ignoreCacheDirs: false } }],
  [
    '--ignore-file-errors=true --ignore-dir-errors=false --ignore-unknown-types=true',
    { errorHandling: { ignoreFileErrors: true, ignoreDirectoryErrors: false, ignoreUnknownTypes: true } },
  ],
  ['--snapshot-interval=90m', { scheduling: { intervalSeconds: 5400 } }],
  [
    '--snapshot-time=3:5,inherit,1:00 --snapshot-time=12:30,08:08 --snapshot-time=12:30',
    {
      scheduling: {
        timeOfDay: [
          { hour: 8, min: 8 },
          { hour: 12, min: 30 },
        ],
      },
    },
  ],
  ['--snapshot-time-crontab=@daily;@hourly; --run-missed=false', { scheduling: { cron: ['@daily', '@hourly'], runMissed: false } }],
  ['--manual', { scheduling: { manual: true } }],
  [
    '--compression=zstd --compression-min-size=10 --compression-max-size=20',
    { compression: { compressorName: 'zstd', minSize: 10, maxSize: 20 } },
  ],
  ['--add-only-compress=.b --add-never-compress=.a', { compression: { onlyCompress: ['.b'], neverCompress: ['.a'] } }],
  [
    '--metadata-compression=none --splitter=FIXED-1M',
    { metadataCompression: { compressorName: 'none' }, splitter: { algorithm: 'FIXED-1M' } },
  ],
  ['--enable-volume-shadow-copy=when-available', { osSnapshots: { volumeShadowCopy: { enable: 2 } } }],
  ['--log-dir-snapshotted=1 --log-dir-ignored=2', { logging: { directories: { snapshotted: 1, ignored: 2 } } }],
  [
    '--log-entry-snapshotted=3 --log-entry-ignored=4 --log-entry-cache-hit=10 --log-entry-cache-miss=0',
    { logging: { entries: { snapshotted: 3, ignored: 4, cacheHit: 10, cacheMiss: 0 } } },
  ],
  ['--max-parallel-file-reads=4 --max-parallel-snapshots=2', { upload: { maxParallelFileReads: 4, maxParallelSnapshots: 2 } }],
  ['--parallel-upload-above-size-mib=100', { upload: { parallelUploadAboveSize: 104857600 } }],
  ['--inherit=true --inherit=false', { noParent: true }],
]

describe('policy set', () => {
  it.each(CASES)('%s', async (flags, policy) => {
    expect(encodePolicy((await setFlags(flags.split(' '))).policy)).toBe(encodePolicy(policy))
  })

  it('has a flag for every field of a policy that kopia has one for', () => {
    const set = new Set(CASES.flatMap(([, policy]) => leaves(policy)))
    const unset = POLICY_FIELDS.map(({ key }) => key).filter((key) => !set.has(key))
    expect(unset.every((key) => /\.noParent/.test(key))).toBe(true)
    const tested = CASES.map(([flags]) => flags).join(' ')
    const single = POLICY_SET_ROWS.filter((row) => row.flags.length === 1).flatMap((row) => row.flags)
    expect(single.filter(({ name }) => !tested.includes(`--${name}=`))).toEqual([])
  })

  it('resets a value with inherit, and leaves everything else alone', async () => {
    const before: Policy = {
      retention: { keepLatest: 3, keepDaily: 2 },
      compression: { compressorName: 'zstd', minSize: 4 },
      files: { ignore: ['a'] },
    }
    const { policy } = await setFlags(
      ['--keep-latest=inherit', '--compression=inherit', '--compression-min-size=default', '--clear-ignore'],
      before,
    )
    expect(encodePolicy(policy)).toBe(encodePolicy({ retention: { keepDaily: 2 } }))
    expect(before.retention?.keepLatest).toBe(3)
  })

  it('takes a stored manual away when times are set, and every time when manual is set', async () => {
    const timed = await setFlags(['--snapshot-interval=1h'], { scheduling: { manual: true } })
    expect(timed.policy.scheduling).toEqual({ intervalSeconds: 3600 })
    const manual = await setFlags(['--manual'], { scheduling: { intervalSeconds: 5, cron: ['@daily'], runMissed: true } })
    expect(manual.policy.scheduling).toEqual({ manual: true })
  })

  it.each([
    '--keep-latest=x',
    '--keep-latest=5000000000',
    '--max-file-size=1MB',
    '--compression=lz4',
    '--compression=foo',
    '--splitter=foo',
    '--log-dir-ignored=11',
    '--one-file-system=maybe',
    '--ignore-identical-snapshots=yes',
    '--snapshot-time=24:00',
    '--snapshot-time=3:5x',
    '--snapshot-interval=1500ms',
    '--manual --snapshot-time=1:00',
    '--inherit=perhaps',
    '--enable-volume-shadow-copy=sometimes',
  ])('refuses %s', async (flags) => {
    await expect(setFlags(flags.split(' '))).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  })

  it('without a flag that sets something is no change', async () => {
    await expect(setFlags([])).rejects.toThrow(/No changes/)
    await expect(setFlags(['--keep-latest='])).rejects.toThrow(/No changes/)
  })
})

describe('targets', () => {
  it('are --global or a list, and all are changed or none', async () => {
    const repository = fakeRepository()
    await expect(policySet(repository, ['--keep-latest=1'])).rejects.toThrow(/Either --global or targets/)
    await expect(policySet(repository, ['--global', '@h', '--keep-latest=1'])).rejects.toThrow(/Either --global or targets/)
    await expect(policySet(repository, ['@h', 'u@h:/x', '--max-parallel-snapshots=2'])).rejects.toMatchObject({
      code: 'CAIRN_POLICY_REFUSED',
    })
    expect(await sortedPolicies(repository)).toEqual([])
    await policySet(repository, ['@h', 'u@h', './data', '--keep-latest=1'])
    expect((await sortedPolicies(repository)).map(({ target }) => formatTarget(target))).toEqual(['@h', 'tester@here:/srv/data', 'u@h'])
  })

  it('can be the ID of a stored policy', async () => {
    const repository = fakeRepository()
    await setPolicy(repository, { kind: 'user', userName: 'u', host: 'h' }, {})
    const stored = await findPolicy(repository, { kind: 'user', userName: 'u', host: 'h' })
    const id = stored?.id ?? ''
    const named = { ...repository, manifests: { ...repository.manifests, get: async () => await repository.manifests.get(id) } }
    const targets = await requestedTargets(named, { isGlobal: false, targets: ['0123456789abcdef0123456789abcdef'] }, '/srv')
    expect(targets).toEqual([{ kind: 'user', userName: 'u', host: 'h' }])
  })

  it.each([
    ['u@h:/x', '--snapshot-time-crontab=1 2 3', /no cron expression/],
    ['u@h:/x/', '--keep-latest=1', /ends in a separator/],
  ])('%s with %s is refused as by kopia', async (target, flag, message) => {
    await expect(policySet(fakeRepository(), [target, flag])).rejects.toThrow(message)
  })

  it('are deleted, but not in a dry run', async () => {
    const repository = fakeRepository()
    await policySet(repository, ['@h', '--keep-latest=1'])
    const targets = [{ kind: 'host', host: 'h' }, { kind: 'global' }] as const
    const log = { info: () => {} }
    await deletePolicies(repository, { targets, isDryRun: true }, log)
    expect(await sortedPolicies(repository)).toHaveLength(1)
    await deletePolicies(repository, { targets, isDryRun: false }, log)
    expect(await sortedPolicies(repository)).toEqual([])
  })
})

function leaves(value: object, path = ''): string[] {
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const key = path === '' ? name : `${path}.${name}`
    return typeof member === 'object' && member !== null && !Array.isArray(member) ? leaves(member, key) : [key]
  })
}

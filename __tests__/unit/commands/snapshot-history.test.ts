import { beforeAll, describe, expect, it } from 'vitest'
import { type HistoryRequest, transferHistory } from '../../../src/commands/snapshot-history.ts'
import { formatSource } from '../../../src/policy/target.ts'
import { listSnapshots } from '../../../src/snapshot/store.ts'
import { parseTarget } from '../../../src/snapshot/target-parse.ts'
import { testContext } from '../../support/command-context.ts'
import { DAMAGE_SOURCE, DamagedRepository } from '../../support/damaged-repository.ts'
import { tempDir } from '../../support/temp-dir.ts'

let sound: DamagedRepository

beforeAll(async () => {
  sound = await DamagedRepository.create()
  await sound.save('one', { a: 'one' }, { tags: { 'tag:t': 'v' } })
  await sound.save('two', { a: 'two' })
  await sound.save('three', { a: 'three' }, { source: { ...DAMAGE_SOURCE, path: '/other' } })
  await sound.save('four', { a: 'four' }, { source: { ...DAMAGE_SOURCE, userName: 'ann' } })
})

async function transfer(damaged: DamagedRepository, from: string, to: string | undefined, options: Partial<HistoryRequest> = {}) {
  const repository = await damaged.open({ identity: { userName: 'me', host: 'here' } })
  const local = { ...repository.identity, workingDirectory: '/work' }
  const events: string[] = []
  await transferHistory(testContext(await tempDir()), repository, {
    from: parseTarget(from, local),
    to: to === undefined ? undefined : parseTarget(to, local),
    isMove: false,
    isDryRun: false,
    onEvent: ({ kind, manifest, destination }) => events.push(`${kind} ${manifest.description} ${formatSource(destination)}`),
    ...options,
  })
  await repository.close()
  return events
}

async function listed(damaged: DamagedRepository): Promise<string[]> {
  return (await listSnapshots(await damaged.reader())).map(({ source, description }) => `${formatSource(source)} ${description}`).sort()
}

describe('a history', () => {
  it('is copied to where the destination says, and keeps what that leaves open', async () => {
    const damaged = sound.copy()
    expect(await transfer(damaged, 'builder@ci-runner', '@new')).toEqual([
      'transferred one builder@new:/data',
      'transferred two builder@new:/data',
      'transferred three builder@new:/other',
    ])
    expect(await listed(damaged)).toEqual([
      'ann@ci-runner:/data four',
      'builder@ci-runner:/data one',
      'builder@ci-runner:/data two',
      'builder@ci-runner:/other three',
      'builder@new:/data one',
      'builder@new:/data two',
      'builder@new:/other three',
    ])
    const copied = (await listSnapshots(await damaged.reader(), { ...DAMAGE_SOURCE, host: 'new' }))[0]
    const { id, source, ...facts } = damaged.snapshots['one'] ?? {}
    expect(copied).toMatchObject(facts)
    expect([copied?.id === id, source?.host]).toEqual([false, DAMAGE_SOURCE.host])
  })

  it('is moved by being deleted at its old place', async () => {
    const damaged = sound.copy()
    await transfer(damaged, '@ci-runner', '@new', { isMove: true })
    expect(await listed(damaged)).toEqual([
      'ann@new:/data four',
      'builder@new:/data one',
      'builder@new:/data two',
      'builder@new:/other three',
    ])
  })

  it('goes to this client when no destination is given', async () => {
    expect(await transfer(sound.copy(), 'ann@ci-runner:/data', undefined)).toEqual(['transferred four me@here:/data'])
  })

  it('is not doubled: what is there already only goes from its old place', async () => {
    const damaged = sound.copy()
    await transfer(damaged, 'ann@ci-runner', '@new')
    expect(await transfer(damaged, 'ann@ci-runner', '@new')).toEqual(['exists four ann@new:/data'])
    expect(await transfer(damaged, 'ann@ci-runner', '@new', { isMove: true, isDryRun: true })).toEqual(['exists four ann@new:/data'])
    expect(await transfer(damaged, 'ann@ci-runner', '@new', { isMove: true })).toEqual(['dropped four ann@new:/data'])
    expect((await listed(damaged)).filter((line) => line.endsWith('four'))).toEqual(['ann@new:/data four'])
  })

  it('stays where it is in a dry run, and when both places are the same', async () => {
    const damaged = sound.copy()
    const before = await listed(damaged)
    expect(await transfer(damaged, '@ci-runner', '@new', { isMove: true, isDryRun: true })).toHaveLength(4)
    expect(await transfer(damaged, '@ci-runner', '@ci-runner', { isMove: true })).toEqual([])
    expect(await listed(damaged)).toEqual(before)
  })

  it.each([
    ['@ci-runner', 'ann@new'],
    ['@ci-runner', 'ann@new:/data'],
    ['builder@ci-runner', 'ann@new:/data'],
    ['@ci-runner', undefined],
  ])('of %s does not collapse into %s', async (from, to) => {
    await expect(transfer(sound.copy(), from, to)).rejects.toMatchObject({ code: 'CAIRN_HISTORY_COLLISION' })
  })
})

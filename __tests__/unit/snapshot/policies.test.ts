import { expect, test } from 'vitest'
import { applyRetention, planExpire } from '../../../src/snapshot/expire.ts'
import { findPolicy, listPolicies, removePolicy, repositoryLayers, setPolicy } from '../../../src/snapshot/policies.ts'
import { EMPTY_STATS } from '../../../src/snapshot/stats.ts'
import { listSnapshots, saveSnapshot } from '../../../src/snapshot/store.ts'
import { fakeRepository } from '../../support/fake-repository.ts'

const path = { kind: 'path', userName: 'builder', host: 'ci-runner', path: '/srv' } as const

test('a policy is stored under the labels that kopia looks for', async () => {
  const repository = fakeRepository()
  await setPolicy(repository, { kind: 'global' }, {})
  await setPolicy(repository, { kind: 'host', host: 'h' }, {})
  await setPolicy(repository, { kind: 'user', userName: 'u', host: 'h' }, {})
  await setPolicy(repository, path, {})
  expect((await repository.manifests.find({ type: 'policy' })).map((entry) => entry.labels)).toEqual([
    { type: 'policy', policyType: 'global' },
    { type: 'policy', policyType: 'host', hostname: 'h' },
    { type: 'policy', policyType: 'user', username: 'u', hostname: 'h' },
    { type: 'policy', policyType: 'path', username: 'builder', hostname: 'ci-runner', path: '/srv' },
  ])
})

test('setting a policy again replaces it, removing it leaves none', async () => {
  const repository = fakeRepository()
  await setPolicy(repository, path, { retention: { keepLatest: 1 } })
  await setPolicy(repository, path, { retention: { keepLatest: 2 } })
  expect((await listPolicies(repository)).map((stored) => stored.policy)).toEqual([{ retention: { keepLatest: 2 } }])
  expect((await findPolicy(repository, path))?.policy.retention?.keepLatest).toBe(2)
  expect(await removePolicy(repository, path)).toBe(true)
  expect(await removePolicy(repository, path)).toBe(false)
  expect(await findPolicy(repository, path)).toBeUndefined()
})

test('stored policies become layers with their hooks', async () => {
  const repository = fakeRepository()
  await setPolicy(repository, path, { actions: { beforeFolder: { script: 'x', mode: 'essential', timeout: 9 } } })
  const [layer] = await repositoryLayers(repository)
  expect(layer).toMatchObject({ target: path, origin: 'repository' })
  expect(layer?.hooks.beforeFolder?.[0]).toMatchObject({
    program: { kind: 'script', script: 'x' },
    mode: 'essential',
    timeoutSeconds: 9,
    origin: { kind: 'repository', target: 'builder@ci-runner:/srv' },
  })
})

test('a damaged policy is named, one of an unknown level is left alone', async () => {
  const repository = fakeRepository()
  await repository.manifests.put({ type: 'policy', policyType: 'galaxy' }, 'nonsense')
  expect(await listPolicies(repository)).toEqual([])
  const id = await repository.manifests.put({ type: 'policy', policyType: 'global' }, '{"retention":{"keepDaily":"x"}}')
  await expect(listPolicies(repository)).rejects.toThrow(
    `The stored policy ${id} cannot be read: retention.keepDaily is not a whole number.`,
  )
})

test('a path that ends in a separator is refused', async () => {
  await expect(setPolicy(fakeRepository(), { ...path, path: '/srv/' }, {})).rejects.toThrow(/ends in a separator/)
})

test('applying retention forgets exactly the expired snapshots', async () => {
  const repository = fakeRepository()
  for (const hour of [1n, 2n, 3n, 4n]) {
    const time = hour * 3_600_000_000_000n
    const pins = hour === 1n ? ['keep'] : []
    await saveSnapshot(repository, {
      id: '',
      source: path,
      description: '',
      startTimeNs: time,
      endTimeNs: time,
      stats: EMPTY_STATS,
      tags: {},
      pins,
    })
  }
  const decisions = await planExpire(repository, path, { retention: { keepLatest: 2 } })
  expect(await applyRetention(repository, decisions)).toBe(1)
  expect((await listSnapshots(repository)).map(({ startTimeNs }) => startTimeNs / 3_600_000_000_000n)).toEqual([1n, 3n, 4n])
})

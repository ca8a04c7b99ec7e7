import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { executeRestore } from '../../src/snapshot/restore/execute.ts'
import { planRestore } from '../../src/snapshot/restore/plan.ts'
import { canUseDescriptorPaths } from '../../src/snapshot/restore/safe-path.ts'
import { craftedDirectory, craftedFile, craftedLink } from '../support/crafted-tree.ts'
import { fakeRepository } from '../support/fake-repository.ts'
import { tempDir } from '../support/temp-dir.ts'

/** A directory outside of the target with a file that must never change. */
async function outside() {
  const outer = await tempDir('restore')
  const canary = join(outer, 'outside')
  mkdirSync(canary)
  writeFileSync(join(canary, 'file'), 'untouched')
  const before = lstatSync(join(canary, 'file'))
  const check = () => {
    expect(readdirSync(canary)).toEqual(['file'])
    expect(readFileSync(join(canary, 'file'), 'utf8')).toBe('untouched')
    const after = lstatSync(join(canary, 'file'))
    expect([after.ino, after.mtimeMs, after.mode]).toEqual([before.ino, before.mtimeMs, before.mode])
  }
  return { outer, canary, target: join(outer, 'target'), check }
}

describe.each([
  ['through descriptors', true],
  ['through checked paths', false],
])('%s', (_, useDescriptors) => {
  const run = test.skipIf(useDescriptors && !canUseDescriptorPaths())

  run('a link and a directory of the same name cannot lead outside', async () => {
    const { canary, target, check } = await outside()
    const repository = fakeRepository()
    const root = craftedDirectory(repository, 'root', [
      craftedLink(repository, 'door', canary),
      craftedDirectory(repository, 'door', [craftedFile(repository, 'file', 'evil')]),
    ])
    const report = await executeRestore(repository.objects, planRestore(root, target), { useDescriptors })
    expect(report.failures).toMatchObject([{ path: 'door', code: 'CAIRN_RESTORE_DUPLICATE_NAME' }])
    expect(readlinkSync(join(target, 'door'))).toBe(canary)
    check()
  })

  run('a link that is in the target already is not followed as a directory', async () => {
    const { canary, target, check } = await outside()
    mkdirSync(target)
    symlinkSync(canary, join(target, 'door'))
    const repository = fakeRepository()
    const root = craftedDirectory(repository, 'root', [
      craftedDirectory(repository, 'door', [craftedFile(repository, 'file', 'evil'), craftedFile(repository, 'new', 'evil')]),
      craftedFile(repository, 'good', 'good'),
    ])
    const report = await executeRestore(repository.objects, planRestore(root, target), { useDescriptors })
    expect(report.failures).toMatchObject([{ path: 'door', code: 'CAIRN_RESTORE_UNSAFE_TARGET' }])
    expect(readFileSync(join(target, 'good'), 'utf8')).toBe('good')
    check()
  })

  run('a link that is in the target already is not followed as a file', async () => {
    const { canary, target, check } = await outside()
    mkdirSync(target)
    symlinkSync(join(canary, 'file'), join(target, 'door'))
    symlinkSync(join(canary, 'absent'), join(target, 'dangling'))
    const repository = fakeRepository()
    const root = craftedDirectory(repository, 'root', [
      craftedFile(repository, 'dangling', 'evil', { mode: 0o600 }),
      craftedFile(repository, 'door', 'evil', { mode: 0o600 }),
    ])
    const report = await executeRestore(repository.objects, planRestore(root, target), { useDescriptors })
    expect(report.failures.map((failure) => failure.code)).toEqual(['CAIRN_RESTORE_EXISTS', 'CAIRN_RESTORE_EXISTS'])
    check()
  })

  run('attributes of a restored link never reach what it points to', async () => {
    const { canary, target, check } = await outside()
    const repository = fakeRepository()
    const root = craftedDirectory(repository, 'root', [craftedLink(repository, 'door', join(canary, 'file'), { mtimeNs: 1_000_000_000n })])
    const report = await executeRestore(repository.objects, planRestore(root, target), { useDescriptors })
    expect(report.failures).toEqual([])
    expect(lstatSync(join(target, 'door')).mtimeMs).toBe(1000)
    check()
  })

  run('a directory that is replaced by a link while it is filled does not lead outside', async () => {
    const { canary, target, check } = await outside()
    const repository = fakeRepository()
    const files = Array.from({ length: 50 }, (_, i) => craftedFile(repository, `file${i}`, `evil ${i}`))
    const root = craftedDirectory(repository, 'root', [craftedDirectory(repository, 'dir', files)])
    const { open } = repository.objects
    let opened = 0
    repository.objects.open = async (id) => {
      if (++opened === 20) {
        renameSync(join(target, 'dir'), join(target, 'moved'))
        symlinkSync(canary, join(target, 'dir'))
      }
      return await open(id)
    }
    const report = await executeRestore(repository.objects, planRestore(root, target), { useDescriptors, parallel: 1 })
    check()
    if (useDescriptors) expect(readdirSync(join(target, 'moved'))).toHaveLength(50)
    else expect(report.failures[0]?.code).toBe('CAIRN_RESTORE_UNSAFE_TARGET')
  })

  run('an existing link is replaced, not written through', async () => {
    const { canary, target, check } = await outside()
    mkdirSync(target)
    symlinkSync(canary, join(target, 'link'))
    const repository = fakeRepository()
    const root = craftedDirectory(repository, 'root', [craftedLink(repository, 'link', 'elsewhere')])
    const report = await executeRestore(repository.objects, planRestore(root, target), { useDescriptors })
    expect(report.failures).toEqual([])
    expect(readlinkSync(join(target, 'link'))).toBe('elsewhere')
    check()
  })

  run('a file is never restored over a directory, nor a directory over a file', async () => {
    const { target } = await outside()
    mkdirSync(join(target, 'dir'), { recursive: true })
    writeFileSync(join(target, 'dir', 'mine'), 'mine')
    writeFileSync(join(target, 'file'), 'mine')
    const repository = fakeRepository()
    const root = craftedDirectory(repository, 'root', [
      craftedDirectory(repository, 'file', [craftedFile(repository, 'x', 'evil')]),
      craftedFile(repository, 'dir', 'evil'),
    ])
    const report = await executeRestore(repository.objects, planRestore(root, target), { useDescriptors })
    expect(report.failures.map((failure) => failure.code)).toEqual(['CAIRN_RESTORE_EXISTS', 'CAIRN_RESTORE_EXISTS'])
    expect(readFileSync(join(target, 'file'), 'utf8')).toBe('mine')
    expect(readFileSync(join(target, 'dir', 'mine'), 'utf8')).toBe('mine')
  })
})

test.each([
  ['is empty', ''],
  ['holds a NUL byte', 'a\u0000b'],
])('a link whose target %s is named', async (_, text) => {
  const { target } = await outside()
  const repository = fakeRepository()
  const root = craftedDirectory(repository, 'root', [craftedLink(repository, 'bad', text)])
  const report = await executeRestore(repository.objects, planRestore(root, target))
  expect(report.failures).toMatchObject([{ path: 'bad', code: 'CAIRN_RESTORE_BAD_LINK' }])
  expect(readdirSync(target)).toEqual([])
})

test.skipIf(process.getuid?.() === 0)(
  'special bits are dropped and named when the owner cannot be given back (needs an ordinary user)',
  async () => {
    const { target } = await outside()
    const repository = fakeRepository()
    const root = craftedDirectory(repository, 'root', [craftedFile(repository, 'su', '#!', { mode: 0o4755, uid: 0, gid: 0 })])
    const report = await executeRestore(repository.objects, planRestore(root, target))
    expect(lstatSync(join(target, 'su')).mode & 0o7777).toBe(0o755)
    expect(report.losses).toMatchObject({ owners: 1, specialBits: 1, specialBitPaths: ['su'] })
  },
)

test('special bits are dropped and named when owners are not restored and differ', async () => {
  const { target } = await outside()
  const repository = fakeRepository()
  const root = craftedDirectory(repository, 'root', [
    craftedFile(repository, 'other', '#!', { mode: 0o6755, uid: 4242, gid: 4242 }),
    craftedFile(repository, 'own', '#!', { mode: 0o4755 }),
  ])
  const report = await executeRestore(repository.objects, planRestore(root, target), { skipOwners: true })
  expect(lstatSync(join(target, 'other')).mode & 0o7777).toBe(0o755)
  expect(lstatSync(join(target, 'own')).mode & 0o7777).toBe(0o4755)
  expect(report.losses).toMatchObject({ specialBits: 1, specialBitPaths: ['other'] })
})

import { describe, expect, test } from 'vitest'
import type { PolicyNode } from '../../../src/policy/tree.ts'
import { policyTree } from '../../../src/policy/tree.ts'
import { writtenOutPolicy } from '../../../src/policy/write-out.ts'
import { fileLayer, hook, source, storedLayer, target } from './support.ts'

const walk = (root: PolicyNode, path: string) => path.split('/').reduce((node, name) => node.child(name), root)

const rootPolicy = {
  files: { ignore: ['*.tmp'], maxFileSize: 100, oneFileSystem: true, ignoreCacheDirs: false },
  compression: { compressorName: 'zstd' },
  errorHandling: { ignoreFileErrors: true },
}

describe('folders without a policy', () => {
  test('share the policy of the folder above without repeating its rules and hooks', () => {
    const { root } = policyTree(source('/srv/a'), [fileLayer('/srv/a', rootPolicy, { beforeFolder: hook('x') })])
    const deep = walk(root, 'b/c/d')
    expect(root).toMatchObject({ isDefined: true, ignoreRules: ['*.tmp'], hooks: { beforeFolder: hook('x') } })
    expect(deep).toMatchObject({ isDefined: false, ignoreRules: [], hooks: {}, maxFileSizeBytes: 100, isOneFileSystem: true })
    expect(deep.policy).toBe(root.policy)
  })

  test('cost one node for the whole tree', () => {
    const { root } = policyTree(source('/srv/a'), [])
    expect(walk(root, 'x/y')).toBe(walk(root, 'z'))
  })

  test('on the way to a nested policy keep what is above', () => {
    const { root } = policyTree(source('/srv/a'), [storedLayer('/srv/a', rootPolicy), storedLayer('/srv/a/b/c', { noParent: true })])
    expect(walk(root, 'b')).toMatchObject({ isDefined: false })
    expect(walk(root, 'b').policy).toBe(root.policy)
    expect(walk(root, 'b/x').policy).toBe(root.policy)
    expect(walk(root, 'b/c/y').policy).toEqual({ noParent: true })
  })
})

describe('a nested policy of the repository', () => {
  const { root } = policyTree(source('/srv/a'), [
    storedLayer('/srv/a', rootPolicy),
    storedLayer('/srv/a/n', {
      files: { ignore: ['own'] },
      splitter: { algorithm: 'FIXED-1M' },
      actions: { beforeFolder: { script: 'f' }, beforeSnapshotRoot: { script: 'r' } },
    }),
  ])
  const nested = walk(root, 'n')

  test('is taken as stored: compression, error handling, dot files and device limits fall back', () => {
    expect(nested.policy.compression).toBeUndefined()
    expect(nested.policy.errorHandling).toBeUndefined()
    expect(nested).toMatchObject({ ignoreDotFiles: [], isOneFileSystem: false, ignoresCacheDirs: true, ignoreRules: ['own'] })
  })

  test('keeps the size limit of the folder above', () => {
    expect(nested.maxFileSizeBytes).toBe(100)
  })

  test('runs its folder hooks there and not below, and no root hooks', () => {
    expect(Object.keys(nested.hooks)).toEqual(['beforeFolder'])
    expect(nested.child('below').hooks).toEqual({})
    expect(nested.child('below').policy).toBe(nested.policy)
  })

  test('names itself as origin of its values', () => {
    expect([...nested.origins.keys()]).toEqual(['files.ignore', 'splitter.algorithm'])
  })

  test('the newest of two at one place counts', () => {
    const two = policyTree(source('/srv/a'), [
      storedLayer('/srv/a/n', { splitter: { algorithm: 'old' } }),
      storedLayer('/srv/a/n', { splitter: { algorithm: 'new' } }),
    ])
    expect(walk(two.root, 'n').policy.splitter?.algorithm).toBe('new')
  })
})

describe('a nested policy of the policy file', () => {
  const { root } = policyTree(source('/srv/a'), [
    fileLayer('/srv/a', rootPolicy, { beforeFolder: hook('root') }),
    fileLayer('/srv/a/n', { splitter: { algorithm: 'FIXED-1M' } }, { afterFolder: hook('nested') }),
    fileLayer('/srv/a/n/m', { files: { ignore: ['deep'] }, compression: { compressorName: 'none' } }),
    storedLayer('(global)', { metadataCompression: { compressorName: 'gzip' } }),
  ])

  test('inherits every field that it does not set', () => {
    const nested = walk(root, 'n')
    expect(nested.policy.compression?.compressorName).toBe('zstd')
    expect(nested.policy.metadataCompression?.compressorName).toBe('gzip')
    expect(nested.policy.splitter?.algorithm).toBe('FIXED-1M')
    expect(nested).toMatchObject({ ignoreDotFiles: ['.kopiaignore'], isOneFileSystem: true, ignoresCacheDirs: false })
  })

  test('inherits from the nearest nested policy first', () => {
    const deep = walk(root, 'n/m')
    expect(deep.policy.splitter?.algorithm).toBe('FIXED-1M')
    expect(deep.policy.compression?.compressorName).toBe('none')
  })

  test('has only its own folder hooks', () => {
    expect(walk(root, 'n').hooks).toEqual({ afterFolder: hook('nested') })
    expect(walk(root, 'n/m').hooks).toEqual({})
  })

  test('does not start inherited ignore rules a second time', () => {
    expect(walk(root, 'n').ignoreRules).toEqual([])
    expect(walk(root, 'n/m').ignoreRules).toEqual(['deep'])
  })

  test('wins over the policy that the repository has for the same folder, which fills what it leaves open', () => {
    const tree = policyTree(source('/srv/a'), [
      fileLayer('/srv/a/n', { splitter: { algorithm: 'file' } }),
      storedLayer('/srv/a/n', { splitter: { algorithm: 'stored' }, compression: { compressorName: 'gzip' } }),
    ])
    expect(walk(tree.root, 'n').policy).toMatchObject({ splitter: { algorithm: 'file' }, compression: { compressorName: 'gzip' } })
  })

  test('of a file in native form follows the rule of the repository', () => {
    const tree = policyTree(source('/srv/a'), [
      fileLayer('/srv/a', rootPolicy, {}, { isNative: true }),
      fileLayer('/srv/a/n', { splitter: { algorithm: 'file' } }, {}, { isNative: true }),
    ])
    expect(walk(tree.root, 'n').policy).toEqual({ splitter: { algorithm: 'file' } })
  })
})

test('policies of other identities and of places outside the source make no node', () => {
  const { root } = policyTree(source('/srv/a'), [
    storedLayer('other@ci-runner:/srv/a/n', { noParent: true }),
    storedLayer('/srv/ab/n', { noParent: true }),
    storedLayer('/srv', { splitter: { algorithm: 'above' } }),
  ])
  expect(walk(root, 'n').isDefined).toBe(false)
  expect(root.policy.splitter?.algorithm).toBe('above')
})

test('a name that other objects inherit is an ordinary folder name', () => {
  const { root } = policyTree(source('/srv/a'), [storedLayer('/srv/a/x', { noParent: true })])
  expect(walk(root, 'constructor').isDefined).toBe(false)
  expect(walk(root, '__proto__').isDefined).toBe(false)
})

test('the root of the file system can be a source', () => {
  const { root } = policyTree(source('/'), [storedLayer('/etc', { noParent: true })])
  expect(walk(root, 'etc').isDefined).toBe(true)
})

describe('a nested policy written out for stock kopia', () => {
  const above = fileLayer('/srv/a', { files: { ignore: ['*.tmp'], maxFileSize: 5 }, compression: { compressorName: 'zstd' } })

  test('holds what it inherits, and means the same as a stored policy', () => {
    const layers = [above, fileLayer('/srv/a/n', { splitter: { algorithm: 'FIXED-1M' }, files: { ignore: ['x'] } })]
    const written = writtenOutPolicy(target('/srv/a/n'), layers)
    const ours = walk(policyTree(source('/srv/a'), layers).root, 'n')
    const theirs = walk(policyTree(source('/srv/a'), [above, storedLayer('/srv/a/n', written)]).root, 'n')
    const { retention, scheduling, osSnapshots, upload, ...walked } = ours.policy
    // The others are asked of the source as a whole, and kopia refuses a number of snapshots at a time on a path.
    expect(theirs.policy).toEqual({ ...walked, upload: { parallelUploadAboveSize: upload?.parallelUploadAboveSize } })
    expect([retention, scheduling, osSnapshots]).not.toContain(undefined)
    expect(theirs.ignoreRules).toEqual(ours.ignoreRules)
  })

  test('does not repeat the ignore patterns of the folders above', () => {
    const layers = [above, fileLayer('/srv/a/n', { splitter: { algorithm: 'FIXED-1M' } })]
    expect(writtenOutPolicy(target('/srv/a/n'), layers).files).toEqual({ ignoreDotFiles: ['.kopiaignore'], maxFileSize: 5 })
  })
})

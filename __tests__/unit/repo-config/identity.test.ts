import { describe, expect, it } from 'vitest'
import { ciIdentity, defaultIdentity, overrideIdentity, withSourceSuffix } from '../../../src/repo/identity.ts'

describe('the identity of a client', () => {
  it.each([
    ['linux', 'builder', 'Build-01.example.org', 'builder@build-01'],
    ['win32', 'CORP\\Jane', 'DESKTOP', 'Jane@desktop'],
    ['win32', 'Jane', 'a', 'Jane@a'],
    ['linux', 'odd\\name', 'a', 'odd\\name@a'],
    ['linux', undefined, undefined, 'nobody@nohost'],
  ])('on %s of %s at %s is %s', (platform, userName, hostName, text) => {
    const identity = defaultIdentity({ platform, userName, hostName })
    expect(`${identity.userName}@${identity.host}`).toBe(text)
  })

  it('takes what the user gives as it stands', () => {
    const identity = { userName: 'a', host: 'b' }
    expect(overrideIdentity(identity, { userName: '', host: 'Some.Host' })).toEqual({ userName: 'a', host: 'Some.Host' })
    expect(overrideIdentity(identity, { userName: 'C' })).toEqual({ userName: 'C', host: 'b' })
  })
})

describe('the identity of a GitHub repository', () => {
  it('is the same on every runner, in lower case', () => {
    expect(ciIdentity('Octo-Org/My.Repo')).toEqual({ userName: 'cairn', host: 'octo-org.my.repo', path: '/octo-org/my.repo' })
  })

  it.each(['', 'owner', 'owner/', '/name', 'a/b/c', 'o.w/n', 'o/..', 'o/n m', 'o/n\n'])('is not made of %j', (name) => {
    expect(() => ciIdentity(name)).toThrow(expect.objectContaining({ code: 'CAIRN_USAGE' }))
  })
})

describe('the suffix of a source', () => {
  it.each([
    [undefined, '/o/n'],
    [' ', '/o/n'],
    ['pull/12', '/o/n/pull/12'],
    ['/Linux/', '/o/n/Linux'],
    ['a\\b', '/o/n/a/b'],
  ])('%j gives %s', (suffix, path) => {
    expect(withSourceSuffix('/o/n', suffix)).toBe(path)
  })

  it.each(['..', 'a/../b', './a', 'a//b', 'a\u0007b'])('%j is refused', (suffix) => {
    expect(() => withSourceSuffix('/o/n', suffix)).toThrow(expect.objectContaining({ code: 'CAIRN_USAGE' }))
  })
})

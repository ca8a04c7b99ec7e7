/** Tokens that carry a connection to another machine. */
import { describe, expect, it } from 'vitest'
import { decodeToken, encodeToken } from '../../../src/repo/connection-token.ts'

/** Printed by stock kopia for a repository in /tmp/care/r1 with the password "secret". */
const BY_KOPIA =
  'eyJ2ZXJzaW9uIjoiMSIsInN0b3JhZ2UiOnsidHlwZSI6ImZpbGVzeXN0ZW0iLCJjb25maWciOnsicGF0aCI6Ii90bXAvY2FyZS9yMSIsImZpbGVNb2RlIjozODQsImRpck1vZGUiOjQ0OCwiZGlyU2hhcmRzIjpudWxsfX0sInBhc3N3b3JkIjoic2VjcmV0In0'

describe('a token of kopia', () => {
  it('is read, and the same one is written', () => {
    const token = decodeToken(` ${BY_KOPIA}\n`)
    expect(token).toEqual({
      storage: { type: 'filesystem', config: { path: '/tmp/care/r1', fileMode: 0o600, dirMode: 0o700, dirShards: null } },
      password: 'secret',
    })
    expect(encodeToken(token)).toBe(BY_KOPIA)
  })

  it('has no password unless one is put in', () => {
    const { storage } = decodeToken(BY_KOPIA)
    const token = encodeToken({ storage })
    expect(Buffer.from(token, 'base64url').toString()).not.toContain('password')
    expect(decodeToken(token)).toEqual({ storage })
  })
})

describe('what is no token', () => {
  const encoded = (json: string) => Buffer.from(json).toString('base64url')
  it.each([
    ['', 'nothing'],
    ['a+b/', 'the other alphabet'],
    [BY_KOPIA.slice(0, 100), 'a part'],
    [encoded('"text"'), 'no object'],
    [encoded('{"version":"2","storage":{"type":"filesystem","config":{}}}'), 'another version'],
    [encoded('{"version":"1"}'), 'no storage'],
    [encoded('{"version":"1","storage":{"type":"filesystem","config":[]}}'), 'a storage without settings'],
    [encoded('{"version":"1","storage":{"type":"filesystem","config":{}},"password":5}'), 'a password of digits'],
  ])('is refused and not repeated: %s (%s)', (text) => {
    expect(() => decodeToken(text)).toThrow(expect.objectContaining({ code: 'CAIRN_TOKEN_INVALID' }))
    if (text !== '') expect(() => decodeToken(text)).not.toThrow(new RegExp(text.slice(0, 20).replace(/[+/]/g, '.')))
  })
})

/** What is said when a snapshot or a restore lacks entries: what helps depends on why they are missing. */
import { describe, expect, it } from 'vitest'
import { incompleteRestore } from '../../../src/commands/restore.ts'
import { partialError } from '../../../src/commands/run/partial-error.ts'
import type { ErrorCode } from '../../../src/errors.ts'
import { fsError } from '../../../src/fs/errors.ts'
import type { RestoreReport } from '../../../src/snapshot/restore/report.ts'

describe('a snapshot without some entries', () => {
  const TYPE = { path: 'pipe', error: 'unknown or unsupported entry type' }
  const denied = (code: string) => ({ path: 'a', error: fsError('read', '/data/a', { code }).message })
  const hint = (upload: Parameters<typeof partialError>[1]) => partialError('One is missing', upload, 'set X').hint

  it('asks for permissions when these are what was missing', () => {
    for (const code of ['EACCES', 'EPERM'])
      expect(hint({ failures: [TYPE, denied(code)] })).toBe(
        'The snapshot is saved without them. Fix the permissions, ignore the files in the policy, or set X.',
      )
  })

  it('asks to mend what was said of each otherwise', () => {
    for (const failure of [TYPE, denied('EIO')])
      expect(hint({ failures: [failure] })).toBe(
        'The snapshot is saved without them. What was said of each tells why. Mend that, ignore the paths in the policy, or set X.',
      )
  })

  it('does not say that the rest is there when it ended early', () => {
    expect(hint({ failures: [TYPE], incomplete: 'canceled' })).toMatch(/^The snapshot ended early and is incomplete\. /)
  })
})

describe('a restore without some entries', () => {
  const failed = (...codes: ErrorCode[]) => {
    const failures = codes.map((code) => ({ path: 'a', code, message: '' }))
    return incompleteRestore({ failureCount: codes.length, failures } as unknown as RestoreReport)
  }

  it('speaks of damage only when something is damaged', () => {
    const damaged = 'what is damaged or missing in the repository'
    expect(failed('CAIRN_RESTORE_DUPLICATE_NAME', 'CAIRN_BLOB_MISSING')?.hint).toContain(damaged)
    for (const code of ['CAIRN_RESTORE_DUPLICATE_NAME', 'CAIRN_RESTORE_UNSAFE_NAME', 'CAIRN_RESTORE_UNKNOWN_TYPE'] as const) {
      expect(failed(code)).toMatchObject({ code: 'CAIRN_RESTORE_DAMAGED', hint: expect.not.stringContaining(damaged) })
    }
  })

  it('says how to get an entry that has the name of another', () => {
    expect(failed('CAIRN_RESTORE_DUPLICATE_NAME', 'CAIRN_RESTORE_WRITE_FAILED')?.hint).toContain('by its object ID')
  })

  it('is incomplete when the repository is not at fault', () => {
    expect(failed('CAIRN_RESTORE_WRITE_FAILED')?.code).toBe('CAIRN_RESTORE_INCOMPLETE')
    expect(failed()).toBeUndefined()
  })
})

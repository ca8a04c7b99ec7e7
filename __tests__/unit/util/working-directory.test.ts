import { describe, expect, it } from 'vitest'
import { workingDirectory } from '../../../src/util/working-directory.ts'

function gone() {
  const moves: string[] = []
  const cwd = () => {
    throw Object.assign(new Error('ENOENT: uv_cwd'), { code: 'ENOENT' })
  }
  return { moves, process: { cwd, chdir: (path: string) => void moves.push(path), execPath: process.execPath } }
}

describe('the working directory', () => {
  it('is what the system says', () => {
    expect(workingDirectory(process, '/elsewhere')).toEqual({ path: process.cwd(), isGone: false })
  })

  it.skipIf(process.platform === 'win32')('is where the shell was when somebody has deleted it, and the process leaves it', () => {
    const { process, moves } = gone()
    expect(workingDirectory(process, '/work/gone')).toEqual({ path: '/work/gone', isGone: true })
    expect(moves).toEqual(['/'])
  })

  it.skipIf(process.platform === 'win32')('is the root when nobody knows where it was', () => {
    for (const told of [undefined, 'work']) expect(workingDirectory(gone().process, told)).toEqual({ path: '/', isGone: true })
  })
})

import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { encodeFrame, encodeOutput, FrameDecoder, MAX_OUTPUT_PAYLOAD } from '../../../src/hooks/frames.ts'
import { heldEnvironment, holdEnvironment } from '../../../src/hooks/messages.ts'
import { belonging, parsePs, parseStat, processTable } from '../../../src/hooks/processes.ts'
import { planProgram, writeProgram } from '../../../src/hooks/program.ts'

describe('frames', () => {
  it('come back as they were, however the bytes arrive', () => {
    const payload = Buffer.from('a\r\no5\n\0\xff', 'latin1')
    const bytes = Buffer.concat([
      encodeFrame({ kind: 'm', payload: Buffer.from('{}') }),
      encodeOutput('o', payload),
      encodeOutput('e', new Uint8Array(0)),
    ])
    for (let size = 1; size <= bytes.length; size++) {
      const decoder = new FrameDecoder()
      const frames = []
      for (let at = 0; at < bytes.length; at += size) frames.push(...decoder.push(bytes.subarray(at, at + size)))
      expect(frames.map((frame) => [frame.kind, Buffer.from(frame.payload).toString('latin1')])).toEqual([
        ['m', '{}'],
        ['o', 'a\r\no5\n\0\xff'],
        ['e', ''],
      ])
    }
  })

  it('cut long output, so that a line end comes at least every 64 KiB', () => {
    const frames = new FrameDecoder().push(encodeOutput('o', new Uint8Array(MAX_OUTPUT_PAYLOAD * 2 + 5)))
    expect(frames.map((frame) => frame.payload.length)).toEqual([MAX_OUTPUT_PAYLOAD, MAX_OUTPUT_PAYLOAD, 5])
  })

  it.each(['x5\n', 'o99999\n', 'm9999999\n', 'o-1\n', 'o\n', 'o1234567890', '\n'])('refuse %j', (text) => {
    expect(() => new FrameDecoder().push(Buffer.from(text))).toThrow(/not a frame/)
  })

  it('keep variables of the hook away from the supervisor under other names', () => {
    const variables = { NODE_OPTIONS: '--inspect', PATH: '/bin', EMPTY: '' }
    const held = holdEnvironment(variables)
    expect(Object.keys(held).some((name) => name in variables)).toBe(false)
    expect(heldEnvironment({ ...held, PATH: 'other' })).toEqual(variables)
  })
})

describe('the processes of a hook', () => {
  it('are read from a stat line, whatever the name holds', () => {
    expect(parseStat('12 (a) b) (c) S 1 10 10 0 -1')).toEqual({ pid: 12, parent: 1, group: 10, isZombie: false, name: 'a) b) (c' })
    expect(parseStat('12 (x) Z 1 10')).toMatchObject({ isZombie: true })
    expect(parseStat('')).toBeUndefined()
    expect(parseStat('12 (x) S')).toBeUndefined()
  })

  it('are read from ps, where the environment follows the command', () => {
    const text = '  501   1   501 Ss   /usr/local/bin/redis-server *:6379 HOME=/x CAIRN_HOOK_ID=abc\n  502 1 400 Z (gone)\nnonsense\n'
    expect(parsePs(text, 'abc')).toEqual([
      { pid: 501, parent: 1, group: 501, isZombie: false, name: 'redis-server', isMarked: true },
      { pid: 502, parent: 1, group: 400, isZombie: true, name: '(gone)', isMarked: false },
    ])
  })

  it('are those of its group, those that carry its id, and what is below them', () => {
    const row = (pid: number, parent: number, group: number, isMarked = false, isZombie = false) => ({
      pid,
      parent,
      group,
      isMarked,
      isZombie,
      name: 'p',
    })
    const rows = [
      row(10, 1, 10),
      row(11, 10, 10),
      row(20, 1, 20, true),
      row(22, 21, 22),
      row(21, 20, 21),
      row(30, 1, 30),
      row(12, 10, 10, false, true),
    ]
    expect(
      belonging(rows, 10)
        .map((each) => each.pid)
        .sort(),
    ).toEqual([10, 11, 20, 21, 22])
  })

  it('are ended as a tree on Windows', () => {
    const calls: string[] = []
    const table = processTable('win32', { pid: 42, hookId: 'x', outputLink: undefined }, (program, args) => {
      calls.push([program, ...args].join(' '))
      return program === 'tasklist' ? '"sh.exe","42","Console","1","9,000 K"\r\n' : ''
    })
    const members = table.members()
    expect(members).toEqual([{ pid: 42, name: 'sh.exe', isInGroup: true, holdsOutput: true }])
    table.signal(members, 'SIGTERM')
    expect(calls.at(-1)).toBe('taskkill /T /F /PID 42')
  })
})

describe('the command line of a hook', () => {
  const place = { name: 'before-folder', privateDir: '/p', platform: 'linux' as const }
  const windows = { name: 'before-folder', privateDir: 'C:\\p', platform: 'win32' as const, comspec: 'C:\\cmd.exe' }

  it("follows Kopia's rule for a script without a shell", () => {
    expect(planProgram({ kind: 'script', script: 'x' }, place)).toEqual({
      argv: ['sh', '-e', '/p/before-folder.sh'],
      file: { name: 'before-folder.sh', text: 'x' },
    })
    expect(planProgram({ kind: 'script', script: '#!/bin/x\n' }, place).argv).toEqual(['/p/before-folder.sh'])
    expect(planProgram({ kind: 'script', script: ' #!/bin/x\n' }, place).argv[0]).toBe('sh')
    expect(planProgram({ kind: 'script', script: '#!x' }, windows).argv.slice(0, 2)).toEqual(['C:\\cmd.exe', '/c'])
  })

  it('starts the interpreter that `shell` names on every system', () => {
    expect(planProgram({ kind: 'script', script: 'x', shell: 'bash' }, windows).argv.slice(0, 6)).toEqual([
      'bash',
      '--noprofile',
      '--norc',
      '-e',
      '-o',
      'pipefail',
    ])
    expect(planProgram({ kind: 'script', script: 'x', shell: 'python' }, place).argv).toEqual(['python3', '/p/before-folder.py'])
    expect(planProgram({ kind: 'script', script: 'x', shell: 'pwsh' }, place).file?.text).toMatch(/^\$ErrorActionPreference = 'stop'\nx\n/)
    expect(planProgram({ kind: 'script', script: 'x', shell: 'powershell' }, windows).argv[0]).toBe('powershell')
    expect(planProgram({ kind: 'script', script: 'x', shell: 'cmd' }, windows).argv[0]).toBe('C:\\cmd.exe')
    expect(planProgram({ kind: 'script', script: 'x', shell: 'sh' }, place).argv.slice(0, 2)).toEqual(['sh', '-e'])
  })

  it('is taken as it is in the command form', () => {
    expect(planProgram({ kind: 'command', argv: ['a', '', 'b c'] }, place)).toEqual({ argv: ['a', '', 'b c'] })
  })

  it('finds its script written byte for byte, for the owner only, in place of whatever was there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cairn-test-'))
    try {
      const privateDir = join(folder, 'p')
      mkdirSync(privateDir)
      writeFileSync(join(folder, 'victim'), 'safe')
      symlinkSync(join(folder, 'victim'), join(privateDir, 'before-folder.sh'))
      const plan = planProgram({ kind: 'script', script: 'é\r\n\t' }, { ...place, privateDir })
      writeProgram(plan, privateDir)
      writeProgram(plan, privateDir)
      expect(readFileSync(join(privateDir, 'before-folder.sh'), 'utf8')).toBe('é\r\n\t')
      expect(statSync(join(privateDir, 'before-folder.sh')).mode & 0o777).toBe(0o700)
      expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('safe')
      rmSync(privateDir, { recursive: true })
      writeProgram(plan, privateDir)
      expect(statSync(privateDir).mode & 0o777).toBe(0o700)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import { runStream } from '../../../src/hooks/stream.ts'
import type { Hook } from '../../../src/policy/hook.ts'
import { alive, eventually, hookRun, invocation, script } from '../../support/hook-run.ts'

function stream(onTestFinished: TestContext['onTestFinished'], hook: Hook, minSizeBytes = 1, signal?: AbortSignal) {
  const run = hookRun(signal === undefined ? {} : { signal })
  onTestFinished(() => run.remove())
  return { run, ...runStream(hook, invocation(run, { label: 'shop.sql' }), run.services, minSizeBytes) }
}

async function collect(bytes: AsyncIterable<Uint8Array>) {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of bytes) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}

let unique = 1000 + (process.pid % 900) * 10

describe.skipIf(process.platform !== 'linux')('a stream source', () => {
  it.concurrent('hands bytes on as they are and shows the errors', async ({ onTestFinished }) => {
    const { run, bytes, result } = stream(onTestFinished, script('printf "a\\r\\n\\000\\377::error::x"; echo note >&2'))
    const got: Uint8Array[] = []
    for await (const chunk of bytes) got.push(chunk)
    expect(Buffer.concat(got)).toEqual(Buffer.from('a\r\n\0\xff::error::x', 'latin1'))
    expect(await result).toMatchObject({ status: 'ok', phase: 'stream' })
    expect(run.shown).toEqual(['[stream source shop.sql]', '│ note', expect.stringMatching(/^└ exit code 0/), '[end]'])
  })

  it.concurrent('waits for its reader', async ({ onTestFinished }) => {
    const hook = script('head -c 30000000 /dev/zero; touch "$KOPIA_SOURCE_PATH/written"')
    const { run, bytes, result } = stream(onTestFinished, hook)
    const iterator = bytes[Symbol.asyncIterator]()
    let size = (await iterator.next()).value?.length ?? 0
    expect(await eventually(() => existsSync(join(run.dir, 'source', 'written')), 700)).toBe(false)
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) size += next.value.length
    expect(await result).toMatchObject({ status: 'ok' })
    expect(size).toBe(30_000_000)
  })

  it.concurrent.for([
    ['an exit code', 'echo data; exit 3', 'CAIRN_HOOK_FAILED'],
    ['a signal', 'echo data; kill -9 $$', 'CAIRN_HOOK_KILLED'],
    ['the timeout', 'echo data; sleep 9', 'CAIRN_HOOK_TIMED_OUT'],
    ['too few bytes', 'printf 123456789', 'CAIRN_STREAM_TOO_SMALL'],
    ['nobody closing its output in time', 'echo 12345678901234; sleep 9 &', 'CAIRN_HOOK_TIMED_OUT'],
  ] as const)('fails by %s', async ([_why, text, errorCode], { onTestFinished }) => {
    const { bytes, result } = stream(onTestFinished, script(text, { timeoutSeconds: 0.5 }), 10)
    await collect(bytes)
    const { status, errorCode: code, message } = await result
    expect({ code, isOk: status === 'ok' }).toEqual({ code: errorCode, isOk: false })
    expect(message).toContain('stream source shop.sql')
  })

  it.concurrent('waits for the end of a pipeline, not only of its first process', async ({ onTestFinished }) => {
    const { bytes, result } = stream(onTestFinished, script('(sleep 0.4; echo late) &\necho early'))
    expect(await collect(bytes)).toMatchObject({ size: 11 })
    expect(await result).toMatchObject({ status: 'ok' })
  })

  it.concurrent('ends when its reader stops', async ({ onTestFinished }) => {
    const time = `6${unique++}.5`
    const { bytes, result } = stream(onTestFinished, script(`echo data; sleep ${time}`))
    for await (const _chunk of bytes) break
    expect(await result).toMatchObject({ status: 'cancelled' })
    expect(await eventually(() => alive(time).length === 0)).toBe(true)
  })

  it.concurrent('that cannot start is empty and says why', async ({ onTestFinished }) => {
    const { bytes, result } = stream(onTestFinished, script('true', { requires: ['no-such-program-xyz'] }))
    expect(await collect(bytes)).toMatchObject({ size: 0 })
    expect(await result).toMatchObject({ status: 'failed', errorCode: 'CAIRN_HOOK_REQUIREMENT_MISSING' })
  })
})

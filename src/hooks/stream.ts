/** Stream sources: a command whose standard output becomes a file, with back pressure all the way (docs/hooks.md, "Streams"). */
import { spawn } from 'node:child_process'
import type { Hook } from '../policy/hook.ts'
import type { HookInvocation, HookServices } from './call.ts'
import { HookReader } from './output.ts'
import { prepareHook } from './prepare.ts'
import type { HookResult } from './result.ts'
import { finishHook } from './runner.ts'
import { type Spawner, superviseProcess } from './supervised.ts'

export interface HookStream {
  /** Standard output as it comes. Ends when the command has ended, also when it failed: only `result` tells whether the bytes are good. */
  readonly bytes: AsyncIterable<Uint8Array>
  readonly result: Promise<HookResult>
  /** Resolves when nothing of the command is left. */
  readonly over: Promise<void>
}

/** Bytes that may wait for the reader before the command has to wait. */
const WAITING_LIMIT = 1_048_576

/** Runs a command for its output. Less than `minSizeBytes` is a failure with CAIRN_STREAM_TOO_SMALL. */
export function runStream(hook: Hook, invocation: HookInvocation, services: HookServices, minSizeBytes: number): HookStream {
  const abandoned = new AbortController()
  const outer = invocation.signal === null ? undefined : (invocation.signal ?? services.signal)
  const signal = outer === undefined ? abandoned.signal : AbortSignal.any([outer, abandoned.signal])
  const prepared = prepareHook(hook, { ...invocation, phase: 'stream', signal }, services)
  if ('refused' in prepared) return { bytes: nothing(), result: Promise.resolve(prepared.refused), over: Promise.resolve() }

  const log = services.console.open(prepared.title, true)
  const reader = new HookReader({
    capturesRedirect: false,
    masks: services.masks,
    log,
    ...(services.onMask === undefined ? {} : { onMask: services.onMask }),
  })
  const queue = new ByteQueue(() => abandoned.abort())
  const supervised = superviseProcess(prepared.launch, pausable(queue), {
    push: (stream, bytes) => {
      if (stream === 'o') queue.push(bytes)
      else reader.push('e', bytes)
    },
    gap: (stream, bytes) => reader.gap(stream, bytes),
  })
  const result = supervised.ended.then((report) => {
    reader.end()
    queue.end()
    const finished = finishHook(prepared, report, reader, log, supervised.background)
    if (finished.status !== 'ok' || queue.sizeBytes >= minSizeBytes) return finished
    return {
      ...finished,
      status: 'failed' as const,
      message: `${prepared.title} wrote ${queue.sizeBytes} bytes, fewer than the ${minSizeBytes} it must.`,
      errorCode: 'CAIRN_STREAM_TOO_SMALL' as const,
      hint: 'Look at the output of the command. "min-size" of the stream source is the limit.',
    }
  })
  return { bytes: queue.read(), result, over: supervised.over }
}

// The exec toolkit gives no handle by which its reading could be slowed down.
function pausable(queue: ByteQueue): Spawner {
  return ({ nodePath, args, environment, cwd, onOutput, onErrors }) =>
    new Promise((resolve, reject) => {
      const child = spawn(nodePath, [...args], { env: { ...environment }, cwd, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true })
      child.stdout.on('data', onOutput)
      child.stderr.on('data', onErrors)
      queue.controls(
        () => child.stdout.pause(),
        () => child.stdout.resume(),
      )
      child.once('error', reject)
      child.once('close', (code) => resolve(code))
    })
}

class ByteQueue {
  #waiting: Uint8Array[] = []
  #waitingBytes = 0
  #sizeBytes = 0
  #hasEnded = false
  #isAbandoned = false
  #wake: () => void = () => {}
  #pause: () => void = () => {}
  #resume: () => void = () => {}
  readonly #onAbandoned: () => void

  constructor(onAbandoned: () => void) {
    this.#onAbandoned = onAbandoned
  }

  get sizeBytes(): number {
    return this.#sizeBytes
  }

  controls(pause: () => void, resume: () => void): void {
    this.#pause = pause
    this.#resume = resume
  }

  push(bytes: Uint8Array): void {
    this.#sizeBytes += bytes.length
    if (this.#isAbandoned) return
    this.#waiting.push(bytes)
    this.#waitingBytes += bytes.length
    if (this.#waitingBytes >= WAITING_LIMIT) this.#pause()
    this.#wake()
  }

  end(): void {
    this.#hasEnded = true
    this.#wake()
  }

  async *read(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const next = this.#waiting.shift()
        if (next !== undefined) {
          this.#waitingBytes -= next.length
          if (this.#waitingBytes < WAITING_LIMIT / 2) this.#resume()
          yield next
        } else if (this.#hasEnded) {
          return
        } else {
          await new Promise<void>((resolve) => {
            this.#wake = resolve
          })
        }
      }
    } finally {
      // A reader that stops early has no use for the rest: the command is ended, not left waiting.
      this.#isAbandoned = true
      this.#waiting = []
      this.#resume()
      if (!this.#hasEnded) this.#onAbandoned()
    }
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/**
 * Scrypt with the costs of Kopia's repositories in a thread that is started before it is known what for, so that by then its memory is there too
 * (docs/architecture.md, "Start of a command").
 *
 *   blocks(1024) = PBKDF2-SHA256(password, salt, 1)          RFC 7914, section 6, with r = 8 and p = 1
 *   mixed(1024)  = scryptROMix(blocks)                       in the thread
 *   key          = PBKDF2-SHA256(password, mixed, 1)
 */
import { pbkdf2Sync } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { BLOCK_BYTES, DIAGONALS, romixModule } from './romix-wasm.ts'

/** Steps of a loop that are run at once; between them faster code may take over. */
const STEPS = 512
/** So often the loops run while nobody waits. */
const REHEARSALS = 8
const PAGE_BYTES = 64 * 1024
const WORD_BYTES = 4

/**
 * What the thread runs; as text, because it takes less time to start than the bundle to load. Until a block comes it gets ready: it runs the loops,
 * so that the engine makes faster code of them, and touches the memory, of which the first touch takes a quarter of the time.
 */
const THREAD = `
const { parentPort, receiveMessageOnPort } = require('node:worker_threads')
parentPort.once('message', ({ code, pages, blockBytes, steps, n, rehearsals }) => {
  const memory = new WebAssembly.Memory({ initial: pages })
  const { fill, mix } = new WebAssembly.Instance(new WebAssembly.Module(code), { '': { m: memory } }).exports
  const bytes = new Uint8Array(memory.buffer)
  const table = 2 * blockBytes
  const make = (block) => {
    bytes.set(block)
    for (let i = 0; i < n; i += steps) fill(0, blockBytes, table + i * blockBytes, steps, n)
    for (let i = 0; i < n; i += steps) mix(0, blockBytes, table, steps, n)
    parentPort.postMessage(bytes.slice(0, blockBytes))
    bytes.fill(0, 0, table)
    parentPort.close()
  }
  let early
  for (let i = 0; i < n && early === undefined; i += steps) {
    if (i < rehearsals * steps) {
      fill(0, blockBytes, table + i * blockBytes, steps, n)
      mix(0, blockBytes, table, steps, steps)
    } else bytes.fill(0, table + i * blockBytes, table + (i + steps) * blockBytes)
    early = receiveMessageOnPort(parentPort)
  }
  if (early === undefined) parentPort.once('message', make)
  else make(early.message)
})
`

export class ScryptThread {
  readonly #worker: Worker
  #isTaken = false
  #hasEnded = false

  /** Starts the thread; `n` is the cost of the RFC, a power of two from 512 on, and the thread takes `n` KiB of memory. */
  constructor(n: number) {
    this.#worker = new Worker(THREAD, { eval: true, name: 'cairn-scrypt', env: {}, resourceLimits: { maxYoungGenerationSizeMb: 1 } })
    // While it only waits, the program may end.
    this.#worker.unref()
    this.#worker.once('exit', () => {
      this.#hasEnded = true
    })
    this.#worker.once('error', () => {
      this.#hasEnded = true
    })
    const pages = Math.ceil(((n + 2) * BLOCK_BYTES) / PAGE_BYTES)
    this.#worker.postMessage({ code: romixModule(), pages, blockBytes: BLOCK_BYTES, steps: STEPS, n, rehearsals: REHEARSALS })
  }

  /**
   * The key of `lengthBytes` bytes; the thread ends with it. Undefined when the thread had a key to make already, and where it cannot work: on
   * machines without vectors, or without the memory.
   */
  async derive(password: string, salt: Uint8Array, lengthBytes: number): Promise<Uint8Array | undefined> {
    if (this.#isTaken || this.#hasEnded) return undefined
    this.#isTaken = true
    const blocks = pbkdf2Sync(password, salt, 1, BLOCK_BYTES, 'sha256')
    this.#worker.ref()
    const mixed = await new Promise<Uint8Array | undefined>((resolve) => {
      this.#worker.once('message', resolve)
      this.#worker.once('error', () => resolve(undefined))
      this.#worker.once('exit', () => resolve(undefined))
      this.#worker.postMessage(
        reordered(
          blocks,
          (word) => DIAGONALS[word] ?? 0,
          (word) => word,
        ),
      )
    })
    this.#worker.unref()
    if (mixed === undefined) return undefined
    const salted = reordered(
      mixed,
      (word) => word,
      (word) => DIAGONALS[word] ?? 0,
    )
    return new Uint8Array(pbkdf2Sync(password, salted, 1, lengthBytes, 'sha256'))
  }

  /** Ends the thread when it has no key to make. */
  abandon(): void {
    if (!this.#isTaken) void this.#worker.terminate()
  }
}

/** The words of each 16 in another order: word `from(i)` becomes word `to(i)`. */
function reordered(block: Uint8Array, from: (i: number) => number, to: (i: number) => number): Uint8Array {
  const out = new Uint8Array(block.length)
  for (let unit = 0; unit < block.length; unit += DIAGONALS.length * WORD_BYTES) {
    for (let i = 0; i < DIAGONALS.length; i++) {
      const at = unit + from(i) * WORD_BYTES
      out.set(block.subarray(at, at + WORD_BYTES), unit + to(i) * WORD_BYTES)
    }
  }
  return out
}

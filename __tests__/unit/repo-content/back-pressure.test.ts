import { expect, it } from 'vitest'
import type { BlobId, PutOptions } from '../../../src/repo/blob/storage.ts'
import { equalBytes } from '../../../src/util/bytes.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { openTestContents, testFormat } from '../../support/test-repository.ts'

const PACK_BYTES = 200_000
const CONTENT_BYTES = 10_000

/** A store that takes a pack, and lets whoever brought it wait until it is told to go on. */
class StandingStorage extends MapStorage {
  readonly parallelPuts?: number
  heldBytes = 0
  mostHeldBytes = 0
  mostAtOnce = 0
  readonly order: string[] = []
  #waiting: (() => void)[] = []
  #isOpen = false

  constructor(parallelPuts: number | undefined) {
    super()
    if (parallelPuts !== undefined) this.parallelPuts = parallelPuts
  }

  override async putBlob(id: BlobId, parts: readonly Uint8Array[], options?: PutOptions) {
    const bytes = parts.reduce((sum, { length }) => sum + length, 0)
    this.order.push(id.slice(0, 1))
    this.heldBytes += bytes
    this.mostHeldBytes = Math.max(this.mostHeldBytes, this.heldBytes)
    if (id.startsWith('p') && !this.#isOpen) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve)
        this.mostAtOnce = Math.max(this.mostAtOnce, this.#waiting.length)
      })
    }
    this.heldBytes -= bytes
    return await super.putBlob(id, parts, options)
  }

  open(): void {
    this.#isOpen = true
    for (const resolve of this.#waiting.splice(0)) resolve()
  }
}

/** When everything that waits for nothing but memory is done. */
const aLittleLater = () => new Promise<'later'>((resolve) => setImmediate(() => setImmediate(resolve, 'later')))

it.each([
  ['of which nothing is known', undefined, 3],
  ['that is far away', 4, 4],
])(
  'stops taking contents while a store %s is slow: only so many packs are in memory, however much there is to write',
  async (_, puts, packs) => {
    const format = await testFormat({ maxPackSizeBytes: PACK_BYTES })
    const storage = new StandingStorage(puts)
    const contents = await openTestContents({ storage, format })
    const written: { id: string; plain: Uint8Array }[] = []
    let isFull = false
    for (let i = 0; i < 1000; i++) {
      if ((await Promise.race([contents.room().then(() => 'room' as const), aLittleLater()])) === 'later') {
        isFull = true
        break
      }
      const plain = new Uint8Array(CONTENT_BYTES).fill(i % 251)
      plain[0] = i >> 8
      written.push({ id: contents.write(plain, '', undefined).id, plain })
    }
    expect(isFull).toBe(true)
    expect(storage.mostAtOnce).toBe(packs)
    // A pack is closed by the content that fills it, and has an index at its end.
    expect(storage.mostHeldBytes).toBeLessThan(packs * (PACK_BYTES + 2 * CONTENT_BYTES))
    expect(written.length * CONTENT_BYTES).toBeLessThan((packs + 1) * (PACK_BYTES + CONTENT_BYTES))
    expect(storage.order.filter((kind) => kind === 'x')).toEqual([])
    storage.open()
    await contents.room()
    await contents.flush()
    // The index names packs that are there, and nothing before.
    expect(storage.order.at(-1)).toBe('x')
    for (const { id, plain } of written) expect(equalBytes(await contents.read(id), plain)).toBe(true)
    await contents.close()
  },
)

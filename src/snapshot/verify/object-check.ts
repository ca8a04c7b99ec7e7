/** Whether one object can be read: its contents are in the index, the index points into packs that are there, and perhaps its bytes. */
import { CairnError } from '../../errors.ts'
import type { ObjectId, Repository } from '../../repo/api.ts'
import type { RepositoryCare } from '../../repo/repository.ts'
import type { RandomSource } from '../../util/random.ts'

/** A repository with its inside, which a verification looks at. */
export type VerifiableRepository = Repository & { readonly care: RepositoryCare }

export interface ObjectCheckOptions {
  /** Chance in percent, 0 to 100, that the bytes of an object are read as well. */
  readonly readPercent: number
  readonly random: RandomSource
  readonly signal?: AbortSignal | undefined
}

/** The ID of an object that is a content as it is. */
const ONE_CONTENT = /^[g-z]?[0-9a-f]{32}$/

/** Letters with which the names of packs begin. */
const PACK_PREFIXES = ['p', 'q']

/** Checks objects against a listing of the packs that was made once. */
export class ObjectCheck {
  readonly #repository: VerifiableRepository
  readonly #options: ObjectCheckOptions
  /** Length of each pack; undefined for one that was asked for and is not there. */
  readonly #packs: Map<string, number | undefined>
  #readFiles = 0
  #readBytes = 0

  private constructor(repository: VerifiableRepository, options: ObjectCheckOptions, packs: Map<string, number>) {
    this.#repository = repository
    this.#options = options
    this.#packs = packs
  }

  /** Lists the packs. Errors: storage kinds. */
  static async open(repository: VerifiableRepository, options: ObjectCheckOptions): Promise<ObjectCheck> {
    const packs = new Map<string, number>()
    const list = async (prefix: string) => {
      for await (const blob of repository.care.storage.listBlobs(prefix, options.signal)) packs.set(blob.id, blob.length)
    }
    await Promise.all(PACK_PREFIXES.map(list))
    return new ObjectCheck(repository, options, packs)
  }

  /** Packs in the listing. */
  get packCount(): number {
    return this.#packs.size
  }

  /** Objects whose bytes were read to their end, and how many bytes those were. */
  get totals(): { readonly readFiles: number; readonly readBytes: number } {
    return { readFiles: this.#readFiles, readBytes: this.#readBytes }
  }

  /**
   * Throws when the object cannot be read: CAIRN_CONTENT_MISSING, CAIRN_BLOB_MISSING, CAIRN_BLOB_RANGE, CAIRN_OBJECT_*, and when its bytes
   * are read CAIRN_CONTENT_DAMAGED and, unless they are `expectedBytes` many, CAIRN_OBJECT_DAMAGED.
   */
  async check(id: ObjectId, expectedBytes?: number): Promise<void> {
    const { contents } = this.#repository.care
    // Nearly every object is one content: asking for its contents would look it up twice.
    for (const contentId of ONE_CONTENT.test(id) ? [id] : await this.#repository.objects.contentsOf(id)) {
      const { packBlobId, packOffset, packedLength } = await contents.find(contentId)
      const length = this.#packs.get(packBlobId) ?? (await this.#packLength(packBlobId))
      if (length === undefined) throw missingPack(id, packBlobId)
      if (packOffset + packedLength > length) throw shortPack(id, packBlobId, packOffset + packedLength, length)
    }
    if (this.#isChosen()) await this.#read(id, expectedBytes)
  }

  async #packLength(packId: string): Promise<number | undefined> {
    // Another client may have written it since the listing.
    if (!this.#packs.has(packId)) this.#packs.set(packId, (await this.#repository.care.storage.statBlob(packId))?.length)
    return this.#packs.get(packId)
  }

  async #read(id: ObjectId, expectedBytes: number | undefined): Promise<void> {
    const reader = await this.#repository.objects.open(id)
    let count = 0
    for await (const chunk of reader.chunks(this.#options.signal)) count += chunk.length
    this.#readFiles++
    this.#readBytes += count
    if (expectedBytes !== undefined && expectedBytes !== count) {
      throw new CairnError('CAIRN_OBJECT_DAMAGED', `object ${id} has ${count} bytes, but its entry says ${expectedBytes}`, {
        hint: 'Restore the file from another snapshot.',
      })
    }
  }

  #isChosen(): boolean {
    const { readPercent, random } = this.#options
    if (readPercent <= 0 || readPercent >= 100) return readPercent >= 100
    const bytes = random(4)
    const share = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0) / 2 ** 32
    return 100 * share < readPercent
  }
}

// Both in Kopia's words, which scripts look for.

function missingPack(id: ObjectId, packId: string): CairnError {
  return new CairnError('CAIRN_BLOB_MISSING', `object ${id} is backed by missing blob ${packId}`, {
    hint: 'Restore the blob from a copy of the storage, or take a new snapshot of the same files.',
  })
}

function shortPack(id: ObjectId, packId: string, needed: number, length: number): CairnError {
  return new CairnError('CAIRN_BLOB_RANGE', `object ${id} needs ${needed} bytes of blob ${packId}, which has only ${length}`, {
    hint: 'Restore the blob from a copy of the storage, or take a new snapshot of the same files.',
  })
}

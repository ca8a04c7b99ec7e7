import { describe, expect, it } from 'vitest'
import { HASHERS } from '../../../src/repo/hashing/index.ts'
import { SPLITTERS } from '../../../src/repo/splitter/index.ts'
import { utf8 } from '../../../src/util/bytes.ts'
import { MapStorage } from '../../support/map-storage.ts'
import { openTestRepository, testFormat } from '../../support/test-repository.ts'
import { counterStream, readVectors } from '../../support/vectors.ts'

interface ObjectIdVectors {
  readonly cases: readonly {
    readonly hash: string
    readonly splitter: string
    readonly version: 1 | 2 | 3
    readonly encryption: string
    readonly eccOverheadPercent: number
    readonly secretHex: string
    /** Length of a counter stream -> object ID. */
    readonly objects: Readonly<Record<string, string>>
    readonly directory: string
    readonly directoryId: string
  }[]
}

const { cases } = readVectors<ObjectIdVectors>('object-ids')
const stream = counterStream('object', 6_000_000)

describe('object IDs are those of kopia', () => {
  it('for every hash and every splitter', () => {
    expect(new Set(cases.map((each) => each.hash))).toEqual(new Set(Object.keys(HASHERS)))
    expect(new Set(cases.map((each) => each.splitter))).toEqual(new Set(Object.keys(SPLITTERS)))
  })

  it.each(cases)('with $hash, $splitter, $encryption, $eccOverheadPercent % of parity and format version $version', async (each) => {
    const { hash, splitter, encryption, version, eccOverheadPercent } = each
    const format = await testFormat(
      {
        ...{ hash, splitter, encryption, eccOverheadPercent },
        ecc: eccOverheadPercent > 0 ? 'REED-SOLOMON-CRC32' : '',
        hashSecret: new Uint8Array(Buffer.from(each.secretHex, 'hex')),
      },
      version,
    )
    const storage = new MapStorage()
    const repository = await openTestRepository({ storage, format })
    for (const [length, id] of Object.entries(each.objects)) {
      const bytes = stream.subarray(0, Number(length))
      expect((await repository.objects.writeBytes(bytes)).id, length).toBe(id)
      const streamed = await repository.objects.writeStream(piecesOf(bytes))
      expect(streamed, length).toMatchObject({ id, newBytes: 0 })
    }
    expect((await repository.objects.writeBytes(utf8(each.directory), { prefix: 'k' })).id).toBe(each.directoryId)
    await repository.flush()
    await repository.close()

    const reader = await openTestRepository({ storage, format, readonly: true })
    for (const [length, id] of Object.entries(each.objects)) {
      const bytes = await (await reader.objects.open(id)).readAll()
      expect(Buffer.compare(bytes, stream.subarray(0, Number(length))), length).toBe(0)
    }
    await reader.close()
  })
})

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 777_777) yield bytes.subarray(start, start + 777_777)
}

/**
 * Index files of version 2 (docs/repository-format.md, "Index file version 2").
 *
 * header(17): version = 2 (1) | key size (1) | entry size E = 16..19 (2) | entry count (4) | pack count (4)
 *             | format count (1) | base timestamp (4)
 * count x:    key (key size) | entry (E), ascending by key
 * packs x:    name length (1) | name offset in the file (4)
 * formats x:  compression ID (4) | format version (1) | encryption key ID (1)
 * then:       pack names, one after the other
 *
 * entry:  0 timestamp - base (4)            4 deleted (bit 31), offset in pack (bits 0..30) (4)
 *         8 original length, low bits (3)  11 packed length, low bits (3)    14 pack, low bits (2)
 *        16 format (1)        when there is more than one format
 *        17 pack, high bits (1)   when there are more than 65536 packs
 *        18 original length bits 24..27 (high nibble), packed length bits 24..27 (low nibble)   when a length needs them
 * A field brings all before it; absent fields are zero. All numbers are big-endian. Whatever follows is ignored.
 */
import { isPrefixByte } from '../content-id.ts'
import { indexDamaged } from './damage.ts'
import { readPackName } from './pack-names.ts'
import { emptyRow, type IndexSink } from './rows.ts'

export const HEADER_BYTES = 17
export const PACK_RECORD_BYTES = 5
export const FORMAT_RECORD_BYTES = 6
export const MIN_ENTRY_BYTES = 16
const MAX_ENTRY_BYTES = 19
export const DELETED = 0x8000_0000
const OFFSET_MASK = 0x7fff_ffff

/** Feeds every row of a version 2 file into `sink`; CAIRN_INDEX_DAMAGED names `blobId`. */
export function decodeIndexV2(bytes: Uint8Array, blobId: string, sink: IndexSink): void {
  if (bytes.length < HEADER_BYTES) throw indexDamaged(blobId, `its header is cut off after ${bytes.length} bytes`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const keySize = view.getUint8(1)
  const entrySize = view.getUint16(2)
  const count = view.getUint32(4)
  const packCount = view.getUint32(8)
  const formatCount = view.getUint8(12)
  const baseSeconds = view.getUint32(13)
  if (count === 0) return
  if (keySize !== sink.keySizeBytes) throw indexDamaged(blobId, `its keys have ${keySize} bytes instead of ${sink.keySizeBytes}`)
  if (entrySize < MIN_ENTRY_BYTES || entrySize > MAX_ENTRY_BYTES) throw indexDamaged(blobId, `its entries have ${entrySize} bytes`)
  const stride = keySize + entrySize
  const packsOffset = HEADER_BYTES + count * stride
  const formatsOffset = packsOffset + packCount * PACK_RECORD_BYTES
  if (formatsOffset + formatCount * FORMAT_RECORD_BYTES > bytes.length) {
    throw indexDamaged(blobId, `it claims ${count} entries in ${packCount} packs in ${bytes.length} bytes`)
  }
  // Number in the sink plus one for each pack of the file; names are read when the first row needs them.
  const packNumbers = new Uint32Array(packCount)
  const row = emptyRow()
  row.source = bytes
  for (let i = 0; i < count; i++) {
    const at = HEADER_BYTES + i * stride
    const entry = at + keySize
    if (!isPrefixByte(view.getUint8(at))) throw indexDamaged(blobId, `entry ${i} has no content ID`)
    const offsetWord = view.getUint32(entry + 4)
    const format = entrySize > 16 ? view.getUint8(entry + 16) : 0
    const pack = view.getUint16(entry + 14) + (entrySize > 17 ? view.getUint8(entry + 17) * 0x1_0000 : 0)
    const high = entrySize > 18 ? view.getUint8(entry + 18) : 0
    if (format >= formatCount) throw indexDamaged(blobId, `entry ${i} has format ${format} of ${formatCount}`)
    if (pack >= packCount) throw indexDamaged(blobId, `entry ${i} is in pack ${pack} of ${packCount}`)
    let number = packNumbers[pack] ?? 0
    if (number === 0) {
      const record = packsOffset + pack * PACK_RECORD_BYTES
      number = sink.packNumber(readPackName(bytes, view.getUint32(record + 1), view.getUint8(record), blobId)) + 1
      packNumbers[pack] = number
    }
    const record = formatsOffset + format * FORMAT_RECORD_BYTES
    row.keyOffset = at
    row.pack = number - 1
    row.packOffset = offsetWord & OFFSET_MASK
    row.isDeleted = offsetWord >= DELETED
    row.originalLength = (view.getUint32(entry + 7) & 0xff_ffff) + ((high & 0xf0) << 20)
    row.packedLength = (view.getUint32(entry + 10) & 0xff_ffff) + ((high & 0x0f) << 24)
    row.timestampSeconds = baseSeconds + view.getUint32(entry)
    row.compressionId = view.getUint32(record)
    row.formatVersion = view.getUint8(record + 4)
    row.encryptionKeyId = view.getUint8(record + 5)
    sink.insert(row)
  }
}

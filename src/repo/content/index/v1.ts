/**
 * Index files of version 1: no compression, no original length (docs/repository-format.md, "Index file version 1").
 *
 * header(8): version = 1 (1) | key size (1) | entry size = 20 (2) | entry count (4)
 * count x:   key (key size) | entry (20), ascending by key
 * entry:     timestamp (6) | format version (1) | pack name length (1) | pack name offset in the file (4)
 *            | deleted (bit 31), offset in pack (bits 0..30) (4) | packed length (4)
 * then:      pack names, one after the other, in order of first use
 *
 * All numbers are big-endian. Whatever follows is ignored.
 */
import { CairnError } from '../../../errors.ts'
import { isPrefixByte } from '../content-id.ts'
import { indexDamaged } from './damage.ts'
import { PackNameSection, readPackName } from './pack-names.ts'
import { emptyRow, type IndexRows, type IndexSink } from './rows.ts'

const HEADER_BYTES = 8
const ENTRY_BYTES = 20
/** Both ciphers of the format add a nonce and a tag of 28 bytes together, so the plain length follows from the sealed one. */
const SEAL_OVERHEAD_BYTES = 28
const NO_KEY_SIZE = 255
const DELETED = 0x8000_0000
const OFFSET_MASK = 0x7fff_ffff

/** Feeds every row of a version 1 file into `sink`; CAIRN_INDEX_DAMAGED names `blobId`. */
export function decodeIndexV1(bytes: Uint8Array, blobId: string, sink: IndexSink): void {
  if (bytes.length < HEADER_BYTES) throw indexDamaged(blobId, `its header is cut off after ${bytes.length} bytes`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const keySize = view.getUint8(1)
  const entrySize = view.getUint16(2)
  const count = view.getUint32(4)
  if (entrySize !== ENTRY_BYTES) throw indexDamaged(blobId, `its entries have ${entrySize} bytes instead of ${ENTRY_BYTES}`)
  if (count === 0) return
  if (keySize !== sink.keySizeBytes) throw indexDamaged(blobId, `its keys have ${keySize} bytes instead of ${sink.keySizeBytes}`)
  const stride = keySize + ENTRY_BYTES
  if (count * stride > bytes.length - HEADER_BYTES) {
    throw indexDamaged(blobId, `it claims ${count} entries in ${bytes.length} bytes`)
  }
  // Rows of one pack repeat the place of its name; equal places are read once.
  const packs = new Map<number, number>()
  const row = emptyRow()
  row.source = bytes
  for (let i = 0; i < count; i++) {
    const at = HEADER_BYTES + i * stride
    const entry = at + keySize
    if (!isPrefixByte(view.getUint8(at))) throw indexDamaged(blobId, `entry ${i} has no content ID`)
    const nameLength = view.getUint8(entry + 7)
    const nameOffset = view.getUint32(entry + 8)
    const place = nameOffset * 256 + nameLength
    let pack = packs.get(place)
    if (pack === undefined) {
      pack = sink.packNumber(readPackName(bytes, nameOffset, nameLength, blobId))
      packs.set(place, pack)
    }
    const offsetWord = view.getUint32(entry + 12)
    const packedLength = view.getUint32(entry + 16)
    row.keyOffset = at
    row.pack = pack
    row.packOffset = offsetWord & OFFSET_MASK
    row.isDeleted = offsetWord >= DELETED
    row.packedLength = packedLength
    row.originalLength = Math.max(0, packedLength - SEAL_OVERHEAD_BYTES)
    row.timestampSeconds = view.getUint16(entry) * 2 ** 32 + view.getUint32(entry + 2)
    row.compressionId = 0
    row.formatVersion = view.getUint8(entry + 6)
    row.encryptionKeyId = 0
    sink.insert(row)
  }
}

/** The version 1 file of `rows`; compressed contents cannot be expressed and fail with CAIRN_INTERNAL. */
export function encodeIndexV1(rows: IndexRows): Uint8Array {
  const names = new PackNameSection()
  const row = emptyRow()
  const nameOf = () => rows.packName(row.pack)
  for (let i = 0; i < rows.count; i++) {
    rows.read(i, row)
    if (row.compressionId !== 0 || row.encryptionKeyId !== 0) {
      throw new CairnError('CAIRN_INTERNAL', 'An index of version 1 cannot describe a compressed content.')
    }
    names.use(row.pack, nameOf)
  }
  const stride = rows.keySizeBytes + ENTRY_BYTES
  const namesOffset = HEADER_BYTES + rows.count * stride
  const bytes = new Uint8Array(namesOffset + names.sizeBytes)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, 1)
  view.setUint8(1, rows.count === 0 ? NO_KEY_SIZE : rows.keySizeBytes)
  view.setUint16(2, ENTRY_BYTES)
  view.setUint32(4, rows.count)
  for (let i = 0; i < rows.count; i++) {
    rows.read(i, row)
    const at = HEADER_BYTES + i * stride
    const entry = at + rows.keySizeBytes
    const pack = names.use(row.pack, nameOf)
    bytes.set(row.source.subarray(row.keyOffset, row.keyOffset + rows.keySizeBytes), at)
    view.setUint16(entry, Math.floor(row.timestampSeconds / 2 ** 32))
    view.setUint32(entry + 2, row.timestampSeconds % 2 ** 32)
    view.setUint8(entry + 6, row.formatVersion)
    view.setUint8(entry + 7, names.lengthOf(pack))
    view.setUint32(entry + 8, namesOffset + names.offsetOf(pack))
    view.setUint32(entry + 12, (row.packOffset | (row.isDeleted ? DELETED : 0)) >>> 0)
    view.setUint32(entry + 16, row.packedLength)
  }
  names.write(bytes, namesOffset)
  return bytes
}

/** Writes index files of version 2; the layout is drawn in `v2.ts`. */
import { CairnError } from '../../../errors.ts'
import { PackNameSection } from './pack-names.ts'
import { emptyRow, type IndexRow, type IndexRows } from './rows.ts'
import { DELETED, FORMAT_RECORD_BYTES, HEADER_BYTES, MIN_ENTRY_BYTES, PACK_RECORD_BYTES } from './v2.ts'

const MAX_FORMATS = 255
const MAX_PACKS = 2 ** 24
const MAX_LENGTH = 2 ** 28 - 1
const MAX_OFFSET = 2 ** 30 - 1
const LOW_24 = 0xff_ffff

/** Compression, format version and key of a row as one number, to number the combinations. */
function formatOf(row: IndexRow): number {
  return (row.compressionId * 256 + row.formatVersion) * 256 + row.encryptionKeyId
}

function checkLimits(row: IndexRow): void {
  if (
    row.packOffset > MAX_OFFSET ||
    row.packedLength > MAX_LENGTH ||
    row.originalLength > MAX_LENGTH ||
    row.timestampSeconds >= 2 ** 32 ||
    row.timestampSeconds < 0
  ) {
    throw new CairnError('CAIRN_INTERNAL', 'A content is too large, too far inside its pack, or too late for an index of version 2.')
  }
}

/** What the fixed parts of the file need to know before the first byte is written. */
function survey(rows: IndexRows) {
  const names = new PackNameSection()
  const formats = new Map<number, number>()
  let needsHighLengths = false
  const row = emptyRow()
  const nameOf = () => rows.packName(row.pack)
  for (let i = 0; i < rows.count; i++) {
    rows.read(i, row)
    checkLimits(row)
    names.use(row.pack, nameOf)
    const format = formatOf(row)
    if (!formats.has(format)) formats.set(format, formats.size)
    if (row.packedLength > LOW_24 || row.originalLength > LOW_24) needsHighLengths = true
  }
  if (formats.size > MAX_FORMATS || names.count > MAX_PACKS) {
    throw new CairnError('CAIRN_INTERNAL', 'An index file cannot hold that many formats or packs.')
  }
  const extra = needsHighLengths ? 3 : names.count > 0x1_0000 ? 2 : formats.size > 1 ? 1 : 0
  return { names, formats, entrySize: MIN_ENTRY_BYTES + extra }
}

/** The version 2 file of `rows`; beyond the limits of the format it fails with CAIRN_INTERNAL. */
export function encodeIndexV2(rows: IndexRows): Uint8Array {
  const { names, formats, entrySize } = survey(rows)
  const stride = rows.keySizeBytes + entrySize
  const packsOffset = HEADER_BYTES + rows.count * stride
  const formatsOffset = packsOffset + names.count * PACK_RECORD_BYTES
  const namesOffset = formatsOffset + formats.size * FORMAT_RECORD_BYTES
  const bytes = new Uint8Array(namesOffset + names.sizeBytes)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, 2)
  view.setUint8(1, rows.keySizeBytes)
  view.setUint16(2, entrySize)
  view.setUint32(4, rows.count)
  view.setUint32(8, names.count)
  view.setUint8(12, formats.size)
  // The base timestamp stays 0, as kopia writes it: timestamps are absolute.
  const row = emptyRow()
  const nameOf = () => rows.packName(row.pack)
  for (let i = 0; i < rows.count; i++) {
    rows.read(i, row)
    const at = HEADER_BYTES + i * stride
    const entry = at + rows.keySizeBytes
    const pack = names.use(row.pack, nameOf)
    bytes.set(row.source.subarray(row.keyOffset, row.keyOffset + rows.keySizeBytes), at)
    view.setUint32(entry, row.timestampSeconds)
    view.setUint32(entry + 4, (row.packOffset | (row.isDeleted ? DELETED : 0)) >>> 0)
    // Three-byte fields: the byte before each is written again right after.
    view.setUint32(entry + 10, row.packedLength & LOW_24)
    view.setUint8(entry + 8, (row.originalLength >>> 16) & 0xff)
    view.setUint16(entry + 9, row.originalLength & 0xffff)
    view.setUint16(entry + 14, pack & 0xffff)
    if (entrySize > 16) view.setUint8(entry + 16, formats.get(formatOf(row)) ?? 0)
    if (entrySize > 17) view.setUint8(entry + 17, pack >>> 16)
    if (entrySize > 18) view.setUint8(entry + 18, ((row.originalLength >>> 24) << 4) | (row.packedLength >>> 24))
  }
  for (let pack = 0; pack < names.count; pack++) {
    view.setUint8(packsOffset + pack * PACK_RECORD_BYTES, names.lengthOf(pack))
    view.setUint32(packsOffset + pack * PACK_RECORD_BYTES + 1, namesOffset + names.offsetOf(pack))
  }
  for (const [format, number] of formats) {
    const record = formatsOffset + number * FORMAT_RECORD_BYTES
    view.setUint32(record, Math.floor(format / 0x1_0000))
    view.setUint8(record + 4, Math.floor(format / 256) % 256)
    view.setUint8(record + 5, format % 256)
  }
  names.write(bytes, namesOffset)
  return bytes
}

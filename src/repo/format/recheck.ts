/** Looking at the format blob again while a repository is open (docs/repository-format.md, "Required features and upgrade lock"). */
import { CairnError } from '../../errors.ts'
import { parseCheckedObject } from './checked-json.ts'
import { decodeContentFormat } from './content-format.ts'
import { decodeFormatBlob } from './format-blob.ts'
import { checkRequiredFeatures, checkUpgradeLock } from './gates.ts'
import type { UnlockedFormat } from './open.ts'

/**
 * Whether a client that opened the repository as `opened` may go on, now that its format blob is `bytes`.
 *
 * Errors: CAIRN_REPOSITORY_LOCKED, CAIRN_REPOSITORY_UPGRADED when its index is kept in another way now, CAIRN_FORMAT_UNSUPPORTED,
 * CAIRN_FORMAT_DAMAGED.
 */
export function recheckFormat(bytes: Uint8Array, opened: UnlockedFormat, nowNs: bigint): void {
  const payload = opened.unsealWithFormatKey(decodeFormatBlob(bytes).sealedPayload)
  // Sealed with another password since: that changes nothing else, and the keys of contents stay as they are.
  if (payload === undefined) return
  const json = parseCheckedObject(payload, 'format payload').object('format')
  if (json === undefined) return
  checkRequiredFeatures(json, () => {})
  checkUpgradeLock(json, nowNs)
  const { epochs, indexVersion } = decodeContentFormat(json)
  if (epochs.enabled === opened.content.epochs.enabled && indexVersion === opened.content.indexVersion) return
  throw new CairnError('CAIRN_REPOSITORY_UPGRADED', 'The repository has been upgraded to a newer format since it was opened.', {
    hint: 'Run the command again, so that the new format is read.',
  })
}

/** Reading what can be checked (docs/reliability.md, "Damage on the way"). */
import { type CairnError, isCairnError } from '../../errors.ts'
import { equalBytes } from '../../util/bytes.ts'

/**
 * Gives what `read` brings to `open`; when that finds it damaged, or the password wrong, once more: the damage may have happened on the way.
 *
 * The second time `isFresh` asks `read` to go around every copy on this machine. Bytes that come again as they were are not opened twice. Errors: those of `read` and of `open`.
 */
export async function readChecked<B extends Uint8Array | undefined, R>(
  read: (isFresh: boolean) => Promise<B>,
  open: (bytes: B) => R | Promise<R>,
): Promise<R> {
  const bytes = await read(false)
  try {
    return await open(bytes)
  } catch (error) {
    if (!isCairnError(error) || !mayBeDamage(error)) throw error
    const again = await read(true)
    if (isSame(bytes, again)) throw error
    return await open(again)
  }
}

/** A format blob that was changed may also seem to be of a password or a version that is not ours. */
function mayBeDamage({ kind, code }: CairnError): boolean {
  return kind === 'damage' || kind === 'password' || code === 'CAIRN_FORMAT_UNSUPPORTED'
}

/** An absent blob is the same as an absent one. */
function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : equalBytes(a, b)
}

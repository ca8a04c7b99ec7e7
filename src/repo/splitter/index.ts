/** The table of splitters. */
import { CairnError } from '../../errors.ts'
import { buzhashSplitter } from './buzhash.ts'
import { fixedSplitter } from './fixed.ts'
import type { Splitter } from './interface.ts'
import { rabinKarpSplitter } from './rabin-karp.ts'

export type { Splitter } from './interface.ts'

const KiB = 1024
const MiB = 1024 * KiB

/** Name in the format payload or a policy -> splitter (docs/repository-format.md, "Splitters"). */
export const SPLITTERS: Readonly<Record<string, Splitter>> = {
  'FIXED-128K': fixedSplitter(128 * KiB),
  'FIXED-256K': fixedSplitter(256 * KiB),
  'FIXED-512K': fixedSplitter(512 * KiB),
  'FIXED-1M': fixedSplitter(1 * MiB),
  'FIXED-2M': fixedSplitter(2 * MiB),
  'FIXED-4M': fixedSplitter(4 * MiB),
  'FIXED-8M': fixedSplitter(8 * MiB),
  'DYNAMIC-128K-BUZHASH': buzhashSplitter(128 * KiB),
  'DYNAMIC-256K-BUZHASH': buzhashSplitter(256 * KiB),
  'DYNAMIC-512K-BUZHASH': buzhashSplitter(512 * KiB),
  'DYNAMIC-1M-BUZHASH': buzhashSplitter(1 * MiB),
  'DYNAMIC-2M-BUZHASH': buzhashSplitter(2 * MiB),
  'DYNAMIC-4M-BUZHASH': buzhashSplitter(4 * MiB),
  'DYNAMIC-8M-BUZHASH': buzhashSplitter(8 * MiB),
  'DYNAMIC-128K-RABINKARP': rabinKarpSplitter(128 * KiB),
  'DYNAMIC-256K-RABINKARP': rabinKarpSplitter(256 * KiB),
  'DYNAMIC-512K-RABINKARP': rabinKarpSplitter(512 * KiB),
  'DYNAMIC-1M-RABINKARP': rabinKarpSplitter(1 * MiB),
  'DYNAMIC-2M-RABINKARP': rabinKarpSplitter(2 * MiB),
  'DYNAMIC-4M-RABINKARP': rabinKarpSplitter(4 * MiB),
  'DYNAMIC-8M-RABINKARP': rabinKarpSplitter(8 * MiB),
  // Names of repositories made before sizes were part of the name.
  FIXED: fixedSplitter(4 * MiB),
  DYNAMIC: buzhashSplitter(4 * MiB),
}

/** The splitter of a new repository, and kopia's own default. */
export const DEFAULT_SPLITTER = 'DYNAMIC-4M-BUZHASH'

/** The splitter called `name`; CAIRN_FORMAT_UNSUPPORTED for an unknown name. It has no state, so one value serves all. */
export function createSplitter(name: string): Splitter {
  const splitter = Object.hasOwn(SPLITTERS, name) ? SPLITTERS[name] : undefined
  if (splitter === undefined) {
    throw new CairnError('CAIRN_FORMAT_UNSUPPORTED', `The splitter ${JSON.stringify(name)} is not supported.`, {
      hint: `Supported are ${Object.keys(SPLITTERS).join(', ')}.`,
    })
  }
  return splitter
}

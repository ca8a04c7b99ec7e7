/** Makes the format of a new repository, or the same format under a new password. */
import { CairnError } from '../../errors.ts'
import type { RandomSource } from '../../util/random.ts'
import type { BlobRetention } from '../blob/storage.ts'
import { DEFAULT_ERROR_CORRECTION } from '../ecc/index.ts'
import { DEFAULT_ENCRYPTION } from '../encryption/index.ts'
import { DEFAULT_HASH } from '../hashing/index.ts'
import { DEFAULT_SPLITTER } from '../splitter/index.ts'
import { type BlobConfig, encodeBlobConfig } from './blobcfg.ts'
import { DEFAULT_EPOCHS, encodeContentFormat, NO_EPOCHS } from './content-format.ts'
import { encodeFormatBlob } from './format-blob.ts'
import type { ContentFormat } from './interface.ts'
import { DEFAULT_KEY_DERIVATION, deriveFormatKey } from './key-derivation.ts'
import { checkAlgorithms, type UnlockedFormat, unlockedFormat } from './open.ts'
import { formatSealingKey, seal } from './sealed-payload.ts'

const KEY_BYTES = 32
const DEFAULT_PACK_BYTES = 20 * 1024 * 1024

/** Absent names mean the defaults of new repositories (docs/repository-format.md, "New repositories"). */
export interface NewFormatOptions {
  /** Not empty; used as it stands. */
  readonly password: string
  readonly random: RandomSource
  readonly hash?: string | undefined
  readonly encryption?: string | undefined
  readonly splitter?: string | undefined
  readonly keyDerivation?: string | undefined
  /** 1, 2 or 3; default 3. */
  readonly formatVersion?: number | undefined
  /** Which error correction to use when there is overhead for it. */
  readonly ecc?: string | undefined
  /** Space for error correction in percent; 0, the default, means none. */
  readonly eccOverheadPercent?: number | undefined
  /** How long the storage has to keep every blob; default not at all. */
  readonly retention?: BlobRetention | undefined
  /** Recorded as the program that made the repository; nobody reads it. */
  readonly buildVersion?: string | undefined
}

/** `blobcfg` is to be stored first: storing `formatBlob` is what makes the repository exist. */
export interface NewFormat {
  readonly formatBlob: Uint8Array
  readonly blobcfg: Uint8Array
  readonly opened: UnlockedFormat
}

/** The format of a new repository. Errors: CAIRN_PASSWORD_EMPTY, CAIRN_FORMAT_UNSUPPORTED, CAIRN_USAGE for settings out of range. */
export async function createFormat(options: NewFormatOptions): Promise<NewFormat> {
  const { random } = options
  const version = options.formatVersion ?? 3
  const eccOverheadPercent = Math.min(Math.max(options.eccOverheadPercent ?? 0, 0), 100)
  const usesEcc = eccOverheadPercent > 0 && version !== 1
  const uniqueId = random(KEY_BYTES)
  const content: ContentFormat = {
    hash: options.hash ?? DEFAULT_HASH,
    encryption: options.encryption ?? DEFAULT_ENCRYPTION,
    ecc: usesEcc ? (options.ecc ?? DEFAULT_ERROR_CORRECTION) : '',
    eccOverheadPercent: usesEcc ? eccOverheadPercent : 0,
    hashSecret: random(KEY_BYTES),
    masterKey: random(KEY_BYTES),
    maxPackSizeBytes: DEFAULT_PACK_BYTES,
    ...settingsOfVersion(version),
    splitter: options.splitter ?? DEFAULT_SPLITTER,
  }
  await checkAlgorithms(content)
  const outer = {
    tool: 'Cairn',
    buildVersion: options.buildVersion ?? '',
    buildInfo: '',
    uniqueId,
    keyDerivation: options.keyDerivation ?? DEFAULT_KEY_DERIVATION,
  }
  return await sealFormat(outer, encodeContentFormat(content), content, options.retention ?? {}, options.password, random)
}

/** What a format version stands for. Version 3 is laid out like 2; its number keeps old clients out. */
function settingsOfVersion(version: number): Pick<ContentFormat, 'version' | 'indexVersion' | 'epochs' | 'enablePasswordChange'> {
  if (version === 1) return { version, indexVersion: 1, epochs: NO_EPOCHS, enablePasswordChange: false }
  if (version === 2 || version === 3) return { version, indexVersion: 2, epochs: DEFAULT_EPOCHS, enablePasswordChange: true }
  throw new CairnError('CAIRN_USAGE', `There is no format version ${version}.`, { hint: 'Versions 1, 2 and 3 exist; without one it is 3.' })
}

/**
 * The same repository under another password: the payload and the blob configuration are sealed again, unchanged.
 *
 * Until both blobs are stored, keep the old bytes: kopia opens nothing when only one of them is new. Errors: CAIRN_PASSWORD_EMPTY, and
 * CAIRN_NOT_SUPPORTED for repositories whose keys depend on the password.
 */
export async function changeFormatPassword(
  current: UnlockedFormat,
  blobConfig: BlobConfig,
  newPassword: string,
  random: RandomSource,
): Promise<NewFormat> {
  if (!current.content.enablePasswordChange) {
    throw new CairnError('CAIRN_NOT_SUPPORTED', 'The password of this repository cannot be changed: its keys depend on it.', {
      hint: 'Repositories made by kopia before 0.9 are like that. Create a new one and copy the snapshots.',
    })
  }
  return await sealFormat(current.blob, current.payload, current.content, blobConfig, newPassword, random)
}

async function sealFormat(
  outer: Omit<UnlockedFormat['blob'], 'sealedPayload'>,
  payload: Uint8Array,
  content: ContentFormat,
  blobConfig: BlobConfig,
  password: string,
  random: RandomSource,
): Promise<NewFormat> {
  if (password === '') {
    throw new CairnError('CAIRN_PASSWORD_EMPTY', 'A repository needs a password.', {
      hint: 'Set KOPIA_PASSWORD or CAIRN_PASSWORD. Without the password nobody can read the snapshots, so keep it in a safe place too.',
    })
  }
  const formatKey = await deriveFormatKey(outer.keyDerivation, password, outer.uniqueId)
  const blob = { ...outer, sealedPayload: seal(formatSealingKey(formatKey, outer.uniqueId), payload, random) }
  const formatBlob = encodeFormatBlob(blob)
  const opened = unlockedFormat({ blob, bytes: formatBlob, payload, content, formatKey })
  return { formatBlob, blobcfg: opened.sealWithFormatKey(encodeBlobConfig(blobConfig), random), opened }
}

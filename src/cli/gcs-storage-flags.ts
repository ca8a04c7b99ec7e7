/** A bucket of Google Cloud Storage, from its flags. */
import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import { gcsStorageConfig } from '../repo/blob/gcs/config.ts'
import type { StorageConfig } from '../repo/blob/storage-config.ts'
import { isJsonObject, type JsonObject } from '../util/json-read.ts'
import type { CommandInput } from './command-spec.ts'
import type { CliContext } from './context.ts'
import { pointInTimeFlag } from './point-in-time-flag.ts'
import { speedLimits } from './speed-flags.ts'

/** Reads GCS_FLAGS. Errors: CAIRN_USAGE. */
export function gcsStorage(context: CliContext, input: CommandInput): StorageConfig {
  const bucket = input.text('bucket') ?? ''
  if (bucket === '') throw usage('--bucket is missing.', 'Give the name of the bucket: --bucket team-backups')
  const given = input.text('credentials-file') ?? ''
  const path = given === '' ? '' : resolve(context.cwd, given)
  if (path !== '' && !isFile(path)) throw usage(`The file of --credentials-file, ${path}, does not exist.`)
  const isEmbedded = input.isOn('embed-credentials')
  if (isEmbedded && path === '') throw usage('--embed-credentials needs --credentials-file.')
  return gcsStorageConfig({
    bucket,
    prefix: input.text('prefix') ?? '',
    ...(isEmbedded ? { credentials: embedded(context, path) } : { credentialsFile: path }),
    isReadOnly: input.isOn('read-only'),
    limits: speedLimits(input),
    pointInTime: pointInTimeFlag(input) ?? '',
  })
}

function embedded(context: CliContext, path: string): JsonObject {
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    // The message of the parser quotes the file, which holds a key.
    throw usage(`The file of --credentials-file cannot be read: ${cause instanceof SyntaxError ? 'it is not JSON' : messageOf(cause)}.`)
  }
  if (!isJsonObject(parsed)) throw usage('The file of --credentials-file is not a JSON object.')
  const key = parsed['private_key']
  if (typeof key === 'string') for (const line of key.split('\n')) if (line.length > 16) context.mask(line)
  return parsed
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

function usage(message: string, hint?: string): CairnError {
  return new CairnError('CAIRN_USAGE', message, hint === undefined ? {} : { hint })
}

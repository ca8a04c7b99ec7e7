/** A bucket of S3, from its flags. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CairnError, messageOf } from '../errors.ts'
import { s3StorageConfig } from '../repo/blob/s3/config.ts'
import type { StorageConfig } from '../repo/blob/storage-config.ts'
import type { CommandInput } from './command-spec.ts'
import type { CliContext } from './context.ts'
import { pointInTimeFlag } from './point-in-time-flag.ts'
import { speedLimits } from './speed-flags.ts'

/** Reads S3_FLAGS. Errors: CAIRN_USAGE. */
export function s3Storage(context: CliContext, input: CommandInput): StorageConfig {
  const bucket = input.text('bucket') ?? ''
  if (bucket === '') throw usage('--bucket is missing.', 'Give the name of the bucket: --bucket team-backups')
  const endpoint = input.text('endpoint')
  if (endpoint !== undefined && /:\/\/|\//.test(endpoint)) {
    throw usage(
      `--endpoint takes a host, not ${JSON.stringify(endpoint)}.`,
      'Leave out https:// and the path. For plain HTTP add --disable-tls.',
    )
  }
  const secretAccessKey = input.text('secret-access-key') ?? ''
  const accessKeyId = input.text('access-key') ?? ''
  if ((accessKeyId === '') !== (secretAccessKey === '')) {
    const [given, other] = accessKeyId === '' ? ['--secret-access-key', '--access-key'] : ['--access-key', '--secret-access-key']
    throw usage(`${given} is given, but ${other} is not.`, 'Give both or none, also in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.')
  }
  const sessionToken = accessKeyId === '' ? '' : (input.text('session-token') ?? '')
  for (const secret of [secretAccessKey, sessionToken]) if (secret !== '') context.mask(secret)
  const rootCa = rootCaOf(context, input)
  return s3StorageConfig({
    bucket,
    ...(endpoint !== undefined && endpoint !== '' && { endpoint }),
    region: input.text('region') ?? '',
    accessKeyId,
    secretAccessKey,
    sessionToken,
    prefix: input.text('prefix') ?? '',
    hasTls: !input.isOn('disable-tls'),
    verifiesTls: !input.isOn('disable-tls-verification'),
    limits: speedLimits(input),
    pointInTime: pointInTimeFlag(input) ?? '',
    ...(rootCa !== undefined && { rootCa }),
  })
}

function rootCaOf(context: CliContext, input: CommandInput): Uint8Array | undefined {
  const [text = '', path = ''] = [input.text('root-ca-pem-base64'), input.text('root-ca-pem-path')]
  if (text !== '' && path !== '') throw usage('Only one of --root-ca-pem-base64 (ROOT_CA_PEM_BASE64) and --root-ca-pem-path can be given.')
  if (text !== '') {
    if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text)) throw usage('--root-ca-pem-base64 is not base64.')
    return new Uint8Array(Buffer.from(text, 'base64'))
  }
  if (path === '') return undefined
  try {
    return new Uint8Array(readFileSync(resolve(context.cwd, path)))
  } catch (cause) {
    throw usage(`The file of --root-ca-pem-path cannot be read: ${messageOf(cause)}.`)
  }
}

function usage(message: string, hint?: string): CairnError {
  return new CairnError('CAIRN_USAGE', message, hint === undefined ? {} : { hint })
}

/** The workflow of examples/s3.yml end to end under act: the identity of the job becomes a role, the role keys, and the keys open MinIO. */
import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { checkout, PASSWORD, resultOf, SECRETS, TIMEOUT } from '../support/act-checkout.ts'
import { DIST } from '../support/fake-runner.ts'
import { MINIO_KEYS, startMinio } from '../support/minio.ts'
import { scriptedServer } from '../support/scripted-server.ts'

const ROLE = 'arn:aws:iam::123456789012:role/shop-backup'
const TOKEN = 'header.payload-of-the-job.signature'

/** What GitHub gives to a job with `id-token: write`, and what AWS gives for it. */
async function clouds() {
  const { accessKeyId, secretAccessKey } = MINIO_KEYS
  const { host, asked } = await scriptedServer(({ method, path, headers, body }) => {
    if (method === 'GET' && path.startsWith('/token')) {
      const isAllowed = headers.authorization === 'Bearer key-of-the-job' && path.includes('audience=sts.amazonaws.com')
      return isAllowed ? { body: JSON.stringify({ value: TOKEN }), headers: { 'content-type': 'application/json' } } : { status: 401 }
    }
    const { RoleArn, WebIdentityToken } = Object.fromEntries(new URLSearchParams(body))
    if (RoleArn !== ROLE || WebIdentityToken !== TOKEN) return { status: 403 }
    return {
      body: `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${secretAccessKey}</SecretAccessKey><SessionToken></SessionToken><Expiration>2040-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
    }
  })
  return { host, asked }
}

it('backs up to S3 with the identity of the workflow, and without any key of its own', TIMEOUT, async (context) => {
  const shop = checkout(context)
  const minio = await startMinio(context)
  onTestFinished(() => minio.stop())
  const bucket = await minio.newBucket()
  const { host, asked } = await clouds()
  const environment = {
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://${host}/token?api-version=2`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'key-of-the-job',
    AWS_ENDPOINT_URL_STS: `http://${host}`,
    AWS_ENDPOINT_URL_S3: `http://${minio.endpoint}`,
  }
  const variables = { AWS_ROLE_ARN: ROLE, AWS_REGION: 'us-east-1', CAIRN_S3_REPOSITORY: `s3://${bucket}/shop` }
  const pairs = (flag: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`])
  const { exitCode, log } = await shop.act('push', 'examples/s3.yml', [
    ...SECRETS,
    ...pairs('--env', environment),
    ...pairs('--var', variables),
  ])
  expect({ exitCode, log }).toMatchObject({ exitCode: 0, log: expect.stringContaining('Job succeeded') })
  const result = resultOf(log)
  expect(result['status']).toBe('created')
  expect(log).toContain(`Credentials for S3: ${minio.endpoint} ${bucket}: AWS_ROLE_ARN and the identity of this workflow (OIDC).`)
  expect(log).not.toMatch(new RegExp(`${MINIO_KEYS.secretAccessKey}|payload-of-the-job|${PASSWORD}`))
  expect(asked.some(({ path }) => path.startsWith('/token'))).toBe(true)

  // Afterwards somebody looks at it with keys of their own.
  const home = join(shop.folder, 'home-of-somebody')
  mkdirSync(home)
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    KOPIA_PASSWORD: PASSWORD,
    AWS_ACCESS_KEY_ID: MINIO_KEYS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: MINIO_KEYS.secretAccessKey,
  }
  const cairn = (...args: string[]) =>
    execFileSync(process.execPath, [join(DIST, 'cli/index.js'), ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const flags = ['--bucket', bucket, '--prefix', 'shop/', '--endpoint', minio.endpoint, '--disable-tls']
  cairn('repository', 'connect', 's3', ...flags)
  const listed: { id: string }[] = JSON.parse(cairn('snapshot', 'list', '--all', '--json'))
  expect(listed.map(({ id }) => id)).toEqual([result['snapshot']])
  cairn('snapshot', 'verify', '--verify-files-percent=100')
  expect(JSON.parse(cairn('doctor', '--json'))).toMatchObject({ isHealthy: true })
})

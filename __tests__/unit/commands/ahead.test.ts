import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { COMMANDS } from '../../../src/cli/command-table.ts'
import { openAhead } from '../../../src/commands/ahead.ts'
import { withRepository } from '../../../src/commands/open.ts'
import { s3StorageConfig } from '../../../src/repo/blob/s3/config.ts'
import { createFormat } from '../../../src/repo/format/index.ts'
import { systemClock } from '../../../src/util/clock.ts'
import { systemRandom } from '../../../src/util/random.ts'
import { TEST_PASSWORD, testContext } from '../../support/command-context.ts'
import { type Answer, type AskedRequest, scriptedServer } from '../../support/scripted-server.ts'
import { makeTempDir, removeDir } from '../../support/temp-dir.ts'

const LISTING = '<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>'
const MISSING: Answer = { status: 404, body: '<Error><Code>NoSuchKey</Code></Error>' }
let first = ''
let second = ''

beforeAll(async () => {
  const make = async () => {
    const { opened } = await createFormat({ password: TEST_PASSWORD, random: systemRandom, formatVersion: 3 })
    return new TextDecoder().decode(opened.formatBlobBytes)
  }
  ;[first, second] = await Promise.all([make(), make()])
})

/** A connection to a bucket whose format blob is what `formatBlob` gives, and which has nothing else. */
async function connection(formatBlob: () => string | undefined, elsewhere?: string) {
  const dir = await makeTempDir('cairn-ahead')
  onTestFinished(() => removeDir(dir))
  const answer = ({ path }: AskedRequest): Answer => {
    if (path.includes('list-type=2')) return { body: LISTING }
    const body = path.includes('kopia.repository') ? formatBlob() : undefined
    if (body === undefined) return MISSING
    return { status: 206, body, headers: { 'content-range': `bytes 0-${body.length - 1}/${body.length}` } }
  }
  const { host, asked } = await scriptedServer(answer)
  const storage = s3StorageConfig({
    bucket: 'backups',
    endpoint: elsewhere ?? host,
    hasTls: false,
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: 'no-secret',
  })
  const configPath = join(dir, 'repository.config')
  writeFileSync(configPath, JSON.stringify({ storage, hostname: 'host', username: 'user' }))
  mkdirSync(join(dir, 'work'))
  const context = {
    ...testContext(join(dir, 'work'), { readCache: { directory: join(dir, 'cache'), limitBytes: 1e6, isForAll: false } }),
    configPath,
    passwordFlag: undefined,
  }
  const asks = (name: string) => asked.filter(({ path }) => path.includes(name)).length
  return { context, asks, asked }
}

/** Nobody waits too long. */
const PATIENT = {
  ...systemClock,
  sleep: (_: number, signal?: AbortSignal) =>
    new Promise<void>((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true })),
}

const idOf = (formatBlob: string) => Buffer.from(JSON.parse(formatBlob).uniqueID, 'base64').toString('hex')

it('asks for the format blob once, whoever begins', async () => {
  const { context, asks, asked } = await connection(() => first)
  const ahead = openAhead({ ...context, clock: PATIENT })
  await ahead.underWay
  const begunWith = asked.length
  const facts = await withRepository({ ...context, ahead }, { isReadOnly: true }, async (repository) => repository.facts)
  expect(facts.uniqueId).toBe(idOf(first))
  expect(begunWith).toBe(1)
  expect(asks('kopia.repository')).toBe(1)
  // Only whoever may write needs to know the storage classes.
  expect(asks('.storageconfig')).toBe(0)
})

it('does not keep the code of a command waiting for a store that is slow to answer', async () => {
  const { host } = await scriptedServer(() => ({ fault: 'silence' }))
  const { context } = await connection(() => first, host)
  const ahead = openAhead({ ...context, clock: { ...systemClock, sleep: async () => {} } })
  await ahead.underWay
  ahead.abandon()
})

it('learns the storage classes only for a command that writes', async () => {
  const { context, asks } = await connection(() => first)
  const ahead = openAhead(context)
  await withRepository({ ...context, ahead }, {}, async () => {})
  expect(asks('.storageconfig')).toBe(1)
  expect(asks('kopia.repository')).toBe(1)
})

it('opens what the bucket has, although the copy on this machine says something else', async () => {
  let formatBlob = first
  const { context, asks } = await connection(() => formatBlob)
  const open = async () => {
    const ahead = openAhead(context)
    return await withRepository({ ...context, ahead }, { isReadOnly: true }, async ({ facts }) => facts.uniqueId)
  }
  expect(await open()).toBe(idOf(first))
  formatBlob = second
  expect(await open()).toBe(idOf(second))
  expect(await open()).toBe(idOf(second))
  expect(asks('kopia.repository')).toBe(3)
})

it('leaves it to the command to say what is wrong', async () => {
  const { context } = await connection(() => undefined)
  const ahead = openAhead(context)
  await ahead.underWay
  await expect(withRepository({ ...context, ahead }, { isReadOnly: true }, async () => {})).rejects.toMatchObject({
    code: 'CAIRN_STORAGE_EMPTY',
  })
  const lost = { ...context, configPath: join(context.cwd, 'nothing.config') }
  const nothing = openAhead(lost)
  await nothing.underWay
  await expect(withRepository({ ...lost, ahead: nothing }, {}, async () => {})).rejects.toMatchObject({ code: 'CAIRN_NOT_CONNECTED' })
})

it('gives what was begun to the first who asks, and to nobody who means another connection', async () => {
  const { context } = await connection(() => first)
  const ahead = openAhead(context)
  expect(await ahead.take(`${context.configPath}.other`)).toBeUndefined()
  const begun = await ahead.take(context.configPath)
  expect(begun).toBeDefined()
  expect(await ahead.take(context.configPath)).toBeUndefined()
  await begun?.opening.abandon()
  ahead.abandon()
})

it('does without a password that would have to be asked for', async () => {
  const { context } = await connection(() => first)
  const ahead = openAhead({ ...context, env: {} })
  const begun = await ahead.take(context.configPath)
  expect(begun?.keys).toBeUndefined()
  await begun?.opening.abandon()
})

it('is begun only for commands that open the connected repository', () => {
  const rows = COMMANDS.filter(({ opensRepository }) => opensRepository === true)
  expect(rows.length).toBeGreaterThan(30)
  for (const { path, run } of rows) {
    const [, verb] = /verbs\/([\w-]+)/.exec(String(run)) ?? []
    const source = readFileSync(new URL(`../../../src/cli/verbs/${verb}.ts`, import.meta.url), 'utf8')
    expect(source, path.join(' ')).toContain('withRepository(')
  }
})

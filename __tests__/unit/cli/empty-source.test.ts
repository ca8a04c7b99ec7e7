/** An empty source is what `"$DIR"` gives when nothing has set DIR: never the whole workspace, never the current folder. */
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runInProcess } from '../../support/cli-in-process.ts'
import { tempDir } from '../../support/temp-dir.ts'

async function cli(...argv: string[]) {
  const dir = await tempDir()
  writeFileSync(join(dir, 'a.txt'), 'a')
  const messages: string[] = []
  const outcome = runInProcess(argv, { dir, configPath: join(dir, 'none.config'), password: 'a password', messages })
  return { dir, messages, outcome }
}

it.each([[''], [' \t']])('a run refuses the source %j, makes no repository and says what to write', async (source) => {
  const { dir, messages, outcome } = await cli('run', '--repository=./repo', '--create-repository', '--source=a.txt', '--source', source)
  expect(await outcome).toMatchObject({ code: 2 })
  expect(messages.filter((line) => line.startsWith('error'))).toEqual([
    'error CAIRN_USAGE  A source is empty.\nhint  Write . for the workspace root. A variable that is not set gives an empty source too.',
  ])
  expect(existsSync(join(dir, 'repo'))).toBe(false)
})

it('a plan refuses it as the run would', async () => {
  const { outcome } = await cli('plan', '--source', '')
  await expect(outcome).rejects.toMatchObject({ code: 'CAIRN_USAGE', hint: expect.stringContaining('Write .') })
})

it('snapshot create refuses it, where kopia takes the current folder', async () => {
  const { outcome } = await cli('snapshot', 'create', '')
  await expect(outcome).rejects.toMatchObject({ code: 'CAIRN_USAGE', hint: expect.stringContaining('Write . for the current folder') })
})

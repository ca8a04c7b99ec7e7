/** What `repository create filesystem` makes of the flags that say what a repository is made of. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runInProcess } from '../../support/cli-in-process.ts'
import { tempDir } from '../../support/temp-dir.ts'

async function create(...flags: string[]) {
  const dir = await tempDir('create')
  const options = { dir, configPath: join(dir, 'new.config'), password: 'secret' }
  const path = join(dir, 'repo')
  await runInProcess(['repository', 'create', 'filesystem', '--path', path, ...flags], options)
  const status = async (...more: string[]) => (await runInProcess(['repository', 'status', ...more], options)).stdout
  return {
    path,
    config: JSON.parse(readFileSync(options.configPath, 'utf8')),
    json: JSON.parse(await status('--json')),
    text: await status(),
  }
}

describe('repository create filesystem', () => {
  test('makes format version 1 as kopia does: its folders, index, and no epochs', async () => {
    const { path, config, json, text } = await create('--format-version=1', '--block-hash=BLAKE2B-256-128')
    expect(readFileSync(join(path, '.shards'), 'utf8')).toBe('{"default":[3,3],"maxNonShardedLength":20}\n')
    expect(config.storage.config.dirShards).toEqual([3, 3])
    // As kopia shows a repository of its own.
    expect(json.contentFormat).toEqual({
      hash: 'BLAKE2B-256-128',
      encryption: 'AES256-GCM-HMAC-SHA256',
      version: 1,
      maxPackSize: 20971520,
      indexVersion: 1,
      epochParameters: {
        Enabled: false,
        EpochRefreshFrequency: 0,
        FullCheckpointFrequency: 0,
        CleanupSafetyMargin: 0,
        MinEpochDuration: 0,
        EpochAdvanceOnCountThreshold: 0,
        EpochAdvanceOnTotalSizeBytesThreshold: 0,
        DeleteParallelism: 0,
      },
      enablePasswordChange: false,
    })
    expect(text).toContain('Format version:      1\nContent compression: false\nPassword changes:    false\n')
    expect(text).toContain('Epoch Manager:       disabled\n')
  })

  test('makes error correction, and shows it', async () => {
    const { json } = await create('--ecc-overhead-percent=5', '--ecc', 'REED-SOLOMON-CRC32', '--format-version=2')
    expect(json.contentFormat).toMatchObject({ ecc: 'REED-SOLOMON-CRC32', eccOverheadPercent: 5, version: 2, indexVersion: 2 })
    expect(json.blobRetention).toEqual({})
  })

  test('takes 0 for the default version and no overhead for no error correction', async () => {
    const { json } = await create('--format-version=0', '--ecc=REED-SOLOMON-CRC32', '--flat')
    expect(json.contentFormat).toMatchObject({ version: 3, indexVersion: 2 })
    expect(json.contentFormat).not.toHaveProperty('ecc')
  })

  test.each([
    [['--retention-mode=GOVERNANCE', '--retention-period=24h'], 'CAIRN_NOT_SUPPORTED'],
    [['--retention-mode=GOVERNANCE'], 'CAIRN_USAGE'],
    [['--retention-period=24h'], 'CAIRN_USAGE'],
    [['--retention-mode=COMPLIANCE', '--retention-period=23h59m'], 'CAIRN_USAGE'],
    [['--retention-mode=COMPLIANCE', '--retention-period=soon'], 'CAIRN_USAGE'],
    [['--format-version=4'], 'CAIRN_USAGE'],
    [['--format-version=three'], 'CAIRN_USAGE'],
    [['--ecc-overhead-percent=5', '--ecc=TURBO'], 'CAIRN_FORMAT_UNSUPPORTED'],
    [['--block-hash=MD5'], 'CAIRN_FORMAT_UNSUPPORTED'],
    [['--encryption=NONE'], 'CAIRN_FORMAT_UNSUPPORTED'],
    [['--object-splitter=FIXED-3M'], 'CAIRN_FORMAT_UNSUPPORTED'],
  ])('refuses %s and leaves no repository', async (flags, code) => {
    const dir = await tempDir('create')
    const options = { dir, configPath: join(dir, 'new.config'), password: 'secret' }
    const path = join(dir, 'repo')
    await expect(runInProcess(['repository', 'create', 'filesystem', '--path', path, ...flags], options)).rejects.toMatchObject({ code })
    expect(existsSync(join(path, 'kopia.repository.f'))).toBe(false)
    expect(existsSync(join(path, 'kopia.blobcfg.f'))).toBe(false)
    expect(existsSync(options.configPath)).toBe(false)
  })

  test('knows the retention modes of kopia only', async () => {
    await expect(create('--retention-mode=FOREVER', '--retention-period=24h')).rejects.toMatchObject({ code: 'CAIRN_USAGE' })
  })
})

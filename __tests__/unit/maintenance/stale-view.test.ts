/** A writer that waited for hours, such as for a hook, looks at the index anew before it relies on it. */
import { writeFileSync } from 'node:fs'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempDir } from '../../support/temp-dir.ts'
import { bytesOfFile, HOUR_MS, World } from './world.ts'

test.each(['file', 'files', 'bytes'] as const)('what was erased meanwhile is stored again: %s', async (how) => {
  const world = await World.create()
  await world.begin(0, [1])
  await world.commit(0)
  await world.deleteSnapshot(0)
  world.clock.advance(30 * HOUR_MS)
  const writer = await world.open()
  for (let run = 0; run < 4; run++) {
    await world.maintain('full')
    world.clock.advance(9 * HOUR_MS)
  }
  expect(world.countBlobs('p')).toBe(0)
  const path = join(await tempDir('stale'), 'file')
  writeFileSync(path, bytesOfFile(1))
  const { dev, ino, size } = await lstat(path, { bigint: true })
  const file = { path, device: dev, inode: ino, size: Number(size) }
  const written =
    how === 'bytes'
      ? await writer.objects.writeBytes(bytesOfFile(1))
      : how === 'file'
        ? await writer.objects.writeFile(file)
        : (await writer.objects.writeFiles([file]))[0]
  if (written === undefined || written instanceof Error) throw new Error('The file was not stored.')
  await writer.flush()
  const reader = await world.open()
  expect(Buffer.compare(await (await reader.objects.open(written.id)).readAll(), bytesOfFile(1))).toBe(0)
  await reader.close()
  await writer.close()
  await world.close()
})

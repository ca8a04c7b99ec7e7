/** From index blobs of the first format to the first epoch (docs/repository-format.md, "Legacy indexes" and "Changing the format"). */
import { utf8 } from '../util/bytes.ts'
import type { Clock } from '../util/clock.ts'
import type { RandomSource } from '../util/random.ts'
import type { BlobStorage } from './blob/storage.ts'
import { codecSettingsOf, createCodec } from './content/content-codec.ts'
import { EpochManager } from './content/epoch-manager.ts'
import { encodeIndexShards } from './content/index/encode-entries.ts'
import { LegacyIndexManager, POISON_NAME } from './content/index/legacy-manager.ts'
import { mergeIndexBlobs } from './content/index/merge-blobs.ts'
import { newSessionId } from './content/session.ts'
import type { ContentFormat } from './format/index.ts'

export interface IndexUpgrade {
  readonly storage: BlobStorage
  readonly before: ContentFormat
  readonly after: ContentFormat
  readonly clock: Clock
  readonly random: RandomSource
  readonly signal: AbortSignal
}

/** Writes every entry of the legacy index blobs, deleted ones too, into epoch 0. Nobody reads that before the format says so. */
export async function writeFirstEpoch({ storage, before, after, clock, random, signal }: IndexUpgrade): Promise<void> {
  const keys = await createCodec(codecSettingsOf(before), random)
  const legacy = await new LegacyIndexManager(storage, keys).loadActive(signal)
  const merged = await mergeIndexBlobs(storage, keys, legacy.blobs, signal)
  const epochs = new EpochManager({ storage, keys, parameters: after.epochs, clock })
  const shards = encodeIndexShards(after.indexVersion, merged.rows())
  await epochs.writeIndexBlobs(shards, newSessionId(clock.nowNs(), random), signal)
}

/** An index blob that no program of the old format can read, so that none goes on writing where nobody looks any more. */
export async function shutOutOldClients(storage: BlobStorage): Promise<void> {
  await storage.putBlob(POISON_NAME, [utf8('This repository was upgraded to a format that older programs cannot read.')])
}

/** How eagerly V8 collects: its defaults trade memory for time as if the whole machine were ours. */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/**
 * Lets the heap for young objects begin at 4 MiB instead of 1; for the start of the program.
 *
 * What a walk creates lives for a few milliseconds: in a heap of 1 MiB the collector moves most of it several times before it dies.
 */
export function widenYoungHeap(): void {
  setFlagsFromString('--min-semi-space-size=4')
}

/** The heap for young objects does not grow any more from this many bytes on; left alone, that of Node 24 was seen at 144 MB. */
const YOUNG_HEAP_BYTES = 8 * 1024 * 1024
let isBounded = false

/** Stops the growth of the heap for young objects when it is large enough; to be called now and then while much is created. */
export function boundYoungHeap(): void {
  if (isBounded) return
  const young = getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')
  if (young === undefined || young.space_size < YOUNG_HEAP_BYTES) return
  isBounded = true
  setFlagsFromString('--semi-space-growth-factor=1')
}

/**
 * Heap for young objects of a worker, in MB: its objects die at once, but the buffers that they own are only given back when they are collected.
 */
export const WORKER_YOUNG_HEAP_MB = 6

/**
 * Lets the heap for old objects grow by 30 % before it is looked through, instead of doubling; for when very much is in memory anyway.
 *
 * Measured with one directory of a million files: 0.9 GB instead of 1.2. It takes 20 % more time, so nothing smaller pays for it.
 */
export function collectOldHeapEarlier(): void {
  setFlagsFromString('--heap-growing-percent=30')
}

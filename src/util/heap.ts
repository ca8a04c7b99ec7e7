/** How eagerly V8 collects: its defaults trade memory for time as if the whole machine were ours. */
import { setFlagsFromString } from 'node:v8'

/**
 * Lets the heap for young objects begin at 4 MiB instead of 1; for the start of the program.
 *
 * What a walk creates lives for a few milliseconds: in a heap of 1 MiB the collector moves most of it several times before it dies.
 */
export function widenYoungHeap(): void {
  setFlagsFromString('--min-semi-space-size=4')
}

/**
 * Heap for young objects of a worker, in MB: its objects die at once, but the buffers that they own are only given back when they are collected.
 */
export const WORKER_YOUNG_HEAP_MB = 12

/**
 * Lets the heap for old objects grow by 30 % before it is looked through, instead of doubling; for when very much is in memory anyway.
 *
 * Measured with one directory of a million files: 0.9 GB instead of 1.2. It takes 20 % more time, so nothing smaller pays for it.
 */
export function collectOldHeapEarlier(): void {
  setFlagsFromString('--heap-growing-percent=30')
}

/** How eagerly V8 collects: its defaults trade memory for time as if the whole machine were ours. */
import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the heap for young objects at 4 MiB in each thread; for the start of the program.
 *
 * It would grow to 128 MiB (Node 24), and buffers outside of the heap are only given back when their owners are collected. Measured with 50,000
 * files and 512 MiB: 345 MB instead of 400 (Node 24), no more time. A smaller one takes 20 % more time.
 */
export function keepYoungHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--min-semi-space-size=4')
}

/**
 * Lets the heap for old objects grow by 30 % before it is looked through, instead of doubling; for when very much is in memory anyway.
 *
 * Measured with one directory of a million files: 0.9 GB instead of 1.2. It takes 20 % more time, so nothing smaller pays for it.
 */
export function collectOldHeapEarlier(): void {
  setFlagsFromString('--heap-growing-percent=30')
}

/** How eagerly V8 optimizes: its defaults suit programs that run for minutes. */
import { setFlagsFromString } from 'node:v8'

/**
 * By the major version of V8, because others may not know the flag and would say so. Node 24 has a quick second compiler, so that the slow third one
 * can wait for twenty times as many calls; Node 20 has not, and its slow one waits for six times as much work.
 */
const FLAGS: ReadonlyMap<string, string> = new Map([
  ['11', '--interrupt-budget=400000'],
  ['13', '--invocation-count-for-turbofan=60000'],
])

/**
 * Optimizes only what is hot for long; for the start of the program.
 *
 * A run of three seconds spends one on optimizing code in four threads, and the cores that it takes are missing for the work: with these flags an
 * initial snapshot takes 5 % less time.
 */
export function optimizeLess(): void {
  const flag = FLAGS.get(process.versions.v8.split('.', 1)[0] ?? '')
  if (flag !== undefined) setFlagsFromString(flag)
}

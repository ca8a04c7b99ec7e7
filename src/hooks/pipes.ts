/** Real pipes for a hook's output. Node gives children socket pairs, on which `> /dev/stderr` and `tee /dev/stdout` fail. */
import { spawnSync } from 'node:child_process'
import { closeSync, constants, openSync, readlinkSync, unlinkSync } from 'node:fs'
import { Socket } from 'node:net'
import { join } from 'node:path'
import type { Readable } from 'node:stream'

export interface OutputPipe {
  readonly reader: Readable
  /** Descriptor for the child; closed with `closeWriter` once the child has it. */
  readonly writer: number
  /** What /proc/PID/fd shows for a process that holds the writing end. */
  readonly link: string | undefined
  closeWriter(): void
}

/** Makes a pipe each for output and errors in `folder`; undefined where the system has no named pipes. */
export function makePipes(folder: string, platform: NodeJS.Platform): { readonly out: OutputPipe; readonly err: OutputPipe } | undefined {
  if (platform === 'win32') return undefined
  const outPath = join(folder, 'out')
  const errPath = join(folder, 'err')
  // By absolute path first: the supervisor has no PATH of its own.
  for (const program of ['/usr/bin/mkfifo', '/bin/mkfifo', 'mkfifo']) {
    const made = spawnSync(program, ['-m', '600', outPath, errPath], { stdio: 'ignore' })
    if (made.status === 0) return { out: openPipe(outPath, platform), err: openPipe(errPath, platform) }
  }
  return undefined
}

function openPipe(path: string, platform: NodeJS.Platform): OutputPipe {
  // The reader first and without waiting; the writer then finds a reader and gets a blocking end of its own, as a child expects.
  const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  const writer = openSync(path, constants.O_WRONLY)
  unlinkSync(path)
  let isOpen = true
  return {
    reader: new Socket({ fd: readEnd, readable: true, writable: false }),
    writer,
    link: platform === 'linux' ? linkOf(writer) : undefined,
    closeWriter() {
      if (isOpen) closeSync(writer)
      isOpen = false
    },
  }
}

function linkOf(descriptor: number): string | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`)
  } catch {
    return undefined
  }
}

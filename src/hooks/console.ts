/** Puts the output of hooks on one log: a hook alone streams, hooks at the same time are printed one after the other. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The log of a face. Lines are sanitised and masked already; a title is plain text. */
export interface HookSink {
  openGroup(title: string): void
  line(text: string): void
  closeGroup(): void
}

/** Shown of one hook, half at its beginning and half at its end. */
export const SHOWN_LIMIT = 1_048_576
const HALF = SHOWN_LIMIT / 2
/** Of what is not shown, this much goes to a file. */
const FILE_LIMIT = 67_108_864

/** Output of one hook on its way to the log. */
export interface HookLog {
  line(text: string): void
  /** Ends the group with a last line of ours. */
  close(summary: string): void
}

export interface HookConsoleOptions {
  /** Where output beyond the shown part is kept, one file for each hook; absent means it is dropped. */
  readonly overflowDir?: string
}

export class HookConsole {
  readonly #sink: HookSink
  readonly #options: HookConsoleOptions
  #streaming: BoundedLog | undefined
  #finished: (() => void)[] = []
  #count = 0

  constructor(sink: HookSink, options: HookConsoleOptions = {}) {
    this.#sink = sink
    this.#options = options
  }

  /** Starts the output of a hook. A hook that runs beside others for long says `isBackground` and is printed when it ends. */
  open(title: string, isBackground: boolean): HookLog {
    const file = this.#overflowFile()
    if (!isBackground && this.#streaming === undefined) {
      this.#sink.openGroup(title)
      const log = new BoundedLog((text) => this.#sink.line(text), file)
      this.#streaming = log
      return {
        line: (text) => log.line(text),
        close: (summary) => {
          log.close(summary)
          this.#sink.closeGroup()
          this.#streaming = undefined
          this.#printFinished()
        },
      }
    }
    const held: string[] = []
    const log = new BoundedLog((text) => held.push(text), file)
    return {
      line: (text) => log.line(text),
      close: (summary) => {
        log.close(summary)
        this.#finished.push(() => {
          this.#sink.openGroup(title)
          for (const text of held) this.#sink.line(text)
          this.#sink.closeGroup()
        })
        if (this.#streaming === undefined) this.#printFinished()
      },
    }
  }

  #printFinished(): void {
    const due = this.#finished
    this.#finished = []
    for (const print of due) print()
  }

  #overflowFile(): string | undefined {
    this.#count += 1
    const { overflowDir } = this.#options
    return overflowDir === undefined ? undefined : join(overflowDir, `hook-${this.#count}.log`)
  }
}

/** First half shown at once, last half at the end, the middle in a file. */
class BoundedLog {
  readonly #show: (text: string) => void
  readonly #file: string | undefined
  #shown = 0
  #tail: string[] = []
  #tailStart = 0
  #tailLength = 0
  #omittedLines = 0
  #fileHandle: number | undefined
  #fileLength = 0

  constructor(show: (text: string) => void, file: string | undefined) {
    this.#show = show
    this.#file = file
  }

  line(text: string): void {
    if (this.#tail.length === 0 && this.#shown + text.length <= HALF) {
      this.#shown += text.length + 1
      this.#show(text)
      return
    }
    this.#tail.push(text)
    this.#tailLength += text.length + 1
    while (this.#tailLength > HALF) {
      const first = this.#tail[this.#tailStart] ?? ''
      this.#tail[this.#tailStart] = ''
      this.#tailStart += 1
      this.#tailLength -= first.length + 1
      this.#omittedLines += 1
      this.#keep(first)
    }
    if (this.#tailStart > 10_000 && this.#tailStart * 2 > this.#tail.length) {
      this.#tail = this.#tail.slice(this.#tailStart)
      this.#tailStart = 0
    }
  }

  close(summary: string): void {
    if (this.#omittedLines > 0) {
      const where = this.#fileHandle === undefined ? '' : `, kept in ${this.#file}`
      this.#show(`… ${this.#omittedLines} lines not shown${where} …`)
    }
    for (const text of this.#tail.slice(this.#tailStart)) this.#show(text)
    this.#tail = []
    this.#show(summary)
    if (this.#fileHandle !== undefined) closeSync(this.#fileHandle)
  }

  #keep(text: string): void {
    if (this.#file === undefined || this.#fileLength > FILE_LIMIT) return
    try {
      if (this.#fileHandle === undefined) {
        mkdirSync(join(this.#file, '..'), { recursive: true, mode: 0o700 })
        this.#fileHandle = openSync(this.#file, 'w', 0o600)
      }
      this.#fileLength += writeSync(this.#fileHandle, `${text}\n`)
    } catch {
      // The disk is full: the log goes on without the middle.
      this.#fileLength = FILE_LIMIT + 1
    }
  }
}

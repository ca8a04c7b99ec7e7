/** Asks for a password on the terminal without showing what is typed. */
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { cancelled } from '../errors.ts'

/** Reads one line from `input` after writing `question` to `output`; nothing typed is echoed. Errors: CAIRN_CANCELLED at Ctrl-C. */
export async function promptHidden(question: string, input: NodeJS.ReadStream, output: NodeJS.WriteStream): Promise<string> {
  output.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input, output: silent, terminal: true })
  try {
    return await new Promise<string>((resolve, reject) => {
      // In raw mode Ctrl-C is a key and no signal; the end of the input counts as an empty answer.
      lines.once('SIGINT', () => reject(cancelled()))
      lines.once('close', () => resolve(''))
      lines.question('').then(resolve, reject)
    })
  } finally {
    lines.close()
    output.write('\n')
  }
}

/** Questions with visible answers; between them the input belongs to others, such as an editor. */
export interface Questions {
  /** Resolves to one line; undefined at the end of the input. */
  ask(question: string): Promise<string | undefined>
  close(): void
}

/** Answers are read line by line as they come, so that a script can give all of them at once. */
export function openQuestions(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Questions {
  let rest = ''
  const take = (): string | undefined => {
    const end = rest.indexOf('\n')
    if (end < 0) return undefined
    const line = rest.slice(0, end)
    rest = rest.slice(end + 1)
    return line
  }
  return {
    async ask(question) {
      output.write(question)
      for (let line = take(); ; line = take()) {
        if (line !== undefined) return line.replace(/\r$/, '')
        const chunk = await nextChunk(input)
        if (chunk === undefined) return rest === '' ? undefined : rest
        rest += chunk
      }
    },
    close: () => input.pause(),
  }
}

/** What comes next, undefined at the end; the stream is paused before and after. */
async function nextChunk(input: NodeJS.ReadStream): Promise<string | undefined> {
  return await new Promise((resolve) => {
    const done = (chunk: string | undefined) => {
      input.off('data', onData)
      input.off('end', onEnd)
      input.pause()
      resolve(chunk)
    }
    const onData = (chunk: Buffer | string) => done(chunk.toString())
    const onEnd = () => done(undefined)
    if (input.readableEnded) {
      resolve(undefined)
      return
    }
    input.on('data', onData)
    input.on('end', onEnd)
    input.resume()
  })
}

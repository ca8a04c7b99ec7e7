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

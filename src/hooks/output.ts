/** Reads what one hook prints: takes the redirect line out, masks, sanitises, shows (docs/hooks.md, "Output" and "Redirect"). */
import type { HookLog } from './console.ts'
import { LineSplitter, type RawPiece } from './lines.ts'
import type { MaskSet } from './masks.ts'
import { addMaskValue, defuse, displayLines, LINE_PREFIX, stripControls } from './sanitize.ts'

export interface HookReaderOptions {
  /** Whether `KOPIA_SNAPSHOT_PATH=` lines on standard output mean something. */
  readonly capturesRedirect: boolean
  readonly masks: MaskSet
  readonly log: HookLog
  /** Told of each value that the hook asked to be masked, when it is long enough. */
  readonly onMask?: (value: string) => void
}

const KEY = 'KOPIA_SNAPSHOT_PATH='
// Most lines are plain: they are spared the costly looks.
const PLAIN = /^[\t\x20-\x7e]*$/
const ADD_MASK = /add-mask/i
const TAIL_LINES = 20
const TAIL_LINE_LENGTH = 400
const CR = 0x0d

export class HookReader {
  readonly #options: HookReaderOptions
  readonly #streams = { o: new StreamText(), e: new StreamText() }
  readonly #tail: string[] = []
  #redirect: string | undefined

  constructor(options: HookReaderOptions) {
    this.#options = options
  }

  /** The value of the last redirect line as printed; undefined when there is none or it is empty. */
  get redirect(): string | undefined {
    return this.#redirect === '' ? undefined : this.#redirect
  }

  /** The last lines shown, for messages. */
  get tail(): readonly string[] {
    return this.#tail
  }

  push(stream: 'o' | 'e', chunk: Uint8Array): void {
    for (const piece of this.#streams[stream].splitter.push(chunk)) this.#take(stream, piece)
  }

  /** Tells that `bytes` of a stream were passed over. */
  gap(stream: 'o' | 'e', bytes: number): void {
    // Half a line may hold half a secret, which no mask would find: neither half is shown.
    const source = this.#streams[stream]
    source.splitter.cut()
    source.carry = ''
    source.decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    source.isSkipping = true
    this.#options.log.line(`${LINE_PREFIX}… ${bytes} bytes passed over …`)
  }

  /** Takes what had no line end; nothing may be pushed afterwards. */
  end(): void {
    for (const stream of ['o', 'e'] as const) for (const piece of this.#streams[stream].splitter.end()) this.#take(stream, piece)
  }

  #take(stream: 'o' | 'e', piece: RawPiece): void {
    if (stream === 'o' && this.#options.capturesRedirect && piece.isWholeLine && this.#isRedirect(piece.bytes)) return
    const source = this.#streams[stream]
    if (source.isSkipping) {
      source.isSkipping = !piece.endsLine
      return
    }
    const text = source.carry + source.decoder.decode(piece.bytes, { stream: !piece.endsLine })
    source.carry = ''
    if (piece.endsLine) {
      if (PLAIN.test(text)) this.#show(text)
      else for (const line of displayLines(text)) this.#show(line)
      return
    }
    // A secret may lie across the cut: what could be its beginning is masked together with the next piece.
    const { masks } = this.#options
    const masked = masks.apply(stripControls(text))
    const held = Math.min(masked.length, Math.max(0, masks.longest - 1))
    source.carry = masked.slice(masked.length - held)
    this.#show(masked.slice(0, masked.length - held))
  }

  #isRedirect(bytes: Uint8Array): boolean {
    const end = bytes.at(-1) === CR ? bytes.length - 1 : bytes.length
    if (end < KEY.length) return false
    const line = Buffer.from(bytes.buffer, bytes.byteOffset, end)
    if (line.toString('latin1', 0, KEY.length) !== KEY) return false
    this.#redirect = line.toString('utf8', KEY.length)
    return true
  }

  #show(line: string): void {
    const { masks, log, onMask } = this.#options
    const plain = PLAIN.test(line) ? line : stripControls(line)
    const wish = ADD_MASK.test(plain) ? (addMaskValue(line) ?? addMaskValue(plain)) : undefined
    if (wish !== undefined) {
      const isMasked = masks.add(wish)
      if (isMasked) onMask?.(wish)
      log.line(`${LINE_PREFIX}(${isMasked ? 'a value is masked from here on' : 'add-mask ignored: the value is too short'})`)
      return
    }
    const text = defuse(masks.apply(plain))
    log.line(LINE_PREFIX + text)
    if (text.trim() !== '') this.#tail.push(text.length > TAIL_LINE_LENGTH ? `${text.slice(0, TAIL_LINE_LENGTH)}…` : text)
    if (this.#tail.length > TAIL_LINES) this.#tail.shift()
  }
}

class StreamText {
  readonly splitter = new LineSplitter()
  decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  carry = ''
  isSkipping = false
}

/** Writes small WebAssembly modules: the few instructions of hot loops, by the encoding of the WebAssembly core specification. */

/** Encoded instructions, one after the other. */
export type Code = readonly number[]

/** Types of values. */
export const [I32, I64, V128] = [0x7f, 0x7e, 0x7b] as const

export const get = (local: number): Code => [0x20, ...unsigned(local)]
export const set = (local: number): Code => [0x21, ...unsigned(local)]
export const tee = (local: number): Code => [0x22, ...unsigned(local)]

/** Instructions of `i32`, the only number type that is calculated with. */
export const i32 = {
  const: (value: number): Code => [0x41, ...signed(value)],
  load: (offset = 0): Code => [0x28, 2, ...unsigned(offset)],
  eqz: [0x45],
  lessThan: [0x49],
  add: [0x6a],
  sub: [0x6b],
  and: [0x71],
  xor: [0x73],
  shl: [0x74],
  rotl: [0x77],
  wrapI64: [0xa7],
} as const

export const i64 = {
  const: (value: number): Code => [0x42, ...signed(value)],
  load: (offset = 0): Code => [0x29, 0, ...unsigned(offset)],
  shr: [0x88],
} as const

/** Instructions of vectors: four words of 32 bits. */
export const v128 = {
  load: (offset = 0): Code => [0xfd, 0x00, 4, ...unsigned(offset)],
  store: (offset = 0): Code => [0xfd, 0x0b, 4, ...unsigned(offset)],
  xor: [0xfd, 0x51],
  add: [0xfd, ...unsigned(0xae)],
  shl: [0xfd, ...unsigned(0xab)],
  shr: [0xfd, ...unsigned(0xad)],
  /** The words of one vector in another order: word i of the result is word `order[i]`. Takes the vector twice. */
  reorder: (order: readonly number[]): Code => [
    0xfd,
    0x0d,
    ...order.flatMap((word) => [4 * word, 4 * word + 1, 4 * word + 2, 4 * word + 3]),
  ],
} as const

/** `body` again and again while `condition`, an i32 after each turn, is not zero. */
export function loopWhile(body: Code, condition: Code): Code {
  return [0x03, NOTHING, ...body, ...condition, 0x0d, 0, END]
}

/** Ends the function with `value` when the i32 before it is not zero. */
export function returnIf(value: Code): Code {
  return [0x04, NOTHING, ...value, 0x0f, END]
}

const [END, NOTHING] = [0x0b, 0x40] as const

/** A function that a module exports; its parameters are i32, and its locals are numbered from there on. */
export interface WasmFunction {
  readonly name: string
  readonly parameters: number
  /** How many further locals of which type. */
  readonly locals: readonly (readonly [count: number, type: number])[]
  /** Types of the results. */
  readonly results: readonly number[]
  readonly body: Code
}

/** The bytes of a module with these functions over a memory that is given to it as `m` of the namespace with the empty name. */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array {
  const list = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()]
  const sized = (content: Code): Code => [...unsigned(content.length), ...content]
  const section = (id: number, items: readonly Code[]): Code => [id, ...sized(list(items))]
  const text = (name: string): Code => sized([...Buffer.from(name)])
  const types = functions.map(({ parameters, results }) => [
    0x60,
    ...list(Array.from({ length: parameters }, () => [I32])),
    ...list(results.map((type) => [type])),
  ])
  const bodies = functions.map(({ locals, body }) =>
    sized([...list(locals.map(([count, type]) => [...unsigned(count), type])), ...body, END]),
  )
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    // A memory of at least one page.
    ...section(2, [[...text(''), ...text('m'), 2, 0, 1]]),
    ...section(
      3,
      functions.map((_, index) => unsigned(index)),
    ),
    ...section(
      7,
      functions.map(({ name }, index) => [...text(name), 0, ...unsigned(index)]),
    ),
    ...section(10, bodies),
  ])
}

/** LEB128, signed. */
function signed(value: number): Code {
  const out: number[] = []
  for (let rest = value; ; rest >>= 7) {
    const low = rest & 0x7f
    const isLast = (rest >> 7 === 0 && (low & 0x40) === 0) || (rest >> 7 === -1 && (low & 0x40) !== 0)
    out.push(isLast ? low : low | 0x80)
    if (isLast) return out
  }
}

/** LEB128, unsigned. */
function unsigned(value: number): Code {
  const out: number[] = []
  for (let rest = value; ; rest >>>= 7) {
    out.push(rest > 0x7f ? (rest & 0x7f) | 0x80 : rest)
    if (rest <= 0x7f) return out
  }
}

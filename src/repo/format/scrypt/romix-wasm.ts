/**
 * The long loop of scrypt with blocks of 1 KiB (RFC 7914, section 5, `scryptROMix` with r = 8) as WebAssembly with vectors: two thirds of the time
 * that the runtime's own takes, which calculates word by word.
 *
 * memory   x(1024) | y(1024) | table(N * 1024)
 *
 *   fill(x, y, v, steps):        steps times: table[v] = x; x = blockMix(x); v += 1024
 *   mix(x, y, table, steps, N):  steps times: x = blockMix(x ^ table[x[960] mod N])
 *
 * `y` takes turns with `x`, so `steps` is even. Each 64 bytes of x are four vectors, one for each diagonal of the 4 x 4 words that Salsa20 works on:
 * there a quarter round is the same for all four words of a vector. Word 0 stays word 0.
 */
import { type Code, get, I32, i32, loopWhile, set, tee, V128, v128, wasmModule } from '../../../util/wasm-code.ts'

export const BLOCK_BYTES = 1024
const UNIT_BYTES = 64
const HALF_BYTES = BLOCK_BYTES / 2
const LAST_UNIT = BLOCK_BYTES - UNIT_BYTES
const VECTORS = [0, 1, 2, 3] as const
/** Where word i of a vector's unit is in the order of the RFC. */
export const DIAGONALS: readonly number[] = [0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11]

// Locals: five parameters, pointers, then the vectors.
const [X, Y, TABLE, STEPS, N, IN, OUT, AT, ROUNDS] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
const [STATE, BEFORE, SUM] = [9, 13, 17] as const
const LOCALS = [
  [4, I32],
  [9, V128],
] as const

/** state[to] ^= rotl(state[a] + state[b], bits) */
function quarter(to: number, a: number, b: number, bits: number): Code {
  const sum = [...get(STATE + a), ...get(STATE + b), ...v128.add, ...set(SUM)]
  const left = [...get(STATE + to), ...get(SUM), ...i32.const(bits), ...v128.shl, ...v128.xor]
  return [...sum, ...left, ...get(SUM), ...i32.const(32 - bits), ...v128.shr, ...v128.xor, ...set(STATE + to)]
}

function turn(vector: number, by: number): Code {
  const order = VECTORS.map((word) => (word + by) % 4)
  return [...get(STATE + vector), ...get(STATE + vector), ...v128.reorder(order), ...set(STATE + vector)]
}

/** A column round and a row round of Salsa20. */
function doubleRound(): Code {
  const columns = [...quarter(1, 0, 3, 7), ...quarter(2, 1, 0, 9), ...quarter(3, 2, 1, 13), ...quarter(0, 3, 2, 18)]
  const rows = [...quarter(3, 0, 1, 7), ...quarter(2, 3, 0, 9), ...quarter(1, 2, 3, 13), ...quarter(0, 1, 2, 18)]
  return [...columns, ...turn(1, 3), ...turn(2, 2), ...turn(3, 1), ...rows, ...turn(1, 1), ...turn(2, 2), ...turn(3, 3)]
}

/** state = Salsa20/8(state) */
function salsa(): Code {
  const keep = VECTORS.flatMap((i) => [...get(STATE + i), ...set(BEFORE + i)])
  const rounds = [
    ...i32.const(4),
    ...set(ROUNDS),
    ...loopWhile(doubleRound(), [...get(ROUNDS), ...i32.const(1), ...i32.sub, ...tee(ROUNDS)]),
  ]
  const add = VECTORS.flatMap((i) => [...get(STATE + i), ...get(BEFORE + i), ...v128.add, ...set(STATE + i)])
  return [...keep, ...rounds, ...add]
}

type StepKind = 'fill' | 'mix'

/** Mixes the unit at `IN + offset`, and that of the table, into the state, and puts the state to `OUT + to`. */
function unit(kind: StepKind, offset: number, to: number): Code {
  const take = VECTORS.flatMap((i) => {
    const at = offset + 16 * i
    const own = [...get(IN), ...v128.load(at)]
    const copy = [...get(AT), ...own, ...v128.store(at)]
    const mixed = [...own, ...get(AT), ...v128.load(at), ...v128.xor]
    return [...(kind === 'fill' ? [...copy, ...own] : mixed), ...get(STATE + i), ...v128.xor, ...set(STATE + i)]
  })
  const put = VECTORS.flatMap((i) => [...get(OUT), ...get(STATE + i), ...v128.store(to + 16 * i)])
  return [...take, ...salsa(), ...put]
}

/** Both blocks change roles after a step: even units go to the first half of the other one, odd ones to the second. */
function step(kind: StepKind): Code {
  const place =
    kind === 'fill'
      ? [...get(TABLE), ...tee(AT), ...i32.const(BLOCK_BYTES), ...i32.add, ...set(TABLE)]
      : [
          ...[...get(X), ...i32.load(LAST_UNIT), ...get(N), ...i32.const(1), ...i32.sub, ...i32.and],
          ...[...i32.const(10), ...i32.shl, ...get(TABLE), ...i32.add, ...set(AT)],
        ]
  const start = VECTORS.flatMap((i) => {
    const at = LAST_UNIT + 16 * i
    const table = kind === 'fill' ? [] : [...get(AT), ...v128.load(at), ...v128.xor]
    return [...get(X), ...v128.load(at), ...table, ...set(STATE + i)]
  })
  const pointers = [...get(X), ...set(IN), ...get(Y), ...set(OUT)]
  const move = (pointer: number, bytes: number): Code => [...get(pointer), ...i32.const(bytes), ...i32.add, ...set(pointer)]
  const pair = [...unit(kind, 0, 0), ...unit(kind, UNIT_BYTES, HALF_BYTES)]
  const next = [...move(OUT, UNIT_BYTES), ...move(AT, 2 * UNIT_BYTES), ...move(IN, 2 * UNIT_BYTES)]
  const isInside = [...get(IN), ...get(X), ...i32.const(BLOCK_BYTES), ...i32.add, ...i32.lessThan]
  const swap = [...get(X), ...get(Y), ...set(X), ...set(Y)]
  return [...place, ...start, ...pointers, ...loopWhile([...pair, ...next], isInside), ...swap]
}

function steps(kind: StepKind): Code {
  return loopWhile(step(kind), [...get(STEPS), ...i32.const(1), ...i32.sub, ...tee(STEPS)])
}

/** The module that exports `fill` and `mix`. */
export function romixModule(): Uint8Array {
  return wasmModule((['fill', 'mix'] as const).map((name) => ({ name, parameters: 5, locals: LOCALS, results: [], body: steps(name) })))
}

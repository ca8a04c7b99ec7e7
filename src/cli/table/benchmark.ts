/** Commands that measure how fast the algorithms of a repository are on this machine. */
import type { CommandSpec, FlagSpec } from '../command-spec.ts'

const PRINT_OPTIONS: FlagSpec = { name: 'print-options', help: 'Show how to choose each when a repository is created.' }
const PARALLEL: FlagSpec = {
  name: 'parallel',
  value: 'N',
  default: '1',
  isHidden: true,
  refusal: { why: 'it measures one thread; snapshots use as many as there are processors', allows: ['1'] },
  help: 'Refused but for 1: one thread is measured.',
}
const DEPRECATED: FlagSpec = {
  name: 'deprecated',
  isHidden: true,
  help: 'Nothing to add here: no deprecated algorithm is left. Taken for scripts written for Kopia.',
}

function workFlags(blockSize: string, repeat: string): readonly FlagSpec[] {
  return [
    { name: 'block-size', value: 'SIZE', default: blockSize, help: 'How much is worked on at a time.' },
    { name: 'repeat', value: 'N', default: repeat, help: 'How often.' },
    PARALLEL,
    PRINT_OPTIONS,
  ]
}

export const BENCHMARK_COMMANDS: readonly CommandSpec[] = [
  {
    path: ['benchmark', 'compression'],
    summary: 'Measure compressors with bytes of a file.',
    details: 'Memory is not measured: those columns are empty.',
    flags: [
      { name: 'repeat', value: 'N', default: '0', help: 'How often; 0 for about 128 MB in all.' },
      { name: 'data-file', value: 'PATH', help: 'File whose first bytes, at most 128 MB, are compressed. Required.' },
      { name: 'by-size', help: 'The smallest result first, instead of the fastest.' },
      {
        name: 'by-alloc',
        isHidden: true,
        refusal: { why: 'its runtime does not count allocations' },
        help: 'Refused: allocations are not counted.',
      },
      PARALLEL,
      { name: 'operations', value: 'WHICH', choices: ['compress', 'decompress', 'both'], default: 'both', help: 'What is measured.' },
      { name: 'verify-stable', help: 'Say when a compressor gives other bytes for the same input.' },
      PRINT_OPTIONS,
      { name: 'deprecated', help: 'Measure what Kopia calls deprecated as well.' },
      { name: 'algorithms', value: 'NAMES', help: 'Only those whose names begin with one of these, with commas between them.' },
    ],
    examples: ['cairn benchmark compression --data-file=build.log --algorithms=zstd,s2'],
    run: async (context, input) => (await import('../verbs/benchmark-compression.ts')).benchmarkCompressors(context, input),
  },
  {
    path: ['benchmark', 'crypto'],
    summary: 'Measure hashing and encrypting together.',
    flags: [...workFlags('1MB', '100'), DEPRECATED],
    run: async (context, input) => (await import('../verbs/benchmark.ts')).benchmarkHashAndEncryption(context, input),
  },
  {
    path: ['benchmark', 'splitter'],
    summary: 'Measure splitters, and how long the pieces get.',
    flags: [
      { name: 'rand-seed', value: 'N', default: '42', help: 'Other bytes for another number; not the bytes that Kopia takes for it.' },
      { name: 'data-size', value: 'SIZE', default: '32MB', help: 'Length of a block.' },
      { name: 'block-count', value: 'N', default: '16', help: 'Blocks to split.' },
      PRINT_OPTIONS,
      PARALLEL,
    ],
    run: async (context, input) => (await import('../verbs/benchmark.ts')).benchmarkSplitter(context, input),
  },
  {
    path: ['benchmark', 'hashing'],
    aliases: ['hash'],
    summary: 'Measure content hashes.',
    flags: workFlags('1MB', '100'),
    run: async (context, input) => (await import('../verbs/benchmark.ts')).benchmarkHashing(context, input),
  },
  {
    path: ['benchmark', 'encryption'],
    summary: 'Measure content encryptions.',
    flags: [...workFlags('1MB', '1000'), DEPRECATED],
    run: async (context, input) => (await import('../verbs/benchmark.ts')).benchmarkEncryption(context, input),
  },
  {
    path: ['benchmark', 'ecc'],
    summary: 'Measure error correction.',
    flags: workFlags('10MB', '100'),
    run: async (context, input) => (await import('../verbs/benchmark.ts')).benchmarkEcc(context, input),
  },
]

import { defineConfig } from 'vitest/config'

/** `npm run test:faults`: every fault at every call; what `npm test` takes a sample of. */
export default defineConfig({
  test: {
    include: ['__tests__/faults/**/*.test.ts'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 3_600_000,
    reporters: [['default', { summary: false }], './scripts/vitest-reporter.mjs'],
  },
})

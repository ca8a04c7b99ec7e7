import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    exclude: ['__tests__/faults/**'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    reporters: [['default', { summary: false }], './scripts/vitest-reporter.mjs'],
  },
})

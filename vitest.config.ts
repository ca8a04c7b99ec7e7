import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    pool: 'threads',
    testTimeout: 20_000,
    maxWorkers: 2,
  },
})

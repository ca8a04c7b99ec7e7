import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    exclude: ['__tests__/faults/**'],
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 60_000,
    // Some build workers or start servers first.
    hookTimeout: 60_000,
    // A notice about Node versions that the faces switch off as well.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    reporters: [['default', { summary: false }], './scripts/vitest-reporter.mjs'],
  },
})

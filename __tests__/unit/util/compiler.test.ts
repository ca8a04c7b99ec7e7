import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const compiler = fileURLToPath(new URL('../../../lib/util/compiler.js', import.meta.url))

test('this version of V8 knows the flags that it is given', () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', `import { optimizeLess } from ${JSON.stringify(compiler)}; optimizeLess(); console.log('on')`],
    { encoding: 'utf8' },
  )
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'on\n', stderr: '' })
})

/** fake-gcs-server, an emulator of Google Cloud Storage, on a free port of the loopback address. */
import type { TestContext } from 'vitest'
import { answers, startLocalServer } from './local-server.ts'
import { needPeer } from './peers.ts'
import { makeTempDir, removeDir } from './temp-dir.ts'

export interface FakeGcs {
  /** `http://127.0.0.1` with its port: what STORAGE_EMULATOR_HOST takes. */
  readonly origin: string
  makeBucket(name: string, options?: { readonly hasVersions?: boolean }): Promise<void>
  stop(): Promise<void>
}

/** Starts it with nothing stored; what is stored is in memory. */
export async function startFakeGcs(context: Pick<TestContext, 'skip'>): Promise<FakeGcs> {
  const program = needPeer('fake-gcs-server', context)
  const cwd = await makeTempDir('fake-gcs')
  const server = await startLocalServer({
    command: program,
    args: (port) => {
      const host = `127.0.0.1:${port}`
      const names = ['-external-url', `http://${host}`, '-public-host', host]
      return ['-scheme', 'http', '-host', '127.0.0.1', '-port', String(port), '-backend', 'memory', ...names, '-log-level', 'error']
    },
    cwd,
    isReady: answers,
  })
  const origin = `http://127.0.0.1:${server.port}`
  return {
    origin,
    async makeBucket(name, { hasVersions = false } = {}) {
      const answer = await fetch(`${origin}/storage/v1/b?project=test`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, versioning: { enabled: hasVersions } }),
      })
      if (!answer.ok) throw new Error(`The bucket ${name} was not made: ${answer.status} ${await answer.text()}`)
    },
    async stop() {
      await server.stop()
      await removeDir(cwd)
    },
  }
}

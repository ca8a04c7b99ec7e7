/** Azurite, the emulator of Azure Blob Storage, on a free port of the loopback address. */
import type { TestContext } from 'vitest'
import { answers, startLocalServer } from './local-server.ts'
import { needPeer } from './peers.ts'
import { makeTempDir, removeDir } from './temp-dir.ts'

export const AZURITE_ACCOUNT = 'devstoreaccount1'
/** The key that every Azurite has, as its manual says. */
export const AZURITE_KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=='

export interface Azurite {
  /** `127.0.0.1` with its port. */
  readonly host: string
  /** `http://` or `https://` with the host. */
  readonly origin: string
  /** Members of a connection to this container. */
  config(container: string, prefix?: string): Readonly<Record<string, unknown>>
  makeContainer(name: string): Promise<void>
  stop(): Promise<void>
}

/** Starts it; with a certificate it speaks TLS and takes tokens, which it reads without checking who signed them. */
export async function startAzurite(
  context: Pick<TestContext, 'skip'>,
  certificate?: { readonly cert: string; readonly key: string },
): Promise<Azurite> {
  const program = needPeer('azurite-blob', context)
  const cwd = await makeTempDir('azurite')
  const tls = certificate === undefined ? [] : ['--cert', certificate.cert, '--key', certificate.key, '--oauth', 'basic']
  const scheme = certificate === undefined ? 'http' : 'https'
  const server = await startLocalServer({
    command: program,
    args: (port) => [
      '--blobPort',
      String(port),
      '--inMemoryPersistence',
      '--disableTelemetry',
      '--skipApiVersionCheck',
      '--silent',
      ...tls,
    ],
    env: { HOME: cwd },
    cwd,
    isReady: answers,
  })
  const host = `127.0.0.1:${server.port}`
  const origin = `${scheme}://${host}`
  return {
    host,
    origin,
    config: (container, prefix) => ({
      container,
      ...(prefix !== undefined && { prefix }),
      storageAccount: AZURITE_ACCOUNT,
      storageKey: AZURITE_KEY,
      storageDomain: host,
      ...(scheme === 'http' && { doNotUseTLS: true }),
    }),
    async makeContainer(name) {
      const { ContainerClient, StorageSharedKeyCredential } = await import('@azure/storage-blob')
      const credential = new StorageSharedKeyCredential(AZURITE_ACCOUNT, AZURITE_KEY)
      await new ContainerClient(`${origin}/${AZURITE_ACCOUNT}/${name}`, credential).create()
    },
    async stop() {
      await server.stop()
      await removeDir(cwd)
    },
  }
}

/** `cairn repository validate-provider`. */
import { validateProvider } from '../../commands/repository-validate.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { countFlag, durationFlagNs, integerFlag } from '../flag-values.ts'

export async function repositoryValidateProvider(context: CliContext, input: CommandInput): Promise<number> {
  const workers = (name: string) => Math.max(0, integerFlag(input, name) ?? 0)
  const options = {
    connections: countFlag(input, 'num-storage-connections') ?? 1,
    durationMs: Number(durationFlagNs(input, 'concurrency-test-duration') ?? 0n) / 1e6,
    putWorkers: workers('put-blob-workers'),
    getWorkers: workers('get-blob-workers'),
    metadataWorkers: workers('get-metadata-workers'),
  }
  await validateProvider(context, options, (step) => context.log.info(step))
  context.log.info('The storage keeps every promise that was put to the test.')
  return 0
}

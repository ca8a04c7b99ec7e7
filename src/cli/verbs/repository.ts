/** `cairn repository create | connect | disconnect`. */
import { connectFilesystem } from '../../commands/repository-connect.ts'
import { createFilesystem } from '../../commands/repository-create.ts'
import { CairnError } from '../../errors.ts'
import { removeClientConfig } from '../../repo/config.ts'
import type { CommandInput } from '../command-spec.ts'
import type { CliContext } from '../context.ts'
import { newFormatOf } from './new-format.ts'

export async function repositoryCreate(context: CliContext, input: CommandInput): Promise<number> {
  const filesystem = filesystemOptions(input)
  const connect = connectOptions(context, input)
  const format = newFormatOf(input)
  const isCreateOnly = input.isOn('create-only')
  await createFilesystem(context, { ...connect, filesystem, format, isCreateOnly })
  context.log.info(`Created a repository in ${filesystem.path}.`)
  if (!isCreateOnly) context.log.info('Connected to repository.')
  return 0
}

export async function repositoryConnect(context: CliContext, input: CommandInput): Promise<number> {
  await connectFilesystem(context, { ...connectOptions(context, input), filesystem: filesystemOptions(input) })
  context.log.info('Connected to repository.')
  return 0
}

export async function repositoryDisconnect(context: CliContext): Promise<number> {
  const wasConnected = await removeClientConfig(context.configPath)
  context.log.info(wasConnected ? 'Disconnected from the repository.' : 'There was no connection.')
  return 0
}

function filesystemOptions(input: CommandInput) {
  const path = input.text('path')
  if (path === undefined)
    throw new CairnError('CAIRN_USAGE', '--path is missing.', { hint: 'Give the folder of the repository: --path /backup/repository' })
  const number = (name: string, radix: number) => {
    const text = input.text(name)
    if (text === undefined) return undefined
    const value = Number.parseInt(text, radix)
    if (!(radix === 8 ? /^[0-7]{3,5}$/ : /^\d{1,9}$/).test(text))
      throw new CairnError('CAIRN_USAGE', `--${name} "${text}" is not a number.`)
    return value
  }
  const [fileMode, dirMode, uid, gid] = [number('file-mode', 8), number('dir-mode', 8), number('owner-uid', 10), number('owner-gid', 10)]
  return {
    path,
    ...(fileMode === undefined ? {} : { fileMode }),
    ...(dirMode === undefined ? {} : { dirMode }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
    ...(input.isOn('flat') ? { shards: [] } : {}),
  }
}

function connectOptions(context: CliContext, input: CommandInput) {
  return {
    userName: input.text('override-username'),
    host: input.text('override-hostname'),
    description: input.text('description'),
    enableActions: input.isOn('enable-actions'),
    isReadOnly: input.isOn('readonly'),
    persistCredentials: context.persistCredentials,
  }
}

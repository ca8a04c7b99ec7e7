/** The inputs of the action as the options of a run (action.yml). */
import * as core from '@actions/core'
import type { CommandContext } from '../commands/context.ts'
import { DEFAULT_RUN_OPTIONS, type OnProblem, type RunOptions } from '../commands/run/options.ts'
import { CairnError } from '../errors.ts'
import { resolveConfigPath } from '../repo/config-path.ts'

export type SummaryMode = 'true' | 'false' | 'on-failure'

export interface ActionInputs {
  readonly options: RunOptions
  readonly summary: SummaryMode
  /** As it was given; relative to the workspace. */
  readonly cachePath: string | undefined
}

/** Reads and checks every input; `configPath` is the connection file that the environment names. Errors: CAIRN_USAGE naming the input and the words it takes. */
export function readInputs(configPath: string | undefined): ActionInputs {
  const policyFile = core.getInput('policy-file') || DEFAULT_RUN_OPTIONS.policyFile
  return {
    options: {
      policyFile,
      isPolicyFileGiven: policyFile !== DEFAULT_RUN_OPTIONS.policyFile,
      repository: core.getInput('repository') || undefined,
      // White space is judged, and reported, where every password is.
      password: core.getInput('password', { trimWhitespace: false }) || undefined,
      enableActions: core.getInput('enable-actions') === '' ? undefined : readSwitch('enable-actions'),
      allowRepositoryHooks: readSwitch('allow-repository-hooks'),
      hookSecrets: core.getMultilineInput('hook-secrets'),
      sources: core.getMultilineInput('sources'),
      sourceSuffix: core.getInput('source-suffix'),
      createRepository: readSwitch('create-repository'),
      allowOutsideWorkspace: readSwitch('allow-outside-workspace'),
      onMissingSource: readWord<OnProblem>('on-missing-source', ['error', 'warn', 'ignore'], 'error'),
      onUnreadableFile: readWord<OnProblem>('on-unreadable-file', ['error', 'warn', 'ignore'], 'error'),
      configFile: configPath,
    },
    summary: readWord<SummaryMode>('summary', ['true', 'false', 'on-failure'], 'true'),
    cachePath: core.getInput('cache-path') || undefined,
  }
}

/** Absolute path of the connection file that KOPIA_CONFIG_PATH names; undefined when it names none. */
export function givenConfigPath({ platform, env, os, cwd }: CommandContext): string | undefined {
  if ((env['KOPIA_CONFIG_PATH'] ?? '') === '') return undefined
  return resolveConfigPath(undefined, { platform, env, home: os.homeDirectory, workingDirectory: cwd })
}

function readSwitch(name: string): boolean {
  return readWord(name, ['true', 'false'], 'false') === 'true'
}

function readWord<Word extends string>(name: string, words: readonly Word[], fallback: Word): Word {
  const given = core.getInput(name)
  if (given === '') return fallback
  const word = words.find((candidate) => candidate === given.toLowerCase())
  if (word === undefined) {
    throw new CairnError('CAIRN_USAGE', `The input "${name}" is "${given}".`, {
      hint: `It takes ${words.map((one) => `"${one}"`).join(', ')}.`,
    })
  }
  return word
}

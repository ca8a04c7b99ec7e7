/** Flags that every command takes, before or after its name. */
import type { FlagSpec } from './command-spec.ts'
import { DIAGNOSTIC_FLAGS } from './diagnostic-flags.ts'
import { LOG_FLAGS } from './log-flags.ts'

export const GLOBAL_FLAGS: readonly FlagSpec[] = [
  { name: 'config-file', value: 'PATH', env: 'KOPIA_CONFIG_PATH', help: "Connection file, the same as Kopia's." },
  {
    name: 'password',
    short: 'p',
    value: 'PASSWORD',
    help: 'Repository password. Other users of the machine can see it: prefer $KOPIA_PASSWORD.',
  },
  {
    name: 'persist-credentials',
    isNegatable: true,
    env: 'KOPIA_PERSIST_CREDENTIALS_ON_CONNECT',
    help: 'Keep the password in a file beside the connection file.',
  },
  { name: 'progress', isNegatable: true, default: true, help: 'Show progress.' },
  {
    name: 'progress-update-interval',
    value: 'DURATION',
    help: 'Time between two updates of progress; default 100ms on a terminal, 30s elsewhere.',
  },
  {
    name: 'dangerous-commands',
    value: 'enabled',
    env: 'KOPIA_DANGEROUS_COMMANDS',
    help: 'Let commands run that can damage the repository.',
  },
  {
    name: 'advanced-commands',
    value: 'enabled',
    env: 'KOPIA_ADVANCED_COMMANDS',
    help: 'The name of --dangerous-commands in Kopia up to 0.21.',
  },
  { name: 'auto-maintenance', isNegatable: true, default: true, help: 'Do maintenance that is due after making snapshots.' },
  {
    name: 'read-cache-directory',
    value: 'PATH',
    env: 'CAIRN_CACHE_DIRECTORY',
    help: "Where Cairn keeps copies of index blobs and metadata packs; by default of cloud stores only, in `cairn` beside Kopia's caches.",
  },
  {
    name: 'read-cache-size-mb',
    value: 'MB',
    env: 'CAIRN_CACHE_SIZE_MB',
    default: '500',
    help: 'How large they may grow together; 0 keeps none.',
  },
  {
    name: 'timezone',
    value: 'ZONE',
    isHidden: true,
    help: 'Zone that times are shown in: local, utc, original (as recorded) or a name such as Europe/Berlin.',
  },
  {
    name: 'progress-estimation-type',
    value: 'TYPE',
    choices: ['classic', 'rough', 'adaptive'],
    default: 'classic',
    isHidden: true,
    help: 'Nothing to choose: progress of a snapshot tells what is done, without an estimate of the rest. Taken for scripts written for Kopia.',
  },
  {
    name: 'adaptive-estimation-threshold',
    value: 'N',
    default: '300000',
    isHidden: true,
    help: 'Means nothing without --progress-estimation-type. Taken for scripts written for Kopia.',
  },
  {
    name: 'use-keyring',
    isNegatable: true,
    env: 'KOPIA_USE_KEYRING',
    refusal: { why: 'it keeps passwords in no keyring; --persist-credentials keeps one beside the connection file' },
    help: 'Refused: there is no keyring here. --no-use-keyring is taken.',
  },
  {
    name: 'upgrade-owner-id',
    value: 'ID',
    env: 'KOPIA_REPO_UPGRADE_OWNER_ID',
    isHidden: true,
    refusal: { why: 'it takes no part in upgrades that lock the repository' },
    help: 'Refused: Cairn takes no part in upgrades that lock the repository.',
  },
  {
    name: 'upgrade-no-block',
    env: 'KOPIA_REPO_UPGRADE_NO_BLOCK',
    isHidden: true,
    help: 'Always so: while an upgrade locks the repository, commands end with an error instead of waiting.',
  },
  {
    name: 'error-notifications',
    value: 'WHEN',
    choices: ['always', 'never', 'non-interactive'],
    env: 'KOPIA_SEND_ERROR_NOTIFICATIONS',
    isHidden: true,
    refusal: { why: 'it sends no notifications; workflows have their own', allows: ['never'] },
    help: 'Refused but for "never": Cairn sends no notifications.',
  },
  ...LOG_FLAGS,
  ...DIAGNOSTIC_FLAGS,
]

/** Flags that every command takes, before or after its name. */
import type { FlagSpec } from './command-spec.ts'

const LOG_LEVELS = ['debug', 'info', 'warning', 'error'] as const

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
  { name: 'log-level', value: 'LEVEL', choices: LOG_LEVELS, default: 'info', help: 'What is shown on the terminal.' },
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
  { name: 'verbose', help: 'The same as --log-level=debug.' },
  { name: 'log-file', value: 'PATH', help: 'Append messages to this file.' },
  { name: 'log-dir', value: 'PATH', env: 'KOPIA_LOG_DIR', help: 'Write messages to a new file below this folder, in cli-logs.' },
  { name: 'file-log-level', value: 'LEVEL', choices: LOG_LEVELS, default: 'debug', help: 'What is written to the log file.' },
  { name: 'disable-file-logging', help: 'Write no log file, whatever --log-file and --log-dir say.' },
  { name: 'disable-content-log', help: 'Nothing to switch off here: Cairn keeps no such log. Taken for scripts written for Kopia.' },
  {
    name: 'disable-repository-log',
    env: 'KOPIA_DISABLE_REPOSITORY_LOG',
    help: 'Nothing to switch off here: Cairn stores no logs in the repository. Taken for scripts written for Kopia.',
  },
  {
    name: 'timezone',
    value: 'ZONE',
    isHidden: true,
    help: 'Zone that times are shown in: local, utc, original (as recorded) or a name such as Europe/Berlin.',
  },
  { name: 'console-timestamps', env: 'KOPIA_CONSOLE_TIMESTAMPS', help: 'Begin each message with the time of day.' },
  { name: 'force-color', env: 'KOPIA_FORCE_COLOR', help: 'Colours even where the output is no terminal.' },
  { name: 'disable-color', env: 'KOPIA_DISABLE_COLOR', help: 'No colours.' },
]

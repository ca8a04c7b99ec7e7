export const id = 33;
export const ids = [33];
export const modules = {

/***/ 6033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(2404);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/hooks/masks.js
var masks = __webpack_require__(317);
// EXTERNAL MODULE: ./lib/log.js
var lib_log = __webpack_require__(7309);
// EXTERNAL MODULE: ./lib/repo/config-path.js
var config_path = __webpack_require__(2170);
// EXTERNAL MODULE: ./lib/util/clock.js
var clock = __webpack_require__(8394);
// EXTERNAL MODULE: ./lib/util/random.js
var random = __webpack_require__(5073);
;// CONCATENATED MODULE: ./lib/cli/command-table.js
const JSON_FLAG = { name: 'json', help: 'Print the result as JSON.' };
const CONNECT_FLAGS = [
    { name: 'path', value: 'PATH', help: 'Folder of the repository.' },
    { name: 'override-username', value: 'USER', help: 'User name to record instead of that of the machine.' },
    { name: 'override-hostname', value: 'HOST', help: 'Host name to record instead of that of the machine.' },
    { name: 'description', value: 'TEXT', help: 'Description of the connection.' },
    { name: 'enable-actions', isNegatable: true, help: 'Let snapshots run hooks.' },
    { name: 'readonly', isNegatable: true, help: 'Never write to the repository through this connection.' },
    { name: 'owner-uid', value: 'UID', help: 'User ID that owns new files.' },
    { name: 'owner-gid', value: 'GID', help: 'Group ID that owns new files.' },
    { name: 'file-mode', value: 'MODE', help: 'Mode of new files, octal (0600).' },
    { name: 'dir-mode', value: 'MODE', help: 'Mode of new folders, octal (0700).' },
    { name: 'flat', isNegatable: true, help: 'Keep all blobs in one folder.' },
];
const RESTORE_FLAGS = [
    { name: 'overwrite-directories', isNegatable: true, default: true, help: 'Restore into folders that exist.' },
    { name: 'overwrite-files', isNegatable: true, default: true, help: 'Replace files that exist.' },
    { name: 'overwrite-symlinks', isNegatable: true, default: true, help: 'Replace symbolic links that exist.' },
    { name: 'parallel', value: 'N', default: '8', help: 'How many files to restore at a time.' },
    { name: 'skip-owners', isNegatable: true, help: 'Leave owners alone.' },
    { name: 'skip-permissions', isNegatable: true, help: 'Leave modes alone.' },
    { name: 'skip-times', isNegatable: true, help: 'Leave times alone.' },
    { name: 'ignore-permission-errors', isNegatable: true, default: true, help: 'Go on when an owner, a mode or a time cannot be set.' },
    { name: 'write-files-atomically', isNegatable: true, help: 'Accepted; Cairn always writes files atomically.' },
    { name: 'ignore-errors', isNegatable: true, help: 'End well although something could not be restored.' },
    { name: 'skip-existing', isNegatable: true, help: 'Leave files alone that are there with the same size and time.' },
];
const RESTORE_ARGUMENTS = [
    { name: 'source', isRequired: true, help: 'Snapshot or object ID, with a path below it.' },
    { name: 'target', isRequired: true, help: 'Folder or file to restore to.' },
];
const RESTORE_DETAILS = 'Nothing is ever written outside the target, whatever the repository holds.';
/** The table. */
const COMMANDS = [
    {
        path: ['run'],
        summary: 'Run the policy file of this workspace: hooks, snapshots, report.',
        details: 'The same as the action does in a workflow step. The default connection file is neither read nor written.',
        flags: [
            { name: 'policy-file', value: 'PATH', help: 'Policy file; default .github/cairn.yml in the workspace.' },
            {
                name: 'repository',
                value: 'LOCATION',
                help: 'Where the repository is; default: the policy file, then .cairn/repository in the workspace.',
            },
            {
                name: 'enable-actions',
                isNegatable: true,
                help: 'Run the hooks that the policy file defines; --no-enable-actions skips them, without either they are an error.',
            },
            { name: 'allow-repository-hooks', help: "Also run hooks that are stored only in the repository's policies." },
            {
                name: 'hook-secret',
                value: 'NAME',
                isRepeated: true,
                help: 'Variable that hooks may receive when the policy file lists it under "secrets".',
            },
            { name: 'source', value: 'PATH', isRepeated: true, help: 'Folder to snapshot; replaces "sources" of the policy file.' },
            { name: 'source-suffix', value: 'TEXT', help: 'Appended to the path under which snapshots are recorded.' },
            { name: 'create-repository', help: 'Create the repository when it does not exist.' },
            { name: 'allow-outside-workspace', help: 'Accept sources outside the workspace.' },
            {
                name: 'on-missing-source',
                value: 'WHAT',
                choices: ['error', 'warn', 'ignore'],
                default: 'error',
                help: 'What to do when a source does not exist.',
            },
            {
                name: 'on-unreadable-file',
                value: 'WHAT',
                choices: ['error', 'warn', 'ignore'],
                default: 'error',
                help: 'What to do when files could not be read.',
            },
            { name: 'report', value: 'PATH', help: 'Write the full report as JSON to this file.' },
            { name: 'json', help: 'Print the full report as JSON.' },
        ],
        examples: ['KOPIA_PASSWORD=… cairn run --enable-actions', 'cairn run --repository /backup/repository --source ./data'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(791), __webpack_require__.e(364), __webpack_require__.e(198), __webpack_require__.e(546), __webpack_require__.e(333), __webpack_require__.e(673), __webpack_require__.e(322)]).then(__webpack_require__.bind(__webpack_require__, 3322))).run(context, input),
    },
    {
        path: ['validate'],
        isReader: true,
        summary: 'Check a policy file and its hook scripts; runs and writes nothing.',
        arguments: [{ name: 'policy-file', help: 'Policy file; default .github/cairn.yml in the workspace.' }],
        flags: [
            { name: 'strict', help: 'Treat warnings as errors.' },
            { name: 'strict-kopia', help: 'Treat everything that a Kopia policy cannot hold as an error.' },
            JSON_FLAG,
        ],
        examples: ['cairn validate --strict', 'cairn validate policies/backup.yml'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(546), __webpack_require__.e(399)]).then(__webpack_require__.bind(__webpack_require__, 3065))).validate(context, input),
    },
    {
        path: ['repository', 'create', 'filesystem'],
        summary: 'Create a repository in a folder and connect to it.',
        flags: [
            { name: 'block-hash', value: 'NAME', help: 'Hash that names contents; default HMAC-SHA256-128.' },
            { name: 'encryption', value: 'NAME', help: 'Cipher; default AES256-GCM-HMAC-SHA256.' },
            { name: 'object-splitter', value: 'NAME', help: 'How large files are cut; default DYNAMIC-4M-BUZHASH.' },
            {
                name: 'format-block-key-derivation-algorithm',
                value: 'NAME',
                help: 'How the key is derived from the password; default scrypt-65536-8-1.',
            },
            { name: 'create-only', short: 'c', isNegatable: true, help: 'Do not connect afterwards.' },
            ...CONNECT_FLAGS,
        ],
        examples: ['cairn repository create filesystem --path /backup/repository'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(791), __webpack_require__.e(364), __webpack_require__.e(389)]).then(__webpack_require__.bind(__webpack_require__, 6389))).repositoryCreate(context, input),
    },
    {
        path: ['repository', 'connect', 'filesystem'],
        summary: 'Connect to a repository in a folder.',
        flags: CONNECT_FLAGS,
        examples: ['cairn repository connect filesystem --path /backup/repository'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(791), __webpack_require__.e(364), __webpack_require__.e(389)]).then(__webpack_require__.bind(__webpack_require__, 6389))).repositoryConnect(context, input),
    },
    {
        path: ['repository', 'status'],
        isReader: true,
        summary: 'Show the connected repository.',
        flags: [JSON_FLAG],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(791), __webpack_require__.e(364), __webpack_require__.e(870)]).then(__webpack_require__.bind(__webpack_require__, 8870))).repositoryStatus(context, input),
    },
    {
        path: ['repository', 'disconnect'],
        summary: 'Forget the connection; the repository stays as it is.',
        flags: [],
        run: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(791), __webpack_require__.e(364), __webpack_require__.e(389)]).then(__webpack_require__.bind(__webpack_require__, 6389))).repositoryDisconnect(context),
    },
    {
        path: ['snapshot', 'create'],
        summary: 'Make snapshots of folders or files.',
        details: 'With the policies that are stored in the repository, as Kopia does. For the policy file of a workspace there is "cairn run".',
        arguments: [{ name: 'source', isRepeated: true, help: 'Folders or files.' }],
        flags: [
            { name: 'all', isNegatable: true, help: 'Snapshot everything that this user has snapshotted on this machine before.' },
            { name: 'description', value: 'TEXT', help: 'Description of the snapshot.' },
            { name: 'tags', value: 'KEY:VALUE', isRepeated: true, help: 'Tag of the snapshot.' },
            { name: 'pin', value: 'NAME', isRepeated: true, help: 'Pin: retention never removes the snapshot.' },
            { name: 'override-source', value: 'SOURCE', help: 'Record the snapshot as user@host:/path instead.' },
            { name: 'start-time', value: 'TIME', help: 'Time to record as the start, RFC 3339 or "2026-01-31 15:04:05 UTC".' },
            { name: 'end-time', value: 'TIME', help: 'Time to record as the end.' },
            { name: 'force-hash', value: 'PERCENT', help: 'Read this share of the files again although they look unchanged.' },
            { name: 'parallel', value: 'N', help: 'How many files to read at a time.' },
            { name: 'force-enable-actions', help: 'Run hooks although the connection does not allow them.' },
            { name: 'force-disable-actions', help: 'Run no hooks.' },
            JSON_FLAG,
        ],
        examples: ['cairn snapshot create ./data', 'cairn snapshot create ./data --tags release:1.4'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(791), __webpack_require__.e(364), __webpack_require__.e(198), __webpack_require__.e(546), __webpack_require__.e(333), __webpack_require__.e(673), __webpack_require__.e(996)]).then(__webpack_require__.bind(__webpack_require__, 7996))).snapshotCreate(context, input),
    },
    {
        path: ['snapshot', 'list'],
        isReader: true,
        aliases: ['ls'],
        summary: 'List snapshots.',
        arguments: [{ name: 'source', help: 'Folder or file whose history to show.' }],
        flags: [
            { name: 'incomplete', short: 'i', isNegatable: true, help: 'Include incomplete snapshots.' },
            { name: 'human-readable', isNegatable: true, default: true, help: 'Sizes with units.' },
            { name: 'delta', short: 'd', isNegatable: true, help: 'Show by how much each snapshot is larger.' },
            { name: 'manifest-id', short: 'm', isNegatable: true, help: 'Show snapshot IDs.' },
            { name: 'retention', isNegatable: true, default: true, help: 'Show why a snapshot is kept.' },
            { name: 'mtime', isNegatable: true, help: 'Show the time of the root.' },
            { name: 'owner', isNegatable: true, help: 'Show the owner of the root.' },
            { name: 'show-identical', short: 'l', isNegatable: true, help: 'Show every one of several identical snapshots.' },
            { name: 'reverse', isNegatable: true, help: 'Newest first.' },
            { name: 'all', short: 'a', isNegatable: true, help: 'Show the snapshots of all users and hosts.' },
            { name: 'max-results', short: 'n', value: 'N', help: 'At most this many of each source, the newest.' },
            { name: 'tags', value: 'KEY:VALUE', isRepeated: true, help: 'Only snapshots with this tag.' },
            JSON_FLAG,
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(791), __webpack_require__.e(364), __webpack_require__.e(198), __webpack_require__.e(333), __webpack_require__.e(517)]).then(__webpack_require__.bind(__webpack_require__, 7517))).snapshotList(context, input),
    },
    {
        path: ['snapshot', 'restore'],
        summary: 'The same as "restore".',
        details: RESTORE_DETAILS,
        arguments: RESTORE_ARGUMENTS,
        flags: RESTORE_FLAGS,
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(791), __webpack_require__.e(364), __webpack_require__.e(198), __webpack_require__.e(807)]).then(__webpack_require__.bind(__webpack_require__, 7807))).restore(context, input),
    },
    {
        path: ['restore'],
        summary: 'Restore a snapshot, or a folder or file of one.',
        details: RESTORE_DETAILS,
        arguments: RESTORE_ARGUMENTS,
        flags: RESTORE_FLAGS,
        examples: [
            'cairn restore 57d34b46783c258594ad46325708b191 restored',
            'cairn restore 57d34b46783c258594ad46325708b191/docs restored-docs',
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(791), __webpack_require__.e(364), __webpack_require__.e(198), __webpack_require__.e(807)]).then(__webpack_require__.bind(__webpack_require__, 7807))).restore(context, input),
    },
    {
        path: ['list'],
        isReader: true,
        aliases: ['ls'],
        summary: 'List a folder of a snapshot.',
        arguments: [{ name: 'object-path', isRequired: true, help: 'Snapshot or object ID, with a path below it.' }],
        flags: [
            { name: 'long', short: 'l', isNegatable: true, help: 'Show mode, size, time and object ID.' },
            { name: 'human-readable', short: 'h', isNegatable: true, help: 'Sizes with units.' },
            { name: 'recursive', short: 'r', isNegatable: true, help: 'With everything below.' },
            { name: 'show-object-id', short: 'o', isNegatable: true, help: 'Show object IDs.' },
            { name: 'error-summary', isNegatable: true, default: true, help: 'Say what could not be read when the snapshot was made.' },
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(791), __webpack_require__.e(364), __webpack_require__.e(198), __webpack_require__.e(871)]).then(__webpack_require__.bind(__webpack_require__, 8871))).list(context, input),
    },
    {
        path: ['show'],
        isReader: true,
        aliases: ['cat'],
        summary: 'Print the bytes of a file or an object.',
        arguments: [{ name: 'object-path', isRequired: true, help: 'Snapshot or object ID, with a path below it.' }],
        flags: [],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(791), __webpack_require__.e(364), __webpack_require__.e(198), __webpack_require__.e(738)]).then(__webpack_require__.bind(__webpack_require__, 8738))).show(context, input),
    },
];

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(8179);
;// CONCATENATED MODULE: ./lib/cli/command-spec.js
/** Arguments and flags as given, read by name; a name that the table does not have is a defect and throws. */
class CommandInput {
    #arguments;
    #flags;
    constructor(args, flags) {
        this.#arguments = args;
        this.#flags = flags;
    }
    /** Value of a single argument. */
    argument(name) {
        const value = this.#arguments[name];
        return typeof value === 'string' ? value : undefined;
    }
    /** Values of a repeated argument. */
    arguments(name) {
        const value = this.#arguments[name];
        return Array.isArray(value) ? value : [];
    }
    /** Value of a flag that takes one. */
    text(name) {
        const value = this.#flags[name];
        return typeof value === 'string' ? value : undefined;
    }
    /** Values of a repeated flag. */
    list(name) {
        const value = this.#flags[name];
        return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    }
    /** Whether a switch is on. */
    isOn(name) {
        return this.#flags[name] === true;
    }
    /** A switch that has three states: on, off, not given. */
    choice(name) {
        const value = this.#flags[name];
        return typeof value === 'boolean' ? value : undefined;
    }
}

;// CONCATENATED MODULE: ./lib/cli/global-flags.js
const GLOBAL_FLAGS = [
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
        name: 'log-level',
        value: 'LEVEL',
        choices: ['debug', 'info', 'warning', 'error'],
        default: 'info',
        help: 'What is shown on the terminal.',
    },
    { name: 'verbose', help: 'The same as --log-level=debug.' },
];

;// CONCATENATED MODULE: ./lib/cli/program.js
/** The command table as a commander program: parsing, help and "did you mean". */




/**
 * Parses arguments (without `node` and the script).
 *
 * Errors: CAIRN_USAGE with commander's message, and the nearest name where there is one.
 */
async function parseCommandLine(table, argv, env, version) {
    let parsed;
    let text = '';
    const negatable = new Set([...GLOBAL_FLAGS, ...table.flatMap((spec) => spec.flags)].filter((flag) => flag.isNegatable).map((flag) => flag.name));
    const configure = (command) => command
        .exitOverride()
        .showSuggestionAfterError(true)
        .helpOption('--help', 'Show this help.')
        .configureHelp({ optionTerm: (option) => flagTerm(option, negatable) })
        .configureOutput({
        writeOut: (chunk) => {
            text += chunk;
        },
        writeErr: () => { },
    });
    const root = configure(new esm/* Command */.uB('cairn'))
        .description('Snapshots in a genuine Kopia repository, with hooks from a policy file.')
        .version(version, '--version', 'Show version and commit.')
        .helpCommand('help [command]', 'Show the help of a command.');
    for (const flag of GLOBAL_FLAGS)
        addFlag(root, flag, env);
    for (const spec of table) {
        const command = descend(root, spec, configure);
        for (const flag of spec.flags)
            addFlag(command, flag, env);
        for (const argument of spec.arguments ?? []) {
            const name = argument.isRepeated ? `${argument.name}...` : argument.name;
            command.addArgument(new esm/* Argument */.ef(argument.isRequired ? `<${name}>` : `[${name}]`, argument.help));
        }
        for (const flag of GLOBAL_FLAGS)
            addFlag(command, flag, env, true);
        const examples = spec.examples === undefined ? '' : `\nExamples:\n${spec.examples.map((line) => `  $ ${line}`).join('\n')}\n`;
        command.addHelpText('after', `${examples}\nFlags that every command takes: cairn --help`);
        command.action((...received) => {
            const names = spec.arguments ?? [];
            const values = Object.fromEntries(names.map((argument, index) => [argument.name, readArgument(received[index])]));
            parsed = {
                kind: 'command',
                spec,
                input: new CommandInput(values, readFlags(command, spec.flags)),
                globals: new CommandInput({}, { ...readFlags(root, GLOBAL_FLAGS), ...givenFlags(command, GLOBAL_FLAGS) }),
            };
        });
    }
    // `help snapshot list` is `snapshot list --help`, at every depth.
    const asked = argv[0] === 'help' ? argv.slice(1) : [];
    const isKnown = asked.length > 0 && nearestCommand(root, asked).depth === asked.length;
    const words = asked.length === 0 ? [...argv] : isKnown ? [...asked, '--help'] : asked;
    try {
        await root.parseAsync(words, { from: 'user' });
    }
    catch (error) {
        if (!(error instanceof esm/* CommanderError */.b7))
            throw error;
        if (error.exitCode === 0)
            return { kind: 'text', text };
        const named = nearestCommand(root, argv).command;
        if (error.code === 'commander.help')
            return usage('A command is missing.', named);
        return usage(error.message.replace(/^error: /, ''), named);
    }
    return parsed ?? usage('A command is missing.', root);
}
/** The deepest command that the words name, for the hint; values of flags in front of it may hide it, then it is a group or the root. */
function nearestCommand(root, argv) {
    let at = root;
    let depth = 0;
    for (const word of argv) {
        if (word.startsWith('-'))
            continue;
        const next = at.commands.find((command) => command.name() === word || command.aliases().includes(word));
        if (next === undefined)
            break;
        at = next;
        depth++;
    }
    return { command: at, depth };
}
function usage(message, command) {
    const [first = '', ...rest] = message.split('\n');
    const suggestion = rest.join(' ').replace(/^\((.*)\)$/, '$1');
    const sentence = first.charAt(0).toUpperCase() + first.slice(1);
    const unknown = /^unknown command '(.*)'$/.exec(first)?.[1];
    throw new errors/* CairnError */.eb('CAIRN_USAGE', sentence.endsWith('.') ? sentence : `${sentence}.`, {
        hint: (unknown === undefined ? undefined : kopiaHint(unknown)) ?? (suggestion === '' ? helpHint(command) : suggestion),
    });
}
/** For what only Kopia has: it works on the same repository. */
function kopiaHint(word) {
    if (KOPIA_STORES.has(word))
        return 'This version stores in folders only: "filesystem --path FOLDER".';
    return KOPIA_COMMANDS.has(word)
        ? 'Cairn does not have it. Stock "kopia" does it with the same repository and the same connection file.'
        : undefined;
}
const KOPIA_STORES = new Set(['s3', 'azure', 'gcs', 'gdrive', 'b2', 'rclone', 'sftp', 'webdav']);
const KOPIA_COMMANDS = new Set([
    ...[
        'benchmark',
        'blob',
        'cache',
        'content',
        'diff',
        'index',
        'logs',
        'maintenance',
        'manifest',
        'mount',
        'notification',
        'policy',
        'server',
        'user',
    ],
    ...['change-password', 'repair', 'set-client', 'set-parameters', 'sync-to', 'throttle', 'upgrade', 'validate-provider'],
    ...['copy-history', 'delete', 'estimate', 'expire', 'fix', 'migrate', 'move-history', 'pin', 'verify'],
]);
/** Where to read on: a group names its commands. */
function helpHint(command) {
    const words = [];
    for (let at = command; at !== null; at = at.parent)
        words.unshift(at.name());
    const below = command.commands.map((each) => each.name());
    return `${below.length === 0 ? '' : `Commands: ${below.join(', ')}. `}Run "${words.join(' ')} --help".`;
}
/** Finds or makes the groups above a command, then the command itself. */
function descend(root, spec, configure) {
    let at = root;
    for (const [depth, word] of spec.path.entries()) {
        const known = at.commands.find((command) => command.name() === word);
        const next = known ?? configure(at.command(word));
        if (depth === spec.path.length - 1) {
            next.summary(spec.summary).description(spec.details === undefined ? spec.summary : `${spec.summary}\n\n${spec.details}`);
            for (const alias of spec.aliases ?? [])
                next.alias(alias);
        }
        else if (known === undefined) {
            const group = GROUPS[word];
            next.description(group?.summary ?? word);
            if (group?.alias !== undefined)
                next.alias(group.alias);
        }
        at = next;
    }
    return at;
}
/** Words that only hold commands, with Kopia's short forms. */
const GROUPS = {
    repository: { summary: 'Create, connect and look at repositories.', alias: 'repo' },
    create: { summary: 'Create a repository.' },
    connect: { summary: 'Connect to a repository.' },
    snapshot: { summary: 'Make, list and restore snapshots.', alias: 'snap' },
};
function addFlag(command, flag, env, isHidden = false) {
    const short = flag.short === undefined ? '' : `-${flag.short}, `;
    const option = new esm/* Option */.c$(`${short}--${flag.name}${flag.value === undefined ? '' : ` <${flag.value}>`}`, helpText(flag));
    if (flag.choices !== undefined)
        option.choices([...flag.choices]);
    if (flag.isRepeated)
        option.argParser((value, before) => [...(Array.isArray(before) ? before : []), value]);
    if (isHidden)
        option.hideHelp();
    const given = flag.env === undefined ? undefined : env[flag.env];
    if (!isHidden) {
        if (given !== undefined && given !== '')
            option.default(flag.value === undefined ? isTrue(given) : given);
        else if (flag.default === true)
            option.default(true, 'on');
        else if (flag.default !== undefined)
            option.default(flag.default, String(flag.default));
    }
    command.addOption(option);
    if (flag.isNegatable)
        command.addOption(new esm/* Option */.c$(`--no-${flag.name}`).hideHelp());
}
function helpText(flag) {
    return `${flag.help}${flag.env === undefined ? '' : ` ($${flag.env})`}`;
}
/** `-l, --[no-]long`, as Kopia writes switches that have both forms. */
function flagTerm(option, negatable) {
    const name = option.long?.slice(2) ?? '';
    return negatable.has(name) ? option.flags.replace(`--${name}`, `--[no-]${name}`) : option.flags;
}
function isTrue(text) {
    return /^(1|t|true|y|yes|on)$/i.test(text);
}
const camel = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
function readFlags(command, flags) {
    const values = command.opts();
    return Object.fromEntries(flags.map((flag) => {
        const value = values[camel(flag.name)];
        // A `--no-` option alone makes commander default the switch to true: what was not given stays undefined here.
        const isDefaulted = command.getOptionValueSource(camel(flag.name)) === 'default';
        return [flag.name, isDefaulted && flag.default === undefined && flag.env === undefined ? undefined : value];
    }));
}
/** Only the flags that were really typed at this command. */
function givenFlags(command, flags) {
    const values = command.opts();
    const typed = flags.filter((flag) => command.getOptionValueSource(camel(flag.name)) === 'cli');
    return Object.fromEntries(typed.map((flag) => [flag.name, values[camel(flag.name)]]));
}
function readArgument(value) {
    if (typeof value === 'string')
        return value;
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
;// CONCATENATED MODULE: ./lib/cli/progress.js

const TTY_INTERVAL_MS = 100;
const LINE_INTERVAL_MS = 30_000;
/** Shows progress on `output`. */
function terminalProgress(output, clock) {
    const intervalMs = output.isTty ? TTY_INTERVAL_MS : LINE_INTERVAL_MS;
    let phase = '';
    let expected;
    let startedMs = 0;
    let shownMs = 0;
    let isShown = false;
    const clear = () => {
        if (isShown)
            output.write('\r\u001b[2K');
        isShown = false;
    };
    return {
        start(name, total) {
            phase = name;
            expected = total;
            startedMs = clock.monotonicMs();
            shownMs = startedMs;
        },
        update(counters) {
            const now = clock.monotonicMs();
            if (now - shownMs < intervalMs)
                return;
            shownMs = now;
            const line = describe(phase, counters, expected, now - startedMs);
            if (output.isTty) {
                output.write(`\r\u001b[2K${line.slice(0, Math.max(20, output.columns() - 1))}`);
                isShown = true;
            }
            else
                output.write(`${line}\n`);
        },
        finish: clear,
        clear,
    };
}
function describe(phase, counters, expected, elapsedMs) {
    const share = expected === undefined || expected.bytes === 0 ? '' : `${Math.min(100, Math.floor((counters.bytes / expected.bytes) * 100))} %, `;
    const errors = counters.errors === 0 ? '' : `, ${(0,format/* formatCount */.B4)(counters.errors)} errors`;
    return `${phase}: ${share}${(0,format/* formatCount */.B4)(counters.files)} files, ${(0,format/* formatBytes */.z3)(counters.bytes)}; ${(0,format/* formatBytes */.z3)(counters.hashedBytes)} read, ${(0,format/* formatBytes */.z3)(counters.uploadedBytes)} uploaded${errors}, ${(0,format/* formatDuration */.a3)(elapsedMs)}`;
}

// EXTERNAL MODULE: external "node:readline/promises"
var promises_ = __webpack_require__(6848);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
;// CONCATENATED MODULE: ./lib/cli/prompt.js
/** Asks for a password on the terminal without showing what is typed. */



/** Reads one line from `input` after writing `question` to `output`; nothing typed is echoed. Errors: CAIRN_CANCELLED at Ctrl-C. */
async function promptHidden(question, input, output) {
    output.write(question);
    const silent = new external_node_stream_.Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = (0,promises_.createInterface)({ input, output: silent, terminal: true });
    try {
        return await new Promise((resolve, reject) => {
            // In raw mode Ctrl-C is a key and no signal; the end of the input counts as an empty answer.
            lines.once('SIGINT', () => reject((0,errors/* cancelled */.KW)()));
            lines.once('close', () => resolve(''));
            lines.question('').then(resolve, reject);
        });
    }
    finally {
        lines.close();
        output.write('\n');
    }
}

// EXTERNAL MODULE: ./lib/util/plain-text.js
var plain_text = __webpack_require__(1610);
;// CONCATENATED MODULE: ./lib/cli/terminal-log.js

const RANK = { debug: 0, info: 1, warning: 2, error: 3 };
const COLOURS = { debug: '90', notice: '36', warning: '33', error: '31' };
/** A logger for a terminal or a pipe. */
function terminalLog(options, mask) {
    const line = (level, word, message) => {
        if (RANK[level] < RANK[options.level])
            return;
        const label = word === undefined ? '' : options.hasColour ? `\u001b[${COLOURS[word]}m${word}\u001b[0m  ` : `${word}  `;
        options.beforeLine();
        options.write(`${label}${mask.apply(message
            .split(/([\n\t])/)
            .map(visibleLine)
            .join(''))}\n`);
    };
    return {
        debug: (message) => line('debug', 'debug', message),
        info: (message) => line('info', undefined, message),
        notice: (message) => line('info', 'notice', message),
        warning: (message) => line('warning', 'warning', message),
        error: (message) => line('error', 'error', message),
    };
}
/** A tab is harmless on a terminal, and programs print many. */
function visibleLine(part) {
    return part === '\n' || part === '\t' ? part : (0,plain_text/* visibleText */.Q)(part);
}
/** Output of hooks between a line with the title and what the hook says last; the lines are harmless and masked already. */
function hookSink(log) {
    return { openGroup: (title) => log.info(title), line: (text) => log.info(text), closeGroup: () => { } };
}

;// CONCATENATED MODULE: ./lib/cli/main.js
/** The command line: arguments in, one command run, exit code out. The only place here that touches the process. */













/** Runs the command line of `process` and leaves the exit code in `process.exitCode`. */
async function runCli(process, build, entryUrl) {
    const mask = new masks/* MaskSet */.P();
    for (const name of ['KOPIA_PASSWORD', 'CAIRN_PASSWORD'])
        if (process.env[name] !== undefined)
            mask.add(process.env[name].trim());
    let isReader = true;
    process.stdout.on('error', (error) => {
        if (error.code === 'EPIPE' && isReader)
            process.exit(0);
    });
    // A run goes on and saves its snapshots although nobody listens any more.
    process.stderr.on('error', () => { });
    let isJson = process.argv.includes('--json');
    let isVerbose = false;
    let command = '';
    const stop = new AbortController();
    let stopCode = 0;
    const onSignal = (signal) => {
        // The second signal does not wait for anything.
        if (stop.signal.aborted)
            process.exit(stopCode);
        stopCode = signal === 'SIGTERM' ? 143 : outcome/* EXIT_CODES */.ai.cancelled;
        stop.abort((0,errors/* cancelled */.KW)());
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
        process.on(signal, onSignal);
    try {
        const version = `cairn ${build.version} (commit ${build.commit})`;
        const parsed = await parseCommandLine(COMMANDS, process.argv.slice(2), process.env, version);
        if (parsed.kind === 'text') {
            process.stdout.write(parsed.text);
            return;
        }
        isJson = parsed.input.isOn('json');
        isReader = parsed.spec.isReader === true;
        command = parsed.spec.path.join(' ');
        const context = contextOf(process, parsed, build, entryUrl, mask, stop.signal);
        isVerbose = context.isVerbose;
        const code = await parsed.spec.run(context, parsed.input);
        process.exitCode = stop.signal.aborted && code !== 0 ? stopCode : code;
    }
    catch (error) {
        const code = (0,outcome/* exitCodeOf */.FO)(error);
        process.exitCode = code === outcome/* EXIT_CODES */.ai.cancelled && stopCode !== 0 ? stopCode : code;
        process.stderr.write(mask.apply(errorText(withHint(error, command), isJson, isVerbose, process.exitCode)));
    }
    finally {
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
            process.off(signal, onSignal);
    }
}
function contextOf(process, parsed, build, entryUrl, mask, signal) {
    const { globals } = parsed;
    const isVerbose = globals.isOn('verbose');
    const level = isVerbose ? 'debug' : toLevel(globals.text('log-level'));
    const isTty = process.stderr.isTTY === true;
    const write = (text) => void process.stderr.write(text);
    const progress = globals.choice('progress') === false || parsed.input.isOn('json') || level === 'error'
        ? { ...lib_log/* nullProgress */.B, clear: () => { } }
        : terminalProgress({ isTty, columns: () => process.stderr.columns ?? 80, write }, clock/* systemClock */.m);
    const env = { ...process.env };
    const hasColour = env['FORCE_COLOR'] !== undefined ? env['FORCE_COLOR'] !== '0' : isTty && !env['NO_COLOR'];
    const configFlag = globals.text('config-file');
    const home = (0,external_node_os_.homedir)();
    const log = terminalLog({ level, hasColour, beforeLine: progress.clear, write }, mask);
    return {
        env,
        cwd: process.cwd(),
        platform: process.platform,
        os: { userName: (0,external_node_os_.userInfo)().username, hostName: (0,external_node_os_.hostname)(), homeDirectory: home, temporaryDirectory: (0,external_node_os_.tmpdir)() },
        clock: clock/* systemClock */.m,
        random: random/* systemRandom */.v,
        log,
        progress,
        signal,
        version: build.version,
        entryUrl,
        promptPassword: process.stdin.isTTY ? (question) => promptHidden(question, process.stdin, process.stderr) : undefined,
        mask: (secret) => void mask.add(secret),
        masks: mask,
        hookSink: hookSink(log),
        group: { start: (title) => log.debug(title), end: () => { } },
        workers: undefined,
        print: (line) => {
            progress.clear();
            process.stdout.write(`${line}\n`);
        },
        write: (bytes) => new Promise((resolve, reject) => process.stdout.write(bytes, (error) => (error ? reject(error) : resolve()))),
        configPath: (0,config_path/* resolveConfigPath */.c6)(configFlag, { platform: process.platform, env, home, workingDirectory: process.cwd() }),
        isConfigPathGiven: configFlag !== undefined && configFlag !== '',
        passwordFlag: globals.text('password'),
        persistCredentials: globals.choice('persist-credentials') === true,
        isVerbose,
    };
}
function toLevel(text) {
    return text === 'debug' || text === 'warning' || text === 'error' ? text : 'info';
}
/** A mistake in arguments that needs no words of its own is explained by the help. */
function withHint(error, command) {
    if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_USAGE') || error.hint !== undefined || command === '')
        return error;
    return new errors/* CairnError */.eb(error.code, error.message, { hint: `Run "cairn ${command} --help".`, cause: error.cause });
}
function errorText(error, isJson, isVerbose, exitCode) {
    const { code, message, hint } = (0,outcome/* reportedError */.kF)(error);
    if (isJson)
        return `${JSON.stringify({ type: 'error', code, message, ...(hint === undefined ? {} : { hint }), exitCode })}\n`;
    const lines = [`${code}  ${message}`];
    if (hint !== undefined)
        lines.push(`hint  ${hint}`);
    if (isVerbose || !(error instanceof errors/* CairnError */.eb))
        lines.push(...causes(error));
    return `${lines.join('\n')}\n`;
}
/** The stack of an unknown error, or the chain of causes of a known one. */
function causes(error) {
    if (!(error instanceof errors/* CairnError */.eb))
        return error instanceof Error && error.stack !== undefined ? [error.stack] : [];
    const lines = [];
    for (let cause = error.cause; cause !== undefined && lines.length < 10; cause = cause instanceof Error ? cause.cause : undefined) {
        lines.push(`cause  ${(0,errors/* messageOf */.bD)(cause)}`);
    }
    return lines;
}


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   Og: () => (/* binding */ combineExitCodes),
/* harmony export */   ai: () => (/* binding */ EXIT_CODES),
/* harmony export */   kF: () => (/* binding */ reportedError),
/* harmony export */   sN: () => (/* binding */ combineStatus)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** How the results of a run add up: one status, one exit code (docs/errors.md, "Exit codes"). */

/** Exit code of each kind of failure. `cancelled` is 130; a face that saw SIGTERM says 143. */
const EXIT_CODES = {
    failed: 1,
    bug: 1,
    usage: 2,
    partial: 3,
    damage: 4,
    differences: 5,
    hook: 6,
    storage: 7,
    'no-repository': 10,
    busy: 11,
    password: 12,
    cancelled: 130,
};
/** Which of several exit codes a run reports: the first of these that occurred. */
const PRECEDENCE = [130, 2, 12, 10, 11, 4, 7, 6, 3, 1];
/** The exit code of several failures; 0 when there is none. */
function combineExitCodes(codes) {
    const seen = new Set(codes);
    return PRECEDENCE.find((code) => seen.has(code)) ?? 0;
}
const STATUS_PRECEDENCE = ['cancelled', 'failed', 'partial', 'created', 'unchanged', 'skipped'];
/** The status of a run from those of its sources; a run without sources has the given one. */
function combineStatus(statuses, whenEmpty) {
    return STATUS_PRECEDENCE.find((status) => statuses.includes(status)) ?? whenEmpty;
}
/** Exit code of anything that was thrown. */
function exitCodeOf(error) {
    return error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb ? EXIT_CODES[error.kind] : 1;
}
/** The reportable form of anything that was thrown; an unknown error is one of ours, and says so. */
function reportedError(error) {
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb) {
        return { code: error.code, message: error.message, ...(error.hint === undefined ? {} : { hint: error.hint }) };
    }
    return {
        code: 'CAIRN_INTERNAL',
        message: `Cairn met a condition it does not know: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`,
        hint: 'This is a defect of Cairn. Please report it with the output of the same command and --verbose.',
    };
}


/***/ }),

/***/ 452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KW: () => (/* binding */ cancelled),
/* harmony export */   OQ: () => (/* binding */ ERROR_CODES),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dZ: () => (/* binding */ throwIfCancelled),
/* harmony export */   eb: () => (/* binding */ CairnError),
/* harmony export */   qN: () => (/* binding */ isCairnError)
/* harmony export */ });
/**
 * Typed errors: every failure a user can meet has a stable code, a message, a hint and an exit code.
 *
 * The table is the single list of codes; `docs/errors.md` has one section for each of them and a test keeps the two equal.
 * Only the faces (`action/`, `cli/`) turn an error into text.
 */
/** Code -> kind. Keep it sorted by code within a block; each code has a section in docs/errors.md. */
const ERROR_CODES = {
    // our own mistakes
    CAIRN_INTERNAL: 'bug',
    // arguments, environment, policy file
    CAIRN_USAGE: 'usage',
    CAIRN_NODE_TOO_OLD: 'usage',
    CAIRN_NOT_SUPPORTED: 'usage',
    // snapshots, policies, the tree that is read
    CAIRN_DIRECTORY_DAMAGED: 'damage',
    CAIRN_IGNORE_RULE_INVALID: 'usage',
    CAIRN_POLICY_DAMAGED: 'damage',
    CAIRN_SNAPSHOT_DAMAGED: 'damage',
    CAIRN_SNAPSHOT_NOT_FOUND: 'usage',
    CAIRN_SOURCE_MISSING: 'failed',
    CAIRN_SOURCE_UNREADABLE: 'failed',
    CAIRN_TARGET_INVALID: 'usage',
    // commands: what was asked for, and where
    CAIRN_LOCATION_MISSING: 'usage',
    CAIRN_NOT_A_DIRECTORY: 'usage',
    CAIRN_PASSWORD_MISMATCH: 'usage',
    CAIRN_PASSWORD_MISSING: 'password',
    CAIRN_REPORT_UNWRITABLE: 'failed',
    CAIRN_SOURCE_DUPLICATE: 'usage',
    CAIRN_SOURCE_OUTSIDE: 'usage',
    // commands: how a run ended
    CAIRN_HOOKS_CHANGED: 'hook',
    CAIRN_SNAPSHOT_PARTIAL: 'partial',
    // cancelling
    CAIRN_CANCELLED: 'cancelled',
    // repository: format, keys, algorithms
    CAIRN_CONTENT_DAMAGED: 'damage',
    CAIRN_FORMAT_DAMAGED: 'damage',
    CAIRN_FORMAT_UNSUPPORTED: 'failed',
    CAIRN_PASSWORD_EMPTY: 'usage',
    CAIRN_PASSWORD_WRONG: 'password',
    CAIRN_REPOSITORY_LOCKED: 'busy',
    // blob storage, locations, the client's config file
    CAIRN_BLOB_EXISTS: 'failed',
    CAIRN_BLOB_ID_INVALID: 'damage',
    CAIRN_BLOB_NOT_FOUND: 'damage',
    CAIRN_BLOB_RANGE: 'damage',
    CAIRN_CONFIG_INVALID: 'usage',
    CAIRN_CONFIG_UNREADABLE: 'failed',
    CAIRN_CONFIG_UNWRITABLE: 'failed',
    CAIRN_LOCATION_INVALID: 'usage',
    CAIRN_LOCATION_SECRET: 'usage',
    CAIRN_NOT_CONNECTED: 'no-repository',
    CAIRN_PASSWORD_FILE_INVALID: 'password',
    CAIRN_STORAGE_EMPTY: 'no-repository',
    CAIRN_STORAGE_FORBIDDEN: 'storage',
    CAIRN_STORAGE_FOREIGN: 'no-repository',
    CAIRN_STORAGE_FULL: 'storage',
    CAIRN_STORAGE_IO: 'storage',
    CAIRN_STORAGE_READONLY: 'usage',
    CAIRN_STORAGE_ROOT_MISSING: 'no-repository',
    CAIRN_STORAGE_SHARDS_INVALID: 'damage',
    CAIRN_STORAGE_UNAVAILABLE: 'storage',
    // index, epochs, sessions
    CAIRN_INDEX_DAMAGED: 'damage',
    CAIRN_INDEX_UNSTABLE: 'storage',
    CAIRN_INDEX_WRITE_TOO_SLOW: 'storage',
    CAIRN_REPOSITORY_UPGRADED: 'failed',
    // contents, objects, files being read (the contract in repo/api.ts)
    CAIRN_CONTENT_MISSING: 'damage',
    CAIRN_FILE_CHANGED: 'failed',
    CAIRN_FILE_UNREADABLE: 'failed',
    CAIRN_FILE_VANISHED: 'failed',
    CAIRN_OBJECT_DAMAGED: 'damage',
    CAIRN_OBJECT_TOO_LARGE: 'damage',
    // trees: walking, uploading, restoring
    CAIRN_RESTORE_BAD_LINK: 'damage',
    CAIRN_RESTORE_DAMAGED: 'damage',
    CAIRN_RESTORE_DUPLICATE_NAME: 'damage',
    CAIRN_RESTORE_EXISTS: 'failed',
    CAIRN_RESTORE_INCOMPLETE: 'failed',
    CAIRN_RESTORE_SIZE_DIFFERS: 'damage',
    CAIRN_RESTORE_TARGET: 'failed',
    CAIRN_RESTORE_UNKNOWN_TYPE: 'damage',
    CAIRN_RESTORE_UNSAFE_NAME: 'damage',
    CAIRN_RESTORE_UNSAFE_TARGET: 'failed',
    CAIRN_RESTORE_WRITE_FAILED: 'failed',
    CAIRN_ENTRY_NOT_FOUND: 'usage',
    CAIRN_TREE_LOOP: 'damage',
    CAIRN_TREE_TOO_DEEP: 'damage',
    // hooks
    CAIRN_HOOK_COMMAND_FILE: 'hook',
    CAIRN_HOOK_FAILED: 'hook',
    CAIRN_HOOK_INTERPRETER_MISSING: 'hook',
    CAIRN_HOOK_KILLED: 'hook',
    CAIRN_HOOK_NOT_EXECUTABLE: 'hook',
    CAIRN_HOOK_NOT_STARTED: 'hook',
    CAIRN_HOOK_PROGRAM_MISSING: 'hook',
    CAIRN_HOOK_REDIRECT_MISSING: 'hook',
    CAIRN_HOOK_REQUIREMENT_MISSING: 'hook',
    CAIRN_HOOK_SECRET_REFUSED: 'hook',
    CAIRN_HOOK_TIMED_OUT: 'hook',
    CAIRN_STREAM_TOO_SMALL: 'hook',
    // blobs of packs, manifests, creating and opening
    CAIRN_BLOB_MISSING: 'damage',
    CAIRN_MANIFEST_DAMAGED: 'damage',
    CAIRN_OBJECT_ID_INVALID: 'usage',
    CAIRN_REPOSITORY_EXISTS: 'usage',
    CAIRN_REPOSITORY_MISSING: 'no-repository',
    CAIRN_REPOSITORY_READONLY: 'usage',
    // policy file, trust and consent
    CAIRN_HOOKS_NEED_CONSENT: 'usage',
    CAIRN_HOOKS_REFUSED_UNTRUSTED_EVENT: 'usage',
    CAIRN_POLICY_FILE_INVALID: 'usage',
    CAIRN_POLICY_FILE_MISSING: 'usage',
    CAIRN_POLICY_FILE_UNREADABLE: 'usage',
    CAIRN_REPOSITORY_HOOKS_REFUSED: 'usage',
};
/** An error that a user may see: `code` is stable API, `message` says what happened, `hint` what to do. */
class CairnError extends Error {
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = 'CairnError';
        this.code = code;
        this.hint = options.hint;
    }
    /** The kind of failure, from the table of codes. */
    get kind() {
        return ERROR_CODES[this.code];
    }
}
/** Whether `error` is a CairnError, of the given code when one is named. */
function isCairnError(error, code) {
    return error instanceof CairnError && (code === undefined || error.code === code);
}
/** Text of anything that was thrown, for use inside a message. */
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
/** Throws CAIRN_CANCELLED when `signal` has been aborted. */
function throwIfCancelled(signal) {
    if (signal?.aborted)
        throw cancelled();
}
/** The error of a run that was stopped by a signal. */
function cancelled() {
    return new CairnError('CAIRN_CANCELLED', 'The run was cancelled.', {
        hint: 'Snapshots saved earlier are untouched. Run the same command again to continue.',
    });
}


/***/ }),

/***/ 317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ derivedForms),
/* harmony export */   P: () => (/* binding */ MaskSet)
/* harmony export */ });
/** Values that must not be shown, in the forms in which they turn up in output. */
const SHORTEST = 4;
/** Longer values are masked by their lines only. */
const LONGEST = 16_384;
/** Secrets of a run; shared by everything that prints. */
class MaskSet {
    #values = new Set();
    #sorted;
    /** Adds a value and the forms derived from it; false when it is too short to be masked without ruining the log. */
    add(value) {
        const forms = derivedForms(value).filter((form) => form.length >= SHORTEST && form.length <= LONGEST);
        for (const form of forms)
            this.#values.add(form);
        if (forms.length > 0)
            this.#sorted = undefined;
        return forms.length > 0;
    }
    /** Length of the longest masked text, in UTF-16 units. */
    get longest() {
        return this.#ordered()[0]?.length ?? 0;
    }
    /** The text with every masked value replaced by `***`. */
    apply(text) {
        let masked = text;
        for (const value of this.#ordered())
            if (masked.includes(value))
                masked = masked.replaceAll(value, '***');
        return masked;
    }
    // Longest first: a value that contains another must be gone before its part is looked for.
    #ordered() {
        this.#sorted ??= [...this.#values].sort((a, b) => b.length - a.length);
        return this.#sorted;
    }
}
/** The value itself, its lines, and its usual encodings. */
function derivedForms(value) {
    const forms = new Set();
    const lines = value.split(/[\r\n]+/);
    for (const text of [value, ...lines]) {
        const trimmed = text.trim();
        if (trimmed.length < SHORTEST)
            continue;
        forms.add(text);
        forms.add(trimmed);
        forms.add(JSON.stringify(trimmed).slice(1, -1));
        forms.add(encodeQuietly(trimmed));
        const bytes = Buffer.from(trimmed);
        forms.add(bytes.toString('hex'));
        forms.add(bytes.toString('hex').toUpperCase());
        for (const encoded of base64Forms(bytes))
            forms.add(encoded);
    }
    return [...forms].filter((form) => !/[\r\n]/.test(form));
}
// Inside a longer text the base64 form depends on where the value starts; the characters that mix with neighbours are cut off.
function base64Forms(bytes) {
    const forms = [];
    for (const offset of [0, 1, 2]) {
        const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
        const cut = shifted.length % 3 === 0 ? shifted.length : shifted.length - (shifted.length % 3);
        const whole = Buffer.from(shifted.subarray(0, cut))
            .toString('base64')
            .slice(offset === 0 ? 0 : 4);
        // Short pieces would mask innocent text.
        if (whole.length < 8)
            continue;
        forms.push(whole, whole.replaceAll('+', '-').replaceAll('/', '_'));
    }
    return forms;
}
function encodeQuietly(text) {
    try {
        return encodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 7309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ nullProgress),
/* harmony export */   G: () => (/* binding */ nullLogger)
/* harmony export */ });
/** Where messages for people go. The faces implement it; the core only calls it. */
/** A logger that says nothing. */
const nullLogger = {
    debug: () => { },
    info: () => { },
    notice: () => { },
    warning: () => { },
    error: () => { },
};
/** A progress listener that shows nothing. */
const nullProgress = { start: () => { }, update: () => { }, finish: () => { } };


/***/ }),

/***/ 2170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V9: () => (/* binding */ defaultCaching),
/* harmony export */   c6: () => (/* binding */ resolveConfigPath)
/* harmony export */ });
/* unused harmony export configDirectory */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/** Where the config file and kopia's cache lie on each system (docs/repository-format.md, "Client configuration"). */


const FILE_NAME = 'repository.config';
/**
 * Absolute path of the config file: the one asked for, else KOPIA_CONFIG_PATH, else the default of the system.
 * A bare file name lies in the default directory, anything with a separator is a path.
 */
function resolveConfigPath(asked, user) {
    const path = pathOf(user);
    const given = asked || user.env['KOPIA_CONFIG_PATH'] || FILE_NAME;
    return path.basename(given) === given ? path.join(configDirectory(user), given) : path.resolve(user.workingDirectory, given);
}
/** kopia's directory for settings. */
function configDirectory(user) {
    const path = pathOf(user);
    const home = user.env['HOME'] || user.home;
    switch (user.platform) {
        case 'win32':
            return path.join(user.env['APPDATA'] || path.join(user.home, 'AppData', 'Roaming'), 'kopia');
        case 'darwin':
            return path.join(home, 'Library', 'Application Support', 'kopia');
        case 'openbsd':
            return path.join(home, '.config', 'kopia');
        default:
            return path.join(user.env['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'kopia');
    }
}
/**
 * The `caching` member of a new config file, so that kopia has its cache where it expects it when it uses the file.
 * The directory is named after the repository and the file, as kopia names it, and relative to the file.
 */
function defaultCaching(configPath, uniqueId, user) {
    const path = pathOf(user);
    const name = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(uniqueId).update(configPath).digest('hex').slice(0, 16);
    return {
        cacheDirectory: path.relative(path.dirname(configPath), path.join(userCacheDirectory(user), 'kopia', name)),
        maxCacheSize: 5_242_880_000,
        maxMetadataCacheSize: 5_242_880_000,
        maxListCacheDuration: 30,
    };
}
function userCacheDirectory(user) {
    const path = pathOf(user);
    const home = user.env['HOME'] || user.home;
    if (user.platform === 'win32')
        return user.env['LOCALAPPDATA'] || path.join(user.home, 'AppData', 'Local');
    if (user.platform === 'darwin')
        return path.join(home, 'Library', 'Caches');
    return user.env['XDG_CACHE_HOME'] || path.join(home, '.cache');
}
function pathOf(user) {
    return user.platform === 'win32' ? node_path__WEBPACK_IMPORTED_MODULE_1__.win32 : node_path__WEBPACK_IMPORTED_MODULE_1__.posix;
}


/***/ }),

/***/ 8394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/** Time by argument: the only file that asks the system for the time. */
const startNs = BigInt(Date.now()) * 1000000n - process.hrtime.bigint();
/** The real clock; nanoseconds come from the monotonic counter, anchored to the wall clock at start and re-anchored when they drift apart. */
const systemClock = {
    nowNs() {
        const wallNs = BigInt(Date.now()) * 1000000n;
        const fineNs = startNs + process.hrtime.bigint();
        const drift = fineNs - wallNs;
        return drift > -50000000n && drift < 50000000n ? fineNs : wallNs;
    },
    nowMs: () => Date.now(),
    monotonicMs: () => performance.now(),
    sleep(ms, signal) {
        return new Promise((resolve, reject) => {
            if (signal?.aborted)
                return reject(signal.reason);
            const onAbort = () => {
                clearTimeout(timer);
                reject(signal?.reason);
            };
            const timer = setTimeout(() => {
                signal?.removeEventListener('abort', onAbort);
                resolve();
            }, ms);
            signal?.addEventListener('abort', onAbort, { once: true });
        });
    },
};


/***/ }),

/***/ 4849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   T1: () => (/* binding */ formatShare),
/* harmony export */   VZ: () => (/* binding */ formatQuantity),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/** Numbers for people: the only place that formats sizes, counts, durations and times. */
const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'];
/** Decimal size with one digit after the point: `0 B`, `999 B`, `1.5 MB`, as Kopia prints by default. */
function formatBytes(bytes) {
    let value = bytes;
    let unit = 0;
    while (value >= 1000 && unit < UNITS.length - 1) {
        value /= 1000;
        unit++;
    }
    if (unit === 0)
        return `${value} B`;
    const rounded = value.toFixed(1);
    return `${rounded.endsWith('.0') ? rounded.slice(0, -2) : rounded} ${UNITS[unit]}`;
}
/** Whole number with separators: `1,204`. */
function formatCount(count) {
    return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
/** `1 file`, `2 files`, `1,204 files`; irregular plurals are given. */
function formatQuantity(count, singular, plural = `${singular}s`) {
    return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
/** `0.2 s`, `6.2 s`, `2 min 5 s`, `1 h 2 min`. */
function formatDuration(ms) {
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600)
        return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
    const minutes = Math.round(seconds / 60);
    return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
/** `98.7 %`; 100 % only when nothing is missing from it. */
function formatShare(part, whole) {
    if (whole === 0)
        return '100 %';
    const percent = (part / whole) * 100;
    if (part < whole && percent > 99.9)
        return '99.9 %';
    const text = percent.toFixed(1);
    return `${text.endsWith('.0') ? text.slice(0, -2) : text} %`;
}


/***/ }),

/***/ 1610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ visibleText)
/* harmony export */ });
/** Untrusted text (file names, output of programs) made harmless for one line of a terminal or a log. */
/** Control characters, and the characters that change the direction of text or hide. */
const UNSAFE = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/gu;
/** The text with every control and direction character written as `\u{…}`. */
function visibleText(text) {
    return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}


/***/ }),

/***/ 5073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ systemRandom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/** Randomness by argument, so that tests can fix the bytes that are written. */

/** The operating system's generator. */
const systemRandom = (length) => new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(length));


/***/ })

};

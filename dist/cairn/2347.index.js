export const id = 2347;
export const ids = [2347];
export const modules = {

/***/ 68526:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  L: () => (/* binding */ COMMANDS)
});

;// CONCATENATED MODULE: ./lib/cli/table/benchmark.js
const PRINT_OPTIONS = { name: 'print-options', help: 'Show how to choose each when a repository is created.' };
const PARALLEL = {
    name: 'parallel',
    value: 'N',
    default: '1',
    isHidden: true,
    refusal: { why: 'it measures one thread; snapshots use as many as there are processors', allows: ['1'] },
    help: 'Refused but for 1: one thread is measured.',
};
const DEPRECATED = {
    name: 'deprecated',
    isHidden: true,
    help: 'Nothing to add here: no deprecated algorithm is left. Taken for scripts written for Kopia.',
};
function workFlags(blockSize, repeat) {
    return [
        { name: 'block-size', value: 'SIZE', default: blockSize, help: 'How much is worked on at a time.' },
        { name: 'repeat', value: 'N', default: repeat, help: 'How often.' },
        PARALLEL,
        PRINT_OPTIONS,
    ];
}
const BENCHMARK_COMMANDS = [
    {
        path: ['benchmark', 'compression'],
        summary: 'Measure compressors with bytes of a file.',
        details: 'Memory is not measured: those columns are empty.',
        flags: [
            { name: 'repeat', value: 'N', default: '0', help: 'How often; 0 for about 128 MB in all.' },
            { name: 'data-file', value: 'PATH', help: 'File whose first bytes, at most 128 MB, are compressed. Required.' },
            { name: 'by-size', help: 'The smallest result first, instead of the fastest.' },
            {
                name: 'by-alloc',
                isHidden: true,
                refusal: { why: 'its runtime does not count allocations' },
                help: 'Refused: allocations are not counted.',
            },
            PARALLEL,
            { name: 'operations', value: 'WHICH', choices: ['compress', 'decompress', 'both'], default: 'both', help: 'What is measured.' },
            { name: 'verify-stable', help: 'Say when a compressor gives other bytes for the same input.' },
            PRINT_OPTIONS,
            { name: 'deprecated', help: 'Measure what Kopia calls deprecated as well.' },
            { name: 'algorithms', value: 'NAMES', help: 'Only those whose names begin with one of these, with commas between them.' },
        ],
        examples: ['cairn benchmark compression --data-file=build.log --algorithms=zstd,s2'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(7727)]).then(__webpack_require__.bind(__webpack_require__, 17727))).benchmarkCompressors(context, input),
    },
    {
        path: ['benchmark', 'crypto'],
        summary: 'Measure hashing and encrypting together.',
        flags: [...workFlags('1MB', '100'), DEPRECATED],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(3228)]).then(__webpack_require__.bind(__webpack_require__, 33228))).benchmarkHashAndEncryption(context, input),
    },
    {
        path: ['benchmark', 'splitter'],
        summary: 'Measure splitters, and how long the pieces get.',
        flags: [
            { name: 'rand-seed', value: 'N', default: '42', help: 'Other bytes for another number; not the bytes that Kopia takes for it.' },
            { name: 'data-size', value: 'SIZE', default: '32MB', help: 'Length of a block.' },
            { name: 'block-count', value: 'N', default: '16', help: 'Blocks to split.' },
            PRINT_OPTIONS,
            PARALLEL,
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(3228)]).then(__webpack_require__.bind(__webpack_require__, 33228))).benchmarkSplitter(context, input),
    },
    {
        path: ['benchmark', 'hashing'],
        aliases: ['hash'],
        summary: 'Measure content hashes.',
        flags: workFlags('1MB', '100'),
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(3228)]).then(__webpack_require__.bind(__webpack_require__, 33228))).benchmarkHashing(context, input),
    },
    {
        path: ['benchmark', 'encryption'],
        summary: 'Measure content encryptions.',
        flags: [...workFlags('1MB', '1000'), DEPRECATED],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(3228)]).then(__webpack_require__.bind(__webpack_require__, 33228))).benchmarkEncryption(context, input),
    },
    {
        path: ['benchmark', 'ecc'],
        summary: 'Measure error correction.',
        flags: workFlags('10MB', '100'),
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(3228)]).then(__webpack_require__.bind(__webpack_require__, 33228))).benchmarkEcc(context, input),
    },
];

// EXTERNAL MODULE: ./lib/cli/completion/shells.js
var shells = __webpack_require__(18750);
;// CONCATENATED MODULE: ./lib/cli/table/common.js
const JSON_FLAG = { name: 'json', help: 'Print the result as JSON.' };
const JSON_INDENT_FLAG = {
    name: 'json-indent',
    isNegatable: true,
    isHidden: true,
    help: 'With --json: a line for each member.',
};
/** Kopia's flags of commands whose JSON has no part that is left out. */
const JSON_FLAGS = [
    JSON_FLAG,
    JSON_INDENT_FLAG,
    { name: 'json-verbose', isHidden: true, help: 'Nothing to add here: the JSON is complete. Taken for scripts written for Kopia.' },
];

;// CONCATENATED MODULE: ./lib/cli/table/connect-flags.js
/** How fast a storage is used. */
const SPEED_FLAGS = [
    { name: 'max-download-speed', value: 'BYTES', help: 'Read no more than so many bytes in a second.' },
    { name: 'max-upload-speed', value: 'BYTES', help: 'Write no more than so many bytes in a second.' },
];
/** A folder as the storage. */
const FILESYSTEM_FLAGS = [
    { name: 'path', value: 'PATH', help: 'Folder of the repository.' },
    { name: 'owner-uid', value: 'UID', help: 'User ID that owns new files.' },
    { name: 'owner-gid', value: 'GID', help: 'Group ID that owns new files.' },
    { name: 'file-mode', value: 'MODE', help: 'Mode of new files, octal (0600).' },
    { name: 'dir-mode', value: 'MODE', help: 'Mode of new folders, octal (0700).' },
    { name: 'flat', isNegatable: true, help: 'Keep all blobs in one folder.' },
    {
        name: 'list-parallelism',
        value: 'N',
        isHidden: true,
        refusal: { why: 'it always lists eight folders at a time', allows: ['0', '8'] },
        help: 'Refused but for 8: eight folders are always listed at a time.',
    },
    ...SPEED_FLAGS,
];
/** The storage of another connection file, or the one that a token names. */
const FROM_CONFIG_FLAGS = [
    { name: 'file', value: 'PATH', help: 'Take the storage of this connection file.' },
    { name: 'token', value: 'TOKEN', help: 'Token of "repository status --reconnect-token".' },
    { name: 'token-file', value: 'PATH', help: 'File that holds the token.' },
    { name: 'token-stdin', help: 'Read the token from standard input.' },
];
/** Sizes and times of Kopia's cache; Cairn keeps them in the connection file for Kopia. */
const CACHE_FLAGS = [
    { name: 'content-cache-size-mb', value: 'MB', help: "Size of Kopia's cache of file data." },
    { name: 'content-cache-size-limit-mb', value: 'MB', help: 'The most it may grow to.' },
    { name: 'content-min-sweep-age', value: 'DURATION', help: 'Age from which file data may be dropped from it.' },
    { name: 'metadata-cache-size-mb', value: 'MB', help: "Size of Kopia's cache of folders and manifests." },
    { name: 'metadata-cache-size-limit-mb', value: 'MB', help: 'The most it may grow to.' },
    { name: 'metadata-min-sweep-age', value: 'DURATION', help: 'Age from which folders and manifests may be dropped from it.' },
    { name: 'index-min-sweep-age', value: 'DURATION', help: 'Age from which indexes may be dropped from it.' },
    { name: 'max-list-cache-duration', value: 'DURATION', help: 'How long Kopia trusts a listing.' },
];
/** What a new connection is told about the client. */
const CONNECTION_FLAGS = [
    { name: 'override-username', value: 'USER', help: 'User name to record instead of that of the machine.' },
    { name: 'override-hostname', value: 'HOST', help: 'Host name to record instead of that of the machine.' },
    { name: 'description', value: 'TEXT', help: 'Description of the connection.' },
    { name: 'enable-actions', isNegatable: true, help: 'Let snapshots run hooks.' },
    { name: 'readonly', isNegatable: true, help: 'Never write to the repository through this connection.' },
    {
        name: 'permissive-cache-loading',
        isHidden: true,
        help: 'Let Kopia read although index blobs are damaged, as Cairn always does when it only reads.',
    },
    {
        name: 'check-for-updates',
        isNegatable: true,
        env: 'KOPIA_CHECK_FOR_UPDATES',
        help: 'Cairn never looks for updates, and says so when asked to. Taken for scripts written for Kopia.',
    },
    { name: 'cache-directory', value: 'PATH', env: 'KOPIA_CACHE_DIRECTORY', help: 'Where Kopia keeps its cache.' },
    ...CACHE_FLAGS,
    { name: 'repository-format-cache-duration', value: 'DURATION', help: 'How long Kopia trusts its copy of the format blob; default 15m.' },
    { name: 'disable-repository-format-cache', help: 'Let Kopia keep no copy of the format blob.' },
];

;// CONCATENATED MODULE: ./lib/cli/table/client.js



const limit = (name, help) => ({ name, value: 'LIMIT', help });
const CLIENT_COMMANDS = [
    {
        path: ['repository', 'throttle', 'get'],
        isReader: true,
        summary: 'Show the limits of speed of this connection.',
        flags: JSON_FLAGS,
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(1659)]).then(__webpack_require__.bind(__webpack_require__, 51659))).throttleGet(context, input),
    },
    {
        path: ['repository', 'throttle', 'set'],
        summary: 'Set limits of speed for this connection.',
        details: 'A limit is a number, or "unlimited". Limits stand in the connection file; the next command keeps to them.',
        flags: [
            limit('download-bytes-per-second', 'Bytes to read in a second.'),
            limit('upload-bytes-per-second', 'Bytes to write in a second.'),
            limit('read-requests-per-second', 'Blobs to read in a second.'),
            limit('write-requests-per-second', 'Blobs to write in a second.'),
            limit('list-requests-per-second', 'Listings in a second.'),
            limit('concurrent-reads', 'Blobs to read at a time.'),
            limit('concurrent-writes', 'Blobs to write at a time.'),
        ],
        examples: [
            'cairn repository throttle set --upload-bytes-per-second 5000000',
            'cairn repository throttle set --concurrent-reads unlimited',
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(1659)]).then(__webpack_require__.bind(__webpack_require__, 51659))).throttleSet(context, input),
    },
    {
        path: ['cache', 'info'],
        isReader: true,
        summary: 'Show what Kopia and Cairn keep on this machine.',
        details: "The lines of the result are Kopia's cache for this connection; a message tells what Cairn keeps of the same repository.",
        flags: [{ name: 'path', help: 'Only print where it is.' }],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(1917)]).then(__webpack_require__.bind(__webpack_require__, 31917))).cacheInfo(context, input),
    },
    {
        path: ['cache', 'set'],
        summary: "Change the settings of Kopia's cache for this connection.",
        flags: [...CACHE_FLAGS, { name: 'cache-directory', value: 'PATH', help: 'Where Kopia keeps its cache.' }],
        examples: ['cairn cache set --content-cache-size-mb 2000'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(1917)]).then(__webpack_require__.bind(__webpack_require__, 31917))).cacheSet(context, input),
    },
    {
        path: ['cache', 'clear'],
        summary: 'Empty what Kopia and Cairn keep of the repository on this machine.',
        flags: [
            {
                name: 'partial',
                value: 'PART',
                choices: ['contents', 'indexes', 'metadata', 'own-writes', 'blob-list'],
                help: 'Empty only this part.',
            },
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(1917)]).then(__webpack_require__.bind(__webpack_require__, 31917))).cacheClear(context, input),
    },
    {
        path: ['completion'],
        isReader: true,
        summary: 'Print the completion script of a shell.',
        arguments: [{ name: 'shell', isRequired: true, choices: shells/* SHELLS */.O, help: `One of ${shells/* SHELLS */.O.join(', ')}.` }],
        flags: [],
        examples: [
            'source <(cairn completion bash)',
            'cairn completion zsh > ~/.zfunc/_cairn',
            'cairn completion fish > ~/.config/fish/completions/cairn.fish',
            'cairn completion powershell | Out-String | Invoke-Expression',
        ],
        run: async (context, input) => (await __webpack_require__.e(/* import() */ 1).then(__webpack_require__.bind(__webpack_require__, 60001))).completion(context, input),
    },
];

;// CONCATENATED MODULE: ./lib/cli/table/inspect.js

const RANGE_FLAGS = [
    { name: 'prefix', value: 'PREFIX', help: 'Only contents whose ID begins with this.' },
    { name: 'prefixed', isNegatable: true, help: 'Only contents whose ID has a prefix letter.' },
    { name: 'non-prefixed', isNegatable: true, help: 'Only contents whose ID has no prefix letter.' },
];
const LOG_FLAGS = [
    { name: 'all', isNegatable: true, help: 'All logs.' },
    { name: 'latest', short: 'n', value: 'N', help: 'The last N logs.' },
    { name: 'younger-than', value: 'DURATION', help: 'Logs younger than this, such as 1h.' },
    { name: 'older-than', value: 'DURATION', help: 'Logs older than this.' },
];
const DANGEROUS = 'Can damage the repository: it runs only with --dangerous-commands=enabled.';
function many(name, help, isRequired = true) {
    return [{ name, isRequired, isRepeated: true, help }];
}
const SAFETY_FLAG = {
    name: 'safety',
    value: 'LEVEL',
    choices: ['full', 'none'],
    default: 'full',
    help: 'none leaves out the waiting times: only while no other client uses the repository.',
};
const BLOB_COMMANDS = [
    {
        path: ['blob', 'list'],
        opensRepository: true,
        isReader: true,
        aliases: ['ls'],
        summary: 'List the blobs of the repository.',
        flags: [
            { name: 'prefix', value: 'PREFIX', help: 'Only blobs whose name begins with this.' },
            { name: 'exclude-prefix', value: 'PREFIX', isRepeated: true, help: 'No blobs whose name begins with this.' },
            { name: 'min-size', value: 'BYTES', help: 'Only blobs of at least this size.' },
            { name: 'max-size', value: 'BYTES', help: 'Only blobs of at most this size.' },
            { name: 'data-only', isNegatable: true, help: 'No indexes, logs, and blobs that describe the repository.' },
            ...JSON_FLAGS,
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(7409)]).then(__webpack_require__.bind(__webpack_require__, 17409))).blobList(context, input),
    },
    {
        path: ['blob', 'show'],
        opensRepository: true,
        isReader: true,
        aliases: ['cat'],
        summary: 'Print the bytes of blobs.',
        arguments: many('blobID', 'Names of blobs.'),
        flags: [{ name: 'decrypt', isNegatable: true, help: 'Decrypt logs and legacy indexes.' }],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(4012)]).then(__webpack_require__.bind(__webpack_require__, 4012))).blobShow(context, input),
    },
    {
        path: ['blob', 'stats'],
        opensRepository: true,
        isReader: true,
        summary: 'Count blobs by size.',
        flags: [
            { name: 'raw', short: 'r', isNegatable: true, help: 'Sizes in bytes.' },
            { name: 'prefix', value: 'PREFIX', help: 'Only blobs whose name begins with this.' },
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(8154)]).then(__webpack_require__.bind(__webpack_require__, 98154))).blobStats(context, input),
    },
    {
        path: ['blob', 'delete'],
        aliases: ['remove', 'rm'],
        summary: 'Delete blobs by name.',
        details: DANGEROUS,
        arguments: many('blobIDs', 'Names of blobs.'),
        flags: [],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(5110)]).then(__webpack_require__.bind(__webpack_require__, 55110))).blobDelete(context, input),
    },
    {
        path: ['blob', 'gc'],
        summary: 'Find packs that nothing refers to, and delete them.',
        details: DANGEROUS,
        flags: [
            { name: 'delete', value: 'yes', help: 'Delete them; without it they are only counted.' },
            { name: 'parallel', value: 'N', default: '16', help: 'How finely listings of packs are divided.' },
            { name: 'prefix', value: 'PREFIX', help: 'Only blobs whose name begins with this.' },
            SAFETY_FLAG,
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(6116)]).then(__webpack_require__.bind(__webpack_require__, 46116))).blobGc(context, input),
    },
    {
        path: ['blob', 'shards', 'modify'],
        aliases: ['reshard'],
        summary: 'Move the blobs of a repository in a folder into other folders below it.',
        details: 'No other program may use the repository meanwhile. When it is interrupted, run it again with the same flags.',
        flags: [
            { name: 'i-am-sure-kopia-is-not-running', isNegatable: true, help: 'Confirm that nothing else uses the repository; required.' },
            { name: 'path', value: 'PATH', help: 'Folder of the repository; required.' },
            { name: 'default-shards', value: 'N1,N2', help: 'Lengths of the folder names, or "flat".' },
            { name: 'override', value: 'PREFIX=N1,N2', isRepeated: true, help: 'Other lengths for names that begin with the prefix.' },
            { name: 'remove-override', value: 'PREFIX', isRepeated: true, help: 'Remove the lengths of a prefix.' },
            { name: 'unsharded-length', value: 'N', help: 'Names up to this length lie in the root.' },
            { name: 'dry-run', isNegatable: true, help: 'Only say what would be moved.' },
        ],
        examples: ['cairn blob shards modify --i-am-sure-kopia-is-not-running --path /backup/repository --default-shards 1,3'],
        run: async (context, input) => (await __webpack_require__.e(/* import() */ 2447).then(__webpack_require__.bind(__webpack_require__, 62447))).blobShardsModify(context, input),
    },
];
const CONTENT_COMMANDS = [
    {
        path: ['content', 'list'],
        opensRepository: true,
        isReader: true,
        aliases: ['ls'],
        summary: 'List contents.',
        flags: [
            { name: 'long', short: 'l', isNegatable: true, help: 'Show sizes, time, pack and compression.' },
            { name: 'compression', short: 'c', isNegatable: true, help: 'Show what compression saves.' },
            { name: 'deleted', isNegatable: true, help: 'Deleted contents too.' },
            { name: 'deleted-only', isNegatable: true, help: 'Deleted contents only.' },
            { name: 'summary', short: 's', isNegatable: true, help: 'Add up count and size at the end.' },
            { name: 'human', short: 'h', isNegatable: true, help: 'Sizes with units.' },
            ...RANGE_FLAGS,
            ...JSON_FLAGS,
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(5351)]).then(__webpack_require__.bind(__webpack_require__, 5351))).contentList(context, input),
    },
    {
        path: ['content', 'show'],
        opensRepository: true,
        isReader: true,
        aliases: ['cat'],
        summary: 'Print the bytes of contents.',
        arguments: many('id', 'Content IDs.'),
        flags: [
            { name: 'json', short: 'j', isNegatable: true, help: 'Indent JSON.' },
            { name: 'unzip', short: 'z', isNegatable: true, help: 'Decompress a gzip stream.' },
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(5330)]).then(__webpack_require__.bind(__webpack_require__, 25330))).contentShow(context, input),
    },
    {
        path: ['content', 'stats'],
        opensRepository: true,
        isReader: true,
        summary: 'Count contents by size and compression.',
        flags: [{ name: 'raw', short: 'r', isNegatable: true, help: 'Sizes in bytes.' }, ...RANGE_FLAGS],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(1859)]).then(__webpack_require__.bind(__webpack_require__, 91859))).contentStatsVerb(context, input),
    },
    {
        path: ['content', 'verify'],
        opensRepository: true,
        isReader: true,
        summary: 'Check that every content lies in a pack that exists, and read some or all of them.',
        flags: [
            { name: 'parallel', value: 'N', default: '16', help: 'How many contents to read at a time.' },
            { name: 'full', isNegatable: true, help: 'Read every content.' },
            { name: 'include-deleted', isNegatable: true, help: 'Deleted contents too.' },
            { name: 'download-percent', value: 'PERCENT', help: 'Read this share of the contents, 0 to 100.' },
            { name: 'progress-interval', value: 'DURATION', default: '3s', help: 'How often to say how far it is.' },
            ...RANGE_FLAGS,
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(768)]).then(__webpack_require__.bind(__webpack_require__, 10768))).contentVerify(context, input),
    },
    {
        path: ['content', 'delete'],
        aliases: ['remove', 'rm'],
        summary: 'Mark contents as deleted.',
        details: DANGEROUS,
        arguments: many('id', 'Content IDs.'),
        flags: [],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2160)]).then(__webpack_require__.bind(__webpack_require__, 62160))).contentDelete(context, input),
    },
    {
        path: ['content', 'rewrite'],
        summary: 'Move contents to new packs.',
        details: DANGEROUS,
        arguments: many('contentID', 'Contents to move.', false),
        flags: [
            { name: 'parallelism', value: 'N', default: '16', help: 'How many contents to move at a time.' },
            { name: 'short', isNegatable: true, help: 'The contents of short packs.' },
            { name: 'format-version', value: 'N', default: '-1', help: 'The contents of this format version.' },
            { name: 'pack-prefix', value: 'PREFIX', help: 'Only contents of packs whose name begins with this.' },
            { name: 'dry-run', short: 'n', isNegatable: true, help: 'Only say what would be moved.' },
            ...RANGE_FLAGS,
            SAFETY_FLAG,
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(341)]).then(__webpack_require__.bind(__webpack_require__, 50341))).contentRewrite(context, input),
    },
];
const INDEX_COMMANDS = [
    {
        path: ['index', 'list'],
        opensRepository: true,
        isReader: true,
        aliases: ['ls'],
        summary: 'List index blobs.',
        flags: [
            { name: 'summary', isNegatable: true, help: 'Count them at the end.' },
            { name: 'superseded', isNegatable: true, help: 'Those that a compaction replaced too.' },
            { name: 'sort', value: 'ORDER', choices: ['time', 'size', 'name'], default: 'time', help: 'By what to sort.' },
            ...JSON_FLAGS,
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(1232)]).then(__webpack_require__.bind(__webpack_require__, 31232))).indexList(context, input),
    },
    {
        path: ['index', 'inspect'],
        opensRepository: true,
        isReader: true,
        summary: 'Print the entries of index blobs.',
        arguments: many('blobs', 'Names of index blobs.', false),
        flags: [
            { name: 'all', isNegatable: true, help: 'All index blobs, superseded ones too.' },
            { name: 'active', isNegatable: true, help: 'All index blobs that count.' },
            { name: 'content-id', value: 'ID', isRepeated: true, help: 'Only entries of this content.' },
            { name: 'parallel', value: 'N', default: '8', help: 'How many index blobs to read at a time.' },
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(420)]).then(__webpack_require__.bind(__webpack_require__, 20420))).indexInspect(context, input),
    },
    {
        path: ['index', 'epoch', 'list'],
        opensRepository: true,
        isReader: true,
        summary: 'Show the epochs of the index.',
        flags: [],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2990)]).then(__webpack_require__.bind(__webpack_require__, 52990))).indexEpochList(context, input),
    },
    {
        path: ['index', 'optimize'],
        summary: 'Put index blobs together, and forget contents that were deleted.',
        details: `${DANGEROUS}\nWith epochs, maintenance puts index blobs together: there, only --drop-deleted-older-than does something.`,
        flags: [
            { name: 'max-small-blobs', value: 'N', default: '1', help: 'Do nothing when there are fewer index blobs.' },
            { name: 'drop-deleted-older-than', value: 'DURATION', help: 'Forget contents that were deleted longer ago than this.' },
            { name: 'drop-contents', value: 'ID', isRepeated: true, help: 'Forget this content, although it is not deleted; not with epochs.' },
            { name: 'all', isNegatable: true, help: 'Large index blobs too.' },
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(4291)]).then(__webpack_require__.bind(__webpack_require__, 14291))).indexOptimize(context, input),
    },
    {
        path: ['index', 'recover'],
        summary: 'Rebuild the index from what packs say about themselves.',
        details: `${DANGEROUS}\nFor when index blobs were lost or damaged. Contents that were deleted but not erased come back.`,
        flags: [
            { name: 'blob-prefixes', value: 'PREFIX', isRepeated: true, help: 'Only packs whose name begins with this; default all packs.' },
            { name: 'blobs', value: 'NAME', isRepeated: true, help: 'Only these packs.' },
            { name: 'parallel', value: 'N', default: '1', help: 'How many packs to read at a time.' },
            { name: 'ignore-errors', isNegatable: true, help: 'Go on without packs that cannot be read.' },
            { name: 'delete-indexes', isNegatable: true, help: 'Delete the index blobs of format version 1 that are there.' },
            { name: 'commit', isNegatable: true, help: 'Write what was found; without it nothing is changed.' },
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(393)]).then(__webpack_require__.bind(__webpack_require__, 40393))).indexRecover(context, input),
    },
];
const MANIFEST_COMMANDS = [
    {
        path: ['manifest', 'list'],
        opensRepository: true,
        isReader: true,
        aliases: ['ls'],
        summary: 'List manifests: snapshots, policies and the like.',
        flags: [
            { name: 'filter', value: 'KEY:VALUE', isRepeated: true, help: 'Only manifests with this label.' },
            { name: 'sort', value: 'KEY', isRepeated: true, help: 'Label to sort by.' },
            ...JSON_FLAGS,
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(4620)]).then(__webpack_require__.bind(__webpack_require__, 34620))).manifestList(context, input),
    },
    {
        path: ['manifest', 'show'],
        opensRepository: true,
        isReader: true,
        summary: 'Print manifests with their labels.',
        arguments: many('item', 'Manifest IDs.'),
        flags: [],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(4626)]).then(__webpack_require__.bind(__webpack_require__, 44626))).manifestShow(context, input),
    },
    {
        path: ['manifest', 'delete'],
        aliases: ['remove', 'rm'],
        summary: 'Delete manifests.',
        details: DANGEROUS,
        arguments: many('item', 'Manifest IDs.'),
        flags: [],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(1552)]).then(__webpack_require__.bind(__webpack_require__, 1552))).manifestDelete(context, input),
    },
];
const SESSION_COMMANDS = [
    {
        path: ['session', 'list'],
        opensRepository: true,
        isReader: true,
        aliases: ['ls'],
        summary: 'List writers that have not committed yet.',
        flags: [],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(7958)]).then(__webpack_require__.bind(__webpack_require__, 57958))).sessionList(context, input),
    },
];
const LOGS_COMMANDS = [
    {
        path: ['logs', 'list'],
        opensRepository: true,
        isReader: true,
        aliases: ['ls'],
        summary: 'List the logs that kopia keeps in the repository.',
        flags: LOG_FLAGS,
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(5401)]).then(__webpack_require__.bind(__webpack_require__, 75401))).logsList(context, input),
    },
    {
        path: ['logs', 'show'],
        opensRepository: true,
        isReader: true,
        aliases: ['cat'],
        summary: 'Print logs of kopia; without flags the last one.',
        arguments: many('session-id', 'Log sessions.', false),
        flags: LOG_FLAGS,
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(6500)]).then(__webpack_require__.bind(__webpack_require__, 36500))).logsShow(context, input),
    },
    {
        path: ['logs', 'cleanup'],
        summary: 'Delete old logs of kopia.',
        flags: [
            { name: 'max-age', value: 'DURATION', default: '720h', help: 'Delete logs older than this; 0 is no limit.' },
            { name: 'max-count', value: 'N', default: '10000', help: 'Keep at most this many; 0 is no limit.' },
            { name: 'max-total-size-mb', value: 'MIB', default: '1024', help: 'Keep at most this much; 0 is no limit.' },
            { name: 'dry-run', isNegatable: true, help: 'Only count them.' },
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(9109)]).then(__webpack_require__.bind(__webpack_require__, 59109))).logsCleanup(context, input),
    },
];
const INSPECT_COMMANDS = [
    ...BLOB_COMMANDS,
    ...CONTENT_COMMANDS,
    ...INDEX_COMMANDS,
    ...MANIFEST_COMMANDS,
    ...SESSION_COMMANDS,
    ...LOGS_COMMANDS,
];

;// CONCATENATED MODULE: ./lib/cli/table/maintenance.js

const MAINTENANCE_COMMANDS = [
    {
        path: ['maintenance', 'info'],
        opensRepository: true,
        isReader: true,
        aliases: ['status'],
        summary: 'Show who maintains the repository, when, and what was done.',
        flags: JSON_FLAGS,
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(9498)]).then(__webpack_require__.bind(__webpack_require__, 59498))).showMaintenance(context, input),
    },
    {
        path: ['maintenance', 'run'],
        opensRepository: true,
        summary: 'Maintain the repository now.',
        details: 'Quick maintenance keeps the index small. Full maintenance also erases what no snapshot uses, which takes two runs at least 4 hours apart ' +
            'and a day. Other clients may go on writing meanwhile.',
        flags: [
            { name: 'full', isNegatable: true, help: 'Full maintenance.' },
            {
                name: 'safety',
                value: 'LEVEL',
                choices: ['full', 'none'],
                default: 'full',
                help: 'none erases at once: only while no other client uses the repository.',
            },
            { name: 'force', isNegatable: true, isHidden: true, help: 'Run although another client owns maintenance.' },
        ],
        examples: ['cairn maintenance run --full'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(8556)]).then(__webpack_require__.bind(__webpack_require__, 18556))).maintenanceRun(context, input),
    },
    {
        path: ['maintenance', 'set'],
        opensRepository: true,
        summary: 'Change who maintains the repository, and how.',
        flags: [
            { name: 'owner', value: 'USER@HOST', help: 'The client that maintains the repository; "me" for this one.' },
            { name: 'enable-quick', value: 'BOOL', isRepeated: true, help: 'Whether quick maintenance runs by itself.' },
            { name: 'enable-full', value: 'BOOL', isRepeated: true, help: 'Whether full maintenance runs by itself.' },
            { name: 'quick-interval', value: 'DURATION', help: 'Time between two runs of quick maintenance.' },
            { name: 'full-interval', value: 'DURATION', help: 'Time between two runs of full maintenance.' },
            { name: 'pause-quick', value: 'DURATION', help: 'No quick maintenance for this long.' },
            { name: 'pause-full', value: 'DURATION', help: 'No full maintenance for this long.' },
            { name: 'max-retained-log-count', value: 'N', help: 'How many logs to keep in the repository.' },
            { name: 'max-retained-log-age', value: 'DURATION', help: 'How long to keep logs.' },
            { name: 'max-retained-log-size-mb', value: 'MB', help: 'How much space logs may take, in MiB.' },
            { name: 'extend-object-locks', value: 'BOOL', isRepeated: true, help: 'Whether full maintenance extends the locks of blobs.' },
            { name: 'list-parallelism', value: 'N', help: 'How finely listings of packs are divided.' },
        ],
        examples: ['cairn maintenance set --owner=me', 'cairn maintenance set --full-interval=12h'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2595)]).then(__webpack_require__.bind(__webpack_require__, 92595))).maintenanceSet(context, input),
    },
];

;// CONCATENATED MODULE: ./lib/cli/table/objects.js
const OBJECTS_COMMANDS = [
    {
        path: ['list'],
        opensRepository: true,
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
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(8871)]).then(__webpack_require__.bind(__webpack_require__, 78871))).list(context, input),
    },
    {
        path: ['show'],
        opensRepository: true,
        isReader: true,
        aliases: ['cat'],
        summary: 'Print the bytes of a file or an object.',
        arguments: [{ name: 'object-path', isRequired: true, help: 'Snapshot or object ID, with a path below it.' }],
        flags: [],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(8738)]).then(__webpack_require__.bind(__webpack_require__, 28738))).show(context, input),
    },
];

// EXTERNAL MODULE: ./lib/commands/policy/set-table.js + 4 modules
var set_table = __webpack_require__(62923);
;// CONCATENATED MODULE: ./lib/cli/table/policy.js
/** Commands about policies stored in the repository. */


const TARGET = {
    name: 'target',
    isRepeated: true,
    help: '@host, user@host, user@host:/path, a local path, or the ID of a policy.',
};
const GLOBAL = { name: 'global', isNegatable: true, help: 'The policy that all others inherit from.' };
const POLICY_COMMANDS = [
    {
        path: ['policy', 'set'],
        opensRepository: true,
        summary: 'Change policies of the repository.',
        details: 'What is not set is inherited: from the paths above, then user@host, @host, the global policy and the defaults.',
        arguments: [TARGET],
        flags: [GLOBAL, ...set_table/* POLICY_SET_FLAGS */.C],
        examples: [
            'cairn policy set --global --compression zstd-fastest --keep-daily 14',
            'cairn policy set ./data --add-ignore "*.tmp" --keep-latest inherit',
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(534)]).then(__webpack_require__.bind(__webpack_require__, 20534))).policySet(context, input),
    },
    {
        path: ['policy', 'show'],
        opensRepository: true,
        aliases: ['get'],
        isReader: true,
        summary: 'Show what holds for a target, and where each value was set.',
        details: 'By the policies of the repository. "cairn plan" takes the policy file of a workspace in too.',
        arguments: [TARGET],
        flags: [GLOBAL, ...JSON_FLAGS],
        examples: ['cairn policy show --global', 'cairn policy show ./data'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2674)]).then(__webpack_require__.bind(__webpack_require__, 92674))).policyShow(context, input),
    },
    {
        path: ['policy', 'list'],
        opensRepository: true,
        aliases: ['ls'],
        isReader: true,
        summary: 'List the policies of the repository.',
        flags: JSON_FLAGS,
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2674)]).then(__webpack_require__.bind(__webpack_require__, 92674))).policyList(context, input),
    },
    {
        path: ['policy', 'delete'],
        opensRepository: true,
        aliases: ['remove', 'rm'],
        summary: 'Delete policies of the repository.',
        arguments: [TARGET],
        flags: [GLOBAL, { name: 'dry-run', short: 'n', isNegatable: true, help: 'Delete nothing.' }],
        examples: ['cairn policy delete ./data'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(534)]).then(__webpack_require__.bind(__webpack_require__, 20534))).policyDelete(context, input),
    },
    {
        path: ['policy', 'edit'],
        summary: 'Change policies of the repository in an editor.',
        details: 'The editor is the one of VISUAL or EDITOR, else vi or Notepad.',
        arguments: [TARGET],
        flags: [GLOBAL],
        examples: ['cairn policy edit ./data'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(679)]).then(__webpack_require__.bind(__webpack_require__, 30679))).policyEdit(context, input),
    },
    {
        path: ['policy', 'export'],
        isReader: true,
        summary: 'Export policies as JSON of Kopia, or as a policy file.',
        details: 'Without targets all of them. With --yaml and --overwrite a policy file that exists is changed only where it differs, and keeps its comments.',
        arguments: [TARGET],
        flags: [
            GLOBAL,
            { name: 'to-file', value: 'PATH', help: 'Write to this file in place of the terminal.' },
            { name: 'overwrite', isNegatable: true, help: 'Replace the file, or bring a policy file up to date.' },
            { name: 'yaml', help: 'Export as a policy file.' },
            {
                name: 'kopia',
                help: 'Export the policy file of the workspace, not the repository, as JSON of Kopia; what Kopia cannot hold is named.',
            },
            { name: 'policy-file', value: 'PATH', help: 'With --kopia: the policy file; default .github/cairn.yml in the workspace.' },
            { name: 'strict-kopia', help: 'With --kopia: what Kopia cannot hold is an error.' },
            { name: 'json-indent', isNegatable: true, isHidden: true, help: 'A line for each member.' },
        ],
        examples: ['cairn policy export --yaml --to-file .github/cairn.yml', 'cairn policy export --kopia | kopia policy import'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2318), __webpack_require__.e(332), __webpack_require__.e(4810)]).then(__webpack_require__.bind(__webpack_require__, 34810))).policyExport(context, input),
    },
    {
        path: ['policy', 'import'],
        summary: 'Import policies from JSON of Kopia or from a policy file.',
        details: 'Without a file from standard input. A first argument that ends in .yml or .yaml is the file; other arguments limit the import to those targets.',
        arguments: [TARGET],
        flags: [
            GLOBAL,
            { name: 'from-file', value: 'PATH', help: 'Read this file; .yml and .yaml are policy files, everything else is JSON.' },
            { name: 'allow-unknown-fields', isNegatable: true, help: 'Leave out fields of the JSON that no Kopia policy has.' },
            { name: 'delete-other-policies', isNegatable: true, help: 'Delete every policy that was not imported.' },
            { name: 'strict-kopia', help: 'What a Kopia policy cannot hold is an error.' },
        ],
        examples: ['cairn policy import .github/cairn.yml', 'kopia policy export | cairn policy import'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2318), __webpack_require__.e(332), __webpack_require__.e(9800)]).then(__webpack_require__.bind(__webpack_require__, 89800))).policyImport(context, input),
    },
];

;// CONCATENATED MODULE: ./lib/cli/table/refused.js
const SERVER = 'Cairn is no server: it works on the storage itself.';
const NOTIFICATION = 'Workflows have notifications of their own.';
const UPGRADE = 'Experimental in Kopia and switched off there. "cairn repository set-parameters --upgrade" upgrades the format.';
const MOUNT = 'Cairn mounts nothing. Restore what is needed with "cairn restore", or print a file with "cairn show".';
const STORES = ['b2', 'gdrive', 'rclone', 'sftp', 'webdav'];
const STORE = 'Cairn keeps repositories in folders, in S3 and what speaks it, as Backblaze B2 does, in Azure Blob Storage and in Google Cloud Storage.';
/** Words of the command, with the other names of its last word -> why it is not done. */
const REFUSED = {
    mount: MOUNT,
    'repository connect server': SERVER,
    'repository upgrade begin': UPGRADE,
    'repository upgrade rollback': UPGRADE,
    'repository upgrade validate': UPGRADE,
    ...Object.fromEntries(['create', 'connect', 'repair', 'sync-to'].flatMap((verb) => STORES.map((store) => [`repository ${verb} ${store}`, STORE]))),
    'server start': SERVER,
    'server status': SERVER,
    'server refresh': SERVER,
    'server flush': SERVER,
    'server shutdown': SERVER,
    'server snapshot|upload': SERVER,
    'server cancel': SERVER,
    'server pause': SERVER,
    'server resume|unpause': SERVER,
    'server throttle get': SERVER,
    'server throttle set': SERVER,
    'server acl add': SERVER,
    'server acl delete|remove|rm': SERVER,
    'server acl enable': SERVER,
    'server acl list|ls': SERVER,
    'server users add|create': SERVER,
    'server users set|update': SERVER,
    'server users delete|remove|rm': SERVER,
    'server users hash-password|hash': SERVER,
    'server users info': SERVER,
    'server users list|ls': SERVER,
    'notification profile configure email': NOTIFICATION,
    'notification profile configure pushover': NOTIFICATION,
    'notification profile configure webhook': NOTIFICATION,
    'notification profile delete|rm': NOTIFICATION,
    'notification profile test|send-test-message': NOTIFICATION,
    'notification profile list|ls': NOTIFICATION,
    'notification profile show': NOTIFICATION,
    'notification template list|ls': NOTIFICATION,
    'notification template set': NOTIFICATION,
    'notification template show': NOTIFICATION,
    'notification template remove|rm|delete': NOTIFICATION,
};
const REFUSED_COMMANDS = Object.entries(REFUSED).map(([text, why]) => {
    const [words = '', ...aliases] = text.split('|');
    const [first = '', ...rest] = words.split(' ');
    return {
        path: [first, ...rest],
        aliases,
        summary: 'Out of the scope of Cairn.',
        details: why,
        flags: [],
        isRefused: true,
        run: async () => (await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 65433))).refuseCommand(words, why),
    };
});

;// CONCATENATED MODULE: ./lib/cli/table/format-flags.js
const FORMAT_FLAGS = [
    { name: 'block-hash', value: 'NAME', help: 'Hash that names contents; default HMAC-SHA256-128.' },
    { name: 'encryption', value: 'NAME', help: 'Cipher; default AES256-GCM-HMAC-SHA256.' },
    { name: 'ecc', value: 'NAME', help: 'Error correction, when there is overhead for it; REED-SOLOMON-CRC32.' },
    { name: 'ecc-overhead-percent', value: 'PERCENT', help: 'Space to give to error correction, 0 to 100; default 0, which is none.' },
    { name: 'object-splitter', value: 'NAME', help: 'How large files are cut; default DYNAMIC-4M-BUZHASH.' },
    { name: 'format-version', value: 'VERSION', help: 'Format version: 1, 2 or 3; default 3.' },
    {
        name: 'retention-mode',
        value: 'MODE',
        choices: ['GOVERNANCE', 'COMPLIANCE'],
        help: 'Object lock of the blobs, where the storage has it.',
    },
    { name: 'retention-period', value: 'DURATION', help: 'How long the storage keeps every blob, such as 720h.' },
    {
        name: 'format-block-key-derivation-algorithm',
        value: 'NAME',
        help: 'How the key is derived from the password; default scrypt-65536-8-1.',
    },
];

;// CONCATENATED MODULE: ./lib/cli/table/repository-flags.js
const SET_CLIENT_FLAGS = [
    { name: 'read-only', help: 'Never write through this connection.' },
    { name: 'read-write', help: 'Allow writing again.' },
    {
        name: 'permissive-cache-loading',
        isHidden: true,
        help: 'Let Kopia read although index blobs are damaged, as Cairn always does when it only reads.',
    },
    { name: 'description', value: 'TEXT', help: 'Description of the connection.' },
    { name: 'username', value: 'USER', help: 'User name to record.' },
    { name: 'hostname', value: 'HOST', help: 'Host name to record.' },
    { name: 'repository-format-cache-duration', value: 'DURATION', help: 'How long Kopia trusts its copy of the format blob.' },
    { name: 'disable-repository-format-cache', help: 'Let Kopia keep no copy of the format blob.' },
];
const SET_PARAMETERS_FLAGS = [
    { name: 'max-pack-size-mb', value: 'MB', help: 'Size at which a pack is closed, from 10 to 120 MiB.' },
    { name: 'index-version', value: 'VERSION', help: 'Version of index files to write; it can only be raised, to 2.' },
    {
        name: 'retention-mode',
        value: 'MODE',
        choices: ['none', 'GOVERNANCE', 'COMPLIANCE'],
        help: 'Object lock of the blobs, where the storage has it.',
    },
    { name: 'retention-period', value: 'DURATION', help: 'How long the storage keeps every blob, such as 720h; a day at least.' },
    { name: 'upgrade', help: 'Upgrade an old repository to epochs and version 2 of index and format.' },
    { name: 'epoch-refresh-frequency', value: 'DURATION', help: 'How often clients look for a new epoch.' },
    { name: 'epoch-min-duration', value: 'DURATION', help: 'How long an epoch lasts at least; ten minutes or more.' },
    { name: 'epoch-cleanup-safety-margin', value: 'DURATION', help: 'How long replaced index blobs are kept.' },
    { name: 'epoch-advance-on-count', value: 'COUNT', help: 'Begin an epoch at so many index blobs; 10 or more.' },
    { name: 'epoch-advance-on-size-mb', value: 'MB', help: 'Begin an epoch when its index blobs are so large together.' },
    { name: 'epoch-delete-parallelism', value: 'COUNT', help: 'Index blobs to remove at a time.' },
    { name: 'epoch-checkpoint-frequency', value: 'EPOCHS', help: 'Compact a range of epochs every so many epochs.' },
];
const SYNC_FLAGS = [
    { name: 'update', isNegatable: true, default: true, help: 'Copy blobs again that are newer in the repository than in the copy.' },
    { name: 'delete', help: 'Remove from the copy what the repository no longer has.' },
    { name: 'dry-run', short: 'n', help: 'Only say what would be done.' },
    { name: 'parallel', value: 'COUNT', default: '1', help: 'Blobs to copy at a time.' },
    { name: 'must-exist', help: 'Fail when there is no copy yet.' },
    { name: 'times', help: 'Give the copied blobs the times of their originals.' },
];
const REPAIR_FLAGS = [
    {
        name: 'recover-format',
        value: 'WHEN',
        choices: ['auto', 'yes', 'no'],
        default: 'auto',
        help: 'Recover when there is no format blob, in any case, or never.',
    },
    { name: 'recover-format-block-prefixes', value: 'PREFIX', isRepeated: true, help: 'Look only into packs whose names begin like this.' },
    { name: 'dry-run', short: 'n', help: 'Only say what would be done.' },
];
const VALIDATE_FLAGS = [
    { name: 'num-storage-connections', value: 'COUNT', default: '5', help: 'Connections to use in turn.' },
    { name: 'concurrency-test-duration', value: 'DURATION', default: '30s', help: 'How long to use the storage from many sides.' },
    { name: 'put-blob-workers', value: 'COUNT', default: '3', help: 'Writers in that time.' },
    { name: 'get-blob-workers', value: 'COUNT', default: '3', help: 'Readers in that time.' },
    { name: 'get-metadata-workers', value: 'COUNT', default: '3', help: 'Readers of sizes and times in that time.' },
];

;// CONCATENATED MODULE: ./lib/cli/table/actions-cache-flags.js
const ACTIONS_CACHE_FLAGS = [
    { name: 'name', value: 'NAME', help: 'Name of the repository among the caches.' },
    { name: 'limit-gib', value: 'GIB', help: 'What all caches of the GitHub repository may take up together (10).' },
];

;// CONCATENATED MODULE: ./lib/cli/table/azure-flags.js

const AZURE_FLAGS = [
    { name: 'container', value: 'NAME', help: 'Name of the container.' },
    { name: 'storage-account', value: 'NAME', env: 'AZURE_STORAGE_ACCOUNT', help: 'Name of the storage account.' },
    {
        name: 'storage-key',
        value: 'KEY',
        env: 'AZURE_STORAGE_KEY',
        help: 'Key of the storage account; kept in the connection file. Without any credentials those of the workflow or of the machine are used.',
    },
    {
        name: 'storage-domain',
        value: 'HOST',
        env: 'AZURE_STORAGE_DOMAIN',
        help: 'What follows the account in the host name; default blob.core.windows.net. For an emulator http:// and its address.',
    },
    { name: 'sas-token', value: 'TOKEN', env: 'AZURE_STORAGE_SAS_TOKEN', help: 'Shared access signature; kept in the connection file.' },
    { name: 'prefix', value: 'TEXT', help: 'What the names of all blobs begin with; end it with a slash to have a folder.' },
    { name: 'tenant-id', value: 'ID', env: 'AZURE_TENANT_ID', help: 'Tenant of a service principal.' },
    { name: 'client-id', value: 'ID', env: 'AZURE_CLIENT_ID', help: 'Application of a service principal.' },
    { name: 'client-secret', value: 'SECRET', env: 'AZURE_CLIENT_SECRET', help: 'Its secret; kept in the connection file.' },
    {
        name: 'client-cert',
        value: 'PEM',
        env: 'AZURE_CLIENT_CERTIFICATE',
        help: 'Its certificate with the private key, as PEM text; kept in the connection file.',
    },
    {
        name: 'azure-federated-token-file',
        value: 'PATH',
        env: 'AZURE_FEDERATED_TOKEN_FILE',
        help: 'File with a token that the service principal trusts.',
    },
    ...SPEED_FLAGS,
    {
        name: 'point-in-time',
        value: 'TIME',
        help: 'See the container, which has to keep versions, as it was then (2026-11-23T13:00:00Z). Not for create.',
    },
];

;// CONCATENATED MODULE: ./lib/cli/table/gcs-flags.js

const GCS_FLAGS = [
    { name: 'bucket', value: 'NAME', help: 'Name of the bucket.' },
    { name: 'prefix', value: 'TEXT', help: 'What the names of all objects begin with; end it with a slash to have a folder.' },
    { name: 'read-only', isNegatable: true, help: 'Ask Google for access that cannot write.' },
    {
        name: 'credentials-file',
        value: 'PATH',
        help: 'JSON file with credentials. Without one those of the workflow or of the machine are used.',
    },
    { name: 'embed-credentials', isNegatable: true, help: 'Keep the content of that file in the connection file.' },
    ...SPEED_FLAGS,
    {
        name: 'point-in-time',
        value: 'TIME',
        help: 'See the bucket, which has to keep versions, as it was then (2026-11-23T13:00:00Z). Not for create.',
    },
];

;// CONCATENATED MODULE: ./lib/cli/table/s3-flags.js

const S3_FLAGS = [
    { name: 'bucket', value: 'NAME', help: 'Name of the bucket.' },
    { name: 'endpoint', value: 'HOST', help: 'Host of the store, with a port where it is not the usual one; default s3.amazonaws.com.' },
    { name: 'region', value: 'REGION', help: 'Region of the bucket; default AWS_REGION, else the one that the store names.' },
    {
        name: 'access-key',
        value: 'ID',
        env: 'AWS_ACCESS_KEY_ID',
        help: 'Access key. Without one the credentials of the workflow or of the machine are used.',
    },
    {
        name: 'secret-access-key',
        value: 'SECRET',
        env: 'AWS_SECRET_ACCESS_KEY',
        help: 'Its secret; kept in the connection file. Other users of the machine can see the flag: prefer the variable.',
    },
    { name: 'session-token', value: 'TOKEN', env: 'AWS_SESSION_TOKEN', help: 'Its token, when the key is a temporary one.' },
    { name: 'prefix', value: 'TEXT', help: 'What the names of all objects begin with; end it with a slash to have a folder.' },
    { name: 'disable-tls', isNegatable: true, help: 'Use plain HTTP.' },
    { name: 'disable-tls-verification', isNegatable: true, help: "Do not check the server's certificate." },
    ...SPEED_FLAGS,
    {
        name: 'point-in-time',
        value: 'TIME',
        help: 'See the bucket, which has to keep versions, as it was then (2026-11-23T13:00:00Z). Not for create.',
    },
    {
        name: 'root-ca-pem-base64',
        value: 'TEXT',
        env: 'ROOT_CA_PEM_BASE64',
        help: 'Certificate authority to trust, as base64 of a PEM file.',
    },
    { name: 'root-ca-pem-path', value: 'PATH', help: 'The same, as a file.' },
];

;// CONCATENATED MODULE: ./lib/cli/table/storage-kinds.js





const STORAGE_KINDS = [
    { word: 'filesystem', place: 'a folder', flags: FILESYSTEM_FLAGS, example: '--path /backup/repository' },
    { word: 's3', place: 'a bucket of S3', flags: S3_FLAGS, example: '--bucket team-backups --prefix shop/' },
    {
        word: 'azure',
        place: 'a container of Azure Blob Storage',
        flags: AZURE_FLAGS,
        example: '--container backups --storage-account teambackups --prefix shop/',
    },
    { word: 'gcs', place: 'a bucket of Google Cloud Storage', flags: GCS_FLAGS, example: '--bucket team-backups --prefix shop/' },
    { word: 'actions-cache', place: 'the cache of GitHub Actions', flags: ACTIONS_CACHE_FLAGS, example: '--name backups' },
];

;// CONCATENATED MODULE: ./lib/cli/table/repository.js





const CREATE_FLAGS = [...FORMAT_FLAGS, { name: 'create-only', short: 'c', isNegatable: true, help: 'Do not connect afterwards.' }];
const REPOSITORY_COMMANDS = [
    ...STORAGE_KINDS.map(createCommand),
    {
        path: ['repository', 'create', 'from-config'],
        summary: 'Create a repository where a connection token or another connection file points to.',
        flags: [...CREATE_FLAGS, ...FROM_CONFIG_FLAGS, ...CONNECTION_FLAGS],
        examples: ['cairn repository create from-config --token-file token.txt'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2606), __webpack_require__.e(9777)]).then(__webpack_require__.bind(__webpack_require__, 19777))).repositoryCreateFromConfig(context, input),
    },
    ...STORAGE_KINDS.map(connectCommand),
    {
        path: ['repository', 'connect', 'from-config'],
        summary: 'Connect with a token, or to the storage of another connection file.',
        details: 'A token may hold the password; it is used when no other is given with --password.',
        flags: [...FROM_CONFIG_FLAGS, ...CONNECTION_FLAGS],
        examples: [
            'cairn repository connect from-config --token-stdin < token.txt',
            'cairn repository connect from-config --file other.config',
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2606), __webpack_require__.e(9777)]).then(__webpack_require__.bind(__webpack_require__, 19777))).repositoryConnectFromConfig(context, input),
    },
    {
        path: ['repository', 'status'],
        opensRepository: true,
        isReader: true,
        summary: 'Show the connected repository.',
        flags: [
            ...JSON_FLAGS,
            { name: 'reconnect-token', short: 't', help: 'Also print a token to connect with elsewhere.' },
            {
                name: 'reconnect-token-with-password',
                short: 's',
                help: 'Put the password into the token: whoever has it can read everything.',
            },
        ],
        examples: ['cairn repository status --json', 'cairn repository status --reconnect-token'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(8870)]).then(__webpack_require__.bind(__webpack_require__, 28870))).repositoryStatus(context, input),
    },
    {
        path: ['repository', 'set-client'],
        summary: 'Change settings of this connection.',
        details: 'Only the connection file changes. At least one change has to be asked for.',
        flags: SET_CLIENT_FLAGS,
        examples: ['cairn repository set-client --read-only', 'cairn repository set-client --username ci --hostname builds'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(7705)]).then(__webpack_require__.bind(__webpack_require__, 27705))).repositorySetClient(context, input),
    },
    {
        path: ['repository', 'set-parameters'],
        aliases: ['set-params'],
        summary: 'Change parameters of the repository, for every client.',
        details: 'Disconnect all other clients first, and connect them again afterwards: they may go on with the old parameters for a while.',
        flags: SET_PARAMETERS_FLAGS,
        examples: ['cairn repository set-parameters --max-pack-size-mb 40', 'cairn repository set-parameters --upgrade'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(7705)]).then(__webpack_require__.bind(__webpack_require__, 27705))).repositorySetParameters(context, input),
    },
    {
        path: ['repository', 'change-password'],
        summary: 'Give the repository another password.',
        details: 'Clients that are connected need the new password when they next open the repository. Snapshots stay as they are.',
        flags: [
            {
                name: 'new-password',
                value: 'PASSWORD',
                env: 'KOPIA_NEW_PASSWORD',
                help: 'The new password. Other users of the machine can see it: prefer the variable, or being asked.',
            },
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(7705)]).then(__webpack_require__.bind(__webpack_require__, 27705))).repositoryChangePassword(context, input),
    },
    ...STORAGE_KINDS.map(syncCommand),
    {
        path: ['repository', 'sync-to', 'from-config'],
        summary: 'The same, to where a token or another connection file points.',
        flags: [...SYNC_FLAGS, ...FROM_CONFIG_FLAGS],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(2145), __webpack_require__.e(2606), __webpack_require__.e(5765)]).then(__webpack_require__.bind(__webpack_require__, 45765))).repositorySyncToConfig(context, input),
    },
    ...STORAGE_KINDS.map(repairCommand),
    {
        path: ['repository', 'repair', 'from-config'],
        summary: 'The same, where a token or another connection file points to.',
        flags: [...REPAIR_FLAGS, ...FROM_CONFIG_FLAGS],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(2145), __webpack_require__.e(2606), __webpack_require__.e(7760)]).then(__webpack_require__.bind(__webpack_require__, 57760))).repositoryRepairConfig(context, input),
    },
    {
        path: ['repository', 'validate-provider'],
        summary: 'Prove that the storage keeps the promises that a repository rests on.',
        details: 'Writes, reads, lists and removes blobs of its own beside the repository, from many sides at once.',
        flags: VALIDATE_FLAGS,
        run: async (context, input) => (await __webpack_require__.e(/* import() */ 9482).then(__webpack_require__.bind(__webpack_require__, 69482))).repositoryValidateProvider(context, input),
    },
    {
        path: ['repository', 'disconnect'],
        summary: 'Forget the connection; the repository stays as it is.',
        flags: [],
        run: async (context) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2606), __webpack_require__.e(9777)]).then(__webpack_require__.bind(__webpack_require__, 19777))).repositoryDisconnect(context),
    },
];
function createCommand({ word, place, flags, example }) {
    return {
        path: ['repository', 'create', word],
        summary: `Create a repository in ${place} and connect to it.`,
        flags: [...CREATE_FLAGS, ...flags, ...CONNECTION_FLAGS],
        examples: [`cairn repository create ${word} ${example}`],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2606), __webpack_require__.e(9777)]).then(__webpack_require__.bind(__webpack_require__, 19777))).repositoryCreate(context, input, word),
    };
}
function connectCommand({ word, place, flags, example }) {
    return {
        path: ['repository', 'connect', word],
        summary: `Connect to a repository in ${place}.`,
        flags: [...flags, ...CONNECTION_FLAGS],
        examples: [`cairn repository connect ${word} ${example}`],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2606), __webpack_require__.e(9777)]).then(__webpack_require__.bind(__webpack_require__, 19777))).repositoryConnect(context, input, word),
    };
}
function syncCommand({ word, place, flags, example }) {
    return {
        path: ['repository', 'sync-to', word],
        summary: `Copy the repository to ${place}, or bring an earlier copy up to date.`,
        details: `The copy is a repository of its own, with the same password. ${place.replace(/^a (\w+).*/, 'The $1').replace(/^t/, 'T')} has to exist. No password is needed to copy.`,
        flags: [...SYNC_FLAGS, ...flags],
        examples: [`cairn repository sync-to ${word} ${example} --delete`],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(2145), __webpack_require__.e(2606), __webpack_require__.e(5765)]).then(__webpack_require__.bind(__webpack_require__, 45765))).repositorySyncTo(context, input, word),
    };
}
function repairCommand({ word, place, flags }) {
    return {
        path: ['repository', 'repair', word],
        summary: `Bring back the lost format blob of an old repository in ${place}.`,
        details: 'Packs of repositories made before kopia 0.9 hold copies of it. Needs --dangerous-commands=enabled.',
        flags: [...REPAIR_FLAGS, ...flags],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(2145), __webpack_require__.e(2606), __webpack_require__.e(7760)]).then(__webpack_require__.bind(__webpack_require__, 57760))).repositoryRepair(context, input, word),
    };
}

;// CONCATENATED MODULE: ./lib/cli/table/restore.js
const RESTORE_FLAGS = [
    { name: 'overwrite-directories', isNegatable: true, default: true, help: 'Restore into folders that exist.' },
    { name: 'overwrite-files', isNegatable: true, default: true, help: 'Replace files that exist.' },
    { name: 'overwrite-symlinks', isNegatable: true, default: true, help: 'Replace symbolic links that exist.' },
    {
        name: 'mode',
        value: 'MODE',
        default: 'auto',
        choices: ['auto', 'local', 'tar', 'tgz', 'zip', 'zip-nocompress'],
        help: 'Write a folder or an archive; auto goes by the name of the target.',
    },
    { name: 'parallel', value: 'N', default: '8', help: 'How many files to restore at a time.' },
    { name: 'skip-owners', isNegatable: true, help: 'Leave owners alone.' },
    { name: 'skip-permissions', isNegatable: true, help: 'Leave modes alone.' },
    { name: 'skip-times', isNegatable: true, help: 'Leave times alone.' },
    { name: 'ignore-permission-errors', isNegatable: true, default: true, help: 'Go on when an owner, a mode or a time cannot be set.' },
    {
        name: 'write-files-atomically',
        isNegatable: true,
        help: 'Write every file under a temporary name first; without it, small files of new folders get their names at once.',
    },
    { name: 'write-sparse-files', isNegatable: true, help: 'Leave blocks of zeros out of files.' },
    { name: 'flush-files', isNegatable: true, help: 'Have the bytes of each file on the disk before it is done.' },
    { name: 'delete-extra', isNegatable: true, help: 'Remove what is in restored folders and not in the snapshot.' },
    { name: 'shallow', value: 'DEPTH', help: 'Write placeholders for what is deeper than this; the folder itself has depth 0.' },
    { name: 'shallow-minsize', value: 'BYTES', help: 'With --shallow: files below this size are restored.' },
    { name: 'ignore-errors', isNegatable: true, help: 'End well although something could not be restored.' },
    { name: 'skip-existing', isNegatable: true, help: 'Leave files alone that are there with the same size and time.' },
    {
        name: 'consistent-attributes',
        isNegatable: true,
        env: 'KOPIA_RESTORE_CONSISTENT_ATTRIBUTES',
        help: 'Refuse an object that snapshots have as root with different attributes.',
    },
    {
        name: 'snapshot-time',
        value: 'TIME',
        default: 'latest',
        help: 'For a path: take the last snapshot from before this time; latest, oldest, yesterday, 2mo-3d-ago, 2026-01-31, …',
    },
];
const RESTORE_ARGUMENTS = [
    {
        name: 'sources',
        isRequired: true,
        isRepeated: true,
        help: 'Snapshot or object ID with a path below it, or the path that files were taken from, and the folder or file to restore to; a path alone is restored in place; or placeholders to expand.',
    },
];
const RESTORE_DETAILS = 'Nothing is ever written outside the target, whatever the repository holds.\n\n' +
    'A path, such as /home/anna/docs or anna@laptop:/home/anna/docs, stands for its version in the latest snapshot of it or of a folder above that has it. ' +
    '--snapshot-time takes an earlier one: a moment stands for all of the year, month, day, hour, minute or second that it names.\n\n' +
    'An archive has all entries with their attributes: flags about files and folders that are written are refused with it.\n\n' +
    'With --shallow, entries below a depth become placeholders, NAME.kopia-entry; "cairn restore NAME.kopia-entry" replaces one by what it stands for.';
const RESTORE_COMMANDS = [
    {
        path: ['snapshot', 'restore'],
        opensRepository: true,
        summary: 'The same as "restore".',
        details: RESTORE_DETAILS,
        arguments: RESTORE_ARGUMENTS,
        flags: RESTORE_FLAGS,
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(8101)]).then(__webpack_require__.bind(__webpack_require__, 38101))).restore(context, input),
    },
    {
        path: ['restore'],
        opensRepository: true,
        summary: 'Restore a snapshot, or a folder or file of one.',
        details: RESTORE_DETAILS,
        arguments: RESTORE_ARGUMENTS,
        flags: RESTORE_FLAGS,
        examples: [
            'cairn restore 57d34b46783c258594ad46325708b191 restored',
            'cairn restore 57d34b46783c258594ad46325708b191/docs restored-docs',
            'cairn restore 57d34b46783c258594ad46325708b191 backup.zip',
            'cairn restore /home/anna/docs --snapshot-time=yesterday',
            'cairn restore anna@laptop:/home/anna/docs restored-docs',
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(8101)]).then(__webpack_require__.bind(__webpack_require__, 38101))).restore(context, input),
    },
];

;// CONCATENATED MODULE: ./lib/cli/table/snapshot.js

const SNAPSHOT_COMMANDS = [
    {
        path: ['snapshot', 'create'],
        opensRepository: true,
        summary: 'Make snapshots of folders or files.',
        details: 'With the policies that are stored in the repository, as Kopia does. For the policy file of a workspace there is "cairn run".',
        arguments: [{ name: 'source', isRepeated: true, help: 'Folders or files.' }],
        flags: [
            { name: 'all', isNegatable: true, help: 'Snapshot everything that this user has snapshotted on this machine before.' },
            { name: 'description', value: 'TEXT', help: 'Description of the snapshot.' },
            { name: 'tags', value: 'KEY:VALUE', isRepeated: true, help: 'Tag of the snapshot.' },
            { name: 'pin', value: 'NAME', isRepeated: true, help: 'Pin: retention never removes the snapshot.' },
            { name: 'override-source', value: 'SOURCE', help: 'Record the snapshot as user@host:/path instead.' },
            { name: 'stdin-file', value: 'NAME', help: 'Store what comes on standard input as a file with this name, in place of the source.' },
            { name: 'start-time', value: 'TIME', help: 'Time to record as the start, RFC 3339 or "2026-01-31 15:04:05 UTC".' },
            { name: 'end-time', value: 'TIME', help: 'Time to record as the end.' },
            { name: 'force-hash', value: 'PERCENT', help: 'Read this share of the files again although they look unchanged.' },
            { name: 'parallel', value: 'N', help: 'How many files to read at a time; 0 means as many as there are processors.' },
            { name: 'upload-limit-mb', value: 'MB', help: 'End with an incomplete snapshot before more than this is read; 0 means any amount.' },
            {
                name: 'fail-fast',
                isNegatable: true,
                env: 'KOPIA_SNAPSHOT_FAIL_FAST',
                help: 'End with an incomplete snapshot at the first file or folder that cannot be read.',
            },
            {
                name: 'checkpoint-interval',
                value: 'DURATION',
                isHidden: true,
                help: 'How often what is stored of a folder so far is saved as an incomplete snapshot, at most 45m, which is the default.',
            },
            { name: 'force-enable-actions', isHidden: true, help: 'Run hooks although the connection does not allow them.' },
            { name: 'force-disable-actions', isHidden: true, help: 'Run no hooks.' },
            {
                name: 'flush-per-source',
                isHidden: true,
                help: 'Accepted; Cairn always makes the snapshot of a source durable before the next begins.',
            },
            JSON_FLAG,
            JSON_INDENT_FLAG,
            { name: 'json-verbose', isHidden: true, help: 'With --json: the counters as well.' },
            {
                name: 'send-snapshot-report',
                isNegatable: true,
                isHidden: true,
                refusal: { why: 'it sends no notifications; workflows have their own' },
                help: 'Refused: Cairn sends no notifications. --no-send-snapshot-report is taken.',
            },
            {
                name: 'log-dir-detail',
                value: 'N',
                help: 'How much is told of each folder among the messages for debugging, 0 to 10, whatever policies say.',
            },
            { name: 'log-entry-detail', value: 'N', help: 'How much is told of each file and link, likewise.' },
            {
                name: 'hint-streaming-reads',
                isHidden: true,
                refusal: { why: 'its runtime cannot tell the system to forget what was read' },
                help: 'Refused: there is no such hint here.',
            },
        ],
        examples: [
            'cairn snapshot create ./data',
            'cairn snapshot create ./data --tags release:1.4',
            'pg_dump shop | cairn snapshot create /srv/shop --stdin-file shop.sql',
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2318), __webpack_require__.e(9247), __webpack_require__.e(5769), __webpack_require__.e(1772)]).then(__webpack_require__.bind(__webpack_require__, 51772))).snapshotCreate(context, input),
    },
    {
        path: ['snapshot', 'list'],
        opensRepository: true,
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
            { name: 'storage-stats', isNegatable: true, help: 'Show what each snapshot adds to the repository; reads all folders of them.' },
            { name: 'reverse', isNegatable: true, help: 'Newest first.' },
            { name: 'all', short: 'a', isNegatable: true, help: 'Show the snapshots of all users and hosts.' },
            { name: 'max-results', short: 'n', value: 'N', help: 'At most this many of each source: the last ones of the list.' },
            { name: 'tags', value: 'KEY:VALUE', isRepeated: true, help: 'Only snapshots with this tag.' },
            ...JSON_FLAGS,
        ],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2864)]).then(__webpack_require__.bind(__webpack_require__, 12864))).snapshotList(context, input),
    },
    {
        path: ['snapshot', 'estimate'],
        opensRepository: true,
        isReader: true,
        summary: 'Tell what a snapshot of a folder would hold.',
        details: 'Nothing is stored. The rules are those of the policies in the repository.',
        arguments: [{ name: 'source', isRequired: true, help: 'Folder to look at.' }],
        flags: [
            { name: 'show-files', isNegatable: true, help: 'Name some of the files.' },
            { name: 'quiet', short: 'q', isNegatable: true, help: 'Do not name the folders while they are read.' },
            { name: 'upload-speed', value: 'MBIT/S', default: '10', help: 'Speed to estimate the time of the upload with.' },
            { name: 'max-examples-per-bucket', value: 'N', default: '10', help: 'How many files of each size to name.' },
        ],
        examples: ['cairn snapshot estimate ./data'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(9247), __webpack_require__.e(5638)]).then(__webpack_require__.bind(__webpack_require__, 48169))).snapshotEstimate(context, input),
    },
    {
        path: ['snapshot', 'delete'],
        opensRepository: true,
        summary: 'Delete snapshots.',
        details: 'Without --delete it only says what it would do. The data stay until maintenance finds that nothing needs them.',
        arguments: [
            { name: 'id', isRequired: true, isRepeated: true, help: 'Snapshot IDs or root object IDs; sources with --all-snapshots-for-source.' },
        ],
        flags: [
            { name: 'delete', isNegatable: true, help: 'Really delete.' },
            { name: 'all-snapshots-for-source', isNegatable: true, help: 'Delete all snapshots of the sources given.' },
            { name: 'unsafe-ignore-source', isHidden: true, help: 'The old name of --delete.' },
        ],
        examples: ['cairn snapshot delete 57d34b46783c258594ad46325708b191 --delete'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2607)]).then(__webpack_require__.bind(__webpack_require__, 12607))).snapshotDelete(context, input),
    },
    {
        path: ['snapshot', 'expire'],
        opensRepository: true,
        summary: 'Delete the snapshots that no rule of retention keeps.',
        details: 'Without --delete it only says what it would do, and why the others stay.',
        arguments: [{ name: 'path', isRepeated: true, help: 'Sources.' }],
        flags: [
            { name: 'all', isNegatable: true, help: 'All sources of the repository.' },
            { name: 'delete', isNegatable: true, help: 'Really delete.' },
        ],
        examples: ['cairn snapshot expire --all', 'cairn snapshot expire --all --delete'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(8285)]).then(__webpack_require__.bind(__webpack_require__, 88285))).snapshotExpire(context, input),
    },
    {
        path: ['snapshot', 'pin'],
        opensRepository: true,
        summary: 'Keep snapshots from being expired, or no longer.',
        details: 'A snapshot whose pins change gets another ID.',
        arguments: [{ name: 'id', isRequired: true, isRepeated: true, help: 'Snapshot IDs or root object IDs.' }],
        flags: [
            { name: 'add', value: 'PIN', isRepeated: true, help: 'Pin to add.' },
            { name: 'remove', value: 'PIN', isRepeated: true, help: 'Pin to remove.' },
        ],
        examples: ['cairn snapshot pin 57d34b46783c258594ad46325708b191 --add release-1.4'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2273)]).then(__webpack_require__.bind(__webpack_require__, 52273))).snapshotPin(context, input),
    },
];

;// CONCATENATED MODULE: ./lib/cli/table/transfer.js

const FIX_FLAGS = [
    { name: 'manifest-id', value: 'ID', isRepeated: true, help: 'Snapshot to look at; without any and without --source, all.' },
    { name: 'source', value: 'SOURCE', isRepeated: true, help: 'Look at all snapshots of this source.' },
    { name: 'commit', isNegatable: true, help: 'Replace the snapshots; otherwise only say what would change.' },
    { name: 'parallel', value: 'N', help: 'How many entries to look at at a time; default: as many as there are processors.' },
    {
        name: 'invalid-directory-handling',
        value: 'WAY',
        choices: ['stub', 'fail', 'keep'],
        default: 'stub',
        help: 'What to do with a folder that cannot be read: put a small file in its place that says so, fail, or leave it.',
    },
];
const HISTORY_ARGUMENTS = [
    { name: 'source', isRequired: true, help: '@host, user@host or user@host:/path.' },
    { name: 'destination', help: 'What to replace: the same forms. Default: user and host of this client.' },
];
const HISTORY_DETAILS = 'Only manifests are written: data are shared. Parts that the destination does not name stay as they are; it may not name a user or a path that the source leaves open. A snapshot that is there already is not copied twice.';
const HISTORY_FLAGS = [{ name: 'dry-run', short: 'n', isNegatable: true, help: 'Only say what would happen.' }];
const TRANSFER_COMMANDS = [
    {
        path: ['snapshot', 'verify'],
        opensRepository: true,
        summary: 'Verify that snapshots can be restored.',
        details: 'Reads every directory, and checks that everything that files are made of is there; with --verify-files-percent the bytes of files are read as well. Damage never ends the verification: at the end it says what is lost, and what can still be restored.',
        arguments: [
            { name: 'snapshot-ids', isRepeated: true, help: 'Snapshots to verify; without any, and without the flags that name something, all.' },
        ],
        flags: [
            { name: 'max-errors', value: 'N', default: '0', help: 'Stop after this many errors; 0 never stops.' },
            { name: 'directory-id', value: 'ID', isRepeated: true, help: 'Directory to verify: object ID, with a path below it.' },
            { name: 'file-id', value: 'ID', isRepeated: true, help: 'File to verify: object ID, with a path below it.' },
            { name: 'all-sources', isNegatable: true, help: 'Verify all snapshots, beside what else is named.' },
            { name: 'sources', value: 'SOURCE', isRepeated: true, help: 'Verify all snapshots of this source.' },
            { name: 'parallel', value: 'N', default: '8', help: 'How many directories to read at a time.' },
            { name: 'file-queue-length', value: 'N', default: '20000', help: 'How many files may wait to be verified.' },
            { name: 'file-parallelism', value: 'N', help: 'How many files to verify at a time; default: as many as there are processors.' },
            { name: 'verify-files-percent', value: 'PERCENT', default: '0', help: 'Read this share of the files to the end, chosen at random.' },
            ...JSON_FLAGS,
        ],
        examples: ['cairn snapshot verify', 'cairn snapshot verify --verify-files-percent=100 57d34b46783c258594ad46325708b191'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(9961)]).then(__webpack_require__.bind(__webpack_require__, 39961))).snapshotVerify(context, input),
    },
    {
        path: ['snapshot', 'fix', 'invalid-files'],
        summary: 'Replace in snapshots the files that cannot be read.',
        details: 'Everything else of the snapshots stays as it is. Look at the result before it is committed: the lines "diff" show what to compare.',
        flags: [
            ...FIX_FLAGS,
            {
                name: 'invalid-file-handling',
                value: 'WAY',
                choices: ['stub', 'fail', 'keep', 'remove'],
                default: 'stub',
                help: 'What to do with a file that cannot be read: put a small file in its place that says so, fail, leave it, or leave it out.',
            },
            { name: 'verify-files-percent', value: 'PERCENT', default: '0', help: 'Read this share of the files to the end, chosen at random.' },
        ],
        examples: ['cairn snapshot fix invalid-files', 'cairn snapshot fix invalid-files --verify-files-percent=100 --commit'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(6335), __webpack_require__.e(7614)]).then(__webpack_require__.bind(__webpack_require__, 17614))).fixInvalidFiles(context, input),
    },
    {
        path: ['snapshot', 'fix', 'remove-files'],
        summary: 'Leave files or folders out of snapshots.',
        flags: [
            ...FIX_FLAGS,
            { name: 'object-id', value: 'ID', isRepeated: true, help: 'Leave out what has this object ID.' },
            { name: 'filename', value: 'PATTERN', isRepeated: true, help: 'Leave out what has such a name; * and ? stand for others.' },
        ],
        examples: ['cairn snapshot fix remove-files --filename "*.key" --commit'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(6335), __webpack_require__.e(7614)]).then(__webpack_require__.bind(__webpack_require__, 17614))).fixRemoveFiles(context, input),
    },
    {
        path: ['snapshot', 'migrate'],
        summary: 'Bring snapshots over from another repository.',
        details: 'Snapshots are stored anew with the hashes and policies of the connected repository; those that it has already are skipped. What cannot be read in the other repository is named, and everything else is brought over.',
        flags: [
            { name: 'source-config', value: 'PATH', help: 'Connection file of the other repository; required.' },
            { name: 'sources', value: 'SOURCE', isRepeated: true, help: 'Bring over the snapshots of this source.' },
            { name: 'all', isNegatable: true, help: 'Bring over the snapshots of all sources.' },
            { name: 'policies', isNegatable: true, default: true, help: 'Bring policies over as well.' },
            { name: 'overwrite-policies', isNegatable: true, help: 'Replace policies that are there already.' },
            { name: 'latest-only', isNegatable: true, help: 'Only the latest snapshot of each source.' },
            { name: 'parallel', value: 'N', default: '1', help: 'How many sources to bring over at a time.' },
            { name: 'apply-ignore-rules', isNegatable: true, help: 'Leave out what the policies of the connected repository ignore.' },
        ],
        examples: ['cairn snapshot migrate --source-config old.config --all'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(9247), __webpack_require__.e(6335), __webpack_require__.e(9492)]).then(__webpack_require__.bind(__webpack_require__, 9492))).snapshotMigrate(context, input),
    },
    {
        path: ['snapshot', 'copy-history'],
        opensRepository: true,
        summary: 'Copy the snapshots of one user, host or path to another.',
        details: HISTORY_DETAILS,
        arguments: HISTORY_ARGUMENTS,
        flags: HISTORY_FLAGS,
        examples: ['cairn snapshot copy-history ann@old-laptop @new-laptop', 'cairn snapshot copy-history ann@laptop:/a ann@laptop:/b'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(6892)]).then(__webpack_require__.bind(__webpack_require__, 76892))).copyHistory(context, input),
    },
    {
        path: ['snapshot', 'move-history'],
        opensRepository: true,
        summary: 'Move the snapshots of one user, host or path to another.',
        details: HISTORY_DETAILS,
        arguments: HISTORY_ARGUMENTS,
        flags: HISTORY_FLAGS,
        examples: ['cairn snapshot move-history --dry-run @old-laptop @new-laptop'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(6892)]).then(__webpack_require__.bind(__webpack_require__, 76892))).moveHistory(context, input),
    },
    {
        path: ['diff'],
        opensRepository: true,
        aliases: ['compare'],
        summary: 'Show how two snapshots, folders or files differ.',
        arguments: [
            { name: 'object-path1', isRequired: true, help: 'Snapshot or object ID, with a path below it.' },
            { name: 'object-path2', isRequired: true, help: 'What to compare it with.' },
        ],
        flags: [
            { name: 'files', short: 'f', isNegatable: true, help: 'Show both versions of each changed file to a program.' },
            { name: 'stats-only', isNegatable: true, help: 'Print only the counts.' },
            {
                name: 'diff-command',
                value: 'PROGRAM',
                default: process.platform === 'win32' ? 'cmp' : 'diff -u',
                env: 'KOPIA_DIFF',
                help: 'Program for --files, with its arguments.',
            },
        ],
        isReader: true,
        examples: ['cairn diff 57d34b46783c258594ad46325708b191 6ffe3d4ec4e1bc0c1a1cbd5e4e02ae2c'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(3208)]).then(__webpack_require__.bind(__webpack_require__, 43208))).diff(context, input),
    },
];

;// CONCATENATED MODULE: ./lib/cli/table/workspace.js

/** What decides before a run begins; a plan takes the same. */
const PREPARATION_FLAGS = [
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
];
const WORKSPACE_COMMANDS = [
    {
        path: ['run'],
        summary: 'Run the policy file of this workspace: hooks, snapshots, report.',
        details: 'The same as the action does in a workflow step. The default connection file is neither read nor written.',
        flags: [
            ...PREPARATION_FLAGS,
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
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2318), __webpack_require__.e(9247), __webpack_require__.e(5769), __webpack_require__.e(4536)]).then(__webpack_require__.bind(__webpack_require__, 84536))).run(context, input),
    },
    {
        path: ['plan'],
        isReader: true,
        summary: 'Show what a run would do; runs and writes nothing.',
        details: 'For each source: what is in it and what is left out, the hooks, the snapshots that would be kept and removed, and every value of its policy with its origin. Takes the flags of "run" that decide about it.\n\n' +
            'It ends with 0 whatever it found, also where the run would end at once because nobody agreed to its hooks: the line "hooks" and, with --json, "consent" say so.',
        flags: [...PREPARATION_FLAGS, JSON_FLAG],
        examples: ['cairn plan', 'cairn plan --json --source ./data'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(2318), __webpack_require__.e(9247), __webpack_require__.e(5769), __webpack_require__.e(4536), __webpack_require__.e(743)]).then(__webpack_require__.bind(__webpack_require__, 70743))).plan(context, input),
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
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(2318), __webpack_require__.e(3065)]).then(__webpack_require__.bind(__webpack_require__, 93065))).validate(context, input),
    },
    {
        path: ['doctor'],
        isReader: true,
        summary: 'Look whether a storage can hold a repository, and whether the one in it opens.',
        details: 'Says which credentials are used, writes, reads, lists and deletes a small blob, compares the clocks and measures a call. Without --repository it looks at the connected repository. A repository is opened only when a password is given.',
        flags: [
            { name: 'repository', value: 'LOCATION', help: 'Where to look, as in the policy file; default: the connected repository.' },
            JSON_FLAG,
        ],
        examples: ['cairn doctor', 'cairn doctor --repository s3://team-backups/shop'],
        run: async (context, input) => (await Promise.all(/* import() */[__webpack_require__.e(8925), __webpack_require__.e(7185), __webpack_require__.e(2145), __webpack_require__.e(8919), __webpack_require__.e(5969), __webpack_require__.e(3364), __webpack_require__.e(5651)]).then(__webpack_require__.bind(__webpack_require__, 25651))).doctor(context, input),
    },
];

;// CONCATENATED MODULE: ./lib/cli/command-table.js












/** The table. */
const COMMANDS = [
    ...WORKSPACE_COMMANDS,
    ...REPOSITORY_COMMANDS,
    ...SNAPSHOT_COMMANDS,
    ...TRANSFER_COMMANDS,
    ...RESTORE_COMMANDS,
    ...OBJECTS_COMMANDS,
    ...POLICY_COMMANDS,
    ...MAINTENANCE_COMMANDS,
    ...INSPECT_COMMANDS,
    ...CLIENT_COMMANDS,
    ...BENCHMARK_COMMANDS,
    ...REFUSED_COMMANDS,
];


/***/ }),

/***/ 18750:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ isShell),
/* harmony export */   O: () => (/* binding */ SHELLS)
/* harmony export */ });
/** The shells that Cairn can complete for. */
const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];
/** Whether Cairn knows the shell. */
function isShell(name) {
    return SHELLS.some((shell) => shell === name);
}


/***/ }),

/***/ 50165:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ durationFlagMs),
/* harmony export */   AC: () => (/* binding */ sizeFlag),
/* harmony export */   C$: () => (/* binding */ numberFlag),
/* harmony export */   GN: () => (/* binding */ countFlag),
/* harmony export */   Xj: () => (/* binding */ checkValues),
/* harmony export */   mM: () => (/* binding */ durationFlagNs),
/* harmony export */   ov: () => (/* binding */ percentFlag),
/* harmony export */   tB: () => (/* binding */ integerFlag)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_go_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26517);
/** Values of flags that are numbers, durations and the like; what cannot be read is CAIRN_USAGE and names the flag. */


const NS_PER_MS = 1000000n;
/** A duration such as `1h30m` in nanoseconds; undefined when the flag was not given. */
function durationFlagNs(input, name) {
    const text = input.text(name);
    if (text === undefined)
        return undefined;
    const ns = (0,_util_go_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseGoDuration */ .Q)(text);
    if (ns !== undefined)
        return ns;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `--${name} "${text}" is not a duration.`, { hint: 'Write 90s, 15m or 24h.' });
}
/** The same in milliseconds, for waiting: at least one. */
function durationFlagMs(input, name) {
    const ns = durationFlagNs(input, name);
    if (ns === undefined)
        return undefined;
    // Whatever is longer than a timer can take is as good as for ever.
    return Math.min(Math.max(1, Number(ns / NS_PER_MS)), 2 ** 31 - 1);
}
/** A whole number, perhaps negative. */
function integerFlag(input, name) {
    const text = input.text(name);
    if (text === undefined)
        return undefined;
    const value = Number(text);
    if (/^[+-]?\d+$/.test(text) && Number.isSafeInteger(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `--${name} "${text}" is not a whole number.`);
}
/** A size such as `64KB` or `1MB` in bytes; as in Kopia, units are powers of 1024. */
function sizeFlag(input, name) {
    const text = input.text(name);
    if (text === undefined)
        return undefined;
    const match = /^(\d+(?:\.\d+)?)(|[KMG])(?:i?B)?$/i.exec(text.trim());
    const bytes = Math.floor(Number(match?.[1]) * 1024 ** ' KMG'.indexOf(match?.[2]?.toUpperCase() || ' '));
    if (bytes > 0 && bytes <= MAX_SIZE)
        return bytes;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `--${name} "${text}" is not a size from 1 byte to 1 GB.`, { hint: 'Write 64KB or 32MB.' });
}
const MAX_SIZE = 2 ** 30;
/** A number, perhaps with a fraction. */
function numberFlag(input, name) {
    const text = input.text(name);
    if (text === undefined)
        return undefined;
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `--${name} "${text}" is not a number.`);
}
/** A whole number above zero, such as how many things to do at a time. */
function countFlag(input, name) {
    const value = integerFlag(input, name);
    if (value === undefined || value > 0)
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `--${name} takes a whole number above zero.`);
}
/** A share from 0 to 100, perhaps with a fraction. */
function percentFlag(input, name) {
    const value = numberFlag(input, name);
    if (value === undefined || (value >= 0 && value <= 100))
        return value;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `--${name} takes a number from 0 to 100.`);
}
/** Reads the durations and numbers among `flags`, so that a mistake is said even where nothing uses the value. */
function checkValues(flags, input) {
    for (const { name, value } of flags) {
        if (value === 'DURATION')
            durationFlagNs(input, name);
        else if (value === 'N' || value === 'BYTES')
            integerFlag(input, name);
        else if (value === 'MB')
            numberFlag(input, name);
    }
}


/***/ }),

/***/ 54847:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ GLOBAL_FLAGS)
});

;// CONCATENATED MODULE: ./lib/cli/diagnostic-flags.js
const NO_METRICS = { why: 'it exports no metrics while it runs; --metrics-store-on-exit writes those of the process' };
const ONLY_WITH_PUSH = 'Means nothing without --metrics-push-addr, which Cairn does not have. Taken for scripts written for Kopia.';
const NO_UPDATES = 'Nothing to wait for: Cairn never looks for updates. Taken for scripts written for Kopia.';
/** Values with which Kopia leaves the profile of its runtime off, or as it is. */
const PROFILE_OFF = ['0', '-1'];
const DIAGNOSTIC_FLAGS = [
    { name: 'dump-allocator-stats', env: 'KOPIA_DUMP_ALLOCATOR_STATS', isHidden: true, help: 'Say at the end what memory was used.' },
    {
        name: 'diagnostics-output-directory',
        value: 'PATH',
        isHidden: true,
        help: 'Where profiles and metrics go, in a folder for each run; default kopia-diagnostics in the temporary folder.',
    },
    {
        name: 'metrics-store-on-exit',
        isHidden: true,
        help: 'Write time and memory of the process as Prometheus metrics to a file at the end.',
    },
    { name: 'profile-store-on-exit', isHidden: true, help: 'Write a sampled profile of the heap to a file at the end.' },
    { name: 'profile-cpu', isHidden: true, help: 'Write a profile of the CPU to a file at the end.' },
    { name: 'profile-go-gc-before-dump', isHidden: true, help: 'Collect garbage before the profile of the heap is written.' },
    {
        name: 'profile-memory-rate',
        value: 'BYTES',
        isHidden: true,
        help: 'Average bytes between two samples of the heap; 0 for no profile of it. Default 524288.',
    },
    {
        name: 'profile-blocking-rate',
        value: 'N',
        isHidden: true,
        refusal: { why: 'its runtime has no profile of blocking', allows: PROFILE_OFF },
        help: 'Refused but for 0: there is no such profile.',
    },
    {
        name: 'profile-mutex-fraction',
        value: 'N',
        isHidden: true,
        refusal: { why: 'its runtime has no profile of mutexes', allows: PROFILE_OFF },
        help: 'Refused but for 0: there is no such profile.',
    },
    { name: 'metrics-listen-addr', value: 'ADDRESS', isHidden: true, refusal: NO_METRICS, help: 'Refused: Cairn serves no metrics.' },
    {
        name: 'enable-pprof',
        isHidden: true,
        refusal: { why: 'it serves no profiles; --profile-cpu and --profile-store-on-exit write them' },
        help: 'Refused: Cairn serves no profiles.',
    },
    {
        name: 'metrics-push-addr',
        value: 'ADDRESS',
        env: 'KOPIA_METRICS_PUSH_ADDR',
        isHidden: true,
        refusal: NO_METRICS,
        help: 'Refused: Cairn pushes no metrics.',
    },
    {
        name: 'metrics-push-interval',
        value: 'DURATION',
        default: '5s',
        env: 'KOPIA_METRICS_PUSH_INTERVAL',
        isHidden: true,
        help: ONLY_WITH_PUSH,
    },
    { name: 'metrics-push-job', value: 'NAME', default: 'kopia', env: 'KOPIA_METRICS_JOB', isHidden: true, help: ONLY_WITH_PUSH },
    {
        name: 'metrics-push-grouping',
        value: 'NAME:VALUE',
        isRepeated: true,
        env: 'KOPIA_METRICS_PUSH_GROUPING',
        isHidden: true,
        help: ONLY_WITH_PUSH,
    },
    { name: 'metrics-push-username', value: 'NAME', env: 'KOPIA_METRICS_PUSH_USERNAME', isHidden: true, help: ONLY_WITH_PUSH },
    { name: 'metrics-push-password', value: 'PASSWORD', env: 'KOPIA_METRICS_PUSH_PASSWORD', isHidden: true, help: ONLY_WITH_PUSH },
    {
        name: 'metrics-push-format',
        value: 'FORMAT',
        choices: ['open-metrics', 'open-metrics-0.0.1', 'proto-compact', 'proto-delim', 'proto-text', 'text'],
        env: 'KOPIA_METRICS_FORMAT',
        isHidden: true,
        help: ONLY_WITH_PUSH,
    },
    {
        name: 'otlp-trace',
        env: 'KOPIA_ENABLE_OTLP_TRACE',
        isHidden: true,
        refusal: { why: 'it sends no traces; --log-level=debug tells of every call to the storage' },
        help: 'Refused: Cairn sends no traces.',
    },
    {
        name: 'track-releasable',
        value: 'KIND',
        isRepeated: true,
        env: 'KOPIA_TRACK_RELEASABLE',
        isHidden: true,
        refusal: { why: 'it is for finding leaks in the code of Kopia' },
        help: 'Refused: it is for finding leaks in the code of Kopia.',
    },
    {
        name: 'initial-update-check-delay',
        value: 'DURATION',
        default: '24h',
        env: 'KOPIA_INITIAL_UPDATE_CHECK_DELAY',
        isHidden: true,
        help: NO_UPDATES,
    },
    {
        name: 'update-check-interval',
        value: 'DURATION',
        default: '168h',
        env: 'KOPIA_UPDATE_CHECK_INTERVAL',
        isHidden: true,
        help: NO_UPDATES,
    },
    {
        name: 'update-available-notify-interval',
        value: 'DURATION',
        default: '1h',
        env: 'KOPIA_UPDATE_NOTIFY_INTERVAL',
        isHidden: true,
        help: NO_UPDATES,
    },
];

;// CONCATENATED MODULE: ./lib/cli/log-flags.js
const LOG_LEVELS = ['debug', 'info', 'warning', 'error'];
const NO_CONTENT_LOG = 'Nothing to sweep: Cairn keeps no such log. Taken for scripts written for Kopia.';
const LOG_FLAGS = [
    { name: 'log-level', value: 'LEVEL', choices: LOG_LEVELS, default: 'info', help: 'What is shown on the terminal.' },
    { name: 'verbose', help: 'The same as --log-level=debug.' },
    { name: 'log-file', value: 'PATH', help: 'Append messages to this file.' },
    { name: 'log-dir', value: 'PATH', env: 'KOPIA_LOG_DIR', help: 'Write messages to a new file below this folder, in cli-logs.' },
    { name: 'file-log-level', value: 'LEVEL', choices: LOG_LEVELS, default: 'debug', help: 'What is written to the log file.' },
    { name: 'disable-file-logging', help: 'Write no log file, whatever --log-file and --log-dir say.' },
    {
        name: 'log-dir-max-files',
        value: 'N',
        default: '1000',
        env: 'KOPIA_LOG_DIR_MAX_FILES',
        isHidden: true,
        help: 'Log files to keep in cli-logs below --log-dir; 0 for any number.',
    },
    {
        name: 'log-dir-max-age',
        value: 'DURATION',
        default: '720h',
        env: 'KOPIA_LOG_DIR_MAX_AGE',
        isHidden: true,
        help: 'How long log files in cli-logs are kept; 0 for ever.',
    },
    {
        name: 'log-dir-max-total-size-mb',
        value: 'MB',
        default: '1000',
        env: 'KOPIA_LOG_DIR_MAX_SIZE_MB',
        isHidden: true,
        help: 'Megabytes of log files to keep in cli-logs.',
    },
    {
        name: 'max-log-file-segment-size',
        value: 'BYTES',
        default: '50000000',
        env: 'KOPIA_LOG_FILE_MAX_SEGMENT_SIZE',
        isHidden: true,
        help: 'Go on in a new log file when one would be larger than this.',
    },
    {
        name: 'wait-for-log-sweep',
        isNegatable: true,
        default: true,
        isHidden: true,
        help: 'Delete old log files when the command has ended; otherwise before it begins.',
    },
    { name: 'json-log-console', isHidden: true, help: 'Messages on standard error as JSON, one object in a line.' },
    { name: 'json-log-file', isHidden: true, help: 'Messages in the log file as JSON, one object in a line.' },
    {
        name: 'file-log-local-tz',
        env: 'KOPIA_FILE_LOG_LOCAL_TZ',
        isHidden: true,
        help: 'Times in the log file, and in its name, in the zone of the machine instead of UTC.',
    },
    { name: 'disable-content-log', help: 'Nothing to switch off here: Cairn keeps no such log. Taken for scripts written for Kopia.' },
    {
        name: 'content-log-file',
        value: 'PATH',
        isHidden: true,
        refusal: { why: 'it writes no log of contents' },
        help: 'Refused: Cairn writes no log of contents.',
    },
    {
        name: 'content-log-dir-max-files',
        value: 'N',
        default: '5000',
        env: 'KOPIA_CONTENT_LOG_DIR_MAX_FILES',
        isHidden: true,
        help: NO_CONTENT_LOG,
    },
    {
        name: 'content-log-dir-max-age',
        value: 'DURATION',
        default: '720h',
        env: 'KOPIA_CONTENT_LOG_DIR_MAX_AGE',
        isHidden: true,
        help: NO_CONTENT_LOG,
    },
    {
        name: 'content-log-dir-max-total-size-mb',
        value: 'MB',
        default: '1000',
        env: 'KOPIA_CONTENT_LOG_DIR_MAX_SIZE_MB',
        isHidden: true,
        help: NO_CONTENT_LOG,
    },
    {
        name: 'disable-repository-log',
        env: 'KOPIA_DISABLE_REPOSITORY_LOG',
        help: 'Nothing to switch off here: Cairn stores no logs in the repository. Taken for scripts written for Kopia.',
    },
    {
        name: 'trace-storage',
        isNegatable: true,
        default: true,
        isHidden: true,
        help: 'Tell of every call to the storage, among the messages for debugging.',
    },
    { name: 'console-timestamps', env: 'KOPIA_CONSOLE_TIMESTAMPS', help: 'Begin each message with the time of day.' },
    { name: 'force-color', env: 'KOPIA_FORCE_COLOR', help: 'Colours even where the output is no terminal.' },
    { name: 'disable-color', env: 'KOPIA_DISABLE_COLOR', help: 'No colours.' },
];

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
];


/***/ }),

/***/ 35796:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ GROUPS)
/* harmony export */ });
/** Words of the command line that only hold commands. */
/** Word -> what it is about, with Kopia's other name for it. */
const GROUPS = {
    repository: { summary: 'Create, connect and look at repositories.', alias: 'repo' },
    create: { summary: 'Create a repository.' },
    connect: { summary: 'Connect to a repository.' },
    snapshot: { summary: 'Make, list and restore snapshots.', alias: 'snap' },
    fix: { summary: 'Write snapshots anew without files that cannot be read or are not wanted.' },
    'sync-to': { summary: 'Copy the repository to another place.' },
    repair: { summary: 'Bring back a lost format blob.' },
    throttle: { summary: 'Limits of speed for this connection.' },
    cache: { summary: "Kopia's cache on this machine." },
    policy: { summary: 'Show and change policies in the repository.', alias: 'policies' },
    maintenance: { summary: 'Keep the repository small and quick.', alias: 'gc' },
    blob: { summary: 'Look at the blobs of the storage.' },
    shards: { summary: 'How blobs are laid out in folders.' },
    content: { summary: 'Look at contents.', alias: 'contents' },
    index: { summary: 'Look at the index.' },
    epoch: { summary: 'Generations of the index.' },
    manifest: { summary: 'Look at manifests.' },
    logs: { summary: 'Logs that Kopia stores in the repository.', alias: 'log' },
    benchmark: { summary: 'Measure the algorithms of a repository on this machine.' },
    server: { summary: "Kopia's server; out of the scope of Cairn." },
    acl: { summary: "Access to Kopia's server." },
    users: { summary: "Users of Kopia's server.", alias: 'user' },
    notification: { summary: 'Notifications of Kopia; out of the scope of Cairn.', alias: 'notifications' },
    profile: { summary: 'Where notifications go.' },
    configure: { summary: 'Set up where notifications go.', alias: 'setup' },
    template: { summary: 'Texts of notifications.' },
    upgrade: { summary: 'Upgrade with a lock; out of the scope of Cairn.' },
    session: { summary: 'Writers that are at work.' },
};


/***/ }),

/***/ 53807:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   Dw: () => (/* binding */ jsonWithoutCommands),
/* harmony export */   f$: () => (/* binding */ shownText),
/* harmony export */   n: () => (/* binding */ printText)
/* harmony export */ });
/* harmony import */ var _hooks_sanitize_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
/* harmony import */ var _util_plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11610);
/** Texts that others chose, printed so that neither a terminal nor the runner of a workflow obeys them (docs/hooks.md, "Workflow commands"). */


/** A text without what a terminal would obey; lines stay lines. */
function shownText(text) {
    return text
        .split(/([\n\t])/)
        .map(visiblePart)
        .join('');
}
/** A tab is harmless on a terminal, and programs print many. */
function visiblePart(part) {
    return part === '\n' || part === '\t' ? part : (0,_util_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleText */ .Q)(part);
}
/** Lines of which none is a workflow command; applied last, because hiding a secret may join what was apart. */
function withoutCommands(text) {
    return text.split('\n').map(_hooks_sanitize_js__WEBPACK_IMPORTED_MODULE_1__/* .defuse */ .VP).join('\n');
}
/** JSON of the same value, in which no text is a workflow command. */
function jsonWithoutCommands(json) {
    return json.replace(/#(?=#(?:\[|vso\[))/gi, '\\u0023');
}
/** Prints lines for people on standard output. */
function printText(context, text) {
    context.print(withoutCommands(shownText(text)));
}


/***/ }),

/***/ 42347:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCli: () => (/* binding */ runCli)
});

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/commands/ahead.js
var commands_ahead = __webpack_require__(9927);
// EXTERNAL MODULE: ./lib/commands/run/outcome.js
var outcome = __webpack_require__(62404);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/hooks/masks.js
var masks = __webpack_require__(50317);
// EXTERNAL MODULE: ./lib/log.js
var log = __webpack_require__(97309);
// EXTERNAL MODULE: ./lib/repo/blob/workflow-identity.js
var workflow_identity = __webpack_require__(15312);
// EXTERNAL MODULE: ./lib/repo/config-path.js
var config_path = __webpack_require__(72170);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/util/clock.js
var clock = __webpack_require__(58394);
// EXTERNAL MODULE: ./lib/util/random.js
var random = __webpack_require__(75073);
// EXTERNAL MODULE: ./lib/util/working-directory.js
var working_directory = __webpack_require__(92861);
// EXTERNAL MODULE: ./lib/cli/command-table.js + 21 modules
var command_table = __webpack_require__(68526);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/cli/harmless.js
var harmless = __webpack_require__(53807);
;// CONCATENATED MODULE: ./lib/cli/terminal-log.js

/** A message is shown when its rank is not below that of the chosen level. */
const LEVEL_RANK = { debug: 0, info: 1, warning: 2, error: 3 };
const COLOURS = { debug: '90', notice: '36', warning: '33', error: '31' };
/** A logger for a terminal or a pipe. */
function terminalLog(options, mask) {
    const line = (level, word, message) => {
        if (LEVEL_RANK[level] < LEVEL_RANK[options.level])
            return;
        const stamp = options.stamp?.();
        options.beforeLine();
        if (options.isJson === true) {
            options.write(jsonLine(mask.apply(message), { stamp }));
            return;
        }
        const label = word === undefined ? '' : options.hasColour ? `\u001b[${COLOURS[word]}m${word}\u001b[0m  ` : `${word}  `;
        options.write(`${stamp === undefined ? '' : `${stamp.slice(11, 23)} `}${(0,harmless/* withoutCommands */.Df)(`${label}${mask.apply((0,harmless/* shownText */.f$)(message))}`)}\n`);
    };
    return {
        showsDebug: options.level === 'debug',
        debug: (message) => line('debug', 'debug', message),
        info: (message) => line('info', undefined, message),
        notice: (message) => line('info', 'notice', message),
        warning: (message) => line('warning', 'warning', message),
        error: (message) => line('error', 'error', message),
    };
}
/** A message as a line of JSON, its members as Kopia writes them: level, time, who says it, and what. A terminal does not obey it. */
function jsonLine(message, facts) {
    const json = JSON.stringify({ l: facts.level, t: facts.stamp, n: 'cairn', m: message });
    return `${(0,harmless/* jsonWithoutCommands */.Dw)(json).replace(/[\u007f-\u009f\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}
/** Output of hooks between a line with the title and what the hook says last; the lines are harmless and masked already. */
function hookSink(log) {
    return { openGroup: (title) => log.info(title), line: (text) => log.info(text), closeGroup: () => { } };
}

;// CONCATENATED MODULE: ./lib/cli/file-log.js
/** The log file of a command: every message with its time and level, whatever the terminal shows. */





const JSON_LEVELS = { debug: 'DEBUG', info: 'INFO', warning: 'WARN', error: 'ERROR' };
/** Folder below `--log-dir`, as Kopia calls it. */
const LOG_FOLDER = 'cli-logs';
const LOG_PREFIX = 'cairn-';
/** The log file: `file` as given, else a new one below `folder`; undefined when neither is named. `stamp` is RFC 3339. */
function logFilePlace(given, run) {
    if (given.file !== undefined && given.file !== '')
        return { path: (0,external_node_path_.resolve)(run.cwd, given.file), latest: undefined };
    if (given.folder === undefined || given.folder === '')
        return undefined;
    const folder = (0,external_node_path_.resolve)(run.cwd, given.folder, LOG_FOLDER);
    const name = `${LOG_PREFIX}${stampInName(run.stamp)}-${run.processId}-${run.command.replaceAll(' ', '-')}.0.log`;
    return { path: (0,external_node_path_.join)(folder, name), latest: (0,external_node_path_.join)(folder, 'latest.log') };
}
/** `20260131-150405`, of a time in RFC 3339. */
function stampInName(stamp) {
    return stamp.slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}
/** A logger that appends to a file, readable by its owner only. Errors: CAIRN_LOG_UNWRITABLE when the file cannot be opened. */
function fileLog(options, mask) {
    const { place, stamp, isJson, maxSegmentBytes } = options;
    let segment = 0;
    let file = openLog(place);
    let bytes = (0,external_node_fs_.fstatSync)(file).size;
    const write = (line) => {
        const length = Buffer.byteLength(line);
        if (bytes > 0 && bytes + length > maxSegmentBytes) {
            (0,external_node_fs_.closeSync)(file);
            file = openLog({ ...place, path: segmentPath(place.path, ++segment) });
            bytes = (0,external_node_fs_.fstatSync)(file).size;
        }
        bytes += length;
        (0,external_node_fs_.writeSync)(file, line);
    };
    const line = (level, word, message) => {
        if (LEVEL_RANK[level] < LEVEL_RANK[options.level])
            return;
        try {
            write(isJson
                ? jsonLine(mask.apply(message), { level: JSON_LEVELS[level], stamp: stamp() })
                : `${stamp()} ${word} ${textOf(mask.apply(message))}\n`);
        }
        catch {
            // A full disk must not end what the command is there for, and the terminal has the message.
        }
    };
    return {
        showsDebug: options.level === 'debug',
        debug: (message) => line('debug', 'DEBUG', message),
        info: (message) => line('info', 'INFO', message),
        notice: (message) => line('info', 'NOTICE', message),
        warning: (message) => line('warning', 'WARN', message),
        error: (message) => line('error', 'ERROR', message),
    };
}
function textOf(message) {
    return (0,harmless/* shownText */.f$)(message).replaceAll('\n', '\n  ');
}
/** `a.log` -> `a.1.log`, `a.0.log` -> `a.1.log`. */
function segmentPath(path, segment) {
    const name = (0,external_node_path_.basename)(path);
    const dot = name.lastIndexOf('.');
    const [stem, extension] = dot <= 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `${stem.replace(/\.0$/, '')}.${segment}${extension}`);
}
function openLog({ path, latest }) {
    try {
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true, mode: 0o700 });
        const file = (0,external_node_fs_.openSync)(path, 'a', 0o600);
        if (latest !== undefined)
            pointTo(latest, (0,external_node_path_.basename)(path));
        return file;
    }
    catch (cause) {
        throw new errors/* CairnError */.eb('CAIRN_LOG_UNWRITABLE', `The log file ${path} cannot be written: ${(0,errors/* messageOf */.bD)(cause)}.`, {
            hint: 'Name another one with --log-file or --log-dir, or add --disable-file-logging.',
            cause,
        });
    }
}
function pointTo(link, name) {
    try {
        (0,external_node_fs_.rmSync)(link, { force: true });
        (0,external_node_fs_.symlinkSync)(name, link);
    }
    catch {
        // A convenience: not every system lets everyone make links, and another run may be faster.
    }
}
/** Says everything to both. */
function bothLogs(first, second) {
    const both = (level) => (message) => {
        first[level](message);
        second[level](message);
    };
    const showsDebug = first.showsDebug === true || second.showsDebug === true;
    return { showsDebug, debug: both('debug'), info: both('info'), notice: both('notice'), warning: both('warning'), error: both('error') };
}

// EXTERNAL MODULE: ./lib/cli/flag-values.js
var flag_values = __webpack_require__(50165);
;// CONCATENATED MODULE: ./lib/cli/diagnostics.js
/** Profiles and figures of one run of the program, for whoever looks into its speed or memory. */






/**
 * Starts what the flags ask for. What fails at the end is only a warning. Errors: CAIRN_USAGE for flags that cannot be read,
 * CAIRN_LOG_UNWRITABLE when the folder for the files cannot be made.
 */
async function startDiagnostics(globals, run) {
    const samplingBytes = (0,flag_values/* integerFlag */.tB)(globals, 'profile-memory-rate') ?? 524_288;
    const parts = {
        cpu: globals.isOn('profile-cpu'),
        heap: globals.isOn('profile-store-on-exit') && samplingBytes > 0,
        metrics: globals.isOn('metrics-store-on-exit'),
    };
    const writes = parts.cpu || parts.heap || parts.metrics;
    const folder = writes ? makeFolder(globals.text('diagnostics-output-directory'), run, parts.cpu || parts.heap) : '';
    const profiles = parts.cpu || parts.heap ? await startProfiles(parts, samplingBytes) : undefined;
    return async (log) => {
        if (globals.isOn('dump-allocator-stats'))
            log.info(memoryLine(run.process));
        try {
            await profiles?.((0,external_node_path_.join)(folder, 'profiles'), globals.isOn('profile-go-gc-before-dump'));
            if (parts.metrics)
                save((0,external_node_path_.join)(folder, 'cairn-metrics.prom'), metricsText(run.process));
            if (writes)
                log.info(`Diagnostics are in ${folder}`);
        }
        catch (error) {
            log.warning(`Diagnostics cannot be written to ${folder}: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    };
}
/** A folder of its own for each run, whose name nobody can know before: `kopia-diagnostics/20261123-071857-snapshot-create-x4Yt2Q`. */
function makeFolder(given, run, hasProfiles) {
    if (given === '')
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--diagnostics-output-directory names no folder.');
    const parent = given ?? (0,external_node_path_.join)(run.temporaryDirectory, 'kopia-diagnostics');
    try {
        (0,external_node_fs_.mkdirSync)(parent, { recursive: true, mode: 0o700 });
        // Anyone may have made what bears this name in a folder that is everybody's.
        if (given === undefined)
            refuseForeign(parent, run.process.getuid?.());
        const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent, `${stampInName(run.stamp())}-${run.command.replaceAll(' ', '-')}-`));
        if (hasProfiles)
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(folder, 'profiles'), { mode: 0o700 });
        return folder;
    }
    catch (cause) {
        throw new errors/* CairnError */.eb('CAIRN_LOG_UNWRITABLE', `A folder for diagnostics cannot be made in ${parent}: ${(0,errors/* messageOf */.bD)(cause)}.`, {
            hint: 'Name another one with --diagnostics-output-directory.',
            cause,
        });
    }
}
/** Where files have no owners, `userId` is undefined, and the temporary folder is the user's own. */
function refuseForeign(folder, userId) {
    const stats = (0,external_node_fs_.lstatSync)(folder);
    if (!stats.isDirectory())
        throw new Error('it is no folder');
    if (userId === undefined)
        return;
    if (stats.uid !== userId)
        throw new Error('it belongs to another user');
    if ((stats.mode & 0o022) !== 0)
        throw new Error('other users may write to it');
}
/** Profiles of the main thread, in the formats that the developer tools of browsers and editors open. */
async function startProfiles(parts, samplingBytes) {
    const { Session } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 53119, 19));
    const session = new Session();
    session.connect();
    if (parts.heap)
        await session.post('HeapProfiler.startSampling', { samplingInterval: samplingBytes });
    if (parts.cpu) {
        await session.post('Profiler.enable');
        await session.post('Profiler.start');
    }
    return async (folder, collectsGarbage) => {
        if (parts.cpu)
            save((0,external_node_path_.join)(folder, 'cpu.cpuprofile'), JSON.stringify((await session.post('Profiler.stop')).profile));
        if (parts.heap) {
            if (collectsGarbage)
                await session.post('HeapProfiler.collectGarbage');
            save((0,external_node_path_.join)(folder, 'heap.heapprofile'), JSON.stringify((await session.post('HeapProfiler.stopSampling')).profile));
        }
        session.disconnect();
    };
}
/** Writes a new file, never through a link that somebody else has put there. */
function save(path, text) {
    (0,external_node_fs_.writeFileSync)(path, text, { flag: 'wx', mode: 0o600 });
}
function memoryLine(process) {
    const { heapUsed, heapTotal, external, arrayBuffers } = process.memoryUsage();
    const peak = process.resourceUsage().maxRSS * 1024;
    const buffers = `${(0,format/* formatBytes */.z3)(external)} outside of it, ${(0,format/* formatBytes */.z3)(arrayBuffers)} of that in buffers`;
    return `Memory: ${(0,format/* formatBytes */.z3)(peak)} at most; now ${(0,format/* formatBytes */.z3)(heapUsed)} of ${(0,format/* formatBytes */.z3)(heapTotal)} heap, ${buffers}.`;
}
/** The text format of Prometheus, with the names that its clients give to figures of a process. */
function metricsText(process) {
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
    const { maxRSS, fsRead, fsWrite } = process.resourceUsage();
    const rows = [
        ['process_cpu_seconds_total', 'counter', 'Total user and system CPU time spent in seconds.', (user + system) / 1e6],
        ['process_run_seconds', 'gauge', 'Time since the process was started in seconds.', process.uptime()],
        ['process_resident_memory_bytes', 'gauge', 'Resident memory size in bytes.', rss],
        ['process_resident_memory_max_bytes', 'gauge', 'Largest resident memory size in bytes.', maxRSS * 1024],
        ['process_file_reads_total', 'counter', 'Reads of the file system.', fsRead],
        ['process_file_writes_total', 'counter', 'Writes to the file system.', fsWrite],
        ['nodejs_heap_size_used_bytes', 'gauge', 'Heap that is in use in bytes.', heapUsed],
        ['nodejs_heap_size_total_bytes', 'gauge', 'Heap in bytes.', heapTotal],
        ['nodejs_external_memory_bytes', 'gauge', 'Memory outside of the heap in bytes.', external],
    ];
    return rows.map(([name, type, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`).join('');
}

;// CONCATENATED MODULE: ./lib/cli/output.js
/** Standard output: what a command prints, and whether it arrived. */

/** `onReaderGone` hears of it when nobody reads any more, which is no failure. */
function openOutput(stream, onReaderGone) {
    // The first error is the reason of all others.
    let failure;
    let isTold = false;
    let last = Promise.resolve();
    stream.on('error', (error) => {
        if (error.code === 'EPIPE')
            onReaderGone();
    });
    const begin = (piece) => {
        last = new Promise((done) => {
            stream.write(piece, (error) => {
                failure ??= error ?? undefined;
                done();
            });
        });
        return last;
    };
    const fail = (cause) => {
        isTold = true;
        return new errors/* CairnError */.eb('CAIRN_OUTPUT_UNWRITABLE', `Standard output cannot be written: ${(0,errors/* messageOf */.bD)(cause)}.`, {
            hint: 'What was printed is not complete. Make room where it goes to, or send it elsewhere.',
            cause,
        });
    };
    return {
        print: (text) => void begin(text),
        async write(bytes) {
            await begin(bytes);
            if (failure !== undefined)
                throw fail(failure);
        },
        async finish() {
            await last;
            if (failure !== undefined && failure.code !== 'EPIPE' && !isTold)
                throw fail(failure);
        },
    };
}

// EXTERNAL MODULE: ./node_modules/commander/esm.mjs
var esm = __webpack_require__(48179);
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

// EXTERNAL MODULE: ./lib/cli/global-flags.js + 2 modules
var global_flags = __webpack_require__(54847);
// EXTERNAL MODULE: ./lib/cli/groups.js
var groups = __webpack_require__(35796);
// EXTERNAL MODULE: ./lib/cli/refusals.js
var refusals = __webpack_require__(65433);
;// CONCATENATED MODULE: ./lib/cli/program.js
/** The command table as a commander program: parsing, help and "did you mean". */







/**
 * Parses arguments (without `node` and the script).
 *
 * Errors: CAIRN_USAGE with commander's message, and the nearest name where there is one.
 */
async function parseCommandLine(table, argv, env, version) {
    // To make all commands takes longer than to run a short one. Words that mean a command mean the same among few.
    const meant = table.filter((spec) => mayMean(spec, argv));
    const asked = await parseAmong(meant, argv, env, version).catch(() => undefined);
    // Help and what is wrong is told with all commands in sight.
    return asked?.kind === 'command' ? asked : await parseAmong(table, argv, env, version);
}
async function parseAmong(table, argv, env, version) {
    const showsHidden = argv.includes('--help-full');
    const isFull = showsHidden || argv.includes('--help-long');
    let parsed;
    let text = '';
    const configure = (command, flags = []) => command
        .exitOverride()
        .showSuggestionAfterError(true)
        .helpOption('--help', 'Show this help.')
        .configureHelp(helpOf(flags, showsHidden))
        .configureOutput({
        writeOut: (chunk) => {
            text += chunk;
        },
        writeErr: () => { },
    });
    const root = configure(new esm/* Command */.uB('cairn'), global_flags/* GLOBAL_FLAGS */.a)
        .description('Snapshots in a genuine Kopia repository, with hooks from a policy file.')
        .version(version, '--version', 'Show version and commit.')
        .addOption(new esm/* Option */.c$('--help-full', 'Show the help of every command, with hidden flags.'))
        .helpCommand('help [command]', 'Show the help of a command.');
    for (const flag of global_flags/* GLOBAL_FLAGS */.a)
        addFlag(root, flag, env);
    for (const spec of table) {
        const command = configure(descend(root, spec, table, configure), spec.flags);
        if (!isFull && !mayMean(spec, argv))
            continue;
        for (const flag of spec.flags)
            addFlag(command, flag, env);
        for (const argument of spec.arguments ?? []) {
            const name = argument.isRepeated ? `${argument.name}...` : argument.name;
            command.addArgument(new esm/* Argument */.ef(argument.isRequired ? `<${name}>` : `[${name}]`, argument.help));
        }
        for (const flag of global_flags/* GLOBAL_FLAGS */.a)
            addFlag(command, flag, env, true);
        const examples = spec.examples === undefined ? '' : `\nExamples:\n${spec.examples.map((line) => `  $ ${line}`).join('\n')}\n`;
        command.addHelpText('after', `${examples}\nFlags that every command takes: cairn --help`);
        if (spec.isRefused === true)
            command.allowUnknownOption().allowExcessArguments();
        command.action((...received) => {
            const names = spec.arguments ?? [];
            const values = Object.fromEntries(names.map((argument, index) => [argument.name, readArgument(received[index])]));
            const input = new CommandInput(values, readFlags(command, spec.flags));
            const globals = new CommandInput({}, { ...readFlags(root, global_flags/* GLOBAL_FLAGS */.a), ...givenFlags(command, global_flags/* GLOBAL_FLAGS */.a) });
            (0,flag_values/* checkValues */.Xj)(global_flags/* GLOBAL_FLAGS */.a, globals);
            (0,refusals.refuseFlags)(global_flags/* GLOBAL_FLAGS */.a, globals);
            (0,refusals.refuseFlags)(spec.flags, input);
            parsed = { kind: 'command', spec, input, globals };
        });
    }
    // `help snapshot list` is `snapshot list --help`, at every depth.
    const asked = argv[0] === 'help' ? argv.slice(1) : [];
    const isKnown = asked.length > 0 && nearestCommand(root, asked).depth === asked.length;
    const words = asked.length === 0 ? [...argv] : isKnown ? [...asked, '--help'] : asked;
    const script = COMPLETION_FLAGS[argv[0] ?? ''];
    if (script !== undefined)
        return { kind: 'text', text: (await __webpack_require__.e(/* import() */ 6660).then(__webpack_require__.bind(__webpack_require__, 26660))).completionScript(script, table) };
    if (isFull)
        return { kind: 'text', text: fullHelp(root, table) };
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
/** Kopia's flags for what "completion" prints. */
const COMPLETION_FLAGS = { '--completion-script-bash': 'bash', '--completion-script-zsh': 'zsh' };
/** Whether the words of a command are all there: the others, and their flags, some thousands, need not be made. */
function mayMean({ path, aliases }, argv) {
    return path.every((word, index) => {
        const others = index === path.length - 1 ? (aliases ?? []) : [groups/* GROUPS */.f[word]?.alias ?? word];
        return argv.includes(word) || others.some((other) => argv.includes(other));
    });
}
/** How the help shows flags; that of `--help-full` has hidden ones as well, as in Kopia. */
function helpOf(flags, showsHidden) {
    const optionTerm = (option) => flagTerm(option, flags);
    if (!showsHidden)
        return { optionTerm };
    const names = new Set(flags.map(({ name }) => `--${name}`));
    return { optionTerm, visibleOptions: ({ options }) => options.filter(({ hidden, long }) => !hidden || names.has(long ?? '')) };
}
/** The help of the program and of every command. */
function fullHelp(root, table) {
    const commands = table.map(({ path }) => nearestCommand(root, path).command);
    return [root, ...commands].map((command) => command.helpInformation()).join('\n');
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
    return KOPIA_COMMANDS.has(word)
        ? 'Cairn does not have it. Stock "kopia" does it with the same repository and the same connection file.'
        : undefined;
}
const KOPIA_COMMANDS = new Set(['prefetch', 'sync']);
/** Commands that are refused, and groups with nothing else in them: the help does not offer them. */
const REFUSED_WORDS = new WeakSet();
/** Where to read on: a group names its commands. */
function helpHint(command) {
    const words = [];
    for (let at = command; at !== null; at = at.parent)
        words.unshift(at.name());
    const below = command.commands.filter((each) => !REFUSED_WORDS.has(each)).map((each) => each.name());
    return `${below.length === 0 ? '' : `Commands: ${below.join(', ')}. `}Run "${words.join(' ')} --help".`;
}
/** Finds or makes the groups above a command, then the command itself. */
function descend(root, spec, table, configure) {
    let at = root;
    for (const [depth, word] of spec.path.entries()) {
        const known = at.commands.find((command) => command.name() === word);
        const path = spec.path.slice(0, depth + 1);
        const isHidden = table.every((each) => each.isRefused === true || !path.every((part, index) => each.path[index] === part));
        const next = known ?? configure(at.command(word, { hidden: isHidden }));
        if (isHidden)
            REFUSED_WORDS.add(next);
        if (depth === spec.path.length - 1) {
            next.summary(spec.summary).description(spec.details === undefined ? spec.summary : `${spec.summary}\n\n${spec.details}`);
            for (const alias of spec.aliases ?? [])
                next.alias(alias);
        }
        else if (known === undefined) {
            const group = groups/* GROUPS */.f[word];
            next.description(group?.summary ?? word);
            if (group?.alias !== undefined)
                next.alias(group.alias);
        }
        at = next;
    }
    return at;
}
function addFlag(command, flag, env, isHidden = false) {
    const short = flag.short === undefined ? '' : `-${flag.short}, `;
    const option = new esm/* Option */.c$(`${short}--${flag.name}${flag.value === undefined ? '' : ` <${flag.value}>`}`, helpText(flag));
    if (flag.choices !== undefined)
        option.choices([...flag.choices]);
    const given = flag.env === undefined ? undefined : env[flag.env];
    const lines = given?.split(/\r?\n/);
    // What is typed replaces the variable, and adds to what else is typed.
    if (flag.isRepeated)
        option.argParser((value, before) => [...(Array.isArray(before) && before !== lines ? before : []), value]);
    if (isHidden || flag.isHidden === true)
        option.hideHelp();
    if (!isHidden) {
        if (given !== undefined && given !== '')
            option.default(flag.value === undefined ? isTrue(given) : flag.isRepeated ? lines : given);
        else if (flag.default === true)
            option.default(true, 'on');
        else if (flag.default !== undefined)
            option.default(flag.default, String(flag.default));
    }
    command.addOption(option);
    // As in Kopia, every switch can be taken back; the help shows that form only where it says something.
    if (flag.value === undefined)
        command.addOption(new esm/* Option */.c$(`--no-${flag.name}`).hideHelp());
}
function helpText(flag) {
    return `${flag.help}${flag.env === undefined ? '' : ` ($${flag.env})`}`;
}
/** `-l, --[no-]long`, as Kopia writes switches that have both forms. */
function flagTerm(option, flags) {
    const name = option.long?.slice(2) ?? '';
    return flags.some((flag) => flag.name === name && flag.isNegatable === true)
        ? option.flags.replace(`--${name}`, `--[no-]${name}`)
        : option.flags;
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
        if (flag.choices !== undefined &&
            typeof value === 'string' &&
            isDefaulted &&
            value !== flag.default &&
            !flag.choices.includes(value)) {
            throw new errors/* CairnError */.eb('CAIRN_USAGE', `${flag.env} "${value}" is invalid. Allowed choices are ${flag.choices.join(', ')}.`);
        }
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

;// CONCATENATED MODULE: ./lib/cli/progress.js

const TTY_INTERVAL_MS = 100;
const LINE_INTERVAL_MS = 30_000;
/** Shows progress on `output`. */
function terminalProgress(output, clock) {
    const intervalMs = output.intervalMs ?? (output.isTty ? TTY_INTERVAL_MS : LINE_INTERVAL_MS);
    let phase = '';
    let expected;
    let unit;
    let startedMs = 0;
    let shownMs = 0;
    let isShown = false;
    const clear = () => {
        if (isShown)
            output.write('\r\u001b[2K');
        isShown = false;
    };
    return {
        start(name, total, counted) {
            unit = counted;
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
            const line = describe({ phase, unit, expected, elapsedMs: now - startedMs }, counters);
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
function describe({ phase, unit, expected, elapsedMs }, counters) {
    const share = expected === undefined || expected.bytes === 0 ? '' : `${Math.min(100, Math.floor((counters.bytes / expected.bytes) * 100))} %, `;
    const errors = counters.errors === 0 ? '' : `, ${(0,format/* formatCount */.B4)(counters.errors)} errors`;
    // Of what is no file, nothing is known but how many and how large.
    const details = unit === undefined ? `; ${(0,format/* formatBytes */.z3)(counters.hashedBytes)} read, ${(0,format/* formatBytes */.z3)(counters.uploadedBytes)} uploaded${errors}` : errors;
    return `${phase}: ${share}${(0,format/* formatCount */.B4)(counters.files)} ${unit ?? 'files'}, ${(0,format/* formatBytes */.z3)(counters.bytes)}${details}, ${(0,format/* formatDuration */.a3)(elapsedMs)}`;
}

// EXTERNAL MODULE: ./lib/commands/read-cache.js + 3 modules
var read_cache = __webpack_require__(87407);
;// CONCATENATED MODULE: ./lib/cli/read-cache-flags.js
/** Cairn's own cache from the flags that every command takes. */





const BYTES_PER_MB = 1e6;
/** Undefined with a size of 0. Errors: CAIRN_USAGE. */
function readCacheSettings(globals, user) {
    const sizeMb = (0,flag_values/* numberFlag */.C$)(globals, 'read-cache-size-mb') ?? read_cache/* DEFAULT_READ_CACHE_BYTES */["in"] / BYTES_PER_MB;
    if (sizeMb < 0)
        throw new errors/* CairnError */.eb('CAIRN_USAGE', '--read-cache-size-mb cannot be negative.');
    if (sizeMb === 0)
        return undefined;
    const given = globals.text('read-cache-directory') || undefined;
    const directory = given === undefined ? (0,config_path/* readCacheDirectory */.Oq)(user) : (0,external_node_path_.resolve)(user.workingDirectory, given);
    return { directory, limitBytes: sizeMb * BYTES_PER_MB, isForAll: given !== undefined };
}

;// CONCATENATED MODULE: ./lib/cli/log-sweep.js
/** Deletes old log files of Cairn, by Kopia's rules for its own. */




/**
 * Deletes files named `cairn-….log` in `folder`, from the newest on: those beyond the number, beyond the total size, and older than the age.
 * Without number and age nothing is deleted. `warn` hears of what cannot be: logs must not fail a command.
 */
function sweepLogs(folder, { maxFiles, maxAgeMs, maxTotalBytes }, nowMs, warn) {
    if (maxFiles <= 0 && maxAgeMs <= 0)
        return;
    let total = 0;
    for (const [index, { path, bytes, modifiedMs }] of logFiles(folder).entries()) {
        total += bytes;
        const isOld = maxAgeMs > 0 && modifiedMs < nowMs - maxAgeMs;
        if (!isOld && total <= maxTotalBytes && (maxFiles <= 0 || index < maxFiles))
            continue;
        try {
            (0,external_node_fs_.rmSync)(path, { force: true });
        }
        catch (error) {
            warn(`The old log file ${path} cannot be deleted: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
}
/** Newest first. */
function logFiles(folder) {
    const found = [];
    for (const name of namesIn(folder)) {
        if (!name.startsWith(LOG_PREFIX) || !name.endsWith('.log'))
            continue;
        const path = (0,external_node_path_.join)(folder, name);
        const stat = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
        // Another run may have swept it meanwhile.
        if (stat?.isFile())
            found.push({ path, bytes: stat.size, modifiedMs: stat.mtimeMs });
    }
    return found.sort((a, b) => b.modifiedMs - a.modifiedMs || (a.path < b.path ? 1 : -1));
}
function namesIn(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
}

// EXTERNAL MODULE: ./lib/cli/zone.js + 1 modules
var cli_zone = __webpack_require__(469);
;// CONCATENATED MODULE: ./lib/cli/time-text.js
/** Times in the results of commands, in the zone that was asked for and in Kopia's layouts. */

/** The texts for `--timezone=asked` (`local`, `utc`, `original` or a name) on a machine with this `TZ`. Errors: CAIRN_USAGE for an unknown name. */
function timeTexts(asked, tz) {
    const machine = (0,cli_zone/* machineZone */.sT)(tz);
    const zone = zoneOf(asked ?? 'local', machine);
    const recorded = asked === 'original' ? cli_zone/* UTC */.xW : zone;
    return {
        text: (ns) => layOut(ns, zone, ''),
        precise: (ns) => layOut(ns, zone, `.${fraction(ns).slice(0, 3)}`),
        recorded: (ns) => layOut(ns, recorded, ''),
        go: (ns) => goText(ns, machine),
        stamp: (ns) => stampText(ns, machine),
    };
}
function zoneOf(asked, machine) {
    if (asked === 'local' || asked === 'original' || asked === 'Local')
        return machine;
    return asked === 'utc' ? cli_zone/* UTC */.xW : (0,cli_zone/* zoneNamed */.uA)(asked);
}
function layOut(ns, zone, after) {
    const { name, clock } = at(ns, zone);
    return `${clock.replace('T', ' ')}${after} ${name}`;
}
function goText(ns, zone) {
    const { name, clock, offsetSeconds } = at(ns, zone);
    const digits = fraction(ns).replace(/0+$/, '');
    return `${clock.replace('T', ' ')}${digits === '' ? '' : `.${digits}`} ${(0,cli_zone/* offsetText */.VU)(offsetSeconds, '')} ${name}`;
}
function stampText(ns, zone) {
    const { clock, offsetSeconds } = at(ns, zone);
    return `${clock}.${fraction(ns).slice(0, 6)}${offsetSeconds === 0 ? 'Z' : (0,cli_zone/* offsetText */.VU)(offsetSeconds, ':')}`;
}
/** The whole second that a moment is in, as the zone's clocks show it. */
function at(ns, zone) {
    const seconds = Number((ns - mod(ns)) / NS_PER_SECOND);
    const { name, offsetSeconds } = zone(seconds);
    return { clock: new Date((seconds + offsetSeconds) * 1000).toISOString().slice(0, 19), name, offsetSeconds };
}
const NS_PER_SECOND = 1000000000n;
function mod(ns) {
    return ((ns % NS_PER_SECOND) + NS_PER_SECOND) % NS_PER_SECOND;
}
/** Nine digits. */
function fraction(ns) {
    return String(mod(ns)).padStart(9, '0');
}

;// CONCATENATED MODULE: ./lib/cli/run-logs.js
/** The logs of one run of the command line, as its flags ask for them. */






/** Opens the logs. Errors: CAIRN_LOG_UNWRITABLE, CAIRN_USAGE for flags that cannot be read. */
function openLogs(options, mask) {
    const { globals, times, clock } = options;
    const localStamp = () => times.stamp(clock.nowNs());
    const terminal = terminalLog({
        level: options.level,
        hasColour: options.hasColour,
        isJson: globals.isOn('json-log-console'),
        beforeLine: options.beforeLine,
        write: options.write,
        ...(globals.isOn('console-timestamps') ? { stamp: localStamp } : {}),
    }, mask);
    const fileStamp = globals.isOn('file-log-local-tz') ? localStamp : () => UTC_TIMES.stamp(clock.nowNs());
    const sweep = sweepOf(globals);
    const maxSegmentBytes = (0,flag_values/* integerFlag */.tB)(globals, 'max-log-file-segment-size') ?? 0;
    const place = placeOf(options, fileStamp());
    const file = place === undefined
        ? undefined
        : fileLog({
            place,
            level: toLevel(globals.text('file-log-level')),
            stamp: fileStamp,
            isJson: globals.isOn('json-log-file'),
            maxSegmentBytes: maxSegmentBytes > 0 ? maxSegmentBytes : Number.POSITIVE_INFINITY,
        }, mask);
    const log = tracing(globals, file === undefined ? terminal : bothLogs(terminal, file));
    const failed = (text) => file?.error(text);
    const close = () => {
        if (place?.latest !== undefined)
            sweepLogs((0,external_node_path_.dirname)(place.path), sweep, clock.nowMs(), terminal.warning);
    };
    if (globals.choice('wait-for-log-sweep') !== false)
        return { log, failed, close };
    close();
    return { log, failed, close: () => { } };
}
const UTC_TIMES = timeTexts('utc', 'UTC');
function placeOf({ globals, command, process }, stamp) {
    if (globals.isOn('disable-file-logging'))
        return undefined;
    const given = { file: globals.text('log-file'), folder: globals.text('log-dir') };
    return logFilePlace(given, { cwd: process.cwd, command, stamp, processId: process.id });
}
function sweepOf(globals) {
    return {
        maxFiles: (0,flag_values/* integerFlag */.tB)(globals, 'log-dir-max-files') ?? 0,
        maxAgeMs: Number(((0,flag_values/* durationFlagNs */.mM)(globals, 'log-dir-max-age') ?? 0n) / 1000000n),
        maxTotalBytes: ((0,flag_values/* numberFlag */.C$)(globals, 'log-dir-max-total-size-mb') ?? 0) * 1e6,
    };
}
/** How the layer around every storage begins what it says. */
const STORAGE_TRACE = 'storage: ';
function tracing(globals, log) {
    if (globals.choice('trace-storage') !== false)
        return log;
    return {
        ...log,
        debug(message) {
            if (!message.startsWith(STORAGE_TRACE))
                log.debug(message);
        },
    };
}
/** The level that a flag names; `info` for none. */
function toLevel(text) {
    return text === 'debug' || text === 'warning' || text === 'error' ? text : 'info';
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
    const output = openOutput(process.stdout, () => {
        if (isReader)
            process.exit(0);
    });
    // A run goes on and saves its snapshots although nobody listens any more.
    process.stderr.on('error', () => { });
    let isJson = process.argv.includes('--json');
    let isVerbose = false;
    let isJsonConsole = false;
    let command = '';
    let logs;
    let stopDiagnostics;
    let ahead;
    const stop = new AbortController();
    // Every request that is under way listens to it.
    (0,external_node_events_.setMaxListeners)(0, stop.signal);
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
    let exitCode = 0;
    const fail = (error) => {
        const code = (0,outcome/* exitCodeOf */.FO)(error);
        const ownCode = code === outcome/* EXIT_CODES */.ai.cancelled && stopCode !== 0 ? stopCode : code;
        exitCode ||= ownCode;
        const text = (0,harmless/* withoutCommands */.Df)(mask.apply(errorText(withHint(error, command), isJson, isVerbose, ownCode)));
        logs?.failed(text.trimEnd());
        process.stderr.write(isJsonConsole && !isJson ? jsonLine(text.trimEnd(), {}) : text);
    };
    try {
        const version = `cairn ${build.version} (commit ${build.commit})`;
        const parsed = await parseCommandLine(command_table/* COMMANDS */.L, process.argv.slice(2), process.env, version);
        if (parsed.kind === 'text') {
            output.print(parsed.text);
            return;
        }
        const directory = (0,working_directory/* workingDirectory */.p)(process, process.env['PWD']);
        isJson = parsed.input.isOn('json');
        isReader = parsed.spec.isReader === true;
        command = parsed.spec.path.join(' ');
        isJsonConsole = parsed.globals.isOn('json-log-console');
        isVerbose = parsed.globals.isOn('verbose');
        const face = faceOf(process, parsed, directory.path, mask);
        logs = face.logs;
        if (directory.isGone)
            logs.log.warning(`The current folder is gone: relative paths start in ${directory.path}.`);
        const context = contextOf(process, parsed, face, output, directory.path, build, entryUrl, mask, stop.signal);
        stopDiagnostics = await startDiagnostics(parsed.globals, {
            command,
            temporaryDirectory: context.os.temporaryDirectory,
            stamp: () => face.times.stamp(clock/* systemClock */.m.nowNs()),
            process,
        });
        if (parsed.spec.opensRepository === true)
            ahead = (0,commands_ahead/* openAhead */.i)(context);
        await ahead?.underWay;
        const code = await parsed.spec.run({ ...context, ahead }, parsed.input);
        exitCode = stop.signal.aborted && code !== 0 ? stopCode : code;
    }
    catch (error) {
        fail(error);
    }
    finally {
        await output.finish().catch(fail);
        process.exitCode = exitCode;
        ahead?.abandon();
        if (logs !== undefined)
            await stopDiagnostics?.(logs.log);
        logs?.close();
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
            process.off(signal, onSignal);
    }
}
function faceOf(process, { spec, input, globals }, cwd, mask) {
    const level = globals.isOn('verbose') ? 'debug' : toLevel(globals.text('log-level'));
    const isTty = process.stderr.isTTY === true;
    const write = (text) => void process.stderr.write(text);
    const intervalMs = (0,flag_values/* durationFlagMs */.$K)(globals, 'progress-update-interval');
    const progress = globals.choice('progress') === false || input.isOn('json') || level === 'error'
        ? { ...log/* nullProgress */.B, clear: () => { } }
        : terminalProgress({ isTty, columns: () => process.stderr.columns ?? 80, write, intervalMs }, clock/* systemClock */.m);
    const times = timeTexts(globals.text('timezone'), process.env['TZ']);
    const logs = openLogs({
        globals,
        command: spec.path.join(' '),
        level,
        hasColour: hasColour(globals, process.env, isTty),
        times,
        clock: clock/* systemClock */.m,
        process: { cwd, id: process.pid },
        beforeLine: progress.clear,
        write,
    }, mask);
    return { times, progress, logs };
}
function contextOf(process, parsed, face, output, cwd, build, entryUrl, mask, signal) {
    const { globals } = parsed;
    const { times, progress, logs: { log }, } = face;
    const env = { ...process.env };
    // The SDK of AWS prints a notice about this version of Node, which is not for the user to act on. Hooks do not see the variable.
    process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
    const configFlag = globals.text('config-file');
    const home = (0,external_node_os_.homedir)();
    return {
        env,
        cwd,
        platform: process.platform,
        os: { userName: (0,external_node_os_.userInfo)().username, hostName: (0,external_node_os_.hostname)(), homeDirectory: home, temporaryDirectory: (0,external_node_os_.tmpdir)() },
        clock: clock/* systemClock */.m,
        random: random/* systemRandom */.v,
        log,
        progress,
        signal,
        version: build.version,
        entryUrl,
        promptPassword: process.stdin.isTTY
            ? async (question) => await (await __webpack_require__.e(/* import() */ 3550).then(__webpack_require__.bind(__webpack_require__, 63550))).promptHidden(question, process.stdin, process.stderr)
            : undefined,
        identityToken: (0,workflow_identity/* workflowIdentity */.c)({ env, clock: clock/* systemClock */.m, mask: (secret) => void mask.add(secret), signal }),
        mask: (secret) => void mask.add(secret),
        masks: mask,
        hookSink: hookSink(log),
        group: { start: (title) => log.debug(title), end: () => { } },
        autoMaintenance: globals.choice('auto-maintenance'),
        readCache: readCacheSettings(globals, { platform: process.platform, env, home, workingDirectory: cwd }),
        workers: undefined,
        print: (line) => {
            progress.clear();
            output.print(`${line}\n`);
        },
        write: output.write,
        configPath: (0,config_path/* resolveConfigPath */.c6)(configFlag, { platform: process.platform, env, home, workingDirectory: cwd }),
        isConfigPathGiven: configFlag !== undefined && configFlag !== '',
        passwordFlag: globals.text('password'),
        persistCredentials: globals.choice('persist-credentials') === true,
        isVerbose: globals.isOn('verbose'),
        times,
        dangerousCommands: globals.text('dangerous-commands') ?? globals.text('advanced-commands'),
        // A stream without an encoding gives bytes.
        input: () => process.stdin,
        readInput: (maxBytes) => readInput(process.stdin, maxBytes),
    };
}
function hasColour(globals, env, isTty) {
    if (globals.isOn('disable-color'))
        return false;
    if (globals.isOn('force-color'))
        return true;
    return env['FORCE_COLOR'] !== undefined ? env['FORCE_COLOR'] !== '0' : isTty && !env['NO_COLOR'];
}
async function readInput(input, maxBytes) {
    const parts = [];
    let length = 0;
    for await (const part of input) {
        // A stream without an encoding gives bytes.
        const bytes = part;
        length += bytes.length;
        if (length > maxBytes)
            throw new errors/* CairnError */.eb('CAIRN_USAGE', `Standard input is longer than ${maxBytes} bytes.`);
        parts.push(bytes);
    }
    return (0,bytes/* concatBytes */.Id)(parts);
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
        return `${(0,harmless/* jsonWithoutCommands */.Dw)(JSON.stringify({ type: 'error', code, message, ...(hint === undefined ? {} : { hint }), exitCode }))}\n`;
    const lines = [`${code}  ${message}`];
    if (hint !== undefined)
        lines.push(`hint  ${hint}`);
    if (isVerbose || !(error instanceof errors/* CairnError */.eb))
        lines.push(...causes(error));
    return `${(0,harmless/* shownText */.f$)(lines.join('\n'))}\n`;
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

/***/ 65433:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   refuseCommand: () => (/* binding */ refuseCommand),
/* harmony export */   refuseFlags: () => (/* binding */ refuseFlags)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Flags and commands of Kopia that Cairn knows by name and does not do: they are refused, never ignored. */

/** Fails with CAIRN_NOT_SUPPORTED when one of `flags` that are refused is in use, typed or by its variable. */
function refuseFlags(flags, input) {
    for (const { name, env, value, isRepeated, refusal } of flags) {
        if (refusal === undefined)
            continue;
        const given = value === undefined ? (input.isOn(name) ? ['on'] : []) : isRepeated ? input.list(name) : [input.text(name) ?? ''];
        if (given.every((text) => text === '' || refusal.allows?.includes(text) === true))
            continue;
        const variable = env === undefined ? '' : ` or ${env}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_NOT_SUPPORTED', `--${name} is a flag of Kopia that Cairn does not have: ${refusal.why}.`, {
            hint: `Leave out --${name}${variable}, or run this command with "kopia": it opens the same repository.`,
        });
    }
}
/** Always fails with CAIRN_NOT_SUPPORTED, saying why there is no such command and what has it. */
function refuseCommand(words, why) {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_NOT_SUPPORTED', `"${words}" is out of the scope of Cairn. ${why}`, {
        hint: `Run "kopia ${words}": stock Kopia opens the same repository with the same connection file.`,
    });
}


/***/ }),

/***/ 469:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xW: () => (/* binding */ UTC),
  sT: () => (/* binding */ machineZone),
  VU: () => (/* binding */ offsetText),
  uA: () => (/* binding */ zoneNamed)
});

// UNUSED EXPORTS: zoneFrom

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/util/time-zone.js
var time_zone = __webpack_require__(60726);
;// CONCATENATED MODULE: ./lib/util/tzif.js
/**
 * Tables of a time zone as Unix systems keep them (RFC 9636), for what JavaScript cannot tell: the short name of local time.
 *
 *     header, version 1    magic "TZif"(4) | version(1) | reserved(15) | six counts(4 each, BE):
 *                          isUt, isStandard, leapSecond, transition, type, nameByte
 *     data, version 1      times(4 x transitions) | type indices(1 x transitions) | types(6 each) | names | leap(8 each) | flags
 *     header, version 2    the same again, for 64-bit times
 *     data, version 2      times(8 x transitions) | type indices | types: offset(4) isDst(1) nameIndex(1) | names | …
 *     footer               "\n" rule for later times "\n", such as CET-1CEST,M3.5.0,M10.5.0/3
 */
const HEADER_BYTES = 44;
/** Reads version 2 and later; undefined for anything else, since whoever asks has another source. */
function decodeZoneTable(bytes) {
    const head = readHeader(bytes, 0);
    if (head === undefined || head.version < 0x32)
        return undefined;
    const start = HEADER_BYTES + dataBytes(head, 4);
    const { transitions: count, types: typeCount, nameBytes, ...rest } = readHeader(bytes, start) ?? NO_HEADER;
    const end = start + HEADER_BYTES + dataBytes({ transitions: count, types: typeCount, nameBytes, ...rest }, 8);
    if (typeCount === 0 || end > bytes.length)
        return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const at = { times: start + HEADER_BYTES, indices: 0, types: 0, names: 0 };
    at.indices = at.times + 8 * count;
    at.types = at.indices + count;
    at.names = at.types + 6 * typeCount;
    const types = Array.from({ length: typeCount }, (_, index) => {
        const nameAt = at.names + view.getUint8(at.types + 6 * index + 5);
        const nameEnd = bytes.indexOf(0, nameAt);
        const name = latin1(bytes.subarray(nameAt, nameEnd < 0 || nameEnd > at.names + nameBytes ? nameAt : nameEnd));
        return { offsetSeconds: view.getInt32(at.types + 6 * index), name, isDst: view.getUint8(at.types + 6 * index + 4) !== 0 };
    });
    const first = types.find(({ isDst }) => !isDst) ?? types[0];
    const used = Array.from({ length: count }, (_, index) => types[view.getUint8(at.indices + index)]);
    if (first === undefined || used.some((type) => type === undefined))
        return undefined;
    return {
        transitions: Array.from({ length: count }, (_, index) => Number(view.getBigInt64(at.times + 8 * index))),
        types: used.filter((type) => type !== undefined),
        first,
        rule: decodeRule(latin1(bytes.subarray(end))),
    };
}
/** What the table says of a moment; undefined after its last transition when a rule goes on from there. */
function zoneTimeAt({ transitions, types, first, rule }, seconds) {
    let low = 0;
    let high = transitions.length;
    while (low < high) {
        const middle = (low + high) >>> 1;
        if ((transitions[middle] ?? 0) <= seconds)
            low = middle + 1;
        else
            high = middle;
    }
    if (low === transitions.length && rule.length > 0)
        return undefined;
    return low === 0 ? first : types[low - 1];
}
const NO_HEADER = { version: 0, flags: 0, leaps: 0, transitions: 0, types: 0, nameBytes: 0 };
function readHeader(bytes, at) {
    if (at + HEADER_BYTES > bytes.length || latin1(bytes.subarray(at, at + 4)) !== 'TZif')
        return undefined;
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER_BYTES);
    const count = (index) => view.getUint32(20 + 4 * index);
    return {
        version: view.getUint8(4),
        flags: count(0) + count(1),
        leaps: count(2),
        transitions: count(3),
        types: count(4),
        nameBytes: count(5),
    };
}
function dataBytes({ flags, leaps, transitions, types, nameBytes }, timeBytes) {
    return transitions * (timeBytes + 1) + types * 6 + nameBytes + leaps * (timeBytes + 4) + flags;
}
const RULE = /^\n(?:<([^>]+)>|([A-Za-z]+))([+-]?[\d:]+)(?:(?:<([^>]+)>|([A-Za-z]+))([+-]?[\d:]+)?,[^\n]*)?\n/;
/** The names of the rule with their offsets, which it writes with the sign turned round; summer time is an hour ahead unless it says otherwise. */
function decodeRule(footer) {
    const match = RULE.exec(footer);
    if (match === null)
        return [];
    const standard = { name: match[1] ?? match[2] ?? '', offsetSeconds: ruleOffset(match[3] ?? '0') };
    const summer = match[4] ?? match[5];
    if (summer === undefined)
        return [standard];
    return [standard, { name: summer, offsetSeconds: match[6] === undefined ? standard.offsetSeconds + 3600 : ruleOffset(match[6]) }];
}
function ruleOffset(text) {
    const [hours = 0, minutes = 0, seconds = 0] = text.replace(/^[+-]/, '').split(':').map(Number);
    const size = hours * 3600 + minutes * 60 + seconds;
    return text.startsWith('-') ? size : -size;
}
function latin1(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

;// CONCATENATED MODULE: ./lib/cli/zone.js
/** The time zone that times are shown in: `--timezone`, with the names that Kopia prints. */




const UTC = () => ({ offsetSeconds: 0, name: 'UTC' });
const FOLDERS = ['/usr/share/zoneinfo', '/usr/share/lib/zoneinfo', '/usr/lib/locale/TZ', '/etc/zoneinfo'];
/** The zone of the process: `TZ`, else what the machine is set to. A `TZ` that names nothing is UTC. */
function machineZone(tz) {
    let zone;
    // Looked up when a time is shown: most commands show none, and the runtime takes its time to load its tables.
    return (seconds) => {
        zone ??= lookUpMachineZone(tz);
        return zone(seconds);
    };
}
function lookUpMachineZone(tz) {
    if (tz === undefined)
        return zoneFrom(readTable('/etc/localtime'), time_zone/* localZone */.sK, () => Intl.DateTimeFormat().resolvedOptions().timeZone);
    const name = tz.replace(/^:/, '');
    if (name === '' || name === 'UTC')
        return UTC;
    const table = name.startsWith('/') ? readTable(name) : findTable(name);
    return table === undefined && !isNamed(name) ? UTC : zoneFrom(table, isNamed(name) ? (0,time_zone/* namedZone */.mQ)(name) : time_zone/* localZone */.sK, () => name);
}
/** A zone by its name in the tables of the machine or of the runtime. Errors: CAIRN_USAGE when neither knows it. */
function zoneNamed(name) {
    if (name === '' || name === 'UTC')
        return UTC;
    const table = findTable(name);
    if (table === undefined && !isNamed(name)) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `--timezone "${name}" is not a time zone.`, {
            hint: 'Write local, utc, original or a name such as Europe/Berlin.',
        });
    }
    return zoneFrom(table, isNamed(name) ? (0,time_zone/* namedZone */.mQ)(name) : time_zone/* utcZone */.xH, () => name);
}
/**
 * The table where there is one. Later than it reaches, and without one, the runtime knows the offset, and the rule or the runtime a name for it.
 *
 * `name` is asked only then: the runtime takes its time to load its tables.
 */
function zoneFrom(table, offsetAt, name) {
    return (seconds) => {
        const known = table === undefined ? undefined : zoneTimeAt(table, seconds);
        if (known !== undefined)
            return known;
        const offsetSeconds = offsetAt(seconds * 1000) * 60;
        const ruled = table?.rule.find((time) => time.offsetSeconds === offsetSeconds);
        return ruled ?? { offsetSeconds, name: runtimeName(name(), seconds) ?? offsetName(offsetSeconds) };
    };
}
function findTable(name) {
    if (name.includes('..') || name.startsWith('/') || name.includes('\\'))
        return undefined;
    for (const folder of FOLDERS) {
        const table = readTable(`${folder}/${name}`);
        if (table !== undefined)
            return table;
    }
    return undefined;
}
function readTable(path) {
    try {
        return decodeZoneTable((0,external_node_fs_.readFileSync)(path));
    }
    catch {
        // A system without such files, as Windows is.
        return undefined;
    }
}
function isNamed(name) {
    try {
        return (0,time_zone/* namedZone */.mQ)(name) !== undefined;
    }
    catch {
        return false;
    }
}
/** Each language has short names only for the zones of its countries. */
const LANGUAGES = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-ZA', 'en-IN', 'en-CA', 'ja-JP'];
function runtimeName(name, seconds) {
    if (!isNamed(name))
        return undefined;
    for (const language of LANGUAGES) {
        const parts = new Intl.DateTimeFormat(language, { timeZone: name, timeZoneName: 'short' }).formatToParts(seconds * 1000);
        const text = parts.find(({ type }) => type === 'timeZoneName')?.value;
        if (text !== undefined && /^[A-Z]+$/.test(text))
            return text;
    }
    return undefined;
}
/** `+01` or `-0330`, as zones without a name of their own are called. */
function offsetName(seconds) {
    return offsetText(seconds, '').replace(/00$/, '');
}
/** `+0100`, with `between` hours and minutes. */
function offsetText(seconds, between) {
    const minutes = Math.trunc(Math.abs(seconds) / 60);
    const two = (value) => String(Math.trunc(value)).padStart(2, '0');
    return `${seconds < 0 ? '-' : '+'}${two(minutes / 60)}${between}${two(minutes % 60)}`;
}


/***/ }),

/***/ 62923:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ POLICY_SET_FLAGS),
  a: () => (/* binding */ POLICY_SET_ROWS)
});

// EXTERNAL MODULE: ./lib/policyfile/schema.js
var schema = __webpack_require__(94861);
// EXTERNAL MODULE: ./lib/policyfile/command-string.js
var command_string = __webpack_require__(17787);
// EXTERNAL MODULE: ./lib/policyfile/durations.js
var durations = __webpack_require__(59465);
// EXTERNAL MODULE: ./lib/policyfile/native.js
var policyfile_native = __webpack_require__(48089);
// EXTERNAL MODULE: ./lib/policyfile/script-checks.js + 2 modules
var script_checks = __webpack_require__(9902);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/util/go-duration.js
var go_duration = __webpack_require__(26517);
// EXTERNAL MODULE: ./lib/commands/policy/usage.js
var usage = __webpack_require__(72498);
;// CONCATENATED MODULE: ./lib/commands/policy/set-hooks.js







/** In the order in which Kopia sets them. */
const HOOKS = [
    { name: 'before-folder', key: 'beforeFolder', when: 'before this folder is read', isRoot: false },
    { name: 'after-folder', key: 'afterFolder', when: 'after this folder was read', isRoot: false },
    { name: 'before-snapshot-root', key: 'beforeSnapshotRoot', when: 'before a source is read', isRoot: true },
    { name: 'after-snapshot-root', key: 'afterSnapshotRoot', when: 'after a source was read', isRoot: true },
];
const NS_PER_SECOND = 1000000000n;
/** Stands for "not given" in Kopia's flags, also when somebody writes it. */
const UNCHANGED = '-';
/** The four hooks, which share mode, timeout and kind when they are given in one command. */
const HOOKS_ROW = {
    flags: [
        ...HOOKS.map(({ name, when, isRoot }) => ({
            name: `${name}-action`,
            value: 'COMMAND',
            help: `Program to run ${when}, with arguments as Kopia splits them; an empty text removes it${isRoot ? ', none switches off an inherited one' : ''}.`,
        })),
        { name: 'action-command-timeout', value: 'DURATION', default: '5m', help: 'How long the hooks of this command may run, 1s to 24h.' },
        {
            name: 'action-command-mode',
            value: 'MODE',
            choices: ['essential', 'optional', 'async'],
            default: 'essential',
            help: 'What a failure of the hooks of this command means.',
        },
        { name: 'persist-action-script', isNegatable: true, help: 'COMMAND is a script file: its text is stored in the policy.' },
    ],
    apply(policy, given, surroundings) {
        let changes = 0;
        for (const hook of HOOKS)
            changes += applyHook(hook, policy, given, surroundings);
        return changes;
    },
};
function applyHook(hook, policy, given, { log, readScript }) {
    const { name, key, isRoot } = hook;
    const flag = `${name}-action`;
    const text = given.text(flag) ?? UNCHANGED;
    if (text === UNCHANGED)
        return 0;
    policy.actions ??= {};
    if (text === 'inherit' && !isRoot)
        throw (0,usage/* usageError */.W)(`--${flag}=inherit has no meaning: hooks of folders are never inherited.`, `To remove it, write --${flag}= with nothing behind it.`);
    if (text === '' || text === 'inherit' || (text === 'none' && !isRoot)) {
        delete policy.actions[key];
        log.info(` - removing the ${name} hook`);
        return 1;
    }
    const timeoutSeconds = timeoutOf(given);
    if (text === 'none') {
        const hookless = {
            program: { kind: 'none' },
            mode: 'optional',
            timeoutSeconds,
            origin: { kind: 'repository', target: '' },
            capturesRedirect: false,
        };
        policy.actions[key] = (0,policyfile_native/* actionFromHook */.M)(hookless).action;
        log.info(` - switching the ${name} hook off, an inherited one too`);
        return 1;
    }
    const program = given.isOn('persist-action-script') ? { script: scriptOf(flag, text, readScript) } : commandOf(flag, text, log);
    const mode = given.text('action-command-mode') ?? 'essential';
    policy.actions[key] = { ...program, timeout: timeoutSeconds, mode };
    const shown = 'script' in program ? `the script ${text}` : [program.path, ...(program.args ?? [])].map((part) => `"${part}"`).join(' ');
    log.info(` - setting the ${name} hook to ${shown} (${mode}, ${timeoutSeconds} s)`);
    return 1;
}
function commandOf(flag, text, log) {
    const split = (0,command_string/* splitCommandString */.T)(text);
    const hint = 'Quote a whole argument with double quotes, as in \'program "one argument"\'; a shell is not involved.';
    if (!split.ok)
        throw (0,usage/* usageError */.W)(`The command of --${flag} ${split.problem === 'empty' ? 'is empty' : 'has a quote in a wrong place'}.`, hint);
    if (split.dropped.trim() !== '')
        throw (0,usage/* usageError */.W)(`The command of --${flag} has several lines, of which Kopia would keep the first.`, 'Put the lines into a file and add --persist-action-script.');
    const [path = '', ...args] = split.argv;
    if (path === '' || /^\s/.test(path))
        throw (0,usage/* usageError */.W)(`The command of --${flag} starts with a blank.`, 'Write the program first.');
    const empty = args.filter((argument) => argument === '').length;
    if (empty > 0 && !text.includes('""'))
        log.warning(`The command of --${flag} has blanks that follow each other or end it: each is an empty argument.`);
    return args.length === 0 ? { path } : { path, args };
}
function scriptOf(flag, path, readScript) {
    const bytes = readScript(path);
    const refuse = (why) => (0,usage/* usageError */.W)(`The script ${path} of --${flag} ${why}.`);
    if (bytes.length > script_checks/* MAX_SCRIPT_BYTES */.bR)
        throw refuse(`has ${bytes.length} bytes; a policy takes ${script_checks/* MAX_SCRIPT_BYTES */.bR}`);
    if (bytes.length === 0)
        throw refuse('is empty');
    if (bytes.includes(0))
        throw refuse('is not text: it holds a NUL byte');
    const script = (0,util_bytes/* fromUtf8 */.ar)(bytes);
    if (script === undefined)
        throw refuse('is not valid UTF-8');
    return script;
}
function timeoutOf(given) {
    const text = given.text('action-command-timeout') ?? '5m';
    const ns = (0,go_duration/* parseGoDuration */.Q)(text);
    const hint = 'Write such as 90s, 5m or 1h30m.';
    if (ns === undefined)
        throw (0,usage/* usageError */.W)(`--action-command-timeout "${text}" is not a duration.`, hint);
    if (ns % NS_PER_SECOND !== 0n || ns < NS_PER_SECOND || ns > BigInt(durations/* MAX_TIMEOUT_SECONDS */.Pe) * NS_PER_SECOND)
        throw (0,usage/* usageError */.W)(`--action-command-timeout "${text}" is not a whole number of seconds from 1s to 24h.`, hint);
    return Number(ns / NS_PER_SECOND);
}

// EXTERNAL MODULE: ./lib/policy/fields.js
var fields = __webpack_require__(16457);
// EXTERNAL MODULE: ./lib/policy/merge.js
var merge = __webpack_require__(59014);
;// CONCATENATED MODULE: ./lib/commands/policy/set-row.js



/** Words that remove a value, so that it is inherited again. */
const RESET_WORDS = ['inherit', 'default'];
/** A flag that sets one field, or resets it with `inherit`; an empty value changes nothing. */
function valueRow(name, key, value, reader, help) {
    const field = (0,fields/* fieldOf */._F)(key);
    const { choices } = reader;
    return {
        flags: [{ name, value, help, ...(choices === undefined ? {} : { choices }) }],
        apply(policy, given, { log }) {
            const text = given.text(name);
            if (text === undefined || text === '')
                return 0;
            if (RESET_WORDS.includes(text)) {
                (0,fields/* setField */.x)(policy, field, undefined);
                log.info(` - ${name} is inherited again`);
                return 1;
            }
            const read = reader.read(text);
            if (read === undefined)
                throw (0,usage/* usageError */.W)(`--${name} "${text}" is not ${reader.expected}.`);
            (0,fields/* setField */.x)(policy, field, read);
            log.info(` - setting ${name} to ${text}`);
            return 1;
        },
    };
}
/** The three flags of a list: `--add-x`, `--remove-x` and `--clear-x`, which wins over the others. */
function listRow(name, key, value, what) {
    const field = (0,fields/* fieldOf */._F)(key);
    return {
        flags: [
            { name: `add-${name}`, value, isRepeated: true, help: `Add to ${what}.` },
            { name: `remove-${name}`, value, isRepeated: true, help: `Remove from ${what}.` },
            { name: `clear-${name}`, isNegatable: true, help: `Empty ${what}.` },
        ],
        apply(policy, given, { log }) {
            if (given.isOn(`clear-${name}`)) {
                (0,fields/* setField */.x)(policy, field, undefined);
                log.info(` - removing everything from ${name}`);
                return 1;
            }
            const added = given.list(`add-${name}`);
            const removed = given.list(`remove-${name}`);
            // Kopia sorts the list whenever the policy is set, whatever is set in it.
            const before = (0,fields/* getField */.VI)(policy, field);
            const items = new Set(Array.isArray(before) ? before : []);
            for (const item of added) {
                items.add(item);
                log.info(` - adding "${item}" to ${name}`);
            }
            for (const item of removed) {
                items.delete(item);
                log.info(` - removing "${item}" from ${name}`);
            }
            if ((0,fields/* isSet */.vM)(before, field) || items.size > 0)
                (0,fields/* setField */.x)(policy, field, items.size === 0 ? undefined : (0,merge/* sortTexts */.re)([...items]));
            return added.length + removed.length;
        },
    };
}

;// CONCATENATED MODULE: ./lib/commands/policy/set-values.js
const INT32 = 2 ** 31;
const MiB = 1024 * 1024;
/** A whole number with an optional sign that fits in 32 bits. */
const INTEGER = { read: (text) => integerOf(text, INT32), expected: 'a whole number' };
/** The same without the limit. */
const BYTES = { read: (text) => integerOf(text, Number.MAX_SAFE_INTEGER), expected: 'a whole number of bytes' };
/** MiB on the command line, bytes in the policy. */
const MEBIBYTES = {
    read(text) {
        const value = integerOf(text, INT32);
        return value === undefined ? undefined : value * MiB;
    },
    expected: 'a whole number of MiB',
};
/** 0, nothing, to 10, everything. */
const LOG_LEVEL = {
    read(text) {
        const value = integerOf(text, INT32);
        return value !== undefined && value >= 0 && value <= 10 ? value : undefined;
    },
    expected: 'a log level from 0 to 10',
};
/** One of the three words, as Kopia writes them in its help. */
const BOOLEAN_WORD = {
    read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
    expected: 'true or false',
    choices: ['true', 'false', 'inherit'],
};
/** Every spelling of a truth value that Go reads. */
const BOOLEAN = { read: goBoolean, expected: 'true or false' };
const SHADOW_COPY_WORDS = ['never', 'always', 'when-available'];
/** The number that stands for a word. */
const SHADOW_COPY = {
    read(text) {
        const mode = SHADOW_COPY_WORDS.indexOf(text);
        return mode < 0 ? undefined : mode;
    },
    expected: 'a mode',
    choices: [...SHADOW_COPY_WORDS, 'inherit'],
};
/** One of these names. */
function nameOf(names) {
    return { read: (text) => (names.includes(text) ? text : undefined), expected: 'a name of the list', choices: ['inherit', ...names] };
}
/** `1`, `t`, `TRUE`, `0`, `False`, …; undefined for anything else. */
function goBoolean(text) {
    if (/^(1|t|T|TRUE|true|True)$/.test(text))
        return true;
    return /^(0|f|F|FALSE|false|False)$/.test(text) ? false : undefined;
}
function integerOf(text, limit) {
    if (!/^[+-]?\d+$/.test(text))
        return undefined;
    const value = Number(text);
    // Minus zero is zero.
    return Number.isSafeInteger(value) && value >= -limit && value < limit ? value + 0 : undefined;
}

;// CONCATENATED MODULE: ./lib/commands/policy/set-schedule.js
/** The flags of `policy set` about the times of snapshots (docs/policy.md, "Policies of the repository"). */





const set_schedule_NS_PER_SECOND = 1000000000n;
const RUN_MISSED = valueRow('run-missed', 'scheduling.runMissed', 'WHAT', BOOLEAN_WORD, 'Make up for a time that was missed: true, false or inherit.');
/** `--manual` excludes every other schedule and removes them; any other set of flags takes a stored `manual` away, as in Kopia. */
const SCHEDULE_ROW = {
    flags: [
        { name: 'snapshot-interval', value: 'DURATION', isRepeated: true, help: 'Time between snapshots, such as 6h; 0s removes it.' },
        {
            name: 'snapshot-time',
            value: 'TIMES',
            isRepeated: true,
            help: 'Times of the day, HH:MM with commas between them, or inherit.',
        },
        { name: 'snapshot-time-crontab', value: 'CRON', help: 'Cron expressions with semicolons between them, or inherit.' },
        ...RUN_MISSED.flags,
        { name: 'manual', isNegatable: true, help: 'Only snapshots that somebody asks for.' },
    ],
    apply(policy, given, surroundings) {
        policy.scheduling ??= {};
        return given.isOn('manual')
            ? applyManual(policy.scheduling, given, surroundings)
            : applySchedule(policy, policy.scheduling, given, surroundings);
    },
};
function applyManual(scheduling, given, { log }) {
    if (given.list('snapshot-interval').length > 0 ||
        given.list('snapshot-time').length > 0 ||
        (given.text('snapshot-time-crontab') ?? '') !== '')
        throw (0,usage/* usageError */.W)('--manual and times for snapshots do not go together.');
    if ((given.text('run-missed') ?? '') !== '')
        throw (0,usage/* usageError */.W)('--manual and --run-missed do not go together.');
    // Kopia refuses every policy that holds one of these beside `manual`.
    for (const name of ['intervalSeconds', 'timeOfDay', 'cron', 'runMissed']) {
        if (scheduling[name] === undefined)
            continue;
        delete scheduling[name];
        log.info(` - removing ${name}`);
    }
    scheduling.manual = true;
    log.info(' - setting manual to true');
    return 1;
}
function applySchedule(policy, scheduling, given, surroundings) {
    const { log } = surroundings;
    let changes = 0;
    const [interval] = given.list('snapshot-interval');
    if (interval !== undefined) {
        scheduling.intervalSeconds = secondsOf(interval);
        log.info(` - setting snapshot-interval to ${interval}`);
        changes++;
    }
    const texts = given.list('snapshot-time');
    if (texts.length > 0) {
        const times = timesOf(texts);
        if (times.length === 0)
            delete scheduling.timeOfDay;
        else
            scheduling.timeOfDay = times;
        log.info(times.length === 0 ? ' - snapshot-time is inherited again' : ` - setting snapshot-time to ${texts.join(',')}`);
        changes++;
    }
    const cron = given.text('snapshot-time-crontab') ?? '';
    if (cron !== '') {
        const expressions = RESET_WORDS.includes(cron) ? [] : splitCron(cron);
        if (expressions.length === 0)
            delete scheduling.cron;
        else
            scheduling.cron = expressions;
        log.info(expressions.length === 0 ? ' - snapshot-time-crontab is inherited again' : ` - setting snapshot-time-crontab to ${cron}`);
        changes++;
    }
    changes += RUN_MISSED.apply(policy, given, surroundings);
    if (scheduling.manual === true) {
        delete scheduling.manual;
        log.info(' - setting manual to false');
        changes++;
    }
    return changes;
}
function secondsOf(text) {
    const ns = (0,go_duration/* parseGoDuration */.Q)(text);
    if (ns === undefined)
        throw (0,usage/* usageError */.W)(`--snapshot-interval "${text}" is not a duration.`, 'Write 90m or 6h.');
    if (ns < 0n || ns % set_schedule_NS_PER_SECOND !== 0n)
        throw (0,usage/* usageError */.W)(`--snapshot-interval "${text}" is not a whole number of seconds.`);
    return Number(ns / set_schedule_NS_PER_SECOND);
}
function timesOf(texts) {
    let times = [];
    for (const text of texts) {
        for (const part of text.split(',')) {
            if (RESET_WORDS.includes(part)) {
                times = [];
                break;
            }
            const match = /^(\d{1,2}):(\d{1,2})$/.exec(part);
            const time = { hour: Number(match?.[1]), min: Number(match?.[2]) };
            if (match === null || time.hour > 23 || time.min > 59)
                throw (0,usage/* usageError */.W)(`--snapshot-time "${part}" is not a time of day.`, 'Write HH:MM, such as 03:30.');
            times.push(time);
        }
    }
    return (0,merge/* sortTimes */.rB)(times);
}
function splitCron(text) {
    return text
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
}

;// CONCATENATED MODULE: ./lib/commands/policy/set-table.js
/**
 * Every flag of `policy set`: flag -> field -> how its value is read (docs/policy.md, "Policies of the repository").
 *
 * Rows are applied from top to bottom; the command table takes its flags from here.
 */






const keep = (unit, key, what) => valueRow(`keep-${unit}`, `retention.${key}`, 'N', INTEGER, `${what} Or inherit.`);
const word = (name, key, help) => valueRow(name, key, 'WHAT', BOOLEAN_WORD, help);
const level = (name, key, help) => valueRow(`log-${name}`, `logging.${key}`, 'N', LOG_LEVEL, `Log detail, 0 to 10, ${help}.`);
const set_table_name = (flag, key, names, help) => valueRow(flag, key, 'NAME', names, help);
/** `--inherit`, of which the last one counts. */
const INHERIT_ROW = {
    flags: [
        {
            name: 'inherit',
            value: 'BOOLEAN',
            isRepeated: true,
            help: 'Whether values that are not set come from the policies above: true or false.',
        },
    ],
    apply(policy, given, { log }) {
        const texts = given.list('inherit');
        for (const text of texts) {
            const isInheriting = goBoolean(text);
            if (isInheriting === undefined)
                throw (0,usage/* usageError */.W)(`--inherit "${text}" is not true or false.`);
            policy.noParent = !isInheriting;
            log.info(` - ${isInheriting ? 'inheriting' : 'not inheriting'} from the policies above`);
        }
        return texts.length;
    },
};
/** The table. */
const POLICY_SET_ROWS = [
    keep('annual', 'keepAnnual', 'How many years keep a snapshot.'),
    keep('monthly', 'keepMonthly', 'How many months keep a snapshot.'),
    keep('weekly', 'keepWeekly', 'How many weeks keep a snapshot.'),
    keep('daily', 'keepDaily', 'How many days keep a snapshot.'),
    keep('hourly', 'keepHourly', 'How many hours keep a snapshot.'),
    keep('latest', 'keepLatest', 'How many of the newest snapshots are kept.'),
    valueRow('ignore-identical-snapshots', 'retention.ignoreIdenticalSnapshots', 'WHAT', BOOLEAN, 'Save no snapshot that equals the one before: true, false or inherit.'),
    valueRow('max-file-size', 'files.maxFileSize', 'BYTES', BYTES, 'Leave out larger files; 0 or inherit removes the limit.'),
    listRow('dot-ignore', 'files.ignoreDotFiles', 'FILENAME', 'the names of files that hold ignore rules'),
    listRow('ignore', 'files.ignore', 'PATTERN', 'the ignore rules'),
    word('ignore-cache-dirs', 'files.ignoreCacheDirs', 'Leave out folders marked with CACHEDIR.TAG.'),
    word('one-file-system', 'files.oneFileSystem', 'Do not enter other file systems.'),
    word('ignore-file-errors', 'errorHandling.ignoreFileErrors', 'An unreadable file is not an error of the snapshot.'),
    word('ignore-dir-errors', 'errorHandling.ignoreDirectoryErrors', 'An unreadable folder is not an error of the snapshot.'),
    word('ignore-unknown-types', 'errorHandling.ignoreUnknownTypes', 'Leave out sockets, devices and pipes in silence.'),
    valueRow('compression-min-size', 'compression.minSize', 'BYTES', BYTES, 'Do not compress smaller files.'),
    valueRow('compression-max-size', 'compression.maxSize', 'BYTES', BYTES, 'Do not compress larger files.'),
    set_table_name('compression', 'compression.compressorName', nameOf(schema/* COMPRESSORS */.vZ), 'How files are compressed.'),
    listRow('only-compress', 'compression.onlyCompress', 'EXTENSION', 'the extensions that are compressed in every case, with their dot'),
    listRow('never-compress', 'compression.neverCompress', 'EXTENSION', 'the extensions that are never compressed, with their dot'),
    set_table_name('metadata-compression', 'metadataCompression.compressorName', nameOf(schema/* COMPRESSORS */.vZ), 'How folders are compressed.'),
    set_table_name('splitter', 'splitter.algorithm', nameOf(schema/* SPLITTERS */.DO), 'Where large files are cut, in place of the splitter of the repository.'),
    SCHEDULE_ROW,
    HOOKS_ROW,
    valueRow('enable-volume-shadow-copy', 'osSnapshots.volumeShadowCopy.enable', 'MODE', SHADOW_COPY, 'Windows: read from a volume shadow copy.'),
    level('dir-snapshotted', 'directories.snapshotted', 'when a folder was stored'),
    level('dir-ignored', 'directories.ignored', 'when a folder was left out'),
    level('entry-snapshotted', 'entries.snapshotted', 'when a file was stored'),
    level('entry-ignored', 'entries.ignored', 'when a file was left out'),
    level('entry-cache-hit', 'entries.cacheHit', 'when a file was reused'),
    level('entry-cache-miss', 'entries.cacheMiss', 'when a file was not reused'),
    valueRow('max-parallel-file-reads', 'upload.maxParallelFileReads', 'N', INTEGER, 'How many files are read at once.'),
    valueRow('max-parallel-snapshots', 'upload.maxParallelSnapshots', 'N', INTEGER, 'How many sources a Kopia server snapshots at once; not for paths.'),
    valueRow('parallel-upload-above-size-mib', 'upload.parallelUploadAboveSize', 'MIB', MEBIBYTES, 'Read larger files in parts at once.'),
    INHERIT_ROW,
];
/** All flags, for the command table. */
const POLICY_SET_FLAGS = POLICY_SET_ROWS.flatMap((row) => row.flags);


/***/ }),

/***/ 72498:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ usageError)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** What is wrong with the arguments of a policy command. */

/** CAIRN_USAGE with a message of whole sentences. */
function usageError(message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', message, hint === undefined ? {} : { hint });
}


/***/ }),

/***/ 48089:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ actionFromHook),
/* harmony export */   N: () => (/* binding */ foldPrologue)
/* harmony export */ });
/* harmony import */ var _hook_programs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48099);

/** A hook as Kopia's action, with a list of what is lost. */
function actionFromHook(hook) {
    const dropped = [];
    if (hook.name !== undefined)
        dropped.push('name');
    if (hook.when !== undefined && hook.when !== 'always')
        dropped.push('when');
    if (hook.if !== undefined)
        dropped.push('if');
    if (hook.env !== undefined)
        dropped.push('env');
    if (hook.envAllow !== undefined)
        dropped.push('env-allow');
    if (hook.secrets !== undefined)
        dropped.push('secrets');
    if (hook.requires !== undefined)
        dropped.push('requires');
    if (hook.workingDirectory !== undefined)
        dropped.push('working-directory');
    const { program } = hook;
    if (program.kind === 'none')
        return { action: { script: ':', timeout: hook.timeoutSeconds, mode: 'optional' }, dropped };
    const rest = { timeout: hook.timeoutSeconds, mode: hook.mode };
    if (program.kind === 'command') {
        const [path, ...args] = program.argv;
        return { action: args.length === 0 ? { path, ...rest } : { path, args, ...rest }, dropped };
    }
    if (program.shell !== undefined && !isExpressed(program.script, program.shell))
        dropped.push('shell');
    return { action: { script: program.script, ...rest }, dropped };
}
function isExpressed(script, shell) {
    const prologue = _hook_programs_js__WEBPACK_IMPORTED_MODULE_0__/* .PROLOGUES */ .tG[shell];
    if (prologue !== undefined)
        return script.startsWith(prologue);
    return shell === 'sh' && !script.startsWith('#!');
}
/** Takes our prologue off a stored script; undefined when it has none. */
function foldPrologue(script) {
    for (const shell of ['bash', 'pwsh', 'python']) {
        const prologue = _hook_programs_js__WEBPACK_IMPORTED_MODULE_0__/* .PROLOGUES */ .tG[shell];
        if (prologue !== undefined && script.startsWith(prologue))
            return { shell, run: script.slice(prologue.length) };
    }
    return undefined;
}


/***/ })

};

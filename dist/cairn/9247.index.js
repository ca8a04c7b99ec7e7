export const id = 9247;
export const ids = [9247];
export const modules = {

/***/ 30941:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ IgnoreContext)
});

// UNUSED EXPORTS: dotFileRules

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
;// CONCATENATED MODULE: ./lib/fs/ignore-class.js
/** Character classes of ignore patterns: `[a-z]`, `[!0-9]`, `[[:alpha:]]` (docs/repository-format.md, "Ignore patterns"). */
/** Names that may stand between `[:` and `:]`; Unicode categories, as Go sees them. */
const POSIX_CLASSES = {
    alnum: (char) => /[\p{L}\p{Nd}]/u.test(char),
    alpha: (char) => /\p{L}/u.test(char),
    ascii: (char) => char <= '\u007f',
    blank: (char) => /[\p{Zs}\t]/u.test(char),
    cntrl: (char) => /\p{Cc}/u.test(char),
    digit: (char) => /\p{Nd}/u.test(char),
    graph: (char) => /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test(char),
    lower: (char) => /\p{Ll}/u.test(char),
    print: (char) => /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(char),
    punct: (char) => /[\p{P}\p{S}]/u.test(char),
    space: (char) => /\p{White_Space}/u.test(char),
    upper: (char) => /\p{Lu}/u.test(char),
    xdigit: (char) => /[A-Fa-f\p{Nd}]/u.test(char),
};
/** Whether a code point is a member. */
function isInClass(members, code) {
    let isMember = false;
    for (const [low, high] of members.ranges)
        if (code >= low && code <= high)
            isMember = true;
    if (!isMember && members.named.length > 0) {
        const char = String.fromCodePoint(code);
        isMember = members.named.some((named) => named(char));
    }
    return isMember !== members.isNegated;
}

;// CONCATENATED MODULE: ./lib/fs/ignore-pattern.js
/**
 * One ignore pattern as tokens (docs/repository-format.md, "Ignore patterns"). Kopia's rules, oddities included: the same tree
 * must give the same snapshot. No regular expression is ever made from a pattern.
 */


/** Code points are literals; the others are negative so that one number tells them apart. */
const ANY = -1;
const STAR = -2;
const DOUBLE_STAR = -3;
const CLASS = -4;
const SLASH = 0x2f;
const BACKSLASH = 0x5c;
const BANG = 0x21;
const ASTERISK = 0x2a;
const QUESTION = 0x3f;
const OPEN = 0x5b;
const CLOSE = 0x5d;
const COLON = 0x3a;
const DASH = 0x2d;
/** More wildcards than this in one pattern are refused: they bound the depth and the cost of matching. */
const MAX_STARS = 64;
/**
 * Compiles a pattern that stands in directory `base` (`""` for the root of the source, else `/a/b`).
 * Throws CAIRN_IGNORE_RULE_INVALID when it does not parse.
 */
function compilePattern(rule, base) {
    const trimmed = Buffer.byteLength(rule) > 2 && !isEscapedEnd(rule) ? trimSpace(rule) : rule;
    const text = codePoints(trimmed);
    const tokens = [];
    const classes = new Map();
    let at = 0;
    while (at < text.length && isSpace(text[at] ?? 0))
        at++;
    const isNegated = text[at] === BANG;
    if (isNegated)
        at++;
    const isRooted = text[at] === SLASH;
    if (base !== '' && trimmed !== '') {
        tokens.push(...codePoints(base));
        if (!isRooted)
            tokens.push(SLASH);
    }
    if (!isRooted && trimmed !== '**' && trimmed !== '') {
        const slash = text.indexOf(SLASH, at);
        if (slash < 0 || slash === text.length - 1)
            tokens.push(DOUBLE_STAR, SLASH);
        else if (base === '')
            tokens.push(SLASH);
    }
    const isDirectoryOnly = text.at(-1) === SLASH;
    if (isDirectoryOnly)
        text.pop();
    const reader = new PatternReader(rule, text, at);
    let stars = 0;
    for (let char = reader.read(); char !== 0; char = reader.read()) {
        if (char === BACKSLASH)
            tokens.push(reader.readEscaped());
        else if (char === QUESTION)
            tokens.push(ANY);
        else if (char === ASTERISK) {
            tokens.push(reader.readStar());
            if (++stars > MAX_STARS)
                throw invalid(rule, `it has more than ${MAX_STARS} wildcards`);
        }
        else if (char === OPEN) {
            classes.set(tokens.length, reader.readClass());
            tokens.push(CLASS);
        }
        else
            tokens.push(char);
    }
    let suffix = tokens.length;
    while (suffix > 0 && (tokens[suffix - 1] ?? 0) > 0)
        suffix--;
    return {
        text: rule,
        isNegated,
        isDirectoryOnly,
        tokens: Int32Array.from(tokens),
        classes,
        suffix: Int32Array.from(tokens.slice(suffix)),
    };
}
/** Code points of text. */
function codePoints(text) {
    const codes = [];
    for (let i = 0; i < text.length; i++) {
        const code = text.codePointAt(i) ?? 0;
        codes.push(code);
        if (code > 0xffff)
            i++;
    }
    return codes;
}
/** White space as Go sees it, which is Unicode's property. */
function isSpace(code) {
    if (code < 0x80)
        return code === 0x20 || (code >= 0x09 && code <= 0x0d);
    return /^\p{White_Space}$/u.test(String.fromCodePoint(code));
}
/** Text without white space at both ends; `String.trim` has another idea of white space. */
function trimSpace(text) {
    let start = 0;
    let end = text.length;
    while (start < end && isSpace(text.charCodeAt(start)))
        start++;
    while (end > start && isSpace(text.charCodeAt(end - 1)))
        end--;
    return text.slice(start, end);
}
/** Whether the second byte from the end is a backslash, which protects a blank at the end. */
function isEscapedEnd(rule) {
    return rule.at(-2) === '\\' && rule.charCodeAt(rule.length - 1) < 0x80;
}
class PatternReader {
    #rule;
    #text;
    #at;
    constructor(rule, text, at) {
        this.#rule = rule;
        this.#text = text;
        this.#at = at;
    }
    /** The next character, 0 at the end; a NUL ends the pattern. */
    read() {
        const char = this.#peek(0);
        if (char !== 0)
            this.#at++;
        return char;
    }
    readEscaped() {
        const char = this.read();
        if (char === 0)
            throw invalid(this.#rule, 'it ends after a backslash');
        return char;
    }
    /** After one `*`: takes the stars that follow and tells which kind it is. */
    readStar() {
        if (this.#peek(0) !== ASTERISK)
            return STAR;
        const previous = this.#peek(-2);
        while (this.#peek(0) === ASTERISK)
            this.#at++;
        const next = this.#peek(0);
        // At the very start what follows is not looked at.
        return previous === 0 || (previous === SLASH && (next === SLASH || next === 0)) ? DOUBLE_STAR : STAR;
    }
    /** After `[`: the members up to `]`. */
    readClass() {
        let char = this.read();
        const isNegated = char === BANG;
        if (isNegated)
            char = this.read();
        const ranges = [];
        const named = [];
        for (; char !== CLOSE; char = this.read()) {
            if (char === 0)
                throw invalid(this.#rule, 'a "[" is not closed');
            if (char === BACKSLASH)
                char = this.readEscaped();
            if (this.#peek(0) === DASH && this.#peek(1) !== CLOSE && this.#peek(1) !== 0) {
                this.#at++;
                const end = this.read();
                ranges.push([char, end === BACKSLASH ? this.readEscaped() : end]);
                continue;
            }
            const name = char === OPEN && this.#peek(0) === COLON ? this.#readClassName() : undefined;
            if (name !== undefined)
                named.push(name);
            else
                ranges.push([char, char]);
        }
        return { isNegated, ranges, named };
    }
    /** After `[` before `:`: a named class, or undefined when the bracket is meant literally. */
    #readClassName() {
        const length = this.#text.indexOf(CLOSE, this.#at) - this.#at;
        if (length < 0)
            throw invalid(this.#rule, 'a "[" is not closed');
        // Kopia compares a length with a position here, so a named class far into a long pattern is taken literally.
        if (length - 1 <= this.#at || this.#peek(length - 1) !== COLON)
            return undefined;
        const name = String.fromCodePoint(...this.#text.slice(this.#at + 1, this.#at + length - 1)).toLowerCase();
        this.#at += length + 1;
        const found = POSIX_CLASSES[name];
        if (found === undefined || !Object.hasOwn(POSIX_CLASSES, name))
            throw invalid(this.#rule, `there is no class [:${name}:]`);
        return found;
    }
    #peek(offset) {
        return this.#text[this.#at + offset] ?? 0;
    }
}
function invalid(rule, why) {
    return new errors/* CairnError */.eb('CAIRN_IGNORE_RULE_INVALID', `The ignore rule "${rule.slice(0, 200)}" cannot be used: ${why}.`, {
        hint: 'Correct the rule. Write \\[ or \\\\ for a literal bracket or backslash.',
    });
}

;// CONCATENATED MODULE: ./lib/fs/ignore-match.js
/**
 * Does a path match an ignore pattern? (docs/repository-format.md, "Ignore patterns")
 *
 * The four results make stars cheap: once an inner star has failed to the end of the text, outer single stars need not try
 * further. Kopia's one oddity is kept: a single star that has taken at least one character may take one slash after it.
 *
 * Cost: plain recursion is exponential in the number of `**`. Each (token, position) has one result, so after a while results are
 * remembered, and a match costs at most (wildcards x length x length) steps.
 */


const MATCH = 0;
const NO_MATCH = 1;
const ABORT_ALL = 2;
const ABORT_TO_DOUBLE = 3;
/** Star attempts before results are remembered. */
const FREE_ATTEMPTS = 512;
/**
 * Whether the first `length` code points of `path` (a slash, then the path relative to the source) match, regardless of negation.
 * `freeAttempts` only decides when results begin to be remembered.
 */
function matchesPattern(pattern, path, length, freeAttempts = FREE_ATTEMPTS) {
    const { suffix } = pattern;
    if (suffix.length > length)
        return false;
    for (let i = 1; i <= suffix.length; i++)
        if (suffix[suffix.length - i] !== path[length - i])
            return false;
    return new Matcher(pattern, path, length, freeAttempts).match(0, 0) === MATCH;
}
class Matcher {
    #pattern;
    #path;
    #length;
    #attempts;
    #known;
    constructor(pattern, path, length, freeAttempts) {
        this.#pattern = pattern;
        this.#path = path;
        this.#length = length;
        this.#attempts = freeAttempts;
    }
    match(firstToken, start) {
        const { tokens, classes } = this.#pattern;
        const length = this.#length;
        let at = start;
        for (let t = firstToken; t < tokens.length; t++) {
            const token = tokens[t] ?? 0;
            if (token === STAR || token === DOUBLE_STAR) {
                const result = this.#star(t, at, start);
                if (result.isFinal)
                    return result.value;
                at = result.next;
            }
            else {
                if (at >= length)
                    return ABORT_ALL;
                const char = this.#path[at] ?? 0;
                if (token === ANY) {
                    if (char === SLASH)
                        return NO_MATCH;
                }
                else if (token === CLASS) {
                    const members = classes.get(t);
                    if (members === undefined || !isInClass(members, char))
                        return NO_MATCH;
                }
                else if (char !== token)
                    return NO_MATCH;
            }
            if (at < length)
                at++;
        }
        return at >= length ? MATCH : NO_MATCH;
    }
    #star(t, from, start) {
        const { tokens } = this.#pattern;
        const isDouble = tokens[t] === DOUBLE_STAR;
        const isSlashNext = tokens[t + 1] === SLASH;
        const final = (value) => ({ isFinal: true, value });
        if (t === tokens.length - 1)
            return final(!isDouble && this.#nextSlash(from) >= 0 ? NO_MATCH : MATCH);
        if (isDouble && isSlashNext && t + 2 < tokens.length && this.#remembered(t + 2, from) === MATCH)
            return final(MATCH);
        if (!isDouble && isSlashNext) {
            const slash = this.#nextSlash(from);
            // A star that stands first here cannot be empty: Kopia steps back before the text.
            if (slash < 0 || (slash === from && from === start))
                return final(NO_MATCH);
            return { isFinal: false, next: slash - 1 };
        }
        let previous = from < this.#length ? (this.#path[from] ?? 0) : 0;
        for (let at = from; at < this.#length; at++) {
            const result = this.#remembered(t + 1, at);
            if (result !== NO_MATCH) {
                if (!isDouble || result !== ABORT_TO_DOUBLE)
                    return final(result);
            }
            else if (!isDouble && previous === SLASH)
                return final(ABORT_TO_DOUBLE);
            // One character behind: this is what lets a single star take one slash.
            previous = this.#path[at] ?? 0;
        }
        return final(ABORT_ALL);
    }
    #remembered(token, at) {
        if (this.#known === undefined) {
            if (this.#attempts-- > 0)
                return this.match(token, at);
            this.#known = new Map();
        }
        const key = token * (this.#length + 1) + at;
        let result = this.#known.get(key);
        if (result === undefined) {
            result = this.match(token, at);
            this.#known.set(key, result);
        }
        return result;
    }
    #nextSlash(from) {
        for (let at = from; at < this.#length; at++)
            if (this.#path[at] === SLASH)
                return at;
        return -1;
    }
}

;// CONCATENATED MODULE: ./lib/fs/ignore.js
/**
 * Ignore rules in force in one directory of the walk (docs/repository-format.md, "Ignore rules").
 *
 * Rules are tried from the root of the source downwards, in each directory those of its policy first and then those of its
 * dot-ignore files: a plain rule while the entry is kept, a `!` rule while it is ignored. A hit turns it over.
 */



/** A line of a dot-ignore file that is longer than this is refused, in UTF-16 units. */
const MAX_LINE = 65_536;
/** The rules of one directory; make one per directory with `child`. */
class IgnoreContext {
    #rules;
    #base;
    /** Code points of the base and a slash; the name is put behind them. */
    #path = [];
    #prefixLength;
    constructor(rules, base) {
        this.#rules = rules;
        this.#base = base;
        if (rules.length > 0)
            appendCodePoints(this.#path, `${base}/`);
        this.#prefixLength = this.#path.length;
    }
    /** The context of the source itself. Throws CAIRN_IGNORE_RULE_INVALID. */
    static root(own) {
        return new IgnoreContext(own === undefined ? [] : compileRules(own, ''), '');
    }
    /** The context of the directory `name` in this one, with the rules that start there. Throws CAIRN_IGNORE_RULE_INVALID. */
    child(name, own) {
        const base = `${this.#base}/${name}`;
        const added = own === undefined ? [] : compileRules(own, base);
        return new IgnoreContext(added.length === 0 ? this.#rules : [...this.#rules, ...added], base);
    }
    /** Whether the entry `name` of this directory is left out. */
    isIgnored(name, isDirectory) {
        if (this.#rules.length === 0)
            return false;
        const path = this.#path;
        path.length = this.#prefixLength;
        appendCodePoints(path, name);
        let isIgnored = false;
        for (const rule of this.#rules) {
            if (rule.isNegated !== isIgnored || (rule.isDirectoryOnly && !isDirectory))
                continue;
            if (matchesPattern(rule, path, path.length))
                isIgnored = !isIgnored;
        }
        return isIgnored;
    }
    /** Whether no rule is in force, so that nothing need be asked. */
    get isEmpty() {
        return this.#rules.length === 0;
    }
}
/** The patterns of a dot-ignore file: lines that are neither blank nor begin with `#`. Throws CAIRN_IGNORE_RULE_INVALID. */
function dotFileRules(name, text) {
    const rules = [];
    for (const line of text.split('\n')) {
        const rule = line.endsWith('\r') ? line.slice(0, -1) : line;
        if (rule.startsWith('#') || trimSpace(rule) === '')
            continue;
        if (rule.length > MAX_LINE)
            throw new errors/* CairnError */.eb('CAIRN_IGNORE_RULE_INVALID', `A line of ${name} is longer than ${MAX_LINE} characters.`, {
                hint: 'Split it into several rules.',
            });
        rules.push(rule);
    }
    return rules;
}
function compileRules(own, base) {
    const patterns = own.policyRules.map((rule) => compilePattern(rule, base));
    for (const { name, text } of own.dotFiles) {
        try {
            for (const rule of dotFileRules(name, text))
                patterns.push(compilePattern(rule, base));
        }
        catch (error) {
            if (!(0,errors/* isCairnError */.qN)(error))
                throw error;
            throw new errors/* CairnError */.eb(error.code, `${base}/${name}: ${error.message}`, { cause: error, ...(error.hint && { hint: error.hint }) });
        }
    }
    return patterns;
}
function appendCodePoints(path, text) {
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code >= 0xd800 && code <= 0xdbff) {
            const whole = text.codePointAt(i) ?? code;
            path.push(whole);
            if (whole > 0xffff)
                i++;
        }
        else
            path.push(code);
    }
}


/***/ }),

/***/ 58613:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ filterEntries),
/* harmony export */   X: () => (/* binding */ selectEntries)
/* harmony export */ });
/* harmony import */ var _ignore_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30941);
/* harmony import */ var _special_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25362);


/**
 * Chooses among the entries of a directory on `device`; without `parent` it is the root of the source.
 * Throws CAIRN_IGNORE_RULE_INVALID, CAIRN_FILE_UNREADABLE for the rules found in the directory.
 */
function selectEntries(path, entries, device, node, parent) {
    if (node.ignoresCacheDirs && (0,_special_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isCacheDirectory */ .wZ)(path, entries)) {
        const context = parent === undefined ? _ignore_js__WEBPACK_IMPORTED_MODULE_0__/* .IgnoreContext */ .E.root() : parent.context.child(parent.name);
        return { context, entries: [], isCache: true, excludedFiles: 0, excludedDirs: 1, excludedBytes: 0 };
    }
    const own = { policyRules: node.ignoreRules, dotFiles: (0,_special_files_js__WEBPACK_IMPORTED_MODULE_1__/* .readDotIgnoreFiles */ .NC)(path, entries, node.ignoreDotFiles) };
    const context = parent === undefined ? _ignore_js__WEBPACK_IMPORTED_MODULE_0__/* .IgnoreContext */ .E.root(own) : parent.context.child(parent.name, own);
    return { context, isCache: false, ...filterEntries(entries, device, node, context) };
}
/** Chooses among some entries of a directory on `device` whose rules are known. */
function filterEntries(entries, device, node, context) {
    const { maxFileSizeBytes, isOneFileSystem } = node;
    if (context.isEmpty && maxFileSizeBytes <= 0 && !isOneFileSystem)
        return { entries, excludedFiles: 0, excludedDirs: 0, excludedBytes: 0 };
    let excludedFiles = 0;
    let excludedDirs = 0;
    let excludedBytes = 0;
    const selected = entries.filter((entry) => {
        const isDirectory = entry.kind === 'directory';
        if (context.isIgnored(entry.name, isDirectory)) {
            if (isDirectory)
                excludedDirs++;
            else {
                excludedFiles++;
                excludedBytes += entry.size;
            }
            return false;
        }
        // Too large or on another device: left out without being counted, as Kopia does.
        if (maxFileSizeBytes > 0 && entry.size > maxFileSizeBytes)
            return false;
        return !isOneFileSystem || entry.device === device;
    });
    return { entries: selected, excludedFiles, excludedDirs, excludedBytes };
}


/***/ }),

/***/ 25362:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ isSpecialName),
/* harmony export */   NC: () => (/* binding */ readDotIgnoreFiles),
/* harmony export */   O_: () => (/* binding */ CACHE_SIGNATURE),
/* harmony export */   gZ: () => (/* binding */ MAX_DOT_FILE_BYTES),
/* harmony export */   wZ: () => (/* binding */ isCacheDirectory),
/* harmony export */   yJ: () => (/* binding */ CACHE_TAG)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(452);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(92680);
/* harmony import */ var _local_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48844);
/** Files in a directory that change how it is read: cache tags and dot-ignore files (docs/repository-format.md, "Ignore rules"). */




/** Name of the file that marks a directory as a cache. */
const CACHE_TAG = 'CACHEDIR.TAG';
/** What such a file begins with. */
const CACHE_SIGNATURE = Buffer.from('Signature: 8a477f597d28d172789f06886806bc55');
/** Larger dot-ignore files are refused, in bytes. */
const MAX_DOT_FILE_BYTES = 4 * 1024 * 1024;
/** Whether an entry of this name can change how its directory is read. */
function isSpecialName(name, dotFileNames) {
    return typeof name === 'string' && (name === CACHE_TAG || dotFileNames.includes(name));
}
/** Whether the directory carries a valid cache tag: it is then stored empty. A tag that cannot be read does not count. */
function isCacheDirectory(path, entries) {
    const tag = entries.find((entry) => entry.name === CACHE_TAG);
    if (tag?.kind !== 'file' || tag.size < CACHE_SIGNATURE.length)
        return false;
    try {
        return readStart((0,_local_js__WEBPACK_IMPORTED_MODULE_3__/* .joinLocal */ .GE)(path, CACHE_TAG), CACHE_SIGNATURE.length).equals(CACHE_SIGNATURE);
    }
    catch {
        return false;
    }
}
/**
 * The dot-ignore files that are in the directory, in the order of `names`; a symlink counts when it leads to a regular file.
 * One that went away meanwhile is not there. Throws CAIRN_FILE_UNREADABLE, and CAIRN_IGNORE_RULE_INVALID for a file above 4 MiB.
 */
function readDotIgnoreFiles(path, entries, names) {
    const found = [];
    for (const name of new Set(names)) {
        const entry = entries.find((candidate) => candidate.name === name && (candidate.rawName ?? candidate.placeholder) === undefined);
        if (entry === undefined || (entry.kind !== 'file' && entry.kind !== 'symlink'))
            continue;
        const text = readDotIgnoreFile((0,_local_js__WEBPACK_IMPORTED_MODULE_3__/* .joinLocal */ .GE)(path, name));
        if (text !== undefined)
            found.push({ name, text });
    }
    return found;
}
/** Undefined when there is nothing at the path. */
function readDotIgnoreFile(path) {
    try {
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile())
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_FILE_UNREADABLE', `${(0,_local_js__WEBPACK_IMPORTED_MODULE_3__/* .showPath */ .P8)(path)} does not lead to a regular file.`, {
                hint: 'Let the link point to a file with ignore rules, or remove it.',
            });
        const bytes = readStart(path, MAX_DOT_FILE_BYTES + 1);
        if (bytes.length > MAX_DOT_FILE_BYTES)
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_IGNORE_RULE_INVALID', `${(0,_local_js__WEBPACK_IMPORTED_MODULE_3__/* .showPath */ .P8)(path)} is larger than ${MAX_DOT_FILE_BYTES} bytes.`, {
                hint: 'Replace the list of names by a few patterns.',
            });
        return bytes.toString('utf8');
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb)
            throw error;
        const failure = (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .fsError */ .yi)('read', path, error);
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isVanished */ .no)(failure))
            throw failure;
        const target = targetOf(path);
        if (target === undefined)
            return undefined;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .CairnError */ .eb('CAIRN_FILE_UNREADABLE', `${(0,_local_js__WEBPACK_IMPORTED_MODULE_3__/* .showPath */ .P8)(path)} is a link to ${(0,_local_js__WEBPACK_IMPORTED_MODULE_3__/* .showPath */ .P8)(target)}, where no file is.`, {
            hint: 'Let the link point to a file with ignore rules, or remove it.',
            cause: error,
        });
    }
}
/** Where a link leads; undefined when there is none. */
function targetOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(path, 'buffer');
    }
    catch {
        return undefined;
    }
}
/** Up to `limit` bytes from the start of a file. */
function readStart(path, limit) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, 'r');
    try {
        const parts = [];
        for (let total = 0; total < limit;) {
            const part = Buffer.allocUnsafe(Math.min(limit - total, 65_536));
            const count = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file, part, 0, part.length, null);
            if (count === 0)
                break;
            parts.push(part.subarray(0, count));
            total += count;
        }
        return Buffer.concat(parts);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}


/***/ }),

/***/ 91487:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ indexLayers),
/* harmony export */   Ci: () => (/* binding */ effectivePolicy),
/* harmony export */   K2: () => (/* binding */ effectivePolicyOfTarget),
/* harmony export */   fy: () => (/* binding */ effectiveAt),
/* harmony export */   uh: () => (/* binding */ layersAt),
/* harmony export */   yv: () => (/* binding */ originOf)
/* harmony export */ });
/* unused harmony exports orderOfAuthority, isNoHook */
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59014);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95181);


/** Groups layers by origin and target; layers of one place keep their order. */
function indexLayers(layers) {
    const index = new Map();
    for (const layer of layers) {
        const key = indexKey(layer.origin, layer.target);
        const list = index.get(key);
        if (list === undefined)
            index.set(key, [layer]);
        else
            list.push(layer);
    }
    return index;
}
/** The effective policy of a source: its path, the paths above, user, host and global of the policy file, then of the repository. */
function effectivePolicy(source, layers, options = {}) {
    return effectiveAt({ kind: 'path', ...source }, indexLayers(layers), options);
}
/** The same for any target, as `policy show` needs it. */
function effectivePolicyOfTarget(target, layers) {
    return effectiveAt(target, indexLayers(layers), {});
}
/** The effective policy of one target from indexed layers. */
function effectiveAt(target, index, options) {
    const ordered = orderOfAuthority(target, index);
    const merging = ordered.map((layer) => ({ policy: layer.policy, origin: originOf(layer) }));
    if (options.override !== undefined)
        merging.unshift({ policy: options.override, origin: { kind: 'override' } });
    const merged = (0,_merge_js__WEBPACK_IMPORTED_MODULE_0__/* .mergePolicies */ .$p)(merging);
    const applied = ordered.slice(0, merged.applied - (merging.length - ordered.length));
    const origins = new Map(merged.origins);
    const actions = {};
    const hooks = resolveHooks(target, applied, origins, actions);
    const files = applied.filter((layer) => layer.origin === 'policy-file');
    return {
        policy: Object.keys(actions).length > 0 ? { ...merged.policy, actions } : merged.policy,
        hooks,
        origins,
        includeGit: files.find((layer) => layer.includeGit !== undefined)?.includeGit ?? false,
        keepTimes: files.find((layer) => layer.keepTimes !== undefined)?.keepTimes,
    };
}
/** Layers that apply to a target, in the order in which they win. */
function orderOfAuthority(target, index) {
    const chain = targetChain(target);
    return ['policy-file', 'repository'].flatMap((origin) => chain.flatMap((one) => index.get(indexKey(origin, one)) ?? []));
}
/** Layers that stand at exactly this target, the policy file's first. */
function layersAt(target, index) {
    return ['policy-file', 'repository'].flatMap((origin) => index.get(indexKey(origin, target)) ?? []);
}
/** Where the values of a layer come from. */
function originOf(layer) {
    return { kind: layer.origin, target: (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(layer.target) };
}
/** Whether a hook is the `none` of the policy file. */
function isNoHook(hook) {
    return hook.every((step) => step.program.kind === 'none');
}
function resolveHooks(target, applied, origins, actions) {
    const hooks = {};
    const take = (name, layer) => {
        const hook = layer?.hooks[name];
        if (layer === undefined || hook === undefined)
            return;
        origins.set(`actions.${name}`, originOf(layer));
        if (!isNoHook(hook))
            hooks[name] = hook;
        const native = layer.policy.actions?.[name];
        if (native !== undefined)
            actions[name] = native;
    };
    const before = applied.findIndex((layer) => layer.hooks.beforeSnapshotRoot !== undefined);
    const after = applied.findIndex((layer) => layer.hooks.afterSnapshotRoot !== undefined);
    const replaced = applied[before]?.hooks.beforeSnapshotRoot;
    take('beforeSnapshotRoot', applied[before]);
    // The partner of a before-hook that `none` replaced would clean up what was never made.
    if (replaced === undefined || !isNoHook(replaced) || after <= before)
        take('afterSnapshotRoot', applied[after]);
    // Also beside `noParent`, where Kopia leaves them out in silence (docs/hooks.md, "Differences from Kopia").
    const key = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target);
    const own = applied.filter((layer) => (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(layer.target) === key);
    for (const name of ['beforeFolder', 'afterFolder']) {
        take(name, own.find((layer) => layer.hooks[name] !== undefined));
    }
    return hooks;
}
/** The target itself, its parent paths, then user, host and global. */
function targetChain(target) {
    const chain = [];
    if (target.kind === 'path') {
        const { userName, host } = target;
        for (let path = target.path; path !== undefined; path = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .parentPath */ .yl)(path)) {
            chain.push({ kind: 'path', userName, host, path });
        }
    }
    if (target.kind === 'path' || target.kind === 'user')
        chain.push({ kind: 'user', userName: target.userName, host: target.host });
    if (target.kind !== 'global')
        chain.push({ kind: 'host', host: target.host });
    chain.push({ kind: 'global' });
    return chain;
}
function indexKey(origin, target) {
    return `${origin} ${(0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target)}`;
}


/***/ }),

/***/ 93304:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isPlain),
/* harmony export */   N: () => (/* binding */ policyTree)
/* harmony export */ });
/* harmony import */ var _effective_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91487);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16457);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95181);
/**
 * Policies of the folders below a source, as the walk meets them (docs/repository-format.md, "Policies of nested folders"; docs/policy.md).
 *
 * A folder without a policy of its own has that of the folder above, as a whole. A folder with one has
 *  - from the repository or a file in native form: that policy as stored, merged with nothing;
 *  - from the policy file: its fields, then everything it leaves open as the order of authority gives it.
 * Ignore rules of the folders above keep applying in every case.
 */



/** Whether no policy stands at the directory or below it; such a node is its own child. */
function isPlain(node) {
    return !node.isDefined && node.child('\0') === node;
}
/** The tree of policies of a source from all layers of the policy file and the repository. */
function policyTree(source, layers, options = {}) {
    const index = (0,_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .indexLayers */ .$p)(layers);
    const effective = (0,_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveAt */ .fy)({ kind: 'path', ...source }, index, options);
    const defined = new Map();
    for (const { target } of layers) {
        if (target.kind !== 'path' || target.userName !== source.userName || target.host !== source.host)
            continue;
        const relative = (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .relativeBelow */ .cA)(source.path, target.path);
        if (relative !== undefined)
            defined.set(relative, target);
    }
    const branches = { children: new Map() };
    for (const [relative, target] of defined) {
        let at = branches;
        for (const part of relative.split('/')) {
            let next = at.children.get(part);
            if (next === undefined) {
                next = { children: new Map() };
                at.children.set(part, next);
            }
            at = next;
        }
        at.target = target;
    }
    const rootRules = effective.policy.files?.ignore ?? [];
    const facts = { policy: effective.policy, origins: effective.origins, hooks: effective.hooks, ignoreRules: rootRules };
    return { root: new Node(facts, true, 0, branches, index, options), effective };
}
const NO_HOOKS = {};
class Node {
    policy;
    origins;
    hooks;
    ignoreRules;
    isDefined;
    ignoreDotFiles;
    maxFileSizeBytes;
    isOneFileSystem;
    ignoresCacheDirs;
    #branch;
    #index;
    #options;
    #children = new Map();
    #plain;
    constructor(facts, isDefined, maxAbove, branch, index, options) {
        this.policy = facts.policy;
        this.origins = facts.origins;
        this.hooks = isDefined ? facts.hooks : NO_HOOKS;
        this.ignoreRules = isDefined ? facts.ignoreRules : [];
        this.isDefined = isDefined;
        const files = facts.policy.files;
        this.ignoreDotFiles = files?.ignoreDotFiles ?? [];
        this.maxFileSizeBytes = files?.maxFileSize || maxAbove;
        this.isOneFileSystem = files?.oneFileSystem ?? false;
        this.ignoresCacheDirs = files?.ignoreCacheDirs ?? true;
        this.#branch = branch;
        this.#index = index;
        this.#options = options;
    }
    child(name) {
        const branch = this.#branch?.children.get(name);
        if (branch === undefined) {
            if (!this.isDefined && this.#branch === undefined)
                return this;
            this.#plain ??= new Node(this, false, this.maxFileSizeBytes, undefined, this.#index, this.#options);
            return this.#plain;
        }
        let child = this.#children.get(name);
        if (child === undefined) {
            const facts = branch.target === undefined ? this : nestedFacts(branch.target, this.#index, this.#options);
            child = new Node(facts, branch.target !== undefined, this.maxFileSizeBytes, branch, this.#index, this.#options);
            this.#children.set(name, child);
        }
        return child;
    }
}
function nestedFacts(target, index, options) {
    const own = (0,_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .layersAt */ .uh)(target, index);
    const first = own[0];
    if (first?.origin === 'policy-file' && first.isNative !== true) {
        const effective = (0,_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .effectiveAt */ .fy)(target, index, options);
        const ignoreOrigin = effective.origins.get('files.ignore');
        const isOwn = ignoreOrigin !== undefined && 'target' in ignoreOrigin && ignoreOrigin.target === (0,_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4)(target);
        // What is inherited of the list applies already, where it was written.
        const ignoreRules = isOwn ? (effective.policy.files?.ignore ?? []) : [];
        return { policy: effective.policy, origins: effective.origins, hooks: folderHooks(own), ignoreRules };
    }
    // Two clients can leave two policies at one place: the newest counts, as for Kopia. A file in native form comes first.
    const stored = first?.origin === 'policy-file' ? first : own.at(-1);
    if (stored === undefined)
        throw new RangeError('a nested policy without a layer');
    const origins = new Map();
    for (const field of _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_FIELDS */ .lA) {
        if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isSet */ .vM)((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .getField */ .VI)(stored.policy, field), field))
            origins.set(field.key, (0,_effective_js__WEBPACK_IMPORTED_MODULE_0__/* .originOf */ .yv)(stored));
    }
    return { policy: stored.policy, origins, hooks: folderHooks([stored]), ignoreRules: stored.policy.files?.ignore ?? [] };
}
/** Folder hooks run where they stand, also beside `noParent`; root hooks mean nothing on a nested folder. */
function folderHooks(own) {
    const before = own.find((layer) => layer.hooks.beforeFolder !== undefined)?.hooks.beforeFolder;
    const after = own.find((layer) => layer.hooks.afterFolder !== undefined)?.hooks.afterFolder;
    return { ...(before === undefined ? {} : { beforeFolder: before }), ...(after === undefined ? {} : { afterFolder: after }) };
}


/***/ }),

/***/ 36472:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nj: () => (/* binding */ repositoryLayers),
/* harmony export */   Wu: () => (/* binding */ POLICY_TYPE),
/* harmony export */   hP: () => (/* binding */ targetFromLabels),
/* harmony export */   i6: () => (/* binding */ findPolicy),
/* harmony export */   jP: () => (/* binding */ setPolicy),
/* harmony export */   jm: () => (/* binding */ listPolicies),
/* harmony export */   pX: () => (/* binding */ removePolicy)
/* harmony export */ });
/* unused harmony exports policyLabels, storedLayer */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _policy_native_hooks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18942);
/* harmony import */ var _policy_native_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76322);
/* harmony import */ var _policy_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95181);
/** Policy manifests of a repository: read as layers, written in Kopia's form (docs/repository-format.md, "Policy targets"). */




/** Value of the `type` label of policy manifests. */
const POLICY_TYPE = 'policy';
/** Labels of the policy of a target. */
function policyLabels(target) {
    switch (target.kind) {
        case 'global':
            return { type: POLICY_TYPE, policyType: 'global' };
        case 'host':
            return { type: POLICY_TYPE, policyType: 'host', hostname: target.host };
        case 'user':
            return { type: POLICY_TYPE, policyType: 'user', username: target.userName, hostname: target.host };
        case 'path':
            return { type: POLICY_TYPE, policyType: 'path', username: target.userName, hostname: target.host, path: target.path };
    }
}
/** The target that labels name, or undefined when they are not those of a policy. */
function targetFromLabels(labels) {
    const { policyType, hostname: host = '', username: userName = '', path = '' } = labels;
    switch (policyType) {
        case 'global':
            return { kind: 'global' };
        case 'host':
            return { kind: 'host', host };
        case 'user':
            return { kind: 'user', userName, host };
        case 'path':
            return { kind: 'path', userName, host, path };
        default:
            return undefined;
    }
}
/** All policies, oldest first; of two at one target the newest is last. Throws CAIRN_POLICY_DAMAGED. */
async function listPolicies(repository, signal) {
    const policies = [];
    for (const entry of await repository.manifests.find({ type: POLICY_TYPE })) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        const target = targetFromLabels(entry.labels);
        const policy = target === undefined ? undefined : await readPolicy(repository, entry);
        if (target !== undefined && policy !== undefined)
            policies.push({ id: entry.id, target, policy, modifiedNs: entry.modifiedNs });
    }
    return policies;
}
/** All policies of the repository as layers for the merge. Throws CAIRN_POLICY_DAMAGED. */
async function repositoryLayers(repository, signal) {
    return (await listPolicies(repository, signal)).map(({ target, policy }) => storedLayer(target, policy));
}
/** A stored policy as a layer. */
function storedLayer(target, policy) {
    const hooks = (0,_policy_native_hooks_js__WEBPACK_IMPORTED_MODULE_2__/* .nativeHooks */ .E)(policy.actions, { kind: 'repository', target: (0,_policy_target_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTarget */ .P4)(target) });
    return { target, origin: 'repository', policy, hooks };
}
/** The policy stored for exactly this target, the newest when there are several; undefined when there is none. */
async function findPolicy(repository, target) {
    const entry = (await repository.manifests.find(policyLabels(target))).at(-1);
    const policy = entry === undefined ? undefined : await readPolicy(repository, entry);
    return entry === undefined || policy === undefined ? undefined : { id: entry.id, target, policy, modifiedNs: entry.modifiedNs };
}
/** Replaces the policy of a target; returns the ID of the new manifest. Throws CAIRN_TARGET_INVALID for a path that ends in a separator. */
async function setPolicy(repository, target, policy) {
    if (target.kind === 'path' && (0,_policy_target_js__WEBPACK_IMPORTED_MODULE_3__/* .hasTrailingSeparator */ .S3)(target.path))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_TARGET_INVALID', `The path of ${(0,_policy_target_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTarget */ .P4)(target)} ends in a separator.`, {
            hint: 'Write the path without the slash at its end.',
        });
    await removePolicy(repository, target);
    return repository.manifests.put(policyLabels(target), (0,_policy_native_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodePolicy */ .D1)(policy));
}
/** Removes the policy of a target; returns whether there was one. */
async function removePolicy(repository, target) {
    const entries = await repository.manifests.find(policyLabels(target));
    for (const entry of entries)
        await repository.manifests.delete(entry.id);
    return entries.length > 0;
}
async function readPolicy(repository, entry) {
    const found = await repository.manifests.get(entry.id);
    if (found === undefined)
        return undefined;
    const parsed = (0,_policy_native_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePolicyText */ .XL)(found.json);
    if ((0,_policy_native_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isPolicyProblem */ .Eo)(parsed)) {
        const where = parsed.path === '' ? 'it is not' : `${parsed.path} is not`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_POLICY_DAMAGED', `The stored policy ${entry.id} cannot be read: ${where} ${parsed.expected}.`, {
            hint: `Look at it with "cairn manifest show ${entry.id}", then set or delete the policy.`,
        });
    }
    return parsed.policy;
}


/***/ }),

/***/ 38950:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jm: () => (/* binding */ FolderFailure),
/* harmony export */   P0: () => (/* binding */ isEntryError),
/* harmony export */   TP: () => (/* binding */ entryFailuresOf),
/* harmony export */   c9: () => (/* binding */ entryFailures),
/* harmony export */   hw: () => (/* binding */ treatsAllAlike)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _policy_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93304);
/** One directory on its way through the walk, and what it means when it fails. */


/** Whether nothing treats a file in the folder, or below it, in another way than the rest: no rule, no limit, no policy of its own. */
function treatsAllAlike({ policy, parent }) {
    if (parent === undefined || !(0,_policy_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .isPlain */ .$)(policy) || policy.maxFileSizeBytes > 0 || policy.isOneFileSystem)
        return false;
    return policy.ignoreRules.length === 0 && parent.context.child(parent.name).isEmpty;
}
/** A folder could not be stored; the walk goes on without it. */
class FolderFailure extends Error {
    reason;
    constructor(reason) {
        super((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(reason), { cause: reason });
        this.name = 'FolderFailure';
        this.reason = reason;
    }
}
const ENTRY_ERRORS = ['CAIRN_FILE_UNREADABLE', 'CAIRN_FILE_VANISHED', 'CAIRN_FILE_CHANGED', 'CAIRN_IGNORE_RULE_INVALID'];
/** Errors that concern one file or directory of the source; a rule that is no pattern concerns the directory in which it starts to apply. */
function isEntryError(error) {
    return ENTRY_ERRORS.some((code) => (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, code));
}
/** Runs `work`; what it throws about the directory becomes the failure of this folder alone. */
function entryFailures(work) {
    try {
        return work();
    }
    catch (error) {
        throw isEntryError(error) ? new FolderFailure(error) : error;
    }
}
/** The same for work that takes time. */
async function entryFailuresOf(work) {
    try {
        return await work();
    }
    catch (error) {
        throw isEntryError(error) ? new FolderFailure(error) : error;
    }
}


/***/ })

};

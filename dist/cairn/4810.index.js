export const id = 4810;
export const ids = [4810];
export const modules = {

/***/ 5973:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ namesTargets),
/* harmony export */   Q: () => (/* binding */ targetsOf)
/* harmony export */ });
/* harmony import */ var _commands_policy_targets_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73779);
/** The targets that the policy commands take: `--global` or a list. */

/** Throws CAIRN_USAGE unless there is exactly one of the two, CAIRN_TARGET_INVALID. */
async function targetsOf(context, input, repository) {
    return await (0,_commands_policy_targets_js__WEBPACK_IMPORTED_MODULE_0__/* .requestedTargets */ .R)(repository, { isGlobal: input.isOn('global'), targets: input.arguments('target') }, context.cwd);
}
/** Whether the user limited a command to some targets. */
function namesTargets(input) {
    return input.isOn('global') || input.arguments('target').length > 0;
}


/***/ }),

/***/ 34810:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyExport: () => (/* binding */ policyExport)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/policy/native-json.js
var native_json = __webpack_require__(76322);
// EXTERNAL MODULE: ./lib/policy/target.js
var policy_target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/policyfile/diagnostic.js
var diagnostic = __webpack_require__(69685);
// EXTERNAL MODULE: ./lib/policyfile/kopia.js + 1 modules
var kopia = __webpack_require__(14321);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/policy/fields.js
var policy_fields = __webpack_require__(16457);
// EXTERNAL MODULE: ./lib/policy/native-hooks.js
var native_hooks = __webpack_require__(18942);
// EXTERNAL MODULE: ./lib/policyfile/schema.js
var schema = __webpack_require__(94861);
;// CONCATENATED MODULE: ./lib/policyfile/yaml-edit.js
/** Small changes to a parsed YAML map that leave comments, order and everything else where they are. */


/** The pair of a name in one of its spellings, Kopia's or with dashes. */
function findPair(map, ...names) {
    const spellings = names.flatMap((name) => [name, (0,schema/* kebab */.i9)(name)]);
    return map.items.find(({ key }) => spellings.includes(String((0,dist/* isScalar */.jn)(key) ? key.value : key)));
}
/** The map behind a name, made when it is absent or empty; undefined when something else stands there. */
function mapAt(document, map, name) {
    const pair = findPair(map, name);
    if (pair === undefined) {
        const made = new dist/* YAMLMap */.CA();
        map.add(document.createPair(name, made));
        return made;
    }
    const value = ownValue(document, pair);
    if ((0,dist/* isMap */.jh)(value))
        return value;
    if (value !== null && !((0,dist/* isScalar */.jn)(value) && value.value === null))
        return undefined;
    const made = new dist/* YAMLMap */.CA();
    pair.value = made;
    return made;
}
/** The value of a pair; an alias is replaced by a copy, so that a change does not reach the other places. */
function ownValue(document, pair) {
    const { value } = pair;
    if (!(0,dist/* isAlias */.Vj)(value))
        return value;
    const copy = value.resolve(document)?.clone();
    if ((0,dist/* isNode */.Ll)(copy) && 'anchor' in copy)
        delete copy.anchor;
    pair.value = copy ?? null;
    return pair.value;
}
/** Sets a value under the first of the names that is there, else under the last one; a comment beside the old value stays. */
function setValue(document, map, names, value) {
    const pair = findPair(map, ...names);
    const node = document.createNode(value);
    const name = names.at(-1) ?? '';
    if (pair === undefined) {
        map.add(document.createPair(name, node));
        return;
    }
    const old = ownValue(document, pair);
    if ((0,dist/* isNode */.Ll)(old) && (0,dist/* isNode */.Ll)(node)) {
        if (old.comment !== undefined)
            node.comment = old.comment;
        if (old.commentBefore !== undefined)
            node.commentBefore = old.commentBefore;
        if (old.spaceBefore !== undefined)
            node.spaceBefore = old.spaceBefore;
    }
    // Another of the names means another unit: then the key changes too.
    const written = String((0,dist/* isScalar */.jn)(pair.key) ? pair.key.value : pair.key);
    if (written !== name && written !== (0,schema/* kebab */.i9)(name))
        pair.key = document.createNode(name);
    pair.value = node;
}
/** Takes a name away in all its spellings. */
function removeValue(map, ...names) {
    for (let pair = findPair(map, ...names); pair !== undefined; pair = findPair(map, ...names))
        map.items.splice(map.items.indexOf(pair), 1);
}

// EXTERNAL MODULE: ./lib/policyfile/hooks.js + 1 modules
var hooks = __webpack_require__(10912);
// EXTERNAL MODULE: ./lib/policyfile/native.js
var policyfile_native = __webpack_require__(48089);
;// CONCATENATED MODULE: ./lib/policyfile/yaml-form.js
/** Policies in the words of the policy file: the values of fields and hooks as somebody would write them (docs/policy.md, "Policy" and "Hooks"). */




/** A policy as a map of the file; what is not set is left out. */
function policyForm(policy) {
    const form = {};
    for (const field of policy_fields/* POLICY_FIELDS */.lA) {
        const value = (0,policy_fields/* getField */.VI)(policy, field);
        if (!(0,policy_fields/* isSet */.vM)(value, field))
            continue;
        const { name, form: written } = fieldForm(field, value);
        const path = [...field.section, name];
        let at = form;
        for (const part of path.slice(0, -1)) {
            at[part] ??= {};
            // Sections are only ever filled with maps.
            at = at[part];
        }
        at[name] = written;
    }
    for (const [section, short] of SHORT_SECTIONS) {
        const map = form[section];
        if (isForm(map) && Object.keys(map).length === 1 && short in map)
            form[section] = map[short];
    }
    const shadow = form['osSnapshots'];
    if (isForm(shadow) && isForm(shadow['volumeShadowCopy']))
        shadow['volumeShadowCopy'] = shadow['volumeShadowCopy']['enable'];
    if (policy.actions !== undefined) {
        const actions = {};
        for (const name of HOOK_NAMES) {
            const action = policy.actions[name];
            if (action !== undefined)
                actions[name] = hookForm(name, action);
        }
        if (Object.keys(actions).length > 0)
            form['actions'] = actions;
    }
    if (policy.noParent === true)
        form['noParent'] = true;
    return form;
}
const HOOK_NAMES = ['beforeSnapshotRoot', 'afterSnapshotRoot', 'beforeFolder', 'afterFolder'];
/** Sections that a single value stands for. */
const SHORT_SECTIONS = [
    ['compression', 'compressorName'],
    ['metadataCompression', 'compressorName'],
    ['splitter', 'algorithm'],
];
const SIZES = new Set(['files.maxFileSize', 'compression.minSize', 'compression.maxSize', 'upload.parallelUploadAboveSize']);
const SHADOW_COPY_WORDS = ['never', 'always', 'when-available'];
/** The name under which a field is written, and its value. */
function fieldForm(field, value) {
    if (SIZES.has(field.key) && typeof value === 'number')
        return { name: field.name, form: sizeForm(value) };
    if (field.key === 'scheduling.intervalSeconds' && typeof value === 'number')
        return { name: 'interval', form: durationForm(value) };
    if (field.key === 'osSnapshots.volumeShadowCopy.enable' && typeof value === 'number')
        return { name: field.name, form: SHADOW_COPY_WORDS[value] ?? value };
    // Fields of this type hold times of the day.
    if (field.type === 'times')
        return { name: field.name, form: value.map(timeForm) };
    return { name: field.name, form: value };
}
/** A hook as somebody would write it: a prologue of ours becomes `shell`, the empty script becomes `none`. */
function hookForm(name, action) {
    const { script = '', path, args = [], timeout, mode } = action;
    const isNone = script === ':' && mode === 'optional' && timeout === hooks/* DEFAULT_TIMEOUT_SECONDS */.KU;
    if (isNone && name.endsWith('SnapshotRoot'))
        return 'none';
    return { ...programForm(action, script, path, args), ...optionForm(timeout, mode) };
}
function programForm(action, script, path, args) {
    if (script !== '')
        return (0,policyfile_native/* foldPrologue */.N)(script) ?? { run: script };
    if (path === undefined)
        return { ...action };
    // A relative program is an error in `command`, and only a warning in Kopia's own words.
    const isRelative = /[\\/]/.test(path) && !/^(?:[\\/]|[A-Za-z]:[\\/])/.test(path);
    if (isRelative)
        return args.length === 0 ? { path } : { path, args: [...args] };
    return { command: [path, ...args] };
}
/** Timeout and mode of a hook, as far as they are set. */
function optionForm(timeout, mode) {
    return { ...(timeout === undefined ? {} : { timeout: durationForm(timeout) }), ...(mode === undefined ? {} : { mode }) };
}
function durationForm(seconds) {
    if (seconds <= 0)
        return seconds;
    if (seconds % 3600 === 0)
        return `${seconds / 3600}h`;
    return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
const UNITS = [
    ['TiB', 2 ** 40],
    ['TB', 1e12],
    ['GiB', 2 ** 30],
    ['GB', 1e9],
    ['MiB', 2 ** 20],
    ['MB', 1e6],
    ['KiB', 2 ** 10],
    ['KB', 1e3],
];
function sizeForm(bytes) {
    const unit = UNITS.find(([, size]) => bytes > 0 && bytes % size === 0);
    return unit === undefined ? bytes : `${bytes / unit[1]} ${unit[0]}`;
}
/** Without quotes it would be a number to the base 60 for YAML 1.1. */
function timeForm({ hour, min }) {
    const scalar = new dist/* Scalar */.X5(`${String(hour).padStart(2, '0')}:${String(min).padStart(2, '0')}`);
    scalar.type = dist/* Scalar */.X5.QUOTE_DOUBLE;
    return scalar;
}
function isForm(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./lib/policyfile/merge-yaml.js
/** Brings a policy file to what a repository says, and changes nothing else in it (docs/policy.md, "Between the file and the repository"). */






const merge_yaml_HOOK_NAMES = ['beforeSnapshotRoot', 'afterSnapshotRoot', 'beforeFolder', 'afterFolder'];
/** The text after the edits; the same text when nothing differs. `text` must be a policy file without errors. */
function editPolicyFile(text, edits, hasDefaultShell) {
    const document = (0,dist/* parseDocument */.Tp)(text, { schema: 'core', keepSourceTokens: true, logLevel: 'silent' });
    // The document is a map: the file was read without an error. Only then `contents` can be narrowed to one.
    const root = document.contents;
    if (!(0,dist/* isMap */.jh)(root))
        return text;
    const policies = mapAt(document, root, 'policies');
    if (policies === undefined)
        return text;
    let isChanged = false;
    for (const { key, wanted, present } of edits) {
        if (present === undefined) {
            policies.add(document.createPair(key, policyForm(wanted)));
            isChanged = true;
        }
        else if (editPolicy(document, policies, key, normalized(wanted), normalized(present), hasDefaultShell))
            isChanged = true;
    }
    return isChanged ? document.toString(styleOf(text)) : text;
}
/** What a policy means, with what Kopia assumes where a hook says nothing. */
function normalized(policy) {
    if (policy.actions === undefined)
        return policy;
    const actions = Object.entries(policy.actions).map(([name, action]) => [
        name,
        action === undefined ? undefined : { ...action, mode: action.mode || 'optional', timeout: action.timeout || native_hooks/* NATIVE_TIMEOUT_SECONDS */.M },
    ]);
    return { ...policy, actions: Object.fromEntries(actions) };
}
/** Keys of fields and hooks in which two policies differ. */
function policyDifferences(a, b) {
    const fields = policy_fields/* POLICY_FIELDS */.lA.filter((field) => !isSame(setValueOf(a, field), setValueOf(b, field))).map((field) => field.key);
    const hooks = merge_yaml_HOOK_NAMES.filter((name) => !isSame(comparable(a.actions?.[name]), comparable(b.actions?.[name])));
    const parent = (a.noParent ?? false) === (b.noParent ?? false) ? [] : ['noParent'];
    return [...fields, ...hooks.map((name) => `actions.${name}`), ...parent];
}
function editPolicy(document, policies, key, wanted, present, hasDefaultShell) {
    const differences = new Set(policyDifferences(wanted, present));
    const map = differences.size === 0 ? undefined : mapAt(document, policies, key);
    if (map === undefined)
        return false;
    for (const field of policy_fields/* POLICY_FIELDS */.lA) {
        if (!differences.has(field.key))
            continue;
        const value = (0,policy_fields/* getField */.VI)(wanted, field);
        if ((0,policy_fields/* isSet */.vM)(value, field))
            writeField(document, map, field, value);
        else
            removeField(document, map, field);
    }
    for (const name of merge_yaml_HOOK_NAMES) {
        if (differences.has(`actions.${name}`))
            editHook(document, map, name, wanted.actions?.[name], present.actions?.[name], hasDefaultShell);
    }
    if (differences.has('noParent')) {
        if (wanted.noParent === true)
            setValue(document, map, ['noParent'], true);
        else
            removeValue(map, 'noParent');
    }
    return true;
}
/** Sections whose single value stands for one field, the nested one included. */
const SHORT_FIELDS = new Map([...SHORT_SECTIONS, ['volumeShadowCopy', 'enable']]);
function writeField(document, map, field, value) {
    const { name, form } = fieldForm(field, value);
    let at = map;
    for (const part of field.section) {
        const short = SHORT_FIELDS.get(part);
        const pair = findPair(at, part);
        const isShort = short !== undefined && (pair === undefined || (0,dist/* isScalar */.jn)(ownValue(document, pair)));
        if (isShort && field.name === short) {
            setValue(document, at, [part], form);
            return;
        }
        if (isShort && pair !== undefined)
            pair.value = document.createNode({ [short]: pair.value });
        const next = mapAt(document, at, part);
        if (next === undefined)
            return;
        at = next;
    }
    setValue(document, at, [field.name, name], form);
}
function removeField(document, map, field) {
    const path = [map];
    for (const part of field.section) {
        const at = path.at(-1);
        const pair = at === undefined ? undefined : findPair(at, part);
        if (at === undefined || pair === undefined)
            return;
        const value = ownValue(document, pair);
        if ((0,dist/* isScalar */.jn)(value) && SHORT_FIELDS.get(part) === field.name)
            removeValue(at, part);
        if (!(0,dist/* isMap */.jh)(value))
            return;
        path.push(value);
    }
    const last = path.at(-1);
    if (last !== undefined)
        removeValue(last, field.name, fieldForm(field, getDefault(field)).name);
    removeEmpty(path, field.section);
}
/** Only the name is asked for: a number has the one of its short form. */
function getDefault(field) {
    return field.type === 'integer' ? 0 : field.type === 'times' ? [] : undefined;
}
function removeEmpty(path, names) {
    for (let depth = names.length; depth > 0; depth--) {
        const name = names[depth - 1];
        if (path[depth]?.items.length === 0 && name !== undefined)
            path[depth - 1]?.delete(name);
    }
}
const PROGRAM_KEYS = [...schema/* PROGRAM_FIELDS */.FA, 'args', 'shell'];
function editHook(document, map, name, wanted, present, hasDefaultShell) {
    const actions = mapAt(document, map, 'actions');
    if (actions === undefined)
        return;
    if (wanted === undefined) {
        removeValue(actions, name);
        removeEmpty([map, actions], ['actions']);
        return;
    }
    const form = withoutDefaults(hookForm(name, wanted), hasDefaultShell);
    const pair = findPair(actions, name);
    const hook = pair === undefined ? undefined : ownValue(document, pair);
    if (!(0,dist/* isMap */.jh)(hook) || typeof form !== 'object' || present === undefined) {
        setValue(document, actions, [name], form);
        return;
    }
    const edited = hook;
    if (!isSame(programOf(wanted), programOf(present))) {
        removeValue(edited, ...PROGRAM_KEYS);
        for (const [key, value] of Object.entries(form))
            if (PROGRAM_KEYS.includes(key))
                setValue(document, edited, [key], value);
    }
    const options = optionForm(wanted.timeout, wanted.mode);
    if (wanted.timeout !== present.timeout) {
        removeValue(edited, 'timeout-minutes');
        setValue(document, edited, ['timeout'], options['timeout']);
    }
    if (wanted.mode !== present.mode) {
        removeValue(edited, 'continue-on-error');
        setValue(document, edited, ['mode'], options['mode']);
    }
}
/** `defaults.shell` would change what `run` means; the native key is not touched by it. */
function withoutDefaults(form, hasDefaultShell) {
    if (typeof form !== 'object' || form === null)
        return 'none';
    const { run, ...rest } = form;
    return !hasDefaultShell || run === undefined || 'shell' in rest ? { ...form } : { script: run, ...rest };
}
function programOf({ path, args, script }) {
    return script === undefined || script === '' ? [path ?? '', ...(args ?? [])] : script;
}
function comparable(action) {
    return action === undefined ? undefined : [programOf(action), action.timeout ?? 0, action.mode ?? ''];
}
function setValueOf(policy, field) {
    const value = (0,policy_fields/* getField */.VI)(policy, field);
    return (0,policy_fields/* isSet */.vM)(value, field) ? value : undefined;
}
/** Values of policies are numbers, texts and lists of them with members in a fixed order. */
function isSame(a, b) {
    return JSON.stringify(a) === JSON.stringify(b);
}
/** The habits of the file, as far as the printer has a setting for them. */
function styleOf(text) {
    return {
        lineWidth: 0,
        minContentWidth: 0,
        indentSeq: !/^( *)[^\s#-][^\n]*:[ \t]*\n\1- /m.test(text),
        flowCollectionPadding: !/[:-] +[[{][^\s\]}]/.test(text),
    };
}

// EXTERNAL MODULE: ./lib/policyfile/parse.js + 8 modules
var parse = __webpack_require__(12142);
// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(56495);
;// CONCATENATED MODULE: ./lib/policyfile/write-yaml.js
/** Policies of a repository as the text of a policy file (docs/policy.md, "Between the file and the repository"). */




/** Nothing is folded: lines of scripts and patterns stay as they are. */
const YAML_STYLE = { lineWidth: 0, minContentWidth: 0 };
/** A policy file with `version: 1`; targets by their text, in the order of their bytes. */
function policyFileText(policies) {
    const sorted = sortedEntries(policies).map(([target, policy]) => [target === '(global)' ? 'global' : target, policyForm(policy)]);
    return new dist/* Document */.yo({ version: 1, policies: Object.fromEntries(sorted) }, { schema: 'core', aliasDuplicateObjects: false }).toString(YAML_STYLE);
}
/** The same policies in Kopia's own words, for what the policy file cannot say exactly; `remark` becomes a comment above them. */
function nativeFileText(policies, remark) {
    const members = sortedEntries(policies).map(([target, policy]) => [target, withoutEmpty((0,native_json/* policyToJson */.kl)(policy))]);
    const document = new dist/* Document */.yo(Object.fromEntries(members), { schema: 'core', aliasDuplicateObjects: false });
    document.commentBefore = remark
        .split('\n')
        .map((line) => ` ${line}`)
        .join('\n');
    return document.toString(YAML_STYLE);
}
function sortedEntries(policies) {
    return [...policies].sort(([a], [b]) => (0,go_json/* compareUtf8 */.zq)(a, b));
}
/** Without groups that hold nothing. */
function withoutEmpty(members) {
    const out = {};
    for (const [key, value] of Object.entries(members)) {
        const kept = isGroup(value) ? withoutEmpty(value) : value;
        if (kept === undefined || (isGroup(kept) && Object.keys(kept).length === 0))
            continue;
        out[key] = kept;
    }
    return out;
}
function isGroup(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
;// CONCATENATED MODULE: ./lib/commands/policy/export.js
/** `policy export`: policies of the repository as Kopia's JSON or as a policy file (docs/policy.md, "Between the file and the repository"). */










/** The stored policies of some targets, or all of them. Throws CAIRN_POLICY_NOT_FOUND, CAIRN_POLICY_DAMAGED. */
async function storedPolicies(repository, targets, signal) {
    if (targets === undefined)
        return await (0,policies/* listPolicies */.jm)(repository, signal);
    const found = [];
    for (const target of targets) {
        const stored = await (0,policies/* findPolicy */.i6)(repository, target);
        if (stored === undefined) {
            throw new errors/* CairnError */.eb('CAIRN_POLICY_NOT_FOUND', `No policy is stored for ${(0,policy_target/* formatTarget */.P4)(target)}.`, {
                hint: '"cairn policy list" shows for which targets there is one.',
            });
        }
        found.push(stored);
    }
    return found;
}
/** Policies by the text of their targets; of two at one target the newest. */
function byTargetText(policies) {
    return new Map(policies.map(({ target, policy }) => [(0,policy_target/* formatTarget */.P4)(target), policy]));
}
const NATIVE_REMARK = [
    "Policies in Kopia's own form, because with `version: 1` not all of them could come back the same:",
    'there a nested folder inherits from the one above, and a hook always has a mode and a timeout.',
].join('\n');
/**
 * A new policy file that means the same to `policy import` as the stored policies, field for field. Where the form with `version: 1` cannot
 * say that, it is Kopia's own.
 */
function newPolicyFile(policies, identity, log) {
    const byText = byTargetText(policies);
    const text = policyFileText(byText);
    if (isExact(text, byText, identity, 'cairn.yml'))
        return text;
    const native = nativeFileText(byText, NATIVE_REMARK);
    const { diagnostics } = (0,parse/* parsePolicyFile */._)((0,bytes/* utf8 */.As)(native), { path: 'cairn.yml', identity, isImport: true });
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    for (const error of errors)
        log.warning(`The exported file will not be accepted as it stands: ${(0,diagnostic/* formatDiagnostic */.xy)(error, 'line', native)}`);
    return native;
}
function isExact(text, wanted, identity, path) {
    const { file, diagnostics } = (0,parse/* parsePolicyFile */._)((0,bytes/* utf8 */.As)(text), { path, identity, isImport: true });
    if (file === undefined || diagnostics.some(({ severity }) => severity === 'error'))
        return false;
    const { policies, dropped } = (0,kopia/* kopiaPolicies */.t)(file, text, identity);
    const read = byTargetText(policies);
    if (dropped.length > 0 || read.size !== wanted.size)
        return false;
    return [...wanted].every(([target, policy]) => {
        const same = read.get(target);
        return same !== undefined && (0,native_json/* encodePolicy */.D1)(same) === (0,native_json/* encodePolicy */.D1)(policy);
    });
}
/** One change can give a folder below another value to inherit, which takes a second look; more looks find nothing. */
const MAX_LOOKS = 3;
/**
 * The text of an existing policy file, changed where the stored policies say something else; `layers` are all policies of the repository.
 * What the file cannot be made to say, and targets that only the file has, are named in the log.
 */
function mergedPolicyFile(read, stored, layers, log) {
    if (read.file.isNative) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `The file ${read.path} is in Kopia's form, so nothing can be merged into it.`, {
            hint: 'Export to a new file, or give the file "version: 1" first.',
        });
    }
    const wanted = byTargetText(stored);
    const { identity, path, readHookFile } = read;
    let { file, text } = read;
    for (let look = 0; look < MAX_LOOKS; look++) {
        const edited = editPolicyFile(text, editsOf(file, text, identity, layers, wanted), file.defaults.shell !== undefined);
        if (edited === text)
            break;
        text = edited;
        const parsed = (0,parse/* parsePolicyFile */._)((0,bytes/* utf8 */.As)(text), { path, identity, readHookFile, isImport: true });
        if (parsed.file === undefined) {
            const error = parsed.diagnostics.find(({ severity }) => severity === 'error');
            log.warning(`The file will not be accepted as it stands: ${error === undefined ? '' : (0,diagnostic/* formatDiagnostic */.xy)(error, path, text)}`);
            return text;
        }
        file = parsed.file;
    }
    const now = byTargetText((0,kopia/* kopiaPolicies */.t)(file, text, identity, layers).policies);
    for (const target of now.keys())
        if (!wanted.has(target))
            log.info(`Kept as it is, because nothing was exported for it: ${target}`);
    for (const [target, policy] of wanted) {
        const differences = policyDifferences(normalized(policy), normalized(now.get(target) ?? {}));
        if (differences.length > 0)
            log.warning(`The file says more about ${target} than the repository, by what it inherits: ${differences.join(', ')}`);
    }
    return text;
}
function editsOf(file, text, identity, layers, wanted) {
    const { policies } = (0,kopia/* kopiaPolicies */.t)(file, text, identity, layers);
    const present = byTargetText(policies);
    const keys = new Map(policies.map(({ target }, index) => [(0,policy_target/* formatTarget */.P4)(target), file.layers[index]?.targetText]));
    return [...wanted].map(([target, policy]) => ({
        key: keys.get(target) ?? newKey(target, identity),
        wanted: policy,
        present: present.get(target),
    }));
}
/** The shortest key for a target that the file does not have. */
function newKey(target, { userName, host, root }) {
    const own = `${userName}@${host}:`;
    if (target === '(global)')
        return 'global';
    if (target === `${own}${root}`)
        return '.';
    const prefix = root.endsWith('/') ? `${own}${root}` : `${own}${root}/`;
    return target.startsWith(prefix) ? `./${target.slice(prefix.length)}` : target;
}

// EXTERNAL MODULE: ./lib/commands/policy/file.js
var file = __webpack_require__(95695);
// EXTERNAL MODULE: ./lib/commands/policy/usage.js
var usage = __webpack_require__(72498);
// EXTERNAL MODULE: ./lib/commands/run/options.js
var options = __webpack_require__(46690);
// EXTERNAL MODULE: ./lib/policy/native-map.js
var native_map = __webpack_require__(51056);
// EXTERNAL MODULE: ./lib/util/indent-json.js
var indent_json = __webpack_require__(95743);
// EXTERNAL MODULE: ./lib/cli/event.js
var cli_event = __webpack_require__(93454);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/cli/export-file.js
/** Writes what was exported to the file that the user named. */



/** The file is whole or not there at all; one that is replaced keeps its mode. Errors: CAIRN_EXPORT_EXISTS, CAIRN_EXPORT_UNWRITABLE. */
function writeExport(path, text, mayOverwrite) {
    refuseExisting(path, mayOverwrite);
    let part;
    try {
        if (!(0,external_node_fs_.existsSync)(path)) {
            (0,external_node_fs_.writeFileSync)(path, text, { mode: 0o600, flag: 'wx', flush: true });
            return;
        }
        const target = (0,external_node_fs_.realpathSync)(path);
        part = `${target}.tmp.${(0,external_node_crypto_.randomBytes)(8).toString('hex')}`;
        (0,external_node_fs_.writeFileSync)(part, text, { mode: 0o600, flag: 'wx', flush: true });
        (0,external_node_fs_.chmodSync)(part, (0,external_node_fs_.statSync)(target).mode & 0o777);
        (0,external_node_fs_.renameSync)(part, target);
    }
    catch (cause) {
        if (part !== undefined)
            (0,external_node_fs_.rmSync)(part, { force: true });
        throw new errors/* CairnError */.eb('CAIRN_EXPORT_UNWRITABLE', `${path} cannot be written: ${(0,errors/* messageOf */.bD)(cause)}.`, { cause });
    }
}
/** Errors: CAIRN_EXPORT_EXISTS. */
function refuseExisting(path, mayOverwrite) {
    if (mayOverwrite || !(0,external_node_fs_.existsSync)(path))
        return;
    throw new errors/* CairnError */.eb('CAIRN_EXPORT_EXISTS', `${path} exists.`, { hint: 'Name another file, or add --overwrite.' });
}

// EXTERNAL MODULE: ./lib/cli/policy-targets.js
var policy_targets = __webpack_require__(5973);
;// CONCATENATED MODULE: ./lib/cli/verbs/policy-export.js
/** `cairn policy export`: Kopia's JSON, or a policy file. */













async function policyExport(context, input) {
    const given = input.text('to-file');
    const path = given === undefined ? undefined : (0,external_node_path_.resolve)(context.cwd, given);
    checkFlags(input);
    if (path !== undefined)
        refuseExisting(path, input.isOn('overwrite'));
    const text = await exportedText(context, input, path);
    if (path === undefined)
        context.print(text.replace(/\n$/, ''));
    else
        writeExport(path, text, input.isOn('overwrite'));
    return 0;
}
function checkFlags(input) {
    if (input.isOn('overwrite') && input.text('to-file') === undefined)
        throw (0,usage/* usageError */.W)('--overwrite has a meaning only with --to-file.');
    if (input.isOn('yaml') && input.isOn('kopia'))
        throw (0,usage/* usageError */.W)('--yaml and --kopia do not go together.');
    if (input.isOn('yaml') && input.isOn('json-indent'))
        throw (0,usage/* usageError */.W)('--yaml and --json-indent do not go together.');
    if (input.isOn('kopia')) {
        if ((0,policy_targets/* namesTargets */.F)(input))
            throw (0,usage/* usageError */.W)('--kopia exports the whole policy file; targets have no meaning beside it.');
        return;
    }
    for (const flag of ['policy-file', 'strict-kopia'])
        if (input.text(flag) !== undefined || input.isOn(flag))
            throw (0,usage/* usageError */.W)(`--${flag} has a meaning only with --kopia.`);
}
async function exportedText(context, input, path) {
    if (input.isOn('kopia'))
        return jsonText(input, policiesOfFile(context, input));
    return await (0,commands_open/* withRepository */.B)(context, { isReadOnly: true }, async (repository) => {
        const targets = (0,policy_targets/* namesTargets */.F)(input) ? await (0,policy_targets/* targetsOf */.Q)(context, input, repository) : undefined;
        const stored = await storedPolicies(repository, targets, context.signal);
        if (!input.isOn('yaml'))
            return jsonText(input, byTargetText(stored));
        const event = (0,cli_event/* readEvent */.j)(context.env);
        if (path !== undefined && (0,external_node_fs_.existsSync)(path)) {
            const read = (0,file/* readPolicyFile */.BK)(context, { path, strictKopia: false, event, client: repository.identity });
            return mergedPolicyFile(read, stored, await (0,policies/* repositoryLayers */.Nj)(repository, context.signal), context.log);
        }
        const place = { path: path ?? options/* DEFAULT_RUN_OPTIONS */.p.policyFile, event, client: repository.identity };
        return newPolicyFile(stored, (0,file/* fileIdentity */.l6)(context, place, {}), context.log);
    });
}
/** The policy file of the workspace, which needs no repository. */
function policiesOfFile(context, input) {
    const read = (0,file/* readPolicyFile */.BK)(context, {
        path: input.text('policy-file') ?? options/* DEFAULT_RUN_OPTIONS */.p.policyFile,
        strictKopia: input.isOn('strict-kopia'),
        event: (0,cli_event/* readEvent */.j)(context.env),
        client: (0,commands_open/* identityOf */.c)(context),
    });
    return byTargetText((0,file/* translatedPolicies */.rN)(context, read, []).policies);
}
function jsonText(input, policies) {
    const json = (0,native_map/* encodePolicyMap */.f3)(policies);
    return `${input.isOn('json-indent') ? (0,indent_json/* indentJson */.h)(json) : json}\n`;
}


/***/ }),

/***/ 46690:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ DEFAULT_RUN_OPTIONS)
/* harmony export */ });
/** What a caller may ask of a run: the action's inputs and the flags of `cairn run`, one to one (docs/cli.md, "run"). */
/** The values that the table of inputs in action.yml shows. */
const DEFAULT_RUN_OPTIONS = {
    policyFile: '.github/cairn.yml',
    isPolicyFileGiven: false,
    repository: undefined,
    password: undefined,
    enableActions: undefined,
    allowRepositoryHooks: false,
    hookSecrets: [],
    sources: [],
    sourceSuffix: '',
    createRepository: false,
    allowOutsideWorkspace: false,
    onMissingSource: 'error',
    onUnreadableFile: 'error',
    configFile: undefined,
};


/***/ }),

/***/ 95743:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ indentJson),
/* harmony export */   m: () => (/* binding */ indentJsonWide)
/* harmony export */ });
/** JSON text with a line for each member, every token as it was written: numbers and escapes are not touched. */
/** Indents valid JSON text by two spaces a level; empty objects and lists stay on their line, and space at the very end stays. */
function indentJson(json) {
    let out = '';
    let depth = 0;
    // What stands here was not indented yet: whether a bracket just opened decides if its line breaks.
    let isOpened = false;
    const breakLine = () => {
        out += `\n${'  '.repeat(depth)}`;
    };
    for (const [token] of json.trimStart().matchAll(TOKEN)) {
        const first = token.charAt(0);
        if (first === '}' || first === ']') {
            depth--;
            if (!isOpened)
                breakLine();
            isOpened = false;
            out += token;
            continue;
        }
        if (isOpened)
            breakLine();
        isOpened = first === '{' || first === '[';
        out += token;
        if (isOpened)
            depth++;
        else if (first === ',')
            breakLine();
        else if (first === ':')
            out += ' ';
    }
    return out + json.slice(json.trimEnd().length);
}
/** The same with four spaces a level, and two more in front of every line but the first: what Kopia prints for values on their own. */
function indentJsonWide(json) {
    return indentJson(json).replace(/\n( *)/g, '\n  $1$1');
}
/** Strings as a whole, brackets and separators alone, and everything else that is not space. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;


/***/ })

};

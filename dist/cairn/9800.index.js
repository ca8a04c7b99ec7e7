export const id = 9800;
export const ids = [9800];
export const modules = {

/***/ 89800:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  policyImport: () => (/* binding */ policyImport)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __webpack_require__(1708);
// EXTERNAL MODULE: ./lib/commands/open.js
var commands_open = __webpack_require__(3364);
// EXTERNAL MODULE: ./lib/commands/policy/file.js
var file = __webpack_require__(95695);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/policy/native-map.js
var native_map = __webpack_require__(51056);
// EXTERNAL MODULE: ./lib/policy/target.js
var policy_target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/policyfile/script-checks.js + 2 modules
var script_checks = __webpack_require__(9902);
// EXTERNAL MODULE: ./lib/snapshot/policies.js
var policies = __webpack_require__(36472);
// EXTERNAL MODULE: ./lib/snapshot/target-parse.js
var target_parse = __webpack_require__(86137);
// EXTERNAL MODULE: ./lib/commands/policy/save.js
var save = __webpack_require__(94704);
;// CONCATENATED MODULE: ./lib/commands/policy/import.js
/** `policy import`: policies from what `policy export` writes, or from a policy file (docs/policy.md, "Between the file and the repository"). */







/** Stores the policies, all or none. Throws CAIRN_POLICY_REFUSED, CAIRN_TARGET_INVALID, CAIRN_POLICY_DAMAGED. */
async function importPolicies(repository, request, log) {
    const limit = request.limit === undefined ? undefined : new Set(request.limit.map(policy_target/* formatTarget */.P4));
    const imported = request.policies.filter(({ target }) => limit?.has((0,policy_target/* formatTarget */.P4)(target)) !== false);
    for (const { target, policy } of imported)
        (0,save/* checkPolicy */.h)(target, policy);
    for (const { target } of imported)
        log.info(`Importing the policy of ${(0,policy_target/* formatTarget */.P4)(target)}`);
    if (request.deletesOthers) {
        const kept = new Set(imported.map(({ target }) => (0,policy_target/* formatTarget */.P4)(target)));
        for (const { target } of await (0,policies/* listPolicies */.jm)(repository)) {
            if (kept.has((0,policy_target/* formatTarget */.P4)(target)))
                continue;
            log.info(`Deleting the policy of ${(0,policy_target/* formatTarget */.P4)(target)}`);
            await (0,policies/* removePolicy */.pX)(repository, target);
        }
    }
    await (0,save/* savePolicies */.c)(repository, imported);
}
/** The policies in exported JSON; says what Kopia reads in another way than people expect. Throws CAIRN_POLICY_IMPORT_INVALID. */
function policiesOfJson(text, options, log) {
    const parsed = (0,native_map/* parsePolicyMap */.cf)(text);
    if ((0,native_map/* isMapProblem */.wN)(parsed)) {
        const where = parsed.path === '' ? 'It' : parsed.path;
        throw new errors/* CairnError */.eb('CAIRN_POLICY_IMPORT_INVALID', `The policies cannot be read: ${where} is not ${parsed.expected}.`);
    }
    const unknown = [...parsed].flatMap(([target, { unknownMembers }]) => unknownMembers.map((member) => `${target}: ${member}`));
    if (unknown.length > 0 && !options.allowsUnknownFields) {
        throw new errors/* CairnError */.eb('CAIRN_POLICY_IMPORT_INVALID', `No Kopia policy has the field ${unknown.join(', ')}.`, {
            hint: 'Correct the name, or leave unknown fields out with --allow-unknown-fields.',
        });
    }
    for (const field of unknown)
        log.warning(`Left out, because no Kopia policy has it: ${field}`);
    return [...parsed].map(([text, { policy }]) => {
        warnOfHooks(text, policy, log);
        return { target: (0,target_parse/* parseTarget */.h)(text, options.local), policy };
    });
}
function warnOfHooks(target, { actions = {} }, log) {
    for (const [name, { mode, script = '' }] of Object.entries(actions)) {
        const where = `${target}: actions.${name}`;
        if (mode === undefined || mode === '')
            log.warning(`${where} names no mode, so a failure of it is no failure of the snapshot; "essential" makes it one.`);
        const bytes = Buffer.byteLength(script);
        if (bytes > script_checks/* MAX_SCRIPT_BYTES */.bR)
            log.warning(`${where} has a script of ${bytes} bytes; "policy set" takes at most ${script_checks/* MAX_SCRIPT_BYTES */.bR}.`);
    }
}

// EXTERNAL MODULE: ./lib/commands/policy/targets.js
var policy_targets = __webpack_require__(73779);
// EXTERNAL MODULE: ./lib/commands/policy/usage.js
var usage = __webpack_require__(72498);
// EXTERNAL MODULE: ./lib/commands/writable.js
var writable = __webpack_require__(53048);
// EXTERNAL MODULE: ./lib/cli/event.js
var cli_event = __webpack_require__(93454);
;// CONCATENATED MODULE: ./lib/cli/verbs/policy-import.js
/** `cairn policy import`: what `policy export` writes, or a policy file. */












const MAX_BYTES = 16 * 1024 * 1024;
async function policyImport(context, input) {
    const { path, targets } = argumentsOf(input);
    const isYaml = path !== undefined && (0,file/* isYamlName */.fd)(path);
    if (isYaml && input.isOn('allow-unknown-fields'))
        throw (0,usage/* usageError */.W)('--allow-unknown-fields has no meaning for a policy file.');
    if (!isYaml && input.isOn('strict-kopia'))
        throw (0,usage/* usageError */.W)('--strict-kopia has a meaning only for a policy file.');
    const json = isYaml ? '' : await readJson(context, path);
    await (0,commands_open/* withRepository */.B)(context, {}, async (repository) => {
        (0,writable/* requireWritable */.i)(repository);
        const isLimited = input.isOn('global') || targets.length > 0;
        const limit = isLimited ? await (0,policy_targets/* requestedTargets */.R)(repository, { isGlobal: input.isOn('global'), targets }, context.cwd) : undefined;
        const policies = isYaml ? await policiesOfFile(context, input, repository, path) : policiesOfText(context, input, repository, json);
        await importPolicies(repository, { policies, limit, deletesOthers: input.isOn('delete-other-policies') }, context.log);
    });
    return 0;
}
/** The file may be an argument too when its name says that it is a policy file. */
function argumentsOf(input) {
    const path = input.text('from-file');
    const [first = '', ...rest] = input.arguments('target');
    return path === undefined && (0,file/* isYamlName */.fd)(first) ? { path: first, targets: rest } : { path, targets: input.arguments('target') };
}
async function policiesOfFile(context, input, repository, path) {
    const request = { path, strictKopia: input.isOn('strict-kopia'), event: (0,cli_event/* readEvent */.j)(context.env), client: repository.identity };
    const read = (0,file/* readPolicyFile */.BK)(context, request);
    return (0,file/* translatedPolicies */.rN)(context, read, await (0,policies/* repositoryLayers */.Nj)(repository, context.signal)).policies;
}
function policiesOfText(context, input, repository, json) {
    const local = { ...repository.identity, workingDirectory: context.cwd };
    return policiesOfJson(json, { allowsUnknownFields: input.isOn('allow-unknown-fields'), local }, context.log);
}
async function readJson(context, path) {
    const bytes = path === undefined ? await readStandardInput() : readNamed((0,external_node_path_.resolve)(context.cwd, path));
    if (bytes.length > MAX_BYTES)
        throw new errors/* CairnError */.eb('CAIRN_POLICY_IMPORT_INVALID', 'The policies to import have more than 16 MiB.');
    return bytes.toString('utf8');
}
async function readStandardInput() {
    const chunks = [];
    let length = 0;
    for await (const chunk of external_node_process_.stdin) {
        const bytes = Buffer.from(chunk);
        chunks.push(bytes);
        length += bytes.length;
        if (length > MAX_BYTES)
            break;
    }
    return Buffer.concat(chunks);
}
function readNamed(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch (cause) {
        throw new errors/* CairnError */.eb('CAIRN_USAGE', `The file ${path} cannot be read: ${(0,errors/* messageOf */.bD)(cause)}.`, { cause });
    }
}


/***/ }),

/***/ 94704:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ savePolicies),
/* harmony export */   h: () => (/* binding */ checkPolicy)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _policy_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16457);
/* harmony import */ var _policy_target_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95181);
/* harmony import */ var _policyfile_cron_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47694);
/* harmony import */ var _snapshot_policies_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36472);
/** Saves policies after the checks that Kopia makes too (docs/policy.md, "Policies of the repository"). */





/** Saves all of them or none. Throws CAIRN_POLICY_REFUSED, CAIRN_TARGET_INVALID. */
async function savePolicies(repository, policies) {
    for (const { target, policy } of policies)
        checkPolicy(target, policy);
    for (const { target, policy } of policies)
        await (0,_snapshot_policies_js__WEBPACK_IMPORTED_MODULE_3__/* .setPolicy */ .jP)(repository, target, policy);
    await repository.flush();
}
/** Throws CAIRN_POLICY_REFUSED for a policy that Kopia refuses to store. */
function checkPolicy(target, policy) {
    const refuse = (why, hint) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_POLICY_REFUSED', `The policy of ${(0,_policy_target_js__WEBPACK_IMPORTED_MODULE_4__/* .formatTarget */ .P4)(target)} cannot be stored: ${why}.`, { hint });
    const scheduling = policy.scheduling ?? {};
    if (scheduling.manual === true) {
        const other = _policy_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_FIELDS */ .lA.find((field) => field.section[0] === 'scheduling' && field.name !== 'manual' && (0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isSet */ .vM)((0,_policy_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .getField */ .VI)(policy, field), field));
        if (other !== undefined)
            throw refuse(`manual and ${other.name} do not go together`, 'Keep manual alone, or remove it.');
    }
    for (const expression of scheduling.cron ?? []) {
        const problem = (0,_policyfile_cron_js__WEBPACK_IMPORTED_MODULE_2__/* .cronProblem */ .K)(expression);
        if (problem !== undefined)
            throw refuse(`"${expression}" is no cron expression: ${problem}`, 'Write such as "30 3 * * *".');
    }
    if (target.kind === 'path' && policy.upload?.maxParallelSnapshots !== undefined)
        throw refuse('max-parallel-snapshots cannot be set on a path', 'Set it with --global, on @host or on user@host.');
}


/***/ }),

/***/ 53048:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ requireWritable)
/* harmony export */ });
/* harmony import */ var _repo_content_content_manager_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46081);
/** Refuses to begin what could not be written. */

/** Throws CAIRN_REPOSITORY_READONLY before a command says what it is about to change. */
function requireWritable({ isReadOnly }) {
    if (isReadOnly)
        throw (0,_repo_content_content_manager_js__WEBPACK_IMPORTED_MODULE_0__/* .readOnly */ .T)();
}


/***/ })

};

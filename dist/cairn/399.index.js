export const id = 399;
export const ids = [399];
export const modules = {

/***/ 3065:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _commands_run_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6690);
/* harmony import */ var _commands_run_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2404);
/* harmony import */ var _policyfile_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9685);
/* harmony import */ var _policyfile_load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5329);
/* harmony import */ var _util_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4849);
/** `cairn validate`: every finding in a policy file, with its place. */






async function validate(context, input) {
    const isInsideActions = context.env['GITHUB_ACTIONS'] === 'true';
    const given = input.argument('policy-file') ?? _commands_run_options_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_RUN_OPTIONS */ .p.policyFile;
    const workspaceRoot = (0,_policyfile_load_js__WEBPACK_IMPORTED_MODULE_4__/* .workspaceRootOf */ .dP)(given, isInsideActions ? context.env['GITHUB_WORKSPACE'] : undefined, context.cwd);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(context.cwd, given);
    const loaded = (0,_policyfile_load_js__WEBPACK_IMPORTED_MODULE_4__/* .loadPolicyFile */ .n$)(path, {
        workspaceRoot,
        strict: input.isOn('strict'),
        strictKopia: input.isOn('strict-kopia'),
        purpose: 'validate',
    });
    const shown = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(context.cwd, path).replaceAll('\\', '/') || given;
    const isBad = (0,_policyfile_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .hasErrors */ .Cs)(loaded.diagnostics) || loaded.file === undefined;
    if (input.isOn('json')) {
        context.print(JSON.stringify({ path: shown, isValid: !isBad, diagnostics: loaded.diagnostics }, null, 2));
    }
    else {
        for (const diagnostic of loaded.diagnostics)
            context.print((0,_policyfile_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDiagnostic */ .xy)(diagnostic, shown, loaded.text));
        if (isInsideActions)
            for (const diagnostic of loaded.diagnostics)
                annotate(context, diagnostic, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspaceRoot, path));
        const count = (severity) => loaded.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
        context.print(`${shown}: ${isBad ? 'not valid' : 'valid'} (${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatQuantity */ .VZ)(count('error'), 'error')}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatQuantity */ .VZ)(count('warning'), 'warning')}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatQuantity */ .VZ)(count('notice'), 'notice')})`);
    }
    return isBad ? _commands_run_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .EXIT_CODES */ .ai.usage : 0;
}
/** In a workflow: the finding at its line of the pull request. Notices would only be noise there. */
function annotate(context, { severity, code, message, hint, range }, file) {
    if (severity === 'notice')
        return;
    const properties = {
        file: file.replaceAll('\\', '/'),
        line: range.startLine,
        col: range.startColumn,
        endLine: range.endLine,
        title: code,
    };
    const list = Object.entries(properties).map(([name, value]) => `${name}=${escaped(String(value)).replace(/:/g, '%3A').replace(/,/g, '%2C')}`);
    context.print(`::${severity} ${list.join(',')}::${escaped(hint === undefined ? message : `${message} ${hint}`)}`);
}
/** As the runner wants the text of a workflow command. */
function escaped(text) {
    return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}


/***/ }),

/***/ 4695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ utf8),
/* harmony export */   Id: () => (/* binding */ concatBytes),
/* harmony export */   Xo: () => (/* binding */ compareBytes),
/* harmony export */   _r: () => (/* binding */ release),
/* harmony export */   aD: () => (/* binding */ fromHex),
/* harmony export */   ar: () => (/* binding */ fromUtf8),
/* harmony export */   ex: () => (/* binding */ equalBytes),
/* harmony export */   nj: () => (/* binding */ toHex)
/* harmony export */ });
/** Small operations on byte arrays. */
/** Lower-case hexadecimal text. */
function toHex(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}
/** Bytes of hexadecimal text; undefined when the text has odd length or another character than 0-9 a-f. */
function fromHex(text) {
    if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text))
        return undefined;
    return new Uint8Array(Buffer.from(text, 'hex'));
}
/** One array holding all parts in order (copies). */
function concatBytes(parts) {
    let length = 0;
    for (const part of parts)
        length += part.length;
    const all = new Uint8Array(length);
    let offset = 0;
    for (const part of parts) {
        all.set(part, offset);
        offset += part.length;
    }
    return all;
}
/** Byte order of two arrays: negative, zero or positive. */
function compareBytes(a, b) {
    return Buffer.compare(a, b);
}
/** Whether two arrays hold the same bytes. Not constant-time: never for secrets. */
function equalBytes(a, b) {
    return a.length === b.length && Buffer.compare(a, b) === 0;
}
/**
 * Gives the memory of `bytes` back at once, where the runtime can and nothing else lies in it; the array is empty afterwards.
 *
 * The collector does not see how much memory large arrays hold: on Node 24 a snapshot of 512 MiB had 100 MB of them waiting to be collected.
 */
function release(bytes) {
    if (bytes.byteLength === 0 || bytes.byteLength !== bytes.buffer.byteLength)
        return;
    // The types are those of Node 20, which lacks this function.
    const buffer = bytes.buffer;
    buffer.transfer?.(0);
}
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** UTF-8 bytes of text. */
function utf8(text) {
    return encoder.encode(text);
}
/** Text of UTF-8 bytes; undefined when the bytes are not valid UTF-8. A byte order mark is kept. */
function fromUtf8(bytes) {
    try {
        return decoder.decode(bytes);
    }
    catch {
        return undefined;
    }
}


/***/ })

};

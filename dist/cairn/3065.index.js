export const id = 3065;
export const ids = [3065];
export const modules = {

/***/ 93065:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _commands_run_options_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46690);
/* harmony import */ var _commands_run_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62404);
/* harmony import */ var _policyfile_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69685);
/* harmony import */ var _policyfile_load_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42318);
/* harmony import */ var _util_format_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4849);
/* harmony import */ var _harmless_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(53807);
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
        context.print((0,_harmless_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonWithoutCommands */ .Dw)(JSON.stringify({ path: shown, isValid: !isBad, diagnostics: loaded.diagnostics }, null, 2)));
    }
    else {
        for (const diagnostic of loaded.diagnostics)
            (0,_harmless_js__WEBPACK_IMPORTED_MODULE_6__/* .printText */ .n)(context, (0,_policyfile_diagnostic_js__WEBPACK_IMPORTED_MODULE_3__/* .formatDiagnostic */ .xy)(diagnostic, shown, loaded.text));
        if (isInsideActions)
            for (const diagnostic of loaded.diagnostics)
                annotate(context, diagnostic, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(workspaceRoot, path));
        const count = (severity) => loaded.diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
        (0,_harmless_js__WEBPACK_IMPORTED_MODULE_6__/* .printText */ .n)(context, `${shown}: ${isBad ? 'not valid' : 'valid'} (${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatQuantity */ .VZ)(count('error'), 'error')}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatQuantity */ .VZ)(count('warning'), 'warning')}, ${(0,_util_format_js__WEBPACK_IMPORTED_MODULE_5__/* .formatQuantity */ .VZ)(count('notice'), 'notice')})`);
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


/***/ })

};

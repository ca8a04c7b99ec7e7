export const id = 8556;
export const ids = [8556];
export const modules = {

/***/ 18556:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   maintenanceRun: () => (/* binding */ maintenanceRun)
/* harmony export */ });
/* harmony import */ var _commands_maintenance_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71346);
/* harmony import */ var _commands_open_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3364);
/** `cairn maintenance run`. */


async function maintenanceRun(context, input) {
    await (0,_commands_open_js__WEBPACK_IMPORTED_MODULE_1__/* .withRepository */ .B)(context, {}, async (repository) => {
        await (0,_commands_maintenance_run_js__WEBPACK_IMPORTED_MODULE_0__/* .maintain */ .Yx)(context, repository, {
            mode: input.isOn('full') ? 'full' : 'quick',
            safety: input.text('safety') === 'none' ? 'none' : 'full',
            isForced: input.isOn('force'),
        });
    });
    return 0;
}


/***/ })

};

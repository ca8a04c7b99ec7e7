export const id = 6036;
export const ids = [6036];
export const modules = {

/***/ 66036:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gcsHttp: () => (/* binding */ gcsHttp)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57075);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34695);
/* harmony import */ var _proxy_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78294);
/* harmony import */ var _range_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34895);
/* harmony import */ var _unless_aborted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(97480);
/** Requests to the JSON API of Google Cloud Storage, with tokens of Google's library: each sent once, and its answer whole or an error. */







/** Talks to `origin`, such as `https://storage.googleapis.com`; without `client`, as to an emulator, requests carry no token. */
async function gcsHttp(origin, client, env) {
    const agent = await (0,_proxy_js__WEBPACK_IMPORTED_MODULE_4__.agentFor)(origin, env);
    return {
        async send({ method, path, headers = {}, body = [] }, signal) {
            // Google's library waits for a new token as long as it takes.
            const token = client === undefined ? {} : plainHeaders(await (0,_unless_aborted_js__WEBPACK_IMPORTED_MODULE_6__/* .unlessAborted */ .W)(client.getRequestHeaders(origin), signal));
            const length = body.reduce((sum, part) => sum + part.length, 0);
            const all = {
                // Nothing on the way may pack what is read.
                'Accept-Encoding': 'identity',
                'User-Agent': 'cairn',
                ...(method === 'GET' || method === 'DELETE' ? {} : { 'Content-Length': String(length) }),
                ...headers,
                ...token,
            };
            return await new Promise((resolve, reject) => {
                const options = { method, headers: all, agent, signal };
                const request = (origin.startsWith('https:') ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request)(origin + path, options, (response) => {
                    whole(response).then(resolve, reject);
                });
                request.on('error', reject);
                node_stream__WEBPACK_IMPORTED_MODULE_2__.Readable.from(body.filter((part) => part.length > 0)).pipe(request);
            });
        },
        close() {
            agent.destroy();
        },
    };
}
async function whole(response) {
    const chunks = [];
    let length = 0;
    // A connection that breaks in the middle ends this with an error.
    for await (const chunk of response) {
        length += chunk.length;
        if (length > _range_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_READ_BYTES */ .q)
            throw new Error('the answer is longer than any blob can be');
        chunks.push(chunk);
    }
    return { status: response.statusCode ?? 0, headers: plainHeaders(response.headers), body: (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_3__/* .concatBytes */ .Id)(chunks) };
}
function plainHeaders(headers) {
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}


/***/ })

};

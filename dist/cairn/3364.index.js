export const id = 3364;
export const ids = [3364];
export const modules = {

/***/ 71346:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y7: () => (/* binding */ dueAhead),
  Yx: () => (/* binding */ maintain),
  Qi: () => (/* binding */ maintainWhenDue)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/maintenance/due.js
var due = __webpack_require__(14317);
// EXTERNAL MODULE: ./lib/repo/blob/storage.js
var storage = __webpack_require__(30095);
// EXTERNAL MODULE: ./lib/repo/content/content-manager.js + 17 modules
var content_manager = __webpack_require__(46081);
// EXTERNAL MODULE: ./lib/util/format.js
var format = __webpack_require__(4849);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
// EXTERNAL MODULE: ./lib/maintenance/lease.js
var maintenance_lease = __webpack_require__(26777);
// EXTERNAL MODULE: ./lib/maintenance/parameters.js
var maintenance_parameters = __webpack_require__(55035);
// EXTERNAL MODULE: ./lib/maintenance/epoch-care.js
var epoch_care = __webpack_require__(21650);
;// CONCATENATED MODULE: ./lib/maintenance/steps/advance-epoch.js
/** Begins the next epoch when the present one is old and large enough (docs/repository-format.md, "Maintenance of epochs"). */

const advanceEpoch = {
    task: 'advance-epoch',
    title: 'Beginning the next epoch if it is time',
    async run(tools) {
        const { manager } = (0,epoch_care/* epochCareOf */.K)(tools);
        const begun = await manager.advanceIfNeeded(tools.signal);
        const current = begun ?? (await manager.writeEpoch(tools.signal));
        return { kind: 'advanceEpochStats', data: { currentEpoch: current, wasAdvanced: begun !== undefined } };
    },
};

// EXTERNAL MODULE: ./lib/maintenance/steps/cleanup-logs.js
var cleanup_logs = __webpack_require__(80003);
// EXTERNAL MODULE: ./lib/repo/content/epoch-maintenance.js
var epoch_maintenance = __webpack_require__(45281);
;// CONCATENATED MODULE: ./lib/maintenance/steps/cleanup-markers.js
/** Removes epoch markers and deletion watermarks that later ones have replaced (docs/repository-format.md, "Maintenance of epochs"). */


const cleanupMarkers = {
    task: 'cleanup-epoch-markers',
    title: 'Removing epoch markers that are no longer needed',
    async run(tools) {
        await tools.confirm();
        const removed = await (0,epoch_maintenance/* removeOldMarkers */.bT)((0,epoch_care/* epochCareOf */.K)(tools));
        return (removed && {
            kind: 'cleanupMarkersStats',
            data: { deletedEpochMarkerBlobCount: removed.epochMarkers, deletedWatermarkBlobCount: removed.watermarks },
        });
    },
};

;// CONCATENATED MODULE: ./lib/maintenance/steps/compact-epoch.js
/** Puts the index blobs of the oldest settled epoch together (docs/repository-format.md, "Maintenance of epochs"). */


const compactEpoch = {
    task: 'compact-single-epoch',
    title: 'Putting the index blobs of an old epoch together',
    async run(tools) {
        const done = await (0,epoch_maintenance/* compactOldestEpoch */.qJ)((0,epoch_care/* epochCareOf */.K)(tools));
        if (done === undefined)
            return undefined;
        const { epoch, blobCount, totalBytes } = done;
        return {
            kind: 'compactSingleEpochStats',
            data: { supersededIndexBlobCount: blobCount, supersededIndexTotalSize: totalBytes, epoch },
        };
    },
};

// EXTERNAL MODULE: ./lib/repo/content/index/legacy-compaction.js
var legacy_compaction = __webpack_require__(61162);
// EXTERNAL MODULE: ./lib/maintenance/legacy-care.js
var legacy_care = __webpack_require__(47140);
;// CONCATENATED MODULE: ./lib/maintenance/steps/compact-legacy.js
/** Puts small index blobs of a repository without epochs together (docs/repository-format.md, "Compaction of legacy indexes"). */


const MAX_SMALL_BLOBS = 8;
const compactLegacy = {
    task: 'index-compaction',
    title: 'Putting index blobs together',
    async run(tools) {
        const options = { all: false, maxSmallBlobs: MAX_SMALL_BLOBS, isPatient: tools.safety.isPatient };
        const isDone = await (0,legacy_compaction/* compactLegacyIndexes */.f)((0,legacy_care/* legacyCareOf */.Y)(tools), options);
        await tools.repository.care.contents.refresh(tools.signal);
        return isDone ? { kind: 'compactIndexesStats', data: { droppedContentsDeletedBefore: '0001-01-01T00:00:00Z' } } : undefined;
    },
};

;// CONCATENATED MODULE: ./lib/maintenance/steps/compact-manifests.js
/** As many as Kopia lets gather. */
const MIN_CONTENTS = 16;
/** A client may put back what it loaded before a manifest was deleted: for a day, the tombstone takes it away again. */
const TOMBSTONE_AGE_NS = 86400000000000n;
const compactManifests = {
    task: undefined,
    title: 'Putting manifests together',
    async run({ repository, startNs, log, signal }) {
        const count = await repository.care.manifests.compact(MIN_CONTENTS, startNs - TOMBSTONE_AGE_NS, signal);
        if (count > 0)
            log.info(`Put the manifests of ${count} contents together.`);
        return undefined;
    },
};

;// CONCATENATED MODULE: ./lib/maintenance/steps/compact-range.js
/** Puts a range of old epochs together (docs/repository-format.md, "Maintenance of epochs"). */


const compactRange = {
    task: 'generate-epoch-range-index',
    title: 'Putting a range of old epochs together if there are enough',
    async run(tools) {
        const range = await (0,epoch_maintenance/* compactEpochRange */.Y$)((0,epoch_care/* epochCareOf */.K)(tools));
        return range && { kind: 'generateRangeCheckpointStats', data: { rangeMinEpoch: range.first, rangeMaxEpoch: range.last } };
    },
};

// EXTERNAL MODULE: ./lib/maintenance/steps/delete-packs.js
var delete_packs = __webpack_require__(30235);
;// CONCATENATED MODULE: ./lib/maintenance/steps/delete-superseded.js
/** Removes index blobs whose epochs were put together long enough ago (docs/repository-format.md, "Maintenance of epochs"). */



const NS_PER_MS = 1000000n;
const deleteSuperseded = {
    task: 'delete-superseded-epoch-indexes',
    title: 'Removing index blobs that were put together long ago',
    async run(tools) {
        await tools.confirm();
        const removed = await (0,epoch_maintenance/* removeSupersededIndexes */.pB)((0,epoch_care/* epochCareOf */.K)(tools));
        if (removed === undefined)
            return undefined;
        const { cutoffMs, blobCount, totalBytes } = removed;
        return {
            kind: 'cleanupSupersededIndexesStats',
            data: {
                maxReplacementTime: (0,timestamp/* formatTimestamp */.E)(BigInt(Math.round(cutoffMs)) * NS_PER_MS),
                deletedBlobCount: blobCount,
                deletedTotalSize: totalBytes,
            },
        };
    },
};

// EXTERNAL MODULE: ./lib/maintenance/safety.js
var maintenance_safety = __webpack_require__(56217);
;// CONCATENATED MODULE: ./lib/maintenance/steps/drop-deleted.js
/** Forgets contents that were marked long enough ago (docs/repository-format.md, "Forgetting deleted contents"). */






const NS_PER_SECOND = 1000000000n;
const dropDeleted = {
    task: 'full-drop-deleted-content',
    title: 'Forgetting contents that were deleted long ago',
    skip: (runs, tools) => dropTime(runs, tools) === undefined ? 'not enough time has passed between two searches for unused contents' : undefined,
    run: async (tools) => await drop(tools),
};
function dropTime(runs, { safety, repository }) {
    return (0,maintenance_safety/* safeDropTimeNs */.f4)(runs, safety, repository.clock.nowNs());
}
async function drop(tools) {
    const { repository, safety, signal } = tools;
    const beforeNs = dropTime(tools.runs(), tools);
    if (beforeNs === undefined)
        return undefined;
    const { contents } = repository.care;
    await tools.confirm();
    const isDropped = contents.format.epochs.enabled
        ? await (0,epoch_maintenance/* advanceWatermark */.dm)((0,epoch_care/* epochCareOf */.K)(tools), Number(beforeNs / NS_PER_SECOND))
        : await (0,legacy_compaction/* compactLegacyIndexes */.f)((0,legacy_care/* legacyCareOf */.Y)(tools), {
            all: true,
            maxSmallBlobs: 0,
            // Rounded up: entries have whole seconds, and only those before the time itself go.
            dropDeletedBeforeSeconds: Number((beforeNs + NS_PER_SECOND - 1n) / NS_PER_SECOND),
            isPatient: safety.isPatient,
        });
    await contents.refresh(signal);
    return isDropped ? { kind: 'compactIndexesStats', data: { droppedContentsDeletedBefore: (0,timestamp/* formatTimestamp */.E)(beforeNs) } } : undefined;
}

// EXTERNAL MODULE: ./lib/repo/blob/retaining.js
var retaining = __webpack_require__(58169);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/util/go-duration.js
var go_duration = __webpack_require__(26517);
;// CONCATENATED MODULE: ./lib/maintenance/steps/extend-retention.js
/** Extends the time for which a storage with object lock keeps blobs (docs/repository-format.md, "Blob configuration"). */




const CONCURRENCY = 16;
const extendRetention = {
    task: 'extend-blob-retention-time',
    title: 'Extending the time for which blobs are locked',
    async run({ repository, signal, keep, log }) {
        const retention = repository.facts.blobRetention;
        if (retention === undefined)
            return undefined;
        const { storage } = repository.care;
        if (storage.extendRetention === undefined) {
            throw new errors/* CairnError */.eb('CAIRN_NOT_SUPPORTED', `The storage ${storage.displayName} cannot keep blobs locked for longer.`, {
                hint: 'Switch it off with "cairn maintenance set --extend-object-locks=false".',
            });
        }
        const blobs = [];
        for (const prefix of retaining/* RETAINED_PREFIXES */.c)
            for await (const blob of storage.listBlobs(prefix, signal))
                blobs.push(blob);
        await (0,util_async/* mapConcurrent */._)(blobs, CONCURRENCY, async ({ id }) => {
            await keep();
            await storage.extendRetention?.(id, retention);
        });
        log.info(`Blobs locked for longer: ${blobs.length}.`);
        return {
            kind: 'extendBlobRetentionStats',
            data: {
                toExtendBlobCount: blobs.length,
                extendedBlobCount: blobs.length,
                retentionPeriod: (0,go_duration/* formatGoDuration */.I)(retention.retentionPeriodNs),
            },
        };
    },
};

// EXTERNAL MODULE: ./lib/repo/content/index/rows.js
var rows = __webpack_require__(9108);
// EXTERNAL MODULE: ./lib/repo/content/pack-group.js
var pack_group = __webpack_require__(68015);
// EXTERNAL MODULE: ./lib/maintenance/step.js
var step = __webpack_require__(73845);
;// CONCATENATED MODULE: ./lib/maintenance/steps/rewrite-contents.js





/** Packs that are used for less than this share of their full size are short. */
const SHORT_SHARE = 0.6;
const REWRITE_CONCURRENCY = 4;
const rewrite_contents_NS_PER_SECOND = 1000000000n;
const MANIFEST_PREFIX = 0x6d;
/** Offsets in packs are smaller. */
const MAX_PACK_BYTES = 2 ** 31;
/** Short packs of both kinds. */
const rewriteAll = {
    task: 'full-rewrite-contents',
    title: 'Moving contents out of short packs',
    skip: (runs, { safety }) => ((0,maintenance_safety/* mayRewrite */.Sv)(runs, safety, 'full') ? undefined : WAITING),
    run: (tools) => rewrite(tools, ['p', 'q']),
};
/** Short packs of metadata only. */
const rewriteMetadata = {
    task: 'quick-rewrite-contents',
    title: 'Moving contents out of short metadata packs',
    skip: (runs, { safety }) => ((0,maintenance_safety/* mayRewrite */.Sv)(runs, safety, 'quick') ? undefined : WAITING),
    run: (tools) => rewrite(tools, ['q']),
};
const WAITING = 'the packs that contents were moved out of last time are still to be erased';
async function rewrite(tools, kinds) {
    const { contents, format } = tools.repository.care;
    const { index } = contents;
    const plan = planRewrite(index, {
        kinds,
        shortBelowBytes: Math.floor(format.content.maxPackSizeBytes * SHORT_SHARE),
        olderThanSeconds: tools.startNs - tools.safety.rewriteMinAgeNs,
    });
    const rewritten = new step/* CountSum */.h();
    const row = (0,rows/* emptyRow */.O)();
    await (0,util_async/* mapConcurrent */._)(plan.rows, REWRITE_CONCURRENCY, async (number) => {
        await tools.keep();
        index.readRow(number, row);
        const { packedLength } = row;
        if (await contents.rewrite(index.idOfRow(number), tools.signal))
            rewritten.add(packedLength);
    });
    await contents.flush(tools.signal);
    return {
        kind: 'rewriteContentsStats',
        data: {
            toRewriteContentCount: plan.due.count,
            toRewriteContentSize: plan.due.bytes,
            rewrittenContentCount: rewritten.count,
            rewrittenContentSize: rewritten.bytes,
            retainedContentCount: plan.tooYoung.count,
            retainedContentSize: plan.tooYoung.bytes,
        },
    };
}
/**
 * Chooses the contents to move: live ones, old enough, in short packs of which there are at least two that would become one.
 *
 * Deleted contents are left to be erased where they are. Contents of manifests are left alone: another client may be putting manifests together
 * and delete them, and a newer entry would bring back what they hold.
 */
function planRewrite(index, options) {
    const uses = [];
    const movable = [];
    const row = (0,rows/* emptyRow */.O)();
    const isMovable = () => !row.isDeleted && row.source[row.keyOffset] !== MANIFEST_PREFIX;
    const isOld = () => BigInt(row.timestampSeconds) * rewrite_contents_NS_PER_SECOND <= options.olderThanSeconds;
    forEachRow(index, row, () => {
        uses[row.pack] = (0,pack_group/* withContent */.Qi)(uses[row.pack], row.source[row.keyOffset] !== 0, row.packedLength);
        if (isMovable() && isOld())
            movable[row.pack] = (movable[row.pack] ?? 0) + 1;
    });
    const isShort = (pack, use) => use.bytes < options.shortBelowBytes && (movable[pack] ?? 0) > 0 && options.kinds.some((kind) => index.packName(pack).startsWith(kind));
    const chosen = (0,pack_group/* packsToMerge */.I$)([...uses.entries()].filter(([pack, use]) => use !== undefined && isShort(pack, use)));
    const due = new step/* CountSum */.h();
    const tooYoung = new step/* CountSum */.h();
    const numbers = [];
    const places = [];
    forEachRow(index, row, (number) => {
        if (!chosen.has(row.pack) || !isMovable())
            return;
        if (!isOld())
            tooYoung.add(row.packedLength);
        else {
            due.add(row.packedLength);
            numbers.push(number);
            places.push(row.pack * MAX_PACK_BYTES + row.packOffset);
        }
    });
    const order = Uint32Array.from(places.keys()).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
    return { rows: order.map((at) => numbers[at] ?? 0), due, tooYoung };
}
function forEachRow(index, row, visit) {
    for (let number = 0; number < index.count; number++) {
        if (index.isHidden(number))
            continue;
        index.readRow(number, row);
        visit(number);
    }
}

// EXTERNAL MODULE: ./lib/policy/target.js
var target = __webpack_require__(95181);
// EXTERNAL MODULE: ./lib/repo/object/object-id.js
var object_id = __webpack_require__(39885);
// EXTERNAL MODULE: ./lib/snapshot/directory-stream.js
var directory_stream = __webpack_require__(86448);
// EXTERNAL MODULE: ./lib/snapshot/store.js
var store = __webpack_require__(52541);
// EXTERNAL MODULE: ./lib/snapshot/tree.js
var tree = __webpack_require__(51290);
;// CONCATENATED MODULE: ./lib/maintenance/mark.js
/** Which contents are in use: everything that a snapshot reaches (docs/repository-format.md, "Snapshot garbage collection"). */







const USED = 1;
/** The directory that the content is has been walked, or will be. */
const WALKED = 2;
/** The parts of the list that the content is are marked. */
const EXPANDED = 4;
/** Directories that are read at the same time. */
const WALK_CONCURRENCY = 8;
const BATCH_DIRECTORIES = 64;
/** One byte for each row of the index. */
class ContentMarks {
    #contents;
    #bits;
    constructor(contents) {
        this.#contents = contents;
        this.#bits = new Uint8Array(contents.index.count);
    }
    isUsed(row) {
        return ((this.#bits[row] ?? 0) & USED) !== 0;
    }
    /** Sets a bit of a row; false when it was set. */
    set(row, bit) {
        if (row >= this.#bits.length) {
            const longer = new Uint8Array(Math.max(this.#contents.index.count, row + 1));
            longer.set(this.#bits);
            this.#bits = longer;
        }
        const before = this.#bits[row] ?? 0;
        this.#bits[row] = before | bit;
        return (before & bit) === 0;
    }
    /** Marks a content as used and returns its row. Errors: CAIRN_CONTENT_MISSING. */
    async use(id) {
        const { index } = this.#contents;
        let row = index.rowOf(id);
        if (row < 0 || index.isHidden(row)) {
            await this.#contents.find(id);
            row = index.rowOf(id);
        }
        this.set(row, USED);
        return row;
    }
}
/**
 * Marks everything that any snapshot reaches, incomplete ones included.
 *
 * Errors: CAIRN_MAINTENANCE_UNREADABLE naming the snapshot that cannot be read in full: what it uses is unknown, so nothing may be erased.
 */
async function markReachable(tools) {
    const { repository, signal } = tools;
    const walk = new Walk(tools);
    for (const snapshot of await (0,store/* listSnapshots */.jQ)(repository, undefined, signal)) {
        try {
            if (snapshot.rootEntry === undefined)
                throw new errors/* CairnError */.eb('CAIRN_SNAPSHOT_DAMAGED', 'It has no root.');
            await walk.entry(snapshot.rootEntry);
            await walk.finish();
        }
        catch (error) {
            if (!(0,tree/* isObjectError */.EX)(error) && !(0,errors/* isCairnError */.qN)(error, 'CAIRN_OBJECT_ID_INVALID'))
                throw error;
            const what = `Snapshot ${snapshot.id} of ${(0,target/* formatSource */.j2)(snapshot.source)} cannot be read in full`;
            throw new errors/* CairnError */.eb('CAIRN_MAINTENANCE_UNREADABLE', `${what}, so nothing is erased: ${error.message}`, {
                hint: 'What a damaged snapshot still needs cannot be told. Repair or delete it, then run maintenance again.',
                cause: error,
            });
        }
    }
    return walk.marks;
}
class Walk {
    marks;
    #tools;
    /** Directories to be read: rows of the index, and object IDs where a directory is more than one content. */
    #pending = [];
    constructor(tools) {
        this.#tools = tools;
        this.marks = new ContentMarks(tools.repository.care.contents);
    }
    /** Marks the object of an entry, and remembers a directory for later. */
    async entry(entry) {
        if (entry.objectId === '') {
            if (entry.type === 'd')
                throw new errors/* CairnError */.eb('CAIRN_DIRECTORY_DAMAGED', `The directory "${entry.name}" has no object ID.`);
            return;
        }
        const { row, isSimple } = await this.#object(entry.objectId);
        if (entry.type === 'd' && this.marks.set(row, WALKED))
            this.#pending.push(isSimple ? row : entry.objectId);
    }
    /** Reads directories until none is left. */
    async finish() {
        const { index } = this.#tools.repository.care.contents;
        while (this.#pending.length > 0) {
            await this.#tools.keep();
            // From the end, so that the list stays about as long as the tree is deep times as wide as its folders.
            const batch = this.#pending.splice(-BATCH_DIRECTORIES);
            await (0,util_async/* mapConcurrent */._)(batch, WALK_CONCURRENCY, (item) => this.#directory(typeof item === 'number' ? index.idOfRow(item) : item));
        }
    }
    async #directory(id) {
        const { repository, signal } = this.#tools;
        for await (const { entries, rejected } of (0,directory_stream/* readDirectory */.g)(repository.objects, id, signal)) {
            for (const entry of entries)
                await this.entry(entry);
            for (const { name, reason, entry } of rejected) {
                // A name that cannot become a path is no reason to erase the file behind it.
                if (entry !== undefined)
                    await this.entry(entry);
                else
                    throw new errors/* CairnError */.eb('CAIRN_DIRECTORY_DAMAGED', `The entry "${name}" of directory ${id} cannot be read: ${reason}.`);
            }
        }
    }
    /** Marks all contents of an object. The row is that of its first content, which tells objects apart; a simple object is one plain content. */
    async #object(id) {
        const { levels, isCompressed, contentId } = (0,object_id/* requireObjectId */.Wx)(id);
        const row = await this.marks.use(contentId);
        if (levels === 0)
            return { row, isSimple: !isCompressed };
        // With more than one level the same content may be the top of different objects.
        if (levels === 1 && !this.marks.set(row, EXPANDED))
            return { row, isSimple: false };
        for (const part of await this.#tools.repository.objects.contentsOf(id))
            await this.marks.use(part);
        return { row, isSimple: false };
    }
}

;// CONCATENATED MODULE: ./lib/maintenance/steps/snapshot-gc.js
/** Marks contents that no snapshot uses as deleted, and takes marks back where one does (docs/repository-format.md, "Snapshot garbage collection"). */




const FLUSH_MARKS = 100_000;
const UNDELETE_CONCURRENCY = 4;
const snapshot_gc_NS_PER_SECOND = 1000000000n;
/** `m`: contents of manifests belong to those who put manifests together. */
const snapshot_gc_MANIFEST_PREFIX = 0x6d;
const snapshotGc = {
    task: 'snapshot-gc',
    title: 'Looking for contents that no snapshot uses',
    run: collect,
};
async function collect(tools) {
    const { repository, safety, startNs, log, size, signal } = tools;
    const { contents } = repository.care;
    const { index } = contents;
    // What is loaded later was not there when the snapshots were listed.
    const examined = index.count;
    const marks = await markReachable(tools);
    const [unused, recent, used, system, undeleted, deleted] = Array.from({ length: 6 }, () => new step/* CountSum */.h());
    const wronglyMarked = [];
    const row = (0,rows/* emptyRow */.O)();
    for (let number = 0; number < examined; number++) {
        if (index.isHidden(number))
            continue;
        index.readRow(number, row);
        const { packedLength } = row;
        if (row.source[row.keyOffset] === snapshot_gc_MANIFEST_PREFIX)
            system.add(packedLength);
        else if (marks.isUsed(number)) {
            used.add(packedLength);
            if (row.isDeleted)
                wronglyMarked.push(number);
        }
        else if (startNs - BigInt(row.timestampSeconds) * snapshot_gc_NS_PER_SECOND < safety.contentMinAgeNs)
            recent.add(packedLength);
        else {
            unused.add(packedLength);
            deleted.add(packedLength);
            if (!row.isDeleted)
                contents.markDeleted(index.idOfRow(number));
            if (unused.count % FLUSH_MARKS === 0) {
                await tools.keep();
                await contents.flush(signal);
            }
        }
    }
    await (0,util_async/* mapConcurrent */._)(wronglyMarked, UNDELETE_CONCURRENCY, async (number) => {
        await tools.keep();
        index.readRow(number, row);
        const { packedLength } = row;
        if (await contents.undelete(index.idOfRow(number), signal))
            undeleted.add(packedLength);
    });
    await contents.flush(signal);
    for (const [what, sum] of [
        ['unused contents', unused],
        ['unused contents that are too recent to delete', recent],
        ['in-use contents', used],
        ['in-use system-contents', system],
    ]) {
        log.info(`GC found ${sum.count} ${what} (${size(sum.bytes)})`);
    }
    log.info(`GC undeleted ${undeleted.count} contents (${size(undeleted.bytes)})`);
    return {
        kind: 'snapshotGCStats',
        data: {
            unreferencedContentCount: unused.count,
            unreferencedContentSize: unused.bytes,
            deletedContentCount: deleted.count,
            deletedContentSize: deleted.bytes,
            unreferencedRecentContentCount: recent.count,
            unreferencedRecentContentSize: recent.bytes,
            inUseContentCount: used.count,
            inUseContentSize: used.bytes,
            inUseSystemContentCount: system.count,
            inUseSystemContentSize: system.bytes,
            recoveredContentCount: undeleted.count,
            recoveredContentSize: undeleted.bytes,
        },
    };
}

;// CONCATENATED MODULE: ./lib/maintenance/plan.js













/** The steps; each decides when its turn comes whether it is due, because that depends on those before it. */
function planMaintenance({ mode, hasEpochs, parameters }) {
    if (mode === 'quick') {
        return hasEpochs
            ? [compactManifests, compactEpoch, advanceEpoch]
            : [compactManifests, rewriteMetadata, delete_packs/* deletePacksAfterFull */.zi, delete_packs/* deleteMetadataPacks */.Lc, compactLegacy, cleanup_logs/* cleanupLogs */.K];
    }
    return [
        compactManifests,
        snapshotGc,
        rewriteAll,
        dropDeleted,
        delete_packs/* deletePacks */.Yf,
        ...(parameters.extendObjectLocks ? [extendRetention] : []),
        ...(hasEpochs ? [compactEpoch, advanceEpoch, compactRange, cleanupMarkers, deleteSuperseded] : []),
        cleanup_logs/* cleanupLogs */.K,
    ];
}

// EXTERNAL MODULE: ./lib/maintenance/schedule.js
var maintenance_schedule = __webpack_require__(36406);
;// CONCATENATED MODULE: ./lib/maintenance/run.js
/**
 * A run of maintenance (docs/repository-format.md, "Maintenance").
 *
 * owner? -> due? -> lease -> schedule written, which tells the time of the storage -> clocks agree? -> refresh -> the steps, each recorded
 */











const MAX_SKEW_NS = 300000000000n;
const run_NS_PER_MS = 1000000n;
/**
 * Maintains the repository; returns what was done, or undefined when nothing was due.
 *
 * Errors: CAIRN_REPOSITORY_READONLY, CAIRN_MAINTENANCE_NOT_OWNER, CAIRN_MAINTENANCE_BUSY, CAIRN_MAINTENANCE_LEASE_LOST, CAIRN_CLOCK_SKEW,
 * CAIRN_MAINTENANCE_UNREADABLE, and what its steps meet.
 */
async function runMaintenance(repository, options) {
    if (repository.isReadOnly)
        throw (0,content_manager/* readOnly */.T)();
    // Asked for beside the manifests.
    const loading = (0,maintenance_schedule/* loadSchedule */.g7)(repository.care);
    loading.catch(() => undefined);
    const parameters = await (0,maintenance_parameters/* loadParameters */.p0)(repository);
    checkOwner(repository, parameters, options);
    await checkWhole(repository);
    const schedule = (await loading) ?? maintenance_schedule/* EMPTY_SCHEDULE */.yX;
    if (modeOf(options, parameters, schedule, repository) === undefined)
        return undefined;
    const { clock, identity, care } = repository;
    const lease = await (0,maintenance_lease/* takeLease */._)({
        storage: care.storage,
        format: care.format,
        identity,
        clock,
        random: care.contents.codec.random,
        log: options.log,
        longestStepMs: (0,maintenance_schedule/* longestStepMs */.lB)(schedule),
    });
    try {
        if (lease.takenMs !== undefined)
            checkClock(repository, BigInt(Math.round(lease.takenMs)) * run_NS_PER_MS);
        else
            options.log.notice(`Maintenance is not protected by a lease: ${care.storage.displayName} cannot create a blob only if it is absent.`);
        // Whoever held the lease a moment ago may just have done the work.
        const latest = (await (0,maintenance_schedule/* loadSchedule */.g7)(care)) ?? maintenance_schedule/* EMPTY_SCHEDULE */.yX;
        const mode = modeOf(options, parameters, latest, repository);
        if (mode !== undefined)
            await new Run(repository, options, parameters, lease, latest).run(mode);
        return mode;
    }
    finally {
        await lease.release();
    }
}
class Run {
    #repository;
    #options;
    #parameters;
    #lease;
    #schedule;
    /** What of the history is being written, to its end. */
    #recording = Promise.resolve();
    #isRecordDue = false;
    constructor(repository, options, parameters, lease, schedule) {
        this.#repository = repository;
        this.#options = options;
        this.#parameters = parameters;
        this.#lease = lease;
        this.#schedule = schedule;
    }
    async run(mode) {
        const { log, signal } = this.#options;
        const { clock, care } = this.#repository;
        this.#schedule = (0,maintenance_schedule/* postponed */.$f)(this.#schedule, mode, this.#parameters, clock.nowNs());
        // The lease told the storage's time a moment ago, and was checked against the clock here.
        const { takenMs } = this.#lease;
        const saving = (0,maintenance_schedule/* saveSchedule */.n7)(care, this.#schedule, takenMs === undefined);
        saving.catch(() => undefined);
        const startNs = takenMs === undefined ? (0,storage/* blobTimeNs */.g)(await saving) : BigInt(Math.floor(takenMs)) * run_NS_PER_MS;
        if (takenMs === undefined)
            checkClock(this.#repository, startNs);
        log.info(`Running ${mode} maintenance...`);
        await this.#repository.flush(signal);
        await this.#repository.refresh();
        await saving;
        await checkWhole(this.#repository);
        const tools = this.#tools(startNs);
        const hasEpochs = care.contents.format.epochs.enabled;
        try {
            for (const step of planMaintenance({ mode, hasEpochs, parameters: this.#parameters }))
                await this.#step(step, tools);
        }
        finally {
            await this.#recording;
        }
        care.contents.expire();
        await care.manifests.refresh();
        log.info(`Finished ${mode} maintenance.`);
    }
    #tools(startNs) {
        const { log, size = format/* formatBytes */.z3, signal, safety = 'full' } = this.#options;
        return {
            repository: this.#repository,
            parameters: this.#parameters,
            safety: maintenance_safety/* SAFETY */.HU[safety],
            startNs,
            log,
            size,
            signal,
            runs: () => this.#schedule.runs,
            keep: async () => {
                (0,errors/* throwIfCancelled */.dZ)(signal);
                await this.#lease.keep();
            },
            confirm: async () => {
                (0,errors/* throwIfCancelled */.dZ)(signal);
                // What is erased next depends on what was done before, also for whoever goes on after a crash.
                await this.#recording;
                await this.#lease.confirm();
            },
        };
    }
    async #step(step, tools) {
        const { clock } = this.#repository;
        await tools.keep();
        const reason = step.skip?.(this.#schedule.runs, tools);
        if (reason !== undefined) {
            tools.log.debug(`${step.title}: not now, ${reason}.`);
            return;
        }
        tools.log.debug(`${step.title}...`);
        const startNs = clock.nowNs();
        try {
            const report = await step.run(tools);
            this.#record(step, { startNs, endNs: clock.nowNs(), success: true, error: '', extra: report === undefined ? [] : [report] });
        }
        catch (error) {
            this.#record(step, { startNs, endNs: clock.nowNs(), success: false, error: (0,errors/* messageOf */.bD)(error), extra: [] });
            throw error;
        }
    }
    /** Written beside the next steps, and once for several that are done meanwhile. */
    #record(step, run) {
        const { task } = step;
        if (task === undefined)
            return;
        this.#schedule = (0,maintenance_schedule/* withRun */.Yq)(this.#schedule, task, run);
        if (this.#isRecordDue)
            return;
        this.#isRecordDue = true;
        this.#recording = this.#recording.then(() => this.#writeHistory(task));
    }
    /** A history that cannot be written only makes the next run do more; erasing goes by what was recorded. */
    async #writeHistory(task) {
        this.#isRecordDue = false;
        try {
            await (0,maintenance_schedule/* saveSchedule */.n7)(this.#repository.care, this.#schedule);
        }
        catch (error) {
            this.#options.log.warning(`The run of ${task} could not be recorded: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
}
function modeOf({ mode }, parameters, schedule, { clock }) {
    return mode === 'auto' ? (0,maintenance_schedule/* dueMode */.AA)(parameters, schedule, clock.nowNs()) : mode;
}
function checkOwner(repository, { owner }, { isForced }) {
    if (isForced === true || owner === (0,due/* nameOf */.Vb)(repository))
        return;
    throw new errors/* CairnError */.eb('CAIRN_MAINTENANCE_NOT_OWNER', `maintenance must be run by designated user: ${owner}`, {
        hint: `This client is ${(0,due/* nameOf */.Vb)(repository)}. To let it maintain the repository from now on, run "cairn maintenance set --owner=me".`,
    });
}
/** A repository may have been opened although part of it is damaged; what only that part knows of would count as unused. */
async function checkWhole({ care }) {
    const [first] = await care.damage();
    if (first === undefined)
        return;
    throw new errors/* CairnError */.eb('CAIRN_MAINTENANCE_UNREADABLE', `The ${first.what} cannot be read, so nothing is erased: ${first.error.message}`, {
        hint: 'Restore the blob from a copy of the storage, then run maintenance again.',
        cause: first.error,
    });
}
/** Ages are computed from times of both clocks. */
function checkClock({ clock }, storageNs) {
    const localNs = clock.nowNs();
    const skewNs = localNs > storageNs ? localNs - storageNs : storageNs - localNs;
    if (skewNs <= MAX_SKEW_NS)
        return;
    const times = `it is ${(0,timestamp/* formatTimestamp */.E)(localNs)} here and ${(0,timestamp/* formatTimestamp */.E)(storageNs)} there`;
    throw new errors/* CairnError */.eb('CAIRN_CLOCK_SKEW', `The clocks of this machine and of the storage are ${(0,format/* formatDuration */.a3)(Number(skewNs / run_NS_PER_MS))} apart: ${times}.`, {
        hint: 'Maintenance goes by the age of blobs and does nothing while the clocks differ by more than 5 minutes. Set the clock of this machine.',
    });
}

;// CONCATENATED MODULE: ./lib/commands/maintenance-run.js
/** `maintenance run`, and the maintenance that follows a command that wrote snapshots. */




/** Begins to read, beside the work of a command, what `maintainWhenDue` needs to know. */
function dueAhead(context, repository) {
    return context.autoMaintenance === false || repository.isReadOnly ? undefined : (0,due/* scheduleAhead */.V0)(repository);
}
/** Maintains the repository now. Errors: those of `runMaintenance`. */
async function maintain(context, repository, request) {
    await runMaintenance(repository, { ...request, log: context.log, size: (0,format/* sizeTextOf */.Ym)(context.env), signal: context.signal });
}
/**
 * Does the maintenance that is due, when this client owns it and `--no-auto-maintenance` was not given; for the end of commands that write
 * snapshots. That another client is at it already is fine. Errors: the others of `runMaintenance`.
 */
async function maintainWhenDue(context, repository, ahead) {
    if (context.autoMaintenance === false || context.signal.aborted)
        return;
    if ((await (0,due/* dueMaintenance */.Qb)(repository, ahead)) === undefined)
        return;
    try {
        await maintain(context, repository, { mode: 'auto' });
    }
    catch (error) {
        if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_MAINTENANCE_BUSY'))
            throw error;
        context.log.info(`Maintenance is left to others: ${error.message}`);
    }
}


/***/ }),

/***/ 3364:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ withRepository),
/* harmony export */   c: () => (/* binding */ identityOf)
/* harmony export */ });
/* harmony import */ var _repo_blob_open_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72144);
/* harmony import */ var _repo_blob_throttle_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56177);
/* harmony import */ var _repo_blob_throttling_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43155);
/* harmony import */ var _repo_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45160);
/* harmony import */ var _repo_identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26852);
/* harmony import */ var _repo_repository_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2371);
/* harmony import */ var _ahead_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9927);
/* harmony import */ var _maintenance_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71346);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(16845);
/* harmony import */ var _read_cache_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(87407);
/* harmony import */ var _storage_options_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(62440);
/** Opens the repository that the connection file names, for the commands that work on one. */











/** Opens the connected repository, runs `work`, and closes it in every case. */
async function withRepository(context, options, work) {
    const begun = await context.ahead?.take(context.configPath);
    const config = begun?.config ?? (await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_3__/* .readClientConfig */ .Kg)(context.configPath));
    const isReadOnly = options.isReadOnly === true || config.isReadOnly === true;
    const unlimited = await (0,_repo_blob_open_js__WEBPACK_IMPORTED_MODULE_0__/* .openStorage */ .G)(config.storage, {
        ...(0,_storage_options_js__WEBPACK_IMPORTED_MODULE_10__/* .storageOptions */ .E)(context),
        mode: 'existing',
        readonly: isReadOnly,
        begun: begun?.opening,
    });
    const throttled = (0,_repo_blob_throttling_js__WEBPACK_IMPORTED_MODULE_2__/* .throttling */ .A)(unlimited, (0,_repo_blob_throttle_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .limitsOf */ .Af)(config), context.clock);
    const storage = options.checksStorage === true ? throttled : (0,_read_cache_js__WEBPACK_IMPORTED_MODULE_9__/* .withReadCache */ .L5)(context, config.storage, throttled, begun?.cache);
    let repository;
    try {
        const { password } = await (0,_password_js__WEBPACK_IMPORTED_MODULE_8__/* .resolvePassword */ .IM)(context, { given: context.passwordFlag, stored: await (0,_repo_config_js__WEBPACK_IMPORTED_MODULE_3__/* .readPassword */ .kf)(context.configPath) });
        repository = await (0,_repo_repository_js__WEBPACK_IMPORTED_MODULE_5__/* .openRepository */ .h_)({
            storage,
            password,
            keys: begun?.keys,
            identity: identityOf(context, config),
            clock: context.clock,
            random: context.random,
            log: context.log,
            readonly: isReadOnly,
            // Whoever only reads gets what is intact; a writer must not take what is missing for deleted.
            tolerates: options.isReadOnly === true || options.mendsIndexes === true
                ? 'indexes'
                : options.mayIgnoreDamage === true && ignoresManifestDamage(context)
                    ? 'manifests'
                    : undefined,
            workerUrl: new URL(context.entryUrl),
            signal: context.signal,
            ...(context.workers === undefined ? {} : { workers: context.workers }),
        });
    }
    catch (error) {
        await storage.close();
        throw error;
    }
    if (begun !== undefined && options.checksStorage !== true)
        await (0,_ahead_js__WEBPACK_IMPORTED_MODULE_6__/* .keepFormat */ .h)(begun, repository.care.format.formatBlobBytes);
    try {
        const ahead = options.maintains === true ? (0,_maintenance_run_js__WEBPACK_IMPORTED_MODULE_7__/* .dueAhead */ .y7)(context, repository) : undefined;
        const result = await work(repository, config);
        const [damage] = options.isReadOnly === true && options.mayBePartial !== true ? repository.care.damageSoFar() : [];
        if (damage !== undefined)
            throw damage.error;
        const isDone = options.maintains === true && (typeof result !== 'number' || result === 0);
        // Asked only then: whether all is whole is known when every manifest has been read.
        if (isDone && (await repository.care.damage()).length === 0)
            await (0,_maintenance_run_js__WEBPACK_IMPORTED_MODULE_7__/* .maintainWhenDue */ .Qi)(context, repository, ahead);
        await repository.publish([], context.signal);
        return result;
    }
    finally {
        await repository.close();
    }
}
/** Kopia's own way to go on writing although manifests are damaged; for maintenance the data of lost snapshots would be garbage. */
function ignoresManifestDamage({ env }) {
    return (env['KOPIA_IGNORE_MALFORMED_MANIFEST_CONTENTS'] ?? '') !== '';
}
/** `user@host` of the client: what the connection file says, else those of the machine. */
function identityOf(context, config) {
    const { userName, hostName } = context.os;
    return (0,_repo_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .overrideIdentity */ .Jr)((0,_repo_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .defaultIdentity */ .yY)({ platform: context.platform, userName, hostName }), {
        userName: config?.username,
        host: config?.hostname,
    });
}


/***/ }),

/***/ 14317:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qb: () => (/* binding */ dueMaintenance),
/* harmony export */   V0: () => (/* binding */ scheduleAhead),
/* harmony export */   Vb: () => (/* binding */ nameOf)
/* harmony export */ });
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(55035);
/* harmony import */ var _schedule_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36406);


/** Another client may have maintained the repository since. */
const MAX_AHEAD_MS = 60_000;
/** This client, as the owner of maintenance is written: `user@host`. */
function nameOf({ identity }) {
    return `${identity.userName}@${identity.host}`;
}
/** What maintenance is due for this client; undefined when none is, or when another client owns it. */
async function dueMaintenance(repository, ahead) {
    if (repository.isReadOnly)
        return undefined;
    const parameters = await (0,_parameters_js__WEBPACK_IMPORTED_MODULE_0__/* .loadParameters */ .p0)(repository);
    if (parameters.owner !== nameOf(repository))
        return undefined;
    const schedule = (await ahead?.take()) ?? (await (0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__/* .loadSchedule */ .g7)(repository.care)) ?? _schedule_js__WEBPACK_IMPORTED_MODULE_1__/* .EMPTY_SCHEDULE */ .yX;
    return (0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__/* .dueMode */ .AA)(parameters, schedule, repository.clock.nowNs());
}
/** Begins to read the schedule for `dueMaintenance`, where this client owns maintenance. Whoever maintains reads it anew. */
function scheduleAhead(repository) {
    const { clock, care } = repository;
    const begunMs = clock.monotonicMs();
    const load = async () => {
        const { owner } = await (0,_parameters_js__WEBPACK_IMPORTED_MODULE_0__/* .loadParameters */ .p0)(repository);
        return owner === nameOf(repository) ? await (0,_schedule_js__WEBPACK_IMPORTED_MODULE_1__/* .loadSchedule */ .g7)(care) : undefined;
    };
    const loading = load().catch(() => undefined);
    return { take: async () => (clock.monotonicMs() - begunMs > MAX_AHEAD_MS ? undefined : await loading) };
}


/***/ }),

/***/ 21650:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ epochCareOf)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _repo_content_epoch_manager_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97689);
/** The epochs of a repository that has them, for the steps that compact and clean up. */


/** What the work on epochs needs. Errors: CAIRN_INTERNAL in a repository without epochs. */
function epochCareOf({ repository, signal }) {
    const { storage, contents } = repository.care;
    const { indexBlobs, codec, format } = contents;
    if (!(indexBlobs instanceof _repo_content_epoch_manager_js__WEBPACK_IMPORTED_MODULE_1__/* .EpochManager */ .dc))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_INTERNAL', 'This repository has no epochs.');
    return { manager: indexBlobs, storage, keys: codec, parameters: format.epochs, indexVersion: format.indexVersion, signal };
}


/***/ }),

/***/ 26777:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ takeLease)
/* harmony export */ });
/* unused harmony export LEASE_BLOB_ID */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _repo_blob_read_checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31716);
/* harmony import */ var _repo_blob_read_up_to_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64028);
/* harmony import */ var _repo_format_sealed_payload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(59871);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34695);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1873);
/**
 * The lease on maintenance: a blob that turns away a second client while one is at work (docs/repository-format.md, "The lease").
 *
 * cairn.lease                 sealed {"holder":"user@host","token":hex,"expiresAfterMs":n}; its age counts from when the storage saw it written
 * cairn.lease.break-<token>   whoever creates it may remove the expired lease of that token
 * cairn.lease.now-<random>    put and removed again, to ask the storage for the time
 *
 * Kopia neither reads nor removes blobs of these names. Should two clients ever hold it at once, the safety margins still protect all data.
 */






const LEASE_BLOB_ID = 'cairn.lease';
const MAX_BYTES = 4096;
/** A lease lasts at least this long without a sign of life. */
const MIN_EXPIRY_MS = 15 * 60_000;
const MAX_EXPIRY_MS = 7 * 86_400_000;
/** Helper blobs that a crash left behind are removed after this time. */
const LITTER_MS = 86_400_000;
/** Takes the lease. Errors: CAIRN_MAINTENANCE_BUSY when another client holds it, storage kinds. */
async function takeLease(options) {
    const expiryMs = Math.min(MAX_EXPIRY_MS, Math.max(MIN_EXPIRY_MS, 2 * options.longestStepMs));
    const own = { holder: holderOf(options.identity), token: (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .toHex */ .nj)(options.random(16)), expiresAfterMs: expiryMs };
    try {
        const taken = (await create(options, own)) ?? (await takeOver(options, own));
        return new HeldLease(options, own, taken.timestampMs);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_NOT_SUPPORTED'))
            return NOT_PROTECTED;
        throw error;
    }
}
const NOT_PROTECTED = {
    isProtected: false,
    takenMs: undefined,
    keep: async () => { },
    confirm: async () => { },
    release: async () => { },
};
class HeldLease {
    isProtected = true;
    takenMs;
    #options;
    #own;
    #renewedWallMs;
    #renewedSteadyMs;
    constructor(options, own, takenMs) {
        this.#options = options;
        this.#own = own;
        this.takenMs = takenMs;
        this.#renewedWallMs = options.clock.nowMs();
        this.#renewedSteadyMs = options.clock.monotonicMs();
    }
    async keep() {
        const { clock } = this.#options;
        // The steady clock may stand still while the machine sleeps.
        const ageMs = Math.max(clock.nowMs() - this.#renewedWallMs, clock.monotonicMs() - this.#renewedSteadyMs);
        if (ageMs * 4 < this.#own.expiresAfterMs)
            return;
        await this.confirm();
        await this.#options.storage.putBlob(LEASE_BLOB_ID, [encode(this.#options, this.#own)], { needsTime: false });
        this.#renewedWallMs = clock.nowMs();
        this.#renewedSteadyMs = clock.monotonicMs();
    }
    async confirm() {
        const record = await readRecord(this.#options);
        if (record?.token === this.#own.token)
            return;
        const who = record === undefined ? '' : ` by ${record.holder}`;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_MAINTENANCE_LEASE_LOST', `Maintenance was taken over${who} while it ran here.`, {
            hint: 'This run stood still for too long. Nothing is lost; the other run goes on with the work.',
        });
    }
    async release() {
        try {
            const record = await readRecord(this.#options);
            if (record?.token === this.#own.token)
                await this.#options.storage.deleteBlob(LEASE_BLOB_ID);
        }
        catch (error) {
            this.#options.log.warning(`The lease on maintenance could not be given back and will expire: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`);
        }
    }
}
/** Undefined when there is a lease already. */
async function create(options, own) {
    try {
        return await options.storage.putBlob(LEASE_BLOB_ID, [encode(options, own)], { onlyIfAbsent: true });
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_BLOB_EXISTS'))
            return undefined;
        throw error;
    }
}
/** Replaces a lease that has expired. Of several clients that find it expired, only one creates the blob that allows removing it. */
async function takeOver(options, own) {
    const { storage } = options;
    const nowMs = await storageNow(options);
    await removeLitter(options, nowMs);
    const found = await read(options);
    if (found !== undefined && nowMs - found.metadata.timestampMs < expiryOf(found.record))
        throw busy(found, nowMs);
    const breakId = `${LEASE_BLOB_ID}.break-${found?.record?.token ?? 'unreadable'}`;
    try {
        // With bytes of its own: a put that is tried again must not take the blob of another client for its own.
        await storage.putBlob(breakId, [(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .utf8 */ .As)(own.token)], { onlyIfAbsent: true });
    }
    catch (error) {
        if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_BLOB_EXISTS'))
            throw error;
        const present = await storage.statBlob(breakId);
        // Whoever was about to take over did not get there: next time it can be tried again.
        if (present !== undefined && nowMs - present.timestampMs >= MIN_EXPIRY_MS)
            await storage.deleteBlob(breakId);
        throw busy(found, nowMs);
    }
    try {
        const again = await read(options);
        if (again !== undefined && again.record?.token === found?.record?.token)
            await storage.deleteBlob(LEASE_BLOB_ID);
        const taken = await create(options, own);
        if (taken === undefined)
            throw busy(await read(options), nowMs);
        return taken;
    }
    finally {
        await storage.deleteBlob(breakId);
    }
}
/** The time of the storage: when it saw a new blob written. */
async function storageNow({ storage, random }) {
    const id = `${LEASE_BLOB_ID}.now-${(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .toHex */ .nj)(random(8))}`;
    try {
        return (await storage.putBlob(id, [(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .utf8 */ .As)('now')])).timestampMs;
    }
    finally {
        await storage.deleteBlob(id);
    }
}
async function removeLitter({ storage }, nowMs) {
    for await (const { id, timestampMs } of storage.listBlobs(`${LEASE_BLOB_ID}.`)) {
        if (nowMs - timestampMs >= LITTER_MS)
            await storage.deleteBlob(id);
    }
}
/** A lease that changes hands more often than this while it is looked at is in use. */
const MAX_CHANGES = 10;
/** The lease and its age, of one and the same holder: between two requests another client may have taken it over. */
async function read(options) {
    let record = await readRecord(options);
    for (let changes = 0;; changes++) {
        const metadata = await options.storage.statBlob(LEASE_BLOB_ID);
        if (metadata === undefined)
            return undefined;
        const after = await readRecord(options);
        if (after?.token === record?.token)
            return { metadata, record: after };
        if (changes === MAX_CHANGES)
            throw busy({ metadata, record: after }, metadata.timestampMs);
        record = after;
    }
}
/** What the lease says; undefined when there is none, or none that can be read. */
async function readRecord(options) {
    try {
        return await (0,_repo_blob_read_checked_js__WEBPACK_IMPORTED_MODULE_1__/* .readChecked */ .Y)(() => (0,_repo_blob_read_up_to_js__WEBPACK_IMPORTED_MODULE_2__/* .readUpTo */ .V)(options.storage, LEASE_BLOB_ID, 0, MAX_BYTES), (sealed) => decode(options, sealed) ?? unreadable());
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_BLOB_NOT_FOUND') || (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_MAINTENANCE_UNREADABLE'))
            return undefined;
        throw error;
    }
}
function encode(options, record) {
    return (0,_repo_format_sealed_payload_js__WEBPACK_IMPORTED_MODULE_3__/* .seal */ .od)(sealingKey(options.format), (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .utf8 */ .As)(JSON.stringify(record)), options.random);
}
function decode(options, sealed) {
    const plain = (0,_repo_format_sealed_payload_js__WEBPACK_IMPORTED_MODULE_3__/* .unseal */ .Du)(sealingKey(options.format), sealed);
    let value;
    try {
        value = JSON.parse((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .fromUtf8 */ .ar)(plain ?? new Uint8Array(0)) ?? '');
    }
    catch {
        return undefined;
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(value))
        return undefined;
    const { holder, token, expiresAfterMs } = value;
    if (typeof holder !== 'string' || typeof token !== 'string' || typeof expiresAfterMs !== 'number')
        return undefined;
    return /^[0-9a-f]{32}$/.test(token) ? { holder, token, expiresAfterMs } : undefined;
}
function unreadable() {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_MAINTENANCE_UNREADABLE', `The lease on maintenance, ${LEASE_BLOB_ID}, cannot be read.`);
}
function sealingKey(format) {
    return { key: format.deriveKey('cairn lease', 32), additionalData: (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_4__/* .utf8 */ .As)('lease') };
}
function expiryOf(record) {
    return Math.min(MAX_EXPIRY_MS, Math.max(MIN_EXPIRY_MS, record?.expiresAfterMs ?? 0));
}
function holderOf({ userName, host }) {
    return `${userName}@${host}`;
}
function busy(found, nowMs) {
    const leftMs = found === undefined ? 0 : expiryOf(found.record) - (nowMs - found.metadata.timestampMs);
    const minutes = Math.max(1, Math.ceil(leftMs / 60_000));
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_MAINTENANCE_BUSY', `Maintenance is already being done by ${found?.record?.holder ?? 'another client'}.`, {
        hint: `Let it finish. If it was killed, its lease ends in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    });
}


/***/ }),

/***/ 47140:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ legacyCareOf)
/* harmony export */ });
/** What compacting the legacy index needs. */
function legacyCareOf({ repository, signal }) {
    const { storage, contents } = repository.care;
    const { indexBlobs, codec, format } = contents;
    return {
        storage,
        keys: codec,
        manager: indexBlobs,
        indexVersion: format.indexVersion,
        maxPackSizeBytes: format.maxPackSizeBytes,
        signal,
    };
}


/***/ }),

/***/ 55035:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mv: () => (/* binding */ saveParameters),
/* harmony export */   YY: () => (/* binding */ effectiveLogRetention),
/* harmony export */   p0: () => (/* binding */ loadParameters),
/* harmony export */   ve: () => (/* binding */ encodeParameters)
/* harmony export */ });
/* unused harmony exports DEFAULT_PARAMETERS, decodeParameters */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1873);
/**
 * Who maintains a repository, and how often: the manifest of type `maintenance` (docs/repository-format.md, "Maintenance").
 *
 * {"owner":…,"quick":{"enabled","interval"},"full":{…},"logRetention":{"maxTotalSize","maxCount","maxAge"},"extendObjectLocks","listParallelism"}
 */



const LABELS = { type: 'maintenance' };
const HOUR_NS = 3600000000000n;
const DEFAULT_LOG_RETENTION = { maxTotalBytes: 2 ** 30, maxCount: 10_000, maxAgeNs: 30n * 24n * HOUR_NS };
/** What holds when the repository says nothing. */
const DEFAULT_PARAMETERS = {
    owner: '',
    quick: { isEnabled: true, intervalNs: HOUR_NS },
    full: { isEnabled: true, intervalNs: 24n * HOUR_NS },
    logRetention: DEFAULT_LOG_RETENTION,
    extendObjectLocks: false,
    listParallelism: 0,
};
/** Limits of which at least one is set, else the usual ones. */
function effectiveLogRetention(retention) {
    const isEmpty = retention.maxTotalBytes === 0 && retention.maxCount === 0 && retention.maxAgeNs === 0n;
    return isEmpty ? DEFAULT_LOG_RETENTION : retention;
}
/** The parameters of the repository; of several manifests the latest counts. Errors: CAIRN_MANIFEST_DAMAGED. */
async function loadParameters(repository) {
    const latest = (await repository.manifests.find(LABELS)).at(-1);
    const found = latest === undefined ? undefined : await repository.manifests.get(latest.id);
    return found === undefined ? DEFAULT_PARAMETERS : decodeParameters(found.json, found.entry.id);
}
/** Replaces the parameters; they are visible to others after the next flush. */
async function saveParameters(repository, parameters) {
    for (const { id } of await repository.manifests.find(LABELS))
        await repository.manifests.delete(id);
    await repository.manifests.put(LABELS, encodeParameters(parameters));
}
/** The JSON of the manifest, and of `maintenance info --json` without the schedule. */
function encodeParameters(parameters) {
    const cycle = ({ isEnabled, intervalNs }) => ({ enabled: isEnabled, interval: intervalNs });
    const { maxTotalBytes, maxCount, maxAgeNs } = parameters.logRetention;
    return (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoJson */ .pl)({
        owner: parameters.owner,
        quick: cycle(parameters.quick),
        full: cycle(parameters.full),
        logRetention: { maxTotalSize: maxTotalBytes, maxCount, maxAge: maxAgeNs },
        extendObjectLocks: parameters.extendObjectLocks,
        listParallelism: parameters.listParallelism,
    });
}
const NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .memberNames */ .hQ)('owner', 'quick', 'full', 'logRetention', 'extendObjectLocks', 'listParallelism');
const CYCLE_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .memberNames */ .hQ)('enabled', 'interval');
const LOG_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .memberNames */ .hQ)('maxTotalSize', 'maxCount', 'maxAge');
/** Reads the JSON of the manifest `id`; absent members are zero, as for Go. Errors: CAIRN_MANIFEST_DAMAGED. */
function decodeParameters(json, id) {
    let value;
    try {
        value = JSON.parse(json);
    }
    catch (cause) {
        throw damaged(id, cause);
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value))
        throw damaged(id);
    const { owner = '', quick = {}, full = {}, logRetention = {}, extendObjectLocks = false, listParallelism = 0 } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .pickMembers */ .tD)(value, NAMES);
    if (typeof owner !== 'string' || typeof extendObjectLocks !== 'boolean' || !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(logRetention))
        throw damaged(id);
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(quick) || !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(full))
        throw damaged(id);
    const { maxTotalSize = 0, maxCount = 0, maxAge = 0 } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .pickMembers */ .tD)(logRetention, LOG_NAMES);
    return {
        owner,
        quick: cycleOf(quick, id),
        full: cycleOf(full, id),
        logRetention: { maxTotalBytes: whole(maxTotalSize, id), maxCount: whole(maxCount, id), maxAgeNs: BigInt(whole(maxAge, id)) },
        extendObjectLocks,
        listParallelism: whole(listParallelism, id),
    };
}
function cycleOf(json, id) {
    const { enabled = false, interval = 0 } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .pickMembers */ .tD)(json, CYCLE_NAMES);
    if (typeof enabled !== 'boolean')
        throw damaged(id);
    return { isEnabled: enabled, intervalNs: BigInt(whole(interval, id)) };
}
function whole(value, id) {
    if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2 ** 63)
        return value;
    throw damaged(id);
}
function damaged(id, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_MANIFEST_DAMAGED', `The maintenance parameters ${id} cannot be read.`, {
        hint: `Set them again: "cairn maintenance set --owner=me".`,
        ...(cause === undefined ? {} : { cause }),
    });
}


/***/ }),

/***/ 56217:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HU: () => (/* binding */ SAFETY),
/* harmony export */   Ny: () => (/* binding */ mayDeletePacks),
/* harmony export */   Sv: () => (/* binding */ mayRewrite),
/* harmony export */   Zl: () => (/* binding */ wasLastRewriteFull),
/* harmony export */   f4: () => (/* binding */ safeDropTimeNs)
/* harmony export */ });
const HOUR_NS = 3600000000000n;
/** `none` is for a repository that no other client uses meanwhile. */
const SAFETY = {
    full: {
        rewriteMinAgeNs: 2n * HOUR_NS,
        contentMinAgeNs: 24n * HOUR_NS,
        needsTwoCycles: true,
        betweenCyclesNs: 4n * HOUR_NS,
        dropExtraNs: HOUR_NS,
        packMinAgeNs: 24n * HOUR_NS,
        sessionExpiryNs: 96n * HOUR_NS,
        rewriteToDeleteNs: HOUR_NS,
        isPatient: true,
    },
    none: {
        rewriteMinAgeNs: 0n,
        contentMinAgeNs: 0n,
        needsTwoCycles: false,
        betweenCyclesNs: 0n,
        dropExtraNs: 0n,
        packMinAgeNs: 0n,
        sessionExpiryNs: 0n,
        rewriteToDeleteNs: 0n,
        isPatient: false,
    },
};
/**
 * Marks from before this time are final; undefined when there is none.
 *
 * A snapshot that was being made during one cycle may use what that cycle marked. The next cycle sees the snapshot and takes the mark back. So the
 * marks from before a cycle that another one followed late enough will never be taken back.
 */
function safeDropTimeNs(runs, safety, nowNs) {
    if (!safety.needsTwoCycles)
        return nowNs;
    const cycles = successful(runs['snapshot-gc'])
        .flatMap(({ startNs, endNs }) => (startNs === undefined || endNs === undefined ? [] : [{ startNs, endNs }]))
        .sort((a, b) => (a.startNs > b.startNs ? -1 : 1));
    const [newest, ...earlier] = cycles;
    const first = newest && earlier.find(({ endNs }) => newest.startNs - endNs > safety.betweenCyclesNs);
    return first && first.startNs - safety.dropExtraNs;
}
/** Whether contents may be moved: where they were must have been erased since they were last moved, or it would never be. */
function mayRewrite(runs, safety, kind) {
    const rewritten = latestEndNs(runs, kind === 'full' ? ['full-rewrite-contents'] : ['full-rewrite-contents', 'quick-rewrite-contents']);
    if (rewritten === undefined || safety.rewriteToDeleteNs === 0n)
        return true;
    const deleted = latestEndNs(runs, ['full-delete-blobs', 'quick-delete-blobs']);
    return deleted !== undefined && deleted >= rewritten;
}
/** Whether packs may be erased: every client must have seen by now where contents were moved. */
function mayDeletePacks(runs, safety, nowNs) {
    const rewritten = latestEndNs(runs, ['full-rewrite-contents', 'quick-rewrite-contents']);
    return rewritten === undefined || nowNs >= rewritten + safety.rewriteToDeleteNs;
}
/** Whether contents of all kinds were moved after those of metadata packs alone. */
function wasLastRewriteFull(runs) {
    const full = latestEndNs(runs, ['full-rewrite-contents']);
    const quick = latestEndNs(runs, ['quick-rewrite-contents']);
    return quick === undefined || (full !== undefined && full >= quick);
}
function latestEndNs(runs, tasks) {
    let latest;
    for (const task of tasks) {
        for (const { endNs } of successful(runs[task]))
            if (endNs !== undefined && (latest === undefined || endNs > latest))
                latest = endNs;
    }
    return latest;
}
function successful(runs = []) {
    return runs.filter(({ success }) => success);
}


/***/ }),

/***/ 36406:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ postponed),
/* harmony export */   AA: () => (/* binding */ dueMode),
/* harmony export */   Yq: () => (/* binding */ withRun),
/* harmony export */   g7: () => (/* binding */ loadSchedule),
/* harmony export */   lB: () => (/* binding */ longestStepMs),
/* harmony export */   n7: () => (/* binding */ saveSchedule),
/* harmony export */   yX: () => (/* binding */ EMPTY_SCHEDULE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _repo_blob_read_checked_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31716);
/* harmony import */ var _repo_format_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16820);
/** When maintenance is due, and what it did: the blob `kopia.maintenance` (docs/repository-format.md, "Maintenance schedule"). */



/** The schedule of the repository; an empty one when it was never maintained. Errors: CAIRN_FORMAT_DAMAGED, storage kinds. */
async function loadSchedule(care) {
    try {
        return await (0,_repo_blob_read_checked_js__WEBPACK_IMPORTED_MODULE_1__/* .readChecked */ .Y)((isFresh) => care.storage.getBlob(_repo_format_index_js__WEBPACK_IMPORTED_MODULE_2__/* .MAINTENANCE_BLOB_ID */ .qf, { isFresh }), (bytes) => (0,_repo_format_index_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeMaintenanceSchedule */ .PW)(bytes, care.format));
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
            return undefined;
        throw error;
    }
}
/** The schedule of a repository that has none yet: everything is due. */
const EMPTY_SCHEDULE = { nextFullNs: undefined, nextQuickNs: undefined, runs: {} };
/** Replaces the schedule; with `needsTime` the result's time is that of the storage's clock. */
async function saveSchedule(care, schedule, needsTime = false) {
    const bytes = (0,_repo_format_index_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeMaintenanceSchedule */ .b4)(schedule, care.format, care.contents.codec.random);
    return await care.storage.putBlob(_repo_format_index_js__WEBPACK_IMPORTED_MODULE_2__/* .MAINTENANCE_BLOB_ID */ .qf, [bytes], { needsTime });
}
/** What is due at `nowNs`: full before quick, because it does more. */
function dueMode(parameters, schedule, nowNs) {
    if (parameters.full.isEnabled && nowNs >= (schedule.nextFullNs ?? 0n))
        return 'full';
    if (parameters.quick.isEnabled && nowNs >= (schedule.nextQuickNs ?? 0n))
        return 'quick';
    return undefined;
}
/** The schedule with the next times of a run that begins now; written before the work, so that a crash does not bring it back at once. */
function postponed(schedule, mode, parameters, nowNs) {
    const nextQuickNs = nowNs + parameters.quick.intervalNs;
    return mode === 'full' ? { ...schedule, nextQuickNs, nextFullNs: nowNs + parameters.full.intervalNs } : { ...schedule, nextQuickNs };
}
/** The schedule with one more run of a task, the newest first. */
function withRun(schedule, task, run) {
    return { ...schedule, runs: { ...schedule.runs, [task]: [run, ...(schedule.runs[task] ?? [])] } };
}
/** The longest that any recorded task took, in ms. */
function longestStepMs(schedule) {
    let longestNs = 0n;
    for (const runs of Object.values(schedule.runs)) {
        for (const { startNs, endNs } of runs) {
            if (startNs !== undefined && endNs !== undefined && endNs - startNs > longestNs)
                longestNs = endNs - startNs;
        }
    }
    return Number(longestNs / 1000000n);
}


/***/ }),

/***/ 73845:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ CountSum)
/* harmony export */ });
/** Counts things and adds up their sizes. */
class CountSum {
    count = 0;
    bytes = 0;
    add(bytes) {
        this.count++;
        this.bytes += bytes;
    }
}


/***/ }),

/***/ 80003:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ splitLogs),
/* harmony export */   K: () => (/* binding */ cleanupLogs)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _repo_content_list_blobs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26481);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85416);
/* harmony import */ var _parameters_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55035);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(73845);
/** Removes old diagnostics that clients left in the repository. */





const LOG_PREFIX = '_log_';
const DELETE_CONCURRENCY = 8;
const NS_PER_MS = 1000000n;
const cleanupLogs = {
    task: 'cleanup-logs',
    title: 'Removing old logs',
    async run({ repository, parameters, log, signal }) {
        const { storage } = repository.care;
        const blobs = await (0,_repo_content_list_blobs_js__WEBPACK_IMPORTED_MODULE_1__/* .collectBlobs */ .Z)(storage, LOG_PREFIX, signal);
        const { kept, old } = splitLogs(blobs, (0,_parameters_js__WEBPACK_IMPORTED_MODULE_2__/* .effectiveLogRetention */ .YY)(parameters.logRetention), repository.clock.nowMs());
        await (0,_util_async_js__WEBPACK_IMPORTED_MODULE_3__/* .mapConcurrent */ ._)(old, DELETE_CONCURRENCY, async ({ id }) => {
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
            await storage.deleteBlob(id);
        });
        log.info(`Cleaned up ${old.length} logs.`);
        const [retained, deleted] = [sumOf(kept), sumOf(old)];
        return {
            kind: 'cleanupLogsStats',
            data: {
                toDeleteBlobCount: deleted.count,
                toDeleteBlobSize: deleted.bytes,
                deletedBlobCount: deleted.count,
                deletedBlobSize: deleted.bytes,
                retainedBlobCount: retained.count,
                retainedBlobSize: retained.bytes,
            },
        };
    },
};
/** The newest logs within all limits, and the first one beyond a limit with everything older. */
function splitLogs(blobs, retention, nowMs) {
    const newestFirst = [...blobs].sort((a, b) => b.timestampMs - a.timestampMs);
    const maxAgeMs = Number(retention.maxAgeNs / NS_PER_MS);
    let totalBytes = 0;
    let count = 0;
    for (const { length, timestampMs } of newestFirst) {
        const isTooMuch = retention.maxTotalBytes > 0 && totalBytes + length > retention.maxTotalBytes;
        const isTooMany = retention.maxCount > 0 && count >= retention.maxCount;
        const isTooOld = maxAgeMs !== 0 && nowMs - timestampMs > maxAgeMs;
        if (isTooMuch || isTooMany || isTooOld)
            break;
        totalBytes += length;
        count++;
    }
    return { kept: newestFirst.slice(0, count), old: newestFirst.slice(count) };
}
function sumOf(blobs) {
    const sum = new _step_js__WEBPACK_IMPORTED_MODULE_4__/* .CountSum */ .h();
    for (const { length } of blobs)
        sum.add(length);
    return sum;
}


/***/ }),

/***/ 30235:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lc: () => (/* binding */ deleteMetadataPacks),
/* harmony export */   Yf: () => (/* binding */ deletePacks),
/* harmony export */   zi: () => (/* binding */ deletePacksAfterFull),
/* harmony export */   zl: () => (/* binding */ erasePacks)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _repo_content_blob_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23210);
/* harmony import */ var _repo_content_index_content_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45188);
/* harmony import */ var _repo_content_index_load_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33397);
/* harmony import */ var _repo_content_index_rows_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9108);
/* harmony import */ var _repo_content_list_blobs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26481);
/* harmony import */ var _repo_content_session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80270);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85416);
/* harmony import */ var _safety_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(56217);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(73845);
/** Erases packs that no index entry names, and the markers of sessions that ended (docs/repository-format.md, "Erasing packs"). */










const NS_PER_MS = 1000000n;
/** Clocks of storages may be coarse. */
const CUTOFF_SLACK_NS = 1000000000n;
const READ_CONCURRENCY = 8;
const DELETE_CONCURRENCY = 8;
const HEX = [...'0123456789abcdef'];
const deletePacks = {
    task: 'full-delete-blobs',
    title: 'Erasing packs that nothing refers to',
    skip: tooEarly,
    run: (tools) => erasePacks(tools, [_repo_content_blob_names_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOB_PREFIXES */ .dX.dataPack, _repo_content_blob_names_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOB_PREFIXES */ .dX.metadataPack, _repo_content_blob_names_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOB_PREFIXES */ .dX.session]),
};
/** Completes what quick maintenance moved; after a full one, packs of all kinds must be erased, or they never would be. */
const deletePacksAfterFull = {
    ...deletePacks,
    skip: (runs, tools) => ((0,_safety_js__WEBPACK_IMPORTED_MODULE_6__/* .wasLastRewriteFull */ .Zl)(runs) ? tooEarly(runs, tools) : 'only metadata packs have been rewritten'),
};
const deleteMetadataPacks = {
    task: 'quick-delete-blobs',
    title: 'Erasing metadata packs that nothing refers to',
    skip: (runs, tools) => ((0,_safety_js__WEBPACK_IMPORTED_MODULE_6__/* .wasLastRewriteFull */ .Zl)(runs) ? 'packs of all kinds are looked at' : tooEarly(runs, tools)),
    run: (tools) => erasePacks(tools, [_repo_content_blob_names_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOB_PREFIXES */ .dX.metadataPack]),
};
function tooEarly(runs, { safety, repository }) {
    return (0,_safety_js__WEBPACK_IMPORTED_MODULE_6__/* .mayDeletePacks */ .Ny)(runs, safety, repository.clock.nowNs()) ? undefined : 'other clients may not know yet where contents were moved';
}
/** Erases the blobs with one of the prefixes that nothing refers to and that are old enough; a dry run only counts them. */
async function erasePacks(tools, prefixes, isDryRun = false) {
    const { repository, safety, startNs, log, size, signal } = tools;
    const { storage } = repository.care;
    // Sessions first, then the index: a writer that commits in between has its packs in the index when its marker is gone.
    const sessions = await readSessions(repository.care, signal);
    const used = await usedPacks(tools);
    await tools.confirm();
    const cutoffNs = startNs + CUTOFF_SLACK_NS;
    const [unreferenced, retained, deleted] = [new _step_js__WEBPACK_IMPORTED_MODULE_7__/* .CountSum */ .h(), new _step_js__WEBPACK_IMPORTED_MODULE_7__/* .CountSum */ .h(), new _step_js__WEBPACK_IMPORTED_MODULE_7__/* .CountSum */ .h()];
    const isKept = ({ id, timestampMs }) => {
        const ageNs = cutoffNs - BigInt(Math.round(timestampMs)) * NS_PER_MS;
        const checkpointNs = sessions.get((0,_repo_content_session_js__WEBPACK_IMPORTED_MODULE_5__/* .sessionIdOfBlob */ .kZ)(id) ?? '');
        return ageNs < 0n || ageNs < safety.packMinAgeNs || (checkpointNs !== undefined && cutoffNs - checkpointNs < safety.sessionExpiryNs);
    };
    for (const prefix of spreadPrefixes(prefixes, tools.parameters.listParallelism)) {
        const due = [];
        for await (const blob of storage.listBlobs(prefix, signal)) {
            if (used.has(blob.id))
                continue;
            if (isKept(blob))
                retained.add(blob.length);
            else
                due.push(blob);
        }
        await (0,_util_async_js__WEBPACK_IMPORTED_MODULE_8__/* .mapConcurrent */ ._)(due, DELETE_CONCURRENCY, async ({ id, length }) => {
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
            await tools.keep();
            unreferenced.add(length);
            if (isDryRun)
                return;
            await storage.deleteBlob(id);
            deleted.add(length);
        });
    }
    if (deleted.count > 0)
        log.info(`Erased ${deleted.count} blobs (${size(deleted.bytes)}) that nothing refers to.`);
    return {
        kind: 'deleteUnreferencedPacksStats',
        data: {
            unreferencedPackCount: unreferenced.count,
            unreferencedTotalSize: unreferenced.bytes,
            deletedPackCount: deleted.count,
            deletedTotalSize: deleted.bytes,
            retainedPackCount: retained.count,
            retainedTotalSize: retained.bytes,
        },
    };
}
/** Session -> when it last gave a sign of life; a marker that cannot be read counts from when it was written. */
async function readSessions(care, signal) {
    const { storage, contents } = care;
    const sessions = new Map();
    // What one listing leaves out would lose its protection.
    const markers = new Map();
    for (const _ of ['first', 'second']) {
        for (const marker of await (0,_repo_content_list_blobs_js__WEBPACK_IMPORTED_MODULE_4__/* .collectBlobs */ .Z)(storage, _repo_content_blob_names_js__WEBPACK_IMPORTED_MODULE_1__/* .BLOB_PREFIXES */ .dX.session, signal))
            markers.set(marker.id, marker);
    }
    await (0,_util_async_js__WEBPACK_IMPORTED_MODULE_8__/* .mapConcurrent */ ._)([...markers.values()], READ_CONCURRENCY, async ({ id, timestampMs }) => {
        const sessionId = (0,_repo_content_session_js__WEBPACK_IMPORTED_MODULE_5__/* .sessionIdOfBlob */ .kZ)(id);
        if (sessionId === undefined)
            return;
        let checkpointNs = BigInt(Math.round(timestampMs)) * NS_PER_MS;
        try {
            checkpointNs = (await (0,_repo_content_session_js__WEBPACK_IMPORTED_MODULE_5__/* .readSessionMarker */ .hu)(storage, contents.codec, id, signal)).checkpointNs;
        }
        catch (error) {
            // A marker that vanished protected packs which are in the index by now, and that is read later.
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                return;
            if (!(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_INDEX_DAMAGED'))
                throw error;
        }
        const known = sessions.get(sessionId);
        if (known === undefined || checkpointNs > known)
            sessions.set(sessionId, checkpointNs);
    });
    return sessions;
}
/** Names of the packs that any entry refers to, deleted entries included, by an index that is read now and from the storage. */
async function usedPacks({ repository, signal }) {
    const { storage, contents } = repository.care;
    const index = new _repo_content_index_content_index_js__WEBPACK_IMPORTED_MODULE_2__/* .ContentIndex */ .g(contents.codec.hasher.sizeBytes);
    const options = { clock: repository.clock, ...(signal === undefined ? {} : { signal }) };
    await (0,_repo_content_index_load_js__WEBPACK_IMPORTED_MODULE_3__/* .loadIndex */ .z)(storage, contents.indexBlobs, contents.codec, index, options);
    const used = new Set();
    const isSeen = [];
    const row = (0,_repo_content_index_rows_js__WEBPACK_IMPORTED_MODULE_9__/* .emptyRow */ .O)();
    for (let number = 0; number < index.count; number++) {
        if (index.isHidden(number))
            continue;
        index.readRow(number, row);
        if (isSeen[row.pack] === true)
            continue;
        isSeen[row.pack] = true;
        used.add(index.packName(row.pack));
    }
    return used;
}
/** More listings of fewer blobs when the repository asks for more than there are prefixes. */
function spreadPrefixes(prefixes, parallelism) {
    return parallelism <= prefixes.length ? prefixes : prefixes.flatMap((prefix) => HEX.map((digit) => prefix + digit));
}


/***/ }),

/***/ 76322:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D1: () => (/* binding */ encodePolicy),
/* harmony export */   Eo: () => (/* binding */ isPolicyProblem),
/* harmony export */   ON: () => (/* binding */ parsePolicy),
/* harmony export */   XL: () => (/* binding */ parsePolicyText),
/* harmony export */   kl: () => (/* binding */ policyToJson)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1873);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16457);
/** Kopia's policy JSON: from untrusted text to a typed policy, and back in Kopia's exact form (docs/repository-format.md, "Policies"). */



const ACTIONS = ['beforeFolder', 'afterFolder', 'beforeSnapshotRoot', 'afterSnapshotRoot'];
const ACTION_FIELDS = { path: 'text', args: 'texts', script: 'text', timeout: 'integer', mode: 'text' };
const EXPECTED = {
    integer: 'a whole number',
    boolean: 'true or false',
    text: 'text',
    texts: 'a list of texts',
    times: 'a list of {hour, min}',
};
/** Whether the result of `parsePolicy` is a problem. */
function isPolicyProblem(result) {
    return 'expected' in result;
}
/** The policy in JSON text. */
function parsePolicyText(text) {
    try {
        return parsePolicy(JSON.parse(text));
    }
    catch {
        return { path: '', expected: 'valid JSON' };
    }
}
/** The policy in a parsed JSON value: letter case of members does not matter, null means absent. */
function parsePolicy(value) {
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value))
        return { path: '', expected: 'an object' };
    const reader = new Reader();
    const policy = {};
    const root = reader.members(value, '', ROOT_NAMES);
    if (reader.problem !== undefined)
        return reader.problem;
    for (const field of _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_FIELDS */ .lA) {
        const section = field.section.reduce((at, part, depth) => (at === undefined ? undefined : reader.section(at, field.section.slice(0, depth + 1), part)), root);
        const raw = section?.get(field.name);
        if (raw === undefined)
            continue;
        const converted = convert(raw, field.type);
        if (converted === undefined)
            return { path: field.key, expected: EXPECTED[field.type] };
        (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .setField */ .x)(policy, field, converted);
    }
    const noParent = root.get('noParent');
    if (noParent !== undefined) {
        if (typeof noParent !== 'boolean')
            return { path: 'noParent', expected: EXPECTED.boolean };
        policy.noParent = noParent;
    }
    const actions = reader.actions(root);
    if (actions !== undefined)
        policy.actions = actions;
    return reader.problem ?? { policy, unknownMembers: reader.unknownMembers };
}
/** JSON text of a policy as Kopia stores it: every section is there, empty ones as `{}`; fields that are not set are left out. */
function encodePolicy(policy) {
    return (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoJson */ .pl)(policyToJson(policy));
}
/** The same as a value, for pretty printing. */
function policyToJson(policy) {
    const root = {};
    for (const section of _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_SECTIONS */ .AN)
        sectionOf(root, section.split('.'));
    for (const field of _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_FIELDS */ .lA) {
        const value = (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .getField */ .VI)(policy, field);
        // The values have the types of the table, all of which can be printed.
        if ((0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isSet */ .vM)(value, field))
            sectionOf(root, field.section)[field.name] = value;
    }
    if (policy.actions !== undefined)
        root['actions'] = actionsToJson(policy.actions);
    if (policy.noParent === true)
        root['noParent'] = true;
    return root;
}
function sectionOf(root, path) {
    let at = root;
    for (const part of path) {
        at[part] ??= {};
        // Sections are only ever filled with objects.
        at = at[part];
    }
    return at;
}
function actionsToJson(actions) {
    const out = {};
    for (const name of ACTIONS) {
        const action = actions[name];
        if (action === undefined)
            continue;
        const members = {};
        for (const key of ['path', 'args', 'script', 'timeout', 'mode']) {
            const value = action[key];
            if (value !== undefined && (0,_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .isSet */ .vM)(value, { isPointer: false }))
                members[key] = value;
        }
        out[name] = members;
    }
    return out;
}
const ROOT_NAMES = ['actions', 'noParent', ...new Set(_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_SECTIONS */ .AN.map((section) => section.split('.')[0] ?? ''))];
class Reader {
    unknownMembers = [];
    problem;
    #sections = new Map();
    /** Members under their proper names; what is not in `names` is noted. */
    members(value, path, names) {
        const byFold = new Map(names.map((name) => [name.toLowerCase(), name]));
        const found = new Map();
        for (const [key, member] of Object.entries(value)) {
            const name = names.includes(key) ? key : byFold.get(key.toLowerCase());
            if (name === undefined)
                this.unknownMembers.push(path === '' ? key : `${path}.${key}`);
            else if (member !== null)
                found.set(name, member);
        }
        return found;
    }
    section(parent, path, name) {
        const key = path.join('.');
        if (this.#sections.has(key))
            return this.#sections.get(key);
        const value = parent.get(name);
        let section;
        if (value !== undefined && !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value))
            this.problem ??= { path: key, expected: 'an object' };
        else if (value !== undefined)
            section = this.members(value, key, namesIn(path));
        this.#sections.set(key, section);
        return section;
    }
    actions(root) {
        const section = this.section(root, ['actions'], 'actions');
        if (section === undefined || section.size === 0)
            return undefined;
        const actions = {};
        for (const name of ACTIONS) {
            const value = section.get(name);
            if (value === undefined)
                continue;
            const path = `actions.${name}`;
            if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(value)) {
                this.problem ??= { path, expected: 'an object' };
                continue;
            }
            const action = {};
            for (const [key, member] of this.members(value, path, Object.keys(ACTION_FIELDS))) {
                // `members` returns only names of the table.
                const type = ACTION_FIELDS[key];
                const converted = convert(member, type);
                if (converted === undefined)
                    this.problem ??= { path: `${path}.${key}`, expected: EXPECTED[type] };
                else
                    action[key] = converted;
            }
            // Every member was converted to the type of its field.
            actions[name] = action;
        }
        return actions;
    }
}
function namesIn(path) {
    const key = path.join('.');
    if (key === 'actions')
        return ACTIONS;
    const fields = _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_FIELDS */ .lA.filter((field) => field.section.join('.') === key).map((field) => field.name);
    const nested = _fields_js__WEBPACK_IMPORTED_MODULE_1__/* .POLICY_SECTIONS */ .AN.filter((section) => section.startsWith(`${key}.`)).map((section) => section.slice(key.length + 1));
    return [...fields, ...nested];
}
function convert(value, type) {
    switch (type) {
        case 'integer':
            return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
        case 'boolean':
            return typeof value === 'boolean' ? value : undefined;
        case 'text':
            return typeof value === 'string' ? (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .wellFormed */ .ES)(value) : undefined;
        case 'texts':
            return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value.map(_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .wellFormed */ .ES) : undefined;
        case 'times':
            return Array.isArray(value) ? convertTimes(value) : undefined;
    }
}
function convertTimes(list) {
    const times = [];
    for (const item of list) {
        if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(item))
            return undefined;
        const folded = new Map(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value]));
        const hour = folded.get('hour') ?? 0;
        const min = folded.get('min') ?? 0;
        if (!Number.isSafeInteger(hour) || !Number.isSafeInteger(min))
            return undefined;
        times.push({ hour: Number(hour), min: Number(min) });
    }
    return times;
}


/***/ }),

/***/ 95181:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P4: () => (/* binding */ formatTarget),
/* harmony export */   Qz: () => (/* binding */ relativeAt),
/* harmony export */   S3: () => (/* binding */ hasTrailingSeparator),
/* harmony export */   cA: () => (/* binding */ relativeBelow),
/* harmony export */   j2: () => (/* binding */ formatSource),
/* harmony export */   yl: () => (/* binding */ parentPath)
/* harmony export */ });
/** What a policy applies to (docs/repository-format.md, "Policy targets"). */
/** `(global)`, `@host`, `user@host` or `user@host:/path`. */
function formatTarget(target) {
    switch (target.kind) {
        case 'global':
            return '(global)';
        case 'host':
            return `@${target.host}`;
        case 'user':
            return `${target.userName}@${target.host}`;
        case 'path':
            return `${target.userName}@${target.host}:${target.path}`;
    }
}
/** `user@host:/path`. */
function formatSource(source) {
    return `${source.userName}@${source.host}:${source.path}`;
}
/** The path above, with `/` or `\` as separator; undefined for a root. */
function parentPath(path) {
    const volume = /^[A-Za-z]:(?=[/\\])/.exec(path)?.[0] ?? '';
    const rest = path.slice(volume.length).replace(/(?<=.)[/\\]$/, '');
    const last = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('\\'));
    if (last < 0 || rest.length <= 1)
        return undefined;
    return volume + (last === 0 ? rest.slice(0, 1) : rest.slice(0, last));
}
/** `child` relative to `parent` with `/` between its parts; undefined unless it is below. */
function relativeBelow(parent, child) {
    const isWindows = /^[A-Za-z]:[/\\]/.test(parent);
    const base = parent.replace(/[/\\]$/, '');
    const separator = child[base.length];
    // Elsewhere a backslash is a letter of a name.
    if (!child.startsWith(base) || !(separator === '/' || (isWindows && separator === '\\')))
        return undefined;
    const relative = child.slice(base.length + 1);
    if (relative === '')
        return undefined;
    return isWindows ? relative.replaceAll('\\', '/') : relative;
}
/** `path` relative to `root`, empty for the root itself; undefined when it is elsewhere. */
function relativeAt(root, path) {
    return root === path ? '' : relativeBelow(root, path);
}
/** Whether a stored path ends in a separator without being a root, which Kopia refuses. */
function hasTrailingSeparator(path) {
    return /[/\\]$/.test(path) && !/^(?:[A-Za-z]:)?[/\\]$/.test(path);
}


/***/ }),

/***/ 43155:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ throttling)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85416);
/* harmony import */ var _storage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30095);
/** A storage that is used no faster than the limits of its connection allow. */



/** What was not used in this time may be used at once. */
const BURST_MS = 1000;
/**
 * The same storage within `limits`. Bytes are counted when they are handed over: a blob goes at full speed, and what comes after it waits.
 *
 * A wait that `signal` ends fails with CAIRN_CANCELLED.
 */
function throttling(storage, limits, clock) {
    if (Object.values(limits).every((limit) => limit === 0))
        return storage;
    const [reads, writes, lists] = [limits.readsPerSecond, limits.writesPerSecond, limits.listsPerSecond].map((rate) => paced(rate, clock));
    const [uploads, downloads] = [limits.uploadBytesPerSecond, limits.downloadBytesPerSecond].map((rate) => paced(rate, clock));
    const reading = slots(limits.concurrentReads);
    const writing = slots(limits.concurrentWrites);
    return {
        displayName: storage.displayName,
        getBlob: (id, options) => reading(async () => {
            await reads?.(1, options?.signal);
            // The bytes of an earlier read are what this one waits for.
            await downloads?.(0, options?.signal);
            const bytes = await storage.getBlob(id, options);
            downloads?.spend(bytes.length);
            return bytes;
        }),
        statBlob: (id) => reading(async () => {
            await reads?.(1, undefined);
            return await storage.statBlob(id);
        }),
        putBlob: (id, parts, options) => writing(async () => {
            await writes?.(1, options?.signal);
            await uploads?.(0, options?.signal);
            uploads?.spend(parts.reduce((sum, { length }) => sum + length, 0));
            return await storage.putBlob(id, parts, options);
        }),
        deleteBlob: (id) => writing(async () => {
            await writes?.(1, undefined);
            await storage.deleteBlob(id);
        }),
        async *listBlobs(prefix, signal) {
            await lists?.(1, signal);
            yield* storage.listBlobs(prefix, signal);
        },
        ...(0,_storage_js__WEBPACK_IMPORTED_MODULE_1__/* .flushOf */ .e)(storage),
        close: () => storage.close(),
    };
}
/** Undefined without a limit. */
function paced(perSecond, clock) {
    if (perSecond === 0)
        return undefined;
    // When everything asked for so far is paid for, at this rate.
    let paidAtMs = Number.NEGATIVE_INFINITY;
    const spend = (amount) => {
        paidAtMs = Math.max(paidAtMs, clock.monotonicMs() - BURST_MS) + (amount / perSecond) * 1000;
    };
    const wait = async (amount, signal) => {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        spend(amount);
        const delayMs = paidAtMs - clock.monotonicMs();
        if (delayMs <= 0)
            return;
        try {
            await clock.sleep(delayMs, signal);
        }
        catch (reason) {
            throw signal?.aborted ? (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)() : reason;
        }
    };
    return Object.assign(wait, { spend });
}
function slots(count) {
    if (count === 0)
        return (work) => work();
    const semaphore = new _util_async_js__WEBPACK_IMPORTED_MODULE_2__/* .Semaphore */ .j(Math.max(1, Math.floor(count)));
    return (work) => semaphore.use(work);
}


/***/ }),

/***/ 46081:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ ContentManager),
  T: () => (/* binding */ readOnly)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/log.js
var lib_log = __webpack_require__(97309);
;// CONCATENATED MODULE: ./lib/repo/content/content-cache.js
/** Larger contents are seldom shared, and would push out many small ones. */
const MAX_CONTENT_BYTES = 256 * 1024;
const CACHE_BYTES = 32 * 1024 * 1024;
/** Keeps what was used last, bounded in bytes. Content IDs are hashes, so nothing in here can be out of date. */
class ContentCache {
    /** Least recently used first. */
    #contents = new Map();
    #bytes = 0;
    get(id) {
        const plain = this.#contents.get(id);
        if (plain === undefined)
            return undefined;
        this.#contents.delete(id);
        this.#contents.set(id, plain);
        return plain;
    }
    add(id, plain) {
        if (plain.length > MAX_CONTENT_BYTES || this.#contents.has(id))
            return;
        this.#contents.set(id, plain);
        this.#bytes += plain.length;
        for (const [oldest, other] of this.#contents) {
            if (this.#bytes <= CACHE_BYTES)
                break;
            this.#contents.delete(oldest);
            this.#bytes -= other.length;
        }
    }
}

// EXTERNAL MODULE: ./lib/repo/content/content-codec.js
var content_codec = __webpack_require__(29984);
// EXTERNAL MODULE: ./lib/repo/content/content-id.js
var content_id = __webpack_require__(60609);
// EXTERNAL MODULE: ./lib/util/bytes.js
var bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/repo/blob/read-up-to.js
var read_up_to = __webpack_require__(64028);
;// CONCATENATED MODULE: ./lib/repo/content/pack-reader.js
/** Ranges of packs, read ahead so that neighbouring contents cost one request (docs/repository-format.md, "Reading contents"). */



const MiB = 1024 * 1024;
/** Contents from this size on are worth a request of their own. */
const DIRECT_BYTES = 1 * MiB;
/** Reads of one pack before its neighbourhood is read as well: a single file of a snapshot shall not cost a whole segment. */
const READS_BEFORE_AHEAD = 2;
const pack_reader_CACHE_BYTES = 64 * MiB;
/** Reads from packs through a cache bounded in bytes; concurrent reads of one segment share a request. */
class PackReader {
    #storage;
    /** Least recently used first. */
    #segments = new Map();
    #reads = new Map();
    /** The segment used last. */
    #latest = '';
    #cachedBytes = 0;
    constructor(storage) {
        this.#storage = storage;
    }
    /**
     * `length` bytes of a pack from `offset` on; a view that the caller must not change. `isFresh` goes around the cache.
     *
     * Errors: CAIRN_BLOB_MISSING, CAIRN_BLOB_RANGE, storage kinds.
     */
    async read(packId, offset, length, isFresh = false) {
        try {
            if (isFresh) {
                this.forget(packId);
                return await this.#storage.getBlob(packId, { offset, length, isFresh: true });
            }
            if (packId.startsWith('q'))
                return await this.#readAhead(packId, offset, length);
            const reads = (this.#reads.get(packId) ?? 0) + 1;
            this.#reads.set(packId, reads);
            if (length >= DIRECT_BYTES || reads <= READS_BEFORE_AHEAD)
                return await this.#storage.getBlob(packId, { offset, length });
            return await this.#readAhead(packId, offset, length);
        }
        catch (error) {
            if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                throw packMissing(packId, this.#storage, error);
            throw error;
        }
    }
    /** The same bytes when they are in the cache already, without waiting. */
    peek(packId, offset, length) {
        const number = Math.floor(offset / read_up_to/* READ_AHEAD_BYTES */.p);
        const key = `${packId}@${number}`;
        const segment = this.#segments.get(key);
        const start = offset - number * read_up_to/* READ_AHEAD_BYTES */.p;
        if (segment?.loaded === undefined || start + length > segment.loaded.length)
            return undefined;
        this.#touch(key, segment);
        return segment.loaded.subarray(start, start + length);
    }
    /** Drops what is cached of a pack. */
    forget(packId) {
        for (const [key, segment] of this.#segments) {
            if (key.startsWith(`${packId}@`))
                this.#drop(key, segment);
        }
    }
    async #readAhead(packId, offset, length) {
        const first = Math.floor(offset / read_up_to/* READ_AHEAD_BYTES */.p);
        const last = Math.floor(Math.max(offset, offset + length - 1) / read_up_to/* READ_AHEAD_BYTES */.p);
        const parts = [];
        for (let number = first; number <= last; number++) {
            const bytes = await this.#segment(packId, number);
            const start = number * read_up_to/* READ_AHEAD_BYTES */.p;
            const end = Math.min(read_up_to/* READ_AHEAD_BYTES */.p, offset + length - start);
            if (end > bytes.length)
                throw packTooShort(packId, offset, length, start + bytes.length);
            parts.push(bytes.subarray(Math.max(0, offset - start), end));
        }
        return parts.length === 1 && parts[0] !== undefined ? parts[0] : (0,bytes/* concatBytes */.Id)(parts);
    }
    async #segment(packId, number) {
        const key = `${packId}@${number}`;
        const present = this.#segments.get(key);
        if (present !== undefined) {
            this.#touch(key, present);
            return present.bytes;
        }
        // The pack may end before the segment does: its length is not worth a request of its own.
        const bytes = (0,read_up_to/* readUpTo */.V)(this.#storage, packId, number * read_up_to/* READ_AHEAD_BYTES */.p, read_up_to/* READ_AHEAD_BYTES */.p);
        const segment = { bytes, length: read_up_to/* READ_AHEAD_BYTES */.p };
        this.#segments.set(key, segment);
        this.#latest = key;
        this.#cachedBytes += segment.length;
        for (const [oldest, other] of this.#segments) {
            if (this.#cachedBytes <= pack_reader_CACHE_BYTES || oldest === key)
                break;
            this.#drop(oldest, other);
        }
        try {
            const loaded = await segment.bytes;
            segment.loaded = loaded;
            if (this.#segments.get(key) === segment) {
                this.#cachedBytes += loaded.length - segment.length;
                segment.length = loaded.length;
            }
            return loaded;
        }
        catch (error) {
            if (this.#segments.get(key) === segment)
                this.#drop(key, segment);
            throw error;
        }
    }
    /** Moves a segment to the end of the line. */
    #touch(key, segment) {
        if (key === this.#latest)
            return;
        this.#latest = key;
        this.#segments.delete(key);
        this.#segments.set(key, segment);
    }
    #drop(key, segment) {
        this.#segments.delete(key);
        this.#cachedBytes -= segment.length;
    }
}
function packTooShort(packId, offset, length, packLength) {
    return new errors/* CairnError */.eb('CAIRN_BLOB_RANGE', `Bytes ${offset}..${offset + length} of ${packId} were asked for, but it has ${packLength}.`);
}
function packMissing(packId, storage, cause) {
    return new errors/* CairnError */.eb('CAIRN_BLOB_MISSING', `Pack ${packId} is not in ${storage.displayName}.`, {
        hint: 'Some snapshots cannot be read in full. Restore the blob from a copy of the storage, or take a new snapshot of the same files.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/repo/content/content-reader.js
/** Reads contents out of their packs and checks that they are what was written (docs/repository-format.md, "Contents"). */



/** No splitter cuts longer pieces than half of this; only manifests may be longer. A few crafted contents would otherwise fill the memory. */
const content_reader_MAX_CONTENT_BYTES = 32 * 1024 * 1024;
/** Error correction can more than double what is stored. */
const MAX_ECC_GROWTH = 3;
class ContentReader {
    #format;
    #codec;
    #writer;
    #packs;
    constructor({ storage, format, codec, writer }) {
        this.#format = format;
        this.#codec = codec;
        this.#writer = writer;
        this.#packs = new PackReader(storage);
    }
    /** The plain bytes of a content. Errors: CAIRN_CONTENT_DAMAGED, CAIRN_BLOB_MISSING, CAIRN_FORMAT_UNSUPPORTED, storage kinds. */
    async read(entry) {
        const hash = this.hashOf(entry);
        return await this.readSound(entry, (sealed) => this.#codec.open(sealed, hash, entry.originalLength, entry.compressionId));
    }
    /** What `open` makes of a content as it lies in its pack; the bytes may belong to a cache. Errors: those of `read`. */
    async readSound(entry, open) {
        const { packBlobId, packOffset, packedLength } = entry;
        const held = this.#writer.readUnconfirmed(packBlobId, packOffset, packedLength);
        if (held !== undefined)
            return open(held);
        try {
            return open(await this.#packs.read(packBlobId, packOffset, packedLength));
        }
        catch (error) {
            if (!isDamage(error))
                throw error;
        }
        // Once more from the storage itself: what was damaged may have been the way here.
        try {
            return open(await this.#packs.read(packBlobId, packOffset, packedLength, true));
        }
        catch (error) {
            throw isDamage(error) ? contentDamaged(entry, error) : error;
        }
    }
    /** A content as it lies in its pack, unchecked; whole memory may be given away. Errors: those of `read`. */
    async readSealed(entry) {
        const { packBlobId, packOffset, packedLength, originalLength, compressionId } = entry;
        const hash = this.hashOf(entry);
        const held = this.#writer.readUnconfirmed(packBlobId, packOffset, packedLength);
        const sealed = held?.slice() ?? (await this.#packs.read(packBlobId, packOffset, packedLength));
        return { sealed, hash, originalLength, compressionId };
    }
    /** The same when it is in memory already, without waiting. */
    peekSealed(entry) {
        const { packBlobId, packOffset, packedLength, originalLength, compressionId } = entry;
        const sealed = this.#packs.peek(packBlobId, packOffset, packedLength);
        return sealed === undefined ? undefined : { sealed, hash: this.hashOf(entry), originalLength, compressionId };
    }
    /** The hash in the ID of a content that can be read at all. Errors: CAIRN_FORMAT_UNSUPPORTED, CAIRN_CONTENT_DAMAGED for impossible lengths. */
    hashOf(entry) {
        if (entry.encryptionKeyId !== 0) {
            throw new errors/* CairnError */.eb('CAIRN_FORMAT_UNSUPPORTED', `Content ${entry.id} is encrypted with another key (${entry.encryptionKeyId}).`);
        }
        const key = (0,content_id/* keyOfContentId */.xD)(entry.id);
        if (key === undefined)
            throw new errors/* CairnError */.eb('CAIRN_INTERNAL', `${JSON.stringify(entry.id)} is no content ID.`);
        const maxPackedBytes = this.#format.ecc === '' ? content_reader_MAX_CONTENT_BYTES : MAX_ECC_GROWTH * content_reader_MAX_CONTENT_BYTES;
        if ((entry.originalLength > content_reader_MAX_CONTENT_BYTES || entry.packedLength > maxPackedBytes) && key[0] !== (0,content_id/* prefixByteOf */.kC)('m')) {
            throw contentDamaged(entry, new Error(`it claims ${entry.originalLength} bytes, more than any object is cut into`));
        }
        return key.subarray(1);
    }
}
function isDamage(error) {
    return (0,errors/* isCairnError */.qN)(error, 'CAIRN_CONTENT_DAMAGED') || (0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_RANGE');
}
function contentDamaged(entry, cause) {
    const text = `Content ${entry.id} in pack ${entry.packBlobId} (${entry.packedLength} bytes from ${entry.packOffset}) is damaged.`;
    return new errors/* CairnError */.eb('CAIRN_CONTENT_DAMAGED', text, {
        hint: 'What needs it cannot be read in full. Restore the blob from a copy of the storage, or take a new snapshot of the same files.',
        cause,
    });
}

;// CONCATENATED MODULE: ./lib/repo/content/claims.js
class Claims {
    /** Oldest first, with the number of the claim. */
    #claims = new Map();
    #count = 0;
    #waiters = [];
    has(id) {
        return this.#claims.has(id);
    }
    add(id) {
        this.#claims.set(id, ++this.#count);
    }
    /** The content was delivered. */
    settle(id) {
        this.#claims.delete(id);
        this.#wake();
    }
    /** Nothing will be delivered any more. */
    clear() {
        this.#claims.clear();
        this.#wake();
    }
    /** Resolves when everything claimed so far was delivered. */
    async settled() {
        if (this.#claims.size === 0)
            return;
        await new Promise((resolve) => this.#waiters.push({ until: this.#count, resolve }));
    }
    #wake() {
        if (this.#waiters.length === 0)
            return;
        const [oldest] = this.#claims.values();
        for (let i = this.#waiters.length - 1; i >= 0; i--) {
            const waiter = this.#waiters[i];
            if (waiter === undefined || (oldest !== undefined && oldest <= waiter.until))
                continue;
            this.#waiters.splice(i, 1);
            waiter.resolve();
        }
    }
}

// EXTERNAL MODULE: ./lib/repo/content/index/encode-entries.js + 1 modules
var encode_entries = __webpack_require__(38683);
// EXTERNAL MODULE: ./lib/repo/content/pack-group.js
var pack_group = __webpack_require__(68015);
// EXTERNAL MODULE: ./lib/repo/content/pack-layout.js
var pack_layout = __webpack_require__(72472);
// EXTERNAL MODULE: ./lib/repo/content/index/codec.js + 4 modules
var index_codec = __webpack_require__(99709);
// EXTERNAL MODULE: ./lib/repo/content/index/content-index.js + 3 modules
var content_index = __webpack_require__(45188);
;// CONCATENATED MODULE: ./lib/repo/content/pack-writer.js
/** One open pack: sealed contents one after the other, in memory until the pack is uploaded (docs/repository-format.md, "Packs"). */




/** Contents in smaller memory are copied together: a pack of them may hold half a million, and an array for each would take more memory than the pack. */
const GATHERED_BYTES = 64 * 1024;
const CHUNK_BYTES = 1024 * 1024;
/** Collects contents of one kind; after `finish` it only serves `read` until its upload is over. */
class PackWriter {
    id;
    #options;
    #parts = [];
    /** Offset in the pack of each part. */
    #starts = [];
    #chunks = [];
    /** Memory for small contents, the last of the chunks; what is used of it is the last part when `#isGathering`. */
    #chunk = new Uint8Array(0);
    #chunkUsed = 0;
    #isGathering = false;
    #entries;
    #pack;
    #size = 0;
    constructor(options) {
        this.#options = options;
        this.id = `${options.kind}${(0,bytes/* toHex */.nj)(options.codec.random(16))}-${options.sessionId}`;
        this.#entries = new content_index/* ContentIndex */.g(options.codec.hasher.sizeBytes);
        this.#pack = this.#entries.packNumber(this.id);
        if (options.replica !== undefined)
            this.#push(options.replica);
        this.#push(options.codec.random(pack_layout/* PREAMBLE_BYTES */.PF));
    }
    /** Bytes so far. */
    get size() {
        return this.#size;
    }
    get contentCount() {
        return this.#entries.count;
    }
    /** Adds a sealed content and returns its offset; what lies in large memory is not copied, and must not change until the pack is uploaded. */
    append(content, sealed) {
        const offset = this.#size;
        this.#push(sealed);
        const row = {
            source: keyBytes(content),
            keyOffset: 0,
            pack: this.#pack,
            packOffset: offset,
            packedLength: sealed.length,
            originalLength: content.originalLength,
            timestampSeconds: content.timestampSeconds,
            isDeleted: false,
            compressionId: content.compressionId,
            formatVersion: this.#options.formatVersion,
            encryptionKeyId: 0,
        };
        this.#entries.insert(row);
        return offset;
    }
    /** Bytes of a content in this pack, so that it can be read before the pack is uploaded; undefined when they are not all there. */
    read(offset, length) {
        let low = 0;
        let high = this.#starts.length;
        while (high - low > 1) {
            const middle = (low + high) >>> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        const start = offset - (this.#starts[low] ?? 0);
        const part = this.#parts[low];
        // A content is never spread over two parts.
        return part === undefined || start + length > part.length ? undefined : part.subarray(start, start + length);
    }
    /** Appends padding, local index and postamble; the parts are the whole blob in order. */
    finish() {
        const { codec, indexVersion } = this.#options;
        const index = (0,index_codec/* encodeIndexRows */.w)(indexVersion, this.#entries.rows());
        const plain = new Uint8Array(index.length + pack_layout/* INDEX_SUFFIX_BYTES */.Pf);
        plain.set(index);
        plain.set(codec.random(pack_layout/* INDEX_SUFFIX_BYTES */.Pf), index.length);
        // Unlike a content's, this iv is the whole hash (docs/repository-format.md, "Content encryption").
        const indexIv = codec.hasher.hash(plain);
        const sealed = codec.encryptor.seal(plain, indexIv, codec.random);
        this.#push(codec.random((0,pack_layout/* paddingBytes */.hi)(this.#size)));
        const indexOffset = this.#size;
        this.#push(sealed);
        this.#push((0,pack_layout/* encodePostamble */.cl)({ indexIv, indexOffset, indexLength: sealed.length }));
        return this.#parts;
    }
    /** Gives the memory of the contents back; call when the pack is stored and nobody reads from it any more. */
    release() {
        for (const part of this.#parts)
            if (part.length >= GATHERED_BYTES)
                (0,bytes/* release */._r)(part);
        for (const chunk of this.#chunks)
            (0,bytes/* release */._r)(chunk);
        this.#parts.length = 0;
        this.#starts.length = 0;
    }
    #push(part) {
        if (this.#continues(part))
            this.#parts[this.#parts.length - 1] = joined(this.#parts.at(-1) ?? part, part);
        else if (part.buffer.byteLength < GATHERED_BYTES)
            this.#gather(part);
        else {
            this.#isGathering = false;
            this.#starts.push(this.#size);
            this.#parts.push(part);
        }
        this.#size += part.length;
    }
    /** Whether `part` lies right behind the last one: contents that were sealed together come in one piece of memory. */
    #continues(part) {
        const last = this.#isGathering ? undefined : this.#parts.at(-1);
        return last !== undefined && last.buffer === part.buffer && last.byteOffset + last.byteLength === part.byteOffset;
    }
    #gather(part) {
        if (this.#chunkUsed + part.length > this.#chunk.length) {
            this.#chunk = new Uint8Array(CHUNK_BYTES);
            this.#chunks.push(this.#chunk);
            this.#chunkUsed = 0;
            this.#isGathering = false;
        }
        const from = this.#isGathering ? this.#chunkUsed - (this.#parts.at(-1)?.length ?? 0) : this.#chunkUsed;
        this.#chunk.set(part, this.#chunkUsed);
        this.#chunkUsed += part.length;
        const gathered = this.#chunk.subarray(from, this.#chunkUsed);
        if (this.#isGathering)
            this.#parts[this.#parts.length - 1] = gathered;
        else {
            this.#isGathering = true;
            this.#starts.push(this.#size);
            this.#parts.push(gathered);
        }
    }
}
/** Two arrays that lie one behind the other, as one. */
function joined(first, second) {
    return new Uint8Array(first.buffer, first.byteOffset, first.byteLength + second.byteLength);
}
function keyBytes(content) {
    const key = new Uint8Array(content.hash.length + 1);
    key[0] = content.prefixByte;
    key.set(content.hash, 1);
    return key;
}

// EXTERNAL MODULE: ./lib/repo/content/session.js
var content_session = __webpack_require__(80270);
;// CONCATENATED MODULE: ./lib/repo/content/content-writer.js
/**
 * Writing contents: which are new, the open packs, their uploads, and the flush that commits them
 * (docs/repository-format.md, "Order of writing").
 *
 * session marker -> packs -> all of them confirmed -> index blobs (the commit) -> marker deleted
 *
 * The first failure of an upload or commit stops the writer for good: everything later fails with the same error, and nothing is published
 * whose pack is not confirmed. What was committed before stays.
 */







/** Packs that are being uploaded or wait for it, where the storage says nothing else; more work is not started beyond. */
const PACKS_IN_FLIGHT = 3;
/** An automatic flush after this many entries, and after this time. */
const FLUSH_ENTRIES = 200_000;
const FLUSH_INTERVAL_MS = 10 * 60_000;
class ContentWriter {
    totals = {
        hashedBytes: 0,
        hashedContents: 0,
        newContents: 0,
        newBytes: 0,
        storedBytes: 0,
        uploadedBytes: 0,
        uploadedBlobs: 0,
    };
    /** Called when packs have left and more work may be started. */
    onRoom = () => { };
    /** Called once, with the error that stopped the writer. */
    onFailure = () => { };
    #options;
    #replica;
    #abort = new AbortController();
    /** Packs whose upload is not confirmed. */
    #unconfirmed = new Map();
    #claims = new Claims();
    #roomWaiters = [];
    #session;
    #packsInFlight = 0;
    #failure;
    /** Markers of sessions that are committed, on their way out. */
    #removals = new Set();
    #flushing = Promise.resolve();
    #isFlushQueued = false;
    #lastFlushMs;
    constructor(options) {
        this.#options = options;
        this.#lastFlushMs = options.clock.monotonicMs();
        const { content, formatBlobBytes } = options.format;
        this.#replica = content.enablePasswordChange ? undefined : (0,pack_layout/* encodeFormatReplica */._G)(formatBlobBytes);
    }
    /** Throws the error that stopped the writer. */
    throwIfFailed() {
        if (this.#failure !== undefined)
            throw this.#failure.error;
    }
    claim(id, prefixByte, hash, plainLength) {
        this.totals.hashedBytes += plainLength;
        this.totals.hashedContents++;
        if (this.#claims.has(id) || this.#options.index.findLive(prefixByte, hash))
            return false;
        this.#claims.add(id);
        return true;
    }
    deliver(content, originalLength, sealed, compressionId) {
        if (this.#failure !== undefined)
            return;
        const { index, clock, format } = this.#options;
        const { id, prefixByte, hash } = content;
        const session = this.#currentSession();
        const group = (0,pack_group/* packGroupOf */.mb)(prefixByte !== 0, sealed.length);
        const pack = this.#openPack(session, group);
        const timestampSeconds = index.nextTimestamp(prefixByte, hash, Math.floor(clock.nowMs() / 1000));
        const packOffset = pack.append({ prefixByte, hash, originalLength, compressionId, timestampSeconds }, sealed);
        index.add({
            id,
            packBlobId: pack.id,
            packOffset,
            packedLength: sealed.length,
            originalLength,
            timestampSeconds,
            isDeleted: false,
            compressionId,
            formatVersion: format.content.version,
            encryptionKeyId: 0,
        });
        this.totals.newContents++;
        this.totals.newBytes += originalLength;
        this.totals.storedBytes += sealed.length;
        this.#claims.settle(id);
        if (pack.size >= format.content.maxPackSizeBytes)
            this.#closePack(session, group, pack);
        this.#flushWhenDue();
    }
    /** Marks a content deleted in the next index blob; absent and deleted contents are left alone. For maintenance only. */
    markDeleted(id) {
        this.throwIfFailed();
        const { index, clock } = this.#options;
        const entry = index.get(id);
        if (entry === undefined || entry.isDeleted)
            return;
        const timestampSeconds = Math.max(Math.floor(clock.nowMs() / 1000), entry.timestampSeconds + 1);
        index.add({ ...entry, isDeleted: true, timestampSeconds });
    }
    hasRoom() {
        return this.#packsInFlight < (this.#options.storage.parallelPuts ?? PACKS_IN_FLIGHT);
    }
    /** Resolves when `hasRoom`, or when the writer was stopped. */
    async room() {
        while (!this.hasRoom() && this.#failure === undefined)
            await new Promise((resolve) => this.#roomWaiters.push(resolve));
    }
    /** Sealed bytes of a content whose pack is not stored yet. */
    readUnconfirmed(packId, offset, length) {
        return this.#unconfirmed.get(packId)?.read(offset, length);
    }
    /** Commits everything that was written before the call. Calls wait for each other; writing may go on meanwhile. */
    async flush(signal) {
        const turn = this.#flushing.then(() => this.#flushNow(signal));
        this.#flushing = turn.catch(() => undefined);
        await turn;
    }
    /** Stops the writer with an error; uploads under way are aborted. */
    fail(error) {
        if (this.#failure !== undefined)
            return;
        this.#failure = { error };
        this.#abort.abort();
        this.#claims.clear();
        for (const resolve of this.#roomWaiters.splice(0))
            resolve();
        this.onFailure(error);
    }
    /** Waits until nothing is under way any more; call after `fail`. */
    async settled() {
        await Promise.allSettled([this.#flushing, ...(this.#session?.uploads ?? []), this.#session?.marker]);
        await Promise.all(this.#removals);
    }
    async #flushNow(signal) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        this.throwIfFailed();
        const onAbort = () => this.fail((0,errors/* cancelled */.KW)());
        signal?.addEventListener('abort', onAbort, { once: true });
        try {
            await this.#claims.settled();
            this.throwIfFailed();
            await this.#commit();
        }
        catch (error) {
            this.fail(error);
            this.throwIfFailed();
        }
        finally {
            signal?.removeEventListener('abort', onAbort);
        }
    }
    async #commit() {
        const { index, indexBlobs, format, clock } = this.#options;
        this.#lastFlushMs = clock.monotonicMs();
        if (this.#session === undefined && index.pendingCount === 0)
            return;
        // Writing goes on into the next session, with its own marker and packs.
        const session = this.#currentSession();
        this.#session = undefined;
        for (const [group, pack] of session.open)
            this.#closePack(session, group, pack);
        await Promise.all(session.uploads);
        const markerId = await session.marker;
        const pending = index.takePending((packId) => !this.#unconfirmed.has(packId));
        const shards = (0,encode_entries/* encodeIndexShards */.o)(format.content.indexVersion, pending.rows);
        try {
            for (const { id, length } of await indexBlobs.writeIndexBlobs(shards, session.id, this.#abort.signal)) {
                index.loadedBlobs.add(id);
                this.#countUpload(length);
            }
        }
        catch (error) {
            pending.putBack();
            throw error;
        }
        this.#removeMarker(markerId);
    }
    /** Everything is committed: nobody waits for it, and a marker left behind only delays the clean-up of its session's packs. */
    #removeMarker(id) {
        const { storage, log } = this.#options;
        const removal = storage
            .deleteBlob(id)
            .catch((error) => log.warning(`The session marker ${id} could not be removed: ${(0,errors/* messageOf */.bD)(error)}`))
            .finally(() => this.#removals.delete(removal));
        this.#removals.add(removal);
    }
    #currentSession() {
        if (this.#session !== undefined)
            return this.#session;
        const { clock, codec } = this.#options;
        const id = (0,content_session/* newSessionId */.OZ)(clock.nowNs(), codec.random);
        const session = { id, marker: this.#putMarker(id), open: new Map(), uploads: [] };
        // Whoever uses the session awaits it; until then a failure must not count as unhandled.
        session.marker.catch((error) => this.fail(error));
        this.#session = session;
        return session;
    }
    async #putMarker(id) {
        const { clock, codec, identity, storage } = this.#options;
        const nowNs = clock.nowNs();
        const marker = (0,content_session/* sealSessionMarker */.qt)(codec, { id, startNs: nowNs, checkpointNs: nowNs, userName: identity.userName, host: identity.host });
        await storage.putBlob(marker.id, [marker.bytes], { needsTime: false, signal: this.#abort.signal });
        this.#countUpload(marker.bytes.length);
        return marker.id;
    }
    #openPack(session, group) {
        let pack = session.open.get(group);
        if (pack === undefined) {
            const { codec, format } = this.#options;
            const { indexVersion, version } = format.content;
            const kind = group === 'metadata' ? 'q' : 'p';
            pack = new PackWriter({ kind, sessionId: session.id, codec, indexVersion, formatVersion: version, replica: this.#replica });
            session.open.set(group, pack);
            this.#unconfirmed.set(pack.id, pack);
        }
        return pack;
    }
    #closePack(session, group, pack) {
        session.open.delete(group);
        this.#packsInFlight++;
        const upload = this.#upload(session, pack);
        upload.catch((error) => this.fail(error));
        session.uploads.push(upload);
    }
    async #upload(session, pack) {
        const parts = pack.finish();
        await session.marker;
        const { length } = await this.#options.storage.putBlob(pack.id, parts, { needsTime: false, signal: this.#abort.signal });
        this.#unconfirmed.delete(pack.id);
        pack.release();
        this.#countUpload(length);
        this.#packsInFlight--;
        if (!this.hasRoom())
            return;
        for (const resolve of this.#roomWaiters.splice(0))
            resolve();
        this.onRoom();
    }
    #countUpload(length) {
        this.totals.uploadedBytes += length;
        this.totals.uploadedBlobs++;
    }
    #flushWhenDue() {
        if (this.#isFlushQueued)
            return;
        const { index, clock } = this.#options;
        if (index.pendingCount < FLUSH_ENTRIES && clock.monotonicMs() - this.#lastFlushMs < FLUSH_INTERVAL_MS)
            return;
        this.#isFlushQueued = true;
        // A failure stops the writer, so the next write or flush reports it.
        void this.flush()
            .catch(() => undefined)
            .finally(() => {
            this.#isFlushQueued = false;
        });
    }
}

// EXTERNAL MODULE: ./lib/repo/content/index/load.js
var load = __webpack_require__(33397);
// EXTERNAL MODULE: ./lib/repo/content/epoch-manager.js
var epoch_manager = __webpack_require__(97689);
// EXTERNAL MODULE: ./lib/repo/content/index/legacy-manager.js
var legacy_manager = __webpack_require__(21784);
;// CONCATENATED MODULE: ./lib/repo/content/index/open-manager.js
/** Chooses how a repository manages its index blobs. */


/** The manager that the epoch parameters of the format ask for; the format version does not matter. */
function openIndexManager(options) {
    return options.parameters.enabled ? new epoch_manager/* EpochManager */.dc(options) : new legacy_manager/* LegacyIndexManager */.h2(options.storage, options.keys);
}

// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
// EXTERNAL MODULE: ./lib/repo/api.js
var api = __webpack_require__(91576);
// EXTERNAL MODULE: ./lib/repo/content/pool/extract-engine.js
var extract_engine = __webpack_require__(25867);
// EXTERNAL MODULE: ./lib/repo/content/pool/lane.js
var lane = __webpack_require__(91791);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./lib/repo/content/pool/seats.js
/** The lanes of a pool, and how busy each is: the calling thread for a little work, worker threads from when they are worth starting. */

const MAX_LANES = 8;
/** Jobs that a lane has at a time, so that it never waits for the main thread. */
const JOBS_PER_LANE = 2;
class Seats {
    #options;
    #kinds;
    #seats = [];
    #retired = [];
    #hasWorkers = false;
    constructor(options, kinds) {
        this.#options = options;
        this.#kinds = kinds;
    }
    /** Number of lanes, started or not. */
    get laneCount() {
        const { workers, workerUrl } = this.#options;
        if (workerUrl === undefined || workers === 0)
            return 1;
        return Math.max(1, Math.min(MAX_LANES, workers ?? (0,external_node_os_.availableParallelism)()));
    }
    /** Whether there could be worker threads and are none yet. */
    get mayStartWorkers() {
        const { workers, workerUrl } = this.#options;
        return !this.#hasWorkers && workerUrl !== undefined && workers !== 0;
    }
    /** Those that get new work. */
    get all() {
        return this.#seats;
    }
    /** Starts the worker threads, where there may be any. What the calling thread has begun it finishes, but it gets nothing new. */
    startWorkers() {
        const { workerUrl } = this.#options;
        if (workerUrl === undefined || !this.mayStartWorkers)
            return;
        this.#hasWorkers = true;
        this.#retired = this.#seats;
        this.#seats = Array.from({ length: this.laneCount }, () => seatOf(this.#kinds.worker(workerUrl)));
    }
    /** The seat with the fewest jobs; in the calling thread while there are no others. */
    freest() {
        if (this.#seats.length === 0)
            this.#seats = [seatOf(this.#kinds.inline())];
        return this.#seats.reduce((best, seat) => (seat.load < best.load ? seat : best));
    }
    /** Ends all lanes. */
    async close() {
        const seats = [...this.#seats, ...this.#retired];
        this.#seats = [];
        this.#retired = [];
        await Promise.all(seats.map(({ lane }) => lane.close()));
    }
}
/** Keeps the process alive while the seat has work; to be called after each change of it. */
function updateBusy({ lane, load, cuts }) {
    lane.setBusy(load + cuts > 0);
}
function seatOf(lane) {
    return { lane, load: 0, cuts: 0 };
}

;// CONCATENATED MODULE: ./lib/repo/content/pool/extract-pool.js
/** Spreads the writing of restored files over lanes: small ones in batches, large ones piece by piece. */







/** Files and bytes that are written without starting threads. */
const MAX_INLINE_FILES = 96;
const MAX_INLINE_BYTES = 4 * 1024 * 1024;
/** Sealed bytes of large files that are in memory. */
const BUDGET_BYTES = 32 * 1024 * 1024;
/** Memory of batches that is kept for the next ones. */
const MAX_SPARES = 4;
/** A promise settles only when no lane touches its files any more: the caller closes directories then, and their numbers are used again. */
class ExtractPool {
    #seats;
    #budget = new util_async/* Semaphore */.j(BUDGET_BYTES);
    #queue = [];
    #sent = new Map();
    #spares = [];
    #nextJob = 1;
    #files = 0;
    #bytes = 0;
    #failure;
    constructor(options) {
        const { codec, settings } = options;
        this.#seats = new Seats(options, {
            inline: () => this.#inlineLane(codec),
            worker: (url) => (0,lane/* workerLane */.p8)(url, settings, {
                onReply: (reply) => this.#take(reply),
                onCrash: (error) => void this.#fail(error),
            }),
        });
    }
    /** Writes files of one content each. Rejects only when a lane ended, or with CAIRN_INTERNAL when the pool is closed. */
    async writeFiles(batch, rules) {
        const request = this.#batchRequest(batch, rules);
        this.#files += batch.length;
        this.#bytes += request.sealed.length;
        const { losses, failures } = await this.#run(request, transferOf(request.sealed));
        return { losses, failures: failures.map((failure) => ({ ...failure, error: errorOf(failure) })) };
    }
    /**
     * Writes one content of a larger file at its place; `read` is called when there is room for `bytes`.
     * Rejects with errors of the system, CAIRN_CONTENT_DAMAGED, and those of `read`.
     */
    async writePiece(bytes, read, place) {
        const { failures } = await this.#budget.use(async () => {
            const content = await read();
            const sealed = ownMemory(content.sealed);
            this.#bytes += sealed.length;
            return await this.#run({ kind: 'extract-piece', content: { ...content, sealed }, ...place }, transferOf(sealed));
        }, Math.min(bytes, BUDGET_BYTES));
        if (failures[0] !== undefined)
            throw errorOf(failures[0]);
    }
    /** Ends the lanes, and rejects what waits when none of them works any more. */
    async close() {
        await this.#fail(new errors/* CairnError */.eb('CAIRN_INTERNAL', 'The repository was closed while files were being restored.'));
    }
    async #run(request, transfer) {
        return await new Promise((resolve, reject) => {
            if (this.#failure !== undefined)
                return reject(this.#failure.error);
            this.#queue.push({ request, transfer, resolve, reject });
            this.#pump();
        });
    }
    #pump() {
        while (this.#failure === undefined && this.#queue.length > 0) {
            const seat = this.#freestSeat();
            const job = seat.load < JOBS_PER_LANE ? this.#queue.shift() : undefined;
            if (job === undefined)
                return;
            const number = this.#nextJob++;
            this.#sent.set(number, { ...job, seat });
            seat.load++;
            updateBusy(seat);
            seat.lane.send({ ...job.request, job: number }, job.transfer);
        }
    }
    #freestSeat() {
        const isWorthThreads = this.#files > MAX_INLINE_FILES || this.#bytes > MAX_INLINE_BYTES;
        if (isWorthThreads)
            this.#seats.startWorkers();
        return this.#seats.freest();
    }
    #inlineLane(codec) {
        const engine = new extract_engine/* ExtractEngine */.q(codec);
        return {
            // Begun and answered in one turn, so nothing is under way when it is closed.
            send: (request) => void setImmediate(() => (this.#failure === undefined ? this.#take(engine.handle(request)) : undefined)),
            setBusy: () => { },
            close: async () => { },
        };
    }
    #batchRequest(batch, rules) {
        const total = batch.reduce((sum, { content }) => sum + content.sealed.length, 0);
        const hashBytes = batch[0]?.content.hash.length ?? 0;
        const sealed = this.#memory(total);
        const ends = new Uint32Array(batch.length);
        const hashes = new Uint8Array(batch.length * hashBytes);
        const originalLengths = new Uint32Array(batch.length);
        const compressionIds = new Uint32Array(batch.length);
        let end = 0;
        for (const [index, { content }] of batch.entries()) {
            sealed.set(content.sealed, end);
            end += content.sealed.length;
            ends[index] = end;
            hashes.set(content.hash, index * hashBytes);
            originalLengths[index] = content.originalLength;
            compressionIds[index] = content.compressionId;
        }
        const targets = batch.map(({ target }) => target);
        return { kind: 'extract', sealed, ends, hashes, originalLengths, compressionIds, targets, rules };
    }
    /** An array of its own for `length` bytes, in memory of an earlier batch when that is large enough. */
    #memory(length) {
        const at = this.#spares.findIndex((spare) => spare.byteLength >= length);
        const [spare] = at < 0 ? [] : this.#spares.splice(at, 1);
        return new Uint8Array(spare ?? new ArrayBuffer(Math.max(length, api/* BATCH_LIMITS */.k.bytes)), 0, length);
    }
    #take(reply) {
        const job = this.#sent.get(reply.job);
        if (job === undefined)
            return;
        this.#sent.delete(reply.job);
        const { seat } = job;
        seat.load--;
        updateBusy(seat);
        const { spare } = reply;
        if (spare !== undefined && this.#spares.length < MAX_SPARES)
            this.#spares.push(spare);
        else if (spare !== undefined)
            (0,bytes/* release */._r)(new Uint8Array(spare));
        job.resolve(reply);
        this.#pump();
    }
    async #fail(error) {
        if (this.#failure !== undefined)
            return;
        this.#failure = { error };
        await this.#seats.close();
        for (const job of [...this.#sent.values(), ...this.#queue.splice(0)])
            job.reject(error);
        this.#sent.clear();
    }
}
function errorOf({ isContent, errno, text }) {
    if (isContent)
        return new errors/* CairnError */.eb('CAIRN_CONTENT_DAMAGED', text);
    return errno === undefined ? new errors/* CairnError */.eb('CAIRN_INTERNAL', text) : Object.assign(new Error(text), { code: errno });
}
/** Bytes whose memory can be handed over. */
function ownMemory(bytes) {
    return bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}
function transferOf({ buffer }) {
    return buffer instanceof ArrayBuffer ? [buffer] : [];
}

;// CONCATENATED MODULE: ./lib/repo/content/pool/jobs.js
/** Jobs as the pool keeps them: what was asked, and who waits for it. */

/** A promise that is settled at most once, and early when its signal is aborted. */
class Waiter {
    promise;
    #resolve; // set by the executor, which runs at once
    #reject; // as above
    #isSettled = false;
    #forget;
    constructor(cancels, signal) {
        this.promise = new Promise((resolve, reject) => {
            this.#resolve = resolve;
            this.#reject = reject;
        });
        if (signal?.aborted)
            this.reject((0,errors/* cancelled */.KW)());
        else if (signal !== undefined)
            this.#forget = cancels.add(signal, () => this.reject((0,errors/* cancelled */.KW)()));
    }
    /** True as well when it was cancelled: then nobody waits for the work any more. */
    get isSettled() {
        return this.#isSettled;
    }
    resolve(value) {
        if (this.#settle())
            this.#resolve(value);
    }
    reject(error) {
        if (this.#settle())
            this.#reject(error);
    }
    #settle() {
        if (this.#isSettled)
            return false;
        this.#isSettled = true;
        this.#forget?.();
        return true;
    }
}
/** Small files that go into one batch together and are answered together: a promise for each would cost more than hashing it. */
class FileGroup {
    files;
    /** Expected bytes of all. */
    bytes;
    waiter;
    #outcomes;
    #openCount;
    constructor(files, waiter) {
        this.files = files;
        this.bytes = files.reduce((sum, { size }) => sum + size, 0);
        this.waiter = waiter;
        this.#outcomes = files.map(() => undefined);
        this.#openCount = files.length;
    }
    /** Each file is settled once; the last one answers the group. */
    settle(index, outcome) {
        this.#outcomes[index] = outcome;
        if (--this.#openCount === 0)
            this.waiter.resolve(this.#outcomes);
    }
}
/** The error of a file that could not be read. */
function fileError(path, failure) {
    const name = typeof path === 'string' ? path : Buffer.from(path).toString('utf8');
    switch (failure.reason) {
        case 'vanished':
            return new errors/* CairnError */.eb('CAIRN_FILE_VANISHED', `${name} was removed while the snapshot was being taken.`);
        case 'changed':
        case 'too-long':
            return new errors/* CairnError */.eb('CAIRN_FILE_CHANGED', `${name} was replaced while the snapshot was being taken: ${failure.text}.`);
        case 'unreadable':
            return new errors/* CairnError */.eb('CAIRN_FILE_UNREADABLE', `${name} could not be read: ${failure.text}.`, {
                hint: 'Check its permissions, leave it out with an ignore rule, or allow file errors in the policy.',
            });
    }
}

;// CONCATENATED MODULE: ./lib/repo/content/pool/batch.js
/** The items of one job, from what is sent to a lane to what is done with its answers. */

/** One piece as a batch. */
function pieceBatch({ waiter }) {
    return {
        length: 1,
        isOpenAt: () => !waiter.isSettled,
        store: (_, part) => waiter.resolve(part),
        // A piece is in memory already: reading it cannot fail.
        fail: () => { },
        reject: (error) => waiter.reject(error),
    };
}
/** The files of some groups as a batch, with their paths, and device and inode of each. */
function fileBatch(groups) {
    const items = groups.flatMap((group) => group.files.map((file, at) => ({ group, at, file })));
    const identities = new BigUint64Array(2 * items.length);
    const paths = items.map(({ file }, index) => {
        identities[2 * index] = file.device;
        identities[2 * index + 1] = file.inode;
        return file.path;
    });
    const settle = (index, outcome) => {
        const item = items[index];
        item?.group.settle(item.at, outcome);
    };
    const batch = {
        length: items.length,
        isOpenAt: (index) => items[index]?.group.waiter.isSettled === false,
        store: settle,
        fail: (index, failure) => settle(index, failure.reason === 'too-long' ? undefined : fileError(paths[index] ?? '', failure)),
        reject: (error) => {
            for (const { waiter } of groups)
                waiter.reject(error);
        },
    };
    return { batch, paths, identities };
}
/** Decides which items are new; settles the others. `hashBytes` is the length of a hash. */
function claimItems(reply, batch, sink, hashBytes) {
    const claimed = [];
    const failures = new Map(reply.failures.map((failure) => [failure.index, failure]));
    const hex = Buffer.from(reply.hashes.buffer, reply.hashes.byteOffset, reply.hashes.byteLength).toString('hex');
    for (let index = 0; index < batch.length; index++) {
        if (!batch.isOpenAt(index))
            continue;
        const failure = failures.get(index);
        if (failure !== undefined) {
            batch.fail(index, failure);
            continue;
        }
        const id = hex.slice(2 * index * hashBytes, 2 * (index + 1) * hashBytes);
        const hash = reply.hashes.subarray(index * hashBytes, (index + 1) * hashBytes);
        const length = reply.lengths[index] ?? 0;
        const isNew = sink.claim(id, 0, hash, length);
        const part = { id, length, isNew, isCompressed: reply.compressedFirst?.[index] === 1 };
        if (isNew)
            claimed.push({ content: { id, prefixByte: 0, hash }, index, part });
        else
            batch.store(index, part);
    }
    return claimed;
}
/** Hands the sealed contents over and settles their items. */
function deliverItems(reply, claimed, batch, sink) {
    let start = 0;
    for (const [at, { content, part, index }] of claimed.entries()) {
        const end = reply.ends[at] ?? start;
        sink.deliver(content, reply.originalLengths[at] ?? 0, reply.bytes.subarray(start, end), reply.compressionIds[at] ?? 0);
        start = end;
        batch.store(index, part);
    }
}

;// CONCATENATED MODULE: ./lib/repo/content/pool/cancel-list.js
/** Many waiting operations on few signals: one listener per signal, however many wait. */
class CancelList {
    #waiting = new Map();
    /** Calls `onAbort` when the signal is aborted; the result takes it off the list. */
    add(signal, onAbort) {
        let entry = this.#waiting.get(signal);
        if (entry === undefined) {
            const callbacks = new Set();
            const listener = () => {
                this.#waiting.delete(signal);
                for (const callback of callbacks)
                    callback();
            };
            entry = { callbacks, listener };
            this.#waiting.set(signal, entry);
            signal.addEventListener('abort', listener, { once: true });
        }
        const { callbacks, listener } = entry;
        callbacks.add(onAbort);
        return () => {
            callbacks.delete(onAbort);
            if (callbacks.size > 0 || this.#waiting.get(signal)?.callbacks !== callbacks)
                return;
            this.#waiting.delete(signal);
            signal.removeEventListener('abort', listener);
        };
    }
}

;// CONCATENATED MODULE: ./lib/repo/content/pool/cut-run.js
/** One large file on its way: a lane cuts it, piece by piece, and the pool stores the pieces. */

/** Pieces of one file that exist at a time. */
const PIECES_PER_CUT = 3;
class CutRun {
    #job;
    #item;
    #host;
    #parts = [];
    /** Pieces asked for and not yet stored. */
    #outstanding = 0;
    #isOver = false;
    constructor(job, item, host) {
        this.#job = job;
        this.#item = item;
        this.#host = host;
    }
    start() {
        const { file, startByte, endByte, splitter } = this.#item;
        this.#host.send({ kind: 'cut', job: this.#job, file, startByte, endByte, splitter });
        this.more();
    }
    /** Asks for as many pieces as there may be. */
    more() {
        if (this.#isOver)
            return;
        if (this.#item.waiter.isSettled) {
            this.#host.send({ kind: 'drop', job: this.#job });
            this.#end();
            return;
        }
        while (this.#outstanding < PIECES_PER_CUT && this.#host.hasRoom()) {
            this.#outstanding++;
            const spare = this.#host.takeSpare();
            this.#host.send({ kind: 'more', job: this.#job, spare }, spare === undefined ? [] : [spare]);
        }
    }
    take(reply) {
        if (reply.kind === 'cut-failed')
            this.fail(fileError(this.#item.file.path, reply.failure));
        if (reply.kind !== 'cut-off' || this.#isOver)
            return;
        const piece = this.#host.storePiece(reply.bytes);
        this.#parts.push(piece);
        this.#item.onPiece?.(piece);
        piece.then(() => {
            this.#outstanding--;
            this.more();
        }, (error) => this.fail(error));
        if (!reply.isLast)
            return;
        this.#end();
        Promise.all(this.#parts).then((parts) => this.#item.waiter.resolve(parts), (error) => this.#item.waiter.reject(error));
    }
    fail(error) {
        this.#item.waiter.reject(error);
        this.#end();
    }
    #end() {
        if (this.#isOver)
            return;
        this.#isOver = true;
        this.#host.onEnd();
    }
}

// EXTERNAL MODULE: ./lib/repo/content/pool/protocol.js
var protocol = __webpack_require__(23293);
;// CONCATENATED MODULE: ./lib/repo/content/pool/file-queue.js

class FileQueue {
    compressor;
    #groups = [];
    #files = 0;
    #bytes = 0;
    constructor(compressor) {
        this.compressor = compressor;
    }
    /** Files that wait. */
    get length() {
        return this.#files;
    }
    /** Whether there is enough for a batch. */
    get isFull() {
        return this.#files >= protocol/* BATCH_FILES */.VB || this.#bytes >= protocol/* BATCH_BYTES */.Fv;
    }
    push(group) {
        this.#groups.push(group);
        this.#files += group.files.length;
        this.#bytes += group.bytes;
    }
    /** Takes the next groups off the queue, about `wanted` files and at most a batch, leaving out those nobody waits for any more. */
    take(wanted) {
        const taken = [];
        let files = 0;
        let bytes = 0;
        let count = 0;
        for (const group of this.#groups) {
            const isTooMuch = files + group.files.length > protocol/* BATCH_FILES */.VB || bytes + group.bytes > protocol/* BATCH_BYTES */.Fv;
            if (taken.length > 0 && (files >= wanted || isTooMuch))
                break;
            count++;
            this.#files -= group.files.length;
            this.#bytes -= group.bytes;
            if (group.waiter.isSettled)
                continue;
            taken.push(group);
            files += group.files.length;
            bytes += group.bytes;
        }
        this.#groups.splice(0, count);
        return taken;
    }
    rejectAll(error) {
        for (const group of this.#groups.splice(0))
            group.waiter.reject(error);
        this.#files = 0;
        this.#bytes = 0;
    }
}

// EXTERNAL MODULE: ./lib/fs/entry-rows.js
var entry_rows = __webpack_require__(64669);
;// CONCATENATED MODULE: ./lib/repo/content/pool/folder-jobs.js
/** Folders that are read as a whole: those that wait for a lane, and what comes back of some of them. */


/** Folders of one message. */
const FOLDERS_PER_JOB = 8;
class FolderQueue {
    #items = [];
    /** Folders that wait. */
    get length() {
        return this.#items.length;
    }
    push(item) {
        this.#items.push(item);
    }
    /** Puts back what was taken and not begun. */
    putBack(items) {
        this.#items.unshift(...items);
    }
    /** Takes at most `wanted` folders that go into one message, leaving out those nobody waits for any more. */
    take(wanted) {
        const taken = [];
        let count = 0;
        for (const item of this.#items) {
            const [first = item] = taken;
            if (taken.length >= wanted || item.rules !== first.rules || item.compressor !== first.compressor)
                break;
            count++;
            if (!item.waiter.isSettled)
                taken.push(item);
        }
        this.#items.splice(0, count);
        return taken;
    }
    rejectAll(error) {
        for (const item of this.#items.splice(0))
            item.waiter.reject(error);
    }
}
/** The files that were read in some folders; the folders are answered when all of them are stored. */
function folderBatch(items, reply) {
    const { folders, lengths } = reply;
    if (folders === undefined)
        throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'A lane answered without the folders it was asked for.');
    const parts = [];
    let missing = lengths.length;
    const answer = () => {
        const names = folders.names.split('\0');
        const facts = new BigInt64Array(folders.facts);
        const marks = new Float64Array(folders.facts);
        let row = 0;
        for (const [index, finding] of folders.findings.entries()) {
            const waiter = items[index]?.waiter;
            if (finding === undefined) {
                waiter?.resolve(undefined);
                continue;
            }
            const first = row;
            row += finding.count;
            const own = [];
            for (let at = first; at < row; at++)
                own.push(parts[(marks[at * entry_rows/* ROW_WORDS */.JQ + 7] ?? 0) - 1]);
            waiter?.resolve({
                names: names.slice(first, row),
                facts: facts.slice(first * entry_rows/* ROW_WORDS */.JQ, row * entry_rows/* ROW_WORDS */.JQ),
                parts: own,
                vanished: finding.vanished,
            });
        }
    };
    if (missing === 0)
        answer();
    return {
        length: lengths.length,
        isOpenAt: () => true,
        store(index, part) {
            parts[index] = part;
            if (--missing === 0)
                answer();
        },
        // What could not be read is not among the items.
        fail: () => { },
        reject: (error) => {
            for (const { waiter } of items)
                waiter.reject(error);
        },
    };
}

;// CONCATENATED MODULE: ./lib/repo/content/pool/small-work.js
/** Small files and whole folders that wait for a lane, and what a lane is given of them at a time. */




/** Files that are worth a job ahead of time. */
const MIN_AHEAD_FILES = 32;
/** Files that a folder is taken to have, before it is read. */
const FILES_PER_FOLDER = 8;
class SmallWork {
    /** Files by compressor, because a batch has one. */
    #files = [];
    #folders = new FolderQueue();
    #begunFiles = 0;
    /** Files given to lanes so far and those that wait, as far as it is known. */
    get fileCount() {
        return this.#begunFiles + this.#files.reduce((sum, queue) => sum + queue.length, 0) + FILES_PER_FOLDER * this.#folders.length;
    }
    /** Adds files; true when there is enough for a batch. */
    addFiles(group, compressor) {
        let queue = this.#files.find((each) => each.compressor === compressor);
        if (queue === undefined) {
            queue = new FileQueue(compressor);
            this.#files.push(queue);
        }
        queue.push(group);
        return queue.isFull;
    }
    /** Adds a folder; true when there are enough for a message. */
    addFolder(item) {
        this.#folders.push(item);
        return this.#folders.length >= FOLDERS_PER_JOB;
    }
    /** Something for a lane that has nothing to do, or for a busy one when it is worth the messages. Folders go first: below them is more work. */
    take(isIdle, idleLanes) {
        return this.#takeFolders(isIdle, idleLanes) ?? this.#takeFiles(isIdle, idleLanes);
    }
    rejectAll(error) {
        for (const queue of this.#files)
            queue.rejectAll(error);
        this.#folders.rejectAll(error);
    }
    #takeFolders(isIdle, idleLanes) {
        const waiting = this.#folders.length;
        if (!isIdle && waiting < FOLDERS_PER_JOB / 2)
            return undefined;
        const items = this.#folders.take(Math.min(FOLDERS_PER_JOB, Math.ceil(waiting / Math.max(1, idleLanes))));
        const [first] = items;
        if (first === undefined)
            return undefined;
        const { rules, compressor } = first;
        return {
            request: (job) => ({ kind: 'folders', job, folders: items.map(({ folder }) => folder), rules, compressor }),
            batchOf: (reply) => {
                this.#begunFiles += reply.lengths.length;
                this.#folders.putBack(items.slice(reply.folders?.findings.length));
                return folderBatch(items, reply);
            },
            fail: (error) => {
                for (const { waiter } of items)
                    waiter.reject(error);
            },
        };
    }
    #takeFiles(isIdle, idleLanes) {
        for (const queue of this.#files) {
            if (queue.length === 0)
                continue;
            // Less than a batch is shared among the lanes that have nothing to do; a busy one waits until it is worth the messages.
            if (!queue.isFull && !isIdle && queue.length < MIN_AHEAD_FILES)
                continue;
            const share = queue.isFull ? protocol/* BATCH_FILES */.VB : Math.max(MIN_AHEAD_FILES / 2, Math.ceil(queue.length / Math.max(1, idleLanes)));
            const groups = queue.take(share);
            if (groups.length === 0)
                continue;
            const { batch, paths, identities } = fileBatch(groups);
            this.#begunFiles += batch.length;
            const { compressor } = queue;
            return {
                request: (job) => ({ kind: 'files', job, paths, identities, compressor }),
                batchOf: () => batch,
                fail: (error) => batch.reject(error),
            };
        }
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/repo/content/pool/pool.js
/** Spreads reading, hashing and sealing over lanes, and keeps the order of decisions on the main thread. */









/** Small files that are read without starting workers. */
const pool_MAX_INLINE_FILES = 64;
/** From this size on the memory of a piece is handed over instead of copied. */
const MIN_TRANSFER_BYTES = 64 * 1024;
/** Memory of pieces that is kept for the next ones. */
const pool_MAX_SPARES = 3;
class ContentPool {
    /** Called when a lane ended by itself. */
    onCrash = () => { };
    #sink;
    #seats;
    #cancels = new CancelList();
    #listener = {
        onReply: (reply) => {
            if (reply.kind === 'spare')
                this.#keepSpare(reply.spare);
            else
                this.#jobs.get(reply.job)?.take(reply);
        },
        onCrash: (error) => {
            this.fail(error);
            this.onCrash(error);
        },
    };
    #jobs = new Map();
    #nextJob = 1;
    #small = new SmallWork();
    #pieces = [];
    #cuts = [];
    #running = new Set();
    #spares = [];
    #isPumpScheduled = false;
    #isTurnOfBatch = false;
    #failure;
    #hashBytes;
    constructor(options, sink) {
        this.#sink = sink;
        const { codec, settings } = options;
        this.#hashBytes = codec.hasher.sizeBytes;
        this.#seats = new Seats(options, {
            inline: () => (0,lane/* inlineLane */.Gh)(codec, settings, this.#listener),
            worker: (url) => (0,lane/* workerLane */.p8)(url, settings, this.#listener),
        });
    }
    /** Number of lanes, started or not. */
    get laneCount() {
        return this.#seats.laneCount;
    }
    /**
     * Stores files of at most SMALL_FILE_BYTES that together fit a batch; each has its own outcome.
     * Rejects only when nothing can be written at all, or with CAIRN_CANCELLED.
     */
    writeSmallFiles(files, compressor, signal) {
        const waiter = this.#waiter(signal);
        this.#schedule(this.#small.addFiles(new FileGroup(files, waiter), compressor));
        return waiter.promise;
    }
    /**
     * Lists a folder, looks at its entries and stores its small files; undefined when it has anything that is not plain. It is read as a whole, so
     * this is for folders where every file has to be read. Rejects as `writeSmallFiles` does.
     */
    readFolder(item, signal) {
        const waiter = this.#waiter(signal);
        this.#schedule(this.#small.addFolder({ ...item, waiter }));
        return waiter.promise;
    }
    /** Stores one content of file data; `bytes` is given away. */
    writePiece(bytes, compressor, signal) {
        const waiter = this.#waiter(signal);
        this.#pieces.push({ bytes, compressor, waiter });
        this.#schedule(true);
        return waiter.promise;
    }
    /** Cuts a file (or the part from `startByte` to `endByte`) and stores the pieces, in order. Errors: CAIRN_FILE_*. */
    cutFile(cut, signal) {
        const waiter = this.#waiter(signal);
        this.#cuts.push({ ...cut, waiter });
        this.#schedule(true);
        return waiter.promise;
    }
    /** To be called when the sink has room again. */
    resume() {
        for (const cut of [...this.#running])
            cut.more();
        this.#pump();
    }
    /** Rejects everything that waits, now and later. */
    fail(error) {
        if (this.#failure !== undefined)
            return;
        this.#failure = { error };
        for (const job of [...this.#jobs.values()])
            job.fail(error);
        this.#jobs.clear();
        this.#small.rejectAll(error);
        for (const item of this.#pieces.splice(0))
            item.waiter.reject(error);
        for (const item of this.#cuts.splice(0))
            item.waiter.reject(error);
        this.#running.clear();
        for (const seat of this.#seats.all)
            seat.lane.setBusy(false);
    }
    /** Ends the lanes. */
    async close() {
        this.fail(new errors/* CairnError */.eb('CAIRN_INTERNAL', 'The repository was closed while it was being written to.'));
        await this.#seats.close();
    }
    #waiter(signal) {
        const waiter = new Waiter(this.#cancels, signal);
        if (this.#failure !== undefined)
            waiter.reject(this.#failure.error);
        return waiter;
    }
    #schedule(isUrgent) {
        if (isUrgent)
            this.#pump();
        if (isUrgent || this.#isPumpScheduled)
            return;
        this.#isPumpScheduled = true;
        setImmediate(() => {
            this.#isPumpScheduled = false;
            this.#pump();
        });
    }
    /**
     * Gives work to the lanes. Pieces and large files, which give much of it, take turns with batches, of which the walk makes no more than it
     * can: otherwise it would wait for the lanes first, and the lanes for it at the end.
     */
    #pump() {
        while (this.#failure === undefined && this.#sink.hasRoom()) {
            const seat = this.#freestSeat();
            this.#isTurnOfBatch = !this.#isTurnOfBatch;
            if (this.#isTurnOfBatch && this.#startSmall(seat))
                continue;
            if (!(this.#startPiece(seat) || this.#startCut() || this.#startSmall(seat)))
                return;
        }
    }
    #freestSeat() {
        if (this.#seats.mayStartWorkers && this.#isWorthWorkers())
            this.#seats.startWorkers();
        return this.#seats.freest();
    }
    /** Starting threads takes longer than reading a few small files, which the calling thread does by itself. */
    #isWorthWorkers() {
        return this.#cuts.length > 0 || this.#pieces.length > 0 || this.#small.fileCount > pool_MAX_INLINE_FILES;
    }
    #startPiece(seat) {
        if (seat.load >= JOBS_PER_LANE)
            return false;
        for (let item = this.#pieces.shift(); item !== undefined; item = this.#pieces.shift()) {
            if (item.waiter.isSettled)
                continue;
            const { bytes, compressor } = item;
            const batch = pieceBatch(item);
            this.#send(seat, {
                request: (job) => ({ kind: 'piece', job, bytes, compressor }),
                batchOf: () => batch,
                fail: (error) => batch.reject(error),
                transfer: pool_ownMemory(bytes),
            });
            return true;
        }
        return false;
    }
    #startSmall(seat) {
        if (seat.load >= JOBS_PER_LANE)
            return false;
        const work = this.#small.take(seat.load === 0, this.#seats.all.filter(({ load }) => load === 0).length);
        if (work !== undefined)
            this.#send(seat, work);
        return work !== undefined;
    }
    /** Sends work, and answers its `hashed` with what is to be sealed. */
    #send(seat, work) {
        const job = this.#nextJob++;
        let claimed = [];
        let batch;
        const send = (next) => seat.lane.send(next);
        this.#begin(seat, job, {
            take: (reply) => {
                if (reply.kind === 'hashed') {
                    batch = work.batchOf(reply);
                    claimed = claimItems(reply, batch, this.#sink, this.#hashBytes);
                    if (claimed.length > 0)
                        return send({ kind: 'seal', job, wanted: Uint32Array.from(claimed, (each) => each.index) });
                    send({ kind: 'drop', job });
                }
                else if (reply.kind === 'sealed') {
                    if (reply.spare !== undefined)
                        this.#keepSpare(reply.spare);
                    if (batch !== undefined)
                        deliverItems(reply, claimed, batch, this.#sink);
                }
                this.#end(job);
            },
            fail: (error) => work.fail(error),
        });
        seat.lane.send(work.request(job), work.transfer);
    }
    #keepSpare(spare) {
        if (this.#spares.length < pool_MAX_SPARES)
            this.#spares.push(spare);
        else
            (0,bytes/* release */._r)(new Uint8Array(spare));
    }
    /** Starts the next large file on the lane that cuts the fewest. */
    #startCut() {
        const seat = this.#seats.all.reduce((best, each) => (each.cuts < best.cuts ? each : best));
        if (seat.cuts > 0)
            return false;
        let item = this.#cuts.shift();
        while (item?.waiter.isSettled)
            item = this.#cuts.shift();
        if (item === undefined)
            return false;
        this.#runCut(seat, item);
        return true;
    }
    #runCut(seat, item) {
        const job = this.#nextJob++;
        const run = new CutRun(job, item, {
            send: (request, transfer) => seat.lane.send(request, transfer),
            hasRoom: () => this.#sink.hasRoom(),
            takeSpare: () => this.#spares.pop(),
            storePiece: (bytes) => this.writePiece(bytes, item.compressor),
            onEnd: () => {
                this.#running.delete(run);
                this.#jobs.delete(job);
                seat.cuts--;
                updateBusy(seat);
                this.#schedule(false);
            },
        });
        this.#running.add(run);
        this.#jobs.set(job, { seat, take: (reply) => run.take(reply), fail: (error) => run.fail(error) });
        seat.cuts++;
        updateBusy(seat);
        run.start();
    }
    #begin(seat, job, handlers) {
        this.#jobs.set(job, { seat, ...handlers });
        seat.load++;
        updateBusy(seat);
    }
    #end(job) {
        const seat = this.#jobs.get(job)?.seat;
        if (seat === undefined)
            return;
        this.#jobs.delete(job);
        seat.load--;
        updateBusy(seat);
        this.#pump();
    }
}
/** The memory of `bytes`, which was given away; small arrays may share theirs with others, and copying them is cheap. */
function pool_ownMemory(bytes) {
    return bytes.buffer instanceof ArrayBuffer && bytes.byteOffset === 0 && bytes.byteLength >= MIN_TRANSFER_BYTES ? [bytes.buffer] : [];
}

;// CONCATENATED MODULE: ./lib/repo/content/content-manager.js
/** Contents by name: written once, found again, read back and checked (docs/repository-format.md, "Contents"). */












/** Missing contents bring about a refresh, but not more often than this. */
const MISS_REFRESH_INTERVAL_MS = 5000;
/** The view of the index is not older than this when contents are looked up for writing. */
const REFRESH_INTERVAL_MS = 15 * 60_000;
class ContentManager {
    format;
    index;
    indexBlobs;
    codec;
    /** Reads and stores file data. */
    pool;
    /** Writes file data to files. */
    extracting;
    #options;
    #writer;
    #reader;
    #cache = new ContentCache();
    #damagedIndexBlobs = new Map();
    #refreshing;
    #refreshedMs = Number.NEGATIVE_INFINITY;
    #missRefreshedMs = Number.NEGATIVE_INFINITY;
    constructor(options, codec) {
        const { storage, format, clock } = options;
        this.#options = options;
        this.codec = codec;
        this.format = format.content;
        this.index = new content_index/* ContentIndex */.g(codec.hasher.sizeBytes);
        this.indexBlobs = openIndexManager({ storage, keys: codec, parameters: format.content.epochs, clock });
        const log = options.log ?? lib_log/* nullLogger */.G;
        this.#writer = new ContentWriter({ ...options, codec, index: this.index, indexBlobs: this.indexBlobs, log });
        this.#reader = new ContentReader({ storage, format: format.content, codec, writer: this.#writer });
        const settings = { codec: (0,content_codec/* codecSettingsOf */.HN)(format.content), compressesBeforeHashing: format.content.indexVersion === 1 };
        const poolOptions = { codec, settings, workers: options.workers, workerUrl: options.workerUrl };
        this.pool = new ContentPool(poolOptions, this.#writer);
        this.extracting = new ExtractPool(poolOptions);
        this.#writer.onRoom = () => this.pool.resume();
        this.#writer.onFailure = (error) => this.pool.fail(error);
        this.pool.onCrash = (error) => this.#writer.fail(error);
    }
    /** Opens the contents of a repository: loads the algorithms and the index. Errors: CAIRN_INDEX_DAMAGED, storage kinds. */
    static async open(options) {
        const codec = await (0,content_codec/* createCodec */.LJ)((0,content_codec/* codecSettingsOf */.HN)(options.format.content), options.random);
        const manager = new ContentManager(options, codec);
        await manager.refresh(options.signal);
        return manager;
    }
    /** Whether file data is compressed before it is hashed, so that object IDs carry a `Z`. */
    get compressesBeforeHashing() {
        return this.format.indexVersion === 1;
    }
    /** Stores a content from the calling thread: for small things. `prefix` is a letter or empty. */
    write(plain, prefix, compressorName) {
        this.#writer.throwIfFailed();
        let compressor = (0,content_codec/* writingCompressor */.Ct)(compressorName);
        let bytes = plain;
        let isCompressed = false;
        if (this.compressesBeforeHashing) {
            const packed = prefix === '' && compressor !== undefined ? (0,content_codec/* compressIfWorthwhile */.Xy)(plain, compressor) : undefined;
            isCompressed = packed !== undefined;
            bytes = packed ?? plain;
            compressor = undefined;
        }
        const hash = this.codec.hasher.hash(bytes);
        const prefixByte = (0,content_id/* prefixByteOf */.kC)(prefix);
        const id = (0,content_id/* formatContentId */.GZ)(prefixByte, hash);
        const isNew = this.#writer.claim(id, prefixByte, hash, plain.length);
        if (isNew) {
            const { sealed, compressionId } = this.codec.seal(bytes, hash, compressor);
            this.#writer.deliver({ id, prefixByte, hash }, bytes.length, sealed, compressionId);
        }
        return { id, length: plain.length, isNew, isCompressed };
    }
    /** Resolves when packs leave fast enough for more to be written. */
    async room(signal) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        this.#writer.throwIfFailed();
        if (!this.#writer.hasRoom())
            await this.#writer.room();
        await this.freshen(signal);
        (0,errors/* throwIfCancelled */.dZ)(signal);
    }
    /**
     * Reads the index anew when the view of it is old; undefined when there is nothing to wait for. Before contents are looked up for writing: a
     * writer with an old view may rely on some that maintenance has erased since (docs/repository-format.md, "Safety margins").
     */
    freshen(signal) {
        return this.#options.clock.monotonicMs() - this.#refreshedMs < REFRESH_INTERVAL_MS ? undefined : this.refresh(signal);
    }
    /** The entry of a content, deleted or not, refreshing the index when there is none. Errors: CAIRN_CONTENT_MISSING. */
    async find(id) {
        let entry = this.index.get(id);
        if (entry === undefined && this.#mayRefreshForMiss()) {
            await this.refresh();
            entry = this.index.get(id);
        }
        if (entry !== undefined)
            return entry;
        throw new errors/* CairnError */.eb('CAIRN_CONTENT_MISSING', `Content ${id} is not in the index of ${this.#options.storage.displayName}.`, {
            hint: 'What needs it cannot be read in full. Take a new snapshot of the same files: contents that are still there are stored again.',
        });
    }
    /** The plain bytes of a content, not to be changed. Errors: CAIRN_CONTENT_MISSING, CAIRN_CONTENT_DAMAGED, CAIRN_BLOB_MISSING, storage kinds. */
    async read(id) {
        return await this.readEntry(await this.find(id));
    }
    /** Like `read`, with the entry that `find` gave. */
    async readEntry(entry) {
        const { id } = entry;
        const cached = this.#cache.get(id);
        if (cached !== undefined)
            return cached;
        try {
            const plain = await this.#reader.read(entry);
            this.#cache.add(id, plain);
            return plain;
        }
        catch (error) {
            if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_MISSING'))
                throw error;
            // Maintenance may have moved the content to another pack since the index was read.
            await this.refresh();
            const moved = this.index.get(id);
            if (moved === undefined || moved.packBlobId === entry.packBlobId)
                throw error;
            return await this.#reader.read(moved);
        }
    }
    /** A content as it lies in its pack, to be opened elsewhere; whole memory may be given away. What fails here, `readEntry` tries once more. */
    readSealed(entry) {
        return this.#reader.readSealed(entry);
    }
    /** The same when it is in memory already, without waiting. */
    peekSealed(entry) {
        return this.#reader.peekSealed(entry);
    }
    /** Entries in the order of their IDs, deleted ones included. */
    entries(filter) {
        return this.index.entries(filter);
    }
    /** Marks a content deleted at the next flush. For maintenance only. */
    markDeleted(id) {
        this.#writer.markDeleted(id);
    }
    /**
     * Moves a content to a new pack; false when it is deleted, which makes it not worth moving. For maintenance only.
     * Errors: those of `read`: what is damaged is not copied.
     */
    async rewrite(id, signal) {
        return await this.#copy(id, false, signal);
    }
    /** Stores a deleted content again, as a live one; false when it is live. For maintenance only. Errors: those of `read`. */
    async undelete(id, signal) {
        return await this.#copy(id, true, signal);
    }
    /** Makes everything written so far durable and visible. */
    async flush(signal) {
        await this.#writer.flush(signal);
        if (this.#options.clock.monotonicMs() - this.#refreshedMs >= REFRESH_INTERVAL_MS)
            await this.refresh(signal);
    }
    /** Begins the next index epoch when it is time; returns its number, or undefined. */
    async advanceEpoch(signal) {
        return await this.indexBlobs.advanceIfNeeded(signal);
    }
    /** Sees what other writers committed since; concurrent calls share the work. */
    async refresh(signal) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        this.#refreshing ??= this.#load(signal).finally(() => {
            this.#refreshing = undefined;
        });
        await this.#refreshing;
    }
    /** Says that the view of the index is old: it is read anew before contents are looked up for writing. */
    expire() {
        this.#refreshedMs = Number.NEGATIVE_INFINITY;
    }
    /** Index blobs that were left out because they are damaged; only with `toleratesDamage`. */
    get damagedIndexBlobs() {
        return this.#damagedIndexBlobs;
    }
    counters() {
        return { ...this.#writer.totals };
    }
    /** Ends the workers; what was not flushed is dropped. */
    async close() {
        this.#writer.fail(new errors/* CairnError */.eb('CAIRN_INTERNAL', 'The repository was closed while it was being written to.'));
        await Promise.all([this.pool.close(), this.extracting.close()]);
        await this.#writer.settled();
    }
    async #load(signal) {
        const { storage, clock, toleratesDamage = false, log = lib_log/* nullLogger */.G } = this.#options;
        const options = { clock, tolerateDamage: toleratesDamage, ...(signal === undefined ? {} : { signal }) };
        const { damaged } = await (0,load/* loadIndex */.z)(storage, this.indexBlobs, this.codec, this.index, options);
        for (const { blobId, error } of damaged) {
            if (!this.#damagedIndexBlobs.has(blobId))
                log.warning(`${error.message} What only this blob names is missing.`);
            this.#damagedIndexBlobs.set(blobId, error);
        }
        this.#refreshedMs = clock.monotonicMs();
    }
    async #copy(id, isDeleted, signal) {
        await this.room(signal);
        const entry = await this.find(id);
        if (entry.isDeleted !== isDeleted)
            return false;
        const hash = this.#reader.hashOf(entry);
        const sealed = await this.#reader.readSound(entry, (bytes) => {
            this.codec.open(bytes, hash, entry.originalLength, entry.compressionId);
            return bytes;
        });
        const iv = (0,content_id/* contentIv */.t6)(hash);
        // Sealed anew rather than copied: error correction may just have mended the bytes.
        const resealed = this.codec.encryptor.seal(this.codec.encryptor.open(sealed, iv), iv, this.codec.random);
        const prefixByte = (0,content_id/* prefixByteOf */.kC)(id.length % 2 === 1 ? id.slice(0, 1) : '');
        this.#writer.deliver({ id, prefixByte, hash }, entry.originalLength, resealed, entry.compressionId);
        return true;
    }
    #mayRefreshForMiss() {
        const nowMs = this.#options.clock.monotonicMs();
        if (nowMs - this.#missRefreshedMs < MISS_REFRESH_INTERVAL_MS)
            return false;
        this.#missRefreshedMs = nowMs;
        return true;
    }
}
/** The error of a write to a repository that was opened for reading. */
function readOnly() {
    return new errors/* CairnError */.eb('CAIRN_REPOSITORY_READONLY', 'The repository was opened for reading only.', {
        hint: 'Run "cairn repository set-client --read-write", or connect again without --readonly.',
    });
}


/***/ }),

/***/ 45281:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y$: () => (/* binding */ compactEpochRange),
/* harmony export */   bT: () => (/* binding */ removeOldMarkers),
/* harmony export */   dm: () => (/* binding */ advanceWatermark),
/* harmony export */   pB: () => (/* binding */ removeSupersededIndexes),
/* harmony export */   qJ: () => (/* binding */ compactOldestEpoch)
/* harmony export */ });
/* unused harmony exports epochToCompact, rangeToCompact, replacementCutoffMs */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(85416);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _blob_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23210);
/* harmony import */ var _epoch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52055);
/* harmony import */ var _epoch_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(89631);
/* harmony import */ var _index_encode_entries_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38683);
/* harmony import */ var _index_merge_blobs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(69984);
/* harmony import */ var _list_blobs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(26481);
/** What maintenance does with epochs: compacting those that are settled, and removing what was replaced (docs/repository-format.md, "Maintenance of epochs"). */









const MAX_ATTEMPTS = 3;
const NS_PER_MS = 1000000n;
/** The oldest settled epoch that neither a range nor a compaction of its own covers; undefined when there is none. */
function epochToCompact(state) {
    let epoch = state.firstUncovered;
    while (state.compactedEpochs.has(epoch))
        epoch++;
    return (0,_epoch_state_js__WEBPACK_IMPORTED_MODULE_4__/* .isSettled */ .Is)(state, epoch) ? epoch : undefined;
}
/** The settled epochs after the last range, when there are more than `frequency` of them. */
function rangeToCompact(state, frequency) {
    const first = state.firstUncovered;
    const last = state.writeEpoch - 2;
    return last < 0 || last - first < frequency ? undefined : { first, last };
}
/**
 * What a replacement must be older than for what it replaced to be removed, in ms since 1970; undefined when that cannot be told.
 *
 * The newest index blob tells the clock of the storage; others may not have seen what is younger than the margin before it.
 */
function replacementCutoffMs(survey, parameters) {
    let newestMs = Number.NEGATIVE_INFINITY;
    for (const { id, timestampMs } of survey.uncompacted) {
        if (((0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .numberOfEpochBlob */ .BK)(id) ?? -1) >= survey.state.writeEpoch - 1)
            newestMs = Math.max(newestMs, timestampMs);
    }
    return newestMs === Number.NEGATIVE_INFINITY ? undefined : newestMs - Number(parameters.cleanupSafetyMarginNs / NS_PER_MS);
}
/** Puts the blobs of the oldest epoch that is due together; undefined when none is. */
async function compactOldestEpoch(care) {
    return await whileBlobsStay(async () => {
        const survey = await care.manager.survey(care.signal);
        const epoch = epochToCompact(survey.state);
        if (epoch === undefined)
            return undefined;
        const blobs = survey.uncompacted.filter(({ id }) => (0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .numberOfEpochBlob */ .BK)(id) === epoch);
        if (blobs.length === 0)
            return undefined;
        await compact(care, epoch, epoch, blobs);
        return { epoch, blobCount: blobs.length, totalBytes: blobs.reduce((sum, { length }) => sum + length, 0) };
    });
}
/** Puts everything after the last range together in a new range; undefined when there are too few epochs yet. */
async function compactEpochRange(care) {
    return await whileBlobsStay(async () => {
        const survey = await care.manager.survey(care.signal);
        const range = rangeToCompact(survey.state, care.parameters.fullCheckpointFrequency);
        if (range === undefined)
            return undefined;
        // Blobs of earlier ranges have two numbers in their names, and are not of one epoch.
        const blobs = survey.blobs.filter(({ id }) => ((0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .numberOfEpochBlob */ .BK)(id) ?? Number.POSITIVE_INFINITY) <= range.last);
        if (blobs.length === 0)
            return undefined;
        await compact(care, range.first, range.last, blobs);
        return range;
    });
}
/** Removes markers that later ones have made superfluous, and old watermarks; undefined when the clock of the storage is unknown. */
async function removeOldMarkers(care) {
    const survey = await care.manager.survey(care.signal);
    const cutoffMs = replacementCutoffMs(survey, care.parameters);
    if (cutoffMs === undefined)
        return undefined;
    const { state, listing } = survey;
    const markers = listing.markers.filter(({ id }) => ((0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .numberOfEpochBlob */ .BK)(id) ?? Number.POSITIVE_INFINITY) < state.writeEpoch - 1);
    const watermarks = listing.watermarks.filter(({ id, timestampMs }) => ((0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .numberOfEpochBlob */ .BK)(id) ?? Number.POSITIVE_INFINITY) < state.watermarkSeconds && timestampMs < cutoffMs);
    await removeBlobs(care, [...markers, ...watermarks]);
    return { epochMarkers: markers.length, watermarks: watermarks.length };
}
/** Removes the blobs of epochs that were compacted long enough ago; undefined when the clock of the storage is unknown. */
async function removeSupersededIndexes(care) {
    const survey = await care.manager.survey(care.signal);
    const cutoffMs = replacementCutoffMs(survey, care.parameters);
    if (cutoffMs === undefined)
        return undefined;
    const { uncompactedIndex } = _blob_names_js__WEBPACK_IMPORTED_MODULE_2__/* .BLOB_PREFIXES */ .dX;
    const listed = survey.all ?? (await (0,_list_blobs_js__WEBPACK_IMPORTED_MODULE_7__/* .collectBlobs */ .Z)(care.storage, uncompactedIndex, care.signal));
    const superseded = listed.filter(({ id }) => {
        if (!id.startsWith(uncompactedIndex))
            return false;
        const epoch = (0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .numberOfEpochBlob */ .BK)(id);
        const replacement = epoch === undefined || !(0,_epoch_state_js__WEBPACK_IMPORTED_MODULE_4__/* .isSettled */ .Is)(survey.state, epoch) ? undefined : survey.state.compactedEpochs.get(epoch);
        return replacement?.every(({ timestampMs }) => timestampMs < cutoffMs) ?? false;
    });
    await removeBlobs(care, superseded);
    return { cutoffMs, blobCount: superseded.length, totalBytes: superseded.reduce((sum, { length }) => sum + length, 0) };
}
/** Makes deleted entries up to `seconds` (Unix time) count as absent; false when an earlier watermark is later already. */
async function advanceWatermark(care, seconds) {
    const { watermarkSeconds } = (await care.manager.survey(care.signal)).state;
    if (seconds < watermarkSeconds || seconds <= 0)
        return false;
    await care.storage.putBlob((0,_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .deletionWatermarkName */ .ob)(seconds), [(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(_epoch_js__WEBPACK_IMPORTED_MODULE_3__/* .DELETION_WATERMARK_TEXT */ .uU)], putOptions(care.signal));
    return true;
}
async function compact(care, first, last, blobs) {
    const merged = await (0,_index_merge_blobs_js__WEBPACK_IMPORTED_MODULE_6__/* .mergeIndexBlobs */ .f)(care.storage, care.keys, blobs, care.signal);
    // Deleted entries stay: without them, entries of the same contents in other epochs would count again.
    await care.manager.writeCompaction(first, last, (0,_index_encode_entries_js__WEBPACK_IMPORTED_MODULE_5__/* .encodeIndexShards */ .o)(care.indexVersion, merged.rows()), care.signal);
}
/** Another maintainer may be compacting and removing as well: what vanished is looked for again. */
async function whileBlobsStay(work) {
    for (let attempt = 1;; attempt++) {
        try {
            return await work();
        }
        catch (error) {
            if (attempt === MAX_ATTEMPTS || !(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                throw error;
        }
    }
}
async function removeBlobs(care, blobs) {
    await (0,_util_async_js__WEBPACK_IMPORTED_MODULE_8__/* .mapConcurrent */ ._)(blobs, Math.max(1, care.parameters.deleteParallelism), async ({ id }) => {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(care.signal);
        await care.storage.deleteBlob(id);
    });
}
function putOptions(signal) {
    return { needsTime: false, ...(signal === undefined ? {} : { signal }) };
}


/***/ }),

/***/ 61162:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ compactLegacyIndexes)
/* harmony export */ });
/* unused harmony export chooseBlobs */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(56495);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99252);
/* harmony import */ var _blob_names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(23210);
/* harmony import */ var _content_id_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(60609);
/* harmony import */ var _list_blobs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26481);
/* harmony import */ var _pack_layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(72472);
/* harmony import */ var _sealed_blob_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(41946);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(70892);
/* harmony import */ var _encode_entries_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(38683);
/* harmony import */ var _legacy_manager_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(21784);
/* harmony import */ var _merge_blobs_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(69984);
/**
 * Compaction of the index without epochs (docs/repository-format.md, "Compaction of legacy indexes").
 *
 * merge inputs -> put the new index blobs -> put the log m… (from here on the inputs do not count)
 *   -> an hour later: delete the inputs, put the list l… of logs to delete -> another hour later: delete the logs, then the list
 */













const NS_PER_MS = 1000000n;
/** How long what was replaced stays, for storages and clients that do not see a new blob at once. */
const SETTLE_MS = 3_600_000;
/** Index blobs below this share of a pack are very small. */
const VERY_SMALL_FRACTION = 20;
/** Compactions of compactions that are followed. */
const MAX_CHAIN = 64;
/** Puts small index blobs together and removes what was replaced long enough ago; false when there was nothing to put together. */
async function compactLegacyIndexes(care, options) {
    const settleMs = options.isPatient ? SETTLE_MS : 0;
    const { blobs } = await care.manager.loadActive(care.signal);
    const chosen = chooseBlobs(blobs, options, care.maxPackSizeBytes);
    const drops = options.dropDeletedBeforeSeconds !== undefined || (options.dropContents?.size ?? 0) > 0;
    const isWorthwhile = chosen.length > 1 || (chosen.length === 1 && drops);
    if (isWorthwhile) {
        const logged = await compact(care, chosen, options);
        await removeReplaced(care, logged.timestampMs, settleMs);
    }
    await removeOldLogs(care, settleMs);
    return isWorthwhile;
}
/** The blobs that are worth putting together. */
function chooseBlobs(blobs, options, maxPackSizeBytes) {
    const candidates = blobs.filter(({ length }) => options.all || length <= maxPackSizeBytes);
    if (candidates.length < options.maxSmallBlobs)
        return [];
    const small = candidates.filter(({ length }) => length < maxPackSizeBytes / VERY_SMALL_FRACTION);
    const mediumCount = candidates.length - small.length;
    // With few larger ones it is enough to put the small ones together; dropping entries needs all, or an older one would count again.
    const isSmallEnough = !options.all && small.length > candidates.length / 2 && mediumCount + 1 < options.maxSmallBlobs;
    return isSmallEnough ? small : candidates;
}
async function compact(care, inputs, options) {
    const { dropDeletedBeforeSeconds: dropBefore = Number.NEGATIVE_INFINITY, dropContents } = options;
    const merged = await (0,_merge_blobs_js__WEBPACK_IMPORTED_MODULE_12__/* .mergeIndexBlobs */ .f)(care.storage, care.keys, inputs, care.signal);
    const isDropped = (row) => {
        if (row.isDeleted && row.timestampSeconds < dropBefore)
            return true;
        if (dropContents === undefined || dropContents.size === 0)
            return false;
        const hash = row.source.subarray(row.keyOffset + 1, row.keyOffset + merged.keySizeBytes);
        return dropContents.has((0,_content_id_js__WEBPACK_IMPORTED_MODULE_5__/* .formatContentId */ .GZ)(row.source[row.keyOffset] ?? 0, hash));
    };
    // Dropped only after the merge: in a single blob, what is deleted may be hiding an older live entry of another.
    const rows = (0,_merge_blobs_js__WEBPACK_IMPORTED_MODULE_12__/* .filterRows */ .E)(merged.rows(), (row) => !isDropped(row));
    const outputs = [];
    for (const shard of (0,_encode_entries_js__WEBPACK_IMPORTED_MODULE_10__/* .encodeIndexShards */ .o)(care.indexVersion, rows)) {
        // The random end gives every compaction a name of its own: the same name as an input would remove its own output.
        outputs.push(await put(care, _blob_names_js__WEBPACK_IMPORTED_MODULE_4__/* .BLOB_PREFIXES */ .dX.legacyIndex, (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)([shard, care.keys.random(_pack_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .INDEX_SUFFIX_BYTES */ .Pf)])));
    }
    const log = (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeGoJson */ .pl)({
        inputMetadata: inputs.map(metadataJson),
        outputMetadata: outputs.length === 0 ? null : outputs.map(metadataJson),
    });
    return await put(care, _blob_names_js__WEBPACK_IMPORTED_MODULE_4__/* .BLOB_PREFIXES */ .dX.legacyCompactionLog, (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(log));
}
/** Deletes the inputs of compactions that everybody has seen by now, and lists their logs for deletion. */
async function removeReplaced(care, nowMs, settleMs) {
    const [indexBlobs, logBlobs] = await Promise.all([
        (0,_list_blobs_js__WEBPACK_IMPORTED_MODULE_6__/* .collectBlobs */ .Z)(care.storage, _blob_names_js__WEBPACK_IMPORTED_MODULE_4__/* .BLOB_PREFIXES */ .dX.legacyIndex, care.signal),
        (0,_list_blobs_js__WEBPACK_IMPORTED_MODULE_6__/* .collectBlobs */ .Z)(care.storage, _blob_names_js__WEBPACK_IMPORTED_MODULE_4__/* .BLOB_PREFIXES */ .dX.legacyCompactionLog, care.signal),
    ]);
    const logs = [];
    for (const blob of logBlobs) {
        const plain = await readSealed(care, blob.id);
        if (plain !== undefined)
            logs.push({ blob, log: (0,_legacy_manager_js__WEBPACK_IMPORTED_MODULE_11__/* .decodeCompactionLog */ .oD)(plain, blob.id) });
    }
    const present = new Set(indexBlobs.map(({ id }) => id));
    const logOf = new Map(logs.flatMap(({ log }) => log.inputs.map((id) => [id, log])));
    // What a compaction wrote must be there, or have gone into a further one that is.
    const isKept = (log, depth = 0) => depth < MAX_CHAIN &&
        log.outputs.every((id) => {
            const next = logOf.get(id);
            return present.has(id) || (next !== undefined && isKept(next, depth + 1));
        });
    // The oldest first: an input that outlived the output it went into would count again.
    const old = logs
        .filter(({ blob, log }) => blob.timestampMs <= nowMs - settleMs && isKept(log))
        .sort((a, b) => a.blob.timestampMs - b.blob.timestampMs);
    for (const { log } of old) {
        for (const id of log.inputs) {
            (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(care.signal);
            await care.storage.deleteBlob(id);
        }
    }
    if (old.length === 0)
        return;
    const list = (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeGoJson */ .pl)({
        blobIDs: old.map(({ blob }) => blob.id),
        cleanupScheduleTime: (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTimestamp */ .E)(BigInt(Math.round(nowMs)) * NS_PER_MS),
    });
    await put(care, _blob_names_js__WEBPACK_IMPORTED_MODULE_4__/* .BLOB_PREFIXES */ .dX.legacyCleanup, (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(list));
}
/** Deletes the logs on lists that are old enough. A log goes only after its inputs, which without it would count again. */
async function removeOldLogs(care, settleMs) {
    const lists = await (0,_list_blobs_js__WEBPACK_IMPORTED_MODULE_6__/* .collectBlobs */ .Z)(care.storage, _blob_names_js__WEBPACK_IMPORTED_MODULE_4__/* .BLOB_PREFIXES */ .dX.legacyCleanup, care.signal);
    const newestMs = Math.max(...lists.map(({ timestampMs }) => timestampMs));
    for (const { id } of lists) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(care.signal);
        const plain = await readSealed(care, id);
        if (plain === undefined)
            continue;
        const { blobIds, scheduledMs } = decodeCleanupList(plain, id);
        if (newestMs - scheduledMs < settleMs)
            continue;
        for (const log of blobIds)
            if (log.startsWith(_blob_names_js__WEBPACK_IMPORTED_MODULE_4__/* .BLOB_PREFIXES */ .dX.legacyCompactionLog))
                await care.storage.deleteBlob(log);
        await care.storage.deleteBlob(id);
    }
}
function decodeCleanupList(plain, blobId) {
    let value;
    try {
        value = JSON.parse((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .fromUtf8 */ .ar)(plain) ?? '');
    }
    catch (error) {
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_9__/* .indexDamaged */ .C)(blobId, 'it is no list of blobs to delete', error);
    }
    const ids = typeof value === 'object' && value !== null && 'blobIDs' in value ? value.blobIDs : undefined;
    const time = typeof value === 'object' && value !== null && 'cleanupScheduleTime' in value ? value.cleanupScheduleTime : undefined;
    const scheduledNs = typeof time === 'string' ? (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTimestamp */ .l)(time) : undefined;
    if (!Array.isArray(ids) || scheduledNs === undefined)
        throw (0,_damage_js__WEBPACK_IMPORTED_MODULE_9__/* .indexDamaged */ .C)(blobId, 'it is no list of blobs to delete');
    const blobIds = ids.filter((id) => typeof id === 'string');
    return { blobIds, scheduledMs: Number(scheduledNs / NS_PER_MS) };
}
async function put(care, prefix, plain) {
    const { id, bytes } = (0,_sealed_blob_js__WEBPACK_IMPORTED_MODULE_8__/* .sealBlob */ .vM)(care.keys, prefix, '', plain);
    return await care.storage.putBlob(id, [bytes], care.signal === undefined ? {} : { signal: care.signal });
}
/** Undefined when the blob vanished since it was listed. */
async function readSealed(care, id) {
    try {
        return await (0,_sealed_blob_js__WEBPACK_IMPORTED_MODULE_8__/* .readSealedBlob */ .mr)(care.storage, care.keys, id, (plain) => plain, care.signal);
    }
    catch (error) {
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
            return undefined;
        throw error;
    }
}
function metadataJson({ id, length, timestampMs }) {
    return { id, length, timestamp: (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_3__/* .formatTimestamp */ .E)(BigInt(Math.round(timestampMs)) * NS_PER_MS) };
}


/***/ }),

/***/ 33397:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ loadIndex)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_async_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(85416);
/* harmony import */ var _sealed_blob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41946);
/* harmony import */ var _codec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99709);
/** Brings the index in memory up to date with the storage. */




const DEFAULT_CONCURRENCY = 8;
/** Index blobs held in memory at the same time, in bytes; a larger one is held alone. */
const BYTES_IN_FLIGHT = 64 * 2 ** 20;
/** What an entry takes in an index file beside its key; a blob of so many bytes holds about so many entries. */
const LEAST_ENTRY_BYTES = 16;
/** Blobs may claim to be large before it is known whether they are index blobs at all. */
const MAX_RESERVED = 4_000_000;
const MAX_ATTEMPTS = 10;
const FIRST_PAUSE_MS = 100;
/**
 * Reads every active index blob that `index` does not hold yet, and sets the watermark.
 *
 * Blobs that vanish between list and read were compacted meanwhile: the list is made again, up to ten times.
 * Errors: CAIRN_INDEX_DAMAGED naming the blobs, CAIRN_INDEX_UNSTABLE, those of `manager`, storage kinds.
 */
async function loadIndex(storage, manager, keys, index, options) {
    const memory = new _util_async_js__WEBPACK_IMPORTED_MODULE_3__/* .Semaphore */ .j(BYTES_IN_FLIGHT);
    const damaged = new Map();
    let loadedBlobs = 0;
    let vanished;
    const load = async (blob) => {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(options.signal);
        try {
            await (0,_sealed_blob_js__WEBPACK_IMPORTED_MODULE_1__/* .readSealedBlob */ .mr)(storage, keys, blob.id, (plain) => (0,_codec_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeIndex */ .X)(plain, blob.id, index), options.signal);
            index.loadedBlobs.add(blob.id);
            loadedBlobs++;
        }
        catch (error) {
            if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_INDEX_DAMAGED'))
                damaged.set(blob.id, error);
            else if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
                vanished = blob.id;
            else
                throw error;
        }
    };
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
        if (attempt > 0)
            await options.clock.sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1), options.signal);
        vanished = undefined;
        const active = await manager.loadActive(options.signal);
        const missing = active.blobs.filter(({ id }) => !index.loadedBlobs.has(id) && !damaged.has(id));
        const expected = missing.reduce((sum, { length }) => sum + Math.floor(length / (index.keySizeBytes + LEAST_ENTRY_BYTES)), 0);
        index.reserve(Math.min(expected, MAX_RESERVED));
        await (0,_util_async_js__WEBPACK_IMPORTED_MODULE_3__/* .mapConcurrent */ ._)(missing, options.concurrency ?? DEFAULT_CONCURRENCY, (blob) => memory.use(() => load(blob), Math.min(Math.max(1, blob.length), BYTES_IN_FLIGHT)));
        if (vanished !== undefined)
            continue;
        if (damaged.size > 0 && options.tolerateDamage !== true)
            throw damageOf(damaged);
        index.watermarkSeconds = Math.max(index.watermarkSeconds, active.watermarkSeconds);
        return {
            activeBlobs: active.blobs.length,
            loadedBlobs,
            damaged: [...damaged].map(([blobId, error]) => ({ blobId, error })),
        };
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_INDEX_UNSTABLE', `The index blob ${vanished} is listed in ${storage.displayName} but cannot be read.`, {
        hint: 'Another client may be compacting the index. Run the command again in a few minutes.',
    });
}
/** The error of the only damaged blob, or one that names them all. */
function damageOf(damaged) {
    const errors = [...damaged.values()];
    const [first] = errors;
    if (first !== undefined && errors.length === 1)
        return first;
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_INDEX_DAMAGED', `${errors.length} index blobs are damaged: ${[...damaged.keys()].join(', ')}.`, {
        ...(first?.hint === undefined ? {} : { hint: first.hint }),
        cause: first,
    });
}


/***/ }),

/***/ 68015:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I$: () => (/* binding */ packsToMerge),
/* harmony export */   Qi: () => (/* binding */ withContent),
/* harmony export */   mb: () => (/* binding */ packGroupOf)
/* harmony export */ });
/** Which contents share packs (docs/repository-format.md, "Packs"). */
/** From here on a sealed content is large; such contents are read alone (`pack-reader.ts`). */
const LARGE_BYTES = 1024 * 1024;
/** Where a content goes: one with a prefix letter to the metadata, every other by its sealed length. */
function packGroupOf(hasPrefix, packedBytes) {
    if (hasPrefix)
        return 'metadata';
    return packedBytes < LARGE_BYTES ? 'small' : 'large';
}
/** Counts one more content of a pack; `use` is undefined for the first. */
function withContent(use, hasPrefix, packedBytes) {
    const group = packGroupOf(hasPrefix, packedBytes);
    if (use === undefined)
        return { bytes: packedBytes, group };
    use.bytes += packedBytes;
    if (group === 'small')
        use.group = group;
    return use;
}
/** The packs of which there are at least two of a group: the contents of one alone would only become another such pack. */
function packsToMerge(short) {
    const groups = new Map();
    for (const [pack, { group }] of short)
        groups.set(group, [...(groups.get(group) ?? []), pack]);
    return new Set([...groups.values()].filter((packs) => packs.length > 1).flat());
}


/***/ }),

/***/ 72472:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ET: () => (/* binding */ decodeFormatReplica),
/* harmony export */   Gc: () => (/* binding */ decodePostamble),
/* harmony export */   Iz: () => (/* binding */ REPLICA_SEARCH_BYTES),
/* harmony export */   PF: () => (/* binding */ PREAMBLE_BYTES),
/* harmony export */   Pf: () => (/* binding */ INDEX_SUFFIX_BYTES),
/* harmony export */   _G: () => (/* binding */ encodeFormatReplica),
/* harmony export */   cl: () => (/* binding */ encodePostamble),
/* harmony export */   hi: () => (/* binding */ paddingBytes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _util_crc32_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79559);
/**
 * What is in a pack besides contents (docs/repository-format.md, "Packs").
 *
 * [format replica]            only in repositories without password change
 * random bytes (32)           preamble
 * sealed content ...          one after the other, nothing in between
 * random padding (1..4096)    so that the local index starts at a multiple of 4096
 * sealed local index
 * postamble
 */



/** Random bytes before the first content. */
const PREAMBLE_BYTES = 32;
/** Random bytes at the end of the plain local index, so that no two are equal. */
const INDEX_SUFFIX_BYTES = 32;
const ALIGNMENT = 4096;
const CRC_BYTES = 4;
const MAX_VARINT_BYTES = 5;
/** Number of padding bytes before the local index of a pack that is `size` bytes long: 1..4096, never 0. */
function paddingBytes(size) {
    return ALIGNMENT - (size % ALIGNMENT);
}
// postamble: uvarint 1 | uvarint iv length | iv | uvarint index offset | uvarint index length
//            | CRC-32 of the above (4, BE) | length of everything above (1)
/** The last bytes of a pack. */
function encodePostamble(postamble) {
    const body = (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)([
        encodeUvarint(1),
        encodeUvarint(postamble.indexIv.length),
        postamble.indexIv,
        encodeUvarint(postamble.indexOffset),
        encodeUvarint(postamble.indexLength),
    ]);
    const bytes = new Uint8Array(body.length + CRC_BYTES + 1);
    bytes.set(body);
    new DataView(bytes.buffer).setUint32(body.length, (0,_util_crc32_js__WEBPACK_IMPORTED_MODULE_2__/* .crc32 */ .Q)(body));
    bytes[bytes.length - 1] = body.length + CRC_BYTES;
    return bytes;
}
/** The postamble at the end of `tail`, the last bytes of a pack; undefined when there is none that is whole. */
function decodePostamble(tail) {
    const length = tail[tail.length - 1];
    if (length === undefined || length <= CRC_BYTES || length + 1 > tail.length)
        return undefined;
    const start = tail.length - 1 - length;
    const body = tail.subarray(start, start + length - CRC_BYTES);
    const view = new DataView(tail.buffer, tail.byteOffset + start + body.length, CRC_BYTES);
    if (view.getUint32(0) !== (0,_util_crc32_js__WEBPACK_IMPORTED_MODULE_2__/* .crc32 */ .Q)(body))
        return undefined;
    const cursor = { at: 0 };
    if (decodeUvarint(body, cursor) !== 1)
        return undefined;
    const ivLength = decodeUvarint(body, cursor);
    if (ivLength === undefined || ivLength > body.length - cursor.at)
        return undefined;
    const indexIv = body.slice(cursor.at, cursor.at + ivLength);
    cursor.at += ivLength;
    const indexOffset = decodeUvarint(body, cursor);
    const indexLength = decodeUvarint(body, cursor);
    if (indexOffset === undefined || indexLength === undefined)
        return undefined;
    return { indexIv, indexOffset, indexLength };
}
/** Seven bits to a byte, low bits first, the top bit set on all but the last; values below 2^35. */
function encodeUvarint(value) {
    const bytes = [];
    let rest = value;
    while (rest >= 0x80) {
        bytes.push((rest % 0x80) | 0x80);
        rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
    return Uint8Array.from(bytes);
}
function decodeUvarint(bytes, cursor) {
    let value = 0;
    for (let i = 0; i < MAX_VARINT_BYTES; i++) {
        const byte = bytes[cursor.at++];
        if (byte === undefined)
            return undefined;
        value += (byte & 0x7f) * 2 ** (7 * i);
        if (byte < 0x80)
            return value;
    }
    return undefined;
}
const REPLICA_KEY = 'kopia-repository';
const MAX_REPLICA_BYTES = 65_000;
const REPLICA_MAC_BYTES = 32;
// replica: L (2, little-endian) | json | HMAC-SHA256(json) (32) | L (2, little-endian)        L = json length + 32
/** The copy of `kopia.repository` at the start of a pack; undefined when it is too long to have one. */
function encodeFormatReplica(json) {
    const mac = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(REPLICA_KEY)).update(json).digest();
    const length = json.length + mac.length;
    if (length > MAX_REPLICA_BYTES)
        return undefined;
    const mark = Uint8Array.of(length & 0xff, length >>> 8);
    return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)([mark, json, mac, mark]);
}
/** How many bytes at either end of a pack can hold a replica. */
const REPLICA_SEARCH_BYTES = 65_536;
/** The format blob in the first bytes of a pack, or in the last ones; undefined when there is none that is whole. */
function decodeFormatReplica(bytes, end) {
    if (bytes.length < 2)
        return undefined;
    const markAt = end === 'start' ? 0 : bytes.length - 2;
    const length = (bytes[markAt] ?? 0) | ((bytes[markAt + 1] ?? 0) << 8);
    if (length > MAX_REPLICA_BYTES || length <= REPLICA_MAC_BYTES || length + 2 > bytes.length)
        return undefined;
    const body = end === 'start' ? bytes.subarray(2, 2 + length) : bytes.subarray(markAt - length, markAt);
    const json = body.subarray(0, length - REPLICA_MAC_BYTES);
    const mac = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(REPLICA_KEY)).update(json).digest();
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(mac, body.subarray(json.length)) ? json : undefined;
}


/***/ }),

/***/ 26852:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hc: () => (/* binding */ ciIdentity),
/* harmony export */   Jr: () => (/* binding */ overrideIdentity),
/* harmony export */   Nm: () => (/* binding */ withSourceSuffix),
/* harmony export */   yY: () => (/* binding */ defaultIdentity)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/** Who writes: `user@host` of a client, and the identity that all runs of one GitHub repository share. */

/** Identity of this user on this machine, as kopia computes it: no Windows domain; host name up to the first dot, in lower case. */
function defaultIdentity({ platform, userName, hostName }) {
    const user = userName ?? 'nobody';
    return {
        userName: platform === 'win32' ? user.slice(user.indexOf('\\') + 1) : user,
        host: hostName === undefined ? 'nohost' : (hostName.split('.')[0] ?? '').toLowerCase(),
    };
}
/** `identity`, with the parts that the user or the config file gives taken as they stand. */
function overrideIdentity(identity, given) {
    return { userName: given.userName || identity.userName, host: given.host || identity.host };
}
/**
 * Identity of every run of the GitHub repository `owner/name`: `cairn@owner.name` and `/owner/name`, in lower case.
 *
 * Runners have random names; only a fixed identity makes their snapshots one history. An owner has no dot, so the first dot of the host splits.
 * Fails with CAIRN_USAGE when the name has another form.
 */
function ciIdentity(repository) {
    const match = /^([a-z0-9_-]+)\/([a-z0-9._-]+)$/.exec(repository.toLowerCase());
    const [, owner, name] = match ?? [];
    if (owner === undefined || name === undefined || name === '.' || name === '..') {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `${JSON.stringify(repository)} is not the name of a GitHub repository.`, {
            hint: 'GITHUB_REPOSITORY holds owner/name.',
        });
    }
    return { userName: 'cairn', host: `${owner}.${name}`, path: `/${owner}/${name}` };
}
/** `rootPath` with a suffix such as `pull/12`, which makes it a source with a history of its own; CAIRN_USAGE when the suffix is no plain path. */
function withSourceSuffix(rootPath, suffix) {
    const plain = (suffix ?? '')
        .trim()
        .replaceAll('\\', '/')
        .replace(/^\/+|\/+$/g, '');
    if (plain === '')
        return rootPath;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    if (plain.split('/').some((part) => part === '' || part === '.' || part === '..') || /[\u0000-\u001f\u007f]/.test(plain)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `${JSON.stringify(suffix)} cannot be the suffix of a source.`, {
            hint: 'Use names with single slashes between them, such as linux/node20.',
        });
    }
    return `${rootPath.replace(/\/+$/, '')}/${plain}`;
}


/***/ }),

/***/ 39885:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ formatObjectId),
/* harmony export */   Wx: () => (/* binding */ requireObjectId),
/* harmony export */   u9: () => (/* binding */ parseObjectId)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _content_content_id_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60609);
/**
 * Object IDs (docs/repository-format.md, "Object IDs").
 *
 * { "I" } , [ "Z" ] , [ "D" ] , content ID        I: a list of parts, once per level; Z: the content is a compressed payload
 */


/** Levels of lists that are followed; each holds tens of thousands of parts, so real objects have one or two. */
const MAX_LEVELS = 16;
/** Parses an object ID; undefined when it is none. `D`, a letter without meaning from early versions, is dropped. */
function parseObjectId(text) {
    const match = /^(I*)(Z?)D?([g-z]?[0-9a-f]+)$/.exec(text);
    const [, levels = '', compressed = '', contentId = ''] = match ?? [];
    if (!(0,_content_content_id_js__WEBPACK_IMPORTED_MODULE_1__/* .isContentId */ .n4)(contentId) || levels.length > MAX_LEVELS)
        return undefined;
    if (levels !== '' && compressed !== '')
        return undefined;
    return { levels: levels.length, isCompressed: compressed !== '', contentId };
}
/** Parses an object ID that a user or a directory gave; CAIRN_OBJECT_ID_INVALID when it is none. */
function requireObjectId(text) {
    const parsed = parseObjectId(text);
    if (parsed !== undefined)
        return parsed;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_OBJECT_ID_INVALID', `${JSON.stringify(text)} is no object ID.`, {
        hint: 'Object IDs look like "k5f0c…" and are shown by "cairn ls -l" and "cairn snapshot list".',
    });
}
/** The text form. */
function formatObjectId(id) {
    return `${'I'.repeat(id.levels)}${id.isCompressed ? 'Z' : ''}${id.contentId}`;
}


/***/ }),

/***/ 2371:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vB: () => (/* reexport */ createRepository),
  h_: () => (/* binding */ openRepository),
  _M: () => (/* binding */ repositoryOf)
});

// EXTERNAL MODULE: ./lib/log.js
var lib_log = __webpack_require__(97309);
// EXTERNAL MODULE: ./lib/util/bytes.js
var util_bytes = __webpack_require__(34695);
// EXTERNAL MODULE: ./lib/repo/blob/storage.js
var blob_storage = __webpack_require__(30095);
;// CONCATENATED MODULE: ./lib/repo/blob/anticipating.js

/** A page in most stores. A listing that is longer is not waited for. */
const MAX_LISTED = 1000;
/** Together, in bytes; the rest is read when it is asked for. */
const MAX_READ_BYTES = 16 * 1024 * 1024;
const MAX_READ_BLOBS = 16;
/** What was asked for longer ago is asked for again. */
const MAX_AGE_MS = 30_000;
/**
 * The same storage, which begins to list `prefix` and to read what is there at once. The first listing of that prefix, and the first read of each
 * of those blobs, get what is under way. A failure is that of whoever asks.
 */
function anticipating(storage, { prefix, choose, signal }, clock) {
    const signalled = signal === undefined ? {} : { signal };
    const begunMs = clock.monotonicMs();
    const begin = async () => {
        const blobs = [];
        for await (const blob of storage.listBlobs(prefix, signal)) {
            blobs.push(blob);
            if (blobs.length >= MAX_LISTED)
                return { blobs, isWhole: false, reads: new Map() };
        }
        const reads = new Map();
        let bytes = 0;
        for (const blob of choose(blobs)) {
            if (bytes + blob.length > MAX_READ_BYTES || reads.size >= MAX_READ_BLOBS)
                continue;
            bytes += blob.length;
            const read = storage.getBlob(blob.id, signalled);
            read.catch(() => undefined);
            reads.set(blob.id, read);
        }
        return { blobs, isWhole: true, reads };
    };
    let listed = begin();
    let isListingLeft = true;
    listed.catch(() => undefined);
    const current = () => {
        if (clock.monotonicMs() - begunMs > MAX_AGE_MS)
            listed = undefined;
        return listed;
    };
    return {
        displayName: storage.displayName,
        async getBlob(id, options) {
            const isWhole = options === undefined || (options.offset === undefined && options.length === undefined && options.isFresh !== true);
            const found = isWhole ? current() : undefined;
            // Only a listing that was used tells which blobs are read.
            if (found !== undefined && !isListingLeft) {
                const { reads } = await found;
                const read = reads.get(id);
                reads.delete(id);
                if (read !== undefined)
                    return await read;
            }
            return await storage.getBlob(id, options);
        },
        statBlob: (id) => storage.statBlob(id),
        putBlob: (id, parts, options) => storage.putBlob(id, parts, options),
        deleteBlob: (id) => storage.deleteBlob(id),
        async *listBlobs(asked, given) {
            const found = asked === prefix && isListingLeft ? current() : undefined;
            if (found === undefined) {
                yield* storage.listBlobs(asked, given);
                return;
            }
            isListingLeft = false;
            const { blobs, isWhole } = await found;
            yield* blobs;
            if (isWhole)
                return;
            const known = new Set(blobs.map(({ id }) => id));
            for await (const blob of storage.listBlobs(asked, given))
                if (!known.has(blob.id))
                    yield blob;
        },
        ...(0,blob_storage/* flushOf */.e)(storage),
        close: () => storage.close(),
    };
}

// EXTERNAL MODULE: ./lib/repo/blob/read-checked.js
var read_checked = __webpack_require__(31716);
// EXTERNAL MODULE: ./lib/repo/blob/retaining.js
var retaining = __webpack_require__(58169);
// EXTERNAL MODULE: ./lib/util/async.js
var util_async = __webpack_require__(85416);
;// CONCATENATED MODULE: ./lib/repo/blob/steady-listing.js
/** Listings of the index that never lose what is known to be there (docs/reliability.md, "Listings that lie"). */


/** First characters of the names of index blobs. There are thousands of them at most, while packs may be millions. */
const REMEMBERED = ['x', 'n', 'm', 'l'];
/** What the names of all index blobs begin with, with epochs and without. */
const WHOLE_INDEX = ['x', 'n'];
/** So many blobs that two listings leave out are looked for one by one. */
const MAX_LOOKED_FOR = 100;
const CONCURRENCY = 8;
/**
 * The same storage, except that a listing of index blobs which leaves out one that was listed or put here before is made again, and that
 * what both leave out is looked for by name. Blobs deleted here, or by others since, stay away. As long as listings agree, this costs no request.
 *
 * A client that took an incomplete listing for the truth would put an incomplete index in the place of a complete one, or erase packs that are
 * in use.
 */
function steadyListing(storage) {
    const known = new Map();
    const remember = (blob) => {
        if (REMEMBERED.includes(blob.id.charAt(0)))
            known.set(blob.id, blob);
    };
    const isDeletedHere = new Set();
    const list = async (prefix, signal, into) => {
        for await (const blob of storage.listBlobs(prefix, signal))
            into.set(blob.id, blob);
    };
    /** Names of known blobs that a listing of `prefix` should hold and does not. */
    const missingFrom = (prefix, listed) => [...known.keys()].filter((id) => id.startsWith(prefix) && !listed.has(id));
    const lookFor = async (missing, into) => {
        const looked = missing.slice(0, MAX_LOOKED_FOR);
        let found = 0;
        await (0,util_async/* mapConcurrent */._)(looked, CONCURRENCY, async (id) => {
            const blob = await storage.statBlob(id);
            if (blob === undefined)
                known.delete(id);
            else {
                found++;
                into.set(id, blob);
            }
        });
        // Where all of the first are gone, the rest went with them: another client has cleaned up.
        for (const id of missing.slice(MAX_LOOKED_FOR)) {
            const blob = found === 0 ? undefined : known.get(id);
            if (blob === undefined)
                known.delete(id);
            else
                into.set(id, blob);
        }
    };
    return {
        displayName: storage.displayName,
        getBlob: (id, options) => storage.getBlob(id, options),
        statBlob: (id) => storage.statBlob(id),
        async putBlob(id, parts, options) {
            const put = await storage.putBlob(id, parts, options);
            isDeletedHere.delete(id);
            remember(put);
            return put;
        },
        async deleteBlob(id) {
            known.delete(id);
            if (REMEMBERED.includes(id.charAt(0)))
                isDeletedHere.add(id);
            await storage.deleteBlob(id);
        },
        async *listBlobs(prefix, signal) {
            if (!REMEMBERED.includes(prefix.charAt(0))) {
                yield* storage.listBlobs(prefix, signal);
                return;
            }
            const listed = new Map();
            await list(prefix, signal, listed);
            // No index at all is what a store says that has lost its way, and what a new repository says.
            const isEmpty = listed.size === 0 && WHOLE_INDEX.includes(prefix);
            if (isEmpty || missingFrom(prefix, listed).length > 0)
                await list(prefix, signal, listed);
            const missing = missingFrom(prefix, listed);
            if (missing.length > 0)
                await lookFor(missing, listed);
            for (const blob of listed.values()) {
                if (isDeletedHere.has(blob.id))
                    continue;
                remember(blob);
                yield blob;
            }
        },
        ...(0,blob_storage/* flushOf */.e)(storage),
        close: () => storage.close(),
    };
}

// EXTERNAL MODULE: ./lib/repo/compression/index.js + 10 modules
var compression = __webpack_require__(17185);
// EXTERNAL MODULE: ./lib/repo/content/content-manager.js + 17 modules
var content_manager = __webpack_require__(46081);
// EXTERNAL MODULE: ./lib/repo/content/epoch-manager.js
var epoch_manager = __webpack_require__(97689);
// EXTERNAL MODULE: ./lib/repo/format/index.js + 8 modules
var repo_format = __webpack_require__(16820);
// EXTERNAL MODULE: ./lib/errors.js
var errors = __webpack_require__(452);
// EXTERNAL MODULE: ./lib/repo/blob/read-up-to.js
var read_up_to = __webpack_require__(64028);
;// CONCATENATED MODULE: ./lib/repo/format-blobs.js
/** Reading the two blobs that say how a repository is to be read and written. */




/** The bytes of the format blob. Errors: CAIRN_REPOSITORY_MISSING, CAIRN_FORMAT_DAMAGED, storage kinds. */
async function readFormatBlob(storage, signal) {
    try {
        return await readLimited(storage, repo_format/* FORMAT_BLOB_ID */.YP, signal);
    }
    catch (error) {
        throw (0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND') ? repositoryMissing(storage, error) : error;
    }
}
function repositoryMissing(storage, cause) {
    return new errors/* CairnError */.eb('CAIRN_REPOSITORY_MISSING', `There is no repository in ${storage.displayName}.`, {
        hint: 'Check the location. To make a new repository there, run "cairn repository create".',
        cause,
    });
}
/** The bytes of the blob that says how long the storage has to keep blobs; undefined when there is none. Errors: CAIRN_FORMAT_DAMAGED, storage kinds. */
async function readBlobConfig(storage, signal) {
    try {
        return await readLimited(storage, repo_format/* BLOB_CONFIG_BLOB_ID */.vY, signal);
    }
    catch (error) {
        if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_NOT_FOUND'))
            return undefined;
        throw error;
    }
}
/** In one request, and never more than such a blob can have. */
async function readLimited(storage, id, signal) {
    const bytes = await (0,read_up_to/* readUpTo */.V)(storage, id, 0, repo_format/* MAX_FORMAT_BLOB_BYTES */.Bq + 1, signal);
    if (bytes.length <= repo_format/* MAX_FORMAT_BLOB_BYTES */.Bq)
        return bytes;
    throw new errors/* CairnError */.eb('CAIRN_FORMAT_DAMAGED', `${id} has more than ${repo_format/* MAX_FORMAT_BLOB_BYTES */.Bq} bytes, far more than such a blob can have.`);
}
/** How long the storage has to keep what is written; a reader goes on without knowing it. Errors: CAIRN_FORMAT_DAMAGED, storage kinds. */
async function readRetention(options, format) {
    const { blobConfig, log } = options;
    try {
        return await (0,read_checked/* readChecked */.Y)(blobConfig, (bytes) => (0,repo_format/* retentionOf */.e8)((0,repo_format/* decodeBlobConfig */.Wt)(bytes, format)));
    }
    catch (error) {
        if (!options.isReadOnly || !(0,errors/* isCairnError */.qN)(error, 'CAIRN_FORMAT_DAMAGED'))
            throw error;
        log.warning(`Nothing can be written to the repository: ${error.message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/repo/format-watch.js



/** Clients are given this long to see a lock (docs/repository-format.md, "Required features and upgrade lock"). */
const INTERVAL_MS = 15 * 60_000;
/**
 * The same storage, except that the format blob is looked at again before blobs are read, written or deleted, when the last look is a quarter of
 * an hour ago. Errors: those of `recheckFormat`.
 */
function watchingFormat(storage, format, clock) {
    let lookedMs = clock.monotonicMs();
    let look;
    const mayGoOn = async () => {
        if (look === undefined && clock.monotonicMs() - lookedMs < INTERVAL_MS)
            return;
        look ??= lookAgain().finally(() => {
            look = undefined;
        });
        await look;
    };
    const lookAgain = async () => {
        const found = await storage.statBlob(repo_format/* FORMAT_BLOB_ID */.YP);
        // A blob that is gone or overlong is for the next opening to complain about.
        if (found !== undefined && found.length <= repo_format/* MAX_FORMAT_BLOB_BYTES */.Bq) {
            await (0,read_checked/* readChecked */.Y)(() => storage.getBlob(repo_format/* FORMAT_BLOB_ID */.YP), (bytes) => (0,repo_format/* recheckFormat */.bG)(bytes, format, clock.nowNs()));
        }
        lookedMs = clock.monotonicMs();
    };
    return {
        displayName: storage.displayName,
        async getBlob(id, options) {
            await mayGoOn();
            return await storage.getBlob(id, options);
        },
        statBlob: (id) => storage.statBlob(id),
        async putBlob(id, parts, options) {
            await mayGoOn();
            return await storage.putBlob(id, parts, options);
        },
        async deleteBlob(id) {
            await mayGoOn();
            await storage.deleteBlob(id);
        },
        listBlobs: (prefix, signal) => storage.listBlobs(prefix, signal),
        ...(0,blob_storage/* flushOf */.e)(storage),
        close: () => storage.close(),
    };
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(56495);
// EXTERNAL MODULE: ./lib/util/json-elements.js
var json_elements = __webpack_require__(54292);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
;// CONCATENATED MODULE: ./lib/repo/manifest/json-spans.js
/** Where values stand in JSON text that is known to be valid: for payloads that must be kept letter by letter. */
/** The values of the object that `text` is, by name in lower case; of two the last one, like JSON.parse. */
function memberSpans(text) {
    const spans = new Map();
    let position = skipSpace(text, skipSpace(text, 0) + 1);
    while (position < text.length && text[position] !== '}') {
        const nameEnd = endOfString(text, position);
        const name = JSON.parse(text.slice(position, nameEnd));
        const start = skipSpace(text, skipSpace(text, nameEnd) + 1);
        const end = endOfValue(text, start);
        spans.set(String(name).toLowerCase(), { start, end });
        position = skipSpace(text, end);
        if (text[position] === ',')
            position = skipSpace(text, position + 1);
    }
    return spans;
}
function skipSpace(text, at) {
    let position = at;
    for (let code = text.charCodeAt(position); code === 32 || code === 9 || code === 10 || code === 13; code = text.charCodeAt(position)) {
        position++;
    }
    return position;
}
function endOfString(text, start) {
    for (let position = start + 1; position < text.length; position++) {
        const code = text.charCodeAt(position);
        if (code === 92)
            position++;
        else if (code === 34)
            return position + 1;
    }
    return text.length;
}
function endOfValue(text, start) {
    let depth = 0;
    for (let position = start; position < text.length; position++) {
        const character = text[position];
        if (character === '"')
            position = endOfString(text, position) - 1;
        else if (character === '{' || character === '[')
            depth++;
        else if (character === '}' || character === ']') {
            if (depth === 0)
                return position;
            depth--;
        }
        else if (depth === 0 && (character === ',' || character === ' ' || character === '\n' || character === '\r' || character === '\t')) {
            return position;
        }
        if (depth === 0 && (character === '"' || character === '}' || character === ']'))
            return position + 1;
    }
    return text.length;
}

;// CONCATENATED MODULE: ./lib/repo/manifest/envelope.js
/**
 * Manifests as they are stored (docs/repository-format.md, "Manifests"): a gzip stream of
 *
 * {"entries":[{"id":…,"labels":{…},"modified":time,"deleted":true when it is,"data":…}, …]} and a line feed
 *
 * The payload under `data` is kept as the text it is: numbers in it may not fit a JavaScript number.
 */







const MiB = 1024 * 1024;
/** Larger contents are decompressed piece by piece. */
const AT_ONCE_BYTES = MiB;
const MAX_PLAIN_BYTES = 256 * MiB;
/** Manifests hold hashes and random IDs, which do not shrink: what is more than this many times as long as its bytes was made to fill memory. */
const MAX_RATIO = 64;
/** As much may always come out, however few the bytes are. */
const ALWAYS_PLAIN_BYTES = 16 * MiB;
/** Snapshots have about a kilobyte, policies seldom more. */
const LIMITS = { elementBytes: 16 * MiB, restBytes: MiB };
/** The content that holds these manifests. */
function encodeEnvelope(manifests, gzip = external_node_zlib_.gzipSync) {
    const entries = manifests.map(({ id, labels, modifiedNs, json }) => {
        const head = `"id":${(0,go_json/* encodeGoString */.gN)(id)},"labels":${json === undefined ? 'null' : (0,go_json/* encodeGoMap */.b3)(labels)},"modified":${(0,go_json/* encodeGoTime */.O6)(modifiedNs)}`;
        return json === undefined ? `{${head},"deleted":true,"data":null}` : `{${head},"data":${json}}`;
    });
    return gzip((0,util_bytes/* utf8 */.As)(`{"entries":[${entries.join(',')}]}\n`));
}
/** The manifests in a content; CAIRN_MANIFEST_DAMAGED names it. */
async function decodeEnvelope(bytes, contentId) {
    const scanner = new json_elements/* ElementScanner */.p('entries', LIMITS, (part) => damaged(contentId, part === 'element' ? 'one of its entries is too long' : 'it holds too much beside its entries'));
    const manifests = [];
    const decode = (piece) => {
        for (const text of scanner.push(piece))
            manifests.push(decodeEntry(text, `entry ${manifests.length}`, contentId));
    };
    for await (const piece of plainPieces(bytes, contentId))
        decode(piece);
    const rest = parsed(scanner.finish(), contentId);
    if (!isRecord(rest))
        throw damaged(contentId, 'it is not a JSON object');
    const entries = rest[nameLike(rest, 'entries')];
    if (entries !== null && entries !== undefined && !Array.isArray(entries))
        throw damaged(contentId, 'its entries are not a list');
    return manifests;
}
/** The decompressed bytes: at once when they are few, as nearly always, and else as they come. */
async function* plainPieces(bytes, contentId) {
    const limit = Math.min(MAX_PLAIN_BYTES, Math.max(ALWAYS_PLAIN_BYTES, bytes.length * MAX_RATIO));
    const small = gunzipSmall(bytes, contentId);
    if (small !== undefined)
        return yield small;
    const stream = (0,external_node_zlib_.createGunzip)();
    stream.end(bytes);
    let length = 0;
    try {
        for await (const piece of stream) {
            length += piece.length;
            if (length > limit)
                break;
            yield piece;
        }
    }
    catch (cause) {
        throw (0,errors/* isCairnError */.qN)(cause) ? cause : damaged(contentId, 'it is not compressed JSON', cause);
    }
    if (length > limit)
        throw damaged(contentId, `its ${bytes.length} bytes stand for more than ${limit}`);
}
function gunzipSmall(bytes, contentId) {
    try {
        return (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: AT_ONCE_BYTES });
    }
    catch (cause) {
        if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE')
            return undefined;
        throw damaged(contentId, 'it is not compressed JSON', cause);
    }
}
function parsed(text, contentId) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw damaged(contentId, 'it is not compressed JSON', cause);
    }
}
function decodeEntry(text, where, contentId) {
    const entry = parsed(text, contentId);
    if (!isRecord(entry))
        throw damaged(contentId, `${where} is not an object`);
    const field = (name) => entry[nameLike(entry, name)];
    const id = field('id');
    const modified = field('modified');
    const modifiedNs = typeof modified === 'string' ? (0,timestamp/* parseTimestamp */.l)(modified) : undefined;
    if (typeof id !== 'string' || id === '')
        throw damaged(contentId, `${where} has no ID`);
    if (modifiedNs === undefined)
        throw damaged(contentId, `${where} has no valid time`);
    if (field('deleted') === true)
        return { id, labels: {}, modifiedNs, json: undefined };
    const labels = Object.create(null);
    const stored = field('labels');
    if (stored !== null && stored !== undefined) {
        if (!isRecord(stored))
            throw damaged(contentId, `the labels of ${where} are not an object`);
        for (const [name, value] of Object.entries(stored)) {
            if (typeof value !== 'string')
                throw damaged(contentId, `label ${JSON.stringify(name)} of ${where} is not text`);
            labels[name] = value;
        }
    }
    const data = memberSpans(text).get('data');
    return { id, labels: Object.freeze(labels), modifiedNs, json: data === undefined ? 'null' : text.slice(data.start, data.end) };
}
function damaged(contentId, what, cause) {
    return new errors/* CairnError */.eb('CAIRN_MANIFEST_DAMAGED', `Content ${contentId} holds manifests but cannot be read: ${what}.`, {
        hint: 'Snapshots and policies in it are lost unless the storage has an older copy. Nothing is changed until this is settled.',
        cause,
    });
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Kopia matches names of fields without regard to case. */
function nameLike(record, name) {
    if (Object.hasOwn(record, name))
        return name;
    return Object.keys(record).find((key) => key.toLowerCase() === name) ?? name;
}

;// CONCATENATED MODULE: ./lib/repo/manifest/manifest-manager.js
/** The labelled JSON documents of a repository: snapshots, policies and the like (docs/repository-format.md, "Manifests"). */






const LOAD_CONCURRENCY = 8;
const MAX_LOADS = 3;
/** Manifests that were put are seen at once by this value, and by others after the flush. */
class Manifests {
    #options;
    /** Winners of the merge, tombstones included. */
    #loaded;
    /** Not yet in a content, newest last. */
    #pending = [];
    /** By the ID of the content. */
    #damaged = new Map();
    constructor(options) {
        this.#options = options;
    }
    async find(labels) {
        const wanted = Object.entries(labels);
        const found = [];
        for (const manifest of (await this.#current()).values()) {
            if (manifest.json !== undefined && wanted.every(([name, value]) => manifest.labels[name] === value))
                found.push(manifest);
        }
        // Times may be equal: the ID makes the order the same everywhere.
        found.sort((a, b) => (a.modifiedNs < b.modifiedNs ? -1 : a.modifiedNs > b.modifiedNs ? 1 : a.id < b.id ? -1 : 1));
        return found.map(entryOf);
    }
    async get(id) {
        const manifest = (await this.#current()).get(id);
        return manifest?.json === undefined ? undefined : { entry: entryOf(manifest), json: manifest.json };
    }
    async put(labels, json) {
        this.#checkWritable();
        checkPayload(labels, json);
        const id = (0,util_bytes/* toHex */.nj)(this.#options.random(16));
        this.#pending.push({ id, labels: { ...labels }, modifiedNs: this.#options.clock.nowNs(), json });
        return id;
    }
    async delete(id) {
        this.#checkWritable();
        const manifest = (await this.#current()).get(id);
        if (manifest?.json === undefined)
            return;
        const nowNs = this.#options.clock.nowNs();
        // A tombstone must be later than what it buries: on equal times either may win.
        const modifiedNs = nowNs > manifest.modifiedNs ? nowNs : manifest.modifiedNs + 1n;
        this.#pending.push({ id, labels: {}, modifiedNs, json: undefined });
    }
    async refresh() {
        this.#loaded = undefined;
    }
    /** Contents whose manifests are unknown because they are damaged, as far as manifests have been read; only with `toleratesDamage`. */
    get damaged() {
        return this.#damaged;
    }
    /** Reads the manifests unless that was done before. */
    async load() {
        await this.#current();
    }
    /** Writes what was put and deleted to a content, which the next flush of the contents commits. */
    writePending() {
        if (this.#pending.length === 0)
            return;
        const pending = this.#pending;
        this.#pending = [];
        // Gzip leaves nothing for the compression of contents to gain.
        this.#options.contents.write(encodeEnvelope(pending, this.#options.gzip), 'm', undefined);
        if (this.#loaded === undefined)
            return;
        this.#loaded = this.#loaded.then((loaded) => merge(new Map(loaded), pending));
        this.#loaded.catch(() => undefined);
    }
    /**
     * Puts all manifests together into one content when they are spread over at least `minContents`, and returns over how many they were, else 0.
     * Tombstones from before `tombstonesSinceNs` are left out. For maintenance only: nothing else may write through these contents meanwhile.
     */
    async compact(minContents, tombstonesSinceNs, signal) {
        this.#checkWritable();
        const { contents, gzip } = this.#options;
        this.writePending();
        await contents.flush(signal);
        // Fewer than are worth it, as far as is known: not worth looking again either.
        if (this.#contentIds().length < minContents)
            return 0;
        await contents.refresh(signal);
        const { ids, loaded } = await this.#load();
        // What could not be read would be deleted unseen.
        if (ids.length < minContents || this.#damaged.size > 0)
            return 0;
        const kept = [...loaded.values()].filter(({ json, modifiedNs }) => json !== undefined || modifiedNs >= tombstonesSinceNs);
        kept.sort((a, b) => (a.id < b.id ? -1 : 1));
        // In one go, so that one index blob commits both: the new content, and that the old ones are deleted.
        const written = kept.length === 0 ? undefined : contents.write(encodeEnvelope(kept, gzip), 'm', undefined).id;
        for (const id of ids)
            if (id !== written)
                contents.markDeleted(id);
        await contents.flush(signal);
        await this.refresh();
        return ids.length;
    }
    async #current() {
        if (this.#loaded === undefined) {
            const loading = this.#load().then(({ loaded }) => loaded);
            this.#loaded = loading;
            // A failed load is tried again by whoever asks next.
            loading.catch(() => {
                if (this.#loaded === loading)
                    this.#loaded = undefined;
            });
        }
        const loaded = await this.#loaded;
        return this.#pending.length === 0 ? loaded : merge(new Map(loaded), this.#pending);
    }
    /** The contents that hold manifests, and the winners of their merge. */
    async #load() {
        const { contents } = this.#options;
        for (let attempt = 1;; attempt++) {
            const ids = this.#contentIds();
            try {
                const lists = await (0,util_async/* mapConcurrent */._)(ids, LOAD_CONCURRENCY, (id) => this.#read(id, attempt >= MAX_LOADS));
                const loaded = new Map();
                for (const list of lists)
                    merge(loaded, list);
                return { ids, loaded };
            }
            catch (error) {
                // Another client may have put the manifests together into a new content.
                if (!isGone(error) || attempt >= MAX_LOADS)
                    throw error;
                await contents.refresh();
            }
        }
    }
    #contentIds() {
        const ids = [];
        for (const entry of this.#options.contents.entries({ prefix: 'm' }))
            if (!entry.isDeleted)
                ids.push(entry.id);
        return ids;
    }
    async #read(id, isLastTry) {
        const { contents, toleratesDamage = false, log = lib_log/* nullLogger */.G } = this.#options;
        try {
            return await decodeEnvelope(await contents.read(id), id);
        }
        catch (error) {
            if (!toleratesDamage || !(0,errors/* isCairnError */.qN)(error) || error.kind !== 'damage' || (isGone(error) && !isLastTry))
                throw error;
            if (!this.#damaged.has(id))
                log.warning(`${error.message} The snapshots and policies that only content ${id} holds are missing.`);
            this.#damaged.set(id, error);
            return [];
        }
    }
    #checkWritable() {
        if (this.#options.isReadOnly)
            throw (0,content_manager/* readOnly */.T)();
    }
}
function isGone(error) {
    return (0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_MISSING') || (0,errors/* isCairnError */.qN)(error, 'CAIRN_CONTENT_MISSING');
}
/** Adds versions of manifests: the later one wins, on equal times a tombstone. */
function merge(into, manifests) {
    for (const manifest of manifests) {
        const present = into.get(manifest.id);
        if (present === undefined || manifest.modifiedNs > present.modifiedNs || isTombstoneOf(manifest, present)) {
            into.set(manifest.id, manifest);
        }
    }
    return into;
}
function isTombstoneOf(manifest, present) {
    return manifest.modifiedNs === present.modifiedNs && manifest.json === undefined;
}
function entryOf(manifest) {
    const { id, labels, modifiedNs, json = '' } = manifest;
    return { id, labels, modifiedNs, length: (0,util_bytes/* utf8 */.As)(json).length };
}
function checkPayload(labels, json) {
    try {
        JSON.parse(json);
    }
    catch (cause) {
        throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'A manifest was to be stored that is not JSON.', { cause });
    }
    if (labels['type'] === undefined)
        throw new errors/* CairnError */.eb('CAIRN_INTERNAL', 'A manifest was to be stored that has no type.');
}

// EXTERNAL MODULE: ./lib/fs/attributes.js
var attributes = __webpack_require__(52702);
// EXTERNAL MODULE: ./lib/fs/new-file.js
var new_file = __webpack_require__(27560);
// EXTERNAL MODULE: ./lib/repo/api.js
var api = __webpack_require__(91576);
// EXTERNAL MODULE: ./lib/repo/object/object-id.js
var object_id = __webpack_require__(39885);
;// CONCATENATED MODULE: ./lib/repo/object/file-extractor.js
/** Objects as files: contents go to the lanes as they lie in their packs, and are opened and written there. */





/** Pieces of one file that are under way. */
const PIECES_PER_FILE = 6;
/** Writes small objects of one content each; see `ObjectManager.extractFiles`. Errors: CAIRN_INTERNAL when a worker ends. */
async function extractFiles(contents, files, rules) {
    const outcomes = files.map(() => undefined);
    const batch = [];
    const places = [];
    for (const [index, { id, size, target }] of files.entries()) {
        const content = await readSmall(contents, id, size);
        if (content === undefined)
            continue;
        batch.push({ content, target });
        places.push(index);
    }
    if (batch.length === 0)
        return outcomes;
    const { losses, failures } = await contents.extracting.writeFiles(batch, rules);
    for (const [at, place] of places.entries())
        outcomes[place] = losses[at];
    for (const { index, isContent, error } of failures)
        outcomes[places[index] ?? 0] = isContent ? undefined : error;
    return outcomes;
}
/** The sealed content of a small object, or undefined where anything is out of the ordinary. */
async function readSmall(contents, id, size) {
    const parsed = (0,object_id/* parseObjectId */.u9)(id);
    if (parsed === undefined || parsed.levels > 0 || parsed.isCompressed)
        return undefined;
    const entry = contents.index.get(parsed.contentId);
    if (entry === undefined || entry.originalLength !== size || entry.packedLength > api/* BATCH_LIMITS */.k.bytes)
        return undefined;
    try {
        return contents.peekSealed(entry) ?? (await contents.readSealed(entry));
    }
    catch (error) {
        // It is tried alone, where it is the failure of one file.
        if (isWorthReadingAgain(error) || (0,errors/* isCairnError */.qN)(error, 'CAIRN_STORAGE_IO'))
            return undefined;
        throw error;
    }
}
/** Writes an object of one content; returns bits of `LOST`. Errors: CAIRN_CONTENT_*, CAIRN_BLOB_MISSING, storage kinds, those of the system. */
async function extractContent(contents, entry, target, rules, signal) {
    async function* whole() {
        yield { start: 0, entry };
    }
    return await extractParts(contents, whole(), entry.originalLength, target, rules, signal);
}
/** Writes an object of several contents, of `length` bytes together. Returns and throws like `extractContent`. */
async function extractParts(contents, parts, length, target, rules, signal) {
    (0,errors/* throwIfCancelled */.dZ)(signal);
    const file = new new_file/* NewFile */.PA(target, rules, length);
    const underWay = new Set();
    let failure;
    try {
        try {
            for await (const { start, entry } of parts) {
                (0,errors/* throwIfCancelled */.dZ)(signal);
                const piece = extractPiece(contents, entry, { descriptor: file.descriptor, position: start, isSparse: rules.isSparse })
                    .catch((error) => {
                    failure ??= { error };
                })
                    .finally(() => underWay.delete(piece));
                underWay.add(piece);
                if (underWay.size >= PIECES_PER_FILE)
                    await Promise.race(underWay);
                if (failure !== undefined)
                    break;
            }
        }
        finally {
            // The number of a closed file may be another file's at once.
            await Promise.all(underWay);
        }
        if (failure !== undefined)
            throw failure.error;
        return file.finish(new attributes/* AttributeWriter */.A(rules));
    }
    finally {
        file.discard();
    }
}
async function extractPiece(contents, entry, place) {
    try {
        await contents.extracting.writePiece(entry.packedLength, () => contents.readSealed(entry), place);
    }
    catch (error) {
        if (!isWorthReadingAgain(error))
            throw error;
        // Not to be released: it may be kept for the next who reads it.
        const plain = await contents.readEntry(entry);
        (0,new_file/* writeAt */.HN)(place.descriptor, plain, place.position, place.isSparse);
    }
}
/** Damage may have come from the way here, and maintenance may have moved a content: `readEntry` knows what to do. */
function isWorthReadingAgain(error) {
    return (0,errors/* isCairnError */.qN)(error) && error.kind === 'damage';
}

// EXTERNAL MODULE: ./lib/repo/content/pool/protocol.js
var protocol = __webpack_require__(23293);
// EXTERNAL MODULE: ./lib/repo/content/content-codec.js
var content_codec = __webpack_require__(29984);
// EXTERNAL MODULE: ./lib/repo/splitter/index.js + 5 modules
var repo_splitter = __webpack_require__(4297);
;// CONCATENATED MODULE: ./lib/repo/object/indirect.js
/**
 * Lists of parts that make up a long object (docs/repository-format.md, "Indirect objects").
 *
 * {"stream":"kopia:indirect","entries":[{"l":131072,"o":"482c…"},{"s":131072,"l":1024,"o":"ef39…"}]} and a line feed
 */



/** A part is written with at least this many bytes for each bracket and comma of it; far denser JSON would need many times its size in memory. */
const BYTES_PER_MARK = 8;
/** Shorter lists may look as they like. */
const DENSE_FROM_BYTES = 64 * 1024;
/** The exact bytes that kopia writes for these parts: zero numbers are left out. */
function encodeIndirect(parts) {
    const entries = parts.map(({ start, length, id }) => {
        return `{${start === 0 ? '' : `"s":${start},`}${length === 0 ? '' : `"l":${length},`}"o":"${id}"}`;
    });
    return (0,util_bytes/* utf8 */.As)(`{"stream":"kopia:indirect","entries":[${entries.join(',')}]}\n`);
}
/** Reads a list of parts; CAIRN_OBJECT_DAMAGED naming `id` unless they follow each other without gaps. */
function decodeIndirect(bytes, id) {
    if (isTooDense(bytes))
        throw objectDamaged(id, 'its list of parts has another form');
    let json;
    try {
        json = JSON.parse((0,util_bytes/* fromUtf8 */.ar)(bytes) ?? '');
    }
    catch (cause) {
        throw objectDamaged(id, 'its list of parts is not JSON', cause);
    }
    if (!indirect_isRecord(json) || json['stream'] !== 'kopia:indirect' || !Array.isArray(json['entries'])) {
        throw objectDamaged(id, 'its list of parts has another form');
    }
    let end = 0;
    const entries = json['entries'];
    return entries.map((entry, index) => {
        const { s: start = 0, l: length = 0, o: part } = indirect_isRecord(entry) ? entry : {};
        if (!isLength(start) || !isLength(length) || typeof part !== 'string' || (0,object_id/* parseObjectId */.u9)(part) === undefined) {
            throw objectDamaged(id, `part ${index} of its list is malformed`);
        }
        if (start !== end || !Number.isSafeInteger(start + length))
            throw objectDamaged(id, `part ${index} of its list does not follow the one before`);
        end = start + length;
        return { start, length, id: part };
    });
}
function isTooDense(bytes) {
    if (bytes.length < DENSE_FROM_BYTES)
        return false;
    let marks = 0;
    for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i];
        // `,` `[` `{`
        if (byte === 0x2c || byte === 0x5b || byte === 0x7b)
            marks++;
    }
    return marks > bytes.length / BYTES_PER_MARK;
}
/** The error of an object that cannot be put together. */
function objectDamaged(id, what, cause) {
    return new errors/* CairnError */.eb('CAIRN_OBJECT_DAMAGED', `Object ${id} is damaged: ${what}.`, {
        hint: 'Take a new snapshot of the same files, or restore from an earlier one.',
        cause,
    });
}
function indirect_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isLength(value) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

;// CONCATENATED MODULE: ./lib/repo/object/object-writer.js
/** Byte streams of any length as objects (docs/repository-format.md, "Objects"). */





/** What directories and lists of parts are compressed with unless told otherwise. */
const DEFAULT_METADATA_COMPRESSOR = 'zstd-fastest';
/** Contents of this size and more are worth a way to a worker and back. */
const POOL_FROM_BYTES = 64 * 1024;
/** The splitter that an object is cut with. */
function splitterOf(contents, options) {
    const name = options.splitter === undefined || options.splitter === '' ? contents.format.splitter : options.splitter;
    return { name, splitter: (0,repo_splitter/* createSplitter */.W3)(name) };
}
/** Refuses an unknown compression here, because a worker that meets one ends. Errors: CAIRN_NOT_SUPPORTED. */
function assertCompressor(name) {
    (0,content_codec/* writingCompressor */.Ct)(name);
}
/** Stores bytes that are in memory already. */
async function writeBytes(contents, bytes, options) {
    (0,errors/* throwIfCancelled */.dZ)(options.signal);
    const { splitter } = splitterOf(contents, options);
    if (bytes.length <= splitter.minBytes)
        return await writeParts(contents, [await store(contents, bytes.length < POOL_FROM_BYTES ? bytes : copyOf(bytes, 0, bytes.length), options)], options);
    const parts = [];
    for (let start = 0; start < bytes.length;) {
        const cut = splitter.findCut(bytes, start, bytes.length);
        const length = cut < 0 ? bytes.length - start : cut;
        parts.push(keep(store(contents, copyOf(bytes, start, length), options)));
        start += length;
        if (parts.length % (2 * contents.pool.laneCount) === 0)
            await parts[parts.length - 1 - contents.pool.laneCount];
        (0,errors/* throwIfCancelled */.dZ)(options.signal);
    }
    return await writeParts(contents, await Promise.all(parts), options);
}
/** Stores a stream of unknown length; memory is bounded by a few contents. */
async function writeStream(contents, chunks, options) {
    const { splitter } = splitterOf(contents, options);
    const window = new Uint8Array(2 * splitter.maxBytes);
    const parts = [];
    let filled = 0;
    const cutOff = async (length) => {
        const part = keep(store(contents, copyOf(window, 0, length), options));
        parts.push(part);
        window.copyWithin(0, length, filled);
        filled -= length;
        const oldest = parts[parts.length - 1 - contents.pool.laneCount];
        if (oldest !== undefined)
            await oldest;
    };
    for await (const chunk of chunks) {
        (0,errors/* throwIfCancelled */.dZ)(options.signal);
        for (let offset = 0; offset < chunk.length;) {
            const count = Math.min(chunk.length - offset, window.length - filled);
            window.set(chunk.subarray(offset, offset + count), filled);
            offset += count;
            filled += count;
            while (filled >= splitter.maxBytes)
                await cutOff(splitter.findCut(window, 0, filled));
        }
    }
    while (filled > 0) {
        const cut = splitter.findCut(window, 0, filled);
        await cutOff(cut < 0 ? filled : cut);
    }
    if (parts.length === 0)
        parts.push(store(contents, new Uint8Array(0), options));
    return await writeParts(contents, await Promise.all(parts), options);
}
/** One part is the object itself; more get a list, which is an object again, and one more `I`. */
async function writeParts(contents, parts, options) {
    const [only] = parts;
    if (parts.length === 1 && only !== undefined)
        return objectOfPart(only);
    return await writePartList(contents, parts, options);
}
/** A list of parts, however many there are. */
async function writePartList(contents, parts, options) {
    let length = 0;
    let newBytes = 0;
    const entries = parts.map((part) => {
        const entry = { start: length, length: part.length, id: idOfPart(part) };
        length += part.length;
        if (part.isNew)
            newBytes += part.length;
        return entry;
    });
    const compressor = options.metadataCompressor ?? DEFAULT_METADATA_COMPRESSOR;
    // Lists are cut by the splitter of the repository, whatever the object itself was cut with.
    const list = await writeListBytes(contents, encodeIndirect(entries), options.prefix || 'x', compressor, options.signal);
    return { id: `I${list.id}`, length, newBytes: newBytes + list.newBytes };
}
/** The object that is one part. */
function objectOfPart(part) {
    return { id: idOfPart(part), length: part.length, newBytes: part.isNew ? part.length : 0 };
}
/** The object ID of a single part. */
function idOfPart(part) {
    return (0,object_id/* formatObjectId */.Ax)({ levels: 0, isCompressed: part.isCompressed, contentId: part.id });
}
async function writeListBytes(contents, bytes, prefix, compressor, signal) {
    const splitter = (0,repo_splitter/* createSplitter */.W3)(contents.format.splitter);
    const parts = [];
    for (let start = 0; start < bytes.length;) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        const cut = splitter.findCut(bytes, start, bytes.length);
        const length = cut < 0 ? bytes.length - start : cut;
        parts.push(contents.write(bytes.subarray(start, start + length), prefix, compressor));
        start += length;
    }
    const [only] = parts;
    if (parts.length === 1 && only !== undefined)
        return { id: only.id, length: only.length, newBytes: only.isNew ? only.length : 0 };
    let offset = 0;
    let newBytes = 0;
    const entries = parts.map((part) => {
        const entry = { start: offset, length: part.length, id: part.id };
        offset += part.length;
        if (part.isNew)
            newBytes += part.length;
        return entry;
    });
    const list = await writeListBytes(contents, encodeIndirect(entries), prefix, compressor, signal);
    return { id: `I${list.id}`, length: offset, newBytes: newBytes + list.newBytes };
}
/** Metadata and small contents are stored on the spot, the others by a worker; `bytes` is given away. */
async function store(contents, bytes, options) {
    const prefix = options.prefix ?? '';
    if (prefix !== '' || bytes.length < POOL_FROM_BYTES) {
        await contents.room(options.signal);
        return contents.write(bytes, prefix, options.compressor);
    }
    assertCompressor(options.compressor);
    return await contents.pool.writePiece(bytes, options.compressor, options.signal);
}
/** A part in memory of its own, because a worker takes that over. Never `slice`: that of a Buffer does not copy. */
function copyOf(bytes, start, length) {
    return new Uint8Array(bytes.subarray(start, start + length));
}
/** A promise that is awaited later: its failure must not count as unhandled until then. */
function keep(promise) {
    promise.catch(() => undefined);
    return promise;
}

;// CONCATENATED MODULE: ./lib/repo/object/file-writer.js
/** Files of the tree as objects: small ones in batches, large ones cut by a worker, very large ones in sections. */




/**
 * Reads and stores small files of one batch; undefined for each that is not small, or has grown since.
 * Rejects as a whole when nothing can be written; what concerns one file (CAIRN_FILE_*) is its outcome.
 */
async function writeFiles(contents, files, options) {
    const { minBytes } = splitterOf(contents, options).splitter;
    assertCompressor(options.compressor);
    const small = files.filter((file) => isSmall(file, minBytes));
    if (small.length === 0)
        return files.map(() => undefined);
    const stale = contents.freshen(options.signal);
    if (stale !== undefined)
        await stale;
    const parts = await contents.pool.writeSmallFiles(small, options.compressor, options.signal);
    const outcomes = parts.map((part) => {
        if (part === undefined || (0,errors/* isCairnError */.qN)(part))
            return part;
        return part.length <= minBytes ? objectOfPart(part) : undefined;
    });
    if (small.length === files.length)
        return outcomes;
    const ofFile = new Map(small.map((file, index) => [file, outcomes[index]]));
    return files.map((file) => ofFile.get(file));
}
const folderRules = new WeakMap();
/** One value for all folders with the same rules, so that they may share a message. */
function rulesFor(avoid, maxFileBytes) {
    const known = folderRules.get(avoid) ?? new Map();
    folderRules.set(avoid, known);
    const rules = known.get(maxFileBytes) ?? { avoid, maxFileBytes };
    known.set(maxFileBytes, rules);
    return rules;
}
/** Reads a folder and stores its small files; undefined when it takes a closer look. Rejects when nothing can be written. */
async function readFolder(contents, folder, options) {
    const { minBytes } = splitterOf(contents, options).splitter;
    const { compressor, signal } = options;
    assertCompressor(compressor);
    const stale = contents.freshen(signal);
    if (stale !== undefined)
        await stale;
    const rules = rulesFor(folder.avoid, Math.min(protocol/* SMALL_FILE_BYTES */.XG, minBytes));
    const stored = await contents.pool.readFolder({ folder, rules, compressor }, signal);
    if (stored === undefined)
        return undefined;
    const { names, facts, parts, vanished } = stored;
    return { names, facts, objects: parts.map((part) => (part === undefined ? undefined : objectOfPart(part))), vanished };
}
/** Whether the file fits a batch and no splitter would cut it. */
function isSmall({ size, sectionSize = 0 }, minBytes) {
    return size <= Math.min(protocol/* SMALL_FILE_BYTES */.XG, minBytes) && (sectionSize <= 0 || size <= sectionSize);
}
/** Reads and stores a file. Errors: CAIRN_FILE_UNREADABLE, CAIRN_FILE_VANISHED, CAIRN_FILE_CHANGED, CAIRN_NOT_SUPPORTED, storage kinds. */
async function writeFile(contents, file, options) {
    const { name, splitter } = splitterOf(contents, options);
    const { signal } = options;
    const compressor = options.compressor;
    assertCompressor(compressor);
    const stale = contents.freshen(signal);
    if (stale !== undefined)
        await stale;
    const sectionSize = file.sectionSize ?? 0;
    if (isSmall(file, splitter.minBytes)) {
        const [part] = await contents.pool.writeSmallFiles([file], compressor, signal);
        if ((0,errors/* isCairnError */.qN)(part))
            throw part;
        // A batch has room for a file that grew; it counts as small only while a splitter would not cut it.
        if (part !== undefined && part.length <= splitter.minBytes)
            return objectOfPart(part);
    }
    const cut = (startByte, endByte) => {
        const pieces = [];
        options.onLargeFile?.(() => writeFirst(contents, pieces, options));
        const onPiece = options.onLargeFile === undefined ? undefined : (piece) => void pieces.push(piece);
        return contents.pool.cutFile({ file, startByte, endByte, splitter: name, compressor, onPiece }, signal);
    };
    if (sectionSize <= 0 || file.size <= sectionSize)
        return await writeParts(contents, await cut(0, undefined), options);
    // The last section goes to the end of the file, wherever that is by then, and may be empty.
    const count = Math.floor(file.size / sectionSize) + 1;
    const numbers = Array.from({ length: count }, (_, number) => number);
    const sections = await (0,util_async/* mapConcurrent */._)(numbers, contents.pool.laneCount, (number) => cut(number * sectionSize, number === count - 1 ? undefined : (number + 1) * sectionSize));
    return await writePartList(contents, sections.flat(), options);
}
/** An object of the pieces that have been begun so far, when they are stored; undefined when there is none yet. */
async function writeFirst(contents, pieces, options) {
    const begun = await Promise.allSettled(pieces.slice());
    const parts = [];
    for (const piece of begun) {
        // What comes after a piece that is missing would stand at the wrong place.
        if (piece.status === 'rejected')
            break;
        parts.push(piece.value);
    }
    // The upload may have been stopped meanwhile; that is no reason to lose what is there.
    return parts.length === 0 ? undefined : await writeParts(contents, parts, { ...options, signal: undefined });
}

;// CONCATENATED MODULE: ./lib/repo/object/object-reader.js
/** Reading objects back (docs/repository-format.md, "Objects"). */






const object_reader_MiB = 1024 * 1024;
const DEFAULT_LIMIT_BYTES = 256 * object_reader_MiB;
/** Longest list of parts that is read: enough for more than ten terabytes. */
const LIST_LIMIT_BYTES = 256 * object_reader_MiB;
/** A compressed content on its own does not tell its length; no splitter makes longer ones. */
const MAX_COMPRESSED_CONTENT_BYTES = 16 * object_reader_MiB;
/** Contents that are fetched before they are asked for. */
const READ_AHEAD = 2;
/** Opens an object; reads its list of parts when it has one. Errors: CAIRN_OBJECT_ID_INVALID, CAIRN_OBJECT_DAMAGED, CAIRN_CONTENT_*. */
async function openObject(contents, id) {
    const parsed = (0,object_id/* requireObjectId */.Wx)(id);
    if (parsed.levels > 0)
        return readerOf(contents, id, await readParts(contents, id, parsed));
    if (parsed.isCompressed) {
        const bytes = (0,compression/* decompressPayload */.G8)(await contents.read(parsed.contentId), MAX_COMPRESSED_CONTENT_BYTES);
        return readerOfBytes(id, bytes);
    }
    const entry = await contents.find(parsed.contentId);
    const length = entry.originalLength;
    const reader = readingOf(contents, id, [{ start: 0, length, id }]);
    // Most objects are one content, and its entry is known already.
    return {
        ...reader,
        readAll: (limit) => (fits(length, limit) ? contents.readEntry(entry) : reader.readAll(limit)),
        extract: (target, rules, signal) => extractContent(contents, entry, target, rules, signal),
    };
}
/** Contents that make up an object, those of its lists included, each once. Errors: CAIRN_CONTENT_MISSING, CAIRN_OBJECT_*. */
async function contentsOfObject(contents, id) {
    const found = new Set();
    await collect(contents, id, (0,object_id/* requireObjectId */.Wx)(id), found);
    return [...found];
}
async function collect(contents, id, parsed, found) {
    if (parsed.levels === 0) {
        if (found.has(parsed.contentId))
            return;
        await contents.find(parsed.contentId);
        found.add(parsed.contentId);
        return;
    }
    const list = listOf(parsed);
    await collect(contents, id, list, found);
    for (const part of await readParts(contents, id, parsed)) {
        await collect(contents, id, requirePart(id, part), found);
    }
}
async function readParts(contents, id, parsed) {
    const list = listOf(parsed);
    if (list.levels === 0)
        return decodeIndirect(await contents.read(list.contentId), id);
    const reader = readerOf(contents, id, await readParts(contents, id, list));
    return decodeIndirect(await reader.readAll(LIST_LIMIT_BYTES), id);
}
/** One `I` less: the object that holds the list. */
function listOf(parsed) {
    return { ...parsed, levels: parsed.levels - 1 };
}
function requirePart(id, part) {
    const parsed = (0,object_id/* parseObjectId */.u9)(part.id);
    if (parsed === undefined)
        throw objectDamaged(id, `${JSON.stringify(part.id)} is no object ID`);
    return parsed;
}
function readerOf(contents, id, parts) {
    const reader = readingOf(contents, id, parts);
    if (!parts.every((part) => isPlainContent(id, part)))
        return reader;
    const placed = () => placedContents(contents, id, parts);
    return { ...reader, extract: (target, rules, signal) => extractParts(contents, placed(), reader.length, target, rules, signal) };
}
function readingOf(contents, id, parts) {
    const last = parts.at(-1);
    const length = last === undefined ? 0 : last.start + last.length;
    const chunks = (signal) => readChunks(contents, id, parts, signal);
    return { length, chunks, readAll: (limit) => readAll(id, length, chunks(), limit) };
}
/** Whether a part is one content, and no payload that is compressed once more. */
function isPlainContent(id, part) {
    const { levels, isCompressed } = requirePart(id, part);
    return levels === 0 && !isCompressed;
}
async function* placedContents(contents, id, parts) {
    for (const part of parts) {
        const entry = await contents.find(requirePart(id, part).contentId);
        if (entry.originalLength !== part.length)
            throw wrongLength(id, part, entry.originalLength);
        yield { start: part.start, entry };
    }
}
function readerOfBytes(id, bytes) {
    async function* chunks(signal) {
        (0,errors/* throwIfCancelled */.dZ)(signal);
        yield bytes;
    }
    return { length: bytes.length, chunks, readAll: (limit) => readAll(id, bytes.length, chunks(), limit) };
}
async function* readChunks(contents, id, parts, signal) {
    const ahead = [];
    for (let next = 0, at = 0; at < parts.length; at++) {
        for (; next < parts.length && next <= at + READ_AHEAD; next++) {
            const part = parts[next];
            if (part === undefined)
                break;
            const fetched = readPart(contents, id, part);
            // It is awaited below, unless the caller stops before.
            fetched.catch(() => undefined);
            ahead.push(fetched);
        }
        (0,errors/* throwIfCancelled */.dZ)(signal);
        const part = await ahead.shift();
        if (part === undefined)
            return;
        if (part instanceof Uint8Array)
            yield part;
        else
            yield* part.chunks(signal);
    }
}
/** The bytes of a direct part, or a reader of one that is a list itself. */
async function readPart(contents, id, part) {
    const parsed = requirePart(id, part);
    if (parsed.levels > 0) {
        const reader = await openObject(contents, part.id);
        if (reader.length !== part.length)
            throw wrongLength(id, part, reader.length);
        return reader;
    }
    const stored = await contents.read(parsed.contentId);
    const bytes = parsed.isCompressed ? (0,compression/* decompressPayload */.G8)(stored, part.length) : stored;
    if (bytes.length !== part.length)
        throw wrongLength(id, part, bytes.length);
    return bytes;
}
function wrongLength(id, part, length) {
    return objectDamaged(id, `its part ${part.id} has ${length} bytes instead of ${part.length}`);
}
function fits(length, limit = DEFAULT_LIMIT_BYTES) {
    return length <= limit;
}
async function readAll(id, length, chunks, limit) {
    if (!fits(length, limit)) {
        throw new errors/* CairnError */.eb('CAIRN_OBJECT_TOO_LARGE', `Object ${id} has ${length} bytes, more than the ${limit ?? DEFAULT_LIMIT_BYTES} that fit here.`, {
            hint: 'Restore it to a file instead.',
        });
    }
    const parts = [];
    for await (const chunk of chunks)
        parts.push(chunk);
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : (0,util_bytes/* concatBytes */.Id)(parts);
}

;// CONCATENATED MODULE: ./lib/repo/object/object-manager.js





/** Whether an open folder has a name below which its entries can be opened (`/proc/self/fd`). */
const READS_FOLDERS = process.platform === 'linux';
/** Objects over contents; with `isReadOnly` every write fails with CAIRN_REPOSITORY_READONLY. */
function objectManager(contents, isReadOnly) {
    const checkWritable = () => {
        if (isReadOnly)
            throw (0,content_manager/* readOnly */.T)();
    };
    return {
        async writeBytes(bytes, options = {}) {
            checkWritable();
            return await writeBytes(contents, bytes, options);
        },
        async writeStream(chunks, options = {}) {
            checkWritable();
            return await writeStream(contents, chunks, options);
        },
        async writeFile(file, options = {}) {
            checkWritable();
            return await writeFile(contents, file, options);
        },
        async writeFiles(files, options = {}) {
            checkWritable();
            return await writeFiles(contents, files, options);
        },
        ...(READS_FOLDERS && {
            readFolder: async (folder, options = {}) => {
                checkWritable();
                return await readFolder(contents, folder, options);
            },
        }),
        open: (id) => openObject(contents, id),
        extractFiles: (files, rules) => extractFiles(contents, files, rules),
        contentsOf: (id) => contentsOfObject(contents, id),
    };
}

// EXTERNAL MODULE: ./lib/policy/defaults.js
var defaults = __webpack_require__(85698);
// EXTERNAL MODULE: ./lib/policy/native-json.js
var native_json = __webpack_require__(76322);
;// CONCATENATED MODULE: ./lib/repo/create.js
/** Creating a repository (docs/repository-format.md, "New repositories"). */







const NS_PER_HOUR = 3600000000000n;
const QUICK_INTERVAL_NS = NS_PER_HOUR;
const FULL_INTERVAL_NS = 24n * NS_PER_HOUR;
/**
 * Creates a repository and opens it.
 *
 * Errors: CAIRN_REPOSITORY_EXISTS, CAIRN_PASSWORD_EMPTY, CAIRN_FORMAT_UNSUPPORTED, storage kinds. The storage stays open when this fails.
 */
async function createRepository(options) {
    const { clock, random, retention, log = lib_log/* nullLogger */.G } = options;
    if (retention !== undefined)
        (0,repo_format/* checkRetention */.V1)(retention);
    const isRetained = retention !== undefined && retention.retentionMode !== '';
    const storage = isRetained ? (0,retaining/* retaining */.Q)(options.storage, retention) : options.storage;
    await checkEmpty(storage);
    const { formatBlob, blobcfg, opened } = await (0,repo_format/* createFormat */.Ic)({ ...options, retention: isRetained ? retention : undefined });
    const put = options.signal === undefined ? {} : { signal: options.signal };
    try {
        await putNew(storage, repo_format/* BLOB_CONFIG_BLOB_ID */.vY, blobcfg, put);
        // From here on the repository exists.
        await putNew(storage, repo_format/* FORMAT_BLOB_ID */.YP, formatBlob, put);
    }
    catch (error) {
        if ((0,errors/* isCairnError */.qN)(error, 'CAIRN_BLOB_EXISTS'))
            throw repositoryExists(storage, error);
        await removeOrphan(storage, log);
        throw error;
    }
    await storage.putBlob(repo_format/* MAINTENANCE_BLOB_ID */.qf, [firstSchedule(options, opened)], put);
    const repository = await repositoryOf({ ...options, clock, random }, opened, isRetained ? retention : undefined);
    await repository.manifests.put({ policyType: 'global', type: 'policy' }, (0,native_json/* encodePolicy */.D1)(defaults/* NEW_REPOSITORY_POLICY */.f));
    await repository.manifests.put({ type: 'maintenance' }, maintenanceParameters(options));
    await repository.flush(options.signal);
    return repository;
}
/** Two clients that create at the same time must not both succeed, nor one of them replace what the other wrote, where the storage can tell. */
async function putNew(storage, id, bytes, options) {
    try {
        await storage.putBlob(id, [bytes], { ...options, onlyIfAbsent: true });
    }
    catch (error) {
        if (!(0,errors/* isCairnError */.qN)(error, 'CAIRN_NOT_SUPPORTED'))
            throw error;
        await storage.putBlob(id, [bytes], options);
    }
}
/** A configuration blob without a repository would be in the way of the next attempt; when the outcome is unknown it stays. */
async function removeOrphan(storage, log) {
    try {
        if ((await storage.statBlob(repo_format/* FORMAT_BLOB_ID */.YP)) === undefined)
            await storage.deleteBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY);
    }
    catch (error) {
        log.warning(`The blob ${repo_format/* BLOB_CONFIG_BLOB_ID */.vY} could not be removed: ${(0,errors/* messageOf */.bD)(error)}`);
    }
}
async function checkEmpty(storage) {
    if ((await storage.statBlob(repo_format/* FORMAT_BLOB_ID */.YP)) !== undefined) {
        throw repositoryExists(storage);
    }
    if ((await storage.statBlob(repo_format/* BLOB_CONFIG_BLOB_ID */.vY)) !== undefined) {
        throw new errors/* CairnError */.eb('CAIRN_REPOSITORY_EXISTS', `${storage.displayName} holds the blob ${repo_format/* BLOB_CONFIG_BLOB_ID */.vY} of a repository.`, {
            hint: `If creating a repository there was interrupted, remove that blob and try again. Otherwise the blob ${repo_format/* FORMAT_BLOB_ID */.YP} was lost.`,
        });
    }
}
function repositoryExists(storage, cause) {
    return new errors/* CairnError */.eb('CAIRN_REPOSITORY_EXISTS', `There is a repository in ${storage.displayName} already.`, {
        hint: 'Connect to it with "cairn repository connect", or choose another place.',
        cause,
    });
}
/** Without a schedule everything counts as due, and the owner's first snapshot with kopia would run full maintenance. */
function firstSchedule(options, format) {
    const nowNs = options.clock.nowNs();
    const schedule = { nextFullNs: nowNs + FULL_INTERVAL_NS, nextQuickNs: nowNs + QUICK_INTERVAL_NS, runs: {} };
    return (0,repo_format/* encodeMaintenanceSchedule */.b4)(schedule, format, options.random);
}
/** The creator is the owner: without an owner the first client of kopia to come along makes itself one. */
function maintenanceParameters(options) {
    const { userName, host } = options.identity;
    const cycle = (intervalNs) => `{"enabled":true,"interval":${intervalNs}}`;
    return (`{"owner":${JSON.stringify(`${userName}@${host}`)},"quick":${cycle(QUICK_INTERVAL_NS)},"full":${cycle(FULL_INTERVAL_NS)},` +
        '"logRetention":{"maxTotalSize":1073741824,"maxCount":10000,"maxAge":2592000000000000},"extendObjectLocks":false,"listParallelism":0}');
}

;// CONCATENATED MODULE: ./lib/repo/repository.js















/**
 * Opens a repository.
 *
 * Errors: CAIRN_REPOSITORY_MISSING, CAIRN_PASSWORD_WRONG, CAIRN_FORMAT_DAMAGED, CAIRN_FORMAT_UNSUPPORTED, CAIRN_REPOSITORY_LOCKED,
 * CAIRN_INDEX_DAMAGED, storage kinds. The storage stays open when this fails.
 */
async function openRepository(options) {
    const { storage, password, clock } = options;
    const log = options.log ?? lib_log/* nullLogger */.G;
    // Asked for at once: each waits for the store and not for the other.
    let early = readBlobConfig(storage, options.signal);
    // A repository that is not there, or a password that is wrong, is what is told first.
    early.catch(() => undefined);
    const prepared = options.readonly === true ? undefined : storage.prepareWrites?.();
    prepared?.catch(() => undefined);
    const blobConfig = () => {
        const asked = early ?? readBlobConfig(storage, options.signal);
        early = undefined;
        return asked;
    };
    let ahead;
    const format = await (0,read_checked/* readChecked */.Y)(async () => {
        const bytes = await readFormatBlob(storage, options.signal);
        // Making the key from the password takes as long as several requests, and as loading the compression.
        (0,compression/* loadCompression */.Ng)().catch(() => undefined);
        ahead ??= anticipating(storage, { prefix: epoch_manager/* EPOCH_PREFIX */.Pw, choose: epoch_manager/* activeOf */.m3, signal: options.signal }, clock);
        return bytes;
    }, (bytes) => (0,repo_format/* openFormat */.E2)(bytes, password, clock.nowNs(), (message) => log.warning(message), options.keys));
    await prepared;
    const watched = { ...options, storage: watchingFormat(ahead ?? storage, format, clock) };
    return await repositoryOf(watched, format, await readRetention({ blobConfig, isReadOnly: options.readonly === true, log }, format));
}
/** The repository behind a format that is open already; blobs that it needs are put with `retention`. */
async function repositoryOf(given, format, retention) {
    const isReadOnly = given.readonly === true;
    const kept = retention === undefined ? given.storage : (0,retaining/* retaining */.Q)(given.storage, retention);
    const storage = isReadOnly ? kept : steadyListing(kept);
    const options = { ...given, storage };
    const { identity, clock, random, gzip, tolerates, log } = options;
    const contents = await content_manager/* ContentManager */.n.open({ ...options, format, toleratesDamage: tolerates === 'indexes' });
    const manifests = new Manifests({ contents, clock, random, isReadOnly, gzip, toleratesDamage: tolerates !== undefined, log });
    return {
        care: {
            storage,
            format,
            contents,
            manifests,
            damageSoFar: () => damageOf(contents, manifests),
            async damage() {
                await manifests.load();
                return damageOf(contents, manifests);
            },
        },
        facts: factsOf(format, retention),
        identity,
        clock,
        isReadOnly,
        objects: objectManager(contents, isReadOnly),
        manifests,
        counters: () => contents.counters(),
        async flush(signal) {
            if (isReadOnly)
                return;
            manifests.writePending();
            await contents.flush(signal);
            await storage.flush?.({ mayWait: options.gathersFlushes === true, signal });
        },
        async publish(snapshots, signal) {
            if (!isReadOnly)
                await storage.flush?.({ snapshots, signal });
        },
        async advanceEpoch(signal) {
            return isReadOnly ? undefined : await contents.advanceEpoch(signal);
        },
        async refresh() {
            await contents.refresh();
            await manifests.refresh();
        },
        async close() {
            await contents.close();
            await storage.close();
        },
    };
}
function damageOf(contents, manifests) {
    const ofIndex = [...contents.damagedIndexBlobs].map(([id, error]) => ({ what: `index blob ${id}`, error }));
    return [...ofIndex, ...[...manifests.damaged].map(([id, error]) => ({ what: `manifests ${id}`, error }))];
}
function factsOf(format, retention) {
    const { content, uniqueId, keyDerivation } = format;
    return {
        formatVersion: content.version,
        hash: content.hash,
        encryption: content.encryption,
        splitter: content.splitter,
        ecc: content.ecc,
        eccOverheadPercent: content.eccOverheadPercent,
        maxPackSizeBytes: content.maxPackSizeBytes,
        indexVersion: content.indexVersion,
        epochsEnabled: content.epochs.enabled,
        epochs: content.epochs,
        isPasswordChangeSupported: content.enablePasswordChange,
        uniqueId: (0,util_bytes/* toHex */.nj)(uniqueId),
        keyDerivation,
        blobRetention: retention,
    };
}


/***/ }),

/***/ 88669:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gY: () => (/* binding */ decodeDirEntry),
  sK: () => (/* binding */ encodeDirEntry),
  fp: () => (/* binding */ encodeLoneEntry)
});

// EXTERNAL MODULE: ./lib/util/go-json.js
var go_json = __webpack_require__(56495);
// EXTERNAL MODULE: ./lib/util/json-read.js
var json_read = __webpack_require__(1873);
// EXTERNAL MODULE: ./lib/util/timestamp.js
var timestamp = __webpack_require__(99252);
;// CONCATENATED MODULE: ./lib/snapshot/go-mode.js
/**
 * The `mode` text of entries: octal of Go's FileMode, whose special bits differ from POSIX (docs/repository-format.md, "Directory entries").
 *
 *   POSIX            Go
 *   0o4000 setuid    1 << 23
 *   0o2000 setgid    1 << 22
 *   0o1000 sticky    1 << 20
 *   0o0777           the same
 */
const SETUID = 1 << 23;
const SETGID = 1 << 22;
const STICKY = 1 << 20;
const encoded = new Map();
/** Text of a POSIX mode (0..0o7777) such as `0644` or `040000755`; undefined for 0, which is not stored. */
function encodeMode(mode) {
    if (mode === 0)
        return undefined;
    let text = encoded.get(mode);
    if (text === undefined) {
        let go = mode & 0o777;
        if ((mode & 0o4000) !== 0)
            go |= SETUID;
        if ((mode & 0o2000) !== 0)
            go |= SETGID;
        if ((mode & 0o1000) !== 0)
            go |= STICKY;
        text = `0${go.toString(8)}`;
        encoded.set(mode, text);
    }
    return text;
}
const decoded = new Map();
/** Far more than there are modes in use; hostile text must not fill the memory. */
const MAX_DECODED = 1000;
/** POSIX mode (0..0o7777) of stored text, or undefined when it is no number; bits without a POSIX meaning are dropped. */
function decodeMode(text) {
    const known = decoded.get(text);
    if (known !== undefined)
        return known;
    const mode = parseMode(text);
    if (mode !== undefined && decoded.size < MAX_DECODED)
        decoded.set(text, mode);
    return mode;
}
function parseMode(text) {
    const go = parseInteger(text);
    if (go === undefined)
        return undefined;
    let mode = go & 0o777;
    if ((go & SETUID) !== 0)
        mode |= 0o4000;
    if ((go & SETGID) !== 0)
        mode |= 0o2000;
    if ((go & STICKY) !== 0)
        mode |= 0o1000;
    return mode;
}
/** Go's integer grammar with base prefixes: `0755`, `0o755`, `0x1ed`, `0b1`, `493`; 31 bits. */
function parseInteger(text) {
    const match = /^(?:0[xX]([0-9a-fA-F]{1,8})|0[bB]([01]{1,31})|0[oO]?([0-7]{0,11})|([1-9][0-9]{0,9}))$/.exec(text);
    if (match === null)
        return undefined;
    const [, hex, binary, octal, decimal] = match;
    if (text === '0o' || text === '0O')
        return undefined;
    const value = hex !== undefined
        ? Number.parseInt(hex, 16)
        : binary !== undefined
            ? Number.parseInt(binary, 2)
            : decimal !== undefined
                ? Number(decimal)
                : Number.parseInt(octal || '0', 8);
    return value <= 0x7fffffff ? value : undefined;
}

// EXTERNAL MODULE: ./lib/snapshot/summary.js
var snapshot_summary = __webpack_require__(42444);
;// CONCATENATED MODULE: ./lib/snapshot/dir-entry.js





/** JSON text of an entry. */
function encodeDirEntry(entry) {
    return encode(entry, entry.type === 'd' ? (entry.writtenSize ?? 0) : entry.size);
}
/** The same outside of a directory object, where Kopia writes the size of a directory too. */
function encodeLoneEntry(entry) {
    return encode(entry, entry.size);
}
function encode(entry, size) {
    const name = entry.rawName === undefined ? (0,go_json/* encodeGoString */.gN)(entry.name) : (0,go_json/* encodeGoBytes */.kN)(entry.rawName);
    let out = name === '""' ? '' : `"name":${name},`;
    if (entry.type !== 'unknown')
        out += `"type":"${entry.type}",`;
    const mode = encodeMode(entry.mode);
    if (mode !== undefined)
        out += `"mode":"${mode}",`;
    if (size !== 0)
        out += `"size":${(0,go_json/* encodeGoInteger */.vR)(size)},`;
    if (entry.mtimeNs !== 0n)
        out += `"mtime":${(0,go_json/* encodeGoTime */.O6)(entry.mtimeNs)},`;
    if (entry.uid !== 0)
        out += `"uid":${(0,go_json/* encodeGoInteger */.vR)(entry.uid)},`;
    if (entry.gid !== 0)
        out += `"gid":${(0,go_json/* encodeGoInteger */.vR)(entry.gid)},`;
    out += `"obj":${(0,go_json/* encodeGoString */.gN)(entry.objectId)}`;
    return entry.summary === undefined ? `{${out}}` : `{${out},"summ":${(0,snapshot_summary/* encodeSummary */.zp)(entry.summary)}}`;
}
const ENTRY_NAMES = (0,json_read/* memberNames */.hQ)('name', 'type', 'mode', 'size', 'mtime', 'uid', 'gid', 'obj', 'summ');
const MAX_ID = 0xffffffff;
const OBJECT_ID = /^I*(?:Z|D)?D?[g-z]?(?:[0-9a-f]{2}){1,64}$/;
/** The entry in a parsed object, or a text that says which member is wrong. */
function decodeDirEntry(object) {
    const { name = '', type = '', mode = '', size = 0, mtime, uid = 0, gid = 0, obj = '', summ } = (0,json_read/* pickMembers */.tD)(object, ENTRY_NAMES);
    if (typeof name !== 'string')
        return 'name is not text';
    if (typeof type !== 'string')
        return 'type is not text';
    const posixMode = typeof mode !== 'string' ? undefined : mode === '' ? 0 : decodeMode(mode);
    if (posixMode === undefined)
        return 'mode is not an octal number in quotes';
    if (!isCount(size, Number.MAX_SAFE_INTEGER))
        return 'size is not a byte count';
    const mtimeNs = mtime === undefined ? 0n : typeof mtime === 'string' ? (0,timestamp/* parseTimestamp */.l)(mtime) : undefined;
    if (mtimeNs === undefined)
        return 'mtime is not a time';
    if (!isCount(uid, MAX_ID) || !isCount(gid, MAX_ID))
        return 'uid or gid is not a 32-bit number';
    if (typeof obj !== 'string' || (obj !== '' && !OBJECT_ID.test(obj)))
        return 'obj is not an object ID';
    const entryType = type === 'd' || type === 'f' || type === 's' ? type : 'unknown';
    const facts = { name: (0,json_read/* wellFormed */.ES)(name), type: entryType, mode: posixMode, size, mtimeNs, uid, gid, objectId: obj };
    const entry = entryType === 'd' && size !== 0 ? { ...facts, writtenSize: size } : facts;
    if (summ === undefined)
        return entryType === 'd' ? { ...entry, size: 0 } : entry;
    if (!(0,json_read/* isJsonObject */.OW)(summ))
        return 'summ is not an object';
    const summary = (0,snapshot_summary/* decodeSummary */.Pl)(summ);
    if (typeof summary === 'string')
        return `summ.${summary} has a wrong value`;
    return { ...entry, summary, size: entryType === 'd' ? summary.size : size };
}
function isCount(value, limit) {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= limit;
}


/***/ }),

/***/ 86448:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ readDirectory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_json_elements_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(54292);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1873);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88669);
/* harmony import */ var _directory_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53883);
/**
 * Reads a directory object of any size with bounded memory (docs/repository-format.md, "Directory objects").
 *
 * Directories up to `WHOLE_LIMIT` are parsed at once. Above it the bytes are scanned for the elements of the member `entries`,
 * which are parsed one by one; everything else of the object is collected and parsed at the end.
 */





/** Bytes of a directory object that is still parsed in one piece. */
const WHOLE_LIMIT = 8 * 1024 * 1024;
/** One entry, and all that is not an entry, may be this long. */
const ELEMENT_LIMIT = 16 * 1024 * 1024;
/**
 * The entries of the directory object `id`, in batches of a few MiB of JSON.
 * Objects of at most `wholeLimit` bytes come in one batch.
 * Throws CAIRN_DIRECTORY_DAMAGED, and what reading objects throws; entries seen before the error were good.
 */
async function* readDirectory(objects, id, signal, wholeLimit = WHOLE_LIMIT) {
    (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
    const reader = await objects.open(id);
    if (reader.length <= wholeLimit) {
        yield (0,_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeDirectory */ .eT)(await reader.readAll(wholeLimit), id);
        return;
    }
    const reading = new EntryReader(id);
    for await (const chunk of reader.chunks(signal)) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        yield reading.push(chunk);
    }
    reading.finish();
}
/** Parses the entries that a scanner cuts out; what is left at the end says that it was a directory. */
class EntryReader {
    #what;
    #scanner;
    constructor(what) {
        this.#what = what;
        this.#scanner = new _util_json_elements_js__WEBPACK_IMPORTED_MODULE_3__/* .ElementScanner */ .p('entries', { elementBytes: ELEMENT_LIMIT, restBytes: ELEMENT_LIMIT }, (part) => damaged(what, part === 'element' ? 'one of its entries is too long' : 'it holds too much beside its entries'));
    }
    push(chunk) {
        const entries = [];
        const rejected = [];
        for (const text of this.#scanner.push(chunk)) {
            const parsed = this.#parse(text);
            if (parsed === null)
                continue;
            const entry = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(parsed) ? (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeDirEntry */ .gY)(parsed) : 'it is not an object';
            if (typeof entry === 'string') {
                const name = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(parsed) ? parsed['name'] : undefined;
                rejected.push({ name: typeof name === 'string' ? name : '', reason: entry });
                continue;
            }
            const reason = (0,_directory_js__WEBPACK_IMPORTED_MODULE_2__/* .unsafeNameReason */ .Gm)(entry.name);
            if (reason === undefined)
                entries.push(entry);
            else
                rejected.push({ name: entry.name, reason, entry });
        }
        return { entries, rejected };
    }
    finish() {
        const parsed = this.#parse(this.#scanner.finish());
        if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(parsed) || parsed['stream'] !== 'kopia:directory')
            throw damaged(this.#what, 'it is not marked as a directory');
    }
    #parse(text) {
        try {
            return JSON.parse(text);
        }
        catch (cause) {
            throw damaged(this.#what, 'it is not JSON', cause);
        }
    }
}
function damaged(what, why, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_DIRECTORY_DAMAGED', `Directory ${what} cannot be read: ${why}.`, {
        hint: 'Run "cairn snapshot verify" to see which snapshots are affected.',
        cause,
    });
}


/***/ }),

/***/ 53883:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ unsafeNameReason),
/* harmony export */   IC: () => (/* binding */ encodeDirectory),
/* harmony export */   R3: () => (/* binding */ sortEntries),
/* harmony export */   eT: () => (/* binding */ decodeDirectory)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_bytes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34695);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1873);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88669);
/* harmony import */ var _summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42444);
/**
 * Directory objects (docs/repository-format.md, "Directory objects").
 *
 *   {"stream":"kopia:directory","entries":[entry,…]|null,"summary":{…}}\n
 */





const STREAM = 'kopia:directory';
/** Entries whose text is held at a time: larger directories would keep the garbage collector busy. */
const ENCODED_AT_ONCE = 512;
/** Bytes of a directory object; `entries` are written in the given order, see `sortEntries`. */
function encodeDirectory(entries, summary) {
    const head = `{"stream":"${STREAM}","entries":`;
    const tail = `,"summary":${(0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeSummary */ .zp)(summary)}}\n`;
    if (entries.length === 0)
        return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${head}null${tail}`);
    if (entries.length <= ENCODED_AT_ONCE)
        return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${head}[${entries.map(_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .sK).join(',')}]${tail}`);
    const parts = [(0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(head)];
    for (let at = 0; at < entries.length; at += ENCODED_AT_ONCE) {
        const batch = entries.slice(at, at + ENCODED_AT_ONCE);
        parts.push((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`${at === 0 ? '[' : ','}${batch.map(_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .encodeDirEntry */ .sK).join(',')}`));
    }
    parts.push((0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(`]${tail}`));
    return (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .concatBytes */ .Id)(parts);
}
/** A new list in stored order: directories first, then by the bytes of the names. */
function sortEntries(entries) {
    const directories = entries.filter((entry) => entry.type === 'd');
    const others = entries.filter((entry) => entry.type !== 'd');
    return [...sortByName(directories), ...sortByName(others)];
}
function sortByName(entries) {
    // UTF-16 order is byte order unless surrogates or raw bytes are involved.
    if (!entries.some((entry) => entry.rawName !== undefined || /[\ud800-\udfff]/.test(entry.name))) {
        return entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    }
    return entries
        .map((entry) => ({ entry, key: entry.rawName ?? (0,_util_bytes_js__WEBPACK_IMPORTED_MODULE_1__/* .utf8 */ .As)(entry.name) }))
        .sort((a, b) => Buffer.compare(a.key, b.key))
        .map(({ entry }) => entry);
}
const DIRECTORY_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .memberNames */ .hQ)('stream', 'entries', 'summary');
const text = new TextDecoder('utf-8', { ignoreBOM: true });
/**
 * The directory in `bytes`; entries that are malformed or have dangerous names come back in `rejected`.
 * `what` names the object in messages. Throws CAIRN_DIRECTORY_DAMAGED when the bytes are no directory at all.
 */
function decodeDirectory(bytes, what) {
    let parsed;
    try {
        parsed = JSON.parse(text.decode(bytes));
    }
    catch (cause) {
        throw damaged(what, 'it is not JSON', cause);
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(parsed))
        throw damaged(what, 'it is not a JSON object');
    const { stream, entries: list = [], summary: summ } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .pickMembers */ .tD)(parsed, DIRECTORY_NAMES);
    if (stream !== STREAM)
        throw damaged(what, 'it is not marked as a directory');
    if (!Array.isArray(list))
        throw damaged(what, 'its entries are not a list');
    if (summ !== undefined && !(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(summ))
        throw damaged(what, 'its summary is not an object');
    const summary = summ === undefined ? undefined : (0,_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeSummary */ .Pl)(summ);
    if (typeof summary === 'string')
        throw damaged(what, `summary.${summary} has a wrong value`);
    const entries = [];
    const rejected = [];
    for (const item of list) {
        if (item === null)
            continue;
        const entry = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(item) ? (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .decodeDirEntry */ .gY)(item) : 'it is not an object';
        if (typeof entry === 'string') {
            rejected.push({ name: nameOf(item), reason: entry });
            continue;
        }
        const reason = unsafeNameReason(entry.name);
        if (reason === undefined)
            entries.push(entry);
        else
            rejected.push({ name: entry.name, reason, entry });
    }
    return { entries, rejected, summary };
}
/** Why `name` must not become part of a path, or undefined when it is safe on POSIX systems. */
function unsafeNameReason(name) {
    if (name === '')
        return 'the name is empty';
    if (name === '.' || name === '..')
        return 'the name is a relative path';
    if (name.includes('/'))
        return 'the name holds a slash';
    if (name.includes('\0'))
        return 'the name holds a NUL byte';
    return undefined;
}
function nameOf(item) {
    const name = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_4__/* .isJsonObject */ .OW)(item) ? item['name'] : undefined;
    return typeof name === 'string' ? name : '';
}
function damaged(what, why, cause) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_DIRECTORY_DAMAGED', `Directory ${what} cannot be read: ${why}.`, {
        hint: 'Run "cairn snapshot verify" to see which snapshots are affected.',
        cause,
    });
}


/***/ }),

/***/ 7135:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ decodeSnapshotManifest),
/* harmony export */   JM: () => (/* binding */ showSnapshotManifest),
/* harmony export */   YP: () => (/* binding */ compareByTime),
/* harmony export */   k2: () => (/* binding */ encodeSnapshotManifest)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1873);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(99252);
/* harmony import */ var _dir_entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88669);
/* harmony import */ var _stats_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77543);
/**
 * The snapshot manifest: one finished or cut-short snapshot (docs/repository-format.md, "Snapshot manifest").
 *
 *   {"id":"","source":{"host":…,"userName":…,"path":…},"description":…,"startTime":…,"endTime":…,"stats":{…},
 *    "incomplete":…,"rootEntry":{…},"tags":{…},"pins":[…]}      the last four only when they hold something
 */






/** JSON text of the manifest, as it is stored. */
function encodeSnapshotManifest(manifest) {
    return encodeManifest(manifest, '', {});
}
/** JSON text of the manifest as listings show it: with its ID, and what else is known of it. */
function showSnapshotManifest(manifest, shown = {}) {
    return encodeManifest(manifest, manifest.id, shown);
}
function encodeManifest(manifest, id, shown) {
    const { source } = manifest;
    let out = `{"id":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoString */ .gN)(id)},"source":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoJson */ .pl)({ host: source.host, userName: source.userName, path: source.path })}`;
    out += `,"description":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoString */ .gN)(manifest.description)}`;
    out += `,"startTime":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoTime */ .O6)(manifest.startTimeNs)},"endTime":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoTime */ .O6)(manifest.endTimeNs)}`;
    if (shown.hidesStats !== true)
        out += `,"stats":${(0,_stats_js__WEBPACK_IMPORTED_MODULE_4__/* .encodeStats */ .Mm)(manifest.stats)}`;
    if (manifest.incomplete)
        out += `,"incomplete":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoString */ .gN)(manifest.incomplete)}`;
    out += `,"rootEntry":${manifest.rootEntry === undefined ? 'null' : (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .encodeDirEntry */ .sK)(manifest.rootEntry)}`;
    if (Object.keys(manifest.tags).length > 0)
        out += `,"tags":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoMap */ .b3)(manifest.tags)}`;
    if (shown.storageStats !== undefined)
        out += `,"storageStats":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoJson */ .pl)(shown.storageStats)}`;
    if (manifest.pins.length > 0)
        out += `,"pins":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoJson */ .pl)(manifest.pins)}`;
    const { retentionReasons = [] } = shown;
    if (retentionReasons.length > 0)
        out += `,"retentionReason":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeGoJson */ .pl)(retentionReasons)}`;
    return `${out}}`;
}
const MANIFEST_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .memberNames */ .hQ)('source', 'description', 'startTime', 'endTime', 'stats', 'incomplete', 'rootEntry', 'tags', 'pins');
const SOURCE_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .memberNames */ .hQ)('host', 'userName', 'path');
/** The manifest `id` from its JSON text. Throws CAIRN_SNAPSHOT_DAMAGED when a member has a wrong type. */
function decodeSnapshotManifest(id, json) {
    const fail = (why, cause) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_DAMAGED', `Snapshot ${id} cannot be read: ${why}.`, {
        hint: `Delete it with "cairn snapshot delete ${id} --delete" when it is not needed.`,
        cause,
    });
    let parsed;
    try {
        parsed = JSON.parse(json);
    }
    catch (cause) {
        throw fail('it is not JSON', cause);
    }
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(parsed))
        throw fail('it is not a JSON object');
    const picked = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .pickMembers */ .tD)(parsed, MANIFEST_NAMES);
    const source = decodeSource(picked.source ?? {});
    if (source === undefined)
        throw fail('source has a wrong type');
    const startTimeNs = decodeTime(picked.startTime);
    const endTimeNs = decodeTime(picked.endTime);
    if (startTimeNs === undefined || endTimeNs === undefined)
        throw fail('startTime or endTime is not a time');
    const { description = '', incomplete = '' } = picked;
    if (typeof description !== 'string' || typeof incomplete !== 'string')
        throw fail('description or incomplete is not text');
    const stats = picked.stats === undefined ? _stats_js__WEBPACK_IMPORTED_MODULE_4__/* .EMPTY_STATS */ .Wh : (0,_stats_js__WEBPACK_IMPORTED_MODULE_4__/* .decodeStats */ .Gb)(picked.stats);
    if (stats === undefined)
        throw fail('stats has a wrong type');
    const tags = decodeTags(picked.tags);
    const pins = decodePins(picked.pins);
    if (tags === undefined || pins === undefined)
        throw fail('tags or pins has a wrong type');
    let rootEntry;
    if (picked.rootEntry !== undefined) {
        const entry = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(picked.rootEntry) ? (0,_dir_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .decodeDirEntry */ .gY)(picked.rootEntry) : 'it is not an object';
        if (typeof entry === 'string')
            throw fail(`rootEntry: ${entry}`);
        rootEntry = entry;
    }
    return {
        id,
        source,
        description: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .wellFormed */ .ES)(description),
        startTimeNs,
        endTimeNs,
        stats,
        ...(incomplete === '' ? {} : { incomplete }),
        ...(rootEntry === undefined ? {} : { rootEntry }),
        tags,
        pins,
    };
}
/** Order of snapshots everywhere: by start, then by end. */
function compareByTime(a, b) {
    const difference = a.startTimeNs - b.startTimeNs || a.endTimeNs - b.endTimeNs;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
function decodeSource(value) {
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(value))
        return undefined;
    const { host = '', userName = '', path = '' } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .pickMembers */ .tD)(value, SOURCE_NAMES);
    if (typeof host !== 'string' || typeof userName !== 'string' || typeof path !== 'string')
        return undefined;
    return { host: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .wellFormed */ .ES)(host), userName: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .wellFormed */ .ES)(userName), path: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .wellFormed */ .ES)(path) };
}
function decodeTime(value) {
    if (value === undefined)
        return 0n;
    return typeof value === 'string' ? (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTimestamp */ .l)(value) : undefined;
}
function decodeTags(value) {
    const tags = {};
    if (value === undefined)
        return tags;
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_5__/* .isJsonObject */ .OW)(value))
        return undefined;
    return copyTexts(value, tags) ? tags : undefined;
}
function copyTexts(from, to) {
    for (const [key, value] of Object.entries(from)) {
        if (typeof value !== 'string')
            return false;
        // defineProperty, because a key such as __proto__ must stay an ordinary key.
        Object.defineProperty(to, key, { value, enumerable: true, configurable: true, writable: true });
    }
    return true;
}
function decodePins(value) {
    if (value === undefined)
        return [];
    if (!Array.isArray(value))
        return undefined;
    const pins = value;
    return pins.every((pin) => typeof pin === 'string') ? pins : undefined;
}


/***/ }),

/***/ 78267:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ SNAPSHOT_TYPE),
/* harmony export */   E6: () => (/* binding */ isSameSource),
/* harmony export */   XQ: () => (/* binding */ sourceLabels),
/* harmony export */   d_: () => (/* binding */ sourceBelow),
/* harmony export */   jU: () => (/* binding */ sourceFromLabels),
/* harmony export */   m: () => (/* binding */ workspaceIdentity),
/* harmony export */   mr: () => (/* binding */ compareSources)
/* harmony export */ });
/* unused harmony export joinSourcePath */
/* harmony import */ var _repo_identity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26852);
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56495);


/** Value of the `type` label of snapshot manifests. */
const SNAPSHOT_TYPE = 'snapshot';
/** Labels that find the snapshots of a source. */
function sourceLabels(source) {
    const labels = { type: SNAPSHOT_TYPE, hostname: source.host };
    if (source.userName !== '')
        labels['username'] = source.userName;
    if (source.path !== '')
        labels['path'] = source.path;
    return labels;
}
/** The source that a manifest's labels name. */
function sourceFromLabels(labels) {
    return { host: labels['hostname'] ?? '', userName: labels['username'] ?? '', path: labels['path'] ?? '' };
}
/** Whether two sources are the same. */
function isSameSource(a, b) {
    return a.host === b.host && a.userName === b.userName && a.path === b.path;
}
/** Order of sources in listings: by their text form `user@host:/path`. */
function compareSources(a, b) {
    return (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_1__/* .compareUtf8 */ .zq)(`${a.userName}@${a.host}:${a.path}`, `${b.userName}@${b.host}:${b.path}`);
}
/**
 * The source of the workspace root: the same on every runner, so that all snapshots of a repository form one history.
 * Inside Actions `cairn@<owner>.<repo>:/<owner>/<repo>` in lower case, unless the file says otherwise; a suffix, or
 * `pull/<number>` for pull requests without one, is appended to the path.
 */
function workspaceIdentity(inputs) {
    const base = inputs.githubRepository === undefined ? inputs.local : (0,_repo_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .ciIdentity */ .Hc)(inputs.githubRepository);
    const suffix = inputs.suffix || (inputs.pullRequest === undefined ? '' : `pull/${inputs.pullRequest}`);
    return {
        userName: inputs.user ?? base.userName,
        host: inputs.host ?? base.host,
        path: (0,_repo_identity_js__WEBPACK_IMPORTED_MODULE_0__/* .withSourceSuffix */ .Nm)(inputs.root ?? base.path, suffix),
    };
}
/** The source of a path below the workspace root; `relative` uses `/` and `.` or the empty text means the root itself. */
function sourceBelow(root, relative) {
    return { ...root, path: joinSourcePath(root.path, relative) };
}
/** `path` followed by `relative`, without `.` segments, double slashes and a trailing slash. */
function joinSourcePath(path, relative) {
    const parts = relative.split('/').filter((part) => part !== '' && part !== '.');
    const base = path.length > 1 ? path.replace(/\/+$/, '') : path;
    if (parts.length === 0)
        return base === '' ? '/' : base;
    return base === '/' ? `/${parts.join('/')}` : `${base}/${parts.join('/')}`;
}


/***/ }),

/***/ 77543:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gb: () => (/* binding */ decodeStats),
/* harmony export */   Mm: () => (/* binding */ encodeStats),
/* harmony export */   Wh: () => (/* binding */ EMPTY_STATS)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1873);
/** Counters stored with a snapshot; informational, never used for decisions (docs/repository-format.md, "Snapshot manifest"). */


const NAMES = [
    'totalSize',
    'excludedTotalSize',
    'fileCount',
    'cachedFiles',
    'nonCachedFiles',
    'dirCount',
    'excludedFileCount',
    'excludedDirCount',
    'ignoredErrorCount',
    'errorCount',
];
/** All zero, as in a checkpoint. */
const EMPTY_STATS = {
    totalSize: 0,
    excludedTotalSize: 0,
    fileCount: 0,
    cachedFiles: 0,
    nonCachedFiles: 0,
    dirCount: 0,
    excludedFileCount: 0,
    excludedDirCount: 0,
    ignoredErrorCount: 0,
    errorCount: 0,
};
/** JSON text with the members in stored order. */
function encodeStats(stats) {
    return (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoJson */ .pl)(Object.fromEntries(NAMES.map((name) => [name, stats[name]])));
}
const TABLE = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .memberNames */ .hQ)(...NAMES);
/** The counters in a parsed value, or undefined when one is no integer. */
function decodeStats(value) {
    if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .isJsonObject */ .OW)(value))
        return undefined;
    const picked = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_1__/* .pickMembers */ .tD)(value, TABLE);
    const stats = { ...EMPTY_STATS };
    for (const name of NAMES) {
        const count = picked[name] ?? 0;
        if (typeof count !== 'number' || !Number.isSafeInteger(count))
            return undefined;
        stats[name] = count;
    }
    // Every name was set above.
    return stats;
}


/***/ }),

/***/ 52541:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cb: () => (/* binding */ findSnapshot),
/* harmony export */   Cj: () => (/* binding */ deleteSnapshot),
/* harmony export */   Os: () => (/* binding */ saveSnapshot),
/* harmony export */   fg: () => (/* binding */ replaceSnapshot),
/* harmony export */   jQ: () => (/* binding */ listSnapshots),
/* harmony export */   pv: () => (/* binding */ assertDescription),
/* harmony export */   rP: () => (/* binding */ listSources),
/* harmony export */   xz: () => (/* binding */ snapshotsNamed)
/* harmony export */ });
/* unused harmony export loadSnapshot */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _policy_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95181);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7135);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78267);
/** Snapshot manifests in a repository: find, load, save, delete. */




/** Longest description that Kopia takes, in bytes. */
const MAX_DESCRIPTION_BYTES = 1024;
/**
 * Snapshots ascending by time: of one source, or of all. A source with an empty path stands for all paths of its user.
 * Throws CAIRN_SNAPSHOT_DAMAGED for one that cannot be read, unless `onDamaged` takes note of it.
 */
async function listSnapshots(repository, source, signal, onDamaged) {
    const labels = source === undefined ? { type: _source_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_TYPE */ .C5 } : (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceLabels */ .XQ)(source);
    const snapshots = [];
    for (const entry of await repository.manifests.find(labels)) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        const found = await repository.manifests.get(entry.id);
        // Another client may have deleted it between the two calls.
        if (found === undefined)
            continue;
        try {
            snapshots.push((0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeSnapshotManifest */ .CV)(entry.id, found.json));
        }
        catch (error) {
            if (onDamaged === undefined || !(0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error, 'CAIRN_SNAPSHOT_DAMAGED'))
                throw error;
            onDamaged(error);
        }
    }
    return snapshots.sort(_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .compareByTime */ .YP);
}
/** The sources that have snapshots, in order of their text form. */
async function listSources(repository) {
    const sources = new Map();
    for (const entry of await repository.manifests.find({ type: _source_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_TYPE */ .C5 })) {
        const source = (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceFromLabels */ .jU)(entry.labels);
        sources.set((0,_policy_target_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSource */ .j2)(source), source);
    }
    return [...sources.values()].sort(_source_js__WEBPACK_IMPORTED_MODULE_2__/* .compareSources */ .mr);
}
/** One snapshot by the ID of its manifest; undefined when there is none. */
async function findSnapshot(repository, id) {
    const found = await repository.manifests.get(id);
    return found === undefined || found.entry.labels['type'] !== _source_js__WEBPACK_IMPORTED_MODULE_2__/* .SNAPSHOT_TYPE */ .C5 ? undefined : (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .decodeSnapshotManifest */ .CV)(id, found.json);
}
/** One snapshot by the ID of its manifest. Throws CAIRN_SNAPSHOT_NOT_FOUND. */
async function loadSnapshot(repository, id) {
    const snapshot = await findSnapshot(repository, id);
    if (snapshot === undefined)
        throw notFound(id);
    return snapshot;
}
/**
 * The snapshots that an ID names: one by the ID of its manifest, or all with that root object.
 * Throws CAIRN_SNAPSHOT_NOT_FOUND when there is none.
 */
async function snapshotsNamed(repository, id, signal) {
    const snapshot = await findSnapshot(repository, id);
    if (snapshot !== undefined)
        return [snapshot];
    // One that is damaged has no root that anybody could have named.
    const all = await listSnapshots(repository, undefined, signal, () => { });
    const found = all.filter((one) => one.rootEntry?.objectId === id);
    if (found.length === 0 || id === '')
        throw notFound(id);
    return found;
}
function notFound(id) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_SNAPSHOT_NOT_FOUND', `There is no snapshot ${id} in the repository.`, {
        hint: 'List the snapshots with "cairn snapshot list --all".',
    });
}
/** Refuses a description that Kopia would not take. Throws CAIRN_USAGE. */
function assertDescription(description) {
    if (Buffer.byteLength(description) <= MAX_DESCRIPTION_BYTES)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `The description is longer than ${MAX_DESCRIPTION_BYTES} bytes.`, {
        hint: 'Shorten it, or use tags.',
    });
}
/**
 * Stores the manifest and returns it with its ID; it becomes visible to others at the next flush.
 * Throws CAIRN_USAGE for a source with an empty part, a tag key that clashes with a label, or a description above 1024 bytes.
 */
async function saveSnapshot(repository, manifest) {
    const { source } = manifest;
    if (source.host === '' || source.userName === '' || source.path === '')
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `A snapshot needs a user, a host and a path; this one has ${(0,_policy_target_js__WEBPACK_IMPORTED_MODULE_3__/* .formatSource */ .j2)(source)}.`);
    assertDescription(manifest.description);
    const labels = (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceLabels */ .XQ)(source);
    for (const [key, value] of Object.entries(manifest.tags)) {
        if (Object.hasOwn(labels, key))
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_USAGE', `The tag key "${key}" is reserved.`);
        labels[key] = value;
    }
    const id = await repository.manifests.put(labels, (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .encodeSnapshotManifest */ .k2)(manifest));
    return { ...manifest, id };
}
/** Replaces a stored manifest, for pins and descriptions: a new ID, and the old one is deleted. */
async function replaceSnapshot(repository, manifest) {
    const saved = await saveSnapshot(repository, manifest);
    if (manifest.id !== '')
        await repository.manifests.delete(manifest.id);
    return saved;
}
/** Forgets a snapshot; its data stays until maintenance finds it unused. */
async function deleteSnapshot(repository, id) {
    await repository.manifests.delete(id);
}


/***/ }),

/***/ 42444:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ex: () => (/* binding */ MAX_SUMMARY_ERRORS),
/* harmony export */   Pl: () => (/* binding */ decodeSummary),
/* harmony export */   eh: () => (/* binding */ summarize),
/* harmony export */   zp: () => (/* binding */ encodeSummary)
/* harmony export */ });
/* harmony import */ var _util_go_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(56495);
/* harmony import */ var _util_json_read_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1873);
/* harmony import */ var _util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99252);
/** Totals of a directory and everything below it (docs/repository-format.md, "Directory summary"). */



/** At most this many failed entries are written into one summary. */
const MAX_SUMMARY_ERRORS = 10;
/**
 * The summary of a directory from its stored entries and its direct failures.
 * A directory without entries takes `ownMtimeNs` as its newest time.
 */
function summarize(entries, ownMtimeNs, failures) {
    let size = 0;
    let files = 0;
    let symlinks = 0;
    let dirs = 1;
    // Kopia starts from zero: a directory that holds only entries from before 1970 has 1970 as its newest time.
    let maxTimeNs = 0n;
    let isEmpty = true;
    let numFailed = failures?.fatal.length ?? 0;
    let numIgnoredErrors = failures?.ignored.length ?? 0;
    const incomplete = failures?.incomplete;
    const errors = failures === undefined ? [] : [...failures.fatal, ...failures.ignored];
    for (const entry of entries) {
        isEmpty = false;
        if (entry.mtimeNs > maxTimeNs)
            maxTimeNs = entry.mtimeNs;
        if (entry.type === 'f') {
            files++;
            size += entry.size;
        }
        else if (entry.type === 's') {
            symlinks++;
        }
        else if (entry.type === 'd' && entry.summary !== undefined) {
            const below = entry.summary;
            size += below.size;
            files += below.files;
            symlinks += below.symlinks;
            dirs += below.dirs;
            numFailed += below.numFailed;
            numIgnoredErrors += below.numIgnoredErrors;
            if (below.maxTimeNs > maxTimeNs)
                maxTimeNs = below.maxTimeNs;
            if (below.errors.length > 0)
                errors.push(...below.errors);
        }
    }
    errors.sort((a, b) => (0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .compareUtf8 */ .zq)(a.path, b.path));
    errors.length = Math.min(errors.length, MAX_SUMMARY_ERRORS);
    const summary = { size, files, symlinks, dirs, maxTimeNs: isEmpty ? ownMtimeNs : maxTimeNs, numFailed, numIgnoredErrors, errors };
    return incomplete === undefined || incomplete === '' ? summary : { ...summary, incomplete };
}
/** JSON text of a summary. */
function encodeSummary(summary) {
    let out = `{"size":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.size)},"files":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.files)}`;
    out += `,"symlinks":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.symlinks)},"dirs":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.dirs)}`;
    out += `,"maxTime":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoTime */ .O6)(summary.maxTimeNs)}`;
    if (summary.incomplete)
        out += `,"incomplete":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoString */ .gN)(summary.incomplete)}`;
    out += `,"numFailed":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.numFailed)}`;
    if (summary.numIgnoredErrors !== 0)
        out += `,"numIgnoredErrors":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoInteger */ .vR)(summary.numIgnoredErrors)}`;
    if (summary.errors.length > 0)
        out += `,"errors":[${summary.errors.map(encodeFailure).join(',')}]`;
    return `${out}}`;
}
function encodeFailure(failure) {
    return `{"path":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoString */ .gN)(failure.path)},"error":${(0,_util_go_json_js__WEBPACK_IMPORTED_MODULE_0__/* .encodeGoString */ .gN)(failure.error)}}`;
}
const SUMMARY_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .memberNames */ .hQ)('size', 'files', 'symlinks', 'dirs', 'maxTime', 'incomplete', 'numFailed', 'numIgnoredErrors', 'errors');
const FAILURE_NAMES = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .memberNames */ .hQ)('path', 'error');
/** The summary in a parsed object, or the name of the member that has a wrong type. */
function decodeSummary(object) {
    const picked = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .pickMembers */ .tD)(object, SUMMARY_NAMES);
    const counts = { size: 0, files: 0, symlinks: 0, dirs: 0, numFailed: 0, numIgnoredErrors: 0 };
    for (const name of ['size', 'files', 'symlinks', 'dirs', 'numFailed', 'numIgnoredErrors']) {
        const value = picked[name] ?? 0;
        if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
            return name;
        counts[name] = value;
    }
    const maxTimeNs = picked.maxTime === undefined ? 0n : typeof picked.maxTime === 'string' ? (0,_util_timestamp_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTimestamp */ .l)(picked.maxTime) : undefined;
    if (maxTimeNs === undefined)
        return 'maxTime';
    const incomplete = picked.incomplete ?? '';
    if (typeof incomplete !== 'string')
        return 'incomplete';
    const errors = decodeFailures(picked.errors);
    if (errors === undefined)
        return 'errors';
    const summary = { ...counts, maxTimeNs, errors };
    return incomplete === '' ? summary : { ...summary, incomplete: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .wellFormed */ .ES)(incomplete) };
}
function decodeFailures(list) {
    if (list === undefined)
        return [];
    if (!Array.isArray(list))
        return undefined;
    const failures = [];
    for (const item of list) {
        if (item === null)
            continue;
        if (!(0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .isJsonObject */ .OW)(item))
            return undefined;
        const { path = '', error = '' } = (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .pickMembers */ .tD)(item, FAILURE_NAMES);
        if (typeof path !== 'string' || typeof error !== 'string')
            return undefined;
        failures.push({ path: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .wellFormed */ .ES)(path), error: (0,_util_json_read_js__WEBPACK_IMPORTED_MODULE_2__/* .wellFormed */ .ES)(error) });
    }
    return failures;
}


/***/ }),

/***/ 51290:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ isObjectError),
/* harmony export */   Ir: () => (/* binding */ walkTree),
/* harmony export */   KG: () => (/* binding */ listDirectory),
/* harmony export */   cf: () => (/* binding */ findChild),
/* harmony export */   is: () => (/* binding */ MAX_TREE_DEPTH)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(452);
/* harmony import */ var _directory_stream_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86448);
/**
 * Walks the tree of a snapshot, depth first and with bounded memory.
 *
 * What is stored is hostile in shape even when it is authentic: a directory may contain itself, be endlessly deep, or not be there.
 */


/** Deeper trees are refused: no file system could have held them. */
const MAX_TREE_DEPTH = 4096;
/** Errors that concern one object, or the ID that a directory gives for one; all others (storage, cancel) end a walk. */
function isObjectError(error) {
    return (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isCairnError */ .qN)(error) && (error.kind === 'damage' || error.code === 'CAIRN_OBJECT_ID_INVALID');
}
/** All that is below `root`, which may be a single file. Damage of one directory, or what `isEvent` says, is an event; other errors are thrown. */
async function* walkTree(objects, root, signal, isEvent = isObjectError) {
    if (root.type !== 'd') {
        yield { kind: 'entry', path: '', entry: root };
        return;
    }
    const levels = [];
    const onPath = new Set();
    let pending = { path: '', entry: root };
    while (pending !== undefined || levels.length > 0) {
        (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .throwIfCancelled */ .dZ)(signal);
        if (pending !== undefined) {
            const { path, entry } = pending;
            pending = undefined;
            let isSkipped = false;
            yield {
                kind: 'enter',
                path,
                entry,
                skip: () => {
                    isSkipped = true;
                },
            };
            const refusal = isSkipped ? undefined : refuse(entry, path, levels.length, onPath);
            if (refusal !== undefined)
                yield { kind: 'unreadable', path, entry, error: refusal };
            if (isSkipped || refusal !== undefined) {
                yield { kind: 'leave', path, entry };
                continue;
            }
            onPath.add(entry.objectId);
            levels.push({ path, entry, batches: (0,_directory_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .readDirectory */ .g)(objects, entry.objectId, signal), entries: [], rejected: [], at: 0 });
        }
        // The loop's condition: without a pending directory there is a level.
        const level = levels[levels.length - 1];
        const next = level.entries[level.at];
        if (next !== undefined) {
            level.at++;
            const path = level.path === '' ? next.name : `${level.path}/${next.name}`;
            if (next.type === 'd')
                pending = { path, entry: next };
            else
                yield { kind: 'entry', path, entry: next };
            continue;
        }
        let isLast = false;
        try {
            const batch = await level.batches.next();
            if (batch.done)
                isLast = true;
            else {
                level.entries = batch.value.entries;
                level.rejected = batch.value.rejected;
                level.at = 0;
            }
        }
        catch (error) {
            if (!isEvent(error))
                throw error;
            yield { kind: 'unreadable', path: level.path, entry: level.entry, error };
            isLast = true;
        }
        if (!isLast) {
            for (const { name, reason } of level.rejected)
                yield { kind: 'rejected', path: level.path, name, reason };
            continue;
        }
        levels.pop();
        onPath.delete(level.entry.objectId);
        yield { kind: 'leave', path: level.path, entry: level.entry };
    }
}
function refuse(entry, path, depth, onPath) {
    if (depth >= MAX_TREE_DEPTH)
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_TREE_TOO_DEEP', `A directory is nested more than ${MAX_TREE_DEPTH} levels deep.`);
    if (onPath.has(entry.objectId))
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_TREE_LOOP', `Directory ${entry.objectId} contains itself, at "${path}".`);
    if (entry.objectId === '')
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .CairnError */ .eb('CAIRN_DIRECTORY_DAMAGED', `The directory "${path}" has no object ID.`);
    return undefined;
}
/** The entry called `name` in the directory `directory`, or undefined. */
async function findChild(objects, directory, name, signal) {
    for await (const batch of (0,_directory_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .readDirectory */ .g)(objects, directory.objectId, signal)) {
        const found = batch.entries.find((entry) => entry.name === name);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
/** All safely named entries of one directory, for listings. */
async function listDirectory(objects, id, signal) {
    const all = [];
    for await (const batch of (0,_directory_stream_js__WEBPACK_IMPORTED_MODULE_1__/* .readDirectory */ .g)(objects, id, signal))
        for (const entry of batch.entries)
            all.push(entry);
    return all;
}


/***/ }),

/***/ 54292:
/***/ (function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ ElementScanner)
/* harmony export */ });
/** Cuts the elements out of one list of a JSON object that comes in pieces: for objects that are too large to be parsed at once. */
const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const FIRST_REST_BYTES = 1024;
/**
 * Knows just enough JSON to find where elements end; what it gives out must be parsed to know that it is JSON.
 *
 * Memory is bounded by the limits and the longest piece, however much space the text holds.
 */
class ElementScanner {
    #listStart;
    #limits;
    #tooLong;
    #depth = 0;
    #isInText = false;
    #isEscaped = false;
    #isInList = false;
    /** Bytes of the element that began in an earlier piece. */
    #pending = [];
    #pendingLength = 0;
    /** The object without its elements and without space; its end tells which member a bracket belongs to. */
    #rest = new Uint8Array(FIRST_REST_BYTES);
    #restLength = 0;
    /** For the list that is the member `name` of the object, in any letter case; `tooLong` makes the error of a limit. */
    constructor(name, limits, tooLong) {
        this.#listStart = `"${name.toLowerCase()}":[`;
        this.#limits = limits;
        this.#tooLong = tooLong;
    }
    /** The texts of the elements that end in `piece`, in order; empty ones are left out. */
    push(piece) {
        const elements = [];
        let start = 0;
        for (let i = 0; i < piece.length; i++) {
            const byte = piece[i] ?? 0;
            if (this.#isInList && this.#depth === 2 && !this.#isInText && (byte === BRACKET_CLOSE || byte === COMMA)) {
                const text = this.#take(piece.subarray(start, i));
                if (text !== '')
                    elements.push(text);
                start = i + 1;
            }
            if (this.#isInText) {
                if (this.#isEscaped)
                    this.#isEscaped = false;
                else if (byte === BACKSLASH)
                    this.#isEscaped = true;
                else if (byte === QUOTE)
                    this.#isInText = false;
            }
            else if (byte === QUOTE)
                this.#isInText = true;
            else if (byte === BRACE_OPEN || byte === BRACKET_OPEN)
                this.#depth++;
            else if (byte === BRACE_CLOSE || byte === BRACKET_CLOSE)
                this.#depth--;
            if (this.#isInList) {
                if (this.#depth >= 2)
                    continue;
                this.#isInList = false;
            }
            if (!this.#isInText && isSpace(byte))
                continue;
            this.#addToRest(byte);
            if (byte === BRACKET_OPEN && this.#depth === 2 && !this.#isInText && this.#isListStart()) {
                this.#isInList = true;
                start = i + 1;
            }
        }
        if (this.#isInList)
            this.#keep(piece.subarray(start));
        return elements;
    }
    /** The text of the object with an empty list; not JSON when the pieces were none. */
    finish() {
        return Buffer.from(this.#rest.buffer, 0, this.#restLength).toString('utf8');
    }
    #isListStart() {
        const from = Math.max(0, this.#restLength - this.#listStart.length);
        return (Buffer.from(this.#rest.buffer, from, this.#restLength - from)
            .toString('latin1')
            .toLowerCase() === this.#listStart);
    }
    #addToRest(byte) {
        if (this.#restLength === this.#limits.restBytes)
            throw this.#tooLong('rest');
        if (this.#restLength === this.#rest.length) {
            const larger = new Uint8Array(this.#rest.length * 2);
            larger.set(this.#rest);
            this.#rest = larger;
        }
        this.#rest[this.#restLength++] = byte;
    }
    #keep(part) {
        let from = 0;
        if (this.#pendingLength === 0)
            while (from < part.length && isSpace(part[from] ?? 0))
                from++;
        if (from === part.length)
            return;
        // Copied: the piece belongs to the reader and may be reused.
        this.#pending.push(part.slice(from));
        this.#pendingLength += part.length - from;
        if (this.#pendingLength > this.#limits.elementBytes)
            throw this.#tooLong('element');
    }
    #take(part) {
        if (this.#pendingLength === 0)
            return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('utf8').trim();
        this.#keep(part);
        const text = Buffer.concat(this.#pending).toString('utf8').trim();
        this.#pending = [];
        this.#pendingLength = 0;
        return text;
    }
}
function isSpace(byte) {
    return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}


/***/ })

};

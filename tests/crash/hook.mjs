// Loaded into the program by NODE_OPTIONS=--import: counts its calls of node:fs below some folders, and lets one of them
// be its last or fail. WORDFERRY_TEST_FAULT is a `Fault` of program.ts.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const fault =
  isMainThread && process.env.WORDFERRY_TEST_FAULT ? JSON.parse(process.env.WORDFERRY_TEST_FAULT) : undefined;

const { O_CREAT, O_WRONLY, O_RDWR } = fs.constants;
const isWriting = (flags) =>
  typeof flags === 'number' ? (flags & (O_CREAT | O_WRONLY | O_RDWR)) !== 0 : !['r', undefined].includes(flags);
const always = () => true;

/** What changes the disk. */
const writers = {
  openSync: ([, flags]) => isWriting(flags),
  writeFileSync: always,
  fsyncSync: always,
  renameSync: always,
  linkSync: always,
  unlinkSync: always,
  rmSync: always,
  mkdirSync: always,
  mkdtempSync: always,
};

/** What else may fail. */
const others = {
  openSync: ([, flags]) => !isWriting(flags),
  closeSync: always,
  readFileSync: always,
  readSync: always,
  readdirSync: always,
  lstatSync: always,
  fstatSync: always,
  statfsSync: always,
};

const original = { ...fs };
const paths = new Map();
const log = [];
let count = 0;

if (fault !== undefined) {
  const watched = fault.calls === 'others' ? others : writers;
  for (const name of new Set([...Object.keys(writers), ...Object.keys(others)])) {
    fs[name] = (...args) => call(name, args, watched[name]);
  }
  syncBuiltinESMExports();
  if (fault.log) process.on('exit', () => original.writeFileSync(fault.log, log.join('\n')));
}

function call(name, args, isWatched) {
  const path = typeof args[0] === 'number' ? paths.get(args[0]) : String(args[0]);
  const isBelow = path !== undefined && fault.within.some((folder) => path.startsWith(folder));
  // Some of these call others of these.
  const index = isBelow && isWatched?.(args) ? strike(name, args, path) : undefined;
  const result = original[name](...args);
  if (name === 'openSync') paths.set(result, path);
  if (name === 'closeSync') paths.delete(args[0]);
  if (index !== undefined && index === fault.at && fault.how === 'after') die();
  return result;
}

/** Gives which call it is. */
function strike(name, args, path) {
  count += 1;
  const index = count;
  log.push(`${name} ${path}`);
  const isNow = index === fault.at || (fault.lasts === true && index > fault.at);
  if (!isNow || fault.how === 'after') return index;
  // The disk took a part of it.
  if (fault.how === 'half' && name === 'writeFileSync') {
    const bytes = Buffer.from(args[1]);
    original.writeFileSync(args[0], bytes.subarray(0, bytes.length >> 1), args[2]);
  }
  if (fault.code === undefined) die();
  if (name === 'closeSync') original.closeSync(args[0]);
  throw Object.assign(new Error(`${fault.code}: ${name} '${path}'`), { code: fault.code, syscall: name });
}

function die() {
  process.kill(process.pid, 'SIGKILL');
  // The signal comes when it comes: until then nothing more is done.
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

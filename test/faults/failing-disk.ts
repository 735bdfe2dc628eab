// Loaded into the started program before its own code (`--import`): while the file that DISK_FAULT names is there,
// the disk fails with the error that this file holds. ENOSPC: files can be opened, but take no byte; EROFS: nothing
// can be opened for writing, made, renamed or removed.

import fs, { promises, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { open } = promises;
const { appendFileSync, openSync } = fs;

promises.open = async (path, flags, mode) => {
  if (flags !== undefined && flags !== 'r') failIf('EROFS');
  const handle = await open(path, flags, mode);
  for (const method of ['writeFile', 'appendFile'] as const) {
    Object.defineProperty(handle, method, { value: unlessFull(handle[method].bind(handle)) });
  }
  return handle;
};
promises.writeFile = unlessFull(promises.writeFile);
for (const method of ['mkdir', 'mkdtemp', 'rename', 'rm', 'link'] as const) {
  Object.assign(promises, { [method]: unlessReadOnly(promises[method] as Call) });
}
// Lines are added without waiting: see src/store/line-file.ts.
fs.openSync = (path, flags, mode) => {
  if (flags !== 'r') failIf('EROFS');
  return openSync(path, flags, mode);
};
fs.appendFileSync = (...given) => {
  failIf('EROFS');
  failIf('ENOSPC');
  appendFileSync(...given);
};
syncBuiltinESMExports();

type Call = (...given: never[]) => Promise<unknown>;

function unlessFull<F extends Call>(call: F): F {
  return unlessReadOnly(async (...given: never[]) => {
    failIf('ENOSPC');
    return call(...given);
  }) as F;
}

function unlessReadOnly<F extends Call>(call: F): F {
  return (async (...given: never[]) => {
    failIf('EROFS');
    return call(...given);
  }) as F;
}

function failIf(code: string): void {
  if (readFault() === code)
    throw Object.assign(new Error(`${code}: the disk fails`), { code, syscall: 'write' });
}

function readFault(): string {
  try {
    return readFileSync(process.env.DISK_FAULT ?? '', 'utf8');
  } catch {
    return '';
  }
}

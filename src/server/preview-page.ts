// The preview's page as files in memory: HTML, styles, scripts and pictures of page/.
// Read once at start, so that a request never waits for a disk and only these files can be asked for.

import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { PreviewFile } from './preview-chat.ts';

const FOLDER = new URL('./page/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * Reads the page's files, by name.
 * @throws Error when the folder can't be read: the installation is incomplete
 */
export function readPageFiles(): ReadonlyMap<string, PreviewFile> {
  const files = new Map<string, PreviewFile>();
  for (const name of readdirSync(FOLDER)) {
    const type = TYPES[extname(name)];
    if (type !== undefined) files.set(name, { bytes: readFileSync(new URL(name, FOLDER)), type });
  }
  return files;
}

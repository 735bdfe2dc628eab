// A process that holds a data folder until it is killed: `hold-folder.ts <folder>`.

import { lockFolder } from '../../src/store/folder-lock.ts';

await lockFolder(process.argv[2] ?? '');
process.stdout.write('held\n');
setInterval(() => undefined, 60_000);

// Node gives a thread no loader for TypeScript, even where the process has one: this registers it first.

import { register } from 'tsx/esm/api';

register();
await import('./loader-thread.ts');

import { createMemoryStore } from './memory-store.ts';
import { describeStore } from './store/store-contract.ts';

describeStore('the store in memory', async () => createMemoryStore());

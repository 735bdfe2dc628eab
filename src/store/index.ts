export { type ChatState, NEW_CHAT, rememberAnswer } from './chat-state.ts';
export { DataFolderError, prepareDataFolder } from './data-folder.ts';
export { type EmbeddedStoreOptions, openEmbeddedStore } from './embedded-store.ts';
export type { Store } from './store.ts';

export { type ContentState, createLiveContent, type LiveContent } from './live-content.ts';
export { type Content, type ContentFolders, type LoadedContent, loadContent } from './load-content.ts';
export { type FolderWatch, watchFolders } from './watch.ts';

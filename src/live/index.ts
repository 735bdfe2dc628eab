export { readGitCommit } from './git-commit.ts';
export { type ContentState, createLiveContent, type LiveContent } from './live-content.ts';
export { type Content, createLoader, type LoadedContent, type Loader } from './loader.ts';
export type { ContentFolders } from './read-content.ts';
export { type FolderWatch, watchFolders } from './watch.ts';

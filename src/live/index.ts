export { readGitCommit } from './git-commit.ts';
export { type ContentState, createLiveContent, type LiveContent } from './live-content.ts';
export { type Content, createLoader, type LoadedContent, type Loader, LoaderClosedError } from './loader.ts';
export { type ContentFolders, type ReadContent, readContent } from './read-content.ts';
export { type FolderWatch, type WhyLook, watchFolders } from './watch.ts';

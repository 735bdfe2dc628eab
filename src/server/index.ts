export { type AppParts, createApp, type Health, type Webhook } from './app.ts';
export {
  createPreviewRoutes,
  type PreviewButton,
  type PreviewChat,
  type PreviewCommand,
  type PreviewFile,
  type PreviewMessage,
  type PreviewOptions,
  type PreviewPerson,
  type PreviewToast,
  type PreviewVenue,
} from './preview.ts';
export type * from './preview-content.ts';
export { isLoopback } from './preview-guard.ts';
export { ListenError, type RunningServer, type ServerOptions, startServer } from './server.ts';

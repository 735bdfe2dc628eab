export { type AppParts, createApp, type Health, type Webhook } from './app.ts';
export {
  createPreviewRoutes,
  type PreviewButton,
  type PreviewChat,
  type PreviewCommand,
  type PreviewContact,
  type PreviewDocument,
  type PreviewFile,
  type PreviewMessage,
  type PreviewOptions,
  type PreviewPerson,
  type PreviewReplyButton,
  type PreviewReplyKeyboard,
  type PreviewToast,
  type PreviewVenue,
} from './preview.ts';
export type * from './preview-content.ts';
export { isLoopback } from './preview-guard.ts';
export { ListenError, type RunningServer, type ServerOptions, startServer } from './server.ts';

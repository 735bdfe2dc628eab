export type { BotParts, Log } from './context.ts';
export { createDemoChats, type DemoChats, type DemoPerson } from './demo-chats.ts';
export { createDeskLine } from './desk-line.ts';
export { describeError, isWrongToken } from './errors.ts';
export {
  type ServiceHealth,
  startTelegramService,
  type TelegramService,
  type UpdateSource,
} from './service.ts';

export {
  type Action,
  DESK_STEPS,
  type DeskStep,
  decodeAction,
  encodeAction,
  MAX_CALLBACK_BYTES,
  MENUS,
  type Menu,
  REQUEST_STEPS,
  type RequestStep,
} from './action.ts';
export { type AnswerView, answerScreen } from './answer-screen.ts';
export { type ContentReport, contentScreen } from './content-screen.ts';
export { deskCardScreen, deskNoticeScreen, personMessageScreen, topicName } from './desk-screens.ts';
export {
  escapeHtml,
  htmlToPlainText,
  MAX_CAPTION_LENGTH,
  MAX_MESSAGE_LENGTH,
  splitHtml,
  visibleLength,
} from './html.ts';
export {
  deskAnswerScreen,
  inquiryNotice,
  onwardScreen,
  personNoticeScreen,
  problemText,
  promptScreen,
  requestScreen,
  requestsScreen,
  type ShownDraft,
  sentScreen,
  unfinishedScreen,
} from './inquiry-screens.ts';
export { helpScreen, menuScreen, noticeScreen } from './menu-screens.ts';
export { replyScreen } from './reply-screen.ts';
export {
  type Button,
  type HeadedScreen,
  messagesOf,
  type Screen,
  type ScreenContext,
  screenContext,
  screenToPlainText,
} from './screen.ts';
export { gapsScreen, statsScreen } from './staff-screens.ts';

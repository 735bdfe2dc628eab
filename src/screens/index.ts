export { type Action, decodeAction, encodeAction, MAX_CALLBACK_BYTES, MENUS, type Menu } from './action.ts';
export { type AnswerView, answerScreen } from './answer-screen.ts';
export { type ContentReport, contentScreen } from './content-screen.ts';
export { escapeHtml, htmlToPlainText, MAX_MESSAGE_LENGTH, splitHtml, visibleLength } from './html.ts';
export { helpScreen, menuScreen, noticeScreen } from './menu-screens.ts';
export { replyScreen } from './reply-screen.ts';
export { type Button, type Screen, type ScreenContext, screenContext, screenToPlainText } from './screen.ts';

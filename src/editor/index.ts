export { type ContentDesk, type ContentDeskParts, createContentDesk } from './content-desk.ts';

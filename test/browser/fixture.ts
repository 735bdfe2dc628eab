// One browser for a test file; for each test a fake chat, its server and a page, closed again afterwards.

import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createPreviewRoutes, type RunningServer, startServer } from '../../src/server/index.ts';
import { createFakeChat, type FakeChat } from '../server/fake-chat.ts';
import { type ChatPage, openChatPage } from './chat-page.ts';
import { launchChromium } from './chromium.ts';

/** What a test gets. */
export interface Preview {
  readonly chat: FakeChat;
  readonly server: RunningServer;
  readonly view: ChatPage;
}

/** Serves a chat's preview on loopback. */
export function servePreview(chat: FakeChat, port = 0): Promise<RunningServer> {
  return startServer({
    host: '127.0.0.1',
    port,
    health: () => ({ ok: true }),
    preview: createPreviewRoutes(chat, { host: '127.0.0.1' }),
    onError: () => {},
  });
}

/** Sets the browser up for this test file; the function it gives opens a preview of a new fake chat. */
export function usePreviews(): (options?: BrowserContextOptions) => Promise<Preview> {
  const closers: (() => Promise<void>)[] = [];
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  afterAll(() => browser?.close());
  return async (options) => {
    const chat = createFakeChat();
    const server = await servePreview(chat);
    closers.push(() => server.close());
    const view = await openChatPage(browser, server.url, options);
    closers.push(() => view.close());
    return { chat, server, view };
  };
}

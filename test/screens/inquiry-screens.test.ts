import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/language/index.ts';
import {
  deskAnswerScreen,
  deskCardScreen,
  deskNoticeScreen,
  onwardScreen,
  personMessageScreen,
  personNoticeScreen,
  promptScreen,
  requestScreen,
  requestsScreen,
  type Screen,
  screenContext,
  topicName,
  unfinishedScreen,
  visibleLength,
} from '../../src/screens/index.ts';
import { INQUIRY_FIELDS, INQUIRY_STATES, type Inquiry, type InquiryDraft } from '../../src/store/index.ts';
import { loadProject } from '../project-catalog.ts';
import { newInquiry } from '../store/sample-inquiry.ts';
import { parseTelegramHtml } from './telegram-html.ts';

const { catalog, phrases } = await loadProject();

const HOSTILE = '<b>&amp; </b> "x" 🚛 \u202e';
const inquiry: Inquiry = {
  ...newInquiry('k'),
  number: 'T-2611-0042',
  subject: HOSTILE,
  company: HOSTILE,
  wish: HOSTILE.repeat(60),
  person: { id: 7, name: HOSTILE, username: 'someone' },
};

function actionsOf(screen: Screen): string[] {
  return screen.keyboard.flat().map(({ action }) => ('step' in action ? action.step : action.kind));
}

describe.each(LANGUAGES)('an inquiry in %s', (language) => {
  const context = screenContext(language, phrases, catalog);
  const { phrase } = context.speech;
  const draft: InquiryDraft = { key: 'k', startedAt: 0, language, wish: HOSTILE };

  it('asks for each field with a way back and a way out', () => {
    for (const asked of INQUIRY_FIELDS) {
      const screen = promptScreen({ draft, asked, subject: HOSTILE }, context);
      expect(parseTelegramHtml(screen.html).text).toContain(phrase(`inquiry.ask.${asked}`));
      const ways =
        asked === 'contact'
          ? screen.replyKeyboard !== 'remove' && screen.replyKeyboard?.texts
          : actionsOf(screen);
      const back = asked === 'contact' ? phrase('inquiry.step.back') : 'back';
      const cancel = asked === 'contact' ? phrase('inquiry.step.cancel') : 'cancel';
      expect(ways).toContain(cancel);
      if (asked !== 'subject') expect(ways).toContain(back);
    }
  });

  it('shows the whole to confirm, with a way to change each line', () => {
    const screen = promptScreen({ draft, asked: 'confirm', subject: HOSTILE }, context);
    expect(parseTelegramHtml(screen.html).text).toContain(HOSTILE);
    expect(actionsOf(screen)).toEqual(['send', 'subject', 'company', 'wish', 'contact', 'cancel']);
  });

  it('says at the beginning what it is, what it is about and when the desk works', () => {
    const screen = promptScreen({ draft, asked: 'company', subject: 'Khorgos', isFirst: true }, context);
    const { text } = parseTelegramHtml(screen.html);
    expect(text).toContain(phrase('inquiry.title'));
    expect(text).toContain(phrase('inquiry.about', { subject: 'Khorgos' }));
    expect(text).toMatch(/9:00–18:00/);
  });

  it('comes back to it after a question, which can still be made the answer', () => {
    const asked = { draft: { ...draft, setAside: HOSTILE }, asked: 'company', subject: undefined } as const;
    const screen = onwardScreen(asked, context);
    expect(parseTelegramHtml(screen.html).text).toContain(phrase('inquiry.ask.company'));
    expect(actionsOf(screen)).toEqual(['keep', 'back', 'cancel']);
    expect(actionsOf(unfinishedScreen(context, 'reminder'))).toEqual(['go-on', 'restart', 'cancel']);
  });

  it.each(INQUIRY_STATES)(
    'shows one that is %s to its person and to the desk, hostile words as they are',
    (state) => {
      const shown = { ...inquiry, state };
      for (const screen of [requestScreen(shown, context), deskCardScreen(shown, context)]) {
        const { text } = parseTelegramHtml(screen.html);
        expect(text).toContain('T-2611-0042');
        expect(text).toContain(phrase(`requests.state.${state}`));
        expect(visibleLength(screen.html)).toBeLessThanOrEqual(4096);
      }
      const open = state !== 'closed' && state !== 'withdrawn';
      expect(actionsOf(deskCardScreen(shown, context))).toEqual(
        open ? ['take', 'close'] : state === 'closed' ? ['reopen'] : [],
      );
    },
  );

  it('says at the desk who has it', () => {
    const card = deskCardScreen({ ...inquiry, state: 'taken', takenBy: { id: 1, name: HOSTILE } }, context);
    expect(parseTelegramHtml(card.html).text).toContain(
      phrase('toDesk.takenBy', {
        state: phrase('requests.state.taken'),
        name: HOSTILE,
      }),
    );
    expect(actionsOf(card)).toEqual(['close']);
  });

  it('shows nothing of one that its person has erased', () => {
    const card = deskCardScreen({ ...inquiry, erased: true }, context);
    expect(parseTelegramHtml(card.html).text).not.toContain('🚛');
    expect(card.keyboard).toEqual([]);
  });

  it('names the inquiry in whatever a reply can be given to', () => {
    const texts = [
      deskAnswerScreen('T-2611-0042', HOSTILE, context),
      personMessageScreen(inquiry, HOSTILE, context),
      deskNoticeScreen('withdrawn', 'T-2611-0042', context),
      personNoticeScreen('closed', 'T-2611-0042', context),
    ].map((screen) => parseTelegramHtml(screen?.html ?? '').text);
    for (const text of texts) expect(text).toContain('T-2611-0042');
    expect(topicName(inquiry).startsWith('T-2611-0042 ')).toBe(true);
  });

  it('lists the newest first, and offers a new one', () => {
    const list = ['T-2611-0001', 'T-2611-0002'].map((number) => ({
      number,
      key: number,
      chat: 7,
      state: 'received' as const,
      openedAt: 0,
      thread: undefined,
      outbox: [],
    }));
    const screen = requestsScreen(list, context);
    expect(screen.keyboard[0]?.[0]?.text).toContain('T-2611-0002');
    expect(actionsOf(screen)).toEqual(['show', 'show', 'inquire']);
    expect(parseTelegramHtml(requestsScreen([], context).html).text).toContain(phrase('requests.none'));
  });
});

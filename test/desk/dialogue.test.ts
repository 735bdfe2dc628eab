import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  askNext,
  completeDraft,
  DIALOGUE_STEPS,
  type DialogueInput,
  type DialogueResult,
  FIELD_LIMITS,
  hasContent,
  nextAsked,
} from '../../src/desk/index.ts';
import { INQUIRY_FIELDS, type InquiryDraft } from '../../src/store/index.ts';
import { anyText } from '../any-text.ts';

const NOW = Date.UTC(2026, 10, 24);
const EMPTY: InquiryDraft = { key: 'k', startedAt: NOW, language: 'ru' };

const FULL: InquiryDraft = {
  ...EMPTY,
  subject: 'Khorgos',
  company: 'Dala LLP',
  wish: 'rent a warehouse',
  contact: { kind: 'phone', value: '+7 701 123 4567' },
  consent: NOW,
  asked: 'confirm',
};

function type(text: string): DialogueInput {
  return { kind: 'text', text, isQuestion: false, message: 50 };
}

function draftOf(result: DialogueResult): InquiryDraft {
  if (!('draft' in result)) throw new Error(`No draft in ${result.kind}.`);
  return result.draft;
}

/** Gives the inputs one after the other. */
function talk(start: InquiryDraft, ...inputs: DialogueInput[]): InquiryDraft {
  return inputs.reduce((draft, input) => draftOf(advance(draft, input, NOW)), start);
}

describe('the dialogue', () => {
  it('asks for each field in order, and for the whole at the end', () => {
    const start = draftOf(askNext(EMPTY));
    const inputs = [type('Khorgos'), type('Dala LLP'), type('rent a warehouse'), type('8 701 123 45 67')];
    const asked = inputs.map((_, count) => talk(start, ...inputs.slice(0, count + 1)).asked);
    expect([start.asked, ...asked]).toEqual(['subject', 'company', 'wish', 'contact', 'consent']);
    const agreed = talk(start, ...inputs, { kind: 'step', step: 'agree' });
    expect(agreed).toEqual(FULL);
    expect(advance(agreed, { kind: 'step', step: 'send' }, NOW)).toEqual({
      kind: 'send',
      draft: { ...FULL, confirmed: true },
    });
  });

  it('does not ask what it is about when it was opened under an answer', () => {
    expect(nextAsked({ ...EMPTY, about: 'formats/lease-premises/about' })).toBe('company');
  });

  it('keeps what was typed when going back, but for the field itself', () => {
    const back = talk(
      { ...FULL, asked: 'contact', contact: undefined, consent: undefined },
      {
        kind: 'step',
        step: 'back',
      },
    );
    expect(back).toMatchObject({ asked: 'wish', company: 'Dala LLP', subject: 'Khorgos' });
    expect(back.wish).toBeUndefined();
    expect(talk(back, type('buy land')).asked).toBe('contact');
  });

  it.each(['subject', 'company', 'wish', 'contact'] as const)(
    'changes %s from the summary and comes back to it',
    (field) => {
      const changing = talk(FULL, { kind: 'step', step: field });
      expect(changing.asked).toBe(field);
      const value = field === 'contact' ? 'a@b.kz' : 'something else';
      expect(talk(changing, type(value)).asked).toBe('confirm');
    },
  );

  it("complains about what can't be right, and asks the same again", () => {
    const complaints: [asked: InquiryDraft['asked'], text: string, problem: string][] = [
      ['company', 'x'.repeat(FIELD_LIMITS.company + 1), 'too-long'],
      ['wish', 'ж'.repeat(5000), 'too-long'],
      ['subject', '🚛 !', 'no-words'],
      ['contact', 'someone.example.com', 'no-contact'],
      ['contact', '12', 'no-contact'],
      ['consent', 'maybe', 'no-button'],
      ['confirm', 'well', 'no-button'],
    ];
    for (const [asked, text, problem] of complaints) {
      const draft = { ...EMPTY, asked };
      expect(advance(draft, type(text), NOW)).toMatchObject({ kind: 'complain', draft, problem });
    }
  });

  it('does not take the rest of a text that was too long, which an app has cut in two, for the answer', () => {
    const first = advance({ ...EMPTY, asked: 'wish' }, type('ж'.repeat(4096)), NOW);
    const next = (text: string, message: number): DialogueInput => ({
      kind: 'text',
      text,
      isQuestion: false,
      message,
    });
    const rest = advance(draftOf(first), next('and the rest', 51), NOW);
    expect(rest.kind).toBe('rest');
    const later = next('shorter', 53);
    expect(draftOf(advance(draftOf(first), later, NOW))).toMatchObject({ wish: 'shorter' });
  });

  it('sets a question aside, and makes it the answer when the person says so', () => {
    const asked = talk(
      { ...EMPTY, asked: 'company' },
      { kind: 'text', text: 'Where is it?', isQuestion: true, message: 50 },
    );
    expect(asked).toMatchObject({ asked: 'company', setAside: 'Where is it?' });
    const kept = talk(asked, { kind: 'step', step: 'keep' });
    expect(kept).toMatchObject({ company: 'Where is it?', asked: 'subject' });
    expect(kept.setAside).toBeUndefined();
  });

  it('takes no press under an earlier prompt for consent, and sends nothing that lacks something', () => {
    const early = { ...EMPTY, asked: 'company' as const };
    expect(talk(early, { kind: 'step', step: 'agree' }).consent).toBeUndefined();
    expect(advance(early, { kind: 'step', step: 'send' }, NOW).kind).toBe('ask');
    expect(completeDraft(early, () => undefined)).toBeUndefined();
  });

  it('never loses a field that an input is not about, whatever comes', () => {
    const input = fc.oneof(
      fc.record({
        kind: fc.constant('text' as const),
        text: anyText(),
        isQuestion: fc.boolean(),
        message: fc.nat(),
      }),
      fc.record({ kind: fc.constant('phone' as const), phone: anyText() }),
      fc.record({ kind: fc.constant('step' as const), step: fc.constantFrom(...DIALOGUE_STEPS) }),
    );
    const asked = fc.constantFrom(...INQUIRY_FIELDS, 'confirm' as const);
    fc.assert(
      fc.property(asked, input, (field, given) => {
        const result = advance({ ...FULL, asked: field }, given, NOW);
        if (!('draft' in result)) return;
        const changed = INQUIRY_FIELDS.filter((name) => result.draft[name] !== FULL[name]);
        expect(changed.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('knows a draft with something in it', () => {
    expect(hasContent(EMPTY)).toBe(false);
    expect(hasContent({ ...EMPTY, company: 'Dala' })).toBe(true);
  });
});

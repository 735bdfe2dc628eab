import { describe, expect, it } from 'vitest';
import { rankAnswers } from '../../src/search/rank.ts';
import { readQuestionIn } from '../../src/search/read-question.ts';
import { indexCatalog } from '../../src/search/search-index.ts';
import { answerId, smallCatalog } from '../small-catalog.ts';

const index = indexCatalog(
  smallCatalog({
    'hubs/khorgos': {
      name: 'Khorgos',
      topics: {
        about: { title: 'Khorgos', questions: ['what is Khorgos'] },
        trade: { title: 'Khorgos trade', questions: ['what goods cross at Khorgos'] },
      },
    },
    'hubs/caspian': {
      name: 'Caspian centre',
      topics: {
        about: { title: 'Caspian', questions: ['what is the Caspian hub'] },
        facilities: { title: 'Caspian ports', questions: ['what stands at the Caspian hub'] },
        trade: { title: 'Caspian trade', questions: ['what goods cross at the Caspian hub'] },
      },
    },
    'facilities/nur-zholy': {
      name: 'Nur Zholy road crossing',
      topics: { about: { title: 'Nur Zholy', questions: ['how many trucks pass Nur Zholy'] } },
    },
    'facilities/dostyk': {
      name: 'Dostyk rail crossing to Khorgos',
      links: ['guides/queue'],
      topics: { about: { title: 'Dostyk', questions: ['how many trains pass Dostyk'] } },
    },
    'facilities/port': {
      name: 'Kuryk port',
      links: ['hubs/caspian'],
      topics: { about: { title: 'Kuryk', questions: ['how many ferries sail from Kuryk'] } },
    },
    'facilities/terminal': {
      name: 'Sarzha terminal',
      links: ['facilities/port'],
      topics: {
        about: { title: 'Sarzha', questions: ['how many tanks has Sarzha'] },
        progress: { title: 'Sarzha works', questions: ['what is built at Sarzha'] },
      },
    },
    'guides/queue': {
      name: 'Queue',
      topics: { about: { title: 'Queue', questions: ['how do I book a slot at Dostyk'] } },
    },
    'guides/slots': {
      name: 'Slots',
      topics: { about: { title: 'Slots', questions: ['how do I book a slot for a stall'] } },
    },
  }),
);
const best = (question: string, before: string): string | undefined =>
  rankAnswers(readQuestionIn('en', question, index), index, answerId(before)).candidates[0]?.answer;

describe('weighContext', () => {
  it('lets a question that names no entry ask of the one that was shown', () => {
    expect(best('and what goods', 'hubs/khorgos/about')).toBe('hubs/khorgos/trade');
    expect(best('and what goods', 'hubs/caspian/about')).toBe('hubs/caspian/trade');
  });

  it('lets it ask of a guide that the entry is linked with', () => {
    expect(best('how do I book a slot there', 'facilities/dostyk/about')).toBe('guides/queue/about');
  });

  it('asks the same of another entry where that alone is named', () => {
    expect(best('and Khorgos?', 'hubs/caspian/trade')).toBe('hubs/khorgos/trade');
  });

  it('takes one of the kind that was shown, though less of its name is said', () => {
    expect(best('and the rail crossing at Khorgos?', 'facilities/nur-zholy/about')).toBe(
      'facilities/dostyk/about',
    );
  });

  it('takes no place for named of whose name one word stands there', () => {
    expect(best('and how many cross there', 'hubs/khorgos/trade')).not.toMatch(/^facilities/);
  });

  const partOf = (
    part: 'context' | 'continued',
    answer: string,
    [question = '', before = '']: string[],
  ): number =>
    rankAnswers(readQuestionIn('en', question, index), index, answerId(before)).candidates.find(
      (candidate) => candidate.answer === answer,
    )?.parts[part] ?? 0;

  it('lets a question that names a place of another kind still ask of the entry', () => {
    const asked = ['and do goods cross there at Nur Zholy', 'hubs/khorgos/about'];
    expect(partOf('context', 'hubs/khorgos/trade', asked)).toBeGreaterThan(0);
    expect(partOf('context', 'hubs/caspian/trade', asked)).toBe(0);
  });

  it('lifts no others of the kind where their names are not said', () => {
    const asked = ['and the goods that cross at Nur Zholy', 'hubs/khorgos/trade'];
    expect(partOf('context', 'hubs/caspian/trade', asked)).toBe(0);
  });

  it('counts examples that name the entry for that entry alone', () => {
    const asked = ['and what goods cross there', 'hubs/khorgos/about'];
    expect(partOf('continued', 'hubs/khorgos/trade', asked)).toBeGreaterThan(0);
    expect(partOf('continued', 'hubs/caspian/trade', asked)).toBe(0);
  });

  it('turns to what is tied to the entry where a word of its name says so', () => {
    expect(best('and the port?', 'facilities/terminal/about')).toBe('facilities/port/about');
    expect(best('and the terminal?', 'facilities/port/about')).toBe('facilities/terminal/about');
  });

  it('turns to the hub of a facility for what that facility does not answer', () => {
    expect(best('what goods cross', 'facilities/port/about')).toBe('hubs/caspian/trade');
  });

  it('lifts the places that are tied to the entry where the question looks around', () => {
    const around = partOf('context', 'facilities/port/about', [
      'how many are near',
      'facilities/terminal/about',
    ]);
    const other = partOf('context', 'facilities/port/about', [
      'how many are there',
      'facilities/terminal/about',
    ]);
    expect(around).toBeGreaterThan(other);
  });

  it('lifts a guide that is tied to the entry more, the more of the question it explains', () => {
    const gainOf = (question: string): number =>
      partOf('context', 'guides/queue/about', [question, 'facilities/dostyk/about']);
    expect(gainOf('how do I book a slot')).toBeGreaterThan(gainOf('how many trains book'));
  });

  it('opens the overview of one of the kind that has nothing on the topic', () => {
    expect(best('and Kuryk?', 'facilities/terminal/progress')).toBe('facilities/port/about');
  });

  it('opens the overview of the hub that is called by a word of its name', () => {
    expect(best('and the centre, what is that', 'facilities/port/about')).toBe('hubs/caspian/about');
  });

  it('lets the answer that was read gain less where something tied to it is called', () => {
    const gainOf = (question: string): number =>
      partOf('context', 'facilities/port/about', [question, 'facilities/port/about']);
    expect(gainOf('and the tanks how many')).toBeGreaterThan(gainOf('and the centre how many'));
  });

  it('opens the overview of the place that is named best after a guide', () => {
    const gainOf = (answer: string): number =>
      partOf('context', answer, ['what about Khorgos', 'guides/slots/about']);
    expect(gainOf('hubs/khorgos/about')).toBeGreaterThan(0);
    expect(gainOf('facilities/dostyk/about')).toBe(0);
  });

  it('lets places lose that are not tied to the one that was shown', () => {
    expect(
      partOf('context', 'hubs/khorgos/trade', ['what goods cross', 'facilities/port/about']),
    ).toBeLessThan(0);
    expect(partOf('context', 'hubs/khorgos/trade', ['what goods cross', 'guides/slots/about'])).toBe(0);
  });

  it('tells of the facilities of the hub where the question looks around', () => {
    const gainOf = (question: string): number =>
      partOf('context', 'hubs/caspian/facilities', [question, 'facilities/port/about']);
    expect(gainOf('what stands near it')).toBeGreaterThan(gainOf('what stands there'));
  });
});

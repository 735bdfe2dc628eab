import { describe, expect, it } from 'vitest';
import { rankAnswers, reasonsAfter } from '../../src/search/rank.ts';
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
      name: 'Stalls',
      topics: { about: { title: 'Stalls', questions: ['how do I book a slot for a stall'] } },
    },
  }),
);
const best = (question: string, before: string): string | undefined =>
  rankAnswers(readQuestionIn('en', question, index), index, answerId(before)).candidates[0]?.answer;

/** The reasons that hold for an answer to a question after another. */
function reasonsOf(answer: string, [question, before]: readonly [question: string, before: string]) {
  const shown = index.answers.find(({ id }) => id === before);
  if (!shown) throw new Error(`there is no ${before}`);
  const all = reasonsAfter(readQuestionIn('en', question, index), { index, shown });
  return all.find((one) => one.answer === answer)?.extents ?? {};
}

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
    const reasons = reasonsOf('facilities/nur-zholy/about', [
      'and how many cross there',
      'hubs/khorgos/trade',
    ]);
    expect(reasons).toHaveProperty('facilityApart');
    expect(reasons).not.toHaveProperty('namedOnSame');
    expect(reasons).not.toHaveProperty('kinOnSame');
  });

  it('lets a question that names a place of another kind still ask of the entry', () => {
    const asked = ['and do goods cross there at Nur Zholy', 'hubs/khorgos/about'] as const;
    expect(reasonsOf('hubs/khorgos/trade', asked)).toMatchObject({ sameBeside: 1 });
    expect(reasonsOf('hubs/caspian/trade', asked)).not.toHaveProperty('sameBeside');
  });

  it('lifts no others of the kind where their names are not said', () => {
    const asked = ['and the goods that cross at Nur Zholy', 'hubs/khorgos/trade'] as const;
    expect(reasonsOf('hubs/caspian/trade', asked)).not.toHaveProperty('kinOnSame');
  });

  it('turns to what is tied to the entry where a word of its name says so', () => {
    expect(best('and the port?', 'facilities/terminal/about')).toBe('facilities/port/about');
    expect(best('and the terminal?', 'facilities/port/about')).toBe('facilities/terminal/about');
  });

  it('turns to the hub of a facility for what that facility does not answer', () => {
    expect(best('what goods cross', 'facilities/port/about')).toBe('hubs/caspian/trade');
  });

  it('lifts the places that are tied to the entry where the question looks around', () => {
    const reasonsFor = (question: string) =>
      reasonsOf('facilities/port/about', [question, 'facilities/terminal/about']);
    expect(reasonsFor('how many are near')).toMatchObject({ around: 1 });
    expect(reasonsFor('how many are there')).not.toHaveProperty('around');
  });

  it('lifts a guide that is tied to the entry more, the more of the question it explains', () => {
    const explained = (question: string): number =>
      reasonsOf('guides/queue/about', [question, 'facilities/dostyk/about']).guideWords ?? 0;
    expect(explained('how do I book a slot')).toBeGreaterThan(explained('how many trains book'));
  });

  it('gives what the question calls by its name as a reason, guides too', () => {
    const asked = ['and the queue', 'facilities/dostyk/about'] as const;
    expect(reasonsOf('guides/queue/about', asked).called).toBeGreaterThan(0);
    expect(reasonsOf('guides/queue/about', asked).calledTied).toBeGreaterThan(0);
    expect(reasonsOf('guides/slots/about', asked).called).toBe(0);
  });

  it('tells of another of the sort where the question turns to one', () => {
    const reasonsFor = (question: string) =>
      reasonsOf('hubs/caspian/about', [question, 'hubs/khorgos/about']);
    expect(reasonsFor('is another one better')).toMatchObject({ kinTurned: 1 });
    expect(reasonsFor('is it better')).toMatchObject({ kinPointed: 1 });
  });

  it('gives the answer that was read as one, which a plain question asks of again', () => {
    const asked = ['what stands there', 'hubs/caspian/about'] as const;
    expect(reasonsOf('hubs/caspian/about', asked)).toMatchObject({ same: 1, read: 1, sameGoesOn: 1 });
    expect(reasonsOf('hubs/caspian/about', asked)).toHaveProperty('plainOfHub');
    expect(reasonsOf('hubs/caspian/trade', asked)).not.toHaveProperty('read');
    expect(reasonsOf('hubs/caspian/trade', asked)).not.toHaveProperty('plainOfHub');
    expect(reasonsOf('guides/slots/about', ['how much', 'guides/slots/about'])).toHaveProperty(
      'plainOfGuide',
    );
    expect(reasonsOf('facilities/port/about', ['how much', 'facilities/port/about'])).toHaveProperty(
      'plainOfPlace',
    );
  });

  it('asks for no topic by the words of a bare name', () => {
    const before = 'hubs/khorgos/trade';
    expect(reasonsOf('hubs/caspian/about', ['what about Caspian centre', before])).not.toHaveProperty(
      'othersTopic',
    );
    expect(reasonsOf('hubs/caspian/about', ['and what stands at the Caspian centre', before])).toHaveProperty(
      'othersTopic',
    );
  });

  it('opens the overview of one of the kind that has nothing on the topic', () => {
    expect(best('and Kuryk?', 'facilities/terminal/progress')).toBe('facilities/port/about');
  });

  it('opens the overview of the hub that is called by a word of its name', () => {
    expect(best('and the centre, what is that', 'facilities/port/about')).toBe('hubs/caspian/about');
  });

  it('asks the same of the place that is named best after a guide: its overview', () => {
    const asked = ['what about Khorgos', 'guides/slots/about'] as const;
    expect(reasonsOf('hubs/khorgos/about', asked)).toMatchObject({ namedOnSame: 1, namedOnSameBare: 1 });
    expect(reasonsOf('facilities/dostyk/about', asked)).not.toHaveProperty('namedOnSame');
  });

  it('tells facilities that are not tied to the place that was shown from those that are', () => {
    const asked = ['when does it open', 'facilities/port/about'] as const;
    expect(reasonsOf('facilities/dostyk/about', asked)).toMatchObject({ facilityApart: 1 });
    expect(reasonsOf('facilities/terminal/about', asked)).not.toHaveProperty('facilityApart');
  });

  it('knows what lies apart from what was shown, and what is tied to it', () => {
    const askedAfter = (before: string) => ['and how deep is it', before] as const;
    expect(reasonsOf('hubs/caspian/about', askedAfter('facilities/dostyk/about'))).toMatchObject({
      hubApart: 1,
    });
    expect(reasonsOf('hubs/caspian/about', askedAfter('facilities/port/about'))).not.toHaveProperty(
      'hubApart',
    );
    expect(reasonsOf('facilities/port/about', askedAfter('guides/slots/about'))).toMatchObject({
      apartFromGuide: 1,
    });
    expect(reasonsOf('facilities/port/about', askedAfter('facilities/terminal/about'))).toMatchObject({
      tiedPlace: 1,
    });
    expect(reasonsOf('facilities/port/about', askedAfter('hubs/caspian/about'))).not.toHaveProperty(
      'tiedPlace',
    );
  });
});

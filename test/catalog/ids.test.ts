// The ids of the taxonomy: what is one and what is none.

import { describe, expect, it } from 'vitest';
import { entryIdOf, parseSourceId } from '../../src/catalog/ids.ts';
import { answerIdOf, KINDS, parseAnswerId, parseEntryId, TOPICS } from '../../src/catalog/index.ts';

describe('parseEntryId', () => {
  it.each(KINDS)('reads an id of the kind %s', (kind) => {
    expect(parseEntryId(`${kind}/central-asia`)).toBe(`${kind}/central-asia`);
    expect(entryIdOf(kind, 'central-asia')).toBe(`${kind}/central-asia`);
  });

  it.each([
    'khorgos',
    'hub/khorgos',
    'hubs/',
    'hubs/Khorgos',
    'hubs/хоргос',
    'hubs/dry_port',
    'hubs/dry--port',
    'hubs/-port',
    'hubs/port-',
    'hubs/khorgos/about',
    'hubs/khorgos\n',
    ' hubs/khorgos',
    'hubs/../secrets',
    '',
  ])('refuses %j', (text) => {
    expect(parseEntryId(text)).toBeUndefined();
  });
});

describe('parseAnswerId', () => {
  it.each(TOPICS)('reads an id of the topic %s, and joins it again', (topic) => {
    const entry = parseEntryId('hubs/khorgos');
    expect(parseAnswerId(`hubs/khorgos/${topic}`)).toBe(entry && answerIdOf(entry, topic));
  });

  it.each(['hubs/khorgos', 'hubs/khorgos/weather', 'hubs/khorgos/about/more', 'hubs/Khorgos/about', ''])(
    'refuses %j',
    (text) => {
      expect(parseAnswerId(text)).toBeUndefined();
    },
  );
});

describe('parseSourceId', () => {
  it.each(['kt-kz-2025-11-25-hubs', '24-kg', 'a'])('reads %s', (text) => {
    expect(parseSourceId(text)).toBe(text);
  });

  it.each(['', 'The Gazette', 'a_b', 'a--b', 'A', 'a/b'])('refuses %j', (text) => {
    expect(parseSourceId(text)).toBeUndefined();
  });
});

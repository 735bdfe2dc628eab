import { describe, expect, it } from 'vitest';
import { findTies } from '../../src/search/ties.ts';
import { entryId } from '../small-catalog.ts';

const entry = (id: string, ...links: string[]) => ({
  id: entryId(id),
  links: links.map(entryId),
  hubs: [],
});

const [hub, port, terminal, guide, format] = findTies([
  entry('hubs/sea', 'facilities/port'),
  entry('facilities/port', 'guides/ferry'),
  entry('facilities/terminal', 'hubs/sea', 'formats/none'),
  entry('guides/ferry'),
  { ...entry('formats/partner'), hubs: [entryId('hubs/sea')] },
]);

describe('findTies', () => {
  it('ties a place to its hub and to what is linked with it, whichever of them names the other', () => {
    expect(port?.get(0)).toBe('hub');
    expect(hub?.get(1)).toBe('place');
    expect(terminal?.get(0)).toBe('hub');
    expect(guide?.get(1)).toBe('place');
    expect(port?.get(3)).toBe('guide');
  });

  it('ties a format to the hubs that it is on offer at', () => {
    expect(format).toEqual(new Map([[0, 'hub']]));
    expect(hub?.get(4)).toBe('guide');
  });

  it('ties places of one hub, and a place to the guides of those that are linked with it', () => {
    expect(port?.get(2)).toBe('fellow');
    expect(hub?.get(3)).toBe('farGuide');
    expect(terminal?.get(4)).toBe('farGuide');
    expect(terminal?.has(3)).toBe(false);
  });

  it('leaves hubs apart that name one another', () => {
    expect(findTies([entry('hubs/one', 'hubs/two'), entry('hubs/two')])).toEqual([new Map(), new Map()]);
  });

  it('follows the links of a guide no farther', () => {
    expect(guide).toEqual(new Map([[1, 'place']]));
  });
});

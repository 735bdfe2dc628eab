import { describe, expect, it } from 'vitest';
import { parseContact } from '../../src/desk/index.ts';

describe('parseContact', () => {
  it.each([
    ['8 701 123 45 67', '+7 701 123 4567'],
    ['87011234567', '+7 701 123 4567'],
    ['+7(701)123-45-67', '+7 701 123 4567'],
    ['+86 139 1234 5678', '+86 139 1234 5678'],
    ['+998 90 123 45 67', '+998 90 123 45 67'],
    ['+7 495 123-45-67', '+7 495 123 45 67'],
  ])('reads the number %s', (typed, value) => {
    expect(parseContact(typed)).toEqual({ kind: 'phone', value });
  });

  it('reads an address', () => {
    expect(parseContact(' Aset.K@Example.KZ ')).toEqual({ kind: 'email', value: 'aset.k@example.kz' });
  });

  it.each([
    '',
    'aset.example.kz',
    'a@b',
    '12',
    '+7 701',
    '1-800-FLOWERS',
    'x'.repeat(5000),
    `${'x'.repeat(300)}@example.kz`,
    '@aset',
  ])('does not take %s for either', (typed) => {
    expect(parseContact(typed)).toBeUndefined();
  });
});

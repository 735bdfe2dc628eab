// How somebody can be reached, as they type it.

import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import type { Contact } from '../store/index.ts';

const email = z.email();
const LONGEST_EMAIL = 254;

/** Numbers without a country code are taken for Kazakhstan's, which are also written with 8 in front. */
const HOME = 'KZ';

/**
 * Reads a phone number or an e-mail address. A phone number comes out as "+7 701 123 45 67", an address in lower case.
 * Returns undefined for anything that can't be either.
 */
export function parseContact(text: string): Contact | undefined {
  const typed = text.trim();
  const address = typed.toLowerCase();
  if (address.length <= LONGEST_EMAIL && email.safeParse(address).success) {
    return { kind: 'email', value: address };
  }
  // Letters would be taken for keys of a phone (1-800-FLOWERS).
  if (/\p{L}/u.test(typed)) return undefined;
  const number = parsePhoneNumberFromString(typed, HOME);
  return number?.isValid() ? { kind: 'phone', value: number.formatInternational() } : undefined;
}

// How Telegram says no. A refusal tells apart what the caller could have known beforehand (a malformed call)
// from what only the state of the chat decides (a deleted message, a person who blocked the bot).

/** The extra fields of an error response: https://core.telegram.org/bots/api#responseparameters */
export interface ResponseParameters {
  /** Seconds. */
  readonly retry_after?: number;
  /** The number of the supergroup that a group became. */
  readonly migrate_to_chat_id?: number;
}

interface RefusalDetails {
  readonly code: number;
  /** The caller could have known: no correct program ever makes this call. */
  readonly isMalformed: boolean;
  readonly parameters?: ResponseParameters;
}

/** A call that Telegram refuses; the message is the response's description. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: number;
  readonly isMalformed: boolean;
  readonly parameters: ResponseParameters | undefined;

  constructor(description: string, { code, isMalformed, parameters }: RefusalDetails) {
    super(description);
    this.code = code;
    this.isMalformed = isMalformed;
    this.parameters = parameters;
  }
}

/** A call that is wrong whatever the state of the chat; the double also records it as a violation. */
export function malformed(reason: string): Refusal {
  return new Refusal(withPrefix('Bad Request', reason), { code: 400, isMalformed: true });
}

/** A call that fails because of the state that it meets. */
export function refused(reason: string): Refusal {
  return new Refusal(withPrefix('Bad Request', reason), { code: 400, isMalformed: false });
}

/** 400: the group is a supergroup now, with that number. */
export function upgraded(newId: number): Refusal {
  return new Refusal('Bad Request: group chat was upgraded to a supergroup chat', {
    code: 400,
    isMalformed: false,
    parameters: { migrate_to_chat_id: newId },
  });
}

/** 403: the bot may not do that in this chat. */
export function forbidden(reason: string): Refusal {
  return new Refusal(withPrefix('Forbidden', reason), { code: 403, isMalformed: false });
}

/** 409: two ways of taking updates in at once. */
export function conflict(reason: string): Refusal {
  return new Refusal(`Conflict: ${reason}`, { code: 409, isMalformed: false });
}

/** 429: come back after that many seconds. */
export function tooManyRequests(seconds: number): Refusal {
  return new Refusal(`Too Many Requests: retry after ${seconds}`, {
    code: 429,
    isMalformed: false,
    parameters: { retry_after: seconds },
  });
}

/** The server's wording: codes such as BUTTON_DATA_INVALID stay, sentences begin with a small letter. */
function withPrefix(prefix: string, reason: string): string {
  const isCode = /^.[_A-Z]/.test(reason);
  return `${prefix}: ${isCode ? reason : reason.charAt(0).toLowerCase() + reason.slice(1)}`;
}

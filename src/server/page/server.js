// The page's way to its server: the JSON API under /preview/.
// Two kinds of failure: the server is gone (worth a retry), or it answered that it will not.

/** @typedef {import('../preview-chat.ts').PreviewPerson} Person */
/** @typedef {import('../preview-chat.ts').PreviewMessage} Message */
/** @typedef {import('../preview-chat.ts').PreviewCommand} Command */
/** @typedef {import('../preview-chat.ts').PreviewToast} Toast */
/** @typedef {import('../preview-chat.ts').PreviewReplyKeyboard} ReplyKeyboard */
/** @typedef {{ messages: readonly Message[], replyKeyboard?: ReplyKeyboard, toast?: Toast }} ChatAnswer */

/** The server can't be reached; the same request may be sent again. */
export class ServerGone extends Error {}

/** The server answered, but with an error. */
export class ServerRefusal extends Error {}

/**
 * Who there is, and whether the server has content pages too.
 * @returns {Promise<{ people: readonly Person[], hasContent: boolean }>}
 */
export function readPeople() {
  return ask('people');
}

/**
 * @param {number} person
 * @returns {Promise<ChatAnswer>}
 */
export function readChat(person) {
  return ask(`chats/${person}`);
}

/**
 * @param {number} person
 * @param {string} language
 * @returns {Promise<readonly Command[]>}
 */
export async function readCommands(person, language) {
  return (await ask(`chats/${person}/commands?language=${encodeURIComponent(language)}`)).commands;
}

/**
 * Does something in a chat; the answer is the whole chat as it stands then.
 * @param {number} person
 * @param {'say' | 'contact' | 'edit' | 'press' | 'restart'} action
 * @param {object} body
 * @returns {Promise<ChatAnswer>}
 */
export function act(person, action, body) {
  return ask(`chats/${person}/${action}`, post(body));
}

/**
 * A request that brings a body.
 * @param {object} body
 * @returns {RequestInit}
 */
export function post(body) {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/**
 * Asks the server; throws `ServerGone` where it does not answer in its way.
 * @param {string} path below /preview/
 * @param {RequestInit} [request]
 */
export async function fetchAnswer(path, request) {
  try {
    const response = await fetch(`/preview/${path}`, request);
    return { ok: response.ok, answer: await response.json() };
  } catch (cause) {
    throw new ServerGone('The server does not answer.', { cause });
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [request]
 */
async function ask(path, request) {
  const { ok, answer } = await fetchAnswer(path, request);
  if (ok) return answer;
  throw new ServerRefusal(answer.error);
}

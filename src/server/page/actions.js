// What the visitor does, in order for each person: one request at a time, the next when it is answered.
// When the server is gone the line waits with nothing lost, until it is told to go on.

import { ServerGone } from './server.js';

/** @typedef {import('./server.js').ChatAnswer} ChatAnswer */
/**
 * @typedef {object} Action
 * @property {() => Promise<ChatAnswer>} send sends the request; may be called again after ServerGone
 * @property {string} [saying] the text that this action says, shown until the server has it
 */
/**
 * @typedef {object} Listener
 * @property {(person: number, answer: ChatAnswer) => void} onAnswer
 * @property {(person: number) => void} onRefusal the server would not do it; the action is dropped
 * @property {() => void} onGone the server is gone; the action is kept
 * @property {() => void} onChange an action came, ended or stopped
 */

/** @typedef {{ waiting: Action[], running: boolean }} Line */

/**
 * Makes the lines of actions, one for each person.
 * @param {Listener} listener
 */
export function createActions(listener) {
  /** @type {Map<number, Line>} */
  const lines = new Map();

  /** @param {number} person */
  const lineOf = (person) => {
    const line = lines.get(person) ?? { waiting: [], running: false };
    lines.set(person, line);
    return line;
  };

  return {
    /**
     * @param {number} person
     * @param {Action} action
     */
    add(person, action) {
      lineOf(person).waiting.push(action);
      run(person, lineOf(person), listener);
      listener.onChange();
    },
    /** Goes on where the server was gone. */
    retry() {
      for (const [person, line] of lines) run(person, line, listener);
    },
    /** @param {number} person */
    isBusy: (person) => lineOf(person).running,
    /**
     * What this person has said that the server has not confirmed yet.
     * @param {number} person
     */
    saying: (person) => lineOf(person).waiting.flatMap(({ saying }) => saying ?? []),
  };
}

/**
 * @param {number} person
 * @param {Line} line
 * @param {Listener} listener
 */
async function run(person, line, listener) {
  if (line.running) return;
  line.running = true;
  for (let action = line.waiting[0]; action; action = line.waiting[0]) {
    if (!(await perform(person, action, listener))) break;
    line.waiting.shift();
    listener.onChange();
  }
  line.running = false;
  listener.onChange();
}

/**
 * @param {number} person
 * @param {Action} action
 * @param {Listener} listener
 * @returns {Promise<boolean>} whether the action is over, well or not
 */
async function perform(person, action, listener) {
  try {
    listener.onAnswer(person, await action.send());
    return true;
  } catch (error) {
    if (error instanceof ServerGone) {
      listener.onGone();
      return false;
    }
    listener.onRefusal(person);
    return true;
  }
}

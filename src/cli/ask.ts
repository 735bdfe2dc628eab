// `torap ask`: the reply to a question, as the bot would give it; how it came about; or many at once, as JSON lines.

import { loadAskable } from './askable.ts';
import { type Command, readOptions, UsageError } from './command.ts';
import { explainReply } from './explain.ts';
import { answerLines } from './json-lines.ts';

/** Answers a question from the shell. */
export const ask: Command = {
  usage: `  ask "question"     prints the reply
  ask --explain "…"  shows how the reply came about
  ask --jsonl        reads {"id","text","chat_language"?,"context"?} a line, writes a line of JSON each;
                     "context" is the answer shown before, such as "hubs/khorgos/about"`,
  async run(args) {
    const { values, positionals } = readOptions(args, {
      explain: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
    });
    const question = positionals.join(' ');
    if (values.jsonl && question !== '')
      throw new UsageError('--jsonl reads its questions from standard input.');
    if (!values.jsonl && question.trim() === '') throw new UsageError('ask needs a question.');
    const askable = await loadAskable(process.env);
    if (values.jsonl) return answerLines(process.stdin, process.stdout, askable);
    const answered = askable.ask(question);
    process.stdout.write(`${answered.text}\n`);
    if (values.explain) process.stdout.write(`\n${explainReply(answered.reply)}\n`);
    return 0;
  },
};

// The bot that throughput is measured against: grammY with its runner, in order per chat, echoing what is written.

import { run, sequentialize } from '@grammyjs/runner';
import { Bot } from 'grammy';

const apiRoot = process.env.TELEGRAM_API_ROOT ?? '';
const bot = new Bot(process.env.BOT_TOKEN ?? '', { client: { apiRoot } });
bot.use(sequentialize((context) => String(context.chat?.id)));
bot.on('message:text', (context) => context.reply(context.message.text));
run(bot);

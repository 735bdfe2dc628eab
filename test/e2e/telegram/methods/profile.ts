// The methods by which the bot presents itself, and those by which it takes updates in.

import { findIntakeFaults } from '../intake.ts';
import { findCommandFaults } from '../profile.ts';
import type { CallContext, Handlers } from './context.ts';

/** Does what getMe, the …My… methods and the menu button's methods do. */
export const presenting: Handlers<
  | 'getMe'
  | 'setMyCommands'
  | 'getMyCommands'
  | 'deleteMyCommands'
  | 'setMyName'
  | 'getMyName'
  | 'setMyDescription'
  | 'getMyDescription'
  | 'setMyShortDescription'
  | 'getMyShortDescription'
  | 'setChatMenuButton'
  | 'getChatMenuButton'
> = {
  getMe: (_, { telegram }) => telegram.world.bot,
  setMyCommands: (payload, { telegram, remark }) => {
    findCommandFaults(payload.commands).forEach(remark);
    return telegram.profile.setCommands(payload);
  },
  getMyCommands: (payload, { telegram }) => telegram.profile.getCommands(payload),
  deleteMyCommands: (payload, { telegram }) => telegram.profile.deleteCommands(payload),
  setMyName: ({ name, language_code }, { telegram }) => telegram.profile.setText('name', name, language_code),
  getMyName: ({ language_code }, { telegram }) => ({ name: telegram.profile.getText('name', language_code) }),
  setMyDescription: ({ description, language_code }, { telegram }) =>
    telegram.profile.setText('description', description, language_code),
  getMyDescription: ({ language_code }, { telegram }) => ({
    description: telegram.profile.getText('description', language_code),
  }),
  setMyShortDescription: ({ short_description, language_code }, { telegram }) =>
    telegram.profile.setText('short_description', short_description, language_code),
  getMyShortDescription: ({ language_code }, { telegram }) => ({
    short_description: telegram.profile.getText('short_description', language_code),
  }),
  setChatMenuButton: (payload, { telegram }) => telegram.profile.setMenuButton(payload),
  getChatMenuButton: (payload, { telegram }) => telegram.profile.getMenuButton(payload),
};

/** Does what getUpdates and the webhook's methods do. */
export const taking: Handlers<'getUpdates' | 'setWebhook' | 'deleteWebhook' | 'getWebhookInfo'> = {
  getUpdates: (payload, { telegram, gone, remark }: CallContext) => {
    findIntakeFaults(payload).forEach(remark);
    return telegram.intake.fetch(payload, gone);
  },
  setWebhook: (payload, { telegram, remark }) => {
    const { allowed_updates, max_connections } = payload;
    findIntakeFaults({
      ...(allowed_updates && { allowed_updates }),
      ...(max_connections !== undefined && { max_connections }),
    }).forEach(remark);
    return telegram.intake.setWebhook(payload);
  },
  deleteWebhook: (payload, { telegram }) => telegram.intake.deleteWebhook(payload),
  getWebhookInfo: (_, { telegram }) => telegram.intake.webhookInfo(),
};

// What the double's own tests call it with: one plain call, in the form a test wants.

import type { TelegramDouble } from './double.ts';

/** A response as Telegram sends it. */
export interface ApiResponse {
  readonly status: number;
  readonly ok: boolean;
  readonly result?: unknown;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** Makes a call with a JSON body. */
export async function callJson(
  double: TelegramDouble,
  method: string,
  payload: object = {},
): Promise<ApiResponse> {
  return send(double, method, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(payload),
  });
}

/** Makes a call in any form. */
export async function send(
  double: TelegramDouble,
  method: string,
  init: RequestInit = {},
): Promise<ApiResponse> {
  const response = await fetch(`${double.apiRoot}/bot${double.token}/${method}`, init);
  const body = await response.json();
  // The double's own tests look at each field.
  return { ...(body as Omit<ApiResponse, 'status'>), status: response.status };
}

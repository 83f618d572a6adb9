import { KEYRING_ID, kitsOf, type KeyringData } from '#domain/workspace/keyring.ts';
import { loadChange, type ChangeScreen } from '../load-change.ts';
import type { PageLoad } from './$types';

/** What another recovery kit is made with; `number` is the one that is printed on it. */
export const load: PageLoad = async ({ parent }): Promise<ChangeScreen & { readonly number: number }> => {
  const { app, language } = await parent();
  const [change, keyring] = await Promise.all([loadChange(app, language), app.records.get(KEYRING_ID)]);
  const [newest] = keyring === undefined ? [] : kitsOf(keyring.data as KeyringData);
  return { ...change, number: (newest?.number ?? 0) + 1 };
};

import type { Component } from 'svelte';
import { clearCopied } from '#platform/browser/clipboard.ts';
import { onDemandOfAll } from '#programmes/programmes.ts';
import type { App } from '#ui/app.svelte.ts';
import { followReminders } from '../reminders/follow-reminders.svelte.ts';
import { followStorage } from '../storage/follow-storage.ts';
import type { Dues } from '../due/dues.svelte.ts';
import { followTrash } from '../trash/follow-trash.ts';
import Notices from './Notices.svelte';

/**
 * Starts the background work while the user's own workspace is open, until the signal aborts.
 * Returns the notices above its screens.
 */
export const beginWhileOpen = (app: App, dues: Dues, signal: AbortSignal): Component => {
  followReminders(app, dues, signal);
  followTrash(app, signal);
  followStorage(app, signal);
  clearCopied();
  void workOfProgrammes(app, dues, signal);
  return Notices;
};

const workOfProgrammes = async (app: App, dues: Dues, signal: AbortSignal): Promise<void> => {
  const all = await onDemandOfAll();
  const parts = await Promise.all(all.map(async ({ whileOpen }) => whileOpen?.()));
  if (signal.aborted) return;
  for (const part of parts) part?.workWhileOpen(app, (rows) => dues.showStock(rows), signal);
};

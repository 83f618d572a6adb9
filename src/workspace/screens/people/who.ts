import type { App } from '#ui/app.svelte.ts';
import type { Texts } from '#ui/text.ts';

/**
 * The name of someone of the workspace; whoever is not known here is "someone". Empty until the
 * people are read.
 */
export const nameOf = (app: Pick<App, 'people'>, id: string, text: Texts): string =>
  app.people.length === 0
    ? ''
    : (app.people.find((person) => person.id === id)?.data.name ?? text.credit.code.someone);

/** The same with "you" for the one who uses this device: for logs. */
export const youOr = (app: Pick<App, 'people' | 'me'>, id: string, text: Texts): string =>
  id !== '' && id === app.me ? text.credit.code.you : nameOf(app, id, text);

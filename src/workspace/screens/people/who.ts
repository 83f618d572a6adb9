import type { App } from '#ui/app.svelte.ts';

/** What someone is called who has no name here, and whoever uses this device. */
export type WhoWords = { readonly someone: string; readonly you: string };

/**
 * The name of someone of the workspace; whoever is not known here is "someone". Empty until the
 * people are read.
 */
export const nameOf = (
  app: Pick<App, 'people'>,
  id: string,
  words: Pick<WhoWords, 'someone'>,
): string =>
  app.people.length === 0
    ? ''
    : (app.people.find((person) => person.id === id)?.data.name ?? words.someone);

/** The same with "you" for the one who uses this device: for logs. */
export const youOr = (app: Pick<App, 'people' | 'me'>, id: string, words: WhoWords): string =>
  id !== '' && id === app.me ? words.you : nameOf(app, id, words);

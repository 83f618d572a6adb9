import { loadListed, loadWords, type WordLanguage } from '#data/vault/words/draw.ts';
import type { App } from '#ui/app.svelte.ts';
import type { WordLists } from '#ui/vault/new-phrase.svelte.ts';
import type { ChangingSecret } from '#data/vault/change-secret.ts';

/** What a screen that changes a secret is made with: all of it is there before anything secret is typed. */
export type ChangeScreen = {
  readonly lists: WordLists;
  readonly change: (app: App) => ChangingSecret;
  /** The phrase of example data; '' otherwise. */
  readonly demoPhrase: string;
};

/** Loads the word lists and what opens and wraps keys. */
export const loadChange = async (app: App, language: WordLanguage): Promise<ChangeScreen> => {
  const [{ changeSecret }, list, isListed] = await Promise.all([
    import('#data/vault/change-secret.ts'),
    loadWords(language),
    loadListed(),
  ]);
  return {
    lists: { list, isListed },
    change: ({ workspaceId, records, settings, clock }) => changeSecret({ workspaceId, records, settings, clock }),
    demoPhrase: app.device.workspaces[app.workspaceId]?.demo?.passphrase ?? '',
  };
};

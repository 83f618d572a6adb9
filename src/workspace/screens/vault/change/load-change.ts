import { keyringIn } from '#data/vault/keyring/keyring-in.ts';
import type { Language } from '#core/language/language.ts';
import { loadListed, loadWords } from '#data/vault/words/draw.ts';
import type { App } from '#ui/app.svelte.ts';
import type { LaterWords } from '../passphrase/new-phrase.svelte.ts';
import type { ChangingSecret } from '#data/vault/keyring/change-secret.ts';

/**
 * What a screen that changes a secret is made with. All but the words is there before anything
 * secret is typed; the words come once someone has proved who asks.
 */
export type ChangeScreen = {
  readonly lists: LaterWords;
  readonly change: (app: App) => ChangingSecret;
  /** The phrase of example data; '' otherwise. */
  readonly demoPhrase: string;
  /** What a new recovery kit is called. */
  readonly number: number;
};

type Parent = { readonly app: App; readonly language: Language };

/** Loads what opens and wraps keys: the same for each of these screens. */
export const load = async ({
  parent,
}: {
  readonly parent: () => Promise<Parent>;
}): Promise<ChangeScreen> => {
  const { app, language } = await parent();
  const [{ changeSecret }, keyring] = await Promise.all([
    import('#data/vault/keyring/change-secret.ts'),
    keyringIn(app.records),
  ]);
  const wraps = Object.values(keyring?.wraps ?? {});
  return {
    lists: { load: () => loadWords(language), loadListed },
    change: ({ workspaceId, records, settings, clock }) =>
      changeSecret({ workspaceId, records, settings, clock }),
    demoPhrase: app.device.workspaces[app.workspaceId]?.demo?.passphrase ?? '',
    // After those that open nothing any more, too: their papers still lie about.
    number: Math.max(0, ...wraps.map(({ number }) => number)) + 1,
  };
};

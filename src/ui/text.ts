import { getContext, setContext } from 'svelte';
import type { formatFor } from '#core/language/format.ts';
import type { Language, Messages } from '#core/language/language.ts';
import type { shell } from './words/sv/shell.ts';

/**
 * The texts of each area of the app in one language. A room that has words adds its own areas in
 * its `words/catalogues.ts`.
 */
export interface Catalogues {
  readonly shell: Messages<typeof shell>;
}

/** What components read: the texts, and how days, sums and times are written. */
export type Texts = Catalogues & {
  readonly language: Language;
  readonly format: ReturnType<typeof formatFor>;
};

const key = Symbol('texts');

/**
 * Gives the texts to all components below. The properties may be getters, so that a change of
 * language shows at once.
 */
export const provideTexts = (texts: Texts): Texts => setContext(key, texts);

/**
 * The texts of the nearest layout that gives some. Areas are loaded by route: read only what the
 * route loads.
 */
export const useText = (): Texts => getContext<Texts>(key);

/**
 * Texts with those of more areas, which came later. Both are read anew at each word, so that a
 * change of language shows at once.
 */
export const withMore = (texts: Texts, more: () => Partial<Texts>): Texts =>
  new Proxy(texts, {
    get: (target, area) => Reflect.get(more(), area) ?? Reflect.get(target, area),
  });

/** What a load function depends on so that it runs again when the language changes. */
export const LANGUAGE = 'volym:language';

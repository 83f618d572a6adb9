import { cleanup, render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import type { Language } from '#core/language/language.ts';
import { loadAbout } from '#workspace/screens/start/load-about.ts';
import { afterEachTest } from '#tests/factories/after-each-test.ts';
import WithVaultTexts from './WithVaultTexts.svelte';

const ABOUT = { sv: await loadAbout('sv'), en: await loadAbout('en') };

afterEachTest(cleanup);

/** Mounts a part of the lock's screens with its words. */
export const showVault = <Props extends object>(
  part: Component<Props>,
  given: Props,
  language: Language = 'sv',
): void => {
  const props = {
    language,
    about: ABOUT[language],
    part: part as unknown as Component<Record<string, unknown>>,
    given: { ...given } as Record<string, unknown>,
  };
  render(WithVaultTexts, { props });
};

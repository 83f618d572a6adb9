import { cleanup, render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import type { Language } from '#core/language/language.ts';
import { afterEachTest } from '#tests/factories/after-each-test.ts';
import WithTexts from './WithTexts.svelte';

afterEachTest(cleanup);

type Anything = Component<Record<string, unknown>>;

/**
 * Mounts a part as a screen would, with texts of a language and the look; `change` gives it other
 * props.
 */
export const show = <Props extends object>(
  part: Component<Props>,
  given: Props,
  language: Language = 'sv',
): { readonly change: (next: Props) => Promise<void>; readonly end: () => void } => {
  const shared = { language, part: part as unknown as Anything };
  const { rerender, unmount } = render(WithTexts, {
    props: { ...shared, given: given as Record<string, unknown> },
  });
  return {
    change: (next) => rerender({ ...shared, given: next as Record<string, unknown> }),
    end: () => unmount(),
  };
};

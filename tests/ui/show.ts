import { cleanup, render } from '@testing-library/svelte';
import type { Component, ComponentProps } from 'svelte';
import { afterEach } from 'vitest';
import type { Language } from '#i18n/language.ts';
import WithTexts from './WithTexts.svelte';

afterEach(() => cleanup());

type Anything = Component<Record<string, unknown>>;

/** Mounts a part as a screen would, with texts of a language and the look; `change` gives it other props. */
export const show = <Part extends Component<never>>(
  part: Part,
  given: ComponentProps<Part>,
  language: Language = 'sv',
): { readonly change: (next: ComponentProps<Part>) => Promise<void>; readonly end: () => void } => {
  const shared = { language, part: part as unknown as Anything };
  const { rerender, unmount } = render(WithTexts, { props: { ...shared, given: given as Record<string, unknown> } });
  return {
    change: (next) => rerender({ ...shared, given: next as Record<string, unknown> }),
    end: () => unmount(),
  };
};

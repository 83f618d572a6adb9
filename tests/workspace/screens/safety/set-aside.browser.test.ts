import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { sync as english } from '#workspace/words/en/sync.ts';
import { sync as swedish } from '#workspace/words/sv/sync.ts';
import { openApp, showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';
import SetAside from '#workspace/screens/safety/SetAside.svelte';

test.each([
  ['sv', swedish],
  ['en', english],
] as const)(
  'X8: what the line does not carry is shown apart from what the server refused (%s)',
  async (language, sync) => {
    const { app } = await openApp();
    const { rerender } = showWith(
      app,
      SetAside,
      { status: { aside: 3, notCarried: 1 } },
      language,
      { sync },
    );
    for (const words of [sync.aside(2), sync.asideHint, sync.notCarried(1), sync.notCarriedHint])
      expect(screen.getByText(words)).toBeTruthy();
    await rerender({ given: { status: { aside: 1, notCarried: 1 } } });
    expect(screen.queryByText(sync.asideHint)).toBeNull();
    expect(screen.getByText(sync.notCarried(1))).toBeTruthy();
    await rerender({ given: { status: { aside: 1, isKeyringAside: true } } });
    for (const words of [sync.aside(1), sync.keyringAside, sync.keyringAsideHint])
      expect(screen.getByText(words)).toBeTruthy();
    await rerender({ given: { status: { aside: 0 } } });
    expect(screen.queryByText(sync.keyringAsideHint)).toBeNull();
    expect(screen.queryByText(sync.notCarriedHint)).toBeNull();
  },
);

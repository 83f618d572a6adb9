let last: HTMLElement | undefined;

// Nothing has the focus where pages are written ahead.
if (typeof document !== 'undefined')
  document.addEventListener(
    'focusout',
    ({ target }) => (last = target instanceof HTMLElement ? target : last),
    true,
  );

/**
 * What has the focus, or had it last. A link that opens a sheet with an address of its own has lost
 * it when the sheet comes: SvelteKit takes it away before it shows a route.
 */
export const lastFocused = (): HTMLElement | undefined => {
  const { activeElement, body } = document;
  return activeElement instanceof HTMLElement && activeElement !== body ? activeElement : last;
};

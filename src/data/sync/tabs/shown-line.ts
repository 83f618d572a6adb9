import { openTabLine } from '#platform/tabs.ts';

const NAME = 'volym-keyring-shown';

/**
 * Tells all tabs that what a server shows in the keyring's place, or the decision about it here,
 * has changed.
 */
export const sayShown = (): void => {
  const line = openTabLine<'changed'>(NAME, () => undefined);
  line.say('changed');
  line.close();
};

/** Listens for it, from any tab, until the returned function is called. */
export const onShown = (heard: () => void): (() => void) =>
  openTabLine<'changed'>(NAME, heard).close;

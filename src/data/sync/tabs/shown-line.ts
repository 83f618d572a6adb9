import { openTabLine } from '#platform/tabs.ts';

const NAME = 'volym-keyring-shown';

/**
 * Says in all tabs that what a server shows in the keyring's place, or what is thought of it here,
 * is another than before.
 */
export const sayShown = (): void => {
  const line = openTabLine<'changed'>(NAME, () => undefined);
  line.say('changed');
  line.close();
};

/** Hears of it, from any tab, until what is answered is called. */
export const onShown = (heard: () => void): (() => void) =>
  openTabLine<'changed'>(NAME, heard).close;

import { cdp } from 'vitest/browser';

/** Shows the page as on this medium; on none given, as on the screen again. */
export const onMedium = (media: '' | 'print'): Promise<unknown> =>
  (cdp() as unknown as { send(method: string, given: object): Promise<unknown> }).send(
    'Emulation.setEmulatedMedia',
    { media },
  );

import type { Messages } from '#core/language/language.ts';
import type { trouble as source } from '../sv/trouble.ts';

/** Texts for when something was not saved, in English. */
export const trouble = {
  full: {
    title: 'The device is full',
    text: 'The last change was not saved. Free some space on the device and reload the page; what you typed in a form is kept. What was saved before is still there.',
  },
  stopped: {
    title: 'The storage is not responding',
    text: 'The browser closed it, perhaps because the device is full. The last change was not saved. Reload the page; what you typed in a form is kept. What was saved before is still there.',
  },
  unforeseen: {
    title: 'Something went wrong',
    text: 'The last change may not have been saved. Reload the page and check. What was saved before is still there.',
  },
  again: 'Reload',
  close: 'Close',
} satisfies Messages<typeof source>;

import type { Messages } from '../language.ts';
import type { trouble as source } from '../sv/trouble.ts';

/** What is said when something was not saved, in English. */
export const trouble = {
  full: {
    title: 'The device is full',
    text: 'The last change was not saved. Free some space on the device and load the page again; what you wrote in a form stays. What was saved before is still there.',
  },
  stopped: {
    title: 'The storage does not answer',
    text: 'The browser closed it, perhaps because the device is full. The last change was not saved. Load the page again; what you wrote in a form stays. What was saved before is still there.',
  },
  unforeseen: {
    title: 'Something went wrong',
    text: 'The last change may not have been saved. Load the page again and look. What was saved before is still there.',
  },
  again: 'Load again',
  close: 'Close',
} satisfies Messages<typeof source>;

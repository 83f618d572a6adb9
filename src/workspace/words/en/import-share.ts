import type { importShare as source } from '../sv/import-share.ts';
import type { Messages } from '#core/language/language.ts';

/** How a file gets from another app into this one, in English. */
export const importShare = {
  title: 'Share to Volym',
  install: 'Install Volym',
  detail: {
    share: 'From Mail or Files: share to Volym',
    'open-with': 'From files on this device: open with Volym',
    files: 'From Mail: save to Files, then choose it here',
  },
  steps: {
    share: { open: 'Open the file in Mail or Files', then: 'Tap Share', last: 'Choose Volym' },
    'open-with': { open: 'Right-click the file', then: 'Choose Open with', last: 'Choose Volym' },
    files: {
      open: 'Open the file in Mail and tap Share',
      then: 'Choose Save to Files',
      last: 'Tap Choose file in Volym',
    },
  },
  files: 'On iPhone and iPad, files cannot be shared to Volym. Save the file first.',
  next: 'The dry run opens. Nothing is saved until you have seen it.',
  drop: 'You can also drag files to this page.',
  needsInstall: 'Volym must be installed to receive files. It keeps what you have saved.',
  inMenu: 'Choose Install in the browser’s menu. If Volym is already installed, open it instead.',
  came: {
    title: (count: number) => (count === 1 ? 'Read the file?' : 'Read the files?'),
    from: (host: string, count: number) => {
      const where = host === '' ? 'another app or a web page' : `the web page ${host}`;
      return count === 1
        ? `It came from ${where}. Read it only if it was you who shared it.`
        : `They came from ${where}. Read them only if it was you who shared them.`;
    },
    read: (count: number) => (count === 1 ? 'Read the file' : 'Read the files'),
    leave: (count: number) => (count === 1 ? 'Discard the file' : 'Discard the files'),
  },
  then: 'Then',
} satisfies Messages<typeof source>;

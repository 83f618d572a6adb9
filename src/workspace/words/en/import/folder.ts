import type { Messages } from '#core/language/language.ts';
import type { importFolder as source } from '../../sv/import/folder.ts';
import { countIn } from '#core/language/count.ts';

const n = countIn('en');

/** Words for folders whose files are imported, in English. */
export const importFolder = {
  title: 'Watch a folder',
  watching: (folder: string) => `Watching ${folder}`,
  nothingNew: 'No new file',
  of: {
    unknown: '',
    none: '',
    ask: 'Press to let Volym see the folder again',
    denied: 'The browser does not show Volym the folder',
    gone: 'The folder is no longer there',
  },
  read: 'Read',
  readFile: (file: string) => `Read ${file}`,
  dismiss: (file: string) => `Do not show ${file} again`,
  fileIsGone: 'The file is no longer in the folder.',
  how: 'Choose the folder where you save files from mail and the web. When you open this page, the newest file that Volym can read is shown. Nothing in it is read until you press Read.',
  notWhole:
    'The browser does not let Volym into all of Downloads, Desktop or Documents. Choose a folder inside one of them.',
  kept: 'The folder is kept on this device only.',
  choose: 'Choose folder',
  chooseOther: 'Choose another folder',
  stop: 'Stop watching',
  todo: {
    denied:
      'The browser refuses Volym the folder. Allow it in the browser’s settings for this page, or choose the folder again.',
    gone: 'The folder was deleted, moved or renamed. Choose it again where it is now, or stop watching it.',
  },
  nothingIn: (folders: string) => `Nothing in ${folders} can be read.`,
  leftOut: (folders: string, count: number) =>
    `${count === 1 ? '1 file or folder' : `${n(count)} files and folders`} in ${folders} will not be read.`,
} satisfies Messages<typeof source>;

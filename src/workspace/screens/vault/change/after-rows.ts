import FileLock from '@lucide/svelte/icons/file-lock';
import HardDriveDownload from '@lucide/svelte/icons/hard-drive-download';
import KeyRound from '@lucide/svelte/icons/key-round';
import UsersRound from '@lucide/svelte/icons/users-round';
import type { Messages } from '#core/language/language.ts';
import type { after } from '#workspace/words/sv/vault-after.ts';
import { backupPaths } from '../../backup/backup-paths.ts';
import type { IconComponent } from '#ui/controls/icon.ts';
import { paths } from '#ui/paths.ts';

/** What was changed, and whom it concerns. */
export type Changed = {
  readonly what: 'phrase' | 'keys';
  /** Whether there is a new passphrase. */
  readonly isNewPhrase: boolean;
  /** Those who opened codes until now, beside oneself; none where nobody is known. */
  readonly names: readonly string[];
  /** Those who did so too, and all of whose devices were shut out: they are to hear nothing. */
  readonly namesOut: readonly string[];
  /** Whether anybody else has the workspace, on this device's word. */
  readonly hasOthers: boolean;
  /** Example data is neither shared nor backed up. */
  readonly isDemo: boolean;
};

/** One thing that is left to do; with an address it is done there. */
export type AfterRow = {
  readonly icon: IconComponent;
  readonly title: string;
  readonly detail: string;
  readonly href?: string;
};

/** What is left to do once it counts: first what others wait for. */
export const afterRows = (
  { what, isNewPhrase, names: all, namesOut, hasOthers, isDemo }: Changed,
  words: Messages<typeof after>,
  listOf: (names: readonly string[]) => string,
): readonly AfterRow[] => {
  const names = listOf(all);
  const isKeys = what === 'keys';
  const next = isNewPhrase
    ? { title: words.tell(names), detail: isKeys ? words.tellKeysDetail : words.tellDetail }
    : { title: words.typeAgain(names), detail: words.typeAgainDetail };
  const unreached =
    namesOut.length > 0 && isNewPhrase ? `${words.notToldTo(listOf(namesOut))} ` : '';
  const phrase = { ...next, detail: `${unreached}${next.detail}` };
  const invite = {
    icon: UsersRound,
    title: words.invite,
    detail: words.inviteDetail,
    href: paths.people(),
  };
  const kit = { icon: FileLock, title: words.kit, detail: words.kitDetail };
  const backup = {
    icon: HardDriveDownload,
    title: words.backup,
    href: backupPaths.backup(),
    detail: isKeys ? words.backupKeys : words.backupPhrase,
  };
  return [
    ...(hasOthers ? [{ icon: KeyRound, ...phrase }] : []),
    ...(hasOthers && isKeys ? [invite] : []),
    ...(isDemo ? [] : [backup]),
    ...(isKeys ? [kit] : []),
  ];
};

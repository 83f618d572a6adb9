import type {
  InstallReason,
  LicenceHolder,
} from '#programmes/apple-licences/rules/licence/licence-holders.ts';
import type { Terms } from '#programmes/apple-licences/rules/user/user-terms.ts';
import type { Texts } from '#ui/text.ts';
import { whenWords } from '../app/app-words.ts';

type Words = Pick<Texts, 'apps' | 'format'>;
type Now = { readonly today: string; readonly now: number };

const TONES = {
  'not-invited': 'plain',
  invited: 'soon',
  accepted: 'ok',
  retired: 'plain',
} as const;

/** A user's status with the terms, as a badge; undefined if unknown, and for a device. */
export const termsBadge = (terms: Terms | undefined, { apps }: Pick<Words, 'apps'>) =>
  terms === undefined ? undefined : { tone: TONES[terms], label: apps.holders.terms[terms] };

const shortReason = (reason: InstallReason | undefined, { apps }: Pick<Words, 'apps'>): string => {
  if (reason === undefined) return '';
  if (reason.is === 'terms') return apps.holders.termsWait;
  return reason.is === 'code' ? reason.code : apps.installCodes[reason.cause].short;
};

/** The state of an installation, in the words of a row. */
export const installWords = (
  { group, reason, licence }: LicenceHolder,
  text: Words,
  now: Now,
): string => {
  const words = text.apps.holders;
  const why = shortReason(reason, text);
  if (group === 'failed') return words.failed(why);
  if (group === 'pending')
    return reason?.is === 'terms'
      ? words.pendingTerms
      : why === ''
        ? words.pending
        : words.pendingWhy(why);
  if (group !== 'installed') return words[group];
  const { install } = licence.data;
  return words.installed(
    install === undefined || install.asOf === '' ? '' : whenWords(install, text, now),
  );
};

/** What it means and what to do, in sentences; undefined if there is nothing to say. */
export const reasonWords = (
  { group, reason }: Pick<LicenceHolder, 'group' | 'reason'>,
  { apps }: Pick<Words, 'apps'>,
): { readonly means: string; readonly todo?: string } | undefined => {
  const words = apps.holder;
  if (group === 'leaving') return { means: words.leavingMeans };
  if (reason === undefined) return undefined;
  if (reason.is === 'terms') return { means: words.termsMeans, todo: words.termsTodo };
  if (reason.is === 'code') return { means: words.unknownMeans, todo: words.unknownTodo };
  return apps.installCodes[reason.cause];
};

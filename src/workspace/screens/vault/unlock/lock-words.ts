import { decidedBy } from '#workspace/rules/people/opens-codes.ts';
import { othersWhoOpen, type AtLock, type KnownAtLock } from '#workspace/rules/people/at-lock.ts';
import type { Wrap } from '#workspace/rules/vault/keyring.ts';
import type { Messages } from '#core/language/language.ts';
import type { lock } from '#workspace/words/sv/vault-lock.ts';
import { firstNamed } from '#ui/first-named.ts';
import type { Texts } from '#ui/text.ts';

/** What the lock says, in one language. */
export type LockText = Messages<typeof lock>;

/** A reason that is on the lock, and what to do. */
export type LockReason = {
  readonly title: string;
  readonly reason: string;
  readonly anyway?: string;
};

/** More names than these are counted. */
const NAMED = 3;

type Here = {
  readonly me: string;
  readonly known: KnownAtLock;
  readonly now: number;
  readonly format: Texts['format'];
};

/**
 * Why someone may not open codes, or is not known to, and whom to ask; undefined for whoever opens
 * them.
 */
export const lockReason = (
  stands: AtLock,
  { me, known, now, format }: Here,
  words: LockText,
): LockReason | undefined => {
  const names = namesOf(
    othersWhoOpen(me, known).map(({ data }) => data.name),
    { format, words },
  );
  if (stands === 'only-reads') return { ...words.onlyReads, reason: words.onlyReads.reason(names) };
  if (stands === 'not-heard')
    return { title: words.notHeard.title, reason: words.notHeard.reason(names) };
  if (stands === 'opens') return undefined;
  const own = known.people.find(({ id }) => id === me);
  const { by = '', at = now } = (own && decidedBy(own)) ?? {};
  const name = known.people.find(({ id }) => id === by)?.data.name ?? words.someone;
  return {
    title: words.keptOut.title,
    reason: words.keptOut.reason(name, format.when(at, now), names),
  };
};

/** That the passphrase or kit was changed, when and by whom, and what to do about it. */
export const changeWords = (
  kind: Wrap['by'],
  { by, at }: NonNullable<Wrap['changed']>,
  { me, known, now, format }: Here,
  words: LockText,
): string => {
  const name =
    by === me ? words.you : (known.people.find(({ id }) => id === by)?.data.name ?? words.someone);
  const sentence = words.changed[kind](format.when(at, now), name);
  return kind === 'passphrase' && by !== me ? `${sentence} ${words.changed.askForNew}` : sentence;
};

const namesOf = (
  names: readonly string[],
  { format, words }: { readonly format: Texts['format']; readonly words: LockText },
): string => {
  const sorted = [...names].sort(format.compare);
  return format.list(firstNamed(sorted, NAMED, words.andMore));
};

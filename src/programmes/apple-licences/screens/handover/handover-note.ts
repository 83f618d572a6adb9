import type { ContentToken } from '#programmes/apple-licences/rules/token/content-token.ts';
import { TOKEN_WARNING_DAYS } from '#programmes/apple-licences/rules/editions.ts';
import { hasFewHolders } from '#programmes/apple-licences/rules/token/token-commands.ts';
import { fileOf } from '#programmes/apple-licences/rules/token/token-files.ts';
import { lastDayOf, renewalOf } from '#programmes/apple-licences/rules/token/token-life.ts';
import { addDays, type Day } from '#core/day/day.ts';
import { todayOf, type AsOf } from '#core/day/local-time.ts';
import type { Texts } from '#ui/text.ts';
import { renewalHint, renewalName, systemName, tokenLook } from '../token/token-words.ts';

type Means = {
  readonly text: Pick<Texts, 'tokens' | 'format'>;
  readonly asOf: AsOf;
  readonly workspace: string;
};

/** A value of the note; without one there is a line to write it on. */
export type NoteFact = { readonly label: string; readonly value: string };

/**
 * What whoever takes a token over needs to know (B4), in words. Built of single fields by name: the
 * sealed text is not among them, nor the fingerprint, and a field that comes later is not printed
 * by itself.
 */
export const handoverNote = (token: ContentToken, { text, asOf, workspace }: Means) => {
  const today = todayOf(asOf);
  const words = text.tokens.note;
  const { data } = token;
  const lastDay = lastDayOf(fileOf(token), asOf);
  // Paper is kept for years: each day with its year.
  const day = (on: Day): string => text.format.dayShort(on, '');
  const steps = renewalOf(token.steps);
  const done = steps.filter((step) => step.done !== undefined).length;
  const isOver = tokenLook(token, asOf, text).isVoid;
  const begin = addDays(lastDay, -TOKEN_WARNING_DAYS);
  return {
    heading: words.heading(data.name),
    written: words.written(day(today), workspace),
    facts: factsOf(token, day, { text, asOf, workspace }),
    holders: Object.values(data.holders),
    isFew: hasFewHolders(data.holders),
    where: [words.signIn(data.appleId), words.goTo, words.download],
    renewal: {
      progress: words.progress(done, steps.length),
      begin: done === 0 && today < begin && !isOver ? words.begin(day(begin)) : '',
      steps: steps.map(({ kind, done: step }) => ({
        name: renewalName(kind, data, text),
        hint: renewalHint(kind, data, text),
        done: step === undefined ? '' : day(step.on),
      })),
    },
    kills: isOver ? text.tokens.kills : [...text.tokens.kills, words.lastDay(day(lastDay))],
    byHand: [words.password, words.secondFactor, words.handedOver, words.takenOver],
  };
};

const factsOf = (
  token: ContentToken,
  day: (on: Day) => string,
  { text, asOf }: Means,
): NoteFact[] => {
  const { data } = token;
  const { note, account } = text.tokens;
  const { badge, isVoid } = tokenLook(token, asOf, text);
  const on = data.downloadedOn === '' ? '' : day(data.downloadedOn);
  const downloaded =
    data.downloadedBy === '' || on === ''
      ? data.downloadedBy || on
      : note.by(data.downloadedBy, on);
  return [
    { label: account.facts.organization, value: data.organization },
    { label: account.facts.appleId, value: data.appleId },
    { label: account.facts.location, value: data.location },
    { label: account.facts.system, value: data.system === '' ? '' : systemName(data, text) },
    ...(data.alsoIn === '' ? [] : [{ label: note.alsoIn, value: data.alsoIn }]),
    { label: note.downloaded, value: downloaded },
    {
      label: isVoid ? account.facts.fileDay : account.facts.expires,
      value: day(lastDayOf(fileOf(token), asOf)),
    },
    { label: note.state, value: badge },
  ];
};

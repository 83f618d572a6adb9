import { kindOf } from '#domain/kinds.ts';
import { isRecord, MOST_ANSWERS, MOST_QUESTIONS } from '#domain/record-form.ts';
import type { Answer, Clash } from '#domain/record.ts';
import { MOST_STEPS, STEPS_FOR_YEARS } from '#domain/step.ts';
import { isInForm } from '../read-record.ts';
import { contentOf, type Copy } from './copy.ts';
import { clashOf } from './fields.ts';

/** As many steps as a record may have; of a newer version as many as any. */
export const mostStepsOf = ({ kind: id, data }: Pick<Copy, 'kind' | 'data'>): number => {
  const kind = kindOf(id);
  return kind === undefined || data.v > kind.version ? STEPS_FOR_YEARS : (kind.mostSteps ?? MOST_STEPS);
};

/**
 * What two copies in form met as, in form: of what both have together more than any app writes the newest stay, on every device the
 * same. What still is none has the fields of the later side, or is that one. `sides` are the two, the earlier one first.
 */
export const keptInForm = (met: Copy, sides: readonly Copy[], writtenAt: number): Copy => {
  const bound = withinBounds(met, writtenAt);
  if (isFit(bound)) return bound;
  const told = toldOf(bound);
  if (isFit(told)) return told;
  const later = sides.findLast((side) => side._deleted !== true && isFit(side));
  if (later === undefined) return met;
  const { data, parent } = later;
  const whole = { ...told, data, parent };
  return isFit(whole) ? whole : later;
};

const isFit = (copy: Copy): boolean => isInForm(contentOf(copy));

const withinBounds = (met: Copy, writtenAt: number): Copy => {
  const steps = newest(met.steps, mostStepsOf(met), writtenAt);
  const asked = met.clashes.map((clash) => asBound(clash, writtenAt));
  const clashes = asked.length > MOST_QUESTIONS ? mostTelling(met.kind, asked) : asked;
  return { ...met, steps, clashes };
};

/**
 * The newest of a list in its order of time. What claims to be later than the record goes first, or who dates many ahead would keep out
 * whoever writes from then on.
 */
const newest = <T extends { readonly at: number }>(
  list: readonly T[],
  most: number,
  writtenAt: number,
): readonly T[] => {
  if (list.length <= most) return list;
  const ahead = list.filter(({ at }) => at > writtenAt);
  const there = list.filter(({ at }) => at <= writtenAt);
  return [...there, ...ahead.slice(0, Math.max(0, most - there.length))].slice(-most);
};

const asBound = (clash: Clash, writtenAt: number): Clash => {
  if (clash.answers.length <= MOST_ANSWERS) return clash;
  const answers = newest<Answer>(clash.answers, MOST_ANSWERS, writtenAt) as unknown as Clash['answers'];
  const bound = clashOf(clash.field, clash.was, answers);
  return clash.news === undefined ? bound : { ...bound, news: clash.news };
};

/** Of too many questions those of fields that the kind names in its history, then by their names: of a field that no app has nobody is asked. */
const mostTelling = (kind: string, clashes: readonly Clash[]): Clash[] => {
  const { schema } = kindOf(kind) ?? {};
  const { entries = {} } = (schema ?? {}) as { readonly entries?: object };
  const isKnown = ({ field }: Clash): boolean =>
    ['parent', 'trashedOn'].includes(field) || Object.hasOwn(entries, field);
  const first = clashes.filter(isKnown);
  const kept = new Set([...first, ...clashes.filter((clash) => !isKnown(clash))].slice(0, MOST_QUESTIONS));
  return clashes.filter((clash) => kept.has(clash));
};

/** Without the questions and changes that are in no form: a value that lies as deep as one may is too deep in a question. */
const toldOf = (met: Copy): Copy => {
  const bare = { ...contentOf(met), steps: [], history: [], clashes: [] };
  return {
    ...met,
    clashes: met.clashes.filter((clash) => isRecord({ ...bare, clashes: [clash] })),
    history: met.history.filter((change) => isRecord({ ...bare, history: [change] })),
  };
};

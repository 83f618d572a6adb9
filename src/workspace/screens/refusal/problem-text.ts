import type { Day } from '#core/day/day.ts';
import type { Language } from '#core/language/language.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { CommonProblem } from '#core/result.ts';
import type { FieldProblem } from '#programmes/ground.ts';
import { kindOf } from '#programmes/kinds.ts';
import { programmeOf } from '#programmes/programmes.ts';
import type { Refusals, Texts } from '#ui/text.ts';

/** A refusal, the kind of the record that it is of, and the day on which it is told. */
type Refused = { readonly problem: FieldProblem; readonly kind: string; readonly today: Day };

/** What any record is refused with, which the words of all records say. */
const COMMON: Readonly<Record<CommonProblem['code'], true>> = {
  'only-reads': true,
  'record-is-gone': true,
  'record-not-understood': true,
  'not-in-form': true,
  'changed-since': true,
  'nothing-to-take-back': true,
};

/**
 * The sentence that its programme has for a refusal that only its records meet; undefined of any
 * other. The words come only now, by the record's kind: programmes share codes.
 */
export const ownSentence = async (
  { problem, kind, today }: Refused,
  text: Pick<Texts, 'language' | 'format'>,
): Promise<string | undefined> => {
  if (ownEntry(COMMON, problem.code) === true) return undefined;
  const own = await loadRefusals(kind, text.language);
  if (own === undefined) return undefined;
  const sentence = ownEntry(own.sentences, problem.code);
  if (typeof sentence !== 'function') return sentence;
  const { params = {} } = own.written?.(problem, text, today) ?? problem;
  return sentence(params);
};

/**
 * The sentence of a refusal that any programme may make: by the words of its programme, or by those
 * of all records; one that neither know gets the plain one.
 */
export const sentenceOfAny = async (
  refused: Refused,
  text: Pick<Texts, 'language' | 'format' | 'history'>,
): Promise<string> => {
  const { refusals } = text.history;
  return (
    (await ownSentence(refused, text)) ??
    ownEntry<string>(refusals, refused.problem.code) ??
    refusals.unknown
  );
};

const loadRefusals = async (kind: string, language: Language): Promise<Refusals | undefined> => {
  const programme = programmeOf(kindOf(kind)?.programme ?? 'workspace');
  if (programme === undefined) return undefined;
  const { onDemand } = await programme.onDemand();
  const { refusals } = await onDemand.refusals();
  return ownEntry(refusals, kind)?.(language);
};

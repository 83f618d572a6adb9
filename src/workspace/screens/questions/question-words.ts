import { standingValue } from '#workspace/rules/questions/answer-question.ts';
import { kindOf } from '#programmes/kinds.ts';
import { isUsed } from '#programmes/trash-days.ts';
import type { Person } from '#workspace/rules/people/person.ts';
import { TRASHED_ON } from '#core/record/trash.ts';
import type { Answer, Clash, VolymRecord } from '#core/record/record.ts';
import { isSameValue } from '#core/record/same-value.ts';
import { answerWords } from './answer-words.ts';
import type { Texts } from '#ui/text.ts';
import { changesSince, deletedAndChanged } from './changes-since.ts';

/** What a question says around its answers. */
export type QuestionWords = {
  readonly title: string;
  readonly lead: string;
  /** Beside an answer: whose it is, or what it does. */
  readonly detail: (answer: Answer) => string;
  /** On the button that gives an answer. */
  readonly button: (value: unknown) => string;
  readonly note: string;
};

/** Who asks, and what is needed to show names and days. */
export type AskedOf = {
  readonly text: Texts;
  readonly today: string;
  readonly now: number;
  readonly me: string;
  readonly people: readonly Person[];
  /** Where it asks whether a list stays: the codes in it. */
  readonly codes: readonly VolymRecord[];
};

/**
 * The words of a question: the values of a field, or one who deleted a record and one who changed
 * it.
 */
export const questionWords = (record: VolymRecord, clash: Clash, asked: AskedOf): QuestionWords =>
  clash.field === TRASHED_ON ? trashWords(record, clash, asked) : fieldsWords(record, clash, asked);

const nameOf = (by: string, { people }: AskedOf): string =>
  people.find(({ id }) => id === by)?.data.name ?? '';

const fieldsWords = (
  record: VolymRecord,
  { field, answers: { length } }: Clash,
  asked: AskedOf,
): QuestionWords => {
  const { text, me, now } = asked;
  const words = text.sync.conflict;
  const whose = ({ by }: Answer): string =>
    by === me && by !== '' ? words.mine : words.theirs(nameOf(by, asked));
  const current = standingValue(record, field);
  const isSecret = kindOf(record.kind)?.secretFields.includes(field) === true;
  return {
    title: words.title,
    lead: words.lead(length),
    note: isSecret ? words.keptSecret : words.kept(length),
    detail: (answer) =>
      [
        whose(answer),
        text.format.when(answer.said ?? answer.at, now),
        ...(isSameValue(answer.value, current) ? [words.stands] : []),
      ].join(' · '),
    button: (value) =>
      isSecret ? words.keepChosen : words.keep(answerWords(record, field, value, asked)),
  };
};

const trashWords = (record: VolymRecord, clash: Clash, asked: AskedOf): QuestionWords => {
  const { text, me, now } = asked;
  const words = text.sync.conflict.trash;
  const who = ({ by }: Answer): string =>
    by === me && by !== '' ? words.you : nameOf(by, asked) || words.someone;
  const when = ({ said, at }: Answer): string => text.format.when(said ?? at, now);
  const [deleted, changed] = deletedAndChanged(clash);
  const was = words.deletedBy(who(deleted), when(deleted));
  if (isWrittenAgain(record, asked))
    return codesWords(was, { who: who(changed), when: when(changed) }, asked);
  const what = changesSince(record, clash, asked);
  const sentences = [
    was,
    words.changedBy(who(changed), when(changed)),
    ...(what.length === 0 ? [] : [words.changes(text.format.list(what))]),
  ];
  return {
    title: words.title,
    lead: sentences.join(' '),
    note: words.meanwhile,
    detail: ({ value }) => (value === '' ? words.keptMeans : words.trashedMeans),
    button: (value) => (value === '' ? words.keep : words.trash),
  };
};

/**
 * Whether a list is here again for the sake of its codes alone (programmes/apple-credit/work/code/lists-of-codes): it
 * holds some, and its own history, with how it went to the trash, is gone.
 */
const isWrittenAgain = ({ history }: VolymRecord, { codes }: AskedOf): boolean =>
  codes.length > 0 && history.length === 0;

const codesWords = (
  was: string,
  { who, when }: { readonly who: string; readonly when: string },
  { text, codes }: AskedOf,
): QuestionWords => {
  const { trash: words } = text.sync.conflict;
  const used = codes.filter(isUsed).length;
  const sentences = [
    was,
    (used === 0 ? words.codeAddedBy : words.codeUsedBy)(who, when),
    words.codesIn(codes.length, used),
    words.restIsGone,
  ];
  return {
    title: words.codesTitle,
    lead: sentences.join(' '),
    note: words.meanwhile,
    detail: ({ value }) => (value === '' ? words.codesKeptMeans : words.codesTrashedMeans),
    button: (value) => (value === '' ? words.keep : words.trash),
  };
};

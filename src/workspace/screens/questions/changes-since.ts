import type { Answer, Clash, VolymRecord } from '#core/record/record.ts';
import { pastLines, type PastLine, type PastMeans } from '../history/past-lines.ts';

/** Of the answers to whether a record is deleted: who deleted it last, and who changed it. */
export const deletedAndChanged = ({ answers }: Clash): readonly [Answer, Answer] => {
  const last = (isChanged: boolean): Answer =>
    answers.findLast(({ value }) => (value === '') === isChanged) ?? answers[0];
  return [last(false), last(true)];
};

/**
 * What a deletion would take along unseen, in words: what the one who deleted the record did not
 * know, and what happened to it since. Steps first, since they move days; of a field what it got
 * last, of a secret one its name alone.
 */
export const changesSince = (record: VolymRecord, clash: Clash, means: PastMeans): string[] => {
  const [, { by, at, said = at }] = deletedAndChanged(clash);
  const news = clash.news && new Set(clash.news);
  // Questions of older versions do not say what was news: of theirs the moment tells.
  const isNews = (line: PastLine): boolean =>
    line.at > said || (news === undefined ? line.by === by && line.at === said : news.has(line.id));
  const lines = pastLines(record, means).filter(
    (line) => line.of !== 'trash' && line.of !== 'record' && isNews(line),
  );
  const fields = new Map(
    lines
      .filter(({ of }) => of === 'field')
      .reverse()
      .map((line) => [line.title, line]),
  );
  const steps = lines.filter(({ of }) => of === 'step');
  return [...new Set([...steps, ...fields.values()].map(lineWords))];
};

const lineWords = ({ title, values, notes, of }: PastLine): string => {
  if (of === 'step') return notes.length === 0 ? title : `${title} (${notes.join(', ')})`;
  return values === undefined || values === 'hidden' ? title : `${title} ${values.to}`;
};

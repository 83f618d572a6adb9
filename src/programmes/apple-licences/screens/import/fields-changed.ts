import type { AssignedLicenceData } from '#programmes/apple-licences/rules/licence/assigned-licence.ts';
import { licenceCounts } from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import type { VolumeAppData } from '#programmes/apple-licences/rules/app/volume-app.ts';
import type { Texts } from '#ui/text.ts';
import type { FieldInWords } from '#workspace/screens/import/run/imported.ts';
import { causeWords } from './row-words.ts';

const COUNTS = ['owned', 'assigned', 'free', 'retired'] as const;

/** What a list said of an app before and after an import: its counts, one by one. */
export const appField: FieldInWords = (field, { from, to }, text) => {
  if (field !== 'said') return undefined;
  const [before, after] = [from, to].map((said) =>
    licenceCounts((said || {}) as NonNullable<VolumeAppData['said']>),
  );
  if (before === undefined || after === undefined) return undefined;
  const { importLicences: lists } = text;
  const say = (count: number | undefined): string =>
    count === undefined ? '' : text.format.number(count);
  const yesOrNo = (isSo: boolean): string => lists.values[isSo ? 'true' : 'false'];
  const counts = COUNTS.filter(
    (count) => after[count] !== undefined && before[count] !== after[count],
  ).map((count) => text.import.change(lists.fields[count], say(before[count]), say(after[count])));
  if (before.unlimited !== after.unlimited)
    counts.push(
      text.import.change(
        lists.fields.unlimited,
        yesOrNo(before.unlimited),
        yesOrNo(after.unlimited),
      ),
    );
  return counts.length === 0 ? lists.why['counts-confirmed']() : counts.join(' · ');
};

/** What a list said of an installation: its state, and why it failed. */
export const licenceField: FieldInWords = (field, { from, to }, text) => {
  if (field !== 'install') return undefined;
  const [before, after] = [from, to].map((said) => stateOf(said, text));
  if (before === undefined || after === undefined) return undefined;
  const { change } = text.import;
  const { fields } = text.importLicences;
  return [
    before.state === after.state ? '' : change(fields.install, before.state, after.state),
    before.cause === after.cause || after.cause === ''
      ? ''
      : change(fields.cause, before.cause, after.cause),
  ]
    .filter((part) => part !== '')
    .join(' · ');
};

const stateOf = (
  said: unknown,
  text: Texts,
): { readonly state: string; readonly cause: string } => {
  const { state, code = '' } = (said || {}) as Partial<NonNullable<AssignedLicenceData['install']>>;
  return {
    state: state === undefined ? '' : text.importLicences.values[state],
    cause: code === '' ? '' : causeWords(code, text),
  };
};

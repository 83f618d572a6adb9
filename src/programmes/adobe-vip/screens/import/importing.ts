import { VIP_LIST_FIELDS } from '#programmes/adobe-vip/import/read/fields.ts';
import { ownEntry } from '#core/own-entry.ts';
import type { VipOutline } from '#programmes/adobe-vip/import/read/values.ts';
import type { PlannedVipRow } from '#programmes/adobe-vip/import/plan/planned.ts';
import { vipTask } from '#programmes/adobe-vip/work/import/task.ts';
import { vipTrial, type VipDryRun, type VipFile } from '#programmes/adobe-vip/work/import/trial.ts';
import type { Importing } from '#workspace/screens/import/importing.ts';
import { absenteesQuestion } from './absentees-question.ts';
import { ownerQuestion } from './owner-question.ts';
import { factsOf } from './row-facts.ts';
import { reasonFields } from './reason-fields.ts';
import { bareNote, noteWords, wordsOf } from './row-words.ts';

/** How lists of a VIP reseller are tried out, written and told. */
export const importing: Importing<VipFile, VipDryRun, PlannedVipRow, VipOutline> = {
  programme: 'adobe-vip',
  trial: vipTrial,
  task: vipTask,
  fieldsOf: ({ kind }, { importVip: { columns } }) =>
    VIP_LIST_FIELDS[kind].map((field) => [field, columns[field]]),
  savedWords: ({ columns }, { importVip: { savedAnswer } }) =>
    columns.length === 0 ? savedAnswer : '',
  guesses: ['vipId', 'sku'],
  asksColumns: (heading, { importVip: words }, { doubt }) => {
    const { asksColumns: title, asksColumnsWhy, asksColumnsOpen, asksWhoseRows } = words;
    if (doubt !== undefined) return asksWhoseRows[doubt];
    return { title, why: heading === undefined ? asksColumnsOpen : asksColumnsWhy(heading) };
  },
  isNotKept: ({ kind, columns }, field) => {
    if (kind === 'customers') return OF_COUNTS.includes(field) && !columns.some(counts);
    const beside = { identityType: '', userName: 'email', profile: 'product' };
    const over = kind === 'holders' ? ownEntry<string>(beside, field) : undefined;
    // An address or a product's own name says it better, where there is one.
    return over === '' || columns.some((column) => over !== undefined && column.field === over);
  },
  asksPlace: ownerQuestion,
  placeMark: ({ plan }, asked) => plan.asksOwner.find(({ sheet }) => sheet === asked)?.mark ?? '',
  keepsPlaces: true,
  asksAbsentees: absenteesQuestion,
  headOf: (sheets, { importVip: { headHolder, headName } }) =>
    sheets.every(({ kind }) => kind === 'holders') ? headHolder : headName,
  wordsOf,
  noteWords,
  bareNote,
  nameOf: ({ name }) => name,
  factsOf,
  reasonFields,
};

/** Columns of a list of customers that say of what it counts licences: kept with a count alone. */
const OF_COUNTS: readonly string[] = ['product', 'sku', 'licenceType'];

const counts = ({ field }: VipOutline['columns'][number]): boolean =>
  field === 'licences' || field === 'used';

import { VIP_LIST_FIELDS } from '#programmes/adobe-vip/import/read/fields.ts';
import type { VipOutline } from '#programmes/adobe-vip/import/read/values.ts';
import type { PlannedVipRow } from '#programmes/adobe-vip/import/plan/planned.ts';
import { vipTask } from '#programmes/adobe-vip/work/import/task.ts';
import { vipTrial, type VipDryRun, type VipFile } from '#programmes/adobe-vip/work/import/trial.ts';
import type { Importing } from '#workspace/screens/import/importing.ts';
import { factsOf } from './row-facts.ts';
import { bareNote, noteWords, wordsOf } from './row-words.ts';

/** How lists of a VIP reseller are tried out, written and told. */
export const importing: Importing<VipFile, VipDryRun, PlannedVipRow, VipOutline> = {
  programme: 'adobe-vip',
  trial: vipTrial,
  task: vipTask,
  fieldsOf: ({ kind }, { importVip: { columns } }) =>
    VIP_LIST_FIELDS[kind].map((field) => [field, columns[field]]),
  guesses: ['vipId', 'sku'],
  asksColumns: (heading, { importVip: { asksColumns, asksColumnsWhy, asksColumnsOpen } }) => ({
    title: asksColumns,
    why: heading === undefined ? asksColumnsOpen : asksColumnsWhy(heading),
  }),
  headOf: (_, { importVip: { headName } }) => headName,
  wordsOf,
  noteWords,
  bareNote,
  nameOf: ({ name }) => name,
  factsOf,
};

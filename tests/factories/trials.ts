import type { ImportTask } from '#data/import/import-task.ts';
import type { OpenFile } from '#data/import/open-file.ts';
import type { ImportParts, Trial } from '#data/import/trial.ts';
import { creditTask } from '#programmes/apple-credit/work/import/task.ts';
import { creditTrial, type CreditDryRun } from '#programmes/apple-credit/work/import/trial.ts';
import { licenceTask } from '#programmes/apple-licences/work/import/task.ts';
import { licenceTrial, type LicenceDryRun } from '#programmes/apple-licences/work/import/trial.ts';
import { vipTask } from '#programmes/adobe-vip/work/import/task.ts';
import { vipTrial, type VipDryRun } from '#programmes/adobe-vip/work/import/trial.ts';

/** A dry run of one of the programmes. */
export type DryRun = CreditDryRun | LicenceDryRun | VipDryRun;

/** Starts trying a file out, whichever programme it is of. */
export const openTrial = (parts: ImportParts): Trial<OpenFile, DryRun> => {
  const credit = creditTrial(parts);
  const licences = licenceTrial(parts);
  const vip = vipTrial(parts);
  return {
    try: (waiting, ...rest) => {
      if (waiting.programme === 'adobe-vip') return vip.try(waiting, ...rest);
      if (waiting.programme === 'apple-credit') return credit.try(waiting, ...rest);
      if (waiting.programme === 'apple-licences') return licences.try(waiting, ...rest);
      throw new Error('a file of no programme that is tried here');
    },
    again: (before, choice) => {
      if (before.programme === 'adobe-vip') return vip.again(before, choice);
      return before.programme === 'apple-credit'
        ? credit.again(before, choice)
        : licences.again(before, choice);
    },
  };
};

/** What the tap does. */
export const taskOf = (dryRun: DryRun, { vault }: Pick<ImportParts, 'vault'>): ImportTask => {
  if (dryRun.programme === 'adobe-vip') return vipTask(dryRun);
  return dryRun.programme === 'apple-credit' ? creditTask(dryRun, vault) : licenceTask(dryRun);
};

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { integer } from 'fast-check';
import { addDays } from '#core/day/day.ts';
import type { VipProgramme } from '#programmes/adobe-vip/rules/edition/programme.ts';
import { renewalEditions } from '#programmes/adobe-vip/rules/renewal/renewal-editions.ts';
import { chosenEdition } from '#programmes/adobe-vip/rules/edition/vip-edition.ts';

type StageCase = {
  readonly kind: 'stage';
  readonly anniversary: string;
  readonly today: string;
  readonly programme: 'VIP' | 'VIP-MP';
  readonly expected: Readonly<Record<string, string | number | boolean>>;
};
type NeedCase = {
  readonly kind: 'need';
  readonly used: number;
  readonly renewed: number;
  readonly expected: { readonly needRenewal: number };
};
type LevelCase = { readonly kind: 'level'; readonly quantity: number; readonly expected: string };
type Policy = Readonly<Record<'overview' | 'upcoming' | 'lookBack' | 'window' | 'late', number>>;

/** A file of the fixtures. */
export const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../../fixtures/adobe', name), 'utf8');

const { cases, vocabulary } = JSON.parse(fixture('renewal-cases.json')) as {
  readonly cases: readonly (StageCase | NeedCase | LevelCase)[];
  readonly vocabulary: { readonly policies: Readonly<Record<'VIP' | 'VIP-MP', Policy>> };
};

/** The numbers that the cases were counted with. */
export const { policies } = vocabulary;
/** Cases of the timeline. */
export const stageCases = cases.filter((entry) => entry.kind === 'stage');
/** Cases of partial renewal. */
export const needCases = cases.filter((entry) => entry.kind === 'need');
/** Cases of levels. */
export const levelCases = cases.filter((entry) => entry.kind === 'level');

/** How the fixtures write the programmes. */
export const programmeOf = (written: string): VipProgramme =>
  written === 'VIP-MP' ? 'vip-marketplace' : 'vip';

/** The editions chosen at first start. */
export const VIP = chosenEdition(renewalEditions, 'vip');
export const MARKETPLACE = chosenEdition(renewalEditions, 'vip-marketplace');

/** Any day from 2000 to 2099. */
export const anyDay = integer({ min: 0, max: 36_524 }).map((count) => addDays('2000-01-01', count));

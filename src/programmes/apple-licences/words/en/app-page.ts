import { countIn } from '#core/language/count.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { CountFlag } from '#programmes/apple-licences/rules/licence/licence-counts.ts';
import type { Messages } from '#core/language/language.ts';
import type { appPage as source } from '../sv/app-page.ts';

const n = countIn('en');

/** What does not add up in a source's counts, with both numbers. */
const flags: Sentences<CountFlag> = {
  'assigned-over-total': ({ assigned = 0, total = 0 }) =>
    `${n(assigned)} ${assigned === 1 ? 'is' : 'are'} assigned, but only ${n(total)} ${total === 1 ? 'is' : 'are'} owned.`,
  'available-over-total': ({ available = 0, total = 0 }) =>
    `The source says ${n(available)} free, but only ${n(total)} ${total === 1 ? 'is' : 'are'} owned.`,
  'sum-differs': ({ assigned = 0, available = 0, total = 0 }) =>
    `${n(assigned)} assigned and ${n(available)} free make ${n(Number(assigned) + Number(available))}, but ${n(total)} ${total === 1 ? 'is' : 'are'} owned.`,
  'unlimited-with-total': ({ total = 0 }) => `The source says both unlimited and ${n(total)}.`,
  'negative-count': ({ said = 0 }) =>
    `The source says ${n(said)}, but a number cannot be below zero.`,
  'not-a-whole-count': ({ said = 0 }) => `The source says ${n(said)}, which is not a whole number.`,
};

/** Words of an app's page that few apps need: what does not add up, and other locations. */
export const appPage = {
  flagged: {
    title: 'The numbers do not add up',
    counted:
      'Volym uses the lower number of free licences, so that nobody is promised one that does not exist.',
    todo: 'Sync in the system and import a new list. If it persists, check with Apple.',
    says: flags,
  },
  places: {
    title: 'Other locations',
    nameless: 'Without a location',
    all: (count) => `Show all ${n(count)}`,
    sum: (count) => (count === 2 ? 'At both locations' : `At all ${n(count)} locations`),
    of: (free, owned) => `${n(free)} of ${n(owned)} free`,
    atLeast: (sum) => `at least ${sum}`,
    incomplete: (count) =>
      `${count === 1 ? 'One location has' : `${n(count)} locations have`} not reported every number, so there may be more.`,
    unlimited: (count, assigned) =>
      `${count === 1 ? 'One location has' : `${n(count)} locations have`} no limit (${n(assigned)} assigned) and ${count === 1 ? 'is' : 'are'} not included.`,
    flagged: (count) =>
      `The numbers do not add up at ${count === 1 ? 'one location' : `${n(count)} locations`}.`,
    transfer: (place, free, more, atOnce) =>
      `None are left here, but ${place} has ${n(free)} free${more === 0 ? '' : `, and ${more === 1 ? 'one more location has' : `${n(more)} more locations have`} free licences`}. In Apple School Manager or Apple Business Manager unassigned licences can be transferred here, at most ${n(atOnce)} at a time.`,
  },
} satisfies Messages<typeof source>;

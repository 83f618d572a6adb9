import type { Urgency } from '#core/reminder/deadline.ts';

type MenuItem = { readonly label: string; readonly danger?: boolean; readonly onpress: () => void };

/** One circle of a life line. */
export type LifeStep = {
  readonly id: string;
  /** `stopped` is an end beside the road: rejected, lost, cancelled. */
  readonly state: 'done' | 'now' | 'later' | 'stopped';
  readonly title: string;
  /** The state in a word, for a screen reader: "klart", "nu", "senare". */
  readonly stateLabel: string;
  /** "28 aug", "senast 3 dec". */
  readonly date?: string;
  readonly urgency?: Urgency;
  /** Who or what. */
  readonly note?: string;
  /** Ways to correct a done step. */
  readonly menu?: { readonly label: string; readonly items: readonly MenuItem[] };
};

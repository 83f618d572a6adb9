import type { WordsFor } from '#core/import/heading-words.ts';
import type { Charge } from '#programmes/adobe-vip/rules/product/invoice-line.ts';
import type {
  LicenceType,
  Segment,
  VipProgramme,
} from '#programmes/adobe-vip/rules/edition/programme.ts';
import type { VipField } from '../fields.ts';

/**
 * An authorization's status in a list: its open stages follow from the days (C3) and count as one.
 */
export type ListedStatus = 'pending' | 'ordered' | 'cancelled' | 'expired';

/** What an order row is: licences that come, licences that are renewed, licences that go back. */
export type ListedOrderType = 'new' | 'renewal' | 'return';

/** The words of one language, as `headingKey` writes them. */
export type VipWords = {
  readonly headings: WordsFor<VipField>;
  /**
   * Those of the headings that lists of any shop have. They are read in a list of Adobe's, but do
   * not make one.
   */
  readonly everyday: string;
  /**
   * Headings that name a sum and no more: of a line of an invoice its net amount, where no other
   * column says that.
   */
  readonly plainAmount: string;
  /** Headings that name a day and no more: of an order its own, where no other column says that. */
  readonly plainDate: string;
  /** Headings of the reseller's own people: an address beside one is theirs. */
  readonly seller: string;
  readonly programme: WordsFor<VipProgramme>;
  readonly segment: WordsFor<Segment>;
  /** Education devices are ordered from Adobe directly (seed 002). */
  readonly licenceType: WordsFor<LicenceType | 'education-device'>;
  readonly status: WordsFor<ListedStatus>;
  readonly orderType: WordsFor<ListedOrderType>;
  readonly charge: WordsFor<Charge>;
};

import * as z from '#core/schema.ts';
import { isDayOrNone } from '#core/day/likely-day.ts';
import { day, instant, isInstantOrNone, sealed, text, words } from '#core/record/field-schemas.ts';
import type { Day } from '#core/day/day.ts';
import type { Instant } from '#core/day/instant.ts';
import type { Kind } from '#core/record/kind.ts';
import { originSchema, type Origin } from '#core/record/origin.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { STEPS_FOR_YEARS } from '#core/record/step.ts';
import type { Sealed } from '#core/record/sealed.ts';
import { accounts2016 } from '../editions.ts';
import { tokenDeadlines } from './token-deadlines.ts';
import { fileOf } from './token-files.ts';
import type { TokenHolder } from '../api/location-records.ts';
import { tokenSyncSchema, type TokenSync } from '../sync/token-sync.ts';

/** The system that a token is used in. `other` is named beside it. */
export type TokenSystem = '' | 'intune' | 'jamf' | 'other';

/** Content of a content token (B2). Empty strings mean "not given". */
export type ContentTokenData = {
  readonly v: number;
  /** "Namnet på VPP-token" and "ditt Apple-ID", asked as in the dialog (seed 001). */
  readonly name: string;
  readonly appleId: string;
  /** `orgName` of the file. */
  readonly organization: string;
  /**
   * Apple's location, which the token is for; `locationId` is its `uId`, known after the first sync
   * (apple.md §1.3).
   */
  readonly location: string;
  readonly locationId: string;
  readonly expiresAt: Instant;
  /**
   * Its last valid day, in UTC. The steps decide which file counts (`fileOf`); these fields are
   * what was last written.
   */
  readonly lastDay: Day;
  /**
   * SHA-256 of the file's text without white space, in hex: knows the same token again, and says
   * nothing of it.
   */
  readonly fingerprint: string;
  /**
   * The same of the token within, which is one in each dress of its file; older versions kept none.
   */
  readonly innerFingerprint?: string | undefined;
  /** The whole text, sealed with the vault key; absent where it was thrown away. */
  readonly sealed?: Sealed | undefined;
  readonly system: TokenSystem;
  readonly systemName: string;
  /**
   * A second system that has the same token: assignments and user records can be lost (seed 001).
   */
  readonly alsoIn: string;
  /** Whose account downloaded it: a changed password there ends it (apple.md §1.3). */
  readonly downloadedBy: string;
  readonly downloadedOn: Day;
  /** Who has access to the account, by person id or an id of their own: their names (B4). */
  readonly holders: Readonly<Record<string, string>>;
  /** The system that holds it at Apple, as the last sync saw it (apple.md §1.4). */
  readonly holder?: TokenHolder | undefined;
  /**
   * Address of Apple's invitations with a place for the code, which is none of it; '' before the
   * first sync.
   */
  readonly invitation?: string | undefined;
  /** How its last sync ended; absent before the first one. */
  readonly sync?: TokenSync | undefined;
  /** Edition of the accounts rule it was born under. */
  readonly edition: string;
  /** Person id. */
  readonly owner: string;
  readonly deputy?: string | undefined;
  /** The list that named it, where its file did not come first. */
  readonly origin?: Origin | undefined;
};

/** The record of a token; what happened to it, its renewals too, are its steps. */
export type ContentToken = VolymRecord<ContentTokenData>;

/** Where the text of a token is sealed: what the vault binds it to. */
export const tokenSealedAt = (id: string): { readonly id: string; readonly field: 'sealed' } => ({
  id,
  field: 'sealed',
});

const schema = z.looseObject({
  v: z.number(),
  name: text,
  appleId: text,
  organization: text,
  location: text,
  locationId: text,
  expiresAt: instant,
  lastDay: day,
  fingerprint: text,
  innerFingerprint: z.optional(words),
  sealed: z.optional(sealed),
  system: z._default(z.enum(['', 'intune', 'jamf', 'other']), ''),
  systemName: text,
  alsoIn: text,
  downloadedBy: text,
  downloadedOn: day,
  holders: z._default(z.record(z.string(), words), {}),
  holder: z.optional(z.looseObject({ id: text, name: text })),
  invitation: z.optional(words),
  sync: tokenSyncSchema,
  edition: z._default(words, accounts2016.id),
  owner: text,
  deputy: z.optional(words),
  origin: originSchema,
});

/** What a step says of the file that came with it: what the record's own fields say of a file. */
const ofFile = {
  to: isDayOrNone,
  until: isDayOrNone,
  was: isDayOrNone,
  expiresAt: isInstantOrNone,
};

/** A content token of Apple's volume purchase (seed 001: "VPP-token"). */
export const contentToken: Kind<ContentTokenData, 'apple-licences'> = {
  id: 'content-token',
  programme: 'apple-licences',
  schema,
  version: 1,
  upgrade: (data) => data,
  title: ({ data }) => ({ text: data.name || data.organization }),
  deadlines: (token) => tokenDeadlines(fileOf(token), token.steps),
  stepData: { taken: ofFile, renewed: ofFile },
  mostSteps: STEPS_FOR_YEARS,
  secretFields: ['sealed'],
  entryFields: ['holders'],
  // Its day and its step tell of them.
  fieldsWithoutHistory: [
    'expiresAt',
    'fingerprint',
    'innerFingerprint',
    'locationId',
    'edition',
    'holder',
    'invitation',
    'sync',
  ],
  // What the file says is no opinion: a renewal's steps tell which file counts.
  neverAsked: ['lastDay', 'organization', 'origin'],
};

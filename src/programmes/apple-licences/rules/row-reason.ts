import type { CountFlag } from './licence/licence-counts.ts';

/** Why a row of a list ends as it does: each has its sentence in the words (`import-licences.ts`). */
export type ListRowReason =
  | 'adam-id-missing'
  | 'not-an-adam-id'
  | 'not-a-volume-app'
  | 'not-a-pricing-param'
  | 'not-a-count'
  | 'not-a-yes-or-no'
  | 'record-not-understood'
  | 'duplicate-of-row'
  | 'counted-otherwise'
  | 'named-before'
  | 'older-than-known'
  | 'counts-confirmed'
  | 'former-user'
  | 'names-the-location'
  | 'which-app'
  | 'app-not-here'
  | 'no-such-licence'
  | 'several-licences'
  | 'decided-by-row'
  | 'install-not-known'
  | 'nobody-named'
  | 'install-state-missing'
  | 'not-an-install-state'
  | 'only-a-name'
  | 'not-an-address'
  | 'nobody-here'
  | 'same-person'
  | 'several-people'
  | 'location-missing'
  | 'app-missing'
  | 'total-row'
  | 'app-name-not-here'
  | 'app-elsewhere'
  | 'several-apps-named'
  | 'app-at-several-places'
  | 'serial-number-missing'
  | 'not-a-serial-number'
  | 'number-was-rounded'
  | 'not-assigned'
  | 'free-since'
  | 'same-token-as-row'
  | 'several-tokens'
  | 'token-end-missing'
  | 'one-token-only'
  | 'group-named-before'
  | 'intent-not-known'
  | 'goes-to-all-users'
  | 'goes-to-all-devices'
  | 'leaves-a-group-out'
  | 'target-not-known';

/** What a row of a list tells besides: each has its sentence in the words (`import-licences.ts`). */
export type ListRowNote =
  | CountFlag
  | 'other-app-there'
  | 'other-licence-there'
  | 'other-user-there'
  | 'same-address-beside'
  | 'as-of-unclear'
  | 'state-not-known'
  | 'user-of-device'
  | 'user-without-address'
  | 'not-applicable'
  | 'user-comes-too'
  | 'stays-as-changed'
  | 'here-at-other-location'
  | 'several-locations-said'
  | 'licences-elsewhere'
  | 'location-of-which'
  | 'uninstall-failed'
  | TokenNote
  | 'group-is-an-id';

/** What a list of Intune tells of a token beside what is written of it. */
export type TokenNote =
  | 'without-its-file'
  | 'account-is-for-good'
  | 'expired-in-intune'
  | 'invalid-in-intune'
  | 'claimed-from-intune'
  | 'duplicate-in-intune'
  | 'state-not-known-in-intune'
  | 'sync-failed-in-intune'
  | 'newer-file-in-intune'
  | 'older-file-in-intune';

/**
 * Why saved answers and lists are not read, beside what holds for all files: each has its sentence
 * in the words (`import-licences.ts`).
 */
export type ListFileProblem =
  | 'installs-per-app'
  | 'no-licences'
  | 'saved-other-reply'
  | 'saved-apple-error'
  | 'saved-wrong-type'
  | 'saved-not-a-graph-list'
  | 'saved-empty-list'
  | 'saved-graph-error'
  | 'saved-mixed-list'
  | 'saved-other-list'
  | 'saved-lists-assignments'
  | 'saved-several-apps';

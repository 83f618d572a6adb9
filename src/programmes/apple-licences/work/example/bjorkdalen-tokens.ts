import type { TokenSystem } from '#programmes/apple-licences/rules/token/content-token.ts';
import type { Finding, RenewalStep } from '#programmes/apple-licences/rules/token/token-life.ts';

/** One token of the example; days are counted from today. */
export type DemoToken = {
  readonly name: string;
  readonly location: string;
  readonly system: TokenSystem;
  readonly alsoIn?: string;
  /** Days until its last one. */
  readonly ends: number;
  /** One file came before the one that counts, and so many days before its end. */
  readonly renewedBefore?: number;
  /** Only one has access. */
  readonly isAlone?: true;
  /** Its text is sealed here. */
  readonly isKept?: true;
  /** Steps of the renewal that goes on, and how many days ago. */
  readonly ticked?: readonly {
    readonly kind: Exclude<RenewalStep, 'renewed'>;
    readonly ago: number;
  }[];
  readonly found?: { readonly kind: Finding; readonly ago: number; readonly note: string };
};

/**
 * The tokens of Björkdalens kommun, which does not exist; every state of a token is there once.
 * Days are counted back from today.
 */
export const bjorkdalenTokens = {
  colleague: 'Johan Berg',
  appleId: 'enheter@bjorkdalen.example',
  otherSystem: 'Exempel-MDM',
  tokens: [
    {
      name: 'Gymnasiet',
      location: 'Björkdalens gymnasium',
      system: 'intune',
      ends: 200,
      renewedBefore: 12,
      isKept: true,
    },
    {
      name: 'Grundskolor',
      location: 'Björkdalens grundskolor',
      system: 'intune',
      ends: 20,
      isKept: true,
      ticked: [
        { kind: 'signed-in', ago: 2 },
        { kind: 'downloaded', ago: 1 },
      ],
    },
    {
      name: 'Vuxenutbildning',
      location: 'Björkdalens vuxenutbildning',
      system: 'jamf',
      ends: -12,
      isAlone: true,
    },
    {
      name: 'Bibliotek',
      location: 'Björkdalens bibliotek',
      system: 'other',
      ends: 150,
      alsoIn: 'Annan MDM Exempel',
      found: { kind: 'claimed', ago: 4, note: 'Annan MDM har tagit över.' },
    },
    {
      name: 'Förvaltningen',
      location: 'Förvaltningen',
      system: 'other',
      ends: 90,
      found: { kind: 'revoked', ago: 6, note: 'Lösenordet byttes på kontot.' },
    },
    {
      name: 'Gymnasiet, igen',
      location: 'Björkdalens gymnasium',
      system: 'intune',
      ends: 310,
      found: { kind: 'duplicate', ago: 1, note: 'Samma plats som Gymnasiet.' },
    },
    { name: 'Kansliet', location: 'Förvaltningen', system: 'other', ends: 0 },
  ] as readonly DemoToken[],
};

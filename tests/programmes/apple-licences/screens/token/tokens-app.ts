import type { Component } from 'svelte';
import type { Language } from '#core/language/language.ts';
import { tokens as english } from '#programmes/apple-licences/words/en/tokens.ts';
import { tokens as swedish } from '#programmes/apple-licences/words/sv/tokens.ts';
import type { App } from '#ui/app.svelte.ts';
import { showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

/** Mounts a screen of the tokens. */
export const showTokens = <Part extends Component<never>>(
  app: App,
  part: Part,
  given: Part extends Component<infer Props> ? Props : never,
  language: Language = 'sv',
) => showWith(app, part, given, language, { tokens: language === 'sv' ? swedish : english });

/** The text of a token's file, as Apple gives it; nothing in it is real. */
export const tokenText = (given: object = {}): string =>
  btoa(
    JSON.stringify({
      token: 'FAKE',
      expDate: '2027-06-08T09:26:53+0000',
      orgName: 'Nordby kommun',
      ...given,
    }),
  );

import type { Component } from 'svelte';
import type { Language } from '#core/language/language.ts';
import { apps as english } from '#programmes/apple-licences/words/en/apps.ts';
import { apps as swedish } from '#programmes/apple-licences/words/sv/apps.ts';
import type { VolymRecord } from '#core/record/record.ts';
import type { App } from '#ui/app.svelte.ts';
import { showWith } from '#tests/programmes/apple-credit/screens/credit-app.ts';

/** Writes records as they are, except for what the writer reckons. */
export const addRecords = async (app: App, records: readonly VolymRecord[]): Promise<void> => {
  await app.records.insert(
    records.map(({ id, kind, programme, parent, data, steps }) => ({
      id,
      kind,
      programme,
      parent,
      data,
      steps,
    })),
  );
};

/** Mounts a screen of the apps. */
export const showApps = <Part extends Component<never>>(
  app: App,
  part: Part,
  given: Part extends Component<infer Props> ? Props : never,
  language: Language = 'sv',
) => showWith(app, part, given, language, { apps: language === 'sv' ? swedish : english });

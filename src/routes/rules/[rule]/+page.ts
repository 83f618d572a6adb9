import { error } from '@sveltejs/kit';
import type { Component } from 'svelte';
import { ownEntry } from '#core/own-entry.ts';
import type { VolymRecord } from '#core/record/record.ts';
import { onDemandOfAll } from '#programmes/programmes.ts';
import { LANGUAGE, type Catalogues } from '#ui/text.ts';
import type { PageLoad } from './$types';

type Shown = Partial<Omit<Catalogues, 'shell'>> & {
  readonly record: VolymRecord | undefined;
  readonly Rule: Component<{ record: VolymRecord | undefined }>;
};

/**
 * `?record=` names the record that the rule is shown for; without it the rule is shown alone. Its
 * programme brings the page; a rule that none of them explains is an address that there is not.
 */
export const load: PageLoad = async ({ parent, url, params, depends }): Promise<Shown> => {
  depends(LANGUAGE);
  const { app, language } = await parent();
  const pages = (await onDemandOfAll()).flatMap(({ rules }) => rules?.() ?? []);
  const explained = (await Promise.all(pages))
    .map(({ rulePages }) => ownEntry(rulePages, params.rule))
    .find((rule) => rule !== undefined);
  if (explained === undefined) error(404);
  const id = url.searchParams.get('record') ?? '';
  const [record, words, { default: Rule }] = await Promise.all([
    id === '' ? undefined : app.records.get(id),
    explained.words(language),
    explained.page(),
  ]);
  return { ...words, record, Rule };
};

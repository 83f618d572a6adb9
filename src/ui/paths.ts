import { resolve } from '$app/paths';

/** Every address of the app in one place (look/README §9), under SvelteKit's base. */
export const paths = {
  root: () => resolve('/'),
  start: (step?: 'names' | 'passphrase' | 'kit') => (step === undefined ? resolve('/start') : `${resolve('/start')}?step=${step}`),
  deadlines: () => resolve('/deadlines'),
  credit: () => resolve('/credit'),
  newOrder: () => resolve('/credit/new'),
  order: (id: string) => resolve('/credit/[order]', { order: id }),
  editOrder: (id: string) => resolve('/credit/[order]/edit', { order: id }),
  codes: (id: string) => resolve('/credit/[order]/codes', { order: id }),
  code: (order: string, code: string) => resolve('/credit/[order]/code/[code]', { order, code }),
  import: () => resolve('/import'),
  importRun: (run: string) => resolve('/import/[run]', { run }),
  rule: (rule: string) => resolve('/rules/[rule]', { rule }),
  more: () => resolve('/more'),
  settings: () => resolve('/settings'),
  vault: () => resolve('/vault'),
  recovery: () => resolve('/vault/recovery'),
};

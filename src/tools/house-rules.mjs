import { noLiteralSpread } from './no-literal-spread.mjs';
import { plainMaps } from './plain-maps.mjs';

/** Our own lint rules: oxlint looks at TypeScript and JavaScript with them, ESLint at Svelte. */
export default {
  meta: { name: 'house' },
  rules: { 'no-literal-spread': noLiteralSpread, 'plain-maps': plainMaps },
};

import * as regexp from 'eslint-plugin-regexp';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { plainMaps } from './src/tools/plain-maps.mjs';
import svelteConfig from './svelte.config.js';

/** What oxlint looks at, with and without types, is in `.oxlintrc.json`: ESLint takes eight times as long for it. */
export default ts.config(
  { ignores: ['build', '.svelte-kit', 'node_modules', 'tests/output', 'test-results'] },
  {
    // oxlint reads of these only what is between their tags of script, and knows nothing of what uses it.
    files: ['**/*.svelte'],
    extends: ts.configs.recommended.filter(({ files }) => files === undefined),
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, varsIgnorePattern: '^_$', argsIgnorePattern: '^_$' },
      ],
      'no-console': ['error', { allow: ['error', 'warn'] }],
      eqeqeq: 'error',
    },
  },
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  { files: ['**/*.ts'], languageOptions: { parser: ts.parser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // A text from outside must not hold the processor: its length squared for one header held the
    // server up. A test reads its own.
    files: ['src/**', 'simulator/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
    },
  },
  {
    // A record called `constructor` met what every object has in a plain object used as a map, and
    // stopped sync.
    files: ['src/**', 'simulator/**'],
    plugins: { house: { rules: { 'plain-maps': plainMaps } } },
    rules: { 'house/plain-maps': 'error' },
  },
  {
    rules: {
      // What is spread is checked for nothing that its type does not know, and a property hides
      // among others.
      'no-restricted-syntax': [
        'error',
        ...[
          'SpreadElement > :matches(ObjectExpression, ArrayExpression, TSSatisfiesExpression)',
          'SpreadElement > TSAsExpression > :matches(ObjectExpression, ArrayExpression)',
        ].map((selector) => ({ selector, message: 'Write what is spread here in its place.' })),
        {
          selector: 'SvelteSpreadAttribute > ObjectExpression',
          message: 'Write each as an attribute of its own.',
        },
      ],
      // Addresses go through src/ui/paths.ts, which resolves the base; the rule only sees direct
      // calls.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
);

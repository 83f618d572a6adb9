import * as regexp from 'eslint-plugin-regexp';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import house from './src/tools/house-rules.mjs';
import svelteConfig from './svelte.config.js';

/** Svelte alone. oxlint looks at all else, by `.oxlintrc.json`: ESLint takes eight times as long for it. */
export default ts.config(
  {
    ignores: [
      'build',
      '.svelte-kit',
      'node_modules',
      'tests/output',
      'test-results',
      '**/*.{js,mjs,ts}',
      '!**/*.svelte.{js,ts}',
    ],
  },
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
  { plugins: { house } },
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  { files: ['**/*.svelte.ts'], languageOptions: { parser: ts.parser } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // As in `.oxlintrc.json`, with the reasons.
    files: ['src/**'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': 'error',
      'house/plain-maps': 'error',
    },
  },
  {
    rules: {
      'house/no-literal-spread': 'error',
      // Addresses go through src/ui/paths.ts, which resolves the base; the rule only sees direct
      // calls.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
);

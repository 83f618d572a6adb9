import ts from 'typescript-eslint';

/**
 * The rules that need types, apart from the others (`eslint.config.js`): they read the whole
 * program as the compiler does, which takes minutes, and an editor need not wait for them. Not in
 * `.svelte` files, which svelte-check reads with types already.
 */
export default ts.config(
  {
    files: ['src/**/*.ts'],
    // The service worker has a program of its own.
    ignores: ['src/service-worker/**'],
    extends: [...ts.configs.strictTypeCheckedOnly, ...ts.configs.stylisticTypeCheckedOnly],
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // What listens to an event may wait: nobody hears what it answers.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // A field that a record of another version may have is named as the text that it is there.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // What was caught is thrown on, whatever it is.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],

      // What follows does not fit; beside each, in how many places it says so. Of those that this
      // rule calls needless (53) nearly all are needed: a signal that stops while something is
      // awaited, an API that an older browser lacks, a field that another device left out.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // An empty text is nothing said: `||` takes the next one for it on purpose (39).
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      // `was === undefined || was.trashedOn !== ''` says both cases, which one chain hides (14).
      '@typescript-eslint/prefer-optional-chain': 'off',
      // Parts are objects of functions without `this`: they are handed on one by one (69).
      '@typescript-eslint/unbound-method': 'off',
      // `async` also makes a rejection of what is thrown before anything is awaited (11).
      '@typescript-eslint/require-await': 'off',
      // A short function may end in what answers nothing (257), and `void` says that it answers
      // nothing (21).
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // A type says more than `!` of what it is that is there (36).
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // Texts are cut into code points where it matters, as of names (12, in as many files).
      '@typescript-eslint/no-misused-spread': 'off',
    },
  },
  {
    // `any` comes in here alone, as no file may write it: from JSON, SheetJS, RxDB, Hono and
    // `.svelte` files. What comes in is read by its form.
    files: [
      'src/data/demo/start-demo.ts',
      'src/data/import/read/office-sheets.ts',
      'src/data/records/history.ts',
      'src/data/records/records.ts',
      'src/data/records/store-trouble.ts',
      'src/data/sync/server/both-sides.ts',
      'src/programmes/adobe-vip/import/**/at-writing.ts',
      'src/programmes/apple-credit/work/code/lists-of-codes.ts',
      'src/programmes/apple-credit/work/order/orders-met.ts',
      'src/programmes/apple-licences/import/**/app-rows.ts',
      'src/programmes/apple-licences/screens/at-apple/licences-at-apple.svelte.ts',
      'src/server/accounts/accounts-app.ts',
      'src/server/endpoint.ts',
      'src/ui/text.ts',
      'src/workspace/screens/history/load-history-text.ts',
      'src/workspace/screens/history/load-kind-words.ts',
      'src/workspace/screens/home/pane-words.ts',
      'src/workspace/screens/import/run/load-imported.ts',
    ],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // What a foreign error or answer holds is told as the text that it makes.
    files: [
      'src/data/records/store-trouble.ts',
      'src/data/sync/couch/couch-asking.ts',
      'src/programmes/apple-licences/rules/api/page-body.ts',
    ],
    rules: { '@typescript-eslint/no-base-to-string': 'off' },
  },
  {
    // `Instant | Day` is a text twice, and says which texts; so does the name of a field or a text.
    files: [
      'src/programmes/apple-licences/import/**/install-rows.ts',
      'src/programmes/apple-licences/import/**/source-order.ts',
      'src/programmes/apple-licences/rules/licence/licence-line.ts',
      'src/programmes/apple-licences/rules/sync/fact-source.ts',
      'src/programmes/apple-licences/rules/token/token-met.ts',
    ],
    rules: {
      '@typescript-eslint/no-duplicate-type-constituents': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
    },
  },
  {
    // An API that an older browser lacks, and a file that is let go while something is awaited.
    files: [
      'src/platform/browser/file-place.ts',
      'src/workspace/screens/import/import-screen.svelte.ts',
    ],
    rules: { '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off' },
  },
  {
    // The default is for what another device left out.
    files: ['src/data/sync/record-in.ts'],
    rules: { '@typescript-eslint/no-useless-default-assignment': 'off' },
  },
  {
    // The worker's own file has no route that `resolve` could take.
    files: ['src/ui/worker/worker-link.ts', 'src/ui/worker/works-offline.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    // What a store reports is passed on as it is: that IndexedDB's `error` may be null is true of its
    // type alone, not in these events.
    files: ['src/data/reminder-plan.ts', 'src/server/couch/revisions/revision-tree.ts'],
    rules: { '@typescript-eslint/prefer-promise-reject-errors': 'off' },
  },
  {
    // `live` reads the kind of what it is given.
    files: ['src/programmes/adobe-vip/screens/customer/customer-here.svelte.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-parameters': 'off' },
  },
);

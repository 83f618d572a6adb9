import ts from 'typescript-eslint';

/**
 * The rules that need types, apart from the others (`eslint.config.js`): they read the whole
 * program as the compiler does, which takes minutes, and an editor need not wait for them. Not in
 * `.svelte` files, which svelte-check reads with types already.
 */
export default ts.config({
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

    // What follows does not fit. Of sixty places that this rule calls needless nearly all are
    // needed: a signal that stops while something is awaited, an API that an older browser lacks,
    // a field that another device left out.
    '@typescript-eslint/no-unnecessary-condition': 'off',
    // As above: `=== true` of what another device says is true of nothing else.
    '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
    // As above: the default is for what another device left out.
    '@typescript-eslint/no-useless-default-assignment': 'off',
    // An empty text is nothing said: `||` takes the next one for it on purpose.
    '@typescript-eslint/prefer-nullish-coalescing': 'off',
    // `was === undefined || was.trashedOn !== ''` says both cases, which one chain hides.
    '@typescript-eslint/prefer-optional-chain': 'off',
    // Parts are objects of functions without `this`: they are handed on one by one.
    '@typescript-eslint/unbound-method': 'off',
    // `async` also makes a rejection of what is thrown before anything is awaited.
    '@typescript-eslint/require-await': 'off',
    // A short function may end in what answers nothing, and `void` says that it answers nothing.
    '@typescript-eslint/no-confusing-void-expression': 'off',
    '@typescript-eslint/no-meaningless-void-operator': 'off',
    // `Instant | Day` is a text twice, and says which texts.
    '@typescript-eslint/no-duplicate-type-constituents': 'off',
    '@typescript-eslint/no-redundant-type-constituents': 'off',
    // A type says more than `!` of what it is that is there.
    '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    // Texts are cut into code points where it matters, as of names.
    '@typescript-eslint/no-misused-spread': 'off',
    // A field that a record of another version may have is named as the text that it is there.
    '@typescript-eslint/dot-notation': 'off',
    // `any` comes from JSON, SheetJS and `.svelte` files alone, as no file may write it; what comes
    // in is read by its form.
    '@typescript-eslint/no-unsafe-argument': 'off',
    '@typescript-eslint/no-unsafe-assignment': 'off',
    '@typescript-eslint/no-unsafe-call': 'off',
    '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    '@typescript-eslint/no-unsafe-member-access': 'off',
    '@typescript-eslint/no-unsafe-return': 'off',
    // What a foreign error or field holds is told as the text that it makes.
    '@typescript-eslint/no-base-to-string': 'off',
    // The worker's own file has no route that `resolve` could take.
    '@typescript-eslint/no-deprecated': 'off',
    // What was caught is thrown on, whatever it is.
    '@typescript-eslint/only-throw-error': 'off',
    // IndexedDB's `error` may be null by its type alone: not in these events.
    '@typescript-eslint/prefer-promise-reject-errors': 'off',
    // `live` reads the kind of what it is given.
    '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  },
});

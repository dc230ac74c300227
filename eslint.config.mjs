/** The lint of the pages (`npm run check:lint-web`); that of the rest stands in .oxlintrc.json. */
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: ['web/dist/**', 'web/public/**', 'web/api/schema.d.ts'],
  },
  {
    files: ['web/**/*.ts', 'web/**/*.vue'],
    extends: [...tseslint.configs.recommended, ...vue.configs['flat/recommended']],
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        project: ['./web/tsconfig.json', './web/worker/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // younger than the oldest supported browser (Chromium 86) and not in web/polyfills.ts; of the language itself, `lib` in web/tsconfig.json says it
      'no-restricted-properties': [
        'error',
        ...[
          ['crypto', 'randomUUID'],
          ['AbortSignal', 'timeout'],
          ['AbortSignal', 'any'],
          ['URL', 'canParse'],
          ['URL', 'parse'],
          ['Response', 'json'],
          ['document', 'startViewTransition'],
          ['navigator', 'userAgentData'],
          ['Intl', 'supportedValuesOf'],
          ['CSS', 'highlights'],
          ...[
            'checkVisibility',
            'showPicker',
            'showPopover',
            'togglePopover',
            'moveBefore',
            'setHTMLUnsafe',
            'getHTML',
          ].map((name) => [undefined, name]),
        ].map(([object, property]) => ({
          ...(object ? { object } : {}),
          property,
          message: 'Chromium 86 does not have it: see web/polyfills.ts',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'Literal[value=/:(is|where|has)\\(/], TemplateElement[value.raw=/:(is|where|has)\\(/]',
          message:
            'Chromium 86 does not have it in a selector that a script asks with; style sheets are lowered by the build',
        },
      ],
      'no-restricted-globals': [
        'error',
        ...[
          'structuredClone',
          'reportError',
          'scheduler',
          'navigation',
          'EyeDropper',
          'ImageDecoder',
          'CloseWatcher',
          'ToggleEvent',
          'Highlight',
          'showSaveFilePicker',
        ].map((name) => ({
          name,
          message: 'Chromium 86 does not have it: see web/polyfills.ts',
        })),
      ],
      // the formatter lays out; TypeScript says which properties may be left out
      'vue/html-self-closing': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/require-default-prop': 'off',
      'vue/multi-word-component-names': 'off',
      'no-undef': 'off',
    },
  },
);

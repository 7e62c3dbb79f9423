import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What is banned, and what to do instead. */
const banned = [
  { selector: 'CallExpression[callee.object.name="z"][callee.property.name="config"]', message: 'z.config() changes the zod of the page around us.' },
  { selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]', message: 'A strict content policy drops style attributes: set properties through element.style.' },
  { selector: 'ImportDeclaration[source.value="zod/mini"] :matches(ImportSpecifier, ImportDefaultSpecifier)', message: "Import * as z from 'zod/mini', so that the rest can be shaken off." },
];
const bannedImports = {
  paths: [
    { name: 'zod', message: "Import * as z from 'zod/mini': the full package probes new Function and defeats tree shaking." },
    { name: 'zod/v4', message: "Import * as z from 'zod/mini'." },
    { name: 'lit/directives/style-map.js', message: 'Its first render is a style attribute, which a strict content policy drops.' },
    { name: 'lit/directives/unsafe-html.js', message: 'Data is text; markup is written in templates.' },
    { name: 'lit/directives/unsafe-svg.js', message: 'Data is text; markup is written in templates.' },
  ],
};

export default defineConfig(
  { ignores: ['dist', 'storybook-static', 'node_modules', '.tmp', '.prmkit', '**/*.gen.ts', '.storybook/static', 'examples/*', '!examples/vendor-site'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-imports': ['error', bannedImports],
      'no-restricted-syntax': ['error', ...banned],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: ['describe', 'it', 'test', 'suite'].map((name) => ({ from: 'package', package: 'node:test', name })) }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'error' },
  },
  {
    // What is tested there is what the compiler says: values are declared for their types, and nothing is awaited.
    files: ['test/**/types.test.ts'],
    rules: { '@typescript-eslint/no-unused-vars': 'off', '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    // Chai's assertions are thenables by their types (an accessibility check is awaited), and the others are not to be awaited.
    files: ['test/components/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  {
    files: ['src/components/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    settings: { wc: { elementBaseClasses: ['LitElement', 'PortalWidget'] } },
    rules: {
      'lit/no-template-arrow': 'off',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'wc/guard-super-call': 'off',
    },
  },
);

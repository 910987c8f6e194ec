import { defineConfig } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { house } from './build/lint/house.js'

const timeIsData = 'Time is data: read event.at, or take `now` as an argument.'
const chanceIsData = 'Chance is data: take the id or the number as an argument.'
const noSurroundings = 'The domain runs anywhere: it has no surroundings. Take what you need as an argument.'
const slowMachines = 'It gives up after a second, which a shared machine may need: wait with `eventually` (shared/testing).'
const bridge = 'Pages are heard at one door, which checks who asks and what (main/desk).'
const sockets = 'Raw sockets skip the contract. Ask the feed (renderer/feed).'

/** ESLint holds meaning; Prettier holds form. Who may import whom is held by .dependency-cruiser.js. */
export default defineConfig(
  { ignores: ['dist/', '.cache/', '.data/', 'node_modules/', 'test-results/', 'playwright-report/', 'build/layers/broken/', 'resources/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,js}'],
    plugins: { house },
    rules: {
      'house/no-default-export': 'error',
      'house/no-barrel': 'error',
      'house/no-vague-name': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
      'prefer-const': 'error',
      'no-var': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.{ts,tsx}', 'build/**/*.js'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: {
      parser: tseslint.parser,
      // One program over everything instead of one for each tsconfig: what all of them import is then typed once, not seven times.
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
    },
  },
  { files: ['*.config.{ts,js}', '.dependency-cruiser.js'], rules: { 'house/no-default-export': 'off' } },
  {
    files: ['shared/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: timeIsData },
        { object: 'Math', property: 'random', message: chanceIsData },
        { object: 'crypto', property: 'randomUUID', message: chanceIsData },
      ],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: timeIsData }],
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'process', 'setTimeout', 'setInterval', 'fetch'].map((name) => ({ name, message: noSurroundings })),
      ],
    },
  },
  {
    files: ['**/*.{test,storm}.{ts,tsx}'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['waitFor', 'waitUntil'].map((property) => ({ object: 'vi', property, message: slowMachines })),
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    // These two compile what they read, so they read only what is drawn, and no test.
    files: ['renderer/**/*.tsx', 'renderer/**/use*.ts'],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: { 'react-hooks/purity': 'error', 'react-hooks/set-state-in-render': 'error' },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/feed/**', '**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { paths: [{ name: 'socket.io-client', message: sockets }] }] },
  },
  {
    files: ['main/**/*.ts'],
    ignores: ['main/desk/**', '**/*.test.ts', 'main/testing/**'],
    rules: { 'no-restricted-imports': ['error', { paths: [{ name: 'electron', importNames: ['ipcMain'], message: bridge }] }] },
  },
)

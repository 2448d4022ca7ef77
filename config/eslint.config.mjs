import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Types do most of it; these rules say what types cannot. */
export default tseslint.config(
  { ignores: ['dist/**', '.cache/**', 'data/**', 'node_modules/**', 'cloudfunctions/**', 'config/*.cjs'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'tools/**/*.ts'],
    ignores: ['src/domain/content/**', 'tools/screenshots/pictures/**', 'src/miniapp/packages/guide/pictures.ts'],
    rules: { 'max-lines': ['error', { max: 200, skipBlankLines: false }] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/domain/content/**', 'src/miniapp/{features,ui,pages,packages}/**'],
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      complexity: ['error', 16],
    },
  },
  {
    files: ['src/miniapp/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  { files: ['tools/**/*.{ts,mjs}', 'bench/**/*.ts', 'src/server/main*.ts'], rules: { 'no-console': 'off' } },
)

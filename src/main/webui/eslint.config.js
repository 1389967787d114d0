import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  { ignores: ['dist', 'node_modules'] },
  ...tseslint.configs.recommended,
  a11y.flatConfigs.recommended,
  {
    plugins: { 'react-hooks': hooks },
    rules: {
      ...hooks.configs['recommended-latest'].rules,
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'src/api.ts alone talks to the service.' },
        { name: 'EventSource', message: 'src/api.ts alone talks to the service.' },
      ],
    },
  },
  { files: ['src/api.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['src/graph/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['react', 'react-*', '@xyflow/*', '@mantine/*', '../canvas/*', '../panels/*', '../pages/*'], message: 'The model knows no view.' }] },
      ],
    },
  },
)

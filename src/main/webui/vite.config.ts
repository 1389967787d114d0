import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const service = process.env.CAMPANILE_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    target: 'es2022',
    // Workers and fonts inlined as data: would be refused by the Content Security Policy.
    assetsInlineLimit: 0,
    // What is larger is loaded with the page that needs it: charts, editors, the canvas.
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/v1': service, '/q': service, '/schema': service } },
  test: { environment: 'jsdom', setupFiles: ['src/test/setup.ts'], include: ['src/**/*.test.{ts,tsx}'] },
})

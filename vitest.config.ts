import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { 'replylint/rule': fileURLToPath(new URL('./src/rule/index.ts', import.meta.url)) } },
  test: { globalSetup: ['test/build.ts'], include: ['test/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
});

/** The groups of first names → `src/draft/nicknames.generated.ts`, so that no start unfolds them to ask for the few names of a draft. */
export async function generate({ load, write }) {
  const { packNicknames } = await load('src/draft/nickname-groups.ts');
  write(
    'src/draft/nicknames.generated.ts',
    `import type { Packed } from '../text/packed.js';\n\n/** By name the groups that it stands in. */\nexport const nicknames: Packed = ${JSON.stringify(packNicknames())};\n`,
  );
}

/** The verb tables of `src/lexicon` → `src/lexicon/verbs.generated.ts`, so that no start unfolds them to ask for a few words. */
export async function generate({ load, write }) {
  const { packVerbs } = await load('src/lexicon/verb-tables.ts');
  write(
    'src/lexicon/verbs.generated.ts',
    `import type { Packed } from '../text/packed.js';\n\n/** The verb tables by word. */\nexport const verbs: Packed = ${JSON.stringify(packVerbs())};\n`,
  );
}

import { slice } from 'replylint/rule';
import type { Check, Remark } from 'replylint/rule';
import { hedgedAnswers } from './answers.js';
import { byPhrase } from './left-to-luck.js';
import { byMood } from './moods.js';

const WHO_KNOWS = /\bwho knows\W*$/iu;

/** Bad news or help that is left to luck or to a maybe, with no promise beside it to find out. One finding a sentence. */
const check: Check = (look) => {
  const spans = [...byMood(look), ...hedgedAnswers(look), ...look.hits.flatMap((hit) => byPhrase(hit, look))].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const settled = new Set(
    look.language.commitments.filter(({ time, conditional }) => time === 'specific' && !conditional).map(({ sentence }) => sentence),
  );
  const remarks: Remark[] = [];
  let last = -1;
  for (const span of spans) {
    const sentence = look.language.sentenceAt(span.start);
    if (!sentence || sentence.index === last || look.language.isMention(span)) continue;
    // "…, so who knows?" asks nothing.
    if (sentence.question && !WHO_KNOWS.test(slice(look.draft.text, span))) continue;
    if (settled.has(sentence.index) || settled.has(sentence.index + 1)) continue;
    last = sentence.index;
    remarks.push({ span });
  }
  return remarks;
};

export default check;

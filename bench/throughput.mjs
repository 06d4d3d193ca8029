import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median, time } from './pairs.mjs';

const command = fileURLToPath(new URL('../bin/replylint.cjs', import.meta.url));
const reply = readFileSync(new URL('drafts/reply.txt', import.meta.url), 'utf8');
const sample = readFileSync(new URL('drafts/flawed.txt', import.meta.url), 'utf8');

/** Replies a second through `batch`, start-up taken off: a run of many less a run of one. */
export function benchThroughput(count, runs) {
  console.log(`\nReplies through batch, one process (median of ${runs} runs over ${count} replies)\n`);
  for (const [name, format, texts] of [
    ['clean, plain text', 'text', [reply]],
    ['flawed, plain text', 'text', [sample]],
    ['plain Markdown', 'markdown', [reply, sample]],
    ['Markdown', 'markdown', [`${reply}\n- **one**\n- [two](https://example.com)\n`]],
    ['HTML', 'html', [readFileSync(new URL('drafts/reply.html', import.meta.url), 'utf8')]],
    ['mail', 'eml', [readFileSync(new URL('drafts/reply.eml', import.meta.url), 'utf8')]],
  ]) {
    const many = records(count, format, texts);
    const one = records(1, format, texts);
    const batch = [process.execPath, command, 'batch', '--no-config'];
    const seconds = median(Array.from({ length: runs }, () => time(batch, { input: many }) - time(batch, { input: one }))) / 1000;
    console.log(
      `${name.padEnd(20)} ${Math.round((count - 1) / seconds)
        .toLocaleString('en')
        .padStart(8)} replies/s`,
    );
  }
}

/** Every record differs a little, so that nothing can be remembered from one to the next. */
function records(count, format, texts) {
  const lines = Array.from({ length: count }, (_, index) => {
    const draft = texts[index % texts.length]
      .replaceAll('Friday', `Friday ${1 + (index % 28)}`)
      .replaceAll('6.50', `${6 + (index % 90)}.50`);
    return JSON.stringify({ id: String(index), format, draft });
  });
  return `${lines.join('\n')}\n`;
}

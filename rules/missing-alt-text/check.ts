import { firstEndingAfter, type Check, type Draft, type Link, type Remark } from 'replylint/rule';

/** Words that say only that there is an image. */
const NO_WORDS =
  /^(?:image|img|picture|pic|photo|foto|bild|screenshot|untitled|graphic|logo|icon|banner)?[\s\d._-]*(?:\.(?:png|jpe?g|gif|webp|svg|bmp))?$|^[\w%-]+\.(?:png|jpe?g|gif|webp|svg|bmp)$/i;

/** Images in what we write that have no alternative text, or one that says nothing; without words neither may be all there is of a link. Ornaments and tracking pixels need none; signatures and footers are the firm’s, not this letter’s. */
const check: Check = ({ draft }) => {
  const remarks: Remark[] = [];
  for (const link of draft.links) {
    if (!link.image || !isSaid(link, draft) || (!link.isWholeLink && (link.ornament || link.alt === ''))) continue;
    if (link.alt && (link.alt.trim() === '' || !NO_WORDS.test(link.alt.trim()))) continue;
    const anchor = beside(link, draft);
    const place = link.place?.();
    remarks.push({
      span: null,
      message: `${named(link)} has no words that stand for it.`,
      ...(anchor && { anchor }),
      ...(place && { place }),
    });
  }
  return remarks;
};

/** Whether an image stands among the words that we say: it takes no room, so the segment that ends at it or goes on behind it counts. */
function isSaid({ span }: Link, { segments }: Draft): boolean {
  const at = segments.find((segment) => segment.span.end >= span.start && segment.span.start <= span.start);
  return at === undefined || at.role === 'body' || at.role === 'salutation' || at.role === 'closing';
}

function beside({ span }: Link, { sentences }: Draft): Remark['anchor'] {
  const index = firstEndingAfter(sentences, span.start);
  return sentences[Math.min(index, sentences.length - 1)] ?? undefined;
}

function named({ target, alt }: Link): string {
  if (alt) return `The image “${alt.slice(0, 40)}”`;
  const [path] = /^(?:data|cid):/i.test(target) ? [''] : target.split(/[?#]/, 1);
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).slice(-60);
  return file ? `The image ${file}` : 'An image';
}

export default check;

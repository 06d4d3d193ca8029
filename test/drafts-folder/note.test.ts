import fc from 'fast-check';
import { expect, it } from 'vitest';
import { noteOn, readNoteField } from '../../src/drafts-folder/note.js';
import { headerFields, valuesOf } from '../../src/workspace/outgoing/fields.js';

const header = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<a@b.example>',
    '<a@b.example>\r\nBcc: x@y.example',
    '=?utf-8?q?Your_kettle?=',
    'x\nTo: y',
    '<a b@c>',
    '<<a@b>>',
    `<${'a'.repeat(2000)}@b>`,
  ),
  fc.constant(undefined),
);

it('whatever stands in the header of a draft, its note has the fields of a note and no other, and says which draft it is about', () => {
  fc.assert(
    fc.property(header, header, fc.string({ unit: 'binary' }), (messageId, subject, report) => {
      const note = noteOn({ messageId, subject }, '1763800000.12', '62/100 C', report);
      const message = note.message(new Date('2026-11-22T09:30:00Z'));
      const end = message.indexOf('\r\n\r\n');
      const head = message.subarray(0, end);
      const fields = headerFields(message);
      const tied = valuesOf(fields, 'references');
      expect(fields.map(({ name }) => name)).toEqual([
        'date',
        'from',
        'subject',
        'message-id',
        ...(tied.length > 0 ? ['in-reply-to', 'references'] : []),
        'x-replylint-note',
        'auto-submitted',
        'mime-version',
        'content-type',
        'content-transfer-encoding',
      ]);
      expect(head.every((byte) => byte < 127 && (byte >= 32 || byte === 13 || byte === 10))).toBe(true);
      for (const line of head.toString().split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
      for (const id of tied) expect(id).toBe(messageId);
      expect(readNoteField(valuesOf(fields, 'x-replylint-note')[0])).toEqual({ draft: note.draft, digest: note.digest });
    }),
  );
});

it('another report, subject or draft makes another note, the same one the same', () => {
  const draft = { messageId: '<a@b.example>', subject: 'Your kettle' };
  const digest = (given: object, report = 'Report.'): string => noteOn({ ...draft, ...given }, '1.2', '62/100 C', report).digest;
  expect(digest({})).toBe(digest({}));
  expect(new Set([digest({}), digest({}, 'Another.'), digest({ subject: 'Your pan' }), digest({ messageId: '<c@b.example>' })]).size).toBe(
    4,
  );
});

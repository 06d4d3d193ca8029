import { describe, expect, it } from 'vitest';
import { readRecord } from '../../src/cli/batch/record.js';

const read = (text: string | Buffer, number = 2) => readRecord({ number, bytes: Buffer.from(text as string) }, 1000);

describe('readRecord', () => {
  it('reads what the schema names, and leaves other fields and null alone', () => {
    expect(
      read(
        '{"id":7,"draft":"Hi","format":"markdown","customerName":"Ana Ruiz","kind":null,"clean":true,"attachments":[],"earlier":[{"text":"Hello","date":"2026-11-20"}],"__proto__":{"x":1}}\r',
      ),
    ).toEqual({
      id: 7,
      draft: 'Hi',
      format: 'markdown',
      context: { customerName: 'Ana Ruiz', attachments: [], earlier: [{ text: 'Hello', date: '2026-11-20' }] },
    });
    expect(read('{"id":"a","draft":""}')).toMatchObject({ id: 'a', draft: '', format: 'text' });
  });

  it('takes a byte order mark at the start of the input, and nowhere else', () => {
    const marked = '\ufeff{"id":"a","draft":"Hi"}';
    expect(read(marked, 1)).toMatchObject({ id: 'a' });
    expect(read(marked, 2)).toMatchObject({ code: 'bad-json' });
  });

  it('asks nothing of a blank line', () => {
    expect(read('')).toBe(undefined);
    expect(read(' \t\r')).toBe(undefined);
  });

  it.each([
    ['{"id":"a",', 'bad-json', null, 'line 2: not valid JSON'],
    ['["a"]', 'bad-record', null, 'not an array'],
    ['null', 'bad-record', null, 'not null'],
    ['{"draft":"Hi"}', 'bad-record', null, '"id" is missing'],
    ['{"id":"a"}', 'bad-record', 'a', '"draft" is missing'],
    ['{"id":"a","draft":null}', 'bad-record', 'a', '"draft" is missing'],
    ['{"id":{},"draft":"Hi"}', 'bad-record', null, '"id" must be a string or a number'],
    ['{"id":"a","draft":["Hi"]}', 'bad-record', 'a', '"draft" must be a string, not an array'],
    ['{"id":"a","draft":"Hi","kind":"complant"}', 'bad-record', 'a', 'did you mean complaint?'],
    ['{"id":"a","draft":"Hi","sent":"yesterday"}', 'bad-record', 'a', '"sent" must be an ISO 8601 date'],
    ['{"id":"a","draft":"Hi","attachments":"a.pdf"}', 'bad-record', 'a', '"attachments" must be an array'],
    ['{"id":"a","draft":"Hi","earlier":[{"date":"2026-11-20"}]}', 'bad-record', 'a', 'item 0 has no "text"'],
    ['{"id":"a","draft":"Hi","earlier":[{"text":"x","date":3}]}', 'bad-record', 'a', 'item 0: "date"'],
    ['{"id":"a","draft":"Hi","to":3,"mode":"final"}', 'bad-record', 'a', '"to" must be a string, not a number; "mode" must be one of'],
  ])('tells what is wrong with %s', (line, code, id, message) => {
    expect(read(line)).toMatchObject({ line: 2, code, id, message: expect.stringContaining(message) });
  });

  it('tells of bytes that are not UTF-8 and of a line over the limit', () => {
    expect(read(Buffer.from('{"id":"a","draft":"caf\xe9"}', 'latin1'))).toMatchObject({ code: 'bad-charset', line: 2 });
    expect(readRecord({ number: 9, bytes: null }, 1000)).toMatchObject({
      code: 'too-large',
      line: 9,
      message: expect.stringContaining('1000'),
    });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialectOf, fieldName, fills, respelt } from '../../src/draft/dialects.js';
import { findFields } from '../../src/draft/merge-fields.js';

function fieldsOf(text: string): string[] {
  return findFields(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
}

describe('merge fields', () => {
  it.each([
    ['Hi {{ticket.requester.first_name}},', '{{ticket.requester.first_name}}'],
    ['Hi {%customer.firstName,fallback=there%},', '{%customer.firstName,fallback=there%}'],
    ['Hi #{ticket.customer.lastname}, hi', '#{ticket.customer.lastname}'],
    ['Hi %{ticket.name.first}, hi', '%{ticket.name.first}'],
    ['Hi *|FNAME|*, hi', '*|FNAME|*'],
    ['Hi {!Case.ContactName}, hi', '{!Case.ContactName}'],
    ['Hi %contact_name%, hi', '%contact_name%'],
    ['Sent to <%{ticket.email}> today', '%{ticket.email}'],
    ['Due {{ticket.due_date}, then', '{{ticket.due_date}'],
    ['Ticket #{{ticket.id}} is closed', '{{ticket.id}}'],
    ['You get ${{amount}} back', '{{amount}}'],
  ])('are found in %s', (text, field) => {
    expect(fieldsOf(text)).toEqual([field]);
  });

  it.each(['50% off and 20% more', 'It costs $12 or $20.', 'See {"a": {"b": 1}} there', 'a < b and no more', '100% of it'])(
    'are not found in %s',
    (text) => {
      expect(fieldsOf(text)).toEqual([]);
    },
  );

  it('stand in order, apart, and inside the stretch that was asked for, whatever the text', () => {
    const signs = fc.constantFrom(
      '{',
      '{{',
      '}',
      '}}',
      '[',
      ']',
      '<',
      '>',
      '%',
      '%}',
      '{%',
      '#{',
      '${',
      '*|',
      '|*',
      '«',
      '»',
      'a',
      'name',
      ' ',
      '\n',
      '.',
      '$',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), fc.nat(20), fc.nat(20), (parts, from, cut) => {
        const text = parts.join('');
        const at = { start: Math.min(from, text.length), end: Math.max(Math.min(from, text.length), text.length - cut) };
        let last = at.start;
        for (const field of findFields(text, at)) {
          expect(field.start).toBeGreaterThanOrEqual(last);
          expect(field.end).toBeGreaterThan(field.start);
          expect(field.end).toBeLessThanOrEqual(at.end);
          last = field.end;
        }
      }),
    );
  });
});

describe('dialects', () => {
  const zendesk = dialectOf('Zendesk')!;
  const freshdesk = dialectOf('freshdesk')!;

  it('are found by the names people write', () => {
    expect(dialectOf('Help Scout')?.name).toBe('Help Scout');
    expect(dialectOf('no such desk')).toBeUndefined();
    expect(dialectOf(undefined)).toBeUndefined();
  });

  it('fill the names they know, and only those', () => {
    expect(fills(zendesk, 'ticket.requester.first_name')).toBe(true);
    expect(fills(zendesk, 'ticket.ticket_field_123')).toBe(true);
    expect(fills(zendesk, 'ticket.requester.firstname')).toBe(false);
    expect(fills(freshdesk, 'ticket.requester.first_name')).toBe(false);
    expect(respelt(freshdesk, 'ticket.requester.first_name')).toBe('ticket.requester.firstname');
    expect(respelt(dialectOf('helpscout')!, 'customer.last_name')).toBe('customer.lastName');
  });

  it('part the name from filter and fallback', () => {
    expect(fieldName('ticket.requester.name | default: "there"', zendesk)).toBe('ticket.requester.name');
    expect(fieldName('customer.firstName,fallback=there', dialectOf('helpscout'))).toBe('customer.firstName');
  });
});

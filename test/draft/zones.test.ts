import { describe, expect, it } from 'vitest';
import { readPartCounter } from '../../src/draft/chat.js';
import type { Draft } from '../../src/draft/draft.js';
import { draftOf, zone, zonesOf } from './material.js';

describe('zones of one reply', () => {
  it('greets, says, closes and signs', () => {
    const text =
      'Dear Ms Okafor,\n\nThank you for the photos.\n\nA new lamp left us today.\n\nKind regards,\n\nTom Beck\nCustomer Care Manager\nAcorn Lamps Ltd\n01632 960123\n';
    const expected = [
      'salutation: Dear Ms Okafor,',
      'body: Thank you for the photos.\n\nA new lamp left us today.',
      'closing: Kind regards,\n\nTom Beck',
      'signature: Customer Care Manager\nAcorn Lamps Ltd\n01632 960123',
    ];
    expect(zonesOf(draftOf(text))).toEqual(expected);
    expect(zonesOf(draftOf(text.trimEnd()))).toEqual(expected);
    expect(zonesOf(draftOf(text.replaceAll('\n', '\r\n'))).map((line) => line.replaceAll('\r\n', '\n'))).toEqual(expected);
    expect(zone(draftOf(text.replaceAll(' ', '\u00a0')), 'closing')).toBe('Kind\u00a0regards,\n\nTom\u00a0Beck');
  });

  it('sets a signature, a device line and a disclaimer apart', () => {
    const draft = draftOf(
      'Hi Ana,\n\nIt left today.\n\nTheo\n\n-- \nTheo Lund, Acorn Lamps\nwww.lamps.example\n\nSent from my iPhone\n\nThis e-mail is confidential and intended solely for the addressee. If you have received it in error, please delete it.',
    );
    expect(zone(draft, 'closing')).toBe('Theo');
    expect(zone(draft, 'signature')).toBe('-- \nTheo Lund, Acorn Lamps\nwww.lamps.example');
    expect(zone(draft, 'footer')).toMatch(/^Sent from my iPhone\n\nThis e-mail is confidential[^]*delete it\.$/u);
  });

  it('knows device lines of four languages', () => {
    for (const line of [
      'Sent from my iPhone',
      'Get Outlook for iOS',
      'Von meinem iPhone gesendet',
      'Gesendet von Outlook für Android',
      'Envoyé de mon iPhone',
      'Enviado desde mi iPhone',
    ])
      expect(zone(draftOf(`Hi Ana,\n\nIt left today.\n\nTheo\n\n${line}`), 'footer')).toBe(line);
  });

  it('takes no paragraph for company particulars that speaks to the customer, or that a closing follows', () => {
    for (const paragraph of [
      'VAT number. It shows on the invoice.',
      '- **VAT number.** I have added yours.',
      'Company number: you find ours on the back.',
      'Confidential notes about the lamp stay with us.',
    ]) {
      const draft = draftOf(`Hi Ana,\n\nIt left today.\n\n${paragraph}\n\nThe shade comes apart.\n\nKind regards,\nTheo`);
      expect(zone(draft, 'footer')).toBe('');
      expect(zone(draft, 'body')).toContain('The shade comes apart.');
    }
    expect(zone(draftOf('Hi Ana,\n\n- **VAT number.** I have added yours.\n\nTheo Lund\nAcorn Lamps'), 'footer')).toBe('');
    const particulars = 'VAT number: GB 000 0000 00';
    expect(zone(draftOf(`Hi Ana,\n\nIt left today.\n\nKind regards,\nTheo\n\n${particulars}`), 'footer')).toBe(particulars);
  });

  it('keeps a postscript as body', () => {
    const draft = draftOf('Hi Ana,\n\nIt left today.\n\nKind regards,\nTheo\n\nP.S. The shade comes apart for cleaning.');
    expect(zone(draft, 'closing')).toBe('Kind regards,\nTheo');
    expect(zone(draft, 'body')).toBe('It left today.\nP.S. The shade comes apart for cleaning.');
  });

  it('takes code between fences and from the markup, but no fence left open', () => {
    const text = 'Hi Ana,\n\nRun this:\n\n```\nlamp --on\n```\n\nIt glows.\n\nTheo';
    expect(zone(draftOf(text), 'code')).toBe('```\nlamp --on\n```');
    expect(zone(draftOf(text.replace('\n```\n\nIt', '\n\nIt')), 'code')).toBe('');
    const at = text.indexOf('glows');
    expect(zone(draftOf(text, {}, [{ role: 'code', span: { start: at, end: at + 5 } }]), 'code')).toBe('```\nlamp --on\n```\nglows');
  });

  it('takes headers above a draft kept as text for its subject', () => {
    const draft = draftOf('Subject: Your lamp\n\nHi Ana,\n\nIt left today.\n\nTheo');
    expect(zonesOf(draft).slice(0, 2)).toEqual(['subject: Subject: Your lamp', 'salutation: Hi Ana,']);
    expect(
      zonesOf(draftOf('From: Theo <theo@lamps.example>\nTo: Ana <ana@mail.example>\nSubject: Lamp\n\nHi Ana,\n\nIt left today.')).at(-1),
    ).toBe('body: It left today.');
  });

  it('splits sentences inside their zone only', () => {
    const draft = draftOf('Hi Ana, it left today. You get it on Friday. Kind regards, Theo Lund\n\n> Where is it? I wait.');
    expect(draft.sentences.map((at) => draft.text.slice(at.start, at.end))).toEqual([
      'Hi Ana,',
      'it left today.',
      'You get it on Friday.',
      'Kind regards, Theo Lund',
    ]);
  });
});

/** `phrase|names|titles|teams|phones|placeholders|tag`. */
function signed(draft: Draft): string {
  const off = draft.signOff;
  if (!off) return '';
  const all = [off.phrase ? [off.phrase] : [], off.names, off.titles, off.teams, off.phones, off.placeholders, off.tag ? [off.tag] : []];
  return all.map((spans) => spans.map((at) => draft.text.slice(at.start, at.end)).join('+')).join('|');
}

describe('who signs', () => {
  const ENDINGS: Readonly<Record<string, string>> = {
    '\n\nRegards,\nCustomer Service Team': 'Regards|||Customer Service Team|||',
    '\n\nYours faithfully,\nThe Billing Department': 'Yours faithfully|||The Billing Department|||',
    '\n\nInes, Customer Care': '|Ines||Customer Care|||',
    '\n\nBest,\nPriya & the Acorn team': 'Best|Priya||the Acorn team|||',
    '\n\n-- \nDr. A. Brandt, Practice Manager': '|Dr. A. Brandt|Practice Manager||||',
    '\n\n{{current_user.first_name}}': '|||||{{current_user.first_name}}|',
    '\n\nKind regards,\n[Your name]': 'Kind regards|||||[Your name]|',
    '\n\nVisitor Services': '|||Visitor Services|||',
    '\n\nRegards,\nTenant Desk, Uche': 'Regards|Uche||Tenant Desk|||',
    '\n\nR. Bellamy, Hon. Secretary': '|R. Bellamy|Hon. Secretary||||',
    '\n\nTamsin, Market Street Library\n01632 960618': '|Tamsin||Market Street Library|01632 960618||',
    '\n\nSee you on the 14th,\nLucinda at Marsh Farm': 'See you on the 14th|Lucinda||Marsh Farm|||',
    '\n\nMit freundlichen Grüßen\nJutta Brandl': 'Mit freundlichen Grüßen|Jutta Brandl|||||',
    '\n\nCordialement,\nAmélie Roux': 'Cordialement|Amélie Roux|||||',
    '\n\nUn saludo,\nLuis': 'Un saludo|Luis|||||',
    '\n\nMany thanks\nKind regards\nTom': 'Many thanks\nKind regards|Tom|||||',
    ' Kind regards, Tom Front Office Manager': 'Kind regards|Tom|Front Office Manager||||',
    ' Warm regards Ana Ruiz General Manager ana@hotel.example': 'Warm regards|Ana Ruiz|General Manager||||',
    ' Kindest Regards, Michelle & Michaela Hotel Managers': 'Kindest Regards|Michelle+Michaela|Hotel Managers||||',
    ' Fergal Dunne General Manager': '|Fergal Dunne|General Manager||||',
    ' Sincerely': 'Sincerely||||||',
    ' *AMR': '||||||*AMR',
    ' ^JK 1/2': '||||||^JK',
    ' -Anna': '||||||-Anna',
    '': '',
  };
  for (const [ending, expected] of Object.entries(ENDINGS))
    it(`reads ${JSON.stringify(ending)}`, () =>
      expect(signed(draftOf(`Hi Sam,\n\nThank you for the photos. The new lamp left us this morning.${ending}`))).toBe(expected));

  it('is not read out of the last words of a message', () => {
    for (const text of [
      'We sent it to the shop in Leeds.',
      'Thank you for your feedback!',
      'You can choose one of these:\n- Blue\n- Red',
      'Your codes are:\n\nKX12\nLM30',
      'You will find the chart of sizes here: https://example.com/saddles',
      'Is there anything else?',
      'We regard the matter as settled.',
      'It comes with our best wishes for the wedding, and we hope to see you soon.',
    ])
      expect(signed(draftOf(`Hi Sam,\n\nThe lamp left us.\n\n${text}`))).toBe('');
  });

  it('knows a message that goes on in another one', () => {
    expect(readPartCounter('the reasons for the 1/2')).toEqual({ part: 1, of: 2 });
    expect(readPartCounter('more information, (1/2) ^MS')).toEqual({ part: 1, of: 2 });
    expect(readPartCounter('2/3 and operational reasons. I am')).toEqual({ part: 2, of: 3 });
    expect(readPartCounter('It comes on 3/4.')).toBeUndefined();
    expect(readPartCounter('We are open 24/7')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { draftOf, zone, zonesOf } from './material.js';

const REPLY = 'Hi Marta,\n\nThank you for the photos. A new lamp left us this morning.\n\nKind regards,\nIlse Brandt';
const SAID = ['Hello,', '', 'the lamp came in pieces. Can you send a new one?', '', 'Marta Nowak'];
const marked = SAID.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
const plain = SAID.join('\n');

interface Client {
  readonly client: string;
  readonly quoted: string;
  readonly date?: string;
  readonly name?: string;
  readonly forwarded?: boolean;
}

const CLIENTS: readonly Client[] = [
  {
    client: 'Gmail, English',
    quoted: `On Mon, Jun 3, 2024 at 10:12 AM Marta Nowak <marta@mail.example> wrote:\n\n${marked}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Gmail, wrapped attribution',
    quoted: `On Mon, 3 Jun 2024 at 10:12, Marta Nowak-Lindenberger\n<marta.nowak-lindenberger@mail.example> wrote:\n\n${marked}`,
    date: '2024-06-03T10:12:00',
    name: 'Marta Nowak-Lindenberger',
  },
  {
    client: 'Gmail, German',
    quoted: `Am Mo., 3. Juni 2024 um 10:12 Uhr schrieb Marta Nowak <marta@mail.example>:\n\n${marked}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Gmail, French',
    quoted: `Le lun. 3 juin 2024 à 10:12, Marta Nowak <marta@mail.example> a écrit :\n\n${marked}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Gmail, Spanish',
    quoted: `El lun, 3 jun 2024 a las 10:12, Marta Nowak (<marta@mail.example>) escribió:\n\n${marked}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Apple Mail, English',
    quoted: `> On 3 Jun 2024, at 10:12, Marta Nowak <marta@mail.example> wrote:\n> \n${marked}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Apple Mail, German',
    quoted: `> Am 03.06.2024 um 10:12 schrieb Marta Nowak <marta@mail.example>:\n> \n${marked}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Apple Mail, French',
    quoted: `> Le 3 juin 2024 à 10:12, Marta Nowak <marta@mail.example> a écrit :\n> \n${marked}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Apple Mail, Spanish',
    quoted: `> El 3 jun 2024, a las 10:12, Marta Nowak <marta@mail.example> escribió:\n> \n${marked}`,
    date: '2024-06-03T10:12:00',
  },
  { client: 'Thunderbird, English', quoted: `On 03/06/24 10:12, Marta Nowak wrote:\n${marked}` },
  { client: 'Thunderbird, German', quoted: `Am 03.06.24 um 10:12 schrieb Marta Nowak:\n${marked}`, date: '2024-06-03T10:12:00' },
  { client: 'Thunderbird, French', quoted: `Le 03/06/2024 à 10:12, Marta Nowak a écrit :\n${marked}`, date: '2024-06-03T10:12:00' },
  { client: 'Thunderbird, Spanish', quoted: `El 3/6/24 a las 10:12, Marta Nowak escribió:\n${marked}`, date: '2024-06-03T10:12:00' },
  {
    client: 'Yahoo',
    quoted: `    On Monday, June 3, 2024 at 10:12:33 AM GMT+2, Marta Nowak <marta@mail.example> wrote:  \n \n ${plain.replaceAll('\n', '\n ')}`,
    date: '2024-06-03T10:12:33+02:00',
  },
  {
    client: 'Yahoo, German',
    quoted: `Am Montag, 3. Juni 2024 um 10:12:33 GMT+2 hat Marta Nowak <marta@mail.example> Folgendes geschrieben:\n\n${plain}`,
    date: '2024-06-03T10:12:33+02:00',
  },
  {
    client: 'Yahoo, French',
    quoted: `Le lundi 3 juin 2024 à 10:12:33 UTC+2, Marta Nowak <marta@mail.example> a écrit :\n\n${plain}`,
    date: '2024-06-03T10:12:33+02:00',
  },
  {
    client: 'Yahoo, Spanish',
    quoted: `El lunes, 3 de junio de 2024, 10:12:33 GMT+2, Marta Nowak <marta@mail.example> escribió:\n\n${plain}`,
    date: '2024-06-03T10:12:33+02:00',
  },
  {
    client: 'Outlook desktop, English',
    quoted: `-----Original Message-----\nFrom: Marta Nowak <marta@mail.example>\nSent: Monday, June 3, 2024 10:12 AM\nTo: Help <help@shop.example>\nSubject: Lamp\n\n${plain}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Outlook desktop, German',
    quoted: `-----Ursprüngliche Nachricht-----\nVon: Marta Nowak <marta@mail.example>\nGesendet: Montag, 3. Juni 2024 10:12\nAn: Hilfe <help@shop.example>\nBetreff: Lampe\n\n${plain}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Outlook desktop, French',
    quoted: `-----Message d'origine-----\nDe : Marta Nowak <marta@mail.example>\nEnvoyé : lundi 3 juin 2024 10:12\nÀ : Aide <help@shop.example>\nObjet : Lampe\n\n${plain}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Outlook desktop, Spanish',
    quoted: `-----Mensaje original-----\nDe: Marta Nowak <marta@mail.example>\nEnviado el: lunes, 3 de junio de 2024 10:12\nPara: Ayuda <help@shop.example>\nAsunto: Lámpara\n\n${plain}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Outlook web, English',
    quoted: `________________________________\nFrom: Marta Nowak <marta@mail.example>\nSent: 03 June 2024 10:12\nTo: Help <help@shop.example>\nSubject: Lamp\n\n${plain}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Outlook web, German',
    quoted: `________________________________\nVon: Marta Nowak <marta@mail.example>\nGesendet: Montag, 3. Juni 2024 10:12\nAn: Hilfe <help@shop.example>\nBetreff: Lampe\n\n${plain}`,
    date: '2024-06-03T10:12:00',
  },
  {
    client: 'Outlook, header block alone',
    quoted: `From: Marta Nowak [mailto:marta@mail.example]\nSent: 03 June 2024 10:12\nTo: Help\nSubject: Lamp\n\n${plain}`,
    date: '2024-06-03T10:12:00',
  },
  { client: 'plain quote marks', quoted: marked, name: '' },
  {
    client: 'Gmail, forwarded',
    quoted: `---------- Forwarded message ---------\nFrom: Marta Nowak <marta@mail.example>\nDate: Mon, 3 Jun 2024 at 10:12\nSubject: Lamp\nTo: <help@shop.example>\n\n${plain}`,
    forwarded: true,
  },
  {
    client: 'Apple Mail, forwarded',
    quoted: `Begin forwarded message:\n\nFrom: Marta Nowak <marta@mail.example>\nSubject: Lamp\nDate: 3 June 2024 at 10:12:33 BST\nTo: help@shop.example\n\n${plain}`,
    forwarded: true,
  },
  {
    client: 'Thunderbird, forwarded, German',
    quoted: `-------- Weitergeleitete Nachricht --------\nBetreff: Lampe\nDatum: Mon, 3 Jun 2024 10:12:33 +0200\nVon: Marta Nowak <marta@mail.example>\nAn: help@shop.example\n\n${plain}`,
    forwarded: true,
  },
];

describe('what mail clients quote', () => {
  for (const { client, quoted, date, name = 'Marta Nowak', forwarded } of CLIENTS) {
    for (const [ends, eol] of [
      ['LF', '\n'],
      ['CR LF', '\r\n'],
    ] as const) {
      it(`${client} (${ends})`, () => {
        const draft = draftOf(`${REPLY}\n\n${quoted}`.replaceAll('\n', eol));
        const role = forwarded ? 'forwarded' : 'quoted';
        expect(zone(draft, role).replaceAll(eol, '\n')).toBe(quoted.trim());
        expect(draft.text.slice(draft.segments[0].span.start, draft.segments.at(-1)?.span.start).trim()).toBe(REPLY.replaceAll('\n', eol));
        if (forwarded) return;
        expect(draft.customer?.text.replaceAll(/\s+/gu, ' ').trim()).toBe(
          'Hello, the lamp came in pieces. Can you send a new one? Marta Nowak',
        );
        expect(draft.customer?.date).toBe(date);
        expect(draft.customer?.names.find((known) => known.source === 'sign-off')?.name).toBe('Marta Nowak');
        expect(draft.customer?.names.find((known) => known.source === 'attribution')?.name ?? '').toBe(name);
      });
    }
  }

  it('keeps our words between quoted ones', () => {
    const draft = draftOf(
      'On 3 May 2024, Ana Ruiz wrote:\n> Can I change the date?\n\nYes, I have moved you to 14 June.\n\n> Will I lose my deposit?\n\nNo, it moves with you.\n\nBest,\nTheo',
    );
    expect(zonesOf(draft)).toEqual([
      'quoted: On 3 May 2024, Ana Ruiz wrote:\n> Can I change the date?',
      'body: Yes, I have moved you to 14 June.',
      'quoted: > Will I lose my deposit?',
      'body: No, it moves with you.',
      'closing: Best,\nTheo',
    ]);
    expect(draft.customer?.text).toBe('Can I change the date?\n\nWill I lose my deposit?');
  });

  it('takes only the newest message as the customer’s turn, without what it quotes of us', () => {
    const draft = draftOf(
      'Hi Ana,\n\nDone.\n\nTheo\n\nOn 5 May 2024 at 09:00, Ana Ruiz <ana@mail.example> wrote:\n> Still nothing!\n>\n> Ana\n>\n> On 3 May 2024 at 10:00, Help <help@shop.example> wrote:\n>> We will look into it.\n>> Theo',
    );
    expect(draft.customer?.text.trim()).toBe('Still nothing!\n\nAna');
    expect(draft.customer?.date).toBe('2024-05-05T09:00:00');
  });

  it('does not take prose for an attribution or a header block', () => {
    for (const text of [
      'Hi Ana,\n\nOn Monday you wrote:\nthe lamp is broken. We have sent a new one.\n\nTheo',
      'Hi Ana,\n\nHere is what happens next:\n\nFrom: our shop in Leeds\nThe parcel leaves on Monday.\n\nTheo',
      'Hi Ana,\n\nAs I wrote:\n\nthe lamp leaves on Monday.\n\nTheo',
      'Hi Ana,\n\nThe price is < 5 and > 3.\n\nTheo',
    ])
      expect(zone(draftOf(text), 'quoted')).toBe('');
  });

  it('gives an attribution above a marked quote to it', () => {
    const text = 'Hi Ana,\n\nDone.\n\nTheo\n\nOn 5 May 2024 at 09:00, Ana Ruiz wrote:\n\nStill nothing! Ana';
    const start = text.indexOf('Still');
    const draft = draftOf(text, {}, [{ role: 'quoted', span: { start, end: text.length } }]);
    expect(zone(draft, 'quoted')).toBe('On 5 May 2024 at 09:00, Ana Ruiz wrote:\n\nStill nothing! Ana');
    expect(draft.customer?.names.map(({ name }) => name)).toEqual(['Ana', 'Ana Ruiz']);
  });
});

import { expect, test } from 'vitest';
import { draftOf, judged, saidBy } from './library.js';

const meta = (type: string, more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<EmailTemplate xmlns="http://soap.sforce.com/2006/04/metadata"><available>true</available><name>Delay</name><style>none</style><subject>Your order</subject>${more}<type>${type}</type></EmailTemplate>`;

test('a Salesforce template is its text, and the metadata beside it', async () => {
  const report = await judged({
    'email/unfiled/Delay.email': 'Dear customer,\n\nYour order {{ticket.id}} comes on Monday, {!Contact.FirstName}.',
    'email/unfiled/Delay.email-meta.xml': meta('text'),
    'email/unfiled/Rich.email': '<p>Dear customer,</p>',
    'email/unfiled/Rich.email-meta.xml': meta('html'),
  });
  expect(report.problems).toEqual([]);
  expect(draftOf(report, 'email/unfiled/Delay.email').entry).toMatchObject({
    id: 'Delay',
    title: 'Delay',
    subject: 'Your order',
    dialect: 'salesforce',
  });
  expect(saidBy('generic-greeting', report)).toEqual(['email/unfiled/Delay.email: customer', 'email/unfiled/Rich.email: customer']);
  expect(saidBy('unfilled-placeholder', report)).toEqual(['email/unfiled/Delay.email: {{ticket.id}}']);
});

test('without its metadata, or with metadata that is none, it is not judged', async () => {
  const { problems } = await judged({ 'A.email': 'Hi', 'B.email': 'Hi', 'B.email-meta.xml': '<a/>' });
  expect(problems.map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'A.email: its metadata is missing; put A.email-meta.xml beside it',
    'B.email-meta.xml: no <EmailTemplate> in it',
  ]);
});

import { expect, it } from 'vitest';
import { isClickCounter } from '../../src/text/click-counter.js';

it.each([
  'https://u2041877.ct.sendgrid.net/ls/click?upn=u001.Zk3v9qA7',
  'https://larkfield.us14.list-manage.com/track/click?u=8f2&id=41c',
  'https://click.quellmark.example/ls/click?upn=u001.Zk3v9qA7pQ',
  'http://track.quellmark.example/CL0/https:%2F%2Flarkfield.example/1/0102018f-a77b',
])('%s counts clicks', (address) => {
  expect(isClickCounter(address)).toBe(true);
});

it.each([
  'https://click.quellmark.example/login',
  'https://click.quellmark.example/click/1',
  'https://quellmark.example/ls/click?upn=u001.Zk3v9qA7pQ',
  'https://sendgrid.net.quellmark.example/x',
  'https://links.quellmark.example/returns/the-long-way-home',
  'mailto:clicks@list-manage.com',
  'click here',
])('%s does not', (address) => {
  expect(isClickCounter(address)).toBe(false);
});

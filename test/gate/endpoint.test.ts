import { describe, expect, it } from 'vitest';
import { isLoopback, readEndpoint, showEndpoint } from '../../src/gate/smtp/endpoint.js';
import { readReply } from '../../src/gate/smtp/reply.js';

describe('where a server listens', () => {
  it.each([
    ['127.0.0.1:2525', '127.0.0.1', 2525],
    ['[::1]:25', '::1', 25],
    ['mail.example.com:587', 'mail.example.com', 587],
    ['localhost:65535', 'localhost', 65_535],
  ])('%s', (text, host, port) => {
    const endpoint = readEndpoint(text, 1);
    expect(endpoint).toEqual({ host, port });
    expect(endpoint && showEndpoint(endpoint)).toBe(text);
  });

  it.each([
    '',
    '25',
    ':25',
    'mail.example.com',
    'mail.example.com:',
    '::1:25',
    '[mail]:25',
    '[127.0.0.1]:25',
    'a b:25',
    'a:65536',
    'a:-1',
    'a:0',
    'smtp://a:25',
  ])('%j is no such place', (text) => {
    expect(readEndpoint(text, 1)).toBeUndefined();
  });

  it.each([
    ['127.0.0.1', true],
    ['127.8.9.10', true],
    ['::1', true],
    ['0:0:0:0:0:0:0:1', true],
    ['localhost', true],
    ['LOCALHOST', true],
    ['::ffff:127.0.0.1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['10.0.0.1', false],
    ['128.0.0.1', false],
    ['localhost.example.com', false],
    ['127.0.0.1.example.com', false],
  ])('%s is loopback: %s', (host, expected) => {
    expect(isLoopback({ host, port: 25 })).toBe(expected);
  });
});

it.each([
  ['250 2.0.0 Ok: queued as 4D2', 250, '2.0.0 Ok: queued as 4D2'],
  ['550-5.1.1 No such user\r\n550 5.1.1 here', 550, '5.1.1 No such user here'],
  ['450-first\n450-second\n450 third', 450, 'first second third'],
  ['250', 250, ''],
  ['354', 354, ''],
  ['nonsense', 451, 'nonsense'],
])('the reply %j', (response, code, text) => {
  expect(readReply(response)).toEqual({ code, text });
});

// checkMessage: verdicts, places, and what is no message.
import assert from 'node:assert/strict';
import test from 'node:test';
import { core, junk, seeded } from './core.mjs';

const rules = ({ reasons }) => reasons.map(({ rule }) => rule);

test('an imitated address is found out, with its place in units of UTF-16', () => {
  const link = 'https://royalmail.com.parcel-redelivery.top/pay';
  const text = `\ud83d\udce6 Royal Mail: your parcel could not be delivered, pay 1.99 here: ${link}`;
  const check = core.checkMessage(text);
  assert.equal(check.verdict, 'lookalike');
  const [host] = check.hosts;
  assert.equal(host.host, 'royalmail.com.parcel-redelivery.top');
  assert.equal(host.registrable, 'parcel-redelivery.top');
  assert.equal(host.verdict, 'lookalike');
  assert.equal(text.slice(host.start, host.end), link);
  assert.ok(rules(host).includes('embeds_official'));
  for (const { start, end } of [...check.reasons, ...host.reasons]) assert.ok(start <= end && end <= text.length);
});

test('an official address is official, and nothing is nothing', () => {
  assert.equal(core.checkMessage('Your item is on its way: https://www.royalmail.com/track-your-item').verdict, 'official');
  assert.equal(core.checkMessage('').verdict, 'nothing');
  assert.equal(core.checkMessage('See you tomorrow at eight.').verdict, 'nothing');
  assert.equal(core.checkMessage(undefined).verdict, 'nothing');
});

test('what is not on the list is unknown, never safe', () => {
  assert.equal(core.checkMessage('https://example.org/').verdict, 'unknown');
});

test('the user\'s own items count', () => {
  const text = 'Your parcel RR473124829US could not be delivered, see https://example.org/x';
  const told = (delivered) => rules(core.checkMessage(text, { items: [{ number: 'RR473124829US', delivered }] }));
  assert.ok(told(true).includes('number_delivered'));
  assert.ok(told(false).includes('number_watched'));
  const [number] = core.checkMessage(text).numbers;
  assert.deepEqual([number.number, number.verdict, number.family, text.slice(number.start, number.end)], ['RR473124829US', 'valid', 's10', 'RR473124829US']);
});

test('long, damaged and random messages have a verdict', () => {
  const verdicts = ['official', 'lookalike', 'suspicious', 'unknown', 'nothing'];
  for (const text of ['x'.repeat(10_000_000), 'https://'.repeat(100_000), '\u0000\ud800', '@'.repeat(20_000)]) assert.ok(verdicts.includes(core.checkMessage(text).verdict));
  const random = seeded(5);
  for (let i = 0; i < 500; i += 1) {
    const text = `${junk(random)} https://${junk(random)}.com/${junk(random)} ${junk(random, 60)}`;
    const check = core.checkMessage(text, { items: [{ number: junk(random) }, {}], claimed: junk(random) });
    for (const { start, end } of check.hosts) assert.ok(start <= end && end <= text.length);
  }
});

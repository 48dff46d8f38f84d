// The way to the posts themselves: right hosts and numbers, and nothing handed to a site that should not have it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { grouped, like, say, story, words } from './harness/story.mjs';

const { operators } = JSON.parse(readFileSync(new URL('../../src/postal/data/operators.json', import.meta.url), 'utf8'));
const GLOBAL_HOSTS = ['items.ems.post', 'www.ems.post', 'globaltracktrace.ptc.post'];

const weights = [8, 6, 4, 2, 3, 5, 9, 7];
function number(service, country, serial = '47312482') {
  const rest = 11 - [...serial].reduce((sum, digit, i) => sum + digit * weights[i], 0) % 11;
  return `${service}${serial}${{ 10: 0, 11: 5 }[rest] ?? rest}${country}`;
}
const digits = (text) => text.replace(/[^\d+]/g, '');
const isWithin = (host, domain) => host === domain || host.endsWith(`.${domain}`);

const linksOf = (user) => user.find('region', words.channels_title).getByRole('link').evaluateAll((all) =>
  all.map(({ href, textContent, target, rel, referrerPolicy }) => ({ href, text: textContent, target, rel, referrerPolicy })));

story('China Post EMS: its site, hotlines and WeChat account', async ({ open }) => {
  const user = await open();
  await user.adds(number('EE', 'CN'));
  await user.sees(like('channels_origin', { country: 'China' }));
  await user.sees(say('chat_account', { name: 'EMS中国邮政速递物流' }));
  await user.sees(words.channels_destination_unknown);
  const links = await linksOf(user);
  assert.ok(links.some(({ href, text }) => href === 'tel:11183' && text === '11183'));
  assert.ok(links.some(({ href, text }) => href === 'tel:11185' && text === '11185'));
  await user.mirror.getByText(like('phone_other_mail')).first().waitFor({ state: 'attached' });
  await user.mirror.getByText(words.channel_choose_international).first().waitFor({ state: 'attached' });
  const site = links.find(({ href }) => new URL(href).host.endsWith('ems.com.cn'));
  assert.ok(site.href.startsWith('https://'));
  assert.equal(site.text, new URL(site.href).host, 'the host is shown');
  assert.ok(links.some(({ href }) => new URL(href).host === 'items.ems.post'), 'the EMS Cooperative for E numbers');
});

story('the countries: only verified hosts, phones as listed, links that tell nothing', async ({ open }) => {
  const countries = ['CN', 'US', 'DE', 'FR', 'JP', 'GB', 'BB', 'BT', 'AI', 'BR', 'CA', 'AD'];
  const numbers = countries.map((country) => number('RR', country));
  const user = await open({ path: `/#n=${numbers}` });
  await user.presses(words.offer_accept_button);
  for (const [i, country] of countries.entries()) {
    const its = numbers[i];
    // Of a long list only the rows that are seen are there.
    await user.clears(words.search_label);
    await user.types(words.search_label, its);
    await user.presses(user.row(grouped(its)));
    await user.find('heading', grouped(its)).waitFor({ state: 'attached' });
    const post = operators.find((row) => row.country === country);
    const links = await linksOf(user);
    assert.ok(links.length > 0);
    for (const link of links) {
      if (link.href.startsWith('tel:')) {
        assert.equal(link.href, `tel:${digits(link.text)}`);
        const listed = [post.phone?.domestic, post.phone?.international, post.phone_other_mail?.number].filter(Boolean).map(digits);
        assert.ok(listed.includes(digits(link.text)), `${country}: ${link.text}`);
        continue;
      }
      const { protocol, host } = new URL(link.href);
      const verified = Object.entries(post.domains).filter(([, how]) => how === 'verified').map(([domain]) => domain);
      assert.ok([...verified, ...GLOBAL_HOSTS].some((domain) => isWithin(host, domain)), `${country}: ${host}`);
      assert.equal(link.text, host, 'the whole host is shown');
      assert.equal(link.target, '_blank');
      assert.deepEqual(link.rel.split(' ').sort(), ['noopener', 'noreferrer']);
      assert.equal(link.referrerPolicy, 'no-referrer');
      if (protocol === 'http:') assert.ok(!link.href.includes(its), `${country}: a plain-http site gets the number`);
    }
    const plain = links.filter(({ href }) => href.startsWith('http:'));
    const marks = await user.mirror.getByText(words.channel_not_secure).count();
    assert.equal(marks, plain.length, `${country}: plain-http sites are marked`);
  }
});

story('a country without a verified post says so and names the next best place', async ({ open }) => {
  const user = await open();
  await user.adds(number('RR', 'AD'));
  await user.sees(say('channels_unknown', { country: 'Andorra' }));
  assert.ok((await linksOf(user)).some(({ href }) => new URL(href).host === 'globaltracktrace.ptc.post'));
});

story('the destination the user named has its post', async ({ open }) => {
  const user = await open();
  await user.types(words.number_label, number('RR', 'CN'));
  await user.presses(words.details_open_button);
  await user.chooses(words.going_to_label, 'Germany');
  await user.presses(words.add_button);
  await user.sees(like('channels_destination', { country: 'Germany' }));
  const hosts = (await linksOf(user)).filter(({ href }) => href.startsWith('http')).map(({ href }) => new URL(href).host);
  assert.ok(hosts.some((host) => isWithin(host, 'dhl.de') || isWithin(host, 'deutschepost.de')), hosts.join());
});

story('a link is opened at its centre, in a tab that knows nothing of this one', async ({ open }) => {
  const user = await open({ tolerates: [/ERR_NAME_NOT_RESOLVED/] });
  await user.adds(number('EE', 'CN'));
  const link = user.find('region', words.channels_title).getByRole('link').first();
  const href = await link.evaluate((element) => element.href);
  for (const hand of ['mouse', 'keyboard']) {
    const opened = user.context.waitForEvent('request', (request) => request.isNavigationRequest());
    await user.presses(link, hand);
    const request = await opened;
    assert.equal(request.url(), href);
    assert.equal(request.headers().referer, undefined);
  }
});

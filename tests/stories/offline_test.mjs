// With the server stopped the app opens, shows the list, says that it is offline and checks numbers.
import assert from 'node:assert/strict';
import { grouped, holds, like, numberOf, say, story, words } from './harness/story.mjs';

const UNREACHED = [/net::ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED)/];

story('a reload with the server stopped opens the list', async ({ open, served, source }) => {
  const user = await open({ tolerates: UNREACHED });
  await user.adds(numberOf('silent'), { label: 'Tea' });
  await user.agrees();
  await user.sees(words.stage_departed_origin);
  await user.workerStands();
  await served.stop();
  await user.context.setOffline(true);

  await user.reloads();
  await user.seesRows(['Tea']);
  await user.sees(words.stage_departed_origin);
  await user.sees(words.offline_banner);

  await user.types(words.number_label, 'EL123456789CN');
  await user.hears(say('finding_check_digit', { expected: 5, found: 9 }));
  await user.clears(words.number_label);
  await user.adds(numberOf('delivered'));
  await user.seesRows(['Tea', grouped(numberOf('delivered'))]);
  await user.presses(words.check_now_button);
  await user.sees(words.fault_offline);
  await user.reloads();
  await user.seesRows(['Tea', grouped(numberOf('delivered'))]);
  assert.equal(source.counts().total, 1);
});

story('back online, what waited is asked', async ({ open, source }) => {
  const user = await open({ tolerates: UNREACHED });
  await user.adds(numberOf('silent'));
  await user.agrees();
  await user.sees(words.stage_departed_origin);
  await user.context.setOffline(true);
  await user.sees(words.offline_banner);
  await user.adds(numberOf('delivered'));
  await user.idle();
  assert.equal(source.counts().total, 1);
  await user.context.setOffline(false);
  await user.noLongerSees(words.offline_banner);
  await user.find('list', words.strip_name).waitFor({ state: 'attached' });
  await user.sees(like('sure_line'));
  assert.equal(source.counts().numbers[numberOf('delivered')], 1);
});

story('a site whose settings could not be had asks for them again when the network is back', async ({ open }) => {
  let isCut = true;
  const user = await open({
    tolerates: [/net::ERR_FAILED/, ...UNREACHED],
    prepare: (context) => context.route('**/config.json', (route) => (isCut ? route.abort() : route.continue())),
  });
  await user.adds(numberOf('silent'));
  await user.sees(words.no_source);
  isCut = false;
  await user.context.setOffline(true);
  await user.sees(words.offline_banner);
  await user.context.setOffline(false);
  await user.agrees();
  await user.sees(words.stage_departed_origin);
});

story('settings of the site that come late count when they come', async ({ open }) => {
  let release;
  const user = await open({ prepare: async (context) => { release = await holds(context, '**/config.json'); } });
  await user.adds(numberOf('silent'));
  release();
  await user.agrees();
  await user.sees(words.stage_departed_origin);
});

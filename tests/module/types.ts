// Compiled, never run: every function of the module with what it takes and gives.
import createCore, {
  type AdviceLine, type Answer, type Classified, type Core, type FoundNumber, type Item, type Journey, type MessageCheck, type NumberCheck, type Passport,
} from 'POSTWATCH_MODULE';

const core: Core = await createCore();
const check: NumberCheck = core.check('EE123456785CN');
const first: string | null | undefined = check.findings[0]?.expected;
const found: FoundNumber[] = core.extract('text', { eager: true, families: 's10' });
const verdicts: Uint8Array[] = [core.checkMany('a\nb'), core.checkMany(['a', 'b']), core.checkMany(new Uint8Array())];
const classified: Classified = core.classify({ provider: 'upu_emsevt', code: 'EMC', text: '', number: '' });
const answer: Answer = core.readAnswer({ dialect: 'upu-gtt', status: 200, body: '[]', number: 'EE123456785CN' });
const walls: number[] = answer.events.map((event) => event.wall);
const passport: Passport | null = core.passport('EE123456785CN');
const steps: number[] = passport?.checkDigit.steps.map(({ product }) => product) ?? [];
void [steps, passport?.officialHost, first, found, verdicts, classified, walls];

const item: Item = { number: 'EE123456785CN', sources: [{ source: 'upu-gtt', events: answer.events }] };
const journey: Journey | null = core.journey(item, { now: new Date(), offset: 60, finished: [item] });
const advice: AdviceLine[] = core.advise(item, Date.now()) ?? [];
const message: MessageCheck = core.checkMessage('text', { items: [{ number: item.number, delivered: false }], claimed: 'CN' });
void [journey?.silence.level, advice[0]?.rule, message.hosts[0]?.reasons[0]?.start];

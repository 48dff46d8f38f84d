// Compiled, never run: every function of the module with what it takes and gives.
import createCore, { type Answer, type Classified, type Core, type FoundNumber, type NumberCheck } from 'POSTWATCH_MODULE';

const core: Core = await createCore();
const check: NumberCheck = core.check('EE123456785CN');
const first: string | null | undefined = check.findings[0]?.expected;
const found: FoundNumber[] = core.extract('text', { eager: true });
const verdicts: Uint8Array[] = [core.checkMany('a\nb'), core.checkMany(['a', 'b']), core.checkMany(new Uint8Array())];
const classified: Classified = core.classify({ provider: 'upu_emsevt', code: 'EMC', text: '', number: '' });
const answer: Answer = core.readAnswer({ dialect: 'upu-gtt', status: 200, body: '[]', number: 'EE123456785CN' });
const walls: number[] = answer.events.map((event) => event.wall);
void [first, found, verdicts, classified, walls];

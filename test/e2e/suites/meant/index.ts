import type { Stage } from '../../stage';
import { toolWithLostAnswer } from './agentTool';
import { documentOfAnEarlierNode } from './earlierDocument';
import { errorOutputFields } from './errorOutput';
import { ANSWERS, oneOrderPerItem } from './httpRequest';
import { lookBackTwice } from './lookBack';
import { previewOnlyByText } from './previewOnly';
import { print } from './report';
import { twoTenants } from './tenants';
import { loopThroughWait } from './waitLoop';

/** What was meant is what is ordered, in a real n8n: by the simulator's books, and by what was said. */
export function readAsMeant(stage: () => Stage): void {
	describe('what was meant is what is ordered', () => {
		beforeEach(() => stage().reset());
		afterAll(print);
		afterEach(() => expect(stage().simulator.control.violations()).toEqual([]));

		it('Preview Only by text, number or word', async () => await previewOnlyByText(stage()));
		it('the error output says whether an order may exist', async () => await errorOutputFields(stage()));
		it('Look for Earlier Orders, three times in one process', async () => await lookBackTwice(stage()));
		it('an LOA of an earlier node, by expression', async () => await documentOfAnEarlierNode(stage()));
		it('two tenants by expressions in the credential', async () => await twoTenants(stage()));
		it('a lost answer, and a loop through Wait', async () => await loopThroughWait(stage()));
		it('a lost answer, and a model that calls its tool again (Agent 2.2)', async () =>
			await toolWithLostAnswer(stage(), 2.2));
		it('the same with Agent 3.1, the tool with Retry On Fail', async () =>
			await toolWithLostAnswer(stage(), 3.1, { retryOnFail: true, maxTries: 2, waitBetweenTries: 10 }));
		for (const [index, answer] of ANSWERS.entries()) {
			it(`n8n's HTTP Request node under ${answer[0]}`, async () =>
				await oneOrderPerItem(stage(), answer, `815${index}`));
		}
	});
}

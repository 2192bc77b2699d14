import type { Page } from 'playwright-core';
import type { WorkflowTemplate } from '../n8n/storedWorkflows';

/** Pixels of the picture for one unit of n8n's canvas: texts can just be read, and the file stays small. */
const SCALE = 0.5;
const MARGIN = 16;
/** Room for the editor's bars around the canvas. */
const BARS = { width: 200, height: 260 };

/** What stands on the canvas, in its own units. */
function extent({ nodes }: WorkflowTemplate): { width: number; height: number } {
	const boxes = nodes.map(({ position: [x, y], parameters: { width = 96, height = 96 } }) => ({
		left: x,
		top: y,
		right: x + Number(width),
		bottom: y + Number(height),
	}));
	const most = (edge: 'right' | 'bottom') => Math.max(...boxes.map((box) => box[edge]));
	const least = (edge: 'left' | 'top') => Math.min(...boxes.map((box) => box[edge]));
	return { width: most('right') - least('left'), height: most('bottom') - least('top') };
}

/** Hides what lies over the canvas. These scripts run in the page, whose types this project does not have. */
const WITHOUT_BARS = `
	for (let element = document.querySelector('.vue-flow'); element?.parentElement; element = element.parentElement)
		for (const other of element.parentElement.children)
			if (other !== element && other.style) other.style.visibility = 'hidden';
	const panels = document.querySelectorAll('.vue-flow__panel, .vue-flow__background');
	for (const panel of panels) panel.style.display = 'none';
`;

/** Where all nodes and stickies are in the window, with a margin. */
const SHOWN = `(() => {
	const boxes = [...document.querySelectorAll('.vue-flow__node')].map((node) => node.getBoundingClientRect());
	const x = Math.min(...boxes.map(({ left }) => left)) - ${MARGIN};
	const y = Math.min(...boxes.map(({ top }) => top)) - ${MARGIN};
	const width = Math.max(...boxes.map(({ right }) => right)) + ${MARGIN} - x;
	return { x, y, width, height: Math.max(...boxes.map(({ bottom }) => bottom)) + ${MARGIN} - y };
})()`;

/** Takes a picture of a stored workflow's canvas, all of it and nothing else. */
export async function takeCanvas(page: Page, address: string, workflow: WorkflowTemplate, path: string): Promise<void> {
	const { width, height } = extent(workflow);
	await page.setViewportSize({
		width: Math.round(width * SCALE * 1.1 + BARS.width),
		height: Math.round(height * SCALE * 1.1 + BARS.height),
	});
	await page.goto(address);
	await page
		.locator('.vue-flow__node')
		.nth(workflow.nodes.length - 1)
		.waitFor({ timeout: 120_000 });
	await page.waitForLoadState('networkidle');
	await page.keyboard.press('1');
	await page.evaluate(WITHOUT_BARS);
	// The canvas moves to its place by an animation.
	await page.waitForTimeout(1_000);
	await page.screenshot({
		path,
		clip: await page.evaluate<{ x: number; y: number; width: number; height: number }>(SHOWN),
	});
}

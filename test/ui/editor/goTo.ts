import type { World } from '../sentences';

/**
 * Goes to a page of the editor as a click on a link does (loading the editor anew takes ten times as long), and leaves
 * what was changed unsaved. Another navigation that is still under way can overtake it, so it is asked for until it gets
 * through.
 */
export async function goTo({ page }: World, path: string): Promise<void> {
	await page.waitForFunction(`(async () => {
		const app = document.querySelector('#app')?.__vue_app__;
		const router = app?.config.globalProperties.$router;
		if (!router) return false;
		const arrived = router.push(${JSON.stringify(path)}).then((failure) => failure === undefined);
		for (;;) {
			const frame = new Promise((resolve) => requestAnimationFrame(() => resolve('under way')));
			const state = await Promise.race([arrived, frame]);
			if (state !== 'under way') return state;
			const buttons = [...document.querySelectorAll('[role=dialog] button')];
			buttons.find((button) => button.textContent.trim() === 'Leave without saving')?.click();
		}
	})()`);
}

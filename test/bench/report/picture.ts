import type { Entry } from './results';
import { formatRatio, formatSeconds } from './results';

const BAR = 20;
const GAP = 8;
const TITLE = 26;
const LEFT = 250;
const WIDTH = 860;
const SCALE = WIDTH - LEFT - 170;

const COLOURS = { ours: '#ff6d5a', other: '#9aa5b8', floor: '#2b2f3a' };

/** Bars of the times of each row, ours beside the others', as SVG that is readable on light and dark pages. */
export function picture(entries: Entry[]): string {
	const parts: string[] = [];
	let y = 12;
	for (const entry of entries) {
		if (entry.kind !== 'work') continue;
		const { title, medians, floorSeconds, ratios } = entry.result;
		const longest = Math.max(...medians.map(({ seconds }) => seconds));
		parts.push(text(8, y + 15, title, 'bold'));
		y += TITLE;
		for (const { contestant, seconds } of medians) {
			const width = Math.max(1, (SCALE * seconds) / longest);
			const ratio = ratios.find(({ to }) => to === contestant)?.time.median;
			const note = ratio === undefined ? '' : `   ours: ${formatRatio(ratio)}`;
			const colour = contestant === 'ours' ? COLOURS.ours : COLOURS.other;
			parts.push(text(24, y + 15, contestant.replace('HTTP Request', 'HTTP')));
			parts.push(
				`<rect x="${LEFT}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="3" fill="${colour}"/>`,
			);
			parts.push(text(LEFT + width + 8, y + 15, `${formatSeconds(seconds)} s${note}`));
			y += BAR + GAP;
		}
		if (floorSeconds !== undefined) {
			const x = (LEFT + (SCALE * floorSeconds) / longest).toFixed(1);
			const top = y - medians.length * (BAR + GAP) - 3;
			parts.push(
				`<line x1="${x}" x2="${x}" y1="${top}" y2="${y - 4}" stroke="${COLOURS.floor}" stroke-width="2" stroke-dasharray="4 3"/>`,
			);
		}
		y += 14;
	}
	parts.push(
		text(8, y + 8, 'Dashed: the least time that the limit and the latency of the service allow.'),
	);
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y + 24}" viewBox="0 0 ${WIDTH} ${y + 24}" font-family="sans-serif" font-size="13">`,
		`<rect width="100%" height="100%" fill="#ffffff"/>`,
		...parts,
		'</svg>',
		'',
	].join('\n');
}

const text = (x: number, y: number, words: string, weight = 'normal'): string =>
	`<text x="${x.toFixed(0)}" y="${y}" fill="#2b2f3a" font-weight="${weight}">${escape(words)}</text>`;

const escape = (words: string): string =>
	words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

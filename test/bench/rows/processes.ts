import { join } from '../../../scripts/start/machine';
import { Stop } from '../../../scripts/start/stop';
import { benchDir, fork, type ChildProcess } from '../machine';
import type { SenderOrder, SenderReport } from '../sender';
import { likeTheService, TEN_A_SECOND } from './limits';
import type { FactRow, FactTools } from './types';

const PROCESSES = 3;

const CREATES = 300;

/** Several processes on one account, as n8n's workers are: each finds out by itself what is left for it. */
export const processes: FactRow = {
	kind: 'facts',
	name: 'three-processes',
	title: 'Three processes on one account, 300 creates each, 150 ms, 10 requests/s, then 429',
	isLong: true,
	async measure({ standIn, pairs }: FactTools) {
		const rounds = [];
		for (let round = 0; round < Math.min(pairs, 2); round++) {
			await standIn.reset(likeTheService());
			const reports = await sendAtOnce(standIn.url, round);
			const { sent, refused, doubled, written, passed } = await standIn.report();
			const began = Math.min(...passed);
			const firstEnd = Math.min(...reports.map(({ endedAt }) => endedAt));
			const until = passed.filter((moment) => moment <= firstEnd).length;
			const share = until / ((firstEnd - began) / 1_000) / TEN_A_SECOND.requests;
			const seconds = (Math.max(...passed) - began) / 1_000;
			rounds.push({ sent, refused, doubled, written, share, seconds });
		}
		const worst = {
			refused: Math.max(...rounds.map(({ sent, refused }) => refused / sent)),
			share: Math.min(...rounds.map(({ share }) => share)),
			lost: Math.max(...rounds.map(({ written }) => PROCESSES * CREATES - written)),
			doubled: Math.max(...rounds.map(({ doubled }) => doubled)),
		};
		return {
			table: [
				['round', 'time', 'sent', 'refused', 'written', 'doubled', 'of the limit, while all send'],
				...rounds.map(({ seconds, sent, refused, written, doubled, share }, index) => [
					String(index + 1),
					`${seconds.toFixed(1)} s`,
					...[sent, refused, written, doubled].map(String),
					percent(share),
				]),
			],
			verdicts: [
				{
					says: 'less than 2 % refused',
					shown: percent(worst.refused),
					isMet: worst.refused < 0.02,
				},
				{
					says: 'more than 90 % of the limit while all of them send',
					shown: percent(worst.share),
					isMet: worst.share > 0.9,
				},
				{
					says: 'nothing lost, nothing written twice',
					shown: `${worst.lost} lost, ${worst.doubled} doubled`,
					isMet: worst.lost === 0 && worst.doubled === 0,
				},
			],
		};
	},
};

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

async function sendAtOnce(url: string, round: number): Promise<SenderReport[]> {
	const senders = Array.from({ length: PROCESSES }, () => fork(join(benchDir, 'sender.ts')));
	try {
		await Promise.all(senders.map(async (sender) => await messageOf(sender)));
		return await Promise.all(
			senders.map(async (sender, place) => {
				const answer = messageOf<SenderReport>(sender);
				const from = (round * PROCESSES + place) * CREATES;
				const order: SenderOrder = { url: `${url}/v3.1`, key: 'bench', from, count: CREATES };
				sender.send(order);
				const report = await answer;
				if (report.error) throw new Stop(`A process that creates contacts: ${report.error}`);
				return report;
			}),
		);
	} finally {
		for (const sender of senders) sender.kill();
	}
}

async function messageOf<T>(child: ChildProcess): Promise<T> {
	return await new Promise((resolve, reject) => {
		const ended = () => reject(new Stop('A process that creates contacts ended by itself.'));
		child.once('exit', ended);
		child.once('message', (message) => {
			child.off('exit', ended);
			resolve(message as T);
		});
	});
}

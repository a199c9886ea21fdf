import { fs, join, projectDir } from '../../../../scripts/start/machine';

/** The settings that docs/scaling.md tells teams to use: what is tested is what stands there. */
export function readRecommendedSettings(): Record<string, string> {
	const file = join(projectDir, 'docs', 'scaling', 'n8n.env');
	const lines = fs.readFileSync(file, 'utf8').split('\n');
	const settings = lines.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split('='));
	return Object.fromEntries(settings.map(([name, ...value]) => [name, value.join('=')]));
}

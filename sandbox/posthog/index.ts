export { createPostHogSandbox, DEFAULT_API_KEY } from './sandbox';
export type { PostHogSandbox, PostHogSandboxOptions } from './sandbox';
export type { PostHogSwitches } from './switches';
export { routes } from './routes';

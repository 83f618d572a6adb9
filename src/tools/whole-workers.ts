import { build, type Plugin, type Rolldown } from 'vite';
import { appResolve } from './app-resolve.ts';
import { rxjsAsCompiled } from './rxjs-as-compiled.ts';

/** How Vite asks for the file that a worker begins with. */
const OF_WORKER = /[?&]worker_file\b/;

const wholeWorker = async (file: string): Promise<string> => {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [rxjsAsCompiled()],
    resolve: { ...appResolve, conditions: ['browser', ...appResolve.conditions] },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: { input: file, output: { format: 'es', codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput;
  return built.output[0].code;
};

/**
 * Gives component tests each worker as one file, built once, as the app's build does. Otherwise
 * every worker that a test starts requests its hundred modules from Vite again.
 */
export const wholeWorkers = (): Plugin => {
  const made = new Map<string, Promise<string>>();
  return {
    name: 'volym-whole-workers',
    apply: () => process.env.VITEST !== undefined,
    enforce: 'pre',
    load: (id) => {
      if (!OF_WORKER.test(id)) return undefined;
      const file = id.slice(0, id.indexOf('?'));
      const code = made.get(file) ?? wholeWorker(file);
      made.set(file, code);
      return code;
    },
  };
};

import { build, type Plugin, type Rolldown } from 'vite';
import { appResolve } from './app-resolve.ts';
import { rxjsAsCompiled } from './rxjs-as-compiled.ts';

/** How a page asks Vite for the file that a worker begins with, and where that is. */
const OF_WORKER = /^(\/src\/.+\.worker\.ts)\?(?:.*&)?worker_file\b/;

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
 * every worker that a test starts requests its hundred modules from Vite again. Vite does not see
 * that file: it would add a map of two megabytes, which every worker then reads.
 */
export const wholeWorkers = (): Plugin => {
  const made = new Map<string, Promise<string>>();
  return {
    name: 'volym-whole-workers',
    apply: () => process.env.VITEST !== undefined,
    configureServer: ({ config, middlewares }) => {
      middlewares.use((request, response, next) => {
        const [, file] = OF_WORKER.exec(request.url ?? '') ?? [];
        if (file === undefined) return next();
        const code = made.get(file) ?? wholeWorker(`${config.root}${file}`);
        made.set(file, code);
        code.then((script) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.end(script);
        }, next);
      });
    },
  };
};

import { build, type Plugin, type Rolldown } from 'vite';
import { appResolve } from './app-resolve.ts';
import { rxjsAsCompiled } from './rxjs-as-compiled.ts';

/** How a page asks Vite for the file that a worker begins with, and where that is. */
const OF_WORKER = /^(\/src\/.+\.worker\.ts)\?(?:.*&)?worker_file\b/;

/** A worker as the app's build makes it: what it needs for some files only is a file of its own. */
const builtWorker = async (file: string): Promise<readonly Rolldown.OutputChunk[]> => {
  const name = '[name]-[hash].built.js';
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [rxjsAsCompiled()],
    resolve: { ...appResolve, conditions: ['browser', ...appResolve.conditions] },
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: file,
        output: { format: 'es', entryFileNames: name, chunkFileNames: name },
      },
    },
  })) as Rolldown.RolldownOutput;
  return output.filter((part) => part.type === 'chunk');
};

/**
 * Gives component tests each worker built once, as the app's build does. Otherwise every worker that
 * a test starts requests its hundred modules from Vite again. Vite does not see those files: it would
 * add a map of two megabytes, which every worker then reads. The page keeps them, as it does the
 * app's.
 */
export const wholeWorkers = (): Plugin => {
  const made = new Map<string, Promise<string>>();
  const files = new Map<string, string>();
  /** What starts a worker: its built files ask for each other by their names. */
  const begin = async (file: string): Promise<string> => {
    const parts = await builtWorker(file);
    for (const { fileName, code } of parts) files.set(fileName, code);
    return `import '/${parts.find(({ isEntry }) => isEntry)?.fileName}';`;
  };
  return {
    name: 'volym-whole-workers',
    apply: () => process.env.VITEST !== undefined,
    configureServer: ({ config, middlewares }) => {
      const codeAt = (url: string): Promise<string> | undefined => {
        const built = files.get(url.slice(1));
        if (built !== undefined) return Promise.resolve(built);
        const [, worker] = OF_WORKER.exec(url) ?? [];
        if (worker === undefined) return undefined;
        const code = made.get(worker) ?? begin(`${config.root}${worker}`);
        made.set(worker, code);
        return code;
      };
      middlewares.use((request, response, next) => {
        const code = codeAt(request.url ?? '');
        if (code === undefined) return next();
        code.then((script) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.setHeader('Cache-Control', 'max-age=3600');
          response.end(script);
        }, next);
      });
    },
  };
};

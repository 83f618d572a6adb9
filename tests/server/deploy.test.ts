import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { LONGEST_WAIT } from '#server/couch/changes.ts';
import { LARGEST_BODY } from '#server/couch/request.ts';
import { safetyHeaders } from '#server/headers.ts';
import svelteConfig from '../../svelte.config.js';
import { ADMIN, newData, start, stopAll } from './running.ts';
import { smallSite } from './small-site.ts';

const root = resolve(import.meta.dirname, '../..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const guide = textOf('docs/deploy.md');

const children: ChildProcess[] = [];
afterEach(() => {
  stopAll();
  children.splice(0).forEach((child) => child.kill('SIGKILL'));
});

const MB = 1024 * 1024;

describe('X8: what docs/deploy.md says', () => {
  test('X8: each file that it names is there, and none of deploy/ is left unnamed', () => {
    const named = [...guide.matchAll(/\]\(\.\.\/(deploy\/[^)]+)\)/g)].map(([, path = '']) => path);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect([...new Set(named)].sort()).toEqual([
      'deploy/Containerfile',
      'deploy/compose.yaml',
      'deploy/couchdb/cluster.ini',
      'deploy/couchdb/compose.yaml',
      'deploy/couchdb/volym.ini',
      'deploy/nginx.conf',
      'deploy/volym.service',
      'deploy/web.config',
    ]);
  });

  test('X8: a fresh CouchDB has no users’ database until it is made, and no program gives it its uuid', () => {
    const [users, user] = [
      guide.indexOf('-X PUT $C/_users\n'),
      guide.indexOf('$C/_users/org.couchdb.user:'),
    ];
    expect(users).toBeGreaterThan(0);
    expect(users).toBeLessThan(user);
    expect(textOf('deploy/couchdb/volym.ini')).not.toMatch(/^uuid/m);
    expect(textOf('deploy/couchdb/cluster.ini')).toMatch(/^uuid = [0-9a-f]{32}$/m);
    const mounts = textOf('deploy/couchdb/compose.yaml').match(
      /\.\/cluster\.ini:\/opt\/couchdb\/etc\/local\.d\//g,
    );
    expect(mounts).toHaveLength(3);
  });
});

describe('X8: a proxy before the server', () => {
  test('X8: nginx takes what the server takes, waits as long, and holds nothing back', () => {
    const lines = textOf('deploy/nginx.conf')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines.filter((line) => !/[;{}]$/.test(line))).toEqual([]);
    expect(lines.filter((line) => line.endsWith('{'))).toHaveLength(
      lines.filter((line) => line === '}').length,
    );
    const valueOf = (name: string) =>
      lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1, -1);
    expect(Number.parseInt(valueOf('client_max_body_size') ?? '', 10) * MB).toBe(LARGEST_BODY);
    for (const name of ['proxy_read_timeout', 'proxy_send_timeout'])
      expect(Number.parseInt(valueOf(name) ?? '', 10) * 1000).toBeGreaterThan(LONGEST_WAIT);
    expect(valueOf('proxy_buffering')).toBe('off');
    // A path behind the port would have names decoded.
    expect(valueOf('proxy_pass')).toMatch(/^http:\/\/127\.0\.0\.1:4600$/);
    expect(
      lines.filter((line) => /^(?:add_header|expires|proxy_cache|proxy_hide_header)\b/.test(line)),
    ).toEqual([]);
  });

  test('X8: IIS passes addresses on as they came, and takes what the server takes', () => {
    const text = textOf('deploy/web.config');
    const open: string[] = [];
    for (const [, end, name = '', closed] of text
      .replace(/<!--[^]*?-->/g, '')
      .matchAll(/<(\/?)([\w.]+)[^>]*?(\/?)>/g)) {
      if (end === '/') expect(open.pop()).toBe(name);
      else if (closed !== '/') open.push(name);
    }
    expect(open).toEqual([]);
    expect(text).toContain('<rules useOriginalURLEncoding="false">');
    expect(text).toContain('url="http://127.0.0.1:4600{UNENCODED_URL}" appendQueryString="false"');
    expect(Number(/maxAllowedContentLength="(\d+)"/.exec(text)?.[1])).toBe(LARGEST_BODY);
    expect(text).toContain('doDynamicCompression="false"');
    const [, seconds = ''] =
      /system\.webServer\/proxy[^\n]* \/timeout:00:(\d\d:\d\d)/.exec(guide) ?? [];
    const [minutes = 0, rest = 0] = seconds.split(':').map(Number);
    expect((minutes * 60 + rest) * 1000).toBeGreaterThan(LONGEST_WAIT);
    // With the port of each connection, wrong passwords would be counted for none.
    for (const setting of [
      '/includePortInXForwardedFor:false',
      '/preserveHostHeader:true',
      '/minResponseBuffer:0',
    ])
      expect(guide).toContain(setting);
  });
});

describe('X9: the cookie of the admin’s session goes over https alone', () => {
  const variable = /<set name="HTTP_X_FORWARDED_PROTO" value="(\w+)" \/>/;
  // What nginx has in the variable is the scheme that the client came by: https, where it listens
  // with ssl.
  const scheme = /listen 443 ssl[^]*proxy_set_header X-Forwarded-Proto \$scheme;/;
  const samples: readonly (readonly [string, (text: string) => string | undefined])[] = [
    ['deploy/nginx.conf', (text) => (scheme.test(text) ? 'https' : undefined)],
    ['deploy/web.config', (text) => variable.exec(text)?.[1]],
  ];

  test.each(samples)('X9: behind what %s sets up', async (file, saidBy) => {
    const server = await start(newData());
    const headers = new Headers({ 'content-type': 'application/json' });
    const command = saidBy(textOf(file));
    if (command !== undefined) headers.set('x-forwarded-proto', command);
    const body = JSON.stringify(ADMIN);
    const answer = await fetch(`${server.url}/db/_session`, { method: 'POST', headers, body });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([
      200,
      expect.stringMatching(/; Secure$/),
    ]);
  });

  test('X9: the guide has the command that lets the file set it in IIS, and what any other proxy has to set', () => {
    expect(guide).toContain(
      `rewrite/allowedServerVariables /+"[name='HTTP_X_FORWARDED_PROTO']" /commit:apphost`,
    );
    expect(guide).toMatch(/^- \*\*Set `X-Forwarded-Proto`\*\* to `https`/m);
  });
});

describe('X9: plain files behind Caddy', () => {
  const [, sample = ''] = /With Caddy:\n\n```\n([^]*?)```/.exec(guide) ?? [];
  const policyFor = (matcher: string): string =>
    new RegExp(`header @${matcher} Content-Security-Policy "([^"]*)"`).exec(sample)?.[1] ?? '';
  const directives = Object.entries(svelteConfig.kit?.csp?.directives ?? {}).map(
    ([name, sources]) => {
      const written = (sources as string[]).map((source) =>
        /^(?:self|none|unsafe-inline|wasm-unsafe-eval)$/.test(source) ? `'${source}'` : source,
      );
      return `${name} ${written.join(' ')}`;
    },
  );

  test('X9: a worker has the whole policy of the build, which needs no hash: no page’s own reaches it', () => {
    expect(policyFor('script')).toBe([...directives, "frame-ancestors 'none'"].join('; '));
  });

  test('X9: a page has its own policy and, by header, what works in a header only', () => {
    expect(policyFor('page')).toBe("frame-ancestors 'none'");
  });

  test('X9: has all the other headers that the server gives', () => {
    for (const [name, value] of Object.entries(safetyHeaders('')).filter(
      ([head]) => head !== 'content-security-policy',
    ))
      expect(sample.toLowerCase()).toMatch(
        new RegExp(`header ${name} "?${value.replace(/[()]/g, '\\$&')}"?\n`),
      );
  });
});

test('X9: the guide says how browsers are kept to https, wherever it is that ends', () => {
  expect(guide.match(/Strict-Transport-Security/g)?.length).toBeGreaterThanOrEqual(3);
  // A proxy that sets its own headers does not remove any of Volym's.
  expect(textOf('deploy/nginx.conf')).not.toMatch(/proxy_hide_header/);
});

describe('X8: a container', () => {
  const built = textOf('deploy/Containerfile');

  test('X8: is healthy while the server answers, and not when it is gone', async () => {
    const command = JSON.parse(
      /^HEALTHCHECK .* CMD (\[.*\])$/m.exec(built)?.[1] ?? '[]',
    ) as string[];
    expect(command[0]).toBe('node');
    // The server looks for it below the prefix that it was built for.
    expect(command.at(-1)).toContain('${process.env.BASE_PATH}/_up');
    const server = await start(newData());
    const check = async (): Promise<unknown> => {
      const child = spawn(process.execPath, command.slice(1), {
        env: { PORT: String(server.port), BASE_PATH: '' },
        stdio: 'inherit',
      });
      children.push(child);
      await once(child, 'exit');
      return child.exitCode;
    };
    expect(await check()).toBe(0);
    await server.kill();
    expect(await check()).toBe(1);
  });

  test('X8: of compose.yaml keeps its data on a volume, and nothing else can be written', () => {
    const compose = textOf('deploy/compose.yaml');
    const [, context = '', file = ''] = /context: (\S+)\n\s+dockerfile: (\S+)/.exec(compose) ?? [];
    expect(existsSync(join(root, 'deploy', context, file))).toBe(true);
    const data = /\bDATA=(\S+)/.exec(built)?.[1];
    const port = /\bPORT=(\d+)/.exec(built)?.[1];
    expect(compose).toContain(`volumes: ['volym:${data}']`);
    expect(compose).toContain(`ports: ['127.0.0.1:4600:${port}']`);
    expect(compose).toContain('read_only: true');
    expect(built).toMatch(/^USER node$/m);
  });
});

test('X9: every image of a container can be held to a digest, and the guide says how', () => {
  const container = textOf('deploy/Containerfile');
  expect([...container.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)).toEqual([
    '$NODE_IMAGE',
    '$NODE_IMAGE',
  ]);
  // Before the first stage, or the stages would not know of it.
  expect(container.indexOf('ARG NODE_IMAGE=')).toBeLessThan(container.indexOf('FROM '));
  expect(textOf('deploy/compose.yaml')).toContain("NODE_IMAGE: '${NODE_IMAGE:-");
  const cluster = [...textOf('deploy/couchdb/compose.yaml').matchAll(/\bimage: (.*)/g)].map(
    ([, image]) => image,
  );
  expect(cluster).toEqual(['${COUCHDB_IMAGE:-couchdb:3}']);
  for (const way of [
    '--build-arg NODE_IMAGE=',
    'NODE_IMAGE=node@sha256:',
    'COUCHDB_IMAGE=couchdb@sha256:',
  ])
    expect(guide).toContain(way);
});

describe('X8: the systemd unit', () => {
  const unit = textOf('deploy/volym.service');
  const valueOf = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? '';

  test('X8: runs what was built, on the system’s Node or one of the launcher’s choice, on an empty data folder', async () => {
    const [program, ...given] = valueOf('ExecStart').split(' ');
    expect(program).toBe('/usr/bin/node');
    const settings = Object.fromEntries(
      valueOf('Environment')
        .split(' ')
        .map((pair) => pair.split('=') as [string, string]),
    );
    const child = spawn(process.execPath, [...given, smallSite()], {
      cwd: root,
      env: { ...settings, PORT: '0', DATA: newData() },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
    await expect.poll(() => printed, { timeout: 60_000 }).toContain('Ctrl-C');
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });

  test('X9: is what systemd itself calls safe', () => {
    const asked = [
      'security',
      '--offline=true',
      '--threshold=15',
      '--no-pager',
      join(root, 'deploy/volym.service'),
    ];
    const { status, error, stdout } = spawnSync('systemd-analyze', asked, { encoding: 'utf8' });
    // Elsewhere than on Linux, and in a container, there may be none.
    if (error === undefined)
      expect([status, stdout.split('\n').at(-2)]).toEqual([0, expect.stringContaining('OK')]);
  });

  test('X9: has no secret among what everybody may read of it, and its user owns none of the code', () => {
    expect(valueOf('EnvironmentFile')).toBe('-/etc/volym.env');
    expect(guide).toContain('install -m 600 /dev/null /etc/volym.env');
    expect(valueOf('ReadWritePaths')).not.toContain(valueOf('WorkingDirectory'));
    expect(valueOf('ReadOnlyPaths')).toBe(valueOf('WorkingDirectory'));
    expect(guide).not.toMatch(/chown[^\n]*\/opt\/volym/);
    expect(valueOf('Environment')).toContain('CONNECT_TO=self');
  });

  test('X8: writes to its data folder alone, as its own user', () => {
    const data = /DATA=(\S+)/.exec(valueOf('Environment'))?.[1];
    expect(valueOf('ReadWritePaths')).toBe(data);
    expect(`/var/lib/${valueOf('StateDirectory')}`).toBe(data);
    expect(valueOf('ProtectSystem')).toBe('strict');
    expect(valueOf('User')).toBe('volym');
    expect(valueOf('NoNewPrivileges')).toBe('yes');
    // Node makes code as it runs: it would not start.
    expect(unit).not.toMatch(/^MemoryDenyWriteExecute=/m);
    expect(guide).not.toContain('who owns it');
  });
});

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { missingMaven } from './find-programs.mjs';

/** Where fetched jars are kept for every checkout of this user. */
export function defaultCache() {
  const home = os.homedir();
  const base =
    process.platform === 'darwin'
      ? path.join(home, 'Library/Caches')
      : (process.env.XDG_CACHE_HOME ?? path.join(home, '.cache'));
  return path.join(base, 'redress-infra');
}

/** The class path of a server's jars, fetched or not. */
export function classPathOf(cache, artifacts) {
  return path.join(folderOf(cache, artifacts), '*');
}

/** Whether a start would have to fetch. */
export function isFetched(cache, artifacts) {
  return existsSync(folderOf(cache, artifacts));
}

/**
 * Fetches artifacts (`group:artifact:version`, the server first) with all they need through Maven, from wherever this machine's
 * Maven is set up to fetch. The folder appears when it is whole: one that was cut short is never taken for the server.
 */
export async function fetchJars(cache, artifacts, say) {
  const folder = folderOf(cache, artifacts);
  if (existsSync(folder)) return;
  const missing = missingMaven();
  if (missing !== null) throw new Error(missing);
  const aside = `${folder}.${process.pid}`;
  mkdirSync(path.join(aside, 'lib'), { recursive: true });
  try {
    writeFileSync(path.join(aside, 'pom.xml'), pomOf(artifacts));
    say(`fetching ${artifacts[0]} into ${folder} (the first time only)`);
    await promisify(execFile)(
      'mvn',
      [
        ...[
          '-q',
          '-B',
          '-Dstyle.color=never',
          '-f',
          path.join(aside, 'pom.xml'),
          'dependency:copy-dependencies',
        ],
        ...[`-DoutputDirectory=${path.join(aside, 'lib')}`, '-DincludeScope=runtime'],
      ],
      { maxBuffer: 16 * 1024 * 1024 },
    );
    if (!existsSync(folder)) renameSync(path.join(aside, 'lib'), folder);
  } catch (error) {
    throw new Error(`Maven could not fetch ${artifacts[0]}: ${whyOf(error)}`, { cause: error });
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function whyOf(error) {
  const said = stripVTControlCharacters(`${error.stdout ?? ''}${error.stderr ?? ''}`);
  const lines = said.split('\n');
  return lines.find((line) => line.includes('[ERROR]'))?.replace('[ERROR] ', '') ?? error.message;
}

/** Named after the server, and after whatever else is fetched with it. */
function folderOf(cache, artifacts) {
  const names = artifacts.map((artifact) => artifact.split(':').slice(1).join('-'));
  return path.join(cache, names.join('+'));
}

function pomOf(artifacts) {
  const dependencies = artifacts.map((artifact) => {
    const [group, name, version] = artifact.split(':');
    return `    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${name}</artifactId>
      <version>${version}</version>
    </dependency>`;
  });
  return `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>redress</groupId>
  <artifactId>infra</artifactId>
  <version>1</version>
  <dependencies>
${dependencies.join('\n')}
  </dependencies>
  <build>
    <plugins>
      <plugin>
        <artifactId>maven-dependency-plugin</artifactId>
        <version>3.6.1</version>
      </plugin>
    </plugins>
  </build>
</project>
`;
}

/** The options: what is changed under «Reading» is kept at once, the service's address and token by Save. */
import { ask, Refused } from '../lib/messages.js';
import { dress, element, setTheme } from '../lib/page.js';
import { originOf, serverOf, writeSettings } from '../lib/settings.js';
import { START } from '../panel/render/problem.js';
import { fillLanguages } from './languages.js';
import { showState } from './state.js';

const server = element('server', HTMLInputElement);
const token = element('token', HTMLInputElement);
const state = element('state', HTMLElement);
const commands = element('commands', HTMLElement);
const theme = element('theme', HTMLSelectElement);
const hover = element('hover', HTMLInputElement);
const language = element('language', HTMLSelectElement);
const copy = element('copy', HTMLButtonElement);

const { t, settings } = await dress();
document.title = t('options_title');
server.value = settings.server;
token.value = settings.token;
theme.value = settings.theme;
hover.checked = settings.hover;
fillLanguages(language, settings.language, t);
element('lines', HTMLElement).textContent = START;

let tests = 0;

/** @param {import('../lib/messages.js').Answers['test']} found */
function show(found) {
  const base = serverOf(server.value);
  const here = base !== null && originOf(base) === null;
  showState(state, found, t, here);
  commands.hidden = !(here && found.says === 'not_running');
}

/** @param {string} [first] what was done before, said first */
async function test(first = '') {
  const mine = ++tests;
  const typed = { server: server.value, token: token.value.trim() };
  state.removeAttribute('data-says');
  state.removeAttribute('data-trouble');
  state.textContent = [first, t('connection_testing')].filter(Boolean).join(' ');
  const found = await ask({ type: 'test', ...typed }).catch((err) => {
    if (err instanceof Refused) return /** @type {const} */ ({ says: 'trouble', problem: err.problem });
    throw err;
  });
  if (mine !== tests) return; // another test runs by now
  show(found);
  if (first) state.firstElementChild?.prepend(`${first} `);
}

/** Asks for the host of a server elsewhere: in the click, as the browser wants it, before anything is waited for. */
async function allowed() {
  const base = serverOf(server.value);
  const origin = base && originOf(base);
  return !origin || chrome.permissions.request({ origins: [origin] });
}

element('connection', HTMLFormElement).addEventListener('submit', async (event) => {
  event.preventDefault();
  const permitted = allowed();
  const base = serverOf(server.value);
  if (!base) {
    show({ says: 'bad_address' });
    server.focus();
    return;
  }
  if (!(await permitted)) return show({ says: 'no_permission' });
  await writeSettings({ server: base, token: token.value.trim() });
  server.value = base;
  await test(t('options_saved'));
});
element('test', HTMLButtonElement).addEventListener('click', () => void test());

/** @param {Parameters<typeof writeSettings>[0]} changed */
async function keep(changed) {
  await writeSettings(changed);
  element('saved', HTMLElement).textContent = t('options_saved');
}
theme.addEventListener('change', () => {
  const chosen = /** @type {typeof settings.theme} */ (theme.value);
  setTheme(chosen);
  void keep({ theme: chosen });
});
hover.addEventListener('change', () => void keep({ hover: hover.checked }));
language.addEventListener('change', () => void keep({ language: language.value }));
copy.addEventListener('click', async () => {
  const done = await navigator.clipboard.writeText(START).then(() => true, () => false); // prettier-ignore
  copy.textContent = done ? t('copied') : t('copy_failed');
  setTimeout(() => (copy.textContent = t('copy_lines')), 2_000);
});
await test();

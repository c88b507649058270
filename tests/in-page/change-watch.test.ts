// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { ChangeWatch } from '../../in-page/shots/change-watch';

/** Until the browser has told of what was changed. */
const told = () => Promise.resolve();
const watch = () =>
  new ChangeWatch(
    document,
    ({ shadowRoot }) => shadowRoot,
    () => 0,
  );
const inserted = async () => {
  const host = document.createElement('div');
  document.body.append(host);
  await told();
  return host;
};

beforeEach(() => {
  document.body.innerHTML = '';
});

test('a shadow that came late and went again before anybody looked could not be followed', async () => {
  const watching = watch();
  const host = await inserted();
  host.attachShadow({ mode: 'open' }).innerHTML = '<b>0812 9876 5432</b>';
  host.remove();
  await told();
  expect(watching.end().isBlind).toBe(true);
});

test('a shadow that came late and is still there is followed', async () => {
  const watching = watch();
  const host = await inserted();
  host.attachShadow({ mode: 'open' }).innerHTML = '<b>0812 9876 5432</b>';
  watching.look();
  host.remove();
  expect(watching.end().isBlind).toBe(false);
});

test('an element without a shadow may come and go', async () => {
  const watching = watch();
  (await inserted()).remove();
  expect(watching.end().isBlind).toBe(false);
});

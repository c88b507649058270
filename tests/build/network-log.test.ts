import { expect, test } from 'vitest';
import { callsInLog } from '../../demo/drive/chromium-calls';

const entry = (params: object) =>
  JSON.stringify({ params, phase: 1, source: { id: 1 }, time: '1', type: 136 });
const log = [
  '{"constants":{"logEventTypes":{"URL_REQUEST_START_JOB":136}},',
  '"events": [',
  `${entry({ initiator: 'not an origin', request_type: 'main frame', url: 'https://www.tiktok.com/' })},`,
  `${entry({ initiator: 'chrome-extension://abc', request_type: 'main frame', url: 'https://jdih.example/' })},`,
  `${entry({ initiator: 'https://www.tiktok.com', request_type: 'other', url: 'https://www.tiktok.com/x' })},`,
  `${entry({ initiator: 'chrome-extension://abc', request_type: 'other', url: 'https://nobody.example/' })}],`,
  '"polledData": {}}',
];

test('a request of the extension is told from the browser’s, a page’s, and from a link that was followed', () => {
  expect(callsInLog(log.join('\n'))).toEqual({ seen: 4, byExtension: ['https://nobody.example/'] });
});

test('the log of a browser that was killed is read as far as it goes', () => {
  const cut = log.join('\n').slice(0, log.join('\n').indexOf('nobody.example'));
  expect(callsInLog(cut)).toEqual({ seen: 3, byExtension: [] });
});

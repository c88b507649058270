import type { AddressFinding } from '../address/find-surface';
import { isLogInWall } from '../address/log-in-wall';
import type { Look } from '../page/look';
import type { Reading } from '../page/page';
import type { Rulebook } from '../rulebook/rulebook';
import type { Evidence, Finding, Unread } from './verdict';

/** What a file is that is not the page as it was served. */
const otherFiles: readonly (Look | null)[] = [
  'mhtml',
  'view-source',
  'utf-16',
  'pdf',
  'packed',
  'no-body',
  'archive',
  'data',
  'other-text',
  'saved',
];

/**
 * What stands in a page's place says nothing about it: an error, a check of the visitor, a log-in wall, nothing at all, or
 * another file. The answer's status outweighs all that the page holds; where it is not known, or good, its look decides.
 * Null where the page came, and where nobody looked.
 */
export function findStandIn(
  address: AddressFinding,
  url: URL,
  reading: Reading,
  rulebook: Rulebook,
): Finding | null {
  // A reading that was kept before these were read has neither.
  const { status = null, look = null } = reading;
  // 0 is how browsers write that they do not know.
  if (status !== null && status !== 0 && !isOfPage(status))
    return absent('error-status', seen('page-status', String(status)));
  if (isLogInWall(url, rulebook.hosts)) return absent('login-wall', seen('page-look', 'log-in'));
  if (isRobotCheck(reading)) return absent('robot-check', seen('robot-check', 'captcha-config'));
  if (holdsAnother(address, reading)) return absent('not-as-served', null, 'other-page');
  // Its address speaks for a page that came and cannot be read here; what is in the way is said beside it.
  if (!reading.wasRead && isFile(look)) return null;
  // What the page's own program told was read, whatever the page looks like.
  if (look === null || reading.item.outcome === 'read' || reading.room !== null) return null;
  if (isFile(look)) return absent('not-as-served', seen('page-look', look), look);
  const lacksState = lacksItsState(address, reading, rulebook);
  const says = address.trusted ? address.rule?.basket : undefined;
  const isJudgedSo = says === 'yes' || says === 'no';
  switch (look) {
    case 'challenge':
      return absent('challenge', seen('page-look', look));
    case 'log-in':
      return absent('login-wall', seen('page-look', look));
    case 'error':
      return absent('error-status', seen('page-look', look));
    case 'empty':
    case 'not-yet':
    case 'no-answer':
      return absent(look, null);
    case 'unsure':
      return lacksState || isJudgedSo ? unsure : null;
    case 'too-little':
      return lacksState || isJudgedSo ? tooLittle : null;
    // Of a page that must hold data they were taken out; of another nothing shows that it came.
    case 'bare':
      return lacksState ? withoutScripts : isJudgedSo ? tooLittle : null;
    // What is too little for a page to buy on may be a page of words.
    case 'wordless':
      return lacksState || says === 'yes' ? tooLittle : null;
    case 'sparse':
      return lacksState ? tooLittle : null;
    default:
      return lacksState || says === 'yes' ? withoutScripts : null;
  }
}

/** Whether an answer of this status is the page itself; what a browser kept (304) is. Others only name or announce one. */
const isOfPage = (status: number): boolean => (status >= 200 && status < 300) || status === 304;

const isFile = (look: Look | null): look is Look => otherFiles.includes(look);

/** Why a page that came was not read: the file holds it in a form that cannot be read here, or not at all. */
export const unreadFile = ({ wasRead, look = null }: Reading): Unread[] =>
  !wasRead && isFile(look) ? [{ what: 'file', why: look }] : [];

/** Whether the page never came, by its verdict: such a page is no step of buying. */
export const neverCame = ({ unread }: Pick<Finding, 'unread'>): boolean =>
  unread.some(({ what }) => what === 'page');

/** Whether a check of the visitor stands there: a step of its own kind. */
export const isCheck = ({ unread }: Finding): boolean =>
  unread.some(({ what, why }) => what === 'page' && (why === 'robot-check' || why === 'challenge'));

/** Whether an address that speaks for itself stands over the data of a video: then they are not of one page. */
const holdsAnother = ({ rule }: AddressFinding, { item }: Reading): boolean =>
  (rule?.basket === 'yes' || rule?.basket === 'no') && item.outcome === 'other-item';

function absent(why: string, evidence: Evidence | null, file: Look | 'other-page' | null = null): Finding {
  const unread: Unread[] = [{ what: 'page', why }];
  if (file !== null) unread.push({ what: 'file', why: file });
  return {
    basket: 'unknown',
    processor: 'unknown',
    evidence: evidence === null ? [] : [evidence],
    unread,
    drift: [],
  };
}

const seen = (signal: string, value: string): Evidence => ({
  signal,
  weight: 'deciding',
  where: 'page mark',
  value,
});

const withoutScripts = absent('not-as-served', seen('page-look', 'without-scripts'), 'without-scripts');
const tooLittle = absent('too-little', seen('page-look', 'too-little'));
const unsure = absent('unsure', seen('page-look', 'unsure'));

/** A robot check of the shop's own; a page that holds its own state was served, whatever is drawn over it. */
function isRobotCheck({ marks, states }: Reading): boolean {
  const has = (mark: string) => marks.includes(mark);
  return (
    states.length === 0 && has('captcha-config') && (has('security-check-title') || has('captcha-container'))
  );
}

/** Whether the rules know data that a page of this kind must hold. */
function lacksItsState(
  { rule, surface, kind }: AddressFinding,
  { states, item }: Reading,
  { signals }: Rulebook,
): boolean {
  if (rule?.basket === 'state') return item.outcome === 'state-absent';
  return signals.pageStates.some(
    (known) =>
      known.surface === surface &&
      known.kinds.includes(kind) &&
      !known.states.some((state) => states.includes(state)),
  );
}

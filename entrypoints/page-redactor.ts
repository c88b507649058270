import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { redactedPage } from '../in-page/report/redacted-page';

export default defineUnlistedScript(redactedPage);

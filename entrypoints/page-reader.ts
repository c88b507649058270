import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { followPage } from '../in-page/read/follow-page';

export default defineUnlistedScript(followPage);

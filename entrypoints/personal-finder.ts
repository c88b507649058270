import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findInPage } from '../in-page/personal/find-in-page';

export default defineUnlistedScript(findInPage);

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerShots } from '../in-page/shots/page-shots';

export default defineUnlistedScript(offerShots);

import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { observeHosts } from '../in-page/hosts/observe-hosts';

export default defineUnlistedScript(observeHosts);

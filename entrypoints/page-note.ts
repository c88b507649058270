import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showNote } from '../in-page/note/show-note';

export default defineUnlistedScript(showNote);

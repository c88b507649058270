import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { stateShapes } from '../in-page/report/state-shapes';

export default defineUnlistedScript(stateShapes);

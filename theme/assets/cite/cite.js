// Citing on the pages of reports, editions and concepts. All of it is convenience: the page holds every form without it.
import { citePanel } from './panel.js';
import { copyWithReference } from './selection.js';
import { expectedText } from './expected.js';

citePanel();
copyWithReference();
expectedText();

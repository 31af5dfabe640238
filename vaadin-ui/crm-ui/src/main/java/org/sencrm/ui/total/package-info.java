/** Figures of the whole company beside one's own. */
package org.sencrm.ui.total;

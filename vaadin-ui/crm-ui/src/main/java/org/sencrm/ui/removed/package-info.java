/** What stands in for a page whose module is not there. */
package org.sencrm.ui.removed;

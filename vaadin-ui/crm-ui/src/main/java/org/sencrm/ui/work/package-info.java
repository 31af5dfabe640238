/** Long work as a page shows it. */
package org.sencrm.ui.work;

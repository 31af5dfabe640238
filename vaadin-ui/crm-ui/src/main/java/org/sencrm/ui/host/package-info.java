/** What every view works with: the person, the services, the addresses, news, work off the UI thread. */
package org.sencrm.ui.host;

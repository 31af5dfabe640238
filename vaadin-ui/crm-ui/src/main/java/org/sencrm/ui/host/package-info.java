/** What carries the screens: the servlet, push, sessions, and the services that views work with. */
package org.sencrm.ui.host;

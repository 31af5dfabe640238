/** What the run-time has to be like before anybody is let in: looked at once, at each start. */
package org.sencrm.core.hardening;

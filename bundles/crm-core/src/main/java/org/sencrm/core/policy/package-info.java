/** What those who work here agree to, version by version, and who did. */
package org.sencrm.core.policy;

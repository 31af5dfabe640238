/** What people have to read and agree to before they go on, and who did. */
package org.sencrm.ui.policy;

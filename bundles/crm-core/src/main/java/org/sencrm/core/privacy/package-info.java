/** What people allow, what they ask about their data, and how it is handed out and forgotten. */
package org.sencrm.core.privacy;

/** What must not be readable by whoever gets hold of the database. */
package org.sencrm.core.secret;

/** Sign-in by the directory of a company, which speaks LDAP. Nothing here is exported. */
package org.sencrm.singlesignon;

/** Second factors beside the password, and the list of the keys that the company gave out. Nothing here is exported. */
package org.sencrm.tokenkey;

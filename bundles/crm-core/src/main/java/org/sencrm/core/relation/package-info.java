/** How contacts and accounts belong together. */
package org.sencrm.core.relation;

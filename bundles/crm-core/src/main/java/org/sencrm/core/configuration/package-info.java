/** What the company set up of its own: compares, writes and promotes what parts of the product and of modules read and write. */
package org.sencrm.core.configuration;

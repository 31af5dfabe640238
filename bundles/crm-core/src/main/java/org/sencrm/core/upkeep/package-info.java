/** What has to be swept out of the product's own tables from time to time. */
package org.sencrm.core.upkeep;

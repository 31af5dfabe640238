/** Work that is done by itself at set times, on one node at a time. */
package org.sencrm.core.schedule;
